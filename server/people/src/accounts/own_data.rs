//! What is stored about a person: counted for the page, written out for the file.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use domain::{Right, audit::Event, people::account::DataCounts};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use base::{
    Actor, Base, Result,
    access::require_proof,
    audit::{self, Entry},
    authorize,
    db::{all, column, execute, one, value},
    tokens::hex,
};

/// How much is stored.
pub(super) async fn counts(base: &Base, actor: &Actor) -> Result<DataCounts> {
    let db = &base.db.reader;
    let person = actor.person;
    let account = actor.account;
    Ok(DataCounts {
        places: count(db, "roster WHERE person_id = $1", person).await?,
        codes: count(db, "opened_by_code WHERE person_id = $1", person).await?,
        imports: count(db, "import_job WHERE account_id = $1", account).await?,
        exports: count(db, "export_log WHERE account_id = $1", account).await?,
        entries: count(db, "audit WHERE account_id = $1 OR subject_id = $1", account).await?,
    })
}

async fn count(db: &impl ConnectionTrait, what: &str, whose: impl Into<Value>) -> Result<u32> {
    let count: Option<i64> = value(db, &format!("SELECT COUNT(*) AS n FROM {what}"), [whose.into()]).await?;
    Ok(u32::try_from(count.unwrap_or(0)).unwrap_or(u32::MAX))
}

/// Everything that is stored about the person, as JSON. What was answered is not among it: no answer
/// is stored with a person. What customers said about the person is known elsewhere and comes along.
///
/// # Errors
/// `ProofNeeded`.
pub async fn own_data(
    base: &Base,
    actor: Option<&Actor>,
    said_by_customers: serde_json::Value,
) -> Result<Vec<u8>> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    require_proof(actor)?;
    let now = base.now();
    let transaction = base.db.begin().await?;
    let entry =
        Entry { subject: Some(actor.account), ..Entry::new(Event::OwnDataTaken, Some(actor.account)) };
    audit::record(&transaction, now, &entry).await?;
    let data = collect(&transaction, actor, said_by_customers).await?;
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

/// What is stored about a person, in the order of the file.
#[derive(Serialize)]
struct OwnData {
    account: Option<OwnAccount>,
    roles: Vec<OwnRole>,
    places_on_the_roster: Vec<OwnPlace>,
    /// First days of quarters in which a printed code opened or reset the sign-in.
    quarters_opened_by_printed_code: Vec<NaiveDate>,
    sessions: Vec<OwnSession>,
    sign_in_providers: Vec<OwnProvider>,
    imports: Vec<OwnImport>,
    files_taken_out: Vec<OwnExport>,
    log_entries: Vec<OwnEntry>,
    said_by_customers: serde_json::Value,
    not_stored: &'static str,
}

/// The account.
#[derive(FromQueryResult, Serialize)]
struct OwnAccount {
    login: String,
    email: Option<String>,
    name: String,
    employee_number: Option<String>,
    state: String,
    #[sea_orm(alias = "has_second_factor")]
    second_factor: bool,
    #[sea_orm(alias = "lang")]
    language: Option<String>,
    #[sea_orm(alias = "wants_reminders")]
    mail_about_rounds: bool,
    #[sea_orm(alias = "wants_weekly")]
    weekly_mail_to_managers: bool,
    #[sea_orm(alias = "wants_digest")]
    mail_about_cases: bool,
    theme: Option<String>,
}

/// A role, by the name of its unit.
#[derive(FromQueryResult, Serialize)]
struct OwnRole {
    role: String,
    unit: String,
}

/// A place, by the name of its unit.
#[derive(FromQueryResult, Serialize)]
struct OwnPlace {
    unit: String,
    #[sea_orm(alias = "from_on")]
    from: NaiveDate,
    #[sea_orm(alias = "to_on")]
    to: Option<NaiveDate>,
}

/// A session.
#[derive(FromQueryResult, Serialize)]
struct OwnSession {
    device: String,
    #[sea_orm(alias = "created_at")]
    #[serde(serialize_with = "to_the_second")]
    since: DateTime<Utc>,
    #[sea_orm(alias = "seen_at")]
    #[serde(serialize_with = "to_the_second")]
    last_used: DateTime<Utc>,
}

/// Who the person is to a provider.
#[derive(FromQueryResult, Serialize)]
struct OwnProvider {
    issuer: String,
    subject: String,
}

/// A file the person brought in.
#[derive(FromQueryResult, Serialize)]
struct OwnImport {
    kind: String,
    #[sea_orm(alias = "file_name")]
    file: String,
    #[sea_orm(alias = "created_at")]
    #[serde(serialize_with = "to_the_second")]
    at: DateTime<Utc>,
}

/// A file the person took out.
#[derive(FromQueryResult, Serialize)]
struct OwnExport {
    what: String,
    #[serde(serialize_with = "to_the_second")]
    at: DateTime<Utc>,
}

/// An entry of the audit log. Who else did something is that person's: only whether it was oneself is told.
#[derive(FromQueryResult, Serialize)]
struct OwnEntry {
    at: String,
    event: String,
    by_me: bool,
}

fn to_the_second<S: Serializer>(at: &DateTime<Utc>, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.serialize_str(&at.to_rfc3339_opts(SecondsFormat::Secs, true))
}

async fn collect(
    db: &impl ConnectionTrait,
    actor: &Actor,
    said_by_customers: serde_json::Value,
) -> Result<OwnData> {
    let account = || [actor.account.into()];
    let person = || [actor.person.into()];
    Ok(OwnData {
        account: one(
            db,
            "SELECT account.login, account.email, account.name, account.state, account.has_second_factor,
                 account.lang, account.theme, account.wants_reminders, account.wants_weekly,
                 account.wants_digest,
                 person.external_id AS employee_number
             FROM account LEFT JOIN person ON person.id = account.person_id WHERE account.id = $1",
            account(),
        )
        .await?,
        roles: all(
            db,
            "SELECT role, unit.name AS unit FROM role_grant JOIN unit ON unit.id = role_grant.unit_id
             WHERE account_id = $1 ORDER BY role, unit.name",
            account(),
        )
        .await?,
        places_on_the_roster: all(
            db,
            "SELECT unit.name AS unit, from_on, to_on FROM roster JOIN unit ON unit.id = roster.unit_id
             WHERE person_id = $1 ORDER BY from_on",
            person(),
        )
        .await?,
        quarters_opened_by_printed_code: column(
            db,
            "SELECT quarter FROM opened_by_code WHERE person_id = $1 ORDER BY quarter",
            person(),
        )
        .await?,
        sessions: all(
            db,
            "SELECT device, created_at, seen_at FROM session WHERE account_id = $1 ORDER BY created_at",
            account(),
        )
        .await?,
        sign_in_providers: all(
            db,
            "SELECT issuer, subject FROM oidc_identity WHERE account_id = $1 ORDER BY issuer",
            account(),
        )
        .await?,
        imports: all(
            db,
            "SELECT kind, file_name, created_at FROM import_job WHERE account_id = $1 ORDER BY id",
            account(),
        )
        .await?,
        files_taken_out: all(
            db,
            "SELECT what, at FROM export_log WHERE account_id = $1 ORDER BY id",
            account(),
        )
        .await?,
        log_entries: all(
            db,
            "SELECT at, event, COALESCE(account_id = $1, FALSE) AS by_me FROM audit
             WHERE account_id = $1 OR subject_id = $1 ORDER BY id",
            account(),
        )
        .await?,
        said_by_customers,
        not_stored: "No answer, no comment and no mark of a used vote is stored with a person, so none can be listed here.",
    })
}
