//! Random organisations, and what an attacker sees of them.

use disclosure::{Direct, State, Threshold, Unit};
use proptest::prelude::*;

use super::elimination::View;

/// Most units in a random organisation. Small ones have all the difficult cases and are quick to attack.
const MOST_UNITS: usize = 14;

/// A sequence of pseudo-random numbers that is the same everywhere (Steele, Lea & Flood, SplitMix64, OOPSLA
/// 2014).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from zero to one less than `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

/// People of whom each answers with this probability.
fn direct(numbers: &mut Numbers, roster: usize, per_cent: usize) -> Direct {
    let answered = (0..roster).filter(|_| numbers.below(100) < per_cent).count();
    Direct { roster: roster as u32, answered: answered as u32 }
}

/// A small chain of shops: two to four sites of one to four teams.
pub(crate) fn small_chain(numbers: &mut Numbers) -> Vec<Unit> {
    let sites = 2 + numbers.below(3);
    chain(numbers, sites, (1, 4))
}

/// A chain of shops: three to six sites of three to eight teams.
pub(crate) fn large_chain(numbers: &mut Numbers) -> Vec<Unit> {
    let sites = 3 + numbers.below(4);
    chain(numbers, sites, (3, 8))
}

/// Four to thirty people in a team, each manager a member of the unit above, and half to nine tenths of all
/// answering.
fn chain(numbers: &mut Numbers, sites: usize, (fewest_teams, most_teams): (usize, usize)) -> Vec<Unit> {
    let per_cent = 50 + numbers.below(41);
    let mut units = vec![Unit { id: 0, parent: None, direct: direct(numbers, sites, per_cent) }];
    for site in 1..=sites as i64 {
        let teams = fewest_teams + numbers.below(most_teams - fewest_teams + 1);
        units.push(Unit { id: site, parent: Some(0), direct: direct(numbers, teams, per_cent) });
        for team in 0..teams as i64 {
            let people = 4 + numbers.below(27);
            units.push(Unit {
                id: 10 * site + team,
                parent: Some(site),
                direct: direct(numbers, people, per_cent),
            });
        }
    }
    units
}

/// One organisation made to be difficult: units hang anywhere, levels have few members of their own, and
/// teams have from none to twelve answers.
pub(crate) fn tangled(numbers: &mut Numbers) -> Vec<Unit> {
    let count = 2 + numbers.below(MOST_UNITS - 1);
    let parents: Vec<usize> = (1..count).map(|unit| numbers.below(unit)).collect();
    let offset = numbers.below(count);
    (0..count)
        .map(|unit| {
            let is_team = !parents.contains(&unit);
            let answered = if is_team { numbers.below(13) } else { numbers.below(4) } as u32;
            let direct = Direct { roster: answered + numbers.below(3) as u32, answered };
            let id = |unit: usize| ((unit + offset) % count) as i64;
            Unit { id: id(unit), parent: (unit > 0).then(|| id(parents[unit - 1])), direct }
        })
        .collect()
}

/// Organisations of any shape: ids in any order, members anywhere, many groups of one or two people, several
/// roots.
pub(crate) fn any_shape() -> impl Strategy<Value = Vec<Unit>> {
    let people = prop_oneof![3 => Just(0_u32), 3 => 1..=2_u32, 4 => 3..=7_u32, 2 => 8..=20_u32];
    let unit = (any::<prop::sample::Index>(), people, 0..3_u32, 0..40_u8);
    prop::collection::vec(unit, 1..=MOST_UNITS).prop_flat_map(|drawn| {
        let ids = Just((1..=drawn.len() as i64).collect::<Vec<_>>()).prop_shuffle();
        (Just(drawn), ids).prop_map(|(drawn, ids)| {
            drawn
                .iter()
                .enumerate()
                .map(|(unit, (above, answered, silent, root))| Unit {
                    id: ids[unit],
                    parent: (unit > 0 && *root > 0).then(|| ids[above.index(unit)]),
                    direct: Direct { roster: answered + silent, answered: *answered },
                })
                .collect()
        })
    })
}

/// Whether `lower` is `upper` or somewhere below it.
fn is_within(units: &[Unit], lower: &Unit, upper: &Unit) -> bool {
    let mut at = Some(lower);
    while let Some(unit) = at {
        if unit.id == upper.id {
            return true;
        }
        at = units.iter().find(|other| Some(other.id) == unit.parent);
    }
    false
}

/// How many people answered in a unit and below.
pub(crate) fn answered_within(units: &[Unit], upper: &Unit) -> u64 {
    units
        .iter()
        .filter(|unit| is_within(units, unit, upper))
        .map(|unit| u64::from(unit.direct.answered))
        .sum()
}

/// What is seen when the units with state `published` are shown. The direct members of each unit are one
/// group.
pub(crate) fn view(units: &[Unit], states: &[State]) -> View {
    let groups: Vec<&Unit> = units.iter().filter(|unit| unit.direct.answered > 0).collect();
    let figures = units
        .iter()
        .zip(states)
        .filter(|(_, state)| **state == State::Published)
        .map(|(shown, _)| groups.iter().map(|group| is_within(units, group, shown)).collect())
        .collect();
    View { answered: groups.iter().map(|group| group.direct.answered.into()).collect(), figures }
}

/// The most units of an organisation that can be shown together without a block between nothing and `k`,
/// found by looking at every choice: for each unit, the most that can be shown in and below it, by how many
/// people remain for the unit above (`k` stands for `k` or more).
pub(crate) fn most_that_can_be_shown(units: &[Unit], k: usize) -> usize {
    units
        .iter()
        .filter(|unit| unit.parent.is_none())
        .filter_map(|root| best(units, root, k).into_iter().flatten().max())
        .sum()
}

fn best(units: &[Unit], unit: &Unit, k: usize) -> Vec<Option<usize>> {
    let mut by_rest = vec![None; k + 1];
    by_rest[(unit.direct.answered as usize).min(k)] = Some(0);
    for child in units.iter().filter(|other| other.parent == Some(unit.id)) {
        let below = best(units, child, k);
        let mut joined = vec![None; k + 1];
        for (own_rest, own) in by_rest.iter().enumerate() {
            for (child_rest, children) in below.iter().enumerate() {
                if let (Some(own), Some(children)) = (own, children) {
                    let rest = (own_rest + child_rest).min(k);
                    joined[rest] = joined[rest].max(Some(own + children));
                }
            }
        }
        by_rest = joined;
    }
    if answered_within(units, unit) >= k as u64 {
        let when_shown = by_rest[0].max(by_rest[k]).map(|others| others + 1);
        by_rest[0] = by_rest[0].max(when_shown);
    }
    by_rest
}

/// The rule that looks at nothing but the size of each unit.
pub(crate) fn by_threshold_alone(units: &[Unit], threshold: Threshold) -> Vec<State> {
    units
        .iter()
        .map(|unit| {
            if answered_within(units, unit) >= threshold.get().into() {
                State::Published
            } else {
                State::BelowK
            }
        })
        .collect()
}

/// The same rules as the library's, told in the plainest way: sets of members instead of running sums,
/// starting over from the bottom after each unit given up.
pub(crate) fn by_plain_retelling(units: &[Unit], threshold: Threshold) -> Vec<State> {
    let k = u64::from(threshold.get());
    let depth = |unit: &Unit| units.iter().filter(|above| is_within(units, unit, above)).count();
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by_key(|&unit| (std::cmp::Reverse(depth(&units[unit])), units[unit].id));
    let mut states: Vec<State> = units
        .iter()
        .map(|unit| match answered_within(units, unit) {
            0 => State::NoData,
            few if few < k => State::BelowK,
            _ => State::Published,
        })
        .collect();

    let directly_below = |states: &[State], upper: usize| -> Vec<usize> {
        let shown_below: Vec<usize> = (0..units.len())
            .filter(|&unit| unit != upper && states[unit] == State::Published)
            .filter(|&unit| is_within(units, &units[unit], &units[upper]))
            .collect();
        let is_covered = |unit: usize| {
            shown_below.iter().any(|&other| other != unit && is_within(units, &units[unit], &units[other]))
        };
        shown_below.iter().copied().filter(|&unit| !is_covered(unit)).collect()
    };
    let block = |states: &[State], upper: usize| -> u64 {
        let below = directly_below(states, upper);
        units
            .iter()
            .filter(|unit| is_within(units, unit, &units[upper]))
            .filter(|unit| !below.iter().any(|&shown| is_within(units, unit, &units[shown])))
            .map(|unit| u64::from(unit.direct.answered))
            .sum()
    };
    while let Some(&broken) =
        order.iter().find(|&&unit| states[unit] == State::Published && (1..k).contains(&block(&states, unit)))
    {
        let below = directly_below(&states, broken);
        let filled: Vec<usize> = below.iter().copied().filter(|&unit| block(&states, unit) > 0).collect();
        let candidates = if filled.is_empty() { below } else { filled };
        let given_up =
            candidates.into_iter().min_by_key(|&unit| (answered_within(units, &units[unit]), units[unit].id));
        let Some(given_up) = given_up else { break };
        states[given_up] = State::Complement;
    }
    states
}
