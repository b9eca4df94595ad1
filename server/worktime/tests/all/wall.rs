//! The same from another side: a person who watches the wall clock and notes every minute whether the unit is open.
//!
//! A unit has opened once the wall has shown the opening time or a later one; it has closed once the wall will not
//! show the closing time or an earlier one again. This needs no rule for hours that come twice or never.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use proptest::prelude::*;
use worktime::{Act, Calendar, Clock, Event, Unit, course};

use crate::made::{acts, calendar_and_instant, events};

/// Minutes watched, from three days before the first instant asked about.
struct Watched {
    from: DateTime<Utc>,
    /// Local time of each minute.
    wall: Vec<NaiveDateTime>,
    is_open: Vec<bool>,
    /// Dates on which hours begin that are more than nothing, with the minute of the last closing.
    closings: Vec<(NaiveDate, usize)>,
}

const DAYS: i64 = 45;

impl Watched {
    fn new(calendar: &Calendar, first: DateTime<Utc>) -> Self {
        let from = first - TimeDelta::days(3);
        let local = |n: i64| (from + TimeDelta::minutes(n)).with_timezone(&calendar.timezone()).naive_local();
        let wall: Vec<_> = (0..DAYS * 1440).map(local).collect();
        let mut shown = wall.clone();
        for n in 1..shown.len() {
            shown[n] = shown[n].max(shown[n - 1]);
        }
        // The earliest time the wall will show after each minute.
        let mut to_come = wall.clone();
        for n in (0..to_come.len() - 1).rev() {
            to_come[n] = wall[n + 1].min(if n + 2 < wall.len() { to_come[n + 1] } else { wall[n + 1] });
        }
        let mut is_open = vec![false; wall.len()];
        let mut closings = Vec::new();
        let mut date = wall[0].date() + Days::new(2);
        while date < wall[wall.len() - 1].date() - Days::new(2) {
            let mut last = None;
            for (opens, closes) in walls(calendar, date) {
                let begin = shown.partition_point(|shown| *shown < opens);
                for n in (begin..wall.len()).take_while(|n| wall[*n] < closes || to_come[*n] <= closes) {
                    is_open[n] = true;
                    last = last.max(Some(n + 1));
                }
            }
            closings.extend(last.map(|last| (date, last)));
            date = date + Days::new(1);
        }
        Self { from, wall, is_open, closings }
    }

    fn minute(&self, at: DateTime<Utc>) -> usize {
        usize::try_from((at - self.from).num_minutes()).unwrap()
    }

    fn open_seconds(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        let minutes = self.is_open[self.minute(from)..self.minute(to)].iter().filter(|open| **open).count();
        60 * i64::try_from(minutes).unwrap()
    }
}

/// The hours that begin on a date, read back from how they are written.
fn walls(calendar: &Calendar, date: NaiveDate) -> Vec<(NaiveDateTime, NaiveDateTime)> {
    let at = |date: NaiveDate, time: &str| match time {
        "24:00" => (date + Days::new(1)).and_hms_opt(0, 0, 0).unwrap(),
        time => date.and_time(time.parse().unwrap()),
    };
    let hours = calendar.hours_on(date);
    let written: Vec<_> = hours.as_slice().iter().map(ToString::to_string).collect();
    written
        .iter()
        .map(|hours| {
            let (from, to) = hours.split_once('–').unwrap();
            let (opens, closes) = (at(date, from), at(date, to));
            (opens, if closes > opens { closes } else { at(date + Days::new(1), to) })
        })
        .collect()
}

/// A run counted minute by minute: what was used up, spent in pauses, and when the budget was used up.
struct Counted {
    elapsed: i64,
    paused: i64,
    used_up: Option<usize>,
}

fn count(watched: &Watched, events: &[Event], as_of: DateTime<Utc>, budget: i64) -> Counted {
    let pauses = pauses(events, as_of);
    let (start, end) = (watched.minute(events[0].at), watched.minute(as_of));
    let mut counted = Counted { elapsed: 0, paused: 0, used_up: None };
    let mut seconds = 0;
    for n in (start..watched.wall.len()).filter(|n| watched.is_open[*n]) {
        let is_paused = pauses.iter().any(|(from, to)| {
            (watched.minute(*from)..to.map_or(usize::MAX, |to| watched.minute(to))).contains(&n)
        });
        if n < end {
            *(if is_paused { &mut counted.paused } else { &mut counted.elapsed }) += 60;
        }
        seconds += if is_paused { 0 } else { 60 };
        if seconds >= budget && counted.used_up.is_none() {
            counted.used_up = Some(n + 1);
        }
    }
    counted
}

/// Pauses by the moment of looking, the last perhaps without an end.
fn pauses(events: &[Event], as_of: DateTime<Utc>) -> Vec<(DateTime<Utc>, Option<DateTime<Utc>>)> {
    let mut pauses: Vec<(DateTime<Utc>, Option<DateTime<Utc>>)> = Vec::new();
    for event in events.iter().filter(|event| event.at <= as_of) {
        let is_paused = pauses.last().is_some_and(|pause| pause.1.is_none());
        match event.act {
            Act::Paused if !is_paused => pauses.push((event.at, None)),
            Act::Resumed if is_paused => pauses.last_mut().unwrap().1 = Some(event.at),
            _ => {}
        }
    }
    pauses
}

/// The budget of a clock of the case, as somebody at the wall reckons it. `None` beyond what was watched.
fn budget(watched: &Watched, received: DateTime<Utc>, unit: Unit, n: u32) -> Option<i64> {
    let seconds = i64::from(n);
    match unit {
        Unit::Minutes => Some(60 * seconds),
        Unit::Hours => Some(3600 * seconds),
        Unit::Days => {
            let today = watched.wall[watched.minute(received)].date();
            let mut working_days = watched.closings.iter().filter(|(date, _)| *date > today);
            let (_, closing) = working_days.nth(usize::try_from(n - 1).unwrap())?;
            let end = watched.from + TimeDelta::minutes(i64::try_from(*closing).unwrap());
            Some(watched.open_seconds(received, end))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn a_run_agrees_with_the_wall_clock_watched_minute_by_minute(
        (calendar, received) in calendar_and_instant(),
        unit in prop_oneof![Just(Unit::Days), Just(Unit::Hours), Just(Unit::Minutes)],
        n in 1_u32..9,
        acts in acts(b"prprn"),
        looks_after in 0_i64..9000,
    ) {
        let events = events(received, acts);
        let as_of = received + TimeDelta::minutes(looks_after);
        let clock = Clock::new(unit, n, "answered".to_owned(), None, None).unwrap();
        let course = course(&calendar, &clock, &events, as_of);
        let watched = Watched::new(&calendar, received);
        let Ok(figures) = course.runs[0].figures.as_ref() else {
            // Closed all the week.
            prop_assert!(watched.closings.len() <= 1);
            return Ok(());
        };
        let Some(budget) = budget(&watched, received, unit, n) else { return Ok(()) };
        prop_assert_eq!(figures.budget, budget);
        let counted = count(&watched, &events, as_of, budget);
        prop_assert_eq!((figures.elapsed, figures.paused), (counted.elapsed, counted.paused));
        prop_assert_eq!(figures.is_late(), counted.elapsed > budget);
        if let Some(due) = figures.due.filter(|_| counted.used_up.is_some()) {
            prop_assert_eq!(Some(watched.minute(due)), counted.used_up);
        }
        if figures.due.is_none() {
            prop_assert!(pauses(&events, as_of).last().is_some_and(|pause| pause.1.is_none()));
            prop_assert!(counted.used_up.is_none() && counted.elapsed < budget);
        }
        let opens = (watched.minute(received)..watched.wall.len()).find(|n| watched.is_open[*n]);
        if let Some(opens) = opens {
            prop_assert_eq!(watched.minute(figures.counting_from), opens);
        }
    }

    #[test]
    fn every_second_counts_once_whatever_the_clocks_do(
        (calendar, from) in calendar_and_instant(),
        minutes in 0_i64..9000,
    ) {
        let watched = Watched::new(&calendar, from);
        let to = from + TimeDelta::minutes(minutes);
        prop_assert_eq!(calendar.working_seconds(from, to), watched.open_seconds(from, to));
    }

    #[test]
    fn the_end_of_a_working_day_is_where_the_wall_has_it(
        (calendar, from) in calendar_and_instant(),
        n in 1_usize..8,
    ) {
        let watched = Watched::new(&calendar, from);
        let today = watched.wall[watched.minute(from)].date();
        let mut working_days = watched.closings.iter().filter(|(date, _)| *date > today);
        if let Some((_, closing)) = working_days.nth(n - 1) {
            let closes = calendar.closing_of_working_day(from, u32::try_from(n).unwrap());
            prop_assert_eq!(closes.map(|closes| watched.minute(closes)), Some(*closing));
        }
    }
}
