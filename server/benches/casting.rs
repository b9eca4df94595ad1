//! What it costs to seal a ballot before it is stored.
//!
//! `cargo bench -p server --bench casting` casts ballots of the same people in two rounds on one SQLite file, in turns:
//! one sealed, as the program does it, and one as it did before, added to counts in the clear. Prints the median and
//! the 95th percentile of both and how they compare. Nothing is asserted: the figures are for reading.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints and stops at the first surprise"
)]

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use base::db::{execute, value};
use domain::{PersonId, RoundId, staff::check_in::BallotForm};
use service::{
    Services,
    clock::SystemClock,
    db::{Db, Missing},
    rounds::{self, Voter, roll},
};

const PEOPLE: i64 = 600;
/// Ballots of which no time is taken: the first ones find nothing in memory.
const WARM_UP: usize = 20;
const COMMENT: &str = "The rota comes late, and the cold store does not close.";

async fn prepare(folder: &tempfile::TempDir) -> Services {
    let url = format!("sqlite://{}", folder.path().join("casting.db").display());
    let db = Db::open(&url, Missing::Create).await.unwrap();
    migrations::migrate(db.for_migrations()).await.unwrap();
    let services = Services::new(db, Arc::new(SystemClock));
    service::set_up(services.db.writer(), "Bench", false).await.unwrap();
    let today = service::organisation::today(&services).await.unwrap();
    let (first, last) = (today - chrono::Days::new(1), today + chrono::Days::new(5));
    let statements = [
        "INSERT INTO unit (external_id, parent_id, kind, name) VALUES ('A', 1, 'team', 'Team A')".to_owned(),
        format!(
            "INSERT INTO person (external_id, name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
             WHERE i < {PEOPLE}) SELECT 'P' || i, 'Person ' || i FROM n"
        ),
        "INSERT INTO roster (person_id, unit_id, from_on) SELECT id, 2, '2026-01-01' FROM person".to_owned(),
        format!(
            "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
             VALUES (2, '{first}', '{last}', 'open', 'trivsel-1', 'Bench', '2026-01-01', '2030-01-01')"
        ),
    ];
    for statement in statements {
        execute(services.db.writer(), &statement, []).await.unwrap();
    }
    roll::write(services.db.writer(), RoundId::new(1), first).await.unwrap();
    rounds::open_due(&services, today).await.unwrap();
    services
}

async fn sealed(services: &Services, person: i64) {
    let answers = [("C1", "1"), ("C2", "4")].map(|(item, value)| (item.to_owned(), value.to_owned()));
    let form = BallotForm {
        round: 2,
        key: format!("{person:032x}"),
        comment: COMMENT.to_owned(),
        answers: answers.into(),
    };
    rounds::cast_by(services, &Voter::Person(PersonId::new(person)), &form).await.unwrap();
}

/// The statements of a ballot as they were before: who, counts, comment, in one transaction.
async fn in_the_clear(services: &Services, person: i64) {
    let transaction = services.db.begin().await.unwrap();
    let open: Option<i64> =
        value(&transaction, "SELECT id FROM round WHERE state = 'open'", []).await.unwrap();
    let round = open.unwrap();
    let place = "SELECT unit_id FROM roll WHERE round_id = $1 AND person_id = $2";
    let unit: Option<i64> = value(&transaction, place, [round.into(), person.into()]).await.unwrap();
    let unit = unit.unwrap();
    let used = "INSERT INTO participation (round_id, person_id, receipt) VALUES ($1, $2, $3)";
    execute(&transaction, used, [round.into(), person.into(), vec![7_u8; 32].into()]).await.unwrap();
    let turnout = "INSERT INTO turnout (round_id, unit_id, count) VALUES ($1, $2, 1)
                   ON CONFLICT (round_id, unit_id) DO UPDATE SET count = turnout.count + 1";
    execute(&transaction, turnout, [round.into(), unit.into()]).await.unwrap();
    let tally = "INSERT INTO tally (round_id, unit_id, item, value, count) VALUES ($1, $2, 'C1', 1, 1), ($1, $2, 'C2', 4, 1)
                 ON CONFLICT (round_id, unit_id, item, value) DO UPDATE SET count = tally.count + 1";
    execute(&transaction, tally, [round.into(), unit.into()]).await.unwrap();
    let said = "INSERT INTO ballot_comment (id, round_id, unit_id, text) VALUES ($1, $2, $3, $4)";
    let id = base::tokens::random::<16>().unwrap().to_vec();
    execute(&transaction, said, [id.into(), round.into(), unit.into(), COMMENT.into()]).await.unwrap();
    transaction.commit().await.unwrap();
}

fn at(times: &[Duration], share: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place in a short list"
    )]
    let place = ((sorted.len() - 1) as f64 * share).round() as usize;
    sorted[place].as_secs_f64() * 1000.0
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let services = prepare(&folder).await;
    let (mut after, mut before) = (Vec::new(), Vec::new());
    for person in 1..=PEOPLE {
        let start = Instant::now();
        sealed(&services, person).await;
        after.push(start.elapsed());
        let start = Instant::now();
        in_the_clear(&services, person).await;
        before.push(start.elapsed());
    }
    let (after, before) = (&after[WARM_UP..], &before[WARM_UP..]);
    println!("{} pairs in turns        median      95 %", after.len());
    println!("counted in the clear  {:7.2} ms {:7.2} ms", at(before, 0.5), at(before, 0.95));
    println!("sealed                {:7.2} ms {:7.2} ms", at(after, 0.5), at(after, 0.95));
    println!("sealed / clear        {:7.2}", at(after, 0.5) / at(before, 0.5));
}
