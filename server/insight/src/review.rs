//! The quarter's review: released figures as a document and as files.
//!
//! Architecture invariant: reads the ledger and the roll-up, never the tally.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    Lang, Period, Problem, Resolution, Right,
    audit::Event,
    insight::{
        figures::{CellState, Measure},
        review::{ReviewCell, ReviewPage, ReviewRow},
    },
    staff::bank::Item,
    text::t,
};
use export::{Cell, Column, ColumnKind as Kind, Table};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest, Sha256};

use crate::{figures::NONE_VOID, ledger};
use base::{
    Actor, Base, Error, Result, audit, authorize,
    db::{self, execute},
    tokens::hex,
};
use customers::rollup;
use organisation::Tree;
use staff::{
    release::rules,
    rounds::own_items::{self, Labels},
};

/// The review page of a quarter such as `2026Q4`; without one the newest with a released round.
///
/// # Errors
/// `NotFound` for a text that is no quarter.
pub async fn page(base: &Base, actor: Option<&Actor>, quarter: Option<&str>) -> Result<ReviewPage> {
    let (actor, tops) = authorize(actor, Right::ViewReview)?;
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
        may_export: !actor.units_for(Right::ExportReview).is_empty(),
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
    unit_id: i64,
    /// First day of the round at which it stands.
    starts_on: NaiveDate,
    /// First day of the oldest round that it speaks of.
    since_on: NaiveDate,
    measure: String,
    state: String,
    value: Option<i32>,
    lower: Option<i32>,
    upper: Option<i32>,
    turnout_band: Option<String>,
}

/// The quarter's ledger cells by unit; a round belongs to the quarter in which it starts.
async fn cells(db: &impl ConnectionTrait, tree: &Tree, quarter: Period) -> Result<Vec<(i64, ReviewCell)>> {
    let released: Vec<Released> = db::all(
        db,
        &format!(
            "SELECT released_figure.unit_id, round.starts_on, oldest.starts_on AS since_on, released_figure.measure,
                    released_figure.state, released_figure.value, released_figure.lower, released_figure.upper,
                    released_figure.turnout_band
             FROM released_figure JOIN round ON round.id = released_figure.round_id
             JOIN round AS oldest ON oldest.id = released_figure.since_round_id
             WHERE {NONE_VOID} AND round.starts_on BETWEEN $1 AND $2
             ORDER BY released_figure.unit_id, round.starts_on, released_figure.measure"
        ),
        [quarter.start().into(), quarter.end().into()],
    )
    .await?;
    let mut cells = Vec::with_capacity(released.len());
    for figure in released {
        let Some(unit) = tree.get(figure.unit_id) else { continue };
        let cell = ReviewCell {
            unit: unit.name.clone(),
            unit_external: unit.external_id.clone(),
            round_start: figure.starts_on.to_string(),
            since_start: figure.since_on.to_string(),
            measure: ledger::measure(&figure.measure)?,
            state: ledger::state(&figure.state)?,
            value: figure.value,
            lower: figure.lower,
            upper: figure.upper,
            turnout: figure.turnout_band.unwrap_or_default(),
        };
        cells.push((figure.unit_id, cell));
    }
    Ok(cells)
}

/// File formats of the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values, UTF-8.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// Reads the ending of a file name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// The released figures of a quarter as a file: the same data give the same bytes. Logged with
/// who, what, when and a hash.
///
/// # Errors
/// `Forbidden` for anyone but HR; `NotFound` for a text that is no quarter.
pub async fn file(
    base: &Base,
    actor: Option<&Actor>,
    quarter: &str,
    format: Format,
    lang: Lang,
) -> Result<Vec<u8>> {
    let (actor, tops) = authorize(actor, Right::ExportReview)?;
    let quarter = parse_quarter(quarter)?;
    let table = {
        let db = base.db.snapshot().await?;
        let tree = organisation::tree(base, &db).await?;
        let labels = own_items::labels(&db).await?;
        table(&tree, &tops, cells(&db, &tree, quarter).await?, &labels, &quarter.to_string(), lang)
    };
    let failed = |error: export::ExportError| Error::Internal(error.to_string());
    let bytes = match format {
        Format::Csv => {
            let mut bytes = export::BYTE_ORDER_MARK.to_vec();
            export::csv(&table, &mut bytes).map_err(failed)?;
            bytes
        }
        Format::Xlsx => export::xlsx(&[table]).map_err(failed)?,
    };
    let what = format!("review {quarter} {format:?}").to_lowercase();
    let transaction = base.db.begin().await?;
    execute(
        &transaction,
        "INSERT INTO export_log (account_id, what, at, sha256) VALUES ($1, $2, $3, $4)",
        [actor.account.into(), what.as_str().into(), base.now().into(), hex(&Sha256::digest(&bytes)).into()],
    )
    .await?;
    let entry = audit::Entry { detail: &what, ..audit::Entry::new(Event::Exported, Some(actor.account)) };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    Ok(bytes)
}

/// Rows in tree order, then round, then measure; hidden cells are empty and say why.
fn table(
    tree: &Tree,
    tops: &[i64],
    cells: Vec<(i64, ReviewCell)>,
    labels: &Labels,
    name: &str,
    lang: Lang,
) -> Table {
    let column = |id: &str, kind| Column::new(t(lang, id), kind);
    let columns = vec![
        column("export-unit-number", Kind::Text),
        column("export-unit", Kind::Text),
        column("export-round", Kind::Date),
        column("export-since", Kind::Date),
        column("export-measure", Kind::Text),
        column("export-measure-label", Kind::Text),
        column("export-value", Kind::Integer),
        column("export-lower", Kind::Integer),
        column("export-upper", Kind::Integer),
        column("export-turnout", Kind::Text),
        column("export-state", Kind::Text),
    ];
    let mut by_unit: BTreeMap<i64, Vec<ReviewCell>> = BTreeMap::new();
    for (unit, cell) in cells {
        by_unit.entry(unit).or_default().push(cell);
    }
    let number = |value: Option<i32>| value.map_or(Cell::Empty, |value| Cell::Integer(i64::from(value)));
    let rows = tree
        .below(tops)
        .iter()
        .flat_map(|unit| by_unit.remove(&unit.id).unwrap_or_default())
        .map(|cell| {
            vec![
                Cell::Text(cell.unit_external),
                Cell::Text(cell.unit),
                Cell::Date(cell.round_start),
                Cell::Date(cell.since_start),
                Cell::Text(cell.measure.name().into_owned()),
                Cell::Text(labels.label(cell.measure, lang)),
                number(cell.value),
                number(cell.lower),
                number(cell.upper),
                Cell::Text(cell.turnout),
                Cell::Text(cell.state.name().to_owned()),
            ]
        })
        .collect();
    Table { name: name.to_owned(), columns, rows }
}
