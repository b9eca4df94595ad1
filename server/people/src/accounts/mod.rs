//! Accounts: made, kept by their owners, closed.

pub mod account_tokens;
mod browser_name;
mod close;
mod create;
mod own_account;
mod own_data;
mod passwords;

use crate::People;
pub use browser_name::{DeviceKey, device_key, shelf};
pub use close::close;
pub use create::create_account;
use domain::{AccountId, Lang, Right, access::Theme, audit::Event};
pub use own_account::{end_other_sessions, end_session, page};
pub use own_data::own_data;
pub use passwords::change_password;
use sea_orm::ConnectionTrait;

use crate::sign_in::{login_of, password, second_factor};
use base::{
    Actor, Base, Error, Result,
    audit::{self, Entry},
    authorize,
    db::{execute, exists, value},
    outbox,
};
use organisation::changes::By;

/// Ends all sessions of an account, but for the one with this hash; gives their number.
///
/// # Errors
/// When the database refuses.
pub async fn end_sessions(
    db: &impl ConnectionTrait,
    account: AccountId,
    except: Option<&[u8]>,
) -> Result<u64> {
    let ended = match except {
        None => execute(db, "DELETE FROM session WHERE account_id = $1", [account.into()]).await?,
        Some(hash) => {
            execute(
                db,
                "DELETE FROM session WHERE account_id = $1 AND token_hash <> $2",
                [account.into(), hash.to_vec().into()],
            )
            .await?
        }
    };
    Ok(ended.rows_affected())
}

/// Remembers language and theme for the person's other devices; not for the accounts of the demo, which
/// many people use at once.
///
/// # Errors
/// When the database refuses.
pub async fn keep_preferences(
    people: &People,
    actor: Option<&Actor>,
    lang: Option<Lang>,
    theme: Option<Theme>,
) -> Result<()> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let login: Option<String> =
        value(&people.db.reader, "SELECT login FROM account WHERE id = $1", [actor.account.into()]).await?;
    if login.is_some_and(|login| people.demo_sign_ins.iter().any(|shared| shared.email == login)) {
        return Ok(());
    }
    let choices = [("lang", lang.map(Lang::tag)), ("theme", theme.map(Theme::name))];
    for (column, choice) in choices {
        if let Some(choice) = choice {
            let statement = format!("UPDATE account SET {column} = $1 WHERE id = $2");
            execute(people.db.writer(), &statement, [choice.into(), actor.account.into()]).await?;
        }
    }
    Ok(())
}

/// Whether the person gets mail about open rounds.
///
/// # Errors
/// When the database refuses.
pub async fn keep_reminders(base: &Base, actor: Option<&Actor>, wants: bool) -> Result<()> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let statement = "UPDATE account SET wants_reminders = $1 WHERE id = $2";
    execute(base.db.writer(), statement, [wants.into(), actor.account.into()]).await?;
    Ok(())
}

/// Whether somebody who manages gets the weekly letter.
///
/// # Errors
/// When the database refuses.
pub async fn keep_weekly(base: &Base, actor: Option<&Actor>, wants: bool) -> Result<()> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let statement = "UPDATE account SET wants_weekly = $1 WHERE id = $2";
    execute(base.db.writer(), statement, [wants.into(), actor.account.into()]).await?;
    Ok(())
}

/// Whether somebody who looks after cases gets the letter of the morning.
///
/// # Errors
/// When the database refuses.
pub async fn keep_digest(base: &Base, actor: Option<&Actor>, wants: bool) -> Result<()> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let statement = "UPDATE account SET wants_digest = $1 WHERE id = $2";
    execute(base.db.writer(), statement, [wants.into(), actor.account.into()]).await?;
    Ok(())
}

/// The account with this login.
///
/// # Errors
/// One line when there is none.
pub async fn by_login(db: &impl ConnectionTrait, login: &str) -> Result<AccountId> {
    let login = login_of(login);
    let account = value(db, "SELECT id FROM account WHERE login = $1", [login.as_str().into()]).await?;
    account.ok_or_else(|| Error::Internal(format!("nobody signs in as {login:?}")))
}

/// Opens a locked account again, for the command line. Without a password it waits for a new code.
///
/// # Errors
/// One line when it is not locked.
pub async fn unlock(base: &Base, login: &str) -> Result<()> {
    let transaction = base.db.begin().await?;
    let account = by_login(&transaction, login).await?;
    let opened = execute(
        &transaction,
        "UPDATE account SET state = CASE WHEN password_hash = $1 THEN 'new' ELSE 'active' END
         WHERE id = $2 AND state = 'locked'",
        [password::NO_PASSWORD.into(), account.into()],
    )
    .await?;
    if opened.rows_affected() == 0 {
        return Err(Error::Internal(format!("{login} is not locked")));
    }
    let entry = Entry { subject: Some(account), ..Entry::new(Event::AccountUnlocked, None) };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    Ok(())
}

/// For the command line, when somebody has lost their second factor and the recovery codes, and has shown in person
/// who they are: takes factor, password and sessions away, and gives a code for paper to begin anew with. By itself
/// neither the password nor a letter to their address would let them past the factor; nor does it after this.
///
/// # Errors
/// One line when nobody signs in so, or without a second factor; `AccountClosed` for an account that is locked.
pub async fn replace_lost_factor(base: &Base, by: &By, login: &str) -> Result<String> {
    let transaction = base.db.begin().await?;
    let account = by_login(&transaction, login).await?;
    let has_factor = "SELECT 1 AS found FROM account WHERE id = $1 AND has_second_factor = TRUE";
    if !exists(&transaction, has_factor, [account.into()]).await? {
        return Err(Error::Internal(format!("{login} has no second factor")));
    }
    second_factor::clear(&transaction, account).await?;
    execute(
        &transaction,
        "UPDATE account SET password_hash = $1, state = 'new' WHERE id = $2 AND state = 'active'",
        [password::NO_PASSWORD.into(), account.into()],
    )
    .await?;
    end_sessions(&transaction, account, None).await?;
    let entry = Entry { subject: Some(account), ..Entry::new(Event::SecondFactorRemoved, by.account) };
    audit::record(&transaction, by.now, &entry).await?;
    let code = account_tokens::print_code(&transaction, by, account, None).await?;
    outbox::queue(&transaction, by.now, outbox::Kind::SecondFactorChanged, Some(account)).await?;
    transaction.commit().await?;
    Ok(code)
}

/// Whether mail can reach an account.
///
/// # Errors
/// When the database refuses.
pub async fn has_address(db: &impl ConnectionTrait, account: AccountId) -> Result<bool> {
    let sql = "SELECT 1 AS found FROM account WHERE id = $1 AND email IS NOT NULL";
    Ok(exists(db, sql, [account.into()]).await?)
}
