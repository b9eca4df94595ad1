//! Passwords, links and printed codes, sessions, closing.

use std::sync::Arc;

use crate::common::{now, number, on_both, run};
use chrono::{DateTime, Duration, Utc};
use domain::{
    AccountId, Field, Problem, Role, UnitId, Why,
    access::Proof,
    people::account::{Given, NewPassword},
};
use service::{
    Actor, Error, Services,
    accounts::{self, account_tokens, account_tokens::Wish},
    clock::StoppedClock,
    sign_in::{self, Attempt, Visitor, WaitsFor},
};

const PASSWORD: &str = "regn over fjellet";
const OTHER: &str = "snø under brua i mars";

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

async fn make(services: &Services, login: &str, role: Role) -> i64 {
    sign_in::create_account(&services.people, login, "Kari Lie", role, "ROOT", PASSWORD).await.unwrap();
    i64::from(accounts::by_login(&services.db.reader, login).await.unwrap())
}

async fn enter(services: &Services, login: &str) -> Actor {
    let token = sign_in::sign_in(&services.people, login, PASSWORD).await.unwrap();
    sign_in::actor(services, token.as_str()).await.unwrap().unwrap()
}

fn new_password(password: &str, new: &str) -> NewPassword {
    NewPassword { password: password.to_owned(), new_password: new.to_owned(), repeat: new.to_owned() }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_session_survives_a_change_of_password() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Service).await;
        let elsewhere = sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await.unwrap();
        let here = sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await.unwrap();
        let actor = sign_in::actor(&services, here.as_str()).await.unwrap().unwrap();
        let wrong =
            accounts::change_password(&services.people, Some(&actor), &new_password("wrong", OTHER)).await;
        assert_eq!(problem(wrong), Problem::invalid(Field::Password, Why::Wrong));
        let differs = NewPassword { repeat: "else".to_owned(), ..new_password(PASSWORD, OTHER) };
        let differs = accounts::change_password(&services.people, Some(&actor), &differs).await;
        assert_eq!(problem(differs), Problem::invalid(Field::Repeat, Why::NotSame));
        let new = accounts::change_password(&services.people, Some(&actor), &new_password(PASSWORD, OTHER))
            .await
            .unwrap();
        for old in [elsewhere, here] {
            assert!(sign_in::actor(&services, old.as_str()).await.unwrap().is_none());
        }
        assert!(sign_in::actor(&services, new.as_str()).await.unwrap().is_some());
        assert_eq!(
            problem(sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await),
            Problem::WrongSignIn
        );
        assert!(sign_in::sign_in(&services.people, "kari@example.org", OTHER).await.is_ok());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_session_survives_locking_and_the_answer_tells_nothing_before_the_password() {
    on_both(async |services| {
        let account = make(&services, "kari@example.org", Role::Service).await;
        for state in ["locked", "left", "new", "invited"] {
            run(&services, "UPDATE account SET state = 'active'").await;
            let token = sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await.unwrap();
            run(&services, &format!("UPDATE account SET state = '{state}' WHERE id = {account}")).await;
            assert!(sign_in::visitor(&services, token.as_str()).await.unwrap().is_none(), "{state}");
            let wrong = sign_in::sign_in(&services.people, "kari@example.org", OTHER).await;
            assert_eq!(problem(wrong), Problem::WrongSignIn, "{state}");
            let right = problem(sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await);
            let is_closed = matches!(state, "locked" | "left");
            assert_eq!(
                right,
                if is_closed { Problem::AccountClosed } else { Problem::WrongSignIn },
                "{state}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_wrong_attempts_pause_a_login_from_where_they_come_and_fifty_an_address() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Service).await;
        let attempt = async |login: &str, address: &str| {
            let attempt = Attempt { login, password: "wrong", address, device: "" };
            problem(sign_in::enter(&services.people, &attempt).await)
        };
        for _ in 0..10 {
            assert_eq!(attempt("kari@example.org", "192.0.2.1").await, Problem::WrongSignIn);
        }
        assert_eq!(attempt("kari@example.org", "192.0.2.1").await, Problem::TooManyAttempts);
        let right =
            Attempt { login: "kari@example.org", password: PASSWORD, address: "192.0.2.2", device: "" };
        assert!(
            sign_in::enter(&services.people, &right).await.is_ok(),
            "nobody locks somebody out from one place"
        );
        for n in 0..50 {
            assert_eq!(attempt(&format!("nobody{n}"), "198.51.100.1").await, Problem::WrongSignIn);
        }
        assert_eq!(attempt("somebody else", "198.51.100.1").await, Problem::TooManyAttempts);
        let later = at(&services, now() + Duration::minutes(16));
        assert!(sign_in::sign_in(&later.people, "kari@example.org", PASSWORD).await.is_ok());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn three_instances_grant_ten_tries_in_all_and_not_ten_each() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Service).await;
        // What each instance keeps in its own memory starts empty.
        let instances = [0, 1, 2].map(|_| Services::new(services.db.clone(), services.clock.clone()));
        let tries: Vec<_> = (0..24)
            .map(|n| {
                let instance = instances[n % 3].clone();
                tokio::spawn(async move {
                    let attempt = Attempt {
                        login: "kari@example.org",
                        password: "wrong",
                        address: "192.0.2.1",
                        device: "",
                    };
                    problem(sign_in::enter(&instance.people, &attempt).await)
                })
            })
            .collect();
        let mut wrong = 0;
        for attempt in tries {
            wrong += usize::from(attempt.await.unwrap() == Problem::WrongSignIn);
        }
        assert_eq!(wrong, 10);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM attempt").await, 30, "three keys for each");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_for_somebody_else_s_link_neither_ends_theirs_nor_uses_up_their_share() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Service).await;
        let later = |minutes| at(&services, now() + Duration::minutes(minutes));
        let letters = "SELECT COUNT(*) FROM mail WHERE kind = 'reset' AND account_id IS NOT NULL";
        account_tokens::ask_reset(&services, "kari@example.org", "192.0.2.1").await.unwrap();
        assert_eq!(number(&services, letters).await, 1);
        // Ten from elsewhere within two minutes: no second letter, and no more after the tenth.
        for n in 0..11 {
            let asked = account_tokens::ask_reset(&services, "kari@example.org", "198.51.100.1").await;
            assert_eq!(asked.is_ok(), n < 10, "{n}");
        }
        assert_eq!(number(&services, letters).await, 1);
        account_tokens::ask_reset(&later(3), "kari@example.org", "192.0.2.1").await.unwrap();
        assert_eq!(number(&services, letters).await, 2, "the owner has a share of their own");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_printed_code_opens_an_account_once_and_the_newest_alone() {
    on_both(async |services| {
        let create = sign_in::create_account(&services.people, "4711", "Ola Vik", Role::Employee, "A", "");
        create.await.unwrap();
        let account = accounts::by_login(&services.db.reader, "4711").await.unwrap();
        assert_eq!(problem(sign_in::sign_in(&services.people, "4711", "!").await), Problem::WrongSignIn);
        let older = account_tokens::print_code(services.db.writer(), &crate::common::by(), account, None)
            .await
            .unwrap();
        let code = account_tokens::print_code(services.db.writer(), &crate::common::by(), account, None)
            .await
            .unwrap();
        assert!(code.len() == 19 && code.matches('-').count() == 3, "{code}");
        let redeem = async |services: &Services, login: &str, code: &str, new: &str| {
            account_tokens::redeem_code(
                &services.people,
                login,
                code,
                Wish::Password(&new_password("", new)),
                ("", ""),
            )
            .await
        };
        let wrong = Problem::invalid(Field::Code, Why::Wrong);
        assert_eq!(problem(redeem(&services, "4711", &older, OTHER).await), wrong);
        assert_eq!(problem(redeem(&services, "manager@example.org", &code, OTHER).await), wrong);
        assert_eq!(problem(redeem(&services, "nobody", &code, OTHER).await), wrong);
        let late = at(&services, now() + Duration::days(7));
        assert_eq!(problem(redeem(&late, "4711", &code, OTHER).await), wrong);
        let weak = problem(redeem(&services, "4711", &code, "ola vik ola vik 4711").await);
        assert_eq!(weak, Problem::invalid(Field::NewPassword, Why::TooCommon));
        let noted =
            "SELECT COUNT(*) FROM opened_by_code JOIN account ON account.person_id = opened_by_code.person_id
                     WHERE account.login = '4711' AND quarter = '2026-10-01'";
        assert_eq!(number(&services, noted).await, 0);
        let sloppy = code.to_lowercase().replace('-', " ");
        let (token, needs_code) = redeem(&services, "4711", &sloppy, OTHER).await.unwrap();
        assert_eq!(number(&services, noted).await, 1, "no figure of the quarter rests on such a ballot");
        assert!(!needs_code && sign_in::actor(&services, token.as_str()).await.unwrap().is_some());
        assert_eq!(problem(redeem(&services, "4711", &code, OTHER).await), wrong, "used up");
        assert!(sign_in::sign_in(&services.people, "4711", OTHER).await.is_ok());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_account_gets_neither_code_nor_invitation() {
    on_both(async |services| {
        let account = make(&services, "kari@example.org", Role::Service).await;
        let code = account_tokens::print_code(
            services.db.writer(),
            &crate::common::by(),
            AccountId::new(account),
            None,
        )
        .await
        .unwrap();
        run(&services, &format!("UPDATE account SET state = 'locked' WHERE id = {account}")).await;
        let db = services.db.writer();
        assert_eq!(
            problem(
                account_tokens::print_code(db, &crate::common::by(), AccountId::new(account), None).await
            ),
            Problem::AccountClosed
        );
        assert_eq!(
            problem(account_tokens::queue_invite(db, &crate::common::by(), AccountId::new(account)).await),
            Problem::AccountClosed
        );
        let form = new_password("", OTHER);
        let redeemed = account_tokens::redeem_code(
            &services.people,
            "kari@example.org",
            &code,
            Wish::Password(&form),
            ("", ""),
        )
        .await;
        assert_eq!(problem(redeemed), Problem::invalid(Field::Code, Why::Wrong));
        accounts::unlock(&services, "kari@example.org").await.unwrap();
        assert!(accounts::unlock(&services, "kari@example.org").await.is_err());
        assert!(sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await.is_ok());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sensitive_act_wants_a_proof_that_is_not_ten_minutes_old() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Service).await;
        let token = sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await.unwrap();
        let later = at(&services, now() + Duration::minutes(10));
        let actor = sign_in::actor(&later, token.as_str()).await.unwrap().unwrap();
        assert_eq!(actor.session.as_ref().unwrap().proof, Proof::Password);
        assert_eq!(
            problem(accounts::own_data(&later, Some(&actor), serde_json::Value::Null).await),
            Problem::ProofNeeded
        );
        let given = |password: &str| Given { password: password.to_owned(), code: String::new() };
        let prove = async |password: &str| sign_in::prove(&later.people, &actor, &given(password)).await;
        assert_eq!(problem(prove("").await), Problem::ProofNeeded);
        assert_eq!(problem(prove("wrong").await), Problem::invalid(Field::Password, Why::Wrong));
        let proven = prove(PASSWORD).await.unwrap();
        let (person, day) = (actor.person.unwrap(), "2026-11-20".parse().unwrap());
        organisation::roster::note_opened_by_code(services.db.writer(), person, day).await.unwrap();
        let data = accounts::own_data(&later, Some(&proven.actor), serde_json::Value::Null).await.unwrap();
        let data = String::from_utf8(data).unwrap();
        assert!(data.contains("kari@example.org") && !data.contains("argon2"), "{data}");
        assert!(data.contains("2026-10-01"), "that a printed code opened the sign-in is told: {data}");
        assert!(sign_in::actor(&later, token.as_str()).await.unwrap().is_none(), "the old token is dead");
        let token = proven.token.unwrap();
        let again = sign_in::actor(&later, token.as_str()).await.unwrap().unwrap();
        assert_eq!(again.session.unwrap().proof, Proof::Fresh, "the proof stays with the session");
        let logged = "SELECT COUNT(*) FROM export_log JOIN audit ON audit.event = 'own_data_taken'";
        assert_eq!(number(&services, logged).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_end_one_by_one_or_all_but_this() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Service).await;
        make(&services, "other@example.org", Role::Service).await;
        let stranger = enter(&services, "other@example.org").await;
        let attempt =
            Attempt { login: "kari@example.org", password: PASSWORD, address: "", device: "Firefox/Android" };
        let phone = sign_in::enter(&services.people, &attempt).await.unwrap().token;
        let third = sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await.unwrap();
        let actor = enter(&services, "kari@example.org").await;
        let page = accounts::page(&services, Some(&actor)).await.unwrap();
        assert_eq!((page.sessions.len(), page.sessions[0].is_this), (3, true));
        let row = page.sessions.iter().find(|row| row.device == "Firefox/Android").unwrap();
        accounts::end_session(&services, Some(&stranger), &row.key).await.unwrap();
        assert!(sign_in::actor(&services, phone.as_str()).await.unwrap().is_some(), "not theirs to end");
        accounts::end_session(&services, Some(&actor), &row.key).await.unwrap();
        assert!(sign_in::actor(&services, phone.as_str()).await.unwrap().is_none());
        accounts::end_other_sessions(&services, Some(&actor)).await.unwrap();
        assert!(sign_in::actor(&services, third.as_str()).await.unwrap().is_none());
        assert_eq!(number(&services, "SELECT COUNT(*) FROM session").await, 2, "own and the stranger's");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_account_leaves_what_was_counted_and_the_last_administrator_stays() {
    on_both(async |services| {
        let account = make(&services, "one@example.org", Role::Employee).await;
        let actor = enter(&services, "one@example.org").await;
        accounts::close(&services, Some(&actor)).await.unwrap();
        let ended = format!(
            "SELECT COUNT(*) FROM account JOIN roster ON roster.person_id = account.person_id
             WHERE account.id = {account} AND state = 'left' AND password_hash = '!' AND email IS NULL
             AND to_on = '2026-11-21'"
        );
        assert_eq!(number(&services, &ended).await, 1);
        // Closing one's own account once wrote the last day here, leaving by an administrator the first absent one.
        let first_absent = "SELECT COUNT(*) FROM person WHERE left_on = '2026-11-22'";
        assert_eq!(number(&services, first_absent).await, 1);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM session").await, 0);
        assert_eq!(
            problem(sign_in::sign_in(&services.people, "one@example.org", PASSWORD).await),
            Problem::WrongSignIn
        );

        make(&services, "admin@example.org", Role::Admin).await;
        let token = sign_in::sign_in(&services.people, "admin@example.org", PASSWORD).await.unwrap();
        let waits = sign_in::visitor(&services, token.as_str()).await.unwrap();
        assert!(matches!(waits, Some(Visitor::Waiting(waiting)) if waiting.waits_for == WaitsFor::Factor));
        run(&services, "UPDATE session SET is_by_provider = TRUE").await;
        let admin = sign_in::actor(&services, token.as_str()).await.unwrap().unwrap();
        let refused = problem(accounts::close(&services, Some(&admin)).await);
        assert_eq!(refused, Problem::invalid(Field::Role, Why::LastAdmin));
        make(&services, "second@example.org", Role::Admin).await;
        accounts::close(&services, Some(&admin)).await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn changing_the_password_proves_nothing_but_the_password() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Service).await;
        let token = sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await.unwrap();
        let later = at(&services, now() + Duration::minutes(11));
        let actor = sign_in::actor(&later, token.as_str()).await.unwrap().unwrap();
        let form = NewPassword {
            password: PASSWORD.to_owned(),
            new_password: "sol over fjellet og fjorden".to_owned(),
            repeat: "sol over fjellet og fjorden".to_owned(),
        };
        let token = accounts::change_password(&later.people, Some(&actor), &form).await.unwrap();
        let actor = sign_in::actor(&later, token.as_str()).await.unwrap().unwrap();
        assert_ne!(actor.session.unwrap().proof, Proof::Fresh, "a second factor could be taken away with it");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_printed_before_a_role_was_given_opens_nothing_afterwards() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Service).await;
        let account = number(&services, "SELECT id FROM account WHERE login = 'kari@example.org'").await;
        let code = account_tokens::print_code(
            services.db.writer(),
            &crate::common::by(),
            AccountId::new(account),
            None,
        )
        .await
        .unwrap();
        let db = services.db.writer();
        service::people::changes::give_role(
            db,
            &crate::common::by(),
            AccountId::new(account),
            Role::Hr,
            UnitId::new(1),
        )
        .await
        .unwrap();
        let form = NewPassword {
            password: String::new(),
            new_password: "sol over fjellet og fjorden".to_owned(),
            repeat: "sol over fjellet og fjorden".to_owned(),
        };
        let outcome = account_tokens::redeem_code(
            &services.people,
            "kari@example.org",
            &code,
            Wish::Password(&form),
            ("", ""),
        )
        .await;
        assert!(outcome.is_err(), "whoever printed the code would be HR");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_only_keeper_of_the_whole_cannot_close_their_account_though_a_part_has_a_keeper() {
    on_both(async |services| {
        make(&services, "root@example.org", Role::Admin).await;
        sign_in::create_account(&services.people, "part@example.org", "Part", Role::Admin, "S", PASSWORD)
            .await
            .unwrap();
        let token = sign_in::sign_in(&services.people, "root@example.org", PASSWORD).await.unwrap();
        run(&services, "UPDATE session SET is_by_provider = TRUE").await;
        let actor = sign_in::actor(&services, token.as_str()).await.unwrap().unwrap();
        let refused = problem(accounts::close(&services, Some(&actor)).await);
        assert_eq!(refused, Problem::invalid(Field::Role, Why::LastAdmin));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM role_grant WHERE role = 'admin'").await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_in_through_a_provider_gets_no_password_by_mail() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Service).await;
        let account = number(&services, "SELECT id FROM account WHERE login = 'kari@example.org'").await;
        run(
            &services,
            &format!(
                "INSERT INTO oidc_identity (issuer, subject, account_id) VALUES ('https://i', 's', {account})"
            ),
        )
        .await;
        account_tokens::ask_reset(&services, "kari@example.org", "").await.unwrap();
        let queued = "SELECT COUNT(*) FROM mail WHERE account_id IS NOT NULL";
        assert_eq!(number(&services, queued).await, 0, "the provider's factors would be gone around");
        account_tokens::ask_reset(&services, &"x".repeat(60_000), "").await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_typing_error_of_somebody_who_only_checks_in_names_nobody() {
    on_both(async |services| {
        make(&services, "e@example.org", Role::Employee).await;
        make(&services, "s@example.org", Role::Service).await;
        for login in ["e@example.org", "s@example.org"] {
            assert!(sign_in::sign_in(&services.people, login, "wrong").await.is_err());
        }
        let named = "SELECT COUNT(*) FROM audit WHERE event = 'sign_in_refused' AND subject_id IS NOT NULL";
        assert_eq!(number(&services, named).await, 1);
    })
    .await;
}
