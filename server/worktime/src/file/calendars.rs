//! How files write a calendar.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, de::Error};

use super::unique::Unique;
use crate::{
    calendar::{Calendar, Holidays},
    holidays::Eve,
    hours::{DayHours, Hours, WallTime},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarText {
    #[serde(deserialize_with = "timezone")]
    timezone: Tz,
    week: Week,
    holidays: Holidays,
    #[serde(default)]
    half_days: Unique<Eve, WallTime>,
    #[serde(default)]
    exceptions: Unique<NaiveDate, DayHours>,
}

/// Closed on the days that are left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Week {
    mon: DayHours,
    tue: DayHours,
    wed: DayHours,
    thu: DayHours,
    fri: DayHours,
    sat: DayHours,
    sun: DayHours,
}

impl<'de> Deserialize<'de> for Calendar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let CalendarText { timezone, week, holidays, half_days, exceptions } =
            CalendarText::deserialize(deserializer)?;
        let Week { mon, tue, wed, thu, fri, sat, sun } = week;
        let week = [mon, tue, wed, thu, fri, sat, sun];
        Self::new(timezone, week, holidays, half_days.0, exceptions.0).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for DayHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(Vec::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (from, to) = Deserialize::deserialize(deserializer)?;
        Self::new(from, to).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for WallTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

fn timezone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Tz, D::Error> {
    let name = String::deserialize(deserializer)?;
    name.parse().map_err(|_| {
        D::Error::custom(format!(
            "{name:?} is no time zone; use a name of the IANA database, such as Europe/Oslo"
        ))
    })
}
