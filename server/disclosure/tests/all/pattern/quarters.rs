//! Over the rounds and windows of a quarter too, no figure depends on who of a small group answered, and when.

use disclosure::Threshold;
use disclosure::windows::{UnitWindow, Window, never_shorter_than_above};

use crate::attacker::attacks;
use crate::attacker::history::{Fate, History, Person};
use crate::attacker::service::{Rule, publish};
use crate::numbers::Numbers;

const K: Threshold = Threshold::DEFAULT;

/// How somebody takes part: always, or now and then; some are new, some answer by code.
fn person(numbers: &mut Numbers, unit: usize, rounds: usize, is_always: bool, has_codes: bool) -> Person {
    let mut cast = vec![true; rounds];
    if !is_always {
        cast.fill_with(|| numbers.below(2) == 0);
    }
    let is_fresh = !is_always && !has_codes && numbers.below(3) == 0;
    Person { unit: vec![unit; rounds], answered: cast.clone(), cast, has_codes, is_fresh }
}

/// A quarter in which every group but one has nobody, or enough people who answer each round, three more where anybody
/// answers by code; and the unit of the one group, which is below `k`. Two such groups could make up for each other
/// where all above and below them report over other windows.
fn well_answered(numbers: &mut Numbers) -> (History, usize) {
    let (units, rounds) = (2 + numbers.below(7), 1 + numbers.below(7));
    let tree: Vec<Option<usize>> =
        (0..units).map(|unit| unit.checked_sub(1).map(|last| numbers.below(last + 1))).collect();
    let codes = numbers.below(2) == 0;
    let enough = if codes { K.with_codes() } else { K }.get() as usize;
    let above: Vec<usize> = tree.iter().flatten().copied().collect();
    let flipped = above[numbers.below(above.len())];
    let mut people = Vec::new();
    for unit in 0..units {
        let (always, sometimes) = if unit == flipped {
            (0, 1 + numbers.below(K.get() as usize - 1))
        } else if above.contains(&unit) && numbers.below(3) > 0 {
            (0, 0)
        } else {
            (enough + numbers.below(4), numbers.below(4))
        };
        for number in 0..always + sometimes {
            let has_codes = codes && numbers.below(4) == 0;
            people.push(person(numbers, unit, rounds, number < always, has_codes));
        }
    }
    let mut window = |unit: usize| match numbers.below(if unit == 0 { 2 } else { 5 }) {
        0 | 1 => Window::One,
        2 | 3 => Window::Third,
        _ => Window::Quarter,
    };
    let own = |unit| UnitWindow { id: unit, parent: tree[unit], own: Some(window(unit)) };
    let windows = never_shorter_than_above(&(0..units).map(own).collect::<Vec<_>>()).unwrap();
    let history = History {
        rounds,
        asked: vec![true; rounds],
        parents: vec![tree; rounds],
        founded: vec![0; units],
        windows,
        fates: vec![vec![Fate::Shown; units]; rounds],
        people,
    };
    (history, flipped)
}

#[test]
fn over_a_quarter_no_figure_depends_on_who_of_a_block_below_the_threshold_answered() {
    let mut numbers = Numbers(20_261_202);
    let mut long_figures = 0;
    for _ in 0..attacks(4_000) {
        let (mut history, flipped) = well_answered(&mut numbers);
        let seen = publish(&history, Rule::Library, K).figures;
        long_figures += seen.iter().filter(|figure| figure.rounds.len() > 1).count();
        for turnout in [0, 1, 2] {
            for person in history.people.iter_mut().filter(|person| person.unit[0] == flipped) {
                // Nobody, some, everybody.
                person.cast.fill_with(|| numbers.below(2) < turnout);
                person.answered.clone_from(&person.cast);
            }
            let flipped_seen = publish(&history, Rule::Library, K).figures;
            assert!(seen == flipped_seen, "{flipped}: {seen:?} {flipped_seen:?}");
        }
    }
    assert!(long_figures > 1_000, "{long_figures}");
}
