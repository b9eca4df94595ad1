//! The fit on the synthetic panel against values computed with numpy and checked with pyfixest,
//! statsmodels and R.

use crate::common::{near, panel};
use stats::link::{Options, PeriodEffects, Report, StandardErrors, Term, analyse};

fn report(period_effects: PeriodEffects) -> Report {
    analyse(&panel(), &Options { period_effects, ..Options::default() }).expect("a report")
}

/// Estimate, then the classic, quasi, CR0, CR1 and CV3L standard errors.
#[track_caller]
fn agrees(term: &Term, wanted: [f64; 6]) {
    let StandardErrors { classic, quasi, cr0, cr1, cv3l } = term.se;
    assert!((term.estimate - wanted[0]).abs() < 1e-8, "{} is not {}", term.estimate, wanted[0]);
    let found = [Some(classic), quasi, Some(cr0), cr1, cv3l];
    for (found, wanted) in found.into_iter().zip(&wanted[1..]) {
        near(found.expect("a standard error"), *wanted, 1e-10);
    }
}

#[test]
fn with_a_level_for_each_week_the_fit_agrees() {
    let report = report(PeriodEffects::Auto);
    assert_eq!((report.model.n, report.model.units, report.model.periods), (1224, 12, 102));
    assert_eq!(report.model.dropped.missing_predictor, 24);
    near(report.model.loglik.unwrap(), -3180.53720208, 1e-11);
    near(report.model.deviance.unwrap(), 1652.39292968, 1e-11);
    near(report.model.pearson.unwrap(), 1605.83204019, 1e-11);
    near(report.model.dispersion.unwrap(), 1.448_000_036_24, 1e-11);
    agrees(
        &report.terms[0],
        [
            0.191_920_466_721,
            0.027_947_345_845_8,
            0.033_629_844_227_5,
            0.031_581_749_541_6,
            0.034_469_476_103_5,
            0.038_994_938_445_3,
        ],
    );
    agrees(
        &report.terms[1],
        [
            -0.122_316_973_266,
            0.029_266_897_688_7,
            0.035_217_698_872_8,
            0.045_321_683_920_4,
            0.049_465_742_827_4,
            0.056_150_772_322_8,
        ],
    );
}

#[test]
fn without_levels_for_weeks_the_fit_agrees() {
    let report = report(PeriodEffects::No);
    near(report.model.loglik.unwrap(), -3315.14659509, 1e-11);
    near(report.model.deviance.unwrap(), 1921.61171571, 1e-11);
    near(report.model.pearson.unwrap(), 1889.52918997, 1e-11);
    near(report.model.dispersion.unwrap(), 1.561_594_371_88, 1e-11);
    agrees(
        &report.terms[0],
        [
            0.180_638_253_763,
            0.026_209_460_689_7,
            0.032_752_330_075_1,
            0.031_374_751_538_9,
            0.032_796_686_784_6,
            0.034_691_895_320_6,
        ],
    );
    agrees(
        &report.terms[1],
        [
            -0.190_402_278_623,
            0.027_537_130_494_4,
            0.034_411_436_312_2,
            0.046_341_548_715_6,
            0.048_441_794_238_8,
            0.053_022_792_984_2,
        ],
    );
}

#[test]
fn intervals_p_values_and_the_detectable_effect_agree() {
    let report = report(PeriodEffects::Auto);
    let term = &report.terms[0];
    assert_eq!(term.df, 11);
    near(term.rate_ratio.unwrap(), 1.211_574_152_67, 1e-9);
    let [low, high] = term.rate_ratio_ci.unwrap();
    near(low, 1.111_925_487_44, 1e-9);
    near(high, 1.320_153_143_35, 1e-9);
    near(term.p.cv3l_t.unwrap(), 0.000_455_646_508_443, 1e-8);
    near(report.terms[1].p.cv3l_t.unwrap(), 0.052_013_074_594_9, 1e-8);
    let summary = report.summary("workload", 1.0);
    near(summary.minimum_detectable_ratio.unwrap(), 1.127_461_356_78, 1e-9);
    assert_eq!(summary.rate_ratio, term.rate_ratio);
    let step = report.summary("workload", 2.0);
    near(step.rate_ratio.unwrap(), 1.211_574_152_67_f64.powi(2), 1e-9);
}

#[test]
fn the_serialised_report_has_the_documented_names_and_reads_back() {
    let report = report(PeriodEffects::Auto);
    let json = serde_json::to_string(&report).expect("serialisable");
    let back: Report = serde_json::from_str(&json).expect("readable");
    assert_eq!((back.model.dropped, &back.gates), (report.model.dropped, &report.gates));
    near(back.terms[1].estimate, report.terms[1].estimate, 1e-15);
    assert!(report.gates.is_empty(), "{:?}", report.gates);
    let value: serde_json::Value = serde_json::from_str(&json).expect("readable");
    for path in [
        "/model/n",
        "/model/units",
        "/model/periods",
        "/model/iterations",
        "/model/loglik",
        "/model/deviance",
        "/model/pearson",
        "/model/dispersion",
        "/model/dropped/missing_predictor",
        "/terms/0/name",
        "/terms/0/estimate",
        "/terms/0/se/classic",
        "/terms/0/se/quasi",
        "/terms/0/se/cr0",
        "/terms/0/se/cr1",
        "/terms/0/se/cv3l",
        "/terms/0/df",
        "/terms/0/ci/0",
        "/terms/0/rate_ratio",
        "/terms/0/rate_ratio_ci/1",
        "/terms/0/p/cv3l_t",
        "/gates",
    ] {
        assert!(value.pointer(path).is_some(), "{path} is missing");
    }
}
