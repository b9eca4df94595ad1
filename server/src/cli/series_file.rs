//! Reads the series of a control chart, and the units of a funnel, from a table.

use std::{
    collections::{HashMap, HashSet},
    ops::RangeInclusive,
};

use domain::{Lang, Resolution};
use stats::spc::Count;
use tables::{Calendar, Column, Kind, Row, Value};

use super::{
    table::{Table, column},
    words::pick,
};

/// The most periods a chart may span; more cannot be meant.
const MOST_PERIODS: i64 = 20_000;

/// Which rows and columns are asked for.
pub(super) struct Query<'a> {
    /// Column with the measurement or number of events.
    pub(super) value: &'a str,
    /// Whether values of several rows may be added up, as numbers of events may and measurements may not.
    pub(super) adds_up: bool,
    /// Column with the exposure.
    pub(super) exposure: Option<&'a str>,
    /// Column with the period.
    pub(super) period: Option<&'a str>,
    /// Column with the unit.
    pub(super) unit: Option<&'a str>,
    /// First and last period to take, as the file writes them.
    pub(super) from: Option<&'a str>,
    pub(super) to: Option<&'a str>,
}

impl Query<'_> {
    /// The columns to read: value, then exposure, period and unit where they are asked for.
    pub(super) fn columns(&self) -> Vec<Column> {
        let period = Kind::Period { may_be_names: self.unit.is_none(), keeps_days: false };
        let mut columns = vec![column(self.value, Kind::Number { adds_up: self.adds_up })];
        columns.extend(self.exposure.map(|name| column(name, Kind::Count)));
        columns.extend(self.period.map(|name| column(name, period)));
        columns.extend(self.unit.map(|name| column(name, Kind::Name)));
        columns
    }

    /// Place of the period among them.
    fn period_place(&self) -> Option<usize> {
        self.period.map(|_| 1 + usize::from(self.exposure.is_some()))
    }

    /// Place of the unit among them.
    fn unit_place(&self) -> usize {
        1 + usize::from(self.exposure.is_some()) + usize::from(self.period.is_some())
    }

    /// Value and exposure of a row.
    fn figures(&self, row: &Row<'_>) -> (Option<f64>, Option<f64>) {
        let value = |place: usize| row.values.get(place).and_then(|value| value.number());
        (value(0), if self.exposure.is_some() { value(1) } else { Some(1.0) })
    }

    /// The numbers of the periods asked for.
    ///
    /// # Errors
    /// One line when a bound is no period of the file's kind.
    fn wanted(&self, table: &Table) -> Result<RangeInclusive<i64>, String> {
        if self.from.is_none() && self.to.is_none() {
            return Ok(i64::MIN..=i64::MAX);
        }
        let lang = table.lang();
        let place = self.period_place().ok_or_else(|| {
            pick(lang, "--from and --to need --period", "--from og --to krever --period").to_owned()
        })?;
        let layout = table.periods(place).filter(|layout| layout.calendar != Calendar::Names);
        let layout = layout.ok_or_else(|| match lang {
            Lang::En => {
                format!("{}: --from and --to need periods, and the column has other names", table.name())
            }
            Lang::Nb => {
                format!("{}: --from og --to krever perioder, og kolonnen har andre navn", table.name())
            }
        })?;
        let bound = |text: Option<&str>, open: i64| match text {
            None => Ok(open),
            Some(text) => layout.read_bound(text.trim()).ok_or_else(|| match lang {
                Lang::En => format!("{text:?} is no period as those of the file are"),
                Lang::Nb => format!("{text:?} er ingen periode slik filens er"),
            }),
        };
        Ok(bound(self.from, i64::MIN)?..=bound(self.to, i64::MAX)?)
    }
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
        match (self.value, self.exposure) {
            (None, Some(0.0)) => Some(Count { count: 0.0, exposure: 0.0 }),
            (value, exposure) => Some(Count { count: value?, exposure: exposure? }),
        }
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
    let wanted = query.wanted(table)?;
    let mut entries: Vec<(i64, Entry)> = Vec::new();
    let mut known: HashMap<i64, usize> = HashMap::new();
    let names = table.each(|row| {
        let (value, exposure) = query.figures(row);
        let place = query.period_place();
        let number = match place.and_then(|place| row.values.get(place)) {
            Some(Value::Period(number)) => *number,
            _ => entries.len() as i64,
        };
        if !wanted.contains(&number) {
            return Ok(());
        }
        if let Some(entry) = known.get(&number) {
            let entry = &mut entries[*entry].1;
            if sum {
                entry.add(value, exposure);
                return Ok(());
            }
            let first = entry.line.unwrap_or_default();
            let why = match table.lang() {
                Lang::En => format!("stands in row {first} already; --sum adds up the rows of one period"),
                Lang::Nb => format!("står allerede i rad {first}; --sum legger sammen radene i en periode"),
            };
            return Err(table.wrong(row, place.unwrap_or_default(), &why));
        }
        known.insert(number, entries.len());
        let mut entry = Entry { name: String::new(), line: Some(row.row), value: None, exposure: None };
        if sum {
            entry.add(value, exposure);
        } else {
            (entry.value, entry.exposure) = (value, exposure);
        }
        entries.push((number, entry));
        Ok(())
    })?;
    let name = |number: i64| match query.period_place() {
        Some(place) => names.period_name(place, number),
        None => (number + 1).to_string(),
    };
    entries.sort_by_key(|(number, _)| *number);
    let (Some(first), Some(last)) = (entries.first().map(|e| e.0), entries.last().map(|e| e.0)) else {
        return Err(none_left(table));
    };
    if last - first >= MOST_PERIODS && query.period.is_some() {
        return Err(match table.lang() {
            Lang::En => format!("{}: the periods are more than {MOST_PERIODS} apart", table.name()),
            Lang::Nb => format!("{}: periodene ligger mer enn {MOST_PERIODS} fra hverandre", table.name()),
        });
    }
    // A day of the week that the file never lists is one on which nothing is open, and no gap.
    let calendar = query.period_place().and_then(|place| table.periods(place)).map(|layout| layout.calendar);
    let is_daily = calendar == Some(Calendar::Of(Resolution::Day));
    let listed: HashSet<i64> = entries.iter().map(|(number, _)| number.rem_euclid(7)).collect();
    let is_closed = |number: i64| is_daily && !listed.contains(&number.rem_euclid(7));
    let mut rest = entries.into_iter().peekable();
    Ok((first..=last)
        .map(|number| match rest.next_if(|(next, _)| *next == number) {
            Some((_, entry)) => Entry { name: name(number), ..entry },
            None => {
                let exposure = is_closed(number).then_some(0.0);
                Entry { name: name(number), line: None, value: None, exposure }
            }
        })
        .collect())
}

/// The units in order of their first row, each with all its rows added up.
///
/// # Errors
/// One line that names file, row and column.
pub(super) fn units(table: &Table, query: &Query<'_>) -> Result<Vec<Entry>, String> {
    let wanted = query.wanted(table)?;
    let mut entries: Vec<Entry> = Vec::new();
    let mut known: HashMap<u32, usize> = HashMap::new();
    let mut order: Vec<u32> = Vec::new();
    let names = table.each(|row| {
        let period = query.period_place().and_then(|place| row.values.get(place));
        if matches!(period, Some(Value::Period(number)) if !wanted.contains(number)) {
            return Ok(());
        }
        let Some(Value::Name(unit)) = row.values.get(query.unit_place()) else { return Ok(()) };
        let entry = *known.entry(*unit).or_insert_with(|| {
            entries.push(Entry { name: String::new(), line: Some(row.row), value: None, exposure: None });
            order.push(*unit);
            entries.len() - 1
        });
        let (value, exposure) = query.figures(row);
        entries[entry].add(value, exposure);
        Ok(())
    })?;
    if entries.is_empty() {
        return Err(none_left(table));
    }
    let all = names.names(query.unit_place());
    for (entry, unit) in entries.iter_mut().zip(order) {
        entry.name = all.get(unit as usize).cloned().unwrap_or_default();
    }
    Ok(entries)
}

fn none_left(table: &Table) -> String {
    match table.lang() {
        Lang::En => format!("{}: no row lies between --from and --to", table.name()),
        Lang::Nb => format!("{}: ingen rad ligger mellom --from og --to", table.name()),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::table::nothing_said, *};

    /// A table and the file it is read from, which has to stay.
    fn read(text: &str, query: &Query<'_>) -> (Table, tempfile::NamedTempFile) {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        (Table::read(file.path(), query.columns(), &nothing_said(), None, Lang::En).unwrap(), file)
    }

    const QUERY: Query<'_> = Query {
        value: "y",
        adds_up: true,
        exposure: Some("n"),
        period: Some("t"),
        unit: None,
        from: None,
        to: None,
    };

    fn values(entries: &[Entry]) -> Vec<(&str, Option<f64>)> {
        entries.iter().map(|entry| (entry.name.as_str(), entry.value)).collect()
    }

    #[test]
    fn periods_are_put_in_order_and_missing_ones_are_gaps() {
        let (table, _file) = read("t,y,n\n2026-W02,3,10\n2025-W51,1,10\n2025-W52,,10\n", &QUERY);
        let found = series(&table, &QUERY, false).unwrap();
        let wanted =
            [("2025-W51", Some(1.0)), ("2025-W52", None), ("2026-W01", None), ("2026-W02", Some(3.0))];
        assert_eq!(values(&found), wanted);
    }

    #[test]
    fn days_of_the_week_that_a_file_never_lists_are_no_gaps() {
        let (table, _file) =
            read("t,y,n\n2026-01-08,0,9\n2026-01-09,1,9\n2026-01-12,0,9\n2026-01-15,1,9\n", &QUERY);
        let found = series(&table, &QUERY, false).unwrap();
        let closed = Some(Count { count: 0.0, exposure: 0.0 });
        let of = |day: usize| found[day].count();
        // Thursday, Friday, the weekend, Monday, and two days that are never listed.
        assert_eq!((of(2), of(3), of(5), of(6)), (closed, closed, closed, closed));
        let (table, _file) =
            read("t,y,n\n2026-01-05,0,9\n2026-01-06,1,9\n2026-01-12,0,9\n2026-01-14,1,9\n", &QUERY);
        let found = series(&table, &QUERY, false).unwrap();
        assert_eq!(
            (found[8].count(), found[8].name.as_str()),
            (None, "2026-01-13"),
            "a Tuesday is listed elsewhere"
        );
    }

    #[test]
    fn rows_of_one_period_are_added_up_only_when_asked() {
        let (table, _file) =
            read("u,t,y,n\na,2014Q1,3,10\nb,2014Q1,4,30\na,2014Q2,1,10\nb,2015Q1,1,\n", &QUERY);
        let error = series(&table, &QUERY, false).unwrap_err();
        assert!(error.contains("row 3, column \"t\": \"2014Q1\" stands in row 2 already"), "{error}");
        let query = Query { to: Some("2014Q4"), ..QUERY };
        let found = series(&table, &query, true).unwrap();
        assert_eq!(found[0].count(), Some(Count { count: 7.0, exposure: 40.0 }));
        assert_eq!(found.len(), 2);
        assert_eq!(series(&table, &QUERY, true).unwrap().len(), 5);
        let by_unit = Query { unit: Some("u"), ..query };
        let (table, _file) = read("u,t,y,n\na,2014Q1,3,10\nb,2014Q1,4,30\na,2014Q2,1,10\n", &by_unit);
        let units = units(&table, &by_unit).unwrap();
        assert_eq!(units[0].count(), Some(Count { count: 4.0, exposure: 20.0 }));
    }

    #[test]
    fn other_names_keep_the_order_of_the_file() {
        let (table, _file) = read("t,y,n\nspring,3,10\nautumn,1,10\n", &QUERY);
        assert_eq!(
            values(&series(&table, &QUERY, false).unwrap()),
            [("spring", Some(3.0)), ("autumn", Some(1.0))]
        );
        let unnamed = Query { period: None, ..QUERY };
        assert!(series(&table, &Query { from: Some("2014"), ..QUERY }, false).is_err());
        let (table, _file) = read("t,y,n\nspring,3,10\nautumn,1,10\n", &unnamed);
        assert_eq!(series(&table, &unnamed, false).unwrap()[1].name, "2");
    }

    #[test]
    fn periods_far_apart_are_refused_rather_than_filled() {
        let (table, _file) = read("t,y,n\n1,3,10\n999999999,1,10\n", &QUERY);
        assert!(series(&table, &QUERY, false).unwrap_err().contains("apart"));
    }

    #[test]
    fn months_newest_first_are_turned_round_and_a_missing_one_is_a_gap() {
        for (november, september) in [
            ("01.11.2025", "01.09.2025"),
            ("Nov-25", "Sep-25"),
            ("2025M11", "2025M09"),
            ("2025-11-30 00:00:00", "2025-09-30 00:00:00"),
        ] {
            let (table, _file) = read(&format!("t;y;n\n{november};3;10\n{september};1;10\n"), &QUERY);
            let found = series(&table, &QUERY, false).unwrap();
            let wanted = [("2025-09", Some(1.0)), ("2025-10", None), ("2025-11", Some(3.0))];
            assert_eq!(values(&found), wanted);
        }
    }
}
