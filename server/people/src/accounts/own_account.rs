//! The page of the own account, and the sessions on it.

use chrono::{DateTime, Utc};
use domain::{
    Right, Role, UnitId,
    audit::Event,
    people::account::{AccountPage, Factor, SessionRow},
};
use sea_orm::FromQueryResult;

use super::{end_sessions, own_data};
use crate::sign_in::{ABSOLUTE, ABSOLUTE_FOR_ANSWERS, password::NO_PASSWORD};
use base::{
    Actor, Base, Result,
    audit::{self, Entry},
    authorize,
    db::{all, column, execute, one},
    tokens::hex,
};
use organisation::{Organisation, Tree};

/// Bytes of a token's hash that name a session in a form.
const KEY_BYTES: usize = 8;

/// The own account as it is stored.
#[derive(FromQueryResult)]
struct OwnAccount {
    login: String,
    email: Option<String>,
    password_hash: String,
    has_second_factor: bool,
    wants_reminders: bool,
    wants_weekly: bool,
    wants_digest: bool,
    /// Recovery codes left.
    recovery: i64,
}

/// What the person sees about the own account.
///
/// # Errors
/// When the database refuses.
pub async fn page(base: &Base, actor: Option<&Actor>) -> Result<AccountPage> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let db = &base.db.reader;
    let organisation = organisation::find(db).await?;
    let tree = Tree::load(db).await?;
    let name_of = |unit: UnitId| tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default();
    let own: OwnAccount = one(
        db,
        "SELECT login, email, password_hash, has_second_factor, wants_reminders, wants_weekly, wants_digest,
             (SELECT COUNT(*) FROM recovery_code WHERE recovery_code.account_id = account.id) AS recovery
         FROM account WHERE id = $1",
        [actor.account.into()],
    )
    .await?
    .ok_or(domain::Problem::NotFound)?;
    let is_required = actor.grants.iter().any(|grant| grant.role.needs_second_factor());
    let mut roles: Vec<(Role, String)> =
        actor.grants.iter().map(|grant| (grant.role, name_of(grant.unit))).collect();
    roles.sort();
    Ok(AccountPage {
        name: actor.name.clone(),
        login: own.login,
        wants_reminders: (own.email.is_some() && actor.person.is_some()).then_some(own.wants_reminders),
        wants_weekly: (own.email.is_some() && roles.iter().any(|(role, _)| *role == Role::Manager))
            .then_some(own.wants_weekly),
        wants_digest: (own.email.is_some()
            && roles.iter().any(|(role, _)| Right::HandleCase.roles().contains(role)))
        .then_some(own.wants_digest),
        email: own.email,
        roles,
        units: places_today(base, actor, &organisation).await?.into_iter().map(name_of).collect(),
        has_password: own.password_hash != NO_PASSWORD,
        factor: Factor {
            is_on: own.has_second_factor,
            is_required,
            is_waived: is_required && organisation.is_synthetic,
            recovery_left: u32::try_from(own.recovery).unwrap_or(0),
        },
        sessions: sessions(base, actor, &organisation).await?,
        data: own_data::counts(base, actor).await?,
    })
}

async fn places_today(base: &Base, actor: &Actor, organisation: &Organisation) -> Result<Vec<UnitId>> {
    let units = column(
        &base.db.reader,
        "SELECT unit_id FROM roster
         WHERE person_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2) ORDER BY unit_id",
        [actor.person.into(), organisation.local_day(base.now()).into()],
    )
    .await?;
    Ok(units)
}

/// A session of the own account.
#[derive(FromQueryResult)]
struct OwnSession {
    token_hash: Vec<u8>,
    device: String,
    created_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    is_for_answers: bool,
}

async fn sessions(base: &Base, actor: &Actor, organisation: &Organisation) -> Result<Vec<SessionRow>> {
    let own = actor.session.as_ref().map(|session| session.token_hash.as_slice());
    let running: Vec<OwnSession> = all(
        &base.db.reader,
        "SELECT token_hash, device, created_at, seen_at, is_for_answers FROM session
         WHERE account_id = $1 AND (created_at > $2 OR (is_for_answers AND created_at > $3)) ORDER BY seen_at DESC",
        [
            actor.account.into(),
            (base.now() - ABSOLUTE).into(),
            (base.now() - ABSOLUTE_FOR_ANSWERS).into(),
        ],
    )
    .await?;
    let row = |session: OwnSession| SessionRow {
        key: key_of(&session.token_hash),
        device: session.device,
        answers_until: session
            .is_for_answers
            .then(|| organisation.local_day(session.created_at + ABSOLUTE_FOR_ANSWERS)),
        since: organisation.local_minute(session.created_at),
        seen: organisation.local_minute(session.seen_at),
        is_this: own == Some(session.token_hash.as_slice()),
    };
    let mut found: Vec<SessionRow> = running.into_iter().map(row).collect();
    found.sort_by_key(|row| !row.is_this);
    Ok(found)
}

fn key_of(hash: &[u8]) -> String {
    hex(&hash[..hash.len().min(KEY_BYTES)])
}

/// Ends one of the own sessions; one that has ended already is no problem.
///
/// # Errors
/// When the database refuses.
pub async fn end_session(base: &Base, actor: Option<&Actor>, key: &str) -> Result<()> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let transaction = base.db.begin().await?;
    let hashes: Vec<Vec<u8>> =
        column(&transaction, "SELECT token_hash FROM session WHERE account_id = $1", [actor.account.into()])
            .await?;
    for hash in hashes {
        if key_of(&hash) == key {
            execute(&transaction, "DELETE FROM session WHERE token_hash = $1", [hash.into()]).await?;
            let entry = Entry {
                subject: Some(actor.account),
                ..Entry::new(Event::SessionsEnded, Some(actor.account))
            };
            audit::record(&transaction, base.now(), &entry).await?;
        }
    }
    transaction.commit().await?;
    Ok(())
}

/// Ends all own sessions but the one that asks.
///
/// # Errors
/// When the database refuses.
pub async fn end_other_sessions(base: &Base, actor: Option<&Actor>) -> Result<()> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let own = actor.session.as_ref().map(|session| session.token_hash.as_slice());
    let transaction = base.db.begin().await?;
    end_sessions(&transaction, actor.account, own).await?;
    let entry =
        Entry { subject: Some(actor.account), ..Entry::new(Event::SessionsEnded, Some(actor.account)) };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    Ok(())
}
