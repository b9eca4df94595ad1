//! Spans of rounds whose release can be followed with a pencil. The threshold is five.

use disclosure::State::{BelowK, Complement, Held, NoData, Published};
use disclosure::spans::{SpanError, SpanRound, SpanUnit, release_span};
use disclosure::{State, Threshold, TreeError};

/// A unit that reports over the span, with as many answers in each round, always by the same people.
fn team(id: i64, parent: i64, answers: &[u32]) -> SpanUnit {
    let rounds =
        answers.iter().map(|&answers| SpanRound { roster: answers, answers, people: answers, figure: None });
    let people = answers.iter().copied().max().unwrap_or(0);
    SpanUnit {
        id,
        parent: (parent != 0).then_some(parent),
        is_candidate: true,
        is_moved: false,
        roster: 20,
        answered: people,
        by_code: 0,
        rounds: rounds.collect(),
    }
}

/// The same with as many different people over the span.
fn team_of(people: u32, id: i64, parent: i64, answers: &[u32]) -> SpanUnit {
    SpanUnit { answered: people, ..team(id, parent, answers) }
}

/// A unit that has a figure in each round.
fn base(id: i64, parent: i64, answers: &[u32]) -> SpanUnit {
    let numbers: Vec<u32> = (0..answers.len() as u32).collect();
    with_figures(silent(id, parent, answers), &numbers)
}

/// A unit that reports over another span and has no figure yet.
fn silent(id: i64, parent: i64, answers: &[u32]) -> SpanUnit {
    SpanUnit { is_candidate: false, ..team(id, parent, answers) }
}

/// The same unit with a figure of this number in each round.
fn with_figures(mut unit: SpanUnit, numbers: &[u32]) -> SpanUnit {
    for (round, &number) in unit.rounds.iter_mut().zip(numbers) {
        round.figure = Some(number);
    }
    unit
}

fn without_figure_in(mut unit: SpanUnit, round: usize) -> SpanUnit {
    unit.rounds[round].figure = None;
    unit
}

fn states(units: &[SpanUnit]) -> Vec<State> {
    release_span(units, Threshold::DEFAULT).into_iter().flatten().map(|decision| decision.state).collect()
}

#[test]
fn three_of_a_team_at_a_time_become_enough_over_four_rounds() {
    let team = team_of(6, 2, 1, &[3, 3, 3, 3]);
    assert_eq!(states(&[base(1, 0, &[6; 4]), team]), [Held, Published]);
}

#[test]
fn four_different_people_are_not_enough_however_often_they_answer() {
    assert_eq!(states(&[base(1, 0, &[9; 4]), team(2, 1, &[4; 4])]), [Held, BelowK]);
    assert_eq!(states(&[base(1, 0, &[9; 4]), team(2, 1, &[5; 4])]), [Held, Published]);
}

#[test]
fn a_team_that_shrank_below_the_threshold_is_not_shown() {
    let team = |roster| SpanUnit { roster, ..team(2, 1, &[7, 4]) };
    assert_eq!(states(&[base(1, 0, &[9; 2]), team(4)])[1], BelowK);
    assert_eq!(states(&[base(1, 0, &[9; 2]), team(5)])[1], Published);
}

#[test]
fn nobody_answering_is_told_from_too_few() {
    assert_eq!(states(&[base(1, 0, &[9; 2]), team(2, 1, &[0; 2]), silent(3, 1, &[0; 2])])[1..], [NoData; 2]);
    assert_eq!(
        states(&[base(1, 0, &[9; 2]), silent(2, 1, &[4, 4]), silent(3, 1, &[5, 5])]),
        [Held, BelowK, Held]
    );
}

#[test]
fn head_counts_of_a_decision_are_those_of_the_whole_unit() {
    let units = [base(1, 0, &[9; 2]), team_of(6, 2, 1, &[3, 3]), team(3, 2, &[8, 7])];
    let decisions = release_span(&units, Threshold::DEFAULT).unwrap();
    let counts: Vec<_> = decisions.iter().map(|each| (each.id, each.roster, each.answered)).collect();
    assert_eq!(decisions.iter().map(|each| each.residual).collect::<Vec<_>>(), [9, 6, 8]);
    assert_eq!(counts, [(1, 60, 23), (2, 40, 14), (3, 20, 8)]);
}

#[test]
fn a_figure_missing_above_would_be_what_the_others_leave_of_a_team() {
    let holed = without_figure_in(base(1, 0, &[6; 3]), 1);
    assert_eq!(states(&[holed, team(2, 1, &[6; 3])])[1], Complement);
}

#[test]
fn a_figure_missing_above_is_no_matter_in_a_voided_round() {
    let voided = without_figure_in(base(1, 0, &[6, 0, 6]), 1);
    assert_eq!(states(&[voided.clone(), team(2, 1, &[6, 0, 6])])[1], Published);
    // Somebody two levels down did answer.
    let deep = [voided, team(2, 1, &[6, 0, 6]), base(3, 1, &[0; 3]), silent(4, 3, &[5; 3])];
    assert_eq!(states(&deep)[1], Complement);
}

#[test]
fn what_remains_of_the_unit_above_is_empty_or_enough() {
    let beside = |people| states(&[base(1, 0, &[people; 2]), team(2, 1, &[9; 2])])[1];
    assert_eq!([0, 1, 4, 5].map(beside), [Published, Complement, Complement, Published]);
}

#[test]
fn answers_of_people_counted_elsewhere_are_not_nothing() {
    let mut site = base(1, 0, &[0; 2]);
    site.rounds[0].answers = 1;
    assert_eq!(states(&[site, team(2, 1, &[9; 2])])[1], Complement);
}

#[test]
fn answers_of_a_large_team_without_a_figure_for_a_round_belong_to_what_remains() {
    let with_hole = |left: u32| {
        let neighbour = without_figure_in(base(3, 1, &[9, left, 9]), 1);
        states(&[base(1, 0, &[0; 3]), team(2, 1, &[9; 3]), neighbour])[1]
    };
    assert_eq!([0, 4, 5].map(with_hole), [Published, Complement, Published]);
}

#[test]
fn people_of_several_rounds_without_a_figure_are_counted_once() {
    let neighbour = without_figure_in(without_figure_in(base(3, 1, &[9, 3, 3]), 1), 2);
    assert_eq!(states(&[base(1, 0, &[0; 3]), team(2, 1, &[9; 3]), neighbour])[1], Complement);
}

#[test]
fn a_small_team_cannot_be_set_against_single_rounds_of_the_unit_above() {
    // Six people take turns. The site is the team, so two rounds of the site less the team leave one round.
    let turns = team_of(6, 2, 1, &[3, 3]);
    assert_eq!(states(&[base(1, 0, &[0; 2]), turns.clone()])[1], Complement);
    assert_eq!(states(&[base(1, 0, &[5, 4]), turns.clone()])[1], Published);
    assert_eq!(states(&[base(1, 0, &[5, 1]), turns])[1], Complement);
}

#[test]
fn five_people_in_both_rounds_tie_them_and_four_do_not() {
    assert_eq!(states(&[base(1, 0, &[0; 2]), team_of(9, 2, 1, &[5, 5])])[1], Published);
    assert_eq!(states(&[base(1, 0, &[0; 2]), team_of(9, 2, 1, &[5, 4])])[1], Complement);
}

#[test]
fn rounds_may_hang_together_by_way_of_another() {
    let early = team_of(5, 2, 1, &[5, 5, 0]);
    let late = team_of(5, 3, 1, &[0, 5, 5]);
    assert_eq!(states(&[base(1, 0, &[0; 3]), early.clone(), late])[1..], [Published; 2]);
    let last = team_of(5, 3, 1, &[0, 0, 5]);
    assert_eq!(states(&[base(1, 0, &[0; 3]), early, last])[1..], [Complement; 2]);
}

#[test]
fn a_voided_round_needs_no_tie() {
    assert_eq!(states(&[base(1, 0, &[0; 3]), team(2, 1, &[5, 0, 5])])[1], Published);
}

/// The same unit with so many people on its roster in each round.
fn of_roster(mut unit: SpanUnit, roster: u32) -> SpanUnit {
    unit.rounds.iter_mut().for_each(|round| round.roster = roster);
    SpanUnit { roster, ..unit }
}

#[test]
fn whether_anybody_answered_in_a_round_without_a_figure_above_is_not_asked() {
    let hole = |left: u32| {
        let site = without_figure_in(base(1, 0, &[6, left, 6]), 1);
        states(&[of_roster(site, 9), of_roster(team(2, 1, &[6, left, 6]), 9)])[1]
    };
    assert_eq!([0, 1, 4].map(hole), [Complement; 3]);
}

#[test]
fn whether_anybody_answered_in_what_remains_of_the_unit_above_is_not_asked() {
    let beside =
        |people| states(&[of_roster(base(1, 0, &[people; 2]), 6), of_roster(team(2, 1, &[9; 2]), 9)])[1];
    assert_eq!([0, 1, 4, 5].map(beside), [Complement, Complement, Complement, Published]);
}

#[test]
fn a_round_in_which_all_kept_silent_is_tied_no_better_than_one_with_few_answers() {
    let quiet = |people| states(&[base(1, 0, &[0; 3]), of_roster(team_of(9, 2, 1, &[5, people, 5]), 9)])[1];
    assert_eq!([0, 1, 4, 5].map(quiet), [Complement, Complement, Complement, Published]);
}

#[test]
fn answers_by_code_need_three_more_people_in_the_window_in_what_remains_and_in_ties() {
    let by_code = |unit: SpanUnit| SpanUnit { by_code: 1, ..unit };
    let alone = |people| states(&[by_code(team_of(people, 1, 0, &[people; 2]))])[0];
    assert_eq!((alone(7), alone(8)), (BelowK, Published));
    let rest = |people| states(&[by_code(base(1, 0, &[people; 2])), team(2, 1, &[9; 2])])[1];
    assert_eq!((rest(7), rest(8)), (Complement, Published));
    let tied = |people| states(&[base(1, 0, &[0; 2]), by_code(team_of(9, 2, 1, &[8, people]))])[1];
    assert_eq!((tied(7), tied(8)), (Complement, Published));
}

#[test]
fn who_is_given_up_over_a_span_follows_from_rosters() {
    let units = [base(1, 0, &[1; 2]), of_roster(team(2, 1, &[9; 2]), 10), of_roster(team(3, 1, &[6; 2]), 11)];
    assert_eq!(states(&units)[1..], [Complement, Published]);
}

#[test]
fn units_are_given_up_from_the_smallest_until_the_rounds_hang_together() {
    let units = [
        base(1, 0, &[0; 3]),
        team_of(5, 2, 1, &[4, 1, 2]),
        team_of(6, 3, 1, &[1, 4, 1]),
        team_of(6, 4, 1, &[2, 2, 3]),
    ];
    assert_eq!(states(&units)[1..], [Complement, Complement, Published]);
}

#[test]
fn where_the_unit_above_reports_every_two_rounds_people_may_take_turns_within_them() {
    let pairs = with_figures(silent(1, 0, &[0; 4]), &[0, 0, 2, 2]);
    let turns = team_of(5, 2, 1, &[5, 1, 1, 5]);
    assert_eq!(states(&[pairs.clone(), turns.clone()])[1], Published);
    assert_eq!(states(&[base(1, 0, &[0; 4]), turns.clone()])[1], Complement);
    // The organisation's own figures tell the two rounds apart again.
    let site = SpanUnit { parent: Some(9), ..pairs };
    assert_eq!(states(&[base(9, 0, &[5; 4]), site, turns])[2], Complement);
}

#[test]
fn a_unit_held_or_never_reporting_stands_in_nobodys_way() {
    let units = [base(1, 0, &[6; 2]), silent(2, 1, &[0; 2]), team(3, 2, &[7; 2])];
    assert_eq!(states(&units), [Held, Held, Published]);
    let with_few = [base(1, 0, &[0; 2]), silent(2, 1, &[2; 2]), team(3, 2, &[7; 2])];
    assert_eq!(states(&with_few)[2], Complement);
}

#[test]
fn units_with_no_figures_above_them_stand_for_themselves() {
    let units = [silent(1, 0, &[1; 2]), team_of(6, 2, 1, &[3, 3]), team_of(5, 3, 2, &[2, 3])];
    assert_eq!(states(&units), [Held, Published, Published]);
    let with_rest = [silent(1, 0, &[1; 2]), team_of(4, 2, 1, &[3, 3]), team_of(5, 3, 2, &[2, 3])];
    assert_eq!(states(&with_rest), [Held, Published, Complement]);
}

#[test]
fn a_team_within_a_team_keeps_to_the_same_rules() {
    let nested =
        |own| states(&[base(1, 0, &[6; 2]), team(2, 1, &[own; 2]), team(3, 2, &[6; 2])])[1..].to_vec();
    assert_eq!(nested(5), [Published, Published]);
    assert_eq!(nested(2), [Published, Complement]);
}

#[test]
fn a_hole_at_the_top_is_no_matter_to_a_team_whose_site_has_none() {
    let top = without_figure_in(base(1, 0, &[6; 3]), 1);
    let units = [top, base(2, 1, &[6; 3]), team(3, 2, &[6; 3]), team(4, 1, &[6; 3])];
    assert_eq!(states(&units)[2..], [Published, Complement]);
}

#[test]
fn a_unit_above_one_that_reports_more_often_is_not_shown() {
    assert_eq!(states(&[team(1, 0, &[6; 2]), silent(2, 1, &[0; 2]), base(3, 2, &[6; 2])])[0], Complement);
}

#[test]
fn a_unit_with_figures_of_its_own_is_not_shown_over_the_span_too() {
    let both = SpanUnit { is_candidate: true, ..base(1, 0, &[6; 2]) };
    assert_eq!(states(&[both])[0], Complement);
}

#[test]
fn a_moved_unit_is_not_shown() {
    let moved = SpanUnit { is_moved: true, ..team(2, 1, &[6; 2]) };
    assert_eq!(states(&[base(1, 0, &[6; 2]), moved])[1], Held);
}

#[test]
fn nothing_is_shown_on_a_unit_within_which_another_moved() {
    // Four is below two in the second round, and its answers with it. By the first tree they seem to lie on
    // the ground of the root, where they would hide those of the root itself.
    let root = SpanUnit { is_moved: true, ..base(1, 0, &[0; 2]) };
    let two = SpanUnit { is_moved: true, ..base(2, 1, &[6; 2]) };
    let four = SpanUnit { is_moved: true, ..without_figure_in(base(4, 1, &[6; 2]), 1) };
    let units = [root, two, four, team(3, 1, &[6; 2])];
    assert_eq!(states(&units), [Held, Held, Held, Complement]);
}

#[test]
fn the_order_of_the_list_changes_nothing() {
    let mut units = vec![
        base(1, 0, &[1; 3]),
        team_of(5, 2, 1, &[4, 1, 2]),
        team_of(6, 3, 1, &[1, 4, 1]),
        team_of(6, 4, 1, &[3, 3, 3]),
        base(5, 1, &[6; 3]),
        team(6, 5, &[7; 3]),
    ];
    let by_id = |units: &[SpanUnit]| {
        let mut decided = release_span(units, Threshold::DEFAULT).unwrap();
        decided.sort_by_key(|decision| decision.id);
        decided
    };
    let expected = by_id(&units);
    assert!(expected.iter().any(|decision| decision.state == Published));
    units.reverse();
    assert_eq!(by_id(&units), expected);
    units.rotate_left(2);
    assert_eq!(by_id(&units), expected);
}

#[test]
fn contradictions_are_refused_by_name() {
    let refused = |units: &[SpanUnit]| release_span(units, Threshold::DEFAULT).unwrap_err();
    let uneven = [team(1, 0, &[6; 2]), team(2, 1, &[6; 3])];
    assert_eq!(refused(&uneven), SpanError::UnevenRounds(2));
    assert_eq!(refused(&uneven).to_string(), "unit 2 has another number of rounds than the first unit");
    let mut crowded = team(1, 0, &[6; 2]);
    crowded.rounds[1].people = 7;
    assert_eq!(refused(&[crowded]), SpanError::MorePeopleThanAnswers(1));
    let many = team_of(13, 1, 0, &[6; 2]);
    assert_eq!(refused(&[many]).to_string(), "unit 1 has more people than answers");
    let orphan = team(1, 7, &[6; 2]);
    assert_eq!(
        refused(std::slice::from_ref(&orphan)),
        SpanError::Tree(TreeError::UnknownParent { unit: 1, parent: 7 })
    );
    assert_eq!(refused(&[orphan]).to_string(), "unit 1 has the parent 7, which is not in the list");
    assert_eq!(states(&[team_of(12, 1, 0, &[6; 2])]), [Published]);
    assert_eq!(release_span::<i64>(&[], Threshold::DEFAULT), Ok(vec![]));
}
