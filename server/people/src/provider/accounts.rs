//! Whose account it is. The key is the pair of issuer and subject: an e-mail address is only looked
//! at once, to find an account that somebody made for this person and nobody has used yet.

use crate::People;
use chrono::{DateTime, Utc};
use domain::{AccountId, PersonId, audit::Event, field::free_text, people::register::AccountState};
use sea_orm::{DbErr, FromQueryResult, SqlErr};
use sha2::{Digest, Sha256};

use super::{Identity, Oidc, Provisioning, provider_of, refused, roles};
use crate::{
    register::changes,
    sign_in::{is_more_than_employee, note_way_in, of_day},
    stored_words::{self, written},
};
use base::{
    Base, Error, Result,
    audit::{self, Entry},
    db::{Transaction, all, execute, one, value},
    tokens::hex,
};
use organisation::changes::{By, LONGEST_NAME, earliest_day};

/// The account of somebody the provider vouches for, with the roles its claim gives. Links the
/// account made for them, or makes one, where that is allowed.
///
/// # Errors
/// `ProviderRefused` for somebody without an account and for one that is locked or left: what state
/// an account is in is told to nobody who cannot use it.
pub async fn sign_in(people: &People, identity: &Identity) -> Result<AccountId> {
    let oidc = provider_of(people)?;
    match attempt(people, &oidc, identity).await {
        // The same person in two windows: the other one has just made the account.
        Err(Error::Database(error)) if is_taken(&error) => attempt(people, &oidc, identity).await,
        result => result,
    }
}

fn is_taken(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}

async fn attempt(base: &Base, oidc: &Oidc, identity: &Identity) -> Result<AccountId> {
    // Nobody here does it: the provider does.
    let by = By { account: None, now: base.now(), today: organisation::today(base).await? };
    let transaction = base.db.begin().await?;
    let (account, is_linked_now, is_new) = match linked(&transaction, identity).await? {
        Some(account) => (account, false, false),
        None => match invited(&transaction, identity).await? {
            Some((account, is_linked_now)) => (account, is_linked_now, false),
            None => (make(&transaction, oidc, identity).await?, true, true),
        },
    };
    if let Some(values) = &identity.roles {
        let teams = roles::apply(&transaction, &by, account, &oidc.provider.role_mapping, values).await?;
        if is_new && let Some(team) = teams.first() {
            let person: Option<Option<PersonId>> =
                value(&transaction, "SELECT person_id FROM account WHERE id = $1", [account.into()]).await?;
            let from = earliest_day(&transaction).await?.map_or(by.today, |day| day.max(by.today));
            if let Some(person) = person.flatten() {
                let by = By { now: of_day(by.now), ..by };
                changes::place(&transaction, &by, person, *team, from).await?;
            }
        }
    } else if let Some(claim) = &oidc.provider.role_claim {
        keep_roles(&transaction, by.now, account, claim).await?;
    }
    // Last, when it is known which roles they have.
    for (event, is_so) in [(Event::AccountMade, is_new), (Event::ProviderLinked, is_linked_now)] {
        if is_so {
            let entry = Entry { subject: Some(account), ..Entry::new(event, None) };
            note_way_in(&transaction, by.now, account, entry).await?;
        }
    }
    transaction.commit().await?;
    Ok(account)
}

/// An account that an identity is linked with.
#[derive(FromQueryResult)]
struct LinkedAccount {
    id: AccountId,
    state: String,
}

/// An absent claim is not an empty one, so the roles stay; whoever looks after the provider should know.
async fn keep_roles(
    transaction: &Transaction,
    now: DateTime<Utc>,
    account: AccountId,
    claim: &str,
) -> Result<()> {
    tracing::warn!(
        claim,
        "a token without the role claim: the roles stay as they are (providers leave it out for people in very many groups)"
    );
    // When employees sign in is written down nowhere.
    if is_more_than_employee(transaction, account).await? {
        let entry = Entry { subject: Some(account), ..Entry::new(Event::RolesKept, None) };
        audit::record(transaction, now, &entry).await?;
    }
    Ok(())
}

/// The account that this person has signed in to before.
async fn linked(transaction: &Transaction, identity: &Identity) -> Result<Option<AccountId>> {
    let account: Option<LinkedAccount> = one(
        transaction,
        "SELECT account.id, account.state FROM oidc_identity JOIN account ON account.id = oidc_identity.account_id
         WHERE oidc_identity.issuer = $1 AND oidc_identity.subject = $2",
        [identity.issuer.as_str().into(), identity.subject.as_str().into()],
    )
    .await?;
    let Some(account) = account else { return Ok(None) };
    match stored_words::state(&account.state)? {
        AccountState::Active => Ok(Some(account.id)),
        AccountState::New | AccountState::Invited => activate(transaction, account.id).await.map(Some),
        AccountState::None | AccountState::Locked | AccountState::Left => {
            Err(refused("the account is locked or its person has left"))
        }
    }
}

/// An account that an address leads to.
#[derive(FromQueryResult)]
struct AddressedAccount {
    id: AccountId,
    state: String,
    /// None for an account without an address.
    is_mailbox: Option<bool>,
    is_linked: bool,
}

/// The account made for this person and not used yet. Only an address that the provider has verified
/// counts, and only if it leads to one account and no other: with an address alone, nobody gets into
/// an account that somebody is using. Says as well whether the two were linked now.
async fn invited(transaction: &Transaction, identity: &Identity) -> Result<Option<(AccountId, bool)>> {
    let Some(email) = identity.email.as_deref() else { return Ok(None) };
    let accounts: Vec<AddressedAccount> = all(
        transaction,
        "SELECT id, state, LOWER(email) = $1 AS is_mailbox,
                EXISTS (SELECT 1 FROM oidc_identity WHERE account_id = account.id) AS is_linked
         FROM account WHERE LOWER(email) = $1 OR login = $1",
        [email.into()],
    )
    .await?;
    let Some(account) = accounts.first() else { return Ok(None) };
    let is_waiting = accounts.len() == 1
        && account.is_mailbox == Some(true)
        && matches!(stored_words::state(&account.state)?, AccountState::New | AccountState::Invited)
        && !account.is_linked;
    if !is_waiting {
        // Another window of the same person may have been quicker since they were looked for.
        if let Some(account) = linked(transaction, identity).await? {
            return Ok(Some((account, false)));
        }
        // Nor is another account made: two accounts for one person would be two votes in a round.
        return Err(refused("the e-mail address belongs to an account in use, or to several"));
    }
    if !identity.email_verified {
        return Err(refused("the e-mail address of a waiting account, but the provider has not verified it"));
    }
    let account = activate(transaction, account.id).await?;
    link(transaction, identity, account).await?;
    Ok(Some((account, true)))
}

/// Opens an account that was waiting for its person; an invitation under way is void.
async fn activate(transaction: &Transaction, account: AccountId) -> Result<AccountId> {
    let opened = execute(
        transaction,
        "UPDATE account SET state = 'active' WHERE id = $1 AND state IN ('new', 'invited')",
        [account.into()],
    )
    .await?;
    if opened.rows_affected() != 1 {
        return Err(refused("somebody else opened the account at the same moment"));
    }
    execute(transaction, "DELETE FROM account_token WHERE account_id = $1", [account.into()]).await?;
    Ok(account)
}

async fn link(transaction: &Transaction, identity: &Identity, account: AccountId) -> Result<()> {
    execute(
        transaction,
        "INSERT INTO oidc_identity (issuer, subject, account_id) VALUES ($1, $2, $3)",
        [identity.issuer.as_str().into(), identity.subject.as_str().into(), account.into()],
    )
    .await?;
    Ok(())
}

/// Makes a person and an account, where the settings allow it and the claim, if one is configured,
/// gives a role.
async fn make(transaction: &Transaction, oidc: &Oidc, identity: &Identity) -> Result<AccountId> {
    if oidc.provider.provisioning == Provisioning::PreProvisionedOnly {
        return Err(refused("no account was made for this person"));
    }
    let mapping = &oidc.provider.role_mapping;
    match &identity.roles {
        Some(values) if !roles::is_mapped(mapping, values) => {
            return Err(refused("the claim gives no role here"));
        }
        None if oidc.provider.role_claim.is_some() => {
            return Err(refused("a token without the role claim, and no account yet"));
        }
        _ => {}
    }
    // Mail goes to an address only if it is known to be the person's.
    let email = identity.email.as_deref().filter(|_| identity.email_verified);
    let number = Sha256::digest(format!("{}\n{}", identity.issuer, identity.subject).as_bytes());
    let number = format!("provider:{}", hex(&number[..16]));
    let given = identity.name.as_deref().and_then(|name| free_text(name, LONGEST_NAME).ok());
    let name = given.or_else(|| email.map(str::to_owned)).unwrap_or_else(|| "–".to_owned());
    let person: Option<PersonId> = value(
        transaction,
        "INSERT INTO person (external_id, name) VALUES ($1, $2) RETURNING id",
        [number.as_str().into(), name.as_str().into()],
    )
    .await?;
    let account = value(
        transaction,
        "INSERT INTO account (person_id, login, email, name, state, password_hash)
         VALUES ($1, $2, $3, $4, 'active', '!') RETURNING id",
        [written(person)?.into(), email.unwrap_or(&number).into(), email.into(), name.into()],
    )
    .await?;
    let account = written(account)?;
    link(transaction, identity, account).await?;
    Ok(account)
}
