//! What SQLite does for a page: it goes by an index to what the page shows, however much lies beside it.

use std::sync::{Arc, Mutex};

use crate::common::{actor, employee, on_sqlite, run};
use domain::{
    Lang, Role,
    customers::complaint::CaseFilter,
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
                let is_asked = detail.starts_with("SCAN case_search VIRTUAL TABLE INDEX 0:M");
                let is_large = |table: &&str| !is_asked && !SMALL.contains(table) && !table.starts_with('(');
                if table.filter(is_large).is_some_and(|table| table != "found") {
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
        let query = TrendQuery { unit: Some(unit), ..TrendQuery::default() };
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
    for show in ["open", "closed", "all"] {
        let filter = CaseFilter { show: show.to_owned(), ..CaseFilter::default() };
        complaints::list(&services, Some(&manager), &filter).await.unwrap();
        check(&format!("/complaints?show={show}")).await;
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
async fn a_table_gone_through_from_end_to_end_is_noticed() {
    let (mut services, _folder) = on_sqlite().await;
    let heard = Heard::listen(&mut services);
    let sql = "SELECT COUNT(*) FROM released_figure WHERE value > 3";
    let statement = Statement::from_string(services.db.reader.get_database_backend(), sql);
    services.db.reader.query_one_raw(statement).await.unwrap();
    let (_, whole) = heard.whole_tables(&services).await;
    assert!(whole.len() == 1 && whole[0].starts_with("SCAN released_figure"), "{whole:?}");
}
