//! Finding cases by words: the same on both databases, whatever was moved, and nothing of what was erased.

use base::Base;
use customers::complaints;
use domain::{
    Role, UnitId,
    customers::{
        case::{Act, ActForm},
        complaint::{CaseFilter, ComplaintForm},
    },
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use testing::{actor, number, on_both, on_postgres, on_sqlite, run};

async fn log(base: &Base, unit: &str, what: &str) -> String {
    let form = ComplaintForm {
        what: what.to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: unit.to_owned(),
        happened_on: "2026-11-20".to_owned(),
        ..ComplaintForm::default()
    };
    complaints::log(base, Some(&actor(Role::Service, 1)), &form).await.unwrap().reference
}

/// References that a search finds for whoever has this unit.
async fn found(base: &Base, unit: i64, search: &str) -> Vec<String> {
    let filter = CaseFilter { search: search.to_owned(), ..CaseFilter::default() };
    let list = complaints::list(base, Some(&actor(Role::Service, unit)), &filter).await.unwrap();
    list.rows.into_iter().map(|row| row.reference).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_word_has_to_be_there_from_its_beginning_in_any_order() {
    on_both(async |base| {
        log(&base, "3", "Kald fiskesuppe, og ØSTERS uten sitron. Ventet i 40 minutter").await;
        log(&base, "3", "Kassa på ostedisken var stengt").await;
        // Their references are words, too: random ones begin with what is searched for once in a while.
        run(&base, "UPDATE complaint SET reference = 'K-WWWWWW' || id, what = what || '.'").await;
        complaints::upkeep::index(&base).await.unwrap();
        let [soup, till] = ["K-WWWWWW1", "K-WWWWWW2"].map(str::to_owned);
        for search in ["fisk", "østers KALD", "minutter 40", "su fi ka", "SITRON, ØST"] {
            let expected = if search == "su fi ka" { vec![] } else { vec![soup.clone()] };
            assert_eq!(found(&base, 1, search).await, expected, "{search}");
        }
        assert_eq!(found(&base, 1, "ost").await, [till], "ø is no o");
        assert_eq!(found(&base, 1, "ka").await.len(), 2);
        for search in ["suppe", "pa", "kald kassa", "%", "_", "\"", "* OR *", "/3", "u3", "'x':*"] {
            assert_eq!(found(&base, 1, search).await, Vec::<String>::new(), "{search}");
        }
        assert_eq!(found(&base, 1, "  ").await.len(), 2, "nothing was asked for");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_reference_is_one_case_wherever_it_stands() {
    on_both(async |base| {
        let mine = log(&base, "3", "Cold soup").await;
        log(&base, "3", &format!("I wrote about this before, it was {mine}")).await;
        assert_eq!(found(&base, 1, mine.trim_start_matches("K-")).await.len(), 2, "a part of it is a word");
        let form =
            ActForm { end_reason: "withdrawn".to_owned(), reason: "Called".to_owned(), ..ActForm::default() };
        let form = ActForm { version: "1".to_owned(), ..form };
        complaints::act(&base, Some(&actor(Role::Service, 1)), &mine, Act::End, &form).await.unwrap();
        for search in [mine.clone(), mine.to_lowercase(), format!(" {mine} ")] {
            assert_eq!(found(&base, 1, &search).await, [mine.as_str()], "{search}");
        }
        assert_eq!(found(&base, 4, &mine).await, Vec::<String>::new(), "it is somebody else's");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_that_is_moved_takes_its_cases_along_and_a_case_that_is_handed_over_is_found_by_both() {
    on_both(async |base| {
        let reference = log(&base, "3", "Cold soup").await;
        assert_eq!(found(&base, 2, "soup").await.len(), 1);
        assert_eq!(found(&base, 5, "soup").await.len(), 0);
        run(&base, "UPDATE unit SET parent_id = 5 WHERE id = 3").await;
        assert_eq!(found(&base, 2, "soup").await.len(), 0, "it is not theirs any more, index or not");
        complaints::upkeep::index(&base).await.unwrap();
        assert_eq!(found(&base, 5, "soup").await.len(), 1);
        run(&base, "UPDATE unit SET parent_id = 2 WHERE id = 3").await;
        let form = ActForm {
            holder: "6".to_owned(),
            reason: "Their kitchen".to_owned(),
            version: "1".to_owned(),
            ..ActForm::default()
        };
        complaints::act(&base, Some(&actor(Role::Service, 1)), &reference, Act::HandOver, &form)
            .await
            .unwrap();
        for unit in [6, 5, 3, 2] {
            assert_eq!(found(&base, unit, "soup").await.len(), 1, "unit {unit}");
        }
        assert_eq!(found(&base, 4, "soup").await.len(), 0);
        let filter =
            CaseFilter { search: "soup".to_owned(), unit: Some(UnitId::new(6)), ..CaseFilter::default() };
        let list = complaints::list(&base, Some(&actor(Role::Service, 1)), &filter).await.unwrap();
        assert_eq!(list.total, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_in_many_at_a_time_is_found_when_its_words_are_written() {
    on_both(async |base| {
        run(
            &base,
            "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage)
             VALUES ('K-900', 3, 'waiting', 'phone', 'normal', 'Brought from elsewhere', '2026-11-02',
                 '2026-11-02 12:00:00+00:00', 'received')",
        )
        .await;
        assert_eq!(found(&base, 3, "brought").await.len(), 0);
        complaints::upkeep::index(&base).await.unwrap();
        assert_eq!(found(&base, 3, "brought").await, ["K-900"]);
        // Taken back again.
        run(&base, "DELETE FROM complaint WHERE reference = 'K-900'").await;
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_words").await, 0);
        assert_eq!(found(&base, 3, "brought").await.len(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_mended_or_erased_is_not_found_by_what_it_was() {
    on_both(async |base| {
        let reference = log(&base, "3", "Kari Nordmann was rude").await;
        let form = ActForm {
            what: "Somebody was rude".to_owned(),
            category: "waiting".to_owned(),
            severity: "normal".to_owned(),
            unit: "3".to_owned(),
            happened_on: "2026-11-20".to_owned(),
            version: "1".to_owned(),
            ..ActForm::default()
        };
        complaints::act(&base, Some(&actor(Role::Service, 1)), &reference, Act::Correct, &form)
            .await
            .unwrap();
        assert_eq!(found(&base, 3, "nordmann").await.len(), 0);
        assert_eq!(found(&base, 3, "rude").await.len(), 1);
        run(&base, "UPDATE complaint SET what = ''").await;
        assert_eq!(found(&base, 3, "rude").await.len(), 0);
    })
    .await;
}

/// Whether a file has these bytes.
fn holds(file: &std::path::Path, wanted: &str) -> bool {
    let bytes = std::fs::read(file).unwrap().to_ascii_lowercase();
    testing::holds(&bytes, wanted.to_ascii_lowercase().as_bytes())
}

#[tokio::test(flavor = "multi_thread")]
async fn of_an_erased_text_no_byte_is_left_in_the_file_or_its_index() {
    let (base, folder) = on_sqlite().await;
    let file = folder.path().join("test.db");
    for number in 0..50 {
        log(&base, "3", &format!("Something else, number {number}, about soup and tills")).await;
    }
    let reference = log(&base, "3", "Zyxwvutsrqponm said Qqlmnopqrstuv at the till").await;
    for number in 0..50 {
        log(&base, "4", &format!("And something more, number {number}, about prices")).await;
    }
    run(&base, "INSERT INTO case_search (case_search) VALUES ('optimize')").await;
    assert!(base.db.scrub(&[]).await.unwrap());
    // The index keeps what words begin with apart from how they go on: look for an end, too.
    for part in ["zyxwvutsrqponm", "qlmnopqrstuv"] {
        assert!(holds(&file, part), "the test does not see what it looks for");
    }
    run(&base, &format!("UPDATE complaint SET what = '' WHERE reference = '{reference}'")).await;
    assert!(base.db.scrub(&[]).await.unwrap());
    for part in ["zyxwvutsrqponm", "xwvutsrq", "qlmnopqrstuv", "mnopqr"] {
        assert!(!holds(&file, part), "{part} is still there");
    }
    assert_eq!(found(&base, 3, "zyx").await.len(), 0);
    assert_eq!(found(&base, 1, "soup tills").await.len(), 25, "others are still found");
}

/// What a database does for the list that somebody with a unit asks for.
async fn plan(base: &Base, unit: i64, search: &str) -> String {
    let heard = std::sync::Arc::new(std::sync::Mutex::new(Vec::<Statement>::new()));
    let listener = heard.clone();
    let mut listening = base.clone();
    listening
        .db
        .reader
        .set_metric_callback(move |info| listener.lock().unwrap().push(info.statement.clone()));
    found(&listening, unit, search).await;
    let statements = heard.lock().unwrap().clone();
    let listed = statements.iter().find(|s| s.sql.contains("ORDER BY")).unwrap();
    let is_postgres = base.db.reader.get_database_backend() == DbBackend::Postgres;
    let explain = if is_postgres { "EXPLAIN" } else { "EXPLAIN QUERY PLAN" };
    let explain = Statement { sql: format!("{explain} {}", listed.sql), ..listed.clone() };
    let rows = base.db.writer().query_all_raw(explain).await.unwrap();
    let column = if is_postgres { "QUERY PLAN" } else { "detail" };
    rows.iter().map(|row| row.try_get_by::<String, _>(column).unwrap()).collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_goes_by_the_index_of_words() {
    let (base, _folder) = on_sqlite().await;
    for unit in ["3", "4", "6"] {
        log(&base, unit, "Cold soup at the till").await;
    }
    let inbox = plan(&base, 1, "").await;
    assert!(inbox.contains("SEARCH complaint USING INDEX") && !inbox.contains("case_search"), "{inbox}");
    for (unit, search) in [(1, "soup"), (1, "soup till"), (3, "soup till")] {
        let plan = plan(&base, unit, search).await;
        assert!(plan.contains("SCAN case_search VIRTUAL TABLE INDEX 0:M"), "{plan}");
        assert!(plan.contains("SEARCH complaint USING"), "{plan}");
        assert!(!plan.contains("SCAN complaint"), "{plan}");
    }
    let (_, base) = on_postgres().await;
    log(&base, "3", "Cold soup at the till").await;
    // A small table is read whole.
    for statement in [
        "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage,
             is_indexed)
         SELECT 'K-' || n, 3, 'waiting', 'phone', 'normal', 'Something else', '2026-11-02',
             '2026-11-02 12:00:00+00:00', 'received', TRUE FROM generate_series(1, 5000) AS n",
        "INSERT INTO case_words (complaint_id, words)
         SELECT id, '/1 /2 /3 ' || (SELECT string_agg('word' || id * m % 997, ' ') FROM generate_series(1, 40) AS m)
         FROM complaint WHERE what = 'Something else'",
        "ANALYZE complaint, case_words",
    ] {
        run(&base, statement).await;
    }
    for (unit, search) in [(1, "soup"), (1, "soup till"), (3, "soup till")] {
        let plan = plan(&base, unit, search).await;
        assert!(plan.contains("Bitmap Index Scan on case_search"), "{plan}");
    }
}
