//! Complaints per 1,000 contacts: the quarter beside the one before, and round by round.

use domain::insight::pack::{Complaints, Decimal, RateChange, RatePoint, Segment, Verdict};
use stats::{
    link::multiplicity::benjamini_hochberg,
    rate::garwood,
    spc::{Count, FEWEST_POINTS, FEWEST_POINTS_FOR_FIRM_LIMITS, Kind, rates, textbook_limits},
    two_quarters,
};

use super::{Input, Structure, rounded};

const PER: f64 = 1000.0;
/// Fewer complaints than this in either quarter are not compared.
const FEW: i64 = 10;
/// Share of clear changes that may be chance.
pub(super) const LEVEL: f64 = 0.05;

/// Complaints by unit in the order of the units, and how many changes were tested.
pub(super) fn complaints(input: &Input, structure: &Structure) -> (Vec<Complaints>, u32) {
    let rounds = input.rounds.len();
    let mut sums = vec![vec![(0_i64, 0_i64); rounds]; input.units.len()];
    for row in &input.volume {
        let Some(place) = structure.place(row.round) else { continue };
        let above = if input.is_summed { Vec::new() } else { structure.above(row.unit, place) };
        for unit in std::iter::once(row.unit).chain(above) {
            if let Some(sum) = sums.get_mut(unit).and_then(|own| own.get_mut(place)) {
                sum.0 += row.contacts;
                sum.1 += row.complaints;
            }
        }
    }
    let mut all: Vec<Complaints> =
        sums.iter().enumerate().map(|(unit, sums)| of_unit(input, structure, unit, sums)).collect();
    let p = |own: &Complaints| own.change.as_ref().map(|change| change.p.value());
    let tested: Vec<usize> = (0..all.len()).filter(|at| p(&all[*at]).is_some()).collect();
    let q = benjamini_hochberg(&tested.iter().filter_map(|at| p(&all[*at])).collect::<Vec<_>>());
    for (at, q) in tested.iter().zip(q) {
        let own = &mut all[*at];
        if let Some(change) = &mut own.change {
            change.q = Decimal::computed(q);
            own.verdict = match (q <= LEVEL, change.percent_lower > 0, change.percent_upper < 0) {
                (true, true, _) => Verdict::Up,
                (true, _, true) => Verdict::Down,
                _ => Verdict::Uncertain,
            };
        }
    }
    (all, u32::try_from(tested.len()).unwrap_or(u32::MAX))
}

fn of_unit(input: &Input, structure: &Structure, unit: usize, sums: &[(i64, i64)]) -> Complaints {
    let sum = |is_now: bool| {
        let own = input.rounds.iter().zip(sums).filter(|(round, _)| round.is_now == is_now);
        own.fold((0, 0), |(contacts, complaints), (_, own)| (contacts + own.0, complaints + own.1))
    };
    let ((contacts, complaints), (previous_contacts, previous_complaints)) = (sum(true), sum(false));
    let mut starts: Vec<usize> = std::iter::once(0).chain(structure.changes(unit)).collect();
    starts.dedup();
    let mut segments = Vec::new();
    let mut points = Vec::new();
    for (index, from) in starts.iter().enumerate() {
        let to = starts.get(index + 1).copied().unwrap_or(sums.len());
        segments.extend(segment(input, *from, to, sums, &mut points));
    }
    let interval = garwood(complaints as f64, contacts as f64, PER);
    let rate = |complaints: i64, contacts: i64| {
        (contacts > 0).then(|| Decimal::computed(complaints as f64 * PER / contacts as f64)).flatten()
    };
    let width = segments.first().and_then(|own: &Segment| own.sigma_z).map_or(1.0, Decimal::value);
    let (verdict, change) = if structure.has_changed(unit) {
        (Verdict::GroupChanged, None)
    } else if contacts == 0 || previous_contacts == 0 {
        (Verdict::NoComparison, None)
    } else if complaints < FEW || previous_complaints < FEW {
        (Verdict::Few, None)
    } else {
        let of = |count: i64, exposure: i64| Count { count: count as f64, exposure: exposure as f64 };
        let change = change(of(complaints, contacts), of(previous_complaints, previous_contacts), width);
        (if change.is_some() { Verdict::Uncertain } else { Verdict::NoComparison }, change)
    };
    Complaints {
        segments,
        contacts,
        complaints,
        previous_contacts,
        previous_complaints,
        rate: rate(complaints, contacts),
        rate_lower: interval.and_then(|interval| Decimal::computed(interval.lower)),
        rate_upper: interval.and_then(|interval| Decimal::computed(interval.upper)),
        printed: interval.and_then(|interval| {
            Some([printed(complaints, contacts)?, tenth(interval.lower), tenth(interval.upper)])
        }),
        previous_rate: rate(previous_complaints, previous_contacts),
        previous_printed: printed(previous_complaints, previous_contacts),
        change,
        verdict,
        points,
    }
}

/// Complaints per 1,000 contacts to one decimal, halves away from zero.
fn printed(complaints: i64, contacts: i64) -> Option<Decimal> {
    (contacts > 0).then(|| Decimal::tenths(rounded(complaints.saturating_mul(10_000), contacts)))
}

#[expect(clippy::cast_possible_truncation, reason = "a rate of the size of counts")]
fn tenth(value: f64) -> Decimal {
    Decimal::tenths((value * 10.0).round() as i64)
}

#[expect(clippy::cast_possible_truncation, reason = "a change of the size of counts")]
fn change(now: Count, before: Count, width: f64) -> Option<RateChange> {
    let found = two_quarters::ratio(now, before, width)?;
    // Exact products of whole numbers: a half is a half.
    let exact = (now.count * before.exposure * 100.0) / (before.count * now.exposure) - 100.0;
    Some(RateChange {
        ratio: Decimal::computed(found.ratio)?,
        ratio_lower: Decimal::computed(found.lower)?,
        ratio_upper: Decimal::computed(found.upper)?,
        percent: exact.round() as i32,
        percent_lower: ((found.lower - 1.0) * 100.0).floor() as i32,
        percent_upper: ((found.upper - 1.0) * 100.0).ceil() as i32,
        p: Decimal::computed(found.p)?,
        q: None,
    })
}

/// The chart of a stretch; its points go to `points`. A stretch without any round has none.
fn segment(
    input: &Input,
    from: usize,
    to: usize,
    sums: &[(i64, i64)],
    points: &mut Vec<RatePoint>,
) -> Option<Segment> {
    let (rounds, own) = (input.rounds.get(from..to)?, sums.get(from..to)?);
    let (first, last) = (rounds.first()?, rounds.last()?);
    let counts: Vec<Option<Count>> = own
        .iter()
        .map(|(contacts, complaints)| {
            (*contacts > 0).then_some(Count { count: *complaints as f64, exposure: *contacts as f64 / PER })
        })
        .collect();
    let known = counts.iter().flatten().count();
    let chart = rates(&counts, Kind::for_rates(known)).ok();
    let has_limits = known >= FEWEST_POINTS;
    let is_firm = known >= FEWEST_POINTS_FOR_FIRM_LIMITS;
    for (place, (round, (contacts, complaints))) in rounds.iter().zip(own).enumerate() {
        let point = chart.as_ref().and_then(|chart| chart.points.get(place));
        let classic = chart
            .as_ref()
            .filter(|_| *contacts > 0)
            .and_then(|chart| textbook_limits(chart, *contacts as f64 / PER));
        points.push(RatePoint {
            round: round.n,
            contacts: *contacts,
            complaints: *complaints,
            per_1000: point.and_then(|point| point.value).and_then(Decimal::computed),
            printed: printed(*complaints, *contacts),
            lower: point.and_then(|point| point.lower).map(tenth),
            upper: point.and_then(|point| point.upper).map(tenth),
            classic_lower: classic.and_then(|limits| Decimal::computed(limits.0)),
            classic_upper: classic.and_then(|limits| Decimal::computed(limits.1)),
            signal: point.and_then(|point| point.signal).map(signal),
        });
    }
    let center = chart.as_ref().and_then(|chart| chart.center);
    let fewest = counts.iter().flatten().map(|count| count.exposure).fold(f64::INFINITY, f64::min);
    Some(Segment {
        first_round: first.n,
        last_round: last.n,
        points: u32::try_from(known).unwrap_or(u32::MAX),
        centre_per_1000: center.filter(|_| has_limits).and_then(Decimal::computed),
        sigma_z: chart
            .as_ref()
            .filter(|_| is_firm)
            .and_then(|chart| chart.sigma_z)
            .and_then(Decimal::computed),
        chart: if is_firm {
            "laney"
        } else if has_limits {
            "u"
        } else {
            "line"
        }
        .to_owned(),
        smallest_expected: center.filter(|_| fewest.is_finite()).and_then(|c| Decimal::computed(c * fewest)),
    })
}

fn signal(signal: stats::spc::Signal) -> String {
    let word = serde_json::to_value(signal).ok();
    word.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}
