//! Imports: everything wrong is named, nothing is written until everything is right, then all of it.

mod claims;
mod heads;
mod layouts;
mod portions;
mod turns;
mod undo;
mod visits;

use crate::common::{actor, now, number, on_both};
use domain::{
    AccountId, Lang, Problem, Resolution, Role, UnitId,
    exchange::import::{DryRun, FileProblem, ImportField, ImportKind, ImportState, Mapping, RowWhy},
    insight::figures::TrendQuery,
};
use service::{
    Error, Services, figures,
    imports::{Bytes, Target, begin, import, uploads},
};

async fn run(services: &Services, kind: ImportKind, csv: &[u8], change: impl Fn(&mut Mapping)) -> DryRun {
    let file = Bytes(csv);
    let mut mapping = begin(&file, &Default::default())
        .map(|beginning| Mapping::propose(kind, &beginning.heads))
        .unwrap_or_default();
    change(&mut mapping);
    let today = now().date_naive();
    let mut target = Target::everywhere(&services.db.reader, kind, mapping, today, &file).await.unwrap();
    import(services, &mut target, |_| {}).await.unwrap()
}

async fn history(services: &Services, csv: &str) -> DryRun {
    run(services, ImportKind::History, csv.as_bytes(), |_| {}).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bad_row_is_named_and_nothing_is_written() {
    on_both(async |services| {
        let report = history(
            &services,
            "unit,period,complaints,contacts\nA,2025Q1,3,100\nZ,2025Q1,3,100\nB,2025Q1,-3,100\nC,2025-13,3,100\n\
             A,2025Q1,3,100\nC,2025Q1,many,100\nC,2099Q1,1,100\nC,2025Q1,1\nC,,1,1\n",
        )
        .await;
        let found: Vec<_> = report.problems.iter().map(|p| (p.row, p.column.as_str(), p.why.clone())).collect();
        assert_eq!(
            found,
            [
                (3, "unit", RowWhy::UnknownUnit),
                (4, "complaints", RowWhy::Negative),
                (5, "period", RowWhy::NotAPeriod),
                (6, "period", RowWhy::Duplicate { first_row: 2 }),
                (7, "complaints", RowWhy::NotANumber),
                (8, "period", RowWhy::InFuture),
                (9, "contacts", RowWhy::WrongWidth),
                (10, "period", RowWhy::Empty),
            ]
        );
        assert_eq!((report.rows, report.problem_count), (9, 8));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM history").await, 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM voice_rollup").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn empty_lines_and_line_ends_inside_a_cell_do_not_shift_the_row_numbers() {
    on_both(async |services| {
        for end in ["\n", "\r\n"] {
            let csv = [
                "unit,period,complaints,contacts",
                "A,2025Q1,1,1",
                "",
                "",
                "\"A\nB\",2025Q2,1,1",
                "Z,2025Q3,1,1",
                "",
            ]
            .join(end);
            let rows: Vec<u64> =
                history(&services, &csv).await.problems.iter().map(|problem| problem.row).collect();
            assert_eq!(rows, [5, 6], "{csv:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clean_file_is_written_once_and_a_repeat_is_refused_row_by_row() {
    on_both(async |services| {
        let csv = "unit;period;complaints;contacts\nA;2025Q1;3;100\nA;2025Q2;4;120\nC;2025Q1;5;90\n";
        assert!(history(&services, csv).await.is_clean());
        let sum = |unit: i64| format!("SELECT SUM(complaints) FROM voice_rollup WHERE unit_id = {unit}");
        for (unit, expected) in [(3, 7), (2, 7), (6, 5), (1, 12)] {
            assert_eq!(number(&services, &sum(unit)).await, expected, "unit {unit}");
        }
        let again = history(&services, csv).await;
        assert_eq!(again.problem_count, 3);
        assert!(again.problems.iter().all(|problem| problem.why == RowWhy::AlreadyStored));
        assert_eq!(number(&services, &sum(1)).await, 12);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_of_two_lengths_for_the_same_days_are_refused() {
    on_both(async |services| {
        assert!(history(&services, "unit,period,complaints,contacts\nA,2025Q1,3,100\n").await.is_clean());
        let report =
            history(&services, "unit,period,complaints,contacts\nA,2025-02,1,30\nA,2025-04,1,30\n").await;
        let found: Vec<_> = report.problems.iter().map(|p| (p.row, p.why.clone())).collect();
        assert_eq!(found, [(2, RowWhy::Overlaps)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn daily_history_and_single_days_are_not_counted_twice() {
    on_both(async |services| {
        let contacts = b"unit,date,contacts\nA,2026-10-01,40\n";
        assert!(run(&services, ImportKind::Contacts, contacts, |_| {}).await.is_clean());
        let report =
            history(&services, "unit,period,complaints,contacts\nA,2026-10-01,1,40\nA,2026-10-02,1,40\n")
                .await;
        let found: Vec<_> = report.problems.iter().map(|p| (p.row, p.why.clone())).collect();
        assert_eq!(found, [(2, RowWhy::Overlaps)]);
        assert!(history(&services, "unit,period,complaints,contacts\nA,2026-10-02,1,40\n").await.is_clean());
        let report =
            run(&services, ImportKind::Contacts, b"unit,date,contacts\nA,2026-10-02,40\n", |_| {}).await;
        assert_eq!(report.problems[0].why, RowWhy::Overlaps);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_number_with_a_line_end_is_refused_before_it_makes_a_unit_twice() {
    on_both(async |services| {
        let csv = b"unit,period,complaints,contacts\n\"N\nE\",2025Q1,1,1\n\"N\r\nE\",2025Q2,1,1\n N ,2025Q1,1,1\nN,2025Q2,1,1\n";
        let report = run(&services, ImportKind::History, csv, |mapping| mapping.creates_units = true).await;
        let found: Vec<_> = report.problems.iter().map(|p| p.why.clone()).collect();
        assert_eq!(found, [RowWhy::Unprintable, RowWhy::Unprintable]);
        assert_eq!(report.new_units, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_encoding_was_refused_until_somebody_named_it() {
    on_both(async |services| {
        let mixed = b"unit,date,what\nA,2026-11-02,Bl\xe5b\xe6r var moset\nA,2026-11-02,Gr\xc3\xb8t\n";
        let report = run(&services, ImportKind::Complaints, mixed, |_| {}).await;
        assert_eq!(report.file_problem, Some(FileProblem::WrongEncoding { row: 2 }));
        let csv = b"unit,date,what\nA,2026-11-02,Bl\xe5b\xe6r var moset\n";
        assert!(run(&services, ImportKind::Complaints, csv, |_| {}).await.is_clean());
        let same = "SELECT COUNT(*) FROM complaint WHERE what = 'Blåbær var moset' AND stage = 'closed' AND reference LIKE 'K-%'";
        assert_eq!(number(&services, same).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_whole_file_is_said() {
    on_both(async |services| {
        for (csv, expected) in [
            ("", FileProblem::Empty),
            ("unit,period,complaints,contacts\n", FileProblem::NoRows),
            (
                "unit,period,complaints\nA,2025Q1,1\n",
                FileProblem::MissingColumn { field: ImportField::Contacts },
            ),
            ("unit,unit,period\nA,A,2025Q1\n", FileProblem::DoubleColumn { column: "unit".into() }),
        ] {
            assert_eq!(history(&services, csv).await.file_problem, Some(expected));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_complaint_number_is_a_duplicate() {
    on_both(async |services| {
        let csv = b"unit,date,what,id\nA,2026-11-02,First,17\nA,2026-11-03,Second,17\n";
        let report = run(&services, ImportKind::Complaints, csv, |_| {}).await;
        assert_eq!(report.problems[0].why, RowWhy::Duplicate { first_row: 2 });
        assert_eq!(number(&services, "SELECT COUNT(*) FROM complaint").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chart_takes_the_finest_resolution_the_data_have() {
    on_both(async |services| {
        let hr = actor(Role::Hr, 1);
        let resolution = async |unit: i64| {
            let query = TrendQuery { unit: Some(UnitId::new(unit)), resolution: None, ..Default::default() };
            let page = figures::trend(&services, Some(&hr), &query, Lang::En).await.unwrap();
            (page.resolution, page.offered.len(), page.rows.len())
        };
        assert!(
            history(&services, "unit,period,complaints,contacts\nA,2025Q1,3,100\nA,2025Q2,4,120\n")
                .await
                .is_clean()
        );
        assert_eq!(resolution(3).await, (Resolution::Quarter, 1, 2));
        let contacts = b"unit,date,contacts\nC,2026-10-01,40\nC,2026-10-02,41\nC,2026-10-03,50\n";
        assert!(run(&services, ImportKind::Contacts, contacts, |_| {}).await.is_clean());
        assert_eq!(resolution(6).await, (Resolution::Day, 4, 3));
        // A complaint logged at the desk has no contacts of its day: it must not turn quarters into days.
        let logged = b"unit,date,what\nA,2026-11-01,Cold soup\n";
        assert!(run(&services, ImportKind::Complaints, logged, |_| {}).await.is_clean());
        assert_eq!(resolution(3).await, (Resolution::Quarter, 1, 2));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_is_checked_confirmed_and_written_by_the_job() {
    on_both(async |services| {
        crate::common::run(&services, "INSERT INTO role_grant VALUES (1, 'admin', 1)").await;
        let admin = actor(Role::Admin, 1);
        let bad = b"unit,period,complaints,contacts\nZ,2025Q1,3,100\n".to_vec();
        let id = uploads::create(&services.exchange, Some(&admin), ImportKind::History, "bad.csv", bad)
            .await
            .unwrap();
        let refused = uploads::confirm(&services, Some(&admin), id, &Default::default()).await;
        assert!(matches!(refused, Err(Error::Problem(Problem::ImportNotReady))));
        let mapping = Mapping {
            creates_units: true,
            ..uploads::page(&services.exchange, Some(&admin), id).await.unwrap().mapping
        };
        uploads::remap(&services.exchange, Some(&admin), id, mapping).await.unwrap();
        uploads::confirm(&services, Some(&admin), id, &Default::default()).await.unwrap();
        assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 1);
        let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
        assert_eq!(page.import.state, ImportState::Done);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM unit WHERE external_id = 'Z'").await, 1);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM import_job WHERE content IS NOT NULL").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmed_import_is_written_with_the_roles_the_sender_has_then() {
    on_both(async |services| {
        let admin = actor(Role::Admin, 1);
        let csv = b"unit,period,complaints,contacts\nA,2025Q1,3,100\n".to_vec();
        let id = uploads::create(&services.exchange, Some(&admin), ImportKind::History, "a.csv", csv)
            .await
            .unwrap();
        uploads::confirm(&services, Some(&admin), id, &Default::default()).await.unwrap();
        // The account has no role for imports in the database.
        assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM history").await, 0);
        let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
        assert_eq!(page.import.state, ImportState::Failed);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn service_staff_import_for_their_own_units_and_make_none() {
    on_both(async |services| {
        let desk = actor(Role::Service, 2);
        let csv = b"unit,date,contacts\nA,2026-11-01,40\nC,2026-11-01,40\nNEW,2026-11-01,1\n".to_vec();
        let id = uploads::create(&services.exchange, Some(&desk), ImportKind::Contacts, "c.csv", csv)
            .await
            .unwrap();
        let mapping = Mapping {
            creates_units: true,
            ..uploads::page(&services.exchange, Some(&desk), id).await.unwrap().mapping
        };
        uploads::remap(&services.exchange, Some(&desk), id, mapping).await.unwrap();
        let page = uploads::page(&services.exchange, Some(&desk), id).await.unwrap();
        let found: Vec<_> = page.dry_run.problems.iter().map(|p| (p.row, p.why.clone())).collect();
        assert_eq!(found, [(3, RowWhy::ForeignUnit), (4, RowWhy::UnknownUnit)]);
        let other = uploads::page(
            &services.exchange,
            Some(&service::Actor { account: AccountId::new(2), ..desk }),
            id,
        )
        .await;
        assert!(matches!(other, Err(Error::Problem(Problem::NotFound))));
    })
    .await;
}
