//! Where the comments of a round may be read.

use disclosure::{Unit, comments::CommentingUnit};
use domain::UnitId;
use entity::round;
use sea_orm::{ConnectionTrait, Value};

use super::{
    count::{Span, Subject},
    ledger::contradiction,
    rules::Rules,
};
use crate::counts::by_unit;
use base::{
    Result,
    db::{execute, placeholders},
};
use organisation::Tree;

/// Finds the home of each unit's comments and writes it down. Comments without a home are read by nobody.
pub(super) async fn place(db: &impl ConnectionTrait, round: &round::Model, rules: &Rules) -> Result<()> {
    let tree = Tree::as_of(db, round.starts_on).await?;
    let sql = "SELECT unit_id, COUNT(*) AS n FROM ballot_comment WHERE round_id = $1 GROUP BY unit_id";
    // One comment a ballot: as many authors as comments.
    let authors = by_unit(db, sql, [round.id.into()]).await?;
    if authors.is_empty() {
        return Ok(());
    }
    let span = Span::count(db, &tree, std::slice::from_ref(round)).await?;
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
    let homes: Vec<[Value; 3]> = placed
        .into_iter()
        .filter_map(|placement| Some([round.id.into(), placement.id.into(), placement.home?.into()]))
        .collect();
    for chunk in homes.chunks(500) {
        let sql = format!(
            "INSERT INTO comment_home (round_id, unit_id, home_id) VALUES {}",
            placeholders(chunk.len(), 3)
        );
        execute(db, &sql, chunk.iter().flatten().cloned().collect::<Vec<_>>()).await?;
    }
    Ok(())
}
