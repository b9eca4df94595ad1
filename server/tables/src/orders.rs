//! Dates of three numbers, and what days stand for: decided over all of a column.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use domain::Resolution;

use crate::{
    calendar::Calendar,
    numbers::Wrong,
    periods::{Dates, PeriodRequest, TakenFrom},
    problem::Fault,
    shapes::{Order, Shape, Triple},
};

/// The order of day, month and year that all dates fit.
pub(crate) fn order(
    shapes: &[Shape],
    cells: &[&(String, u64)],
    request: &PeriodRequest,
) -> Result<Order, Wrong> {
    let triples: Vec<(Triple, &(String, u64))> = shapes
        .iter()
        .zip(cells)
        .filter_map(|(shape, cell)| match shape {
            Shape::Open(triple) => Some((*triple, *cell)),
            _ => None,
        })
        .collect();
    let misfit = |order: Order| triples.iter().find(|(triple, _)| triple.date(order).is_none());
    let wrong = |(text, row): &(String, u64), fault: Fault| Wrong { row: *row, text: text.clone(), fault };
    if let Some(Dates::Order(order)) = request.dates {
        return match misfit(order) {
            Some((_, cell)) if !request.row_by_row => Err(wrong(cell, Fault::OtherOrder { order })),
            _ => Ok(order),
        };
    }
    // Nobody parts month first dates by full stops, but 24.11.01 may have its year first.
    if triples.iter().all(|(triple, _)| triple.has_dots) {
        return match (misfit(Order::Dmy), misfit(Order::Ymd)) {
            (None, Some(_)) => Ok(Order::Dmy),
            (Some(_), None) => Ok(Order::Ymd),
            (None, None) => by_time(&triples),
            (Some(_), Some(_)) if request.row_by_row => Ok(Order::Dmy),
            (Some((_, cell)), Some(_)) => Err(wrong(cell, Fault::NotAPeriod)),
        };
    }
    let orders: Vec<Order> =
        [Order::Dmy, Order::Mdy, Order::Ymd].into_iter().filter(|order| misfit(*order).is_none()).collect();
    match orders.as_slice() {
        [] => {
            let last = [Order::Dmy, Order::Mdy].into_iter().filter_map(misfit).max_by_key(|(_, cell)| cell.1);
            Err(last.map_or_else(
                || Wrong { row: 0, text: String::new(), fault: Fault::NotAPeriod },
                |(_, cell)| wrong(cell, Fault::DatesMixed),
            ))
        }
        [order] => Ok(*order),
        [order, others @ ..] => {
            let open = triples
                .iter()
                .find(|(triple, _)| others.iter().any(|other| triple.date(*other) != triple.date(*order)));
            match open {
                Some((triple, cell)) => Err(unclear(*triple, cell, *order, others[0])),
                None => Ok(*order),
            }
        }
    }
}

fn unclear(triple: Triple, (text, row): &(String, u64), order: Order, other: Order) -> Wrong {
    let as_date = |order| triple.date(order).map(|date| date.to_string()).unwrap_or_default();
    let fault = Fault::DateUnclear { one: as_date(order), other: as_date(other) };
    Wrong { row: *row, text: text.clone(), fault }
}

/// How many times as long one reading of a column has to be than the other to be none that anybody means.
const LONGER: i64 = 10;

/// The order, day or year first, under which the dates of a column follow one another, or lie close together
/// where under the other they are strewn over decades.
fn by_time(triples: &[(Triple, &(String, u64))]) -> Result<Order, Wrong> {
    let dates = |order: Order| -> BTreeSet<NaiveDate> {
        triples.iter().filter_map(|(triple, _)| triple.date(order)).collect()
    };
    let (day_first, year_first) = (dates(Order::Dmy), dates(Order::Ymd));
    let span = |dates: &BTreeSet<NaiveDate>| match (dates.first(), dates.last()) {
        (Some(first), Some(last)) => (*last - *first).num_days(),
        _ => 0,
    };
    let (one, other) = (span(&day_first), span(&year_first));
    let are_several = day_first.len() > 2;
    match (follow(&day_first), follow(&year_first)) {
        (true, false) if are_several => Ok(Order::Dmy),
        (false, true) if are_several => Ok(Order::Ymd),
        _ if are_several && one * LONGER < other => Ok(Order::Dmy),
        _ if are_several && other * LONGER < one => Ok(Order::Ymd),
        _ => {
            let open = triples.iter().find(|(triple, _)| triple.date(Order::Dmy) != triple.date(Order::Ymd));
            match open {
                Some((triple, cell)) => Err(unclear(*triple, cell, Order::Dmy, Order::Ymd)),
                None => Ok(Order::Dmy),
            }
        }
    }
}

/// Whether dates are periods that follow one another without a gap.
fn follow(dates: &BTreeSet<NaiveDate>) -> bool {
    let calendar = longer(dates).map_or(Calendar::Of(Resolution::Day), |(calendar, _)| calendar);
    let numbers: BTreeSet<i64> = dates.iter().filter_map(|date| calendar.number(*date)).collect();
    let (first, last) = (numbers.first(), numbers.last());
    first.zip(last).is_some_and(|(first, last)| last - first + 1 == numbers.len() as i64)
}

/// Whether all days are one, the first or last of a month: the day, or the month that a program writes so.
pub(crate) fn may_be_month(dates: &BTreeSet<NaiveDate>) -> bool {
    dates.len() == 1
        && dates
            .first()
            .is_some_and(|date| date.day() == 1 || date.succ_opt().is_some_and(|next| next.day() == 1))
}

/// What the different days of a column are the first or last days of.
pub(crate) fn longer(dates: &BTreeSet<NaiveDate>) -> Option<(Calendar, TakenFrom)> {
    let all = |test: &dyn Fn(&NaiveDate) -> bool| dates.iter().all(test);
    let is_last = |date: &NaiveDate| date.succ_opt().is_some_and(|next| next.day() == 1);
    let several = dates.len() > 2;
    if dates.len() > 1 {
        let from = match (all(&|date| date.day() == 1), all(&is_last)) {
            (true, _) => Some((TakenFrom::FirstDays, 1)),
            (_, true) => Some((TakenFrom::LastDays, 0)),
            _ => None,
        };
        if let Some((from, place)) = from {
            let calendar = if several && all(&|date| date.month() % 12 == place) {
                Calendar::Year
            } else if several && all(&|date| date.month() % 3 == place) {
                Calendar::Of(Resolution::Quarter)
            } else {
                Calendar::Of(Resolution::Month)
            };
            return Some((calendar, from));
        }
    }
    if several && let Some(calendar) = one_in_each(dates) {
        return Some((calendar, TakenFrom::OneInEach));
    }
    let weekday: Option<Weekday> = dates.first().map(Datelike::weekday);
    let is_one = several && all(&|date| Some(date.weekday()) == weekday);
    is_one.then_some((Calendar::Of(Resolution::Week), TakenFrom::Weekdays))
}

/// The longest periods of which each holds one of these days: reports of the 15th, of the last working day, of the first
/// Monday. None may be missing, but where the day is always the same.
fn one_in_each(dates: &BTreeSet<NaiveDate>) -> Option<Calendar> {
    let first = *dates.first()?;
    let is_same_day = dates.iter().all(|date| date.day() == first.day());
    // Months between two of them: those of quarters are three apart, or six.
    let is_apart = |date: &NaiveDate, months: u32| (12 + date.month() - first.month()).is_multiple_of(months);
    [(Calendar::Year, 12), (Calendar::Of(Resolution::Quarter), 3), (Calendar::Of(Resolution::Month), 1)]
        .into_iter()
        .find(|(calendar, months)| {
            let numbers: BTreeSet<i64> = dates.iter().filter_map(|date| calendar.number(*date)).collect();
            let span = numbers.last().zip(numbers.first()).map_or(0, |(last, first)| last - first + 1);
            numbers.len() == dates.len()
                && dates.iter().all(|date| is_apart(date, *months))
                && (span == dates.len() as i64 || is_same_day)
        })
        .map(|(calendar, _)| calendar)
}
