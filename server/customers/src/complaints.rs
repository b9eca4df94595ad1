//! Complaints and their cases.
//!
//! | question | where |
//! |---|---|
//! | how does one come in | [`log`] |
//! | which are there, and which comes first | [`list`] |
//! | what does its page show | [`page`], [`act_page`] |
//! | what can be done with it | [`act`] |
//! | what belongs together | [`related_page`], [`relate`] |
//! | what is written to customers | [`letters`] |
//! | what is done by itself | [`upkeep`] |
//! | is what is derived right | [`audit`] |

mod act;
mod actions;
pub mod audit;
pub(crate) mod clocks;
pub mod digest;
pub(crate) mod events;
mod form;
pub(crate) mod issues;
pub mod letters;
mod list;
pub(crate) mod logging;
pub(crate) mod page;
pub(crate) mod record;
mod related;
pub mod retention;
pub(crate) mod runs;
pub(crate) mod search;
pub(crate) mod state;
mod undo;
pub mod upkeep;
mod voices;

use base::{Result, tokens::random};
use chrono::Duration;
use domain::letters::LETTERS;

pub use act::act;
pub(crate) use clocks::promise;
pub use list::list;
pub use list::{Waiting, waiting};
pub use logging::{log, new_page};
pub use page::{act_page, page};
pub use related::{relate, related_page};

/// For so long the same words once more are a form that was sent twice; later they are a reminder.
pub(crate) const SENT_AGAIN: Duration = Duration::hours(24);

/// A reference that no case has: `K-` and seven random letters. Ascending numbers would tell the world how many
/// complaints there are and let anybody try the next.
///
/// # Errors
/// When the system gives no randomness, or the database refuses.
pub async fn new_reference(db: &impl sea_orm::ConnectionTrait) -> Result<String> {
    free_reference(db, || Ok(format!("K-{}", random_letters(7)?))).await
}

/// The first of these that is free. Among millions of cases, one in some thousands is not; and digits alone are left to
/// cases that were imported, which are called by their numbers.
async fn free_reference(
    db: &impl sea_orm::ConnectionTrait,
    mut next: impl FnMut() -> Result<String>,
) -> Result<String> {
    loop {
        let reference = next()?;
        let is_number =
            reference.bytes().skip_while(|letter| *letter != b'-').skip(1).all(|l| l.is_ascii_digit());
        let sql = "SELECT 1 AS one FROM complaint WHERE reference = $1";
        if !is_number && !base::db::exists(db, sql, [reference.as_str().into()]).await? {
            return Ok(reference);
        }
    }
}

/// So many random letters.
///
/// # Errors
/// When the system gives no randomness.
pub(crate) fn random_letters(count: usize) -> Result<String> {
    let mut text = String::with_capacity(count);
    while text.len() < count {
        let [byte] = random::<1>()?;
        text.extend(letter_of(byte));
    }
    Ok(text)
}

/// The letter of a random byte; none for the last few, so that every letter is equally likely.
pub(crate) fn letter_of(byte: u8) -> Option<char> {
    // 252 is the largest multiple of 28 in a byte.
    (byte < 252).then(|| char::from(LETTERS[usize::from(byte) % LETTERS.len()]))
}

/// A token for a form: the same form sent again is then the same case.
///
/// # Errors
/// When the system gives no randomness.
pub fn new_token() -> Result<String> {
    Ok(base::tokens::hex(&random::<16>()?))
}

/// A reference as somebody may have typed it: in either case, with spaces.
pub(crate) fn typed_reference(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect()
}

/// Names of accounts by id: whoever has taken a case on is told by name to those who may see the case.
async fn owner_names(
    db: &impl sea_orm::ConnectionTrait,
    accounts: &[i64],
) -> Result<std::collections::HashMap<i64, String>> {
    #[derive(sea_orm::FromQueryResult)]
    struct Named {
        id: i64,
        name: String,
    }
    if accounts.is_empty() {
        return Ok(std::collections::HashMap::new());
    }
    let sql = format!("SELECT id, name FROM account WHERE id IN ({})", base::db::join_ids(accounts));
    let rows: Vec<Named> = base::db::all(db, &sql, []).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_reference_that_a_case_had_already_was_an_error_in_the_customers_face() {
        let (base, _folder) = testing::on_sqlite().await;
        testing::run(
            &base,
            "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage)
             VALUES ('K-7QMRX2D', 1, 'waiting', 'phone', 'normal', 'Waited', '2026-11-02', '2026-11-02 10:00:00+00:00', 'received')",
        )
        .await;
        let mut drawn = ["K-7QMRX2D", "K-2345678", "K-2345A78"].into_iter();
        let next = || Ok(drawn.next().unwrap().to_owned());
        assert_eq!(free_reference(&base.db.reader, next).await.unwrap(), "K-2345A78");
    }

    #[tokio::test]
    async fn a_reference_is_random_and_can_be_read_aloud() {
        let (base, _folder) = testing::on_sqlite().await;
        let mut references = std::collections::BTreeSet::new();
        for _ in 0..200 {
            references.insert(new_reference(&base.db.reader).await.unwrap());
        }
        assert_eq!(references.len(), 200);
        for reference in references {
            let letters = reference.strip_prefix("K-").unwrap();
            assert!(
                letters.len() == 7 && letters.bytes().all(|letter| LETTERS.contains(&letter)),
                "{reference}"
            );
        }
    }

    #[test]
    fn a_reference_is_found_however_it_was_typed() {
        assert_eq!(typed_reference(" k-7qm rx2d"), "K-7QMRX2D");
    }
}
