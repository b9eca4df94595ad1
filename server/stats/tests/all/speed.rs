//! The size the fit is built for: 2,000 units over 156 periods. Debug builds only check that it works.

use stats::link::{Options, analyse};
use stats::panel::{Panel, Row};
use stats::poisson::{self, Data};
use stats::random::SplitMix64;
use std::time::Instant;

#[test]
fn two_thousand_units_over_three_years_are_quick() {
    let units: u32 = if cfg!(debug_assertions) { 20 } else { 2000 };
    let mut random = SplitMix64::new(1);
    let mut rows = Vec::new();
    for unit in 0..units {
        for period in 0..156 {
            let predictors = vec![Some(random.below(101) as f64), Some(random.below(101) as f64)];
            let count = random.below(9) as f64;
            rows.push(Row { unit, period, count, exposure: 400.0, predictors });
        }
    }
    let unit: Vec<usize> = rows.iter().map(|row: &Row| row.unit as usize).collect();
    let period: Vec<i64> = rows.iter().map(|row| row.period).collect();
    let count: Vec<f64> = rows.iter().map(|row| row.count).collect();
    let exposure: Vec<f64> = rows.iter().map(|row| row.exposure).collect();
    let columns: Vec<Vec<f64>> =
        (0..2).map(|k| rows.iter().map(|row| row.predictors[k].unwrap()).collect()).collect();
    let start = Instant::now();
    let data = Data::new(&unit, &unit, Some(&period), &count, &exposure, &columns).expect("a table");
    let fit = poisson::fit(&data).expect("a fit");
    eprintln!("fitted {units} units in {:?}, {} steps", start.elapsed(), fit.iterations);
    let names = (0..units).map(|unit| unit.to_string()).collect();
    let panel = Panel::new(names, vec!["strain".into(), "satisfaction".into()], rows).expect("sound");
    let start = Instant::now();
    let report = analyse(&panel, &Options::default()).expect("a report");
    let took = start.elapsed();
    assert_eq!(report.model.units, u64::from(units));
    assert!(report.terms.iter().all(|term| term.se.cv3l.is_some()));
    assert!(took.as_secs_f64() < 20.0, "{took:?}");
    eprintln!("analysed {units} units in {took:?}");
}
