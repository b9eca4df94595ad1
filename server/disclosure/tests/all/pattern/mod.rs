//! Which figures are hidden depends on rosters, and not on who in a small group answered, is new or has a code.

pub(crate) mod lone_manager;
mod quarters;

use disclosure::{Direct, State, Threshold, Unit, release};
use lone_manager::{Rule, SETTINGS, SIZES, Setting, told};
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

/// Organisations in which every team and every group of `k` or more has enough answers that carry a figure, three more
/// where anybody answers by code, with any number of people above the teams who may or may not have answered; and
/// one of those groups, below `k`.
fn well_answered() -> impl Strategy<Value = (Vec<Unit>, usize)> {
    let few = || prop_oneof![4 => Just(0_u32), 1 => 1..4_u32];
    let unit = (any::<prop::sample::Index>(), (0..9_u32, 0..9_u32), (5..14_u32, 0..3_u32), few(), few());
    let small = (any::<prop::sample::Index>(), 1..K.get());
    (prop::collection::vec(unit, 2..14), small, any::<bool>()).prop_flat_map(|(drawn, (at, small), codes)| {
        let ids = Just((1..=drawn.len() as i64).collect::<Vec<_>>()).prop_shuffle();
        (Just(drawn), ids, Just(at), Just(small), Just(codes)).prop_map(|(drawn, ids, at, small, codes)| {
            let enough = if codes { K.with_codes() } else { K }.get();
            let above: Vec<usize> = (1..drawn.len()).map(|unit| drawn[unit].0.index(unit)).collect();
            let flipped = *at.get(&above);
            let direct = |unit: usize| {
                let (_, (roster, answered), (team, silent), fresh, by_code) = drawn[unit];
                let roster = if unit == flipped { small } else { roster };
                let by_code = if codes { by_code } else { 0 };
                if above.contains(&unit) && roster < K.get() {
                    let (fresh, by_code) = (fresh.min(roster), by_code.min(roster));
                    return Direct { roster, answered: answered.min(roster), fresh, by_code };
                }
                let carrying = if above.contains(&unit) { answered.max(enough) } else { team.max(enough) };
                let answered = carrying + fresh;
                Direct { roster: answered + silent, answered, fresh, by_code }
            };
            let unit = |unit: usize| Unit {
                id: ids[unit],
                parent: unit.checked_sub(1).map(|place| ids[above[place]]),
                direct: direct(unit),
            };
            ((0..drawn.len()).map(unit).collect(), flipped)
        })
    })
}

/// Organisations in which groups of any size have any number of answers, and one group below `k`.
fn any_answers() -> impl Strategy<Value = (Vec<Unit>, usize)> {
    let few = || prop_oneof![4 => Just(0_u32), 1 => 1..4_u32];
    let unit = (any::<prop::sample::Index>(), 0..9_u32, 0..9_u32, few(), few());
    let small = (any::<prop::sample::Index>(), 1..K.get());
    (prop::collection::vec(unit, 2..9), small).prop_map(|(drawn, (at, small))| {
        let flipped = at.index(drawn.len());
        let unit = |unit: usize| {
            let (above, roster, answered, fresh, by_code) = drawn[unit];
            let roster = if unit == flipped { small } else { roster };
            let (fresh, by_code) = (fresh.min(roster), by_code.min(roster));
            let direct = Direct { roster, answered: answered.min(roster), fresh, by_code };
            Unit { id: unit as i64, parent: (unit > 0).then(|| above.index(unit) as i64), direct }
        };
        ((0..drawn.len()).map(unit).collect(), flipped)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn no_state_depends_on_who_of_a_block_below_the_threshold_answered((units, flipped) in well_answered()) {
        let roster = units[flipped].direct.roster;
        let seen: Vec<Vec<State>> =
            (0..=roster).map(|answered| states(&with_answers(&units, flipped, answered))).collect();
        prop_assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "{:?}", seen);
    }

    /// Where few of larger groups answered, the threshold itself can turn on one person. Then others must be
    /// short of it by no more than the block holds.
    #[test]
    fn a_small_block_decides_only_where_others_are_short_of_the_threshold_by_no_more_than_it_holds(
        (units, flipped) in any_answers()
    ) {
        let roster = units[flipped].direct.roster;
        let shown = |answered| -> Vec<bool> {
            let states = states(&with_answers(&units, flipped, answered));
            states.into_iter().map(|state| state == State::Published).collect()
        };
        if (1..=roster).any(|answered| shown(answered) != shown(0)) {
            let others: Vec<u32> = (0..units.len())
                .filter(|&unit| unit != flipped)
                .map(|unit| units[unit].direct.carrying())
                .collect();
            let sum = |choice: u32| -> u32 {
                (0..others.len()).filter(|place| choice >> place & 1 == 1).map(|place| others[place]).sum()
            };
            let codes = units.iter().any(|unit| unit.direct.by_code > 0);
            let needs = if codes { vec![K, K.with_codes()] } else { vec![K] };
            let is_short_of = |need: u32, choice| (need - roster..need).contains(&sum(choice));
            let is_short = |choice: u32| needs.iter().any(|need| is_short_of(need.get(), choice));
            prop_assert!((1..1_u32 << others.len()).any(is_short), "{:?}", units);
        }
    }
}

#[test]
fn the_pattern_told_in_nearly_every_round_whether_the_only_manager_had_answered() {
    for sizes in SIZES {
        assert!(told(sizes, 0.8, Setting::default(), Rule::ByAnswers) > 0.8);
    }
}

#[test]
fn over_the_windows_of_teams_of_eight_to_ten_the_pattern_hardly_ever_tells_of_the_manager() {
    for (name, setting) in SETTINGS {
        let setting = Setting { is_over_a_window: true, ..setting };
        for sizes in SIZES {
            for response in [0.5, 0.6, 0.7, 0.8, 0.9] {
                let share = told(sizes, response, setting, Rule::Library);
                assert!(share <= 0.15, "{name}, {sizes:?} at {response}: {share}");
            }
        }
    }
}

#[test]
fn in_single_rounds_the_pattern_tells_only_where_a_team_is_one_answer_short() {
    let share = told([8, 8, 8], 0.7, Setting::default(), Rule::Library);
    assert!(share < 0.3, "{share}");
    assert!(told([8, 8, 8], 0.7, Setting::default(), Rule::ByAnswers) > 2.0 * share);
}
