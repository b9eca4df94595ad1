//! A unit's rate before and after an action that did nothing, or took a fifth of it away.

use std::error::Error;

use super::Plan;
use super::draws::{noise, poisson};
use super::walks::Walk;
use stats::change::beside::{Series, of_rate_beside};
use stats::change::{Change, of_rate};
use stats::random::SplitMix64;
use stats::spc::Count;

const WEEKS: usize = 104;

/// What a series goes through beside chance.
#[derive(Clone, Copy)]
struct Course {
    keeps: f64,
    wanders: f64,
    season: f64,
    /// Growth of the logarithm of the rate in a week.
    trend: f64,
    mean: f64,
}

pub(crate) fn table(plan: &Plan) -> Result<(), Box<dyn Error>> {
    let quiet = Course { keeps: 0.6, wanders: 0.2, season: 0.0, trend: 0.0, mean: 15.0 };
    let courses = [
        ("AR .6", quiet),
        ("AR .6, season ±35 %", Course { season: 0.35, ..quiet }),
        ("AR .6, trend 1 % a week", Course { trend: 0.01, ..quiet }),
        ("AR .3", Course { keeps: 0.3, wanders: 0.1, ..quiet }),
        ("AR .3, 40 a week", Course { keeps: 0.3, wanders: 0.1, mean: 40.0, ..quiet }),
    ];
    println!("\naction in week 78 of 104, 26 or 8 weeks after; share that moved, alone and beside sisters");
    println!(
        "{:<26} {:>7} {:>5} {:>9} {:>9} {:>11} {:>11} {:>9}",
        "course", "sisters", "after", "alone", "beside", "1/5, alone", "1/5, beside", "holds"
    );
    for (name, course) in courses {
        if plan.only.as_ref().is_some_and(|only| !name.contains(only.as_str())) {
            continue;
        }
        for (sisters, after) in [(11, 26), (5, 26), (5, 8), (4, 26), (3, 26), (2, 26)] {
            let mut counts = [0_usize; 5];
            for place in 0..plan.panels {
                let seed = plan.seed.wrapping_add((place as u64).wrapping_mul(0x5851_f42d_4c95_7f2d));
                for (column, hit) in judge(course, sisters, after, seed).into_iter().enumerate() {
                    counts[column] += usize::from(hit);
                }
            }
            let share =
                |column: usize| format!("{:.1} %", 100.0 * counts[column] as f64 / plan.panels as f64);
            println!(
                "{name:<26} {sisters:>7} {after:>5} {:>9} {:>9} {:>11} {:>11} {:>9}",
                share(0),
                share(1),
                share(2),
                share(3),
                share(4)
            );
        }
    }
    Ok(())
}

/// Whether nothing is taken for something alone and beside, whether a fifth is found alone and beside, and
/// whether the interval beside holds the fifth.
fn judge(course: Course, sisters: usize, after: usize, seed: u64) -> [bool; 5] {
    let fifth = 0.8_f64.ln();
    let of = |effect: f64| {
        let mut random = SplitMix64::new(seed);
        let phase = 52.0 * (noise(&mut random) / 6.0);
        let unit = series(course, effect, after, phase, &mut random);
        let others: Vec<Series> =
            (0..sisters).map(|_| series(course, 0.0, after, phase, &mut random)).collect();
        let beside = of_rate_beside(&unit, &others).ok().map(|beside| beside.change);
        (of_rate(&unit.before, &unit.after).ok(), beside)
    };
    let moved = |change: &Option<Change>| change.as_ref().is_some_and(Change::excludes_none);
    let fell = |change: &Option<Change>| moved(change) && change.as_ref().is_some_and(|c| c.estimate < 0.0);
    let (nothing, planted) = (of(0.0), of(fifth));
    let holds = planted.1.as_ref().is_some_and(|c| c.interval[0] <= fifth && fifth <= c.interval[1]);
    [moved(&nothing.0), moved(&nothing.1), fell(&planted.0), fell(&planted.1), holds]
}

fn series(course: Course, effect: f64, after: usize, phase: f64, random: &mut SplitMix64) -> Series {
    let size = (0.3 * noise(random)).exp();
    let walk = Walk::new(course.keeps, random).take(WEEKS, random);
    let at = WEEKS - after;
    let week = |week: usize| {
        let season = course.season * (std::f64::consts::TAU * (week as f64 + phase) / 52.18).sin();
        let trend = course.trend * (week as f64 - at as f64);
        let rate = course.wanders * walk[week] + season + trend + if week >= at { effect } else { 0.0 };
        (course.mean * size * rate.exp(), 600.0 * size)
    };
    let mut counts: Vec<Count> = Vec::with_capacity(WEEKS);
    for place in 0..WEEKS {
        let (mean, exposure) = week(place);
        counts.push(Count { count: poisson(random, mean), exposure });
    }
    let after = counts.split_off(at);
    Series { before: counts, after }
}
