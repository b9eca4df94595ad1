//! The promises of a case in working time: reckoned from its events, stored with each of them.
//!
//! Architecture invariant: no look at the computer's clock decides whether a promise is late. A run is stored with the
//! moment from which it is; whoever reads compares.

use chrono::{DateTime, Utc};
use domain::{
    UnitId,
    customers::{
        case::Act,
        words::{ClockKind, EventKind, Severity},
    },
};
use worktime::{Calendar, Clock, State, Unit, course};

use super::events::Event;
use super::state::live;
use base::{Error, Result};

/// Working days within which a complaint is acknowledged.
const ACKNOWLEDGE_DAYS: u32 = 1;
/// Working hours within which one about safety or discrimination is.
const ACKNOWLEDGE_URGENT_HOURS: u32 = 4;
/// Working days within which it is answered.
const ANSWER_DAYS: u32 = 5;
/// The same when facts have to be found first.
const INVESTIGATING_DAYS: u32 = 20;
/// Working days after which the customer hears from us again at the latest.
const UPDATE_DAYS: u32 = 5;

/// The rule of a clock. Names of events are those of [`acts_of`].
fn rule(kind: ClockKind, is_urgent: bool) -> Result<Clock> {
    let stops = kind.name().to_owned();
    let clock = match kind {
        ClockKind::Acknowledge if is_urgent => {
            Clock::new(Unit::Hours, ACKNOWLEDGE_URGENT_HOURS, stops, None, None)
        }
        ClockKind::Acknowledge => Clock::new(Unit::Days, ACKNOWLEDGE_DAYS, stops, None, None),
        ClockKind::Answer => Clock::new(Unit::Days, ANSWER_DAYS, stops, Some(INVESTIGATING_DAYS), None),
        ClockKind::Update => Clock::new(Unit::Days, UPDATE_DAYS, stops, None, Some(TOLD.to_owned())),
    };
    clock.map_err(|error| Error::Internal(format!("the rule of a clock: {error}")))
}

/// The event at which the customer has heard from us.
const TOLD: &str = "told";
/// The event at which an investigation begins.
const INVESTIGATING: &str = "investigating";

/// A run of a clock as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) kind: ClockKind,
    /// From 1.
    pub(crate) run: i64,
    pub(crate) started_at: DateTime<Utc>,
    /// None when the unit never opens.
    pub(crate) budget: Option<i64>,
    pub(crate) warn_at: Option<DateTime<Utc>>,
    pub(crate) due_at: Option<DateTime<Utc>>,
    /// The first moment at which it is late.
    pub(crate) late_at: Option<DateTime<Utc>>,
    pub(crate) stopped_at: Option<DateTime<Utc>>,
    /// Working seconds used up at the last event.
    pub(crate) elapsed: i64,
    /// Whether it was late at the last event.
    pub(crate) is_late: bool,
    /// Working seconds by unit.
    pub(crate) shares: Vec<(UnitId, i64)>,
}

/// What a case brings along for its clocks.
pub(crate) struct Promises<'a> {
    pub(crate) calendar: &'a Calendar,
    /// Severity at receipt: what is found out later does not make an old promise shorter.
    pub(crate) severity: Severity,
    /// The unit that had it when it came in.
    pub(crate) unit: UnitId,
    pub(crate) events: &'a [Event],
}

/// All runs of all clocks.
///
/// # Errors
/// Never for the rules of this file.
pub(crate) fn runs(promises: &Promises<'_>) -> Result<Vec<Run>> {
    let Some(last) = promises.events.last() else { return Ok(Vec::new()) };
    let is_urgent = matches!(promises.severity, Severity::Safety | Severity::Discrimination);
    let mut runs = Vec::new();
    for kind in ClockKind::ALL {
        let events = acts_of(*kind, promises);
        let course = course(promises.calendar, &rule(*kind, is_urgent)?, &events, last.at);
        for (number, run) in (1..).zip(course.runs) {
            runs.push(stored(*kind, number, &run, promises.calendar)?);
        }
    }
    Ok(runs)
}

fn stored(kind: ClockKind, number: i64, run: &worktime::Run, calendar: &Calendar) -> Result<Run> {
    let Ok(figures) = &run.figures else {
        return Ok(Run {
            kind,
            run: number,
            started_at: run.start,
            budget: None,
            warn_at: None,
            due_at: None,
            late_at: None,
            stopped_at: None,
            elapsed: 0,
            is_late: false,
            shares: Vec::new(),
        });
    };
    let shares = figures.shares.iter().map(|(team, seconds)| {
        let team = team.parse().map_err(|_| Error::Internal(format!("a share of the unit {team:?}")))?;
        Ok((team, *seconds))
    });
    Ok(Run {
        kind,
        run: number,
        started_at: run.start,
        budget: Some(figures.budget),
        warn_at: figures.warn_at,
        due_at: figures.due,
        late_at: figures.due.and_then(|due| calendar.after(due, 1)),
        stopped_at: figures.stopped_at.filter(|_| figures.state == State::Stopped),
        elapsed: figures.elapsed,
        is_late: figures.is_late(),
        shares: shares.collect::<Result<_>>()?,
    })
}

/// By when an ordinary complaint is acknowledged and answered; none where the unit never opens.
pub(crate) struct Promised {
    pub(crate) acknowledged: Option<DateTime<Utc>>,
    pub(crate) answered: Option<DateTime<Utc>>,
}

/// What an ordinary complaint is promised.
///
/// # Errors
/// Never for the rules of this file.
pub(crate) fn promise(calendar: &Calendar, received: DateTime<Utc>) -> Result<Promised> {
    let due = |kind: ClockKind| -> Result<Option<DateTime<Utc>>> {
        let act = worktime::Act::Received { team: String::new() };
        let course =
            course(calendar, &rule(kind, false)?, &[worktime::Event { at: received, act }], received);
        Ok(course.runs.first().and_then(|run| run.figures.as_ref().ok()?.due))
    };
    Ok(Promised { acknowledged: due(ClockKind::Acknowledge)?, answered: due(ClockKind::Answer)? })
}

/// The events of a case as a clock hears of them.
fn acts_of(kind: ClockKind, promises: &Promises<'_>) -> Vec<worktime::Event> {
    let mut heard: Vec<worktime::Event> = Vec::new();
    let team = promises.unit.to_string();
    for event in live(promises.events) {
        let is_first = heard.is_empty();
        let mut hear = |act: worktime::Act| heard.push(worktime::Event { at: event.at, act });
        match event.kind {
            EventKind::Received => hear(worktime::Act::Received { team: team.clone() }),
            // An acknowledgement is given once.
            EventKind::Reopened if kind == ClockKind::Acknowledge => {}
            EventKind::Reopened if is_first => hear(worktime::Act::Received { team: team.clone() }),
            EventKind::Reopened => hear(worktime::Act::Reopened),
            EventKind::Acknowledged if kind == ClockKind::Acknowledge => hear(stop(kind)),
            EventKind::Acknowledged | EventKind::Wrote => hear(told()),
            EventKind::Assessed => {
                if kind == ClockKind::Acknowledge {
                    hear(stop(kind));
                }
                if let Some(unit) = event.data.unit {
                    hear(worktime::Act::HandedOver { team: unit.to_string() });
                }
            }
            EventKind::Investigating => {
                hear(worktime::Act::Other(INVESTIGATING.to_owned()));
                hear(told());
            }
            EventKind::Answered | EventKind::Ended | EventKind::Merged => hear(stop(kind)),
            EventKind::Paused => {
                hear(told());
                hear(worktime::Act::Paused);
            }
            EventKind::Resumed | EventKind::Heard => hear(worktime::Act::Resumed),
            EventKind::Extended => {
                if kind == ClockKind::Answer {
                    hear(worktime::Act::Extended { by: event.data.by.unwrap_or(0) });
                }
                hear(told());
            }
            EventKind::HandedOver => {
                if let Some(unit) = event.data.unit {
                    hear(worktime::Act::HandedOver { team: unit.to_string() });
                }
            }
            EventKind::Closed
            | EventKind::Regraded
            | EventKind::Taken
            | EventKind::LetGo
            | EventKind::Corrected
            | EventKind::Noted
            | EventKind::PutAway
            | EventKind::Undone
            | EventKind::Warned
            | EventKind::Late
            | EventKind::ActionAdded
            | EventKind::ActionDone
            | EventKind::Attached
            | EventKind::Detached
            | EventKind::Mentioned
            | EventKind::TookIn
            | EventKind::Linked
            | EventKind::Repeats
            | EventKind::Repeated
            | EventKind::Parted
            | EventKind::Held
            | EventKind::LetThrough
            | EventKind::Content => {}
        }
    }
    heard
}

fn stop(kind: ClockKind) -> worktime::Act {
    worktime::Act::Other(kind.name().to_owned())
}

fn told() -> worktime::Act {
    worktime::Act::Other(TOLD.to_owned())
}

/// What becomes of the answer's promise when its day is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moved {
    /// It is broken already, or was moved before: it stays.
    Refused,
    /// Until when; none while the case waits for the customer, or where the unit never opens.
    Until(Option<DateTime<Utc>>),
}

/// Moves the promise of an answer: to find facts first, or by some working days.
///
/// # Errors
/// Never for the rules of this file.
pub(crate) fn moved(promises: &Promises<'_>, act: Act, by: i64, at: DateTime<Utc>) -> Result<Moved> {
    let act = match act {
        Act::Extend => worktime::Act::Extended { by },
        _ => worktime::Act::Other(INVESTIGATING.to_owned()),
    };
    let mut events = acts_of(ClockKind::Answer, promises);
    let last = events.len();
    events.push(worktime::Event { at, act });
    let course = course(promises.calendar, &rule(ClockKind::Answer, false)?, &events, at);
    if course.refused.iter().any(|refused| refused.event == last) {
        return Ok(Moved::Refused);
    }
    Ok(Moved::Until(course.runs.last().and_then(|run| run.figures.as_ref().ok()?.due)))
}

/// What comes next of all that runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Next {
    pub(crate) warn: Option<DateTime<Utc>>,
    pub(crate) due: Option<DateTime<Utc>>,
    /// The first moment at which something is late.
    pub(crate) late: Option<DateTime<Utc>>,
}

/// The next warning, due date and moment of lateness of what runs.
pub(crate) fn next(runs: &[Run]) -> Next {
    let running = || runs.iter().filter(|run| run.stopped_at.is_none());
    Next {
        warn: running().filter_map(|run| run.warn_at).min(),
        due: running().filter_map(|run| run.due_at).min(),
        late: running().filter_map(|run| run.late_at).min(),
    }
}
