//! Reads a panel from CSV: a row per unit and period with a count, an exposure and predictors.

use std::{collections::HashMap, fs::File, path::Path};

use chrono::Datelike;
use domain::{Period, Resolution};
use stats::panel::{Panel, Row};

/// Names of the columns.
pub(super) struct Columns<'a> {
    /// Unit.
    pub(super) unit: &'a str,
    /// Period.
    pub(super) period: &'a str,
    /// Number of events.
    pub(super) count: &'a str,
    /// Exposure; without one every row counts the same.
    pub(super) exposure: Option<&'a str>,
    /// Predictors.
    pub(super) predictors: &'a [String],
}

/// How the file writes periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Calendar {
    /// Whole numbers in the order of time; also years.
    Number,
    /// Days, weeks, months or quarters.
    Of(Resolution),
}

/// Reads the file.
///
/// # Errors
/// One line that names file, row and column.
pub(super) fn read(path: &Path, columns: &Columns<'_>) -> Result<Panel, String> {
    let name = path.display();
    let file = File::open(path).map_err(|error| format!("{name} cannot be read: {error}"))?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(file);
    let heads = reader.headers().map_err(|error| format!("{name}, row 1: {error}"))?.clone();
    let place = |column: &str| {
        heads.iter().position(|head| head.trim_start_matches('\u{feff}') == column).ok_or_else(|| {
            format!(
                "{name}, row 1: there is no column {column:?}; the columns are {}",
                heads.iter().collect::<Vec<_>>().join(", ")
            )
        })
    };
    let unit_place = place(columns.unit)?;
    let period_place = place(columns.period)?;
    let count_place = place(columns.count)?;
    let exposure_place = columns.exposure.map(place).transpose()?;
    let predictor_places =
        columns.predictors.iter().map(|column| place(column)).collect::<Result<Vec<_>, _>>()?;
    let mut units: Vec<String> = Vec::new();
    let mut index: HashMap<String, u32> = HashMap::new();
    let mut calendar = None;
    let mut rows = Vec::new();
    let mut seen: HashMap<(u32, i64), u64> = HashMap::new();
    for (number, record) in reader.records().enumerate() {
        let line = number as u64 + 2;
        let record = record.map_err(|error| format!("{name}, row {line}: {}", reason(&error)))?;
        let cell = |place: usize| record.get(place).unwrap_or_default();
        let column = |place: usize| heads.get(place).unwrap_or_default().to_owned();
        let wrong = |place: usize, why: &str| {
            format!("{name}, row {line}, column {:?}: {:?} {why}", column(place), cell(place))
        };
        let unit = cell(unit_place);
        if unit.is_empty() {
            return Err(wrong(unit_place, "names no unit"));
        }
        let unit = *index.entry(unit.to_owned()).or_insert_with(|| {
            units.push(unit.to_owned());
            u32::try_from(units.len() - 1).unwrap_or(u32::MAX)
        });
        let (kind, period) = period_index(cell(period_place)).ok_or_else(|| {
            wrong(period_place, "is no period; use whole numbers, 2026-W47, 2026-11, 2026Q4 or 2026-11-17")
        })?;
        if *calendar.get_or_insert(kind) != kind {
            return Err(wrong(period_place, "is written another way than the rows before"));
        }
        if let Some(first) = seen.insert((unit, period), line) {
            return Err(wrong(period_place, &format!("stands in row {first} already for this unit")));
        }
        let number = |place: usize| -> Result<Option<f64>, String> {
            match cell(place) {
                "" | "NA" => Ok(None),
                text => match text.parse::<f64>() {
                    Ok(value) if value.is_finite() => Ok(Some(value)),
                    _ => Err(wrong(place, "is not a number")),
                },
            }
        };
        let needed = |place: usize| -> Result<f64, String> {
            match number(place)? {
                Some(value) if value >= 0.0 => Ok(value),
                Some(_) => Err(wrong(place, "is below zero")),
                None => Err(wrong(place, "is empty")),
            }
        };
        rows.push(Row {
            unit,
            period,
            count: needed(count_place)?,
            exposure: exposure_place.map_or(Ok(1.0), &needed)?,
            predictors: predictor_places.iter().map(|place| number(*place)).collect::<Result<_, _>>()?,
        });
    }
    if rows.is_empty() {
        return Err(format!("{name}: there are no rows below the head"));
    }
    Panel::new(units, columns.predictors.to_vec(), rows).map_err(|error| format!("{name}: {error}"))
}

fn reason(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("has {len} cells where the head has {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "is not UTF-8 text".to_owned(),
        _ => error.to_string(),
    }
}

/// A period as a number that grows by one from each to the next.
fn period_index(text: &str) -> Option<(Calendar, i64)> {
    if let Ok(number) = text.parse::<i64>() {
        return Some((Calendar::Number, number));
    }
    // Some tools write whole numbers as 12.0.
    if let Some(whole) = text.strip_suffix(".0").and_then(|whole| whole.parse::<i64>().ok()) {
        return Some((Calendar::Number, whole));
    }
    let period = Period::parse(text).ok()?;
    let start = period.start();
    let months = i64::from(start.year()) * 12 + i64::from(start.month0());
    let index = match period.resolution() {
        Resolution::Day => i64::from(start.num_days_from_ce()),
        // Day 1 of the common era was a Monday, so weeks are whole sevens from it.
        Resolution::Week => i64::from(start.num_days_from_ce() - 1) / 7,
        Resolution::Month => months,
        Resolution::Quarter => months / 3,
    };
    Some((Calendar::Of(period.resolution()), index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_53_week_year_leaves_no_gap() {
        let index = |text| period_index(text).unwrap().1;
        assert_eq!(index("2027-W01") - index("2026-W53"), 1);
        assert_eq!(index("2026-W53") - index("2026-W52"), 1);
        assert_eq!(index("2007Q1") - index("2006Q4"), 1);
        assert_eq!(index("2007-01") - index("2006-12"), 1);
    }

    fn read_text(text: &str) -> Result<Panel, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let predictors = ["x".to_owned()];
        let columns =
            Columns { unit: "u", period: "t", count: "y", exposure: Some("n"), predictors: &predictors };
        read(file.path(), &columns)
    }

    #[test]
    fn what_is_wrong_is_named_with_row_and_column() {
        for (text, expected) in [
            ("u,t,y,n,x\na,1,2,10,0.5\na,2,many,10,1", "row 3, column \"y\": \"many\" is not a number"),
            ("u,t,y,n,x\na,1,-2,10,0.5", "row 2, column \"y\": \"-2\" is below zero"),
            ("u,t,y,n,x\na,1,2,10,0.5\na,1,3,10,0.5", "row 3, column \"t\": \"1\" stands in row 2 already"),
            ("u,t,y,n,x\na,soon,2,10,0.5", "row 2, column \"t\": \"soon\" is no period"),
            ("u,t,y,n\na,1,2,10", "there is no column \"x\""),
            ("u,t,y,n,x\na,1,2,10", "row 2: has 4 cells where the head has 5"),
            ("u,t,y,n,x\n", "there are no rows"),
        ] {
            let error = read_text(text).unwrap_err();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn an_empty_predictor_is_missing_and_not_zero() {
        let panel = read_text("u,t,y,n,x\na,1,2,10,\na,2,2,10,NA\na,3,2,10,0").unwrap();
        let values: Vec<_> = panel.rows.iter().map(|row| row.predictors[0]).collect();
        assert_eq!(values, [None, None, Some(0.0)]);
    }
}
