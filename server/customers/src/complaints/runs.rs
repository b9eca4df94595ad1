//! Runs of clocks as they are stored: written anew with each event. One that has ended keeps its figures, whatever the
//! opening hours are by now.

use chrono::{DateTime, Utc};
use domain::{UnitId, customers::words::ClockKind};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::clocks::Run;
use base::{
    Error, Result,
    db::{all, execute, insert},
};

/// A run as it is stored.
#[derive(Clone, FromQueryResult)]
pub(super) struct Stored {
    kind: String,
    run: i64,
    started_at: DateTime<Utc>,
    budget_s: Option<i64>,
    warn_at: Option<DateTime<Utc>>,
    due_at: Option<DateTime<Utc>>,
    late_at: Option<DateTime<Utc>>,
    stopped_at: Option<DateTime<Utc>>,
    elapsed_s: i64,
    is_late: bool,
    warned_at: Option<DateTime<Utc>>,
    late_noted_at: Option<DateTime<Utc>>,
    calendar_hash: String,
}

#[derive(FromQueryResult)]
struct StoredShare {
    kind: String,
    run: i64,
    unit_id: UnitId,
    seconds: i64,
}

impl Stored {
    /// Whether this is the same run.
    fn is(&self, run: &Run) -> bool {
        self.kind == run.kind.name() && self.run == run.run
    }

    /// Whether it is the same run and had ended as it ends now.
    fn has_ended_as(&self, run: &Run) -> bool {
        self.is(run)
            && self.started_at == run.started_at
            && run.stopped_at.is_some()
            && self.stopped_at == run.stopped_at
    }

    /// Whether it ended and was reckoned by other hours than those of a mark.
    pub(super) fn has_other_hours(&self, hash: &str) -> bool {
        self.stopped_at.is_some() && self.calendar_hash != hash
    }
}

/// The runs of a case as they are stored, with their shares, in the order of their kinds.
///
/// # Errors
/// When the database refuses or holds an unknown clock.
pub(super) async fn stored(db: &impl ConnectionTrait, complaint: i64) -> Result<Vec<(Stored, Run)>> {
    let sql = "SELECT kind, run, started_at, budget_s, warn_at, due_at, late_at, stopped_at, elapsed_s, is_late, warned_at,
             late_noted_at, calendar_hash FROM case_clock WHERE complaint_id = $1 ORDER BY run";
    let rows: Vec<Stored> = all(db, sql, [complaint.into()]).await?;
    let sql =
        "SELECT kind, run, unit_id, seconds FROM case_clock_share WHERE complaint_id = $1 ORDER BY unit_id";
    let shares: Vec<StoredShare> = all(db, sql, [complaint.into()]).await?;
    let mut runs = rows
        .into_iter()
        .map(|row| {
            let kind =
                ClockKind::from_name(&row.kind).ok_or_else(|| Error::stored("case_clock.kind", &row.kind))?;
            let of_run = shares.iter().filter(|share| share.kind == row.kind && share.run == row.run);
            let run = Run {
                kind,
                run: row.run,
                started_at: row.started_at,
                budget: row.budget_s,
                warn_at: row.warn_at,
                due_at: row.due_at,
                late_at: row.late_at,
                stopped_at: row.stopped_at,
                elapsed: row.elapsed_s,
                is_late: row.is_late,
                shares: of_run.map(|share| (share.unit_id, share.seconds)).collect(),
            };
            Ok((row, run))
        })
        .collect::<Result<Vec<_>>>()?;
    runs.sort_by_key(|(_, run)| (run.kind, run.run));
    Ok(runs)
}

/// Runs that were reckoned, those that had ended before with the figures with which they did.
pub(super) fn with_ended(stored: &[(Stored, Run)], runs: Vec<Run>) -> Vec<Run> {
    let ended = |run: Run| {
        let known = stored.iter().find(|(row, _)| row.has_ended_as(&run));
        known.map_or(run, |(_, known)| known.clone())
    };
    runs.into_iter().map(ended).collect()
}

/// Runs of cases that are to be written.
#[derive(Default)]
pub(super) struct Rows {
    clocks: Vec<[Value; 15]>,
    shares: Vec<[Value; 5]>,
}

impl Rows {
    /// Takes in a run of a case, reckoned by the calendar of a unit with this mark. What has been noticed of it stays
    /// noticed.
    pub(super) fn push(
        &mut self,
        complaint: i64,
        calendar: (UnitId, &str),
        run: &Run,
        known: Option<&Stored>,
    ) {
        let (calendar_unit, hash) = calendar;
        self.clocks.push([
            complaint.into(),
            run.kind.name().into(),
            run.run.into(),
            calendar_unit.into(),
            run.started_at.into(),
            run.budget.into(),
            run.warn_at.into(),
            run.due_at.into(),
            run.late_at.into(),
            run.stopped_at.into(),
            run.elapsed.into(),
            run.is_late.into(),
            known.and_then(|row| row.warned_at).into(),
            known.and_then(|row| row.late_noted_at).into(),
            hash.into(),
        ]);
        for (unit, seconds) in &run.shares {
            self.shares.push([
                complaint.into(),
                run.kind.name().into(),
                run.run.into(),
                (*unit).into(),
                (*seconds).into(),
            ]);
        }
    }

    /// Writes them, where none of the same is stored.
    ///
    /// # Errors
    /// When the database refuses.
    pub(super) async fn write(self, db: &impl ConnectionTrait) -> Result<()> {
        let columns = "case_clock (complaint_id, kind, run, calendar_unit_id, started_at, budget_s, warn_at, due_at, late_at,
             stopped_at, elapsed_s, is_late, warned_at, late_noted_at, calendar_hash)";
        insert(db, columns, self.clocks).await?;
        insert(db, "case_clock_share (complaint_id, kind, run, unit_id, seconds)", self.shares).await?;
        Ok(())
    }
}

/// Writes what differs from what is stored.
///
/// # Errors
/// When the database refuses.
pub(super) async fn write(
    db: &impl ConnectionTrait,
    complaint: i64,
    calendar: (UnitId, &str),
    stored: &[(Stored, Run)],
    runs: &[Run],
) -> Result<()> {
    let kept = |row: &Stored, known: &Run| {
        let is_same = |run: &&Run| *run == known;
        runs.iter().find(is_same).is_some_and(|run| row.has_ended_as(run))
    };
    for (row, known) in stored {
        if kept(row, known) {
            continue;
        }
        for table in ["case_clock", "case_clock_share"] {
            let sql = format!("DELETE FROM {table} WHERE complaint_id = $1 AND kind = $2 AND run = $3");
            execute(db, &sql, [complaint.into(), row.kind.as_str().into(), row.run.into()]).await?;
        }
    }
    let mut rows = Rows::default();
    for run in runs {
        let known = stored.iter().find(|(row, _)| row.is(run));
        if !known.is_some_and(|(row, known)| kept(row, known)) {
            rows.push(complaint, calendar, run, known.map(|(row, _)| row));
        }
    }
    rows.write(db).await
}
