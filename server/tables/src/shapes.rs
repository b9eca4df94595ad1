//! What a text can be read as in a column of periods, by itself and without looking at other rows.

use chrono::NaiveDate;
use domain::{Period, Resolution};
use serde::Serialize;

use crate::{
    time_of_day::{self, Clock},
    tokens::{
        MONTHS, QUARTERS,
        Token::{Number, Word},
        WEEKS, is_weekday, month, tokens,
    },
};

/// Years that dates may have.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 1500..=2200;

/// The order of day, month and year in dates of three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// 17.11.2026
    Dmy,
    /// 11/17/2026
    Mdy,
    /// 26-11-17, with a year of two digits
    Ymd,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// A whole number and its digits: an index, a year, or a date in digits.
    Whole(i64, usize),
    /// A period that can be nothing else.
    Period(Period),
    /// Three numbers whose order the cell leaves open, and the mark between them.
    Open(Triple),
}

/// Three numbers of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Triple {
    parts: [u32; 3],
    /// Whether the last is a year of four digits.
    is_long: bool,
    /// Whether full stops part them.
    pub(crate) has_dots: bool,
}

impl Triple {
    /// The date under an order.
    pub(crate) fn date(self, order: Order) -> Option<NaiveDate> {
        let [a, b, c] = self.parts;
        let (year, month, day) = match order {
            Order::Dmy => (c, b, a),
            Order::Mdy => (c, a, b),
            Order::Ymd if self.is_long => return None,
            Order::Ymd => (a, b, c),
        };
        date(if self.is_long { year } else { century(year)? }, month, day)
    }
}

/// The year of two digits: 70 to 99 are of the last century.
const fn century(year: u32) -> Option<u32> {
    match year {
        0..70 => Some(2000 + year),
        70..100 => Some(1900 + year),
        _ => None,
    }
}

pub(crate) fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| YEARS.contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

fn month_of(year: u32, month: u32) -> Option<Shape> {
    date(year, month, 1).map(|day| Shape::Period(Period::containing(day, Resolution::Month)))
}

fn day_of(year: u32, month: u32, day: u32) -> Option<Shape> {
    date(year, month, day).map(|day| Shape::Period(Period::containing(day, Resolution::Day)))
}

pub(crate) fn week_of(year: u32, week: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| YEARS.contains(year))?;
    NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon)
}

/// The period of a year that a word counts: months, quarters or weeks.
fn counted(year: u32, word: &str, number: u32) -> Option<Shape> {
    match word {
        word if MONTHS.contains(&word) => month_of(year, number),
        word if QUARTERS.contains(&word) && (1..=4).contains(&number) => {
            let day = date(year, number * 3 - 2, 1)?;
            Some(Shape::Period(Period::containing(day, Resolution::Quarter)))
        }
        word if WEEKS.contains(&word) => {
            Some(Shape::Period(Period::containing(week_of(year, number)?, Resolution::Week)))
        }
        _ => None,
    }
}

/// Reads a cell, with its time of day.
pub(crate) fn shape(text: &str) -> Option<(Shape, Option<Clock>)> {
    let (date, clock) = time_of_day::split(text);
    let shape = date_shape(date)?;
    let is_day = match &shape {
        Shape::Period(period) => period.resolution() == Resolution::Day,
        Shape::Open(_) => true,
        Shape::Whole(_, digits) => *digits == 8,
    };
    (is_day || clock.is_none()).then_some((shape, clock))
}

fn date_shape(text: &str) -> Option<Shape> {
    // Some tools write whole numbers as 12.0.
    let plain = text.strip_suffix(".0").unwrap_or(text);
    let digits = plain.strip_prefix('-').unwrap_or(plain);
    if !digits.is_empty() && digits.len() <= 13 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return plain.parse().ok().map(|number| Shape::Whole(number, digits.len()));
    }
    let mut found = tokens(text)?;
    if found.len() > 2 && matches!(&found[0].1, Word(word) if is_weekday(word)) {
        found.remove(0);
    }
    let is_short = |digits: &usize| *digits <= 2;
    let year_of = |year: u32, digits: usize| match digits {
        4 => Some(year),
        2 => century(year),
        _ => None,
    };
    match found.as_slice() {
        // 2026-11-17
        [(_, Number(y, 4)), (a, Number(m, m_digits)), (b, Number(d, d_digits))]
            if a == b && matches!(a, '-' | '/' | '.') && is_short(m_digits) && is_short(d_digits) =>
        {
            day_of(*y, *m, *d)
        }
        // 17.11.2026, 11/17/26
        [(_, Number(x, x_digits)), (a, Number(y, y_digits)), (b, Number(z, z_digits))]
            if a == b
                && matches!(a, '-' | '/' | '.')
                && is_short(x_digits)
                && is_short(y_digits)
                && matches!(z_digits, 2 | 4) =>
        {
            Some(Shape::Open(Triple { parts: [*x, *y, *z], is_long: *z_digits == 4, has_dots: *a == '.' }))
        }
        // 2026-11 and 11/2026
        [(_, Number(y, 4)), ('-' | '/', Number(m, m_digits))] if is_short(m_digits) => month_of(*y, *m),
        [(_, Number(m, m_digits)), ('-' | '/' | '.', Number(y, 4))] if is_short(m_digits) => month_of(*y, *m),
        // 2026-W47-2
        [(_, Number(y, 4)), (_, Word(w)), ('\0', Number(week, _)), ('-', Number(day @ 1..=7, 1))]
            if w == "w" =>
        {
            let monday = week_of(*y, *week)?;
            let day = monday.checked_add_days(chrono::Days::new(u64::from(*day) - 1))?;
            Some(Shape::Period(Period::containing(day, Resolution::Day)))
        }
        // 2026Q4, 2026-W47, 2026M11, 2026 uke 47; and 2026 nov
        [(_, Number(y, 4)), (_, Word(word)), (_, Number(number, digits))] if is_short(digits) => {
            counted(*y, word, *number).or_else(|| day_of(*y, month(word)?, *number))
        }
        [(_, Number(y, 4)), (_, Word(word))] => month_of(*y, month(word)?),
        // Q4 2026, uke 47 2026; Nov 17, 2026
        [(_, Word(word)), (_, Number(number, digits)), (gap, Number(y, 4))]
            if is_short(digits) && *gap != '\0' =>
        {
            counted(*y, word, *number).or_else(|| day_of(*y, month(word)?, *number))
        }
        // 4. kvartal 2026; 17. november 2026, 17-Nov-26
        [(_, Number(number, digits)), (_, Word(word)), (gap, Number(y, y_digits))]
            if is_short(digits) && *gap != '\0' =>
        {
            let year = year_of(*y, *y_digits)?;
            match month(word) {
                Some(month) => day_of(year, month, *number),
                None if *y_digits == 4 => counted(year, word, *number),
                None => None,
            }
        }
        // Nov-26, november 2026
        [(_, Word(word)), (_, Number(y, y_digits))] => month_of(year_of(*y, *y_digits)?, month(word)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match shape(text) {
            Some((Shape::Period(period), _)) => period.to_string(),
            Some((Shape::Open(triple), _)) => [Order::Dmy, Order::Mdy, Order::Ymd]
                .map(|order| triple.date(order).map_or("–".into(), |d| d.to_string()))
                .join(" "),
            Some((Shape::Whole(number, _), _)) => number.to_string(),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn periods_are_read_as_offices_and_programs_write_them() {
        for (text, period) in [
            ("2025-09", "2025-09"),
            ("2025M09", "2025-09"),
            ("2025m9", "2025-09"),
            ("09/2025", "2025-09"),
            ("9.2025", "2025-09"),
            ("Sep-25", "2025-09"),
            ("sept. 2025", "2025-09"),
            ("September 2025", "2025-09"),
            ("2025 mai", "2025-05"),
            ("des-24", "2024-12"),
            ("2025K3", "2025Q3"),
            ("2025-Q3", "2025Q3"),
            ("Q3 2025", "2025Q3"),
            ("3. kvartal 2025", "2025Q3"),
            ("2025U37", "2025-W37"),
            ("2025-W37", "2025-W37"),
            ("uke 37 2025", "2025-W37"),
            ("Week 37, 2025", "2025-W37"),
            ("2025-W37-3", "2025-09-10"),
            ("2025-09-01", "2025-09-01"),
            ("2025/9/1", "2025-09-01"),
            ("1. september 2025", "2025-09-01"),
            ("01-Sep-25", "2025-09-01"),
            ("Sep 1, 2025", "2025-09-01"),
            ("Mon, 1 Sep 2025", "2025-09-01"),
            ("2025-09-01 00:00:00", "2025-09-01"),
            ("2025-09-01T09:41:22.123+02:00", "2025-09-01"),
            ("2026-02-03 12:00:00 UTC", "2026-02-03"),
        ] {
            assert_eq!(read(text), period, "{text}");
        }
        assert_eq!(read("01.09.2025"), "2025-09-01 2025-01-09 –");
        assert_eq!(read("9/13/25"), "– 2025-09-13 –");
        assert_eq!(read("11/3/2025 9:41 AM"), "2025-03-11 2025-11-03 –");
    }

    #[test]
    fn what_names_no_real_period_is_none() {
        for text in [
            "2025-13",
            "2025M13",
            "2025K5",
            "2025U54",
            "2025-02-30",
            "2025/26",
            "2025H1",
            "a month ago",
            "Total",
            "12:30",
            "2025-09-01 25:00",
            "2025-W37 10:00",
            "1.2.3.4",
            "",
            "Sep",
            "25-Sep",
            "2025Q",
            "١٢",
        ] {
            assert_eq!(read(text), "none", "{text}");
        }
    }
}
