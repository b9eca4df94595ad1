//! Roles that are given and taken. Somebody has to keep the organisation at any time.

use domain::{AccountId, Field, Problem, Role, UnitId, Why, audit::Event};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult};

use super::changes::note;
use crate::{accounts::end_sessions, stored_words};
use base::{
    Result,
    db::{all, execute, exists},
};
use organisation::changes::By;

/// Key of the lock under which it is made sure that somebody keeps the organisation.
const ADMIN_LOCK: i64 = 0x7472_6976_7365_6c03;

/// Gives a role in a unit and below. Gives whether it is new. Sessions of the account end, so that no
/// page goes on under old rights.
///
/// # Errors
/// `Invalid` when somebody would change their own roles, or for the role of an employee, which
/// comes with a place on a roster.
pub async fn give_role(
    db: &impl ConnectionTrait,
    by: &By,
    account: AccountId,
    role: Role,
    unit: UnitId,
) -> Result<bool> {
    check_role(by, account, role)?;
    let given = execute(
        db,
        "INSERT INTO role_grant (account_id, role, unit_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        [account.into(), role.name().into(), unit.into()],
    )
    .await?;
    if given.rows_affected() == 0 {
        return Ok(false);
    }
    end_sessions(db, account, None).await?;
    // A link or code handed out before must not open what the account may do now.
    execute(db, "DELETE FROM account_token WHERE account_id = $1", [account.into()]).await?;
    note(db, by, Event::RoleGiven, account, Some(unit), role.name()).await?;
    Ok(true)
}

/// Takes a role away. Gives whether it was there.
///
/// # Errors
/// As [`give_role`]; and `Invalid` when nobody would be left who keeps the organisation.
pub async fn take_role(
    db: &impl ConnectionTrait,
    by: &By,
    account: AccountId,
    role: Role,
    unit: UnitId,
) -> Result<bool> {
    check_role(by, account, role)?;
    let taken = execute(
        db,
        "DELETE FROM role_grant WHERE account_id = $1 AND role = $2 AND unit_id = $3",
        [account.into(), role.name().into(), unit.into()],
    )
    .await?;
    if taken.rows_affected() == 0 {
        return Ok(false);
    }
    if role == Role::Admin {
        require_an_admin(db).await?;
    }
    end_sessions(db, account, None).await?;
    note(db, by, Event::RoleTaken, account, Some(unit), role.name()).await?;
    Ok(true)
}

fn check_role(by: &By, account: AccountId, role: Role) -> Result<()> {
    if by.account == Some(account) {
        return Err(Problem::invalid(Field::Role, Why::OwnRole).into());
    }
    if role == Role::Employee {
        return Err(Problem::invalid(Field::Role, Why::NotAChoice).into());
    }
    Ok(())
}

/// Refuses to go on when no open account keeps the whole organisation any more.
///
/// # Errors
/// `Invalid` on the role.
pub async fn require_an_admin(db: &impl ConnectionTrait) -> Result<()> {
    if db.get_database_backend() == DbBackend::Postgres {
        // Two administrators who take each other's role at once must not both find the other.
        execute(db, "SELECT pg_advisory_xact_lock($1)", [ADMIN_LOCK.into()]).await?;
    }
    let is_kept = exists(
        db,
        "SELECT 1 AS one FROM role_grant
         JOIN unit ON unit.id = role_grant.unit_id AND unit.parent_id IS NULL
         JOIN account ON account.id = role_grant.account_id
         WHERE role_grant.role = 'admin' AND account.state IN ('new', 'invited', 'active') LIMIT 1",
        [],
    )
    .await?;
    if is_kept { Ok(()) } else { Err(Problem::invalid(Field::Role, Why::LastAdmin).into()) }
}

/// A role as it is stored.
#[derive(FromQueryResult)]
struct StoredRole {
    role: String,
    unit_id: UnitId,
}

/// Roles that were given to an account (the role of an employee comes with the roster).
///
/// # Errors
/// When the database refuses.
pub async fn roles(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<(Role, UnitId)>> {
    let given: Vec<StoredRole> = all(
        db,
        "SELECT role, unit_id FROM role_grant WHERE account_id = $1 AND role <> 'employee' ORDER BY role, unit_id",
        [account.into()],
    )
    .await?;
    given.into_iter().map(|given| Ok((stored_words::role(&given.role)?, given.unit_id))).collect()
}
