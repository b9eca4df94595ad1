//! Stands in for the module of links and sessions until the two are joined; deleted then.

use chrono::{DateTime, Duration, Utc};
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};

use crate::{Result, db::execute, sign_in::random};

/// Puts an invitation into the queue of mail.
pub(super) async fn queue_invite(db: &impl ConnectionTrait, now: DateTime<Utc>, account: i64) -> Result<()> {
    execute(
        db,
        "INSERT INTO mail (kind, account_id, state, attempts, due_at, created_at)
         VALUES ('invite', $1, 'queued', 0, $2, $2)",
        [account.into(), now.into()],
    )
    .await?;
    invited(db, account).await
}

async fn invited(db: &impl ConnectionTrait, account: i64) -> Result<()> {
    execute(db, "UPDATE account SET state = 'invited' WHERE id = $1 AND state = 'new'", [account.into()])
        .await?;
    Ok(())
}

/// Makes a one-time code and forgets the ones before.
pub(super) async fn print_code(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    account: i64,
) -> Result<String> {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let code: String =
        random::<16>()?.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    execute(db, "DELETE FROM account_token WHERE account_id = $1", [account.into()]).await?;
    execute(
        db,
        "INSERT INTO account_token (token_hash, account_id, purpose, expires_at) VALUES ($1, $2, 'invite', $3)",
        [
            Sha256::digest(code.as_bytes()).to_vec().into(),
            account.into(),
            (now + Duration::days(super::codes::VALID_DAYS)).into(),
        ],
    )
    .await?;
    invited(db, account).await?;
    Ok([&code[..4], &code[4..8], &code[8..12], &code[12..]].join("-"))
}

/// Ends an account's sessions.
pub(super) async fn end_sessions(
    db: &impl ConnectionTrait,
    account: i64,
    _except: Option<&[u8]>,
) -> Result<u64> {
    let ended = execute(db, "DELETE FROM session WHERE account_id = $1", [account.into()]).await?;
    Ok(ended.rows_affected())
}
