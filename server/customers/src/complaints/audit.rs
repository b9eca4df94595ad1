//! Whether what is derived from events and complaints is what it would be if it were made anew: where cases stand,
//! their promises, and the roll-up.

use std::collections::{BTreeMap, BTreeSet, HashMap, hash_map::Entry};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{Period, Resolution, UnitId, customers::words::Kind};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{clocks, issues, record::Record, runs, search};
use crate::{
    calendars::{self, UnitCalendar},
    rollup::Counts,
};
use base::{
    Base, Error, Result,
    db::{all, column, exists, one, value},
};
use organisation::{Organisation, Tree};

/// Cases looked at in one go.
const PORTION: i64 = 500;
/// Most differences that are told.
const MOST_TOLD: usize = 20;

/// What was compared, and what differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// Cases with events that were made anew.
    pub cases: u64,
    /// Sums of units that were made anew.
    pub sums: u64,
    /// Units whose sums cannot be made anew, because something below them was moved or merged.
    pub moved: u64,
    /// The first differences, a line each.
    pub differences: Vec<String>,
    /// How many there are.
    pub wrong: u64,
}

impl Audit {
    fn differs(&mut self, line: impl FnOnce() -> String) {
        self.wrong += 1;
        if self.differences.len() < MOST_TOLD {
            self.differences.push(line());
        }
    }
}

/// Compares everything.
///
/// # Errors
/// When the database refuses or holds what this version does not know.
pub async fn run(base: &Base) -> Result<Audit> {
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = Tree::load(&db).await?;
    let mut audit = Audit::default();
    compare_cases(&db, &tree, &organisation, &mut audit).await?;
    compare_sums(&db, &tree, &mut audit).await?;
    Ok(audit)
}

#[derive(FromQueryResult, Debug, PartialEq, Eq)]
struct Derived {
    stage: String,
    version: i64,
    counts: bool,
    is_paused: bool,
    in_burst: bool,
    close_reason: Option<String>,
    merged_into_id: Option<i64>,
    answered_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
}

/// What is next of all that was promised, as the inbox has it.
#[derive(FromQueryResult, Debug, PartialEq, Eq)]
struct DerivedNext {
    next_due_at: Option<DateTime<Utc>>,
    next_warn_at: Option<DateTime<Utc>>,
    next_late_at: Option<DateTime<Utc>>,
}

async fn compare_cases(
    db: &impl ConnectionTrait,
    tree: &Tree,
    organisation: &Organisation,
    audit: &mut Audit,
) -> Result<()> {
    let mut calendars: HashMap<UnitId, UnitCalendar> = HashMap::new();
    let mut after = 0;
    loop {
        let sql = "SELECT id FROM complaint WHERE id > $1 AND version > 0 ORDER BY id LIMIT $2";
        let ids: Vec<i64> = column(db, sql, [after.into(), PORTION.into()]).await?;
        let Some(last) = ids.last() else { return Ok(()) };
        after = *last;
        for id in ids {
            let Some(record) = Record::by_id(db, id).await? else { continue };
            audit.cases += 1;
            let state = record.state();
            let wanted = Derived {
                stage: state.stage.name().to_owned(),
                version: record.events.last().map_or(0, |event| event.version),
                counts: state.counts(record.kind),
                is_paused: state.is_paused,
                in_burst: state.is_in_burst,
                close_reason: state.end_reason.map(|reason| reason.name().to_owned()),
                merged_into_id: state.merged_into,
                answered_at: state.answered_at,
                closed_at: state.closed_at,
            };
            let sql = "SELECT stage, version, counts, is_paused, in_burst, close_reason, merged_into_id, answered_at,
                     closed_at
                 FROM complaint WHERE id = $1";
            let found: Option<Derived> = one(db, sql, [id.into()]).await?;
            if found.as_ref() != Some(&wanted) {
                audit.differs(|| format!("{}: stored {found:?}, made anew {wanted:?}", record.reference));
            }
            compare_issues(db, &record, audit).await?;
            compare_words(db, tree, &record, audit).await?;
            let unit = record.received_by();
            if let Entry::Vacant(free) = calendars.entry(unit) {
                free.insert(calendars::of(db, tree, organisation, unit).await?);
            }
            if let Some(open) = calendars.get(&unit) {
                compare_runs(db, &record, open, audit).await?;
            }
        }
    }
}

#[derive(FromQueryResult, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct DerivedIssue {
    category: String,
    outcome: Option<String>,
    cause: Option<String>,
}

/// What came of each issue, as the events tell. What nobody has looked at yet is about its category alone, and has no row.
async fn compare_issues(db: &impl ConnectionTrait, record: &Record, audit: &mut Audit) -> Result<()> {
    let sql = "SELECT category, outcome, cause FROM case_issue WHERE complaint_id = $1 ORDER BY category";
    let found: Vec<DerivedIssue> = all(db, sql, [record.id.into()]).await?;
    if found.is_empty() {
        return Ok(());
    }
    let told = issues::after(record.category, record.events.iter());
    let mut wanted: Vec<DerivedIssue> = told
        .into_iter()
        .map(|(category, (outcome, cause))| DerivedIssue {
            category: category.name().to_owned(),
            outcome: outcome.map(|outcome| outcome.name().to_owned()),
            cause: cause.map(|cause| cause.name().to_owned()),
        })
        .collect();
    wanted.sort_unstable();
    if found != wanted {
        audit.differs(|| format!("{}: issues {found:?}, made anew {wanted:?}", record.reference));
    }
    Ok(())
}

/// The words that a case is found by, unless they are still to be written.
async fn compare_words(
    db: &impl ConnectionTrait,
    tree: &Tree,
    record: &Record,
    audit: &mut Audit,
) -> Result<()> {
    let sql = "SELECT words FROM case_words WHERE complaint_id = $1
               AND EXISTS (SELECT 1 FROM complaint WHERE id = $1 AND is_indexed)";
    let found: Option<String> = value(db, sql, [record.id.into()]).await?;
    let units = [record.unit, record.holder()];
    let wanted = search::words_of(tree, &record.what, &record.reference, units.into_iter());
    if found.is_some_and(|found| found != wanted) {
        // The words themselves are no business of a report.
        audit.differs(|| format!("{}: it is found by other words than its own", record.reference));
    }
    Ok(())
}

/// Runs that ended before the opening hours were changed keep their figures: of these, when they began and ended.
async fn compare_runs(
    db: &impl ConnectionTrait,
    record: &Record,
    open: &UnitCalendar,
    audit: &mut Audit,
) -> Result<()> {
    let stored = runs::stored(db, record.id).await?;
    // What was closed before there were clocks has none.
    let has_clocks = !stored.is_empty() || record.stage.is_open();
    let mut wanted = match record.kind {
        Kind::Complaint if has_clocks && !record.state().is_in_burst => {
            clocks::runs(&record.promises(&open.calendar))?
        }
        _ => Vec::new(),
    };
    let earlier: Vec<(runs::Stored, clocks::Run)> =
        stored.iter().filter(|(row, _)| row.has_other_hours(&open.hash)).cloned().collect();
    wanted = runs::with_ended(&earlier, wanted);
    let mut stored: Vec<clocks::Run> = stored.into_iter().map(|(_, run)| run).collect();
    let next = clocks::next(&wanted);
    let next = DerivedNext { next_due_at: next.due, next_warn_at: next.warn, next_late_at: next.late };
    // A warning and a lateness that were noticed are not noticed again.
    let sql = "SELECT next_due_at, next_warn_at, next_late_at FROM complaint WHERE id = $1";
    let found: Option<DerivedNext> = one(db, sql, [record.id.into()]).await?;
    if found.as_ref() != Some(&next) {
        audit.differs(|| format!("{}: next {found:?}, made anew {next:?}", record.reference));
    }
    for run in stored.iter_mut().chain(&mut wanted) {
        run.shares.sort_unstable();
    }
    if stored != wanted {
        audit.differs(|| format!("{}: clocks {stored:?}, made anew {wanted:?}", record.reference));
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Recorded {
    unit_id: UnitId,
    resolution: String,
    period_start: NaiveDate,
    complaints: i64,
    contacts: i64,
}

impl Recorded {
    fn period(&self, place: &'static str) -> Result<Period> {
        let resolution: Resolution =
            self.resolution.parse().map_err(|()| Error::stored(place, &self.resolution))?;
        Ok(Period::containing(self.period_start, resolution))
    }
}

/// Adds everything up anew. The sums above a unit that was moved hold what was counted before and after: nothing but
/// the history of the tree could tell how much of each, so they are left out and named.
async fn compare_sums(db: &impl ConnectionTrait, tree: &Tree, audit: &mut Audit) -> Result<()> {
    let sql = "SELECT unit_id, resolution, period_start, CAST(SUM(complaints) AS BIGINT) AS complaints,
             CAST(SUM(contacts) AS BIGINT) AS contacts
         FROM (
             SELECT unit_id, resolution, period_start, complaints, contacts FROM history
             UNION ALL SELECT unit_id, 'day', day, 0, contacts FROM contact_day
             UNION ALL SELECT unit_id, 'day', happened_on, 1, 0 FROM complaint WHERE counts
         ) AS records GROUP BY unit_id, resolution, period_start";
    let mut wanted: BTreeMap<(UnitId, Resolution, NaiveDate), Counts> = BTreeMap::new();
    for row in all::<Recorded>(db, sql, []).await? {
        let period = row.period("history.resolution")?;
        for unit in tree.ancestors(row.unit_id) {
            *wanted.entry((unit, period.resolution(), period.start())).or_default() +=
                Counts { complaints: row.complaints, contacts: row.contacts };
        }
    }
    let mut found: BTreeMap<(UnitId, Resolution, NaiveDate), Counts> = BTreeMap::new();
    let sql = "SELECT unit_id, resolution, period_start, complaints, contacts FROM voice_rollup";
    for row in all::<Recorded>(db, sql, []).await? {
        let period = row.period("voice_rollup.resolution")?;
        found.insert(
            (row.unit_id, period.resolution(), period.start()),
            Counts { complaints: row.complaints, contacts: row.contacts },
        );
    }
    let moved = moved(db, tree).await?;
    audit.moved = u64::try_from(moved.len()).unwrap_or(u64::MAX);
    let keys: BTreeSet<_> = wanted.keys().chain(found.keys()).copied().collect();
    for key in keys.into_iter().filter(|(unit, ..)| !moved.contains(unit)) {
        audit.sums += 1;
        // A sum of nought is the same as none.
        let (wanted, found) =
            (wanted.get(&key).copied().unwrap_or_default(), found.get(&key).copied().unwrap_or_default());
        if wanted != found {
            let (unit, resolution, start) = key;
            audit.differs(|| {
                format!("unit {unit}, {} {start}: stored {found:?}, made anew {wanted:?}", resolution.name())
            });
        }
    }
    Ok(())
}

/// Units above or below anything that was moved or merged.
async fn moved(db: &impl ConnectionTrait, tree: &Tree) -> Result<BTreeSet<UnitId>> {
    if !exists(db, "SELECT 1 AS one FROM unit_change WHERE change IN ('moved', 'merged') LIMIT 1", []).await?
    {
        return Ok(BTreeSet::new());
    }
    let sql = "SELECT unit_id FROM unit_change WHERE change IN ('moved', 'merged')
               UNION SELECT old_parent_id FROM unit_change WHERE old_parent_id IS NOT NULL";
    let units: Vec<UnitId> = column(db, sql, []).await?;
    Ok(units.into_iter().flat_map(|unit| tree.ancestors(unit)).collect())
}
