//! A column of periods: what its cells are is decided over all of them together.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::Resolution;
use serde::Serialize;

use crate::{
    calendar::Calendar,
    digits::{self, Digits},
    jumps::Jumps,
    numbers::Wrong,
    orders::{longer, may_be_month, order},
    parted,
    problem::Fault,
    shapes::{Order, Shape, shape},
    time_of_day,
    tokens::looks_like_a_date,
};

/// What somebody says about dates that the file leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// Order of day, month and year.
    Order(Order),
    /// Meaning of digits without marks.
    Digits(Digits),
}

/// How a column of periods is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodRequest {
    /// What a person chose.
    pub dates: Option<Dates>,
    /// Where times with an offset happened.
    pub zone: Option<Tz>,
    /// Whether other names may stand in the column, in the order of time.
    pub may_be_names: bool,
    /// How long a period is, for a column of days.
    pub length: Option<Calendar>,
    /// Whether days stay days, also where all are the first of a month.
    pub keeps_days: bool,
    /// Whether cells that fit nothing refuse their rows alone.
    pub row_by_row: bool,
}

/// Why days are taken for longer periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TakenFrom {
    /// All are the first day of one.
    FirstDays,
    /// All are the last day of one.
    LastDays,
    /// Each holds one of them.
    OneInEach,
    /// All are the same day of the week.
    Weekdays,
    /// Somebody said so.
    Said,
}

/// How the periods of a column are written, and what they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeriodLayout {
    /// What the numbers count.
    pub calendar: Calendar,
    /// Order of dates of three numbers.
    pub order: Option<Order>,
    /// What whole numbers stand for.
    pub digits: Option<Digits>,
    /// Why days are taken for longer periods.
    pub taken_from: Option<TakenFrom>,
    /// What a year and a number stand for: 2026-11 is a month, or a week where the head says so.
    pub parted: Option<Resolution>,
    /// Whether all rows are of one day, which may stand for its month.
    pub may_be_month: bool,
    /// Whether times of day stand behind the dates.
    pub has_times: bool,
    /// Whether they say how far from UTC they are.
    pub has_offsets: bool,
    /// Where they happened.
    #[serde(serialize_with = "zone_name")]
    pub zone: Option<Tz>,
    /// Whether the file begins with the newest.
    pub is_newest_first: bool,
}

fn zone_name<S: serde::Serializer>(zone: &Option<Tz>, serializer: S) -> Result<S::Ok, S::Error> {
    match zone {
        Some(zone) => serializer.serialize_str(zone.name()),
        None => serializer.serialize_none(),
    }
}

impl PeriodLayout {
    const fn new(calendar: Calendar) -> Self {
        Self {
            calendar,
            order: None,
            digits: None,
            parted: None,
            may_be_month: false,
            taken_from: None,
            has_times: false,
            has_offsets: false,
            zone: None,
            is_newest_first: false,
        }
    }

    /// The day a cell names, or the first day of its period, as the file writes it.
    fn date(&self, text: &str) -> Option<NaiveDate> {
        let (shape, clock) = shape(text)?;
        let date = match shape {
            Shape::Whole(number, _) => self.digits?.start(number)?,
            Shape::Open(triple) => triple.date(self.order?)?,
            Shape::Period(period) => period.start(),
            Shape::Parted(parted) => parted.period(self.parted?)?.start(),
        };
        Some(clock.map_or(date, |clock| clock.day_in(date, self.zone)))
    }

    /// The day that a cell names; none where it is no date.
    pub fn day(&self, text: &str) -> Option<NaiveDate> {
        self.date(text)
    }

    /// A cell as a number that grows by one from each period to the next; none where it is no period of this
    /// column, and where [names](Calendar::Names) are read, whose numbers are those of the rows.
    pub fn read(&self, text: &str) -> Option<i64> {
        if self.calendar == Calendar::Count {
            return match shape(text)? {
                (Shape::Whole(number, _), None) => Some(number),
                _ => None,
            };
        }
        self.calendar.number(self.date(text)?)
    }

    /// A period given beside the file: written as in it, or in the usual way (`2026-11`, `2026Q4`).
    pub fn read_bound(&self, text: &str) -> Option<i64> {
        let usual = || match (shape(text)?.0, self.calendar) {
            (Shape::Period(period), Calendar::Of(resolution)) if period.resolution() == resolution => {
                self.calendar.number(period.start())
            }
            (Shape::Parted(parted), Calendar::Of(Resolution::Month)) => {
                self.calendar.number(parted.period(Resolution::Month)?.start())
            }
            (Shape::Whole(number, 4), Calendar::Year) => Some(number),
            _ => None,
        };
        usual().or_else(|| self.read(text))
    }
}

/// Bytes of a period or name that are kept.
const LONGEST: usize = 400;

/// The different cells of a column of periods.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    /// Cells in the order of the file, with their rows.
    cells: Vec<(String, u64)>,
    known: HashMap<String, usize>,
    /// The cell met last, as most follow their like.
    last: String,
    empty: Option<u64>,
    /// The first row that holds one too many.
    too_many: Option<u64>,
    has_times: bool,
    has_offsets: bool,
    jumps: Jumps,
}

impl Evidence {
    /// Takes the cell of a row, which is of the same unit as the row before or of another.
    pub(crate) fn add(&mut self, row: u64, text: &str, is_same_unit: bool, most: usize) {
        if text.is_empty() {
            self.empty.get_or_insert(row);
            return;
        }
        // A period is short, and a name that is long is told by its beginning.
        let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
        if text == self.last && !self.cells.is_empty() {
            self.jumps.add_unit(is_same_unit);
            return;
        }
        self.jumps.add(row, text, is_same_unit);
        text.clone_into(&mut self.last);
        // Days are few where moments are many.
        let (date, clock) = time_of_day::split(text);
        let day;
        let text = match clock {
            Some(clock) => {
                self.has_times = true;
                self.has_offsets |= clock.offset.is_some();
                day = format!("{date} 00:00");
                &day
            }
            None => text,
        };
        if self.known.contains_key(text) {
            return;
        }
        if self.cells.len() >= most {
            self.too_many.get_or_insert(row);
            return;
        }
        self.known.insert(text.to_owned(), self.cells.len());
        self.cells.push((text.to_owned(), row));
    }

    /// Takes in what was seen in other rows.
    pub(crate) fn merge(&mut self, other: Self, most: usize) {
        for (text, row) in other.cells {
            self.add(row, &text, true, most);
        }
        self.empty = self.empty.into_iter().chain(other.empty).min();
        self.too_many = self.too_many.or(other.too_many);
        self.has_times |= other.has_times;
        self.has_offsets |= other.has_offsets;
        self.cells.sort_by_key(|(_, row)| *row);
    }

    /// What the cells are.
    ///
    /// # Errors
    /// The first cell that is no period, is of another kind than those before, or could be two.
    pub(crate) fn decide(
        &self,
        request: &PeriodRequest,
        head: &str,
        most: usize,
    ) -> Result<PeriodLayout, Wrong> {
        let wrong = |text: &str, row: u64, fault: Fault| Wrong { row, text: text.to_owned(), fault };
        let mut shapes: Vec<Option<Shape>> =
            self.cells.iter().map(|(text, _)| shape(text).map(|(shape, _)| shape)).collect();
        let parted = parted::decide(&self.cells, &shapes, request, head)?;
        for shape in &mut shapes {
            if let (Some(Shape::Parted(open)), Some(resolution)) = (&shape, parted) {
                *shape = open.period(resolution).map(Shape::Period);
            }
        }
        let unread = self.cells.iter().zip(&shapes).find(|(_, shape)| shape.is_none()).map(|(cell, _)| cell);
        let read = self.cells.iter().zip(&shapes).find(|(_, shape)| shape.is_some()).map(|(cell, _)| cell);
        if let Some(row) = self.empty.filter(|_| !request.row_by_row) {
            return Err(wrong("", row, Fault::NoPeriod));
        }
        match (unread, read) {
            (Some(_), Some(_)) if request.row_by_row => {}
            (Some((text, row)), Some((other, other_row))) if row > other_row => {
                return Err(wrong(text, *row, Fault::NotAPeriodAs { other: other.clone() }));
            }
            (Some((text, row)), Some(_)) => return Err(wrong(text, *row, Fault::NotAPeriod)),
            (Some((text, row)), None) => {
                if let Some((text, row)) = self.cells.iter().find(|(text, _)| looks_like_a_date(text)) {
                    return Err(wrong(text, *row, Fault::LooksLikeADate));
                }
                if !request.may_be_names {
                    return Err(wrong(text, *row, Fault::NotAPeriod));
                }
            }
            _ => {}
        }
        if let Some(row) = self.too_many {
            return Err(wrong("", row, Fault::TooManyPeriods { most: most as u64 }));
        }
        // Cells that are read; what is not was told above, or refuses its row.
        let cells: Vec<&(String, u64)> = self
            .cells
            .iter()
            .zip(&shapes)
            .filter(|(_, shape)| shape.is_some())
            .map(|(cell, _)| cell)
            .collect();
        let shapes: Vec<Shape> = shapes.into_iter().flatten().collect();
        let Some(first) = shapes.first() else { return Ok(PeriodLayout::new(Calendar::Names)) };
        let kind = kind(first);
        if let Some(place) = shapes.iter().position(|shape| self::kind(shape) != kind) {
            let (text, row) = cells[place];
            let other = cells.first().map(|(text, _)| text.clone()).unwrap_or_default();
            return Err(wrong(text, *row, Fault::PeriodsMixed { other }));
        }
        let mut layout = match kind {
            Kind::Whole => whole(&shapes, &cells, &self.jumps, request, head)?,
            Kind::Open => {
                let mut layout = PeriodLayout::new(Calendar::Of(Resolution::Day));
                layout.order = Some(order(&shapes, &cells, request)?);
                layout
            }
            Kind::Of(resolution) => PeriodLayout::new(Calendar::Of(resolution)),
        };
        layout.parted = parted;
        layout.has_times = self.has_times;
        layout.has_offsets = self.has_offsets;
        layout.zone = request.zone;
        if layout.calendar == Calendar::Of(Resolution::Day) {
            let (calendar, taken_from) = self.length_of_days(&layout, request);
            (layout.calendar, layout.taken_from) = (calendar, taken_from);
            layout.may_be_month =
                !request.keeps_days && request.length.is_none() && may_be_month(&self.dates(&layout));
        }
        layout.is_newest_first = self.is_newest_first(&layout);
        Ok(layout)
    }

    fn dates(&self, layout: &PeriodLayout) -> BTreeSet<NaiveDate> {
        self.cells.iter().filter_map(|(text, _)| layout.date(text)).collect()
    }

    /// Days that are always the first or last of a month, or one in each, are months, and those of one weekday are weeks.
    fn length_of_days(
        &self,
        layout: &PeriodLayout,
        request: &PeriodRequest,
    ) -> (Calendar, Option<TakenFrom>) {
        let days = Calendar::Of(Resolution::Day);
        if let Some(length) = request.length {
            return (length, (length != days).then_some(TakenFrom::Said));
        }
        if request.keeps_days {
            return (days, None);
        }
        // The offset of a moment moves no first of the month: what the file writes counts here.
        let written = PeriodLayout { zone: None, ..layout.clone() };
        longer(&self.dates(&written)).map_or((days, None), |(calendar, from)| (calendar, Some(from)))
    }

    fn is_newest_first(&self, layout: &PeriodLayout) -> bool {
        let numbers: Vec<i64> = self.cells.iter().filter_map(|(text, _)| layout.read(text)).collect();
        numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] <= pair[0])
    }
}

/// Whole numbers as periods.
fn whole(
    shapes: &[Shape],
    cells: &[&(String, u64)],
    jumps: &Jumps,
    request: &PeriodRequest,
    head: &str,
) -> Result<PeriodLayout, Wrong> {
    let numbers: Vec<digits::Numbered<'_>> = shapes
        .iter()
        .zip(cells)
        .filter_map(|(shape, (text, row))| match shape {
            Shape::Whole(number, _) => Some((*number, text.as_str(), *row)),
            _ => None,
        })
        .collect();
    let chosen = match request.dates {
        Some(Dates::Digits(digits)) => Some(digits),
        _ => None,
    };
    let digits = digits::decide(&numbers, chosen, head)?;
    if digits == Digits::Count {
        jumps.check(numbers.len(), head)?;
    }
    let calendar = match digits {
        Digits::Count => Calendar::Count,
        Digits::Year => Calendar::Year,
        Digits::Quarter => Calendar::Of(Resolution::Quarter),
        Digits::Month => Calendar::Of(Resolution::Month),
        Digits::Week => Calendar::Of(Resolution::Week),
        Digits::Day => Calendar::Of(Resolution::Day),
    };
    Ok(PeriodLayout { digits: Some(digits), ..PeriodLayout::new(calendar) })
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Whole,
    Open,
    Of(Resolution),
}

fn kind(shape: &Shape) -> Kind {
    match shape {
        Shape::Whole(..) => Kind::Whole,
        Shape::Open(_) => Kind::Open,
        Shape::Period(period) => Kind::Of(period.resolution()),
        // None is left open where kinds are told.
        Shape::Parted(_) => Kind::Of(Resolution::Month),
    }
}
