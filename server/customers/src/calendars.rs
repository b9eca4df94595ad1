//! By whose opening hours a promise is counted: those of the unit that received the case, or of the nearest one above
//! that keeps any; where nobody does, Monday to Friday from eight to four, closed on public holidays.
//!
//! Hours hold from a day on. A day with hours of its own holds for the unit that keeps it and all below, unless one of
//! these keeps the same day itself.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{UnitId, customers::hours::Intervals};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::Serialize;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use worktime::{Calendar, DayHours, WEEKDAYS};

use base::{
    Error, Result,
    db::{all, join_ids},
};
use organisation::{Organisation, Tree};

/// Ordinary hours as they are stored. Without a week those of the unit above hold.
#[derive(Clone, FromQueryResult)]
pub(crate) struct Stored {
    pub(crate) unit_id: UnitId,
    pub(crate) from_on: NaiveDate,
    pub(crate) timezone: Option<String>,
    pub(crate) week: Option<String>,
    pub(crate) holidays: Option<String>,
    pub(crate) half_days: Option<String>,
}

/// A day with hours of its own, as it is stored.
#[derive(Clone, FromQueryResult)]
pub(crate) struct StoredDay {
    pub(crate) unit_id: UnitId,
    pub(crate) day: NaiveDate,
    pub(crate) intervals: String,
}

/// Ordinary hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Ordinary {
    /// The unit that keeps them; none for the usual ones.
    #[serde(skip)]
    pub(crate) unit: Option<UnitId>,
    pub(crate) timezone: String,
    /// Hours by weekday.
    pub(crate) week: BTreeMap<String, Intervals>,
    pub(crate) keeps_holidays: bool,
    /// Closing times of eves.
    pub(crate) half_days: BTreeMap<String, String>,
}

/// The calendar of a unit, with a mark that tells it from others.
pub(crate) struct UnitCalendar {
    pub(crate) calendar: Calendar,
    pub(crate) hash: String,
}

/// What is kept by some units and by all above them.
pub(crate) struct Kept {
    pub(crate) rows: Vec<Stored>,
    pub(crate) days: Vec<StoredDay>,
    timezone: Tz,
}

impl Ordinary {
    /// Those that hold where nobody keeps any.
    fn usual(timezone: Tz) -> Self {
        let day = || vec![("08:00".to_owned(), "16:00".to_owned())];
        Self {
            unit: None,
            timezone: timezone.name().to_owned(),
            week: WEEKDAYS.iter().take(5).map(|name| ((*name).to_owned(), day())).collect(),
            keeps_holidays: true,
            half_days: BTreeMap::new(),
        }
    }

    /// Reads a row; none when those of the unit above hold.
    fn read(row: &Stored) -> Result<Option<Self>> {
        let (Some(timezone), Some(week), Some(holidays), Some(half_days)) =
            (&row.timezone, &row.week, &row.holidays, &row.half_days)
        else {
            return Ok(None);
        };
        Ok(Some(Self {
            unit: Some(row.unit_id),
            timezone: timezone.clone(),
            week: serde_json::from_str(week)?,
            keeps_holidays: match holidays.as_str() {
                "NO" => true,
                "none" => false,
                other => return Err(Error::stored("calendar.holidays", other)),
            },
            half_days: serde_json::from_str(half_days)?,
        }))
    }

    /// The same as a calendar on the wall clock of a zone.
    ///
    /// # Errors
    /// When the hours of two days overlap: the text names the day, see [`worktime::CalendarError`].
    pub(crate) fn calendar(&self, timezone: &str) -> Result<Calendar> {
        let holidays = if self.keeps_holidays { "NO" } else { "none" };
        let week: Map<String, Value> =
            self.week.iter().map(|(day, hours)| (day.clone(), json!(hours))).collect();
        let text = json!({"it": {
            "timezone": timezone, "week": week, "holidays": holidays, "half_days": self.half_days,
        }});
        worktime::file::read_calendars(&text.to_string())
            .map_err(|error| Error::Internal(format!("stored opening hours: {error}")))?
            .remove("it")
            .ok_or_else(|| Error::Internal("stored opening hours are none".to_owned()))
    }
}

impl Kept {
    /// Reads what is kept by these units and by all above them.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn load(
        db: &impl ConnectionTrait,
        tree: &Tree,
        organisation: &Organisation,
        units: impl IntoIterator<Item = UnitId>,
    ) -> Result<Self> {
        let ids: BTreeSet<UnitId> = units.into_iter().flat_map(|unit| tree.ancestors(unit)).collect();
        let ids: Vec<UnitId> = ids.into_iter().collect();
        let timezone = organisation.timezone;
        if ids.is_empty() {
            return Ok(Self { rows: Vec::new(), days: Vec::new(), timezone });
        }
        let of = join_ids(&ids);
        let rows = format!(
            "SELECT unit_id, from_on, timezone, week, holidays, half_days FROM calendar
             WHERE unit_id IN ({of}) ORDER BY unit_id, from_on"
        );
        let days = format!(
            "SELECT unit_id, day, intervals FROM calendar_exception WHERE unit_id IN ({of}) ORDER BY day, unit_id"
        );
        Ok(Self { rows: all(db, &rows, []).await?, days: all(db, &days, []).await?, timezone })
    }

    /// The ordinary hours that hold in the first of these units on a day; the others are those above it, nearest first.
    ///
    /// # Errors
    /// When what is stored cannot be read.
    pub(crate) fn ordinary(&self, chain: &[UnitId], day: NaiveDate) -> Result<Ordinary> {
        for unit in chain {
            let newest = self.rows.iter().rfind(|row| row.unit_id == *unit && row.from_on <= day);
            if let Some(own) = newest.map(Ordinary::read).transpose()?.flatten() {
                return Ok(own);
            }
        }
        Ok(Ordinary::usual(self.timezone))
    }

    /// Days with hours of their own, each with the unit nearest to the first that keeps it.
    ///
    /// # Errors
    /// When what is stored cannot be read.
    pub(crate) fn exceptions(&self, chain: &[UnitId]) -> Result<BTreeMap<NaiveDate, (UnitId, Intervals)>> {
        let mut days = BTreeMap::new();
        // From the top down: whoever is nearer has the last word.
        for unit in chain.iter().rev() {
            for day in self.days.iter().filter(|day| day.unit_id == *unit) {
                days.insert(day.day, (*unit, serde_json::from_str(&day.intervals)?));
            }
        }
        Ok(days)
    }

    /// The calendar of the first of these units.
    ///
    /// # Errors
    /// When what is stored cannot be read.
    pub(crate) fn calendar(&self, chain: &[UnitId]) -> Result<UnitCalendar> {
        let changes: BTreeSet<NaiveDate> =
            self.rows.iter().filter(|row| chain.contains(&row.unit_id)).map(|row| row.from_on).collect();
        let mut pieces = vec![(NaiveDate::MIN, self.ordinary(chain, NaiveDate::MIN)?)];
        for day in changes {
            let next = self.ordinary(chain, day)?;
            if pieces.last().is_none_or(|(_, last)| *last != next) {
                pieces.push((day, next));
            }
        }
        // One wall clock for all: the newest one.
        let timezone = pieces.last().map(|(_, last)| last.timezone.clone()).unwrap_or_default();
        let exceptions: BTreeMap<NaiveDate, Intervals> =
            self.exceptions(chain)?.into_iter().map(|(day, (_, hours))| (day, hours)).collect();
        let text = serde_json::to_string(&(&pieces, &exceptions))?;
        let mut later: Option<(NaiveDate, Calendar)> = None;
        for (from, ordinary) in pieces.iter().rev() {
            let calendar = ordinary.calendar(&timezone)?;
            let calendar = match later.take() {
                Some((day, later)) => calendar.followed_by(day, later),
                None => calendar,
            };
            later = Some((*from, calendar));
        }
        let (_, calendar) = later.ok_or_else(|| Error::Internal("a unit without hours".to_owned()))?;
        let exceptions = exceptions.iter().map(|(day, hours)| Ok((*day, day_hours(hours)?)));
        Ok(UnitCalendar {
            calendar: calendar.with_exceptions(exceptions.collect::<Result<_>>()?),
            hash: base::tokens::hex(Sha256::digest(text.as_bytes()).get(..8).unwrap_or_default()),
        })
    }
}

/// Hours of a day as a calendar takes them.
pub(crate) fn day_hours(hours: &Intervals) -> Result<DayHours> {
    serde_json::from_value(json!(hours)).map_err(Into::into)
}

/// The calendar of a unit.
///
/// # Errors
/// When the database refuses or holds what cannot be read.
pub(crate) async fn of(
    db: &impl ConnectionTrait,
    tree: &Tree,
    organisation: &Organisation,
    unit: UnitId,
) -> Result<UnitCalendar> {
    Kept::load(db, tree, organisation, [unit]).await?.calendar(&tree.ancestors(unit))
}

/// The calendars of some units.
///
/// # Errors
/// When the database refuses or holds what cannot be read.
pub(crate) async fn of_all(
    db: &impl ConnectionTrait,
    tree: &Tree,
    organisation: &Organisation,
    units: &BTreeSet<UnitId>,
) -> Result<HashMap<UnitId, UnitCalendar>> {
    let kept = Kept::load(db, tree, organisation, units.iter().copied()).await?;
    units.iter().map(|unit| Ok((*unit, kept.calendar(&tree.ancestors(*unit))?))).collect()
}
