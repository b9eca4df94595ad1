//! Who is asked how a case went: the customer of one that was answered and that somebody closed, once a run, when there is
//! a way to reach them.

use chrono::{Days, Duration, NaiveDate};
use domain::customers::{
    survey::SURVEY_DAYS,
    words::{EventKind, Kind},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use subtle::ConstantTimeEq;

use crate::{
    cards::key::{Key, Label},
    complaints::{record::Record, state::live},
};
use base::{
    Base, Result,
    db::{execute, exists, one},
    tokens::{hex, random},
};
use organisation::Organisation;

/// Minutes that a letter waits: whoever closed the case may take that back.
const WAITS: Duration = Duration::minutes(30);
/// Bytes of a nonce, and of what is made of it with the key.
const NONCE: usize = 8;
const MAC: usize = 16;

/// A survey about a case.
#[derive(FromQueryResult)]
pub(super) struct Invitation {
    pub(super) id: i64,
    pub(super) complaint_id: i64,
    pub(super) ends_on: NaiveDate,
    pub(super) is_used: bool,
}

#[derive(FromQueryResult)]
struct Reach {
    email: String,
}

/// Asks the customer of a case that has just been closed.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn invite(
    db: &impl ConnectionTrait,
    organisation: &Organisation,
    base: &Base,
    record: &Record,
) -> Result<()> {
    if record.kind != Kind::Complaint || record.state().is_in_burst {
        return Ok(());
    }
    let sql = "SELECT email FROM customer WHERE complaint_id = $1";
    let Some(reach) = one::<Reach>(db, sql, [record.id.into()]).await? else { return Ok(()) };
    let runs = live(&record.events).into_iter().filter(|event| event.kind == EventKind::Reopened).count();
    let today = organisation.local_day(base.now());
    let sql = "INSERT INTO survey (complaint_id, run, nonce, ends_on, mail, mail_due_at) VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (complaint_id, run) DO NOTHING";
    let values = [
        record.id.into(),
        i64::try_from(runs).unwrap_or(i64::MAX).into(),
        random::<NONCE>()?.to_vec().into(),
        today.checked_add_days(Days::new(SURVEY_DAYS)).unwrap_or(today).into(),
        (if reach.email.is_empty() { "none" } else { "waiting" }).into(),
        (base.now() + WAITS).into(),
    ];
    execute(db, sql, values).await?;
    Ok(())
}

/// Asks no longer: the case is open again. That it was answered once is kept, so that the same run is not counted twice.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn withdraw(db: &impl ConnectionTrait, complaint: i64) -> Result<()> {
    let sql = "DELETE FROM survey WHERE complaint_id = $1 AND NOT is_used";
    execute(db, sql, [complaint.into()]).await?;
    Ok(())
}

/// What opens a survey: the nonce, and what nobody makes of it without the key.
fn token(key: &Key, nonce: &[u8]) -> Result<String> {
    Ok(format!("{}{}", hex(nonce), hex(&key.code(Label::Survey, &[nonce])?[..MAC])))
}

/// The survey that a token opens, whether it is still to be answered or has been; none for anything else, and when its time
/// is over.
///
/// # Errors
/// When the database refuses.
pub(super) async fn opened_by(
    db: &impl ConnectionTrait,
    key: &Key,
    typed: &str,
    today: NaiveDate,
) -> Result<Option<Invitation>> {
    let Some(nonce) = nonce_of(typed) else { return Ok(None) };
    if !bool::from(token(key, &nonce)?.as_bytes().ct_eq(typed.as_bytes())) {
        return Ok(None);
    }
    let sql = "SELECT id, complaint_id, ends_on, is_used FROM survey WHERE nonce = $1";
    let found: Option<Invitation> = one(db, sql, [nonce.into()]).await?;
    Ok(found.filter(|found| found.ends_on >= today))
}

/// The nonce of something that has the shape of a token.
pub(crate) fn nonce_of(typed: &str) -> Option<Vec<u8>> {
    let is_token = typed.len() == 2 * (NONCE + MAC)
        && typed.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let digits = is_token.then(|| &typed[..2 * NONCE])?;
    (0..NONCE).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok()).collect()
}

#[derive(FromQueryResult)]
struct Nonce {
    nonce: Vec<u8>,
}

/// Where the customer of a case is asked how it went, as long as that is asked and has not been answered: the last part of
/// the address.
///
/// # Errors
/// When the database or the store of keys refuses.
pub(crate) async fn address_of(
    base: &Base,
    db: &impl ConnectionTrait,
    complaint: i64,
    today: NaiveDate,
) -> Result<Option<String>> {
    let sql = "SELECT nonce FROM survey WHERE complaint_id = $1 AND NOT is_used AND ends_on >= $2 ORDER BY run DESC LIMIT 1";
    match one::<Nonce>(db, sql, [complaint.into(), today.into()]).await? {
        Some(Nonce { nonce }) => Ok(Some(token(&Key::of(base).await?, &nonce)?)),
        None => Ok(None),
    }
}

/// The last part of the address of a survey of this nonce.
///
/// # Errors
/// When the store of keys refuses.
pub(super) async fn address(base: &Base, nonce: &[u8]) -> Result<String> {
    token(&Key::of(base).await?, nonce)
}

/// Forgets surveys whose time is over, and forms that were sent two days ago.
///
/// # Errors
/// When the database refuses.
pub async fn forget(base: &Base) -> Result<()> {
    let db = &base.db.reader;
    let today = organisation::find(db).await?.local_day(base.now());
    for (is_there, delete, before) in [
        (
            "SELECT 1 AS one FROM survey WHERE ends_on < $1 LIMIT 1",
            "DELETE FROM survey WHERE ends_on < $1",
            today,
        ),
        (
            "SELECT 1 AS one FROM survey_mark WHERE day < $1 LIMIT 1",
            "DELETE FROM survey_mark WHERE day < $1",
            today.checked_sub_days(Days::new(1)).unwrap_or(today),
        ),
    ] {
        if exists(db, is_there, [before.into()]).await? {
            execute(base.db.writer(), delete, [before.into()]).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_token_has_no_nonce() {
        let token = "0011223344556677".to_owned() + &"ab".repeat(16);
        assert_eq!(nonce_of(&token).unwrap(), [0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77]);
        for typed in
            ["", "2345ABCD", &token.to_uppercase(), &token[1..], &format!("{token}0"), &"æ".repeat(24)]
        {
            assert_eq!(nonce_of(typed), None, "{typed}");
        }
    }
}
