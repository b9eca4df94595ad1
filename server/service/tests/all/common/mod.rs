//! The small organisation of tests with all its services, and rolls of its rounds.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test")]

pub mod postbox;

use std::{future::Future, sync::Arc};

use base::Base;
use chrono::{DateTime, Utc};
use domain::{RoundId, UnitId};
use service::{Services, ballots::Content};

#[allow(unused_imports, reason = "each test program uses its own part")]
pub use testing::{actor, by, employee, now, number, run};

/// A fresh SQLite database with the small organisation.
pub async fn on_sqlite() -> (Services, tempfile::TempDir) {
    let (base, folder) = testing::on_sqlite().await;
    (over(base).await, folder)
}

/// A fresh PostgreSQL database with the small organisation.
pub async fn on_postgres() -> Services {
    postgres_database().await.1
}

/// The same with its URL.
pub async fn postgres_database() -> (String, Services) {
    let (url, base) = testing::on_postgres().await;
    (url, over(base).await)
}

async fn over(base: Base) -> Services {
    let services = Services::on(base);
    service::release::rules::create(services.db.writer()).await.unwrap();
    write_rolls(&services).await;
    services
}

/// The ballots of a round that is not released, opened with its key.
pub async fn opened(services: &Services, round: i64) -> Vec<Content> {
    let db = services.db.writer();
    let sql = "SELECT name FROM box_key WHERE round_id = $1";
    let Some(name) = base::db::value::<String>(db, sql, [round.into()]).await.unwrap() else {
        return Vec::new();
    };
    let secret = services.keys.get(&name).await.unwrap().unwrap();
    let sql = "SELECT box FROM sealed_ballot WHERE round_id = $1";
    let boxes = base::db::column::<Vec<u8>>(db, sql, [round.into()]).await.unwrap();
    boxes.iter().map(|sealed| service::ballots::open(&secret, RoundId::new(round), sealed).unwrap()).collect()
}

/// Answers in the ballots of a round that is not released.
pub async fn answers(services: &Services, round: i64) -> usize {
    opened(services, round).await.iter().map(|ballot| ballot.answers.len()).sum()
}

/// How many ballots of a round that is not released count in a unit.
pub async fn cast_in(services: &Services, round: i64, unit: i64) -> usize {
    opened(services, round).await.iter().filter(|ballot| ballot.unit == UnitId::new(unit)).count()
}

/// Used votes and sealed ballots: as many of one as of the other, or it panics.
pub async fn votes(services: &Services) -> i64 {
    let used = number(services, "SELECT COUNT(*) FROM used_vote").await;
    assert_eq!(used, number(services, "SELECT COUNT(*) FROM sealed_ballot").await);
    used
}

/// Writes the rolls of both rounds anew, from the roster as it is.
pub async fn write_rolls(services: &Services) {
    run(services, "DELETE FROM roll").await;
    for (round, starts_on) in [(1, "2026-11-09"), (2, "2026-11-16")] {
        let (round, starts_on) = (RoundId::new(round), starts_on.parse().unwrap());
        service::rounds::roll::write(services.db.writer(), round, starts_on).await.unwrap();
    }
}

/// Runs a test on both databases.
pub async fn on_both<F: Future<Output = ()>>(test: impl Fn(Services) -> F) {
    let (services, _folder) = on_sqlite().await;
    test(services).await;
    test(on_postgres().await).await;
}

/// Lets every unit report each round on its own, however small it is.
pub async fn without_windows(services: &Services) {
    run(
        services,
        "INSERT INTO quarter_window (quarter, unit_id, rounds) SELECT '2026-10-01', id, 1 FROM unit",
    )
    .await;
}

/// A clock that stops whoever asks for the time elsewhere than on the thread of the test, while it is shut. Only
/// for tests on one thread: what they find at the gate is being done away from the thread that serves.
pub struct Gate {
    serving: std::thread::ThreadId,
    at: std::sync::Mutex<(bool, usize)>,
    opened: std::sync::Condvar,
}

impl Gate {
    /// Open, for the calling thread.
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            serving: std::thread::current().id(),
            at: std::sync::Mutex::default(),
            opened: std::sync::Condvar::new(),
        })
    }

    /// From now on whoever comes waits.
    pub fn shut(&self) {
        self.at.lock().unwrap().0 = true;
    }

    /// Lets all go on.
    pub fn open(&self) {
        self.at.lock().unwrap().0 = false;
        self.opened.notify_all();
    }

    /// How many have come to the shut gate.
    pub fn came(&self) -> usize {
        self.at.lock().unwrap().1
    }

    /// Waits until so many have come. Whoever is `over` before has not come by.
    pub async fn wait_for(&self, many: usize, over: impl Fn() -> bool) {
        while self.came() < many {
            assert!(!over(), "it was done on the thread that serves");
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
    }
}

impl service::clock::Clock for Gate {
    fn now(&self) -> DateTime<Utc> {
        let mut at = self.at.lock().unwrap();
        if at.0 && std::thread::current().id() != self.serving {
            at.1 += 1;
            let _open = self.opened.wait_while(at, |at| at.0).unwrap();
        }
        now()
    }
}
