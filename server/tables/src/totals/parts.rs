//! Sums of some rows: Sum Øst below the shops of the east, Øst totalt above them.

use std::collections::HashSet;

use super::{Entry, rounded};
use crate::names::{Sounds, sounds_like_total};

/// What the names that sound like sums are.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Entries that are sums of rows next to them, or of all others.
    pub(super) found: HashSet<usize>,
    /// Entries that are not, and count as units.
    pub(super) named: Vec<usize>,
}

/// Names like sums that are looked at; a table with more has units of such names.
const MOST: usize = 500;

/// Finds the entries whose names sound like sums and whose figures are one.
pub(super) fn find(entries: &[Entry], figures: &[Vec<f64>]) -> Parts {
    let sounds: Vec<Option<Sounds>> = entries
        .iter()
        .map(|entry| if entry.is_named { None } else { sounds_like_total(&entry.name) })
        .collect();
    let mut parts = Parts::default();
    let often = sounds.iter().flatten().count();
    if often == 0 || often > MOST || figures.iter().all(Vec::is_empty) {
        return parts;
    }
    // First no such name is a unit; those that are no sums then are units for the others.
    let mut is_unit: Vec<bool> =
        entries.iter().zip(&sounds).map(|(entry, sounds)| !entry.is_named && sounds.is_none()).collect();
    for is_second in [false, true] {
        for (place, sounds) in sounds.iter().enumerate() {
            let Some(sounds) = sounds.filter(|_| !parts.found.contains(&place)) else { continue };
            let was_unit = std::mem::replace(&mut is_unit[place], false);
            if is_sum(place, sounds, entries, figures, &is_unit) {
                parts.found.insert(place);
            } else {
                is_unit[place] = was_unit;
            }
        }
        if !is_second {
            for (place, sounds) in sounds.iter().enumerate() {
                is_unit[place] |= sounds.is_some() && !parts.found.contains(&place);
            }
        }
    }
    parts.named = (0..entries.len()).filter(|place| sounds[*place].is_some()).collect();
    parts.named.retain(|place| !parts.found.contains(place));
    parts
}

/// Whether an entry is the sum of the units above it up to the next sum, of those below it, of all above, or of
/// all others.
fn is_sum(place: usize, sounds: Sounds, entries: &[Entry], figures: &[Vec<f64>], is_unit: &[bool]) -> bool {
    let own = &figures[place];
    let filled = own.iter().filter(|own| **own != 0.0).count();
    let is_large = filled > 1 || own.iter().any(|own| *own >= 100.0);
    if filled == 0 || (sounds == Sounds::Perhaps && !is_large) {
        return false;
    }
    // Small sums of two rows meet by chance where the name says little, and those of one row are that row.
    let fewest = if sounds == Sounds::Surely { 1 } else { 2 };
    let is_that = |places: &[usize]| {
        places.len() >= fewest
            && own.iter().enumerate().all(|(column, own)| {
                let sum = places.iter().map(|place| figures[*place][column]).sum();
                rounded(*own, sum, entries[place].rows)
            })
    };
    let up: Vec<usize> = (0..place).rev().take_while(|place| is_unit[*place]).collect();
    let down: Vec<usize> = (place + 1..entries.len()).take_while(|place| is_unit[*place]).collect();
    let above: Vec<usize> = (0..place).filter(|place| is_unit[*place]).collect();
    let all: Vec<usize> = (0..entries.len()).filter(|place| is_unit[*place]).collect();
    [up, down, above, all].iter().any(|places| is_that(places))
}
