//! A year and a number in a column of periods: 2026-11 is a month, unless the head says week or quarter.

use domain::Resolution;

use crate::{
    digits::{Digits, Says},
    numbers::Wrong,
    periods::{Dates, PeriodRequest},
    problem::Fault,
    shapes::{Parted, Shape},
};

/// What a year and a number stand for; none where the column has no such cell.
///
/// # Errors
/// When the head says something else than the numbers can be, or the numbers can be two things.
pub(crate) fn decide(
    cells: &[(String, u64)],
    shapes: &[Option<Shape>],
    request: &PeriodRequest,
    head: &str,
) -> Result<Option<Resolution>, Wrong> {
    let found: Vec<(Parted, &(String, u64))> = shapes
        .iter()
        .zip(cells)
        .filter_map(|(shape, cell)| match shape {
            Some(Shape::Parted(parted)) => Some((*parted, cell)),
            _ => None,
        })
        .collect();
    let Some((_, first)) = found.first() else { return Ok(None) };
    let wrong = |(text, row): &(String, u64), fault| Err(Wrong { row: *row, text: text.clone(), fault });
    match request.dates {
        Some(Dates::Digits(Digits::Week)) => return Ok(Some(Resolution::Week)),
        Some(Dates::Digits(Digits::Month)) => return Ok(Some(Resolution::Month)),
        Some(Dates::Digits(Digits::Quarter)) => return Ok(Some(Resolution::Quarter)),
        _ => {}
    }
    // School years and those of accounts: 2004/05, 2005/06. Months thirteen apart are nobody's, one beyond the twelfth none.
    let is_next_year = |(parted, _): &(Parted, _)| parted.ends_next_year();
    if found.iter().all(is_next_year) && (found.len() > 1 || found[0].0.number > 12) {
        return wrong(first, Fault::YearOfTwo);
    }
    let misfit =
        |resolution: Resolution| found.iter().find(|(parted, _)| parted.period(resolution).is_none());
    let has = |number: u32| found.iter().any(|(parted, _)| parted.number == number);
    let said = match Says::of(head) {
        Says::WEEKS => Resolution::Week,
        Says::MONTHS => return Ok(Some(Resolution::Month)),
        // The first months of quarters, under a head that says so, are none of these.
        Says::QUARTERS if has(4) && !has(2) && !has(3) => return wrong(first, Fault::QuartersOrMonths),
        Says::QUARTERS => Resolution::Quarter,
        // Quarters are not written 2026-04; weeks beyond the twelfth are no month and refused as such.
        Says::NOTHING => {
            let are_quarters = |(parted, _): &(Parted, _)| !parted.is_padded && parted.number <= 4;
            return match found.iter().all(are_quarters) {
                true => wrong(first, Fault::QuartersOrMonths),
                false => Ok(Some(Resolution::Month)),
            };
        }
        _ => return wrong(first, Fault::WeeksOrMonths),
    };
    match misfit(said) {
        Some((_, cell)) if !request.row_by_row => wrong(cell, Fault::NotAsHead),
        _ => Ok(Some(said)),
    }
}
