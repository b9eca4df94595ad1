//! The heat map: units by rounds, one released measure as shades, with the marks of the trends.

use charts::{Heat, HeatCell, HeatKey, HeatMap, HeatRow, Theme, Tick};
use chrono::Datelike;
use domain::{
    Lang, Right, UnitId, format,
    insight::{
        figures::{CellState, Measure},
        map::{MapPage, MapQuery},
        signal::{SignalMeasure, SignalState},
        today::UnitName,
    },
    organisation::unit::{UnitItem, UnitPlace},
    staff::bank::Item,
    text::{t, tv},
};
use sea_orm::ConnectionTrait;

use super::{
    cells::{self, Cell, Cells},
    marks::{Marks, mark_id, shape},
    page_of,
    shades::Scale,
    signals,
};
use crate::{
    figures::FileKind,
    ledger::{self, OwnStatements},
    matters,
};
use base::{Actor, Base, Error, Result, authorize};
use organisation::Tree;

/// Units on a page.
const MOST_ROWS: usize = 60;
/// Widths of the chart on wide and on narrow pages, in CSS pixels.
const WIDE: u32 = 1060;
const NARROW: u32 = 340;
/// Rounds of the narrow chart.
const NARROW_COLUMNS: usize = 12;
/// Names that a sentence tells before it counts the rest.
const MOST_NAMES: usize = 6;

/// The heat map of the units directly below one, or of a unit with nothing below.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn map(base: &Base, actor: Option<&Actor>, query: &MapQuery, lang: Lang) -> Result<MapPage> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    let map = Map::load(base, &tops, query, lang).await?;
    let draw = |most, width| {
        let drawing = map.drawing(most, lang);
        let size = drawing.comfortable_size(width)?;
        charts::heat_svg(&drawing, size).map(charts::Svg::into_string)
    };
    let failed = |error: charts::ChartError| Error::Internal(error.to_string());
    let is_empty = map.cells.columns.is_empty();
    let svg = |most, width| (!is_empty).then(|| draw(most, width)).transpose().map_err(failed);
    Ok(MapPage {
        headline: map.headline(lang),
        worse_below: map.worse_below.clone(),
        worse_more: map.worse_more,
        lead: map.lead(lang),
        svg: svg(usize::MAX, WIDE)?,
        svg_narrow: svg(NARROW_COLUMNS, NARROW)?,
        narrow_note: map.narrow_note(lang),
        columns: map.heads(lang),
        rows: map.table(lang),
        notes: map.notes(lang),
        measure: map.measure.name().into_owned(),
        offered: map.offered,
        reach: query.reach,
        page: map.page,
        pages: map.pages,
        place: map.place,
    })
}

/// The heat map as a file.
///
/// # Errors
/// As [`map`].
pub async fn map_file(
    base: &Base,
    actor: Option<&Actor>,
    query: &MapQuery,
    lang: Lang,
    kind: FileKind,
) -> Result<Vec<u8>> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    let drawing = Map::load(base, &tops, query, lang).await?.drawing(usize::MAX, lang);
    let size = || drawing.comfortable_size(WIDE);
    kind.drawn(
        || charts::heat_svg(&drawing, size()?),
        || charts::heat_png(&drawing, size()?, Theme::Light, 2),
    )
}

/// The units that a map of a unit shows: those directly below, or itself when there are none. One row alone is no
/// map, so a single unit below gives way to what is below that.
fn rows(tree: &Tree, place: &UnitPlace) -> Vec<UnitItem> {
    let mut rows = place.below.clone();
    while let [only] = rows.as_slice() {
        let below: Vec<UnitItem> = tree.children(only.id).iter().filter_map(|id| tree.item(*id)).collect();
        let open: Vec<UnitItem> = below.into_iter().filter(|unit| unit.closed_on.is_none()).collect();
        if open.is_empty() {
            break;
        }
        rows = open;
    }
    if rows.is_empty() { vec![place.unit.clone()] } else { rows }
}

/// Everything a heat map says.
struct Map {
    place: UnitPlace,
    measure: Measure,
    label: String,
    offered: Vec<(String, String)>,
    /// The units of this page.
    units: Vec<UnitItem>,
    /// All units of all pages whose newest figure is worth a look, by name; none where the measure carries no
    /// signals.
    concern: Option<Vec<String>>,
    /// Teams below those units that stand out in the measure: the first by name, and how many more.
    worse_below: Vec<UnitName>,
    worse_more: u64,
    /// Number of units on all pages.
    total: usize,
    cells: Cells,
    /// The periods of the units of this page whose figures differ from the usual level.
    marks: Marks,
    page: u32,
    pages: u32,
}

impl Map {
    async fn load(base: &Base, tops: &[UnitId], query: &MapQuery, lang: Lang) -> Result<Self> {
        let db = base.db.snapshot().await?;
        let tree = organisation::tree(base, &db).await?;
        let place = tree.asked(tops, query.unit)?;
        let all = rows(&tree, &place);
        let offered = offered(&db, place.unit.id, lang).await?;
        let measure = query.measure.unwrap_or(Measure::Strain);
        let label = offered
            .iter()
            .find(|(name, _)| *name == *measure.name())
            .map_or_else(|| t(lang, &measure.text_id()), |(_, label)| label.clone());
        let (page, pages, units) = page_of(&all, MOST_ROWS, query.page);
        let ids: Vec<UnitId> = units.iter().map(|unit| unit.id).collect();
        let cells = cells::load(&db, &ids, measure, query.reach.rounds()).await?;
        let (concern, marks) = match signal_of(measure) {
            Some(measure) => {
                (Some(concern(&db, &all, measure).await?), Marks::load(&db, &ids, measure).await?)
            }
            None => (None, Marks::default()),
        };
        let mut worse = match signal_of(measure) {
            Some(signal) => matters::worse_below(&db, &tree, place.unit.id, Some(signal)).await?,
            None => Vec::new(),
        };
        worse.retain(|team| all.iter().all(|row| row.id != team.id));
        let (worse_below, worse_more) = matters::named(worse);
        let (total, units) = (all.len(), units.to_vec());
        Ok(Self {
            place,
            measure,
            label,
            offered,
            units,
            concern,
            worse_below,
            worse_more,
            total,
            cells,
            marks,
            page,
            pages,
        })
    }

    /// On a narrow page: that the chart has the latest rounds alone.
    fn narrow_note(&self, lang: Lang) -> Option<String> {
        let all = self.cells.columns.len();
        let values = [("shown", NARROW_COLUMNS.into()), ("all", all.into())];
        (all > NARROW_COLUMNS).then(|| tv(lang, "map-narrow", &values))
    }

    fn row(&self, unit: &UnitItem) -> &[Cell] {
        self.cells.rows.get(&unit.id).map(Vec::as_slice).unwrap_or_default()
    }

    /// What the figure of a cell says beside the unit's usual level. A figure of several rounds says it at its last.
    fn mark(&self, unit: &UnitItem, cell: &Cell) -> Option<SignalState> {
        let column = self.cells.columns.get(cell.last).filter(|_| is_new(cell))?;
        self.marks.at(unit.id, column.starts_on)
    }

    /// A value as it is written.
    fn written(&self, value: i32, lang: Lang) -> String {
        match self.measure {
            Measure::ResponseRate | Measure::Overloaded | Measure::Underloaded => {
                tv(lang, "map-percent", &[("value", value.into())])
            }
            _ => format::number(lang, f64::from(value), 0),
        }
    }

    /// What stands out beside each unit's own usual level; nothing is put in an order.
    fn headline(&self, lang: Lang) -> String {
        match &self.concern {
            Some(concern) if !self.cells.columns.is_empty() => tv(
                lang,
                // Nothing is as usual where a team further down is not.
                if concern.is_empty() && !self.worse_below.is_empty() {
                    "map-headline-whole"
                } else {
                    "map-headline"
                },
                &[
                    ("measure", self.label.as_str().into()),
                    ("count", concern.len().into()),
                    ("units", self.total.into()),
                ],
            ),
            _ => tv(lang, "map-headline-plain", &[("measure", self.label.as_str().into())]),
        }
    }

    fn lead(&self, lang: Lang) -> String {
        let mut parts = vec![self.newest(lang)];
        if let Some(concern) = self.concern.as_ref().filter(|concern| !concern.is_empty()) {
            let names = concern.iter().take(MOST_NAMES).cloned().collect::<Vec<_>>().join(", ");
            let more = concern.len().saturating_sub(MOST_NAMES);
            parts.push(tv(lang, "map-concern", &[("names", names.into()), ("more", more.into())]));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" ")
    }

    /// The newest column in words: from where to where, and how much of it is hidden.
    fn newest(&self, lang: Lang) -> String {
        let Some((last, column)) = self.cells.columns.iter().enumerate().next_back() else {
            return t(lang, "map-nothing");
        };
        let newest: Vec<&Cell> = self
            .units
            .iter()
            .filter_map(|unit| self.row(unit).last())
            .filter(|cell| cell.last == last)
            .collect();
        let values =
            newest.iter().filter(|cell| cell.state == CellState::Published).filter_map(|cell| cell.value);
        let values: Vec<i32> = values.collect();
        let hidden = newest.iter().filter(|cell| is_hidden(cell.state)).count();
        let (Some(low), Some(high)) = (values.iter().min(), values.iter().max()) else {
            return tv(lang, "map-newest-none", &[("period", column.name(lang).into())]);
        };
        let id = if low == high { "map-newest-one" } else { "map-newest" };
        tv(
            lang,
            id,
            &[
                ("period", column.name(lang).into()),
                ("low", self.written(*low, lang).into()),
                ("high", self.written(*high, lang).into()),
                ("shown", values.len().into()),
                ("hidden", hidden.into()),
            ],
        )
    }

    fn notes(&self, lang: Lang) -> Vec<String> {
        let cells = || self.units.iter().flat_map(|unit| self.row(unit));
        let mut notes = vec![t(lang, "map-note-scale")];
        if self.concern.is_some() {
            notes.push(t(lang, "map-note-marks"));
        }
        if cells().any(|cell| cell.last > cell.first) {
            notes.push(t(lang, "map-note-window"));
        }
        if cells().any(|cell| cell.state == CellState::Held) {
            notes.push(t(lang, "map-note-held"));
        }
        notes
    }

    /// The map as the charts crate draws it: at most the last `most` rounds.
    fn drawing(&self, most: usize, lang: Lang) -> HeatMap {
        let cut = self.cells.columns.len().saturating_sub(most);
        let columns = self.cells.columns.get(cut..).unwrap_or_default();
        let shown = self.units.iter().flat_map(|unit| self.row(unit)).filter(|cell| cell.last >= cut);
        let scale = Scale::of(shown.clone().filter(|cell| is_new(cell)).filter_map(|cell| cell.value));
        let has = |wanted: fn(CellState) -> bool| shown.clone().any(|cell| wanted(cell.state));
        let mut keys = scale.map(|scale| scale.keys(|value| self.written(value, lang))).unwrap_or_default();
        if has(is_hidden) {
            keys.push(HeatKey { heat: Heat::Hidden, label: t(lang, "legend-hidden"), ..HeatKey::default() });
        }
        if has(|state| state == CellState::Held) {
            keys.push(HeatKey { heat: Heat::Held, label: t(lang, "map-key-held"), ..HeatKey::default() });
        }
        keys.push(HeatKey { heat: Heat::Empty, label: t(lang, "map-key-empty"), ..HeatKey::default() });
        for (state, id) in [(SignalState::Concern, "legend-concern"), (SignalState::Better, "legend-better")]
        {
            let cells =
                || self.units.iter().flat_map(|unit| self.row(unit).iter().map(move |cell| (unit, cell)));
            if cells().any(|(unit, cell)| cell.last >= cut && self.mark(unit, cell) == Some(state)) {
                keys.push(HeatKey { mark: shape(state), label: t(lang, id), ..HeatKey::default() });
            }
        }
        let rows = self.units.iter().map(|unit| {
            let cells = self.row(unit).iter().filter(|cell| cell.last >= cut);
            let cells = cells.filter_map(|cell| {
                Some(HeatCell {
                    first: cell.first.saturating_sub(cut),
                    last: cell.last - cut,
                    heat: heat(cell, scale)?,
                    mark: self.mark(unit, cell).and_then(shape),
                    label: cell.value.filter(|_| is_new(cell)).map(|v| v.to_string()).unwrap_or_default(),
                    explanation: self.explanation(unit, cell, lang),
                })
            });
            HeatRow { label: unit.name.clone(), cells: cells.collect() }
        });
        HeatMap {
            rows: rows.collect(),
            columns: columns.len(),
            ticks: ticks(columns, lang),
            keys,
            blank: t(lang, "map-nothing"),
            description: tv(
                lang,
                "map-description",
                &[
                    ("measure", self.label.as_str().into()),
                    ("unit", self.place.unit.name.as_str().into()),
                    ("rounds", columns.len().into()),
                    ("units", self.units.len().into()),
                ],
            ),
        }
    }

    fn explanation(&self, unit: &UnitItem, cell: &Cell, lang: Lang) -> String {
        let period = self.period(cell, lang);
        let label = format!("{}, {}", unit.name, self.label);
        let values = [("label", label.into()), ("period", period.into())];
        let value = cell.value.map(|value| self.written(value, lang));
        match (cell.state, value) {
            (CellState::Published, Some(value)) => {
                let said = tv(lang, "point-value", &[&values[..], &[("value", value.into())]].concat());
                match self.mark(unit, cell).and_then(mark_id) {
                    Some(id) => format!("{said} {}", t(lang, id)),
                    None => said,
                }
            }
            (CellState::Held, Some(value)) => {
                tv(lang, "map-held", &[&values[..], &[("value", value.into())]].concat())
            }
            _ => tv(lang, "point-hidden", &values),
        }
    }

    /// The rounds that a figure speaks of.
    fn period(&self, cell: &Cell, lang: Lang) -> String {
        let name = |place: usize| self.cells.columns.get(place).map(|column| column.name(lang));
        let (first, last) = (name(cell.first).unwrap_or_default(), name(cell.last).unwrap_or_default());
        if cell.first == cell.last {
            return last;
        }
        tv(lang, "map-periods", &[("first", first.into()), ("last", last.into())])
    }

    fn heads(&self, lang: Lang) -> Vec<String> {
        let rounds = self.cells.columns.iter().rev().map(|column| column.name(lang));
        std::iter::once(t(lang, "field-unit")).chain(rounds).collect()
    }

    fn table(&self, lang: Lang) -> Vec<Vec<String>> {
        let row = |unit: &UnitItem| {
            let mut texts = vec![t(lang, "cell-no-data"); self.cells.columns.len()];
            for cell in self.row(unit) {
                let value = cell.value.map(|value| self.written(value, lang));
                let text = match (cell.state, value) {
                    (CellState::Published, Some(value)) => match self.mark(unit, cell) {
                        Some(SignalState::Concern) => {
                            tv(lang, "map-cell-concern", &[("value", value.into())])
                        }
                        Some(SignalState::Better) => tv(lang, "map-cell-better", &[("value", value.into())]),
                        _ => value,
                    },
                    (CellState::Held, Some(value)) => tv(lang, "cell-held", &[("value", value.into())]),
                    (state, _) if is_hidden(state) => t(lang, "cell-hidden"),
                    _ => continue,
                };
                let together = tv(lang, "map-cell-together", &[("value", text.as_str().into())]);
                for place in cell.first..=cell.last {
                    if let Some(slot) = texts.get_mut(place) {
                        *slot = if cell.first == cell.last { text.clone() } else { together.clone() };
                    }
                }
            }
            texts.reverse();
            texts.insert(0, unit.name.clone());
            texts
        };
        self.units.iter().map(row).collect()
    }
}

const fn is_hidden(state: CellState) -> bool {
    matches!(state, CellState::Hidden)
}

/// Whether the cell holds a figure of its own rounds.
fn is_new(cell: &Cell) -> bool {
    cell.state == CellState::Published
}

/// What a cell looks like; nothing where nobody answered.
fn heat(cell: &Cell, scale: Option<Scale>) -> Option<Heat> {
    match cell.state {
        CellState::Published => Some(Heat::Value(scale?.shade(cell.value?))),
        CellState::Held => Some(Heat::Held),
        CellState::Hidden => Some(Heat::Hidden),
        CellState::NoData => None,
    }
}

/// A label where a month begins.
fn ticks(columns: &[cells::Column], lang: Lang) -> Vec<Tick> {
    let mut ticks = Vec::new();
    let mut last: Option<(i32, u32)> = None;
    for (index, column) in columns.iter().enumerate() {
        let month = (column.starts_on.year(), column.starts_on.month());
        if last != Some(month) {
            let with_year = last.is_some_and(|(year, _)| year != month.0);
            ticks.push(Tick { index, label: format::tick(lang, column.starts_on, with_year) });
            last = Some(month);
        }
    }
    ticks
}

/// The measures to pick from, with their labels.
async fn offered(db: &impl ConnectionTrait, unit: UnitId, lang: Lang) -> Result<Vec<(String, String)>> {
    let measures = ledger::measures(db, unit).await?;
    let has_own = measures.iter().any(|measure| matches!(measure, Measure::Score(Item::Own(_))));
    let own = if has_own { OwnStatements::load(db).await? } else { OwnStatements::default() };
    let label = |measure: &Measure| match measure {
        Measure::Score(Item::Own(number)) => own.wording(*number, lang),
        measure => t(lang, &measure.text_id()),
    };
    Ok(measures.iter().map(|measure| (measure.name().into_owned(), label(measure))).collect())
}

/// The measure of signals that this one is, if any.
fn signal_of(measure: Measure) -> Option<SignalMeasure> {
    match measure {
        Measure::Strain => Some(SignalMeasure::Strain),
        Measure::Score(Item::C2) => Some(SignalMeasure::Satisfaction),
        _ => None,
    }
}

/// Names of the units whose newest figure is worth a look, in the order of the units.
async fn concern(
    db: &impl ConnectionTrait,
    units: &[UnitItem],
    measure: SignalMeasure,
) -> Result<Vec<String>> {
    let ids: Vec<UnitId> = units.iter().map(|unit| unit.id).collect();
    let is_worse = |mark: &&signals::Mark| {
        mark.measure == measure && mark.state == SignalState::Concern && !mark.is_one_of_many
    };
    let marks = signals::marks(db, &ids).await?;
    let marked: Vec<UnitId> = marks.iter().filter(is_worse).map(|mark| mark.unit).collect();
    Ok(units.iter().filter(|unit| marked.contains(&unit.id)).map(|unit| unit.name.clone()).collect())
}
