//! What of a pack a unit's document shows: its file carries no figure that its pages do not.

use std::collections::{BTreeMap, BTreeSet};

use domain::insight::pack::{Cell, Pack, UnitRow};

use super::pages::is_below;

/// The part of a pack that a unit's pages are made from: the unit, and of those directly below it what is drawn of
/// them.
pub fn of_unit(pack: &Pack, unit: &str) -> Pack {
    let is_of = |row: &&UnitRow| row.unit == unit || row.parent.as_deref() == Some(unit);
    let series: BTreeSet<(&str, u32)> =
        pack.units.iter().filter(is_of).map(|row| (row.unit.as_str(), row.series)).collect();
    let shown: BTreeSet<&str> = series.iter().map(|(unit, _)| *unit).collect();
    let has = |own: &str| shown.contains(own);
    let is_drawn = |cell: &Cell| {
        let own = pack.places.get(cell.place as usize);
        own.is_some_and(|own| {
            series.contains(&(own.unit.as_str(), cell.series))
                && (own.unit == unit || matches!(cell.measure.as_str(), "strain" | "satisfaction"))
        })
    };
    // Field by field: copying a pack of thousands of units for each of them would take longer than all the rest.
    let mut part = Pack {
        schema: pack.schema.clone(),
        organisation: pack.organisation.clone(),
        quarter: pack.quarter.clone(),
        previous: pack.previous.clone(),
        dated: pack.dated.clone(),
        rounds: pack.rounds.clone(),
        calendar: pack.calendar.clone(),
        places: Vec::new(),
        tests: pack.tests,
        units: pack.units.iter().filter(is_of).cloned().collect(),
        drivers: chosen(&pack.drivers, |key| key.split('/').next() == Some(unit)),
        complaints: chosen(&pack.complaints, has),
        cases: chosen(&pack.cases, |own| own == unit),
        matrix_4_3: BTreeMap::new(),
        hidden: pack
            .hidden
            .iter()
            .filter(|row| series.contains(&(row.unit.as_str(), row.series)))
            .cloned()
            .collect(),
        cells: Vec::new(),
        actions: pack
            .actions
            .iter()
            .filter(|action| action.unit == unit || is_below(pack, &action.unit, unit))
            .cloned()
            .collect(),
        own: pack.own.clone(),
    };
    for row in part.units.iter_mut().filter(|row| row.unit != unit) {
        row.measures.retain(|measure, _| matches!(measure.as_str(), "strain" | "satisfaction"));
    }
    // Cells name their unit by its place among those that are left.
    let mut places = vec![None; pack.places.len()];
    for (at, place) in pack.places.iter().enumerate().filter(|(_, place)| has(&place.unit)) {
        places[at] = u32::try_from(part.places.len()).ok();
        part.places.push(place.clone());
    }
    part.cells = pack
        .cells
        .iter()
        .filter(|cell| is_drawn(cell))
        .filter_map(|cell| Some(Cell { place: (*places.get(cell.place as usize)?)?, ..cell.clone() }))
        .collect();
    part
}

/// Entries of a map whose key is wanted.
fn chosen<T: Clone>(all: &BTreeMap<String, T>, is_wanted: impl Fn(&str) -> bool) -> BTreeMap<String, T> {
    all.iter().filter(|(key, _)| is_wanted(key)).map(|(key, value)| (key.clone(), value.clone())).collect()
}
