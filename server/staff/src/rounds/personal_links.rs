//! A person's own link to the form of a round, sent by mail: answering without signing in.
//!
//! Opening it uses nothing up; answering does, for the vote is the person's. Links of earlier letters
//! work until then, or until the round closes.

use domain::{
    PersonId, Problem,
    staff::{
        check_in::{BallotForm, CheckInPage, Receipt},
        rounds::RoundState,
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    Pass, Voter,
    cast::{cast_by, is_used, page_of, receipt_of},
    find_open, state,
};
use base::{
    Base, Result,
    db::{execute, one},
    tokens::{hex, random, token_hash},
};

/// Makes the token of a link at the moment it is sent.
pub async fn issue(db: &impl ConnectionTrait, round: i64, person: PersonId) -> Result<String> {
    let token = hex(&random::<32>()?);
    execute(
        db,
        "INSERT INTO check_in_link (token_hash, round_id, person_id) VALUES ($1, $2, $3)",
        [token_hash(&token).into(), round.into(), person.into()],
    )
    .await?;
    Ok(token)
}

/// The form for whoever follows a link.
///
/// # Errors
/// `LinkExpired` for a link that never was one, or whose person has left or is locked out; `RoundClosed`,
/// `RoundVoided`.
pub async fn page(base: &Base, pass: Option<&Pass>) -> Result<CheckInPage> {
    page_of(base, holder(base, pass).await?).await
}

/// The receipt for whoever follows a link.
///
/// # Errors
/// As [`page`].
pub async fn receipt(base: &Base, pass: Option<&Pass>) -> Result<Receipt> {
    let person = holder(base, pass).await?;
    let db = &base.db.reader;
    let round = find_open(db).await?.ok_or(Problem::NoOpenRound)?;
    let is_answered = is_used(db, round.id, person).await?;
    receipt_of(db, &round, is_answered).await
}

/// Casts the ballot of whoever follows a link.
///
/// # Errors
/// As [`page`] and [`cast_by`].
pub async fn cast(base: &Base, pass: Option<&Pass>, form: &BallotForm) -> Result<()> {
    let person = holder(base, pass).await?;
    cast_by(base, &Voter::Person(person), form).await
}

/// Whose a link is, and where its round stands.
#[derive(FromQueryResult)]
struct Holder {
    person_id: PersonId,
    state: String,
}

/// The person whose link it is, as long as it holds.
async fn holder(base: &Base, pass: Option<&Pass>) -> Result<PersonId> {
    let Some(Pass::Link(token)) = pass else { return Err(Problem::LinkExpired.into()) };
    let holder: Option<Holder> = one(
        &base.db.reader,
        "SELECT check_in_link.person_id, round.state FROM check_in_link
         JOIN round ON round.id = check_in_link.round_id
         JOIN person ON person.id = check_in_link.person_id
         JOIN account ON account.person_id = person.id
         WHERE check_in_link.token_hash = $1 AND account.state = 'active'
           AND (person.left_on IS NULL OR person.left_on > $2)",
        [token_hash(token).into(), organisation::today(base).await?.into()],
    )
    .await?;
    let holder = holder.ok_or(Problem::LinkExpired)?;
    match state(&holder.state)? {
        RoundState::Open => Ok(holder.person_id),
        RoundState::Voided => Err(Problem::RoundVoided.into()),
        RoundState::Planned | RoundState::Closed | RoundState::Released => Err(Problem::RoundClosed.into()),
    }
}
