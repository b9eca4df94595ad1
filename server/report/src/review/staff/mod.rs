//! Figures of staff: the quarter's value, its change, and what is said of both.
//!
//! * `sums`: rows of the ledger added up by unit, series, measure and quarter; `figure`: one measure's quarter;
//! * `sentence`: what is said of a unit; `beside`: statements beside the organisation's, factors, what is hidden.

mod beside;
mod figure;
mod sentence;
mod sums;

use std::collections::BTreeMap;

use domain::insight::{
    figures::Measure,
    pack::{Bands, Complaints, Decimal, Figure, Grain, UnitRow, Verdict},
};
use stats::link::multiplicity::benjamini_hochberg;

use super::{Input, Structure, UnitInput, rates::LEVEL};
use figure::{Context, Tested};
use sums::{Key, Sums};

pub(super) use beside::{drivers, hidden, matrix};
pub(super) use sums::sums;

/// The family of a measure: corrected for each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Core,
    Items,
    None,
}

fn family(measure: Measure) -> Family {
    match measure {
        Measure::Strain => Family::Core,
        Measure::Score(domain::staff::bank::Item::C2) => Family::Core,
        Measure::Overloaded | Measure::Underloaded | Measure::ResponseRate => Family::None,
        Measure::Score(_) => Family::Items,
    }
}

/// Whether a measure is asked in every round.
fn is_core(measure: Measure) -> bool {
    family(measure) != Family::Items
}

/// One row a unit and series of the quarter, and how many changes of core measures and of statements were tested.
pub(super) fn rows(
    input: &Input,
    structure: &Structure,
    sums: &Sums,
    complaints: &[Complaints],
) -> (Vec<UnitRow>, u32, u32) {
    let mut by_series: BTreeMap<(usize, u32), Vec<Measure>> = BTreeMap::new();
    for (key, _) in sums.iter() {
        by_series.entry((key.unit, key.series)).or_default().push(key.measure);
    }
    let mut rows = Vec::new();
    let mut tested: Vec<(usize, Measure, Tested)> = Vec::new();
    for (at, unit) in input.units.iter().enumerate() {
        for series in &unit.series {
            let Some(mut row) = bare(input, structure, at, series.series, complaints.get(at)) else {
                continue;
            };
            let context = context(structure, at, unit);
            for measure in by_series.get(&(at, series.series)).into_iter().flatten() {
                let key = Key { unit: at, series: series.series, measure: *measure };
                if *measure == Measure::ResponseRate {
                    response(&mut row, sums.get(key));
                    continue;
                }
                let (figure, test) = figure::figure(*measure, sums.get(key), &context);
                if let Some(test) = test.filter(|_| family(*measure) != Family::None) {
                    tested.push((rows.len(), *measure, test));
                }
                row.measures.insert(measure.name().into_owned(), figure);
            }
            rows.push(row);
        }
    }
    let core = correct(&mut rows, &tested, Family::Core);
    let items = correct(&mut rows, &tested, Family::Items);
    for row in &mut rows {
        row.sentence.staff = sentence::of(row).to_owned();
    }
    (rows, core, items)
}

/// Corrects one family over the whole organisation, and says what is clear. Returns how many there are.
fn correct(rows: &mut [UnitRow], tested: &[(usize, Measure, Tested)], of: Family) -> u32 {
    let own: Vec<_> = tested.iter().filter(|(_, measure, _)| family(*measure) == of).collect();
    let q = benjamini_hochberg(&own.iter().map(|(_, _, test)| test.p).collect::<Vec<_>>());
    for ((row, measure, test), q) in own.iter().zip(q) {
        let Some(figure) = rows.get_mut(*row).and_then(|row| row.measures.get_mut(measure.name().as_ref()))
        else {
            continue;
        };
        figure.z = test.z.and_then(Decimal::computed);
        figure.p = Decimal::computed(test.p);
        figure.q = Decimal::computed(q);
        figure.verdict = clear(figure, q);
    }
    u32::try_from(own.len()).unwrap_or(u32::MAX)
}

fn clear(figure: &Figure, q: f64) -> Verdict {
    let (Some(change), Some(half_width)) = (figure.change, figure.half_width) else { return figure.verdict };
    match (q <= LEVEL && change.abs() > half_width, change > 0) {
        (true, true) => Verdict::Up,
        (true, false) => Verdict::Down,
        (false, _) => Verdict::Uncertain,
    }
}

fn grain(people: Option<u32>) -> Option<Grain> {
    people.map(Grain::of)
}

fn context(structure: &Structure, at: usize, unit: &UnitInput) -> Context {
    let now = grain(unit.roster[1]).or(grain(unit.roster[0])).unwrap_or(Grain::Five);
    let before = grain(unit.roster[0]).unwrap_or(now);
    // What nobody wrote down is taken as unchanged.
    let is_other = |a: Option<u32>, b: Option<u32>| a.zip(b).is_some_and(|(a, b)| a != b);
    Context {
        now,
        before,
        has_group_changed: structure.has_changed(at),
        has_grain_changed: now != before || is_other(unit.window[0], unit.window[1]),
    }
}

/// A series' row without figures; none when it has no round in the quarter.
fn bare(
    input: &Input,
    structure: &Structure,
    at: usize,
    series: u32,
    complaints: Option<&Complaints>,
) -> Option<UnitRow> {
    let unit = input.units.get(at)?;
    let own = unit.series.iter().find(|own| own.series == series)?;
    let mut rounds =
        input.rounds.iter().filter(|round| round.is_now && (own.from..=own.to).contains(&round.n));
    let first = rounds.next()?;
    let last = rounds.next_back().unwrap_or(first);
    let moved = |other: &super::SeriesInput| {
        // Where one series ends inside the quarter and another begins.
        other.series != series || unit.series.len() > 1
    };
    let starts_in_quarter =
        unit.series.iter().skip(1).any(|other| {
            moved(other) && input.rounds.iter().any(|round| round.is_now && round.n == other.from)
        });
    let date = |place: usize| input.rounds.get(place).map(|round| round.starts.clone());
    Some(UnitRow {
        unit: unit.id.clone(),
        name: unit.name.clone(),
        series,
        parent: own.parent.and_then(|parent| input.units.get(parent)).map(|parent| parent.id.clone()),
        first_round: first.n,
        last_round: last.n,
        grain: context(structure, at, unit).now,
        moved_in_quarter: starts_in_quarter,
        group_changed_at: structure.changes(at).filter_map(date).collect(),
        measures: BTreeMap::new(),
        response: None,
        response_bands: None,
        sentence: domain::insight::pack::Sentence {
            staff: String::new(),
            customers: complaints.map_or_else(String::new, |own| format!("rate_{}", own.verdict.name())),
        },
        // Said once all of the pack is there.
        said: domain::insight::pack::Said::default(),
    })
}

fn response(row: &mut UnitRow, sums: [Option<&sums::Sum>; 2]) {
    let Some(now) = sums[1].filter(|sum| sum.shown > 0) else { return };
    match row.grain {
        Grain::One => {
            row.response = now.weight_shown().map(|weight| figure::to_step(now.total, weight, 10));
        }
        Grain::Two => {
            let [low, middle, high] = now.bands;
            row.response_bands = Some(Bands { low, middle, high });
        }
        Grain::Five => {}
    }
}
