//! The quarter's review for whoever's role is for a part of the organisation: released figures as a table.
//!
//! Architecture invariant: reads the ledger and the roll-up, never the tally.

use chrono::NaiveDate;
use domain::{
    Period, Problem, Resolution, Right, UnitId,
    insight::{
        figures::{CellState, Measure},
        review::{ReviewCell, ReviewPage, ReviewRow},
    },
    staff::bank::Item,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{figures::NONE_VOID, ledger};
use base::{Actor, Base, Result, authorize, db};
use customers::rollup;
use organisation::Tree;
use staff::release::rules;

/// The review page of a quarter such as `2026Q4`; without one the newest with a released round.
///
/// # Errors
/// `NotFound` for a text that is no quarter.
pub async fn page(base: &Base, actor: Option<&Actor>, quarter: Option<&str>) -> Result<ReviewPage> {
    let (_, tops) = authorize(actor, Right::ViewReview)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let quarters = quarters(&db).await?;
    let quarter = match quarter {
        Some(text) => parse_quarter(text)?,
        None => quarters
            .first()
            .copied()
            .unwrap_or_else(|| Period::containing(organisation.local_day(base.now()), Resolution::Quarter)),
    };
    let tree = organisation::tree(base, &db).await?;
    let cells = cells(&db, &tree, quarter).await?;
    let rounds: std::collections::BTreeSet<&str> =
        cells.iter().map(|(_, cell)| cell.round_start.as_str()).collect();
    let mut rows = Vec::new();
    for unit in tree.below(&tops) {
        let own: Vec<&ReviewCell> =
            cells.iter().filter(|(id, _)| *id == unit.id).map(|(_, cell)| cell).collect();
        let (counts, _) = rollup::at_resolution(&rollup::find(&db, unit.id).await?, Resolution::Quarter);
        let counts =
            counts.into_iter().find(|(period, _)| *period == quarter).map(|(_, c)| c).unwrap_or_default();
        let satisfaction = Measure::Score(Item::C2);
        let core = own.iter().filter(|cell| cell.measure == satisfaction);
        rows.push(ReviewRow {
            published: count(core.clone(), |state| state == CellState::Published),
            hidden: count(core, |state| state == CellState::Hidden),
            strain: mean(&own, Measure::Strain),
            satisfaction: mean(&own, satisfaction),
            complaints: counts.complaints,
            contacts: counts.contacts,
            unit,
        });
    }
    Ok(ReviewPage {
        quarter: quarter.to_string(),
        quarters: quarters.iter().map(Period::to_string).collect(),
        rounds: u32::try_from(rounds.len()).unwrap_or(u32::MAX),
        k: rules::in_force(&db, organisation.local_day(base.now())).await?.k.get(),
        rows,
        organisation: organisation.name,
    })
}

fn count<'a>(cells: impl Iterator<Item = &'a &'a ReviewCell>, is: impl Fn(CellState) -> bool) -> u32 {
    u32::try_from(cells.filter(|cell| is(cell.state)).count()).unwrap_or(u32::MAX)
}

/// The mean of released figures, to whole points.
fn mean(cells: &[&ReviewCell], measure: Measure) -> Option<i32> {
    // A figure carried forward was counted where it was new.
    let new = cells.iter().filter(|cell| cell.measure == measure && cell.state == CellState::Published);
    let values: Vec<i32> = new.filter_map(|cell| cell.value).collect();
    let mean = values.iter().map(|v| f64::from(*v)).sum::<f64>() / values.len() as f64;
    #[expect(clippy::cast_possible_truncation, reason = "a mean of values from 0 to 100")]
    (!values.is_empty()).then(|| mean.round() as i32)
}

fn parse_quarter(text: &str) -> Result<Period> {
    let period = Period::parse(text).ok().filter(|period| period.resolution() == Resolution::Quarter);
    Ok(period.ok_or(Problem::NotFound)?)
}

async fn quarters(db: &impl ConnectionTrait) -> Result<Vec<Period>> {
    let sql = "SELECT starts_on FROM round WHERE state = 'released' ORDER BY starts_on DESC";
    let starts: Vec<NaiveDate> = db::column(db, sql, []).await?;
    let mut quarters: Vec<Period> =
        starts.into_iter().map(|start| Period::containing(start, Resolution::Quarter)).collect();
    quarters.dedup();
    Ok(quarters)
}

/// A figure as the ledger holds it.
#[derive(FromQueryResult)]
struct Released {
    unit_id: UnitId,
    /// First day of the round at which it stands.
    starts_on: NaiveDate,
    measure: String,
    state: String,
    value: Option<i32>,
}

/// The quarter's ledger cells by unit; a round belongs to the quarter in which it starts.
async fn cells(db: &impl ConnectionTrait, tree: &Tree, quarter: Period) -> Result<Vec<(UnitId, ReviewCell)>> {
    let released: Vec<Released> = db::all(
        db,
        &format!(
            "SELECT released_figure.unit_id, round.starts_on, released_figure.measure, released_figure.state,
                    released_figure.value
             FROM released_figure JOIN round ON round.id = released_figure.round_id
             WHERE {NONE_VOID} AND round.starts_on BETWEEN $1 AND $2
             ORDER BY released_figure.unit_id, round.starts_on, released_figure.measure"
        ),
        [quarter.start().into(), quarter.end().into()],
    )
    .await?;
    let mut cells = Vec::with_capacity(released.len());
    for figure in released {
        if tree.get(figure.unit_id).is_none() {
            continue;
        }
        let cell = ReviewCell {
            round_start: figure.starts_on.to_string(),
            measure: ledger::measure(&figure.measure)?,
            state: ledger::state(&figure.state)?,
            value: figure.value,
        };
        cells.push((figure.unit_id, cell));
    }
    Ok(cells)
}
