//! The urn: where sealed ballots are stored, exactly once each.
//!
//! A transaction costs its statements and the disk's word that it is stored, and those of one will do for all ballots
//! that wait. So whoever finds the urn free stores its own ballot and all others that have come meanwhile.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use domain::{Problem, RoundId, UnitId};
use entity::round;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    Value,
};
use tokio::sync::oneshot;

use super::cast::Cast;
use crate::ballots::seal::{self, Use};
use base::{
    Base, Error,
    db::{Db, Failure, Transaction, all, column, execute, exists, insert, placeholders, rows_at_once, value},
    keys::Secret,
};

/// Ballots that one transaction takes at most: a longer one would keep the others waiting.
const TOGETHER: usize = 64;

/// A vote to be used, and what stands in the box for it.
pub(super) struct Ballot {
    pub(super) round: RoundId,
    /// Whose vote it is, as a mark that only the quarter's key can make.
    pub(super) mark: Vec<u8>,
    /// The form, as such a mark: the same form sent again is no second ballot.
    pub(super) form: Vec<u8>,
    /// What the box stands under: random, so that it tells no order.
    pub(super) id: Vec<u8>,
    pub(super) sealed: Vec<u8>,
}

/// What became of a ballot; none when its round is not open any more.
type Outcome = Result<Option<Cast>, DbErr>;

/// Ballots that wait to be stored, and the right to store them, which one task at a time has.
#[derive(Default)]
struct Urn {
    waiting: Mutex<Vec<(Ballot, oneshot::Sender<Outcome>)>>,
    turn: tokio::sync::Mutex<()>,
}

impl Urn {
    /// Takes out the ballots that have waited longest.
    fn take(&self, most: usize) -> (Vec<Ballot>, Vec<oneshot::Sender<Outcome>>) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let most = waiting.len().min(most);
        waiting.drain(..most).unzip()
    }
}

/// Stores a ballot, with all others that wait. None when its round is not open any more.
///
/// # Errors
/// When it was not stored.
pub(super) async fn put(base: &Base, ballot: Ballot) -> base::Result<Option<Cast>> {
    let urn: Arc<Urn> = base.memory.of();
    let (answer, answered) = oneshot::channel();
    urn.waiting.lock().unwrap_or_else(PoisonError::into_inner).push((ballot, answer));
    // A task of its own: whoever hangs up takes no one else's ballot along. Each ballot brings one, so that none is
    // left behind however many come.
    tokio::spawn(store_waiting(base.db.clone(), urn));
    Ok(answered.await.map_err(|_| Error::Internal("the task that stores ballots is gone".to_owned()))??)
}

async fn store_waiting(db: Db, urn: Arc<Urn>) {
    let _turn = urn.turn.lock().await;
    let (ballots, mut answers) = urn.take(TOGETHER);
    if ballots.is_empty() {
        return;
    }
    let outcomes = match store(&db, &ballots).await {
        Ok(casts) => casts.into_iter().map(Ok).collect(),
        Err(error) => {
            // Whoever has come meanwhile would wait as long, and hear the same.
            if matches!(Failure::of(&error), Failure::Busy | Failure::Storage) {
                answers.extend(urn.take(usize::MAX).1);
            }
            vec![Err(error); answers.len()]
        }
    };
    for (answer, outcome) in answers.into_iter().zip(outcomes) {
        // Who has hung up does not hear it; the ballot counts all the same.
        let _ = answer.send(outcome);
    }
}

async fn store(db: &Db, ballots: &[Ballot]) -> Result<Vec<Option<Cast>>, DbErr> {
    let transaction = db.begin().await?;
    let casts = write(&transaction, ballots).await?;
    transaction.commit().await?;
    Ok(casts)
}

/// Stores a ballot by code of a unit, alone: it counts only while the unit has no more ballots than people. None when
/// its round is not open any more.
///
/// # Errors
/// `CodeUnknown` when it is one too many, or when it was not stored.
pub(super) async fn put_by_code(
    base: &Base,
    key: &Secret,
    unit: UnitId,
    ballot: Ballot,
) -> base::Result<Option<Cast>> {
    let transaction = base.db.begin().await?;
    one_by_one(&transaction, unit).await?;
    let cast = write(&transaction, std::slice::from_ref(&ballot)).await?.pop().flatten();
    if cast == Some(Cast::Counts) {
        refuse_more_than_roll(&transaction, key, ballot.round, unit).await?;
    }
    transaction.commit().await?;
    Ok(cast)
}

/// Marks votes as used, and puts the boxes of those that were not used before to the others. Two rows for each, of a
/// size that depends on nothing, and in an order that tells nothing of one by the other.
async fn write(db: &Transaction, ballots: &[Ballot]) -> Result<Vec<Option<Cast>>, DbErr> {
    // Shared with other ballots, and in the way of the round's close: what is acknowledged is counted.
    let open = round::Entity::find().select_only().column(round::Column::Id);
    let open: Vec<RoundId> =
        open.filter(round::Column::State.eq("open")).lock_shared().into_tuple().all(db).await?;
    let mut votes: Vec<&Ballot> = ballots.iter().filter(|ballot| open.contains(&ballot.round)).collect();
    // In one order everywhere, so that two instances never wait for each other.
    votes.sort_by_key(|vote| (vote.round, &vote.mark));
    let mut used = HashSet::new();
    if !votes.is_empty() {
        let sql = format!(
            "INSERT INTO used_vote (round_id, mark, form) VALUES {} ON CONFLICT DO NOTHING RETURNING mark, form",
            placeholders(votes.len(), 3)
        );
        let values = votes
            .iter()
            .flat_map(|vote| [vote.round.into(), vote.mark.clone().into(), vote.form.clone().into()]);
        let rows: Vec<Used> = all(db, &sql, values.collect::<Vec<Value>>()).await?;
        used.extend(rows.into_iter().map(|row| (row.mark, row.form)));
    }
    let mut casts = Vec::with_capacity(ballots.len());
    let mut boxes = Vec::new();
    for ballot in ballots {
        casts.push(if !open.contains(&ballot.round) {
            None
        } else if used.remove(&(ballot.mark.clone(), ballot.form.clone())) {
            let row = [ballot.id.clone().into(), ballot.round.into(), ballot.sealed.clone().into()];
            boxes.push((&ballot.id, row));
            Some(Cast::Counts)
        } else {
            let sql = "SELECT 1 AS same FROM used_vote WHERE round_id = $1 AND mark = $2 AND form = $3";
            let same = [ballot.round.into(), ballot.mark.clone().into(), ballot.form.clone().into()];
            Some(if exists(db, sql, same).await? { Cast::CountsAlready } else { Cast::Second })
        });
    }
    boxes.sort_by_key(|(id, _)| *id);
    let rows = boxes.into_iter().map(|(_, row)| row).collect();
    insert(db, "sealed_ballot (id, round_id, box)", rows).await?;
    Ok(casts)
}

/// A vote that was not used before.
#[derive(FromQueryResult)]
struct Used {
    mark: Vec<u8>,
    form: Vec<u8>,
}

/// Key of the locks under which ballots by code of a unit come one by one. They leave no trace in any row.
const LOCK: i32 = 0x7472_6976;

async fn one_by_one(db: &impl ConnectionTrait, unit: UnitId) -> base::Result<()> {
    if db.get_database_backend() == DbBackend::Postgres {
        let unit = i32::try_from(i64::from(unit)).unwrap_or(i32::MAX);
        execute(db, "SELECT pg_advisory_xact_lock($1, $2)", [LOCK.into(), unit.into()]).await?;
    }
    Ok(())
}

/// No sheet, however often it is made anew, lets more ballots in than people are counted in the unit: all codes that
/// it ever had in the round are looked at, by their marks. Whoever is refused hears no more than for a code of an
/// older sheet; the reason would be the turnout.
async fn refuse_more_than_roll(
    db: &impl ConnectionTrait,
    key: &Secret,
    round: RoundId,
    unit: UnitId,
) -> base::Result<()> {
    let id = || [round.into(), unit.into()];
    let people = "SELECT COUNT(*) AS n FROM roll WHERE round_id = $1 AND unit_id = $2";
    let people: i64 = value(db, people, id()).await?.unwrap_or(0);
    let codes = "SELECT code_hash FROM kiosk_code WHERE round_id = $1 AND unit_id = $2";
    let codes: Vec<Vec<u8>> = column(db, codes, id()).await?;
    let mut used = 0;
    for some in codes.chunks(rows_at_once(db, 1)) {
        let mut values: Vec<Value> = vec![round.into()];
        for code in some {
            values.push(seal::mark(key, Use::Code, round, code)?.to_vec().into());
        }
        let places: Vec<String> = (2..=values.len()).map(|place| format!("${place}")).collect();
        let sql = format!(
            "SELECT COUNT(*) AS n FROM used_vote WHERE round_id = $1 AND mark IN ({})",
            places.join(", ")
        );
        used += value::<i64>(db, &sql, values).await?.unwrap_or(0);
    }
    if used > people { Err(Problem::CodeUnknown.into()) } else { Ok(()) }
}
