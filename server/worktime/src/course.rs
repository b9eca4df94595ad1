//! The course of a clock through the events of a case.

use std::fmt;

use chrono::{DateTime, SubsecRound, Utc};
use serde::Serialize;

use crate::{
    calendar::Calendar,
    clock::{Act, Clock, Event},
    run::Run,
    under_way::UnderWay,
};

/// All runs of a clock, and the events that changed nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// In the order they started.
    pub runs: Vec<Run>,
    /// In the order they came.
    pub refused: Vec<Refused>,
}

/// An event that changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// Which, the first being 0.
    pub event: usize,
    /// Why.
    pub why: Refusal,
}

/// Why an event changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Nothing runs that it could act on.
    NotRunning,
    /// A new run can only begin when one has ended.
    StillRunning,
    /// It is paused already.
    AlreadyPaused,
    /// It is not paused.
    NotPaused,
    /// A run is extended once.
    AlreadyExtended,
    /// Extended by more than [`LARGEST_EXTENSION`](crate::LARGEST_EXTENSION).
    TooLong,
    /// Extended by less than 1.
    TooShort,
    /// Nothing moves a promise that has been broken.
    Late,
    /// The team already holds the case.
    SameTeam,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotRunning => "nothing was running",
            Self::StillRunning => "no run had ended",
            Self::AlreadyPaused => "it was paused already",
            Self::NotPaused => "it was not paused",
            Self::AlreadyExtended => "it had been extended already",
            Self::TooLong => "an extension is at most 10",
            Self::TooShort => "an extension is at least 1",
            Self::Late => "it was late",
            Self::SameTeam => "the team held the case already",
        })
    }
}

/// What has become of a clock when somebody looks at `as_of`. Events are in order of time; later ones have not
/// happened yet. Events that the clock does not know are passed over.
#[must_use]
pub fn course(calendar: &Calendar, clock: &Clock, events: &[Event], as_of: DateTime<Utc>) -> Course {
    let mut case = Case { calendar, clock, runs: Vec::new(), holder: None };
    let mut refused = Vec::new();
    for (number, event) in events.iter().enumerate().take_while(|(_, event)| event.at <= as_of) {
        if let Err(why) = case.take(event) {
            refused.push(Refused { event: number, why });
        }
    }
    Course { runs: case.runs.into_iter().map(|run| run.seen_at(as_of.trunc_subsecs(0))).collect(), refused }
}

/// A case between two events.
struct Case<'a> {
    calendar: &'a Calendar,
    clock: &'a Clock,
    /// All but the last have stopped.
    runs: Vec<UnderWay<'a>>,
    /// Who has the case.
    holder: Option<&'a str>,
}

impl<'a> Case<'a> {
    fn take(&mut self, event: &'a Event) -> Result<(), Refusal> {
        let at = event.at.trunc_subsecs(0);
        match &event.act {
            Act::Received { team } => self.begin(at, team),
            Act::Reopened => self.begin(at, self.holder.ok_or(Refusal::StillRunning)?),
            Act::Paused => self.run_at(at)?.pause(),
            Act::Resumed => self.run_at(at)?.resume(),
            Act::Extended { by } => self.run_at(at)?.extend(*by),
            Act::HandedOver { team } => {
                self.run_at(at)?.hand_over(team)?;
                self.holder = Some(team);
                Ok(())
            }
            Act::Other(name) => self.take_other(at, name),
        }
    }

    /// Takes an event that not every clock knows.
    fn take_other(&mut self, at: DateTime<Utc>, name: &str) -> Result<(), Refusal> {
        let clock = self.clock;
        if name == clock.stops {
            self.run_at(at)?.stop();
        } else if clock.repeats_at.as_deref() == Some(name) {
            let run = self.run_at(at)?;
            run.stop();
            let holder = run.holder();
            self.begin(at, holder)?;
        } else if let (Act::INVESTIGATING, Some(n)) = (name, clock.investigating) {
            self.run_at(at)?.investigate(n)?;
        }
        Ok(())
    }

    fn begin(&mut self, at: DateTime<Utc>, team: &'a str) -> Result<(), Refusal> {
        if self.runs.last().is_some_and(|run| !run.has_stopped()) {
            return Err(Refusal::StillRunning);
        }
        self.runs.push(UnderWay::new(self.calendar, self.clock, at, team));
        self.holder = Some(team);
        Ok(())
    }

    /// The run that runs, measured up to an instant.
    fn run_at(&mut self, at: DateTime<Utc>) -> Result<&mut UnderWay<'a>, Refusal> {
        let run = self.runs.last_mut().filter(|run| !run.has_stopped()).ok_or(Refusal::NotRunning)?;
        run.measure_to(at);
        Ok(run)
    }
}
