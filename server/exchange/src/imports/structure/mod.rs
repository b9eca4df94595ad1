//! Imports of units and of people: a file is compared with the organisation as it is, and what differs
//! is shown, confirmed and changed. The stable external number says which row is who, so the same file
//! again changes nothing.
//!
//! [`rows`] reads cells, [`now`] reads the organisation, [`units`] and [`people`] plan without either,
//! [`write`] carries a plan out, [`table`] takes the same columns out again.

mod now;
mod people;
mod roles;
mod rows;
mod table;
mod units;
mod words;
mod write;

use domain::exchange::import::{Diff, DryRun, ImportKind, RowProblem};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use sha2::{Digest, Sha256};

use self::now::Frame;
use super::{Target, check::push};
use base::{Base, Result};

pub use table::table;
pub(super) use write::write;

/// What would be changed.
#[derive(Serialize)]
enum Changes {
    Units(units::Changes),
    People(people::Changes),
}

/// Reads the file and compares it with the organisation; writes nothing.
pub(super) async fn dry_run(db: &impl ConnectionTrait, target: &Target<'_>) -> Result<DryRun> {
    Ok(planned(db, target).await?.0)
}

/// Checks the file and, when it is clean, changes what differs.
pub(super) async fn import(base: &Base, target: &mut Target<'_>, progress: impl Fn(u64)) -> Result<DryRun> {
    let transaction = base.db.begin().await?;
    let report = write(&transaction, base, target, None, progress).await?;
    if report.is_clean() {
        transaction.commit().await?;
    }
    Ok(report)
}

/// The report of a file, and the changes themselves when there is nothing against them.
async fn planned(db: &impl ConnectionTrait, target: &Target<'_>) -> Result<(DryRun, Option<Changes>)> {
    let (changes, lines, problems, unchanged, of, gone, rows) = match target.kind {
        ImportKind::Units => {
            let mut file = match rows::units(target) {
                Ok(file) => file,
                Err(problem) => {
                    return Ok((DryRun { file_problem: Some(problem), ..DryRun::default() }, None));
                }
            };
            let frame = Frame::load(db, target).await?;
            let plan = units::plan(&frame, &now::peopled(db, target.today).await?, &file);
            let gone = plan.changes.close.len();
            file.problems.extend(plan.problems);
            let changes = Changes::Units(plan.changes);
            (changes, plan.lines, file.problems, plan.unchanged, plan.of, gone, file.count)
        }
        _ => {
            let mut file = match rows::people(target) {
                Ok(file) => file,
                Err(problem) => {
                    return Ok((DryRun { file_problem: Some(problem), ..DryRun::default() }, None));
                }
            };
            let frame = Frame::load(db, target).await?;
            let plan = people::plan(&frame, &now::People::load(db, frame.root).await?, &file);
            let gone = plan.changes.leavers.len();
            file.problems.extend(plan.problems);
            let changes = Changes::People(plan.changes);
            (changes, plan.lines, file.problems, plan.unchanged, plan.of, gone, file.count)
        }
    };
    let mut report = with_problems(rows, problems);
    if report.problem_count > 0 {
        return Ok((report, None));
    }
    let diff = Diff { unchanged, of, gone: gone as u64, digest: digest(&changes)?, ..Diff::of_lines(lines) };
    report.diff = Some(diff);
    Ok((report, Some(changes)))
}

fn with_problems(rows: u64, mut problems: Vec<RowProblem>) -> DryRun {
    let mut report = DryRun { rows, ..DryRun::default() };
    problems.sort_by(|a, b| (a.row, &a.column).cmp(&(b.row, &b.column)));
    for problem in problems {
        push(&mut report, problem);
    }
    report
}

/// A digest that is the same for the same changes, whatever the order of the rows; it rests on what they hold, not on
/// how this version would print them.
fn digest(changes: &Changes) -> Result<String> {
    Ok(base::tokens::hex(&Sha256::digest(serde_json::to_vec(changes)?)))
}
