//! Random organisations, and what an attacker sees of them.

use disclosure::{Direct, State, Threshold, Unit};
use proptest::prelude::*;

use super::elimination::View;
use crate::numbers::Numbers;

/// Most units in a random organisation. Small ones have all the difficult cases and are quick to attack.
const MOST_UNITS: usize = 14;

/// People of whom each answers with this probability.
fn direct(numbers: &mut Numbers, roster: usize, per_cent: usize) -> Direct {
    let answered = (0..roster).filter(|_| numbers.below(100) < per_cent).count();
    Direct { roster: roster as u32, answered: answered as u32, ..Direct::default() }
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
    let has_newcomers = numbers.below(4) == 0;
    (0..count)
        .map(|unit| {
            let is_team = !parents.contains(&unit);
            let answered = if is_team { numbers.below(13) } else { numbers.below(4) } as u32;
            let roster = answered + numbers.below(3) as u32;
            // In one organisation of four a few are new or have codes.
            let is_few = |numbers: &mut Numbers| has_newcomers && numbers.below(4) == 0;
            let fresh = if is_few(numbers) { numbers.below(roster as usize + 1) as u32 } else { 0 };
            let by_code = if is_few(numbers) { numbers.below(roster as usize + 1) as u32 } else { 0 };
            let direct = Direct { roster, answered, fresh, by_code };
            let id = |unit: usize| ((unit + offset) % count) as i64;
            Unit { id: id(unit), parent: (unit > 0).then(|| id(parents[unit - 1])), direct }
        })
        .collect()
}

/// Organisations of any shape: ids in any order, members anywhere, many groups of one or two people, several
/// roots.
pub(crate) fn any_shape() -> impl Strategy<Value = Vec<Unit>> {
    let people = prop_oneof![3 => Just(0_u32), 3 => 1..=2_u32, 4 => 3..=7_u32, 2 => 8..=20_u32];
    let few = || prop_oneof![6 => Just(0_u32), 1 => 1..=3_u32];
    let unit = (any::<prop::sample::Index>(), people, 0..3_u32, 0..40_u8, few(), few());
    prop::collection::vec(unit, 1..=MOST_UNITS).prop_flat_map(|drawn| {
        let ids = Just((1..=drawn.len() as i64).collect::<Vec<_>>()).prop_shuffle();
        (Just(drawn), ids).prop_map(|(drawn, ids)| {
            drawn
                .iter()
                .enumerate()
                .map(|(unit, (above, answered, silent, root, fresh, by_code))| Unit {
                    id: ids[unit],
                    parent: (unit > 0 && *root > 0).then(|| ids[above.index(unit)]),
                    direct: Direct {
                        roster: answered + silent,
                        answered: *answered,
                        fresh: (*fresh).min(answered + silent),
                        by_code: (*by_code).min(answered + silent),
                    },
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

/// The most units of an organisation that can be shown together with nobody on the roster of a block or `k` who
/// answered in it, found by looking at every choice: for each unit, the most that can be shown in and below it, by
/// how many people remain for the unit above (`k` stands for `k` or more, `k + 1` for nobody on the roster).
/// Answers by printed code count like others here, so it can be more than is possible where there are some.
pub(crate) fn most_that_can_be_shown(units: &[Unit], k: usize) -> usize {
    units
        .iter()
        .filter(|unit| unit.parent.is_none())
        .filter_map(|root| best(units, root, k).into_iter().flatten().max())
        .sum()
}

fn best(units: &[Unit], unit: &Unit, k: usize) -> Vec<Option<usize>> {
    let nobody = k + 1;
    let mut by_rest = vec![None; k + 2];
    let own = if unit.direct.roster == 0 { nobody } else { (unit.direct.carrying() as usize).min(k) };
    by_rest[own] = Some(0);
    for child in units.iter().filter(|other| other.parent == Some(unit.id)) {
        let below = best(units, child, k);
        let mut joined = vec![None; k + 2];
        for (own_rest, own) in by_rest.iter().enumerate() {
            for (child_rest, children) in below.iter().enumerate() {
                if let (Some(own), Some(children)) = (own, children) {
                    let rest = match (own_rest, child_rest) {
                        (rest, other) if rest == nobody => other,
                        (rest, other) if other == nobody => rest,
                        (rest, other) => (rest + other).min(k),
                    };
                    joined[rest] = joined[rest].max(Some(own + children));
                }
            }
        }
        by_rest = joined;
    }
    let carrying: usize = within(units, unit).iter().map(|unit| unit.direct.carrying() as usize).sum();
    if carrying >= k {
        let when_shown = by_rest[nobody].max(by_rest[k]).map(|others| others + 1);
        by_rest[nobody] = by_rest[nobody].max(when_shown);
    }
    by_rest
}

/// The rule that looks at nothing but the size of each unit.
pub(crate) fn by_threshold_alone(units: &[Unit], threshold: Threshold) -> Vec<State> {
    units
        .iter()
        .map(|unit| if is_eligible(units, unit, threshold) { State::Published } else { State::BelowK })
        .collect()
}

/// The same rules as the library's, told in the plainest way: sets of units instead of running sums, starting
/// over from the bottom after each unit given up.
pub(crate) fn by_plain_retelling(units: &[Unit], threshold: Threshold) -> Vec<State> {
    let depth = |unit: &Unit| units.iter().filter(|above| is_within(units, unit, above)).count();
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by_key(|&unit| (std::cmp::Reverse(depth(&units[unit])), units[unit].id));
    let mut states: Vec<State> = units
        .iter()
        .map(|unit| match answered_within(units, unit) {
            0 => State::NoData,
            _ if is_enough(&within(units, unit), threshold) => State::Published,
            _ => State::BelowK,
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
    let block = |states: &[State], upper: usize| -> Vec<&Unit> {
        let below = directly_below(states, upper);
        within(units, &units[upper])
            .into_iter()
            .filter(|unit| !below.iter().any(|&shown| is_within(units, unit, &units[shown])))
            .collect()
    };
    let is_broken = |states: &[State], unit: usize| {
        let block = block(states, unit);
        // Where nothing is left to give up, all of a unit remains, and that is enough for its own figure.
        states[unit] == State::Published
            && roster_of(&block) > 0
            && !carries_what_remains(&block, threshold)
            && !directly_below(states, unit).is_empty()
    };
    while let Some(&broken) = order.iter().find(|&&unit| is_broken(&states, unit)) {
        let below = directly_below(&states, broken);
        let filled: Vec<usize> =
            below.iter().copied().filter(|&unit| roster_of(&block(&states, unit)) > 0).collect();
        let candidates = if filled.is_empty() { below } else { filled };
        let size = |unit: usize| roster_of(&within(units, &units[unit]));
        let Some(given_up) = candidates.into_iter().min_by_key(|&unit| (size(unit), units[unit].id)) else {
            break;
        };
        states[given_up] = State::Complement;
    }
    states
}

/// A unit and everything below.
fn within<'a>(units: &'a [Unit], upper: &Unit) -> Vec<&'a Unit> {
    units.iter().filter(|unit| is_within(units, unit, upper)).collect()
}

fn roster_of(units: &[&Unit]) -> u32 {
    units.iter().map(|unit| unit.direct.roster).sum()
}

/// Whether as many answered who are not new, three more where anybody does by code.
fn is_enough(units: &[&Unit], threshold: Threshold) -> bool {
    let known: u32 = units.iter().map(|unit| unit.direct.answered.saturating_sub(unit.direct.fresh)).sum();
    let has_codes = units.iter().any(|unit| unit.direct.by_code > 0);
    known >= threshold.get() + if has_codes { 3 } else { 0 }
}

/// Whether as many answered in what remains of a unit, where anybody does by code those in groups below the
/// threshold left out.
fn carries_what_remains(block: &[&Unit], threshold: Threshold) -> bool {
    let has_codes = block.iter().any(|unit| unit.direct.by_code > 0);
    let known = |unit: &&Unit| unit.direct.answered.saturating_sub(unit.direct.fresh);
    if !has_codes {
        return is_enough(block, threshold);
    }
    let large = block.iter().filter(|unit| unit.direct.roster >= threshold.get());
    large.map(known).sum::<u32>() >= threshold.get() + 3
}

/// Whether a unit has enough answers by itself.
pub(crate) fn is_eligible(units: &[Unit], unit: &Unit, threshold: Threshold) -> bool {
    is_enough(&within(units, unit), threshold)
}
