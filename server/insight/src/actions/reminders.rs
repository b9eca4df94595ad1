//! Letters about reviews that are due: on the day itself and once a week after it, three at most; then silence.

use chrono::{Days, NaiveDate, Timelike};
use domain::{AccountId, UnitId};
use sea_orm::{ConnectionTrait, FromQueryResult};

use base::{
    Base, Result,
    db::{self, execute, join_ids},
    outbox::{self, Kind},
};
use organisation::Tree;
use staff::rounds::reminders::MORNING;

/// Letters about one review, at most.
const MOST: i32 = 3;
/// Days between them.
const EVERY: u64 = 7;

/// Puts the letters that are due into the post, once however many instances run.
///
/// # Errors
/// When the database refuses.
pub async fn run_due(base: &Base) -> Result<()> {
    let organisation = organisation::find(&base.db.reader).await?;
    let now = base.now();
    let is_night = now.with_timezone(&organisation.timezone).hour() < MORNING;
    // Without a transport the letters would only pile up.
    if base.post.is_none() || is_night {
        return Ok(());
    }
    let today = organisation.local_day(now);
    // Most days there is nothing to do, and nothing is locked for it.
    if waiting(&base.db.reader, today).await?.is_empty() {
        return Ok(());
    }
    let transaction = base.db.begin().await?;
    let mut units = Vec::new();
    for Waiting { id, unit_id } in waiting(&transaction, today).await? {
        // Another instance may have been here between the two statements: then no row is as it was.
        let claimed = execute(
            &transaction,
            "UPDATE agreed_action SET reminded_on = $1, reminders = reminders + 1
             WHERE id = $2 AND state = 'open' AND reminders < $3 AND (reminded_on IS NULL OR reminded_on <= $4)",
            [today.into(), id.into(), MOST.into(), a_week_before(today).into()],
        )
        .await?;
        if claimed.rows_affected() > 0 {
            units.push(unit_id);
        }
    }
    let tree = Tree::load(&transaction).await?;
    let mut accounts = Vec::new();
    for unit in units {
        accounts.extend(managers(&transaction, &tree, unit).await?);
    }
    // Who looks after several gets one letter.
    accounts.sort_unstable();
    accounts.dedup();
    for account in accounts {
        outbox::queue(&transaction, now, Kind::ActionReview, Some(account)).await?;
    }
    transaction.commit().await?;
    Ok(())
}

fn a_week_before(today: NaiveDate) -> NaiveDate {
    today - Days::new(EVERY)
}

/// An action whose managers are to hear of it.
#[derive(FromQueryResult)]
struct Waiting {
    id: i64,
    unit_id: UnitId,
}

/// Open actions whose managers hear of them today.
async fn waiting(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<Waiting>> {
    let waiting = db::all(
        db,
        "SELECT id, unit_id FROM agreed_action
         WHERE state = 'open' AND review_on <= $1 AND reminders < $2
           AND (reminded_on IS NULL OR reminded_on <= $3) ORDER BY id",
        [today.into(), MOST.into(), a_week_before(today).into()],
    )
    .await?;
    Ok(waiting)
}

/// Who may be written to about a unit.
#[derive(FromQueryResult)]
struct Manager {
    account_id: AccountId,
    unit_id: UnitId,
}

/// Who manages a unit: those who hold the role for it or, where nobody does, for the nearest unit above.
async fn managers(db: &impl ConnectionTrait, tree: &Tree, unit: UnitId) -> Result<Vec<AccountId>> {
    let path = tree.ancestors(unit);
    let sql = format!(
        "SELECT role_grant.account_id, role_grant.unit_id FROM role_grant
         JOIN account ON account.id = role_grant.account_id
         WHERE role_grant.role = 'manager' AND role_grant.unit_id IN ({})
           AND account.state = 'active' AND account.email IS NOT NULL",
        join_ids(&path)
    );
    let managers: Vec<Manager> = db::all(db, &sql, []).await?;
    let nearest = path.into_iter().find(|unit| managers.iter().any(|manager| manager.unit_id == *unit));
    let managers = managers.iter().filter(|manager| Some(manager.unit_id) == nearest);
    Ok(managers.map(|manager| manager.account_id).collect())
}

/// How many reviews are due in the units that an account manages, for its letter; none when they were done
/// since, and for an account that was closed.
pub async fn due_for(
    db: &impl ConnectionTrait,
    account: AccountId,
    today: NaiveDate,
) -> Result<Option<usize>> {
    let tops: Vec<UnitId> = db::column(
        db,
        "SELECT role_grant.unit_id FROM role_grant JOIN account ON account.id = role_grant.account_id
         WHERE account.id = $1 AND account.state = 'active' AND role_grant.role = 'manager'",
        [account.into()],
    )
    .await?;
    let units: Vec<UnitId> = Tree::load(db).await?.below(&tops).into_iter().map(|unit| unit.id).collect();
    let due = super::due(db, &units, today).await?.len();
    Ok((due > 0).then_some(due))
}
