//! A person's own link to the form of a round, sent by mail: answering without signing in.
//!
//! There is one for each person and round, the same in every letter. What it leads to is the same before and after
//! an answer, and so is what a second ballot is told: whoever reads the mail learns nothing from it.

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
    cast::{cast_by, page_of, receipt_of},
    find_open, state,
};
use crate::ballots::{
    keys,
    seal::{self, Use},
};
use base::{
    Base, Error, Result,
    db::{execute, one},
    tokens::{hex, token_hash},
};

/// Makes the token of a link at the moment it is sent: the same one for each letter, without being stored.
///
/// # Errors
/// `Keys` when the quarter's key is not there, or is lost.
pub async fn issue(
    base: &Base,
    db: &impl ConnectionTrait,
    round: &entity::round::Model,
    person: PersonId,
) -> Result<String> {
    let key = keys::of_begun_quarter(base, round.starts_on).await?;
    let key = key.ok_or_else(|| Error::Keys("the quarter has no key for links yet".to_owned()))?;
    let token = hex(&seal::mark(&key, Use::Link, round.id, &i64::from(person).to_be_bytes())?);
    execute(
        db,
        "INSERT INTO check_in_link (token_hash, round_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        [token_hash(&token).into(), round.id.into(), person.into()],
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

/// The receipt for whoever followed a link: the same for everybody, for the link went with the ballot.
///
/// # Errors
/// `NoOpenRound`.
pub async fn receipt(base: &Base) -> Result<Receipt> {
    let db = &base.db.reader;
    let round = find_open(db).await?.ok_or(Problem::NoOpenRound)?;
    receipt_of(db, &round, true).await
}

/// Casts the ballot of whoever follows a link. A second one is dropped and gets the same receipt.
///
/// # Errors
/// As [`page`] and [`cast_by`].
pub async fn cast(base: &Base, pass: Option<&Pass>, form: &BallotForm) -> Result<()> {
    let person = holder(base, pass).await?;
    cast_by(base, &Voter::Person(person), form).await.map(drop)
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
