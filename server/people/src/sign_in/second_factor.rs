//! The second factor: set up, asked for, taken away.

use crate::People;
use domain::{
    AccountId, Field, Problem, Right, Why,
    audit::Event,
    people::account::{FactorPage, SHORTEST_PASSWORD},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use zeroize::Zeroizing;

use super::{
    SessionToken, Waiting, WaitsFor, factor_secret::Cipher, password::NO_PASSWORD, prove, renew, totp,
};
use base::{
    Actor, Base, Error, Result,
    access::{authorize, require_proof},
    audit::{self, Entry},
    codes,
    db::{execute, exists, one},
    limits::Share,
    outbox,
    tokens::random,
};

/// Recovery codes made at a time.
const RECOVERY_CODES: usize = 10;

/// Somebody who may set up a second factor: signed in, or kept from it until there is one.
pub struct Keeper {
    account: AccountId,
    token_hash: Vec<u8>,
    is_required: bool,
}

/// Who may set up a second factor in this session.
///
/// # Errors
/// `SignInNeeded`.
pub fn keeper(actor: Option<&Actor>, waiting: Option<&Waiting>) -> Result<Keeper> {
    if let Some(waiting) = waiting.filter(|waiting| waiting.waits_for == WaitsFor::Factor) {
        let token_hash = waiting.token_hash.clone();
        return Ok(Keeper { account: waiting.account, token_hash, is_required: true });
    }
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let session = actor.session.as_ref().ok_or(Problem::SignInNeeded)?;
    Ok(Keeper { account: actor.account, token_hash: session.token_hash.clone(), is_required: false })
}

/// What an app needs to know; made at the first look and kept until it is confirmed.
///
/// # Errors
/// `ChangedMeanwhile` when there is a second factor already.
pub async fn set_up_page(base: &Base, keeper: &Keeper) -> Result<FactorPage> {
    let organisation = organisation::find(&base.db.reader).await?.name;
    let cipher = Cipher::of(base).await?;
    let fresh = cipher.seal(keeper.account, &random::<{ totp::SECRET_BYTES }>()?)?;
    let db = base.db.writer();
    execute(
        db,
        "UPDATE account SET totp_secret = $1 WHERE id = $2 AND totp_secret IS NULL AND has_second_factor = FALSE",
        [fresh.into(), keeper.account.into()],
    )
    .await?;
    let Pending { totp_secret, login } = pending(db, keeper.account).await?;
    let secret = opened(&cipher, keeper.account, &totp_secret)?;
    Ok(FactorPage {
        picture: totp::picture(&secret, &organisation, &login)?,
        secret: totp::spelled(&secret),
        is_required: keeper.is_required,
    })
}

/// A second factor that is shown and not yet confirmed.
#[derive(FromQueryResult)]
struct Pending {
    totp_secret: Vec<u8>,
    login: String,
}

/// A secret that was made a moment ago.
fn opened(cipher: &Cipher, account: AccountId, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    cipher.open(account, sealed).ok_or_else(|| {
        Error::Keys(
            "a second factor that was begun does not open any more; take it away and begin anew".to_owned(),
        )
    })
}

async fn pending(db: &impl ConnectionTrait, account: AccountId) -> Result<Pending> {
    let found = one(
        db,
        "SELECT totp_secret, login FROM account
         WHERE id = $1 AND state = 'active' AND has_second_factor = FALSE AND totp_secret IS NOT NULL",
        [account.into()],
    )
    .await?;
    Ok(found.ok_or(Problem::ChangedMeanwhile)?)
}

/// Turns the second factor on, when the app shows the right code. Other sessions end; this one gets a
/// new token. The recovery codes are given out once.
///
/// # Errors
/// `WrongCode`, `TooManyAttempts`, `ChangedMeanwhile`.
pub async fn confirm(base: &Base, keeper: &Keeper, code: &str) -> Result<(SessionToken, Vec<String>)> {
    let share = Share::of("code", &keeper.account.to_string(), "");
    share.take(base).await?;
    let now = base.now();
    let cipher = Cipher::of(base).await?;
    let transaction = base.db.begin().await?;
    let pending = pending(&transaction, keeper.account).await?;
    let secret = opened(&cipher, keeper.account, &pending.totp_secret)?;
    let step = totp::step_of(&secret, code, now, 0)?.ok_or(Problem::WrongCode)?;
    execute(
        &transaction,
        "UPDATE account SET has_second_factor = TRUE, totp_step = $1 WHERE id = $2",
        [step.into(), keeper.account.into()],
    )
    .await?;
    let recovery = make_recovery_codes(&transaction, keeper.account).await?;
    let token = renew(&transaction, keeper.account, &keeper.token_hash, now).await?;
    let entry =
        Entry { subject: Some(keeper.account), ..Entry::new(Event::SecondFactorAdded, Some(keeper.account)) };
    audit::record(&transaction, now, &entry).await?;
    outbox::queue(&transaction, now, outbox::Kind::SecondFactorChanged, Some(keeper.account)).await?;
    share.give_back_within(&transaction).await?;
    transaction.commit().await?;
    Ok((token, recovery))
}

/// Takes the second factor away. The password is asked for, because without the factor it has to be
/// long enough by itself.
///
/// # Errors
/// `SecondFactorNeeded` when a role asks for one, `Invalid` for a wrong or short password.
pub async fn remove(people: &People, actor: Option<&Actor>, password: &str) -> Result<()> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    require_proof(actor)?;
    let is_required = actor.grants.iter().any(|grant| grant.role.needs_second_factor());
    if is_required && !organisation::find(&people.db.reader).await?.is_synthetic {
        return Err(Problem::SecondFactorNeeded.into());
    }
    if has_password(people, actor.account).await? {
        prove::check_password(people, actor.account, password).await?;
        if password.chars().count() < SHORTEST_PASSWORD {
            return Err(Problem::invalid(Field::Password, Why::TooShort).into());
        }
    }
    let now = people.now();
    let transaction = people.db.begin().await?;
    clear(&transaction, actor.account).await?;
    let entry =
        Entry { subject: Some(actor.account), ..Entry::new(Event::SecondFactorRemoved, Some(actor.account)) };
    audit::record(&transaction, now, &entry).await?;
    outbox::queue(&transaction, now, outbox::Kind::SecondFactorChanged, Some(actor.account)).await?;
    transaction.commit().await?;
    Ok(())
}

async fn has_password(base: &Base, account: AccountId) -> Result<bool> {
    let has_password = exists(
        &base.db.reader,
        "SELECT 1 AS found FROM account WHERE id = $1 AND password_hash <> $2",
        [account.into(), NO_PASSWORD.into()],
    )
    .await?;
    Ok(has_password)
}

/// Erases an account's second factor.
pub async fn clear(db: &impl ConnectionTrait, account: AccountId) -> Result<()> {
    // The last step stays: a factor set up anew takes no code that was taken before.
    execute(
        db,
        "UPDATE account SET totp_secret = NULL, has_second_factor = FALSE WHERE id = $1",
        [account.into()],
    )
    .await?;
    execute(db, "DELETE FROM recovery_code WHERE account_id = $1", [account.into()]).await?;
    Ok(())
}

/// New recovery codes; the old ones are worth nothing from here on.
///
/// # Errors
/// `ProofNeeded`; `NotFound` without a second factor.
pub async fn new_recovery_codes(base: &Base, actor: Option<&Actor>) -> Result<Vec<String>> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    require_proof(actor)?;
    let now = base.now();
    let transaction = base.db.begin().await?;
    let has_factor = exists(
        &transaction,
        "SELECT 1 AS found FROM account WHERE id = $1 AND has_second_factor = TRUE",
        [actor.account.into()],
    )
    .await?;
    if !has_factor {
        return Err(Problem::NotFound.into());
    }
    let recovery = make_recovery_codes(&transaction, actor.account).await?;
    let entry =
        Entry { subject: Some(actor.account), ..Entry::new(Event::RecoveryCodesMade, Some(actor.account)) };
    audit::record(&transaction, now, &entry).await?;
    transaction.commit().await?;
    Ok(recovery)
}

async fn make_recovery_codes(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<String>> {
    execute(db, "DELETE FROM recovery_code WHERE account_id = $1", [account.into()]).await?;
    let mut recovery = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        let code = codes::fresh::<24>()?;
        execute(
            db,
            "INSERT INTO recovery_code (account_id, code_hash) VALUES ($1, $2)",
            [account.into(), codes::hash(account, &code).into()],
        )
        .await?;
        recovery.push(codes::grouped(&code, 4));
    }
    Ok(recovery)
}

/// A second factor in use.
#[derive(FromQueryResult)]
struct ConfirmedFactor {
    totp_secret: Vec<u8>,
    /// Time step of the last code taken.
    totp_step: i64,
}

/// Takes a code of the second factor, or a recovery code; each once. What it writes has to be kept
/// also when it fails.
///
/// # Errors
/// `WrongCode`, `TooManyAttempts`.
pub(super) async fn take_code(
    base: &Base,
    db: &impl ConnectionTrait,
    account: AccountId,
    typed: &str,
) -> Result<()> {
    let share = Share::of("code", &account.to_string(), "");
    let now = base.now();
    share.take_within(db, now).await?;
    let factor: ConfirmedFactor = one(
        db,
        "SELECT totp_secret, totp_step FROM account
         WHERE id = $1 AND state = 'active' AND has_second_factor = TRUE",
        [account.into()],
    )
    .await?
    .ok_or(Problem::WrongCode)?;
    let subject = Some(account);
    let secret = Cipher::kept(base).await?.and_then(|cipher| cipher.open(account, &factor.totp_secret));
    if secret.is_none() {
        // A recovery code still lets its owner in.
        tracing::error!(
            "the secret of a second factor does not open: its key is not in {}",
            base.keys.place()
        );
    }
    let step = secret.map(|secret| totp::step_of(&secret, typed, now, factor.totp_step)).transpose()?;
    if let Some(step) = step.flatten() {
        // Two requests with the same code: only the first finds the older step.
        let taken = execute(
            db,
            "UPDATE account SET totp_step = $1 WHERE id = $2 AND totp_step < $1",
            [step.into(), account.into()],
        )
        .await?;
        if taken.rows_affected() == 1 {
            share.give_back_within(db).await?;
            return Ok(());
        }
    }
    let used = execute(
        db,
        "DELETE FROM recovery_code WHERE account_id = $1 AND code_hash = $2",
        [account.into(), codes::hash(account, typed).into()],
    )
    .await?;
    let is_right = used.rows_affected() == 1;
    let event = if is_right { Event::RecoveryCodeUsed } else { Event::SignInRefused };
    if super::sessions::is_more_than_employee(db, account).await? {
        audit::record(db, now, &Entry { subject, ..Entry::new(event, is_right.then_some(account)) }).await?;
    }
    if is_right {
        share.give_back_within(db).await?;
        return Ok(());
    }
    Err(Problem::WrongCode.into())
}
