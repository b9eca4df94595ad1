//! The roll-up of complaints and contacts: one sum per unit, resolution and period, kept for every
//! unit and all units above it, so that a trend costs as many rows as it shows.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use domain::{Period, Resolution, UnitId};
use sea_orm::{ConnectionTrait, FromQueryResult};

use base::{
    Error, Result,
    db::{all, insert_or, join_ids},
};
use organisation::Tree;

/// Complaints and contacts of one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Complaints.
    pub complaints: i64,
    /// Contacts.
    pub contacts: i64,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.complaints += other.complaints;
        self.contacts += other.contacts;
    }
}

/// Changes to the roll-up, gathered in memory and written in one go.
#[derive(Default)]
pub struct RollupChange(HashMap<(UnitId, Resolution, NaiveDate), Counts>);

impl RollupChange {
    /// Adds to a unit's period and to the same period of every unit above it.
    pub fn add(&mut self, tree: &Tree, unit: UnitId, period: Period, counts: Counts) {
        self.add_to(&tree.ancestors(unit), period, counts);
    }

    /// Adds to the same period of each of these units.
    pub fn add_to(&mut self, units: &[UnitId], period: Period, counts: Counts) {
        for unit in units {
            *self.0.entry((*unit, period.resolution(), period.start())).or_default() += counts;
        }
    }

    /// Writes the gathered changes.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn write(self, db: &impl ConnectionTrait) -> Result<()> {
        let mut rows: Vec<_> = self.0.into_iter().collect();
        // Two writers that touch the same rows do so in the same order, and so never wait in a ring.
        rows.sort_unstable_by_key(|(key, _)| *key);
        let rows = rows.into_iter().map(|((unit, resolution, start), counts)| -> [sea_orm::Value; 5] {
            [
                unit.into(),
                resolution.name().into(),
                start.into(),
                counts.complaints.into(),
                counts.contacts.into(),
            ]
        });
        let into = "voice_rollup (unit_id, resolution, period_start, complaints, contacts)";
        let conflict = "ON CONFLICT (unit_id, resolution, period_start) DO UPDATE
             SET complaints = voice_rollup.complaints + excluded.complaints,
                 contacts = voice_rollup.contacts + excluded.contacts";
        Ok(insert_or(db, into, rows.collect(), conflict).await?)
    }
}

/// A unit's counts as they were recorded, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn find(db: &impl ConnectionTrait, unit: UnitId) -> Result<Vec<(Period, Counts)>> {
    Ok(find_many(db, &[unit]).await?.remove(&unit).unwrap_or_default())
}

/// A sum of a unit as it is stored.
#[derive(FromQueryResult)]
struct UnitSum {
    unit_id: UnitId,
    resolution: String,
    period_start: NaiveDate,
    complaints: i64,
    contacts: i64,
}

/// The period that a stored resolution and first day name.
fn period(place: &'static str, resolution: &str, start: NaiveDate) -> Result<Period> {
    let resolution = resolution.parse().map_err(|()| Error::stored(place, resolution))?;
    Ok(Period::containing(start, resolution))
}

/// The same for several units in one query.
///
/// # Errors
/// When the database refuses.
pub async fn find_many(
    db: &impl ConnectionTrait,
    units: &[UnitId],
) -> Result<HashMap<UnitId, Vec<(Period, Counts)>>> {
    let sql = format!(
        "SELECT unit_id, resolution, period_start, complaints, contacts FROM voice_rollup
         WHERE unit_id IN ({}) ORDER BY period_start",
        join_ids(units)
    );
    let mut counts: HashMap<UnitId, Vec<(Period, Counts)>> = HashMap::new();
    for row in all::<UnitSum>(db, &sql, []).await? {
        counts.entry(row.unit_id).or_default().push((
            period("voice_rollup.resolution", &row.resolution, row.period_start)?,
            Counts { complaints: row.complaints, contacts: row.contacts },
        ));
    }
    Ok(counts)
}

/// A unit whose records are taken out.
#[derive(FromQueryResult)]
struct UnitNumber {
    id: UnitId,
    external_id: String,
}

/// A record of a unit, by the unit's number.
#[derive(FromQueryResult)]
struct UnitRecord {
    external_id: String,
    resolution: String,
    period_start: NaiveDate,
    complaints: i64,
    contacts: i64,
}

/// Units whose records are read at a time: never more than theirs are in memory.
const UNITS_AT_ONCE: usize = 8;

/// Writes every unit's own counts as CSV, as they were recorded, for the command line: one row per unit and period,
/// by the unit's number and the period, units above not included. Complaints and contacts of days are added up from
/// their records. However many rows there are, those of a few units are in memory at a time.
///
/// # Errors
/// When the database refuses, or the writer; what was written before stays written.
pub async fn write_history<W: std::io::Write>(db: &impl ConnectionTrait, out: W) -> Result<()> {
    use export::{Cell, Column, ColumnKind as Kind, CsvWriter};
    let columns = [
        ("unit", Kind::Text),
        ("period", Kind::Text),
        ("complaints", Kind::Integer),
        ("contacts", Kind::Integer),
    ];
    let unwritten = |error: export::ExportError| Error::Internal(error.to_string());
    let mut out =
        CsvWriter::new(&columns.map(|(title, kind)| Column::new(title, kind)), out).map_err(unwritten)?;
    let mut units: Vec<UnitNumber> = all(db, "SELECT id, external_id FROM unit", []).await?;
    units.sort_by(|one, other| one.external_id.cmp(&other.external_id));
    for some in units.chunks(UNITS_AT_ONCE) {
        let of = join_ids(&some.iter().map(|unit| unit.id).collect::<Vec<_>>());
        let sql = format!(
            "SELECT unit.external_id, records.resolution, records.period_start,
                    CAST(SUM(records.complaints) AS BIGINT) AS complaints,
                    CAST(SUM(records.contacts) AS BIGINT) AS contacts
             FROM (
                SELECT unit_id, resolution, period_start, complaints, contacts FROM history WHERE unit_id IN ({of})
                UNION ALL SELECT unit_id, 'day', day, 0, contacts FROM contact_day WHERE unit_id IN ({of})
                UNION ALL SELECT unit_id, 'day', happened_on, 1, 0 FROM complaint WHERE unit_id IN ({of}) AND counts
             ) AS records JOIN unit ON unit.id = records.unit_id
             GROUP BY unit.external_id, records.resolution, records.period_start"
        );
        let mut rows: Vec<UnitRecord> = all(db, &sql, []).await?;
        // By bytes on either database, whatever it takes for the order of letters.
        rows.sort_by(|one, other| {
            let key = |row: &UnitRecord| (row.period_start, row.resolution.clone());
            one.external_id.cmp(&other.external_id).then_with(|| key(one).cmp(&key(other)))
        });
        for row in rows {
            let period = period("history.resolution", &row.resolution, row.period_start)?;
            out.row(&[
                Cell::Text(row.external_id),
                Cell::Text(period.to_string()),
                Cell::Integer(row.complaints),
                Cell::Integer(row.contacts),
            ])
            .map_err(unwritten)?;
        }
    }
    out.finish().map_err(unwritten)?;
    Ok(())
}

/// Sums counts into periods of a resolution. Coarser records cannot be split and are left out;
/// their number is the second value.
pub fn at_resolution(counts: &[(Period, Counts)], resolution: Resolution) -> (Vec<(Period, Counts)>, usize) {
    let mut sums: BTreeMap<NaiveDate, Counts> = BTreeMap::new();
    let mut left_out = 0;
    for (period, count) in counts {
        if period.resolution() <= resolution {
            *sums.entry(holder(*period, resolution).start()).or_default() += *count;
        } else {
            left_out += 1;
        }
    }
    (
        sums.into_iter().map(|(start, counts)| (Period::containing(start, resolution), counts)).collect(),
        left_out,
    )
}

/// The coarser period that a record counts in. A week that lies in two months counts in the one that
/// has its Thursday, as ISO 8601 does with years.
fn holder(period: Period, resolution: Resolution) -> Period {
    let day = match period.resolution() {
        Resolution::Week => period.start().checked_add_days(Days::new(3)).unwrap_or(period.start()),
        _ => period.start(),
    };
    Period::containing(day, resolution)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(text: &str, complaints: i64) -> (Period, Counts) {
        (Period::parse(text).unwrap(), Counts { complaints, contacts: 100 })
    }

    #[test]
    fn finer_records_are_summed_and_coarser_ones_left_out() {
        let records =
            [counts("2026-01-31", 1), counts("2026-02-01", 2), counts("2026Q1", 4), counts("2026-03", 8)];
        let (months, left_out) = at_resolution(&records, Resolution::Month);
        let sums: Vec<_> = months.iter().map(|(p, c)| (p.to_string(), c.complaints)).collect();
        assert_eq!(sums, [("2026-01".into(), 1), ("2026-02".into(), 2), ("2026-03".into(), 8)]);
        assert_eq!(left_out, 1);
    }

    #[test]
    fn a_resolution_that_is_not_known_is_named_and_not_left_out_of_a_trend() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let error = period("voice_rollup.resolution", "decade", day).unwrap_err();
        assert_eq!(
            error.to_string(),
            "voice_rollup.resolution holds \"decade\", which this version does not know"
        );
    }

    #[test]
    fn a_week_counts_where_its_thursday_lies() {
        let (months, _) = at_resolution(&[counts("2026-W05", 1), counts("2026-W09", 2)], Resolution::Month);
        let names: Vec<_> = months.iter().map(|(p, _)| p.to_string()).collect();
        assert_eq!(names, ["2026-01", "2026-02"]);
    }
}
