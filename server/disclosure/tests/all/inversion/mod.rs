//! Nothing printed can be turned back into answers: every set of answers that fits what is printed, for every
//! roster up to thirty. `cargo run -p disclosure --release --example inversion` prints the shares.

pub(crate) mod enumeration;

use disclosure::Threshold;
use enumeration::{Enumeration, Kind, MODELS, READERS};

/// The most that may follow: shares of rounds in which all answers, the number of answers, or somebody else's answer at an
/// end of the scale are certain.
const MOST: (f64, f64, f64) = (0.0, 0.05, 0.01);

/// Holds what all readers can conclude against the limits, for all ways in which answers may be spread.
fn assert_nothing_follows(roster: u32, kind: Kind) {
    assert_hardly_anything_follows(roster, kind, Threshold::DEFAULT, MOST);
}

fn assert_hardly_anything_follows(roster: u32, kind: Kind, threshold: Threshold, most: (f64, f64, f64)) {
    let all = Enumeration::new(roster, kind, threshold);
    for reader in READERS {
        for ((name, _), certain) in MODELS.into_iter().zip(all.certain(reader)) {
            let least = threshold.get();
            let case = format!("{kind:?} of {roster}, {least} needed, {name}, {reader:?}: {certain:?}");
            assert!(certain.answers <= most.0, "{case}");
            assert!(certain.turnout <= most.1, "{case}");
            assert!(certain.extreme <= most.2, "{case}");
        }
    }
}

#[test]
fn nothing_follows_from_the_figures_of_six_to_eighteen_people() {
    for roster in 6..=18 {
        assert_nothing_follows(roster, Kind::Score);
        assert_nothing_follows(roster, Kind::Strain);
    }
}

#[test]
fn an_organisation_that_asks_for_three_or_four_answers_accepts_a_little_more() {
    for (least, most) in [(3, (0.0005, 0.05, 0.031)), (4, (0.00005, 0.05, 0.011))] {
        let threshold = Threshold::try_from(least).unwrap();
        for roster in least..=18 {
            assert_hardly_anything_follows(roster, Kind::Score, threshold, most);
            assert_hardly_anything_follows(roster, Kind::Strain, threshold, most);
        }
    }
}

#[test]
fn nothing_follows_from_the_figures_of_nineteen_to_thirty_people() {
    for roster in 19..=30 {
        assert_nothing_follows(roster, Kind::Score);
        assert_nothing_follows(roster, Kind::Strain);
    }
}

#[test]
fn five_people_have_no_figure_in_a_round_in_which_all_of_them_would_have_to_answer() {
    for kind in [Kind::Score, Kind::Strain] {
        assert_eq!(Enumeration::new(5, kind, Threshold::DEFAULT).printed, 0);
    }
}

#[test]
fn figures_stay_near_the_exact_ones() {
    for (roster, most) in [(6, 5.0), (8, 3.5), (12, 3.0), (14, 2.0), (20, 1.0)] {
        let error = Enumeration::new(roster, Kind::Score, Threshold::DEFAULT).error()[2];
        assert!(error < most, "{roster}: {error}");
    }
}
