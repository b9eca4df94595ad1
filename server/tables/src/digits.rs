//! Whole numbers in a column of periods: a count, years, or dates written in digits.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    names::folded,
    numbers::Wrong,
    problem::Fault,
    shapes::{date, quarter_of, week_of},
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
/// Seconds since 1970, for the same years: files of programs write them, and thousandths and millionths of them.
const SECONDS: std::ops::RangeInclusive<i64> = 946_684_800..=4_133_980_799;
/// How many of the smallest part of a second, in a file of each kind, make one.
const PARTS_OF_A_SECOND: [i64; 4] = [1, 1_000, 1_000_000, 1_000_000_000];

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
                quarter_of(year, quarter)
            }
            Self::Month => part(100).and_then(|(year, month)| date(whole_year(year)?, month, 1)),
            Self::Week => part(100).and_then(|(year, week)| week_of(whole_year(year)?, week)),
            Self::Day => {
                let (months, day) = part(100)?;
                date(months / 100, months % 100, day)
            }
        }
    }
}

/// A year of two digits is of this century: 2547, 2511.
const fn whole_year(year: u32) -> Option<u32> {
    match year {
        0..10 => None,
        10..100 => Some(2000 + year),
        _ => Some(year),
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
        return match Says::of(head) {
            Says::WEEKS => real(Digits::Week),
            Says::MONTHS => real(Digits::Month),
            // Quarters are written 20254: four digits and one.
            _ if Says::of(head) == Says::QUARTERS && all(&|number| number % 100 <= 4) => {
                Err(first(numbers, Fault::QuartersOrMonths))
            }
            // Weeks of several years go beyond the twelfth.
            _ if years > 1 => real(Digits::Month),
            _ => Err(first(numbers, Fault::WeeksOrMonths)),
        };
    }
    if all(&|number| PREFIXES.contains(&(number / 10)) && (1..=4).contains(&(number % 10))) {
        return real(Digits::Quarter);
    }
    // Year and week, or month, in four digits: 2547, 2511.
    let has_four = all(&|number| (1000..10_000).contains(&number));
    match Says::of(head) {
        Says::WEEKS if has_four => return real(Digits::Week).map_err(|wrong| wrong.into_date()),
        Says::MONTHS if has_four && !all(&|number| YEARS.contains(&number)) => {
            return real(Digits::Month).map_err(|wrong| wrong.into_date());
        }
        _ => {}
    }
    if all(&|number| YEARS.contains(&number)) {
        return Ok(Digits::Year);
    }
    if all(&|number| SERIALS.contains(&number)) {
        return Err(first(numbers, Fault::SpreadsheetDate));
    }
    if PARTS_OF_A_SECOND.iter().any(|parts| all(&|number| SECONDS.contains(&(number / parts)))) {
        return Err(first(numbers, Fault::SecondsSince1970));
    }
    // Day and time of day in digits alone: 202611171430, 20261117143000.
    let has_time = |time: &i64| all(&|number| PREFIXES.contains(&(number / time / 10_000)));
    if [10_000, 1_000_000].iter().any(has_time) {
        return Err(first(numbers, Fault::LooksLikeADate));
    }
    // Year and month, or week, in fewer digits: 2511, 2512, 2601.
    if years > 1 && all(&|number| number > 100 && (1..=53).contains(&(number % 100))) {
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

/// What the head of a column says that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Says {
    pub(crate) weeks: bool,
    pub(crate) months: bool,
    pub(crate) quarters: bool,
}

impl Says {
    pub(crate) const NOTHING: Self = Self { weeks: false, months: false, quarters: false };
    pub(crate) const WEEKS: Self = Self { weeks: true, ..Self::NOTHING };
    pub(crate) const MONTHS: Self = Self { months: true, ..Self::NOTHING };
    pub(crate) const QUARTERS: Self = Self { quarters: true, ..Self::NOTHING };

    pub(crate) fn of(head: &str) -> Self {
        let head = folded(head);
        let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
        Self {
            weeks: has(&["week", "uke", "uge", "vecka", "woche"]),
            months: has(&["month", "måned", "mnd", "månad", "maaned", "monat"]),
            quarters: has(&["kvartal", "quarter", "qtr", "quartal"]),
        }
    }
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
        assert_eq!(of(&[2551, 2552, 2601], "t"), Err(Fault::LooksLikeADate));
        assert_eq!(of(&[2551, 2552, 2601], "Uke"), Ok(Digits::Week));
        assert_eq!(of(&[2001, 2002, 2053], "week"), Ok(Digits::Week));
        assert_eq!(of(&[2551, 2560], "week"), Err(Fault::LooksLikeADate));
        assert_eq!(of(&[2511, 2512, 2601], "måned"), Ok(Digits::Month));
        assert_eq!(of(&[2011, 2012], "month"), Ok(Digits::Year));
        assert_eq!(of(&[202_501, 202_502], "kvartal"), Err(Fault::QuartersOrMonths));
        assert_eq!(of(&[202_611_171_430, 202_611_172_400], "t"), Err(Fault::LooksLikeADate));
        assert_eq!(of(&[20_261_117_143_000], "t"), Err(Fault::LooksLikeADate));
    }

    #[test]
    fn seconds_since_1970_were_a_count() {
        let days = [1_767_225_600, 1_767_830_400, 1_768_435_200];
        for parts in PARTS_OF_A_SECOND {
            assert_eq!(of(&days.map(|second| second * parts), "t"), Err(Fault::SecondsSince1970));
        }
        assert_eq!(of(&[1, 1_767_225_600], "t"), Ok(Digits::Count));
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
