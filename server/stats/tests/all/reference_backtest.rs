//! Forecasts on the synthetic panel against values computed with numpy.

use crate::common::{near, panel};
use stats::link::backtest::{Rival, backtest};
use stats::link::{Gate, Options};

#[test]
fn forecasts_one_week_ahead_agree() {
    let found = backtest(&panel(), &Options::default(), 1).expect("a question");
    assert_eq!((found.n_forecasts, found.periods), (552, 46));
    let wanted = [
        (Rival::LastFour, 1.99638038197, 0.00829719091487, 0.864763223779, 0.13022680314),
        (Rival::LastYear, 2.12134505611, 0.00840355448531, 0.866248771556, 0.181463599251),
        (Rival::UnitRate, 1.86202237314, 0.00804221939464, 0.828730434789, 0.0674665503401),
    ];
    for (found, (rival, deviance, error, scaled, skill)) in found.rivals.iter().zip(wanted) {
        assert_eq!(found.rival, rival);
        near(found.accuracy.mean_deviance, deviance, 1e-9);
        near(found.accuracy.mean_absolute_error, error, 1e-9);
        near(found.accuracy.scaled_error.expect("an error"), scaled, 1e-9);
        near(found.comparison.skill, skill, 1e-8);
    }
    let staff = found.staff.expect("a record");
    near(staff.mean_deviance, 1.73639814697, 1e-9);
    near(staff.mean_absolute_error, 0.00781755199324, 1e-9);
    near(staff.scaled_error.expect("an error"), 0.809291077431, 1e-9);
    let comparison = found.rivals[2].comparison;
    near(comparison.statistic.expect("a statistic"), -2.87591803486, 1e-8);
    near(comparison.p.expect("a p-value"), 0.00306778881454, 1e-7);
    assert!(found.is_predictive);
}

#[test]
fn four_weeks_ahead_there_are_forecasts_too() {
    let found = backtest(&panel(), &Options::default(), 4).expect("a question");
    assert!(found.periods >= 40 && found.rivals.len() == 3 && found.staff.is_some());
}

#[test]
fn a_short_panel_has_no_forecasts_and_says_why() {
    let mut panel = panel();
    panel.rows.retain(|row| row.period < 40);
    let found = backtest(&panel, &Options::default(), 1).expect("a question");
    assert_eq!((found.n_forecasts, found.is_predictive, found.staff), (0, false, None));
    assert!(matches!(found.gates[..], [Gate::TooFewPeriods { .. }]));
}

#[test]
fn without_events_there_is_nothing_to_forecast() {
    let mut panel = panel();
    panel.rows.iter_mut().for_each(|row| row.count = 0.0);
    let found = backtest(&panel, &Options::default(), 1).expect("a question");
    assert_eq!((found.n_forecasts, found.is_predictive), (0, false));
}
