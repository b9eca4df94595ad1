//! P-values by resampling against values computed with numpy from the same random stream.

use crate::common::{all_near, main_table, near, panel};
use stats::link::{Options, analyse};
use stats::poisson::Score;
use stats::resampling::{agreement, circular_shift, sign_flip};

#[test]
fn scores_and_sign_flips_agree() {
    let data = main_table(true);
    let workload = Score::new(&data, 0).expect("scores").of_units().expect("scores");
    let wanted = [
        16.5781486563,
        25.5290912466,
        0.194881910397,
        13.6035292423,
        34.8611888421,
        25.3372939669,
        17.0006078471,
        31.091333427,
        28.5889772436,
        14.6747827334,
        17.210515077,
        19.6072012672,
    ];
    all_near(&workload, &wanted, 1e-9);
    near(agreement(&workload), 7.52750153261, 1e-10);
    assert_eq!(sign_flip(&workload, 0), Some(0.00048828125));
    let satisfaction = Score::new(&data, 1).expect("scores").of_units().expect("scores");
    near(agreement(&satisfaction), -2.15248698214, 1e-10);
    assert_eq!(sign_flip(&satisfaction, 0), Some(0.048828125));
}

#[test]
fn circular_shifts_agree_draw_by_draw() {
    let data = main_table(true);
    for (column, wanted) in [(0, 0.005), (1, 0.075)] {
        let score = Score::new(&data, column).expect("scores");
        assert_eq!(circular_shift(&score, 199, 7), Some(wanted));
    }
}

#[test]
fn scores_kept_from_draw_to_draw_are_those_of_each_draw() {
    for data in [main_table(true), main_table(false)] {
        let score = Score::new(&data, 1).expect("scores");
        let mut rotations = score.rotations();
        let draw = |draw: usize| (0..data.groups()).map(|unit| (draw * 37 + unit * 11) % 120).collect();
        let draws: Vec<Vec<usize>> = (0..40).map(draw).collect();
        for together in draws.chunks(7) {
            let kept = rotations.scores(together).expect("scores");
            assert_eq!(kept.len(), together.len());
            for (kept, shifts) in kept.iter().zip(together) {
                for (kept, alone) in kept.iter().zip(score.shifted(shifts).expect("scores")) {
                    assert!((kept - alone).abs() < 1e-9, "{kept} is not {alone}");
                }
            }
        }
    }
}

#[test]
fn the_reported_p_value_is_the_more_careful_one() {
    let report = analyse(&panel(), &Options::default()).expect("a report");
    let p = report.terms.iter().map(|term| term.p.reported.expect("a p-value")).collect::<Vec<_>>();
    all_near(&p, &[0.00048828125, 0.0520130745949], 1e-8);
    near(report.adjusted_p("workload").expect("a p-value"), 2.0 * 0.00048828125, 1e-12);
    near(report.adjusted_p("satisfaction").expect("a p-value"), 0.0520130745949, 1e-8);
}
