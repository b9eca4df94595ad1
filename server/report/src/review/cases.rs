//! How cases went: promises, causes, outcomes, what customers said of it.

use std::collections::BTreeMap;

use domain::insight::pack::{Cases, Cause, Clock, Closure, Decimal, Share};
use stats::{
    rate::{Rate, wilson},
    two_quarters::mean_of_counts,
};

use super::{Counted, Input, Structure, add, count, percent, whole_percent};

/// Fewer answers than this show no share and no mean.
const FEWEST: i64 = 10;

/// What belongs to a unit and everything below it.
#[derive(Default)]
struct Own<'a> {
    clocks: BTreeMap<&'a str, Vec<(i64, bool)>>,
    causes: BTreeMap<String, i64>,
    outcomes: BTreeMap<String, i64>,
    survey: BTreeMap<String, i64>,
    open: BTreeMap<String, i64>,
}

/// Cases by unit.
pub(super) fn cases(input: &Input, structure: &Structure) -> BTreeMap<String, Cases> {
    let mut own: Vec<Own<'_>> = input.units.iter().map(|_| Own::default()).collect();
    for row in &input.clocks {
        for unit in groups(input, structure, row.unit, row.series) {
            if let Some(own) = own.get_mut(unit) {
                own.clocks.entry(&row.clock).or_default().push((row.elapsed, row.elapsed <= row.budget));
            }
        }
    }
    for row in &input.counted {
        for unit in groups(input, structure, row.unit, row.series) {
            let Some(own) = own.get_mut(unit) else { continue };
            let into = match row.counted {
                Counted::Issue => &mut own.causes,
                Counted::Outcome => &mut own.outcomes,
                Counted::Survey => &mut own.survey,
                Counted::Open => &mut own.open,
            };
            add(into, &row.key, row.count);
        }
    }
    input.units.iter().zip(own).map(|(unit, own)| (unit.id.clone(), told(own))).collect()
}

/// A unit and those above it while its series ran in the quarter.
fn groups(input: &Input, structure: &Structure, unit: usize, series: u32) -> Vec<usize> {
    let own = input.units.get(unit).and_then(|unit| unit.series.iter().find(|own| own.series == series));
    let place =
        own.and_then(|own| input.rounds.iter().rposition(|round| (own.from..=own.to).contains(&round.n)));
    let above = place.map(|place| structure.above(unit, place)).unwrap_or_default();
    std::iter::once(unit).chain(above).collect()
}

fn told(own: Own<'_>) -> Cases {
    let due = own.outcomes.get("apology_due").copied().unwrap_or(0);
    let in_time = own.outcomes.get("apology_in_time").copied().unwrap_or(0);
    Cases {
        clocks: own.clocks.into_iter().map(|(name, ends)| (name.to_owned(), clock(ends))).collect(),
        pareto: pareto(own.causes),
        apology_in_time: share_of(in_time, due).and_then(|rate| {
            Some(Share {
                share: Decimal::computed(rate.rate)?,
                lower: Decimal::computed(rate.lower)?,
                upper: Decimal::computed(rate.upper)?,
                printed: [percent(in_time, due), whole_percent(rate.lower), whole_percent(rate.upper)],
            })
        }),
        outcomes: own.outcomes,
        closure_survey: closure(&own.survey),
        open_at_quarter_end: own.open,
    }
}

fn share_of(part: i64, whole: i64) -> Option<Rate> {
    if whole < FEWEST { None } else { wilson(part as f64, whole as f64, 1.0) }
}

fn clock(mut ends: Vec<(i64, bool)>) -> Clock {
    ends.sort_unstable();
    let ended = count(ends.iter());
    let kept = count(ends.iter().filter(|(_, is_kept)| *is_kept));
    let share = share_of(i64::from(kept), i64::from(ended));
    // Nearest rank: the smallest value that so large a share lies at or below.
    let rank = |tenths: usize| {
        let place = (ends.len() * tenths).div_ceil(10).max(1) - 1;
        ends.get(place).map(|(elapsed, _)| *elapsed)
    };
    Clock {
        ended,
        kept,
        share: share.and_then(|rate| Decimal::computed(rate.rate)),
        lower: share.and_then(|rate| Decimal::computed(rate.lower)),
        upper: share.and_then(|rate| Decimal::computed(rate.upper)),
        printed: share.map(|_| percent(i64::from(kept), i64::from(ended))),
        printed_range: share.map(|rate| [whole_percent(rate.lower), whole_percent(rate.upper)]),
        median_minutes: rank(5),
        p90_minutes: rank(9),
    }
}

fn pareto(causes: BTreeMap<String, i64>) -> Vec<Cause> {
    let whole: i64 = causes.values().sum();
    let mut causes: Vec<(String, i64)> = causes.into_iter().filter(|(_, issues)| *issues > 0).collect();
    causes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut sum = 0;
    causes
        .into_iter()
        .map(|(cause, issues)| {
            sum += issues;
            Cause {
                cause,
                issues,
                share_percent: percent(issues, whole),
                cumulative_percent: percent(sum, whole),
            }
        })
        .collect()
}

fn closure(answers: &BTreeMap<String, i64>) -> Option<Closure> {
    let of = |grade: &str| answers.get(grade).copied().unwrap_or(0);
    let counts = ["1", "2", "3", "4", "5"].map(of);
    let n: i64 = counts.iter().sum();
    let content = counts[3] + counts[4];
    let rate = share_of(content, n)?;
    let mean = mean_of_counts(&counts.map(|count| u64::try_from(count).unwrap_or(0)));
    let of_mean = |value: Option<f64>| value.and_then(Decimal::computed);
    Some(Closure {
        n,
        content_share: Decimal::computed(rate.rate)?,
        content_lower: Decimal::computed(rate.lower)?,
        content_upper: Decimal::computed(rate.upper)?,
        printed: [percent(content, n), whole_percent(rate.lower), whole_percent(rate.upper)],
        mean: of_mean(mean.map(|mean| mean.mean)),
        mean_lower: of_mean(mean.map(|mean| mean.lower)),
        mean_upper: of_mean(mean.map(|mean| mean.upper)),
    })
}
