//! Actions, the factors of § 4-3, what is hidden, and what every column means.

use domain::{
    insight::pack::Verdict,
    text::{has, t},
};
use export::{Cell, ColumnKind as Kind, Sheet};

use super::{Known, date, factor_of, label, maybe, text, whole};

/// One row an action.
pub(super) fn actions<'a>(known: &Known<'a>) -> Sheet<'a> {
    let fields = vec![
        known.field("unit_number", Kind::Text),
        known.field("unit", Kind::Text),
        known.field("action", Kind::Integer),
        known.field("tried", Kind::Text),
        known.field("meant_for", Kind::Text),
        known.field("factor", Kind::Text),
        known.field("role", Kind::Text),
        known.field("from_day", Kind::Date),
        known.field("review_day", Kind::Date),
        known.field("action_state", Kind::Text),
    ];
    let (pack, lang) = (known.pack, known.lang);
    let own = Known::of(pack, lang);
    let rows = pack.actions.iter().map(move |action| {
        let driver = action.driver.as_deref();
        let state = format!("action-state-{}", action.state);
        vec![
            own.number(&action.unit),
            own.places.get(action.unit.as_str()).map_or(Cell::Empty, |place| text(&place.name)),
            whole(action.id),
            text(&action.tried),
            driver.map_or(Cell::Empty, |name| text(&label(pack, name, lang))),
            action.factor.as_deref().or(driver.and_then(factor_of)).map_or(Cell::Empty, text),
            text(&action.role),
            date(Some(&action.from)),
            date(Some(&action.review_on)),
            match action.state.as_str() {
                "open" | "running" => Cell::Text(t(lang, "book-running")),
                _ if has(lang, &state) => Cell::Text(t(lang, &state)),
                other => text(other),
            },
        ]
    });
    known.sheet("actions", fields, Box::new(rows))
}

/// One row a factor and measure, of the whole organisation.
pub(super) fn factors<'a>(known: &Known<'a>) -> Sheet<'a> {
    let fields = vec![
        known.field("factor", Kind::Text),
        known.field("factor_name", Kind::Text),
        known.field("measure", Kind::Text),
        known.field("measure_name", Kind::Text),
        known.field("value", Kind::Integer),
        known.field("previous", Kind::Integer),
        known.field("change", Kind::Change),
        known.field("half_width", Kind::Integer),
        known.field("verdict", Kind::Text),
        known.field("teams_shown", Kind::Integer),
        known.field("teams_of", Kind::Integer),
        known.field("worst_value", Kind::Integer),
        known.field("worst_teams", Kind::Text),
    ];
    let (pack, lang) = (known.pack, known.lang);
    let own = Known::of(pack, lang);
    let all = pack.matrix_4_3.iter().flat_map(|(letter, rows)| rows.iter().map(move |row| (letter, row)));
    let rows = all.map(move |(letter, row)| {
        let teams = row.worst_teams.iter().map(|unit| {
            own.places.get(unit.as_str()).map_or_else(|| unit.clone(), |place| super::shown(&place.name))
        });
        vec![
            text(letter),
            Cell::Text(t(lang, &format!("review-factor-{letter}"))),
            text(&row.measure),
            text(&label(pack, &row.measure, lang)),
            maybe(row.value),
            maybe(row.previous),
            maybe(row.change),
            maybe(row.half_width),
            own.verdict(row.verdict),
            whole(row.teams_shown),
            whole(row.teams_of),
            maybe(row.worst_value),
            Cell::Text(teams.collect::<Vec<_>>().join(", ")),
        ]
    });
    let sheet = known.sheet("act_4_3", fields, Box::new(rows));
    Sheet { frozen: 4, ..sheet }
}

/// One row a unit and series: how much of it is shown.
pub(super) fn hidden<'a>(known: &Known<'a>) -> Sheet<'a> {
    let fields = vec![
        known.field("unit_number", Kind::Text),
        known.field("unit", Kind::Text),
        known.field("series", Kind::Integer),
        known.field("cells", Kind::Integer),
        known.field("shown", Kind::Integer),
        known.field("hidden", Kind::Integer),
        known.field("void", Kind::Integer),
        known.field("satisfaction_windows", Kind::Integer),
        known.field("satisfaction_hidden", Kind::Integer),
        known.field("void_rounds", Kind::Text),
        known.field("rounds_in_no_window", Kind::Text),
    ];
    let pack = known.pack;
    let own = Known::of(pack, known.lang);
    let rows = pack.hidden.iter().map(move |row| {
        vec![
            own.number(&row.unit),
            own.places.get(row.unit.as_str()).map_or(Cell::Empty, |place| text(&place.name)),
            whole(row.series),
            whole(row.cells),
            whole(row.shown),
            whole(row.hidden),
            whole(row.void),
            whole(row.satisfaction_windows),
            whole(row.satisfaction_hidden),
            Cell::Text(row.void_rounds.join(" ")),
            Cell::Text(row.rounds_in_no_window.join(" ")),
        ]
    });
    known.sheet("hidden", fields, Box::new(rows))
}

/// Words of a column's cells.
const STATES: [&str; 5] = ["published", "hidden", "void", "no_data", "too_few_rounds"];
const VERDICTS: [Verdict; 10] = [
    Verdict::Up,
    Verdict::Down,
    Verdict::Uncertain,
    Verdict::GroupChanged,
    Verdict::GrainChanged,
    Verdict::NoComparison,
    Verdict::TooFewPeople,
    Verdict::OneRound,
    Verdict::NotTested,
    Verdict::Few,
];

/// What columns, states and verdicts mean.
pub(super) fn words<'a>(known: &Known<'a>, sheets: &[Sheet<'a>]) -> Sheet<'a> {
    let fields = vec![
        known.field("table", Kind::Text),
        known.field("column_title", Kind::Text),
        known.field("name", Kind::Text),
        known.field("means", Kind::Text),
        known.field("form", Kind::Text),
    ];
    let lang = known.lang;
    let mut rows = Vec::new();
    for sheet in sheets {
        for field in &sheet.fields {
            let form = match field.column.kind {
                Kind::Text => "text",
                Kind::Integer => "integer",
                Kind::Number => "number",
                Kind::Fine => "fine",
                Kind::Date => "date",
                Kind::Change => "change",
                Kind::Percent => "percent",
                Kind::ChangePercent => "change-percent",
            };
            rows.push(vec![
                text(&sheet.name),
                text(&field.column.title),
                text(field.id),
                Cell::Text(t(lang, &format!("book-{}-means", means(field.id)))),
                Cell::Text(t(lang, &format!("book-form-{form}"))),
            ]);
        }
    }
    let word = |column: &str, name: &str, written: String, means: String| {
        vec![
            Cell::Empty,
            Cell::Text(format!("{column}: {written}")),
            text(name),
            Cell::Text(means),
            Cell::Empty,
        ]
    };
    for state in STATES {
        let means = t(lang, &format!("book-state-{}", state.replace('_', "-")));
        rows.push(word(&t(lang, "book-state"), state, state.to_owned(), means));
    }
    for verdict in VERDICTS {
        let dashed = verdict.name().replace('_', "-");
        let written = t(lang, &format!("review-verdict-{dashed}"));
        let means = t(lang, &format!("book-verdict-{dashed}"));
        rows.push(word(&t(lang, "book-verdict"), verdict.name(), written, means));
    }
    let sheet = known.sheet("words", fields, Box::new(rows.into_iter()));
    Sheet { frozen: 0, ..sheet }
}

/// Which message says what a column means: those of one measure mean the same as that of any.
fn means(id: &str) -> String {
    let of = |measure: &str| match id.strip_prefix(measure)? {
        "" => Some("value"),
        "_previous" => Some("previous"),
        "_change" => Some("change"),
        "_half_width" => Some("half-width"),
        "_verdict" => Some("verdict"),
        _ => None,
    };
    of("strain").or(of("satisfaction")).map_or_else(|| id.replace('_', "-"), str::to_owned)
}
