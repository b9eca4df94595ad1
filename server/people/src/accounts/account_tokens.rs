//! Tokens that let somebody set a password, or a device answer, once: in the address of a letter, or as a printed code.

use crate::People;
use chrono::{DateTime, Duration, Utc};
use domain::{
    AccountId, Field, PersonId, Problem, UnitId, Why,
    audit::Event,
    people::{
        account::{
            LONGEST_LOGIN, NewPassword, SHORTEST_PASSWORD, SHORTEST_WITH_FACTOR, WelcomePage, Welcomed,
        },
        register::AccountState,
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    end_sessions,
    passwords::{Person, set},
};
use crate::{
    sign_in::{SessionState, SessionToken, begin, is_more_than_employee, login_of, note_way_in},
    stored_words,
};
use base::{
    Base, Error, Result,
    audit::{self, Entry},
    codes,
    db::{execute, one, value},
    limits::Share,
    outbox,
    tokens::{hex, random, token_hash},
};
use organisation::changes::By;

/// What a token is for. One kind never passes for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The first password of an account.
    Invite,
    /// A new password of an account in use.
    Reset,
}

impl Purpose {
    /// The word in the database and in the address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invite => "invite",
            Self::Reset => "reset",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Invite, Self::Reset].into_iter().find(|purpose| purpose.name() == name)
    }

    const fn lasts(self) -> Duration {
        match self {
            Self::Invite => Duration::days(7),
            Self::Reset => Duration::minutes(15),
        }
    }

    /// Whether it fits an account in this state.
    fn fits(self, state: AccountState) -> bool {
        match self {
            Self::Invite => matches!(state, AccountState::New | AccountState::Invited),
            Self::Reset => state == AccountState::Active,
        }
    }

    fn of(state: AccountState) -> Option<Self> {
        [Self::Invite, Self::Reset].into_iter().find(|purpose| purpose.fits(state))
    }
}

/// How long a printed code lasts.
const CODE_LASTS: Duration = Duration::days(7);
/// Who asks again within this time has the letter on its way.
const BETWEEN_LETTERS: Duration = Duration::minutes(2);

/// A token as somebody brings it, by following the address in a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountToken {
    /// What it says it is for.
    pub purpose: Purpose,
    /// What proves it: 64 hexadecimal digits.
    pub secret: String,
}

impl AccountToken {
    /// Reads `invite:0123…`.
    pub fn parse(text: &str) -> Option<Self> {
        let (purpose, secret) = text.split_once(':')?;
        let is_token = secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
        Some(Self { purpose: Purpose::from_name(purpose)?, secret: secret.to_owned() }).filter(|_| is_token)
    }
}

/// Whether what was typed has the form of a printed code of an account.
pub fn is_printed_code(typed: &str) -> bool {
    codes::has_form(typed, 16)
}

async fn state_of(db: &impl ConnectionTrait, account: AccountId) -> Result<AccountState> {
    let state: Option<String> =
        value(db, "SELECT state FROM account WHERE id = $1", [account.into()]).await?;
    stored_words::state(&state.ok_or(Problem::NotFound)?)
}

/// Puts an invitation into the post. The account is `invited` from here on.
///
/// # Errors
/// `AccountClosed` when it is neither new nor invited; when the database refuses.
pub async fn queue_invite(db: &impl ConnectionTrait, by: &By, account: AccountId) -> Result<()> {
    if !Purpose::Invite.fits(state_of(db, account).await?) {
        return Err(Problem::AccountClosed.into());
    }
    execute(db, "UPDATE account SET state = 'invited' WHERE id = $1 AND state = 'new'", [account.into()])
        .await?;
    outbox::queue(db, by.now, outbox::Kind::Invite, Some(account)).await?;
    let entry =
        Entry { subject: Some(account), detail: "invite", ..Entry::new(Event::LinkAsked, by.account) };
    audit::record(db, by.now, &entry).await
}

/// Makes a code for paper and gives it in groups of four; older links and codes end. `unit` is
/// where the person belongs, for the audit log. For an account
/// not yet in use it sets the first password, for one in use a new one.
///
/// # Errors
/// `AccountClosed` for a locked account or that of somebody who left.
pub async fn print_code(
    db: &impl ConnectionTrait,
    by: &By,
    account: AccountId,
    unit: Option<UnitId>,
) -> Result<String> {
    let purpose = Purpose::of(state_of(db, account).await?).ok_or(Problem::AccountClosed)?;
    let code = codes::fresh::<16>()?;
    execute(db, "UPDATE account SET state = 'invited' WHERE id = $1 AND state = 'new'", [account.into()])
        .await?;
    store(db, account, purpose, codes::hash(account, &code), by.now + CODE_LASTS).await?;
    let entry = Entry { subject: Some(account), unit, ..Entry::new(Event::CodePrinted, by.account) };
    audit::record(db, by.now, &entry).await?;
    Ok(codes::grouped(&code, 4))
}

/// Makes a token at the moment its letter is sent; none when the account no longer fits it.
pub async fn issue(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    account: AccountId,
    purpose: Purpose,
) -> Result<Option<String>> {
    if !purpose.fits(state_of(db, account).await?) {
        return Ok(None);
    }
    let token = hex(&random::<32>()?);
    let (hash, expires_at) = (token_hash(&token), now + purpose.lasts());
    match purpose {
        Purpose::Invite => store(db, account, purpose, hash, expires_at).await?,
        // Anybody can ask for such a letter. It must not end the one that its owner is about to follow.
        Purpose::Reset => {
            let sql =
                "DELETE FROM account_token WHERE account_id = $1 AND (purpose <> $2 OR expires_at <= $3)";
            execute(db, sql, [account.into(), purpose.name().into(), now.into()]).await?;
            add(db, account, purpose, hash, expires_at).await?;
        }
    }
    Ok(Some(token))
}

/// Stores a token that replaces all others.
async fn store(
    db: &impl ConnectionTrait,
    account: AccountId,
    purpose: Purpose,
    hash: Vec<u8>,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    execute(db, "DELETE FROM account_token WHERE account_id = $1", [account.into()]).await?;
    add(db, account, purpose, hash, expires_at).await
}

async fn add(
    db: &impl ConnectionTrait,
    account: AccountId,
    purpose: Purpose,
    hash: Vec<u8>,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    execute(
        db,
        "INSERT INTO account_token (token_hash, account_id, purpose, expires_at) VALUES ($1, $2, $3, $4)",
        [hash.into(), account.into(), purpose.name().into(), expires_at.into()],
    )
    .await?;
    Ok(())
}

/// Somebody forgot the password. The answer and the work are the same whether or not there is such an
/// account: a row of mail is written in any case.
///
/// # Errors
/// `TooManyAttempts`, known login or not.
pub async fn ask_reset(base: &Base, login: &str, address: &str) -> Result<()> {
    let login = login_of(login);
    if login.chars().count() > LONGEST_LOGIN {
        return Ok(());
    }
    // Counted for login and address together: who asks for somebody else's login from elsewhere must not use up
    // the share of its owner.
    Share::of("forgot", &format!("{login} from {address}"), address).take(base).await?;
    let now = base.now();
    let transaction = base.db.begin().await?;
    let account: Option<AccountId> = value(
        &transaction,
        "SELECT id FROM account WHERE login = $1 AND state = 'active' AND email IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM oidc_identity WHERE account_id = account.id)",
        [login.as_str().into()],
    )
    .await?;
    let lately =
        outbox::is_queued_since(&transaction, outbox::Kind::Reset, account, now - BETWEEN_LETTERS).await?;
    // The row is written in any case; without an account nothing is sent.
    let addressee = account.filter(|_| !lately);
    outbox::queue(&transaction, now, outbox::Kind::Reset, addressee).await?;
    let entry = Entry { subject: account, detail: "reset", ..Entry::new(Event::LinkAsked, None) };
    match account {
        Some(account) => note_way_in(&transaction, now, account, entry).await?,
        None => audit::record(&transaction, now, &entry).await?,
    }
    transaction.commit().await?;
    Ok(())
}

/// A token with how its account stands.
#[derive(FromQueryResult)]
struct HeldToken {
    account_id: AccountId,
    purpose: String,
    state: String,
}

/// Account and purpose behind a hash that still holds.
async fn holder(
    db: &impl ConnectionTrait,
    hash: &[u8],
    purpose: Option<Purpose>,
    now: DateTime<Utc>,
) -> Result<Option<(AccountId, Purpose)>> {
    let token: Option<HeldToken> = one(
        db,
        "SELECT account_token.account_id, account_token.purpose, account.state
         FROM account_token JOIN account ON account.id = account_token.account_id
         WHERE account_token.token_hash = $1 AND account_token.expires_at > $2",
        [hash.to_vec().into(), now.into()],
    )
    .await?;
    let Some(token) = token else { return Ok(None) };
    let held = Purpose::from_name(&token.purpose)
        .ok_or_else(|| Error::stored("account_token.purpose", &token.purpose))?;
    let fits = purpose.is_none_or(|wanted| wanted == held) && held.fits(stored_words::state(&token.state)?);
    Ok(fits.then_some((token.account_id, held)))
}

/// Whom a token greets. Looking uses nothing up: mail programs look before people do.
///
/// # Errors
/// `LinkExpired`.
pub async fn welcome_page(base: &Base, token: Option<&AccountToken>) -> Result<WelcomePage> {
    let Some(token) = token else { return Ok(WelcomePage { person: None }) };
    let hash = token_hash(&token.secret);
    let found = holder(&base.db.reader, &hash, Some(token.purpose), base.now()).await?;
    let (account, purpose) = found.ok_or(Problem::LinkExpired)?;
    let person = Person::find(base, account).await?;
    let shortest = if person.has_factor { SHORTEST_WITH_FACTOR } else { SHORTEST_PASSWORD };
    Ok(WelcomePage {
        person: Some(Welcomed {
            shortest: u32::try_from(shortest).unwrap_or(u32::MAX),
            name: person.name,
            login: person.login,
            is_new: purpose == Purpose::Invite,
            only_answers: !is_more_than_employee(&base.db.reader, account).await?,
        }),
    })
}

/// What somebody wants who brings a token.
#[derive(Clone, Copy, Debug)]
pub enum Wish<'a> {
    /// To sign in in full from now on, with this password.
    Password(&'a NewPassword),
    /// To answer on this device, without a password.
    Answer,
}

/// Sets a password by a token, or signs the device in to answer.
///
/// # Errors
/// `LinkExpired`; `Invalid` for a password that is not taken, after which the token still holds, and without one
/// where a role needs it.
pub async fn redeem_token(
    people: &People,
    token: &AccountToken,
    wish: Wish<'_>,
    device: &str,
) -> Result<(SessionToken, bool)> {
    let hash = token_hash(&token.secret);
    let found = holder(&people.db.reader, &hash, Some(token.purpose), people.now()).await?;
    let (account, _) = found.ok_or(Problem::LinkExpired)?;
    redeem(people, account, &hash, Way::Link, wish, device).await
}

/// Sets a password by login and printed code, or signs the device in to answer.
///
/// # Errors
/// `Invalid` for a wrong login or code, alike, or for a password that is not taken;
/// `TooManyAttempts`.
pub async fn redeem_code(
    people: &People,
    login: &str,
    code: &str,
    wish: Wish<'_>,
    (address, device): (&str, &str),
) -> Result<(SessionToken, bool)> {
    let login = login_of(login);
    if login.chars().count() > LONGEST_LOGIN {
        return Err(Problem::invalid(Field::Code, Why::Wrong).into());
    }
    let share = Share::of_login(&login, address);
    share.take(people).await?;
    let sql = "SELECT id FROM account WHERE login = $1";
    // Nobody has the number 0: an unknown login takes as long as a wrong code.
    let account: Option<AccountId> = value(&people.db.reader, sql, [login.as_str().into()]).await?;
    let account = account.unwrap_or(AccountId::new(0));
    let hash = codes::hash(account, code);
    let found = holder(&people.db.reader, &hash, None, people.now()).await?;
    let (account, _) =
        found.filter(|(holder, _)| *holder == account).ok_or(Problem::invalid(Field::Code, Why::Wrong))?;
    share.give_back(people).await?;
    redeem(people, account, &hash, Way::PrintedCode, wish, device).await
}

/// What somebody came by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Link,
    PrintedCode,
}

/// Uses a token up and begins a new session. With a password all others end, and it says whether the code of the
/// second factor is still to come: a link by mail does not stand in for it. Without one the device may answer.
async fn redeem(
    people: &People,
    account: AccountId,
    hash: &[u8],
    way: Way,
    wish: Wish<'_>,
    device: &str,
) -> Result<(SessionToken, bool)> {
    let person = Person::find(people, account).await?;
    let password = match wish {
        Wish::Password(form) => Some(person.checked_hash(people, form).await?),
        Wish::Answer => None,
    };
    let now = people.now();
    let transaction = people.db.begin().await?;
    if password.is_none() && is_more_than_employee(&transaction, account).await? {
        return Err(Problem::invalid(Field::NewPassword, Why::Missing).into());
    }
    let has_factor = use_up(&transaction, account, hash, now).await?;
    if way == Way::PrintedCode {
        // Whoever printed the code could be whoever signs in: for a quarter such a ballot carries no figure.
        let sql = "SELECT person_id FROM account WHERE id = $1";
        let person: Option<Option<PersonId>> = value(&transaction, sql, [account.into()]).await?;
        if let Some(person) = person.flatten() {
            let today = organisation::find(&transaction).await?.local_day(now);
            organisation::roster::note_opened_by_code(&transaction, person, today).await?;
        }
    }
    let state = match (&password, has_factor) {
        (None, _) => SessionState::Answers,
        (Some(_), true) => SessionState::NeedsCode,
        (Some(_), false) => SessionState::Full,
    };
    let event = match &password {
        Some(password) => {
            set(&transaction, account, password).await?;
            end_sessions(&transaction, account, None).await?;
            outbox::queue(&transaction, now, outbox::Kind::PasswordChanged, Some(account)).await?;
            Event::PasswordChanged
        }
        None => Event::DeviceOpened,
    };
    let token = begin(&transaction, account, device, now, state).await?;
    let entry = Entry { subject: Some(account), detail: "link", ..Entry::new(event, Some(account)) };
    note_way_in(&transaction, now, account, entry).await?;
    transaction.commit().await?;
    Ok((token, state == SessionState::NeedsCode))
}

/// Uses a token up, with all others that were sent to the same person. Says whether the account has a second factor.
async fn use_up(
    db: &impl ConnectionTrait,
    account: AccountId,
    hash: &[u8],
    now: DateTime<Utc>,
) -> Result<bool> {
    let used = execute(
        db,
        "DELETE FROM account_token WHERE token_hash = $1 AND account_id = $2 AND expires_at > $3",
        [hash.to_vec().into(), account.into(), now.into()],
    )
    .await?;
    if used.rows_affected() == 0 {
        return Err(Problem::LinkExpired.into());
    }
    execute(db, "DELETE FROM account_token WHERE account_id = $1", [account.into()]).await?;
    let has_factor: Option<bool> = value(
        db,
        "UPDATE account SET state = 'active' WHERE id = $1 AND state IN ('new', 'invited', 'active')
         RETURNING has_second_factor",
        [account.into()],
    )
    .await?;
    Ok(has_factor.ok_or(Problem::LinkExpired)?)
}
