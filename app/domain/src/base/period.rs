//! Calendar periods: the day, week, month or quarter that a count belongs to.

use std::{fmt, str::FromStr};

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// How long a period is, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Resolution {
    /// A calendar day.
    Day,
    /// An ISO 8601 week, Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
}

impl Resolution {
    /// All of them, finest first.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Quarter];

    /// The word used in addresses, files and the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }
}

impl FromStr for Resolution {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|r| r.name() == name).ok_or(())
    }
}

/// One day, week, month or quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    start: NaiveDate,
    resolution: Resolution,
}

impl Period {
    /// The period of this resolution that holds the date.
    pub fn containing(date: NaiveDate, resolution: Resolution) -> Self {
        let start = match resolution {
            Resolution::Day => Some(date),
            Resolution::Week => {
                date.checked_sub_days(Days::new(u64::from(date.weekday().num_days_from_monday())))
            }
            Resolution::Month => date.with_day(1),
            Resolution::Quarter => date.with_day(1).and_then(|d| d.with_month0(date.month0() / 3 * 3)),
        };
        Self { start: start.unwrap_or(date), resolution }
    }

    /// First day.
    pub const fn start(self) -> NaiveDate {
        self.start
    }

    /// How long it is.
    pub const fn resolution(self) -> Resolution {
        self.resolution
    }

    /// The period that follows. The calendar's last one is its own successor.
    #[must_use]
    pub fn next(self) -> Self {
        let start = match self.resolution {
            Resolution::Day => self.start.checked_add_days(Days::new(1)),
            Resolution::Week => self.start.checked_add_days(Days::new(7)),
            Resolution::Month => self.start.checked_add_months(Months::new(1)),
            Resolution::Quarter => self.start.checked_add_months(Months::new(3)),
        };
        Self { start: start.unwrap_or(self.start), ..self }
    }

    /// Last day.
    pub fn end(self) -> NaiveDate {
        self.next().start.pred_opt().unwrap_or(self.start)
    }

    /// Reads `2026-11-17`, `2026-W47`, `2026-11` or `2026Q4` (also `2026-Q4`), in years 1900–2200.
    ///
    /// # Errors
    /// When the text is none of these or names no real period (month 13, week 54, 30 February).
    pub fn parse(text: &str) -> Result<Self, NotAPeriod> {
        let text = text.trim();
        let year = text.get(..4).and_then(|y| y.parse::<i32>().ok()).filter(|y| (1900..=2200).contains(y));
        let (Some(year), Some(rest)) = (year, text.get(4..)) else { return Err(NotAPeriod) };
        // Quarters and weeks may go without the hyphen: nothing else begins with their letters.
        let rest = match rest.strip_prefix('-') {
            Some(rest) => rest,
            None if rest.starts_with(['Q', 'q', 'W', 'w']) => rest,
            None => return Err(NotAPeriod),
        };
        let digits = |s: &str| {
            let is_short = (1..=2).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
            is_short.then(|| s.parse::<u32>().ok()).flatten()
        };
        let (start, resolution) = if let Some(quarter) = rest.strip_prefix(['Q', 'q']) {
            let quarter = digits(quarter).filter(|q| (1..=4).contains(q)).ok_or(NotAPeriod)?;
            (NaiveDate::from_ymd_opt(year, quarter * 3 - 2, 1), Resolution::Quarter)
        } else if let Some(week) = rest.strip_prefix(['W', 'w']) {
            let week = digits(week).ok_or(NotAPeriod)?;
            (NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon), Resolution::Week)
        } else if let Some((month, day)) = rest.split_once('-') {
            let (month, day) = digits(month).zip(digits(day)).ok_or(NotAPeriod)?;
            (NaiveDate::from_ymd_opt(year, month, day), Resolution::Day)
        } else {
            let month = digits(rest).ok_or(NotAPeriod)?;
            (NaiveDate::from_ymd_opt(year, month, 1), Resolution::Month)
        };
        Ok(Self { start: start.ok_or(NotAPeriod)?, resolution })
    }
}

/// The text does not name a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPeriod;

impl fmt::Display for Period {
    /// The form that [`Period::parse`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = self.start;
        match self.resolution {
            Resolution::Day => write!(f, "{start}"),
            Resolution::Week => write!(f, "{}-W{:02}", start.iso_week().year(), start.iso_week().week()),
            Resolution::Month => write!(f, "{}-{:02}", start.year(), start.month()),
            Resolution::Quarter => write!(f, "{}Q{}", start.year(), start.month0() / 3 + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_reads_back_what_it_writes() {
        for text in ["2026-11-17", "2026-W53", "2020-W01", "2006-02", "2015Q2"] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Period::parse("2015-Q2").unwrap().to_string(), "2015Q2");
    }

    #[test]
    fn impossible_periods_are_refused() {
        for text in [
            "2026-02-30",
            "2026-13",
            "2026Q5",
            "2025-W53",
            "2026-W54",
            "",
            "x",
            "20261",
            "202601",
            "20261-01",
            "2026--03",
            "2026012",
            "2026-001",
            "2026-01-",
            "2026Q004",
            "26-01-01",
            "0999-01-01",
            "2026-1x",
            "æøåæ-01",
        ] {
            assert_eq!(Period::parse(text), Err(NotAPeriod), "{text}");
        }
    }

    #[test]
    fn periods_follow_each_other_without_a_gap() {
        for resolution in Resolution::ALL {
            let mut period = Period::containing(NaiveDate::from_ymd_opt(2019, 12, 30).unwrap(), resolution);
            for _ in 0..400 {
                let next = period.next();
                assert_eq!(Period::containing(period.end(), resolution), period);
                assert_eq!(Period::containing(next.start(), resolution), next);
                assert_eq!(period.end().succ_opt().unwrap(), next.start());
                period = next;
            }
        }
    }
}
