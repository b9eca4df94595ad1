//! Rounds and the ballot box.
//!
//! Architecture invariant: an answer set is never written. Casting is one transaction that marks the
//! person's vote as used and adds to counts; no row, time, sequence or key joins the two.

use chrono::{Datelike, Days, NaiveDate};
use domain::{
    Action, Problem,
    check_in::{BallotForm, CheckInPage, Receipt},
};
use entity::round;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Actor, Error, Result, Services, authorize,
    db::{execute, placeholders, query_one},
    organisation::{self, Tree},
    sign_in::random,
};

/// The check-in form for the open round.
///
/// # Errors
/// `NoOpenRound`, `NotOnRoster`.
pub async fn check_in_page(services: &Services, actor: Option<&Actor>) -> Result<CheckInPage> {
    let (actor, _) = authorize(actor, Action::CheckIn)?;
    let db = &services.db.reader;
    let organisation = organisation::find(db).await?;
    let round = find_open(db).await?.ok_or(Problem::NoOpenRound)?;
    let person = actor.person.ok_or(Problem::NotOnRoster)?;
    let tree = Tree::as_of(db, round.starts_on).await?;
    let home = home(db, &tree, person, round.starts_on).await?.ok_or(Problem::NotOnRoster)?;
    Ok(CheckInPage {
        round: round.number,
        days: (round.starts_on.to_string(), round.ends_on.to_string()),
        is_answered: is_used(db, round.id, person).await?,
        unit: tree.get(home).map(|unit| unit.name.clone()).unwrap_or_default(),
        k: organisation.k,
        k_comment: organisation.k_comment,
    })
}

/// What the receipt page says about the round.
///
/// # Errors
/// `NoOpenRound` when the round has closed meanwhile.
pub async fn receipt(services: &Services, actor: Option<&Actor>) -> Result<Receipt> {
    let (actor, _) = authorize(actor, Action::CheckIn)?;
    let db = &services.db.reader;
    let round = find_open(db).await?.ok_or(Problem::NoOpenRound)?;
    let k = organisation::find(db).await?.k;
    let is_answered = match actor.person {
        Some(person) => is_used(db, round.id, person).await?,
        None => false,
    };
    Ok(Receipt { round: round.number, closes_on: round.ends_on.to_string(), k, is_answered })
}

/// Whether a person's vote of a round is used.
async fn is_used(db: &impl ConnectionTrait, round: i64, person: i64) -> Result<bool> {
    let used = query_one(
        db,
        "SELECT 1 AS used FROM participation WHERE round_id = $1 AND person_id = $2",
        [round.into(), person.into()],
    )
    .await?;
    Ok(used.is_some())
}

/// Casts a ballot: marks the vote as used, adds one to each answered item's count and to the
/// turnout, and stores the comment on its own; all in one transaction.
///
/// # Errors
/// `AlreadyAnswered` for a second ballot, `RoundClosed` when the form is older than the open round,
/// `NotOnRoster`, or what is wrong with the form. Nothing is written then.
pub async fn cast(services: &Services, actor: Option<&Actor>, form: &BallotForm) -> Result<()> {
    let (actor, _) = authorize(actor, Action::CheckIn)?;
    let person = actor.person.ok_or(Problem::NotOnRoster)?;
    let transaction = services.db.begin().await?;
    // Shared with other ballots, and in the way of the round's close: what is acknowledged is counted.
    let round = open_rounds().lock_shared().one(&transaction).await?.ok_or(Problem::NoOpenRound)?;
    if round.number != form.round {
        return Err(Problem::RoundClosed.into());
    }
    let tree = Tree::as_of(&transaction, round.starts_on).await?;
    let unit = home(&transaction, &tree, person, round.starts_on).await?.ok_or(Problem::NotOnRoster)?;
    let used = execute(
        &transaction,
        "INSERT INTO participation (round_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        [round.id.into(), person.into()],
    )
    .await?;
    if used.rows_affected() == 0 {
        return Err(Problem::AlreadyAnswered.into());
    }
    let ballot = form.parse()?;
    execute(
        &transaction,
        "INSERT INTO turnout (round_id, unit_id, count) VALUES ($1, $2, 1)
         ON CONFLICT (round_id, unit_id) DO UPDATE SET count = turnout.count + 1",
        [round.id.into(), unit.into()],
    )
    .await?;
    if !ballot.answers.is_empty() {
        let sql = format!(
            "INSERT INTO tally (round_id, unit_id, item, value, count) VALUES {}
             ON CONFLICT (round_id, unit_id, item, value) DO UPDATE SET count = tally.count + 1",
            placeholders(ballot.answers.len(), 5)
        );
        let values = ballot.answers.iter().flat_map(|(item, value)| {
            [round.id.into(), unit.into(), item.id().into(), (*value).into(), 1_i64.into()]
        });
        execute(&transaction, &sql, values.collect::<Vec<sea_orm::Value>>()).await?;
    }
    if let Some(comment) = &ballot.comment {
        execute(
            &transaction,
            "INSERT INTO ballot_comment (id, round_id, unit_id, text) VALUES ($1, $2, $3, $4)",
            [random::<16>()?.to_vec().into(), round.id.into(), unit.into(), comment.as_str().into()],
        )
        .await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// The open round with the lowest number.
pub(crate) async fn find_open(db: &impl ConnectionTrait) -> Result<Option<round::Model>> {
    Ok(open_rounds().one(db).await?)
}

fn open_rounds() -> sea_orm::Select<round::Entity> {
    round::Entity::find().filter(round::Column::State.eq("open")).order_by_asc(round::Column::Number)
}

/// The unit whose counts a person's answers go into: where the roster puts them, or, for somebody
/// who may see that unit's figures as its manager, the unit above the topmost one they manage.
async fn home(db: &impl ConnectionTrait, tree: &Tree, person: i64, on: NaiveDate) -> Result<Option<i64>> {
    let roster = query_one(
        db,
        "SELECT unit_id FROM roster
         WHERE person_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2) ORDER BY id LIMIT 1",
        [person.into(), on.into()],
    )
    .await?;
    let Some(roster) = roster else { return Ok(None) };
    let managed = managed_units(db, Some(person)).await?;
    Ok(Some(lifted(tree, roster.try_get("", "unit_id")?, managed.get(&person).map_or(&[], Vec::as_slice))))
}

/// Where a person who manages these units is counted.
pub(crate) fn lifted(tree: &Tree, unit: i64, managed: &[i64]) -> i64 {
    let topmost = tree.ancestors(unit).into_iter().rev().find(|ancestor| managed.contains(ancestor));
    match topmost {
        Some(top) => tree.get(top).and_then(|top| top.parent_id).unwrap_or(top),
        None => unit,
    }
}

/// The units that people manage, by person.
pub(crate) async fn managed_units(
    db: &impl ConnectionTrait,
    person: Option<i64>,
) -> Result<std::collections::HashMap<i64, Vec<i64>>> {
    let rows = crate::db::query_all(
        db,
        "SELECT account.person_id, role_grant.unit_id FROM role_grant
         JOIN account ON account.id = role_grant.account_id
         WHERE role_grant.role = 'manager' AND account.person_id IS NOT NULL
           AND ($1 IS NULL OR account.person_id = $1)",
        [person.into()],
    )
    .await?;
    let mut managed: std::collections::HashMap<i64, Vec<i64>> = std::collections::HashMap::new();
    for row in rows {
        managed.entry(row.try_get("", "person_id")?).or_default().push(row.try_get("", "unit_id")?);
    }
    Ok(managed)
}

/// What a new round needs before it can open.
#[derive(Clone, Debug)]
pub struct NewRound {
    /// First day.
    pub starts_on: NaiveDate,
    /// Length: 1, 2 or 4 weeks.
    pub weeks: u32,
    /// Why the questions are asked.
    pub purpose: String,
    /// When it was discussed with the staff's representatives.
    pub discussed_on: NaiveDate,
    /// When the purpose is looked at again; no round opens after it.
    pub review_on: NaiveDate,
}

/// Plans a round; it opens on its first day.
///
/// # Errors
/// One line for a round that overlaps another, has no purpose, or begins after its review date.
pub async fn plan(services: &Services, new: &NewRound) -> Result<round::Model> {
    let refuse = |why: String| Err(Error::Internal(why));
    if ![1, 2, 4].contains(&new.weeks) {
        return refuse(format!("a round lasts 1, 2 or 4 weeks, not {}", new.weeks));
    }
    if new.purpose.trim().is_empty() {
        return refuse("a round needs a purpose that staff can read".to_owned());
    }
    if !(1900..=2200).contains(&new.starts_on.year()) {
        return refuse(format!("{} is out of range", new.starts_on));
    }
    if new.discussed_on > new.starts_on {
        return refuse(
            "a round must be discussed with the staff's representatives before it starts".to_owned(),
        );
    }
    if new.review_on < new.starts_on {
        return refuse(format!("the review date {} has passed when the round starts", new.review_on));
    }
    let ends_on = new
        .starts_on
        .checked_add_days(Days::new(u64::from(new.weeks) * 7 - 1))
        .ok_or_else(|| Error::Internal("the date is out of range".to_owned()))?;
    let transaction = services.db.begin().await?;
    let overlap = query_one(
        &transaction,
        "SELECT number FROM round WHERE state <> 'voided' AND starts_on <= $1 AND ends_on >= $2 LIMIT 1",
        [ends_on.into(), new.starts_on.into()],
    )
    .await?;
    if let Some(row) = overlap {
        return refuse(format!("round {} covers some of these days", row.try_get::<i64>("", "number")?));
    }
    execute(
        &transaction,
        "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
         SELECT COALESCE(MAX(number), 0) + 1, $1, $2, 'planned', $3, $4, $5, $6 FROM round",
        [
            new.starts_on.into(),
            ends_on.into(),
            domain::bank::TAG.into(),
            new.purpose.trim().into(),
            new.discussed_on.into(),
            new.review_on.into(),
        ],
    )
    .await?;
    let round = round::Entity::find().order_by_desc(round::Column::Number).one(&transaction).await?;
    transaction.commit().await?;
    round.ok_or_else(|| Error::Internal("the new round is gone".to_owned()))
}

/// Every round, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(services: &Services) -> Result<Vec<round::Model>> {
    Ok(round::Entity::find().order_by_desc(round::Column::Number).all(&services.db.reader).await?)
}

/// Opens planned rounds whose first day has come. When no round covers today or comes later, plans
/// the one after the last, while its review date allows, and opens it too.
///
/// # Errors
/// When the database refuses.
pub async fn open_due(services: &Services, today: NaiveDate) -> Result<u64> {
    let opened = open_planned(services, today).await?;
    let last = round::Entity::find()
        .filter(round::Column::State.ne("voided"))
        .order_by_desc(round::Column::EndsOn)
        .one(&services.db.reader)
        .await?;
    let Some(last) = last.filter(|round| round.ends_on < today) else { return Ok(opened) };
    let weeks = u32::try_from((last.ends_on - last.starts_on).num_days() / 7 + 1).unwrap_or(1);
    // After a pause the next round starts this week, not in the past.
    let monday = domain::Period::containing(today, domain::Resolution::Week).start();
    let starts_on = last.ends_on.succ_opt().unwrap_or(today).max(monday);
    if starts_on > last.review_on {
        return Ok(opened);
    }
    let next = NewRound {
        starts_on,
        weeks,
        purpose: last.purpose,
        discussed_on: last.discussed_on,
        review_on: last.review_on,
    };
    plan(services, &next).await?;
    Ok(opened + open_planned(services, today).await?)
}

async fn open_planned(services: &Services, today: NaiveDate) -> Result<u64> {
    let opened = execute(
        services.db.writer(),
        "UPDATE round SET state = 'open' WHERE state = 'planned' AND starts_on <= $1 AND ends_on >= $1 AND review_on >= $1",
        [today.into()],
    )
    .await?;
    Ok(opened.rows_affected())
}

/// Closes open rounds that end before `before`. From then on ballots are refused.
///
/// # Errors
/// When the database refuses.
pub async fn close_due(services: &Services, before: NaiveDate) -> Result<u64> {
    let closed = execute(
        services.db.writer(),
        "UPDATE round SET state = 'closed' WHERE state = 'open' AND ends_on < $1",
        [before.into()],
    )
    .await?;
    Ok(closed.rows_affected())
}

/// Closes one round by its number, or the open one, now.
///
/// # Errors
/// `NoOpenRound` when there is none to close.
pub async fn close(services: &Services, number: Option<i64>) -> Result<round::Model> {
    let db = services.db.writer();
    let round = match number {
        Some(number) => round::Entity::find().filter(round::Column::Number.eq(number)).one(db).await?,
        None => find_open(db).await?,
    };
    let round = round.filter(|round| round.state == "open").ok_or(Problem::NoOpenRound)?;
    execute(db, "UPDATE round SET state = 'closed' WHERE id = $1 AND state = 'open'", [round.id.into()])
        .await?;
    Ok(round)
}
