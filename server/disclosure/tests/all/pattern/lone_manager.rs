//! What the pattern of hidden figures tells of the only manager above three teams, to a reader who knows how many
//! of each team answered: in which share of the rounds it depends on whether the manager did.

use disclosure::windows::Window;
use disclosure::{Direct, State, Threshold, Unit, release};

use crate::earlier::by_who_answered;

/// The manager, and teams of these sizes with so many answers each.
fn organisation(manager_answered: bool, sizes: [u32; 3], answered: [u32; 3]) -> Vec<Unit> {
    let direct = |roster, answered| Direct { roster, answered, ..Direct::default() };
    let mut units = vec![Unit { id: 0, parent: None, direct: direct(1, manager_answered.into()) }];
    for (id, (size, answered)) in (1..).zip(sizes.into_iter().zip(answered)) {
        units.push(Unit { id, parent: Some(0), direct: direct(size, answered) });
    }
    units
}

/// Which units are shown: all that a reader sees.
fn shown_by_roster(units: &[Unit]) -> Vec<bool> {
    let decisions = release(units, Threshold::DEFAULT).into_iter().flatten();
    decisions.map(|decision| decision.state == State::Published).collect()
}

/// The same by the rules that looked at who answered.
fn shown_by_answers(units: &[Unit]) -> Vec<bool> {
    let states = by_who_answered(units, Threshold::DEFAULT).into_iter().flatten();
    states.map(|state| state == State::Published).collect()
}

/// The share of rounds, from 0 to 1, in which the pattern depends on the manager, each member of a team answering
/// with this probability.
pub(crate) fn told(sizes: [u32; 3], response: f64, is_by_roster: bool) -> f64 {
    let shown = if is_by_roster { shown_by_roster } else { shown_by_answers };
    let mut told = 0.0;
    for first in 0..=sizes[0] {
        for second in 0..=sizes[1] {
            for third in 0..=sizes[2] {
                let answered = [first, second, third];
                let seen = |manager| shown(&organisation(manager, sizes, answered));
                if seen(true) != seen(false) {
                    let chances = sizes.into_iter().zip(answered).map(|(n, k)| chance(n, k, response));
                    told += chances.product::<f64>();
                }
            }
        }
    }
    told
}

/// The probability to take part at least once in the shortest third of a quarter of thirteen rounds.
pub(crate) fn within_a_window(response: f64) -> f64 {
    let rounds = Window::Third.in_quarter(13).iter().map(|range| range.end - range.start).min().unwrap_or(1);
    1.0 - (1.0 - response).powi(rounds as i32)
}

/// The binomial probability.
fn chance(of: u32, answered: u32, response: f64) -> f64 {
    let ways: f64 = (0..answered).map(|i| f64::from(of - i) / f64::from(i + 1)).product();
    ways * response.powi(answered as i32) * (1.0 - response).powi((of - answered) as i32)
}

/// All teams of eight to ten.
pub(crate) const SIZES: [[u32; 3]; 10] = [
    [8, 8, 8],
    [8, 8, 9],
    [8, 8, 10],
    [8, 9, 9],
    [8, 9, 10],
    [8, 10, 10],
    [9, 9, 9],
    [9, 9, 10],
    [9, 10, 10],
    [10, 10, 10],
];
