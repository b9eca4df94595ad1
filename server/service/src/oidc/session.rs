//! TO MERGE: stands in for `sign_in::start_session`, which takes this insert's place.

use crate::{
    Result, Services,
    db::execute,
    sign_in::{SessionToken, token_hash},
};

/// Begins a session for an account that [`super::sign_in`] has let in. The provider answers for the
/// factors it asked for, so the session waits for no second one of ours.
///
/// # Errors
/// When the database refuses.
pub async fn start_session(services: &Services, account: i64) -> Result<SessionToken> {
    let token = SessionToken::new()?;
    execute(
        services.db.writer(),
        "INSERT INTO session (token_hash, account_id, created_at, seen_at, state) VALUES ($1, $2, $3, $3, 'full')",
        [token_hash(token.as_str()).into(), account.into(), services.now().into()],
    )
    .await?;
    Ok(token)
}
