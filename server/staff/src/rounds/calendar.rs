//! What HR and the staff's representatives see of the rounds: days, states, purposes; never who or how many
//! have answered. A count that moves while a round is open would tell whoever watches it who has just
//! answered, so that nothing here reads one of an open round.

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveDateTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use domain::{
    Problem, Right, RoundId,
    staff::{
        bank::items_of_round,
        check_in::Question,
        rounds::{
            CalendarPage, LENGTHS, NewRoundPage, OpenRound, RoundAct, RoundPage, RoundRow, RoundState,
            RoundTimes, Shares, continuation, gaps, strip, weeks_of,
        },
    },
};
use entity::round;
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, QueryOrder};

use super::{asked, own_items, plan, state};
use crate::{
    ballots::keys,
    counts::by_unit,
    release::{rounds_shown, rules},
};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, join_ids, value},
};
use organisation::{Organisation, leap, whole};

/// Weeks of released rounds from which the lengths are compared.
const WEEKS_COMPARED: u64 = 26;
/// Fewest teams from which one share for all says nothing about one of them.
const FEWEST_TEAMS: usize = 10;

/// The calendar of rounds.
///
/// # Errors
/// When the database refuses.
pub async fn calendar(base: &Base, actor: Option<&Actor>) -> Result<CalendarPage> {
    let (actor, _) = authorize(actor, Right::ViewRounds)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let today = organisation.local_day(base.now());
    let models = round::Entity::find()
        .order_by_desc(round::Column::StartsOn)
        .order_by_desc(round::Column::Number)
        .all(&db)
        .await?;
    let rounds = models.iter().map(row).collect::<Result<Vec<_>>>()?;
    let open = match models.iter().rfind(|round| round.state == "open") {
        Some(round) => Some(OpenRound {
            row: row(round)?,
            questions: questions(&db, round).await?,
            times: times(&db, &organisation, round).await?,
        }),
        None => None,
    };
    let last = plan::last(&db).await?;
    Ok(CalendarPage {
        today,
        open,
        weeks: strip(&rounds, today),
        next: last.map(|last| continuation((last.starts_on, last.ends_on), last.review_on, today)),
        gaps: gaps(&rounds, today),
        rounds,
        may_manage: may_manage(&db, actor).await?,
        held: leap::held(&db, &organisation).await?,
        keys_lost: keys::lost(base).await?,
        keys_left: keys::left(base).await?.into_iter().map(|key| (key.round, key.is_here)).collect(),
    })
}

/// The page on which a round is planned.
///
/// # Errors
/// `Forbidden` for whoever keeps only a part of the organisation.
pub async fn new_page(base: &Base, actor: Option<&Actor>) -> Result<NewRoundPage> {
    let (_, units) = authorize(actor, Right::ManageRounds)?;
    let db = base.db.snapshot().await?;
    whole(&db, &units).await?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let last = plan::last(&db).await?.as_ref().map(row).transpose()?;
    // A round that was declared void leaves its days, so that another can be planned on what is left of them.
    let free_from = match &last {
        Some(last) if last.state != RoundState::Voided => last.ends_on.succ_opt().unwrap_or(today).max(today),
        _ => today,
    };
    let tree = organisation::tree(base, &db).await?;
    let asked = asked::asked(&db, &tree, today).await?;
    let shares = shares(&db, today).await?;
    Ok(NewRoundPage { today, starts_on: monday_from(free_from), last, shares, asked })
}

/// A round with what it asks, when it closes and what can be done to it.
///
/// # Errors
/// `NotFound` for an unknown number.
pub async fn page(base: &Base, actor: Option<&Actor>, number: i64) -> Result<RoundPage> {
    let (actor, _) = authorize(actor, Right::ViewRounds)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let round = plan::find(&db, number).await?;
    let is_last = plan::last(&db).await?.is_some_and(|last| last.id == round.id);
    let row = row(&round)?;
    let may_manage = may_manage(&db, actor).await?;
    let unopened: Option<i64> =
        value(&db, "SELECT unopened FROM round WHERE id = $1", [round.id.into()]).await?;
    Ok(RoundPage {
        unopened: unopened.unwrap_or(0),
        is_key_lost: keys::lost(base).await?.contains(&number),
        questions: questions(&db, &round).await?,
        times: times(&db, &organisation, &round).await?,
        today: organisation.local_day(base.now()),
        acts: RoundAct::ALL.into_iter().filter(|act| may_manage && act.fits(row.state, is_last)).collect(),
        row,
    })
}

/// The page of something that can be done to a round.
///
/// # Errors
/// `Forbidden` for whoever keeps only a part of the organisation; `NotFound` for an unknown number and for
/// what the round's state does not allow.
pub async fn act_page(base: &Base, actor: Option<&Actor>, number: i64, act: &str) -> Result<RoundPage> {
    let (_, units) = authorize(actor, Right::ManageRounds)?;
    whole(&base.db.reader, &units).await?;
    let act = RoundAct::from_name(act).ok_or(Problem::NotFound)?;
    let page = page(base, actor, number).await?;
    if page.acts.contains(&act) { Ok(page) } else { Err(Problem::NotFound.into()) }
}

/// A round that was declared void.
#[derive(FromQueryResult)]
struct VoidRound {
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    reason: String,
}

/// First day, last day and reason of the rounds that began on a day or later and were declared void.
pub async fn void_since(
    db: &impl ConnectionTrait,
    since: NaiveDate,
) -> Result<Vec<(NaiveDate, NaiveDate, String)>> {
    let rounds: Vec<VoidRound> = all(
        db,
        "SELECT starts_on, ends_on, COALESCE(void_reason, '') AS reason FROM round
         WHERE state = 'voided' AND starts_on >= $1 ORDER BY starts_on",
        [since.into()],
    )
    .await?;
    Ok(rounds.into_iter().map(|round| (round.starts_on, round.ends_on, round.reason)).collect())
}

async fn may_manage(db: &impl ConnectionTrait, actor: &Actor) -> Result<bool> {
    match whole(db, &actor.units_for(Right::ManageRounds)).await {
        Ok(()) => Ok(true),
        Err(Error::Problem(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

fn row(round: &round::Model) -> Result<RoundRow> {
    Ok(RoundRow {
        number: round.number,
        starts_on: round.starts_on,
        ends_on: round.ends_on,
        state: state(&round.state)?,
        purpose: round.purpose.clone(),
        discussed_on: round.discussed_on,
        review_on: round.review_on,
        released_on: round.released_on,
        void_reason: round.void_reason.clone(),
    })
}

async fn questions(db: &impl ConnectionTrait, round: &round::Model) -> Result<Vec<Question>> {
    let bank = items_of_round(round.number).into_iter().map(|item| Question { item, own: None });
    let own = own_items(db, round.starts_on).await?.into_iter();
    Ok(bank.chain(own.map(|(item, words)| Question { item, own: Some(words) })).collect())
}

async fn times(
    db: &impl ConnectionTrait,
    organisation: &Organisation,
    round: &round::Model,
) -> Result<RoundTimes> {
    let grace = rules::in_force(db, round.starts_on).await?.grace_hours;
    let (closes_at, released_from) = moments(organisation.timezone, round.ends_on, grace);
    Ok(RoundTimes {
        closes_at: organisation.local_minute(closes_at),
        released_from: organisation.local_minute(released_from),
        timezone: organisation.timezone.name().to_owned(),
    })
}

/// When a round closes, and when its release is due: the midnight after its last day, and as many hours
/// later on the clock on the wall. With a grace time of 24 hours that is the next midnight, also on the two
/// nights a year when 23 or 25 hours lie between them.
pub fn moments(zone: Tz, ends_on: NaiveDate, grace_hours: i64) -> (DateTime<Utc>, DateTime<Utc>) {
    let midnight = (ends_on + Days::new(1)).and_time(chrono::NaiveTime::MIN);
    (first_instant(zone, midnight), first_instant(zone, midnight + Duration::hours(grace_hours)))
}

/// The first instant at which a clock on the wall shows this time or a later one.
fn first_instant(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    // A time that the clocks skip comes within a day, on a quarter of an hour.
    (0..=96)
        .find_map(|quarters| zone.from_local_datetime(&(local + Duration::minutes(15 * quarters))).earliest())
        .map_or_else(|| local.and_utc(), |instant| instant.with_timezone(&Utc))
}

fn monday_from(day: NaiveDate) -> NaiveDate {
    let to_monday = (7 - day.weekday().days_since(Weekday::Mon)) % 7;
    day + Days::new(u64::from(to_monday))
}

/// The days of a round.
#[derive(FromQueryResult)]
struct RoundDays {
    id: RoundId,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
}

/// In what share of teams × rounds a figure of that round alone was shown, for the length that the newest rounds
/// have: from what was released, for nothing else is left of a round. What another length would have shown
/// cannot be told from that. One number for the whole organisation in steps of 5 %.
async fn shares(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Shares> {
    let rounds: Vec<RoundDays> = all(
        db,
        "SELECT id, starts_on, ends_on FROM round WHERE state = 'released' AND starts_on >= $1 ORDER BY starts_on DESC",
        [(today - Days::new(7 * WEEKS_COMPARED)).into()],
    )
    .await?;
    let weeks = |round: &RoundDays| weeks_of(round.starts_on, round.ends_on);
    let Some(length) = rounds.first().map(weeks) else { return Ok(Shares::NoRounds) };
    let alike: Vec<RoundId> =
        rounds.iter().filter(|round| weeks(round) == length).map(|round| round.id).collect();
    let ids = join_ids(&alike);
    let there = by_unit(
        db,
        &format!(
            "SELECT roll.unit_id, COUNT(DISTINCT roll.round_id) AS n FROM roll
             JOIN unit ON unit.id = roll.unit_id AND unit.kind = 'team'
             WHERE roll.round_id IN ({ids}) GROUP BY roll.unit_id"
        ),
        [],
    )
    .await?;
    if there.len() < FEWEST_TEAMS {
        return Ok(Shares::TooFewTeams);
    }
    let shown = rounds_shown(db, &ids).await?;
    let all: u32 = there.values().sum();
    let shown: u32 = there.keys().filter_map(|unit| shown.get(unit)).sum();
    let share = in_steps_of_five(usize::try_from(shown).unwrap_or(0), usize::try_from(all).unwrap_or(0));
    let is_length = |weeks: &u32| i64::from(*weeks) == length;
    Ok(Shares::Known(LENGTHS.map(|weeks| share.filter(|_| is_length(&weeks)))))
}

/// A share in % to the nearest 5.
fn in_steps_of_five(part: usize, all: usize) -> Option<u8> {
    (part * 20 + all / 2).checked_div(all).and_then(|steps| u8::try_from(steps * 5).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(zone: Tz, ends_on: &str, grace: i64) -> (String, String) {
        let (closes, released) = moments(zone, ends_on.parse().unwrap(), grace);
        (closes.format("%d %H:%M").to_string(), released.format("%d %H:%M").to_string())
    }

    #[test]
    fn a_round_closes_at_local_midnight_and_is_released_a_day_later_on_the_wall_also_when_the_clocks_change()
    {
        let oslo = chrono_tz::Europe::Oslo;
        let pair = |closes: &str, released: &str| (closes.to_owned(), released.to_owned());
        assert_eq!(at(oslo, "2026-11-22", 24), pair("22 23:00", "23 23:00"));
        // Clocks go forward in the night to 29 March 2026, and back in the one to 25 October.
        assert_eq!(at(oslo, "2026-03-28", 24), pair("28 23:00", "29 22:00"), "23 hours");
        assert_eq!(at(oslo, "2026-03-29", 24), pair("29 22:00", "30 22:00"));
        assert_eq!(at(oslo, "2026-10-24", 24), pair("24 22:00", "25 23:00"), "25 hours");
        assert_eq!(at(oslo, "2026-10-25", 24), pair("25 23:00", "26 23:00"));
        assert_eq!(at(chrono_tz::America::Los_Angeles, "2026-11-22", 24), pair("23 08:00", "24 08:00"));
    }

    #[test]
    fn a_time_that_the_clocks_skip_is_the_moment_after_and_one_they_show_twice_the_first() {
        let oslo = chrono_tz::Europe::Oslo;
        assert_eq!(at(oslo, "2026-03-28", 2).1, "29 01:00", "two becomes three");
        assert_eq!(at(oslo, "2026-10-24", 2).1, "25 00:00", "the first two o'clock");
        // Midnight itself is skipped in Cairo on 24 April 2026.
        assert_eq!(at(chrono_tz::Africa::Cairo, "2026-04-23", 24), ("23 22:00".into(), "24 21:00".into()));
    }

    #[test]
    fn a_share_comes_in_steps_of_five() {
        assert_eq!(in_steps_of_five(0, 0), None);
        assert_eq!(in_steps_of_five(1, 100), Some(0));
        assert_eq!(in_steps_of_five(13, 100), Some(15));
        assert_eq!(in_steps_of_five(100, 100), Some(100));
    }

    #[test]
    fn a_proposed_first_day_is_a_monday() {
        let monday = |day: &str| monday_from(day.parse().unwrap()).to_string();
        assert_eq!(monday("2026-11-23"), "2026-11-23");
        assert_eq!(monday("2026-11-24"), "2026-11-30");
    }
}
