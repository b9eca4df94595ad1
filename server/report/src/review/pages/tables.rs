//! The numbers behind the figures, one row a round.

use domain::{
    Lang,
    insight::{
        pack::{Figure, Pack, State, UnitRow, Verdict},
        pack_pages::NumberTable,
    },
    text::{t, tv},
};

use super::{
    course::{Cells, place_of},
    words::{NONE, count, label, rate_change, signed, value},
};

/// All tables of a unit.
pub(super) fn tables(pack: &Pack, cells: &Cells<'_>, row: &UnitRow, lang: Lang) -> Vec<NumberTable> {
    vec![rounds(pack, cells, row, lang), measures(pack, row, lang)]
}

fn rounds(pack: &Pack, cells: &Cells<'_>, row: &UnitRow, lang: Lang) -> NumberTable {
    let place = place_of(pack, &row.unit);
    let complaints = pack.complaints.get(&row.unit);
    let heads = [
        "review-column-round",
        "measure-satisfaction",
        "measure-strain",
        "column-complaints",
        "column-contacts",
        "review-complaints-per",
        "review-column-usual",
    ];
    let rows = pack.calendar.iter().enumerate().map(|(at, round)| {
        let staff = |measure: &str| {
            let own = cells.find(place, measure).iter().find(|cell| {
                cell.series == row.series && (cell.first_round..=cell.last_round).contains(&round.n)
            });
            match own.map(|cell| (cell.state, cell.value, cell.first_round < cell.last_round)) {
                _ if round.is_void => t(lang, "review-why-void"),
                Some((State::Published, Some(value), is_window)) => {
                    let cell = own.and_then(|cell| cell.lower.zip(cell.upper));
                    let range = cell.map(|(low, high)| format!(" ({low}–{high})")).unwrap_or_default();
                    // A window's value stands at each of its rounds, marked as one.
                    let mark = if is_window { "*" } else { "" };
                    format!("{value}{mark}{range}")
                }
                Some((State::Hidden, ..)) => t(lang, "review-why-hidden"),
                Some((State::Void, ..)) => t(lang, "review-why-void"),
                _ => NONE.to_owned(),
            }
        };
        let point = complaints.and_then(|own| own.points.get(at));
        let number = |value: Option<i64>| value.map_or_else(|| NONE.to_owned(), |value| count(lang, value));
        let usual = point
            .and_then(|point| point.lower.zip(point.upper))
            .map(|(low, high)| format!("{}–{}", low.text(lang), high.text(lang)));
        vec![
            super::day(lang, &round.starts),
            staff("satisfaction"),
            staff("strain"),
            number(point.map(|point| point.complaints)),
            number(point.map(|point| point.contacts)),
            point.and_then(|point| point.printed).map_or_else(|| NONE.to_owned(), |rate| rate.text(lang)),
            usual.unwrap_or_else(|| NONE.to_owned()),
        ]
    });
    NumberTable {
        title: t(lang, "review-table-rounds"),
        heads: heads.map(|id| t(lang, id)).into(),
        rows: rows.collect(),
        words: 1,
    }
}

fn measures(pack: &Pack, row: &UnitRow, lang: Lang) -> NumberTable {
    let heads = [
        "export-measure-label",
        "review-column-now",
        "review-column-before",
        "review-column-change",
        "review-column-half",
        "review-column-verdict",
        "review-column-rounds",
    ];
    let order = domain::insight::figures::Measure::all().map(|measure| measure.name().into_owned());
    let own = pack.own.iter().map(|own| domain::staff::bank::Item::Own(own.number).driver().into_owned());
    let rows = order.chain(own).filter_map(|name| {
        let figure = row.measures.get(&name)?;
        let text = |value: Option<i32>| value.map_or_else(|| NONE.to_owned(), |value| value.to_string());
        Some(vec![
            label(pack, &name, lang),
            value(Some(figure)),
            text(figure.previous),
            figure.change.map_or_else(|| NONE.to_owned(), signed),
            figure.half_width.map_or_else(|| NONE.to_owned(), |half| format!("±{half}")),
            verdict(figure, &name, lang),
            tv(
                lang,
                "review-shown",
                &[("shown", figure.rounds_shown.into()), ("of", figure.rounds_of.into())],
            ),
        ])
    });
    NumberTable {
        title: t(lang, "review-table-measures"),
        heads: heads.map(|id| t(lang, id)).into(),
        rows: rows.collect(),
        words: 1,
    }
}

/// What is said of a change. A share of the workload is never tested, whether or not it has an interval.
fn verdict(figure: &Figure, name: &str, lang: Lang) -> String {
    let verdict = match figure.verdict {
        Verdict::TooFewPeople if matches!(name, "overloaded" | "underloaded") => Verdict::NotTested,
        verdict => verdict,
    };
    t(lang, &format!("review-verdict-{}", verdict.name().replace('_', "-")))
}

/// Every clear change of the quarter.
pub(super) fn clear(pack: &Pack, lang: Lang) -> NumberTable {
    let heads = [
        "field-unit",
        "export-measure-label",
        "review-column-before",
        "review-column-now",
        "review-column-change",
    ];
    let mut rows = Vec::new();
    for row in &pack.units {
        for (name, figure) in row.measures.iter().filter(|(_, figure)| figure.verdict.is_clear()) {
            let half = figure.half_width.map(|half| format!(" ±{half}")).unwrap_or_default();
            rows.push(vec![
                row.name.clone(),
                label(pack, name, lang),
                figure.previous.map_or_else(|| NONE.to_owned(), |value| value.to_string()),
                value(Some(figure)),
                format!("{}{half}", figure.change.map_or_else(String::new, signed)),
            ]);
        }
        let own = pack.complaints.get(&row.unit).filter(|own| own.verdict.is_clear());
        // Of a unit that moved the rate stands once, at the series that runs at the end.
        let is_last = || pack.row(&row.unit).is_some_and(|last| last.series == row.series);
        if let Some(own) = own.filter(|_| is_last()) {
            let percent = own.change.as_ref().map(|change| {
                let values = [
                    ("low", signed(change.percent_lower).into()),
                    ("high", signed(change.percent_upper).into()),
                ];
                format!(" ({})", tv(lang, "review-percent-range", &values))
            });
            rows.push(vec![
                row.name.clone(),
                t(lang, "review-complaints-per-long"),
                own.previous_printed.map_or_else(|| NONE.to_owned(), |rate| rate.text(lang)),
                own.printed.map_or_else(|| NONE.to_owned(), |[rate, _, _]| rate.text(lang)),
                format!("{}{}", rate_change(own, lang).text, percent.unwrap_or_default()),
            ]);
        }
    }
    NumberTable {
        title: t(lang, "review-table-clear"),
        heads: heads.map(|id| t(lang, id)).into(),
        rows,
        words: 2,
    }
}

/// What is not shown, one row a unit and series.
pub(super) fn hidden(pack: &Pack, lang: Lang) -> NumberTable {
    let heads = [
        "field-unit",
        "review-column-shown",
        "review-column-hidden",
        "review-column-void",
        "review-column-no-window",
    ];
    let rows = pack.hidden.iter().map(|row| {
        let name = pack.place(&row.unit).map(|place| place.name.clone()).unwrap_or_default();
        let days: Vec<String> = row.rounds_in_no_window.iter().map(|iso| super::day(lang, iso)).collect();
        let count = |value: u32| value.to_string();
        let days = match days.as_slice() {
            [] => NONE.to_owned(),
            [_] | [_, _] => days.join(", "),
            [first, others @ ..] => {
                let values = [("date", first.as_str().into()), ("others", (others.len() as u64).into())];
                tv(lang, "review-days-more", &values)
            }
        };
        vec![
            name,
            tv(lang, "review-shown", &[("shown", row.shown.into()), ("of", row.cells.into())]),
            count(row.hidden),
            count(row.void),
            days,
        ]
    });
    NumberTable {
        title: t(lang, "review-table-hidden"),
        heads: heads.map(|id| t(lang, id)).into(),
        rows: rows.collect(),
        words: 1,
    }
}
