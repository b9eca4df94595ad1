//! Five people who are in no shown unit are not read as the difference between a unit's figure and those below, not
//! even by somebody who knows exactly how many answered everywhere.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use disclosure::Threshold;
use disclosure::figures::{Counts, Scope, Spread, score};

use crate::numbers::Numbers;

/// Per cent of each answer from one to five.
const USUAL: [usize; 5] = [5, 12, 28, 37, 18];

/// The sum of the steps that so many people answer.
fn steps(numbers: &mut Numbers, answers: u32) -> u32 {
    let one = |numbers: &mut Numbers| {
        let mut drawn = numbers.below(100);
        (0..4_usize).find(|&step| {
            let is_it = drawn < USUAL[step];
            drawn = drawn.saturating_sub(USUAL[step]);
            is_it
        })
    };
    (0..answers).map(|_| one(numbers).unwrap_or(4) as u32).sum()
}

/// What is printed of so many answers with this sum.
fn printed(answers: u32, sum: u32, scope: &Scope) -> i32 {
    let (step, rest) = ((sum / answers) as usize, sum % answers);
    let mut counts = Counts::default();
    counts[step] = answers - rest;
    if rest > 0 {
        counts[step + 1] = rest;
    }
    score(&counts, scope, Spread::of_score(&counts, 0), Threshold::DEFAULT).unwrap().value
}

/// The sums that are printed like this one.
fn fitting(answers: u32, sum: u32, scope: &Scope) -> RangeInclusive<u32> {
    let shown = printed(answers, sum, scope);
    let fits = |sum: &u32| printed(answers, *sum, scope) == shown;
    let least = (0..=sum).rev().take_while(fits).last().unwrap_or(sum);
    let most = (sum..=4 * answers).take_while(fits).last().unwrap_or(sum);
    least..=most
}

/// In which share of the cases it is certain that one of the five gave an extreme answer. `is_guarded` says
/// whether the unit's figure is printed by what remains of it.
fn certain(teams: &[u32], is_guarded: bool) -> f64 {
    const CASES: u32 = 2_000;
    let block = 5;
    let roster = teams.iter().sum::<u32>() + block;
    let residual = if is_guarded { block.into() } else { 0 };
    let whole = Scope { roster: roster.into(), possible: roster.into(), residual };
    let mut numbers = Numbers(11);
    let mut known: HashMap<(u32, u32), RangeInclusive<u32>> = HashMap::new();
    let mut certain = 0;
    for _ in 0..CASES {
        let (mut answers, mut sum) = (block, steps(&mut numbers, block));
        // Sums of all teams together that fit.
        let (mut least, mut most) = (0, 0);
        for &team in teams {
            let team_answers = team * 7 / 10;
            let team_sum = steps(&mut numbers, team_answers);
            let scope = Scope { roster: team.into(), possible: team.into(), residual: team.into() };
            let fitting =
                known.entry((team, team_sum)).or_insert_with(|| fitting(team_answers, team_sum, &scope));
            (least, most) = (least + fitting.start(), most + fitting.end());
            (answers, sum) = (answers + team_answers, sum + team_sum);
        }
        let all = fitting(answers, sum, &whole);
        let lowest = i64::from(*all.start()) - i64::from(most);
        let highest = i64::from(*all.end()) - i64::from(least);
        let block = i64::from(block);
        certain += u32::from(lowest > 3 * block || highest < block);
    }
    f64::from(certain) / f64::from(CASES)
}

#[test]
fn five_people_left_over_are_not_read_as_a_difference_of_scores() {
    for teams in [vec![35], vec![60], vec![20, 20], vec![31, 32, 33], vec![120], vec![14, 15, 200]] {
        let share = certain(&teams, true);
        // This reader knows how many answered everywhere, which is more than is ever told.
        assert!(share <= 0.02, "{teams:?}: {share}");
    }
}

#[test]
fn without_wider_steps_five_people_left_over_would_be_read_as_a_difference() {
    let share = certain(&[35], false);
    assert!(share > 0.03, "{share}");
}
