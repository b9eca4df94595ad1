//! What the desk waits for with years of cases behind it.
//!
//! `cargo bench -p customers --bench cases` fills one SQLite file and one PostgreSQL database with 2,000 units and
//! `TRIVSEL_CASES` cases (five million unless said otherwise), asks through the use cases what the desk asks, and prints
//! median, 95th percentile and the plan of each list. `TRIVSEL_ON=sqlite` or `postgres` takes one of them. Nothing is
//! asserted: the figures are for reading.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark prints and stops at the first surprise"
)]

use std::{
    fmt::Write as _,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use base::{Actor, Base};
use customers::complaints;
use domain::{
    Role,
    customers::inbox::{CaseFilter, CaseList, Show},
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use testing::{actor, number, on_postgres, on_sqlite, run};

/// Rows in one statement.
const ROWS: u64 = 1000;
/// Statements of each table in one transaction.
const STEPS: u64 = 100;
/// Units beside those of the small organisation: sites, and teams below each.
const SITES: i64 = 200;
const TEAMS: i64 = 10;
/// Cases that are open.
const OPEN: u64 = 400;
/// How often each question is asked.
const TIMES: usize = 40;

/// Words as complaints have them, the commonest first: a word is drawn the less often the later it stands.
const WORDS: [&str; 24] = [
    "kassa",
    "ventet",
    "køen",
    "lenge",
    "kald",
    "suppe",
    "pris",
    "feil",
    "kvittering",
    "parkering",
    "toalettet",
    "skittent",
    "levering",
    "forsinket",
    "varen",
    "ødelagt",
    "skjerm",
    "rabatt",
    "kundekort",
    "åpningstid",
    "telefon",
    "svarte",
    "bestilling",
    "retur",
];

fn now_ms(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1000.0
}

/// The text of a case: seven of the words, and one that five cases share.
fn text(n: u64) -> String {
    let mut state = n.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut words = String::new();
    for _ in 0..7 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let share = (state >> 33) as f64 / f64::from(u32::MAX >> 1);
        let place = (share * share * WORDS.len() as f64) as usize;
        let _ = write!(words, "{} ", WORDS[place.min(WORDS.len() - 1)]);
    }
    let _ = write!(words, "sjelden{}", n / 5);
    words
}

async fn fill(base: &Base, cases: u64) {
    let first = number(base, "SELECT MAX(id) + 1 FROM unit").await;
    let mut units = Vec::new();
    for site in 0..SITES {
        let id = first + site * (TEAMS + 1);
        units.push(format!("({id}, 'S{id}', 1, 'site', 'Site {id}')"));
        units.extend(
            (id + 1..=id + TEAMS).map(|team| format!("({team}, 'T{team}', {id}, 'team', 'Team {team}')")),
        );
    }
    run(
        base,
        &format!("INSERT INTO unit (id, external_id, parent_id, kind, name) VALUES {}", units.join(", ")),
    )
    .await;
    let is_sqlite = base.db.reader.get_database_backend() == DbBackend::Sqlite;
    if is_sqlite {
        run(base, "DROP TRIGGER case_words_added").await;
    }
    let epoch = chrono::NaiveDate::from_ymd_opt(2016, 11, 1).unwrap();
    let mut transaction = base.db.begin().await.unwrap();
    for from in (0..cases).step_by(usize::try_from(ROWS).unwrap()) {
        let (mut rows, mut words, mut events, mut customers) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for n in from..(from + ROWS).min(cases) {
            let id = n + 1000;
            let site = first + i64::try_from(n).unwrap() % SITES * (TEAMS + 1);
            let team = site + 1 + i64::try_from(n / 7).unwrap() % TEAMS;
            let day = epoch + chrono::Days::new(n * 3650 / cases);
            let is_open = n >= cases - OPEN;
            let (stage, due) = match is_open {
                true => ("received", format!("'{day} 15:00:00+00:00'")),
                false => ("closed", "NULL".to_owned()),
            };
            let what = text(n);
            rows.push(format!(
                "({id}, 'K-B{n}', {team}, 'complaint', 'waiting', 'phone', 'normal', '{what}', '{day}',
                 '{day} 09:{:02}:00+00:00', '{stage}', TRUE, 1, {due}, TRUE)",
                n % 60
            ));
            words.push(format!("({id}, '/1 /{site} /{team} k b{n} {what}')"));
            events.push(format!("({id}, 1, 'received', '{day} 09:00:00+00:00', 'service', {team}, '{{}}')"));
            if n % 3 == 0 {
                customers.push(format!("({id}, '', '{0}', '', '2030-01-01', '{0}')", 20_000_000 + n / 6));
            }
        }
        for (into, rows) in [
            (
                "complaint (id, reference, unit_id, kind, category, channel, severity, what, happened_on, received_at, stage,
                 counts, version, next_due_at, is_indexed)",
                rows,
            ),
            ("case_words (complaint_id, words)", words),
            ("case_event (complaint_id, version, event, at, role, team_id, data)", events),
            ("customer (complaint_id, name, phone, email, delete_on, phone_key)", customers),
        ] {
            let sql = format!("INSERT INTO {into} VALUES {}", rows.join(", "));
            transaction.execute_unprepared(&sql).await.unwrap();
        }
        if from % (STEPS * ROWS) == 0 {
            transaction.commit().await.unwrap();
            transaction = base.db.begin().await.unwrap();
        }
    }
    transaction.commit().await.unwrap();
    if is_sqlite {
        run(base, "INSERT INTO case_search (case_search) VALUES ('rebuild')").await;
    }
    run(base, "ANALYZE").await;
}

struct Desk<'a> {
    base: &'a Base,
    actor: Actor,
}

impl Desk<'_> {
    async fn list(&self, base: &Base, filter: &CaseFilter) -> CaseList {
        complaints::list(base, Some(&self.actor), filter).await.unwrap()
    }

    async fn time(&self, name: &str, filter: &CaseFilter) {
        let mut times = Vec::new();
        let mut found = 0;
        for _ in 0..TIMES {
            let started = Instant::now();
            found = self.list(self.base, filter).await.total;
            times.push(started.elapsed());
        }
        report(name, &mut times, &format!("{found} found"));
        println!("    {}", self.plan(filter).await.replace('\n', "\n    "));
    }

    /// What the database does for the rows of a list.
    async fn plan(&self, filter: &CaseFilter) -> String {
        let heard = Arc::new(Mutex::new(Vec::<Statement>::new()));
        let listener = heard.clone();
        let mut listening = self.base.clone();
        listening
            .db
            .reader
            .set_metric_callback(move |info| listener.lock().unwrap().push(info.statement.clone()));
        self.list(&listening, filter).await;
        let statements = heard.lock().unwrap().clone();
        let listed = statements.iter().find(|statement| statement.sql.contains("ORDER BY")).unwrap();
        let is_postgres = self.base.db.reader.get_database_backend() == DbBackend::Postgres;
        let explain = if is_postgres { "EXPLAIN" } else { "EXPLAIN QUERY PLAN" };
        let explain = Statement { sql: format!("{explain} {}", listed.sql), ..listed.clone() };
        let rows = self.base.db.writer().query_all_raw(explain).await.unwrap();
        let column = if is_postgres { "QUERY PLAN" } else { "detail" };
        let lines = rows.iter().map(|row| row.try_get_by::<String, _>(column).unwrap());
        lines.map(|line| line.chars().take(140).collect::<String>()).collect::<Vec<_>>().join("\n")
    }
}

fn report(name: &str, times: &mut [Duration], more: &str) {
    times.sort_unstable();
    let at = |share: f64| times[(times.len() as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!("{name:<46} p50 {:>9.2} ms   p95 {:>9.2} ms   {more}", at(0.5), at(0.95));
}

async fn measure(name: &str, base: &Base, cases: u64) {
    let started = Instant::now();
    fill(base, cases).await;
    println!("\n{name}: {cases} cases, filled in {:.0} s", now_ms(started) / 1000.0);
    let narrow = number(base, "SELECT MIN(id) FROM unit WHERE name LIKE 'Site %' AND id > 10").await;
    for (who, unit) in [("whole organisation", 1), ("one site", narrow)] {
        let desk = Desk { base, actor: actor(Role::Service, unit) };
        let search = |text: &str| CaseFilter {
            search: text.to_owned(),
            show: Show::All,
            page: 1,
            ..CaseFilter::default()
        };
        let rare = format!("sjelden{}", cases / 10);
        for (asked, filter) in [
            ("inbox", CaseFilter { page: 1, ..CaseFilter::default() }),
            ("finished", CaseFilter { show: Show::Closed, page: 1, ..CaseFilter::default() }),
            ("a common word", search("kassa")),
            ("two common words", search("kassa ventet")),
            ("a rare word", search(&rare)),
            ("a common and a rare word", search(&format!("kassa {rare}"))),
            ("the beginning of a word", search("kas")),
            ("a word that is nowhere", search("xylofon")),
        ] {
            desk.time(&format!("{who}: {asked}"), &filter).await;
        }
        let page = desk.list(base, &CaseFilter { page: 1, ..CaseFilter::default() }).await;
        let mut times = Vec::new();
        for row in page.rows.iter().cycle().take(TIMES) {
            let started = Instant::now();
            complaints::page(base, Some(&desk.actor), &row.reference, None).await.unwrap();
            times.push(started.elapsed());
        }
        report(&format!("{who}: a case"), &mut times, "");
    }
}

fn main() {
    let cases = std::env::var("TRIVSEL_CASES").map_or(5_000_000, |text| text.parse().unwrap());
    let on = std::env::var("TRIVSEL_ON").unwrap_or_default();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        if on != "postgres" {
            let (base, _folder) = on_sqlite().await;
            measure("SQLite", &base, cases).await;
        }
        if on != "sqlite" {
            let (_, base) = on_postgres().await;
            measure("PostgreSQL", &base, cases).await;
        }
    });
}
