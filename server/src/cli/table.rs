//! Reads CSV for the commands that take a table: every complaint names file, row and column.

use std::{
    collections::HashMap,
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

use chrono::Datelike;
use clap::ValueEnum;
use csv::StringRecord;
use domain::{Period, Resolution};
use service::imports::separator;
use stats::{link::PeriodLength, panel::LARGEST_PERIOD};

/// Beyond this, sums of squares lose the digits that matter.
const LARGEST: f64 = 1e15;

/// The rows of a file below its head.
#[derive(Debug)]
pub(super) struct Table {
    name: String,
    heads: Vec<String>,
    /// Whether `3,5` is a number: where the comma does not part the cells.
    has_decimal_commas: bool,
    /// Number of the row in the file, the head being row 1, and its cells.
    pub(super) rows: Vec<(u64, StringRecord)>,
}

impl Table {
    /// Reads the whole file.
    ///
    /// # Errors
    /// One line that names file and row.
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| format!("{name} cannot be read: {error}"))?;
        let mut file = BufReader::new(file);
        // Looked at without being taken: enough for the longest head.
        let start = file.fill_buf().map_err(|error| format!("{name} cannot be read: {error}"))?;
        let separator = separator(start.split(|byte| *byte == b'\n').next().unwrap_or_default());
        let mut reader =
            csv::ReaderBuilder::new().delimiter(separator).trim(csv::Trim::All).from_reader(file);
        let heads = reader.headers().map_err(|error| format!("{name}, row 1: {}", reason(&error)))?;
        let heads = heads.iter().map(|head| head.trim_start_matches('\u{feff}').to_owned()).collect();
        let mut rows = Vec::new();
        for (number, record) in reader.records().enumerate() {
            let line = number as u64 + 2;
            rows.push((line, record.map_err(|error| format!("{name}, row {line}: {}", reason(&error)))?));
        }
        if rows.is_empty() {
            return Err(format!("{name}: there are no rows below the head"));
        }
        Ok(Self { name, heads, has_decimal_commas: separator != b',', rows })
    }

    /// The file's name as it was given.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The place of a column.
    ///
    /// # Errors
    /// One line when there is none of that name, or more than one.
    pub(super) fn column(&self, column: &str) -> Result<usize, String> {
        let mut places = (0..self.heads.len()).filter(|place| self.heads[*place] == column);
        match (places.next(), places.next()) {
            (Some(place), None) => Ok(place),
            (Some(_), Some(_)) => Err(format!("{}, row 1: column {column:?} occurs twice", self.name)),
            (None, _) => Err(format!(
                "{}, row 1: there is no column {column:?}; the columns are {}",
                self.name,
                self.heads.join(", ")
            )),
        }
    }

    /// A complaint about a cell.
    pub(super) fn wrong(&self, line: u64, place: usize, cell: &str, why: &str) -> String {
        let column = self.heads.get(place).map_or("", String::as_str);
        format!("{}, row {line}, column {column:?}: {cell:?} {why}", self.name)
    }

    /// A number, `None` where the cell is empty or says NA.
    ///
    /// # Errors
    /// One line when the cell holds something else.
    pub(super) fn number(
        &self,
        line: u64,
        record: &StringRecord,
        place: usize,
    ) -> Result<Option<f64>, String> {
        match cell(record, place) {
            "" | "NA" => Ok(None),
            text => {
                let has_comma = self.has_decimal_commas && !text.contains('.');
                let number = if has_comma { text.replacen(',', ".", 1) } else { text.to_owned() };
                match number.parse::<f64>() {
                    Ok(value) if value.abs() <= LARGEST => Ok(Some(value)),
                    Ok(value) if value.is_finite() => {
                        Err(self.wrong(line, place, text, "is too large; the largest number is 1e15"))
                    }
                    _ => Err(self.wrong(line, place, text, "is not a number")),
                }
            }
        }
    }

    /// As [`Self::number`], but nothing below zero.
    ///
    /// # Errors
    /// One line when the cell holds something else.
    pub(super) fn count(
        &self,
        line: u64,
        record: &StringRecord,
        place: usize,
    ) -> Result<Option<f64>, String> {
        match self.number(line, record, place)? {
            Some(value) if value < 0.0 => Err(self.wrong(line, place, cell(record, place), "is below zero")),
            value => Ok(value),
        }
    }

    /// Whether a text names a period.
    pub(super) fn is_period(text: &str) -> bool {
        period_number(text).is_some()
    }

    /// The periods of all rows, as numbers that grow by one from each to the next.
    ///
    /// # Errors
    /// One line when a cell is no period or is written another way than the rows before.
    pub(super) fn periods(&self, place: usize) -> Result<Periods, String> {
        let mut periods = Periods { calendar: Calendar::Number, numbers: Vec::new(), names: HashMap::new() };
        for (line, record) in &self.rows {
            let text = cell(record, place);
            let (calendar, number) = period_number(text).ok_or_else(|| {
                let why = "is no period; use whole numbers, 2026-W47, 2026-11, 2026Q4 or 2026-11-17";
                self.wrong(*line, place, text, why)
            })?;
            if !periods.numbers.is_empty() && calendar != periods.calendar {
                return Err(self.wrong(*line, place, text, "is written another way than the rows before"));
            }
            periods.calendar = calendar;
            periods.numbers.push(number);
            periods.names.entry(number).or_insert_with(|| text.to_owned());
        }
        Ok(periods)
    }
}

/// A cell, empty where the row is too short.
pub(super) fn cell(record: &StringRecord, place: usize) -> &str {
    record.get(place).unwrap_or_default()
}

/// The periods of a file, row by row.
#[derive(Debug)]
pub(super) struct Periods {
    calendar: Calendar,
    /// One for each row.
    pub(super) numbers: Vec<i64>,
    names: HashMap<i64, String>,
}

impl Periods {
    /// The period as the file writes it, or as it would.
    pub(super) fn name(&self, number: i64) -> String {
        match (self.names.get(&number), self.calendar) {
            (Some(name), _) => name.clone(),
            (None, Calendar::Number) => number.to_string(),
            (None, Calendar::Of(resolution)) => {
                start_of(number, resolution).map_or_else(|| number.to_string(), |period| period.to_string())
            }
        }
    }

    /// How long a period is. Whole numbers are years where all of them could be, else weeks.
    pub(super) fn length(&self) -> PeriodLength {
        match self.calendar {
            Calendar::Of(Resolution::Day) => PeriodLength::Day,
            Calendar::Of(Resolution::Week) => PeriodLength::Week,
            Calendar::Of(Resolution::Month) => PeriodLength::Month,
            Calendar::Of(Resolution::Quarter) => PeriodLength::Quarter,
            Calendar::Number if self.numbers.iter().all(|number| (1900..=2200).contains(number)) => {
                PeriodLength::Year
            }
            Calendar::Number => PeriodLength::Week,
        }
    }

    /// Reads a period given on the command line, written as in the file.
    ///
    /// # Errors
    /// One line when it is no period, or of another length.
    pub(super) fn read(&self, text: &str) -> Result<i64, String> {
        match period_number(text.trim()) {
            Some((calendar, number)) if calendar == self.calendar => Ok(number),
            Some(_) => Err(format!("{text:?} is written another way than the periods of the file")),
            None => Err(format!("{text:?} is no period")),
        }
    }
}

/// How the file writes periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Calendar {
    /// Whole numbers in the order of time; also years.
    Number,
    /// Days, weeks, months or quarters.
    Of(Resolution),
}

/// The argument that overrules what [`Periods::length`] takes periods for.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Length {
    /// Days
    Day,
    /// Weeks
    Week,
    /// Months
    Month,
    /// Quarters
    Quarter,
    /// Years
    Year,
}

impl From<Length> for PeriodLength {
    fn from(length: Length) -> Self {
        match length {
            Length::Day => Self::Day,
            Length::Week => Self::Week,
            Length::Month => Self::Month,
            Length::Quarter => Self::Quarter,
            Length::Year => Self::Year,
        }
    }
}

fn reason(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("has {len} cells where the head has {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "is not UTF-8 text; save the file as UTF-8".to_owned(),
        _ => error.to_string(),
    }
}

/// A period as a number that grows by one from each to the next.
fn period_number(text: &str) -> Option<(Calendar, i64)> {
    // Some tools write whole numbers as 12.0.
    if let Ok(number) = text.strip_suffix(".0").unwrap_or(text).parse::<i64>() {
        let is_near = (-LARGEST_PERIOD..=LARGEST_PERIOD).contains(&number);
        return is_near.then_some((Calendar::Number, number));
    }
    let period = Period::parse(text).ok()?;
    let start = period.start();
    let months = i64::from(start.year()) * 12 + i64::from(start.month0());
    let number = match period.resolution() {
        Resolution::Day => i64::from(start.num_days_from_ce()),
        // Day 1 of the common era was a Monday, so weeks are whole sevens from it.
        Resolution::Week => i64::from(start.num_days_from_ce() - 1) / 7,
        Resolution::Month => months,
        Resolution::Quarter => months / 3,
    };
    Some((Calendar::Of(period.resolution()), number))
}

/// The period with this number, the other way round than [`period_number`].
fn start_of(number: i64, resolution: Resolution) -> Option<Period> {
    let day = |days: i64| chrono::NaiveDate::from_num_days_from_ce_opt(i32::try_from(days).ok()?);
    let month = |months: i64| {
        let year = i32::try_from(months.div_euclid(12)).ok()?;
        chrono::NaiveDate::from_ymd_opt(year, u32::try_from(months.rem_euclid(12)).ok()? + 1, 1)
    };
    let date = match resolution {
        Resolution::Day => day(number)?,
        Resolution::Week => day(number.checked_mul(7)?.checked_add(1)?)?,
        Resolution::Month => month(number)?,
        Resolution::Quarter => month(number.checked_mul(3)?)?,
    };
    Some(Period::containing(date, resolution))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_53_week_year_leaves_no_gap() {
        let number = |text| period_number(text).unwrap().1;
        assert_eq!(number("2027-W01") - number("2026-W53"), 1);
        assert_eq!(number("2026-W53") - number("2026-W52"), 1);
        assert_eq!(number("2007Q1") - number("2006Q4"), 1);
        assert_eq!(number("2007-01") - number("2006-12"), 1);
    }

    #[test]
    fn a_period_can_be_named_from_its_number() {
        for text in ["2026-W53", "2027-W01", "2006Q4", "2007Q1", "2024-02", "2024-02-29", "2000-12"] {
            let (calendar, number) = period_number(text).unwrap();
            let periods = Periods { calendar, numbers: vec![number], names: HashMap::new() };
            assert_eq!(periods.name(number), text);
        }
    }

    #[test]
    fn whole_numbers_are_years_only_where_all_could_be() {
        let length = |numbers: &[i64]| {
            Periods { calendar: Calendar::Number, numbers: numbers.to_vec(), names: HashMap::new() }.length()
        };
        assert_eq!(length(&[2019, 2020]), PeriodLength::Year);
        assert_eq!(length(&[0, 1, 2000]), PeriodLength::Week);
    }
}
