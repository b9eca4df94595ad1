//! Rows of the ledger, added up.

use std::collections::{BTreeMap, HashMap};

use domain::insight::{figures::Measure, pack::State};

use super::{super::Input, is_core};

/// Whose figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Key {
    /// Place of the unit.
    pub(crate) unit: usize,
    /// Series.
    pub(crate) series: u32,
    /// Measure.
    pub(crate) measure: Measure,
}

/// A measure's quarter, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    pub(crate) shown: u32,
    pub(crate) hidden: u32,
    pub(crate) void: u32,
    /// Rounds of what is shown and of what is hidden.
    pub(crate) rounds_shown: u32,
    pub(crate) rounds_hidden: u32,
    /// Values by their rounds.
    pub(crate) total: i64,
    /// Widths of intervals by their rounds.
    pub(crate) widths: i64,
    /// Whether something is shown without an interval.
    pub(crate) is_bare: bool,
    /// Shown rounds by band of the share that answered.
    pub(crate) bands: [u32; 3],
}

impl Sum {
    fn count_band(&mut self, band: Option<&str>) {
        let bands = ["low", "middle", "high"];
        if let Some(at) = bands.iter().position(|own| band == Some(own)) {
            self.bands[at] += 1;
        }
    }

    pub(crate) fn weight_shown(&self) -> Option<i64> {
        (self.rounds_shown > 0).then_some(i64::from(self.rounds_shown))
    }
}

/// All measures of all units, both quarters.
pub(crate) struct Sums {
    own: BTreeMap<Key, [Option<Sum>; 2]>,
    /// By unit and series: places of rounds that lie in a window.
    pub(super) covered: HashMap<(usize, u32), Vec<bool>>,
}

impl Sums {
    /// The quarter before and the quarter.
    pub(super) fn get(&self, key: Key) -> [Option<&Sum>; 2] {
        match self.own.get(&key) {
            Some([before, now]) => [before.as_ref(), now.as_ref()],
            None => [None, None],
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Key, &[Option<Sum>; 2])> {
        self.own.iter()
    }
}

/// Adds up the ledger.
pub(crate) fn sums(input: &Input) -> Sums {
    let weights = Weights::of(input);
    let mut own: HashMap<Key, [Option<Sum>; 2]> = HashMap::new();
    let mut covered: HashMap<(usize, u32), Vec<bool>> = HashMap::new();
    for row in &input.ledger {
        let Some((first, last)) = weights.places(row.first_round, row.last_round) else { continue };
        let is_now = input.rounds.get(last).is_some_and(|round| round.is_now);
        let key = Key { unit: row.unit, series: row.series, measure: row.measure };
        let sum = own.entry(key).or_default()[usize::from(is_now)].get_or_insert_default();
        let weight = weights.between(row.measure, first, last);
        let whole = i64::from(weight);
        match (row.state, row.value) {
            (State::Published, Some(value)) => {
                sum.shown += 1;
                sum.rounds_shown += weight;
                sum.total += whole * i64::from(value);
                match row.lower.zip(row.upper) {
                    Some((lower, upper)) => sum.widths += whole * i64::from(upper - lower),
                    None => sum.is_bare = true,
                }
                sum.count_band(row.band.as_deref());
            }
            (State::Published, None) => {
                sum.shown += 1;
                sum.count_band(row.band.as_deref());
            }
            (State::Void, _) => sum.void += 1,
            (State::Hidden, _) => {
                sum.hidden += 1;
                sum.rounds_hidden += weight;
            }
        }
        let rounds = covered.entry((row.unit, row.series)).or_insert_with(|| vec![false; input.rounds.len()]);
        if let Some(own) = rounds.get_mut(first..=last) {
            own.fill(true);
        }
    }
    Sums { own: own.into_iter().collect(), covered }
}

/// How many rounds count, by running sums.
struct Weights {
    places: HashMap<i64, usize>,
    /// Rounds before each place that are not void.
    valid: Vec<u32>,
    /// The same, in which a statement was asked.
    asked: HashMap<Measure, Vec<u32>>,
}

impl Weights {
    fn of(input: &Input) -> Self {
        let running = |counts: &dyn Fn(&super::super::RoundInput) -> bool| {
            let mut sums = vec![0_u32];
            for round in &input.rounds {
                let last = sums.last().copied().unwrap_or(0);
                sums.push(last + u32::from(!round.is_void && counts(round)));
            }
            sums
        };
        let mut asked = HashMap::new();
        for measure in input.rounds.iter().flat_map(|round| &round.items) {
            asked.entry(*measure).or_insert_with(|| running(&|round| round.items.contains(measure)));
        }
        Self {
            places: input.rounds.iter().enumerate().map(|(place, round)| (round.n, place)).collect(),
            valid: running(&|_| true),
            asked,
        }
    }

    fn places(&self, first: i64, last: i64) -> Option<(usize, usize)> {
        let (first, last) = (*self.places.get(&first)?, *self.places.get(&last)?);
        (first <= last).then_some((first, last))
    }

    fn between(&self, measure: Measure, first: usize, last: usize) -> u32 {
        let sums = if is_core(measure) { Some(&self.valid) } else { self.asked.get(&measure) };
        let at = |place: usize| sums.and_then(|sums| sums.get(place)).copied().unwrap_or(0);
        at(last + 1).saturating_sub(at(first))
    }
}
