//! Two columns of `trivsel link` that are about units rather than rows: what stands above them, and when they
//! acted.

use std::{collections::HashMap, path::Path};

use super::table::{Table, cell};

/// For each of `units`, in their order, the number of its cluster.
///
/// # Errors
/// One line that names file, row and column.
pub(super) fn clusters(path: &Path, unit: &str, column: &str, units: &[String]) -> Result<Vec<u32>, String> {
    let table = Table::read(path)?;
    let (unit_place, place) = (table.column(unit)?, table.column(column)?);
    let mut of_unit: HashMap<&str, &str> = HashMap::new();
    for (line, record) in &table.rows {
        let (unit, name) = (cell(record, unit_place), cell(record, place));
        if name.is_empty() {
            return Err(table.wrong(*line, place, name, "names no cluster"));
        }
        let first = *of_unit.entry(unit).or_insert(name);
        if first != name {
            let why = format!("but {unit:?} belongs to {first:?} in a row above; a unit has one cluster");
            return Err(table.wrong(*line, place, name, &why));
        }
    }
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut number = |unit: &String| {
        let name = of_unit.get(unit.as_str()).copied().unwrap_or_default();
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        *numbers.entry(name).or_insert(next)
    };
    Ok(units.iter().map(&mut number).collect())
}

/// For each of `units`, in their order, the first period in which it acted, if it did; `periods` holds the
/// period of each row. Once begun, an action lasts: a 0 after a 1 is refused.
///
/// # Errors
/// One line that names file, row and column.
pub(super) fn actions(
    path: &Path,
    (unit, period, column): (&str, &str, &str),
    units: &[String],
) -> Result<Vec<Option<i64>>, String> {
    let table = Table::read(path)?;
    let (unit_place, place) = (table.column(unit)?, table.column(column)?);
    let periods = table.periods(table.column(period)?)?;
    let mut began: HashMap<&str, i64> = HashMap::new();
    let mut without: HashMap<&str, (i64, u64)> = HashMap::new();
    for ((line, record), &period) in table.rows.iter().zip(&periods.numbers) {
        let unit = cell(record, unit_place);
        match table.number(*line, record, place)? {
            Some(1.0) => {
                let first = began.entry(unit).or_insert(period);
                *first = period.min(*first);
            }
            Some(0.0) | None => {
                let last = without.entry(unit).or_insert((period, *line));
                *last = (*last).max((period, *line));
            }
            Some(_) => return Err(table.wrong(*line, place, cell(record, place), "is neither 0 nor 1")),
        }
    }
    for (unit, began) in &began {
        if let Some((_, line)) = without.get(unit).filter(|(last, _)| last > began) {
            let why = format!("but {unit:?} had begun before; write 1 in every period from its first on");
            return Err(table.wrong(*line, place, "0", &why));
        }
    }
    Ok(units.iter().map(|unit| began.get(unit.as_str()).copied()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        file
    }

    #[test]
    fn a_unit_that_belongs_to_two_sites_is_refused() {
        let units = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        let sound = file("u,s\na,North\nb,South\nc,North\n");
        assert_eq!(clusters(sound.path(), "u", "s", &units).unwrap(), [0, 1, 0]);
        let wrong = file("u,s\na,North\na,South\n");
        let error = clusters(wrong.path(), "u", "s", &units).unwrap_err();
        assert!(error.contains("row 3, column \"s\"") && error.contains("one cluster"), "{error}");
    }

    #[test]
    fn an_action_begins_once() {
        let units = ["a".to_owned(), "b".to_owned()];
        let sound = file("u,t,d\na,1,0\na,2,1\na,3,1\nb,1,0\n");
        assert_eq!(actions(sound.path(), ("u", "t", "d"), &units).unwrap(), [Some(2), None]);
        let wrong = file("u,t,d\na,1,1\na,2,0\n");
        let error = actions(wrong.path(), ("u", "t", "d"), &units).unwrap_err();
        assert!(error.contains("row 3, column \"d\""), "{error}");
        let wrong = file("u,t,d\na,1,2\n");
        assert!(actions(wrong.path(), ("u", "t", "d"), &units).is_err());
    }
}
