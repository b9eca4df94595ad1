//! A dry run: reads a whole file, finds everything that is wrong with it, writes nothing.

use std::collections::{HashMap, HashSet};

use chrono::{Months, NaiveDate};
use domain::{
    Period, Resolution, UnitId,
    customers::member::VISIT_MONTHS,
    exchange::import::{DryRun, FileProblem, ImportField, ImportKind, MOST_PROBLEMS, RowProblem, RowWhy},
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::{
    Row, Target, UnitRef,
    reader::{self, RowReader},
    structure,
};
use base::{
    Error, Result,
    db::{all, column, placeholders},
};

/// Rows between two looks into the database.
const CHUNK: usize = 1000;

/// What makes a row the same as another.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Period(UnitRef, Resolution, NaiveDate),
    Reference(String),
}

/// First and last day with counts, by how they are recorded: single days, weeks, months, quarters as
/// their resolutions, and last the days of imported history, which count the same things as single
/// complaints and contacts do.
type Spans = [Option<(NaiveDate, NaiveDate)>; 5];

/// The place in [`Spans`] of a kind of record.
const fn place(resolution: Resolution, is_history: bool) -> usize {
    match (resolution, is_history) {
        (Resolution::Day, true) => 4,
        (resolution, _) => resolution as usize,
    }
}

/// Reads the whole file and reports what an import would do.
///
/// # Errors
/// When the database refuses; problems of the file are part of the report.
pub async fn dry_run(db: &impl ConnectionTrait, target: &Target<'_>) -> Result<DryRun> {
    if target.kind.is_organisation() {
        return structure::dry_run(db, target).await;
    }
    let mut report = DryRun::default();
    let mut rows = match reader::rows(target) {
        Ok(rows) => rows,
        Err(problem) => return Ok(DryRun { file_problem: Some(problem), ..report }),
    };
    let mut checker = Checker {
        spans: stored_spans(db).await?,
        seen: HashMap::new(),
        pending: Vec::new(),
        units: HashSet::new(),
    };
    let mut span: Option<(Period, Period)> = None;
    let (mut visits, mut met) = (Vec::new(), HashSet::new());
    loop {
        match rows.next() {
            Ok(Some(Ok(row))) => {
                report.complaints += row.counts().0;
                report.contacts += row.counts().1;
                let period = row.period();
                span = Some(span.map_or((period, period), |(first, last)| {
                    (
                        if period.start() < first.start() { period } else { first },
                        if period.start() > last.start() { period } else { last },
                    )
                }));
                if let Row::Visit { unit, day, member } = row {
                    checker.units.insert(unit);
                    visits.push((member, day, unit));
                } else if let Some(problem) = checker.look_at(&rows, &row) {
                    push(&mut report, problem);
                }
            }
            Ok(Some(Err(problem))) => push(&mut report, problem),
            Ok(None) => break,
            Err(problem) => {
                return Ok(DryRun { rows: rows.count, file_problem: Some(problem), ..DryRun::default() });
            }
        }
        if checker.pending.len() >= CHUNK {
            checker.look_up(db, target, &rows, &mut report).await?;
        }
        if visits.len() >= CHUNK {
            report.left_out += left_out(db, target, &mut visits, &mut met).await?;
        }
    }
    report.left_out += left_out(db, target, &mut visits, &mut met).await?;
    checker.look_up(db, target, &rows, &mut report).await?;
    report.problems.sort_by_key(|problem| problem.row);
    report.rows = rows.count;
    report.units = checker.units.len() as u64;
    report.new_units = rows.new_units.names.len() as u64;
    report.span = span.map(|(first, last)| (first.to_string(), last.to_string()));
    if report.rows == 0 {
        report.file_problem = Some(FileProblem::NoRows);
    }
    Ok(report)
}

/// A visit as a file has it: number of the member, day, unit.
type Visited = (String, NaiveDate, UnitRef);

/// How many of these visits are not written: those of nobody who is a member, those that are there already, in the file or in
/// the database, and those of which single visits are kept no longer.
async fn left_out(
    db: &impl ConnectionTrait,
    target: &Target<'_>,
    visits: &mut Vec<Visited>,
    met: &mut HashSet<Visited>,
) -> Result<u64> {
    let mut left_out = 0;
    let visits = std::mem::take(visits);
    let numbers: HashSet<&str> = visits.iter().map(|(number, ..)| number.as_str()).collect();
    let known = members(db, numbers).await?;
    let stored = stored_visits(db, &visits).await?;
    for visit in visits {
        let is_kept = known.contains(&visit.0) && visit.1 >= oldest_visit(target.today);
        if !is_kept || stored.contains(&visit) || !met.insert(visit) {
            left_out += 1;
        }
    }
    Ok(left_out)
}

/// The oldest day of which single visits are kept.
pub(super) fn oldest_visit(today: NaiveDate) -> NaiveDate {
    today.checked_sub_months(Months::new(VISIT_MONTHS)).unwrap_or(today)
}

/// Which of these numbers are members'.
pub(super) async fn members(db: &impl ConnectionTrait, numbers: HashSet<&str>) -> Result<HashSet<String>> {
    if numbers.is_empty() {
        return Ok(HashSet::new());
    }
    let sql = format!("SELECT number FROM member WHERE number IN ({})", placeholders(numbers.len(), 1));
    let values: Vec<Value> = numbers.into_iter().map(Value::from).collect();
    Ok(column::<String>(db, &sql, values).await?.into_iter().collect())
}

#[derive(FromQueryResult)]
struct StoredVisit {
    number: String,
    day: NaiveDate,
    unit_id: UnitId,
}

async fn stored_visits(db: &impl ConnectionTrait, visits: &[Visited]) -> Result<HashSet<Visited>> {
    let days = visits.iter().map(|(_, day, _)| *day);
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else { return Ok(HashSet::new()) };
    let numbers: HashSet<&str> = visits.iter().map(|(number, ..)| number.as_str()).collect();
    let list = (0..numbers.len()).map(|place| format!("${}", place + 3)).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT number, day, unit_id FROM visit JOIN member ON member.id = visit.member_id
         WHERE day >= $1 AND day <= $2 AND number IN ({list})"
    );
    let mut values: Vec<Value> = vec![first.into(), last.into()];
    values.extend(numbers.into_iter().map(Value::from));
    let rows: Vec<StoredVisit> = all(db, &sql, values).await?;
    Ok(rows.into_iter().map(|row| (row.number, row.day, UnitRef::Known(row.unit_id))).collect())
}

pub(super) fn push(report: &mut DryRun, problem: RowProblem) {
    report.problem_count += 1;
    if report.problems.len() < MOST_PROBLEMS {
        report.problems.push(problem);
    }
}

impl Row {
    pub(super) const fn unit(&self) -> UnitRef {
        match self {
            Self::Complaint { unit, .. }
            | Self::Contacts { unit, .. }
            | Self::Visit { unit, .. }
            | Self::History { unit, .. } => *unit,
        }
    }

    pub(super) fn period(&self) -> Period {
        match self {
            Self::Complaint { day, .. } | Self::Contacts { day, .. } | Self::Visit { day, .. } => {
                Period::containing(*day, Resolution::Day)
            }
            Self::History { period, .. } => *period,
        }
    }

    /// The number of a visit's member.
    pub(super) fn member(&self) -> Option<&str> {
        match self {
            Self::Visit { member, .. } => Some(member),
            _ => None,
        }
    }

    /// Complaints and contacts.
    pub(super) const fn counts(&self) -> (i64, i64) {
        match self {
            Self::Complaint { .. } => (1, 0),
            Self::Contacts { contacts, .. } => (0, *contacts),
            Self::Visit { .. } => (0, 0),
            Self::History { complaints, contacts, .. } => (*complaints, *contacts),
        }
    }

    /// The key and the field a message about it points to; a complaint without a number has none.
    fn key(&self) -> Option<(Key, ImportField)> {
        match self {
            Self::Complaint { reference, .. } => {
                reference.clone().map(|reference| (Key::Reference(reference), ImportField::Reference))
            }
            // Whoever comes twice on a day came on that day.
            Self::Visit { .. } => None,
            Self::Contacts { unit, day, .. } => {
                Some((Key::Period(*unit, Resolution::Day, *day), ImportField::Date))
            }
            Self::History { unit, period, .. } => {
                Some((Key::Period(*unit, period.resolution(), period.start()), ImportField::Period))
            }
        }
    }
}

struct Checker {
    spans: HashMap<UnitRef, Spans>,
    /// Keys met, with the row of the first.
    seen: HashMap<Key, u64>,
    /// Keys to look up in the database.
    pending: Vec<(u64, Key, ImportField)>,
    units: HashSet<UnitRef>,
}

impl Checker {
    fn look_at(&mut self, rows: &RowReader<'_>, row: &Row) -> Option<RowProblem> {
        self.units.insert(row.unit());
        let period = row.period();
        let spans = self.spans.entry(row.unit()).or_default();
        let is_history = matches!(row, Row::History { .. });
        let place = place(period.resolution(), is_history);
        let overlaps = spans.iter().enumerate().any(|(other, span)| {
            other != place
                && span.is_some_and(|(first, last)| period.start() <= last && first <= period.end())
        });
        if overlaps {
            let field = if is_history { ImportField::Period } else { ImportField::Date };
            return Some(rows.refuse_key(rows.row, field, &period.to_string(), RowWhy::Overlaps));
        }
        let (first, last) = spans[place].unwrap_or((period.start(), period.end()));
        spans[place] = Some((first.min(period.start()), last.max(period.end())));
        let (key, field) = row.key()?;
        if let Some(first_row) = self.seen.get(&key) {
            let why = RowWhy::Duplicate { first_row: *first_row };
            return Some(rows.refuse_key(rows.row, field, &key.text(), why));
        }
        self.seen.insert(key.clone(), rows.row);
        if !matches!(key, Key::Period(UnitRef::New(_), ..)) {
            self.pending.push((rows.row, key, field));
        }
        None
    }

    /// Finds out which of the pending keys the database has already.
    async fn look_up(
        &mut self,
        db: &impl ConnectionTrait,
        target: &Target<'_>,
        rows: &RowReader<'_>,
        report: &mut DryRun,
    ) -> Result<()> {
        let pending = std::mem::take(&mut self.pending);
        if pending.is_empty() {
            return Ok(());
        }
        let (sql, columns) = match target.kind {
            ImportKind::Complaints => ("SELECT external_id FROM complaint WHERE external_id IN", 1),
            ImportKind::Contacts => ("SELECT unit_id, day FROM contact_day WHERE (unit_id, day) IN", 2),
            _ => (
                "SELECT unit_id, resolution, period_start FROM history WHERE (unit_id, resolution, period_start) IN",
                3,
            ),
        };
        let list = placeholders(pending.len(), columns);
        let sql = if columns == 1 { format!("{sql} ({list})") } else { format!("{sql} (VALUES {list})") };
        let values = pending.iter().flat_map(|(_, key, _)| key.values(columns)).collect::<Vec<Value>>();
        let stored: HashSet<Key> = match target.kind {
            ImportKind::Complaints => {
                column(db, &sql, values).await?.into_iter().map(Key::Reference).collect()
            }
            ImportKind::Contacts => {
                all::<StoredDay>(db, &sql, values).await?.into_iter().map(StoredDay::key).collect()
            }
            _ => {
                let periods = all::<StoredPeriod>(db, &sql, values).await?;
                periods.into_iter().map(StoredPeriod::key).collect::<Result<_>>()?
            }
        };
        for (row, key, field) in pending {
            if stored.contains(&key) {
                push(report, rows.refuse_key(row, field, &key.text(), RowWhy::AlreadyStored));
            }
        }
        Ok(())
    }
}

/// A day for which a unit has contacts.
#[derive(FromQueryResult)]
struct StoredDay {
    unit_id: UnitId,
    day: NaiveDate,
}

impl StoredDay {
    fn key(self) -> Key {
        Key::Period(UnitRef::Known(self.unit_id), Resolution::Day, self.day)
    }
}

/// A period for which a unit has counts from before.
#[derive(FromQueryResult)]
struct StoredPeriod {
    unit_id: UnitId,
    resolution: String,
    period_start: NaiveDate,
}

impl StoredPeriod {
    fn key(self) -> Result<Key> {
        Ok(Key::Period(UnitRef::Known(self.unit_id), resolution(&self.resolution)?, self.period_start))
    }
}

fn resolution(word: &str) -> Result<Resolution> {
    word.parse().map_err(|()| Error::stored("history.resolution", word))
}

impl Key {
    fn text(&self) -> String {
        match self {
            Self::Period(_, resolution, start) => Period::containing(*start, *resolution).to_string(),
            Self::Reference(reference) => reference.clone(),
        }
    }

    fn values(&self, columns: usize) -> Vec<Value> {
        match self {
            Self::Reference(reference) => vec![reference.as_str().into()],
            Self::Period(unit, resolution, start) => {
                let unit = match unit {
                    UnitRef::Known(id) => *id,
                    UnitRef::New(_) => UnitId::new(0),
                };
                match columns {
                    2 => vec![unit.into(), (*start).into()],
                    _ => vec![unit.into(), resolution.name().into(), (*start).into()],
                }
            }
        }
    }
}

/// First and last period for which a unit has counts of its own.
#[derive(FromQueryResult)]
struct StoredSpan {
    unit_id: UnitId,
    resolution: String,
    /// 1 for counts from before, 0 for those of single days.
    history: i32,
    first: NaiveDate,
    last: NaiveDate,
}

/// The days for which units themselves have counts. Sums of the units below are not in the way:
/// a site may have daily counts while one of its teams has quarterly ones.
async fn stored_spans(db: &impl ConnectionTrait) -> Result<HashMap<UnitRef, Spans>> {
    let rows: Vec<StoredSpan> = all(
        db,
        "SELECT unit_id, 'day' AS resolution, 0 AS history, MIN(day) AS first, MAX(day) AS last
         FROM contact_day GROUP BY unit_id
         UNION ALL
         SELECT unit_id, 'day', 0, MIN(happened_on), MAX(happened_on) FROM complaint GROUP BY unit_id
         UNION ALL
         SELECT unit_id, resolution, 1, MIN(period_start), MAX(period_start) FROM history
         GROUP BY unit_id, resolution",
        [],
    )
    .await?;
    let mut spans: HashMap<UnitRef, Spans> = HashMap::new();
    for row in rows {
        let resolution = resolution(&row.resolution)?;
        let last = Period::containing(row.last, resolution).end();
        let unit = spans.entry(UnitRef::Known(row.unit_id)).or_default();
        let span = &mut unit[place(resolution, row.history == 1)];
        let (earliest, latest) = span.unwrap_or((row.first, last));
        *span = Some((earliest.min(row.first), latest.max(last)));
    }
    Ok(spans)
}
