//! Finding a unit among all that somebody may see.

use domain::{
    Problem, UnitId,
    organisation::places::{FoundUnit, FoundUnits, MOST_FOUND, fits, right_for, words_of},
};

use base::{Actor, Base, Result, authorize};
use unicode_normalization::UnicodeNormalization;

use crate::tree::{Tree, tree};

/// A name, or what is looked for in names, without case and with each letter as one sign: some keyboards send å as
/// two.
#[must_use]
pub fn folded(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase()
}

/// Open units whose name holds these words, among those that the person may see on a page.
///
/// # Errors
/// `NotFound` for a page that is about no unit.
pub async fn find(base: &Base, actor: Option<&Actor>, page: &str, asked: &str) -> Result<FoundUnits> {
    let right = right_for(page).ok_or(Problem::NotFound)?;
    let (_, tops) = authorize(actor, right)?;
    let tree = tree(base, &base.db.reader).await?;
    Ok(among(&tree, &tops, asked))
}

fn among(tree: &Tree, tops: &[UnitId], asked: &str) -> FoundUnits {
    let words = words_of(&folded(asked));
    let mut found = tree.open_below(tops);
    found.retain(|unit| fits(unit, &words));
    let total = found.len();
    let seen = |id: UnitId| tops.iter().any(|top| tree.is_within(id, *top));
    let units = found.into_iter().take(MOST_FOUND).map(|unit| {
        let above = tree.ancestors(unit.id).into_iter().skip(1).filter(|id| seen(*id));
        let above = above.filter_map(|id| tree.get(id)).map(|unit| unit.name.clone()).collect();
        FoundUnit { unit, above }
    });
    FoundUnits { units: units.collect(), total }
}
