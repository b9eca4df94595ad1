//! Answering: the form, the ballot box, the receipt.

use domain::{
    PersonId, Problem, Right, UnitId,
    staff::{
        bank::items_of_round,
        check_in::{Ballot, BallotForm, CheckInPage, Question, Receipt},
        rounds::RoundState,
    },
};
use entity::round;
use sea_orm::{ConnectionTrait, QuerySelect};
use sha2::{Digest, Sha256};

use super::{asked, find_open, open_rounds, own_items, roll, state};
use crate::release::{newcomers, rule_changes, rules};
use base::{
    Actor, Base, Result, authorize,
    db::{execute, exists, placeholders, value},
    tokens::{hex, random},
};
use organisation::Tree;

/// Whose vote a ballot uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voter {
    /// A person's, who signed in or came by a link of their own.
    Person(PersonId),
    /// That of a one-time code, by its hash. Whose it is, nobody knows.
    Code(Vec<u8>),
}

/// The check-in form for the open round.
///
/// # Errors
/// `NoOpenRound`, `NotOnRoster`, `AnswersByCode`.
pub async fn check_in_page(base: &Base, actor: Option<&Actor>) -> Result<CheckInPage> {
    let (actor, _) = authorize(actor, Right::CheckIn)?;
    page_of(base, actor.person.ok_or(Problem::NotOnRoster)?).await
}

/// The form for a person of the roll.
pub(super) async fn page_of(base: &Base, person: PersonId) -> Result<CheckInPage> {
    let db = &base.db.reader;
    let round = find_open(db).await?.ok_or(Problem::NoOpenRound)?;
    let place = roll::place(db, round.id, person).await?.ok_or(Problem::NotOnRoster)?;
    if place.by_code {
        return Err(Problem::AnswersByCode.into());
    }
    let is_answered = is_used(db, round.id, person).await?;
    form(db, &round, place.unit, is_answered).await
}

/// The form for a unit of a round.
pub(super) async fn form(
    db: &impl ConnectionTrait,
    round: &round::Model,
    unit: UnitId,
    is_answered: bool,
) -> Result<CheckInPage> {
    let rules = rules::in_force(db, round.starts_on).await?;
    let tree = Tree::as_of(db, round.starts_on).await?;
    let bank = items_of_round(round.number).into_iter().map(|item| Question { item, own: None });
    let own = own_items(db, round.starts_on).await?.into_iter();
    let mut names =
        tree.ancestors(unit).into_iter().filter_map(|id| tree.get(id)).map(|unit| unit.name.clone());
    Ok(CheckInPage {
        round: round.number,
        questions: bank.chain(own.map(|(item, words)| Question { item, own: Some(words) })).collect(),
        key: hex(&random::<16>()?),
        days: (round.starts_on.to_string(), round.ends_on.to_string()),
        is_answered,
        unit: names.next().unwrap_or_default(),
        above: names.collect(),
        k: rules.k.get(),
        k_comment: rules.k_comment.get(),
        authors: rules.authors.get(),
        lowering: rule_changes::lowering(db, round.starts_on).await?,
        company: newcomers::company(db, round, unit).await?,
    })
}

/// What the receipt page says about the round.
///
/// # Errors
/// `NoOpenRound` when the round has closed meanwhile.
pub async fn receipt(base: &Base, actor: Option<&Actor>) -> Result<Receipt> {
    let (actor, _) = authorize(actor, Right::CheckIn)?;
    let db = &base.db.reader;
    let round = find_open(db).await?.ok_or(Problem::NoOpenRound)?;
    let is_answered = match actor.person {
        Some(person) => is_used(db, round.id, person).await?,
        None => false,
    };
    receipt_of(db, &round, is_answered).await
}

/// The receipt for a round.
pub(super) async fn receipt_of(
    db: &impl ConnectionTrait,
    round: &round::Model,
    is_answered: bool,
) -> Result<Receipt> {
    let k = rules::in_force(db, round.starts_on).await?.k.get();
    Ok(Receipt { round: round.number, closes_on: round.ends_on.to_string(), k, is_answered })
}

/// Whether a person's vote of a round is used.
pub(super) async fn is_used(db: &impl ConnectionTrait, round: i64, person: PersonId) -> Result<bool> {
    let sql = "SELECT 1 AS used FROM participation WHERE round_id = $1 AND person_id = $2";
    Ok(exists(db, sql, [round.into(), person.into()]).await?)
}

/// Casts the ballot of somebody who signed in.
///
/// # Errors
/// As [`cast_by`].
pub async fn cast(base: &Base, actor: Option<&Actor>, form: &BallotForm) -> Result<()> {
    let (actor, _) = authorize(actor, Right::CheckIn)?;
    cast_by(base, &Voter::Person(actor.person.ok_or(Problem::NotOnRoster)?), form).await
}

/// Casts a ballot: marks the vote as used, adds one to each answered item's count and to the
/// turnout, and stores the comment on its own; all in one transaction. The same form sent again, known by
/// its key, changes nothing and is no error.
///
/// # Errors
/// `AlreadyAnswered` or `CodeUsed` for a second ballot, `RoundClosed` or `RoundVoided` when the form is older
/// than the open round, `NotOnRoster`, `AnswersByCode`, `CodeUnknown`, or what is wrong with the form.
/// Nothing is written then.
pub async fn cast_by(base: &Base, voter: &Voter, form: &BallotForm) -> Result<()> {
    let transaction = base.db.begin().await?;
    // Shared with other ballots, and in the way of the round's close: what is acknowledged is counted.
    let round = open_rounds().lock_shared().one(&transaction).await?;
    let Some(round) = round.filter(|round| round.number == form.round) else {
        return Err(why_not(&transaction, form.round).await?.into());
    };
    // Read before anything is used: a form that cannot count must not tell whether a code was used.
    let ballot = form.parse(&asked(&transaction, &round).await?)?;
    let receipt = (!form.key.is_empty()).then(|| Sha256::digest(form.key.as_bytes()).to_vec());
    let unit = match voter {
        Voter::Person(person) => use_vote(&transaction, round.id, *person, receipt).await?,
        Voter::Code(hash) => use_code(&transaction, round.id, hash, receipt).await?,
    };
    // The same form again: it was counted.
    let Some(unit) = unit else { return Ok(()) };
    count(&transaction, round.id, unit, &ballot).await?;
    if matches!(voter, Voter::Code(_)) {
        refuse_more_than_roll(&transaction, round.id, unit).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Why a ballot of this round is not taken.
async fn why_not(db: &impl ConnectionTrait, number: i64) -> Result<Problem> {
    let word: Option<String> =
        value(db, "SELECT state FROM round WHERE number = $1", [number.into()]).await?;
    Ok(match word.map(|word| state(&word)).transpose()? {
        Some(RoundState::Voided) => Problem::RoundVoided,
        _ if find_open(db).await?.is_some() => Problem::RoundClosed,
        _ => Problem::NoOpenRound,
    })
}

/// Uses a person's vote; gives the unit it counts in, or none when this very form was counted before.
async fn use_vote(
    db: &impl ConnectionTrait,
    round: i64,
    person: PersonId,
    receipt: Option<Vec<u8>>,
) -> Result<Option<UnitId>> {
    let place = roll::place(db, round, person).await?.ok_or(Problem::NotOnRoster)?;
    if place.by_code {
        return Err(Problem::AnswersByCode.into());
    }
    let used = execute(
        db,
        "INSERT INTO participation (round_id, person_id, receipt) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        [round.into(), person.into(), receipt.clone().into()],
    )
    .await?;
    if used.rows_affected() == 1 {
        return Ok(Some(place.unit));
    }
    let is_same = exists(
        db,
        "SELECT 1 AS same FROM participation WHERE round_id = $1 AND person_id = $2 AND receipt = $3",
        [round.into(), person.into(), receipt.into()],
    )
    .await?;
    if is_same { Ok(None) } else { Err(Problem::AlreadyAnswered.into()) }
}

/// Uses a code; gives the unit it counts in, or none when this very form was counted before.
async fn use_code(
    db: &impl ConnectionTrait,
    round: i64,
    hash: &[u8],
    receipt: Option<Vec<u8>>,
) -> Result<Option<UnitId>> {
    let unit = value(
        db,
        "UPDATE kiosk_code SET is_used = TRUE, receipt = $3
         WHERE code_hash = $1 AND round_id = $2 AND NOT is_used RETURNING unit_id",
        [hash.to_vec().into(), round.into(), receipt.clone().into()],
    )
    .await?;
    if unit.is_some() {
        return Ok(unit);
    }
    let is_same = value(
        db,
        "SELECT COALESCE(receipt = $3, FALSE) AS same FROM kiosk_code WHERE code_hash = $1 AND round_id = $2",
        [hash.to_vec().into(), round.into(), receipt.into()],
    )
    .await?;
    if is_same.ok_or(Problem::CodeUnknown)? { Ok(None) } else { Err(Problem::CodeUsed.into()) }
}

/// No sheet, however often it is made anew, lets more ballots in than people are counted in the unit.
/// The turnout was just written: its row stays locked, so that ballots side by side come here one by one.
/// Whoever is refused hears no more than for a code of an older sheet; the reason would be the turnout.
async fn refuse_more_than_roll(db: &impl ConnectionTrait, round: i64, unit: UnitId) -> Result<()> {
    let too_many = exists(
        db,
        "SELECT 1 AS too_many FROM turnout WHERE round_id = $1 AND unit_id = $2
         AND count > (SELECT COUNT(*) FROM roll WHERE round_id = $1 AND unit_id = $2)",
        [round.into(), unit.into()],
    )
    .await?;
    if too_many { Err(Problem::CodeUnknown.into()) } else { Ok(()) }
}

/// Adds a ballot to the counts of a unit. From here on nothing holds its answers together.
async fn count(db: &impl ConnectionTrait, round: i64, unit: UnitId, ballot: &Ballot) -> Result<()> {
    execute(
        db,
        "INSERT INTO turnout (round_id, unit_id, count) VALUES ($1, $2, 1)
         ON CONFLICT (round_id, unit_id) DO UPDATE SET count = turnout.count + 1",
        [round.into(), unit.into()],
    )
    .await?;
    if !ballot.answers.is_empty() {
        let sql = format!(
            "INSERT INTO tally (round_id, unit_id, item, value, count) VALUES {}
             ON CONFLICT (round_id, unit_id, item, value) DO UPDATE SET count = tally.count + 1",
            placeholders(ballot.answers.len(), 5)
        );
        let values = ballot.answers.iter().flat_map(|(item, value)| {
            [round.into(), unit.into(), item.id().into_owned().into(), (*value).into(), 1_i64.into()]
        });
        execute(db, &sql, values.collect::<Vec<sea_orm::Value>>()).await?;
    }
    if let Some(comment) = &ballot.comment {
        execute(
            db,
            "INSERT INTO ballot_comment (id, round_id, unit_id, text) VALUES ($1, $2, $3, $4)",
            [random::<16>()?.to_vec().into(), round.into(), unit.into(), comment.as_str().into()],
        )
        .await?;
    }
    Ok(())
}
