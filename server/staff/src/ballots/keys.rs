//! The keys of rounds and quarters, from their making to their end.
//!
//! A round has a pair that its ballots are sealed to; a quarter has a key for marks, and for counts that its
//! longer windows still need. The table `box_key` names them; the secret halves stand in the store of keys.
//!
//! Architecture invariant: a key is destroyed only after what it was needed for is committed, and its row is
//! deleted only after it is destroyed and what was sealed to it overwritten. Stopped anywhere between, the next
//! [`tidy`] goes on from there. A key that is not where this instance looks is not taken for destroyed.

use std::fmt::Display;

use chrono::{Days, NaiveDate};
use domain::{Period, Problem, Resolution, RoundId};
use entity::round;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::seal;
use base::{
    Base, Error, Result,
    db::{all, column, execute, exists, one, value},
    keys::Secret,
    tokens::{hex, random},
};

/// Days after a quarter's end from which no round is expected any more that would close its windows.
const LAST_CALL: u64 = 100;

/// Tables in which something sealed stood.
const SEALED: [&str; 9] = [
    "used_vote",
    "sealed_ballot",
    "carried_counts",
    "kept_counts",
    "wrapped_key",
    "participation",
    "turnout",
    "tally",
    "ballot_comment",
];

/// A key of a round or a quarter, by name.
#[derive(FromQueryResult)]
struct Named {
    name: String,
    public_key: Option<Vec<u8>>,
}

/// What casting a ballot takes.
pub(crate) struct Casting {
    /// The round's public key.
    pub(crate) public: Vec<u8>,
    /// The quarter's key.
    pub(crate) quarter: Secret,
}

/// The keys that a ballot of this round is cast with, made when there are none yet; none for a round that has been
/// released or declared void meanwhile.
///
/// # Errors
/// `Keys` when they are lost or cannot be made.
pub(crate) async fn for_casting(base: &Base, round: &round::Model) -> Result<Option<Casting>> {
    let values = [round.id.into(), quarter(round.starts_on).into()];
    let (mut of_round, mut of_its_quarter) = (None, None);
    for found in all::<Named>(&base.db.reader, OF_BOTH, values).await? {
        match found.public_key {
            Some(public) => of_round = Some(public),
            None => of_its_quarter = Some(found.name),
        }
    }
    if let (Some(public), Some(name)) = (of_round, of_its_quarter) {
        return Ok(Some(Casting { public, quarter: held(base, &name).await? }));
    }
    let Some(public) = public(base, round.id).await? else { return Ok(None) };
    Ok(Some(Casting { public, quarter: of_quarter(base, round.starts_on).await? }))
}

/// First day of the quarter in which a round starts.
pub(crate) fn quarter(starts_on: NaiveDate) -> NaiveDate {
    Period::containing(starts_on, Resolution::Quarter).start()
}

const OF_ROUND: &str = "SELECT name, public_key FROM box_key WHERE round_id = $1";
/// A round's has a public half, a quarter's none.
const OF_BOTH: &str = "SELECT name, public_key FROM box_key WHERE round_id = $1 OR quarter = $2";
const OF_QUARTER: &str = "SELECT name, public_key FROM box_key WHERE quarter = $1";

/// A round's public key; its pair is made when there is none, as long as the round waits for its release.
pub(super) async fn public(base: &Base, round: RoundId) -> Result<Option<Vec<u8>>> {
    let db = base.db.writer();
    let found: Option<Named> = one(&base.db.reader, OF_ROUND, [round.into()]).await?;
    if let Some(public) = found.and_then(|found| found.public_key) {
        return Ok(Some(public));
    }
    let (secret, public) = seal::pair()?;
    let name = name("round", round)?;
    let sql = "INSERT INTO box_key (name, round_id, public_key)
               SELECT $1, id, $3 FROM round WHERE id = $2 AND state IN ('open', 'closed') ON CONFLICT DO NOTHING";
    if make(base, &name, &secret, sql, [name.as_str().into(), round.into(), public.clone().into()]).await? {
        return Ok(Some(public));
    }
    let first: Option<Named> = one(db, OF_ROUND, [round.into()]).await?;
    Ok(first.and_then(|first| first.public_key))
}

/// The key of the quarter in which a round starts; made when there is none.
///
/// # Errors
/// `Keys` when it is lost, or cannot be read or made.
pub(crate) async fn of_quarter(base: &Base, starts_on: NaiveDate) -> Result<Secret> {
    let day = quarter(starts_on);
    if let Some(found) = one::<Named>(&base.db.reader, OF_QUARTER, [day.into()]).await? {
        return held(base, &found.name).await;
    }
    let secret = Secret::fresh()?;
    let name = name("quarter", day)?;
    let sql = "INSERT INTO box_key (name, quarter) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    if make(base, &name, &secret, sql, [name.as_str().into(), day.into()]).await? {
        return Ok(secret);
    }
    let first: Option<Named> = one(base.db.writer(), OF_QUARTER, [day.into()]).await?;
    let first = first.ok_or_else(|| Error::Internal("the key of a quarter is gone".to_owned()))?;
    held(base, &first.name).await
}

/// The key of the quarter in which a round starts; none when no ballot of the quarter was cast or counted yet.
///
/// # Errors
/// `Keys` when it is lost or cannot be read.
pub(crate) async fn of_begun_quarter(base: &Base, starts_on: NaiveDate) -> Result<Option<Secret>> {
    match one::<Named>(&base.db.reader, OF_QUARTER, [quarter(starts_on).into()]).await? {
        Some(found) => held(base, &found.name).await.map(Some),
        None => Ok(None),
    }
}

/// The secret half of a round's pair; none for a round that never had one.
///
/// # Errors
/// `Keys` when it is lost or cannot be read.
pub(crate) async fn secret(base: &Base, round: RoundId) -> Result<Option<Secret>> {
    match one::<Named>(base.db.writer(), OF_ROUND, [round.into()]).await? {
        Some(found) => held(base, &found.name).await.map(Some),
        None => Ok(None),
    }
}

/// A key that the database names.
async fn held(base: &Base, name: &str) -> Result<Secret> {
    let key = base.keys.get(name).await?;
    key.ok_or_else(|| Error::Keys(format!("the key {name} is not in {}", base.keys.place())))
}

/// A name that no other database and no second try has: two databases may share a store.
fn name(of: &str, which: impl Display) -> Result<String> {
    Ok(format!("{of}-{which}-{}", hex(&random::<8>()?)))
}

/// Keeps a new key, then names it in the database; whether it is the one that counts. The secret comes first:
/// nothing is ever sealed to a key that nobody keeps.
async fn make<const N: usize>(
    base: &Base,
    name: &str,
    secret: &Secret,
    sql: &str,
    values: [Value; N],
) -> Result<bool> {
    base.keys.put(name, secret).await?;
    let named = execute(base.db.writer(), sql, values).await;
    if !matches!(&named, Ok(named) if named.rows_affected() == 1) {
        // Another instance was faster, or nothing was stored: nobody has sealed anything to it.
        base.keys.destroy(name).await?;
    }
    Ok(named?.rows_affected() == 1)
}

/// A round whose ballots wait for their release.
#[derive(FromQueryResult)]
struct Waiting {
    id: RoundId,
    number: i64,
    starts_on: NaiveDate,
}

/// Numbers of the rounds that wait for their release, and whose keys are lost or cannot be read: nobody can open
/// what was answered in them.
///
/// # Errors
/// When the database refuses.
pub async fn lost(base: &Base) -> Result<Vec<i64>> {
    let sql = "SELECT id, number, starts_on FROM round WHERE state IN ('open', 'closed') ORDER BY number";
    let mut lost = Vec::new();
    for Waiting { id, number, starts_on } in all(&base.db.reader, sql, []).await? {
        let named = [
            one::<Named>(&base.db.reader, OF_ROUND, [id.into()]).await?,
            one(&base.db.reader, OF_QUARTER, [quarter(starts_on).into()]).await?,
        ];
        for named in named.into_iter().flatten() {
            if let Err(error) = held(base, &named.name).await {
                tracing::error!(round = number, %error, "what was answered cannot be opened; put the key back, or declare the round void");
                lost.push(number);
                break;
            }
        }
    }
    Ok(lost)
}

/// Gives up the keys of a round that are lost, once it was declared void for want of them: rounds that follow get
/// others. Counts that were sealed under the quarter's are deleted; windows that need them show nothing.
///
/// # Errors
/// When the database refuses or a key cannot be read.
pub(crate) async fn give_up_lost(base: &Base, round: RoundId, starts_on: NaiveDate) -> Result<()> {
    give_up(base, round).await?;
    let day = quarter(starts_on);
    let Some(found) = one::<Named>(base.db.writer(), OF_QUARTER, [day.into()]).await? else { return Ok(()) };
    if base.keys.get(&found.name).await?.is_none() {
        forget_counts(base.db.writer(), day).await?;
        execute(base.db.writer(), "DELETE FROM box_key WHERE name = $1", [found.name.into()]).await?;
    }
    Ok(())
}

/// Takes the key of a round for destroyed when it is not in the store of this instance.
async fn give_up(base: &Base, round: RoundId) -> Result<()> {
    let Some(found) = one::<Named>(base.db.writer(), OF_ROUND, [round.into()]).await? else { return Ok(()) };
    if base.keys.get(&found.name).await?.is_none() {
        begin_end(base, &found.name).await?;
    }
    Ok(())
}

/// Takes the key of a round that is released or void for destroyed: somebody has seen to it that it lies nowhere else.
///
/// # Errors
/// `NotFound` for a round whose key is not waited for; when the database refuses or the key cannot be read.
pub async fn forget(base: &Base, number: i64) -> Result<()> {
    let sql = "SELECT box_key.round_id FROM box_key JOIN round ON round.id = box_key.round_id
               WHERE round.number = $1 AND round.state IN ('released', 'voided')";
    let round: Option<RoundId> = value(base.db.writer(), sql, [number.into()]).await?;
    give_up(base, round.ok_or(Problem::NotFound)?).await?;
    tidy(base, None).await
}

/// Notes down that a key is about to be destroyed: when it is found missing from here on, it was. What was sealed to it
/// is overwritten once, however often destroying it is tried.
async fn begin_end(base: &Base, name: &str) -> Result<()> {
    owe_scrub(base.db.writer()).await?;
    let sql = "UPDATE box_key SET is_ending = TRUE WHERE name = $1";
    execute(base.db.writer(), sql, [name.into()]).await?;
    Ok(())
}

/// A key that should be destroyed and is not.
#[derive(Debug, PartialEq, Eq)]
pub struct Left {
    /// Number of the round, which is released or void.
    pub round: i64,
    /// Name of the key.
    pub name: String,
    /// Whether it is in the store of this instance.
    pub is_here: bool,
}

/// Keys of rounds that are released or void and still not known to be destroyed.
///
/// # Errors
/// When the database refuses.
pub async fn left(base: &Base) -> Result<Vec<Left>> {
    let mut left = Vec::new();
    for Ended { name, round, is_ending } in ended(&base.db.reader).await? {
        // A file that cannot be read is there.
        let is_here = !matches!(base.keys.get(&name).await, Ok(None));
        if is_here || !is_ending {
            left.push(Left { round, name, is_here });
        }
    }
    Ok(left)
}

/// Names of keys in the store that this database does not name: another's, or left behind by a copy that was restored.
///
/// # Errors
/// When the store or the database refuses.
pub async fn unknown(base: &Base) -> Result<Vec<String>> {
    let known: Vec<String> = column(&base.db.reader, "SELECT name FROM box_key", []).await?;
    let held = base.keys.names().await?;
    // Other keys of this database, such as that of public forms, lie in the same store.
    let is_of_a_round = |name: &String| name.starts_with("round-") || name.starts_with("quarter-");
    Ok(held.into_iter().filter(|name| is_of_a_round(name) && !known.contains(name)).collect())
}

/// The key of a round that needs none any more.
#[derive(FromQueryResult)]
struct Ended {
    name: String,
    round: i64,
    is_ending: bool,
}

async fn ended(db: &impl ConnectionTrait) -> Result<Vec<Ended>> {
    let sql = "SELECT box_key.name, round.number AS round, box_key.is_ending
               FROM box_key JOIN round ON round.id = box_key.round_id
               WHERE round.state IN ('released', 'voided') ORDER BY box_key.name";
    Ok(all(db, sql, []).await?)
}

async fn forget_counts(db: &impl ConnectionTrait, quarter: NaiveDate) -> Result<()> {
    let period = Period::containing(quarter, Resolution::Quarter);
    let sql = "DELETE FROM kept_counts
               WHERE round_id IN (SELECT id FROM round WHERE starts_on BETWEEN $1 AND $2)";
    execute(db, sql, [period.start().into(), period.end().into()]).await?;
    Ok(())
}

/// A round as the end of a quarter depends on it.
#[derive(FromQueryResult)]
struct RoundDays {
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    state: String,
}

/// Whether nothing of a quarter's windows is still to be written.
fn is_over(quarter: NaiveDate, rounds: &[RoundDays], today: Option<NaiveDate>) -> bool {
    let period = Period::containing(quarter, Resolution::Quarter);
    let mut own = rounds.iter().filter(|round| (period.start()..=period.end()).contains(&round.starts_on));
    if own.clone().any(|round| !matches!(round.state.as_str(), "released" | "voided")) {
        return false;
    }
    let is_released = |round: &RoundDays| round.state == "released";
    // The last round by the calendar closes all windows; so does the first one of a later quarter.
    own.any(|round| is_released(round) && round.ends_on >= period.end())
        || rounds.iter().any(|round| is_released(round) && round.starts_on > period.end())
        || today.is_some_and(|today| today > period.end() + Days::new(LAST_CALL))
}

/// Destroys the keys of rounds that are released or void, and of quarters that are over, with what is left of
/// what was sealed to them and of what stood in the clear. `today` is where the calendar stands; none while it may not
/// be trusted.
///
/// # Errors
/// When the database or the store refuses; what is not done is done the next time.
pub async fn tidy(base: &Base, today: Option<NaiveDate>) -> Result<()> {
    let rounds_over = ended(base.db.writer()).await?.into_iter();
    let mut over: Vec<(String, bool)> = rounds_over.map(|key| (key.name, key.is_ending)).collect();
    let quarters = quarters(base.db.writer()).await?;
    let rounds: Vec<RoundDays> =
        all(base.db.writer(), "SELECT starts_on, ends_on, state FROM round", []).await?;
    for OfQuarter { quarter, name, is_ending } in quarters {
        if is_over(quarter, &rounds, today) {
            forget_counts(base.db.writer(), quarter).await?;
            over.push((name, is_ending));
        }
    }
    // One key that cannot be destroyed keeps no other, and nothing of what was sealed to any.
    let (mut gone, mut failed) = (Vec::new(), None);
    for (name, is_ending) in over {
        match end(base, &name, is_ending).await {
            Ok(true) => gone.push(name),
            Ok(false) => {}
            Err(error) => failed = Some(error),
        }
    }
    let is_owed = exists(base.db.writer(), "SELECT 1 AS one FROM scrub_due", []).await?;
    if is_owed || !gone.is_empty() {
        if base.db.scrub(&SEALED).await? {
            for name in gone {
                execute(base.db.writer(), "DELETE FROM box_key WHERE name = $1", [name.into()]).await?;
            }
            if is_owed {
                execute(base.db.writer(), "DELETE FROM scrub_due", []).await?;
            }
        } else {
            tracing::debug!("the log is in use; it is emptied the next time");
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Destroys a key; whether it is gone. One that was never seen here is not: another instance may have it.
async fn end(base: &Base, name: &str, is_ending: bool) -> Result<bool> {
    if !is_ending {
        if matches!(base.keys.get(name).await, Ok(None)) {
            return Ok(false);
        }
        begin_end(base, name).await?;
    }
    base.keys.destroy(name).await?;
    Ok(true)
}

/// Notes down that rows were deleted which must leave nothing behind.
///
/// # Errors
/// When the database refuses.
pub(super) async fn owe_scrub(db: &impl ConnectionTrait) -> Result<()> {
    execute(db, "INSERT INTO scrub_due (id) VALUES (1) ON CONFLICT DO NOTHING", []).await?;
    Ok(())
}

/// The key of a quarter.
#[derive(FromQueryResult)]
struct OfQuarter {
    quarter: NaiveDate,
    name: String,
    is_ending: bool,
}

async fn quarters(db: &impl ConnectionTrait) -> Result<Vec<OfQuarter>> {
    let sql = "SELECT quarter, name, is_ending FROM box_key WHERE quarter IS NOT NULL ORDER BY quarter";
    Ok(all(db, sql, []).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarters_key_is_needed_until_all_its_windows_are_written() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let round = |starts_on: &str, ends_on: &str, state: &str| RoundDays {
            starts_on: day(starts_on),
            ends_on: day(ends_on),
            state: state.to_owned(),
        };
        let is_over =
            |rounds: &[RoundDays], today: Option<&str>| is_over(day("2026-10-01"), rounds, today.map(day));
        let first = || round("2026-10-05", "2026-10-11", "released");
        let last = |state: &str| round("2026-12-28", "2027-01-03", state);
        assert!(!is_over(&[first()], None), "more may come");
        assert!(!is_over(&[first(), last("closed")], Some("2027-12-01")));
        assert!(!is_over(&[last("planned"), first()], Some("2027-12-01")));
        assert!(is_over(&[first(), last("released")], None));
        assert!(
            !is_over(&[first(), last("voided")], None),
            "its windows are written with the next quarter's first round"
        );
        let next = |state: &str| round("2027-01-04", "2027-01-10", state);
        assert!(!is_over(&[first(), next("closed")], None));
        assert!(is_over(&[first(), next("released")], None));
        assert!(!is_over(&[first()], Some("2027-04-10")));
        assert!(is_over(&[first()], Some("2027-04-11")), "nobody asked again");
    }
}
