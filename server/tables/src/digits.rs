//! Whole numbers in a column of periods: a count, years, or dates written in digits.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    names::folded,
    numbers::Wrong,
    problem::Fault,
    shapes::{date, week_of},
};

/// What whole numbers stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Digits {
    /// A count in the order of time.
    Count,
    /// 2026
    Year,
    /// 20264
    Quarter,
    /// 202611
    Month,
    /// 202647
    Week,
    /// 20261117
    Day,
}

/// Years that a number of four digits may be.
const YEARS: std::ops::RangeInclusive<i64> = 1500..=2100;
/// Years that the beginning of a longer number may be.
const PREFIXES: std::ops::RangeInclusive<i64> = 1900..=2200;
/// Days since 1900 as spreadsheets count them, for the years 2000 to 2100.
const SERIALS: std::ops::RangeInclusive<i64> = 36_526..=73_050;

impl Digits {
    /// The first day of the period, where the number is a date.
    pub(crate) fn start(self, number: i64) -> Option<NaiveDate> {
        let part = |divisor: i64| -> Option<(u32, u32)> {
            Some((u32::try_from(number / divisor).ok()?, u32::try_from(number % divisor).ok()?))
        };
        match self {
            Self::Count => None,
            Self::Year => date(u32::try_from(number).ok()?, 1, 1),
            Self::Quarter => {
                let (year, quarter) = part(10)?;
                if (1..=4).contains(&quarter) { date(year, quarter * 3 - 2, 1) } else { None }
            }
            Self::Month => part(100).and_then(|(year, month)| date(year, month, 1)),
            Self::Week => part(100).and_then(|(year, week)| week_of(year, week)),
            Self::Day => {
                let (months, day) = part(100)?;
                date(months / 100, months % 100, day)
            }
        }
    }
}

/// A number of the column, its text and the row where it stands first.
pub(crate) type Numbered<'a> = (i64, &'a str, u64);

/// What the numbers of a column stand for; `chosen` and a head that says week or month decide between the two.
///
/// # Errors
/// When they look like dates and are none, or could be weeks and months alike.
pub(crate) fn decide(numbers: &[Numbered<'_>], chosen: Option<Digits>, head: &str) -> Result<Digits, Wrong> {
    let all = |test: &dyn Fn(i64) -> bool| numbers.iter().all(|(number, ..)| test(*number));
    let real = |digits: Digits| match numbers.iter().find(|(number, ..)| digits.start(*number).is_none()) {
        Some((_, text, row)) => Err(wrong(text, *row, Fault::NotAPeriod)),
        None => Ok(digits),
    };
    if let Some(chosen) = chosen {
        return real(chosen);
    }
    let years = numbers.iter().map(|(number, ..)| number / 100).collect::<BTreeSet<_>>().len();
    if all(&|number| PREFIXES.contains(&(number / 10_000))) {
        return real(Digits::Day);
    }
    if all(&|number| PREFIXES.contains(&(number / 100))) {
        if !all(&|number| number % 100 <= 12) {
            return real(Digits::Week);
        }
        return match (says(head, &WEEKS), says(head, &MONTHS)) {
            (true, false) => real(Digits::Week),
            (false, true) => real(Digits::Month),
            // Weeks of several years go beyond the twelfth.
            _ if years > 1 => real(Digits::Month),
            _ => Err(first(numbers, Fault::WeeksOrMonths)),
        };
    }
    if all(&|number| PREFIXES.contains(&(number / 10)) && (1..=4).contains(&(number % 10))) {
        return real(Digits::Quarter);
    }
    if all(&|number| YEARS.contains(&number)) {
        return Ok(Digits::Year);
    }
    if all(&|number| SERIALS.contains(&number)) {
        return Err(first(numbers, Fault::SpreadsheetDate));
    }
    // Weeks or months without their year, over a turn of the year: 51, 52, 1.
    let turns = |last: i64| {
        let is_turn = |(a, b): (i64, i64)| a.max(b) >= last && a.min(b) == 1;
        all(&|number| (1..=53).contains(&number))
            && numbers.windows(2).any(|pair| is_turn((pair[0].0, pair[1].0)))
    };
    if (says(head, &WEEKS) && turns(52)) || (says(head, &MONTHS) && turns(12)) {
        return Err(first(numbers, Fault::LooksLikeADate));
    }
    // Year and month in fewer digits: 2511, 2512, 2601.
    if years > 1 && all(&|number| number > 100 && (1..=12).contains(&(number % 100))) {
        return Err(first(numbers, Fault::LooksLikeADate));
    }
    Ok(Digits::Count)
}

fn wrong(text: &str, row: u64, fault: Fault) -> Wrong {
    Wrong { row, text: text.to_owned(), fault }
}

fn first(numbers: &[Numbered<'_>], fault: Fault) -> Wrong {
    numbers.first().map_or_else(|| wrong("", 0, Fault::NotAPeriod), |(_, text, row)| wrong(text, *row, fault))
}

const WEEKS: [&str; 5] = ["week", "uke", "uge", "vecka", "woche"];
const MONTHS: [&str; 6] = ["month", "måned", "mnd", "månad", "maaned", "monat"];

fn says(head: &str, words: &[&str]) -> bool {
    let head = folded(head);
    words.iter().any(|word| head.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(numbers: &[i64], head: &str) -> Result<Digits, Fault> {
        let numbered: Vec<Numbered<'_>> = numbers.iter().map(|number| (*number, "", 2)).collect();
        decide(&numbered, None, head).map_err(|wrong| wrong.fault)
    }

    #[test]
    fn calendar_numbers_are_no_count_of_weeks() {
        assert_eq!(of(&[202_112, 202_201], "period"), Ok(Digits::Month));
        assert_eq!(of(&[202_152, 202_201], "period"), Ok(Digits::Week));
        assert_eq!(of(&[202_501, 202_502], "uke"), Ok(Digits::Week));
        assert_eq!(of(&[202_501, 202_502], "Måned"), Ok(Digits::Month));
        assert_eq!(of(&[202_501, 202_502], "period"), Err(Fault::WeeksOrMonths));
        assert_eq!(of(&[20_244, 20_251], "t"), Ok(Digits::Quarter));
        assert_eq!(of(&[20_250_131, 20_250_201], "t"), Ok(Digits::Day));
        assert_eq!(of(&[1895, 1896, 1950], "t"), Ok(Digits::Year));
        assert_eq!(of(&[202_113, 202_154], "t"), Err(Fault::NotAPeriod));
        assert_eq!(of(&[45_931, 45_962], "t"), Err(Fault::SpreadsheetDate));
        assert_eq!(of(&[2511, 2512, 2601], "t"), Err(Fault::LooksLikeADate));
        assert_eq!(of(&[51, 52, 1, 2], "Uke"), Err(Fault::LooksLikeADate));
        assert_eq!(of(&[2, 1, 12, 11], "month"), Err(Fault::LooksLikeADate));
        assert_eq!(of(&[1, 2, 12, 13], "month"), Ok(Digits::Count));
    }

    #[test]
    fn a_count_stays_a_count() {
        assert_eq!(of(&[0, 1, 2000], "t"), Ok(Digits::Count));
        assert_eq!(of(&[1, 2, 3], "t"), Ok(Digits::Count));
        assert_eq!(of(&[99, 100, 101], "t"), Ok(Digits::Count));
        assert_eq!(of(&[-3, -2], "t"), Ok(Digits::Count));
        assert_eq!(of(&[1, 999_999_999], "t"), Ok(Digits::Count));
    }
}
