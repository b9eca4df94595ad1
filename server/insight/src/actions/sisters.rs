//! Units that an action's unit can be held against: of its kind, and neither they nor what stands above or below
//! them tried anything in the same time.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::Resolution;
use sea_orm::ConnectionTrait;

use super::series::{Rates, Span};
use base::{Result, db};
use customers::rollup;
use organisation::Tree;

/// Most sisters; those below the same unit come first.
const MOST: usize = 40;
/// Days before the start in which a sister must not have begun or tried anything: the half year compared with.
const DAYS_BEFORE: u64 = 182;

/// The complaint rates of a unit's sisters, in periods of this length.
///
/// # Errors
/// When the database refuses.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: i64,
    span: &Span,
    resolution: Resolution,
) -> Result<Vec<Rates>> {
    let Some(own) = tree.get(unit) else { return Ok(Vec::new()) };
    let acted = acted(db, span).await?;
    let mut path: HashSet<i64> = tree.ancestors(unit).into_iter().collect();
    path.extend(tree.below(&[unit]).iter().map(|below| below.id));
    let tried = |unit: i64| {
        let above = tree.ancestors(unit);
        let below = tree.below(&[unit]);
        above.iter().chain(below.iter().map(|below| &below.id)).any(|near| acted.contains(near))
    };
    let tops: Vec<i64> = tree.root().into_iter().collect();
    let mut sisters: Vec<i64> = tree
        .open_below(&tops)
        .into_iter()
        .filter(|sister| sister.kind == own.kind && !path.contains(&sister.id) && !tried(sister.id))
        .map(|sister| sister.id)
        .collect();
    let parent = |unit: i64| tree.ancestors(unit).get(1).copied();
    let of_parent = parent(unit);
    sisters.sort_by_key(|sister| (parent(*sister) != of_parent, *sister));
    sisters.truncate(MOST);
    if sisters.is_empty() {
        return Ok(Vec::new());
    }
    let records = rollup::find_many(db, &sisters).await?;
    let records = sisters.iter().filter_map(|sister| records.get(sister));
    Ok(records.map(|records| Rates::of(records, resolution, span.today)).collect())
}

/// Units that tried something in the time that is compared.
async fn acted(db: &impl ConnectionTrait, span: &Span) -> Result<HashSet<i64>> {
    let first = span.start - chrono::Days::new(DAYS_BEFORE);
    let last: NaiveDate = span.until.unwrap_or(span.today);
    // What was kept goes on after its review.
    let sql = "SELECT unit_id FROM agreed_action
               WHERE starts_on <= $2 AND (closed_on IS NULL OR state = 'kept' OR closed_on >= $1)";
    Ok(db::column(db, sql, [first.into(), last.into()]).await?.into_iter().collect())
}
