//! Statements by factor of § 4-3.

use charts::{ChartError, RowFigure, Signal, row_svg};
use domain::{
    Lang,
    insight::{
        pack::{FACTORS, Figure, Pack, UnitRow, measures_of},
        pack_pages::{Change, Moved, StatementGroup, StatementRow, Tone},
    },
    staff::bank::Item,
    text::{t, tv},
};

use super::words::{change, label, value};

/// Names of the measures of a factor, or of those outside all of them.
fn names(pack: &Pack, letter: Option<&str>) -> Vec<String> {
    match letter {
        Some(letter) => pack
            .matrix_4_3
            .get(letter)
            .map(|rows| rows.iter().map(|row| row.measure.clone()).collect())
            .unwrap_or_default(),
        None => {
            let inside: Vec<&str> =
                pack.matrix_4_3.values().flatten().map(|row| row.measure.as_str()).collect();
            let own = pack.own.iter().map(|own| Item::Own(own.number).driver().into_owned());
            let outside = measures_of(None).into_iter().map(|measure| measure.name().into_owned());
            outside.chain(own).filter(|name| !inside.contains(&name.as_str())).collect()
        }
    }
}

/// The statements of a unit, with strain among them.
///
/// # Errors
/// When a number has no place on the scale.
pub(super) fn groups(pack: &Pack, row: &UnitRow, lang: Lang) -> Result<Vec<StatementGroup>, ChartError> {
    let letters = FACTORS.iter().map(|(letter, _)| Some(*letter)).chain([None]);
    let mut groups = Vec::new();
    for letter in letters {
        let rows = names(pack, letter)
            .iter()
            .filter_map(|name| Some((name, row.measures.get(name.as_str())?)))
            .map(|(name, figure)| statement(pack, name, figure, lang))
            .collect::<Result<Vec<_>, _>>()?;
        if !rows.is_empty() {
            let title = t(lang, &format!("review-factor-{}", letter.unwrap_or("outside")));
            groups.push(StatementGroup { title, rows });
        }
    }
    Ok(groups)
}

fn statement(pack: &Pack, name: &str, figure: &Figure, lang: Lang) -> Result<StatementRow, ChartError> {
    let change = change(figure, name, lang);
    let whole = pack.root().and_then(|row| row.measures.get(name)).and_then(|figure| figure.value);
    let drawn = RowFigure::Change {
        now: figure.value.map(f64::from),
        before: figure.previous.map(f64::from),
        whole: whole.map(f64::from),
        signal: match change.tone {
            Tone::Worse => Some(Signal::Concern),
            Tone::Better => Some(Signal::Better),
            Tone::Quiet => None,
        },
    };
    let label = label(pack, name, lang);
    let svg = row_svg(&drawn, "")?.into_string();
    let shown = match (figure.value, figure.why) {
        (None, Some(why)) => {
            let id = match why {
                domain::insight::pack::Why::Hidden => "review-why-hidden",
                domain::insight::pack::Why::Void => "review-why-void",
                domain::insight::pack::Why::NoData => "review-why-no-data",
                domain::insight::pack::Why::TooFewRounds => "review-why-too-few-rounds",
            };
            t(lang, id)
        }
        _ => value(Some(figure)),
    };
    let label =
        if name == "strain" { tv(lang, "review-low-is-good", &[("label", label.into())]) } else { label };
    let half = change.half.clone();
    let change = match change.tone {
        Tone::Quiet => change,
        _ => Change { text: tv(lang, "review-change-clear", &[("change", change.text.into())]), ..change },
    };
    Ok(StatementRow { label, svg, value: shown, half, change })
}

/// Measures that clearly went down or up, statements and satisfaction; strain stands above them already.
pub(super) fn moved(pack: &Pack, row: &UnitRow, is_up: bool, lang: Lang) -> Vec<Moved> {
    let order = FACTORS.iter().map(|(letter, _)| Some(*letter)).chain([None]);
    let mut found: Vec<(i32, Moved)> = order
        .flat_map(|letter| names(pack, letter))
        .filter(|name| name != "strain")
        .filter_map(|name| {
            let figure = row.measures.get(&name)?;
            let by = figure.change.filter(|change| figure.verdict.is_clear() && (*change > 0) == is_up)?;
            let moved = Moved {
                label: label(pack, &name, lang),
                value: value(Some(figure)),
                change: change(figure, &name, lang),
            };
            Some((by.abs(), moved))
        })
        .collect();
    found.sort_by_key(|(by, _)| -by);
    found.into_iter().map(|(_, moved)| moved).collect()
}
