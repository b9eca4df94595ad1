//! Runs the release rules over a span of rounds and computes the figures that may be shown.

use std::collections::{BTreeSet, HashMap};

use disclosure::{
    Decision, State, figures,
    roster_change::Continuity,
    rounding,
    spans::{moved_units, release_span},
    windows::Window,
};
use domain::{insight::figures::Measure, staff::bank::Item};
use entity::round;
use sea_orm::ConnectionTrait;

use super::{
    count::{Covered, Span, Subject},
    ledger::{Cell, Figure, contradiction},
    roster::Changes,
    rules::Rules,
};
use base::Result;
use organisation::Tree;

/// Everything a decision depends on.
pub(super) struct Question<'a> {
    pub(super) tree: &'a Tree,
    pub(super) span: &'a Span,
    /// Shorter figures that were published, by measure.
    pub(super) covered: &'a HashMap<String, Covered>,
    pub(super) roster: &'a Changes,
    pub(super) moved: &'a BTreeSet<i64>,
    pub(super) windows: &'a HashMap<i64, Option<Window>>,
    pub(super) window: Window,
    pub(super) rules: &'a Rules,
}

/// Runs the rules once for the turnout and once for every item, whose answers can be fewer than the
/// turnout.
pub(super) fn decide(question: &Question<'_>) -> Result<Vec<Cell>> {
    let turnout = question.decisions(Subject::Turnout)?;
    let bands: HashMap<i64, Option<String>> = turnout
        .iter()
        .map(|decision| {
            (decision.id, rounding::TurnoutBand::of(decision.answered).map(|band| band.to_string()))
        })
        .collect();
    let mut cells = Vec::new();
    for decision in &turnout {
        question.cells(decision, Subject::Turnout, &bands, &mut cells)?;
    }
    for item in question.span.items() {
        for decision in &question.decisions(Subject::Item(item))? {
            question.cells(decision, Subject::Item(item), &bands, &mut cells)?;
        }
    }
    Ok(cells)
}

impl Question<'_> {
    /// Whether the unit reports over this span, by its window of the quarter. A unit that reports never says
    /// so in each round.
    fn reports(&self, unit: i64) -> bool {
        let window = self.windows.get(&unit).copied().unwrap_or(Some(Window::One));
        window.unwrap_or(Window::One) == self.window
    }

    fn has_window(&self, unit: i64) -> bool {
        self.windows.get(&unit).is_none_or(Option::is_some)
    }

    fn decisions(&self, subject: Subject) -> Result<Vec<Decision>> {
        let measure = first_measure(subject);
        let none = Covered::new();
        let covered = self.covered.get(&*measure.name()).unwrap_or(&none);
        let is_candidate = |unit: i64| self.reports(unit) && self.has_window(unit);
        let units =
            self.span.units(subject, self.tree, covered, is_candidate, |unit| self.moved.contains(&unit));
        let decided = release_span(&units, self.rules.k).map_err(contradiction)?;
        Ok(decided
            .into_iter()
            .filter(|decision| self.reports(decision.id) && self.is_there(decision.id))
            .map(|decision| Decision { state: self.told(&decision, measure), ..decision })
            .collect())
    }

    /// Closed units without people have nothing to say.
    fn is_there(&self, unit: i64) -> bool {
        let is_open = self.tree.get(unit).is_some_and(|unit| unit.closed_on.is_none());
        is_open || self.span.has_people(unit)
    }

    /// The state that the ledger tells. Of a unit with people on its roster it never says that nobody
    /// answered: in a team of one or two that would say who has not.
    fn told(&self, decision: &Decision, measure: Measure) -> State {
        match decision.state {
            State::NoData if decision.roster > 0 => State::BelowK,
            // What may be shown may also be kept back: fewer figures tell less.
            State::Published
                if self.roster.continuity(decision.id, measure, decision.answered) == Continuity::Held =>
            {
                State::Held
            }
            // A unit moved within the span, or without a window.
            State::Held if self.has_window(decision.id) => State::Complement,
            State::Held => State::BelowK,
            state => state,
        }
    }

    /// The cells of a unit's decision.
    fn cells(
        &self,
        decision: &Decision,
        subject: Subject,
        bands: &HashMap<i64, Option<String>>,
        cells: &mut Vec<Cell>,
    ) -> Result<()> {
        let is_shown = decision.state == State::Published;
        let figures = if is_shown { self.figures(decision.id, subject)? } else { Vec::new() };
        for measure in measures(subject) {
            let computed = figures.iter().find(|(each, _)| *each == measure).map(|(_, figure)| *figure);
            let carried = self.roster.carried(decision.id, measure);
            let (state, figure, turnout) = match (decision.state, carried) {
                (State::Held, Some((figure, turnout))) => (State::Held, Some(*figure), turnout.clone()),
                // There is no earlier figure to show again.
                (State::Held, None) => (State::Complement, None, None),
                // A figure that cannot be computed is not shown, whatever the rules would have allowed.
                (State::Published, _) if computed.is_none() => (State::BelowK, None, None),
                (State::Published, _) => {
                    (State::Published, computed, bands.get(&decision.id).cloned().flatten())
                }
                (state, _) => (state, None, None),
            };
            let breaks = state == State::Published
                && self.roster.continuity(decision.id, measure, decision.answered) == Continuity::Breaks;
            cells.push(Cell { unit: decision.id, measure, state, breaks, figure, turnout });
        }
        Ok(())
    }

    /// The figures of a unit, from its answers and those below.
    fn figures(&self, unit: i64, subject: Subject) -> Result<Vec<(Measure, Figure)>> {
        let units: Vec<i64> = self.tree.below(&[unit]).into_iter().map(|unit| unit.id).collect();
        let possible = self.span.possible(subject, &units);
        let value = |figure: figures::ReleasedValue| (figure.value, figure.lower, figure.upper);
        let item = match subject {
            Subject::Turnout => {
                let rate = rounding::response_rate(self.span.ballots(&units), possible);
                return Ok(rate
                    .map(|rate| (Measure::ResponseRate, (rate, rate, rate)))
                    .into_iter()
                    .collect());
            }
            Subject::Item(item) => item,
        };
        let answers = self.span.answers(item, &units);
        if item == Item::C1 {
            let workload = figures::workload(&answers, possible, self.rules.k).map_err(contradiction)?;
            return Ok(vec![
                (Measure::Strain, value(workload.strain)),
                (Measure::Overloaded, value(workload.overloaded)),
                (Measure::Underloaded, value(workload.underloaded)),
            ]);
        }
        let score = figures::score(&answers, possible, self.rules.k).map_err(contradiction)?;
        Ok(vec![(Measure::Score(item), value(score))])
    }
}

/// What is written about a subject.
fn measures(subject: Subject) -> Vec<Measure> {
    match subject {
        Subject::Turnout => vec![Measure::ResponseRate],
        Subject::Item(Item::C1) => vec![Measure::Strain, Measure::Overloaded, Measure::Underloaded],
        Subject::Item(item) => vec![Measure::Score(item)],
    }
}

/// Any of a subject's measures: they are shown and hidden together.
fn first_measure(subject: Subject) -> Measure {
    match subject {
        Subject::Turnout => Measure::ResponseRate,
        Subject::Item(Item::C1) => Measure::Strain,
        Subject::Item(item) => Measure::Score(item),
    }
}

/// Units that hung elsewhere in some round of the span, and what was above and below these.
pub(super) async fn moved(db: &impl ConnectionTrait, rounds: &[round::Model]) -> Result<BTreeSet<i64>> {
    let mut trees = Vec::with_capacity(rounds.len());
    for round in rounds {
        let tree = Tree::as_of(db, round.starts_on).await?;
        trees.push(tree.iter().map(|unit| (unit.id, unit.parent_id)).collect());
    }
    Ok(moved_units(&trees))
}
