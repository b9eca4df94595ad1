//! A unit's contacts of a week, typed in by hand where no till or calendar gives them as a file.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    Period, Resolution, UnitId,
    field::{Field, FieldProblem, Why},
    organisation::unit::UnitPlace,
    problem::Problem,
};

/// Days of a week.
pub const DAYS: usize = 7;
/// Most contacts of a unit on one day: more is a mistyped number.
pub const MOST: i64 = 10_000_000;

/// The week of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactsPage {
    /// The unit and its surroundings.
    pub place: UnitPlace,
    /// The week.
    pub week: Period,
    /// Its days, Monday first.
    pub days: Vec<ContactDay>,
    /// Whether the next week has begun.
    pub has_next: bool,
}

/// One day of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDay {
    /// The day.
    pub day: NaiveDate,
    /// Contacts; none where none were recorded, which is not the same as nought.
    pub contacts: Option<i64>,
    /// Contacts of the same day a week before.
    pub week_before: Option<i64>,
    /// Whether it may be changed.
    pub state: DayState,
}

/// Whether a day may be typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayState {
    /// It may.
    Open,
    /// It has not begun.
    Ahead,
    /// Imported history counts the day already.
    InHistory,
}

/// The week as a form sends it: the figures of each day, and what they were when the page was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "a field a day, Monday first")]
pub struct ContactsForm {
    /// Id of the unit.
    pub unit: String,
    /// Monday of the week.
    pub monday: String,
    pub day1: String,
    pub day2: String,
    pub day3: String,
    pub day4: String,
    pub day5: String,
    pub day6: String,
    pub day7: String,
    pub was1: String,
    pub was2: String,
    pub was3: String,
    pub was4: String,
    pub was5: String,
    pub was6: String,
    pub was7: String,
}

/// A day that somebody changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangedDay {
    /// The day.
    pub day: NaiveDate,
    /// What stood there when the page was made.
    pub was: Option<i64>,
    /// What stands there now.
    pub now: Option<i64>,
}

/// A week that passed the form's checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactsWeek {
    /// Id of the unit.
    pub unit: UnitId,
    /// The days that were changed.
    pub changed: Vec<ChangedDay>,
}

impl ContactsForm {
    const fn days(&self) -> [(&String, &String); DAYS] {
        [
            (&self.day1, &self.was1),
            (&self.day2, &self.was2),
            (&self.day3, &self.was3),
            (&self.day4, &self.was4),
            (&self.day5, &self.was5),
            (&self.day6, &self.was6),
            (&self.day7, &self.was7),
        ]
    }

    /// Checks every field and reports all problems at once.
    ///
    /// # Errors
    /// `Invalid` with one entry per kind of problem; `Unreadable` for what no page of ours sends.
    pub fn parse(&self) -> Result<ContactsWeek, Problem> {
        let monday: NaiveDate = self.monday.parse().map_err(|_| Problem::Unreadable)?;
        if Period::containing(monday, Resolution::Week).start() != monday {
            return Err(Problem::Unreadable);
        }
        let unit = self.unit.parse().map_err(|_| Problem::invalid(Field::Unit, Why::NotAChoice))?;
        let mut whys: Vec<Why> = Vec::new();
        let mut changed = Vec::new();
        for ((now, was), ahead) in self.days().into_iter().zip(0..) {
            let was = count(was).map_err(|_| Problem::Unreadable)?;
            let day = monday.checked_add_days(Days::new(ahead)).ok_or(Problem::Unreadable)?;
            match count(now) {
                Ok(now) if now != was => changed.push(ChangedDay { day, was, now }),
                Ok(_) => {}
                Err(why) => whys.extend((!whys.contains(&why)).then_some(why)),
            }
        }
        if whys.is_empty() {
            Ok(ContactsWeek { unit, changed })
        } else {
            let named = whys.into_iter().map(|why| FieldProblem { field: Field::Contacts, why });
            Err(Problem::Invalid(named.collect()))
        }
    }
}

/// What somebody typed for a day; spaces between thousands do not matter, and nothing is no figure.
///
/// # Errors
/// Why it is no number of contacts.
pub fn count(typed: &str) -> Result<Option<i64>, Why> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.is_empty() {
        return Ok(None);
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Why::NotANumber);
    }
    digits.parse().ok().filter(|count| *count <= MOST).map(Some).ok_or(Why::TooMany)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn form(days: [&str; 3]) -> ContactsForm {
        let [day1, day2, day7] = days.map(str::to_owned);
        ContactsForm {
            unit: "3".into(),
            monday: "2026-11-23".into(),
            day1,
            day2,
            day7,
            was1: "312".into(),
            ..ContactsForm::default()
        }
    }

    #[test]
    fn only_what_was_changed_is_changed_and_nothing_is_not_nought() {
        let week = form(["312", "", "0"]).parse().unwrap();
        let sunday = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
        assert_eq!(week.changed, [ChangedDay { day: sunday, was: None, now: Some(0) }]);
        let taken_back = form(["", "", ""]).parse().unwrap();
        assert_eq!((taken_back.changed[0].was, taken_back.changed[0].now), (Some(312), None));
    }

    #[test]
    fn a_count_is_whole_and_not_below_nought_however_its_thousands_are_parted() {
        for (typed, expected) in
            [("1 234", 1234), ("1\u{a0}234", 1234), ("1\u{202f}234", 1234), (" 7 ", 7), ("007", 7)]
        {
            assert_eq!(count(typed), Ok(Some(expected)), "{typed}");
        }
        for typed in ["-1", "1,5", "1.234", "many", "½", "١"] {
            assert_eq!(count(typed), Err(Why::NotANumber), "{typed}");
        }
        for typed in ["10000001", "99999999999999999999999"] {
            assert_eq!(count(typed), Err(Why::TooMany), "{typed}");
        }
    }

    #[test]
    fn every_bad_day_is_refused_at_once_and_a_week_begins_on_monday() {
        let problem = form(["x", "99999999999", "y"]).parse().unwrap_err();
        let whys = [Why::NotANumber, Why::TooMany].map(|why| FieldProblem { field: Field::Contacts, why });
        assert_eq!(problem, Problem::Invalid(whys.to_vec()));
        let tuesday = ContactsForm { monday: "2026-11-24".into(), ..form(["", "", ""]) };
        assert_eq!(tuesday.parse(), Err(Problem::Unreadable));
    }
}
