//! How often does a chart mark what chance alone has made, and how often what it has not?
//!
//! ```text
//! cargo run --release -p stats --example charts_simulation -- [--series 4000] [--seed 2024]
//! ```
//!
//! Half-years of 26 weeks with one rate throughout, in 300 to 500 contacts a week: the share of charts with a
//! signal. Beside it the share in which a rate that doubles after the 26 weeks is marked within eight, on the
//! side of more events. Then funnels of five to nine units: the share in which the one unit at three times the
//! rate of the others is marked, and the share in which nobody is where nobody differs. Nothing is drawn but
//! from the seed.

#![allow(clippy::print_stdout, reason = "an example speaks on standard output")]

use std::error::Error;

use stats::random::SplitMix64;
use stats::spc::funnel::funnel;
use stats::spc::{Chart, Count, Direction, Kind, between, false_alarms, rates, waits};

#[path = "../tests/all/draws.rs"]
mod draws;

use draws::{poisson, uniform};

const WEEKS: usize = 26;
const AFTER: usize = 8;
/// Contacts in a usual week.
const CONTACTS: f64 = 400.0;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let (mut series, mut seed) = (4000_u32, 2024_u64);
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--series" => series = value.parse()?,
            "--seed" => seed = value.parse()?,
            _ => return Err(format!("there is no {name}").into()),
        }
    }
    let mut random = SplitMix64::new(seed);
    println!(
        "{series} series each, seed {seed}; standard error at most {:.1}\n",
        50.0 / f64::from(series).sqrt()
    );
    charts(series, &mut random)?;
    funnels(series, &mut random)
}

fn charts(series: u32, random: &mut SplitMix64) -> Outcome<()> {
    println!(
        "events a week  chart    steady {WEEKS} weeks marked  its own figure  doubling marked within {AFTER}"
    );
    for mean in [0.2, 0.5, 1.0, 2.0, 5.0, 20.0, 100.0] {
        for name in ["u", "laney", "chosen"] {
            let (mut marked, mut found) = (0, 0);
            for _ in 0..series {
                let steady = weeks(random, mean, WEEKS);
                marked +=
                    u32::from(chart(&steady, name)?.0.points.iter().any(|point| point.signal.is_some()));
                let mut doubled = steady;
                doubled.extend(weeks(random, 2.0 * mean, AFTER));
                found += u32::from(is_found(&doubled, name)?);
            }
            let example = weeks(&mut SplitMix64::new(7), mean, WEEKS);
            let own = false_alarms(&chart(&example, name)?.0, &example, 1);
            let own = own.map_or_else(|| "–".to_owned(), |own| format!("{:.1} %", 100.0 * own));
            println!(
                "{mean:>13}  {name:<7} {:>22}  {own:>14}  {:>24}",
                share(marked, series),
                share(found, series)
            );
        }
    }
    Ok(())
}

/// The chart, and for each of its points the week in which it ends.
fn chart(values: &[Option<Count>], name: &str) -> Outcome<(Chart, Vec<usize>)> {
    let kind = match name {
        "u" => Kind::U,
        "laney" => Kind::Laney,
        _ => Kind::for_counts(values),
    };
    if !matches!(kind, Kind::G | Kind::T) {
        return Ok((rates(values, kind)?, (0..values.len()).collect()));
    }
    let list = between(values)?;
    let weeks = list.iter().map(|wait| wait.at).collect();
    Ok((waits(&list, kind)?, weeks))
}

/// Whether the weeks after the change carry a mark on the side of more events.
fn is_found(values: &[Option<Count>], name: &str) -> Outcome<bool> {
    let (chart, weeks) = chart(values, name)?;
    let more = if matches!(chart.kind, Kind::G | Kind::T) { Direction::Low } else { Direction::High };
    let is_after = |place: usize| weeks.get(place).is_some_and(|week| *week >= WEEKS);
    Ok(chart
        .points
        .iter()
        .any(|point| is_after(point.index) && point.signal.is_some_and(|signal| signal.direction == more)))
}

fn funnels(series: u32, random: &mut SplitMix64) -> Outcome<()> {
    println!("\nunits  events a unit  one at three times marked  none differs, none marked");
    for units in 5..=9_usize {
        for mean in [5.0, 10.0, 30.0, 100.0] {
            let (mut found, mut calm) = (0, 0);
            for _ in 0..series {
                let mut counts = shops(random, units, mean, 1.0);
                calm += u32::from(marked(&counts)?.is_empty());
                counts[0] = shops(random, 1, mean, 3.0)[0];
                found += u32::from(marked(&counts)?.contains(&0));
            }
            println!("{units:>5}  {mean:>13}  {:>25}  {:>25}", share(found, series), share(calm, series));
        }
    }
    Ok(())
}

fn marked(units: &[Option<Count>]) -> Outcome<Vec<usize>> {
    let funnel = funnel(units)?;
    Ok(funnel.points.iter().filter(|point| point.signal.is_some()).map(|point| point.index).collect())
}

fn weeks(random: &mut SplitMix64, mean: f64, weeks: usize) -> Vec<Option<Count>> {
    (0..weeks).map(|_| count(random, mean, 0.5)).collect()
}

/// Units of half to one and a half times the usual size.
fn shops(random: &mut SplitMix64, units: usize, mean: f64, times: f64) -> Vec<Option<Count>> {
    (0..units).map(|_| count(random, times * mean, 1.0)).collect()
}

/// A count with `mean` in the usual number of contacts, of which there are up to half of `swing` more or less.
fn count(random: &mut SplitMix64, mean: f64, swing: f64) -> Option<Count> {
    let exposure = (CONTACTS * (1.0 + swing * (uniform(random) - 0.5))).round();
    Some(Count { count: poisson(random, mean * exposure / CONTACTS), exposure })
}

fn share(part: u32, whole: u32) -> String {
    format!("{:.1} %", 100.0 * f64::from(part) / f64::from(whole.max(1)))
}
