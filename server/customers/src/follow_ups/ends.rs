//! How a follow-up ends without a try: the customer says no, its time is over, or what it belongs to is erased.

use chrono::Days;
use domain::{
    Problem,
    customers::{
        complaint::Contact,
        follow_up::{EXPIRES_AFTER, FollowUpOutcome},
    },
};
use sea_orm::ConnectionTrait;
use subtle::ConstantTimeEq;

use crate::cards::key::{Key, Label};
use base::{
    Base, Result,
    db::{execute, exists, value},
    tokens::hex,
};

/// Bytes of a nonce, and of what is made of it with the key.
pub(crate) const NONCE: usize = 8;
const MAC: usize = 16;

/// Nothing of whom it was about is left: what SQL sets for that.
pub(crate) const EMPTIED: &str =
    "about = '', customer_name = '', phone = '', email = '', complaint_id = NULL,
    member_id = NULL";

/// What lets a customer say no.
///
/// # Errors
/// When the store of keys refuses.
pub(super) fn token(key: &Key, nonce: &[u8]) -> Result<String> {
    Ok(format!("{}{}", hex(nonce), hex(&key.code(Label::Stop, &[nonce])?[..MAC])))
}

/// The follow-up that a token is of, while it is not done; none for anything else.
async fn find(base: &Base, db: &impl ConnectionTrait, typed: &str) -> Result<i64> {
    let key = Key::of(base).await?;
    let nonce = nonce_of(typed).ok_or(Problem::NotFound)?;
    if !bool::from(token(&key, &nonce)?.as_bytes().ct_eq(typed.as_bytes())) {
        return Err(Problem::NotFound.into());
    }
    let sql = "SELECT id FROM follow_up WHERE nonce = $1";
    value(db, sql, [nonce.into()]).await?.ok_or_else(|| Problem::NotFound.into())
}

fn nonce_of(typed: &str) -> Option<Vec<u8>> {
    let is_token = typed.len() == 2 * (NONCE + MAC) && typed.bytes().all(|byte| byte.is_ascii_hexdigit());
    let digits = is_token.then(|| &typed[..2 * NONCE])?;
    (0..NONCE).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok()).collect()
}

/// Whether there is something to say no to. Looking changes nothing.
///
/// # Errors
/// `NotFound` for a token that leads to nothing.
pub async fn stop_page(base: &Base, typed: &str) -> Result<()> {
    find(base, &base.db.reader, typed).await.map(drop)
}

/// The customer wants no follow-up: name and number are gone at once. Said twice, it is said once.
///
/// # Errors
/// As [`stop_page`].
pub async fn stop(base: &Base, typed: &str) -> Result<()> {
    let id = find(base, &base.db.reader, typed).await?;
    let today = organisation::find(&base.db.reader).await?.local_day(base.now());
    let sql = format!(
        "UPDATE follow_up SET outcome = $2, done_on = $3, {EMPTIED} WHERE id = $1 AND outcome IS NULL"
    );
    let values = [id.into(), FollowUpOutcome::Declined.name().into(), today.into()];
    execute(base.db.writer(), &sql, values).await?;
    Ok(())
}

/// Lets go of those that nobody came to in time.
///
/// # Errors
/// When the database refuses.
pub async fn expire(base: &Base) -> Result<()> {
    let db = &base.db.reader;
    let today = organisation::find(db).await?.local_day(base.now());
    let before = today.checked_sub_days(Days::new(EXPIRES_AFTER)).unwrap_or(today);
    let sql = "SELECT 1 AS one FROM follow_up WHERE outcome IS NULL AND due_on < $1 LIMIT 1";
    if exists(db, sql, [before.into()]).await? {
        let sql = format!(
            "UPDATE follow_up SET outcome = $2, done_on = $3, {EMPTIED} WHERE outcome IS NULL AND due_on < $1"
        );
        let values = [before.into(), FollowUpOutcome::NoAnswer.name().into(), today.into()];
        execute(base.db.writer(), &sql, values).await?;
    }
    Ok(())
}

/// Calls what is open for a case at the number that is known since; where none is, it is let go of.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn reach(
    db: &impl ConnectionTrait,
    complaint: i64,
    contact: Option<&Contact>,
) -> Result<()> {
    let Some(Contact { name, phone, email, .. }) = contact else {
        return let_go(db, &complaint.to_string()).await;
    };
    let sql = "UPDATE follow_up SET customer_name = $2, phone = $3, email = $4
               WHERE complaint_id = $1 AND outcome IS NULL";
    let values = [complaint.into(), name.as_str().into(), phone.as_str().into(), email.as_str().into()];
    execute(db, sql, values).await?;
    Ok(())
}

/// Lets go of what belongs to these cases, whose texts and contacts are being deleted. `cases` are ids, as SQL.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn let_go(db: &impl ConnectionTrait, cases: &str) -> Result<()> {
    // It was never tried: it is as if it had not been planned.
    let sql = format!("DELETE FROM follow_up WHERE complaint_id IN ({cases}) AND outcome IS NULL");
    execute(db, &sql, []).await?;
    Ok(())
}
