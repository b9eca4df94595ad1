//! What of a pack a unit's document shows: its file carries no figure that its pages do not.

use std::collections::BTreeSet;

use domain::insight::pack::{Cell, Pack, UnitRow};

use super::pages::is_below;

/// The part of a pack that a unit's pages are made from: the unit, and of those directly below it what is drawn of
/// them.
pub fn of_unit(pack: &Pack, unit: &str) -> Pack {
    let is_of = |row: &UnitRow| row.unit == unit || row.parent.as_deref() == Some(unit);
    let series: BTreeSet<(&str, u32)> =
        pack.units.iter().filter(|row| is_of(row)).map(|row| (row.unit.as_str(), row.series)).collect();
    let shown: BTreeSet<&str> = series.iter().map(|(unit, _)| *unit).collect();
    let has = |own: &str| shown.contains(own);
    let is_drawn = |cell: &Cell| {
        let own = pack.places.get(cell.place as usize);
        own.is_some_and(|own| {
            series.contains(&(own.unit.as_str(), cell.series))
                && (own.unit == unit || matches!(cell.measure.as_str(), "strain" | "satisfaction"))
        })
    };
    let mut part =
        Pack { places: Vec::new(), cells: Vec::new(), matrix_4_3: Default::default(), ..pack.clone() };
    part.units.retain(is_of);
    for row in part.units.iter_mut().filter(|row| row.unit != unit) {
        row.measures.retain(|measure, _| matches!(measure.as_str(), "strain" | "satisfaction"));
    }
    part.drivers.retain(|key, _| key.split('/').next() == Some(unit));
    part.complaints.retain(|own, _| has(own));
    part.cases.retain(|own, _| own == unit);
    part.hidden.retain(|row| series.contains(&(row.unit.as_str(), row.series)));
    part.actions.retain(|action| action.unit == unit || is_below(pack, &action.unit, unit));
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
