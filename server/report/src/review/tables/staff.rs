//! What the tables say of staff.

use std::collections::BTreeMap;

use domain::insight::pack::{Cell as LedgerCell, Complaints, Figure, State, UnitRow, Why};
use export::{Cell, ColumnKind as Kind, Field, Sheet};

use super::{Known, date, decimal, factor_of, maybe, percent, shown, text, whole};

/// Titles of the columns of a core measure.
const STRAIN: [&str; 5] =
    ["strain", "strain_previous", "strain_change", "strain_half_width", "strain_verdict"];
const SATISFACTION: [&str; 5] = [
    "satisfaction",
    "satisfaction_previous",
    "satisfaction_change",
    "satisfaction_half_width",
    "satisfaction_verdict",
];

/// One row a unit and series: what a summary says of it.
pub(super) fn overview<'a>(known: &Known<'a>) -> Sheet<'a> {
    let mut fields = vec![
        known.field("unit_number", Kind::Text),
        known.field("unit", Kind::Text),
        known.field("series", Kind::Integer),
        known.field("depth", Kind::Integer),
        known.field("people", Kind::Integer),
        known.field("sentence", Kind::Text),
    ];
    for (measure, ids) in [("strain", STRAIN), ("satisfaction", SATISFACTION)] {
        let columns = ["value", "previous", "change", "half-width", "verdict"];
        let kinds = [Kind::Integer, Kind::Integer, Kind::Change, Kind::Integer, Kind::Text];
        let of = |((id, column), kind)| known.of_measure(id, measure, column, kind);
        fields.extend(ids.into_iter().zip(columns).zip(kinds).map(of));
    }
    fields.extend([
        known.field("rate", Kind::Number),
        known.field("rate_lower", Kind::Number),
        known.field("rate_upper", Kind::Number),
        known.field("rate_previous", Kind::Number),
        known.field("rate_change", Kind::ChangePercent),
        known.field("rate_change_lower", Kind::ChangePercent),
        known.field("rate_change_upper", Kind::ChangePercent),
        known.field("rate_verdict", Kind::Text),
        known.field("rounds_shown", Kind::Integer),
        known.field("rounds_of", Kind::Integer),
        known.field("response", Kind::Percent),
        known.field("answered_few", Kind::Integer),
        known.field("answered_half", Kind::Integer),
        known.field("answered_most", Kind::Integer),
    ]);
    let pack = known.pack;
    // A unit that moved has its complaints once, in the series that runs at the quarter's end.
    let mut last: BTreeMap<&str, i64> = BTreeMap::new();
    for row in &pack.units {
        let end = last.entry(&row.unit).or_insert(row.last_round);
        *end = row.last_round.max(*end);
    }
    let is_last = move |row: &UnitRow| last.get(row.unit.as_str()) == Some(&row.last_round);
    let own = Known::of(pack, known.lang);
    let rows = pack.units.iter().map(move |row| {
        let place = own.places.get(row.unit.as_str());
        let complaints = pack.complaints.get(&row.unit).filter(|_| is_last(row));
        let mut cells = vec![
            own.number(&row.unit),
            text(&row.name),
            whole(row.series),
            place.map_or(Cell::Empty, |place| whole(place.depth)),
            place.and_then(|place| place.people).map_or(Cell::Empty, whole),
            Cell::Text(super::super::words::said(pack, row, "review-said", own.lang)),
        ];
        cells.extend(core(&own, row, "strain"));
        cells.extend(core(&own, row, "satisfaction"));
        cells.extend(rate(&own, complaints));
        let rounds = row.measures.get("satisfaction");
        cells.push(rounds.map_or(Cell::Empty, |own| whole(own.rounds_shown)));
        cells.push(rounds.map_or(Cell::Empty, |own| whole(own.rounds_of)));
        cells.push(percent(row.response));
        let bands = row.response_bands.map(|own| [own.low, own.middle, own.high]);
        cells.extend(bands.map_or([Cell::Empty, Cell::Empty, Cell::Empty], |own| own.map(whole)));
        cells
    });
    known.sheet("overview", fields, Box::new(rows))
}

fn core(known: &Known<'_>, row: &UnitRow, measure: &str) -> [Cell; 5] {
    let Some(own) = row.measures.get(measure) else { return Default::default() };
    [
        maybe(own.value),
        maybe(own.previous),
        maybe(own.change),
        maybe(own.half_width),
        known.verdict(own.verdict),
    ]
}

fn rate(known: &Known<'_>, complaints: Option<&Complaints>) -> [Cell; 8] {
    let Some(own) = complaints else { return Default::default() };
    let [value, lower, upper] = own.printed.map_or([None; 3], |printed| printed.map(Some));
    let change = own.change.as_ref();
    [
        decimal(value),
        decimal(lower),
        decimal(upper),
        decimal(own.previous_printed),
        percent(change.map(|own| own.percent)),
        percent(change.map(|own| own.percent_lower)),
        percent(change.map(|own| own.percent_upper)),
        known.verdict(own.verdict),
    ]
}

fn state(figure: &Figure) -> &'static str {
    match (figure.value, figure.why) {
        (Some(_), _) => State::Published.name(),
        (None, Some(Why::Void)) => State::Void.name(),
        (None, Some(Why::NoData)) => "no_data",
        (None, Some(Why::TooFewRounds)) => "too_few_rounds",
        (None, Some(Why::Hidden) | None) => State::Hidden.name(),
    }
}

/// One row a unit, series and measure.
pub(super) fn quarter<'a>(known: &Known<'a>) -> Sheet<'a> {
    let fields = vec![
        known.field("unit_number", Kind::Text),
        known.field("unit", Kind::Text),
        known.field("series", Kind::Integer),
        known.field("measure", Kind::Text),
        known.field("measure_name", Kind::Text),
        known.field("factor", Kind::Text),
        known.field("value", Kind::Integer),
        known.field("previous", Kind::Integer),
        known.field("change", Kind::Change),
        known.field("half_width", Kind::Integer),
        known.field("verdict", Kind::Text),
        known.field("q", Kind::Fine),
        known.field("organisation_value", Kind::Integer),
        known.field("gap", Kind::Change),
        known.field("rounds_shown", Kind::Integer),
        known.field("rounds_of", Kind::Integer),
        known.field("windows", Kind::Integer),
        known.field("shown", Kind::Integer),
        known.field("hidden", Kind::Integer),
        known.field("void", Kind::Integer),
        known.field("state", Kind::Text),
    ];
    let (pack, lang) = (known.pack, known.lang);
    let (own, labels) = (Known::of(pack, lang), known.labels());
    let rows = pack.units.iter().flat_map(move |row| {
        let drivers = pack.drivers.get(&row.key()).map_or(&[][..], Vec::as_slice);
        let mut measures: Vec<(&String, &Figure)> = row.measures.iter().collect();
        measures.sort_by_key(|(name, _)| own.rank(name));
        let of = |(name, figure): (&String, &Figure)| {
            let beside = drivers.iter().find(|driver| driver.measure == *name);
            vec![
                own.number(&row.unit),
                text(&row.name),
                whole(row.series),
                text(name),
                Cell::Text(labels.get(name.as_str()).cloned().unwrap_or_default()),
                factor_of(name).map_or(Cell::Empty, text),
                maybe(figure.value),
                maybe(figure.previous),
                maybe(figure.change),
                maybe(figure.half_width),
                own.verdict(figure.verdict),
                decimal(figure.q),
                beside.map_or(Cell::Empty, |beside| whole(beside.organisation)),
                beside.map_or(Cell::Empty, |beside| whole(beside.gap)),
                whole(figure.rounds_shown),
                whole(figure.rounds_of),
                whole(figure.windows),
                whole(figure.shown),
                whole(figure.hidden),
                whole(figure.void),
                text(state(figure)),
            ]
        };
        measures.into_iter().map(of).collect::<Vec<_>>()
    });
    let sheet = known.sheet("quarter", fields, Box::new(rows));
    Sheet { names: vec![("q_value", 6)], ..sheet }
}

/// A row of the table of rounds: a cell of the ledger, or a void round in which nothing was released.
#[derive(Clone, Copy)]
pub(super) enum RoundRow<'a> {
    Cell(&'a LedgerCell),
    Void { place: u32, series: u32, measure: &'a str, round: i64 },
}

impl<'a> RoundRow<'a> {
    /// Unit and series, and the measure.
    pub(super) const fn of(&self) -> (u32, u32, &'a str) {
        match self {
            Self::Cell(cell) => (cell.place, cell.series, cell.measure.as_str()),
            Self::Void { place, series, measure, .. } => (*place, *series, measure),
        }
    }

    const fn rounds(&self) -> (i64, i64) {
        match self {
            Self::Cell(cell) => (cell.first_round, cell.last_round),
            Self::Void { round, .. } => (*round, *round),
        }
    }
}

/// Rows of the table of rounds, those of a unit, series and measure together and in order of time. Void rounds are
/// rows of the core measures also where nothing was released in them: a chart has its gap there.
pub(super) fn round_rows<'a>(known: &Known<'a>) -> Vec<RoundRow<'a>> {
    let mut cells: Vec<&LedgerCell> = known.pack.cells.iter().collect();
    cells.sort_by_key(|cell| {
        (cell.place, cell.series, known.rank(&cell.measure), cell.first_round, cell.last_round)
    });
    let void: Vec<i64> =
        known.pack.calendar.iter().filter(|round| round.is_void).map(|round| round.n).collect();
    let mut rows = Vec::with_capacity(cells.len());
    let mut before: Option<&LedgerCell> = None;
    for cell in cells {
        if let Some(before) = before.filter(|before| {
            (before.place, before.series, &before.measure) == (cell.place, cell.series, &cell.measure)
                && matches!(cell.measure.as_str(), "strain" | "satisfaction")
        }) {
            let between = void.iter().filter(|n| before.last_round < **n && **n < cell.first_round);
            rows.extend(between.map(|n| RoundRow::Void {
                place: cell.place,
                series: cell.series,
                measure: &cell.measure,
                round: *n,
            }));
        }
        rows.push(RoundRow::Cell(cell));
        before = Some(cell);
    }
    rows
}

/// Columns of the table of rounds that charts draw.
pub(super) const FIRST_DAY: u16 = 7;
pub(super) const VALUE: u16 = 9;

/// One row a unit, series, window and measure.
pub(super) fn rounds<'a>(known: &Known<'a>, all: Vec<RoundRow<'a>>) -> Sheet<'a> {
    let fields: Vec<Field> = vec![
        known.field("unit_number", Kind::Text),
        known.field("unit", Kind::Text),
        known.field("series", Kind::Integer),
        known.field("measure", Kind::Text),
        known.field("measure_name", Kind::Text),
        known.field("first_round", Kind::Integer),
        known.field("last_round", Kind::Integer),
        known.field("first_day", Kind::Date),
        known.field("last_day", Kind::Date),
        known.field("value", Kind::Integer),
        known.field("lower", Kind::Integer),
        known.field("upper", Kind::Integer),
        known.field("answered", Kind::Text),
        known.field("state", Kind::Text),
    ];
    let pack = known.pack;
    let (labels, days) = (known.labels(), known.days());
    let names: Vec<String> = pack.places.iter().map(|place| shown(&place.name)).collect();
    let rows = all.into_iter().map(move |row| {
        let (place, series, measure) = row.of();
        let (first, last) = row.rounds();
        let unit =
            usize::try_from(place).ok().and_then(|place| Some((pack.places.get(place)?, names.get(place)?)));
        let (number, name) = unit
            .map_or_else(Default::default, |(place, name)| (text(&place.number), Cell::Text(name.clone())));
        let (value, lower, upper, band, state) = match row {
            RoundRow::Cell(cell) => (cell.value, cell.lower, cell.upper, cell.band.as_deref(), cell.state),
            RoundRow::Void { .. } => (None, None, None, None, State::Void),
        };
        vec![
            number,
            name,
            whole(series),
            text(measure),
            Cell::Text(labels.get(measure).cloned().unwrap_or_default()),
            whole(first),
            whole(last),
            date(days.get(&first).copied()),
            date(days.get(&last).copied()),
            maybe(value),
            maybe(lower),
            maybe(upper),
            band.map_or(Cell::Empty, text),
            text(state.name()),
        ]
    });
    let sheet = known.sheet("rounds", fields, Box::new(rows));
    Sheet { names: vec![("r_value", usize::from(VALUE))], ..sheet }
}
