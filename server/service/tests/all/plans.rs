//! What SQLite does for a page: it goes by an index to what the page shows, however much lies beside it.

use std::sync::{Arc, Mutex};

use crate::common::{actor, employee, on_sqlite, run};
use domain::{
    Lang, Role, UnitId,
    customers::{
        inbox::{CaseFilter, Show},
        words::{Kind, Severity, Stage},
    },
    insight::{figures::TrendQuery, today::TodayQuery},
};
use sea_orm::{ConnectionTrait, Statement};
use service::{Services, complaints, figures, review, today};

/// Tables that stay small however long the organisation answers: these may be read whole.
const SMALL: [&str; 10] = [
    "unit",
    "round",
    "part",
    "void",
    "organisation",
    "own_item",
    "release_rules",
    "rules_proposal",
    "unit_change",
    "CONSTANT",
];

/// The statements that something runs.
struct Heard(Arc<Mutex<Vec<Statement>>>);

impl Heard {
    fn listen(services: &mut Services) -> Self {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let listener = Arc::clone(&heard);
        *services = services.with_base(|base| {
            base.db.reader.set_metric_callback(move |info| {
                listener.lock().unwrap().push(info.statement.clone());
            });
        });
        Self(heard)
    }

    /// Tables that were gone through from end to end since the last call, each with its statement, and how
    /// many statements there were.
    async fn whole_tables(&self, services: &Services) -> (usize, Vec<String>) {
        let statements = std::mem::take(&mut *self.0.lock().unwrap());
        let mut found = Vec::new();
        for statement in &statements {
            let plan =
                Statement { sql: format!("EXPLAIN QUERY PLAN {}", statement.sql), ..statement.clone() };
            for row in services.db.writer().query_all_raw(plan).await.unwrap() {
                let detail: String = row.try_get_by("detail").unwrap();
                let table = detail.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
                // An index of words is asked for words.
                let is_words = detail.starts_with("SCAN case_search VIRTUAL TABLE INDEX 0:M");
                // Holds the clocks that run: as many as there is open work.
                let is_open = detail.ends_with("USING INDEX case_clock_running");
                let is_asked = is_words || is_open;
                let is_large = |table: &&str| !is_asked && !SMALL.contains(table) && !table.starts_with('(');
                if table.filter(is_large).is_some_and(|table| !["found", "ties", "one"].contains(&table)) {
                    found.push(format!("{detail}: {}", statement.sql));
                }
            }
        }
        (statements.len(), found)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_goes_through_the_ledger_the_roll_up_or_the_complaints_from_end_to_end() {
    let (mut services, _folder) = on_sqlite().await;
    run(&services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1").await;
    run(
        &services,
        "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value, rule_version,
            params_hash, input_digest, released_on)
         SELECT id, 'strain', 1, 1, 'published', FALSE, 30, 1, '', '', '2026-11-17' FROM unit",
    )
    .await;
    let heard = Heard::listen(&mut services);
    let check = async |name: &str| {
        let (statements, whole) = heard.whole_tables(&services).await;
        assert!(statements > 1, "{name} asked nothing");
        assert!(whole.is_empty(), "{name}: {whole:#?}");
    };
    let (manager, hr) = (actor(Role::Manager, 2), actor(Role::Hr, 1));
    for unit in [1, 2, 3] {
        let query = TrendQuery { unit: Some(UnitId::new(unit)), ..TrendQuery::default() };
        figures::trend(&services, Some(&hr), &query, Lang::En).await.unwrap();
        check("/trends").await;
    }
    for who in [&manager, &hr] {
        today::page(&services, Some(who), &TodayQuery::default()).await.unwrap();
        check("/today").await;
    }
    figures::team(&services, Some(&employee(1)), Lang::En).await.unwrap();
    check("/team").await;
    review::page(&services, Some(&hr), Some("2026Q4")).await.unwrap();
    check("/review").await;
    for show in Show::ALL {
        let filter = CaseFilter { show, ..CaseFilter::default() };
        complaints::list(&services, Some(&manager), &filter).await.unwrap();
        check(&format!("/complaints?show={}", show.name())).await;
    }
    for search in ["soup", "soup till"] {
        let filter = CaseFilter { search: search.to_owned(), ..CaseFilter::default() };
        complaints::list(&services, Some(&manager), &filter).await.unwrap();
        check(&format!("/complaints?search={search}")).await;
    }
    // Whoever sees every unit is not asked which: the open ones are still found by their stage.
    complaints::list(&services, Some(&actor(Role::Manager, 1)), &CaseFilter::default()).await.unwrap();
    check("/complaints of everything").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_about_customers_goes_through_the_cases_faces_or_surveys_from_end_to_end() {
    let (mut services, _folder) = on_sqlite().await;
    run(
        &services,
        "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage, kind)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
         SELECT 'K-' || i, 3, 'price', 'phone', 'normal', 'Cold soup', '2026-11-01', '2026-11-01T10:00:00+00:00',
             CASE WHEN i % 2 = 0 THEN 'closed' ELSE 'received' END, 'complaint' FROM n",
    )
    .await;
    let heard = Heard::listen(&mut services);
    let check = async |name: &str| {
        let (statements, whole) = heard.whole_tables(&services).await;
        assert!(statements > 1, "{name} asked nothing");
        assert!(whole.is_empty(), "{name}: {whole:#?}");
    };
    let day = |text: &str| text.parse().ok();
    for desk in [actor(Role::Service, 1), actor(Role::Service, 2)] {
        for (name, filter) in [
            ("unit", CaseFilter { unit: Some(UnitId::new(3)), ..CaseFilter::default() }),
            ("severity", CaseFilter { severity: Some(Severity::High), ..CaseFilter::default() }),
            ("stage", CaseFilter { stage: Some(Stage::Answered), ..CaseFilter::default() }),
            ("kind", CaseFilter { kind: Some(Kind::Compliment), ..CaseFilter::default() }),
            ("days", CaseFilter { from: day("2026-11-01"), to: day("2026-11-07"), ..CaseFilter::default() }),
            (
                "days of a unit, closed",
                CaseFilter {
                    show: Show::Closed,
                    unit: Some(UnitId::new(3)),
                    from: day("2026-11-01"),
                    to: day("2026-11-07"),
                    ..CaseFilter::default()
                },
            ),
        ] {
            complaints::list(&services, Some(&desk), &filter).await.unwrap();
            check(&format!("/complaints by {name}")).await;
        }
        complaints::page(&services, Some(&desk), "K-7", None).await.unwrap();
        check("a case").await;
        service::cards::hold::list(&services, Some(&desk)).await.unwrap();
        check("/complaints/held").await;
    }
    for manager in [actor(Role::Manager, 1), actor(Role::Manager, 3)] {
        let unit = manager.grants.first().map(|grant| grant.unit);
        service::quality::page(&services, Some(&manager), unit).await.unwrap();
        check("/complaints/quality").await;
        // Of the whole organisation all answers are counted, by month: these tables hold counts.
        service::surveys::report(&services, Some(&manager), Some(UnitId::new(3))).await.unwrap();
        check("/complaints/surveys").await;
        service::cards::faces::report(&services, Some(&manager), Some(UnitId::new(3))).await.unwrap();
        check("/complaints/faces").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_gone_through_from_end_to_end_is_noticed() {
    let (mut services, _folder) = on_sqlite().await;
    let heard = Heard::listen(&mut services);
    let sql = "SELECT COUNT(*) FROM released_figure WHERE value > 3";
    let statement = Statement::from_string(services.db.reader.get_database_backend(), sql);
    services.db.reader.query_one_raw(statement).await.unwrap();
    let (_, whole) = heard.whole_tables(&services).await;
    assert!(whole.len() == 1 && whole[0].starts_with("SCAN released_figure"), "{whole:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_many_finished_cases_goes_back_in_time_and_sorts_nothing() {
    let (mut services, _folder) = on_sqlite().await;
    run(
        &services,
        "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage, kind)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10100)
         SELECT 'K-' || i, CASE WHEN i % 50 = 0 THEN 6 ELSE 3 END, 'price', 'phone', 'normal', 'Old', '2025-01-01',
             strftime('%Y-%m-%dT%H:%M:%S+00:00', '2025-01-01', (i / 3) || ' minutes'), 'closed', 'complaint' FROM n",
    )
    .await;
    run(&services, "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
         SELECT 'K-A' || i, 3, 'price', 'phone', 'normal', 'Old', '2025-01-01', '2024-01-01T00:00:00+00:00', 'closed' FROM n")
        .await;
    let heard = Heard::listen(&mut services);
    let manager = actor(Role::Manager, 2);
    let mut filter = CaseFilter { show: Show::Closed, page: 1, ..CaseFilter::default() };
    let mut seen = std::collections::BTreeSet::new();
    for page in 1..=3 {
        filter.page = page;
        let list = complaints::list(&services, Some(&manager), &filter).await.unwrap();
        assert_eq!((list.total, list.page, list.rows.len()), (10_000, page, 25));
        assert!(list.rows.iter().all(|row| seen.insert(row.reference.clone())), "none comes twice");
        // The same without the place where the page before ended.
        let jump = CaseFilter { before: None, ..filter.clone() };
        assert_eq!(complaints::list(&services, Some(&manager), &jump).await.unwrap().rows, list.rows);
        assert!(list.end.is_some());
        filter.before = list.end;
    }
    let statements = std::mem::take(&mut *heard.0.lock().unwrap());
    let mut looked = 0;
    for statement in statements.iter().filter(|statement| statement.sql.contains("ORDER BY received_at DESC"))
    {
        let plan = Statement { sql: format!("EXPLAIN QUERY PLAN {}", statement.sql), ..statement.clone() };
        for row in services.db.writer().query_all_raw(plan).await.unwrap() {
            let detail: String = row.try_get_by("detail").unwrap();
            assert!(!detail.contains("TEMP B-TREE"), "{detail}: {}", statement.sql);
            looked += 1;
        }
    }
    assert!(looked >= 5, "{looked}");
}
