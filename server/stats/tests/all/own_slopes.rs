//! What is taken out exactly must be what columns for it would take out.

use stats::link::{Options, PeriodEffects, analyse};
use stats::panel::{Panel, Row};
use stats::poisson::{Covariances, Data, Score, cluster_scores, fit};
use stats::random::SplitMix64;

const UNITS: usize = 7;
const WEEKS: usize = 20;

struct Table {
    unit: Vec<usize>,
    week: Vec<i64>,
    count: Vec<f64>,
    exposure: Vec<f64>,
    predictor: Vec<f64>,
    wave: Vec<f64>,
}

fn table() -> Table {
    let mut random = SplitMix64::new(11);
    let mut draw = |below: u64| random.below(below) as f64;
    let rows = UNITS * WEEKS;
    Table {
        unit: (0..rows).map(|row| row / WEEKS).collect(),
        week: (0..rows).map(|row| (row % WEEKS) as i64).collect(),
        count: (0..rows).map(|_| draw(9)).collect(),
        exposure: (0..rows).map(|_| 300.0 + draw(200)).collect(),
        predictor: (0..rows).map(|_| draw(101)).collect(),
        // The last unit has no slope of its own, so that the levels of weeks are told apart from the rest.
        wave: (0..rows)
            .map(|row| if row / WEEKS == UNITS - 1 { 0.0 } else { (0.4 * (row % WEEKS) as f64).sin() })
            .collect(),
    }
}

#[test]
fn slopes_of_their_own_are_those_of_a_column_for_each_unit() {
    let t = table();
    let of = |columns: &[Vec<f64>]| {
        Data::new(&t.unit, &t.unit, Some(&t.week), &t.count, &t.exposure, columns).unwrap()
    };
    let own = of(std::slice::from_ref(&t.predictor)).with_own_slopes(std::slice::from_ref(&t.wave)).unwrap();
    assert_eq!(own.own_parameters(), UNITS - 1);
    let own = fit(&own).unwrap();
    let mut columns = vec![t.predictor.clone()];
    for unit in 0..UNITS - 1 {
        columns
            .push(t.wave.iter().zip(&t.unit).map(|(wave, u)| if *u == unit { *wave } else { 0.0 }).collect());
    }
    let dense = fit(&of(&columns)).unwrap();
    assert!((own.slopes[0] - dense.slopes[0]).abs() < 1e-10, "{} {}", own.slopes[0], dense.slopes[0]);
    assert!((own.loglik - dense.loglik).abs() < 1e-8 && own.parameters == dense.parameters);
    let error = |covariance: &[f64]| Covariances::standard_errors(covariance)[0];
    let (a, b) = (&own.covariances, &dense.covariances);
    assert!((error(&a.classic) / error(&b.classic) - 1.0).abs() < 1e-8);
    assert!((error(&a.cr0) / error(&b.cr0) - 1.0).abs() < 1e-8);
    assert!((error(a.cv3l.as_ref().unwrap()) / error(b.cv3l.as_ref().unwrap()) - 1.0).abs() < 1e-6);
    assert!((own.dispersion.unwrap() - dense.dispersion.unwrap()).abs() < 1e-8);
}

#[test]
fn scores_of_clusters_are_sums_of_those_of_their_units() {
    let t = table();
    let columns = [t.predictor.clone()];
    let units = Data::new(&t.unit, &t.unit, Some(&t.week), &t.count, &t.exposure, &columns).unwrap();
    let of_units = Score::new(&units, 0).unwrap().of_units().unwrap();
    for (a, b) in of_units.iter().zip(cluster_scores(&units, 0).unwrap()) {
        assert!((a - b).abs() < 1e-8 * a.abs().max(1.0), "{a} {b}");
    }
    let site: Vec<usize> = t.unit.iter().map(|unit| unit / 2).collect();
    let sites = Data::new(&t.unit, &site, Some(&t.week), &t.count, &t.exposure, &columns).unwrap();
    let of_sites = cluster_scores(&sites, 0).unwrap();
    assert!((of_sites[0] - of_units[0] - of_units[1]).abs() < 1e-8 * of_sites[0].abs().max(1.0));
    // One site at a time is left out, in one Newton step: about what leaving it out in full gives.
    let whole = fit(&sites).unwrap();
    let keep: Vec<usize> = (0..t.unit.len()).filter(|row| site[*row] != 0).collect();
    let pick = |values: &[f64]| -> Vec<f64> { keep.iter().map(|row| values[*row]).collect() };
    let unit: Vec<usize> = keep.iter().map(|row| t.unit[*row]).collect();
    let week: Vec<i64> = keep.iter().map(|row| t.week[*row]).collect();
    let rest =
        Data::new(&unit, &unit, Some(&week), &pick(&t.count), &pick(&t.exposure), &[pick(&t.predictor)]);
    let change = fit(&rest.unwrap()).unwrap().slopes[0] - whole.slopes[0];
    let step = whole.deletion_changes[0][0];
    assert!((change - step).abs() < 0.15 * change.abs(), "{change} {step}");
}

/// The estimate with controls is that of a fit in which every unit and week is a column.
#[test]
fn a_unit_that_never_moves_stays_as_a_control_where_weeks_have_levels() {
    let t = table();
    let still = |unit: usize| unit >= 4;
    let row = |place: usize| Row {
        unit: t.unit[place] as u32,
        period: t.week[place],
        count: t.count[place] + 1.0,
        exposure: t.exposure[place],
        predictors: vec![Some(if still(t.unit[place]) {
            0.0
        } else {
            f64::from(u8::from(t.predictor[place] > 50.0))
        })],
    };
    let rows: Vec<Row> = (0..t.unit.len()).map(row).collect();
    let names = (0..UNITS).map(|unit| unit.to_string()).collect();
    let panel = Panel::new(names, vec!["law".into()], rows.clone()).unwrap();
    let of = |period_effects| {
        let options = Options { lags: None, min_present: 1, period_effects, ..Options::default() };
        analyse(&panel, &options).unwrap()
    };
    let with = of(PeriodEffects::Yes);
    assert_eq!((with.model.units, with.model.dropped.constant_units), (7, 0));
    let mut columns: Vec<Vec<f64>> = vec![rows.iter().map(|row| row.predictors[0].unwrap()).collect()];
    let is = |yes: bool| f64::from(u8::from(yes));
    columns.extend((1..UNITS).map(|unit| t.unit.iter().map(|u| is(*u == unit)).collect::<Vec<_>>()));
    columns.extend((1..WEEKS as i64).map(|week| t.week.iter().map(|w| is(*w == week)).collect::<Vec<_>>()));
    let together = vec![0; rows.len()];
    let count: Vec<f64> = rows.iter().map(|row| row.count).collect();
    let dense = Data::new(&together, &t.unit, None, &count, &t.exposure, &columns).unwrap();
    let dense = fit(&dense).unwrap();
    assert!((with.terms[0].estimate - dense.slopes[0]).abs() < 1e-9);
    let classic = Covariances::standard_errors(&dense.covariances.classic)[0];
    assert!((with.terms[0].se.classic / classic - 1.0).abs() < 1e-8);
    let without = of(PeriodEffects::No);
    assert_eq!((without.model.units, without.model.dropped.constant_units), (4, 3));
}
