//! From a password, or a code after it, to a session.

use crate::People;
use domain::{
    AccountId, Lang, Problem,
    access::Theme,
    audit::Event,
    people::{account::LONGEST_LOGIN, register::AccountState},
};
use sea_orm::FromQueryResult;

use super::{password, second_factor, sessions};
use crate::{
    sign_in::{SessionState, SessionToken, Waiting, WaitsFor},
    stored_words,
};
use base::{
    Base, Result,
    audit::{self, Entry},
    db::{execute, one, value},
    limits::Share,
};

/// Somebody tries to sign in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Attempt<'a> {
    /// E-mail address or employee number.
    pub login: &'a str,
    /// Password.
    pub password: &'a str,
    /// Network address it comes from; empty when not known.
    pub address: &'a str,
    /// Browser and system, as [`super::device`] names them.
    pub device: &'a str,
}

/// A session begun, and what its person has chosen for every device.
pub struct Entered {
    /// Who.
    pub account: AccountId,
    /// Token for the cookie.
    pub token: SessionToken,
    /// Whether the code of the second factor is still to come.
    pub needs_code: bool,
    /// Language.
    pub lang: Option<Lang>,
    /// Theme.
    pub theme: Option<Theme>,
}

/// Signs in with login and password, from nowhere in particular.
///
/// # Errors
/// As [`enter`].
pub async fn sign_in(people: &People, login: &str, password: &str) -> Result<SessionToken> {
    Ok(enter(people, &Attempt { login, password, ..Attempt::default() }).await?.token)
}

/// The account of somebody who tries to sign in.
#[derive(FromQueryResult)]
struct Entrant {
    id: AccountId,
    password_hash: String,
    state: String,
    has_second_factor: bool,
    lang: Option<String>,
    theme: Option<String>,
}

impl Entrant {
    /// What the person has chosen for every device.
    fn choices(&self) -> Result<(Option<Lang>, Option<Theme>)> {
        let lang = self.lang.as_deref().map(stored_words::lang).transpose()?;
        Ok((lang, self.theme.as_deref().map(stored_words::theme).transpose()?))
    }
}

/// Signs in with login and password and begins a new session.
///
/// # Errors
/// `WrongSignIn` for an unknown login, a wrong password or an account that was never opened, alike in
/// answer and work; `AccountClosed` after the right password of a closed one; `TooManyAttempts` after
/// ten wrong ones in a quarter of an hour, or fifty from one network address.
pub async fn enter(people: &People, attempt: &Attempt<'_>) -> Result<Entered> {
    let login = login_of(attempt.login);
    if login.chars().count() > LONGEST_LOGIN {
        return Err(Problem::WrongSignIn.into());
    }
    let share = Share::of_login(&login, attempt.address);
    share.take(people).await?;
    let found: Option<Entrant> = one(
        &people.db.reader,
        "SELECT id, password_hash, state, has_second_factor, lang, theme FROM account WHERE login = $1",
        [login.as_str().into()],
    )
    .await?;
    let hash = found.as_ref().map(|found| found.password_hash.clone());
    let is_right = password::verify(people, attempt.password, hash).await?;
    let now = people.now();
    let Some(found) = found.filter(|_| is_right) else {
        record_wrong(people, &login).await?;
        return Err(Problem::WrongSignIn.into());
    };
    match stored_words::state(&found.state)? {
        AccountState::Active => {}
        AccountState::Locked | AccountState::Left => return Err(Problem::AccountClosed.into()),
        AccountState::None | AccountState::New | AccountState::Invited => {
            record_wrong(people, &login).await?;
            return Err(Problem::WrongSignIn.into());
        }
    }
    let (account, has_factor) = (found.id, found.has_second_factor);
    let (lang, theme) = found.choices()?;
    let state = if has_factor { SessionState::NeedsCode } else { SessionState::Full };
    let transaction = people.db.begin().await?;
    // Checking a password takes a while: what it was checked against has to hold still. And what was shown
    // for setting up a factor and never confirmed may have been seen by somebody else.
    let unchanged = execute(
        &transaction,
        "UPDATE account SET totp_secret = CASE WHEN has_second_factor THEN totp_secret END
         WHERE id = $1 AND state = 'active' AND password_hash = $2 AND has_second_factor = $3",
        [account.into(), found.password_hash.into(), has_factor.into()],
    )
    .await?;
    if unchanged.rows_affected() == 0 {
        return Err(Problem::WrongSignIn.into());
    }
    if !has_factor {
        sessions::note(&transaction, now, Event::SignedIn, account).await?;
    }
    let token = sessions::begin(&transaction, account, attempt.device, now, state).await?;
    share.give_back_within(&transaction).await?;
    transaction.commit().await?;
    Ok(Entered { account, token, needs_code: has_factor, lang, theme })
}

/// Completes a sign-in with a code of the second factor, or a recovery code. The session gets a new
/// token: one that somebody saw before is worth nothing afterwards.
///
/// # Errors
/// `SignInNeeded` when nobody waits; `WrongCode`; `TooManyAttempts`.
pub async fn enter_code(base: &Base, waiting: Option<&Waiting>, code: &str) -> Result<SessionToken> {
    let waiting =
        waiting.filter(|waiting| waiting.waits_for == WaitsFor::Code).ok_or(Problem::SignInNeeded)?;
    let now = base.now();
    let transaction = base.db.begin().await?;
    let kind = second_factor::take_code(base, &transaction, waiting.account, code).await;
    // A recovery code that was used is gone, and a wrong attempt is written down: both are kept.
    if let Err(error) = kind {
        // After an error of the database this says it once more.
        transaction.commit().await?;
        return Err(error);
    }
    let device: String = value(
        &transaction,
        "DELETE FROM session WHERE token_hash = $1 AND state = 'needs_code' RETURNING device",
        [waiting.token_hash.clone().into()],
    )
    .await?
    .ok_or(Problem::SignInNeeded)?;
    let token = sessions::begin(&transaction, waiting.account, &device, now, SessionState::Full).await?;
    sessions::note(&transaction, now, Event::SignedIn, waiting.account).await?;
    transaction.commit().await?;
    Ok(token)
}

/// A login as it is stored.
pub fn login_of(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// Writes down a wrong attempt, known account or not: both take the same work, and the log does not
/// keep what was typed.
pub(super) async fn record_wrong(base: &Base, login: &str) -> Result<()> {
    let transaction = base.db.begin().await?;
    let mut subject: Option<AccountId> =
        value(&transaction, "SELECT id FROM account WHERE login = $1", [login.into()]).await?;
    if let Some(account) = subject
        && !sessions::is_more_than_employee(&transaction, account).await?
    {
        // A typing error on the way to a check-in would say who was on the way to one.
        subject = None;
    }
    let entry = Entry { subject, ..Entry::new(Event::SignInRefused, None) };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    tracing::info!("sign-in refused");
    Ok(())
}
