//! Devices that are signed in to answer, without a password.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use domain::{AccountId, Field, Problem, Right, Role, Why, access::Proof};
use service::{
    Services,
    access::{authorize, authorize_any},
    accounts::{self, account_tokens, account_tokens::Wish},
    clock::StoppedClock,
    sign_in::{self, Visitor},
};

use crate::common::{by, now, number, on_both, run};

fn at(services: &Services, time: DateTime<Utc>) -> Services {
    services.with_clock(Arc::new(StoppedClock(time)))
}

/// A code on paper for somebody new.
async fn code_of(services: &Services, login: &str, role: Role) -> (AccountId, String) {
    sign_in::create_account(&services.people, login, "Ola Vik", role, "A", "").await.unwrap();
    let account = accounts::by_login(&services.db.reader, login).await.unwrap();
    (account, account_tokens::print_code(services.db.writer(), &by(), account, None).await.unwrap())
}

async fn open(services: &Services, login: &str, code: &str) -> service::Result<sign_in::SessionToken> {
    let agent = "Firefox/Android";
    account_tokens::redeem_code(&services.people, login, code, Wish::Answer, ("", agent))
        .await
        .map(|(token, _)| token)
}

async fn actor(services: &Services, token: &sign_in::SessionToken) -> Option<service::Actor> {
    match sign_in::visitor(services, token.as_str()).await.unwrap() {
        Some(Visitor::Full(actor)) => Some(actor),
        _ => None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_answers_needed_a_password_of_fifteen_characters_twice_on_a_phone() {
    on_both(async |services| {
        let (_, code) = code_of(&services, "4711", Role::Employee).await;
        let token = open(&services, "4711", &code).await.unwrap();
        assert_eq!(token.seconds(), Some(90 * 24 * 60 * 60));
        let again = open(&services, "4711", &code).await.err().unwrap().into_problem();
        assert_eq!(again, Problem::invalid(Field::Code, Why::Wrong), "one code, one device");
        for (hours, lasts) in [(0, true), (13, true), (24 * 89, true), (24 * 91, false)] {
            let then = at(&services, now() + Duration::hours(hours));
            assert_eq!(actor(&then, &token).await.is_some(), lasts, "after {hours} hours");
        }
        let quarter = "SELECT COUNT(*) FROM opened_by_code";
        assert_eq!(number(&services, quarter).await, 1, "no figure of the quarter rests on such a ballot");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_opens_check_in_team_and_account_and_asks_for_more_everywhere_else() {
    on_both(async |services| {
        let (account, code) = code_of(&services, "4711", Role::Employee).await;
        let token = open(&services, "4711", &code).await.unwrap();
        // A role that came later does not come with it.
        run(&services, &format!("INSERT INTO role_grant VALUES ({account}, 'manager', 2)")).await;
        let actor = actor(&services, &token).await.unwrap();
        let open = [Right::CheckIn, Right::ViewTeam, Right::KeepAccount];
        for right in Right::ALL {
            let outcome = authorize(Some(&actor), right).map(|_| ()).map_err(service::Error::into_problem);
            match open.contains(&right) {
                true => assert_eq!(outcome, Ok(()), "{right:?}"),
                false => assert_eq!(outcome, Err(Problem::SignInNeeded), "{right:?}"),
            }
            assert_eq!(actor.units_for(right).is_empty(), !open.contains(&right), "{right:?}");
        }
        assert!(authorize_any(Some(&actor), &[Right::ViewToday, Right::ManageUnits]).is_err());
        // There is nothing to show oneself with: what is sensitive waits for a full sign-in.
        assert_eq!(actor.session.as_ref().unwrap().proof, Proof::SignIn);
        let own = accounts::own_data(&services, Some(&actor), serde_json::Value::Null).await;
        assert_eq!(own.err().unwrap().into_problem(), Problem::ProofNeeded);
        let closed = accounts::close(&services, Some(&actor)).await;
        assert_eq!(closed.err().unwrap().into_problem(), Problem::ProofNeeded);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_another_role_needs_a_password_and_the_code_still_holds() {
    on_both(async |services| {
        let (_, code) = code_of(&services, "4712", Role::Manager).await;
        for _ in 0..2 {
            let refused = open(&services, "4712", &code).await.err().unwrap().into_problem();
            assert_eq!(refused, Problem::invalid(Field::NewPassword, Why::Missing));
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM session WHERE is_for_answers").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_says_the_day_alone_is_listed_and_can_be_ended() {
    on_both(async |services| {
        let (account, code) = code_of(&services, "4711", Role::Employee).await;
        let first = open(&services, "4711", &code).await.unwrap();
        let code = account_tokens::print_code(services.db.writer(), &by(), account, None).await.unwrap();
        let second = open(&services, "4711", &code).await.unwrap();
        // Nothing of when it is used is written down.
        let later = at(&services, now() + Duration::hours(30));
        let person = actor(&later, &first).await.unwrap();
        let moved = "SELECT COUNT(*) FROM session WHERE is_for_answers AND (seen_at <> created_at OR proven_at IS NOT NULL)";
        assert_eq!(number(&services, moved).await, 0);
        let page = accounts::page(&later, Some(&person)).await.unwrap();
        assert_eq!(page.sessions.len(), 2);
        assert!(page.sessions.iter().all(|session| session.answers_until.is_some() && session.since.ends_with("01:00")
            || session.since.ends_with("02:00")), "{:?}", page.sessions);
        let other = page.sessions.iter().find(|session| !session.is_this).unwrap();
        accounts::end_session(&later, Some(&person), &other.key).await.unwrap();
        assert!(actor(&later, &second).await.is_none() && actor(&later, &first).await.is_some());
        run(&services, &format!("UPDATE account SET state = 'locked' WHERE id = {account}")).await;
        assert!(actor(&later, &first).await.is_none(), "a locked account answers nowhere");
    })
    .await;
}
