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
    /// A year and a number, whose meaning the cell leaves open: 2026-11.
    Parted(Parted),
    /// Three numbers whose order the cell leaves open, and the mark between them.
    Open(Triple),
}

/// A year and the number of a month, week or quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parted {
    year: u32,
    pub(crate) number: u32,
    /// Whether the number is written with two digits.
    pub(crate) is_padded: bool,
}

impl Parted {
    /// The period, where there is such a one.
    pub(crate) fn period(self, resolution: Resolution) -> Option<Period> {
        let (year, number) = (self.year, self.number);
        let day = match resolution {
            Resolution::Week => week_of(year, number)?,
            Resolution::Month => date(year, number, 1)?,
            Resolution::Quarter => quarter_of(year, number)?,
            Resolution::Day => return None,
        };
        Some(Period::containing(day, resolution))
    }

    /// Whether the number is the year after in two digits: 2004/05.
    pub(crate) const fn ends_next_year(self) -> bool {
        self.is_padded && self.number == (self.year + 1) % 100
    }
}

/// Three numbers of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Triple {
    parts: [u32; 3],
    /// Whether the last is a year of four digits.
    is_long: bool,
    /// Whether the first may be a year of two digits.
    may_lead: bool,
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
            Order::Ymd if self.is_long || !self.may_lead => return None,
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

fn parted(year: u32, number: u32, digits: usize) -> Option<Shape> {
    let parted = Parted { year, number, is_padded: digits == 2 };
    let is_real = (1..=53).contains(&number) || parted.ends_next_year();
    (is_real && i32::try_from(year).is_ok_and(|year| YEARS.contains(&year))).then_some(Shape::Parted(parted))
}

fn month_of(year: u32, month: u32) -> Option<Shape> {
    date(year, month, 1).map(|day| Shape::Period(Period::containing(day, Resolution::Month)))
}

fn day_of(year: u32, month: u32, day: u32) -> Option<Shape> {
    date(year, month, day).map(|day| Shape::Period(Period::containing(day, Resolution::Day)))
}

pub(crate) fn quarter_of(year: u32, quarter: u32) -> Option<NaiveDate> {
    if (1..=4).contains(&quarter) { date(year, quarter * 3 - 2, 1) } else { None }
}

pub(crate) fn week_of(year: u32, week: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| YEARS.contains(year))?;
    NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon)
}

/// The period of a year that a word counts: months, quarters or weeks.
fn counted(year: u32, word: &str, number: u32) -> Option<Shape> {
    match word {
        word if MONTHS.contains(&word) => month_of(year, number),
        word if QUARTERS.contains(&word) => {
            Some(Shape::Period(Period::containing(quarter_of(year, number)?, Resolution::Quarter)))
        }
        word if WEEKS.contains(&word) => {
            Some(Shape::Period(Period::containing(week_of(year, number)?, Resolution::Week)))
        }
        _ => None,
    }
}

/// The same with a year of two digits, where it can be told from the number: 25W24, 24K4, 4K24, Q4 24. Weeks
/// and months have the year first, as their numbers have two digits too; 9M24 is the first nine months.
fn counted_short(one: (u32, usize), word: &str, other: (u32, usize)) -> Option<Shape> {
    let is_quarter = QUARTERS.contains(&word);
    match (one, other) {
        ((year, 2), (number, 2)) if !is_quarter => counted(2000 + year, word, number),
        ((year, 2), (number, 1)) => counted(2000 + year, word, number),
        ((number, 1), (year, 2)) if is_quarter => counted(2000 + year, word, number),
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
        Shape::Parted(_) => false,
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
            Some(Shape::Open(Triple {
                parts: [*x, *y, *z],
                is_long: *z_digits == 4,
                may_lead: *x_digits == 2,
                has_dots: *a == '.',
            }))
        }
        // 2026-11 and 11/2026
        [(_, Number(y, 4)), ('-' | '/', Number(m, m_digits))] if is_short(m_digits) => {
            parted(*y, *m, *m_digits)
        }
        [(_, Number(m, m_digits)), ('-' | '/' | '.', Number(y, 4))] if is_short(m_digits) => {
            parted(*y, *m, *m_digits)
        }
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
            match month(word) {
                Some(month) => day_of(year_of(*y, *y_digits)?, month, *number),
                None if *y_digits == 4 => counted(*y, word, *number),
                // "25. uke 24" has the year behind, "24K4" has it before.
                None if *digits == 1 => counted_short((*number, 1), word, (*y, *y_digits)),
                None => None,
            }
        }
        // 25W24, 4K24
        [(_, Number(one, digits)), (_, Word(word)), ('\0', Number(other, others))] => {
            counted_short((*one, *digits), word, (*other, *others))
        }
        // K4 24, Q4-24
        [(_, Word(word)), (_, Number(number, 1)), (gap, Number(y, 2))]
            if *gap != '\0' && QUARTERS.contains(&word.as_str()) =>
        {
            counted(2000 + *y, word, *number)
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
            Some((Shape::Parted(parted), _)) => {
                parted.period(Resolution::Month).map_or("none".to_owned(), |period| period.to_string())
            }
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
            ("25W24", "2025-W24"),
            ("25-W01", "2025-W01"),
            ("25U24", "2025-W24"),
            ("4K24", "2024Q4"),
            ("24Q4", "2024Q4"),
            ("Q4 98", "2098Q4"),
            ("4. kvartal 24", "2024Q4"),
            ("25M09", "2025-09"),
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
            "25W60",
            "5K24",
            "9M24",
            "uke 24-25",
            "1H24",
            "Q4'24",
            "2025Q",
            "١٢",
        ] {
            assert_eq!(read(text), "none", "{text}");
        }
    }
}
