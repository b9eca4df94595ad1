//! Reads a panel from CSV: a row per unit and period with a count, an exposure and predictors.

use std::{collections::HashMap, path::Path};

use stats::{
    link::PeriodLength,
    panel::{Panel, Row},
};

use super::table::{Table, cell};

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

/// A panel and what the file says about its periods.
#[derive(Debug)]
pub(super) struct PanelFile {
    pub(super) panel: Panel,
    /// How long a period is.
    pub(super) length: PeriodLength,
    /// The first and the last period, as the file writes them.
    pub(super) span: (String, String),
}

/// Reads the file.
///
/// # Errors
/// One line that names file, row and column.
pub(super) fn read(path: &Path, columns: &Columns<'_>) -> Result<PanelFile, String> {
    let twice = |(place, name): (usize, &String)| columns.predictors[..place].contains(name);
    if let Some((_, name)) = columns.predictors.iter().enumerate().find(|predictor| twice(*predictor)) {
        return Err(format!("predictor {name:?} is given twice"));
    }
    let table = Table::read(path)?;
    let unit_place = table.column(columns.unit)?;
    let period_place = table.column(columns.period)?;
    let count_place = table.column(columns.count)?;
    let exposure_place = columns.exposure.map(|column| table.column(column)).transpose()?;
    let predictor_places =
        columns.predictors.iter().map(|column| table.column(column)).collect::<Result<Vec<_>, _>>()?;
    let periods = table.periods(period_place)?;
    let mut units: Vec<String> = Vec::new();
    let mut index: HashMap<String, u32> = HashMap::new();
    let mut rows = Vec::new();
    let mut seen: HashMap<(u32, i64), u64> = HashMap::new();
    for ((line, record), &period) in table.rows.iter().zip(&periods.numbers) {
        let unit = cell(record, unit_place);
        if unit.is_empty() {
            return Err(table.wrong(*line, unit_place, unit, "names no unit"));
        }
        let unit = *index.entry(unit.to_owned()).or_insert_with(|| {
            units.push(unit.to_owned());
            u32::try_from(units.len() - 1).unwrap_or(u32::MAX)
        });
        if let Some(first) = seen.insert((unit, period), *line) {
            let why = format!("stands in row {first} already for this unit");
            return Err(table.wrong(*line, period_place, cell(record, period_place), &why));
        }
        let needed = |place: usize| -> Result<f64, String> {
            let empty = || table.wrong(*line, place, cell(record, place), "is empty");
            table.count(*line, record, place)?.ok_or_else(empty)
        };
        rows.push(Row {
            unit,
            period,
            count: needed(count_place)?,
            exposure: exposure_place.map_or(Ok(1.0), needed)?,
            predictors: predictor_places
                .iter()
                .map(|place| table.number(*line, record, *place))
                .collect::<Result<_, _>>()?,
        });
    }
    let name_of = |number: Option<&i64>| number.map(|number| periods.name(*number)).unwrap_or_default();
    let span = (name_of(periods.numbers.iter().min()), name_of(periods.numbers.iter().max()));
    let panel = Panel::new(units, columns.predictors.to_vec(), rows)
        .map_err(|error| format!("{}: {error}", table.name()))?;
    Ok(PanelFile { panel, length: periods.length(), span })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Panel, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let predictors = ["x".to_owned()];
        let columns =
            Columns { unit: "u", period: "t", count: "y", exposure: Some("n"), predictors: &predictors };
        read(file.path(), &columns).map(|file| file.panel)
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
            ("u,t,y,n,x,x\na,1,2,10,1,1", "row 1: column \"x\" occurs twice"),
            (
                "u,t,y,n,x\na,1,2,10,1\na,2026Q1,2,10,1",
                "row 3, column \"t\": \"2026Q1\" is written another way",
            ),
        ] {
            let error = read_text(text).unwrap_err();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn a_file_from_a_norwegian_spreadsheet_reads_as_well() {
        let english = read_text("u,t,y,n,x\na,1,2,10.5,0.5\na,2,3,11,-1.25").unwrap();
        for text in [
            "u;t;y;n;x\na;1;2;10,5;0,5\na;2;3;11;-1,25",
            "u\tt\ty\tn\tx\na\t1\t2\t10,5\t0.5\na\t2\t3\t11\t-1,25",
        ] {
            assert_eq!(read_text(text).unwrap(), english);
        }
        let error = read_text("u;t;y;n;x\na;1;2;1.234,5;1").unwrap_err();
        assert!(error.contains("row 2, column \"n\": \"1.234,5\" is not a number"), "{error}");
        let error = read_text("u;t;y;n;x\na;1;2;1,234,5;1").unwrap_err();
        assert!(error.contains("is not a number"), "{error}");
    }

    #[test]
    fn a_number_whose_square_has_no_digits_left_is_refused() {
        let error = read_text("u,t,y,n,x\na,1,2,10,1e300").unwrap_err();
        assert!(error.contains("row 2, column \"x\": \"1e300\" is too large"), "{error}");
    }

    #[test]
    fn an_empty_predictor_is_missing_and_not_zero() {
        let panel = read_text("u,t,y,n,x\na,1,2,10,\na,2,2,10,NA\na,3,2,10,0").unwrap();
        let values: Vec<_> = panel.rows.iter().map(|row| row.predictors[0]).collect();
        assert_eq!(values, [None, None, Some(0.0)]);
    }
}
