//! What opens a case for whoever left it: reference and secret.
//!
//! An unknown reference and a wrong secret look alike and take as long: both change one row. Ten wrong ones close a
//! reference for an hour, in which the right one looks wrong too.

use chrono::{DateTime, Duration, Utc};
use domain::{Problem, customers::card::MOST_WRONG, letters::typed_letters};
use sea_orm::{ConnectionTrait, FromQueryResult};
use subtle::ConstantTimeEq;

use super::key::Key;
use base::{
    Base, Error, Result,
    db::{execute, exists, one},
};

/// How long a reference is closed.
const CLOSED: Duration = Duration::hours(1);

/// Keeps what a secret is known by.
///
/// # Errors
/// When the database refuses.
pub(super) async fn keep(db: &impl ConnectionTrait, key: &Key, reference: &str, secret: &str) -> Result<()> {
    let stored = key.stored_secret(reference, secret)?.to_vec();
    let sql = "INSERT INTO receipt (reference, secret) VALUES ($1, $2) ON CONFLICT (reference) DO NOTHING";
    execute(db, sql, [reference.into(), stored.into()]).await?;
    Ok(())
}

/// Whether there is a secret that opens a case.
///
/// # Errors
/// When the database refuses.
pub(super) async fn is_there(db: &impl ConnectionTrait, reference: &str) -> Result<bool> {
    Ok(exists(db, "SELECT 1 AS one FROM receipt WHERE reference = $1", [reference.into()]).await?)
}

/// Puts another secret in the place of the one there is, if there is one; wrong tries are forgotten with it.
///
/// # Errors
/// When the database refuses.
pub(super) async fn replace(
    db: &impl ConnectionTrait,
    key: &Key,
    reference: &str,
    secret: &str,
) -> Result<()> {
    execute(db, "DELETE FROM receipt WHERE reference = $1", [reference.into()]).await?;
    keep(db, key, reference, secret).await
}

/// A reference as it is stored, however it was typed.
pub(super) fn typed_reference(text: &str) -> String {
    let letters = typed_letters(text);
    match letters.strip_prefix('K') {
        // The dash does not count; a reference that begins with two Ks has one of its own.
        Some(rest) if rest.len() == 7 => format!("K-{rest}"),
        _ if letters.len() == 7 => format!("K-{letters}"),
        _ => letters,
    }
}

#[derive(FromQueryResult)]
struct Stored {
    reference: String,
    secret: Option<Vec<u8>>,
    wrong: i64,
    closed_until: Option<DateTime<Utc>>,
}

/// The reference that this secret opens. Counts what does not.
///
/// # Errors
/// `ReceiptUnknown` for everything else, whatever it is.
pub(super) async fn open(base: &Base, reference: &str, secret: &str) -> Result<String> {
    let key = Key::of(base).await?;
    let (reference, secret) = (typed_reference(reference), typed_letters(secret));
    let wanted = key.stored_secret(&reference, &secret)?;
    let now = base.now();
    let transaction = base.db.begin().await?;
    // The row is locked, whichever it is; two tries at once do not both find one left.
    let sql = "UPDATE receipt SET wrong = wrong + 1
               WHERE reference = CASE WHEN EXISTS (SELECT 1 FROM receipt WHERE reference = $1) THEN $1 ELSE '' END
               RETURNING reference, secret, wrong, closed_until";
    let stored: Option<Stored> = one(&transaction, sql, [reference.as_str().into()]).await?;
    let stored = stored.ok_or_else(|| Error::Internal("the row of unknown references is gone".to_owned()))?;
    let is_closed = stored.closed_until.is_some_and(|until| until > now);
    let known = stored.secret.unwrap_or_else(|| vec![0; wanted.len()]);
    let is_right = bool::from(known.as_slice().ct_eq(&wanted)) && !stored.reference.is_empty() && !is_closed;
    // What was closed and is open again begins anew.
    let wrong = if stored.closed_until.is_some() && !is_closed { 1 } else { stored.wrong };
    let (wrong, closed_until) = match () {
        () if is_right => (0, None),
        () if is_closed => (0, stored.closed_until),
        // There is nothing to close for what there is not.
        () if wrong >= MOST_WRONG => (0, Some(now + CLOSED)),
        () => (wrong, None),
    };
    let sql = "UPDATE receipt SET wrong = $2, closed_until = $3 WHERE reference = $1";
    execute(&transaction, sql, [stored.reference.as_str().into(), wrong.into(), closed_until.into()]).await?;
    transaction.commit().await?;
    if is_right { Ok(stored.reference) } else { Err(Problem::ReceiptUnknown.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_known_with_and_without_its_dash_and_beginning() {
        for typed in ["K-7QMRX2D", "k 7qm rx2d", "7QMRX2D", "k7qmrx2d"] {
            assert_eq!(typed_reference(typed), "K-7QMRX2D", "{typed}");
        }
        assert_eq!(typed_reference("K-KQMRX2D"), "K-KQMRX2D");
        assert_eq!(typed_reference("KQMRX2D"), "K-KQMRX2D");
        assert_eq!(typed_reference(""), "");
    }
}
