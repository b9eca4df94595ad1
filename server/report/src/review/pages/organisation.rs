//! The whole organisation's quarter.

use charts::{ChartError, Ink};
use domain::{
    Lang,
    insight::{
        figures::Measure,
        pack::{FACTORS, Pack, UnitRow, measures_of},
        pack_pages::{CourseLegend, MatrixRow, OrganisationPack, Tone, UnitLine},
    },
    text::{t, tv},
};

use super::{
    Stamp,
    course::{Cells, spark},
    customers::{customers, tried},
    front::{self, is_clear, pieces},
    run,
    statements::groups,
    tables,
    unit::small,
    words::{NONE, brief, brief_rate, change, inside, label, list, rate, said, signed, value},
};

/// Lines on the first page, and small figures on those after it.
const MOST_LINES: usize = 24;
const MOST_SMALL: usize = 27;

/// The organisation's pack; none without a unit. `top` is the topmost unit that the reader may see.
///
/// # Errors
/// When a number has no place in a figure.
pub fn organisation(pack: &Pack, stamp: &Stamp, lang: Lang) -> Result<Option<OrganisationPack>, ChartError> {
    let Some(root) = pack.root() else { return Ok(None) };
    let cells = Cells::of(pack);
    let chosen = chosen(pack, root);
    let lines = chosen
        .iter()
        .take(MOST_LINES)
        .map(|row| line(pack, &cells, row, lang))
        .collect::<Result<Vec<_>, _>>()?;
    let mut units_legend = CourseLegend::default();
    let drawn: Vec<&UnitRow> = drawn(pack);
    let units = drawn
        .iter()
        .take(MOST_SMALL)
        .map(|row| small(pack, &cells, row, &mut units_legend, lang))
        .collect::<Result<Vec<_>, _>>()?;
    let clear = tables::clear(pack, lang);
    let (complaints_svg, complaints_legend) =
        super::course::course(pack, &cells, root, super::course::Form::Wide, lang)?;
    Ok(Some(OrganisationPack {
        run: run(pack, "organisation", &pack.organisation, stamp, lang),
        quarters: Vec::new(),
        has_figures: pack.rounds.released > 0,
        kicker: kicker(pack, root, lang),
        headline: front::headline(pack, root, lang),
        lead: lead(pack, root, lang),
        keys: front::keys(pack, root, lang),
        lines_more: super::super::count(pack.units.iter()).saturating_sub(super::super::count(lines.iter())),
        lines,
        tests: tv(
            lang,
            "review-tests",
            &[
                ("core", pack.tests.core.into()),
                ("items", pack.tests.items.into()),
                ("rates", pack.tests.rates.into()),
                ("clear", (clear.rows.len() as u64).into()),
            ],
        ),
        clear,
        not_compared: not_compared(pack, lang),
        widths: widths(pack, lang),
        groups: groups(pack, root, lang)?,
        units_more: super::super::count(drawn.iter().skip(MOST_SMALL)),
        units,
        units_legend,
        customers: customers(pack, &root.unit, lang)?,
        complaints_svg,
        complaints_legend,
        tried: tried(pack, |_| true, lang),
        matrix: matrix(pack, lang),
        hidden: tables::hidden(pack, lang),
        versions: Vec::new(),
        may_approve: None,
        last_version: 0,
        may_export: false,
        differences: None,
    }))
}

/// All units where there are few; else the topmost, its children, and units with a clear change, in tree order.
fn chosen<'a>(pack: &'a Pack, root: &UnitRow) -> Vec<&'a UnitRow> {
    let all = pack.units.len() <= MOST_LINES;
    let is_near = |row: &UnitRow| row.parent.is_none() || row.parent.as_ref() == Some(&root.unit);
    pack.units.iter().filter(|row| all || is_near(row) || is_clear(pack, row)).collect()
}

/// Sites first, then units with a clear change.
fn drawn(pack: &Pack) -> Vec<&UnitRow> {
    let is_site = |row: &&UnitRow| pack.place(&row.unit).is_some_and(|place| place.kind == "site");
    let rest = pack.units.iter().filter(|row| !is_site(row) && row.parent.is_some());
    let clear = rest.clone().filter(|row| is_clear(pack, row));
    let sites = pack.units.iter().filter(is_site);
    let found: Vec<&UnitRow> = sites.chain(clear).collect();
    if pack.units.len() <= MOST_SMALL {
        pack.units.iter().filter(|row| row.parent.is_some()).collect()
    } else {
        found
    }
}

fn line(pack: &Pack, cells: &Cells<'_>, row: &UnitRow, lang: Lang) -> Result<UnitLine, ChartError> {
    let figure = |name: &str| {
        let own = row.measures.get(name);
        (value(own), own.map(|own| brief(own, name, lang)))
    };
    let (strain, satisfaction) = (figure("strain"), figure("satisfaction"));
    let own = pack.complaints.get(&row.unit);
    let is_last = pack.row(&row.unit).is_some_and(|last| last.series == row.series);
    let rate = if is_last {
        (rate(own, lang), own.map(|own| brief_rate(own, lang)))
    } else {
        (t(lang, "review-see-below"), None)
    };
    let tones = [&strain.1, &satisfaction.1, &rate.1]
        .map(|change| change.as_ref().map_or(Tone::Quiet, |own| own.tone));
    let tone = match (tones.contains(&Tone::Worse), tones.contains(&Tone::Better)) {
        (true, _) => Tone::Worse,
        (false, true) => Tone::Better,
        _ => Tone::Quiet,
    };
    Ok(UnitLine {
        name: row.name.clone(),
        depth: pack.place(&row.unit).map_or(0, |place| place.depth).min(4),
        href: format!("/review/{}/unit/{}", pack.quarter, row.unit),
        sentence: said(pack, row, "review-said", lang),
        tone,
        strain,
        strain_svg: spark(pack, cells, row, Ink::Strain, lang)?,
        satisfaction,
        rate,
        rate_svg: if is_last { spark(pack, cells, row, Ink::Complaints, lang)? } else { String::new() },
    })
}

fn kicker(pack: &Pack, root: &UnitRow, lang: Lang) -> String {
    let of = |kind: &str| {
        pack.places.iter().filter(|place| place.kind == kind && place.closed.is_none()).count() as u64
    };
    let people = pack.place(&root.unit).and_then(|place| place.people);
    let values = [
        ("organisation", pack.organisation.as_str().into()),
        ("people", people.unwrap_or(0).into()),
        ("knows", if people.is_some() { "yes" } else { "no" }.into()),
        ("sites", of("site").into()),
        ("teams", of("team").into()),
    ];
    tv(lang, "review-kicker-organisation", &values)
}

/// Units that clearly changed, then statements of the whole.
fn lead(pack: &Pack, root: &UnitRow, lang: Lang) -> Vec<domain::insight::pack_pages::Said> {
    let mut sentences: Vec<String> = pack
        .units
        .iter()
        .filter(|row| row.parent.is_some() && is_clear(pack, row))
        .take(3)
        .map(|row| {
            let sentence = inside(&said(pack, row, "review-said", lang));
            tv(lang, "review-lead-unit", &[("unit", row.name.as_str().into()), ("sentence", sentence.into())])
        })
        .collect();
    let of = |is_up: bool| -> Vec<String> {
        let moved = root.measures.iter().filter(|(name, figure)| {
            figure.verdict.is_clear()
                && figure.change.is_some_and(|change| (change > 0) == is_up)
                && *name != "strain"
        });
        moved
            .map(|(name, figure)| {
                format!(
                    "**{}** ({})",
                    inside(&label(pack, name, lang)),
                    figure.change.map_or_else(String::new, signed)
                )
            })
            .collect()
    };
    for (is_up, id) in [(false, "review-lead-down"), (true, "review-lead-up")] {
        let names = of(is_up);
        if !names.is_empty() {
            sentences.push(tv(lang, id, &[("names", list(lang, &names).into())]));
        }
    }
    if sentences.is_empty() {
        return front::lead(pack, root, lang);
    }
    pieces(&sentences.join(" "))
}

fn not_compared(pack: &Pack, lang: Lang) -> Vec<(String, String)> {
    let barred = ["moved", "group_changed", "grain_changed", "no_comparison", "nothing_shown"];
    pack.units
        .iter()
        .filter(|row| barred.contains(&row.sentence.staff.as_str()))
        .map(|row| (row.name.clone(), said(pack, row, "review-said", lang)))
        .collect()
}

/// What half-width units of few, some and many people have, so that "uncertain" is understood.
fn widths(pack: &Pack, lang: Lang) -> Vec<String> {
    let mut found: Vec<(u32, i32)> = pack
        .units
        .iter()
        .filter_map(|row| Some((pack.place(&row.unit)?.people?, row.measures.get("strain")?.half_width?)))
        .collect();
    found.sort_unstable();
    found.dedup_by_key(|(people, _)| *people);
    let last = found.len().saturating_sub(1);
    let mut places = vec![0, last / 2, last];
    places.dedup();
    places
        .into_iter()
        .filter_map(|place| found.get(place))
        .map(|(people, half)| {
            tv(lang, "review-width-of", &[("people", (*people).into()), ("half", (*half).into())])
        })
        .collect()
}

fn matrix(pack: &Pack, lang: Lang) -> Vec<(String, Vec<MatrixRow>)> {
    let rows = |letter: &str| of_factor(pack, letter, lang);
    FACTORS.iter().map(|(letter, _)| (t(lang, &format!("review-factor-{letter}")), rows(letter))).collect()
}

/// The organisation's figures of a factor, with the lowest team beside each.
fn of_factor(pack: &Pack, letter: &str, lang: Lang) -> Vec<MatrixRow> {
    pack.matrix_4_3
        .get(letter)
        .into_iter()
        .flatten()
        .map(|row| {
            let root = pack.root().and_then(|root| root.measures.get(&row.measure));
            let names: Vec<String> = row
                .worst_teams
                .iter()
                .filter_map(|unit| pack.place(unit))
                .map(|place| place.name.clone())
                .collect();
            MatrixRow {
                label: label(pack, &row.measure, lang),
                value: row.value.map_or_else(|| NONE.to_owned(), |value| value.to_string()),
                change: root.map(|figure| change(figure, &row.measure, lang)).unwrap_or_default(),
                worst: match row.worst_value {
                    Some(value) => format!("{value} · {}", list(lang, &names)),
                    None => NONE.to_owned(),
                },
                teams: tv(
                    lang,
                    "review-shown",
                    &[("shown", row.teams_shown.into()), ("of", row.teams_of.into())],
                ),
            }
        })
        .collect()
}

/// A unit's figures of a factor; the topmost one's have the lowest team beside them.
pub fn factor_rows(pack: &Pack, unit: &str, letter: &str, lang: Lang) -> Vec<MatrixRow> {
    if pack.root().is_some_and(|root| root.unit == unit) {
        return of_factor(pack, letter, lang);
    }
    let measures =
        FACTORS.iter().find(|(own, _)| *own == letter).map(|(_, factor)| measures_of(Some(*factor)));
    let row = |measure: Measure| {
        let name = measure.name().into_owned();
        let figure = pack.row(unit)?.measures.get(&name)?;
        Some(MatrixRow {
            label: label(pack, &name, lang),
            value: value(Some(figure)),
            change: change(figure, &name, lang),
            worst: String::new(),
            teams: String::new(),
        })
    };
    measures.into_iter().flatten().filter_map(row).collect()
}
