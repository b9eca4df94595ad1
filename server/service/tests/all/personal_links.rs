//! Personal links to the check-in, and the letters that carry them.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use crate::common::{answers, employee, number, on_both, run, votes};
use chrono::{DateTime, TimeZone, Utc};
use domain::{Problem, staff::check_in::BallotForm};
use service::{
    Error, Services,
    clock::StoppedClock,
    jobs::send_letters,
    mail::{Letter, Mailer, Post},
    rounds::{self, Pass, personal_links, reminders},
};

#[derive(Default)]
struct Postbox {
    letters: Mutex<Vec<Letter>>,
    is_broken: AtomicBool,
}

#[async_trait::async_trait]
impl Mailer for Postbox {
    async fn send(&self, letter: &Letter) -> Result<(), String> {
        if self.is_broken.load(Ordering::Relaxed) {
            return Err(format!("mailbox {} is full", letter.address));
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

/// Persons 1 to 4 of team A have accounts: 3 wants no letters, 4 has no address. Person 7 has one too.
async fn with_box(services: &Services) -> (Services, Arc<Postbox>) {
    run(
        services,
        "INSERT INTO account (person_id, login, email, name, password_hash, state, wants_reminders) VALUES
            (1, 'one', 'one@example.org', 'One', '!', 'active', TRUE),
            (2, 'two', 'two@example.org', 'Two', '!', 'active', TRUE),
            (3, 'three', 'three@example.org', 'Three', '!', 'active', FALSE),
            (4, 'four', NULL, 'Four', '!', 'active', TRUE),
            (7, 'seven', 'seven@example.org', 'Seven', '!', 'locked', TRUE)",
    )
    .await;
    let mailer = Arc::new(Postbox::default());
    let public_url = "https://trivsel.example/".to_owned();
    (services.clone().with_post(Post { mailer: mailer.clone(), public_url }), mailer)
}

/// The services on a day of the open round, 16 to 22 November, at an hour of UTC.
fn on_day(services: &Services, day: u32, hour: u32) -> Services {
    let then: DateTime<Utc> = Utc.with_ymd_and_hms(2026, 11, day, hour, 0, 0).unwrap();
    services.with_clock(Arc::new(StoppedClock(then)))
}

/// Runs what is due and gives who got a letter.
async fn send(services: &Services, mailer: &Postbox) -> Vec<String> {
    reminders::run_due(services).await.unwrap();
    send_letters(services).await.unwrap();
    mailer.take().into_iter().map(|letter| letter.address).collect()
}

fn pass_in(letter: &Letter) -> Pass {
    let start = "https://trivsel.example/check-in/link?token=";
    let line = letter.body.lines().find(|line| line.starts_with(start)).unwrap();
    Pass::parse(&line.replace(start, "link:")).unwrap()
}

async fn first_link(services: &Services, mailer: &Postbox) -> Pass {
    reminders::run_due(services).await.unwrap();
    send_letters(services).await.unwrap();
    let letters = mailer.take();
    pass_in(letters.iter().find(|letter| letter.address == "one@example.org").unwrap())
}

fn ballot(key: &str) -> BallotForm {
    let answers = [("C2".to_owned(), "4".to_owned())].into();
    BallotForm { round: 2, key: key.to_owned(), comment: String::new(), answers }
}

fn problem<T>(outcome: service::Result<T>) -> Option<Problem> {
    match outcome {
        Ok(_) => None,
        Err(Error::Problem(problem)) => Some(problem),
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_letters_go_out_on_day_1_and_5_by_day_whoever_has_answered() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services).await;
        let none: [&str; 0] = [];
        assert_eq!(send(&on_day(&services, 16, 6), &mailer).await, none, "seven in the morning in Oslo");
        let both = ["one@example.org", "two@example.org"];
        assert_eq!(send(&on_day(&services, 16, 7), &mailer).await, both);
        assert_eq!(send(&on_day(&services, 17, 9), &mailer).await, none);
        rounds::cast(&services, Some(&employee(1)), &ballot("")).await.unwrap();
        assert_eq!(send(&on_day(&services, 18, 9), &mailer).await, none);
        let links = "SELECT COUNT(*) FROM check_in_link";
        assert_eq!(number(&services, links).await, 2);
        assert_eq!(send(&on_day(&services, 20, 9), &mailer).await, both, "whoever has answered");
        assert_eq!(number(&services, links).await, 2, "one link for each person");
        for day in [20, 21, 22] {
            assert_eq!(send(&on_day(&services, day, 10), &mailer).await, none, "then silence");
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM mail").await, 0, "no row stays");
        assert_eq!(number(&services, "SELECT mails FROM round WHERE number = 2").await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_instances_at_once_send_each_letter_once() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services).await;
        let instances: Vec<_> = (0..8)
            .map(|_| {
                let services = services.clone();
                tokio::spawn(async move {
                    reminders::run_due(&services).await.unwrap();
                    send_letters(&services).await.unwrap();
                })
            })
            .collect();
        for instance in instances {
            instance.await.unwrap();
        }
        send_letters(&services).await.unwrap();
        let mut to: Vec<String> = mailer.take().into_iter().map(|letter| letter.address).collect();
        to.sort();
        assert_eq!(to, ["one@example.org", "two@example.org"]);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM mail").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_answers_while_a_letter_waits_gets_it_and_a_late_start_sends_one_not_two() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services).await;
        reminders::run_due(&services).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM mail WHERE kind = 'check-in'").await, 2);
        rounds::cast(&services, Some(&employee(2)), &ballot("")).await.unwrap();
        send_letters(&services).await.unwrap();
        let letters = mailer.take();
        assert_eq!(letters.len(), 2);
        assert!(letters[0].subject.contains("A new round") && letters[0].body.contains("22 November 2026"));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM mail").await, 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM check_in_link").await, 2);
        assert_eq!(number(&services, "SELECT mails FROM round WHERE number = 2").await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_that_cannot_be_sent_leave_no_row_behind_and_never_hold_up_another() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services).await;
        mailer.is_broken.store(true, Ordering::Relaxed);
        let mut then = crate::common::now();
        for minutes in [0, 1, 5, 30, 120, 720] {
            then += chrono::Duration::minutes(minutes);
            let services = services.with_clock(Arc::new(StoppedClock(then)));
            reminders::run_due(&services).await.unwrap();
            assert_eq!(number(&services, "SELECT COUNT(*) FROM mail").await, 2);
            send_letters(&services).await.unwrap();
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM mail").await, 0);
        // A reset goes before a thousand letters about the round.
        mailer.is_broken.store(false, Ordering::Relaxed);
        run(&services, "UPDATE round SET mails = 0").await;
        reminders::run_due(&services).await.unwrap();
        service::accounts::account_tokens::ask_reset(&services, "two", "").await.unwrap();
        send_letters(&services).await.unwrap();
        let letters = mailer.take();
        assert_eq!(letters.len(), 3);
        assert!(letters[0].body.contains("/welcome?reset="));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_transport_nothing_is_queued_or_marked_as_sent() {
    on_both(async |services| {
        let (with_post, mailer) = with_box(&services).await;
        reminders::run_due(&services).await.unwrap();
        assert_eq!(number(&services, "SELECT mails FROM round WHERE number = 2").await, 0);
        assert_eq!(send(&with_post, &mailer).await.len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_answers_once_and_looking_uses_nothing_up() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services).await;
        let pass = first_link(&services, &mailer).await;
        for _ in 0..3 {
            assert!(!personal_links::page(&services, Some(&pass)).await.unwrap().is_answered);
        }
        assert_eq!(problem(personal_links::cast(&services, Some(&pass), &ballot("a")).await), None);
        assert_eq!(
            problem(personal_links::cast(&services, Some(&pass), &ballot("a")).await),
            None,
            "the same form"
        );
        let second = personal_links::cast(&services, Some(&pass), &ballot("b")).await;
        assert_eq!(problem(second), None, "the same receipt, and it is dropped");
        let page = async || {
            let page = personal_links::page(&services, Some(&pass)).await.unwrap();
            domain::staff::check_in::CheckInPage { key: String::new(), ..page }
        };
        assert!(!page().await.is_answered, "a link tells nobody");
        assert!(personal_links::receipt(&services).await.unwrap().is_answered);
        let signed_in = rounds::cast(&services, Some(&employee(1)), &ballot("c")).await;
        assert_eq!(problem(signed_in), Some(Problem::AlreadyAnswered), "one vote, whichever way");
        assert_eq!((votes(&services).await, answers(&services, 2).await), (1, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_letter_brings_the_same_link() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services).await;
        let first = first_link(&on_day(&services, 16, 9), &mailer).await;
        let second = first_link(&on_day(&services, 20, 9), &mailer).await;
        assert!(first == second);
        assert_eq!(problem(personal_links::cast(&services, Some(&second), &ballot("a")).await), None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn links_of_strangers_leavers_locked_accounts_and_closed_rounds_are_refused() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services).await;
        let pass = first_link(&services, &mailer).await;
        let try_it = async || problem(personal_links::cast(&services, Some(&pass), &ballot("a")).await);
        let forged = Pass::parse(&format!("link:{}", "0f".repeat(32)));
        for stranger in [None, Some(Pass::typed("0000-0000")), forged] {
            let refused = personal_links::page(&services, stranger.as_ref()).await;
            assert_eq!(problem(refused), Some(Problem::LinkExpired));
        }
        run(&services, "UPDATE account SET state = 'locked' WHERE person_id = 1").await;
        assert_eq!(try_it().await, Some(Problem::LinkExpired));
        run(&services, "UPDATE account SET state = 'active' WHERE person_id = 1").await;
        run(&services, "UPDATE person SET left_on = '2026-11-21' WHERE id = 1").await;
        assert_eq!(try_it().await, Some(Problem::LinkExpired));
        run(&services, "UPDATE person SET left_on = NULL WHERE id = 1").await;
        run(&services, "UPDATE round SET state = 'closed' WHERE number = 2").await;
        assert_eq!(try_it().await, Some(Problem::RoundClosed));
        run(&services, "UPDATE round SET state = 'voided' WHERE number = 2").await;
        assert_eq!(try_it().await, Some(Problem::RoundVoided));
        assert_eq!(votes(&services).await, 0);
        run(&services, "UPDATE round SET state = 'open' WHERE number = 2").await;
        assert_eq!(try_it().await, None, "nothing was lost");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_team_answers_by_code_gets_no_letter() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services).await;
        run(&services, "UPDATE roll SET by_code = TRUE WHERE unit_id = 3").await;
        assert!(send(&services, &mailer).await.is_empty());
    })
    .await;
}
