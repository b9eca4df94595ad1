//! Between and within, against values computed with numpy; and Berkeley's admissions of 1973 (Bickel,
//! Hammel and O'Connell 1975), where departments are the units and there is no time.

use crate::common::{near, panel};
use stats::link::comparison::{Comparison, Slope, compare};
use stats::link::{Options, PeriodEffects, SimpsonFlag, analyse};
use stats::panel::{Panel, Row};

#[track_caller]
fn agrees(slope: Slope, estimate: f64, standard_error: f64) {
    near(slope.estimate, estimate, 1e-9);
    near(slope.standard_error, standard_error, 1e-9);
}

#[test]
fn the_synthetic_trap_is_a_reversal() {
    let found = compare(&panel(), &Options::default(), 0).expect("a comparison");
    agrees(found.pooled, -0.273480601736, 0.0798369007553);
    near(found.pooled.interval[0], -0.449200435526, 1e-9);
    near(found.pooled.interval[1], -0.0977607679457, 1e-9);
    agrees(found.within_beside_means, 0.237941921239, 0.0275114321351);
    agrees(found.between, -0.532701680333, 0.0910218665704);
    agrees(found.difference, 0.770643601572, 0.10055334046);
    near(found.p_difference, 9.79911377863e-06, 1e-7);
    agrees(found.within, 0.236342311457, 0.0258343045413);
    assert_eq!(found.flag, SimpsonFlag::Reversal);
    let simpson = analyse(&panel(), &Options::default()).expect("a report").simpson.expect("a comparison");
    assert_eq!((simpson.pooled, simpson.flag), (found.pooled.estimate, SimpsonFlag::Reversal));
}

/// Department by department: women admitted, women applied, men admitted, men applied.
const ADMISSIONS: [[f64; 4]; 6] = [
    [89.0, 108.0, 512.0, 825.0],
    [17.0, 25.0, 353.0, 560.0],
    [202.0, 593.0, 120.0, 325.0],
    [131.0, 375.0, 138.0, 417.0],
    [94.0, 393.0, 53.0, 191.0],
    [24.0, 341.0, 22.0, 373.0],
];

fn admissions() -> (Panel, Options) {
    let mut rows = Vec::new();
    for (unit, [women, women_applied, men, men_applied]) in ADMISSIONS.into_iter().enumerate() {
        for (period, count, exposure) in [(0, women, women_applied), (1, men, men_applied)] {
            rows.push(Row {
                unit: unit as u32,
                period,
                count,
                exposure,
                predictors: vec![Some(period as f64)],
            });
        }
    }
    let departments = ["A", "B", "C", "D", "E", "F"].map(String::from).to_vec();
    let panel = Panel::new(departments, vec!["male".into()], rows).expect("a sound panel");
    (panel, Options { lags: None, period_effects: PeriodEffects::No, ..Options::default() })
}

#[test]
fn berkeley_has_opposite_signs() {
    let (panel, options) = admissions();
    let found: Comparison = compare(&panel, &options, 0).expect("a comparison");
    agrees(found.pooled, 0.38297514851, 0.139291062961);
    agrees(found.within_beside_means, -0.0564397733551, 0.089442636333);
    agrees(found.between, 1.63545348991, 0.557866905582);
    agrees(found.difference, -1.69189326326, 0.618148330533);
    near(found.p_difference, 0.0409361753473, 1e-7);
    agrees(found.within, -0.0585902898803, 0.0875593088894);
    assert_eq!(found.flag, SimpsonFlag::OppositeSigns);
}
