//! Units × rounds against the attacker.

use disclosure::Threshold;
use disclosure::windows::Window;

use super::attacks;
use super::history::{History, Kind, quarter};
use super::service::{Outcome, Rule, publish};
use super::solver::exposed_people;
use crate::numbers::Numbers;

/// Few units and rounds, everything drawn, and much going wrong.
const TANGLED: Kind =
    Kind { most_units: 6, most_rounds: 6, trouble: 30, has_chosen_windows: false, is_chain: false };
/// The same over whole quarters.
const LONG: Kind = Kind { most_units: 10, most_rounds: 13, trouble: 20, ..TANGLED };
/// Nothing goes wrong, so that most is published.
const CALM: Kind = Kind { most_units: 7, most_rounds: 13, trouble: 0, ..TANGLED };
/// A chain of shops with windows as they would be chosen.
const CHAIN: Kind = Kind { trouble: 10, has_chosen_windows: true, is_chain: true, ..LONG };

#[derive(Default)]
struct Survey {
    broken: usize,
    eligible: usize,
    figures: usize,
    /// Figures over more than one round.
    long_figures: usize,
    /// Rounds of small teams in which somebody answered.
    team_rounds: usize,
    covered: usize,
    covered_without_windows: usize,
}

/// Teams of so few people, from the threshold on, are the ones windows are for. Unit: people.
const SMALL_TEAM: usize = 12;

fn count_small_teams(history: &mut History, outcome: &Outcome, threshold: Threshold, survey: &mut Survey) {
    let teams: Vec<usize> = (0..history.units())
        .filter(|&unit| !history.parents[0].contains(&Some(unit)))
        .filter(|&unit| (threshold.get() as usize..=SMALL_TEAM).contains(&history.roster(unit, 0)))
        .collect();
    history.windows.fill(Some(Window::One));
    let without = publish(history, Rule::Library, threshold);
    for team in teams {
        for round in 0..history.rounds {
            let is_there =
                |person: &super::history::Person| person.unit[round] == team && person.answered[round];
            if history.people.iter().any(is_there) {
                survey.team_rounds += 1;
                survey.covered += usize::from(outcome.covers(team, round));
                survey.covered_without_windows += usize::from(without.covers(team, round));
            }
        }
    }
}

fn survey(name: &str, count: usize, kind: Kind, rule: Rule) -> Survey {
    let mut numbers = Numbers(20_261_122 + count as u64);
    let mut result = Survey::default();
    for _ in 0..count {
        let threshold = Threshold::try_from(3 + numbers.below(3) as u32).unwrap_or_default();
        let mut history = quarter(&mut numbers, kind, threshold);
        let outcome = publish(&history, rule, threshold);
        result.eligible += outcome.eligible;
        result.figures += outcome.figures.len();
        result.long_figures += outcome.figures.iter().filter(|figure| figure.rounds.len() > 1).count();
        if let Some(people) = exposed_people(&history, &outcome.figures, threshold.get()) {
            result.broken += 1;
            if rule == Rule::Library {
                eprintln!("{people:?} exposed by {:?}", outcome.figures);
            }
        }
        count_small_teams(&mut history, &outcome, threshold, &mut result);
    }
    let per_cent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    eprintln!(
        "{name}: {} of {count} quarters broken ({:.1} %), {} of {} figures with enough answers shown ({:.1} %), {} \
         of them over several rounds; small teams have figures in {:.1} % of their rounds, without windows in \
         {:.1} %",
        result.broken,
        per_cent(result.broken, count),
        result.figures,
        result.eligible,
        per_cent(result.figures, result.eligible),
        result.long_figures,
        per_cent(result.covered, result.team_rounds),
        per_cent(result.covered_without_windows, result.team_rounds),
    );
    result
}

#[test]
fn nobody_is_recovered_from_tangled_quarters() {
    let result = survey("tangled quarters", attacks(70_000), TANGLED, Rule::Library);
    assert_eq!(result.broken, 0);
    assert!(result.long_figures > result.figures / 20, "{}", result.long_figures);
}

#[test]
fn nobody_is_recovered_from_calm_quarters() {
    assert_eq!(survey("calm quarters", attacks(14_000), CALM, Rule::Library).broken, 0);
}

#[test]
fn nobody_is_recovered_from_long_quarters() {
    assert_eq!(survey("long quarters", attacks(12_000), LONG, Rule::Library).broken, 0);
}

#[test]
fn nobody_is_recovered_from_chains_and_their_small_teams_see_more_with_windows() {
    let result = survey("chains", attacks(4_000), CHAIN, Rule::Library);
    assert_eq!(result.broken, 0);
    assert!(result.covered > result.covered_without_windows);
}

#[test]
fn the_same_attacker_breaks_windows_decided_without_a_look_at_shorter_ones() {
    for (name, kind) in [("tangled", TANGLED), ("calm", CALM), ("long", LONG), ("chain", CHAIN)] {
        let result = survey(&format!("{name} quarters, spans alone"), attacks(300), kind, Rule::SpanAlone);
        assert!(result.broken > 0, "{name}");
    }
}

#[test]
#[ignore = "minutes: for a change of the rules"]
fn nobody_is_recovered_from_a_million_quarters() {
    assert_eq!(survey("tangled quarters", 600_000, TANGLED, Rule::Library).broken, 0);
    assert_eq!(survey("calm quarters", 200_000, CALM, Rule::Library).broken, 0);
    assert_eq!(survey("long quarters", 160_000, LONG, Rule::Library).broken, 0);
    assert_eq!(survey("chains", 40_000, CHAIN, Rule::Library).broken, 0);
}
