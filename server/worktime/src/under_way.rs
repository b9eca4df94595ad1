//! A run between two events: what has been used up so far, and what the budget is now.

use chrono::{DateTime, Offset, Utc};

use crate::{
    calendar::Calendar,
    clock::{Clock, LARGEST_EXTENSION},
    course::Refusal,
    run::{Figures, NeverOpen, Run, State, warning_of},
};

/// A run that has been measured up to an instant.
pub(crate) struct UnderWay<'a> {
    calendar: &'a Calendar,
    clock: &'a Clock,
    start: DateTime<Utc>,
    /// The clock's, or that of an investigation; without the extension.
    n: u32,
    extension: Option<u32>,
    budget: Result<i64, NeverOpen>,
    measured_to: DateTime<Utc>,
    elapsed: i64,
    paused: i64,
    /// Pauses that have ended, in order.
    pauses: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    paused_since: Option<DateTime<Utc>>,
    stopped_at: Option<DateTime<Utc>>,
    shares: Vec<(&'a str, i64)>,
    holder: &'a str,
}

impl<'a> UnderWay<'a> {
    pub(crate) fn new(
        calendar: &'a Calendar,
        clock: &'a Clock,
        start: DateTime<Utc>,
        holder: &'a str,
    ) -> Self {
        Self {
            calendar,
            clock,
            start,
            n: clock.n,
            extension: None,
            budget: clock.unit.budget(calendar, start, clock.n),
            measured_to: start,
            elapsed: 0,
            paused: 0,
            pauses: Vec::new(),
            paused_since: None,
            stopped_at: None,
            shares: vec![(holder, 0)],
            holder,
        }
    }

    pub(crate) const fn has_stopped(&self) -> bool {
        self.stopped_at.is_some()
    }

    pub(crate) const fn holder(&self) -> &'a str {
        self.holder
    }

    /// Adds the working time since it was last measured to what it belongs to.
    pub(crate) fn measure_to(&mut self, at: DateTime<Utc>) {
        let seconds = self.calendar.working_seconds(self.measured_to, at);
        self.measured_to = self.measured_to.max(at);
        if self.paused_since.is_some() {
            self.paused += seconds;
            return;
        }
        self.elapsed += seconds;
        if let Some((_, share)) = self.shares.iter_mut().find(|(team, _)| *team == self.holder) {
            *share += seconds;
        }
    }

    pub(crate) fn pause(&mut self) -> Result<(), Refusal> {
        if self.paused_since.is_some() {
            return Err(Refusal::AlreadyPaused);
        }
        self.paused_since = Some(self.measured_to);
        Ok(())
    }

    pub(crate) fn resume(&mut self) -> Result<(), Refusal> {
        let since = self.paused_since.take().ok_or(Refusal::NotPaused)?;
        self.pauses.push((since, self.measured_to));
        Ok(())
    }

    /// Stops the run, and a pause with it.
    pub(crate) fn stop(&mut self) {
        if let Some(since) = self.paused_since.take() {
            self.pauses.push((since, self.measured_to));
        }
        self.stopped_at = Some(self.measured_to);
    }

    pub(crate) fn extend(&mut self, by: i64) -> Result<(), Refusal> {
        if self.extension.is_some() {
            return Err(Refusal::AlreadyExtended);
        }
        if by > LARGEST_EXTENSION {
            return Err(Refusal::TooLong);
        }
        let by = u32::try_from(by).ok().filter(|by| *by > 0).ok_or(Refusal::TooShort)?;
        self.promise(self.n, Some(by))
    }

    pub(crate) fn investigate(&mut self, n: u32) -> Result<(), Refusal> {
        self.promise(n, self.extension)
    }

    /// Promises something else from the same start, unless the promise has been broken.
    fn promise(&mut self, n: u32, extension: Option<u32>) -> Result<(), Refusal> {
        if self.budget.is_ok_and(|budget| self.elapsed > budget) {
            return Err(Refusal::Late);
        }
        (self.n, self.extension) = (n, extension);
        self.budget = self.clock.unit.budget(self.calendar, self.start, n + extension.unwrap_or(0));
        Ok(())
    }

    pub(crate) fn hand_over(&mut self, team: &'a str) -> Result<(), Refusal> {
        if team == self.holder {
            return Err(Refusal::SameTeam);
        }
        if !self.shares.iter().any(|(held, _)| *held == team) {
            self.shares.push((team, 0));
        }
        self.holder = team;
        Ok(())
    }

    /// The run as it looks at an instant.
    pub(crate) fn seen_at(mut self, as_of: DateTime<Utc>) -> Run {
        if !self.has_stopped() {
            self.measure_to(as_of);
        }
        Run { start: self.start, figures: self.figures() }
    }

    fn figures(&self) -> Result<Figures, NeverOpen> {
        let budget = self.budget?;
        let due = self.used_up(budget)?;
        let timezone = self.calendar.timezone();
        Ok(Figures {
            counting_from: self.calendar.next_open(self.start).ok_or(NeverOpen)?,
            budget,
            warn_at: self.used_up(warning_of(budget))?,
            due,
            due_local: due
                .map(|due| due.with_timezone(&timezone))
                .map(|due| due.with_timezone(&due.offset().fix())),
            stopped_at: self.stopped_at,
            elapsed: self.elapsed,
            paused: self.paused,
            state: match (self.stopped_at, self.paused_since) {
                (Some(_), _) => State::Stopped,
                (None, Some(_)) => State::Paused,
                (None, None) => State::Running,
            },
            shares: self.shares.iter().map(|(team, share)| ((*team).to_owned(), *share)).collect(),
        })
    }

    /// When so many seconds are used up, pauses left out. Nobody knows while a pause that has not ended comes first.
    fn used_up(&self, seconds: i64) -> Result<Option<DateTime<Utc>>, NeverOpen> {
        let (mut from, mut left) = (self.start, seconds);
        let pauses = self.pauses.iter().map(|(since, until)| (*since, Some(*until)));
        for (since, until) in pauses.chain(self.paused_since.map(|since| (since, None))) {
            let worked = self.calendar.working_seconds(from, since);
            if worked >= left {
                break;
            }
            let Some(until) = until else { return Ok(None) };
            left -= worked;
            from = until;
        }
        self.calendar.after(from, left).map(Some).ok_or(NeverOpen)
    }
}
