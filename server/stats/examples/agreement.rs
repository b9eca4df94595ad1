//! How near is this crate to values computed elsewhere? `cargo run -p stats --example agreement`
//!
//! The synthetic panel of the tests (made up; evidence of nothing) is analysed, and every figure is laid
//! beside the value that numpy gave, to twelve digits; the same fits agree with pyfixest, statsmodels and
//! R's `glm`, `vcovCL` and `glm.nb`. Ends with an error where a difference is above what is promised: 1e-8
//! for slopes (absolute), 1e-7 for standard errors and 1e-6 for p-values (relative).

#![allow(clippy::print_stdout, reason = "an example speaks on standard output")]

#[path = "../tests/all/common/mod.rs"]
#[allow(unreachable_pub, clippy::unwrap_used, clippy::expect_used, reason = "shared with the tests")]
mod common;

use std::error::Error;

use stats::link::{Options, PeriodEffects, almon, analyse, backtest, comparison, profile};
use stats::poisson::fit_negative_binomial;
use stats::spc::{self, Count, Kind};

/// What is promised for a figure.
#[derive(Clone, Copy, PartialEq)]
enum Promise {
    Slope,
    StandardError,
    P,
    Other,
}

impl Promise {
    const ALL: [(Self, &'static str, f64); 4] = [
        (Self::Slope, "slopes", 1e-8),
        (Self::StandardError, "standard errors", 1e-7),
        (Self::P, "p-values", 1e-6),
        (Self::Other, "fit, charts, forecasts", 1e-7),
    ];
}

#[derive(Default)]
struct Table {
    rows: Vec<(String, Promise, f64, f64)>,
}

impl Table {
    fn add(&mut self, what: impl Into<String>, promise: Promise, found: Option<f64>, wanted: f64) {
        self.rows.push((what.into(), promise, found.unwrap_or(f64::NAN), wanted));
    }

    /// Prints all rows and the largest differences; an error when a promise is broken.
    fn finish(self) -> Result<(), Box<dyn Error>> {
        println!("{:<44} {:>20} {:>20} {:>9}", "figure", "here", "elsewhere", "relative");
        for (what, _, found, wanted) in &self.rows {
            println!("{what:<44} {found:>20.12e} {wanted:>20.12e} {:>9.1e}", relative(*found, *wanted));
        }
        println!();
        let mut broken = Vec::new();
        for (promise, name, most) in Promise::ALL {
            let of_kind: Vec<_> = self.rows.iter().filter(|row| row.1 == promise).collect();
            let largest = of_kind.iter().map(|row| relative(row.2, row.3)).fold(0.0, f64::max);
            println!("{name:<24} {:>3} figures, largest relative difference {largest:.1e}", of_kind.len());
            // A slope is promised to a distance, everything else to a share of itself.
            let reach = |row: &(String, Promise, f64, f64)| match promise {
                Promise::Slope => (row.2 - row.3).abs(),
                _ => relative(row.2, row.3),
            };
            broken.extend(
                of_kind
                    .iter()
                    .filter(|row| reach(row).is_nan() || reach(row) > most)
                    .map(|row| row.0.clone()),
            );
        }
        if broken.is_empty() { Ok(()) } else { Err(format!("too far off: {}", broken.join(", ")).into()) }
    }
}

fn relative(found: f64, wanted: f64) -> f64 {
    (found - wanted).abs() / wanted.abs().max(f64::MIN_POSITIVE)
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut table = Table::default();
    fits(&mut table)?;
    others(&mut table)?;
    charts(&mut table)?;
    table.finish()
}

/// Period effects, log-likelihood, deviance, Pearson's X², then for each predictor the estimate and its
/// classic, quasi, CR0, CR1 and CV3L standard errors, and the p-value of the last.
type Expected = (PeriodEffects, [f64; 3], [(f64, [f64; 5], f64); 2]);

const FITS: [Expected; 2] = [
    (
        PeriodEffects::Yes,
        [-3180.53720208, 1652.39292968, 1605.83204019],
        [
            (
                0.191920466721,
                [0.0279473458458, 0.0336298442275, 0.0315817495416, 0.0344694761035, 0.0389949384453],
                0.000455646508443,
            ),
            (
                -0.122316973266,
                [0.0292668976887, 0.0352176988728, 0.0453216839204, 0.0494657428274, 0.0561507723228],
                0.0520130745949,
            ),
        ],
    ),
    (
        PeriodEffects::No,
        [-3315.14659509, 1921.61171571, 1889.52918997],
        [
            (
                0.180638253763,
                [0.0262094606897, 0.0327523300761, 0.0313747515389, 0.0327966867846, 0.0346918953206],
                0.000291336887182,
            ),
            (
                -0.190402278623,
                [0.0275371304944, 0.0344114363122, 0.0463415487156, 0.0484417942388, 0.0530227929842],
                0.00423655359363,
            ),
        ],
    ),
];

fn fits(table: &mut Table) -> Result<(), Box<dyn Error>> {
    for (period_effects, [loglik, deviance, pearson], terms) in FITS {
        let report = analyse(&common::panel(), &Options { period_effects, ..Options::default() })?;
        let with = if period_effects == PeriodEffects::Yes { "weeks" } else { "no weeks" };
        table.add(format!("log-likelihood, {with}"), Promise::Other, report.model.loglik, loglik);
        table.add(format!("deviance, {with}"), Promise::Other, report.model.deviance, deviance);
        table.add(format!("Pearson X², {with}"), Promise::Other, report.model.pearson, pearson);
        for (term, (estimate, errors, p)) in report.terms.iter().zip(terms) {
            let name = |what: &str| format!("{} {what}, {with}", term.name);
            table.add(name("slope"), Promise::Slope, Some(term.estimate), estimate);
            let found = [Some(term.se.classic), term.se.quasi, Some(term.se.cr0), term.se.cr1, term.se.cv3l];
            for ((kind, found), wanted) in
                ["classic", "quasi", "CR0", "CR1", "CV3L"].iter().zip(found).zip(errors)
            {
                table.add(name(&format!("se {kind}")), Promise::StandardError, found, wanted);
            }
            table.add(name("p CV3L-t"), Promise::P, term.p.cv3l_t, p);
        }
        if period_effects == PeriodEffects::Yes {
            for (term, p) in report.terms.iter().zip([0.00048828125, 0.048828125]) {
                table.add(format!("{} p sign-flip", term.name), Promise::P, term.p.signflip, p);
            }
        }
    }
    Ok(())
}

fn others(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let (panel, options) = (common::panel(), Options::default());
    let lags = profile::profile(&panel, &options)?;
    for (lag, slope, error, p) in [
        (-4, 0.0241191050095, 0.0340557446184, 0.493540589856),
        (0, 0.0215215596618, 0.0384822108574, 0.58719017227),
        (4, 0.159702404754, 0.0162463646848, 8.77194792279e-07),
        (8, 0.0404166990173, 0.0272852276589, 0.166602874264),
    ] {
        let point = lags.points.iter().find(|point| point.predictor == "workload" && point.lag == lag);
        table.add(format!("workload slope, lag {lag}"), Promise::Slope, point.map(|p| p.estimate), slope);
        let found = point.map(|p| p.standard_error);
        table.add(format!("workload se, lag {lag}"), Promise::StandardError, found, error);
        table.add(format!("workload p, lag {lag}"), Promise::P, point.map(|p| p.p), p);
    }
    let mut alone = panel.clone();
    alone.predictors.truncate(1);
    alone.rows.iter_mut().for_each(|row| row.predictors.truncate(1));
    let distributed = almon::distributed(&alone, &options)?;
    let effect = distributed.effects.first();
    let found = effect.map(|e| e.cumulative);
    table.add("workload cumulative, Almon", Promise::Slope, found, 0.240437518213);
    let found = effect.map(|e| e.cumulative_standard_error);
    table.add("workload cumulative se, Almon", Promise::StandardError, found, 0.0496642361746);

    let negative_binomial = fit_negative_binomial(&common::main_table(false))?;
    let slopes = &negative_binomial.slopes;
    for (found, wanted) in slopes.iter().zip([0.186035166562, -0.183710155104]) {
        table.add("slope, negative binomial", Promise::Slope, Some(*found), wanted);
    }
    let loglik = Some(negative_binomial.loglik);
    table.add("log-likelihood, negative binomial", Promise::Other, loglik, -3245.62093762);

    let found = comparison::compare(&panel, &options, 0);
    for (what, found, wanted, error) in [
        ("pooled", found.map(|c| c.pooled), -0.273480601736, 0.0798369007553),
        ("within", found.map(|c| c.within), 0.236342311457, 0.0258343045413),
        ("between", found.map(|c| c.between), -0.532701680333, 0.0910218665704),
    ] {
        table.add(format!("workload {what}"), Promise::Slope, found.map(|s| s.estimate), wanted);
        let found = found.map(|s| s.standard_error);
        table.add(format!("workload {what} se"), Promise::StandardError, found, error);
    }
    table.add("within against between p", Promise::P, found.map(|c| c.p_difference), 9.79911377863e-06);

    let forecasts = backtest::backtest(&panel, &options, 1)?;
    let found = forecasts.staff.map(|staff| staff.mean_deviance);
    table.add("forecast deviance", Promise::Other, found, 1.73639814697);
    for (rival, wanted) in forecasts.rivals.iter().zip([1.99638038197, 2.12134505611, 1.86202237314]) {
        let found = Some(rival.accuracy.mean_deviance);
        table.add(format!("forecast deviance, {:?}", rival.rival), Promise::Other, found, wanted);
    }
    let p = forecasts.rivals.last().and_then(|rival| rival.comparison.p);
    table.add("forecast better than unit rate p", Promise::P, p, 0.00306778881454);
    Ok(())
}

fn charts(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let lines: Vec<_> = common::lines().into_iter().filter(|line| line.team == 3).collect();
    let counts: Vec<Option<Count>> =
        lines.iter().map(|line| Some(Count { count: line.complaints, exposure: line.contacts })).collect();
    let laney = spc::rates(&counts, Kind::Laney)?;
    table.add("centre, u′ chart", Promise::Other, laney.center, 0.0281167855802);
    table.add("sigma z, u′ chart", Promise::Other, laney.sigma_z, 1.21849623731);
    let upper = laney.points.first().and_then(|point| point.upper);
    table.add("first upper limit, u′ chart", Promise::Other, upper, 0.0599398008226);
    let values: Vec<Option<f64>> = lines.iter().map(|line| Some(line.satisfaction)).collect();
    let xmr = spc::xmr(&values, true)?;
    table.add("centre, XmR chart", Promise::Other, xmr.center, 4.19025961538);
    let upper = xmr.points.first().and_then(|point| point.upper);
    table.add("upper limit, XmR chart", Promise::Other, upper, 5.08122129538);
    Ok(())
}
