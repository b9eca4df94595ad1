//! The calendar of rounds as it changes: planned, opened, closed, declared void.
//!
//! What happens by itself is decided by the calendar day where the organisation is: a round opens with the
//! local midnight before its first day and closes with the one after its last. Every step looks at what is
//! in the database and moves it on by one, never back, so that doing it twice, on two instances, or under a
//! clock that jumped does it once. Under a clock far ahead the open round closes and is released before its
//! time, and stays so; no round is planned by itself, because the last one ended too long ago.

use chrono::NaiveDate;
use domain::{
    Field, Problem, RoundId, Why,
    audit::Event,
    staff::rounds::{Continuation, continuation, weeks_of},
};
use entity::round;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
};

pub use domain::staff::rounds::NewRound;

use super::{find_open, open_rounds, roll};
use crate::{
    ballots::keys,
    release::{choose_windows, rules},
};
use base::{
    Base, Error, Result,
    audit::{self, Entry},
    db::{all, column, execute, exists, value},
};
use organisation::changes::By;

/// Key of the lock under which the calendar gets new days on PostgreSQL, so that two instances that plan at
/// the same time do not both find the days free. SQLite has one writer.
const LOCK: i64 = 0x7472_6976_7365_6c04;

/// Everything that is kept of the ballots of a round, and who might have cast one. The ledger is not here:
/// it takes no deletion, and no reader asks it about a round that was declared void.
const KEPT: [&str; 13] = [
    "used_vote",
    "sealed_ballot",
    "carried_counts",
    "kept_counts",
    "released_comment",
    "kiosk_code",
    "code_sheet",
    "check_in_link",
    "roll",
    // What an older version kept.
    "tally",
    "turnout",
    "participation",
    "ballot_comment",
];

/// Whoever runs the program or its jobs, now.
async fn nobody(base: &Base) -> Result<By> {
    Ok(By { account: None, now: base.now(), today: organisation::today(base).await? })
}

/// Plans a round; it opens on its first day.
///
/// # Errors
/// `Invalid` with every field that is wrong; an overlap with another round is a wrong first day.
pub async fn plan(base: &Base, new: &NewRound) -> Result<round::Model> {
    let by = nobody(base).await?;
    let new = new.clone().check(by.today)?;
    let transaction = base.db.begin().await?;
    let number = plan_in(&transaction, &by, &new).await?;
    let round = find(&transaction, number).await?;
    transaction.commit().await?;
    Ok(round)
}

/// Plans a checked round inside a transaction; gives its number.
pub(super) async fn plan_in(db: &impl ConnectionTrait, by: &By, new: &NewRound) -> Result<i64> {
    lock(db).await?;
    refuse_overlap(db, new, 0).await?;
    let number = value(
        db,
        "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
         SELECT COALESCE(MAX(number), 0) + 1, $1, $2, 'planned', $3, $4, $5, $6 FROM round RETURNING number",
        [
            new.starts_on.into(),
            new.ends_on().into(),
            domain::staff::bank::TAG.into(),
            new.purpose.as_str().into(),
            new.discussed_on.into(),
            new.review_on.into(),
        ],
    )
    .await?
    .ok_or_else(|| Error::Internal("the new round is gone".to_owned()))?;
    record(db, by, number, &format!("planned, {} to {}", new.starts_on, new.ends_on())).await?;
    Ok(number)
}

/// Gives a planned round other days, purpose or dates.
pub(super) async fn edit_in(
    db: &impl ConnectionTrait,
    by: &By,
    round: &round::Model,
    new: &NewRound,
) -> Result<()> {
    lock(db).await?;
    refuse_overlap(db, new, round.number).await?;
    let values = [
        new.starts_on.into(),
        new.ends_on().into(),
        new.purpose.as_str().into(),
        new.discussed_on.into(),
        new.review_on.into(),
        round.id.into(),
    ];
    let sql = "UPDATE round SET starts_on = $1, ends_on = $2, purpose = $3, discussed_on = $4, review_on = $5
               WHERE id = $6 AND state = 'planned'";
    once(execute(db, sql, values).await?.rows_affected())?;
    record(db, by, round.number, &format!("changed, {} to {}", new.starts_on, new.ends_on())).await
}

/// Takes a planned round out of the calendar.
pub(super) async fn delete_in(db: &impl ConnectionTrait, by: &By, round: &round::Model) -> Result<()> {
    // Codes and links can be made before a round opens.
    forget(db, round.id).await?;
    let deleted =
        execute(db, "DELETE FROM round WHERE id = $1 AND state = 'planned'", [round.id.into()]).await?;
    once(deleted.rows_affected())?;
    record(db, by, round.number, "deleted").await
}

/// Brings the review date of a round forward: no round follows it by itself after that day.
pub(super) async fn stop_in(
    db: &impl ConnectionTrait,
    by: &By,
    round: &round::Model,
    review_on: NaiveDate,
) -> Result<()> {
    let sql = "UPDATE round SET review_on = $1 WHERE id = $2 AND review_on >= $1";
    once(execute(db, sql, [review_on.into(), round.id.into()]).await?.rows_affected())?;
    record(db, by, round.number, &format!("review brought forward to {review_on}")).await
}

/// Closes the open round: from then on ballots are refused. Waits for those on their way.
pub(super) async fn close_in(db: &impl ConnectionTrait, by: &By, round: &round::Model) -> Result<()> {
    let sql = "UPDATE round SET state = 'closed' WHERE id = $1 AND state = 'open'";
    once(execute(db, sql, [round.id.into()]).await?.rows_affected())?;
    record(db, by, round.number, "closed").await
}

/// Declares a round void. What is kept of its ballots is deleted with it: a round that does not count has no
/// use for them, and what is not there cannot be released, read or lost. Figures that were released stay in
/// the ledger, where nothing is ever changed, and are shown no more.
///
/// Ballots hold the round's row while they are cast: this waits for those that came first and deletes
/// them too; those that come later find the round void.
pub(super) async fn void_in(
    db: &impl ConnectionTrait,
    by: &By,
    round: &round::Model,
    reason: &str,
) -> Result<()> {
    let sql = "UPDATE round SET state = 'voided', void_reason = $1, voided_on = $3
               WHERE id = $2 AND state IN ('open', 'closed', 'released')";
    once(execute(db, sql, [reason.into(), round.id.into(), by.today.into()]).await?.rows_affected())?;
    forget(db, round.id).await?;
    organisation::bump_data_version(db).await?;
    record(db, by, round.number, "declared void").await
}

/// Every round, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(base: &Base) -> Result<Vec<round::Model>> {
    Ok(round::Entity::find().order_by_desc(round::Column::Number).all(&base.db.reader).await?)
}

/// A round by its number.
pub(super) async fn find(db: &impl ConnectionTrait, number: i64) -> Result<round::Model> {
    let round = round::Entity::find().filter(round::Column::Number.eq(number)).one(db).await?;
    Ok(round.ok_or(Problem::NotFound)?)
}

/// The round after which others follow: the one that ends last, whatever became of it. One that was declared
/// void keeps its days too, so that no other opens on them by itself.
pub(super) async fn last(db: &impl ConnectionTrait) -> Result<Option<round::Model>> {
    Ok(round::Entity::find()
        .order_by_desc(round::Column::EndsOn)
        .order_by_desc(round::Column::Number)
        .one(db)
        .await?)
}

/// Opens planned rounds whose first day has come. When the last round has ended, plans one like it, while
/// its review date allows and it did not end too long ago, and opens it too. Gives how many opened.
///
/// # Errors
/// When the database refuses; nothing is changed then.
pub async fn open_due(base: &Base, today: NaiveDate) -> Result<u64> {
    let by = By { account: None, now: base.now(), today };
    let transaction = base.db.begin().await?;
    lock(&transaction).await?;
    let mut opened = open_planned(&transaction, &by).await?;
    let ended = last(&transaction).await?.filter(|round| round.ends_on < today);
    if let Some(last) = ended
        && let Continuation::From(starts_on) =
            continuation((last.starts_on, last.ends_on), last.review_on, today)
    {
        let next = NewRound {
            starts_on,
            weeks: u32::try_from(weeks_of(last.starts_on, last.ends_on)).unwrap_or(1),
            purpose: last.purpose,
            discussed_on: last.discussed_on,
            review_on: last.review_on,
        };
        plan_in(&transaction, &by, &next).await?;
        opened += open_planned(&transaction, &by).await?;
    }
    transaction.commit().await?;
    // A round without keys takes no ballots; the next one who looks tries again to make them.
    for round in open_rounds().all(&base.db.reader).await? {
        keys::for_casting(base, &round).await?;
    }
    Ok(opened)
}

/// A round that has just opened.
#[derive(FromQueryResult)]
struct Opened {
    id: RoundId,
    number: i64,
    starts_on: NaiveDate,
}

/// Opens what is due and writes each round's roll with it.
async fn open_planned(db: &impl ConnectionTrait, by: &By) -> Result<u64> {
    let opened: Vec<Opened> = all(
        db,
        "UPDATE round SET state = 'open'
         WHERE state = 'planned' AND starts_on <= $1 AND ends_on >= $1 AND review_on >= $1
         RETURNING id, number, starts_on",
        [by.today.into()],
    )
    .await?;
    for &Opened { id, number, starts_on } in &opened {
        roll::write(db, id, starts_on).await?;
        choose_windows(db, id, starts_on, &rules::in_force(db, starts_on).await?).await?;
        record(db, by, number, "opened").await?;
    }
    // A round that was open before there were rolls gets its own.
    for round in open_rounds().all(db).await? {
        roll::write(db, round.id, round.starts_on).await?;
    }
    Ok(opened.len() as u64)
}

/// Closes open rounds that end before `before`. From then on ballots are refused.
///
/// # Errors
/// When the database refuses.
pub async fn close_due(base: &Base, before: NaiveDate) -> Result<u64> {
    let by = By { account: None, now: base.now(), today: before };
    let transaction = base.db.begin().await?;
    let closed: Vec<i64> = column(
        &transaction,
        "UPDATE round SET state = 'closed' WHERE state = 'open' AND ends_on < $1 RETURNING number",
        [before.into()],
    )
    .await?;
    for number in &closed {
        record(&transaction, &by, *number, "closed").await?;
    }
    transaction.commit().await?;
    Ok(closed.len() as u64)
}

/// Closes one round by its number, or the open one, now.
///
/// # Errors
/// `NoOpenRound` when there is none to close.
pub async fn close(base: &Base, number: Option<i64>) -> Result<round::Model> {
    let by = nobody(base).await?;
    let transaction = base.db.begin().await?;
    let round = match number {
        Some(number) => {
            round::Entity::find().filter(round::Column::Number.eq(number)).one(&transaction).await?
        }
        None => find_open(&transaction).await?,
    };
    let round = round.filter(|round| round.state == "open").ok_or(Problem::NoOpenRound)?;
    close_in(&transaction, &by, &round).await?;
    transaction.commit().await?;
    Ok(round)
}

/// Declares a round void on the machine itself.
///
/// # Errors
/// `NotFound` for an unknown number, `ChangedMeanwhile` for a round that has not opened or is void already.
pub async fn void(base: &Base, number: i64, reason: &str) -> Result<()> {
    let by = nobody(base).await?;
    let transaction = base.db.begin().await?;
    let round = find(&transaction, number).await?;
    void_in(&transaction, &by, &round, reason).await?;
    transaction.commit().await?;
    after_void(base, &round).await;
    Ok(())
}

/// Destroys the keys of a round that was declared void. The round is void whatever comes of this: what could not be
/// destroyed is tried again with the next jobs.
pub(super) async fn after_void(base: &Base, round: &round::Model) {
    let done = async {
        keys::give_up_lost(base, round.id, round.starts_on).await?;
        keys::tidy(base, None).await
    };
    if let Err(error) = done.await {
        tracing::error!(round = round.number, %error, "the keys of a void round are not destroyed yet");
    }
}

async fn lock(db: &impl ConnectionTrait) -> Result<()> {
    if db.get_database_backend() == DbBackend::Postgres {
        execute(db, "SELECT pg_advisory_xact_lock($1)", [LOCK.into()]).await?;
    }
    Ok(())
}

/// Refuses days that another round has, but the one of this number. A round that was declared void leaves
/// its days to others.
async fn refuse_overlap(db: &impl ConnectionTrait, new: &NewRound, but: i64) -> Result<()> {
    let overlaps = exists(
        db,
        "SELECT 1 AS one FROM round
         WHERE state <> 'voided' AND starts_on <= $1 AND ends_on >= $2 AND number <> $3 LIMIT 1",
        [new.ends_on().into(), new.starts_on.into(), but.into()],
    )
    .await?;
    if overlaps { Err(Problem::invalid(Field::StartsOn, Why::Overlaps).into()) } else { Ok(()) }
}

async fn forget(db: &impl ConnectionTrait, round: RoundId) -> Result<()> {
    for table in KEPT {
        execute(db, &format!("DELETE FROM {table} WHERE round_id = $1"), [round.into()]).await?;
    }
    Ok(())
}

/// A round that somebody else has moved on is left as it is.
fn once(rows: u64) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(Problem::ChangedMeanwhile.into()) }
}

async fn record(db: &impl ConnectionTrait, by: &By, number: i64, what: &str) -> Result<()> {
    let detail = format!("round {number}: {what}");
    let entry = Entry { detail: &detail, ..Entry::new(Event::RoundChanged, by.account) };
    audit::record(db, by.now, &entry).await
}
