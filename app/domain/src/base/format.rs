//! Numbers and dates as each language writes them.

use chrono::{Datelike, Locale, NaiveDate};

use crate::{Lang, Period, Resolution, text};
use fluent_bundle::FluentValue;

/// U+202F, the narrow space that groups thousands in Bokmål and keeps the number on one line.
const NARROW_SPACE: char = '\u{202f}';

/// A number with a fixed count of decimals: `13,402.5` in English, `13 402,5` in Bokmål.
pub fn number(lang: Lang, value: f64, decimals: usize) -> String {
    let (group, point) = match lang {
        Lang::En => (',', '.'),
        Lang::Nb => (NARROW_SPACE, ','),
    };
    let plain = format!("{:.*}", decimals, value.abs());
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), ""), |(w, f)| (w, f));
    let mut out = String::with_capacity(plain.len() + 4);
    if value < 0.0 && plain.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        out.push('\u{2212}');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

fn locale(lang: Lang) -> Locale {
    match lang {
        Lang::En => Locale::en_GB,
        Lang::Nb => Locale::nb_NO,
    }
}

/// A date in full: `Tuesday 17 November 2026`, `tirsdag 17. november 2026`.
pub fn long_date(lang: Lang, date: NaiveDate) -> String {
    let pattern = match lang {
        Lang::En => "%A %-d %B %Y",
        Lang::Nb => "%A %-d. %B %Y",
    };
    date.format_localized(pattern, locale(lang)).to_string()
}

/// The name of a day's month in full: `November`, `november`.
pub fn month(lang: Lang, date: NaiveDate) -> String {
    date.format_localized("%B", locale(lang)).to_string()
}

/// A moment as the organisation's clock has it, `2026-11-17 16:42`, in the reader's words:
/// `17 Nov 2026, 16:42`, `17. nov. 2026, 16:42`. What is no moment stays as it is.
pub fn moment(lang: Lang, text: &str) -> String {
    match text.split_once([' ', 'T']).map(|(date, time)| (date.parse(), time)) {
        Some((Ok(date), time)) => format!("{}, {time}", short_date(lang, date)),
        _ => text.to_owned(),
    }
}

/// A date in short: `17 Nov 2026`, `17. nov. 2026`.
pub fn short_date(lang: Lang, date: NaiveDate) -> String {
    let pattern = match lang {
        Lang::En => "%-d %b %Y",
        Lang::Nb => "%-d. %b %Y",
    };
    date.format_localized(pattern, locale(lang)).to_string()
}

/// A day of a known year: `17 November`, `17. november`.
pub fn day(lang: Lang, date: NaiveDate) -> String {
    let pattern = match lang {
        Lang::En => "%-d %B",
        Lang::Nb => "%-d. %B",
    };
    date.format_localized(pattern, locale(lang)).to_string()
}

/// A day as a week's row names it: `Monday 23 Nov`, `Mandag 23. nov`.
pub fn weekday(lang: Lang, date: NaiveDate) -> String {
    let pattern = match lang {
        Lang::En => "%A %-d %b",
        Lang::Nb => "%A %-d. %b",
    };
    let text = date.format_localized(pattern, locale(lang)).to_string();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// In the quotation marks of a language.
pub fn quoted(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Nb => format!("«{text}»"),
        Lang::En => format!("“{text}”"),
    }
}

/// With a capital letter, as a sentence begins.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A period's name: `17 Nov 2026`, `week 47, 2026`, `November 2026`, `Q4 2026`.
pub fn period(lang: Lang, period: Period) -> String {
    let start = period.start();
    match period.resolution() {
        Resolution::Day => short_date(lang, start),
        Resolution::Week => {
            let week = start.iso_week();
            text::tv(
                lang,
                "period-week",
                &[("week", week.week().into()), ("year", FluentValue::from(week.year().to_string()))],
            )
        }
        Resolution::Month => start.format_localized("%B %Y", locale(lang)).to_string(),
        Resolution::Quarter => text::tv(
            lang,
            "period-quarter",
            &[
                ("quarter", (start.month0() / 3 + 1).into()),
                ("year", FluentValue::from(start.year().to_string())),
            ],
        ),
    }
}

/// A tick on a time axis: the month's short name, with the year where a year begins.
pub fn tick(lang: Lang, date: NaiveDate, with_year: bool) -> String {
    let month = date.format_localized("%b", locale(lang)).to_string();
    let month = month.trim_end_matches('.');
    if with_year { format!("{month} {}", date.year()) } else { month.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(number(Lang::En, 13402.0, 0), "13,402");
        assert_eq!(number(Lang::Nb, 13402.25, 1), "13\u{202f}402,2");
        assert_eq!(number(Lang::En, -0.04, 1), "0.0");
        assert_eq!(number(Lang::Nb, -12.5, 1), "\u{2212}12,5");
        assert_eq!(number(Lang::En, 999.0, 0), "999");
    }

    #[test]
    fn dates_follow_the_language() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 17).unwrap();
        assert_eq!(moment(Lang::En, "2026-11-17 16:42"), "17 Nov 2026, 16:42");
        assert_eq!(moment(Lang::Nb, "2026-11-17 16:42"), "17. nov. 2026, 16:42");
        assert_eq!(moment(Lang::Nb, "?"), "?");
        assert_eq!(long_date(Lang::En, date), "Tuesday 17 November 2026");
        assert_eq!(long_date(Lang::Nb, date), "tirsdag 17. november 2026");
    }
}
