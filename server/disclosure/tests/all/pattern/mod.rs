//! Which figures are hidden depends on rosters, and not on who in a small group answered.

pub(crate) mod lone_manager;

use disclosure::{Direct, State, Threshold, Unit, release};
use lone_manager::{SIZES, told, within_a_window};
use proptest::prelude::*;

const K: Threshold = Threshold::DEFAULT;

fn states(units: &[Unit]) -> Vec<State> {
    release(units, K).into_iter().flatten().map(|decision| decision.state).collect()
}

/// The same organisation where so many of a unit's direct members answered.
fn with_answers(units: &[Unit], at: usize, answered: u32) -> Vec<Unit> {
    let mut changed = units.to_vec();
    changed[at].direct.answered = answered;
    changed
}

/// Organisations of which every unit without others below, and every group of `k` or more anywhere, has enough
/// answers. Above the teams sit any number of people who may or may not have answered.
fn well_answered() -> impl Strategy<Value = Vec<Unit>> {
    let unit = (any::<prop::sample::Index>(), 0..9_u32, 0..9_u32, 5..14_u32, 0..3_u32);
    prop::collection::vec(unit, 2..14).prop_flat_map(|drawn| {
        let ids = Just((1..=drawn.len() as i64).collect::<Vec<_>>()).prop_shuffle();
        (Just(drawn), ids).prop_map(|(drawn, ids)| {
            let above: Vec<usize> = (1..drawn.len()).map(|unit| drawn[unit].0.index(unit)).collect();
            let direct = |unit: usize| {
                let (_, roster, answered, team, silent) = drawn[unit];
                if !above.contains(&unit) {
                    return Direct { roster: team + silent, answered: team, ..Direct::default() };
                }
                let answered = if roster < 5 { answered.min(roster) } else { roster.min(answered.max(5)) };
                Direct { roster, answered, ..Direct::default() }
            };
            (0..drawn.len())
                .map(|unit| Unit {
                    id: ids[unit],
                    parent: unit.checked_sub(1).map(|place| ids[above[place]]),
                    direct: direct(unit),
                })
                .collect()
        })
    })
}

/// Organisations in which groups of any size have any number of answers.
fn any_answers() -> impl Strategy<Value = Vec<Unit>> {
    let unit = (any::<prop::sample::Index>(), 0..9_u32, 0..9_u32);
    prop::collection::vec(unit, 2..9).prop_map(|drawn| {
        (0..drawn.len())
            .map(|unit| Unit {
                id: unit as i64,
                parent: (unit > 0).then(|| drawn[unit].0.index(unit) as i64),
                direct: Direct {
                    roster: drawn[unit].1,
                    answered: drawn[unit].2.min(drawn[unit].1),
                    ..Direct::default()
                },
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn no_state_depends_on_who_of_a_block_below_the_threshold_answered(units in well_answered(), at in any::<prop::sample::Index>()) {
        let small: Vec<usize> =
            (0..units.len()).filter(|&unit| (1..K.get()).contains(&units[unit].direct.roster)).collect();
        prop_assume!(!small.is_empty());
        let flipped = small[at.index(small.len())];
        let seen: Vec<Vec<State>> =
            (0..=units[flipped].direct.roster).map(|answered| states(&with_answers(&units, flipped, answered))).collect();
        prop_assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "{:?}", seen);
    }

    /// Where few of larger groups answered, the threshold itself can turn on one person. Then others must be short
    /// of it by no more than the block holds.
    #[test]
    fn a_small_block_decides_only_where_others_are_short_of_the_threshold_by_no_more_than_it_holds(units in any_answers(), at in any::<prop::sample::Index>()) {
        let flipped = at.index(units.len());
        let roster = units[flipped].direct.roster;
        prop_assume!((1..K.get()).contains(&roster));
        let shown = |answered| -> Vec<bool> {
            states(&with_answers(&units, flipped, answered)).into_iter().map(|state| state == State::Published).collect()
        };
        if (1..=roster).any(|answered| shown(answered) != shown(0)) {
            let others: Vec<u32> =
                (0..units.len()).filter(|&unit| unit != flipped).map(|unit| units[unit].direct.answered).collect();
            let is_short = |choice: u32| {
                let sum: u32 = others.iter().enumerate().filter(|(place, _)| choice >> place & 1 == 1).map(|(_, count)| count).sum();
                (K.get() - roster..K.get()).contains(&sum)
            };
            prop_assert!((1..1_u32 << others.len()).any(is_short), "{:?}", units);
        }
    }
}

#[test]
fn the_pattern_told_in_nearly_every_round_whether_the_only_manager_had_answered() {
    for sizes in SIZES {
        assert!(told(sizes, 0.8, false) > 0.8);
    }
}

#[test]
fn over_the_windows_of_teams_of_eight_to_ten_the_pattern_hardly_ever_tells_of_the_manager() {
    for sizes in SIZES {
        for response in [0.5, 0.6, 0.7, 0.8, 0.9] {
            let share = told(sizes, within_a_window(response), true);
            assert!(share <= 0.15, "{sizes:?} at {response}: {share}");
        }
    }
}

#[test]
fn in_single_rounds_the_pattern_tells_only_where_a_team_is_one_answer_short() {
    let share = told([8, 8, 8], 0.7, true);
    assert!(share < 0.3, "{share}");
    assert!(told([8, 8, 8], 0.7, false) > 2.0 * share);
}
