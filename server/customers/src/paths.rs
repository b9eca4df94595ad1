//! To which sums a complaint was added: those of its unit and of all units above it at that moment.
//!
//! A unit that is moved keeps its old sums where they are. Whatever takes a complaint away again has to take it from
//! the units to which it was added, and not from those that are above its unit by then.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{Period, Resolution, UnitId};
use sea_orm::ConnectionTrait;

use crate::rollup::{Counts, RollupChange};
use base::{
    Error, Result,
    db::{execute, value},
};
use organisation::{Organisation, Tree};

/// Where and whether a complaint counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) counts: bool,
    pub(crate) unit: UnitId,
    pub(crate) day: NaiveDate,
    /// The path it was counted along; none of what is older than paths, or came by an import.
    pub(crate) path: Option<i64>,
    pub(crate) import: Option<i64>,
    pub(crate) received_at: DateTime<Utc>,
}

/// The path of a unit as the tree is now.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn path_of(db: &impl ConnectionTrait, tree: &Tree, unit: UnitId) -> Result<i64> {
    let above = tree.ancestors(unit).iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    execute(
        db,
        "INSERT INTO voice_path (unit_id, above) VALUES ($1, $2) ON CONFLICT (unit_id, above) DO NOTHING",
        [unit.into(), above.as_str().into()],
    )
    .await?;
    let sql = "SELECT id FROM voice_path WHERE unit_id = $1 AND above = $2";
    let id: Option<i64> = value(db, sql, [unit.into(), above.into()]).await?;
    id.ok_or_else(|| Error::Internal("a path just written is gone".to_owned()))
}

/// The units to which a complaint was added.
async fn added_to(
    db: &impl ConnectionTrait,
    tree: &Tree,
    organisation: &Organisation,
    counted: &Counted,
) -> Result<Vec<UnitId>> {
    if let Some(path) = counted.path {
        let above: Option<String> =
            value(db, "SELECT above FROM voice_path WHERE id = $1", [path.into()]).await?;
        let above = above.unwrap_or_default();
        let unit = |text: &str| text.parse().map_err(|_| Error::stored("voice_path.above", text));
        return above.split(',').map(unit).collect();
    }
    // Of older ones the day is known on which they were added, and with it the tree.
    let imported: Option<DateTime<Utc>> = match counted.import {
        Some(import) => value(db, "SELECT created_at FROM import_job WHERE id = $1", [import.into()]).await?,
        None => None,
    };
    let day = organisation.local_day(imported.unwrap_or(counted.received_at));
    let then = Tree::as_of(db, day).await?.ancestors(counted.unit);
    Ok(if then.is_empty() { tree.ancestors(counted.unit) } else { then })
}

/// Takes a complaint from the sums where it counted and adds it where it counts; gives the path that it has been added
/// along, if it has.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn recount(
    db: &impl ConnectionTrait,
    tree: &Tree,
    organisation: &Organisation,
    before: &Counted,
    after: &Counted,
) -> Result<Option<i64>> {
    let mut change = RollupChange::default();
    let mut outdated = Vec::new();
    if before.counts {
        let units = added_to(db, tree, organisation, before).await?;
        change.add_to(&units, day(before.day), Counts { complaints: -1, contacts: 0 });
        outdated.extend(units);
    }
    let mut path = None;
    if after.counts {
        let units = tree.ancestors(after.unit);
        change.add_to(&units, day(after.day), Counts { complaints: 1, contacts: 0 });
        outdated.extend(units);
        path = Some(path_of(db, tree, after.unit).await?);
    }
    change.write(db).await?;
    outdated.sort_unstable();
    outdated.dedup();
    organisation::marks::outdate(db, &outdated).await?;
    organisation::bump_data_version(db).await?;
    Ok(path)
}

fn day(day: NaiveDate) -> Period {
    Period::containing(day, Resolution::Day)
}
