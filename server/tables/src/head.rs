//! The head of a table: which row it is, and which columns are asked for.

use std::collections::HashSet;

use calamine::Dimensions;

use crate::{
    file_limits::Limits,
    names::{folded, tidy},
    problem::{Fault, Problem},
    record::Record,
};

/// Rows within which the head stands.
pub(crate) const FIRST_ROWS: usize = 100;

/// The head of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Head {
    /// Its row, and how many records lie above it.
    pub(crate) row: u64,
    pub(crate) records_above: usize,
    /// Names of the columns, as they are shown.
    pub(crate) names: Vec<String>,
    /// Lines of text above it.
    pub(crate) titles: Vec<(u64, String)>,
    /// Whether a row of merged cells above gives the names their first half.
    pub(crate) is_merged: bool,
}

/// Finds the head among the first rows: the first that has all the columns asked for, else the first row that
/// is as wide and filled as the table.
///
/// # Errors
/// When it has too many columns or too long a name.
pub(crate) fn find(
    first: &[Record],
    wanted: &[&str],
    merged: &[Dimensions],
    limits: &Limits,
) -> Result<Head, Problem> {
    let wanted: HashSet<String> = wanted.iter().map(|name| folded(name)).collect();
    let has_all = |names: &[String]| {
        let names: HashSet<String> = names.iter().map(|name| folded(name)).collect();
        wanted.iter().all(|name| names.contains(name))
    };
    if !wanted.is_empty() {
        for (place, record) in first.iter().enumerate() {
            let names: Vec<String> = record.cells().map(tidy).collect();
            if has_all(&names) {
                return head(first, place, names, false, limits);
            }
            let names = merged_names(first, place, merged);
            if let Some(names) = names.filter(|names| has_all(names)) {
                return head(first, place, names, true, limits);
            }
        }
    }
    let place = usual(first);
    match first.get(place) {
        Some(record) => match merged_names(first, place + 1, merged) {
            Some(names) => head(first, place + 1, names, true, limits),
            None => head(first, place, record.cells().map(tidy).collect(), false, limits),
        },
        None => Err(Problem::of_file(Fault::Empty)),
    }
}

fn head(
    first: &[Record],
    place: usize,
    mut names: Vec<String>,
    is_merged: bool,
    limits: &Limits,
) -> Result<Head, Problem> {
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    let row = first.get(place).map_or(0, |record| record.row);
    if names.is_empty() {
        return Err(Problem::of_file(Fault::Empty));
    }
    if names.len() > limits.columns {
        return Err(Problem::at_row(row, Fault::TooManyColumns { most: limits.columns as u64 }));
    }
    if let Some(name) = names.iter().find(|name| name.chars().count() > limits.head) {
        let fault = Fault::LongHead { most: limits.head as u64 };
        return Err(Problem { cell: Some(name.clone()), ..Problem::at_row(row, fault) });
    }
    let above = &first[..place];
    let titles = above.iter().take(if is_merged { place.saturating_sub(1) } else { place });
    let titles = titles.filter(|record| record.filled() > 0).map(|record| {
        let words: Vec<&str> = record.cells().filter(|cell| !cell.is_empty()).collect();
        (record.row, words.join(" "))
    });
    Ok(Head { row, records_above: place, names, titles: titles.collect(), is_merged })
}

/// The first row as wide as most, at least half of it filled.
fn usual(first: &[Record]) -> usize {
    let width = |record: &Record| {
        (0..record.len()).rfind(|place| !record.cell(*place).is_empty()).map_or(0, |last| last + 1)
    };
    let widths: Vec<usize> = first.iter().map(width).collect();
    let often = |width: usize| widths.iter().filter(|other| **other == width).count();
    // Of widths equally common, the larger: a title is narrow.
    let most = widths.iter().copied().max_by_key(|width| (often(*width), *width)).unwrap_or(0);
    let is_head = |record: &Record| {
        let filled = record.filled();
        record.len() >= most && 2 * filled > most.min(record.len()) && (filled > 1 || most <= 1)
    };
    first.iter().position(is_head).unwrap_or(0)
}

/// The names of a head of two rows, where cells of the upper one are merged: `2025 klager`.
fn merged_names(first: &[Record], place: usize, merged: &[Dimensions]) -> Option<Vec<String>> {
    let (above, below) = (first.get(place.checked_sub(1)?)?, first.get(place)?);
    let row = u32::try_from(above.row - 1).ok()?;
    let spans: Vec<&Dimensions> =
        merged.iter().filter(|cells| cells.start.0 <= row && row <= cells.end.0).collect();
    if above.row + 1 != below.row || !spans.iter().any(|cells| cells.end.1 > cells.start.1) {
        return None;
    }
    let name = |column: usize| {
        let place = u32::try_from(column).unwrap_or(u32::MAX);
        let span = spans.iter().find(|cells| cells.start.1 <= place && place <= cells.end.1);
        let upper = above.cell(span.map_or(column, |cells| cells.start.1 as usize));
        // A cell merged over both rows says the same twice.
        let lower = below.cell(column);
        if upper == lower { tidy(lower) } else { tidy(&format!("{upper} {lower}")) }
    };
    Some((0..above.len().max(below.len())).map(name).collect())
}

/// The place of a column. Its name may differ in case and spaces, unless several then have it.
///
/// # Errors
/// When there is none of that name, or more than one.
pub(crate) fn place(head: &Head, wanted: &str) -> Result<usize, Problem> {
    let at = |fault| Problem { column: Some(tidy(wanted)), ..Problem::at_row(head.row, fault) };
    let only = |same: &dyn Fn(&str) -> bool| {
        let mut places = (0..head.names.len()).filter(|place| same(&head.names[*place]));
        (places.next(), places.next())
    };
    let exact = tidy(wanted);
    let folded_wanted = folded(wanted);
    match (only(&|name| name == exact), only(&|name| folded(name) == folded_wanted)) {
        ((Some(place), None), _) | (_, (Some(place), None)) => Ok(place),
        (_, (Some(_), Some(_))) => Err(at(Fault::ColumnTwice)),
        _ => {
            let heads = head.names.iter().filter(|name| !name.is_empty()).take(40).cloned();
            Err(at(Fault::NoColumn { heads: heads.collect() }))
        }
    }
}
