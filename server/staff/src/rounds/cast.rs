//! Answering: the form, the ballot box, the receipt.

use domain::{
    PersonId, Problem, Right, RoundId, UnitId,
    staff::{
        bank::items_of_round,
        check_in::{BallotForm, CheckInPage, Question, Receipt},
        rounds::RoundState,
    },
};
use entity::round;
use sea_orm::ConnectionTrait;

use super::{
    asked,
    between::figures_on,
    find_open, own_items, roll, state,
    urn::{self, Ballot},
};
use crate::{
    ballots::{
        Content,
        keys::{self, Casting},
        seal::{self, Use},
    },
    release::{newcomers, rule_changes, rules},
};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{exists, value},
    tokens::{hex, random},
};

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
    let person = actor.person.ok_or(Problem::NotOnRoster)?;
    let round = find_open(&base.db.reader).await?.ok_or(Problem::NoOpenRound)?;
    let is_answered = is_used(base, &round, person).await?;
    Ok(CheckInPage { is_answered, ..page_of(base, person).await? })
}

/// The form for a person of the roll, the same before and after they have answered.
pub(super) async fn page_of(base: &Base, person: PersonId) -> Result<CheckInPage> {
    let db = &base.db.reader;
    let round = find_open(db).await?.ok_or(Problem::NoOpenRound)?;
    let place = roll::place(db, round.id, person).await?.ok_or(Problem::NotOnRoster)?;
    if place.by_code {
        return Err(Problem::AnswersByCode.into());
    }
    let earlier = "SELECT 1 AS there FROM roll JOIN round ON round.id = roll.round_id
                   WHERE roll.person_id = $1 AND round.starts_on < $2 LIMIT 1";
    let is_first = !exists(db, earlier, [person.into(), round.starts_on.into()]).await?;
    Ok(CheckInPage { is_first, ..form(base, &round, place.unit).await? })
}

/// The form for a unit of a round.
pub(super) async fn form(base: &Base, round: &round::Model, unit: UnitId) -> Result<CheckInPage> {
    let db = &base.db.reader;
    let rules = rules::in_force(db, round.starts_on).await?;
    let tree = organisation::tree_on(base, db, round.starts_on).await?;
    let bank = items_of_round(round.number).into_iter().map(|item| Question { item, own: None });
    let own = own_items(db, round.starts_on).await?.into_iter();
    let mut names =
        tree.ancestors(unit).into_iter().filter_map(|id| tree.get(id)).map(|unit| unit.name.clone());
    let earlier = "SELECT 1 AS there FROM roll JOIN round ON round.id = roll.round_id
                   WHERE roll.unit_id = $1 AND round.starts_on < $2 LIMIT 1";
    Ok(CheckInPage {
        is_first: !exists(db, earlier, [unit.into(), round.starts_on.into()]).await?,
        round: round.number,
        questions: bank.chain(own.map(|(item, words)| Question { item, own: Some(words) })).collect(),
        key: hex(&random::<16>()?),
        days: (round.starts_on.to_string(), round.ends_on.to_string()),
        is_answered: false,
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
        Some(person) => is_used(base, &round, person).await?,
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
    Ok(Receipt {
        round: round.number,
        closes_on: round.ends_on.to_string(),
        k,
        figures_on: figures_on(db, round).await?,
        is_answered,
    })
}

/// Whether a person's vote of a round is used.
async fn is_used(base: &Base, round: &round::Model, person: PersonId) -> Result<bool> {
    // Before the quarter's first ballot there is no key, and nothing marked with it.
    let Some(key) = keys::of_begun_quarter(base, round.starts_on).await? else { return Ok(false) };
    let mark = seal::person_mark(&key, round.id, person)?;
    let sql = "SELECT 1 AS used FROM used_vote WHERE round_id = $1 AND mark = $2";
    Ok(exists(&base.db.reader, sql, [round.id.into(), mark.to_vec().into()]).await?)
}

/// Casts the ballot of somebody who signed in. They are told when it was not their first: the page of whoever
/// signed in says so too.
///
/// # Errors
/// As [`cast_by`], and `AlreadyAnswered` for a second ballot.
pub async fn cast(base: &Base, actor: Option<&Actor>, form: &BallotForm) -> Result<()> {
    let (actor, _) = authorize(actor, Right::CheckIn)?;
    match cast_by(base, &Voter::Person(actor.person.ok_or(Problem::NotOnRoster)?), form).await? {
        Cast::Counts | Cast::CountsAlready => Ok(()),
        Cast::Second => Err(Problem::AlreadyAnswered.into()),
    }
}

/// What became of a ballot that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cast {
    /// It is in the box.
    Counts,
    /// The same form, known by its key, was sent before.
    CountsAlready,
    /// The vote was used with another form. This one is dropped.
    Second,
}

/// Casts a ballot: seals it, and in one transaction marks the vote as used and puts the box to the others. A vote is
/// used once.
///
/// # Errors
/// `RoundClosed` or `RoundVoided` when the form is older than the open round, `NotOnRoster`, `AnswersByCode`,
/// `CodeUnknown`, what is wrong with the form, or `Keys` when there is no key to seal to. Nothing is written then.
pub async fn cast_by(base: &Base, voter: &Voter, form: &BallotForm) -> Result<Cast> {
    let db = &base.db.reader;
    let round = find_open(db).await?.filter(|round| round.number == form.round);
    let Some(round) = round else { return Err(why_not(db, form.round).await?.into()) };
    // Read before anything is used: a form that cannot count must not tell whether a code was used.
    let ballot = form.parse(&asked(db, &round).await?)?;
    let unit = match unit_of(db, round.id, voter).await {
        // A round that is declared void meanwhile takes its roll and its codes along.
        Err(Error::Problem(problem)) => {
            let is_still_open = find_open(db).await?.is_some_and(|open| open.id == round.id);
            return Err(if is_still_open { problem } else { why_not(db, form.round).await? }.into());
        }
        unit => unit?,
    };
    let Some(keys) = keys::for_casting(base, &round).await? else {
        return Err(why_not(base.db.writer(), form.round).await?.into());
    };
    let ballot = to_store(&keys, round.id, voter, form, &Content::of(unit, ballot))?;
    let cast = match voter {
        Voter::Person(_) => urn::put(base, ballot).await?,
        Voter::Code(_) => urn::put_by_code(base, &keys.quarter, unit, ballot).await?,
    };
    // The round has been closed since it was read.
    match cast {
        Some(cast) => Ok(cast),
        None => Err(why_not(base.db.writer(), form.round).await?.into()),
    }
}

/// The unit that a ballot counts in.
async fn unit_of(db: &impl ConnectionTrait, round: RoundId, voter: &Voter) -> Result<UnitId> {
    match voter {
        Voter::Person(person) => {
            let place = roll::place(db, round, *person).await?.ok_or(Problem::NotOnRoster)?;
            if place.by_code { Err(Problem::AnswersByCode.into()) } else { Ok(place.unit) }
        }
        Voter::Code(hash) => {
            let sql = "SELECT unit_id FROM kiosk_code
                       WHERE code_hash = $1 AND round_id = $2 AND NOT is_revoked";
            let unit: Option<UnitId> = value(db, sql, [hash.clone().into(), round.into()]).await?;
            Ok(unit.ok_or(Problem::CodeUnknown)?)
        }
    }
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

/// What is to be stored of a ballot: marks of the vote and of the form, and the sealed box.
fn to_store(
    keys: &Casting,
    round: RoundId,
    voter: &Voter,
    form: &BallotForm,
    content: &Content,
) -> Result<Ballot> {
    let key = &keys.quarter;
    let mark = match voter {
        Voter::Person(person) => seal::person_mark(key, round, *person)?,
        Voter::Code(hash) => seal::mark(key, Use::Code, round, hash)?,
    };
    // A form without a key is never the same again.
    let form = match form.key.as_str() {
        "" => random::<32>()?,
        own => seal::mark(key, Use::Form, round, own.as_bytes())?,
    };
    Ok(Ballot {
        round,
        mark: mark.to_vec(),
        form: form.to_vec(),
        id: random::<16>()?.to_vec(),
        sealed: seal::seal(&keys.public, round, content)?,
    })
}
