//! A clock that leaps ahead and is put right: nothing that cannot be taken back is done by it.

use std::sync::Arc;

use chrono::Duration;
use domain::{Problem, Role};
use service::{Error, Services, clock::StoppedClock, jobs, rounds, sign_in};

use crate::common::{actor, now, number, on_both};

const PASSWORD: &str = "regn over fjellet";

fn ten_days_ahead(services: &Services) -> Services {
    services.with_clock(Arc::new(StoppedClock(now() + Duration::days(10))))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_begun_while_the_clock_was_ahead_ends_when_it_is_put_right() {
    on_both(async |services| {
        sign_in::create_account(&services.people, "kari@example.org", "Kari", Role::Service, "S", PASSWORD)
            .await
            .unwrap();
        let ahead = ten_days_ahead(&services);
        let token = sign_in::sign_in(&ahead.people, "kari@example.org", PASSWORD).await.unwrap();
        assert!(sign_in::actor(&ahead, token.as_str()).await.unwrap().is_some());
        assert!(sign_in::actor(&services, token.as_str()).await.unwrap().is_none());
        let token = sign_in::sign_in(&services.people, "kari@example.org", PASSWORD).await.unwrap();
        assert!(sign_in::actor(&services, token.as_str()).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rounds_are_held_when_the_clock_leaps_and_go_on_when_it_is_put_right_or_confirmed() {
    on_both(async |services| {
        let open = "SELECT COUNT(*) FROM round WHERE number = 2 AND state = 'open'";
        jobs::run_due(&services).await.unwrap();
        let ahead = ten_days_ahead(&services);
        jobs::run_due(&ahead).await.unwrap();
        assert_eq!(number(&services, open).await, 1, "released because the clock had leapt");
        let hr = actor(Role::Hr, 1);
        let page = rounds::calendar::calendar(&ahead, Some(&hr)).await.unwrap();
        assert!(page.held.is_some_and(|held| held.since.starts_with("2026-12-01")));
        jobs::run_due(&services).await.unwrap();
        assert_eq!(rounds::calendar::calendar(&services, Some(&hr)).await.unwrap().held, None, "put right");

        jobs::run_due(&ahead).await.unwrap();
        let manager = organisation::leap::resume(&ahead, Some(&actor(Role::Manager, 2))).await;
        assert!(matches!(manager.map_err(Error::into_problem), Err(Problem::Forbidden)));
        organisation::leap::resume(&ahead, Some(&hr)).await.unwrap();
        jobs::run_due(&ahead).await.unwrap();
        assert_eq!(number(&services, open).await, 0, "somebody said that the date is right");
        assert_eq!(number(&services, "SELECT COUNT(*) FROM audit WHERE event = 'jobs_resumed'").await, 1);
    })
    .await;
}
