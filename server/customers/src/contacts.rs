//! Contacts of a unit's week, kept by hand.

use chrono::{Days, NaiveDate};
use domain::{
    Field, Period, Problem, Resolution, Right, UnitId, Why,
    customers::contacts::{ChangedDay, ContactDay, ContactsForm, ContactsPage, DAYS, DayState},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::rollup::{Counts, RollupChange};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, execute},
};
use organisation::{Tree, marks, within};

/// The week of a unit; this week of the topmost one of the person's when none is named.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `NotFound` for a unit that is not the person's and for a week that has not begun.
pub async fn page(
    base: &Base,
    actor: Option<&Actor>,
    unit: Option<UnitId>,
    week: Option<Period>,
) -> Result<ContactsPage> {
    let (_, tops) = authorize(actor, Right::KeepContacts)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let unit = match unit {
        Some(unit) => unit,
        None => first(&tree, &tops)?,
    };
    let place = tree.place(&tops, unit).ok_or(Problem::NotFound)?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let week = week.unwrap_or_else(|| Period::containing(today, Resolution::Week));
    if week.resolution() != Resolution::Week || week.start() > today {
        return Err(Problem::NotFound.into());
    }
    let before = week.start().checked_sub_days(Days::new(DAYS as u64)).ok_or(Problem::NotFound)?;
    let stored = stored(&db, unit, before, week.end()).await?;
    let contacts = |day: NaiveDate| stored.iter().find(|row| row.day == day).map(|row| row.contacts);
    let history = history(&db, unit, week.start()).await?;
    let day = |ahead: u64| {
        let day = week.start().checked_add_days(Days::new(ahead))?;
        let state = match () {
            () if day > today => DayState::Ahead,
            () if history.iter().any(|period| period.start() <= day && day <= period.end()) => {
                DayState::InHistory
            }
            () => DayState::Open,
        };
        let week_before = before.checked_add_days(Days::new(ahead)).and_then(contacts);
        Some(ContactDay { day, contacts: contacts(day), week_before, state })
    };
    let days = (0..DAYS as u64).filter_map(day).collect();
    Ok(ContactsPage { place, week, days, has_next: week.next().start() <= today })
}

/// The unit to begin with: the first team, as customers are met there; where there is none, the first unit.
fn first(tree: &Tree, tops: &[UnitId]) -> Result<UnitId> {
    let open: Vec<UnitId> = tree.open_below(tops).into_iter().map(|unit| unit.id).collect();
    let team = open.iter().find(|unit| tree.children(**unit).is_empty());
    Ok(team.or(open.first()).copied().ok_or(Problem::NotFound)?)
}

/// Contacts of a day.
#[derive(FromQueryResult)]
struct StoredDay {
    day: NaiveDate,
    contacts: i64,
}

async fn stored(
    db: &impl ConnectionTrait,
    unit: UnitId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<StoredDay>> {
    let sql = "SELECT day, contacts FROM contact_day WHERE unit_id = $1 AND day BETWEEN $2 AND $3";
    Ok(all(db, sql, [unit.into(), from.into(), to.into()]).await?)
}

/// A period of imported history.
#[derive(FromQueryResult)]
struct StoredPeriod {
    resolution: String,
    period_start: NaiveDate,
}

/// Periods of a unit's imported history that reach the week which begins then: both would be counted.
async fn history(db: &impl ConnectionTrait, unit: UnitId, monday: NaiveDate) -> Result<Vec<Period>> {
    // No period is longer than a quarter.
    let from = monday.checked_sub_days(Days::new(92)).unwrap_or(monday);
    let to = monday.checked_add_days(Days::new(DAYS as u64)).unwrap_or(monday);
    let sql = "SELECT resolution, period_start FROM history
         WHERE unit_id = $1 AND period_start >= $2 AND period_start < $3";
    let rows: Vec<StoredPeriod> = all(db, sql, [unit.into(), from.into(), to.into()]).await?;
    rows.into_iter()
        .map(|row| {
            let resolution = row.resolution.parse();
            let resolution = resolution.map_err(|()| Error::stored("history.resolution", &row.resolution))?;
            Ok(Period::containing(row.period_start, resolution))
        })
        .collect()
}

/// Keeps what was changed. What stands in the sums changes with it, in one transaction.
///
/// # Errors
/// `Invalid` for what is no count, for a day ahead and for one that imported history counts; `ChangedMeanwhile` when
/// somebody else has changed one of these days; `NotFound` for a unit that is not the person's.
pub async fn keep(base: &Base, actor: Option<&Actor>, form: &ContactsForm) -> Result<()> {
    let (_, tops) = authorize(actor, Right::KeepContacts)?;
    let week = form.parse()?;
    let transaction = base.db.begin().await?;
    let tree = organisation::tree(base, &transaction).await?;
    within(&tree, &tops, week.unit)?;
    let today = organisation::find(&transaction).await?.local_day(base.now());
    let Some(first) = week.changed.first() else { return Ok(()) };
    if week.changed.iter().any(|changed| changed.day > today) {
        return Err(Problem::invalid(Field::Contacts, Why::InFuture).into());
    }
    let monday = Period::containing(first.day, Resolution::Week).start();
    let history = history(&transaction, week.unit, monday).await?;
    let is_in_history =
        |day: NaiveDate| history.iter().any(|period| period.start() <= day && day <= period.end());
    if week.changed.iter().any(|changed| is_in_history(changed.day)) {
        return Err(Problem::invalid(Field::Contacts, Why::Overlaps).into());
    }
    for changed in &week.changed {
        change(&transaction, &tree, week.unit, *changed).await?;
    }
    marks::outdate(&transaction, &tree.ancestors(week.unit)).await?;
    organisation::bump_data_version(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}

/// Changes a day that is still as it was seen.
async fn change(db: &impl ConnectionTrait, tree: &Tree, unit: UnitId, changed: ChangedDay) -> Result<()> {
    let ChangedDay { day, was, now } = changed;
    let (id, of_day) = (unit.into(), day.into());
    let done = match (was, now) {
        (None, Some(now)) => {
            let sql = "INSERT INTO contact_day (unit_id, day, contacts) VALUES ($1, $2, $3)
                 ON CONFLICT (unit_id, day) DO NOTHING";
            execute(db, sql, [id, of_day, now.into()]).await?
        }
        (Some(was), Some(now)) => {
            let sql =
                "UPDATE contact_day SET contacts = $3 WHERE unit_id = $1 AND day = $2 AND contacts = $4";
            execute(db, sql, [id, of_day, now.into(), was.into()]).await?
        }
        (was, None) => {
            let sql = "DELETE FROM contact_day WHERE unit_id = $1 AND day = $2 AND contacts = $3";
            execute(db, sql, [id, of_day, was.into()]).await?
        }
    };
    if done.rows_affected() == 0 {
        return Err(Problem::ChangedMeanwhile.into());
    }
    let mut sums = RollupChange::default();
    let contacts = now.unwrap_or(0) - was.unwrap_or(0);
    sums.add(tree, unit, Period::containing(day, Resolution::Day), Counts { complaints: 0, contacts });
    sums.write(db).await
}
