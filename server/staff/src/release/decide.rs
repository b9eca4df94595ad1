//! Runs the release rules over a span of rounds and computes the figures that may be shown.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use disclosure::{
    Decision, State, Unit,
    figures::{self, FigureError, Scope, Spread},
    roster_change::Continuity,
    rounding,
    shares::{CountedUnit, Distribution, distributions},
    spans::{moved_units, release_span},
    windows::Window,
};
use domain::{
    UnitId,
    insight::figures::{CellState, Measure},
    staff::bank::Item,
};

use super::{
    count::{Covered, Span, Subject},
    ledger::{Cell, Figure, contradiction},
    quarter::Chosen,
    roster::Changes,
    rules::Rules,
};
use base::Result;
use organisation::Tree;

/// Everything a decision depends on.
pub(super) struct Question<'a> {
    /// As it was in the first round of the span, with what was founded later.
    pub(super) tree: &'a Tree,
    pub(super) span: &'a Span,
    /// Shorter figures that were published, by measure.
    pub(super) covered: &'a HashMap<String, Covered>,
    pub(super) roster: &'a Changes,
    pub(super) moved: &'a BTreeSet<UnitId>,
    /// Units that were not there in the first round.
    pub(super) founded: &'a BTreeSet<UnitId>,
    pub(super) windows: &'a HashMap<UnitId, Chosen>,
    pub(super) window: Window,
    pub(super) rules: &'a Rules,
}

/// Runs the rules once for the turnout and once for every item, whose answers can be fewer than the
/// turnout.
pub(super) fn decide(question: &Question<'_>) -> Result<Vec<Cell>> {
    let mut cells = Vec::new();
    let mut bands = HashMap::new();
    for decision in &question.decisions(Subject::Turnout)? {
        if decision.state == State::Published {
            bands.insert(decision.id, question.band(decision));
        }
        // Of few people the response is not printed at all, so there is nothing to hide either.
        if question.scope(Subject::Turnout, decision).roster >= rounding::FEW {
            let figure = question.response(decision);
            question.cell(decision, Measure::ResponseRate, figure, &bands, &mut cells);
        }
    }
    for item in question.span.items() {
        question.cells_of_item(item, &bands, &mut cells)?;
    }
    Ok(cells)
}

/// The turnout of units as it is printed, by unit.
type Bands = HashMap<UnitId, Option<String>>;

impl Question<'_> {
    /// Whether the unit reports over this span, by its window of the quarter. A unit that reports never says
    /// so in each round.
    fn reports(&self, unit: UnitId) -> bool {
        let window = self.windows.get(&unit).map_or(Some(Window::One), |chosen| chosen.window);
        window.unwrap_or(Window::One) == self.window
    }

    fn has_window(&self, unit: UnitId) -> bool {
        self.windows.get(&unit).is_none_or(|chosen| chosen.window.is_some())
    }

    fn decisions(&self, subject: Subject) -> Result<Vec<Decision<UnitId>>> {
        let measure = first_measure(subject);
        let none = Covered::new();
        let covered = self.covered.get(&*measure.name()).unwrap_or(&none);
        let is_candidate =
            |unit: UnitId| self.reports(unit) && self.has_window(unit) && !self.founded.contains(&unit);
        let units =
            self.span.units(subject, self.tree, covered, is_candidate, |unit| self.moved.contains(&unit));
        let decided = release_span(&units, self.rules.k).map_err(contradiction)?;
        let ours = |decision: &Decision<UnitId>| {
            self.reports(decision.id) && self.is_there(decision.id) && !self.founded.contains(&decision.id)
        };
        Ok(decided.into_iter().filter(ours).collect())
    }

    /// Closed units without people have nothing to say.
    fn is_there(&self, unit: UnitId) -> bool {
        let is_open = self.tree.get(unit).is_some_and(|unit| unit.closed_on.is_none());
        is_open || self.span.has_people(unit)
    }

    /// The unit and everything below it.
    fn below(&self, unit: UnitId) -> Vec<UnitId> {
        self.tree.below(&[unit]).into_iter().map(|unit| unit.id).collect()
    }

    /// What a unit's figures are printed by: its roster when the quarter's windows were chosen. Should it have
    /// fewer people by now, these.
    fn scope(&self, subject: Subject, decision: &Decision<UnitId>) -> Scope {
        let chosen = self.windows.get(&decision.id).and_then(|chosen| chosen.roster);
        Scope {
            roster: chosen.map_or(decision.roster, |roster| roster.min(decision.roster)),
            possible: self.span.possible(subject, &self.below(decision.id)),
            residual: decision.residual,
        }
    }

    /// Which share of the possible ballots was cast, as it is printed.
    fn response(&self, decision: &Decision<UnitId>) -> Option<Figure> {
        let scope = self.scope(Subject::Turnout, decision);
        let ballots = self.span.ballots(&self.below(decision.id));
        let response = rounding::response(ballots, scope.possible, scope.roster)?;
        Some((response.value, Some((response.lower, response.upper))))
    }

    /// How many took part, as it is printed; of several rounds it is not.
    fn band(&self, decision: &Decision<UnitId>) -> Option<String> {
        let scope = self.scope(Subject::Turnout, decision);
        if self.window != Window::One || scope.roster < rounding::MANY {
            return None;
        }
        let ballots = self.span.ballots(&self.below(decision.id));
        rounding::turnout_band(ballots, scope.possible).map(String::from)
    }

    /// The cells of an item: strain and shares of the workload, the score of any other.
    fn cells_of_item(&self, item: Item, bands: &Bands, cells: &mut Vec<Cell>) -> Result<()> {
        let subject = Subject::Item(item);
        let decisions = self.decisions(subject)?;
        let everybody = self.tree.iter().map(|unit| unit.id).collect::<Vec<_>>();
        let all_answers = self.span.answers(item, &everybody);
        let all_people = self.span.roster(&everybody);
        let spread = match item {
            Item::C1 => Spread::of_strain(&all_answers, all_people),
            _ => Spread::of_score(&all_answers, all_people),
        };
        let shares = if item == Item::C1 { self.shares(&decisions)? } else { BTreeMap::new() };
        for decision in &decisions {
            let scope = self.scope(subject, decision);
            let answers = self.span.answers(item, &self.below(decision.id));
            let print = if item == Item::C1 { figures::strain } else { figures::score };
            let figure = match decision.state {
                State::Published => match print(&answers, &scope, spread, self.rules.k) {
                    Ok(printed) => {
                        Some((printed.value, printed.interval.map(|ends| (ends.lower, ends.upper))))
                    }
                    // That it is there would tell that everybody answered.
                    Err(FigureError::EverybodyNeeded) => None,
                    Err(error) => return Err(contradiction(error)),
                },
                _ => None,
            };
            self.cell(decision, first_measure(subject), figure, bands, cells);
            // Of few people no shares are printed at all.
            if item == Item::C1 && self.window == Window::One && scope.roster > rounding::STANDS_OUT_TO {
                let shares = shares.get(&decision.id);
                let share = |pick: fn(&Distribution) -> i32| shares.map(|shares| (pick(shares), None));
                self.cell(decision, Measure::Overloaded, share(|shares| shares.high), bands, cells);
                self.cell(decision, Measure::Underloaded, share(|shares| shares.low), bands, cells);
            }
        }
        Ok(())
    }

    /// The shares of the workload that may be shown (R3), of units whose strain is and that report each round.
    fn shares(&self, decisions: &[Decision<UnitId>]) -> Result<BTreeMap<UnitId, Distribution>> {
        if self.window != Window::One {
            return Ok(BTreeMap::new());
        }
        let subject = Subject::Item(Item::C1);
        let shown: BTreeSet<UnitId> = decisions
            .iter()
            .filter(|decision| {
                decision.state == State::Published
                    && self.scope(subject, decision).roster > rounding::STANDS_OUT_TO
            })
            .map(|decision| decision.id)
            .collect();
        let units: Vec<CountedUnit<UnitId>> = self
            .tree
            .iter()
            .map(|unit| CountedUnit {
                unit: Unit {
                    id: unit.id,
                    parent: unit.parent_id,
                    direct: self.span.direct(subject, unit.id),
                },
                counts: self.span.answers(Item::C1, &[unit.id]),
            })
            .collect();
        distributions(&units, self.rules.k_dist, |unit| shown.contains(unit)).map_err(contradiction)
    }

    /// The cell of a measure of a unit. Of a unit with people on its roster the ledger never tells why nothing is
    /// shown, nor that nobody answered: in a team of one or two that would say who has not.
    fn cell(
        &self,
        decision: &Decision<UnitId>,
        measure: Measure,
        figure: Option<Figure>,
        bands: &Bands,
        cells: &mut Vec<Cell>,
    ) {
        let unit = decision.id;
        let continuity = self.roster.continuity(unit, measure, decision.answered);
        let hidden = (CellState::Hidden, None, None);
        let (state, figure, turnout) = match decision.state {
            State::NoData if decision.roster == 0 => (CellState::NoData, None, None),
            // What may be shown may also be kept back: fewer figures tell less. Without an earlier figure there is
            // nothing to show again.
            State::Published if continuity == Continuity::Held => self
                .roster
                .carried(unit, measure)
                .map_or(hidden, |(figure, turnout)| (CellState::Held, Some(*figure), turnout.clone())),
            State::Published if figure.is_some() => {
                (CellState::Published, figure, bands.get(&unit).cloned().flatten())
            }
            _ => hidden,
        };
        let breaks = state == CellState::Published && continuity == Continuity::Breaks;
        cells.push(Cell { unit, measure, state, breaks, figure, turnout });
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

/// Units that hung elsewhere in some round of the span, and what was above and below these. `trees` is the
/// organisation in each round.
pub(super) fn moved(trees: &[Tree]) -> BTreeSet<UnitId> {
    let links = |tree: &Tree| tree.iter().map(|unit| (unit.id, unit.parent_id)).collect();
    moved_units(&trees.iter().map(links).collect::<Vec<_>>())
}
