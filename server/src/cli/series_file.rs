//! Reads the series of a control chart, and the units of a funnel, from CSV.

use std::collections::HashMap;

use stats::spc::Count;

use super::table::{Table, cell};

/// The most periods a chart may span; more cannot be meant.
const MOST_PERIODS: i64 = 20_000;

/// Which rows and columns are asked for.
pub(super) struct Query<'a> {
    /// Column with the measurement or number of events.
    pub(super) value: &'a str,
    /// Column with the exposure.
    pub(super) exposure: Option<&'a str>,
    /// Column with the period.
    pub(super) period: Option<&'a str>,
    /// First and last period to take, as the file writes them.
    pub(super) from: Option<&'a str>,
    pub(super) to: Option<&'a str>,
}

/// A step of a series or a unit: its name and, where known, value and exposure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) name: String,
    /// Its first row in the file; `None` for a period without one.
    pub(super) line: Option<u64>,
    pub(super) value: Option<f64>,
    /// 1 where the table has none.
    pub(super) exposure: Option<f64>,
}

impl Entry {
    /// Value and exposure as a count; `None` where either is missing.
    pub(super) fn count(&self) -> Option<Count> {
        Some(Count { count: self.value?, exposure: self.exposure? })
    }

    /// Adds a row. A missing cell leaves out that row, not what the others add up to.
    fn add(&mut self, value: Option<f64>, exposure: Option<f64>) {
        let Some((value, exposure)) = value.zip(exposure) else { return };
        self.value = Some(self.value.unwrap_or(0.0) + value);
        self.exposure = Some(self.exposure.unwrap_or(0.0) + exposure);
    }
}

/// The rows in order of time, periods without a row as gaps; in the order of the file where there is no
/// column of periods or it holds other names. With `sum`, rows of one period are added up.
///
/// # Errors
/// One line that names file, row and column.
pub(super) fn series(table: &Table, query: &Query<'_>, sum: bool) -> Result<Vec<Entry>, String> {
    let rows = Rows::of(table, query)?;
    let Some(place) = query.period.map(|column| table.column(column)).transpose()? else {
        if query.from.is_some() || query.to.is_some() {
            return Err("--from and --to need --period".to_owned());
        }
        let entry = |(place, (line, value, exposure)): (usize, (u64, Option<f64>, Option<f64>))| Entry {
            name: (place + 1).to_string(),
            line: Some(line),
            value,
            exposure,
        };
        return Ok(rows.cells.into_iter().enumerate().map(entry).collect());
    };
    let names = Names::of(table, place, query)?;
    let mut entries: Vec<(i64, Entry)> = Vec::new();
    let mut known: HashMap<i64, (usize, u64)> = HashMap::new();
    for ((line, value, exposure), number) in rows.cells.into_iter().zip(&names.numbers) {
        let Some(number) = number else { continue };
        match known.get(number) {
            Some((entry, _)) if sum => entries[*entry].1.add(value, exposure),
            Some((_, first)) => {
                let why = format!("stands in row {first} already; --sum adds up the rows of one period");
                let record = table.rows.iter().find(|(other, _)| *other == line);
                let text = record.map(|(_, record)| cell(record, place)).unwrap_or_default();
                return Err(table.wrong(line, place, text, &why));
            }
            None => {
                known.insert(*number, (entries.len(), line));
                let mut entry =
                    Entry { name: (names.name)(*number), line: Some(line), value: None, exposure: None };
                if sum {
                    entry.add(value, exposure);
                } else {
                    (entry.value, entry.exposure) = (value, exposure);
                }
                entries.push((*number, entry));
            }
        }
    }
    entries.sort_by_key(|(number, _)| *number);
    let (Some(first), Some(last)) = (entries.first().map(|e| e.0), entries.last().map(|e| e.0)) else {
        return Err(format!("{}: no row lies between --from and --to", table.name()));
    };
    if last - first >= MOST_PERIODS {
        return Err(format!("{}: the periods are more than {MOST_PERIODS} apart", table.name()));
    }
    let mut rest = entries.into_iter().peekable();
    Ok((first..=last)
        .map(|number| match rest.next_if(|(next, _)| *next == number) {
            Some((_, entry)) => entry,
            None => Entry { name: (names.name)(number), line: None, value: None, exposure: None },
        })
        .collect())
}

/// The units in order of their first row, each with all its rows added up.
///
/// # Errors
/// One line that names file, row and column.
pub(super) fn units(table: &Table, query: &Query<'_>, unit: &str) -> Result<Vec<Entry>, String> {
    let unit_place = table.column(unit)?;
    let rows = Rows::of(table, query)?;
    let numbers = match query.period.map(|column| table.column(column)).transpose()? {
        Some(place) => Names::of(table, place, query)?.numbers,
        None if query.from.is_some() || query.to.is_some() => {
            return Err("--from and --to need --period".to_owned());
        }
        None => vec![Some(0); rows.cells.len()],
    };
    let mut entries: Vec<Entry> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for (((line, record), (_, value, exposure)), number) in table.rows.iter().zip(rows.cells).zip(numbers) {
        if number.is_none() {
            continue;
        }
        let name = cell(record, unit_place);
        if name.is_empty() {
            return Err(table.wrong(*line, unit_place, name, "names no unit"));
        }
        let entry = *known.entry(name).or_insert_with(|| {
            entries.push(Entry { name: name.to_owned(), line: Some(*line), value: None, exposure: None });
            entries.len() - 1
        });
        entries[entry].add(value, exposure);
    }
    if entries.is_empty() {
        return Err(format!("{}: no row lies between --from and --to", table.name()));
    }
    Ok(entries)
}

/// Row number, value and exposure of each row.
struct Rows {
    cells: Vec<(u64, Option<f64>, Option<f64>)>,
}

impl Rows {
    fn of(table: &Table, query: &Query<'_>) -> Result<Self, String> {
        let value_place = table.column(query.value)?;
        let exposure_place = query.exposure.map(|column| table.column(column)).transpose()?;
        let cells = table.rows.iter().map(|(line, record)| {
            let value = table.number(*line, record, value_place)?;
            let exposure = match exposure_place {
                Some(place) => table.count(*line, record, place)?,
                None => Some(1.0),
            };
            Ok((*line, value, exposure))
        });
        Ok(Self { cells: cells.collect::<Result<_, String>>()? })
    }
}

/// A number for each row, `None` for rows that are not asked for, and the name of each number.
struct Names {
    numbers: Vec<Option<i64>>,
    name: Box<dyn Fn(i64) -> String>,
}

impl Names {
    /// Periods if the first row's cell is one, else names in the order of their first row.
    fn of(table: &Table, place: usize, query: &Query<'_>) -> Result<Self, String> {
        let first = table.rows.first().map(|(_, record)| cell(record, place)).unwrap_or_default();
        if first.is_empty() || Table::is_period(first) {
            let periods = table.periods(place)?;
            let bound = |text: Option<&str>, open: i64| text.map_or(Ok(open), |text| periods.read(text));
            let wanted = bound(query.from, i64::MIN)?..=bound(query.to, i64::MAX)?;
            let numbers =
                periods.numbers.iter().map(|number| wanted.contains(number).then_some(*number)).collect();
            return Ok(Self { numbers, name: Box::new(move |number| periods.name(number)) });
        }
        if query.from.is_some() || query.to.is_some() {
            return Err(format!("--from and --to need periods, and {first:?} is none"));
        }
        let mut names: Vec<String> = Vec::new();
        let mut numbers = Vec::with_capacity(table.rows.len());
        let mut known: HashMap<&str, i64> = HashMap::new();
        for (line, record) in &table.rows {
            let text = cell(record, place);
            if text.is_empty() {
                return Err(table.wrong(*line, place, text, "names no period"));
            }
            let next = names.len() as i64;
            let number = *known.entry(text).or_insert_with(|| {
                names.push(text.to_owned());
                next
            });
            numbers.push(Some(number));
        }
        let name = move |number: i64| {
            usize::try_from(number).ok().and_then(|place| names.get(place).cloned()).unwrap_or_default()
        };
        Ok(Self { numbers, name: Box::new(name) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Table {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        Table::read(file.path()).unwrap()
    }

    const QUERY: Query<'_> =
        Query { value: "y", exposure: Some("n"), period: Some("t"), from: None, to: None };

    fn values(entries: &[Entry]) -> Vec<(&str, Option<f64>)> {
        entries.iter().map(|entry| (entry.name.as_str(), entry.value)).collect()
    }

    #[test]
    fn periods_are_put_in_order_and_missing_ones_are_gaps() {
        let table = read("t,y,n\n2026-W02,3,10\n2025-W51,1,10\n2025-W52,,10\n");
        let found = series(&table, &QUERY, false).unwrap();
        let wanted =
            [("2025-W51", Some(1.0)), ("2025-W52", None), ("2026-W01", None), ("2026-W02", Some(3.0))];
        assert_eq!(values(&found), wanted);
    }

    #[test]
    fn rows_of_one_period_are_added_up_only_when_asked() {
        let table = read("u,t,y,n\na,2014Q1,3,10\nb,2014Q1,4,30\na,2014Q2,1,10\nb,2015Q1,1,\n");
        let error = series(&table, &QUERY, false).unwrap_err();
        assert!(error.contains("row 3, column \"t\": \"2014Q1\" stands in row 2 already"), "{error}");
        let query = Query { to: Some("2014Q4"), ..QUERY };
        let found = series(&table, &query, true).unwrap();
        assert_eq!(found[0].count(), Some(Count { count: 7.0, exposure: 40.0 }));
        assert_eq!(found.len(), 2);
        let units = units(&table, &query, "u").unwrap();
        assert_eq!(units[0].count(), Some(Count { count: 4.0, exposure: 20.0 }));
        assert_eq!(series(&table, &QUERY, true).unwrap().len(), 5);
    }

    #[test]
    fn other_names_keep_the_order_of_the_file() {
        let table = read("t,y,n\nspring,3,10\nautumn,1,10\n");
        assert_eq!(
            values(&series(&table, &QUERY, false).unwrap()),
            [("spring", Some(3.0)), ("autumn", Some(1.0))]
        );
        let unnamed = Query { period: None, ..QUERY };
        assert_eq!(series(&table, &unnamed, false).unwrap()[1].name, "2");
        assert!(series(&table, &Query { from: Some("2014"), ..QUERY }, false).is_err());
    }

    #[test]
    fn periods_far_apart_are_refused_rather_than_filled() {
        let table = read("t,y,n\n1,3,10\n999999999,1,10\n");
        assert!(series(&table, &QUERY, false).unwrap_err().contains("apart"));
    }
}
