//! What stands for a member outside: the address of the own page, what the desk's forms carry, and the pseudonym of visits.
//! Each is made with the key outside the database.

use base::{Base, Result, db::one, tokens::hex};
use chrono::NaiveDate;
use domain::{AccountId, Problem};
use sea_orm::ConnectionTrait;
use subtle::ConstantTimeEq;

use super::{COLUMNS, Stored};
use crate::{
    cards::key::{Key, Label},
    surveys::nonce_of,
};

/// Bytes of a nonce, and of what is made of it with the key.
pub(super) const NONCE: usize = 8;
const MAC: usize = 16;
/// Bytes of a pseudonym.
const PSEUDONYM: usize = 16;

/// What opens a member's own page.
pub(super) fn token(key: &Key, nonce: &[u8]) -> Result<String> {
    Ok(format!("{}{}", hex(nonce), hex(&key.code(Label::Member, &[nonce])?[..MAC])))
}

/// The address of the own page.
pub(super) fn address(key: &Key, nonce: &[u8], public_url: &str, lang: &str) -> Result<String> {
    Ok(format!("{}/member/{}?lang={lang}", public_url.trim_end_matches('/'), token(key, nonce)?))
}

/// What the desk's forms carry for a member who was found: good for this person on this day.
pub(super) fn handle(key: &Key, nonce: &[u8], account: AccountId, day: NaiveDate) -> Result<String> {
    let account = i64::from(account).to_be_bytes();
    let code = key.code(Label::AtDesk, &[nonce, &account, day.to_string().as_bytes()])?;
    Ok(format!("{}{}", hex(nonce), hex(&code[..MAC])))
}

async fn by_nonce(
    db: &impl ConnectionTrait,
    typed: &str,
    wanted: impl Fn(&[u8]) -> Result<String>,
) -> Result<Stored> {
    let nonce = nonce_of(typed).ok_or(Problem::NotFound)?;
    if !bool::from(wanted(&nonce)?.as_bytes().ct_eq(typed.as_bytes())) {
        return Err(Problem::NotFound.into());
    }
    let sql = format!("SELECT {COLUMNS} FROM member WHERE nonce = $1");
    Ok(one(db, &sql, [nonce.into()]).await?.ok_or(Problem::NotFound)?)
}

/// The member whose own page a token opens.
///
/// # Errors
/// `NotFound` for everything else, whatever it is.
pub(super) async fn of_token(base: &Base, db: &impl ConnectionTrait, typed: &str) -> Result<Stored> {
    let key = Key::of(base).await?;
    by_nonce(db, typed, |nonce| token(&key, nonce)).await
}

/// The member whom this person has found today.
///
/// # Errors
/// As [`of_token`].
pub(super) async fn of_handle(
    key: &Key,
    db: &impl ConnectionTrait,
    typed: &str,
    account: AccountId,
    day: NaiveDate,
) -> Result<Stored> {
    by_nonce(db, typed, |nonce| handle(key, nonce, account, day)).await
}

/// What stands for a member among the visits of past months.
pub(super) fn pseudonym(key: &Key, number: &str) -> Result<Vec<u8>> {
    Ok(key.code(Label::Visitor, &[number.as_bytes()])?[..PSEUDONYM].to_vec())
}
