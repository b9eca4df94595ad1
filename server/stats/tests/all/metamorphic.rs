//! Changes to the data whose effect on the answer is known without any reference.

use crate::common::{all_near, panel};
use stats::link::{Options, Report, analyse};
use stats::panel::{Panel, Row};
use stats::poisson::{Covariances, Data, fit};
use stats::random::SplitMix64;

fn report(panel: &Panel) -> Report {
    analyse(panel, &Options::default()).expect("a report")
}

fn estimates(panel: &Panel) -> Vec<f64> {
    report(panel).terms.iter().flat_map(|term| [term.estimate, term.se.cv3l.expect("an error")]).collect()
}

/// The panel after `change`, rows only.
fn changed(change: impl Fn(&mut Row)) -> Panel {
    let mut panel = panel();
    panel.rows.iter_mut().for_each(change);
    panel
}

#[test]
fn adding_a_constant_to_a_predictor_changes_nothing() {
    let shifted = changed(|row| row.predictors[0] = row.predictors[0].map(|value| value + 1000.0));
    all_near(&estimates(&shifted), &estimates(&panel()), 1e-9);
}

#[test]
fn a_unit_specific_scale_of_exposure_changes_nothing() {
    let scaled = changed(|row| row.exposure *= 1.0 + 3.0 * f64::from(row.unit));
    all_near(&estimates(&scaled), &estimates(&panel()), 1e-9);
}

#[test]
fn a_predictor_ten_times_as_large_has_a_tenth_of_the_slope() {
    let scaled = changed(|row| row.predictors[0] = row.predictors[0].map(|value| 10.0 * value));
    let wanted = estimates(&panel());
    let wanted = [wanted[0] / 10.0, wanted[1] / 10.0, wanted[2], wanted[3]];
    all_near(&estimates(&scaled), &wanted, 1e-9);
}

#[test]
fn a_mirrored_predictor_has_the_opposite_slope_and_the_same_p() {
    let mirrored = changed(|row| row.predictors[1] = row.predictors[1].map(|value| 6.0 - value));
    let (found, wanted) = (report(&mirrored), report(&panel()));
    all_near(&[-found.terms[1].estimate], &[wanted.terms[1].estimate], 1e-9);
    assert_eq!(found.terms[1].p.signflip, wanted.terms[1].p.signflip);
}

#[test]
fn neither_the_order_of_rows_nor_where_counting_starts_matters() {
    let mut shuffled = changed(|row| row.period -= 1_000_000);
    let mut random = SplitMix64::new(3);
    for place in (1..shuffled.rows.len()).rev() {
        shuffled.rows.swap(place, random.below(place as u64 + 1) as usize);
    }
    all_near(&estimates(&shuffled), &estimates(&panel()), 1e-9);
}

#[test]
fn units_are_more_than_their_numbers() {
    let renumbered = changed(|row| row.unit = 11 - row.unit);
    all_near(&estimates(&renumbered), &estimates(&panel()), 1e-9);
}

#[test]
fn a_unit_without_events_is_counted_and_ignored() {
    let mut larger = panel();
    larger.units.push("silent".into());
    let silent: Vec<Row> = larger.rows.iter().filter(|row| row.unit == 0).cloned().collect();
    larger.rows.extend(silent.into_iter().map(|row| Row { unit: 12, count: 0.0, ..row }));
    assert_eq!(estimates(&larger), estimates(&panel()));
    assert_eq!(report(&larger).model.dropped.all_zero_units, 1);
}

#[test]
fn rows_split_in_halves_say_the_same() {
    let rows = panel().rows;
    let table = |parts: usize| {
        let each = |f: &dyn Fn(&Row) -> f64| -> Vec<f64> {
            rows.iter().flat_map(|row| std::iter::repeat_n(f(row) / parts as f64, parts)).collect()
        };
        let unit: Vec<usize> = rows.iter().flat_map(|row| vec![row.unit as usize; parts]).collect();
        let week: Vec<i64> = rows.iter().flat_map(|row| vec![row.period; parts]).collect();
        let column = |k: usize| each(&|row| parts as f64 * row.predictors[k].expect("a value"));
        let (count, exposure) = (each(&|row| row.count), each(&|row| row.exposure));
        let data = Data::new(&unit, &unit, Some(&week), &count, &exposure, &[column(0), column(1)]);
        fit(&data.expect("a table")).expect("a fit")
    };
    let (whole, halves) = (table(1), table(2));
    all_near(&halves.slopes, &whole.slopes, 1e-9);
    let errors = |fit: &stats::poisson::Fit| Covariances::standard_errors(&fit.covariances.cr0);
    all_near(&errors(&halves), &errors(&whole), 1e-9);
}

/// Estimates from refits without each unit in turn, and their jackknife errors, as computed with numpy.
#[test]
fn leaving_out_units_for_real_is_what_the_jackknife_approximates() {
    let all = panel();
    let whole = report(&all);
    let mut without = Vec::new();
    for unit in 0..12 {
        let mut fewer = all.clone();
        fewer.rows.retain(|row| row.unit != unit);
        let terms = report(&fewer).terms;
        without.push([terms[0].estimate, terms[1].estimate]);
    }
    let exact = [
        (0.0389611417954, 0.178794884649, 0.219207086203),
        (0.0561653705792, -0.148459737484, -0.0845722621229),
    ];
    for (k, (error, lowest, highest)) in exact.into_iter().enumerate() {
        let values = || without.iter().map(|slopes| slopes[k]);
        all_near(&[values().fold(f64::INFINITY, f64::min)], &[lowest], 1e-8);
        all_near(&[values().fold(f64::NEG_INFINITY, f64::max)], &[highest], 1e-8);
        let squares: f64 = values().map(|value| (value - whole.terms[k].estimate).powi(2)).sum();
        all_near(&[(squares * 11.0 / 12.0).sqrt()], &[error], 1e-8);
        all_near(&[whole.terms[k].se.cv3l.expect("an error")], &[error], 2e-3);
    }
}
