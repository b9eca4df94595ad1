//! For tests: a small organisation on a fresh database, once on SQLite and once on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test")]
#![allow(clippy::missing_panics_doc, reason = "a helper of tests fails the test")]

use std::{
    future::Future,
    io::Write,
    process::Command,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use base::{
    Actor, Base,
    access::Grant,
    clock::StoppedClock,
    db::{Db, Missing},
    keys::Keys,
};
use chrono::{DateTime, TimeZone, Utc};
use domain::{AccountId, PersonId, Role, UnitId};
use organisation::changes::By;
use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
use tokio::sync::OnceCell;

/// Saturday 21 November 2026, the last day but one of week 47.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 21, 10, 0, 0).unwrap()
}

/// URL of a PostgreSQL to make databases in: the one named in the environment, or one started here
/// that goes away with this process.
fn postgres() -> &'static str {
    static URL: OnceLock<String> = OnceLock::new();
    URL.get_or_init(|| {
        if let Ok(url) = std::env::var("TRIVSEL_TEST_POSTGRES") {
            return url;
        }
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../.ci/postgres");
        let owner = std::process::id().to_string();
        let output = Command::new("bash").args([script, "start", "--owner", &owner]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    })
}

/// What an SQLite database has in it, to begin with the same again: migrations alone take most of a second.
#[derive(Debug)]
pub struct Made(Vec<u8>);

impl Made {
    /// What is in this one now.
    pub async fn of(db: &Db) -> Self {
        assert!(db.scrub(&[]).await.unwrap(), "somebody still reads it");
        Self(std::fs::read(db.file().unwrap()).unwrap())
    }

    /// A fresh database with it.
    pub async fn fresh(&self) -> (Base, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.db");
        base::private::create(&file).unwrap().write_all(&self.0).unwrap();
        let db = Db::open(&format!("sqlite://{}", file.display()), Missing::Refuse).await.unwrap();
        (over(db), folder)
    }
}

/// A fresh SQLite database with the small organisation.
pub async fn on_sqlite() -> (Base, tempfile::TempDir) {
    static MADE: OnceCell<Made> = OnceCell::const_new();
    let made = async || {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("made.db").display());
        let db = Db::open(&url, Missing::Create).await.unwrap();
        fill(&db).await;
        Made::of(&db).await
    };
    MADE.get_or_init(made).await.fresh().await
}

/// A fresh PostgreSQL database with the small organisation, and its URL.
pub async fn on_postgres() -> (String, Base) {
    static MADE: OnceCell<String> = OnceCell::const_new();
    let made = async || {
        let url = empty_postgres().await;
        let db = Db::open(&url, Missing::Refuse).await.unwrap();
        fill(&db).await;
        // Only a database that nobody is connected to can be copied.
        db.for_migrations().clone().close().await.unwrap();
        name_in(&url).to_owned()
    };
    let made = MADE.get_or_init(made).await;
    let url = new_postgres(&format!("TEMPLATE {made}")).await;
    let db = Db::open(&url, Missing::Refuse).await.unwrap();
    (url, over(db))
}

/// The URL of a PostgreSQL database in which there is nothing.
pub async fn empty_postgres() -> String {
    new_postgres("").await
}

/// The URL of a PostgreSQL database with what is in this one, to which nobody may be connected by then.
pub async fn copied_postgres(url: &str) -> String {
    left_alone(url).await;
    new_postgres(&format!("TEMPLATE {}", name_in(url))).await
}

/// Waits until nobody is connected to this database any more.
pub async fn left_alone(url: &str) {
    let admin = Database::connect(tokio::task::spawn_blocking(postgres).await.unwrap()).await.unwrap();
    let sql = format!("SELECT 1 AS one FROM pg_stat_activity WHERE datname = '{}'", name_in(url));
    let connected = Statement::from_string(DbBackend::Postgres, sql);
    while admin.query_one_raw(connected.clone()).await.unwrap().is_some() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

/// Removes a database before the end, for a test that makes many.
pub async fn remove_postgres(url: &str) {
    left_alone(url).await;
    let admin = Database::connect(tokio::task::spawn_blocking(postgres).await.unwrap()).await.unwrap();
    admin.execute_unprepared(&format!("DROP DATABASE {}", name_in(url))).await.unwrap();
}

fn name_in(url: &str) -> &str {
    url.rsplit_once('/').unwrap().1
}

async fn new_postgres(how: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let base = tokio::task::spawn_blocking(postgres).await.unwrap();
    let name = format!("t{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let admin = Database::connect(base).await.unwrap();
    admin.execute_unprepared(&format!("CREATE DATABASE {name} {how}")).await.unwrap();
    let (server, _) = base.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}

fn over(db: Db) -> Base {
    let mut base = Base::new(db, Arc::new(StoppedClock(now())));
    if base.db.folder().is_none() {
        base.keys = Keys::in_memory();
    }
    base
}

async fn fill(db: &Db) {
    migrations::migrate(db.for_migrations()).await.unwrap();
    organisation::create(db.writer(), "Testkjeden", false).await.unwrap();
    for statement in ORGANISATION {
        execute(db, statement).await;
    }
}

/// The root is unit 1. Site S (2) has the teams A (3) and B (4); site T (5) has the team C (6).
/// Persons 1–6 belong to A, 7–9 to B, 10–15 to C; 16 is on site S's roster and manages it.
const ORGANISATION: &[&str] = &[
    "INSERT INTO unit (external_id, parent_id, kind, name) VALUES
        ('S', 1, 'site', 'Site S'), ('A', 2, 'team', 'Team A'), ('B', 2, 'team', 'Team B'),
        ('T', 1, 'site', 'Site T'), ('C', 5, 'team', 'Team C')",
    "INSERT INTO person (external_id, name) VALUES
        ('P1', 'One'), ('P2', 'Two'), ('P3', 'Three'), ('P4', 'Four'), ('P5', 'Five'), ('P6', 'Six'),
        ('P7', 'Seven'), ('P8', 'Eight'), ('P9', 'Nine'), ('P10', 'Ten'), ('P11', 'Eleven'), ('P12', 'Twelve'),
        ('P13', 'Thirteen'), ('P14', 'Fourteen'), ('P15', 'Fifteen'), ('P16', 'Sixteen'), ('P17', 'Nowhere')",
    "INSERT INTO roster (person_id, unit_id, from_on)
        SELECT id, CASE WHEN id <= 6 THEN 3 WHEN id <= 9 THEN 4 WHEN id <= 15 THEN 6 ELSE 2 END, '2026-01-01'
        FROM person WHERE id <= 16",
    "INSERT INTO account (person_id, login, name, password_hash) VALUES (16, 'manager@example.org', 'Sixteen', '!')",
    "INSERT INTO role_grant (account_id, role, unit_id) VALUES (1, 'manager', 2), (1, 'employee', 2)",
    "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on) VALUES
        (1, '2026-11-09', '2026-11-15', 'closed', 'trivsel-1', 'Test', '2026-10-01', '2027-10-01'),
        (2, '2026-11-16', '2026-11-22', 'open', 'trivsel-1', 'Test', '2026-10-01', '2027-10-01')",
];

/// Runs a test on both databases.
pub async fn on_both<F: Future<Output = ()>>(test: impl Fn(Base) -> F) {
    let (base, _folder) = on_sqlite().await;
    test(base).await;
    test(on_postgres().await.1).await;
}

/// Runs a statement.
pub async fn run(base: &Base, statement: &str) {
    execute(&base.db, statement).await;
}

async fn execute(db: &Db, statement: &str) {
    let ran = db.writer().execute_unprepared(statement).await;
    ran.unwrap_or_else(|error| panic!("{statement}: {error}"));
}

/// The first number that a query gives.
pub async fn number(base: &Base, query: &str) -> i64 {
    let backend = base.db.reader.get_database_backend();
    let query = match backend {
        DbBackend::Postgres => format!("SELECT CAST(({query}) AS BIGINT) AS n"),
        _ => format!("SELECT ({query}) AS n"),
    };
    let row = base.db.reader.query_one_raw(Statement::from_string(backend, query)).await.unwrap().unwrap();
    row.try_get::<Option<i64>>("", "n").unwrap().unwrap_or(0)
}

/// Whether these bytes have others in them.
pub fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    memchr::memmem::find(bytes, wanted).is_some()
}

/// Somebody with a role in a unit.
pub fn actor(role: Role, unit: i64) -> Actor {
    Actor {
        account: AccountId::new(1),
        person: None,
        name: "Test".to_owned(),
        grants: vec![Grant { role, unit: UnitId::new(unit) }],
        session: None,
    }
}

/// A person of the organisation as an employee.
pub fn employee(person: i64) -> Actor {
    Actor {
        account: AccountId::new(100 + person),
        person: Some(PersonId::new(person)),
        name: "Test".to_owned(),
        grants: vec![Grant { role: Role::Employee, unit: UnitId::new(1) }],
        session: None,
    }
}

/// Whoever runs the program, today.
pub fn by() -> By {
    By { account: None, now: now(), today: now().date_naive() }
}
