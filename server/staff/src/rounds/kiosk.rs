//! Answering on a shared tablet: a code leads to the form, and the form with its code is a ballot.
//!
//! A code has 40 random bits. Fifty wrong ones from one network address within a quarter of an hour are
//! the most that one instance looks at, however many are sent at once: 33,600 a week. With 300 codes in use,
//! one address finds one with a chance of 300 × 33,600 / 2^40, about 1 in 109,000 a week and instance. What it
//! would win is a ballot, not an answer.
//!
//! Architecture invariant: whether a code was used is told to nobody; a second ballot gets the same thanks and is
//! dropped. Else the one who hands out slips, and kept a copy, could look up which of them have answered.

use domain::{
    Problem, RoundId, UnitId,
    staff::{
        check_in::{BallotForm, CheckInPage},
        rounds::RoundState,
    },
};
use entity::round;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    Pass, Voter,
    cast::{cast_by, form as form_for},
    find_open,
    pass::code_hash,
    state,
};
use crate::Staff;
use base::{
    Base, Error, Result,
    db::{all, value},
};

/// Wrong codes that may come from one network address within a quarter of an hour.
const MOST_WRONG: usize = 50;
/// How long a code waits for its turn to be looked up: a database that hangs must not make a queue of waits.
const TURN: std::time::Duration = std::time::Duration::from_secs(3);

/// Where a code leads.
struct Place {
    round: round::Model,
    unit: UnitId,
    hash: Vec<u8>,
}

/// Lets a code of the open round through to the form. `address` is the network address that wrong codes
/// are counted for.
///
/// # Errors
/// `CodeUnknown`; `RoundClosed` or `RoundVoided` for a code of such a round; `NoOpenRound`;
/// `TooManyAttempts`.
pub async fn enter(staff: &Staff, typed: &str, address: &str) -> Result<Pass> {
    let pass = Pass::typed(typed);
    find(staff, Some(&pass), address).await?;
    Ok(pass)
}

/// The form for whoever holds a code.
///
/// # Errors
/// As [`enter`].
pub async fn page(staff: &Staff, pass: Option<&Pass>, address: &str) -> Result<CheckInPage> {
    let place = find(staff, pass, address).await?;
    form_for(staff, &place.round, place.unit).await
}

/// Casts a ballot with a code.
///
/// # Errors
/// As [`enter`] and [`cast_by`]; `CodeUnknown` also when the team has cast as many ballots as it has people.
pub async fn cast(staff: &Staff, pass: Option<&Pass>, address: &str, form: &BallotForm) -> Result<()> {
    let place = find(staff, pass, address).await?;
    cast_by(staff, &Voter::Code(place.hash), form).await.map(drop)
}

async fn find(staff: &Staff, pass: Option<&Pass>, address: &str) -> Result<Place> {
    let Some(Pass::Code(code)) = pass else { return Err(Problem::CodeUnknown.into()) };
    // Looked up one after another: of many sent at once no more are looked at than of as many sent in turn, and
    // right ones are never in each other's way.
    let turn = tokio::time::timeout(TURN, staff.attempts.lock()).await;
    let mut attempts = turn.map_err(|_| Problem::Busy)?;
    if !attempts.take(address, MOST_WRONG, staff.now()) {
        return Err(Problem::TooManyAttempts.into());
    }
    let found = look_up(staff, code).await;
    if !matches!(found, Err(Error::Problem(Problem::CodeUnknown))) {
        attempts.give_back(address);
    }
    found
}

async fn look_up(base: &Base, code: &str) -> Result<Place> {
    let db = &base.db.reader;
    let open = find_open(db).await?;
    if let Some(round) = &open {
        let hash = code_hash(round.id, code);
        if let Some(unit) = unit_of(db, &hash).await? {
            return Ok(Place { round: round.clone(), unit, hash });
        }
    }
    let problem = match of_another_round(db, code).await? {
        Some(problem) => problem,
        None if open.is_none() => Problem::NoOpenRound,
        None => Problem::CodeUnknown,
    };
    Err(problem.into())
}

async fn unit_of(db: &impl ConnectionTrait, hash: &[u8]) -> Result<Option<UnitId>> {
    let sql = "SELECT unit_id FROM kiosk_code WHERE code_hash = $1 AND NOT is_revoked";
    Ok(value(db, sql, [hash.to_vec().into()]).await?)
}

/// A round that takes no codes any more.
#[derive(FromQueryResult)]
struct PastRound {
    id: RoundId,
    state: String,
}

/// Why a code of a round that is over is not taken; none when it is none either.
async fn of_another_round(db: &impl ConnectionTrait, code: &str) -> Result<Option<Problem>> {
    let sql = "SELECT id, state FROM round WHERE state IN ('closed', 'voided')";
    for round in all::<PastRound>(db, sql, []).await? {
        if unit_of(db, &code_hash(round.id, code)).await?.is_some() {
            let is_void = state(&round.state)? == RoundState::Voided;
            return Ok(Some(if is_void { Problem::RoundVoided } else { Problem::RoundClosed }));
        }
    }
    Ok(None)
}
