//! Panels as they come out of worlds with one trap each. In none of them but [`World::Effect`] does strain
//! raise the rate of complaints.

use super::draws::{noise, poisson, uniform};
use super::walks::{Walk, student};
use stats::panel::{Panel, Row};
use stats::random::SplitMix64;

/// Weeks that pass before the first one that is seen.
const BEFORE: usize = 60;
/// Weeks of a year.
const YEAR: f64 = 52.18;

/// A trap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum World {
    Quiet,
    /// A trend and a season that all units share, of strain as of complaints.
    CommonSeason,
    /// A season that units feel unequally, the same units more in both.
    UnequalSeason,
    /// Strain and rate both keep this share of their last value, without knowing of each other.
    Slow(f64),
    /// Units with more strain have more complaints, always.
    Confounded,
    /// A bad week of complaints is followed by a week of strain.
    ReverseShort,
    /// Bad months of complaints are followed by months of strain.
    ReverseLong,
    /// Weeks with many times the usual complaints.
    HeavyTail,
    /// Complaints grow by less than contacts, and strain follows contacts.
    BusyWeeks,
    /// Most of what moves strain and rate is shared by the units of a region; regions of this many units.
    Regions(usize),
    /// Some weeks with twice the contacts, more complaints and more strain, felt unequally.
    Festivals,
    /// One unit with as many contacts as twenty.
    Dominant,
    /// The logarithm of the rate rises by this for ten points of strain over the four weeks before.
    Effect(f64),
}

/// How large, how long, and what is tested.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) units: usize,
    pub(crate) weeks: usize,
    /// Whether satisfaction is a second predictor.
    pub(crate) has_two: bool,
}

/// What the weeks share and one unit feels of it.
struct Shared {
    weeks: Vec<f64>,
    strain: Vec<Vec<f64>>,
    rate: Vec<Vec<f64>>,
    festivals: Vec<bool>,
}

/// A panel of the world, and for each unit its region.
pub(crate) fn panel(world: World, size: Size, random: &mut SplitMix64) -> (Panel, Vec<u32>) {
    let all = BEFORE + size.weeks;
    let in_region = if let World::Regions(units) = world { units } else { size.units.max(1) };
    let regions = size.units.div_ceil(in_region);
    let walks = |random: &mut SplitMix64| -> Vec<Vec<f64>> {
        (0..regions).map(|_| Walk::new(0.8, random).take(all, random)).collect()
    };
    let shared = Shared {
        weeks: (0..all).map(|_| 0.1 * noise(random)).collect(),
        strain: walks(random),
        rate: walks(random),
        festivals: (0..all).map(|_| uniform(random) < 4.0 / YEAR).collect(),
    };
    let mut rows = Vec::with_capacity(size.units * size.weeks);
    let phase = YEAR * uniform(random);
    for unit in 0..size.units {
        let region = unit / in_region;
        rows.extend(unit_rows(world, size, (unit, region, phase), &shared, random));
    }
    let names = (0..size.units).map(|unit| unit.to_string()).collect();
    let mut predictors = vec!["strain".to_owned()];
    predictors.extend(size.has_two.then(|| "satisfaction".to_owned()));
    let regions = (0..size.units).map(|unit| (unit / in_region) as u32).collect();
    (Panel { units: names, predictors, rows }, regions)
}

fn unit_rows(
    world: World,
    size: Size,
    (unit, region, phase): (usize, usize, f64),
    shared: &Shared,
    random: &mut SplitMix64,
) -> Vec<Row> {
    let all = BEFORE + size.weeks;
    let keeps = match world {
        World::Slow(share) => share,
        World::ReverseLong => 0.9,
        _ => 0.6,
    };
    let strain_walk = Walk::new(keeps, random).take(all, random);
    let rate_walk = Walk::new(keeps, random).take(all, random);
    let contact_walk = Walk::new(0.7, random).take(all, random);
    let mood = Walk::new(keeps, random).take(all, random);
    let usual = noise(random);
    let level = 0.01_f64.ln() + if world == World::Confounded { 0.5 * usual } else { 0.3 * noise(random) };
    let contacts =
        800.0 * (0.3 * noise(random)).exp() * if world == World::Dominant && unit == 0 { 20.0 } else { 1.0 };
    let loading = 2.0 * uniform(random);
    let (mut strains, mut excesses) = (Vec::<f64>::with_capacity(all), Vec::<f64>::with_capacity(all));
    let mut rows = Vec::with_capacity(size.weeks);
    for week in 0..all {
        let season = (std::f64::consts::TAU * (week as f64 + phase) / YEAR).sin();
        let slow = week as f64 / YEAR;
        let mut strain = 50.0 + 8.0 * usual + 10.0 * strain_walk[week];
        let mut rate = level + shared.weeks[week] + 0.2 * rate_walk[week];
        let mut exposure = contacts * (0.2 * contact_walk[week]).exp();
        let mut expected = 1.0;
        match world {
            World::CommonSeason => {
                strain += 10.0 * season + 8.0 * slow;
                rate += 0.35 * season + 0.3 * slow;
            }
            World::UnequalSeason => {
                strain += loading * 10.0 * season;
                rate += loading * 0.35 * season;
            }
            World::ReverseShort => strain += 15.0 * recent(&excesses, 1),
            World::ReverseLong => strain += 30.0 * recent(&excesses, 8),
            World::HeavyTail => rate += 0.3 * student(3, random),
            World::BusyWeeks => {
                exposure = contacts * (0.35 * contact_walk[week]).exp();
                strain += 8.0 * contact_walk[week];
                expected = (exposure / contacts).powf(-0.5);
            }
            World::Regions(_) => {
                strain += 15.0 * shared.strain[region][week];
                rate += 0.35 * shared.rate[region][week];
            }
            World::Festivals if shared.festivals[week] => {
                exposure *= 1.0 + loading;
                rate += 0.4 * loading;
                strain += 12.0 * loading;
            }
            World::Effect(effect) if week >= 4 => rate += 0.1 * effect * (recent(&strains, 4) - 50.0),
            _ => {}
        }
        let exposure = exposure.round().max(1.0);
        let mean = exposure * rate.exp() * expected;
        let count = poisson(random, mean);
        // What the unit itself notices of a week: complaints against what it is used to.
        excesses.push(((count + 0.5) / (exposure * level.exp() + 0.5)).ln());
        // What a survey of some people measures.
        let measured = strain + 3.0 * noise(random);
        strains.push(measured);
        if week >= BEFORE {
            let mut predictors = vec![Some(measured)];
            let satisfaction = 60.0 - 0.4 * (strain - 50.0) + 8.0 * mood[week] + 3.0 * noise(random);
            predictors.extend(size.has_two.then_some(Some(satisfaction)));
            let period = (week - BEFORE) as i64;
            rows.push(Row { unit: unit as u32, period, count, exposure, predictors });
        }
    }
    rows
}

/// Mean of the last values, 0 before there are any.
fn recent(values: &[f64], weeks: usize) -> f64 {
    let last = &values[values.len().saturating_sub(weeks)..];
    if last.is_empty() { 0.0 } else { last.iter().sum::<f64>() / last.len() as f64 }
}
