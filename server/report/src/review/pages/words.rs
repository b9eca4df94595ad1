//! Words that several pages share.

use chrono::{Datelike, NaiveDate};
use domain::{
    Lang, Period, format,
    insight::{
        figures::Measure,
        pack::{Complaints, Figure, Pack, Verdict},
        pack_pages::{Change, Tone},
    },
    staff::bank::Item,
    text::{has, t, tv},
};

pub(super) use super::super::words::said;

/// Nothing to show.
pub(super) const NONE: &str = crate::words::NONE;

/// A date with its year.
pub(in crate::review) fn long_day(lang: Lang, iso: &str) -> String {
    NaiveDate::parse_from_str(iso, "%Y-%m-%d")
        .map_or_else(|_| iso.to_owned(), |date| format!("{} {}", format::day(lang, date), date.year()))
}

/// A quarter without its year.
pub(super) fn short_quarter(lang: Lang, name: &str) -> String {
    let number = Period::parse(name).map_or(0, |period| period.start().month0() / 3 + 1);
    tv(lang, "review-quarter-short", &[("n", number.into())])
}

/// What a measure is called.
pub(in crate::review) fn label(pack: &Pack, name: &str, lang: Lang) -> String {
    match Measure::from_name(name) {
        Some(Measure::Score(Item::Own(number))) => {
            let own = pack.own.iter().find(|own| own.number == number);
            own.map_or_else(
                || name.to_owned(),
                |own| if lang == Lang::Nb { own.nb.clone() } else { own.en.clone() },
            )
        }
        Some(measure) => t(lang, &measure.text_id()),
        None => {
            // An action can be meant for something that no statement measures.
            let id = format!("measure-{}", name.replace('_', "-"));
            if has(lang, &id) { t(lang, &id) } else { name.replace('_', " ") }
        }
    }
}

/// A change in the few characters that a line of a table has.
pub(super) fn brief(figure: &Figure, name: &str, lang: Lang) -> Change {
    let whole = change(figure, name, lang);
    match (figure.change, figure.verdict) {
        (Some(by), Verdict::Uncertain) => {
            Change { text: format!("{} {}", signed(by), whole.half), half: String::new(), ..whole }
        }
        _ => whole,
    }
}

/// The change of a rate in the few characters that a line of a table has.
pub(super) fn brief_rate(complaints: &Complaints, lang: Lang) -> Change {
    match (&complaints.change, complaints.verdict) {
        (Some(change), Verdict::Uncertain) => {
            Change { text: format!("{}\u{a0}%", signed(change.percent)), ..Change::default() }
        }
        (Some(change), Verdict::Up | Verdict::Down) => {
            // The arrow says which way.
            Change { text: format!("{}\u{a0}%", change.percent.abs()), ..rate_change(complaints, lang) }
        }
        _ => rate_change(complaints, lang),
    }
}

/// A number with its sign, also at nothing.
pub(super) fn signed(change: i32) -> String {
    match change {
        0 => "±0".to_owned(),
        1.. => format!("+{change}"),
        _ => format!("\u{2212}{}", change.unsigned_abs()),
    }
}

/// A value as printed.
pub(super) fn value(figure: Option<&Figure>) -> String {
    figure.and_then(|figure| figure.value).map_or_else(|| NONE.to_owned(), |value| value.to_string())
}

/// A change in words.
pub(super) fn change(figure: &Figure, name: &str, lang: Lang) -> Change {
    let half = figure.half_width.map(|half| format!("±{half}")).unwrap_or_default();
    match (figure.change, figure.verdict) {
        (Some(change), Verdict::Up | Verdict::Down) => {
            let is_up = change > 0;
            let id = if is_up { "review-change-up" } else { "review-change-down" };
            Change {
                text: tv(lang, id, &[("by", change.unsigned_abs().into())]),
                half,
                tone: tone(name, is_up),
                is_up,
            }
        }
        (Some(change), verdict) => {
            let word = t(lang, &format!("review-verdict-{}", verdict.name().replace('_', "-")));
            Change { text: format!("{} · {word}", signed(change)), half, ..Change::default() }
        }
        (None, verdict) => Change {
            text: t(lang, &format!("review-verdict-{}", verdict.name().replace('_', "-"))),
            ..Change::default()
        },
    }
}

/// Which direction is the worrying one.
pub(super) fn tone(name: &str, is_up: bool) -> Tone {
    let is_load = matches!(name, "strain" | "overloaded" | "underloaded");
    if is_load == is_up { Tone::Worse } else { Tone::Better }
}

/// The change of a rate in words.
pub(super) fn rate_change(complaints: &Complaints, lang: Lang) -> Change {
    let percent = |value: i32| format!("{}\u{a0}%", signed(value).replace("±0", "0"));
    match (&complaints.change, complaints.verdict) {
        (Some(change), Verdict::Up | Verdict::Down) => {
            let is_up = change.percent > 0;
            let id = if is_up { "review-rate-up" } else { "review-rate-down" };
            Change {
                text: tv(lang, id, &[("by", change.percent.unsigned_abs().into())]),
                half: String::new(),
                tone: if is_up { Tone::Worse } else { Tone::Better },
                is_up,
            }
        }
        (Some(change), _) => {
            let values = [
                ("by", percent(change.percent).into()),
                ("low", percent(change.percent_lower).into()),
                ("high", percent(change.percent_upper).into()),
            ];
            Change { text: tv(lang, "review-rate-uncertain", &values), ..Change::default() }
        }
        (None, verdict) => Change {
            text: t(lang, &format!("review-verdict-{}", verdict.name().replace('_', "-"))),
            ..Change::default()
        },
    }
}

/// A rate as printed.
pub(super) fn rate(complaints: Option<&Complaints>, lang: Lang) -> String {
    complaints.and_then(|own| own.printed).map_or_else(|| NONE.to_owned(), |[rate, _, _]| rate.text(lang))
}

/// Names in a list: "a, b and c".
pub(super) fn list(lang: Lang, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => {
            tv(lang, "review-list", &[("rest", rest.join(", ").into()), ("last", last.as_str().into())])
        }
    }
}

/// A name inside a sentence: its first letter small, unless it is an abbreviation.
pub(in crate::review) fn inside(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        (Some('Å'), Some(' ')) => format!("å{}", letters.as_str()),
        _ => name.to_owned(),
    }
}

/// A count as a language writes it.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(super) fn count(lang: Lang, value: i64) -> String {
    format::number(lang, value as f64, 0)
}
