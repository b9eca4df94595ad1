//! What differs between two versions of the same quarter.

use domain::{
    Lang,
    insight::pack::{Complaints, Figure, Pack},
    text::{t, tv},
};

use super::words::{NONE, count, label, rate, value};

/// Differences that are written out; the rest is counted.
const MOST: usize = 40;

/// What a reader of the version before has to look at again, unit by unit in tree order: values, what is said of
/// their changes, rates and counts of complaints. Words of actions are not among it.
pub fn differences(before: &Pack, now: &Pack, lang: Lang) -> Vec<String> {
    let mut found = Vec::new();
    for row in &now.units {
        let old = before.units.iter().find(|old| (&old.unit, old.series) == (&row.unit, row.series));
        for (name, figure) in &row.measures {
            let was = old.and_then(|old| old.measures.get(name));
            if was.is_none_or(|was| !is_same(was, figure)) {
                let was = was.map_or_else(|| NONE.to_owned(), |was| said(was, lang));
                found.push(line(&row.name, &label(now, name, lang), &was, &said(figure, lang), lang));
            }
        }
    }
    for row in before.units.iter().filter(|old| !now.units.iter().any(|row| row.unit == old.unit)) {
        found.push(tv(lang, "review-difference-gone", &[("unit", row.name.as_str().into())]));
    }
    for place in &now.places {
        let (was, own) = (before.complaints.get(&place.unit), now.complaints.get(&place.unit));
        let (Some(was), Some(own)) = (was, own) else { continue };
        let mut compare = |id: &str, was: String, own: String| {
            if was != own {
                found.push(line(&place.name, &t(lang, id), &was, &own, lang));
            }
        };
        compare("review-complaints-per-long", said_rate(was, lang), said_rate(own, lang));
        compare("column-complaints", count(lang, was.complaints), count(lang, own.complaints));
        compare("column-contacts", count(lang, was.contacts), count(lang, own.contacts));
    }
    if found.len() > MOST {
        let more = found.len() - MOST;
        found.truncate(MOST);
        found.push(tv(lang, "review-differences-more", &[("count", (more as u64).into())]));
    }
    found
}

/// Whether both are printed alike.
fn is_same(was: &Figure, now: &Figure) -> bool {
    let printed = |figure: &Figure| (figure.value, figure.change, figure.verdict, figure.half_width);
    printed(was) == printed(now)
}

fn said(figure: &Figure, lang: Lang) -> String {
    match figure.change {
        None => value(Some(figure)),
        Some(_) => format!("{} ({})", value(Some(figure)), super::words::change(figure, "", lang).text),
    }
}

fn said_rate(own: &Complaints, lang: Lang) -> String {
    match &own.change {
        None => rate(Some(own), lang),
        Some(_) => format!("{} ({})", rate(Some(own), lang), super::words::rate_change(own, lang).text),
    }
}

fn line(unit: &str, label: &str, before: &str, now: &str, lang: Lang) -> String {
    let values =
        [("unit", unit.into()), ("label", label.into()), ("before", before.into()), ("now", now.into())];
    tv(lang, "review-difference", &values)
}
