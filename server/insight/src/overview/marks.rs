//! The marks of single cells of the heat map.

use std::collections::HashMap;

use charts::Signal;
use chrono::{Days, NaiveDate};
use domain::{
    Period, UnitId,
    insight::signal::{SignalMeasure, SignalState},
};
use sea_orm::ConnectionTrait;

use super::signals::{self, UnitSignal};
use crate::figures::standing::Step;
use base::Result;

/// The marks of some units in one measure, as they were reckoned for the small charts: a cell carries the same as
/// the unit's trend, but for newest marks that chance makes among so many units.
#[derive(Default)]
pub(super) struct Marks(HashMap<UnitId, Vec<(Period, SignalState)>>);

impl Marks {
    /// # Errors
    /// When the database refuses.
    pub(super) async fn load(
        db: &impl ConnectionTrait,
        units: &[UnitId],
        measure: SignalMeasure,
    ) -> Result<Self> {
        let (all, steps): (Vec<UnitSignal>, Vec<Vec<Step>>) =
            signals::with_steps(db, units).await?.into_iter().unzip();
        let mut sifted = all.clone();
        signals::sift(&mut sifted);
        let mut marks = HashMap::new();
        for ((signal, kept), steps) in all.into_iter().zip(sifted).zip(steps) {
            let Some(latest) = signal.latest.filter(|_| signal.measure == measure) else { continue };
            let mut of_unit = dated(latest, &steps);
            // What the list takes back of the newest is not in its cells either.
            let taken_back = signal.since.filter(|_| kept.since.is_none());
            of_unit.retain(|(period, _)| taken_back.is_none_or(|since| period.start() < since.start()));
            marks.insert(signal.unit, of_unit);
        }
        Ok(Self(marks))
    }

    /// What is marked in the period that a day lies in.
    pub(super) fn at(&self, unit: UnitId, day: NaiveDate) -> Option<SignalState> {
        let marks = self.0.get(&unit)?;
        marks
            .iter()
            .find(|(period, _)| (period.start()..=period.end()).contains(&day))
            .map(|(_, state)| *state)
    }
}

/// The marked steps of a small chart with their periods. The newest step with a figure is the latest; before it each
/// period has one step.
fn dated(latest: Period, steps: &[Step]) -> Vec<(Period, SignalState)> {
    let mut period = latest;
    let newest = steps.iter().rposition(|step| step.value.is_some());
    let mut marks = Vec::new();
    for step in newest.and_then(|newest| steps.get(..=newest)).unwrap_or_default().iter().rev() {
        if step.state != SignalState::None {
            marks.push((period, step.state));
        }
        period = Period::containing(period.start() - Days::new(1), period.resolution());
    }
    marks
}

/// The shape of a mark.
pub(super) const fn shape(state: SignalState) -> Option<Signal> {
    match state {
        SignalState::Concern => Some(Signal::Concern),
        SignalState::Better => Some(Signal::Better),
        SignalState::None => None,
    }
}

/// What a mark says, as a sentence behind the figure.
pub(super) const fn mark_id(state: SignalState) -> Option<&'static str> {
    match state {
        SignalState::Concern => Some("map-mark-concern"),
        SignalState::Better => Some("map-mark-better"),
        SignalState::None => None,
    }
}

#[cfg(test)]
mod tests {
    use domain::Resolution;

    use super::*;

    #[test]
    fn the_newest_step_with_a_figure_is_the_latest_period_and_each_before_it_one_earlier() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let step = |value, state| Step { value, state, ..Step::default() };
        // A quarter that has no figure yet stands behind the latest one.
        let steps = [
            step(Some(1.0), SignalState::Concern),
            step(None, SignalState::None),
            step(Some(3.0), SignalState::Better),
            step(None, SignalState::None),
        ];
        let latest = Period::containing(day("2026-05-03"), Resolution::Quarter);
        let marks = dated(latest, &steps);
        let starts: Vec<_> = marks.iter().map(|(period, state)| (period.start(), *state)).collect();
        assert_eq!(
            starts,
            [(day("2026-04-01"), SignalState::Better), (day("2025-10-01"), SignalState::Concern)]
        );
        let marks = Marks(HashMap::from([(UnitId::new(7), marks)]));
        assert_eq!(marks.at(UnitId::new(7), day("2026-06-30")), Some(SignalState::Better));
        assert_eq!(
            (marks.at(UnitId::new(7), day("2026-03-31")), marks.at(UnitId::new(8), day("2026-06-30"))),
            (None, None)
        );
        assert!(dated(latest, &[]).is_empty());
    }
}
