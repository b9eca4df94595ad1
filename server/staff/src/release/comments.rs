//! Where the comments of a round may be read.

use std::collections::{BTreeMap, HashMap};

use disclosure::{Unit, comments::CommentingUnit};
use domain::UnitId;
use entity::round;
use sea_orm::{ConnectionTrait, Value};

use super::{
    count::{Span, Subject},
    ledger::contradiction,
    opened::Vault,
    rules::Rules,
};
use crate::ballots::counts::Counted;
use base::{Result, db::insert, tokens::random};
use organisation::Tree;

/// Finds the home of each unit's comments and writes them down there, under random numbers and in their order.
/// Comments without a home are dropped, and so is the unit that a comment came from.
pub(super) async fn place(
    db: &impl ConnectionTrait,
    vault: &Vault<'_>,
    round: &round::Model,
    rules: &Rules,
    counted: Counted,
) -> Result<()> {
    if counted.comments.is_empty() {
        return Ok(());
    }
    let tree = Tree::as_of(db, round.starts_on).await?;
    let span = Span::count(db, vault, &tree, std::slice::from_ref(round)).await?;
    // One comment a ballot: as many authors as comments.
    let mut authors = HashMap::<UnitId, u32>::new();
    for (unit, _) in &counted.comments {
        *authors.entry(*unit).or_default() += 1;
    }
    let units: Vec<CommentingUnit<UnitId>> = tree
        .iter()
        .map(|unit| {
            let direct = span.direct(Subject::Turnout, unit.id);
            let authors = authors.get(&unit.id).copied().unwrap_or(0);
            CommentingUnit { unit: Unit { id: unit.id, parent: unit.parent_id, direct }, authors }
        })
        .collect();
    let placed =
        disclosure::comments::place(&units, rules.k_comment, rules.authors).map_err(contradiction)?;
    let homes: HashMap<UnitId, UnitId> =
        placed.into_iter().filter_map(|placement| Some((placement.id, placement.home?))).collect();
    let mut rows = BTreeMap::new();
    for (unit, text) in counted.comments {
        if let Some(home) = homes.get(&unit) {
            rows.insert(random::<16>()?, (*home, text));
        }
    }
    let rows: Vec<[Value; 4]> = rows
        .into_iter()
        .map(|(id, (home, text))| [id.to_vec().into(), round.id.into(), home.into(), text.into()])
        .collect();
    Ok(insert(db, "released_comment (id, round_id, home_id, text)", rows).await?)
}
