//! A pack as tables, for a workbook and for CSV files: what people take along to reckon with. Nothing is reckoned
//! here that a table holds; where a figure is hidden its cell is empty, and its state says so.

mod charts;
mod customers;
mod rest;
mod staff;

use std::collections::HashMap;

use domain::{
    Lang,
    insight::{
        figures::Measure,
        pack::{Decimal, FACTORS, Pack, Place, Verdict, measures_of},
    },
    text::{t, tv},
};
use export::{Book, Cell, Column, ColumnKind as Kind, Dialect, Field, Notes, Sheet};
use unicode_normalization::UnicodeNormalization;

use super::{
    pages::{inside, label},
    words::{day, quarter},
};

/// What is known of the file beside the pack.
#[derive(Clone, Debug, Default)]
pub struct Edition {
    /// Version; none of a draft.
    pub version: Option<i64>,
    /// ISO day of the approval; none of a draft, which carries the day of its newest release.
    pub approved_on: Option<String>,
    /// The document's id.
    pub id: String,
    /// Where it is looked up.
    pub look_up: String,
}

/// What the tables are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A workbook.
    Workbook,
    /// CSV files in an archive.
    Archive,
}

/// How CSV files are written where a language is spoken.
pub const fn dialect(lang: Lang) -> Dialect {
    match lang {
        Lang::Nb => Dialect::SEMICOLON,
        Lang::En => Dialect::COMMA,
    }
}

/// The pack as tables.
pub fn book<'a>(pack: &'a Pack, edition: &Edition, form: Form, lang: Lang) -> Book<'a> {
    let known = Known::of(pack, lang);
    let name = quarter(lang, &pack.quarter);
    let kind = t(lang, "review-kind-organisation");
    let state = state(pack, edition, lang);
    let rounds = staff::round_rows(&known);
    let charts = charts::charts(&known, &rounds);
    let mut sheets = vec![
        staff::overview(&known),
        staff::quarter(&known),
        staff::rounds(&known, rounds),
        customers::complaints(&known),
        customers::cases(&known),
        rest::actions(&known),
        rest::factors(&known),
        rest::hidden(&known),
    ];
    sheets.push(rest::words(&known, &sheets));
    Book {
        title: format!("{kind} · {} · {name}", shown(&pack.organisation)),
        lang: lang.tag(),
        dated: edition.approved_on.clone().unwrap_or_else(|| pack.dated.clone()),
        header: edition.version.map_or(state.clone(), |_| String::new()),
        footer: edition.id.clone(),
        notes: Notes { name: t(lang, "book-sheet-notes"), lines: notes(pack, edition, &state, form, lang) },
        sheets,
        charts: export::Charts { name: t(lang, "book-sheet-charts"), after: 3, all: charts },
    }
}

fn state(pack: &Pack, edition: &Edition, lang: Lang) -> String {
    let long = super::pages::long_day;
    match (edition.version, &edition.approved_on) {
        (Some(version), Some(on)) => {
            let values = [("date", long(lang, on).into()), ("version", version.into())];
            tv(lang, "review-approved", &values)
        }
        _ => tv(lang, "review-draft", &[("date", long(lang, &pack.dated).into())]),
    }
}

fn notes(pack: &Pack, edition: &Edition, state: &str, form: Form, lang: Lang) -> Vec<(String, String)> {
    let void: Vec<String> = pack.rounds.void.iter().map(|iso| day(lang, iso)).collect();
    let mut lines = Vec::new();
    let mut add = |id: &str, text: String| lines.push((t(lang, &format!("book-note-{id}")), text));
    add("organisation", shown(&pack.organisation));
    add("quarter", quarter(lang, &pack.quarter));
    add("previous", quarter(lang, &pack.previous));
    add("state", state.to_owned());
    if !edition.id.is_empty() {
        add("id", edition.id.clone());
        add("look-up", edition.look_up.clone());
    }
    add("rounds", pack.rounds.released.to_string());
    if !void.is_empty() {
        add("void", void.join(", "));
    }
    let tests = pack.tests.core + pack.tests.items + pack.tests.rates;
    add("tests", tv(lang, "book-note-tests-text", &[("tests", tests.into())]));
    for id in ["scores", "hidden", "clear", "half", "rates", "order", "limits", "reuse"] {
        add(id, t(lang, &format!("book-note-{id}-text")));
    }
    let form = if form == Form::Archive { "book-note-csv-text" } else { "book-note-workbook-text" };
    add("form", t(lang, form));
    lines
}

/// Text from people as it is shown: composed letters.
pub(super) fn shown(text: &str) -> String {
    text.nfc().collect()
}

/// A pack with what is looked up in it again and again.
pub(super) struct Known<'a> {
    pack: &'a Pack,
    lang: Lang,
    places: HashMap<&'a str, &'a Place>,
    /// Measures in the order of reports.
    order: HashMap<String, usize>,
}

impl<'a> Known<'a> {
    fn of(pack: &'a Pack, lang: Lang) -> Self {
        let own = pack.own.iter().map(|own| format!("own_{}", own.number));
        let order = Measure::all().map(|measure| measure.name().into_owned()).chain(own);
        Self {
            pack,
            lang,
            places: pack.places.iter().map(|place| (place.unit.as_str(), place)).collect(),
            order: order.enumerate().map(|(place, name)| (name, place)).collect(),
        }
    }

    /// Measures in the order of reports; those that are unknown last, by name.
    fn rank<'b>(&self, name: &'b str) -> (usize, &'b str) {
        (self.order.get(name).copied().unwrap_or(usize::MAX), name)
    }

    fn number(&self, unit: &str) -> Cell {
        self.places.get(unit).map_or_else(|| text(unit), |place| text(&place.number))
    }

    /// What all measures that occur are called.
    fn labels(&self) -> HashMap<&'a str, String> {
        let mut labels: HashMap<&'a str, String> = HashMap::new();
        let of_cells = self.pack.cells.iter().map(|cell| cell.measure.as_str());
        let of_units = self.pack.units.iter().flat_map(|row| row.measures.keys().map(String::as_str));
        for name in of_cells.chain(of_units) {
            labels.entry(name).or_insert_with(|| shown(&label(self.pack, name, self.lang)));
        }
        labels
    }

    fn verdict(&self, verdict: Verdict) -> Cell {
        Cell::Text(t(self.lang, &format!("review-verdict-{}", verdict.name().replace('_', "-"))))
    }

    /// First days of rounds by their numbers.
    fn days(&self) -> HashMap<i64, &'a str> {
        self.pack.calendar.iter().map(|round| (round.n, round.starts.as_str())).collect()
    }

    fn sheet(&self, id: &'static str, fields: Vec<Field>, rows: export::Rows<'a>) -> Sheet<'a> {
        let dashed = id.replace('_', "-");
        Sheet {
            id,
            name: t(self.lang, &format!("book-sheet-{dashed}")),
            file: t(self.lang, &format!("book-file-{dashed}")),
            about: t(self.lang, &format!("book-about-{dashed}")),
            fields,
            frozen: 2,
            names: Vec::new(),
            rows,
        }
    }

    fn field(&self, id: &'static str, kind: Kind) -> Field {
        let title = t(self.lang, &format!("book-{}", id.replace('_', "-")));
        let width = match (id, kind) {
            ("tried" | "means" | "signal", _) => 48,
            ("sentence", _) => 36,
            ("unit" | "measure_name" | "what" | "worst_teams" | "meant_for" | "column_title", _) => 24,
            ("unit_number" | "factor" | "state" | "answered", _) => 10,
            (_, Kind::Text) => 14,
            (_, Kind::Date) => 11,
            // Narrow, so that what is one page wide on paper can be read there.
            _ => 8,
        };
        Field { id, column: Column::new(title, kind), width }
    }

    /// A column of a measure: the name of the measure, then that of the column.
    fn of_measure(&self, id: &'static str, measure: &str, column: &str, kind: Kind) -> Field {
        let name = t(self.lang, &format!("measure-{measure}"));
        let title = match column {
            "value" => name,
            column => {
                let column = inside(&t(self.lang, &format!("book-{column}")));
                tv(self.lang, "book-of-measure", &[("measure", name.into()), ("column", column.into())])
            }
        };
        Field { column: Column::new(title, kind), ..self.field(id, kind) }
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(shown(text))
}

fn whole(number: impl Into<i64>) -> Cell {
    Cell::Integer(number.into())
}

fn maybe(number: Option<i32>) -> Cell {
    number.map_or(Cell::Empty, whole)
}

fn percent(number: Option<i32>) -> Cell {
    number.map_or(Cell::Empty, |number| Cell::Percent(i64::from(number)))
}

fn decimal(number: Option<Decimal>) -> Cell {
    number.map_or(Cell::Empty, |own| Cell::Decimal { digits: own.digits, scale: own.scale })
}

fn date(iso: Option<&str>) -> Cell {
    iso.map_or(Cell::Empty, |iso| Cell::Date(iso.to_owned()))
}

/// Letter of the factor that a measure belongs to.
fn factor_of(name: &str) -> Option<&'static str> {
    let measure = Measure::from_name(name)?;
    FACTORS
        .iter()
        .find(|(_, factor)| measures_of(Some(*factor)).contains(&measure))
        .map(|(letter, _)| *letter)
}
