//! What it costs to seal a ballot before it is stored.
//!
//! `cargo bench -p server --bench casting` casts ballots of the same people in one round on one SQLite file, in turns:
//! some sealed, as the program does it, and as many as it did before, with the same questions to the database, added to
//! counts in the clear. One at a time, then several at once. Prints the median and the 95th percentile of both and how
//! they compare. Nothing is asserted: the figures are for reading.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints and stops at the first surprise"
)]

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use base::db::{execute, placeholders, value};
use domain::{PersonId, RoundId, staff::check_in::BallotForm};
use service::{
    Services,
    clock::SystemClock,
    db::{Db, Missing},
    rounds::{self, Voter, roll},
};

const PEOPLE: i64 = 3200;
/// How many come at once, and how many ballots are cast so.
const CROWDS: [(usize, usize); 3] = [(1, 600), (8, 1000), (32, 1600)];
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

fn form(person: i64) -> BallotForm {
    let answers = [("C1", "1"), ("C2", "4")].map(|(item, value)| (item.to_owned(), value.to_owned()));
    BallotForm {
        round: 2,
        key: format!("{person:032x}"),
        comment: COMMENT.to_owned(),
        answers: answers.into(),
    }
}

async fn sealed(services: Services, person: i64) -> Duration {
    let start = Instant::now();
    rounds::cast_by(&services, &Voter::Person(PersonId::new(person)), &form(person)).await.unwrap();
    start.elapsed()
}

/// A ballot as it was cast before: what the round asks and who it was, then vote, turnout, counts and comment, all in
/// one transaction.
async fn in_the_clear(services: Services, person: i64) -> Duration {
    let start = Instant::now();
    let transaction = services.db.begin().await.unwrap();
    let round = rounds::find_open(&transaction).await.unwrap().unwrap();
    let asked = rounds::asked(&transaction, &round).await.unwrap();
    let ballot = form(person).parse(&asked).unwrap();
    let place = "SELECT unit_id FROM roll WHERE round_id = $1 AND person_id = $2";
    let unit: Option<i64> = value(&transaction, place, [round.id.into(), person.into()]).await.unwrap();
    let unit = unit.unwrap();
    let used =
        "INSERT INTO participation (round_id, person_id, receipt) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    execute(&transaction, used, [round.id.into(), person.into(), vec![7_u8; 32].into()]).await.unwrap();
    let turnout = "INSERT INTO turnout (round_id, unit_id, count) VALUES ($1, $2, 1)
                   ON CONFLICT (round_id, unit_id) DO UPDATE SET count = turnout.count + 1";
    execute(&transaction, turnout, [round.id.into(), unit.into()]).await.unwrap();
    let tally = format!(
        "INSERT INTO tally (round_id, unit_id, item, value, count) VALUES {}
         ON CONFLICT (round_id, unit_id, item, value) DO UPDATE SET count = tally.count + 1",
        placeholders(ballot.answers.len(), 5)
    );
    let counts = ballot.answers.iter().flat_map(|(item, value)| {
        [round.id.into(), unit.into(), item.id().into_owned().into(), (*value).into(), 1_i64.into()]
    });
    execute(&transaction, &tally, counts.collect::<Vec<sea_orm::Value>>()).await.unwrap();
    let said = "INSERT INTO ballot_comment (id, round_id, unit_id, text) VALUES ($1, $2, $3, $4)";
    let id = base::tokens::random::<16>().unwrap().to_vec();
    execute(&transaction, said, [id.into(), round.id.into(), unit.into(), COMMENT.into()]).await.unwrap();
    transaction.commit().await.unwrap();
    start.elapsed()
}

/// How long each of these people waits when they come at once.
async fn at_once<F: Future<Output = Duration> + Send + 'static>(
    people: &[i64],
    cast: impl Fn(i64) -> F,
) -> Vec<Duration> {
    let tasks: Vec<_> = people.iter().map(|person| tokio::spawn(cast(*person))).collect();
    let mut times = Vec::new();
    for task in tasks {
        times.push(task.await.unwrap());
    }
    times
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
    let mut people = 1..=PEOPLE;
    for (crowd, ballots) in CROWDS {
        let (mut after, mut before) = (Vec::new(), Vec::new());
        for _ in 0..ballots / crowd {
            let people: Vec<i64> = people.by_ref().take(crowd).collect();
            after.extend(at_once(&people, |person| sealed(services.clone(), person)).await);
            before.extend(at_once(&people, |person| in_the_clear(services.clone(), person)).await);
        }
        let (after, before) = (&after[WARM_UP..], &before[WARM_UP..]);
        println!("{crowd:2} at once, {} pairs  median      95 %", after.len());
        println!("counted in the clear  {:7.2} ms {:7.2} ms", at(before, 0.5), at(before, 0.95));
        println!("sealed                {:7.2} ms {:7.2} ms", at(after, 0.5), at(after, 0.95));
        println!("sealed / clear        {:7.2}", at(after, 0.5) / at(before, 0.5));
    }
}
