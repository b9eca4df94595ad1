//! Keeping the opening hours of units: what holds, what a change would mean, who changed what.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use domain::{
    Field, Problem, Right, UnitId, Why,
    audit::Event,
    customers::hours::{
        EVES, Exception, Hours, HoursForm, HoursPage, Intervals, Preview, Source, WEEK, minutes_of, written,
    },
};
use sea_orm::ConnectionTrait;
use worktime::Calendar;

use crate::{
    calendars::{Kept, Ordinary, Stored, StoredDay, day_hours},
    complaints::promise,
};
use base::{
    Actor, Base, Error, Result,
    audit::{self, Entry},
    authorize,
    db::execute,
};
use organisation::{Organisation, Tree, kept, settings::zones, within};

/// The time of day at which the example of a complaint comes in.
const EXAMPLE: (u32, u32) = (15, 30);

/// The page of a unit; the topmost of the person's when none is named. With a form, what it would mean.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `NotFound` for a unit that is closed or not the person's.
pub async fn page(
    base: &Base,
    actor: Option<&Actor>,
    unit: Option<UnitId>,
    form: Option<&HoursForm>,
) -> Result<HoursPage> {
    let (_, tops) = authorize(actor, Right::KeepVoice)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let place = tree.asked(&tops, unit)?;
    let unit = place.unit.id;
    is_open(&tree, &tops, unit)?;
    let today = organisation.local_day(base.now());
    let chain = tree.ancestors(unit);
    let mut hours = Kept::load(&db, &tree, &organisation, [unit]).await?;
    let ordinary = hours.ordinary(&chain, today)?;
    let name = |unit: UnitId| tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default();
    let planned = hours.rows.iter().filter(|row| row.unit_id == unit && row.from_on > today);
    let planned = planned
        .map(|row| {
            let own = hours.ordinary(&chain, row.from_on)?;
            Ok((row.from_on, (own.unit == Some(unit)).then(|| week_of(&own))))
        })
        .collect::<Result<_>>()?;
    let exceptions = hours.exceptions(&chain)?;
    // What is being tried out counts as kept, for this page alone; hours that run into each other are refused.
    let tried = form.and_then(|form| form.parse(today, is_zone).ok()).filter(|tried| fitting(tried).is_ok());
    let example = tried.as_ref().map_or(today, |hours| hours.from_on);
    if let Some(tried) = &tried {
        hours.rows.retain(|row| row.unit_id != unit || row.from_on != tried.from_on);
        hours.rows.push(stored(unit, tried)?);
        hours.rows.sort_by_key(|row| (row.unit_id, row.from_on));
    }
    let minutes = minutes_of(&week_of(&hours.ordinary(&chain, example)?));
    Ok(HoursPage {
        place,
        source: match ordinary.unit {
            Some(own) if own == unit => Source::Own,
            Some(above) => Source::Above(name(above)),
            None => Source::Usual,
        },
        week: week_of(&ordinary),
        half_days: EVES.iter().map(|eve| ordinary.half_days.get(eve.name()).cloned()).collect(),
        keeps_holidays: ordinary.keeps_holidays,
        timezone: ordinary.timezone,
        zones: zones(),
        planned,
        exceptions: exceptions
            .into_iter()
            .filter(|(day, _)| *day >= today)
            .map(|(day, (keeper, hours))| Exception {
                day,
                hours,
                above: (keeper != unit).then(|| name(keeper)),
            })
            .collect(),
        preview: preview(&hours.calendar(&chain)?.calendar, example, minutes)?,
        changes: kept::last(&db, &organisation, Event::HoursChanged, Some(unit)).await?,
        today,
    })
}

/// Lets through only an open unit that is the person's.
pub(crate) fn is_open(tree: &Tree, tops: &[UnitId], unit: UnitId) -> Result<()> {
    within(tree, tops, unit)?;
    match tree.get(unit) {
        Some(unit) if unit.closed_on.is_none() => Ok(()),
        _ => Err(Problem::NotFound.into()),
    }
}

fn is_zone(name: &str) -> bool {
    zones().iter().any(|zone| zone == name)
}

fn week_of(ordinary: &Ordinary) -> Vec<Intervals> {
    WEEK.iter().map(|day| ordinary.week.get(day.name()).cloned().unwrap_or_default()).collect()
}

/// What a complaint of a day is promised.
fn preview(calendar: &Calendar, day: NaiveDate, minutes: u32) -> Result<Preview> {
    let (hour, minute) = EXAMPLE;
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let zone: Tz = calendar.timezone();
    let received = zone.from_local_datetime(&day.and_time(time)).earliest();
    let received = received.map_or_else(|| day.and_time(time).and_utc(), |at| at.with_timezone(&Utc));
    let local = |at: DateTime<Utc>| at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string();
    let promised = promise(calendar, received)?;
    Ok(Preview {
        received: local(received),
        acknowledged: promised.acknowledged.map(local),
        answered: promised.answered.map(local),
        minutes,
    })
}

/// Whether a form can be tried out.
///
/// # Errors
/// As [`change`].
pub async fn check(base: &Base, actor: Option<&Actor>, unit: UnitId, form: &HoursForm) -> Result<()> {
    let (_, tops) = authorize(actor, Right::KeepVoice)?;
    let tree = organisation::tree(base, &base.db.reader).await?;
    is_open(&tree, &tops, unit)?;
    let today = organisation::today(base).await?;
    fitting(&form.parse(today, is_zone)?)
}

/// Hours as a row.
fn stored(unit: UnitId, hours: &Hours) -> Result<Stored> {
    let week: BTreeMap<&str, &Intervals> =
        WEEK.iter().map(|day| day.name()).zip(&hours.week).filter(|(_, hours)| !hours.is_empty()).collect();
    let half_days: BTreeMap<&str, &String> = EVES
        .iter()
        .zip(&hours.half_days)
        .filter_map(|(eve, closing)| Some((eve.name(), closing.as_ref()?)))
        .collect();
    Ok(Stored {
        unit_id: unit,
        from_on: hours.from_on,
        timezone: Some(hours.timezone.clone()),
        week: Some(serde_json::to_string(&week)?),
        holidays: Some(if hours.keeps_holidays { "NO" } else { "none" }.to_owned()),
        half_days: Some(serde_json::to_string(&half_days)?),
    })
}

/// Refuses hours that run into each other, on one day or from one to the next.
fn fitting(hours: &Hours) -> Result<()> {
    let mut days = Vec::new();
    for (field, hours) in WEEK.iter().zip(&hours.week) {
        days.push(day_hours(hours).map_err(|_| Problem::invalid(*field, Why::RunsInto))?);
    }
    let Ok(week) = <[_; 7]>::try_from(days) else {
        return Err(Error::Internal("a week has seven days".to_owned()));
    };
    let zone: Tz = hours.timezone.parse().map_err(|_| Problem::invalid(Field::Timezone, Why::NotAChoice))?;
    let nothing = (BTreeMap::new(), BTreeMap::new());
    match Calendar::new(zone, week, worktime::Holidays::None, nothing.0, nothing.1) {
        Ok(_) => Ok(()),
        Err(error) => {
            let field = WEEK.iter().find(|field| field.name() == error.second_day());
            Err(Problem::invalid(field.copied().unwrap_or(Field::Mon), Why::RunsInto).into())
        }
    }
}

/// Changes the hours of a unit: `save` keeps ordinary ones from a day on, `follow` goes back to those of the unit above,
/// `drop` takes back what was planned; `except` keeps a day with other hours, `ordinary` takes one back.
///
/// # Errors
/// `NotFound` for a unit that is closed or not the person's, and for an unknown act; `Invalid` names every refused field.
pub async fn change(base: &Base, actor: Option<&Actor>, unit: UnitId, form: &HoursForm) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::KeepVoice)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    is_open(&tree, &tops, unit)?;
    let organisation = organisation::find(&transaction).await?;
    let today = organisation.local_day(base.now());
    let keeping = Keeping { db: &transaction, tree: &tree, organisation: &organisation, unit, today };
    let said = match form.get("act") {
        "save" => keeping.save(form).await?,
        "follow" => keeping.follow().await?,
        "drop" => keeping.drop_planned(form).await?,
        "except" => keeping.except(form).await?,
        "ordinary" => keeping.ordinary_again(form).await?,
        _ => return Err(Problem::NotFound.into()),
    };
    let entry =
        Entry { unit: Some(unit), detail: &said, ..Entry::new(Event::HoursChanged, Some(actor.account)) };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    Ok(())
}

struct Keeping<'a, C> {
    db: &'a C,
    tree: &'a Tree,
    organisation: &'a Organisation,
    unit: UnitId,
    today: NaiveDate,
}

impl<C: ConnectionTrait> Keeping<'_, C> {
    async fn kept(&self) -> Result<Kept> {
        Kept::load(self.db, self.tree, self.organisation, [self.unit]).await
    }

    async fn save(&self, form: &HoursForm) -> Result<String> {
        let hours = form.parse(self.today, is_zone)?;
        fitting(&hours)?;
        let chain = self.tree.ancestors(self.unit);
        let before = self.kept().await?.ordinary(&chain, hours.from_on)?;
        let row = stored(self.unit, &hours)?;
        let mut after = Kept::load(self.db, self.tree, self.organisation, []).await?;
        after.rows.push(row.clone());
        let after = after.ordinary(&chain, hours.from_on)?;
        if after == before {
            return Err(Problem::invalid(Field::Mon, Why::Unchanged).into());
        }
        execute(
            self.db,
            "INSERT INTO calendar (unit_id, from_on, timezone, week, holidays, half_days) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (unit_id, from_on) DO UPDATE SET timezone = excluded.timezone, week = excluded.week,
                 holidays = excluded.holidays, half_days = excluded.half_days",
            [
                self.unit.into(),
                row.from_on.into(),
                row.timezone.into(),
                row.week.into(),
                row.holidays.into(),
                row.half_days.into(),
            ],
        )
        .await?;
        Ok(format!("{}: {}", hours.from_on, differences(&before, &after)))
    }

    /// From today on the hours of the unit above, without what was planned.
    async fn follow(&self) -> Result<String> {
        let kept = self.kept().await?;
        let chain = self.tree.ancestors(self.unit);
        let before = kept.ordinary(&chain, self.today)?;
        if !kept.rows.iter().any(|row| row.unit_id == self.unit && row.week.is_some()) {
            return Err(Problem::NotFound.into());
        }
        let values = || [self.unit.into(), self.today.into()];
        execute(self.db, "DELETE FROM calendar WHERE unit_id = $1 AND from_on >= $2", values()).await?;
        execute(self.db, "INSERT INTO calendar (unit_id, from_on) VALUES ($1, $2)", values()).await?;
        let after = self.kept().await?.ordinary(&chain, self.today)?;
        Ok(format!("{}: {}", self.today, differences(&before, &after)))
    }

    async fn drop_planned(&self, form: &HoursForm) -> Result<String> {
        let day: NaiveDate =
            form.get("from_on").parse().map_err(|_| Problem::invalid(Field::FromOn, Why::NotADate))?;
        let sql = "DELETE FROM calendar WHERE unit_id = $1 AND from_on = $2 AND from_on > $3";
        let dropped = execute(self.db, sql, [self.unit.into(), day.into(), self.today.into()]).await?;
        match dropped.rows_affected() {
            0 => Err(Problem::NotFound.into()),
            _ => Ok(format!("{day}: → –")),
        }
    }

    async fn except(&self, form: &HoursForm) -> Result<String> {
        let (day, hours) = form.exception(self.today)?;
        day_hours(&hours).map_err(|_| Problem::invalid(Field::Intervals, Why::RunsInto))?;
        let chain = self.tree.ancestors(self.unit);
        let mut kept = self.kept().await?;
        let before = written(&hours_on(&kept.calendar(&chain)?.calendar, day));
        let intervals = serde_json::to_string(&hours)?;
        kept.days.retain(|known| known.unit_id != self.unit || known.day != day);
        kept.days.push(StoredDay { unit_id: self.unit, day, intervals: intervals.clone() });
        if kept.calendar(&chain)?.calendar.has_overlap_at(day) {
            return Err(Problem::invalid(Field::Intervals, Why::RunsInto).into());
        }
        execute(
            self.db,
            "INSERT INTO calendar_exception (unit_id, day, intervals) VALUES ($1, $2, $3)
             ON CONFLICT (unit_id, day) DO UPDATE SET intervals = excluded.intervals",
            [self.unit.into(), day.into(), intervals.into()],
        )
        .await?;
        Ok(step(&day.to_string(), &before, &written(&hours)))
    }

    async fn ordinary_again(&self, form: &HoursForm) -> Result<String> {
        let day: NaiveDate =
            form.get("day").parse().map_err(|_| Problem::invalid(Field::Day, Why::NotADate))?;
        let chain = self.tree.ancestors(self.unit);
        let before = written(&hours_on(&self.kept().await?.calendar(&chain)?.calendar, day));
        let sql = "DELETE FROM calendar_exception WHERE unit_id = $1 AND day = $2 AND day >= $3";
        let gone = execute(self.db, sql, [self.unit.into(), day.into(), self.today.into()]).await?;
        if gone.rows_affected() == 0 {
            return Err(Problem::NotFound.into());
        }
        let after = written(&hours_on(&self.kept().await?.calendar(&chain)?.calendar, day));
        Ok(step(&day.to_string(), &before, &after))
    }
}

/// Hours of a date as they are written down.
fn hours_on(calendar: &Calendar, day: NaiveDate) -> Intervals {
    let hours = calendar.hours_on(day);
    let parted = |hours: &worktime::Hours| {
        let text = hours.to_string();
        text.split_once('–').map(|(from, to)| (from.to_owned(), to.to_owned()))
    };
    hours.as_slice().iter().filter_map(parted).collect()
}

/// What a change makes of something, in the log.
fn step(what: &str, before: &str, after: &str) -> String {
    let shown = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    format!("{what} {} → {}", shown(before), shown(after))
}

/// In what two weeks differ, in the log.
fn differences(before: &Ordinary, after: &Ordinary) -> String {
    let days = WEEK.iter().map(|day| {
        let of = |hours: &Ordinary| hours.week.get(day.name()).map(written).unwrap_or_default();
        (day.name(), of(before), of(after))
    });
    let eves = EVES.iter().map(|eve| {
        let of = |hours: &Ordinary| hours.half_days.get(eve.name()).cloned().unwrap_or_default();
        (eve.name(), of(before), of(after))
    });
    let holidays = |hours: &Ordinary| if hours.keeps_holidays { "NO" } else { "none" }.to_owned();
    let more = [
        ("holidays", holidays(before), holidays(after)),
        ("timezone", before.timezone.clone(), after.timezone.clone()),
    ];
    let said: Vec<String> = days
        .chain(eves)
        .chain(more)
        .filter(|(_, before, after)| before != after)
        .map(|(what, before, after)| step(what, &before, &after))
        .collect();
    // The same hours from another unit: only whose they are has changed.
    if said.is_empty() { "=".to_owned() } else { said.join("; ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_run_into_each_other_are_refused_with_the_day_that_begins_too_soon() {
        let hours = |week: [&str; 7]| Hours {
            from_on: NaiveDate::MIN,
            timezone: "Europe/Oslo".to_owned(),
            week: week.iter().map(|text| domain::customers::hours::intervals(text).unwrap()).collect(),
            keeps_holidays: true,
            half_days: vec![None; 5],
        };
        let refused = |week| fitting(&hours(week)).unwrap_err().into_problem();
        assert!(fitting(&hours(["22-06", "", "", "", "", "", "22-06"])).is_ok());
        assert_eq!(
            refused(["22-06", "05-12", "", "", "", "", ""]),
            Problem::invalid(Field::Tue, Why::RunsInto)
        );
        assert_eq!(
            refused(["05-12", "", "", "", "", "", "22-06"]),
            Problem::invalid(Field::Mon, Why::RunsInto)
        );
        assert_eq!(
            refused(["8-12, 11-16", "", "", "", "", "", ""]),
            Problem::invalid(Field::Mon, Why::RunsInto)
        );
    }
}
