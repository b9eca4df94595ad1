//! A long import leaves the database to others, and is seen whole or not at all.

use std::{
    fmt::Write,
    sync::mpsc,
    time::{Duration, Instant},
};

use domain::exchange::import::{DryRun, ImportKind, Mapping, RowWhy};
use service::{
    Services,
    imports::{self, Bytes, Target, import},
};

use crate::common::{now, number, on_both, on_sqlite, run};

fn contacts(rows: usize) -> Vec<u8> {
    let mut csv = String::from("unit,date,contacts\n");
    let first: chrono::NaiveDate = "2024-01-01".parse().unwrap();
    for row in 0..rows {
        let day = first + chrono::Days::new((row % 1000) as u64);
        writeln!(csv, "N{},{day},{}", row / 1000, row % 90).unwrap();
    }
    csv.into_bytes()
}

fn complaints(rows: usize) -> Vec<u8> {
    let mut csv = String::from("unit,date,what,id\n");
    for row in 0..rows {
        let (unit, day) = (["A", "B", "C"][row % 3], row % 28 + 1);
        writeln!(csv, "{unit},2026-10-{day:02},The soup was cold and nobody came to ask {row},X{row}")
            .unwrap();
    }
    csv.into_bytes()
}

/// Imports as the command line does, on a thread of its own, and makes units that are new.
fn begin(
    services: &Services,
    kind: ImportKind,
    csv: Vec<u8>,
    progress: impl Fn(u64) + Send + 'static,
) -> tokio::task::JoinHandle<service::Result<DryRun>> {
    let (services, runtime) = (services.clone(), tokio::runtime::Handle::current());
    tokio::task::spawn_blocking(move || {
        runtime.block_on(async {
            let file = Bytes(&csv);
            let heads = imports::begin(&file, &Default::default()).unwrap().heads;
            let mapping = Mapping { creates_units: true, ..Mapping::propose(kind, &heads) };
            let db = &services.db.reader;
            let target = Target::everywhere(db, kind, mapping, now().date_naive(), &file).await;
            import(&services, &mut target.unwrap(), progress).await
        })
    })
}

/// An import that waits after its first portion until it is told to go on.
async fn half_way(
    services: &Services,
    csv: Vec<u8>,
) -> (tokio::task::JoinHandle<service::Result<DryRun>>, mpsc::Sender<()>) {
    let (go_on, wait) = mpsc::channel::<()>();
    let (reached, first) = tokio::sync::oneshot::channel();
    let reached = std::sync::Mutex::new(Some(reached));
    let work = begin(services, ImportKind::Contacts, csv, move |_| {
        if let Some(reached) = reached.lock().unwrap().take() {
            reached.send(()).unwrap();
            wait.recv().unwrap();
        }
    });
    first.await.unwrap();
    (work, go_on)
}

#[tokio::test]
async fn every_other_write_waited_for_the_end_of_a_long_import() {
    on_both(async |services| {
        let (work, go_on) = half_way(&services, contacts(5_000)).await;
        // Somebody else writes, and nobody sees a part of the import.
        let transaction =
            services.db.begin().await.expect("the import holds the writer between its portions");
        transaction.commit().await.unwrap();
        run(&services, "UPDATE person SET name = 'Changed' WHERE id = 1").await;
        for table in ["contact_day", "voice_rollup", "unit WHERE external_id = 'N0'"] {
            assert_eq!(number(&services, &format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table}");
        }
        go_on.send(()).unwrap();
        assert!(work.await.unwrap().unwrap().is_clean());
        let expected = (0..5_000_i64).map(|row| row % 90).sum::<i64>();
        for sum in ["contact_day", "voice_rollup WHERE unit_id = 1"] {
            assert_eq!(
                number(&services, &format!("SELECT SUM(contacts) FROM {sum}")).await,
                expected,
                "{sum}"
            );
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM unit WHERE external_id LIKE 'N%'").await, 5);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM import_row").await, 5_000, "to undo it");
    })
    .await;
}

#[tokio::test]
async fn what_was_stored_while_an_import_was_under_way_is_not_stored_twice() {
    on_both(async |services| {
        let (work, go_on) = half_way(&services, contacts(3_000)).await;
        let csv = b"unit,date,contacts\nN0,2024-01-02,1\n".to_vec();
        let other = begin(&services, ImportKind::Contacts, csv, |_| {});
        assert!(other.await.unwrap().unwrap().is_clean());
        go_on.send(()).unwrap();
        let report = work.await.unwrap().unwrap();
        let found: Vec<_> = report.problems.iter().map(|p| (p.row, p.why.clone())).collect();
        assert_eq!(found, [(3, RowWhy::AlreadyStored)]);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM contact_day").await, 1);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM import_row").await, 1, "the other one's");
        let failed = "SELECT COUNT(*) FROM import_job WHERE state = 'failed'";
        assert_eq!(number(&services, failed).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_complaint_that_is_logged_meanwhile_does_not_keep_an_import_from_ending() {
    on_both(async |services| {
        let (work, go_on) = half_way(&services, contacts(3_000)).await;
        run(
            &services,
            "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage)
             VALUES ('K-X', 3, 'process', 'other', 'normal', 'Cold soup', '2026-11-20', '2026-11-20 10:00:00+00:00', 'new')",
        )
        .await;
        go_on.send(()).unwrap();
        assert!(work.await.unwrap().unwrap().is_clean());
        assert_eq!(number(&services, "SELECT COUNT(*) FROM contact_day").await, 3_000);
    })
    .await;
}

/// `cargo test -p service --test all others_wait -- --ignored --nocapture`
#[tokio::test(flavor = "multi_thread")]
#[ignore = "prints how long others wait for an import of 120,000 rows"]
async fn how_long_others_wait_for_a_long_import() {
    for (kind, csv) in
        [(ImportKind::Contacts, contacts(120_000)), (ImportKind::Complaints, complaints(120_000))]
    {
        let (services, _folder) = on_sqlite().await;
        let start = Instant::now();
        let work = begin(&services, kind, csv, |_| {});
        let (mut longest, mut writes) = (Duration::ZERO, 0);
        while !work.is_finished() {
            let asked = Instant::now();
            // Waits beyond ten seconds end in a refusal; the next try is the same wait.
            let transaction = loop {
                if let Ok(transaction) = services.db.begin().await {
                    break transaction;
                }
            };
            transaction.commit().await.unwrap();
            longest = longest.max(asked.elapsed());
            writes += 1;
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert!(work.await.unwrap().unwrap().is_clean());
        eprintln!(
            "120,000 rows of {} in {:.1} s; {writes} other writes, the longest waited {} ms",
            kind.name(),
            start.elapsed().as_secs_f64(),
            longest.as_millis()
        );
    }
}
