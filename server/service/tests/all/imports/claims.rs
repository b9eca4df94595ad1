//! Several instances, one import.

use std::{fmt::Write, sync::Arc};

use chrono::TimeDelta;
use domain::{Role, exchange::import::ImportKind};
use service::{Services, clock::StoppedClock, imports::uploads};

use crate::common::{Gate, actor, now, number, on_both, run};

/// Another instance on the same database, some minutes later.
fn another(services: &Services, minutes: i64) -> Services {
    Services::new(services.db.clone(), Arc::new(StoppedClock(now() + TimeDelta::minutes(minutes))))
}

/// Rows without numbers of their own: nothing but the claim keeps them from being written twice.
fn complaints(rows: usize) -> Vec<u8> {
    let mut csv = String::from("unit,date,what\n");
    for row in 0..rows {
        writeln!(csv, "{},2026-10-{:02},Cold soup {row}", ["A", "B", "C"][row % 3], row % 28 + 1).unwrap();
    }
    csv.into_bytes()
}

async fn confirmed(services: &Services, csv: Vec<u8>) -> i64 {
    run(services, "INSERT INTO role_grant VALUES (1, 'admin', 1)").await;
    let admin = actor(Role::Admin, 1);
    let id = uploads::create(&services.exchange, Some(&admin), ImportKind::Complaints, "c.csv", csv)
        .await
        .unwrap();
    uploads::confirm(services, Some(&admin), id, &Default::default()).await.unwrap();
    id
}

/// Complaints, those in the roll-up of all, and rows on their way.
async fn written(services: &Services) -> (i64, i64, i64) {
    (
        number(services, "SELECT COUNT(*) FROM complaint WHERE reference LIKE 'K-%'").await,
        number(services, "SELECT SUM(complaints) FROM voice_rollup WHERE unit_id = 1").await,
        number(services, "SELECT COUNT(*) FROM import_row").await,
    )
}

/// Rows of the long import; the number of the report is 120,000.
fn many() -> usize {
    std::env::var("TRIVSEL_IMPORT_ROWS").map_or(6_000, |rows| rows.parse().unwrap())
}

#[tokio::test]
async fn an_import_under_way_was_queued_again_by_an_instance_that_started() {
    on_both(async |services| {
        let rows = many();
        confirmed(&services, complaints(rows)).await;
        let gate = Gate::new();
        let first = services.with_clock(gate.clone());
        gate.shut();
        let work = tokio::spawn(async move { uploads::run_queued(&first.exchange).await.unwrap() });
        gate.wait_for(1, || work.is_finished()).await;
        for _ in 0..2 {
            assert_eq!(uploads::run_queued(&another(&services, 1).exchange).await.unwrap(), 0);
        }
        gate.open();
        while !work.is_finished() {
            assert_eq!(uploads::run_queued(&another(&services, 1).exchange).await.unwrap(), 0);
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert_eq!(work.await.unwrap(), 1);
        assert_eq!(uploads::run_queued(&another(&services, 9).exchange).await.unwrap(), 0);
        let rows = i64::try_from(rows).unwrap();
        assert_eq!(written(&services).await, (rows, rows, 0));
    })
    .await;
}

#[tokio::test]
async fn an_import_whose_owner_stopped_is_written_by_another_once() {
    on_both(async |services| {
        let id = confirmed(&services, complaints(7)).await;
        // It stopped after some rows were put down.
        let left = format!(
            "UPDATE import_job SET state = 'running', claimed_by = 'x', claimed_until = '2026-11-21T10:01:30+00:00'
             WHERE id = {id}"
        );
        run(&services, &left).await;
        let down = format!(
            "INSERT INTO import_row (import_id, place, unit, resolution, period_start, complaints, contacts, what)
             VALUES ({id}, 1, 'A', 'day', '2026-10-01', 1, 0, 'Cold soup'), ({id}, 99, 'A', 'day', '2026-10-01', 1, 0, '')"
        );
        run(&services, &down).await;
        assert_eq!(uploads::run_queued(&another(&services, 1).exchange).await.unwrap(), 0, "it may still live");
        let (one, other) = (another(&services, 2), another(&services, 2));
        let (one, other) = tokio::join!(uploads::run_queued(&one.exchange), uploads::run_queued(&other.exchange));
        assert_eq!(one.unwrap() + other.unwrap(), 1);
        assert_eq!(written(&services).await, (7, 7, 0));
    })
    .await;
}

#[tokio::test]
async fn an_owner_that_lost_its_import_writes_nothing_more() {
    on_both(async |services| {
        let id = confirmed(&services, complaints(7)).await;
        let gate = Gate::new();
        let stalled = services.with_clock(gate.clone());
        gate.shut();
        let work = tokio::spawn(async move { uploads::run_queued(&stalled.exchange).await.unwrap() });
        gate.wait_for(1, || work.is_finished()).await;
        // Nothing was heard of it for so long that another took over.
        assert_eq!(uploads::run_queued(&another(&services, 3).exchange).await.unwrap(), 1);
        gate.open();
        assert_eq!(work.await.unwrap(), 0);
        assert_eq!(written(&services).await, (7, 7, 0));
        let done = format!(
            "SELECT COUNT(*) FROM import_job WHERE id = {id} AND state = 'done' AND claimed_by IS NULL"
        );
        assert_eq!(number(&services, &done).await, 1);
    })
    .await;
}
