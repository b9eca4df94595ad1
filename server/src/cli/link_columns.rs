//! Two columns of `trivsel link` that are about units rather than rows: what stands above them, and when they
//! acted.

use std::{collections::HashMap, path::Path};

use domain::Lang;
use tables::{Kind, Value};

use super::{
    table::{Length, Reading, Table, column},
    words::pick,
};

/// Places of what is read.
const UNIT: usize = 0;
const CLUSTER: usize = 1;
const PERIOD: usize = 1;
const ACTED: usize = 2;

/// The units of a panel and the file that tells of them.
pub(super) struct OfUnits<'a> {
    /// The file.
    pub(super) path: &'a Path,
    /// Column of the unit.
    pub(super) unit: &'a str,
    /// The panel's units, in its order.
    pub(super) units: &'a [String],
    /// What the file leaves open.
    pub(super) reading: &'a Reading,
    /// Language of complaints.
    pub(super) lang: Lang,
}

impl OfUnits<'_> {
    /// For each unit the number of its cluster.
    ///
    /// # Errors
    /// One line that names file, row and column.
    pub(super) fn clusters(&self, cluster: &str) -> Result<Vec<u32>, String> {
        let columns = vec![column(self.unit, Kind::Name), column(cluster, Kind::Name)];
        let table = Table::read(self.path, columns, self.reading, None, self.lang)?;
        let mut of_unit: HashMap<u32, (u32, u64)> = HashMap::new();
        let names = table.each(|row| {
            let Value::Name(unit) = row.values[UNIT] else { return Ok(()) };
            let Value::Name(cluster) = row.values[CLUSTER] else {
                let why = pick(self.lang, "names no cluster", "nevner ingen gruppe");
                return Err(table.wrong(row, CLUSTER, why));
            };
            let (first, line) = *of_unit.entry(unit).or_insert((cluster, row.row));
            if first != cluster {
                let why = match self.lang {
                    Lang::En => format!("but row {line} says another of this unit; a unit has one cluster"),
                    Lang::Nb => format!("men rad {line} sier en annen for enheten; en enhet har én gruppe"),
                };
                return Err(table.wrong(row, CLUSTER, &why));
            }
            Ok(())
        })?;
        let known: HashMap<&str, u32> =
            (0_u32..).zip(names.names(UNIT)).map(|(number, name)| (name.as_str(), number)).collect();
        let cluster = |unit: &String| {
            let number = known.get(unit.as_str()).and_then(|number| of_unit.get(number));
            // Every unit of the panel stands in a row, and every row names a cluster.
            number.map_or(u32::MAX, |(cluster, _)| *cluster)
        };
        Ok(self.units.iter().map(cluster).collect())
    }

    /// For each unit the first period in which it acted, if it did. Once begun, an action lasts: a 0 after a 1
    /// is refused.
    ///
    /// # Errors
    /// One line that names file, row and column.
    pub(super) fn actions(
        &self,
        period: &str,
        acted: &str,
        length: Option<Length>,
    ) -> Result<Vec<Option<i64>>, String> {
        let columns = vec![
            column(self.unit, Kind::Name),
            column(period, Kind::Period { may_be_names: false, keeps_days: false }),
            column(acted, Kind::Number { adds_up: false }),
        ];
        let table = Table::read(self.path, columns, self.reading, length, self.lang)?;
        let mut began: HashMap<u32, i64> = HashMap::new();
        let mut without: HashMap<u32, (i64, u64)> = HashMap::new();
        let names = table.each(|row| {
            let (Value::Name(unit), Value::Period(period)) = (row.values[UNIT], row.values[PERIOD]) else {
                return Ok(());
            };
            match row.values[ACTED].number() {
                Some(1.0) => {
                    let first = began.entry(unit).or_insert(period);
                    *first = period.min(*first);
                }
                Some(0.0) | None => {
                    let last = without.entry(unit).or_insert((period, row.row));
                    *last = (*last).max((period, row.row));
                }
                Some(_) => {
                    let why = pick(self.lang, "is neither 0 nor 1", "er verken 0 eller 1");
                    return Err(table.wrong(row, ACTED, why));
                }
            }
            Ok(())
        })?;
        let ended = |(unit, began): (&u32, &i64)| without.get(unit).filter(|(last, _)| last > began);
        if let Some(line) = began.iter().filter_map(ended).map(|(_, line)| *line).min() {
            let why = pick(
                self.lang,
                "but this unit had begun before; write 1 in every period from its first on",
                "men denne enheten hadde begynt før; skriv 1 i alle perioder fra den første",
            );
            let at = |row: &tables::Row<'_>| match row.row == line {
                true => Err(table.wrong(row, ACTED, why)),
                false => Ok(()),
            };
            table.each(at)?;
        }
        let known: HashMap<&str, i64> = (0_u32..)
            .zip(names.names(UNIT))
            .filter_map(|(n, name)| Some((name.as_str(), *began.get(&n)?)))
            .collect();
        Ok(self.units.iter().map(|unit| known.get(unit.as_str()).copied()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::table::nothing_said, *};

    /// What a file says of its units a, b and c.
    fn read<T>(text: &str, units: &[&str], ask: impl Fn(&OfUnits<'_>) -> T) -> T {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let (reading, units) = (nothing_said(), units.iter().map(ToString::to_string).collect::<Vec<_>>());
        ask(&OfUnits { path: file.path(), unit: "u", units: &units, reading: &reading, lang: Lang::En })
    }

    #[test]
    fn a_unit_that_belongs_to_two_sites_is_refused() {
        let clusters = |text| read(text, &["a", "b", "c"], |of| of.clusters("s"));
        let found = clusters("u,s\na,North\nb,South\nc,North\n").unwrap();
        assert!(found[0] == found[2] && found[0] != found[1], "{found:?}");
        let error = clusters("u,s\na,North\na,South\n").unwrap_err();
        assert!(error.contains("row 3, column \"s\"") && error.contains("one cluster"), "{error}");
    }

    #[test]
    fn an_action_begins_once() {
        let actions = |text| read(text, &["a", "b"], |of| of.actions("t", "d", None));
        assert_eq!(actions("u,t,d\na,1,0\na,2,1\na,3,1\nb,1,0\n").unwrap(), [Some(2), None]);
        let error = actions("u,t,d\na,1,1\na,2,0\n").unwrap_err();
        assert!(error.contains("row 3, column \"d\""), "{error}");
        let error = actions("u,t,d\na,1,2\n").unwrap_err();
        assert!(error.contains("neither 0 nor 1"), "{error}");
    }
}
