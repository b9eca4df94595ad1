//! What is still to be done for a case. The answer goes out when it is known; a case is closed when all is done, or when
//! somebody says by which role the rest is.

use chrono::{Days, NaiveDate};
use domain::{
    Field, Problem, Role, Why,
    customers::case::{ActForm, LONGEST_NOTE, OpenAction},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::form::Problems;
use base::{
    Error, Result,
    db::{all, execute, exists, value},
};

/// Most that can be noted down for one case.
const MOST: i64 = 50;
/// Days ahead within which it is done: two years.
const MOST_DAYS_AHEAD: u64 = 731;

#[derive(FromQueryResult)]
struct Stored {
    id: i64,
    what: String,
    due_on: NaiveDate,
    done_on: Option<NaiveDate>,
    handed_to: Option<String>,
}

/// What is to be done for a case, and what was; open ones first.
///
/// # Errors
/// When the database refuses or holds an unknown role.
pub(super) async fn of_case(
    db: &impl ConnectionTrait,
    complaint: i64,
    today: NaiveDate,
) -> Result<Vec<OpenAction>> {
    let sql = "SELECT id, what, due_on, done_on, handed_to FROM open_action WHERE complaint_id = $1
               ORDER BY CASE WHEN done_on IS NULL THEN 0 ELSE 1 END, due_on, id";
    let rows: Vec<Stored> = all(db, sql, [complaint.into()]).await?;
    rows.into_iter()
        .map(|row| {
            if let Some(role) = row.handed_to.as_deref().filter(|role| Role::from_name(role).is_none()) {
                return Err(Error::stored("open_action.handed_to", role));
            }
            Ok(OpenAction {
                is_late: row.done_on.is_none() && row.due_on < today,
                id: row.id,
                what: row.what,
                due_on: row.due_on,
                done_on: row.done_on,
                handed_to: row.handed_to,
            })
        })
        .collect()
}

/// Notes down what is to be done.
///
/// # Errors
/// `Invalid` names every refused field.
pub(super) async fn add(
    db: &impl ConnectionTrait,
    complaint: i64,
    form: &ActForm,
    today: NaiveDate,
) -> Result<()> {
    let mut problems = Problems::default();
    let what = problems.text(Field::Action, &form.open_action, LONGEST_NOTE);
    let due_on = match NaiveDate::parse_from_str(form.due_on.trim(), "%Y-%m-%d") {
        _ if form.due_on.trim().is_empty() => Err(Why::Missing),
        Err(_) => Err(Why::NotADate),
        Ok(day) if day < today => Err(Why::InPast),
        Ok(day) if day > today + Days::new(MOST_DAYS_AHEAD) => Err(Why::TooFar),
        Ok(day) => Ok(day),
    };
    let due_on = due_on.map_err(|why| problems.refuse(Field::DueOn, why)).ok();
    let (Some(what), Some(due_on)) = (what, due_on) else { return Err(problems.into()) };
    let sql = "SELECT COUNT(*) FROM open_action WHERE complaint_id = $1";
    let known: Option<i64> = value(db, sql, [complaint.into()]).await?;
    if known.unwrap_or(0) >= MOST {
        return Err(Problem::invalid(Field::Action, Why::TooMany).into());
    }
    let sql = "INSERT INTO open_action (complaint_id, what, due_on) VALUES ($1, $2, $3)";
    execute(db, sql, [complaint.into(), what.into(), due_on.into()]).await?;
    Ok(())
}

/// Notes down that something is done. Done twice is done once.
///
/// # Errors
/// `CaseMovedOn` when there is no such thing to be done any more.
pub(super) async fn finish(
    db: &impl ConnectionTrait,
    complaint: i64,
    id: &str,
    today: NaiveDate,
) -> Result<()> {
    let id: i64 = id.parse().map_err(|_| Problem::CaseMovedOn)?;
    let sql = "UPDATE open_action SET done_on = $3 WHERE complaint_id = $1 AND id = $2 AND done_on IS NULL";
    match execute(db, sql, [complaint.into(), id.into(), today.into()]).await?.rows_affected() {
        0 => Err(Problem::CaseMovedOn.into()),
        _ => Ok(()),
    }
}

/// Lets a case be closed: nothing is open, or it is handed on to a role, which is given.
///
/// # Errors
/// `Invalid` when something is open and no role was named.
pub(super) async fn hand_on(
    db: &impl ConnectionTrait,
    complaint: i64,
    form: &ActForm,
) -> Result<Option<Role>> {
    let open = "SELECT 1 AS one FROM open_action WHERE complaint_id = $1 AND done_on IS NULL LIMIT 1";
    if !exists(db, open, [complaint.into()]).await? {
        return Ok(None);
    }
    let role = match form.handed_to.as_str() {
        "" => Err(Why::StillToDo),
        name => Role::from_name(name).ok_or(Why::NotAChoice),
    };
    let role = role.map_err(|why| Problem::invalid(Field::HandedTo, why))?;
    let sql = "UPDATE open_action SET handed_to = $2 WHERE complaint_id = $1 AND done_on IS NULL";
    execute(db, sql, [complaint.into(), role.name().into()]).await?;
    Ok(Some(role))
}

/// Takes the handing on back with the close.
///
/// # Errors
/// When the database refuses.
pub(super) async fn take_back(db: &impl ConnectionTrait, complaint: i64) -> Result<()> {
    let sql = "UPDATE open_action SET handed_to = NULL WHERE complaint_id = $1 AND done_on IS NULL";
    execute(db, sql, [complaint.into()]).await?;
    Ok(())
}
