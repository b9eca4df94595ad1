//! Checking the audit log's chain.

use sea_orm::FromQueryResult;

use super::{BEGINNING, Row};
use crate::{Base, Result, db::all, tokens::hex};

/// What a check of the whole log found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every row fits the one before.
    Whole {
        /// Rows.
        rows: u64,
        /// Hash of the last row as hexadecimal: written down elsewhere, it shows later whether rows at
        /// the end were cut off.
        head: String,
        /// Hash of the row that was asked about, if there is such a row.
        earlier: Option<String>,
    },
    /// A row was changed, put in or taken out.
    Broken {
        /// Number of the first row that does not fit.
        row: i64,
    },
}

/// A row with the hash that was written beside it.
#[derive(FromQueryResult)]
struct Link {
    #[sea_orm(nested)]
    row: Row,
    hash: Vec<u8>,
}

/// Checks the whole log, row by row; `asked` is a row whose hash is wanted.
///
/// # Errors
/// When the database refuses.
pub async fn verify(base: &Base, asked: Option<u64>) -> Result<Verdict> {
    const STEP: u64 = 5_000;
    let mut previous = BEGINNING.to_vec();
    let mut rows = 0_u64;
    let mut earlier = (asked == Some(0)).then(|| hex(&BEGINNING));
    loop {
        let page: Vec<Link> = all(
            &base.db.reader,
            "SELECT id, at, account_id, event, unit_id, subject_id, detail, previous, hash FROM audit
             WHERE id > $1 ORDER BY id LIMIT $2",
            [i64::try_from(rows).unwrap_or(i64::MAX).into(), i64::try_from(STEP).unwrap_or(i64::MAX).into()],
        )
        .await?;
        let is_last = (page.len() as u64) < STEP;
        for Link { row, hash } in page {
            rows += 1;
            // A row taken out leaves a gap in the numbers: the first missing one is named.
            let expected = i64::try_from(rows).unwrap_or(i64::MAX);
            if row.id != expected || row.previous != previous || row.hash() != hash {
                return Ok(Verdict::Broken { row: expected });
            }
            if asked == Some(rows) {
                earlier = Some(hex(&hash));
            }
            previous = hash;
        }
        if is_last {
            return Ok(Verdict::Whole { rows, head: hex(&previous), earlier });
        }
    }
}
