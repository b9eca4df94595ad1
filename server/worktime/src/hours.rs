//! Times on the wall clock, and the hours of one day.

use std::{fmt, str::FromStr};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// A time on the wall clock, to the minute, from 00:00 to 24:00, the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WallTime(u16);

/// Why a time or the hours of a day cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoursError {
    /// The text is no time of day.
    NoTime(String),
    /// Nothing opens at the end of the day.
    OpensAt24,
    /// The second begins before the first has ended.
    Overlap(Hours, Hours),
}

impl fmt::Display for HoursError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTime(text) => write!(f, "{text:?} is no time of day; write it as 08:00, at most 24:00"),
            Self::OpensAt24 => {
                f.write_str("24:00 ends a day and cannot open one; write 00:00 of the next day")
            }
            Self::Overlap(first, second) => {
                write!(f, "{second} begins before {first} has ended; hours may not overlap")
            }
        }
    }
}

impl std::error::Error for HoursError {}

impl FromStr for WallTime {
    type Err = HoursError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let two_digits = |part: &str| match part.as_bytes() {
            [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
                Some(u16::from(tens - b'0') * 10 + u16::from(ones - b'0'))
            }
            _ => None,
        };
        text.split_once(':')
            .and_then(|(hours, minutes)| Some((two_digits(hours)?, two_digits(minutes)?)))
            .filter(|(hours, minutes)| *minutes < 60 && hours * 60 + minutes <= DAY)
            .map(|(hours, minutes)| Self(hours * 60 + minutes))
            .ok_or_else(|| HoursError::NoTime(text.to_owned()))
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Opening hours that begin on one date and may end on the next. Longer than nothing, at most 24 hours on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Minutes since midnight, below 24 hours.
    from: u16,
    /// Minutes since the same midnight, above `from`.
    until: u16,
}

impl Hours {
    /// From an opening to a closing time; one that is not later than the opening is of the next day.
    ///
    /// # Errors
    /// When the opening is 24:00.
    pub fn new(from: WallTime, to: WallTime) -> Result<Self, HoursError> {
        if from.0 == DAY {
            return Err(HoursError::OpensAt24);
        }
        Ok(Self { from: from.0, until: if to > from { to.0 } else { to.0 + DAY } })
    }

    /// What is left when the date they begin on closes early: never longer, and nothing when they would begin then
    /// or later.
    pub(crate) fn cut(self, closing: WallTime) -> Option<Self> {
        (self.from < closing.0).then(|| Self { until: self.until.min(closing.0), ..self })
    }

    /// Wall times of opening and closing for the date they begin on. `None` at the end of all dates.
    pub(crate) fn on(self, date: NaiveDate) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let at = |minutes: u16| {
            date.and_hms_opt(0, 0, 0)?.checked_add_signed(TimeDelta::minutes(i64::from(minutes)))
        };
        Some((at(self.from)?, at(self.until)?))
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let until = if self.until > DAY { self.until - DAY } else { self.until };
        write!(f, "{}–{}", WallTime(self.from), WallTime(until))
    }
}

/// The hours that begin on one date, in order and without overlap. Empty when closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayHours(Vec<Hours>);

impl DayHours {
    /// Takes hours in any order.
    ///
    /// # Errors
    /// When two of them overlap.
    pub fn new(mut hours: Vec<Hours>) -> Result<Self, HoursError> {
        hours.sort_by_key(|hours| hours.from);
        match hours.iter().zip(hours.iter().skip(1)).find(|(first, second)| second.from < first.until) {
            Some((first, second)) => Err(HoursError::Overlap(*first, *second)),
            None => Ok(Self(hours)),
        }
    }

    /// The hours in order.
    #[must_use]
    pub fn as_slice(&self) -> &[Hours] {
        &self.0
    }

    /// The last hours of this day and the first of the next, when the former run into the latter.
    pub(crate) fn runs_into(&self, next: &Self) -> Option<(Hours, Hours)> {
        let (last, first) = (*self.0.last()?, *next.0.first()?);
        (last.until > first.from + DAY).then_some((last, first))
    }

    /// What is left of a day that closes early.
    pub(crate) fn cut(&self, closing: WallTime) -> Self {
        Self(self.0.iter().filter_map(|hours| hours.cut(closing)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(from: &str, to: &str) -> Hours {
        Hours::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
    }

    #[test]
    fn times_are_two_digits_each_and_end_at_24() {
        for text in ["00:00", "07:59", "24:00"] {
            assert_eq!(text.parse::<WallTime>().unwrap().to_string(), text);
        }
        for text in ["8:00", "08.00", "24:01", "12:60", "99:99", "+8:00", "08:00:00", "", ":", "０8:00"] {
            assert_eq!(text.parse::<WallTime>(), Err(HoursError::NoTime(text.to_owned())));
        }
    }

    #[test]
    fn hours_that_end_where_they_begin_are_a_whole_day() {
        assert_eq!(hours("08:00", "08:00").until, 8 * 60 + DAY);
        assert_eq!(hours("00:00", "24:00"), hours("00:00", "00:00"));
        assert_eq!(hours("22:00", "06:00").to_string(), "22:00–06:00");
        assert_eq!(hours("16:00", "24:00").to_string(), "16:00–24:00");
    }

    #[test]
    fn an_early_closing_time_cuts_never_lengthens_and_drops_what_begins_then() {
        let closing = "13:00".parse().unwrap();
        assert_eq!(hours("09:00", "20:00").cut(closing), Some(hours("09:00", "13:00")));
        assert_eq!(hours("09:00", "03:00").cut(closing), Some(hours("09:00", "13:00")));
        assert_eq!(hours("09:00", "12:00").cut(closing), Some(hours("09:00", "12:00")));
        assert_eq!(hours("13:00", "20:00").cut(closing), None);
        assert_eq!(hours("22:00", "06:00").cut(closing), None);
    }

    #[test]
    fn hours_may_touch_but_not_overlap() {
        assert!(DayHours::new(vec![hours("12:00", "15:30"), hours("08:00", "12:00")]).is_ok());
        let (morning, noon) = (hours("08:00", "12:00"), hours("11:00", "13:00"));
        assert_eq!(DayHours::new(vec![noon, morning]), Err(HoursError::Overlap(morning, noon)));
        assert!(DayHours::new(vec![hours("16:00", "03:00"), hours("18:00", "20:00")]).is_err());
    }
}
