//! An import that is undone leaves every table as it was before.

use std::sync::Arc;

use chrono::Duration;
use domain::{
    AccountId, Problem, Role, UnitId,
    exchange::import::{ImportKind, ImportState},
};
use sea_orm::{ConnectionTrait, Statement};
use service::{
    Actor, Error, Services,
    clock::StoppedClock,
    imports::{undo, uploads},
};

use crate::common::{actor, now, number, on_both, run};

fn admin() -> Actor {
    Actor {
        grants: [Role::Admin, Role::Service]
            .map(|role| base::access::Grant { role, unit: UnitId::new(1) })
            .to_vec(),
        ..actor(Role::Admin, 1)
    }
}

async fn written(services: &Services, kind: ImportKind, csv: &str) -> i64 {
    let admin = admin();
    let id = uploads::create(&services.exchange, Some(&admin), kind, "f.csv", csv.as_bytes().to_vec())
        .await
        .unwrap();
    uploads::confirm(services, Some(&admin), id, &Default::default()).await.unwrap();
    assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 1);
    let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
    assert_eq!(page.import.state, ImportState::Done);
    assert!(page.undoable_until.is_some());
    id
}

async fn problem(services: &Services, id: i64) -> Option<Problem> {
    undo::undo(services, Some(&admin()), id).await.err().map(Error::into_problem)
}

/// Everything that imports touch, sums included, row by row.
async fn everything(services: &Services) -> Vec<String> {
    let db = &services.db.reader;
    let sql = "SELECT 'rollup ' || unit_id || ' ' || resolution || ' ' || period_start || ' ' || complaints || ' ' || contacts AS line FROM voice_rollup
        UNION ALL SELECT 'day ' || unit_id || ' ' || day || ' ' || contacts FROM contact_day
        UNION ALL SELECT 'history ' || unit_id || ' ' || resolution || ' ' || period_start || ' ' || complaints || ' ' || contacts FROM history
        UNION ALL SELECT 'complaint ' || unit_id || ' ' || happened_on || ' ' || what FROM complaint
        UNION ALL SELECT 'row ' || import_id || ' ' || unit FROM import_row
        UNION ALL SELECT 'path ' || import_id || ' ' || unit_id || ' ' || above_id FROM import_path ORDER BY line";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get::<String>("", "line").unwrap()).collect()
}

const FILES: [(ImportKind, &str); 3] = [
    (ImportKind::Contacts, "unit,date,contacts\nA,2026-11-01,40\nB,2026-11-01,7\nC,2026-11-02,9\n"),
    (ImportKind::History, "unit,period,complaints,contacts\nA,2025Q1,3,100\nB,2025Q1,2,50\n"),
    (
        ImportKind::Complaints,
        "unit,date,what\nA,2026-11-03,Cold soup\nA,2026-11-03,No answer\nC,2026-11-03,Queue\n",
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_an_import_added_is_gone_and_nothing_else() {
    on_both(async |services| {
        run(&services, "INSERT INTO role_grant VALUES (1, 'admin', 1), (1, 'service', 1)").await;
        // Others of the same units and days stay.
        written(&services, ImportKind::Contacts, "unit,date,contacts\nA,2026-11-03,5\nC,2026-11-01,3\n")
            .await;
        written(&services, ImportKind::Complaints, "unit,date,what\nA,2026-11-03,Stays\n").await;
        // A day without a customer is no day without a count.
        written(&services, ImportKind::Contacts, "unit,date,contacts\nB,2026-11-07,0\n").await;
        let before = everything(&services).await;
        for (kind, csv) in FILES {
            let id = written(&services, kind, csv).await;
            assert_ne!(everything(&services).await, before, "{kind:?}");
            // A unit that moves meanwhile takes no sum along that was added above it before.
            run(&services, "UPDATE unit SET parent_id = 5 WHERE id = 3").await;
            assert_eq!(problem(&services, id).await, None, "{kind:?}");
            run(&services, "UPDATE unit SET parent_id = 2 WHERE id = 3").await;
            assert_eq!(everything(&services).await, before, "{kind:?}");
            assert_eq!(problem(&services, id).await, Some(Problem::NotFound), "once");
        }
        let logged = "SELECT COUNT(*) FROM audit WHERE event = 'import_undone'";
        assert_eq!(number(&services, logged).await, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_day_or_once_somebody_worked_on_a_complaint_an_import_stays() {
    on_both(async |services| {
        run(&services, "INSERT INTO role_grant VALUES (1, 'admin', 1), (1, 'service', 1)").await;
        let contacts = written(&services, FILES[0].0, FILES[0].1).await;
        let complaints = written(&services, FILES[2].0, FILES[2].1).await;
        let colleague = Actor { account: AccountId::new(2), ..admin() };
        let others = undo::undo(&services, Some(&colleague), contacts).await;
        assert_eq!(others.err().map(Error::into_problem), Some(Problem::NotFound));
        run(
            &services,
            "INSERT INTO case_event (complaint_id, version, event, at, role, data)
             SELECT MAX(id), 1, 'noted', '2026-11-21 10:00:00+00:00', 'service', '{}' FROM complaint",
        )
        .await;
        let before = everything(&services).await;
        assert_eq!(problem(&services, complaints).await, Some(Problem::ImportStays));
        let later = services.with_clock(Arc::new(StoppedClock(now() + Duration::hours(24))));
        assert_eq!(problem(&later, contacts).await, Some(Problem::ImportStays));
        let page = uploads::page(&later.exchange, Some(&admin()), contacts).await.unwrap();
        assert_eq!(page.undoable_until, None);
        assert_eq!(everything(&services).await, before, "nothing was changed");
        // Within the day nothing is forgotten, after it all that undoing takes.
        undo::forget(&services).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM import_row").await, 3);
        undo::forget(&later).await.unwrap();
        let left = "SELECT (SELECT COUNT(*) FROM import_row) + (SELECT COUNT(*) FROM import_path)";
        assert_eq!(number(&services, left).await, 0);
        let just = services.with_clock(Arc::new(StoppedClock(now() + Duration::hours(23))));
        assert_eq!(problem(&just, contacts).await, Some(Problem::ImportStays), "it is forgotten");
    })
    .await;
}
