//! What must not change when the same data are written another way, on arbitrary panels; and what scaling
//! does to charts.

use proptest::prelude::*;
use stats::link::{Options, PeriodEffects, PeriodLength, Report, analyse};
use stats::panel::{Panel, Row};
use stats::spc::{self, Count, Kind};

/// Six to nine units over twelve to twenty periods, with gaps, and two predictors that may be missing.
fn some_panel() -> impl Strategy<Value = Panel> {
    let value = || prop_oneof![8 => (0_u32..101).prop_map(|v| Some(f64::from(v))), 1 => Just(None)];
    let cell = (0_u32..6, 50_u32..500, value(), value(), 0_u8..10);
    (6_usize..10, 12_usize..20).prop_flat_map(move |(units, periods)| {
        prop::collection::vec(cell.clone(), units * periods).prop_map(move |cells| {
            let rows = cells.into_iter().enumerate().filter_map(|(place, (count, exposure, x, z, keep))| {
                let (unit, period) = ((place / periods) as u32, (place % periods) as i64);
                let (count, exposure) = (f64::from(count), f64::from(exposure));
                (keep > 0).then(|| Row { unit, period, count, exposure, predictors: vec![x, z] })
            });
            Panel {
                units: (0..units).map(|unit| unit.to_string()).collect(),
                predictors: vec!["x".into(), "z".into()],
                rows: rows.collect(),
            }
        })
    })
}

fn options() -> impl Strategy<Value = Options> {
    let effects = prop::sample::select(vec![PeriodEffects::Yes, PeriodEffects::No, PeriodEffects::Auto]);
    let lengths = [PeriodLength::Day, PeriodLength::Week, PeriodLength::Month, PeriodLength::Year];
    (effects, prop::sample::select(lengths.to_vec()), prop::option::of(Just((1, 2)))).prop_map(
        |(period_effects, period_length, lags)| Options {
            period_effects,
            period_length,
            lags,
            min_present: 1,
            seed: 3,
        },
    )
}

fn report(panel: &Panel, options: &Options) -> Report {
    analyse(panel, options).expect("the panel does not contradict itself")
}

/// Slopes, careful standard errors and intervals, the dispersion, and the reasons.
fn essence(report: &Report) -> (Vec<f64>, Vec<String>) {
    let mut numbers: Vec<f64> = report.model.dispersion.into_iter().collect();
    for term in &report.terms {
        numbers.push(term.estimate);
        numbers.extend(term.se.cv3l);
        numbers.extend(term.ci.into_iter().flatten());
    }
    let reasons = report.gates.iter().map(|gate| {
        let value = serde_json::to_value(gate).expect("serialisable");
        value["reason"].as_str().expect("a reason").to_owned()
    });
    (numbers, reasons.collect())
}

fn same(found: &Report, wanted: &Report) -> Result<(), TestCaseError> {
    let ((found, reasons), (wanted, wanted_reasons)) = (essence(found), essence(wanted));
    prop_assert_eq!(reasons, wanted_reasons);
    prop_assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(&wanted) {
        prop_assert!((found - wanted).abs() <= 1e-6 * (1e-3 + wanted.abs()), "{} is not {}", found, wanted);
    }
    Ok(())
}

fn shuffled<T: Clone>(items: &[T], order: &[usize]) -> Vec<T> {
    let mut keys: Vec<(usize, usize)> = (0..items.len())
        .map(|place| (order[place % order.len()].wrapping_mul(place + 7) % 997, place))
        .collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, place)| items[place].clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn exposure_in_other_units_changes_nothing(panel in some_panel(), options in options()) {
        let mut scaled = panel.clone();
        // A power of two, so that not even rounding differs; more events than exposure is only a flag.
        scaled.rows.iter_mut().for_each(|row| row.exposure *= 1024.0);
        same(&report(&scaled, &options), &report(&panel, &options))?;
        scaled.rows.iter_mut().for_each(|row| row.exposure *= 3.7 / 1024.0);
        same(&report(&scaled, &options), &report(&panel, &options))?;
    }

    #[test]
    fn the_order_of_rows_and_units_changes_nothing(
        panel in some_panel(),
        options in options(),
        order in prop::collection::vec(0_usize..1000, 5),
    ) {
        let mut other = panel.clone();
        other.rows = shuffled(&panel.rows, &order);
        same(&report(&other, &options), &report(&panel, &options))?;
        let last = panel.units.len() as u32 - 1;
        other.rows.iter_mut().for_each(|row| row.unit = last - row.unit);
        let turned = report(&other, &options);
        same(&turned, &report(&panel, &options))?;
    }

    #[test]
    fn a_predictor_with_another_zero_has_the_same_slope(
        panel in some_panel(),
        options in options(),
        shift in -500_i32..500,
    ) {
        let mut shifted = panel.clone();
        for row in &mut shifted.rows {
            row.predictors[0] = row.predictors[0].map(|value| value + f64::from(shift));
        }
        let (found, wanted) = (report(&shifted, &options), report(&panel, &options));
        // On another scale no least variation can be asked for, so only that gate may come or go.
        let without = |report: &Report| {
            let mut report = report.clone();
            report.gates.retain(|gate| !matches!(gate, stats::link::Gate::LittleVariation { .. }));
            report
        };
        same(&without(&found), &without(&wanted))?;
    }

    #[test]
    fn a_chart_of_rates_in_other_units_has_the_same_signals(
        counts in prop::collection::vec((0_u32..40, 50_u32..400), 0..60),
    ) {
        let chart = |factor: f64| {
            let values: Vec<Option<Count>> = counts
                .iter()
                .map(|(count, exposure)| {
                    Some(Count { count: f64::from(*count), exposure: factor * f64::from(*exposure) })
                })
                .collect();
            spc::rates(&values, Kind::Laney).expect("a chart")
        };
        let (one, other) = (chart(1.0), chart(4096.0));
        for (one, other) in one.points.iter().zip(&other.points) {
            prop_assert_eq!(one.signal, other.signal);
            prop_assert_eq!(one.upper, other.upper.map(|upper| upper * 4096.0));
        }
    }
}
