//! Numbers, dates and times of day as letters write them.

/// What a number in a pattern has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// Any whole number up to four digits.
    Any,
    /// A day of a month, 1–31.
    Day,
    /// `11.3`, `11/3/26`, `2026-03-11`.
    Date,
    /// `15:30`, `15.30`.
    Clock,
    /// A year, 1900–2199.
    Year,
}

impl Number {
    /// Whether the digits can be such a number.
    pub(crate) fn fits(self, digits: &str) -> bool {
        match self {
            Self::Any => digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()),
            Self::Day => digits.len() <= 2 && number(digits).is_some_and(|day| (1..=31).contains(&day)),
            Self::Year => {
                digits.len() == 4 && number(digits).is_some_and(|year| (1900..2200).contains(&year))
            }
            Self::Date => is_date(digits),
            Self::Clock => is_clock(digits),
        }
    }
}

fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// Day and month in either order, with or without a year, or a date of ISO 8601.
fn is_date(digits: &str) -> bool {
    if digits.len() > 10 {
        return false;
    }
    let parts: Vec<_> = digits.split(['.', '/', '-']).map(number).collect();
    let day_and_month = |a: u32, b: u32| a >= 1 && b >= 1 && a.max(b) <= 31 && a.min(b) <= 12;
    match parts.as_slice() {
        [Some(a), Some(b)] => day_and_month(*a, *b),
        [Some(year), Some(month), Some(day)] if *year >= 1900 => {
            (1..=12).contains(month) && (1..=31).contains(day)
        }
        [Some(a), Some(b), Some(_)] => day_and_month(*a, *b),
        _ => false,
    }
}

fn is_clock(digits: &str) -> bool {
    let Some((hour, minute)) = digits.split_once([':', '.']) else { return false };
    minute.len() == 2
        && number(hour).is_some_and(|hour| hour < 24)
        && number(minute).is_some_and(|minute| minute < 60)
}

/// `st`, `nd`, `rd`, `th` at the end of a word.
pub(crate) fn is_ordinal_suffix(rest: &str) -> bool {
    let mut chars = rest.chars();
    let two: String = chars.by_ref().take(2).flat_map(char::to_lowercase).collect();
    matches!(two.as_str(), "st" | "nd" | "rd" | "th") && !chars.next().is_some_and(char::is_alphanumeric)
}

/// Names of months in English, Bokmål and Nynorsk, and their usual short forms.
const MONTHS: &str = "january february march april may june july august september october november december \
    januar februar mars mai juni juli oktober desember jan feb mar apr jun jul aug sep sept oct okt nov dec des";

/// Whether the word names a month.
pub(crate) fn is_month(word: &str) -> bool {
    !word.is_empty() && MONTHS.split(' ').any(|month| month == word)
}
