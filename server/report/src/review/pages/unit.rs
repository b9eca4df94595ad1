//! A unit's quarter on four sheets.

use charts::ChartError;
use domain::{
    Lang,
    insight::{
        pack::{Grain, Pack, UnitRow},
        pack_pages::{CourseLegend, SmallUnit, UnitPack},
    },
    text::{t, tv},
};

use super::{
    Stamp,
    course::{Cells, Form, course},
    customers::{customers, tried},
    front, run,
    statements::{groups, moved},
    tables::tables,
    words::{inside, list, said},
};

/// Small figures on a sheet.
const MOST_BELOW: usize = 6;

/// The pack of a unit; of one that moved, of the series that runs at the quarter's end. None for a unit that was not
/// there in the quarter.
///
/// # Errors
/// When a number has no place in a figure.
pub fn unit(pack: &Pack, unit: &str, stamp: &Stamp, lang: Lang) -> Result<Option<UnitPack>, ChartError> {
    let Some(row) = pack.row(unit) else { return Ok(None) };
    let cells = Cells::of(pack);
    let has_figures = row.sentence.staff != "nothing_shown"
        || pack.complaints.get(unit).is_some_and(|own| own.contacts > 0 || own.complaints > 0);
    let (course_svg, legend) = course(pack, &cells, row, Form::Wide, lang)?;
    let groups = groups(pack, row, lang)?;
    let down = moved(pack, row, false, lang);
    let up = moved(pack, row, true, lang);
    let children: Vec<&UnitRow> =
        pack.units.iter().filter(|own| own.parent.as_deref() == Some(unit)).collect();
    let mut below_legend = CourseLegend::default();
    let below = children
        .iter()
        .take(MOST_BELOW)
        .map(|own| small(pack, &cells, own, &mut below_legend, lang))
        .collect::<Result<Vec<_>, _>>()?;
    let begin: Vec<String> = down.iter().take(2).map(|moved| inside(&moved.label)).collect();
    Ok(Some(UnitPack {
        run: run(pack, "unit", &row.name, stamp, lang),
        id: unit.to_owned(),
        unit: row.name.clone(),
        kicker: kicker(pack, row, lang),
        headline: said(pack, row, "review-headline", lang),
        lead: front::lead(pack, row, lang),
        keys: front::keys(pack, row, lang),
        has_figures,
        nothing: vec![t(lang, "review-nothing-why"), t(lang, "review-nothing-changes")],
        course_say: front::course_say(pack, row, lang),
        course_svg,
        legend,
        statements_say: tv(
            lang,
            "review-statements-say",
            &[
                ("down", (down.len() as u64).into()),
                ("up", (up.len() as u64).into()),
                ("organisation", pack.organisation.as_str().into()),
            ],
        ),
        down,
        up,
        tried: tried(pack, |own| own == unit || is_below(pack, own, unit), lang),
        groups,
        below_more: super::super::count(children.iter().skip(MOST_BELOW)),
        below,
        below_legend,
        customers: customers(pack, unit, lang)?,
        begin_with: match begin.as_slice() {
            [] => String::new(),
            names => tv(lang, "review-begin-with", &[("names", list(lang, names).into())]),
        },
        hidden: hidden(pack, unit, lang),
        tables: tables(pack, &cells, row, lang),
        may_review: false,
        may_export: false,
        may_take_out: false,
    }))
}

/// A unit as a small figure, with what to know of its steps and windows.
pub(super) fn small(
    pack: &Pack,
    cells: &Cells<'_>,
    row: &UnitRow,
    legend: &mut CourseLegend,
    lang: Lang,
) -> Result<SmallUnit, ChartError> {
    let (svg, own) = course(pack, cells, row, Form::Small, lang)?;
    legend.has_levels |= own.has_levels;
    legend.has_intervals |= own.has_intervals;
    legend.has_limits |= own.has_limits;
    legend.has_void |= own.has_void;
    legend.has_hidden |= own.has_hidden;
    legend.has_signal |= own.has_signal;
    legend.has_better |= own.has_better;
    let place = pack.place(&row.unit);
    let window = place.and_then(|place| place.window).unwrap_or(1);
    let people = place.and_then(|place| place.people);
    let values = [
        ("people", people.unwrap_or(0).into()),
        ("knows", if people.is_some() { "yes" } else { "no" }.into()),
        ("window", window.into()),
        ("step", row.grain.points().into()),
    ];
    Ok(SmallUnit { name: row.name.clone(), note: tv(lang, "review-small-note", &values), svg })
}

fn kicker(pack: &Pack, row: &UnitRow, lang: Lang) -> String {
    let day = |n: i64| {
        pack.calendar
            .iter()
            .find(|round| round.n == n)
            .map(|round| super::day(lang, &round.starts))
            .unwrap_or_default()
    };
    let people = pack.place(&row.unit).and_then(|place| place.people);
    let values = [
        ("unit", row.name.as_str().into()),
        ("people", people.unwrap_or(0).into()),
        ("knows", if people.is_some() { "yes" } else { "no" }.into()),
        ("from", day(row.first_round).into()),
        ("to", day(row.last_round).into()),
    ];
    tv(lang, "review-kicker", &values)
}

/// Whether a unit lies below another at the quarter's end.
pub(crate) fn is_below(pack: &Pack, unit: &str, top: &str) -> bool {
    let mut at = pack.place(unit).and_then(|place| place.parent.as_deref());
    // No tree is deeper than this; a circle would never end.
    for _ in 0..64 {
        match at {
            Some(parent) if parent == top => return true,
            Some(parent) => at = pack.place(parent).and_then(|place| place.parent.as_deref()),
            None => return false,
        }
    }
    false
}

/// What of a unit and those directly below is not shown.
fn hidden(pack: &Pack, unit: &str, lang: Lang) -> Vec<String> {
    let is_of =
        |own: &str| own == unit || pack.place(own).is_some_and(|place| place.parent.as_deref() == Some(unit));
    let mut lines = Vec::new();
    for row in pack.hidden.iter().filter(|row| is_of(&row.unit)) {
        let name = pack.place(&row.unit).map(|place| place.name.clone()).unwrap_or_default();
        if row.hidden > 0 {
            let values =
                [("unit", name.as_str().into()), ("hidden", row.hidden.into()), ("of", row.cells.into())];
            lines.push(tv(lang, "review-hidden-of", &values));
        }
        let days: Vec<String> = row.rounds_in_no_window.iter().map(|iso| super::day(lang, iso)).collect();
        if !days.is_empty() {
            let values = [("unit", name.into()), ("days", list(lang, &days).into())];
            lines.push(tv(lang, "review-hidden-no-window", &values));
        }
    }
    lines.push(t(lang, if lines.is_empty() { "review-hidden-none" } else { "review-hidden-why" }));
    let void: Vec<String> = pack.rounds.void.iter().map(|iso| super::day(lang, iso)).collect();
    if !void.is_empty() {
        lines.push(tv(lang, "review-hidden-void", &[("days", list(lang, &void).into())]));
    }
    if pack.row(unit).is_some_and(|row| row.grain == Grain::Five) {
        lines.push(t(lang, "review-few-protects"));
    }
    lines
}
