//! Signing in: sessions that end, and answers that tell nothing.

use std::sync::Arc;

use crate::common::{now, number, on_both, run};
use chrono::Duration;
use domain::{Problem, Role};
use service::{Error, Services, clock::StoppedClock, sign_in};

const PASSWORD: &str = "regn over fjellet";

async fn make(services: &Services, email: &str, role: Role) {
    sign_in::create_account(&services.people, email, "Kari Lie", role, "ROOT", PASSWORD).await.unwrap();
}

fn later(services: &Services, minutes: i64) -> Services {
    services.with_clock(Arc::new(StoppedClock(now() + Duration::minutes(minutes))))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_names_its_person_until_signed_out() {
    on_both(async |services| {
        make(&services, "Kari@Example.org", Role::Service).await;
        let token = sign_in::sign_in(&services.people, " kari@example.org ", PASSWORD).await.unwrap();
        let actor = sign_in::actor(&services, token.as_str()).await.unwrap().unwrap();
        assert_eq!((actor.name.as_str(), actor.grants.len()), ("Kari Lie", 1));
        let stored = "SELECT COUNT(*) FROM session WHERE LENGTH(token_hash) = 32";
        assert_eq!(number(&services, stored).await, 1, "only the hash of a token is stored");
        sign_in::sign_out(&services, token.as_str()).await.unwrap();
        assert!(sign_in::actor(&services, token.as_str()).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_session_ends_after_half_an_hour_for_hr_and_eight_hours_for_employees() {
    on_both(async |services| {
        make(&services, "hr@example.org", Role::Hr).await;
        make(&services, "e@example.org", Role::Employee).await;
        let hr = sign_in::sign_in(&services.people, "hr@example.org", PASSWORD).await.unwrap();
        run(&services, "UPDATE session SET is_by_provider = TRUE").await;
        let employee = sign_in::sign_in(&services.people, "e@example.org", PASSWORD).await.unwrap();
        let runs = async |token: &str, minutes| {
            sign_in::actor(&later(&services, minutes), token).await.unwrap().is_some()
        };
        assert!(runs(hr.as_str(), 29).await);
        assert!(runs(hr.as_str(), 29 + 29).await, "use keeps it going");
        assert!(!runs(hr.as_str(), 29 + 29 + 30).await);
        assert!(runs(employee.as_str(), 7 * 60).await);
        assert!(!runs(employee.as_str(), 12 * 60).await, "twelve hours are the end, used or not");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Hr).await;
        for (email, password) in
            [("kari@example.org", "wrong wrong wrong"), ("nobody@example.org", PASSWORD), ("", "")]
        {
            let refused = sign_in::sign_in(&services.people, email, password).await;
            assert!(matches!(refused, Err(Error::Problem(Problem::WrongSignIn))), "{email}");
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM session").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_taken_away_is_gone_with_the_next_request() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Hr).await;
        let token = sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await.unwrap();
        run(&services, "DELETE FROM role_grant WHERE role = 'hr'").await;
        let actor = sign_in::actor(&services, token.as_str()).await.unwrap();
        assert!(actor.is_none_or(|actor| actor.grants.is_empty()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_password_and_a_taken_address_are_refused() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Hr).await;
        let again =
            sign_in::create_account(&services.people, "KARI@example.org", "K", Role::Hr, "ROOT", PASSWORD)
                .await;
        assert!(again.unwrap_err().to_string().contains("already"));
        let short =
            sign_in::create_account(&services.people, "b@example.org", "B", Role::Hr, "ROOT", "kort").await;
        assert!(short.unwrap_err().to_string().contains("15"));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM account").await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_is_not_known_is_an_error_and_not_a_person_with_fewer_roles() {
    on_both(async |services| {
        make(&services, "kari@example.org", Role::Service).await;
        let token = sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await.unwrap();
        run(&services, "UPDATE role_grant SET role = 'owner' WHERE role = 'service'").await;
        let error = sign_in::actor(&services, token.as_str()).await.unwrap_err();
        assert_eq!(error.to_string(), "role_grant.role holds \"owner\", which this version does not know");
    })
    .await;
}
