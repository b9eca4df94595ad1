//! Finding cases by words: lower-cased, each from its beginning, all of them.
//!
//! Architecture invariant: what a word is, is decided by [`words`] alone, for texts and for searches, so that SQLite and
//! PostgreSQL find the same. A case stands in the index with its units and all above them: a search by somebody with few
//! units looks through theirs and not through everybody's. Who may see a case is decided by the list's own condition.

use std::collections::BTreeSet;

use domain::UnitId;
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Value};
use unicode_normalization::UnicodeNormalization;

use base::{
    Result,
    db::{all, insert_or},
};
use organisation::Tree;

/// Characters of a word that count: nobody types more of one.
const LONGEST: usize = 40;
/// Words of a search that count.
const MOST: usize = 10;

/// The words of a text: letters and digits, lower-cased, with every diacritic that they have.
fn words(text: &str) -> impl Iterator<Item = String> {
    let text: String = text.nfc().flat_map(char::to_lowercase).nfc().collect();
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LONGEST).collect())
        .collect();
    words.into_iter()
}

/// The word of a unit. Nothing that somebody types has a slash in it.
fn unit_word(unit: UnitId) -> String {
    format!("/{unit}")
}

/// What a search asks the index for.
pub(super) enum Asked {
    /// Nothing: every case is shown.
    Anything,
    /// There is no letter or digit in it: no case is found.
    Nothing,
    /// Cases with these words.
    Words(Words),
}

/// A question to the index.
pub(super) struct Words {
    backend: DbBackend,
    question: String,
}

/// Reads what somebody typed, who sees these units and all below them; the whole tree without a limit.
pub(super) fn ask(backend: DbBackend, tree: &Tree, tops: &[UnitId], text: &str) -> Asked {
    if text.trim().is_empty() {
        return Asked::Anything;
    }
    let is_postgres = backend == DbBackend::Postgres;
    let (and, or) = if is_postgres { (" & ", " | ") } else { (" AND ", " OR ") };
    let wanted = words(text).take(MOST);
    // Letters and digits alone: there is no quote in them to end these.
    let mut parts: Vec<String> = match is_postgres {
        true => wanted.map(|word| format!("'{word}':*")).collect(),
        false => wanted.map(|word| format!("\"{word}\" *")).collect(),
    };
    if parts.is_empty() {
        return Asked::Nothing;
    }
    if !tree.root().is_some_and(|root| tops.contains(&root)) {
        let quote = if is_postgres { '\'' } else { '"' };
        let units: Vec<String> =
            tops.iter().map(|unit| format!("{quote}{}{quote}", unit_word(*unit))).collect();
        parts.push(format!("({})", units.join(or)));
    }
    Asked::Words(Words { backend, question: parts.join(and) })
}

impl Words {
    /// A condition on `complaint.id`; [`value`](Self::value) is the statement's parameter of this number.
    pub(super) fn condition(&self, parameter: usize) -> String {
        match self.backend {
            DbBackend::Postgres => format!(
                "id IN (SELECT complaint_id FROM case_words WHERE found @@ CAST(${parameter} AS tsquery))"
            ),
            _ => format!("id IN (SELECT rowid FROM case_search WHERE case_search MATCH ${parameter})"),
        }
    }

    /// The question itself.
    pub(super) fn value(&self) -> Value {
        self.question.as_str().into()
    }
}

#[derive(FromQueryResult)]
struct Unwritten {
    id: i64,
    reference: String,
    what: String,
    unit_id: UnitId,
    holder_unit_id: Option<UnitId>,
}

/// Writes the words of a case, if it has none or others by now.
///
/// # Errors
/// When the database refuses.
pub(super) async fn index(db: &impl ConnectionTrait, tree: &Tree, complaint: i64) -> Result<()> {
    write(db, tree, "id = $1 AND NOT is_indexed", complaint).await.map(drop)
}

/// Writes the words of some cases that have none or others by now; gives how many.
///
/// # Errors
/// When the database refuses.
pub(super) async fn index_some(db: &impl ConnectionTrait, tree: &Tree, most: i64) -> Result<usize> {
    let some =
        "NOT is_indexed AND id IN (SELECT id FROM complaint WHERE NOT is_indexed ORDER BY id LIMIT $1)";
    write(db, tree, some, most).await
}

/// What stands in the index for a case: each word once, in order.
pub(super) fn words_of(
    tree: &Tree,
    what: &str,
    reference: &str,
    units: impl Iterator<Item = UnitId>,
) -> String {
    let units: BTreeSet<UnitId> = units.flat_map(|unit| tree.ancestors(unit)).collect();
    let words: BTreeSet<String> =
        words(what).chain(words(reference)).chain(units.into_iter().map(unit_word)).collect();
    words.into_iter().collect::<Vec<_>>().join(" ")
}

async fn write(db: &impl ConnectionTrait, tree: &Tree, which: &str, value: i64) -> Result<usize> {
    // Whoever marks a case has it to himself until the words are written.
    let sql = format!(
        "UPDATE complaint SET is_indexed = TRUE WHERE {which} RETURNING id, reference, what, unit_id, holder_unit_id"
    );
    let cases: Vec<Unwritten> = all(db, &sql, [value.into()]).await?;
    let rows: Vec<[Value; 2]> = cases
        .iter()
        .map(|case| {
            let units = std::iter::once(case.unit_id).chain(case.holder_unit_id);
            [case.id.into(), words_of(tree, &case.what, &case.reference, units).into()]
        })
        .collect();
    let conflict = "ON CONFLICT (complaint_id) DO UPDATE SET words = excluded.words";
    insert_or(db, "case_words (complaint_id, words)", rows, conflict).await?;
    Ok(cases.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_and_digits_in_small_with_their_diacritics() {
        let of = |text: &str| words(text).collect::<Vec<_>>();
        assert_eq!(of("Øst ≠ OST, KAFÉ-Ås 100 %"), ["øst", "ost", "kafé", "ås", "100"]);
        // A letter and a diacritic on its own are the letter with it.
        assert_eq!(of("A\u{30a}s"), ["ås"]);
        assert_eq!(of("/3 \"x\" 'y':* --"), ["3", "x", "y"]);
        assert_eq!(of("\u{1f600} …"), Vec::<String>::new());
        assert_eq!(of(&"å".repeat(3000)), ["å".repeat(LONGEST)]);
    }
}
