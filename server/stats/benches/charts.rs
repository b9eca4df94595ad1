//! What charts cost at the size pages are built for: the complaint rates of 2,000 teams over 52 weeks, and one
//! funnel of all of them. Beside it the floor: the limits of the normal approximation for the same points, one
//! square root each, without looking for signals.
//!
//! `cargo bench -p stats --bench charts [-- TEAMS WEEKS]`

#![allow(clippy::print_stdout, reason = "a bench speaks on standard output")]

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use stats::random::SplitMix64;
use stats::spc::funnel::funnel;
use stats::spc::{Count, Kind, false_alarms, rates};

const REPETITIONS: u32 = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let (teams, weeks) = match sizes[..] {
        [teams, weeks] => (teams, weeks),
        _ => (2000, 52),
    };
    let mut random = SplitMix64::new(1);
    let series: Vec<Vec<Option<Count>>> =
        (0..teams).map(|_| (0..weeks).map(|_| count(&mut random)).collect()).collect();
    println!("{teams} teams × {weeks} weeks, 0 to 20 events a week");
    let exact = best(|| series.iter().filter_map(|series| rates(series, Kind::Laney).ok()).count());
    println!("charts with exact limits and signals: {exact:.2?}, {:.2?} a chart", exact / teams as u32);
    let floor = best(|| series.iter().map(|series| normal_limits(series)).sum::<f64>());
    println!("floor, limits of the normal approximation: {floor:.2?}");
    let units: Vec<Option<Count>> = series.iter().filter_map(|series| series.first().copied()).collect();
    let sides = best(|| funnel(&units).map(|funnel| funnel.points.len()));
    println!("a funnel of all teams: {sides:.2?}");
    let Some(first) = series.first() else { return Ok(()) };
    let chart = rates(first, Kind::Laney)?;
    println!("false alarms of one chart: {:.2?}", best(|| false_alarms(&chart, first, 1)));
    Ok(())
}

fn count(random: &mut SplitMix64) -> Option<Count> {
    Some(Count { count: random.below(21) as f64, exposure: 300.0 + random.below(200) as f64 })
}

fn normal_limits(series: &[Option<Count>]) -> f64 {
    let (events, exposure) =
        series.iter().flatten().fold((0.0, 0.0), |(e, x), c| (e + c.count, x + c.exposure));
    let center: f64 = events / exposure;
    series.iter().flatten().map(|count| center + 3.0 * (center / count.exposure).sqrt()).sum()
}

/// The shortest of some runs.
fn best<T>(run: impl Fn() -> T) -> Duration {
    let time = || {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..REPETITIONS).map(|_| time()).min().unwrap_or_default()
}
