//! The first page: headline, lead and four figures.

use domain::{
    Lang,
    insight::{
        pack::{Figure, Grain, Pack, UnitRow, Verdict},
        pack_pages::{KeyFigure, Said},
    },
    text::{t, tv},
};

use super::{
    customers::interval,
    words::{NONE, change, count, list, rate, rate_change, short_quarter, value},
};

/// Four figures: strain, satisfaction, complaints, and who answered.
pub(super) fn keys(pack: &Pack, row: &UnitRow, lang: Lang) -> Vec<KeyFigure> {
    let mut keys: Vec<KeyFigure> =
        ["strain", "satisfaction"].into_iter().map(|name| staff(pack, row, name, lang)).collect();
    keys.push(customers(pack, row, lang));
    keys.push(answered(pack, row, lang));
    keys
}

fn staff(pack: &Pack, row: &UnitRow, name: &str, lang: Lang) -> KeyFigure {
    let figure = row.measures.get(name);
    let from = figure.and_then(|figure| figure.previous).map(|previous| {
        let quarter = short_quarter(lang, &pack.previous);
        tv(lang, "review-from-in", &[("value", previous.into()), ("quarter", quarter.into())])
    });
    KeyFigure {
        label: tv(lang, "review-of-100", &[("label", t(lang, &format!("measure-{name}")).into())]),
        value: value(figure),
        aside: String::new(),
        change: figure.map(|figure| change(figure, name, lang)),
        lines: from.into_iter().collect(),
    }
}

fn customers(pack: &Pack, row: &UnitRow, lang: Lang) -> KeyFigure {
    let own = pack.complaints.get(&row.unit);
    let mut lines = Vec::new();
    if let Some(own) = own {
        if let Some(change) = own.change.as_ref().filter(|_| own.verdict.is_clear()) {
            // The words above it say which way.
            let ends = [change.percent_lower.abs(), change.percent_upper.abs()];
            let [low, high] = [ends[0].min(ends[1]), ends[0].max(ends[1])];
            let values = [("low", low.into()), ("high", high.into())];
            lines.push(tv(lang, "review-between", &values));
        }
        lines.push(tv(lang, "review-complaints-in", &[("count", count(lang, own.complaints).into())]));
    }
    KeyFigure {
        label: t(lang, "review-complaints-per-long"),
        value: rate(own, lang),
        aside: own.and_then(|own| own.printed).map(|printed| interval(printed, lang)).unwrap_or_default(),
        change: own.map(|own| rate_change(own, lang)),
        lines,
    }
}

fn answered(pack: &Pack, row: &UnitRow, lang: Lang) -> KeyFigure {
    let value = match (row.response, row.response_bands, row.grain) {
        (Some(share), _, _) => format!("{share}\u{a0}%"),
        (None, Some(bands), _) => {
            let all = [(bands.high, "high"), (bands.middle, "middle"), (bands.low, "low")];
            let most = all.iter().max_by_key(|(rounds, _)| *rounds).map_or("low", |(_, word)| word);
            t(lang, &format!("review-response-{most}"))
        }
        _ => NONE.to_owned(),
    };
    let strain = row.measures.get("strain");
    let mut lines = Vec::new();
    if row.grain == Grain::Five {
        lines.push(t(lang, "review-few-protects"));
    } else if let Some(strain) = strain {
        let all = pack
            .calendar
            .iter()
            .filter(|round| round.is_now && (row.first_round..=row.last_round).contains(&round.n));
        let values = [("shown", strain.rounds_shown.into()), ("of", (all.count() as u64).into())];
        lines.push(tv(lang, "review-rounds-can-be-shown", &values));
    }
    lines.extend(pack.rounds.void.first().map(|first| {
        let others = pack.rounds.void.len() - 1;
        let values = [("date", super::day(lang, first).into()), ("others", (others as u64).into())];
        tv(lang, "review-round-void", &values)
    }));
    KeyFigure { label: t(lang, "review-response"), value, aside: String::new(), change: None, lines }
}

/// Pieces of sentences around what is strong in them, marked in a message as `**so**`.
pub(super) fn pieces(text: &str) -> Vec<Said> {
    text.split("**")
        .enumerate()
        .filter(|(_, piece)| !piece.is_empty())
        .map(|(place, piece)| Said { text: piece.to_owned(), is_strong: place % 2 == 1 })
        .collect()
}

/// What the headline rests on, in three sentences and the one that goes with every pack.
pub(super) fn lead(pack: &Pack, row: &UnitRow, lang: Lang) -> Vec<Said> {
    let mut sentences = vec![of_staff(pack, row, "strain", lang), of_customers(pack, row, lang)];
    sentences.push(of_staff(pack, row, "satisfaction", lang));
    sentences.push(t(lang, "review-together-not-cause"));
    sentences.retain(|sentence| !sentence.is_empty());
    pieces(&sentences.join(" "))
}

fn of_staff(pack: &Pack, row: &UnitRow, name: &str, lang: Lang) -> String {
    let Some(figure) = row.measures.get(name) else { return String::new() };
    let Some(value) = figure.value else { return String::new() };
    let previous = figure.previous.unwrap_or(value);
    let child = if name == "strain" { standing_out(pack, row, figure) } else { None };
    let values = [
        ("value", value.into()),
        ("before", previous.into()),
        ("child", child.as_ref().map(|(name, _)| name.clone()).unwrap_or_default().into()),
        ("child-before", child.as_ref().and_then(|(_, own)| own.previous).unwrap_or(0).into()),
        ("child-now", child.as_ref().and_then(|(_, own)| own.value).unwrap_or(0).into()),
        ("has-child", if child.is_some() { "yes" } else { "no" }.into()),
        ("verdict", figure.verdict.name().into()),
    ];
    tv(lang, if name == "strain" { "review-lead-strain" } else { "review-lead-satisfaction" }, &values)
}

/// The unit directly below whose strain clearly went the same way, the farthest.
fn standing_out<'a>(pack: &'a Pack, row: &UnitRow, figure: &Figure) -> Option<(String, &'a Figure)> {
    if !figure.verdict.is_clear() {
        return None;
    }
    pack.units
        .iter()
        .filter(|own| own.parent.as_deref() == Some(row.unit.as_str()))
        .filter_map(|own| Some((own, own.measures.get("strain")?)))
        .filter(|(_, own)| own.verdict == figure.verdict)
        .max_by_key(|(_, own)| own.change.unwrap_or(0).abs())
        .map(|(own, strain)| (own.name.clone(), strain))
}

fn of_customers(pack: &Pack, row: &UnitRow, lang: Lang) -> String {
    let Some(own) = pack.complaints.get(&row.unit) else { return String::new() };
    let change = own.change.as_ref();
    let number = |pick: fn(&domain::insight::pack::RateChange) -> i32| change.map_or(0, pick);
    let values = [
        ("verdict", own.verdict.name().into()),
        ("percent", number(|change| change.percent.abs()).into()),
        ("low", number(|change| change.percent_lower.abs().min(change.percent_upper.abs())).into()),
        ("high", number(|change| change.percent_lower.abs().max(change.percent_upper.abs())).into()),
    ];
    tv(lang, "review-lead-rate", &values)
}

/// The whole organisation's headline: what is clear at the top, or which units go their own way.
pub(super) fn headline(pack: &Pack, row: &UnitRow, lang: Lang) -> String {
    let below: Vec<String> =
        pack.units
            .iter()
            .filter(|own| own.parent.is_some() && is_clear(pack, own))
            .filter(|own| {
                !pack.units.iter().any(|up| {
                    Some(&up.unit) == own.parent.as_ref() && up.parent.is_some() && is_clear(pack, up)
                })
            })
            .map(|own| own.name.clone())
            .collect();
    let is_quiet = !is_clear(pack, row);
    if !is_quiet || below.is_empty() {
        return super::words::said(pack, row, "review-headline", lang);
    }
    let shown = below.iter().take(2).cloned().collect::<Vec<_>>();
    let values = [("names", list(lang, &shown).into()), ("count", (below.len() as u64).into())];
    tv(lang, "review-headline-below", &values)
}

/// Whether strain, satisfaction or the rate of a unit clearly changed.
pub(super) fn is_clear(pack: &Pack, row: &UnitRow) -> bool {
    let is = |name: &str| row.measures.get(name).is_some_and(|figure| figure.verdict.is_clear());
    let rate = pack.complaints.get(&row.unit).is_some_and(|own| own.verdict.is_clear());
    is("strain") || is("satisfaction") || (rate && row.sentence.staff != "moved")
}

/// The half-year in a sentence: whether a single week stands out among complaints.
pub(super) fn course_say(pack: &Pack, row: &UnitRow, lang: Lang) -> String {
    let strain = row.measures.get("strain").map_or(Verdict::NoComparison, |figure| figure.verdict);
    let signals = |ending: &str| {
        let own = pack.complaints.get(&row.unit);
        let is = |signal: &Option<String>| signal.as_deref().is_some_and(|name| name.ends_with(ending));
        own.map_or(0, |own| own.points.iter().filter(|point| is(&point.signal)).count()) as u64
    };
    let values = [
        ("strain", strain.name().into()),
        ("signals", signals("high").into()),
        ("better", signals("low").into()),
    ];
    tv(lang, "review-course-say", &values)
}
