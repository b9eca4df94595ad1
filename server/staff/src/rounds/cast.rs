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
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QuerySelect, Value};

use super::{asked, between::figures_on, find_open, own_items, roll, state};
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
    db::{execute, exists, rows_at_once, value},
    keys::Secret,
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
    Ok(CheckInPage { is_first, ..form(db, &round, place.unit).await? })
}

/// The form for a unit of a round.
pub(super) async fn form(
    db: &impl ConnectionTrait,
    round: &round::Model,
    unit: UnitId,
) -> Result<CheckInPage> {
    let rules = rules::in_force(db, round.starts_on).await?;
    let tree = Tree::as_of(db, round.starts_on).await?;
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

/// Casts a ballot: seals it, and in one transaction marks the vote as used and puts the box to the others. Two rows of
/// a size that depends on nothing; a vote is used once.
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
    let vote = Vote::of(&keys, round.id, unit, voter, form)?;
    let sealed = seal::seal(&keys.public, round.id, &Content::of(unit, ballot))?;
    vote.put(base, &keys.quarter, sealed).await
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

/// A vote to be used.
struct Vote {
    round: RoundId,
    number: i64,
    /// The unit of a code, which cannot have more ballots than people.
    limited: Option<UnitId>,
    mark: Vec<u8>,
    form: Vec<u8>,
}

impl Vote {
    fn of(keys: &Casting, round: RoundId, unit: UnitId, voter: &Voter, form: &BallotForm) -> Result<Self> {
        let key = &keys.quarter;
        let (mark, limited) = match voter {
            Voter::Person(person) => (seal::person_mark(key, round, *person)?, None),
            Voter::Code(hash) => (seal::mark(key, Use::Code, round, hash)?, Some(unit)),
        };
        // A form without a key is never the same again.
        let form_mark = match form.key.as_str() {
            "" => random::<32>()?,
            own => seal::mark(key, Use::Form, round, own.as_bytes())?,
        };
        Ok(Self { round, number: form.round, limited, mark: mark.to_vec(), form: form_mark.to_vec() })
    }

    async fn put(self, base: &Base, key: &Secret, sealed: Vec<u8>) -> Result<Cast> {
        let transaction = base.db.begin().await?;
        // Shared with other ballots, and in the way of the round's close: what is acknowledged is counted.
        let open = round::Entity::find_by_id(self.round).filter(round::Column::State.eq("open"));
        if open.lock_shared().one(&transaction).await?.is_none() {
            return Err(why_not(&transaction, self.number).await?.into());
        }
        if let Some(unit) = self.limited {
            one_by_one(&transaction, unit).await?;
        }
        let used = execute(
            &transaction,
            "INSERT INTO used_vote (round_id, mark, form) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            [self.round.into(), self.mark.clone().into(), self.form.clone().into()],
        )
        .await?;
        if used.rows_affected() == 0 {
            let sql = "SELECT 1 AS same FROM used_vote WHERE round_id = $1 AND mark = $2 AND form = $3";
            let is_same =
                exists(&transaction, sql, [self.round.into(), self.mark.into(), self.form.into()]).await?;
            return Ok(if is_same { Cast::CountsAlready } else { Cast::Second });
        }
        execute(
            &transaction,
            "INSERT INTO sealed_ballot (id, round_id, box) VALUES ($1, $2, $3)",
            [random::<16>()?.to_vec().into(), self.round.into(), sealed.into()],
        )
        .await?;
        if let Some(unit) = self.limited {
            refuse_more_than_roll(&transaction, key, self.round, unit).await?;
        }
        transaction.commit().await?;
        Ok(Cast::Counts)
    }
}

/// Key of the locks under which ballots by code of a unit come one by one. They leave no trace in any row.
const LOCK: i32 = 0x7472_6976;

async fn one_by_one(db: &impl ConnectionTrait, unit: UnitId) -> Result<()> {
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
) -> Result<()> {
    let id = || [round.into(), unit.into()];
    let people = "SELECT COUNT(*) AS n FROM roll WHERE round_id = $1 AND unit_id = $2";
    let people: i64 = value(db, people, id()).await?.unwrap_or(0);
    let codes = "SELECT code_hash FROM kiosk_code WHERE round_id = $1 AND unit_id = $2";
    let codes: Vec<Vec<u8>> = base::db::column(db, codes, id()).await?;
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
