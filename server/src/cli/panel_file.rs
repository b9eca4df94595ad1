//! Reads a panel from a table: a row per unit and period with a count, an exposure and predictors.

use std::{collections::HashMap, path::Path};

use domain::Lang;
use stats::{
    link::PeriodLength,
    panel::{Panel, Row},
};
use tables::{Calendar, Kind, Understood, Value};

use super::{
    table::{Length, Reading, Table, column, period_length},
    words::pick,
};

/// Names of the columns, and what is said about the file.
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
    /// How long a period is, where days are given.
    pub(super) length: Option<Length>,
    /// What the file leaves open.
    pub(super) reading: &'a Reading,
    /// Language of complaints.
    pub(super) lang: Lang,
}

/// A panel and what the file says about its periods.
#[derive(Debug)]
pub(super) struct PanelFile {
    pub(super) panel: Panel,
    /// How long a period is.
    pub(super) length: PeriodLength,
    /// The first and the last period.
    pub(super) span: (String, String),
    /// What the file was taken for.
    pub(super) understood: Understood,
}

/// Places of the columns that every panel has, and of the first predictor.
const UNIT: usize = 0;
const PERIOD: usize = 1;
const COUNT: usize = 2;

/// Reads the file.
///
/// # Errors
/// One line that names file, row and column.
pub(super) fn read(path: &Path, columns: &Columns<'_>) -> Result<PanelFile, String> {
    let twice = |(place, name): (usize, &String)| columns.predictors[..place].contains(name);
    if let Some((_, name)) = columns.predictors.iter().enumerate().find(|predictor| twice(*predictor)) {
        return Err(format!("predictor {name:?} is given twice"));
    }
    let period = Kind::Period { may_be_names: false, keeps_days: false };
    let mut wanted = vec![
        column(columns.unit, Kind::Name),
        column(columns.period, period),
        column(columns.count, Kind::Count),
    ];
    wanted.extend(columns.exposure.map(|name| column(name, Kind::Count)));
    let predictors = wanted.len();
    wanted.extend(columns.predictors.iter().map(|name| column(name, Kind::Number { adds_up: false })));
    let table = Table::read(path, wanted, columns.reading, columns.length, columns.lang)?;
    let mut rows = Vec::new();
    let mut seen: HashMap<(u32, i64), u64> = HashMap::new();
    let names = table.each(|row| {
        let needed = |place: usize| {
            let why = pick(
                columns.lang,
                "stands for a missing figure, but every row needs this one; leave the row out",
                "står for et tall som mangler, men dette må hver rad ha; utelat raden",
            );
            let empty = || table.wrong(row, place, why);
            row.values[place].number().ok_or_else(empty)
        };
        let (Value::Name(unit), Value::Period(period)) = (row.values[UNIT], row.values[PERIOD]) else {
            return Err(table.wrong(row, PERIOD, pick(columns.lang, "is no period", "er ingen periode")));
        };
        if let Some(first) = seen.insert((unit, period), row.row) {
            let why = match columns.lang {
                Lang::En => format!("stands in row {first} already for this unit"),
                Lang::Nb => format!("står allerede i rad {first} for denne enheten"),
            };
            return Err(table.wrong(row, PERIOD, &why));
        }
        rows.push(Row {
            unit,
            period,
            count: needed(COUNT)?,
            exposure: columns.exposure.map_or(Ok(1.0), |_| needed(COUNT + 1))?,
            predictors: row.values[predictors..].iter().map(|value| value.number()).collect(),
        });
        Ok(())
    })?;
    let name_of =
        |number: Option<i64>| number.map(|number| names.period_name(PERIOD, number)).unwrap_or_default();
    let periods = || rows.iter().map(|row| row.period);
    let span = (name_of(periods().min()), name_of(periods().max()));
    let length = period_length(table.periods(PERIOD).map_or(Calendar::Count, |layout| layout.calendar));
    let panel = Panel::new(names.names(UNIT).to_vec(), columns.predictors.to_vec(), rows)
        .map_err(|error| format!("{}: {error}", table.name()))?;
    Ok(PanelFile { panel, length, span, understood: table.understood().clone() })
}

#[cfg(test)]
mod tests {
    use super::{super::table::nothing_said, *};

    fn read_text(text: &str) -> Result<Panel, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let (predictors, reading) = (["x".to_owned()], nothing_said());
        let columns = Columns {
            unit: "u",
            period: "t",
            count: "y",
            exposure: Some("n"),
            predictors: &predictors,
            length: None,
            reading: &reading,
            lang: Lang::En,
        };
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
            "u\tt\ty\tn\tx\na\t1\t2\t10,5\t0.5\na\t2\t3\t11\t-1.25",
        ] {
            assert_eq!(read_text(text).unwrap(), english);
        }
        let error = read_text("u\tt\ty\tn\tx\na\t1\t2\t10\t0.5\na\t2\t3\t11\t-1,25").unwrap_err();
        assert!(error.contains("row 3, column \"x\": \"-1,25\" is a number written another way"), "{error}");
        let grouped = read_text("u;t;y;n;x\na;1;2;1.234,5;1").unwrap();
        assert_eq!(grouped.rows[0].exposure, 1234.5);
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

    fn read_file(text: &str) -> Result<PanelFile, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let (predictors, reading) = (["x".to_owned()], nothing_said());
        let (unit, period, count, exposure) = ("u", "t", "y", Some("n"));
        let (length, lang) = (None, Lang::Nb);
        let columns = Columns {
            unit,
            period,
            count,
            exposure,
            predictors: &predictors,
            length,
            reading: &reading,
            lang,
        };
        read(file.path(), &columns)
    }

    #[test]
    fn months_in_digits_or_as_first_days_are_one_apart_at_new_year() {
        for (december, january) in
            [("202112", "202201"), ("2021-12-01", "2022-01-01"), ("01.12.2021", "01.01.2022")]
        {
            let text = format!("u;t;y;n;x\nÅs;{december};1;10;0,5\n ås ;{january};2;1 000;0,5\n");
            let file = read_file(&text).unwrap();
            assert_eq!(file.panel.rows[1].period - file.panel.rows[0].period, 1);
            assert_eq!((file.length, file.panel.units.len()), (PeriodLength::Month, 1));
            assert_eq!(file.span, ("2021-12".to_owned(), "2022-01".to_owned()));
        }
    }

    #[test]
    fn a_row_of_sums_is_no_unit_and_a_complaint_speaks_norwegian() {
        let text = "u;t;y;n;x\nA;1;2;10;1\nB;1;3;20;1\nSum;1;5;30;1\n";
        assert_eq!(read_file(text).unwrap().panel.units, ["A", "B"]);
        let error = read_file("u;t;y;n;x\nA;1;2;1.234;1\n").unwrap_err();
        assert!(error.contains("rad 2, kolonne «n»: «1.234» kan være 1,234 eller 1234"), "{error}");
    }
}
