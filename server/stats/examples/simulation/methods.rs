//! The p-values and intervals the plain comparison could use, on panels in which predictor and rate both wander
//! slowly: without an effect the two wander independently; with one, the logarithm of the rate rises by
//! [`EFFECT`] for one standard deviation of the predictor.

use std::error::Error;

use super::draws::{noise, poisson};
use super::walks::Walk;
use stats::link::{Options, PeriodEffects, analyse};
use stats::panel::{Panel, Row};
use stats::random::SplitMix64;

const UNITS: usize = 10;
const WEEKS: usize = 52;
const EFFECT: f64 = 0.15;

const METHODS: [&str; 6] = [
    "correlation of all rows",
    "classic Poisson, normal",
    "CR1, Student's t",
    "CV3L, Student's t",
    "sign-flip",
    "reported (the larger)",
];

/// Both tables.
pub(crate) fn tables(plan: &super::Plan) -> Result<(), Box<dyn Error>> {
    println!("\n{UNITS} units over {WEEKS} weeks");
    table("no effect", plan, 0.0)?;
    table(&format!("an effect of {EFFECT} for one standard deviation"), plan, EFFECT)
}

fn table(title: &str, plan: &super::Plan, effect: f64) -> Result<(), Box<dyn Error>> {
    let mut random = SplitMix64::new(plan.seed);
    let mut found = [0_usize; METHODS.len()];
    let mut held = [0_usize; METHODS.len()];
    let mut used = 0;
    for _ in 0..plan.panels {
        let panel = panel(effect, &mut random)?;
        let Some(outcome) = judge(&panel, effect)? else { continue };
        used += 1;
        for (place, (is_found, holds)) in outcome.into_iter().enumerate() {
            found[place] += usize::from(is_found);
            held[place] += usize::from(holds == Some(true));
        }
    }
    println!("\n{title}: {used} panels fitted");
    println!("{:<26} {:>18} {:>18}", "", "p < 0.05", "interval holds");
    for (place, method) in METHODS.iter().enumerate() {
        // Neither a correlation nor a sign-flip comes with an interval for the slope.
        let coverage = if matches!(place, 0 | 4) { "–".to_owned() } else { share(held[place], used) };
        println!("{method:<26} {:>18} {coverage:>18}", share(found[place], used));
    }
    Ok(())
}

/// A share in per cent with its standard error of simulation.
fn share(part: usize, whole: usize) -> String {
    let share = part as f64 / whole.max(1) as f64;
    let error = (share * (1.0 - share) / whole.max(1) as f64).sqrt();
    format!("{:.1} % ± {:.1}", 100.0 * share, 100.0 * error)
}

/// For each method whether it finds a link, and whether its interval holds the truth.
type Judgement = [(bool, Option<bool>); METHODS.len()];

/// `None` where the panel gives no estimate.
fn judge(panel: &Panel, truth: f64) -> Result<Option<Judgement>, Box<dyn Error>> {
    let options = Options { lags: None, period_effects: PeriodEffects::Yes, ..Options::default() };
    let report = analyse(panel, &options)?;
    let Some(term) = report.terms.first() else { return Ok(None) };
    let (Some(cr1), Some(cv3l), Some(ci)) = (term.se.cr1, term.se.cv3l, term.ci) else { return Ok(None) };
    let (Some(sign_flip), Some(reported)) = (term.p.signflip, term.p.reported) else { return Ok(None) };
    // The interval reaches this many CV3L standard errors; CR1 is read by the same t.
    let reach = (ci[1] - term.estimate) / cv3l;
    let by = |se: f64, reach: f64| {
        (term.estimate.abs() > reach * se, Some((term.estimate - truth).abs() <= reach * se))
    };
    let careful = by(cv3l, reach);
    Ok(Some([
        (correlation(panel).abs() > 1.96, None),
        by(term.se.classic, 1.96),
        by(cr1, reach),
        careful,
        (sign_flip < 0.05, None),
        (reported < 0.05, careful.1),
    ]))
}

/// Pearson's r of predictor and rate over all rows, as the z it is usually read by.
fn correlation(panel: &Panel) -> f64 {
    let pairs: Vec<(f64, f64)> = panel
        .rows
        .iter()
        .filter_map(|row| Some((row.predictors.first().copied().flatten()?, row.count / row.exposure)))
        .collect();
    let count = pairs.len() as f64;
    let mean = |pick: fn(&(f64, f64)) -> f64| pairs.iter().map(pick).sum::<f64>() / count;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |f: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(a, b)| f(a - x, b - y)).sum::<f64>();
    let r = sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt();
    r * ((count - 2.0) / (1.0 - r * r)).sqrt()
}

fn panel(effect: f64, random: &mut SplitMix64) -> Result<Panel, Box<dyn Error>> {
    let shocks: Vec<f64> = (0..WEEKS).map(|_| 0.1 * noise(random)).collect();
    let mut rows = Vec::with_capacity(UNITS * WEEKS);
    for unit in 0..UNITS {
        let level = 5.0_f64.ln() + 0.4 * noise(random);
        let usual = noise(random);
        let predictor = Walk::new(0.8, random).take(WEEKS, random);
        let drift = Walk::new(0.8, random).take(WEEKS, random);
        for week in 0..WEEKS {
            let rate = level + shocks[week] + 0.3 * drift[week] + effect * predictor[week];
            rows.push(Row {
                unit: u32::try_from(unit)?,
                period: i64::try_from(week)?,
                count: poisson(random, rate.exp()),
                exposure: 400.0,
                predictors: vec![Some(usual + predictor[week])],
            });
        }
    }
    Ok(Panel::new((0..UNITS).map(|unit| unit.to_string()).collect(), vec!["strain".into()], rows)?)
}
