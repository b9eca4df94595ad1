//! Data in which something runs away: each gets a typed reason, or loses the rows that say nothing.

use crate::common::{all_near, panel};
use stats::link::{Gate, Options, PeriodEffects, Report, TimeEffects, Verdict, analyse, profile::profile};
use stats::link::{PeriodLength, comparison};
use stats::panel::{Panel, Row};
use stats::random::SplitMix64;

/// Units over periods with the count and the predictor of each cell.
fn table(units: u32, periods: i64, mut cell: impl FnMut(u32, i64, f64) -> (f64, f64)) -> Panel {
    let mut random = SplitMix64::new(5);
    let mut rows = Vec::new();
    for unit in 0..units {
        for period in 0..periods {
            let (count, strain) = cell(unit, period, random.below(101) as f64);
            rows.push(Row { unit, period, count, exposure: 100.0, predictors: vec![Some(strain)] });
        }
    }
    Panel::new((0..units).map(|unit| unit.to_string()).collect(), vec!["strain".into()], rows).expect("sound")
}

fn ask(panel: &Panel, period_effects: PeriodEffects) -> Report {
    analyse(panel, &Options { lags: None, period_effects, ..Options::default() }).expect("a report")
}

fn closed(report: &Report) -> &Gate {
    assert_eq!(report.summary("strain", 10.0).verdict, Verdict::NotEstimable, "{report:?}");
    let json = serde_json::to_string(report).expect("serialisable");
    assert!(!json.contains("null"), "{json}");
    &report.gates[0]
}

#[test]
fn a_predictor_that_is_high_exactly_where_events_are_has_no_bound_on_its_slope() {
    // The same high value wherever there are events, and lower ones elsewhere.
    let panel = table(12, 40, |_, _, x| if x > 60.0 { (1.0 + x % 5.0, 100.0) } else { (0.0, x) });
    for effects in [PeriodEffects::Yes, PeriodEffects::No] {
        let report = ask(&panel, effects);
        let Gate::Separated { predictors, rows } = closed(&report) else { panic!("{:?}", report.gates) };
        assert_eq!(predictors, &["strain".to_owned()]);
        assert!(*rows > 0);
    }
}

#[test]
fn a_unit_with_all_its_events_in_one_period_is_harmless_unless_the_predictor_points_there() {
    let in_one = |peak: bool| {
        table(8, 30, move |unit, period, x| match (unit, period) {
            (0, 7) => (20.0, if peak { 100.0 } else { x.min(99.0) }),
            (0, _) => (0.0, if peak { x.min(90.0) } else { x.min(99.0) }),
            _ => ((x * 7.0) % 4.0, x),
        })
    };
    for peak in [false, true] {
        let report = ask(&in_one(peak), PeriodEffects::Yes);
        assert_eq!(report.terms.len(), 1, "{:?}", report.gates);
        assert!(report.terms[0].se.cv3l.is_some_and(|se| se > 0.0));
    }
    // With every unit like that, the predictor tells the one period from all others.
    let all = table(8, 30, |unit, period, x| {
        let is_peak = period == 3 * i64::from(unit);
        (if is_peak { 9.0 } else { 0.0 }, if is_peak { 100.0 } else { x.min(90.0) })
    });
    assert!(matches!(closed(&ask(&all, PeriodEffects::No)), Gate::Separated { .. }));
}

/// Unit 0 has its events in a period in which nobody else was there, and one more row among the others:
/// the level of the unit and of that period can fit both rows exactly.
#[test]
fn a_row_that_levels_alone_can_fit_is_counted_and_changes_nothing() {
    let base = table(8, 30, |_, _, x| (((x * 13.0) % 5.0).floor(), x));
    let mut with = base.clone();
    with.units.push("alone".into());
    let alone = |period, count, strain| Row {
        unit: 8,
        period,
        count,
        exposure: 100.0,
        predictors: vec![Some(strain)],
    };
    with.rows.extend([alone(100, 6.0, 10.0), alone(101, 3.0, 40.0), alone(5, 0.0, 70.0)]);
    let (before, after) = (ask(&base, PeriodEffects::Yes), ask(&with, PeriodEffects::Yes));
    assert_eq!(after.model.dropped.separated, 1, "{:?} {:?}", after.gates, after.model.dropped);
    all_near(&[after.terms[0].estimate], &[before.terms[0].estimate], 1e-7);
}

#[test]
fn a_rate_that_never_varies_says_nothing_instead_of_nothing_at_all() {
    for effects in [PeriodEffects::Yes, PeriodEffects::No] {
        let steady = table(12, 40, |_, _, x| (5.0, x));
        let report = ask(&steady, effects);
        assert_eq!(closed(&report), &Gate::ConstantRate);
        assert!(report.terms.is_empty() && report.simpson.is_none());
        assert_eq!(comparison::compare(&steady, &Options { lags: None, ..Options::default() }, 0), None);
    }
    // Each unit at a level of its own, each period too.
    let levels = table(12, 40, |unit, period, x| (f64::from(unit + 1) * (1.0 + period as f64), x));
    assert_eq!(closed(&ask(&levels, PeriodEffects::Yes)), &Gate::ConstantRate);
    let lagged = profile(&table(12, 60, |_, _, x| (5.0, x)), &Options::default()).expect("a profile");
    assert!(lagged.points.is_empty());
    assert_eq!(lagged.gates, vec![Gate::ConstantRate]);
}

#[test]
fn as_many_levels_as_rows_fit_anything() {
    let mut tiny =
        table(3, 2, |unit, period, x| (1.0 + f64::from(unit) * period as f64 + (x % 3.0).floor(), x));
    tiny.predictors.push("second".into());
    for (row, second) in tiny.rows.iter_mut().zip([4.0, 9.0, 1.0, 7.0, 3.0, 2.0]) {
        row.predictors.push(Some(second));
    }
    let report = ask(&tiny, PeriodEffects::Yes);
    let Gate::NoFreedom { rows, parameters } = closed(&report) else { panic!("{:?}", report.gates) };
    assert!(rows <= parameters);
}

#[test]
fn inflation_names_the_predictor_that_is_tied_to_the_periods() {
    let mut panel = panel();
    panel.predictors.push("calendar".into());
    for row in &mut panel.rows {
        row.predictors.push(Some((row.period % 5) as f64));
    }
    let report = ask(&panel, PeriodEffects::Yes);
    let Gate::NotSeparable { variance_inflation, .. } = closed_any(&report) else {
        panic!("{:?}", report.gates)
    };
    assert_eq!(variance_inflation.len(), 3);
    assert!(variance_inflation[0].factor.is_some_and(|factor| factor < 10.0));
    assert_eq!(variance_inflation[2].factor, None);
}

fn closed_any(report: &Report) -> &Gate {
    &report.gates[0]
}

/// Eight years of quarters and months with a strong season that both predictor and rate follow: with the
/// right season in the model nothing is left between the two; with that of weeks much is.
#[test]
fn the_season_has_the_length_of_the_year() {
    for (length, periods, year) in [(PeriodLength::Quarter, 40, 4), (PeriodLength::Month, 96, 12)] {
        let mut random = SplitMix64::new(11);
        let panel = table(5, periods, |_, period, _| {
            let season = (std::f64::consts::TAU * (period % year) as f64 / year as f64).cos();
            let noise = random.below(11) as f64 - 5.0;
            let count = 40.0 + 20.0 * season + random.below(9) as f64 - 4.0;
            (count.round(), 50.0 + 20.0 * season + noise)
        });
        let slope = |period_length| {
            let options = Options { lags: None, period_length, ..Options::default() };
            let report = analyse(&panel, &options).expect("a report");
            (report.model.time_effects, report.terms[0].estimate.abs())
        };
        let (effects, right) = slope(length);
        assert_eq!(effects, TimeEffects::SeasonAndTrend);
        let (_, wrong) = slope(PeriodLength::Week);
        assert!(right < 0.25 * wrong, "{length:?}: {right} beside {wrong}");
        assert_eq!(slope(PeriodLength::Year).0, TimeEffects::Trend);
    }
}
