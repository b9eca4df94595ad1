//! Periods as numbers that grow by one from each to the next.

use chrono::{Datelike, NaiveDate};
use domain::{Period, Resolution};
use serde::{Serialize, Serializer};

/// What the numbers of a column of periods count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// Whole numbers in the order of time, as the file has them.
    Count,
    /// Names in the order of the file.
    Names,
    /// Years.
    Year,
    /// Days, weeks, months or quarters.
    Of(Resolution),
}

impl Calendar {
    /// Its stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Names => "names",
            Self::Year => "year",
            Self::Of(resolution) => resolution.name(),
        }
    }

    /// The number of the period that holds a date; none where no calendar is counted.
    pub(crate) fn number(self, date: NaiveDate) -> Option<i64> {
        let months = || i64::from(date.year()) * 12 + i64::from(date.month0());
        match self {
            Self::Count | Self::Names => None,
            Self::Year => Some(i64::from(date.year())),
            Self::Of(Resolution::Day) => Some(i64::from(date.num_days_from_ce())),
            // Day 1 of the common era was a Monday, so weeks are whole sevens from it.
            Self::Of(Resolution::Week) => Some((i64::from(date.num_days_from_ce()) - 1).div_euclid(7)),
            Self::Of(Resolution::Month) => Some(months()),
            Self::Of(Resolution::Quarter) => Some(months().div_euclid(3)),
        }
    }

    /// A period's name from its number, the other way round than the numbers are made. Numbers of
    /// [names](Self::Names) are known to the rows only.
    pub fn name_of(self, number: i64) -> String {
        match self {
            Self::Of(resolution) => {
                start_of(number, resolution).map_or_else(|| number.to_string(), |period| period.to_string())
            }
            _ => number.to_string(),
        }
    }
}

impl Serialize for Calendar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

fn start_of(number: i64, resolution: Resolution) -> Option<Period> {
    let day = |days: i64| NaiveDate::from_num_days_from_ce_opt(i32::try_from(days).ok()?);
    let month = |months: i64| {
        let year = i32::try_from(months.div_euclid(12)).ok()?;
        NaiveDate::from_ymd_opt(year, u32::try_from(months.rem_euclid(12)).ok()? + 1, 1)
    };
    let date = match resolution {
        Resolution::Day => day(number)?,
        Resolution::Week => day(number.checked_mul(7)?.checked_add(1)?)?,
        Resolution::Month => month(number)?,
        Resolution::Quarter => month(number.checked_mul(3)?)?,
    };
    Some(Period::containing(date, resolution))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_53_week_year_leaves_no_gap_and_numbers_give_back_names() {
        let number = |text: &str| {
            let period = Period::parse(text).unwrap();
            Calendar::Of(period.resolution()).number(period.start()).unwrap()
        };
        assert_eq!(number("2027-W01") - number("2026-W53"), 1);
        assert_eq!(number("2026-W53") - number("2026-W52"), 1);
        assert_eq!(number("2007Q1") - number("2006Q4"), 1);
        assert_eq!(number("2007-01") - number("2006-12"), 1);
        for text in ["2026-W53", "2027-W01", "2006Q4", "2007Q1", "2024-02", "2024-02-29", "2000-12"] {
            let calendar = Calendar::Of(Period::parse(text).unwrap().resolution());
            assert_eq!(calendar.name_of(number(text)), text);
        }
    }
}
