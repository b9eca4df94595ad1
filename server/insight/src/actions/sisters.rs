//! Units that an action's unit can be held against: of its kind, and neither they nor what stands above or below
//! them tried anything in the same time.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::{Resolution, UnitId};
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
    unit: UnitId,
    span: &Span,
    resolution: Resolution,
) -> Result<Vec<Rates>> {
    let Some(own) = tree.get(unit) else { return Ok(Vec::new()) };
    let near = |unit: UnitId| {
        let below = tree.below(&[unit]).into_iter().map(|below| below.id);
        tree.ancestors(unit).into_iter().chain(below)
    };
    let out: HashSet<UnitId> = acted(db, span).await?.into_iter().chain([unit]).flat_map(near).collect();
    let tops: Vec<UnitId> = tree.root().into_iter().collect();
    let mut sisters: Vec<UnitId> = tree
        .open_below(&tops)
        .into_iter()
        .filter(|sister| sister.kind == own.kind && !out.contains(&sister.id))
        .map(|sister| sister.id)
        .collect();
    let parent = |unit: UnitId| tree.ancestors(unit).get(1).copied();
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
async fn acted(db: &impl ConnectionTrait, span: &Span) -> Result<Vec<UnitId>> {
    let first = span.start - chrono::Days::new(DAYS_BEFORE);
    let last: NaiveDate = span.until.unwrap_or(span.today);
    // What was kept goes on after its review.
    let sql = "SELECT unit_id FROM agreed_action
               WHERE starts_on <= $2 AND (closed_on IS NULL OR state = 'kept' OR closed_on >= $1)";
    Ok(db::column(db, sql, [first.into(), last.into()]).await?)
}
