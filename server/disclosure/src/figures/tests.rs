use super::*;

const K: Threshold = Threshold::DEFAULT;

/// A unit of so many people in one round, with nothing left over from those below.
fn unit(roster: u64) -> Scope {
    Scope { roster, possible: roster, residual: 0 }
}

/// An organisation in which the answers have the spread of 1 2 3 4 5, which is 1.4 steps.
fn spread() -> Spread {
    Spread::of_score(&[100; 5], 600)
}

fn printed(counts: &Counts, scope: &Scope) -> i32 {
    score(counts, scope, spread(), K).unwrap().value
}

fn printed_strain(counts: &Counts, roster: u64) -> i32 {
    strain(counts, &unit(roster), Spread::of_strain(counts, 600), K).unwrap().value
}

fn interval(counts: &Counts, roster: u64) -> Option<(i32, i32)> {
    score(counts, &unit(roster), spread(), K).unwrap().interval.map(|range| (range.lower, range.upper))
}

#[test]
fn quantiles_of_student_t_agree_with_printed_tables() {
    let table =
        [(2.0, 4.302_653), (4.0, 2.776_445), (9.0, 2.262_157), (30.0, 2.042_272), (9_999.0, 1.960_201)];
    for (degrees, expected) in table {
        assert!((student_t_975(degrees) - expected).abs() < 1e-5, "{degrees}: {}", student_t_975(degrees));
    }
}

#[test]
fn the_fewer_are_on_the_roster_the_wider_are_the_steps() {
    // 2 2 3 3 4 4 4: a mean of 22/7, which is 53.57 points.
    let counts = [0, 2, 2, 3, 0];
    let shown = [11, 12, 13, 14, 29, 30, 200].map(|roster| printed(&counts, &unit(roster)));
    assert_eq!(shown, [55, 54, 54, 54, 54, 54, 54]);
    // 3 3 3 3 4: 55 points, half-way between 54 and 56, which goes to the outside.
    let counts = [0, 0, 4, 1, 0];
    assert_eq!([11, 13, 14, 30].map(|roster| printed(&counts, &unit(roster))), [55, 54, 56, 55]);
}

#[test]
fn steps_are_the_same_above_and_below_the_middle() {
    for roster in [8, 12, 20, 30, 60] {
        for counts in [[0, 1, 2, 3, 0], [0, 0, 1, 2, 3], [1, 0, 1, 1, 5], [0, 0, 0, 0, 6]] {
            let turned = [counts[4], counts[3], counts[2], counts[1], counts[0]];
            assert_eq!(100 - printed(&counts, &unit(roster)), printed(&turned, &unit(roster)), "{counts:?}");
        }
    }
    assert_eq!(printed(&[0, 0, 6, 0, 0], &unit(8)), 50);
}

#[test]
fn strain_moves_in_steps_twice_as_wide() {
    // 0 0 0 +1 +1 +2: four half steps of six are 33.3 points.
    let shown = [11, 12, 14, 30, 200].map(|roster| printed_strain(&[0, 0, 3, 2, 1], roster));
    assert_eq!(shown, [30, 32, 32, 34, 34]);
}

#[test]
fn strain_is_never_printed_as_none_and_neither_as_all() {
    let calm = [8, 12, 20, 30, 200].map(|roster| printed_strain(&[1, 3, 4, 0, 0], roster));
    assert_eq!(calm, [10, 8, 4, 6, 6]);
    let one_is_a_bit_overloaded = printed_strain(&[0, 2, 7, 1, 0], 40);
    assert_eq!(one_is_a_bit_overloaded, 6);
    let swamped = [8, 12, 20, 30, 200].map(|roster| printed_strain(&[0, 0, 0, 0, 8], roster));
    assert_eq!(swamped, [40, 40, 44, 48, 74]);
}

#[test]
fn all_at_the_top_are_printed_like_all_but_one_one_step_lower() {
    for (roster, shown) in [(8, 70), (12, 70), (20, 72), (30, 73)] {
        assert_eq!(printed(&[0, 0, 0, 0, 8], &unit(roster)), shown);
        assert_eq!(printed(&[0, 0, 0, 7, 1], &unit(roster)), shown);
    }
    assert_eq!(printed(&[0, 0, 0, 0, 40], &unit(40)), 87);
    assert_eq!(printed(&[40, 0, 0, 0, 0], &unit(40)), 13);
    assert_eq!(printed(&[0, 0, 0, 20, 20], &unit(40)), 87);
    assert_eq!(printed(&[0, 0, 0, 24, 16], &unit(40)), 85);
}

#[test]
fn one_step_short_of_the_outermost_is_the_last_that_is_told_apart() {
    // Means of 60 and 65 points: the outermost step of eight people takes in the second.
    assert_eq!([[0, 0, 3, 2, 0], [0, 0, 2, 3, 0]].map(|counts| printed(&counts, &unit(8))), [60, 70]);
}

#[test]
fn a_mean_keeps_from_the_ends_of_the_scale_where_steps_are_wider_too() {
    assert_eq!(printed(&[0, 0, 0, 0, 40], &Scope { residual: 5, ..unit(40) }), 80);
    assert_eq!(printed(&[40, 0, 0, 0, 0], &Scope { residual: 5, ..unit(40) }), 20);
}

#[test]
fn a_small_residual_block_makes_steps_wider() {
    let counts = [5, 9, 11, 13, 4];
    let steps = [0, 1, 3, 5, 11, 12].map(|residual| {
        let scope = Scope { residual, ..unit(40) };
        crate::grain::score_step(&scope, K)
    });
    assert_eq!(steps, [1.0, 2.0, 5.0, 10.0, 10.0, 1.0]);
    assert_eq!(printed(&counts, &Scope { residual: 5, ..unit(130) }), 52);
    assert_eq!(printed(&counts, &Scope { residual: 5, ..unit(60) }), 50);
    assert_eq!(printed(&counts, &unit(42)), 51);
    // The five are lost in a thousand.
    assert_eq!(printed(&counts, &Scope { residual: 5, ..unit(1_000) }), 51);
    // A unit with no figures below is nothing but what remains of it.
    assert_eq!(crate::grain::score_step(&Scope { residual: 8, ..unit(8) }, K), 5.0);
    // A coarse unit does not become finer by it.
    assert_eq!(crate::grain::score_step(&Scope { residual: 1, ..unit(11) }, K), 5.0);
    assert_eq!(crate::grain::score_step(&Scope { residual: 5, ..unit(11) }, K), 10.0);
}

#[test]
fn a_threshold_of_three_makes_steps_of_ten() {
    let three = Threshold::try_from(3).unwrap();
    let six = Threshold::try_from(6).unwrap();
    assert_eq!([three, K, six].map(|k| crate::grain::score_step(&unit(11), k)), [10.0, 5.0, 5.0]);
}

#[test]
fn of_eleven_people_no_interval_is_shown() {
    assert_eq!(interval(&[0, 1, 1, 4, 5], 11), None);
    assert!(interval(&[0, 1, 1, 4, 5], 12).is_some());
}

#[test]
fn in_a_small_unit_the_interval_is_the_organisations_and_knows_nothing_of_the_answers() {
    // Three in five of 20 are 12: 2.200985 × 1.4 / √12 × √(8/19) × 25 = 14.43 points.
    assert_eq!(interval(&[0, 0, 9, 0, 0], 20), Some((36, 64)));
    assert_eq!(interval(&[9, 0, 1, 0, 9], 20), Some((36, 64)));
    // Three in five of 12 are 7: 2.446912 × 1.4 / √7 × √(5/11) × 25 = 21.83 points.
    assert_eq!(interval(&[0, 0, 9, 0, 0], 12), Some((28, 72)));
    // The widths stay the same where fewer or more answered.
    let width = |counts: &Counts| interval(counts, 29).map(|(lower, upper)| upper - lower);
    assert_eq!(width(&[1, 1, 1, 1, 1]), width(&[5, 6, 6, 6, 5]));
}

#[test]
fn from_thirty_people_the_interval_follows_the_printed_response() {
    // 20, 21 and 22 of 30 are 70 %: 21 answers, 2.085963 × 1.4 / √21 × √(9/29) × 25 = 8.88 points.
    assert_eq!(interval(&[4, 4, 4, 4, 4], 30), Some((41, 59)));
    assert_eq!(interval(&[4, 4, 6, 4, 4], 30), Some((41, 59)));
    assert_eq!(interval(&[5, 5, 3, 5, 5], 30), Some((43, 57)));
}

#[test]
fn from_a_hundred_people_the_interval_is_that_of_their_own_answers() {
    let narrow = interval(&[0, 10, 40, 10, 0], 100).unwrap();
    let wide = interval(&[15, 10, 10, 10, 15], 100).unwrap();
    assert!(narrow.1 - narrow.0 < wide.1 - wide.0);
    // 60 answers with 0.6 steps: 2.000995 × 0.6 / √60 × √(40/99) × 25 = 2.46 points.
    assert_eq!(narrow, (48, 52));
    let same = |counts: &Counts| interval(counts, 99).map(|(lower, upper)| upper - lower);
    assert_eq!(same(&[0, 10, 40, 10, 0]), same(&[15, 10, 10, 10, 15]));
}

#[test]
fn no_spread_tells_that_all_agree_or_that_they_are_split_in_two() {
    assert_eq!(Spread::of_score(&[0, 0, 200, 0, 0], 300), Spread(0.5));
    assert_eq!(Spread::of_score(&[100, 0, 0, 0, 100], 300), Spread(1.5));
    assert_eq!(Spread::of_strain(&[0, 0, 200, 0, 0], 300), Spread(0.3));
    assert_eq!(Spread::of_strain(&[0, 0, 100, 0, 100], 300), Spread(0.9));
    assert_eq!(Spread::of_score(&[20; 5], 300), Spread(1.4));
}

#[test]
fn the_spread_of_few_answers_is_that_of_a_sample() {
    // Ten answers one step from their mean: √(10/9) = 1.05 steps.
    assert_eq!(Spread::of_score(&[0, 5, 0, 5, 0], 500), Spread(1.1));
}

#[test]
fn a_small_organisation_and_one_with_few_answers_have_the_usual_spread() {
    assert_eq!(Spread::of_score(&[10, 0, 0, 0, 10], 99), Spread(1.1));
    assert_eq!(Spread::of_score(&[4, 0, 0, 0, 5], 500), Spread(1.1));
    assert_eq!(Spread::of_score(&[5, 0, 0, 0, 5], 500), Spread(1.5));
    assert_eq!(Spread::of_strain(&[10, 0, 0, 0, 10], 99), Spread(0.6));
}

#[test]
fn fewer_answers_than_the_threshold_make_no_figure() {
    let four = [0, 1, 1, 1, 1];
    assert_eq!(score(&four, &unit(9), spread(), K), Err(FigureError::TooFewAnswers));
    assert_eq!(strain(&four, &unit(9), spread(), K), Err(FigureError::TooFewAnswers));
}

#[test]
fn more_answers_than_possible_are_a_contradiction() {
    assert_eq!(score(&[2; 5], &unit(9), spread(), K), Err(FigureError::MoreAnswersThanPossible));
    assert!(score(&[2; 5], &unit(10), spread(), K).is_ok());
}

#[test]
fn a_figure_that_everybody_is_needed_for_is_not_made() {
    assert_eq!(score(&[1; 5], &unit(5), spread(), K), Err(FigureError::EverybodyNeeded));
    assert!(score(&[1; 5], &unit(6), spread(), K).is_ok());
    let over_four_rounds = Scope { possible: 20, ..unit(5) };
    assert!(score(&[1; 5], &over_four_rounds, spread(), K).is_ok());
}

#[test]
fn an_interval_never_leaves_the_scale_and_always_holds_the_value() {
    for roster in [12, 20, 30, 120] {
        for high in 0..=8 {
            let figure = score(&[8 - high, 0, 1, 0, high], &unit(roster), spread(), K).unwrap();
            let range = figure.interval.unwrap();
            assert!(0 <= range.lower && range.lower <= figure.value, "{figure:?}");
            assert!(figure.value <= range.upper && range.upper <= 100, "{figure:?}");
        }
    }
}

#[test]
fn the_largest_counts_do_not_overflow() {
    let everybody = Scope { roster: u64::MAX, possible: u64::MAX, residual: 0 };
    assert_eq!(printed(&[u32::MAX; 5], &everybody), 50);
}

#[test]
fn reasons_read_as_sentences() {
    let reasons =
        [FigureError::TooFewAnswers, FigureError::MoreAnswersThanPossible, FigureError::EverybodyNeeded];
    assert_eq!(
        reasons.map(|reason| reason.to_string()),
        [
            "fewer answers than the threshold",
            "more answers than were possible",
            "a figure would tell that everybody answered"
        ]
    );
}
