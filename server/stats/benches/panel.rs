//! What the fit costs at the size it is built for: 2,000 units over 156 weeks, two predictors, a level for
//! each unit and week, all variances. Beside it the floor: one plain product Zᵀ diag(μ) Z of the same rows
//! and parameters in `f64`, which is what a fit with a column for each week would have to form at least
//! once for each step.
//!
//! `cargo bench -p stats --bench panel [-- UNITS WEEKS]`

#![allow(clippy::print_stdout, reason = "a bench speaks on standard output")]

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use stats::link::study::study;
use stats::link::{Options, analyse};
use stats::panel::{Panel, Row};
use stats::poisson::{self, Data};
use stats::random::SplitMix64;

const PREDICTORS: usize = 2;
const REPETITIONS: u32 = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let (units, weeks) = match sizes[..] {
        [units, weeks] => (units, weeks),
        _ => (2000, 156),
    };
    let panel = panel(units, weeks)?;
    let data = table(&panel)?;
    let parameters = PREDICTORS + weeks - 1;
    println!(
        "{units} units × {weeks} weeks = {} rows, {parameters} slopes and week levels",
        panel.rows.len()
    );

    let before = peak_memory();
    let (fit_time, fit) = best(|| poisson::fit(&data));
    let fit = fit?;
    let after = peak_memory();
    println!("fit with five variances: {fit_time:.2?}, {} Newton steps", fit.iterations);
    if let (Some(before), Some(after)) = (before, after) {
        println!("peak memory: {after} MiB, of which {} MiB by the fit", after.saturating_sub(before));
    }
    let start = Instant::now();
    let report = analyse(&panel, &Options::default())?;
    println!("whole analysis with resampling: {:.2?}, {} terms", start.elapsed(), report.terms.len());
    if let Some(peak) = peak_memory() {
        println!("peak memory with the analysis: {peak} MiB");
    }

    let start = Instant::now();
    let whole = study(&panel, &Options::default())?;
    let points = whole.profile.open().map_or(0, |profile| profile.points.len());
    println!("whole study: {:.2?}, {points} lags and leads", start.elapsed());
    if let Some(peak) = peak_memory() {
        println!("peak memory with the study: {peak} MiB");
    }

    let (floor, _) = best(|| product(panel.rows.len(), parameters));
    println!("floor, one dense product of the same shape: {floor:.2?}");
    println!("fit / floor: {:.2}", fit_time.as_secs_f64() / floor.as_secs_f64());
    Ok(())
}

/// The shortest of some runs, and the last result.
fn best<T>(run: impl Fn() -> T) -> (Duration, T) {
    let time = || {
        let start = Instant::now();
        let result = black_box(run());
        (start.elapsed(), result)
    };
    let mut shortest = time();
    for _ in 1..REPETITIONS {
        let (took, result) = time();
        shortest = (shortest.0.min(took), result);
    }
    shortest
}

/// The lower triangle of Zᵀ diag(μ) Z with all columns dense, in blocks of rows that stay in the cache.
fn product(rows: usize, columns: usize) -> Vec<f64> {
    const BLOCK: usize = 128;
    let z: Vec<f64> = (0..BLOCK * columns).map(|place| (place % 7) as f64).collect();
    let mut sum = vec![0.0; columns * columns];
    let mut left = rows;
    while left > 0 {
        let block = left.min(BLOCK);
        for row in 0..block {
            let values = &z[row * columns..(row + 1) * columns];
            for (i, value) in values.iter().enumerate() {
                let weighted = 0.5 * value;
                let target = &mut sum[i * columns..i * columns + i + 1];
                target.iter_mut().zip(values).for_each(|(cell, other)| *cell += weighted * other);
            }
        }
        left -= block;
    }
    sum
}

fn panel(units: usize, weeks: usize) -> Result<Panel, Box<dyn Error>> {
    let mut random = SplitMix64::new(1);
    let mut rows = Vec::with_capacity(units * weeks);
    for unit in 0..units {
        for week in 0..weeks {
            rows.push(Row {
                unit: u32::try_from(unit)?,
                period: i64::try_from(week)?,
                count: random.below(9) as f64,
                exposure: 300.0 + random.below(200) as f64,
                predictors: (0..PREDICTORS).map(|_| Some(random.below(101) as f64)).collect(),
            });
        }
    }
    let names = (0..units).map(|unit| unit.to_string()).collect();
    Ok(Panel::new(names, vec!["strain".into(), "satisfaction".into()], rows)?)
}

fn table(panel: &Panel) -> Result<Data, Box<dyn Error>> {
    let unit: Vec<usize> = panel.rows.iter().map(|row| row.unit as usize).collect();
    let week: Vec<i64> = panel.rows.iter().map(|row| row.period).collect();
    let count: Vec<f64> = panel.rows.iter().map(|row| row.count).collect();
    let exposure: Vec<f64> = panel.rows.iter().map(|row| row.exposure).collect();
    let column = |k: usize| panel.rows.iter().filter_map(|row| row.predictors[k]).collect();
    let columns: Vec<Vec<f64>> = (0..PREDICTORS).map(column).collect();
    Ok(Data::new(&unit, &unit, Some(&week), &count, &exposure, &columns)?)
}

/// The most memory this process has held, in MiB; known on Linux only.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? / 1024)
}
