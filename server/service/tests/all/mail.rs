//! Letters: written when they are sent, with links that open one door once.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use crate::common::{now, number, on_both, run};
use chrono::{DateTime, Duration, Utc};
use domain::{AccountId, Problem, Role, people::account::NewPassword};
use service::{
    Error, Services,
    accounts::{
        self,
        account_tokens::{self, AccountToken, Wish},
    },
    clock::StoppedClock,
    jobs::send_letters,
    mail::{Letter, Mailer, Post},
    sign_in,
};

const PASSWORD: &str = "regn over fjellet";
const OTHER: &str = "snø under brua i mars";

#[derive(Default)]
struct Postbox {
    letters: Mutex<Vec<Letter>>,
    is_broken: AtomicBool,
    is_stuck: AtomicBool,
}

#[async_trait::async_trait]
impl Mailer for Postbox {
    async fn send(&self, letter: &Letter) -> Result<(), String> {
        if self.is_broken.load(Ordering::Relaxed) {
            return Err("connection refused".to_owned());
        }
        if self.is_stuck.load(Ordering::Relaxed) {
            std::future::pending::<()>().await;
        }
        self.letters.lock().unwrap().push(letter.clone());
        Ok(())
    }
}

impl Postbox {
    fn take(&self) -> Vec<Letter> {
        std::mem::take(&mut self.letters.lock().unwrap())
    }
}

fn with_box(services: &Services) -> (Services, Arc<Postbox>) {
    let mailer = Arc::new(Postbox::default());
    let public_url = "https://trivsel.example/".to_owned();
    (services.clone().with_post(Post { mailer: mailer.clone(), public_url }), mailer)
}

fn at(services: &Services, then: DateTime<Utc>) -> Services {
    services.with_clock(Arc::new(StoppedClock(then)))
}

fn problem<T>(outcome: service::Result<T>) -> Problem {
    match outcome {
        Err(Error::Problem(problem)) => problem,
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it was taken"),
    }
}

async fn make(services: &Services, login: &str, password: &str) -> i64 {
    sign_in::create_account(&services.people, login, "Kari Lie", Role::Service, "ROOT", password)
        .await
        .unwrap();
    i64::from(accounts::by_login(&services.db.reader, login).await.unwrap())
}

/// The link in a letter, as its page understands it.
fn link_in(letter: &Letter) -> AccountToken {
    let line = letter.body.lines().find(|line| line.starts_with("https://trivsel.example/welcome?")).unwrap();
    AccountToken::parse(&line.split_once('?').unwrap().1.replace('=', ":")).unwrap()
}

fn new_password() -> NewPassword {
    NewPassword { password: String::new(), new_password: OTHER.to_owned(), repeat: OTHER.to_owned() }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_opens_an_account_once_within_seven_days() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        let account = make(&services, "kari@example.org", "").await;
        account_tokens::queue_invite(services.db.writer(), &crate::common::by(), AccountId::new(account))
            .await
            .unwrap();
        send_letters(&services).await.unwrap();
        let letters = mailer.take();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].body.contains("Hei, Kari Lie") && letters[0].body.contains("Hello Kari Lie"));
        let link = link_in(&letters[0]);
        let page = account_tokens::welcome_page(&services, Some(&link)).await.unwrap().person.unwrap();
        assert!(page.is_new && page.login == "kari@example.org");
        let late = at(&services, now() + Duration::days(7));
        assert_eq!(
            problem(
                account_tokens::redeem_token(&late.people, &link, Wish::Password(&new_password()), "").await
            ),
            Problem::LinkExpired
        );
        let (token, _) =
            account_tokens::redeem_token(&services.people, &link, Wish::Password(&new_password()), "")
                .await
                .unwrap();
        assert!(sign_in::actor(&services, token.as_str()).await.unwrap().is_some());
        let again =
            account_tokens::redeem_token(&services.people, &link, Wish::Password(&new_password()), "").await;
        assert_eq!(problem(again), Problem::LinkExpired);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_no_reset_and_a_reset_no_invitation() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        let account = make(&services, "kari@example.org", "").await;
        account_tokens::queue_invite(services.db.writer(), &crate::common::by(), AccountId::new(account))
            .await
            .unwrap();
        send_letters(&services).await.unwrap();
        let invite = link_in(&mailer.take()[0]);
        let swapped = AccountToken { purpose: account_tokens::Purpose::Reset, ..invite.clone() };
        assert_eq!(
            problem(
                account_tokens::redeem_token(&services.people, &swapped, Wish::Password(&new_password()), "")
                    .await
            ),
            Problem::LinkExpired
        );
        // Once the account is in use, an invitation that lies around sets no password.
        run(&services, "UPDATE account SET state = 'active'").await;
        assert_eq!(
            problem(
                account_tokens::redeem_token(&services.people, &invite, Wish::Password(&new_password()), "")
                    .await
            ),
            Problem::LinkExpired
        );
        assert_eq!(
            problem(account_tokens::welcome_page(&services, Some(&invite)).await),
            Problem::LinkExpired
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_lasts_a_quarter_of_an_hour_and_ends_all_sessions() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        make(&services, "kari@example.org", PASSWORD).await;
        let session = sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await.unwrap();
        account_tokens::ask_reset(&services, " Kari@Example.org ", "").await.unwrap();
        send_letters(&services).await.unwrap();
        let link = link_in(&mailer.take()[0]);
        let late = at(&services, now() + Duration::minutes(15));
        assert_eq!(
            problem(
                account_tokens::redeem_token(&late.people, &link, Wish::Password(&new_password()), "").await
            ),
            Problem::LinkExpired
        );
        account_tokens::redeem_token(&services.people, &link, Wish::Password(&new_password()), "")
            .await
            .unwrap();
        assert!(sign_in::actor(&services, session.as_str()).await.unwrap().is_none(), "all sessions ended");
        send_letters(&services).await.unwrap();
        assert!(mailer.take()[0].subject.contains("changed"), "the owner hears of it");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_account_leaves_the_same_traces_and_gets_no_letter() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        make(&services, "kari@example.org", PASSWORD).await;
        for login in ["nobody@example.org", "manager@example.org", "", "kari@example.org"] {
            account_tokens::ask_reset(&services, login, "").await.unwrap();
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM mail").await, 4);
        send_letters(&services).await.unwrap();
        let letters = mailer.take();
        assert_eq!(
            letters.iter().map(|letter| letter.address.as_str()).collect::<Vec<_>>(),
            ["kari@example.org"]
        );
        assert_eq!(number(&services, "SELECT COUNT(*) FROM mail WHERE state = 'sent'").await, 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_cannot_be_sent_is_tried_six_times_and_one_that_was_claimed_is_not_lost() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        make(&services, "kari@example.org", PASSWORD).await;
        account_tokens::ask_reset(&services, "kari@example.org", "").await.unwrap();
        mailer.is_broken.store(true, Ordering::Relaxed);
        let mut then = now();
        for (attempt, minutes) in [1, 5, 30, 120, 720].into_iter().enumerate() {
            send_letters(&at(&services, then)).await.unwrap();
            send_letters(&at(&services, then + Duration::seconds(30))).await.unwrap();
            let tried = "SELECT attempts FROM mail WHERE state = 'queued'";
            assert_eq!(number(&services, tried).await, attempt as i64 + 1, "once, then a wait");
            then += Duration::minutes(minutes);
        }
        send_letters(&at(&services, then)).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM mail WHERE state = 'failed'").await, 1);

        mailer.is_broken.store(false, Ordering::Relaxed);
        run(&services, "DELETE FROM mail").await;
        account_tokens::ask_reset(&services, "kari@example.org", "").await.unwrap();
        // Whoever claims it stops before it is sent.
        mailer.is_stuck.store(true, Ordering::Relaxed);
        let patience = std::time::Duration::from_millis(300);
        assert!(tokio::time::timeout(patience, send_letters(&services)).await.is_err());
        mailer.is_stuck.store(false, Ordering::Relaxed);
        send_letters(&at(&services, now() + Duration::minutes(9))).await.unwrap();
        assert!(mailer.take().is_empty(), "still theirs");
        send_letters(&at(&services, now() + Duration::minutes(10))).await.unwrap();
        assert_eq!(mailer.take().len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_has_one_line_for_each_header_and_the_language_of_its_reader() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        make(&services, "kari@example.org", PASSWORD).await;
        run(
            &services,
            "UPDATE account SET lang = 'nb', name = 'Kari
Bcc: evil@example.org', email = 'kari@example.org
Bcc: evil@example.org' WHERE login = 'kari@example.org'",
        )
        .await;
        account_tokens::ask_reset(&services, "kari@example.org", "").await.unwrap();
        send_letters(&services).await.unwrap();
        let letter = mailer.take().remove(0);
        for header in [&letter.name, &letter.address, &letter.subject] {
            assert!(!header.contains(['\r', '\n']), "{header:?}");
        }
        assert!(letter.body.starts_with("Hei, ") && !letter.body.contains("Hello"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_letter_about_the_second_factor_says_whether_it_is_on_or_off() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        let account = AccountId::new(make(&services, "kari@example.org", PASSWORD).await);
        for (is_on, said) in [("TRUE", "slått på"), ("FALSE", "slått av")] {
            let change = format!(
                "UPDATE account SET lang = 'nb', email = 'kari@example.org', has_second_factor = {is_on}
                 WHERE login = 'kari@example.org'"
            );
            run(&services, &change).await;
            let kind = service::mail::Kind::SecondFactorChanged;
            service::mail::queue(services.db.writer(), now(), kind, Some(account)).await.unwrap();
            send_letters(&services).await.unwrap();
            let letter = mailer.take().remove(0);
            assert!(letter.subject.contains(said) && letter.body.contains(said), "{}", letter.body);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_somebody_else_asked_for_does_not_end_the_one_before() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        make(&services, "kari@example.org", PASSWORD).await;
        let ask = async |minutes: i64, address: &str| {
            let then = at(&services, now() + Duration::minutes(minutes));
            account_tokens::ask_reset(&then, "kari@example.org", address).await.unwrap();
            send_letters(&then).await.unwrap();
            mailer.take()
        };
        let own = link_in(&ask(0, "192.0.2.1").await[0]);
        assert!(ask(1, "198.51.100.1").await.is_empty(), "a second letter within two minutes");
        let theirs = link_in(&ask(3, "198.51.100.1").await[0]);
        let then = at(&services, now() + Duration::minutes(4));
        assert!(account_tokens::welcome_page(&then, Some(&own)).await.unwrap().person.is_some());
        account_tokens::redeem_token(&then.people, &own, Wish::Password(&new_password()), "").await.unwrap();
        // Once the password is set, nothing that was sent before opens the account.
        assert_eq!(problem(account_tokens::welcome_page(&then, Some(&theirs)).await), Problem::LinkExpired);
    })
    .await;
}
