//! Everything that fits what is printed: for a roster each multiset of answers, what would be printed of it, and
//! what four readers can conclude.
//!
//! A reader knows the rules, the roster and what is printed; some know how many answered, some their own answer.
//! A reader is certain of what is true in each multiset that fits.

use std::collections::HashMap;

use disclosure::figures::{Counts, FigureError, Interval, Scope, Spread, score, strain};
use disclosure::rounding::{Response, TurnoutBand, response, turnout_band};
use disclosure::shares::{CountedUnit, Distribution, distributions};
use disclosure::{Direct, Threshold, Unit};

/// A kind of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Five values, printed as a score.
    Score,
    /// Two-sided workload, printed as strain.
    Strain,
}

/// Everything that is printed of an item in a unit and round.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Printed {
    value: i32,
    interval: Option<(i32, i32)>,
    response: Option<(i32, i32)>,
    turnout: Option<TurnoutBand>,
    shares: Option<(i32, i32, i32)>,
}

/// How likely each multiset is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Model {
    /// Each as likely as each other.
    Multisets,
    /// Each person answers with a probability, and then each value with one of its own.
    People { response: f64, values: [f64; 5] },
}

/// All models, with a name: equal chances, the usual, much response, and a satisfied team.
pub(crate) const MODELS: [(&str, Model); 5] = [
    ("multisets", Model::Multisets),
    ("even answers", Model::People { response: 0.7, values: [0.2; 5] }),
    ("usual answers", Model::People { response: 0.7, values: USUAL }),
    ("nearly all answer", Model::People { response: 0.9, values: USUAL }),
    ("satisfied", Model::People { response: 0.75, values: [0.03, 0.07, 0.20, 0.42, 0.28] }),
];
const USUAL: [f64; 5] = [0.05, 0.12, 0.28, 0.37, 0.18];

/// What a reader knows besides what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reader {
    pub(crate) knows_turnout: bool,
    pub(crate) knows_own_answer: bool,
}

pub(crate) const READERS: [Reader; 4] = [
    Reader { knows_turnout: false, knows_own_answer: false },
    Reader { knows_turnout: false, knows_own_answer: true },
    Reader { knows_turnout: true, knows_own_answer: false },
    Reader { knows_turnout: true, knows_own_answer: true },
];

/// Shares of the cases, from 0 to 1, in which a reader is certain.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Certain {
    /// Of every answer.
    pub(crate) answers: f64,
    /// Of how many answered. Only for readers who do not know it anyway.
    pub(crate) turnout: f64,
    /// That somebody else gave the lowest, or that somebody else gave the highest answer.
    pub(crate) extreme: f64,
}

/// One multiset of answers.
struct Case {
    counts: Counts,
    answers: u32,
    /// Number of what is printed of it; none when nothing is.
    printed: Option<usize>,
    /// Printed less exact, in points.
    error: f64,
    /// How likely it is, by model.
    weights: [f64; MODELS.len()],
}

/// All multisets of a roster.
pub(crate) struct Enumeration {
    cases: Vec<Case>,
    /// Different things that are printed.
    pub(crate) printed: usize,
}

impl Enumeration {
    pub(crate) fn new(roster: u32, kind: Kind, threshold: Threshold) -> Self {
        let mut numbers: HashMap<Printed, usize> = HashMap::new();
        let mut known = HashMap::new();
        let mut cases = Vec::new();
        for answers in threshold.get()..=roster {
            for counts in multisets(answers) {
                let sums = kind.sums(&counts);
                let key = (answers, sums.0, sums.1);
                let figure = known.entry(key).or_insert_with(|| figure(kind, &counts, roster, threshold));
                let exact = f64::from(sums.0) * kind.points() / f64::from(answers);
                let printed = figure.clone().ok().map(|printed| {
                    let printed = Printed { shares: shares(&counts, roster), ..printed };
                    let error = f64::from(printed.value) - exact;
                    let next = numbers.len();
                    (*numbers.entry(printed).or_insert(next), error)
                });
                cases.push(Case {
                    counts,
                    answers,
                    printed: printed.map(|(number, _)| number),
                    error: printed.map_or(0.0, |(_, error)| error),
                    weights: MODELS.map(|(_, model)| weight(&counts, roster, model)),
                });
            }
        }
        Self { cases, printed: numbers.len() }
    }

    /// What a reader is certain of, in which share of the cases in which something is printed, by model.
    pub(crate) fn certain(&self, reader: Reader) -> [Certain; MODELS.len()] {
        let mut fitting: HashMap<(usize, u32, usize), Fitting> = HashMap::new();
        self.each(reader, |key, others, case, _| {
            fitting.entry(key).or_default().add(&others, case.answers);
        });
        let mut all = [0.0; MODELS.len()];
        let mut certain = [Certain::default(); MODELS.len()];
        self.each(reader, |key, _, case, share| {
            let fitting = fitting[&key];
            let is_certain = |is: bool| f64::from(u8::from(is));
            for (model, certain) in certain.iter_mut().enumerate() {
                let weight = case.weights[model] * share;
                all[model] += weight;
                certain.answers += weight * is_certain(fitting.count == 1);
                certain.turnout += weight * is_certain(!reader.knows_turnout && fitting.has_one_turnout());
                certain.extreme += weight * is_certain(fitting.has_an_extreme());
            }
        });
        for (certain, all) in certain.iter_mut().zip(all) {
            let all = if all > 0.0 { all } else { 1.0 };
            certain.answers /= all;
            certain.turnout /= all;
            certain.extreme /= all;
        }
        certain
    }

    /// Mean absolute error of what is printed, in points, by model.
    pub(crate) fn error(&self) -> [f64; MODELS.len()] {
        std::array::from_fn(|model| {
            let (mut all, mut error) = (0.0, 0.0);
            for case in self.cases.iter().filter(|case| case.printed.is_some()) {
                all += case.weights[model];
                error += case.weights[model] * case.error.abs();
            }
            error / all.max(f64::MIN_POSITIVE)
        })
    }

    /// Goes through what a reader may have before them: a key for all they know, the answers of the others, the
    /// case, and which share of it this is.
    fn each(&self, reader: Reader, mut see: impl FnMut((usize, u32, usize), Counts, &Case, f64)) {
        for case in &self.cases {
            let Some(printed) = case.printed else { continue };
            let turnout = if reader.knows_turnout { case.answers } else { 0 };
            if !reader.knows_own_answer {
                see((printed, turnout, 5), case.counts, case, 1.0);
                continue;
            }
            for own in (0..5).filter(|&own| case.counts[own] > 0) {
                let share = f64::from(case.counts[own]) / f64::from(case.answers);
                let mut others = case.counts;
                others[own] -= 1;
                see((printed, turnout, own), others, case, share);
            }
        }
    }
}

/// How likely a multiset is by a model, but for a factor that is the same for all.
fn weight(counts: &Counts, roster: u32, model: Model) -> f64 {
    let Model::People { response, values } = model else { return 1.0 };
    let answers: u32 = counts.iter().sum();
    let silent = roster - answers;
    let mut weight = (1.0 - response).powi(silent as i32) * response.powi(answers as i32);
    weight *= factorial(roster) / factorial(silent);
    for (value, &count) in values.iter().zip(counts) {
        weight *= value.powi(count as i32) / factorial(count);
    }
    weight
}

/// What all multisets that fit have in common.
#[derive(Clone, Copy, Default)]
struct Fitting {
    count: u32,
    with_lowest: u32,
    with_highest: u32,
    turnouts: Option<(u32, u32)>,
}

impl Fitting {
    fn add(&mut self, others: &Counts, answers: u32) {
        self.count += 1;
        self.with_lowest += u32::from(others[0] > 0);
        self.with_highest += u32::from(others[4] > 0);
        let (least, most) = self.turnouts.unwrap_or((answers, answers));
        self.turnouts = Some((least.min(answers), most.max(answers)));
    }

    fn has_one_turnout(&self) -> bool {
        self.turnouts.is_some_and(|(least, most)| least == most)
    }

    fn has_an_extreme(&self) -> bool {
        self.with_lowest == self.count || self.with_highest == self.count
    }
}

impl Kind {
    /// Sum and sum of squares of the steps.
    fn sums(self, counts: &Counts) -> (u32, u32) {
        let steps = match self {
            Self::Score => [0, 1, 2, 3, 4],
            Self::Strain => [0, 0, 0, 1, 2],
        };
        let sum = |power| -> u32 {
            steps.iter().zip(counts).map(|(step, count)| u32::pow(*step, power) * count).sum()
        };
        (sum(1), sum(2))
    }

    fn points(self) -> f64 {
        match self {
            Self::Score => 25.0,
            Self::Strain => 50.0,
        }
    }
}

fn figure(kind: Kind, counts: &Counts, roster: u32, threshold: Threshold) -> Result<Printed, FigureError> {
    let roster = u64::from(roster);
    let scope = Scope { roster, possible: roster, residual: 0 };
    // Any spread does: it is another unit's.
    let shown = match kind {
        Kind::Score => score(counts, &scope, Spread::of_score(&[9, 22, 50, 66, 33], 300), threshold),
        Kind::Strain => strain(counts, &scope, Spread::of_strain(&[9, 22, 50, 66, 33], 300), threshold),
    }?;
    let answers = counts.iter().copied().map(u64::from).sum();
    Ok(Printed {
        value: shown.value,
        interval: shown.interval.map(|Interval { lower, upper }| (lower, upper)),
        response: response(answers, roster, roster).map(|Response { lower, upper, .. }| (lower, upper)),
        turnout: turnout_band(answers, roster),
        shares: None,
    })
}

fn shares(counts: &Counts, roster: u32) -> Option<(i32, i32, i32)> {
    let direct = Direct { roster, ..Direct::default() };
    let unit = CountedUnit { unit: Unit { id: 0, parent: None, direct }, counts: *counts };
    let shown = distributions(&[unit], Threshold::DISTRIBUTION_DEFAULT, |_| true).ok()?;
    shown.get(&0).map(|&Distribution { low, middle, high }| (low, middle, high))
}

fn multisets(answers: u32) -> impl Iterator<Item = Counts> {
    (0..=answers).flat_map(move |a| {
        (0..=answers - a).flat_map(move |b| {
            (0..=answers - a - b).flat_map(move |c| {
                (0..=answers - a - b - c).map(move |d| [a, b, c, d, answers - a - b - c - d])
            })
        })
    })
}

fn factorial(number: u32) -> f64 {
    (1..=number).map(f64::from).product()
}
