//! How often the headline claims what is not there, and finds what is.

use std::error::Error;
use std::thread;

use super::Plan;
use super::worlds::{self, Size, World};
use stats::link::headline::{Answer, Setting, Verdict, headline};
use stats::link::{Options, analyse};
use stats::random::SplitMix64;

/// Strain is talked about in steps of ten points.
const STEPS: [f64; 2] = [10.0, 10.0];

/// What is counted over the panels of one world.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    panels: usize,
    plain: usize,
    claims: usize,
    one_look: usize,
    unclear: usize,
    none: usize,
    not_enough: usize,
    ranges: usize,
    holds: usize,
    own_season: usize,
}

impl Counted {
    fn add(mut self, other: Self) -> Self {
        self.panels += other.panels;
        self.plain += other.plain;
        self.claims += other.claims;
        self.one_look += other.one_look;
        self.unclear += other.unclear;
        self.none += other.none;
        self.not_enough += other.not_enough;
        self.ranges += other.ranges;
        self.holds += other.holds;
        self.own_season += other.own_season;
        self
    }
}

/// The table of all worlds.
pub(crate) fn table(plan: &Plan) -> Result<(), Box<dyn Error>> {
    let twelve = Size { units: 12, weeks: 60, has_two: plan.has_two };
    let of = |units| Size { units, ..twelve };
    let effect = 1.12_f64.ln();
    let mut worlds = vec![
        ("nothing", World::Quiet, twelve, false),
        ("common trend and season", World::CommonSeason, twelve, false),
        ("season felt unequally", World::UnequalSeason, twelve, false),
        ("AR .8", World::Slow(0.8), twelve, false),
        ("AR .95", World::Slow(0.95), twelve, false),
        ("confounded units", World::Confounded, twelve, false),
        ("reverse, short", World::ReverseShort, twelve, false),
        ("reverse, long", World::ReverseLong, twelve, false),
        ("heavy tail", World::HeavyTail, twelve, false),
        ("contacts outgrow complaints", World::BusyWeeks, twelve, false),
        ("4 regions of 3 units", World::Regions(3), twelve, true),
        ("6 regions of 2 units", World::Regions(2), twelve, true),
        ("6 regions of 4 units", World::Regions(4), of(24), true),
        ("4 regions of 6 units", World::Regions(6), of(24), true),
        ("festival weeks", World::Festivals, twelve, false),
        ("one dominant unit", World::Dominant, twelve, false),
    ];
    worlds.extend([3, 4, 5, 6, 7, 8].map(|units| ("few units", World::Quiet, of(units), false)));
    worlds.extend([6, 8].map(|units| ("few units, AR .95", World::Slow(0.95), of(units), false)));
    worlds.push(("+12 % per ten points", World::Effect(effect), twelve, false));
    worlds.push(("the same, 24 units", World::Effect(effect), of(24), false));
    worlds.push(("the same, 8 units", World::Effect(effect), of(8), false));
    worlds.push(("the same, 104 weeks", World::Effect(effect), Size { weeks: 104, ..twelve }, false));
    println!(
        "{:<30} {:>5} {:>6} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}",
        "world", "units", "panels", "plain", "CLAIMS", "1 look", "unclear", "none", "little", "holds", "own"
    );
    for (name, world, size, has_tree) in worlds {
        if plan.only.as_ref().is_some_and(|only| !name.contains(only.as_str())) {
            continue;
        }
        let counted = run(plan, world, size, has_tree)?;
        let share = |part: usize, whole: usize| format!("{:.1} %", 100.0 * part as f64 / whole.max(1) as f64);
        let of_panels = |part| share(part, counted.panels);
        println!(
            "{name:<30} {:>5} {:>6} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}",
            size.units,
            counted.panels,
            of_panels(counted.plain),
            of_panels(counted.claims),
            of_panels(counted.one_look),
            of_panels(counted.unclear),
            of_panels(counted.none),
            of_panels(counted.not_enough),
            share(counted.holds, counted.ranges),
            of_panels(counted.own_season),
        );
    }
    Ok(())
}

fn run(plan: &Plan, world: World, size: Size, has_tree: bool) -> Result<Counted, Box<dyn Error>> {
    thread::scope(|scope| {
        let part = |thread: usize| {
            move || -> Result<Counted, String> {
                let panels = (thread..plan.panels).step_by(plan.threads);
                panels
                    .map(|place| judge(plan, world, size, has_tree, place))
                    .try_fold(Counted::default(), |counted, found| {
                        Ok(counted.add(found.map_err(|error| error.to_string())?))
                    })
            }
        };
        let threads: Vec<_> = (0..plan.threads).map(|thread| scope.spawn(part(thread))).collect();
        let mut counted = Counted::default();
        for thread in threads {
            counted = counted.add(thread.join().map_err(|_| "a thread stopped")??);
        }
        Ok(counted)
    })
}

fn judge(
    plan: &Plan,
    world: World,
    size: Size,
    has_tree: bool,
    place: usize,
) -> Result<Counted, Box<dyn Error>> {
    // Every panel has a stream of its own, so that the number of threads changes nothing.
    let mut random =
        SplitMix64::new(plan.seed.wrapping_add((place as u64).wrapping_mul(0x5851_f42d_4c95_7f2d)));
    let (panel, regions) = worlds::panel(world, size, &mut random);
    let options = Options::default();
    let above: &[u32] = if has_tree { &regions } else { &[] };
    let found = headline(&panel, &options, &Setting { steps: &STEPS, above })?;
    let plain = analyse(&panel, &options)?.headline(10.0).and_then(|summary| summary.p);
    let truth = if let World::Effect(effect) = world { 0.1 * effect } else { 0.0 };
    let answer = &found.leading;
    let about_strain = &found.predictors[0];
    let is = |verdict| usize::from(answer.verdict == verdict);
    let one_look = |answer: &Answer| answer.p_one_look.is_some_and(|p| p < 0.05);
    let holds = about_strain.ci.map(|[low, high]| low <= truth && truth <= high);
    Ok(Counted {
        panels: 1,
        plain: usize::from(plain.is_some_and(|p| p < 0.05)),
        claims: usize::from(answer.verdict.is_claim()),
        one_look: usize::from(one_look(about_strain)),
        unclear: is(Verdict::DirectionUnclear),
        none: is(Verdict::NoneFound),
        not_enough: is(Verdict::NotEnough),
        ranges: usize::from(holds.is_some()),
        holds: usize::from(holds == Some(true)),
        own_season: usize::from(
            about_strain.model.contains(&stats::link::headline::Fixed::OwnSeasonAndTrend),
        ),
    })
}

/// Weekly looks over two years: how many panels ever claim a link, and how many when it is there.
pub(crate) fn looks(plan: &Plan) -> Result<(), Box<dyn Error>> {
    println!("\nweekly looks from week 16 to week 104, 12 units");
    let worlds = [
        ("nothing", World::Quiet),
        ("AR .8", World::Slow(0.8)),
        ("AR .95", World::Slow(0.95)),
        ("+12 % per ten points", World::Effect(1.12_f64.ln())),
    ];
    for (name, world) in worlds {
        if plan.only.as_ref().is_some_and(|only| !name.contains(only.as_str())) {
            continue;
        }
        let weeks: Vec<Option<i64>> = thread::scope(|scope| {
            let part = |thread: usize| {
                move || {
                    (thread..plan.panels)
                        .step_by(plan.threads)
                        .map(|place| first_claim(plan, world, place))
                        .collect()
                }
            };
            let threads: Vec<_> = (0..plan.threads).map(|thread| scope.spawn(part(thread))).collect();
            let joined: Vec<Vec<Option<i64>>> =
                threads.into_iter().filter_map(|thread| thread.join().ok()).collect();
            joined.into_iter().flatten().collect()
        });
        let within = |last: i64| {
            let claims = weeks.iter().filter(|week| week.is_some_and(|week| week <= last)).count();
            format!("{:.1} %", 100.0 * claims as f64 / weeks.len().max(1) as f64)
        };
        println!(
            "{name:<30} {:>6} panels, ever claimed by week 26 {}, 52 {}, 104 {}",
            weeks.len(),
            within(26),
            within(52),
            within(104)
        );
    }
    Ok(())
}

fn first_claim(plan: &Plan, world: World, place: usize) -> Option<i64> {
    let seed = plan.seed.wrapping_add((place as u64).wrapping_mul(0x5851_f42d_4c95_7f2d));
    let size = Size { units: 12, weeks: 104, has_two: plan.has_two };
    let (panel, _) = worlds::panel(world, size, &mut SplitMix64::new(seed));
    (16..=104).find(|week| {
        let mut seen = panel.clone();
        seen.rows.retain(|row| row.period < *week);
        let found = headline(&seen, &Options::default(), &Setting { steps: &STEPS, above: &[] });
        found.is_ok_and(|found| found.leading.verdict.is_claim())
    })
}
