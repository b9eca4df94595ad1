//! What is stored about a person: counted for the page, written out for the file.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use domain::{Action, audit::Event, people::account::DataCounts};
use sea_orm::{ConnectionTrait, QueryResult, Value as Parameter};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use base::{
    Actor, Base, Error, Result,
    access::require_proof,
    audit::{self, Entry},
    authorize,
    db::{execute, query_all, query_one},
    tokens::hex,
};

/// How much is stored.
pub(super) async fn counts(base: &Base, actor: &Actor) -> Result<DataCounts> {
    let db = &base.db.reader;
    let person = actor.person.unwrap_or(0);
    let account = actor.account;
    Ok(DataCounts {
        places: count(db, "roster WHERE person_id = $1", person).await?,
        rounds: count(db, "participation WHERE person_id = $1", person).await?,
        imports: count(db, "import_job WHERE account_id = $1", account).await?,
        exports: count(db, "export_log WHERE account_id = $1", account).await?,
        entries: count(db, "audit WHERE account_id = $1 OR subject_id = $1", account).await?,
    })
}

async fn count(db: &impl ConnectionTrait, what: &str, whose: i64) -> Result<u32> {
    let row = query_one(db, &format!("SELECT COUNT(*) AS n FROM {what}"), [whose.into()]).await?;
    let count: i64 = row.map(|row| row.try_get("", "n")).transpose()?.unwrap_or(0);
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Everything that is stored about the person, as JSON. What was answered is not among it: no answer
/// is stored with a person.
///
/// # Errors
/// `ProofNeeded`.
pub async fn own_data(base: &Base, actor: Option<&Actor>) -> Result<Vec<u8>> {
    let (actor, _) = authorize(actor, Action::KeepAccount)?;
    require_proof(actor)?;
    let now = base.now();
    let transaction = base.db.begin().await?;
    let entry =
        Entry { subject: Some(actor.account), ..Entry::new(Event::OwnDataTaken, Some(actor.account)) };
    audit::record(&transaction, now, &entry).await?;
    let data = collect(&transaction, actor).await?;
    let bytes = serde_json::to_vec_pretty(&data)?;
    execute(
        &transaction,
        "INSERT INTO export_log (account_id, what, at, sha256) VALUES ($1, $2, $3, $4)",
        [actor.account.into(), "own data".into(), now.into(), hex(&Sha256::digest(&bytes)).into()],
    )
    .await?;
    transaction.commit().await?;
    Ok(bytes)
}

async fn collect(db: &impl ConnectionTrait, actor: &Actor) -> Result<Value> {
    let account: Parameter = actor.account.into();
    let person: Parameter = actor.person.unwrap_or(0).into();
    let own = rows(
        db,
        "SELECT account.login, account.email, account.name, account.state, account.has_second_factor,
             account.lang, account.theme, account.wants_reminders, person.external_id AS number
         FROM account LEFT JOIN person ON person.id = account.person_id WHERE account.id = $1",
        account.clone(),
        |row| {
            Ok(json!({
                "login": row.try_get::<String>("", "login")?,
                "email": row.try_get::<Option<String>>("", "email")?,
                "name": row.try_get::<String>("", "name")?,
                "employee_number": row.try_get::<Option<String>>("", "number")?,
                "state": row.try_get::<String>("", "state")?,
                "second_factor": row.try_get::<bool>("", "has_second_factor")?,
                "language": row.try_get::<Option<String>>("", "lang")?,
                "mail_about_rounds": row.try_get::<bool>("", "wants_reminders")?,
                "theme": row.try_get::<Option<String>>("", "theme")?,
            }))
        },
    )
    .await?;
    let roles = rows(
        db,
        "SELECT role, unit.name FROM role_grant JOIN unit ON unit.id = role_grant.unit_id
         WHERE account_id = $1 ORDER BY role, unit.name",
        account.clone(),
        |row| Ok(json!({ "role": text(row, "role")?, "unit": text(row, "name")? })),
    )
    .await?;
    let places = rows(
        db,
        "SELECT unit.name, from_on, to_on FROM roster JOIN unit ON unit.id = roster.unit_id
         WHERE person_id = $1 ORDER BY from_on",
        person.clone(),
        |row| {
            let to: Option<NaiveDate> = row.try_get("", "to_on")?;
            Ok(json!({ "unit": text(row, "name")?, "from": row.try_get::<NaiveDate>("", "from_on")?, "to": to }))
        },
    )
    .await?;
    let sessions = rows(
        db,
        "SELECT device, created_at, seen_at FROM session WHERE account_id = $1 ORDER BY created_at",
        account.clone(),
        |row| {
            let seen = instant(row, "seen_at")?;
            Ok(json!({ "device": text(row, "device")?, "since": instant(row, "created_at")?, "last_used": seen }))
        },
    )
    .await?;
    let providers = rows(
        db,
        "SELECT issuer, subject FROM oidc_identity WHERE account_id = $1 ORDER BY issuer",
        account.clone(),
        |row| Ok(json!({ "issuer": text(row, "issuer")?, "subject": text(row, "subject")? })),
    )
    .await?;
    let imports = rows(
        db,
        "SELECT kind, file_name, created_at FROM import_job WHERE account_id = $1 ORDER BY id",
        account.clone(),
        |row| {
            let at = instant(row, "created_at")?;
            Ok(json!({ "kind": text(row, "kind")?, "file": text(row, "file_name")?, "at": at }))
        },
    )
    .await?;
    let exports = rows(
        db,
        "SELECT what, at FROM export_log WHERE account_id = $1 ORDER BY id",
        account.clone(),
        |row| Ok(json!({ "what": text(row, "what")?, "at": instant(row, "at")? })),
    )
    .await?;
    // Who else did something is that person's: only whether it was oneself is told.
    let entries = rows(
        db,
        "SELECT at, event, account_id FROM audit WHERE account_id = $1 OR subject_id = $1 ORDER BY id",
        account,
        |row| {
            let by: Option<i64> = row.try_get("", "account_id")?;
            Ok(json!({ "at": text(row, "at")?, "event": text(row, "event")?, "by_me": by == Some(actor.account) }))
        },
    )
    .await?;
    let rounds = count(db, "participation WHERE person_id = $1", actor.person.unwrap_or(0)).await?;
    Ok(json!({
        "account": own.into_iter().next(),
        "roles": roles,
        "places_on_the_roster": places,
        "rounds_with_used_vote": rounds,
        "sessions": sessions,
        "sign_in_providers": providers,
        "imports": imports,
        "files_taken_out": exports,
        "log_entries": entries,
        "not_stored": "No answer and no comment is stored with a person, so none can be listed here.",
    }))
}

async fn rows(
    db: &impl ConnectionTrait,
    query: &str,
    whose: Parameter,
    show: impl Fn(&QueryResult) -> std::result::Result<Value, sea_orm::DbErr>,
) -> Result<Vec<Value>> {
    let found = query_all(db, query, [whose]).await?;
    found.iter().map(|row| show(row).map_err(Error::from)).collect()
}

fn text(row: &QueryResult, column: &str) -> std::result::Result<String, sea_orm::DbErr> {
    row.try_get("", column)
}

fn instant(row: &QueryResult, column: &str) -> std::result::Result<String, sea_orm::DbErr> {
    let at: DateTime<Utc> = row.try_get("", column)?;
    Ok(at.to_rfc3339_opts(SecondsFormat::Secs, true))
}
