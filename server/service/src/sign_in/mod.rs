//! Passwords and sessions.

mod attempts;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use chrono::{DateTime, Duration, Utc};
use domain::{Problem, Role, access::Proof, audit::Event};
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};

pub use attempts::Attempts;

use crate::{
    Actor, Error, Result, Services,
    access::{Grant, Session},
    audit::{self, Entry},
    db::{execute, query_one},
};

/// A session ends this long after sign-in, used or not.
const ABSOLUTE: Duration = Duration::hours(12);
/// How often a session's last use is written down; finer would cost a write per page.
const SEEN_STEP: Duration = Duration::minutes(1);
/// How long a request may wait for that.
const TOUCH_PATIENCE: std::time::Duration = std::time::Duration::from_millis(200);
/// Longest password that is hashed; longer input is refused unread.
const LONGEST_PASSWORD: usize = 256;

/// Hashes a password with Argon2id (19 MiB, two passes, one lane: the defaults of the crate and the
/// first choice of the OWASP password storage cheat sheet).
///
/// # Errors
/// When the machine gives no randomness.
pub fn hash_password(password: &str) -> Result<String> {
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| Error::Internal(format!("hashing a password: {error}")))
}

/// A hash that no password is known for: unknown accounts cost as much time as known ones.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0IG9mIG91cnM$pXkpXoVwXjGpPKbV3z0TzMHB0v4E5Y2QYz5zM0x5m1E";

fn is_password_of(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// The token that a cookie carries: 256 random bits as hexadecimal. Only its hash is stored.
pub struct SessionToken(String);

impl SessionToken {
    /// The text for the cookie.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn new() -> Result<Self> {
        Ok(Self(hex(&random::<32>()?)))
    }
}

/// Random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Error::Internal(format!("no randomness: {error}")))?;
    Ok(bytes)
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(crate) fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Signs in with e-mail address and password and begins a new session.
///
/// # Errors
/// `WrongSignIn` for an unknown address or a wrong password, alike in answer and time;
/// `TooManyAttempts` after ten wrong ones in a quarter of an hour.
pub async fn sign_in(services: &Services, email: &str, password: &str) -> Result<SessionToken> {
    let email = email.trim().to_lowercase();
    let now = services.now();
    if email.len() > 320 || password.len() > LONGEST_PASSWORD {
        return Err(Problem::WrongSignIn.into());
    }
    if services.attempts.lock().await.is_blocked(&email, attempts::MOST_BY_ACCOUNT, now) {
        return Err(Problem::TooManyAttempts.into());
    }
    let row = query_one(
        &services.db.reader,
        "SELECT id, password_hash FROM account WHERE login = $1",
        [email.as_str().into()],
    )
    .await?;
    let (account, hash) = match &row {
        Some(row) => (Some(row.try_get::<i64>("", "id")?), row.try_get("", "password_hash")?),
        None => (None, NOBODY.to_owned()),
    };
    let permit = services.hashing.acquire().await.map_err(|error| Error::Internal(error.to_string()))?;
    let password = password.to_owned();
    let is_right = tokio::task::spawn_blocking(move || is_password_of(&password, &hash))
        .await
        .map_err(|error| Error::Internal(error.to_string()))?;
    drop(permit);
    let Some(account) = account.filter(|_| is_right) else {
        services.attempts.lock().await.note_wrong(&email, now);
        tracing::info!("sign-in refused");
        return Err(Problem::WrongSignIn.into());
    };
    let transaction = services.db.begin().await?;
    let token = start_session(&transaction, account, "", now).await?;
    transaction.commit().await?;
    Ok(token)
}

/// Begins a session of an account whose person has shown who they are.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn start_session(
    db: &impl ConnectionTrait,
    account: i64,
    device: &str,
    now: DateTime<Utc>,
) -> Result<SessionToken> {
    let token = SessionToken::new()?;
    execute(db, "DELETE FROM session WHERE created_at < $1", [(now - ABSOLUTE).into()]).await?;
    execute(
        db,
        "INSERT INTO session (token_hash, account_id, created_at, seen_at, device) VALUES ($1, $2, $3, $3, $4)",
        [token_hash(token.as_str()).into(), account.into(), now.into(), device.into()],
    )
    .await?;
    Ok(token)
}

/// Begins a session of an account for which a provider has vouched; it also answers for the factors.
///
/// # Errors
/// When the database refuses.
pub async fn begin_session(services: &Services, account: i64, device: &str) -> Result<SessionToken> {
    let transaction = services.db.begin().await?;
    let token = start_session(&transaction, account, device, services.now()).await?;
    let entry = Entry::new(Event::SignedIn, Some(account));
    audit::record(&transaction, services.now(), &entry).await?;
    transaction.commit().await?;
    Ok(token)
}

/// The person behind a cookie, if the session still runs.
///
/// # Errors
/// When the database refuses.
pub async fn actor(services: &Services, token: &str) -> Result<Option<Actor>> {
    let now = services.now();
    let hash = token_hash(token);
    let row = query_one(
        &services.db.reader,
        "SELECT account.id, account.person_id, account.name, session.created_at, session.seen_at
         FROM session JOIN account ON account.id = session.account_id WHERE session.token_hash = $1",
        [hash.clone().into()],
    )
    .await?;
    let Some(row) = row else { return Ok(None) };
    let account: i64 = row.try_get("", "id")?;
    let created_at: DateTime<Utc> = row.try_get("", "created_at")?;
    let seen_at: DateTime<Utc> = row.try_get("", "seen_at")?;
    let grants = grants(services, account).await?;
    // The strictest of a person's roles decides how long the session may idle.
    let idle = grants.iter().map(|grant| grant.role.idle_minutes()).min().unwrap_or(30);
    if now - created_at >= ABSOLUTE || now - seen_at >= Duration::minutes(idle) {
        return Ok(None);
    }
    if now - seen_at >= SEEN_STEP {
        let values = [now.into(), hash.into()];
        let touch =
            execute(services.db.writer(), "UPDATE session SET seen_at = $1 WHERE token_hash = $2", values);
        // Nobody waits for this: while something long is being written, the next request tries again.
        if !matches!(tokio::time::timeout(TOUCH_PATIENCE, touch).await, Ok(Ok(_))) {
            tracing::debug!("a session's last use was not written down");
        }
    }
    let session = Some(Session { token_hash: token_hash(token), proof: Proof::Fresh });
    Ok(Some(Actor {
        account,
        person: row.try_get("", "person_id")?,
        name: row.try_get("", "name")?,
        grants,
        session,
    }))
}

/// The roles of an account: those it was given, and that of an employee for whoever has a place on a
/// roster, in the unit where that is or will be.
pub(crate) async fn grants(services: &Services, account: i64) -> Result<Vec<Grant>> {
    let db = &services.db.reader;
    let mut grants: Vec<Grant> = crate::people::changes::roles(db, account)
        .await?
        .into_iter()
        .map(|(role, unit)| Grant { role, unit })
        .collect();
    let today = services.today().await?;
    let place = query_one(
        db,
        "SELECT roster.unit_id FROM roster JOIN account ON account.person_id = roster.person_id
         WHERE account.id = $1 AND (roster.to_on IS NULL OR roster.to_on >= $2) ORDER BY roster.from_on LIMIT 1",
        [account.into(), today.into()],
    )
    .await?;
    if let Some(row) = place {
        grants.push(Grant { role: Role::Employee, unit: row.try_get("", "unit_id")? });
    }
    Ok(grants)
}

/// Ends the session of a cookie.
///
/// # Errors
/// When the database refuses.
pub async fn sign_out(services: &Services, token: &str) -> Result<()> {
    execute(services.db.writer(), "DELETE FROM session WHERE token_hash = $1", [token_hash(token).into()])
        .await?;
    Ok(())
}

/// Shortest password of an account without a second factor, in characters.
pub const SHORTEST_PASSWORD: usize = 15;

/// Makes a sign-in with one role. An employee gets a place on the unit's roster from today on.
///
/// # Errors
/// One line for a password that is too short, an address that is taken, an unknown unit.
pub async fn create_account(
    services: &Services,
    email: &str,
    name: &str,
    role: Role,
    unit: &str,
    password: &str,
) -> Result<()> {
    let refuse = |why: String| Err(Error::Internal(why));
    let email = email.trim().to_lowercase();
    if !email.contains('@') || email.len() > 320 {
        return refuse(format!("{email:?} is no e-mail address"));
    }
    let length = password.chars().count();
    if length < SHORTEST_PASSWORD || password.len() > LONGEST_PASSWORD {
        return refuse(format!(
            "the password has {length} characters; it needs {SHORTEST_PASSWORD} to {LONGEST_PASSWORD}"
        ));
    }
    let hash = hash_password(password)?;
    let today = services.today().await?;
    let transaction = services.db.begin().await?;
    let Some(unit_row) =
        query_one(&transaction, "SELECT id FROM unit WHERE external_id = $1", [unit.into()]).await?
    else {
        return refuse(format!("no unit has the number {unit:?}"));
    };
    let unit_id: i64 = unit_row.try_get("", "id")?;
    if query_one(&transaction, "SELECT id FROM account WHERE login = $1", [email.as_str().into()])
        .await?
        .is_some()
    {
        return refuse(format!("{email} has an account already"));
    }
    let person = query_one(
        &transaction,
        "INSERT INTO person (external_id, name) VALUES ($1, $2) RETURNING id",
        [format!("account:{email}").into(), name.into()],
    )
    .await?;
    let account = query_one(
        &transaction,
        "INSERT INTO account (person_id, login, email, name, password_hash) VALUES ($1, $2, $2, $3, $4) RETURNING id",
        [
            person.as_ref().map(|row| row.try_get::<i64>("", "id")).transpose()?.into(),
            email.as_str().into(),
            name.into(),
            hash.into(),
        ],
    )
    .await?;
    let id = |row: Option<sea_orm::QueryResult>| -> Result<i64> {
        Ok(row.ok_or_else(|| Error::Internal("a row just written is gone".to_owned()))?.try_get("", "id")?)
    };
    let (person, account) = (id(person)?, id(account)?);
    if role != Role::Employee {
        let values = [account.into(), role.name().into(), unit_id.into()];
        execute(
            &transaction,
            "INSERT INTO role_grant (account_id, role, unit_id) VALUES ($1, $2, $3)",
            values,
        )
        .await?;
    }
    if role == Role::Employee {
        execute(
            &transaction,
            "INSERT INTO roster (person_id, unit_id, from_on, to_on) VALUES ($1, $2, $3, NULL)",
            [person.into(), unit_id.into(), today.into()],
        )
        .await?;
    }
    transaction.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_only() {
        let hash = hash_password("solskinn over fjorden").unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(is_password_of("solskinn over fjorden", &hash));
        assert!(!is_password_of("solskinn over fjellet", &hash));
    }

    #[test]
    fn the_hash_for_unknown_accounts_is_a_real_one() {
        assert!(PasswordHash::new(NOBODY).is_ok());
        assert!(!is_password_of("", NOBODY));
    }
}
