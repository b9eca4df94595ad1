//! Visits of members: what is of nobody who said yes is left out, and an import that is undone leaves nothing.

use domain::{
    Role,
    exchange::import::{ImportKind, ImportState},
};
use service::{
    Actor, Services,
    imports::{undo, uploads},
    members,
};

use crate::common::{actor, number, on_both, run};

fn desk() -> Actor {
    actor(Role::Service, 1)
}

async fn uploaded(services: &Services, csv: &str) -> i64 {
    let desk = desk();
    uploads::create(&services.exchange, Some(&desk), ImportKind::Visits, "v.csv", csv.as_bytes().to_vec())
        .await
        .unwrap()
}

async fn written(services: &Services, csv: &str) -> i64 {
    let id = uploaded(services, csv).await;
    uploads::confirm(services, Some(&desk()), id, &Default::default()).await.unwrap();
    assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 1);
    id
}

async fn members(services: &Services) {
    for n in 1..=2 {
        run(
            services,
            &format!(
                "INSERT INTO member (number, name, phone, email, lang, recognise_on, recognise_how, recognise_version, nonce, joined_on)
                 VALUES ('M-{n}', 'Kari', '', '', 'nb', '2026-01-01', 'in_person', 1, '{n}', '2026-01-01')"
            ),
        )
        .await;
    }
    run(services, "INSERT INTO role_grant VALUES (1, 'service', 1)").await;
}

const FILE: &str = "unit,date,member\nA,2026-08-03,M-1\nA,2026-08-03, m-1 \nB,2026-08-20,M-1\nA,2026-08-04,M-2\n\
    A,2026-08-05,M-9\nA,2024-08-05,M-2\n";

#[tokio::test(flavor = "multi_thread")]
async fn visits_of_members_are_taken_in_once_and_of_others_nothing_is_put_down() {
    on_both(async |services| {
        members(&services).await;
        let before = number(&services, "SELECT COUNT(*) FROM voice_rollup").await;
        let id = uploaded(&services, FILE).await;
        let page = uploads::page(&services.exchange, Some(&desk()), id).await.unwrap();
        assert!(page.dry_run.is_clean(), "{:?}", page.dry_run);
        // The second of a day, a stranger's, and one that is too old.
        assert_eq!((page.dry_run.rows, page.dry_run.left_out), (6, 3));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM visit").await, 0);
        uploads::confirm(&services, Some(&desk()), id, &Default::default()).await.unwrap();
        assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 1);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM visit").await, 3);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM import_row").await, 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM voice_rollup").await, before);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM visit_fold").await, 3, "June to August");
        // The same file again changes nothing.
        let again = written(&services, FILE).await;
        let page = uploads::page(&services.exchange, Some(&desk()), again).await.unwrap();
        assert_eq!((page.import.state, page.dry_run.left_out), (ImportState::Done, 6));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM visit").await, 3);
        undo::undo(&services, Some(&desk()), again).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM visit").await, 3);
        members::fold(&services).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM visit_month").await, 3);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM visit_month WHERE came_back").await, 1);
        // Undone, it is gone from the month that was folded, too.
        undo::undo(&services, Some(&desk()), id).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM visit").await, 0);
        members::fold(&services).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM visit_month").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_without_a_day_or_of_an_unknown_unit_is_refused_with_its_reason() {
    on_both(async |services| {
        members(&services).await;
        let id = uploaded(
            &services,
            "unit,date,member\nX,2026-08-03,M-1\nA,,M-1\nA,2027-08-03,M-1\nA,2026-08-03,\n",
        )
        .await;
        let page = uploads::page(&services.exchange, Some(&desk()), id).await.unwrap();
        assert_eq!((page.dry_run.rows, page.dry_run.problem_count), (4, 4), "{:?}", page.dry_run);
    })
    .await;
}
