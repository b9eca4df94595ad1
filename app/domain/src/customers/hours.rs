//! When a unit is open: the form that keeps it, and what its page shows.

use std::{collections::BTreeMap, fmt::Write};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{Field, FieldProblem, Problem, Why, audit::Kept, organisation::unit::UnitPlace};

/// Days ahead for which hours can be planned: two years.
pub const MOST_DAYS_AHEAD: u64 = 731;
/// Most intervals of one day.
const MOST_INTERVALS: usize = 6;
/// Hours past midnight that are longer than this, in minutes, were meant the other way round.
const LONGEST_NIGHT: u16 = 15 * 60;

/// The fields of a week, Monday first. Their names are those of the weekdays in files.
pub const WEEK: [Field; 7] =
    [Field::Mon, Field::Tue, Field::Wed, Field::Thu, Field::Fri, Field::Sat, Field::Sun];

/// The fields of days that may end early. Their names are those of the eves in files.
pub const EVES: [Field; 5] =
    [Field::EasterWednesday, Field::EasterEve, Field::WhitsunEve, Field::ChristmasEve, Field::NewYearsEve];

/// Opening and closing times of a day, `08:00` to `24:00`. A closing that is not later is of the next day.
pub type Intervals = Vec<(String, String)>;

/// The form as it arrives: `mon` to `sun`, the eves, and what else there is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, transparent)]
pub struct HoursForm(pub BTreeMap<String, String>);

/// Ordinary hours from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// First day.
    pub from_on: NaiveDate,
    /// Name of the time zone.
    pub timezone: String,
    /// Monday first.
    pub week: Vec<Intervals>,
    /// Whether it is closed on public holidays.
    pub keeps_holidays: bool,
    /// Closing times of [`EVES`]; none where the day is as any other.
    pub half_days: Vec<Option<String>>,
}

impl HoursForm {
    /// What stands in a field.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// Checks every field of the ordinary hours and reports all problems at once.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field.
    pub fn parse(&self, today: NaiveDate, is_zone: impl Fn(&str) -> bool) -> Result<Hours, Problem> {
        let mut problems = Vec::new();
        let mut refuse = |field: Field, why: Why| problems.push(FieldProblem { field, why });
        let from_on = match self.get("from_on") {
            "" => today,
            text => coming_day(text, today).unwrap_or_else(|why| {
                refuse(Field::FromOn, why);
                today
            }),
        };
        let timezone = self.get("timezone").to_owned();
        if !is_zone(&timezone) {
            refuse(Field::Timezone, Why::NotAChoice);
        }
        let keeps_holidays = match self.get("holidays") {
            "NO" => true,
            "none" => false,
            _ => {
                refuse(Field::Holidays, Why::NotAChoice);
                false
            }
        };
        let week = WEEK.map(|field| {
            intervals(self.get(field.name())).unwrap_or_else(|why| {
                refuse(field, why);
                // Something stands there: the week is not empty for that.
                vec![(String::new(), String::new())]
            })
        });
        if week.iter().all(Vec::is_empty) {
            refuse(Field::Mon, Why::NeverOpen);
        }
        let half_days = EVES.map(|field| match self.get(field.name()) {
            "" => None,
            text => wall_time(text).or_else(|| {
                refuse(field, Why::NotATime);
                None
            }),
        });
        match problems.is_empty() {
            true => Ok(Hours {
                from_on,
                timezone,
                week: week.into(),
                keeps_holidays,
                half_days: half_days.into(),
            }),
            false => Err(Problem::Invalid(problems)),
        }
    }

    /// A day with hours of its own; none of them is a closed day.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field.
    pub fn exception(&self, today: NaiveDate) -> Result<(NaiveDate, Intervals), Problem> {
        let day = coming_day(self.get("day"), today);
        let hours = intervals(self.get("intervals"));
        match (day, hours) {
            (Ok(day), Ok(hours)) => Ok((day, hours)),
            (day, hours) => {
                let problems = [
                    day.err().map(|why| FieldProblem { field: Field::Day, why }),
                    hours.err().map(|why| FieldProblem { field: Field::Intervals, why }),
                ];
                Err(Problem::Invalid(problems.into_iter().flatten().collect()))
            }
        }
    }
}

/// A day from today on. What has been promised and kept by earlier hours stays as it is.
fn coming_day(text: &str, today: NaiveDate) -> Result<NaiveDate, Why> {
    if text.is_empty() {
        return Err(Why::Missing);
    }
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Why::NotADate)?;
    match () {
        () if day < today => Err(Why::InPast),
        () if day > today + Days::new(MOST_DAYS_AHEAD) => Err(Why::TooFar),
        () => Ok(day),
    }
}

/// Reads hours as people write them: `8–16`, `08:00-12:00, 12.30-16.00`; nothing and a dash are closed.
///
/// # Errors
/// `NotATime`, `EndsFirst` for a night longer than any, `TooMany`; overlaps are found by whoever knows the day after.
pub fn intervals(text: &str) -> Result<Intervals, Why> {
    let text = text.replace(['–', '—', '−'], "-");
    let text = text.trim();
    if matches!(text, "" | "-") {
        return Ok(Vec::new());
    }
    let mut hours = Vec::new();
    for part in text.split([',', ';']) {
        let (from, to) = part.split_once('-').ok_or(Why::NotATime)?;
        let (from, to) = wall_time(from).zip(wall_time(to)).ok_or(Why::NotATime)?;
        let (opens, closes) = (minutes(&from), minutes(&to));
        if opens == 24 * 60 {
            return Err(Why::NotATime);
        }
        if closes < opens && closes + 24 * 60 - opens > LONGEST_NIGHT {
            return Err(Why::EndsFirst);
        }
        hours.push((from, to));
    }
    hours.sort();
    if hours.len() > MOST_INTERVALS {
        return Err(Why::TooMany);
    }
    Ok(hours)
}

/// A time of day as `08:00`, from `8`, `08`, `8:00`, `08.00` or `0800`.
fn wall_time(text: &str) -> Option<String> {
    let text = text.trim();
    let (hour, minute) = match text.split_once([':', '.']) {
        Some(parts) => parts,
        None if text.len() == 4 => text.split_at_checked(2)?,
        None => (text, "00"),
    };
    let is_digits = |text: &str, lengths: &[usize]| {
        lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_digits(hour, &[1, 2]) || !is_digits(minute, &[2]) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60 && hour * 60 + minute <= 24 * 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// Minutes since midnight of a time that was read.
fn minutes(time: &str) -> u16 {
    let part = |range| time.get(range).and_then(|digits: &str| digits.parse().ok()).unwrap_or(0);
    part(0..2) * 60 + part(3..5)
}

/// Hours of a day as its field shows them; empty when closed.
pub fn written(hours: &Intervals) -> String {
    let mut text = String::new();
    for (place, (from, to)) in hours.iter().enumerate() {
        let between = if place > 0 { ", " } else { "" };
        // Writing into a text cannot fail.
        let _ = write!(text, "{between}{from}–{to}");
    }
    text
}

/// Minutes of a week that is ordinary.
pub fn minutes_of(week: &[Intervals]) -> u32 {
    let length = |(from, to): &(String, String)| {
        let (opens, closes) = (minutes(from), minutes(to));
        u32::from(if closes > opens { closes - opens } else { closes + 24 * 60 - opens })
    };
    week.iter().flatten().map(length).sum()
}

/// Whose hours hold in a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Its own.
    Own,
    /// Those of the unit of this name above it.
    Above(String),
    /// Those that hold where nobody keeps any: Monday to Friday from eight to four.
    Usual,
}

/// A day with hours of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// Day.
    pub day: NaiveDate,
    /// Hours; none when closed.
    pub hours: Intervals,
    /// Name of the unit above that keeps it; none when it is this unit's own.
    pub above: Option<String>,
}

/// What hours mean for a complaint, on the unit's wall clock, `YYYY-MM-DD HH:MM`; none where nothing is promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// When it is received.
    pub received: String,
    /// By when it is acknowledged.
    pub acknowledged: Option<String>,
    /// By when it is answered.
    pub answered: Option<String>,
    /// Minutes of the ordinary week.
    pub minutes: u32,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursPage {
    /// The unit and its surroundings.
    pub place: UnitPlace,
    /// Whose hours hold today.
    pub source: Source,
    /// Today, where the organisation is.
    pub today: NaiveDate,
    /// Name of the time zone.
    pub timezone: String,
    /// Every time zone that can be chosen.
    pub zones: Vec<String>,
    /// The ordinary week, Monday first.
    pub week: Vec<Intervals>,
    /// Whether it is closed on public holidays.
    pub keeps_holidays: bool,
    /// Closing times of [`EVES`].
    pub half_days: Vec<Option<String>>,
    /// Own hours that begin later: the day, and the week; none for those of the unit above.
    pub planned: Vec<(NaiveDate, Option<Vec<Intervals>>)>,
    /// Days to come with hours of their own.
    pub exceptions: Vec<Exception>,
    /// What that means for a complaint.
    pub preview: Preview,
    /// Who changed what, newest first.
    pub changes: Vec<Kept>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> HoursForm {
        let usual = [("timezone", "Europe/Oslo"), ("holidays", "NO"), ("mon", "8-16")];
        let all = usual.iter().chain(pairs).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        HoursForm(all.collect())
    }

    fn refused(form: &HoursForm) -> Vec<(Field, Why)> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        match form.parse(today, |zone| zone == "Europe/Oslo") {
            Err(Problem::Invalid(problems)) => problems.iter().map(|p| (p.field, p.why)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, said) in [
            ("8-16", "08:00–16:00"),
            (" 08.00 – 12:00 ; 1230−16 ", "08:00–12:00, 12:30–16:00"),
            ("12:30-16, 8-12", "08:00–12:00, 12:30–16:00"),
            ("22-06", "22:00–06:00"),
            ("00:00-24:00", "00:00–24:00"),
            ("08:00-08:00", "08:00–08:00"),
            ("–", ""),
            ("", ""),
        ] {
            assert_eq!(written(&intervals(text).unwrap()), said, "{text}");
        }
        for (text, why) in [
            ("8", Why::NotATime),
            ("eight to four", Why::NotATime),
            ("08:60-16", Why::NotATime),
            ("8-25", Why::NotATime),
            ("24:00-08:00", Why::NotATime),
            ("8-12-16", Why::NotATime),
            ("8-16,", Why::NotATime),
            ("16:00-08:00", Why::EndsFirst),
            ("0-1,2-3,4-5,6-7,8-9,10-11,12-13", Why::TooMany),
        ] {
            assert_eq!(intervals(text), Err(why), "{text}");
        }
        assert_eq!(minutes_of(&[intervals("22-06").unwrap(), intervals("8-12, 12:30-16").unwrap()]), 930);
    }

    #[test]
    fn every_refused_field_is_named_at_once() {
        let bad = form(&[
            ("from_on", "2026-11-20"),
            ("timezone", "Mars/Base"),
            ("holidays", "SE"),
            ("tue", "late"),
            ("christmas_eve", "noon"),
        ]);
        let expected = [
            (Field::FromOn, Why::InPast),
            (Field::Timezone, Why::NotAChoice),
            (Field::Holidays, Why::NotAChoice),
            (Field::Tue, Why::NotATime),
            (Field::ChristmasEve, Why::NotATime),
        ];
        assert_eq!(refused(&bad), expected);
        assert_eq!(refused(&form(&[("mon", "")])), [(Field::Mon, Why::NeverOpen)]);
        assert_eq!(refused(&form(&[("from_on", "2029-01-01")])), [(Field::FromOn, Why::TooFar)]);
        assert_eq!(refused(&form(&[("from_on", "soon")])), [(Field::FromOn, Why::NotADate)]);
    }

    #[test]
    fn a_day_of_its_own_lies_ahead() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let day = |day: &str, hours: &str| form(&[("day", day), ("intervals", hours)]).exception(today);
        assert_eq!(day("2026-12-23", "").unwrap().1, Intervals::new());
        assert_eq!(day("2026-11-20", "10-14"), Err(Problem::invalid(Field::Day, Why::InPast)));
        assert_eq!(day("", "10-14"), Err(Problem::invalid(Field::Day, Why::Missing)));
        assert_eq!(day("2026-12-23", "x"), Err(Problem::invalid(Field::Intervals, Why::NotATime)));
    }
}
