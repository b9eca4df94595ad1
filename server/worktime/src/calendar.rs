//! The opening hours of a unit: an ordinary week, and what departs from it.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use serde::Deserialize;

use crate::{
    holidays::{Eve, is_norwegian_holiday},
    hours::{DayHours, Hours, WallTime},
};

/// Names of the weekdays, Monday first, as files write them.
pub const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// On which public holidays a unit is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Holidays {
    /// Those of Norway.
    #[serde(rename = "NO")]
    Norwegian,
    /// Open as in any week.
    #[serde(rename = "none")]
    None,
}

/// When a unit is open. Hours belong to the local date on which they begin.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    timezone: Tz,
    week: [DayHours; 7],
    holidays: Holidays,
    half_days: BTreeMap<Eve, WallTime>,
    exceptions: BTreeMap<NaiveDate, DayHours>,
    /// From a date on, the ordinary weeks of another.
    later: Option<(NaiveDate, Box<Self>)>,
}

/// Hours of one day that run into those of the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarError {
    /// `week`, or the date of the exception.
    place: String,
    first: (String, Hours),
    second: (String, Hours),
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ((first, hours), (second, next)) = (&self.first, &self.second);
        write!(f, "{}: {first} {hours} runs into {second} {next}; hours may not overlap", self.place)
    }
}

impl std::error::Error for CalendarError {}

impl CalendarError {
    /// The day that begins too soon: a weekday as files write it, or a date.
    #[must_use]
    pub fn second_day(&self) -> &str {
        &self.second.0
    }
}

impl Calendar {
    /// A calendar of an ordinary week (Monday first), holidays, closing times of eves, and dates with hours of their
    /// own, which replace week, holiday and eve.
    ///
    /// # Errors
    /// When the hours of one day run past midnight into those of the next.
    pub fn new(
        timezone: Tz,
        week: [DayHours; 7],
        holidays: Holidays,
        half_days: BTreeMap<Eve, WallTime>,
        exceptions: BTreeMap<NaiveDate, DayHours>,
    ) -> Result<Self, CalendarError> {
        let calendar = Self { timezone, week, holidays, half_days, exceptions, later: None };
        calendar.check_nights_of_week()?;
        calendar.check_nights_of_exceptions()?;
        Ok(calendar)
    }

    /// The same with the ordinary weeks, holidays and eves of another from a date on. Its dates with hours of their own
    /// stay, and the wall clock stays this one's. Where a night of the one runs into the morning of the other, the time
    /// counts once.
    #[must_use]
    pub fn followed_by(self, from: NaiveDate, later: Self) -> Self {
        Self { later: Some((from, Box::new(later))), ..self }
    }

    /// The same with other dates with hours of their own. Where a night runs into the morning of such a date, the time
    /// counts once; [`has_overlap_at`](Self::has_overlap_at) says so beforehand.
    #[must_use]
    pub fn with_exceptions(self, exceptions: BTreeMap<NaiveDate, DayHours>) -> Self {
        Self { exceptions, ..self }
    }

    /// Whether the hours of the day before run into those of a date, or those of the date into the next.
    #[must_use]
    pub fn has_overlap_at(&self, date: NaiveDate) -> bool {
        [date.pred_opt(), Some(date)].into_iter().flatten().any(|first| {
            let second = first.succ_opt().map(|second| self.hours_on(second));
            second.is_some_and(|second| self.hours_on(first).runs_into(&second).is_some())
        })
    }

    /// The zone whose wall clock the hours are read on.
    #[must_use]
    pub const fn timezone(&self) -> Tz {
        self.timezone
    }

    /// The hours that begin on a date, in order; empty when closed.
    #[must_use]
    pub fn hours_on(&self, date: NaiveDate) -> Cow<'_, DayHours> {
        if let Some(hours) = self.exceptions.get(&date) {
            return Cow::Borrowed(hours);
        }
        if let Some((from, later)) = &self.later
            && date >= *from
        {
            return later.hours_on(date);
        }
        if self.holidays == Holidays::Norwegian && is_norwegian_holiday(date) {
            return Cow::Owned(DayHours::default());
        }
        let [mon, tue, wed, thu, fri, sat, sun] = &self.week;
        let hours = match date.weekday() {
            chrono::Weekday::Mon => mon,
            chrono::Weekday::Tue => tue,
            chrono::Weekday::Wed => wed,
            chrono::Weekday::Thu => thu,
            chrono::Weekday::Fri => fri,
            chrono::Weekday::Sat => sat,
            chrono::Weekday::Sun => sun,
        };
        match Eve::of(date).and_then(|eve| self.half_days.get(&eve)) {
            Some(closing) => Cow::Owned(hours.cut(*closing)),
            None => Cow::Borrowed(hours),
        }
    }

    fn check_nights_of_week(&self) -> Result<(), CalendarError> {
        let next_days = self.week.iter().zip(WEEKDAYS).cycle().skip(1);
        for ((day, name), (next, next_name)) in self.week.iter().zip(WEEKDAYS).zip(next_days) {
            if let Some((last, first)) = day.runs_into(next) {
                return Err(CalendarError {
                    place: "week".to_owned(),
                    first: (name.to_owned(), last),
                    second: (next_name.to_owned(), first),
                });
            }
        }
        Ok(())
    }

    fn check_nights_of_exceptions(&self) -> Result<(), CalendarError> {
        for exception in self.exceptions.keys() {
            for first in [exception.pred_opt(), Some(*exception)].into_iter().flatten() {
                let Some(second) = first.succ_opt() else { continue };
                if let Some((last, next)) = self.hours_on(first).runs_into(&self.hours_on(second)) {
                    return Err(CalendarError {
                        place: format!("exceptions: {exception}"),
                        first: (first.to_string(), last),
                        second: (second.to_string(), next),
                    });
                }
            }
        }
        Ok(())
    }
}
