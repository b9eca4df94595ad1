//! Calendars and cases as JSON files, and the answer to them.
//!
//! A file of calendars maps names to `{"timezone", "week", "holidays", "half_days", "exceptions"}`. A file of cases
//! is a list, alone or as `cases` of an object, of `{"id", "calendar", "clock", "events", "as_of"}`; other keys of a
//! case are for its readers. Every error names the place as a path, and line and column.

mod answer;
mod calendars;
mod cases;
mod unique;

use std::{collections::BTreeMap, fmt};

use serde::de::DeserializeOwned;

use crate::{calendar::Calendar, course::course};

pub use answer::Answer;
pub use cases::Case;
use cases::Cases;
use unique::Unique;

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError(String);

impl FileError {
    fn new(path: &str, error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let why = error.to_string();
        let why = why.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&why);
        // The path of a whole file is a dot.
        let path = if path == "." { String::new() } else { format!("{path}: ") };
        Self(format!("{path}{why} (line {line}, column {column})"))
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FileError {}

/// Calendars by name.
pub type Calendars = BTreeMap<String, Calendar>;

/// Reads calendars.
///
/// # Errors
/// When the text is no JSON of calendars, or a calendar contradicts itself.
pub fn read_calendars(text: &str) -> Result<Calendars, FileError> {
    read::<Unique<String, Calendar>>(text).map(|calendars| calendars.0)
}

/// Reads cases.
///
/// # Errors
/// When the text is no JSON of cases, or a case contradicts itself.
pub fn read_cases(text: &str) -> Result<Vec<Case>, FileError> {
    if text.trim_start().starts_with('[') {
        return read(text);
    }
    read::<Cases>(text).map(|file| file.cases)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, FileError> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| FileError::new(&error.path().to_string(), error.inner()))?;
    json.end().map_err(|error| FileError::new(".", &error))?;
    Ok(value)
}

/// Runs the clock of every case.
///
/// # Errors
/// When a case names a calendar that there is not.
pub fn answer(cases: &[Case], calendars: &Calendars) -> Result<Vec<Answer>, FileError> {
    cases
        .iter()
        .map(|case| {
            let calendar = calendars.get(&case.calendar).ok_or_else(|| unknown_calendar(case, calendars))?;
            Ok(Answer::new(case.id.clone(), course(calendar, &case.clock, &case.events, case.as_of)))
        })
        .collect()
}

fn unknown_calendar(case: &Case, calendars: &Calendars) -> FileError {
    let names = calendars.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
    let (id, calendar) = (&case.id, &case.calendar);
    FileError(format!("case {id}: calendar {calendar:?} is not among the calendars ({names})"))
}
