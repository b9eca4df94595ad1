//! The release: what a closed round may show, written once to the ledger.
//!
//! Architecture invariant: this folder is the only code that opens ballots and writes released figures.

mod comments;
mod count;
mod decide;
mod ledger;
pub mod newcomers;
mod opened;
pub(crate) mod quarter;
mod roster;
pub mod rows;
pub mod rule_changes;
pub mod rules;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use disclosure::windows::Window;
use entity::round;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use self::{
    count::Span,
    opened::Vault,
    quarter::Quarter,
    rules::{Rules, Timeline},
};
use crate::{
    ballots::{carry, keys},
    rounds::calendar::moments,
};
use base::{Base, Error, Result, db::execute};
use organisation::{Organisation, Tree};

pub(crate) use ledger::rounds_shown;
pub use quarter::choose as choose_windows;

/// Releases every closed round whose grace time is over. Gives the numbers of the rounds released.
///
/// # Errors
/// When the database refuses; a round is released whole or not at all.
pub async fn release_due(base: &Base) -> Result<Vec<i64>> {
    let organisation = organisation::find(&base.db.reader).await?;
    let now = base.now();
    carry::take_over(base).await?;
    let mut released = Vec::new();
    let rules = Timeline::load(&base.db.reader).await?;
    for round in closed(base).await? {
        if is_due(&organisation, &rules.in_force(round.starts_on)?, &round, now) {
            release(base, &round).await?;
            released.push(round.number);
        }
    }
    keys::tidy(base, Some(organisation.local_day(now))).await?;
    Ok(released)
}

/// Releases every closed round now, grace or not.
///
/// # Errors
/// As [`release_due`].
pub async fn release_now(base: &Base) -> Result<Vec<i64>> {
    carry::take_over(base).await?;
    let mut released = Vec::new();
    for round in closed(base).await? {
        release(base, &round).await?;
        released.push(round.number);
    }
    keys::tidy(base, None).await?;
    Ok(released)
}

/// In the order of their days: a window needs what came before.
async fn closed(base: &Base) -> Result<Vec<round::Model>> {
    Ok(round::Entity::find()
        .filter(round::Column::State.eq("closed"))
        .order_by_asc(round::Column::StartsOn)
        .all(base.db.writer())
        .await?)
}

/// The grace time runs from the end of the round's last day, where the organisation is.
fn is_due(organisation: &Organisation, rules: &Rules, round: &round::Model, now: DateTime<Utc>) -> bool {
    now >= moments(organisation.timezone, round.ends_on, rules.grace_hours).1
}

/// Decides, computes and writes what a round's end may show, in one transaction that also deletes the ballots. The
/// keys are destroyed after it.
async fn release(base: &Base, round: &round::Model) -> Result<()> {
    // A closed round takes no more ballots: opening them needs nobody to wait.
    let (vault, ballots) = opened::open(base, round).await?;
    let transaction = base.db.begin().await?;
    let organisation = organisation::find(&transaction).await?;
    let today = organisation.local_day(base.now());
    let claimed = execute(
        &transaction,
        "UPDATE round SET state = 'released', released_on = $1 WHERE id = $2 AND state = 'closed'",
        [today.into(), round.id.into()],
    )
    .await?;
    if claimed.rows_affected() == 0 {
        return Ok(()); // Another instance was faster.
    }
    let rules = rules::in_force(&transaction, round.starts_on).await?;
    let counted = ballots.take(&transaction, &vault, round).await?;
    quarter::choose(&transaction, round.id, round.starts_on, &rules).await?;
    let quarter = Quarter::of(&transaction, round.starts_on).await?;
    let at = quarter.rounds.iter().position(|each| each.id == round.id);
    let at = at.ok_or_else(|| Error::Internal("a round is not in its own quarter".to_owned()))?;
    let mut cells = 0;
    if let Some(former) = quarter.former(&transaction).await? {
        let last = former.rounds.len().saturating_sub(1);
        cells += report(&transaction, &vault, &former, last, true, &Window::ALL[1..], today).await?;
    }
    cells += report(&transaction, &vault, &quarter, at, quarter.is_last(at), &Window::ALL, today).await?;
    comments::place(&transaction, &vault, round, &rules, counted).await?;
    ledger::forget_ways_in(&transaction, round).await?;
    opened::forget_unneeded(&transaction, round).await?;
    // The windows of earlier quarters were written above at the latest: nothing asks for theirs again.
    organisation::roster::forget_opened_by_code(&transaction, quarter.start()).await?;
    organisation::bump_data_version(&transaction).await?;
    transaction.commit().await?;
    tracing::debug!(round = round.number, cells, "round released");
    Ok(())
}

/// Writes the figures of all windows that end with the round at `at`, and of earlier ones that were not written
/// when they ended; the shortest first, as a longer one has to know what the shorter ones show. A round declared
/// void voids the windows it lies in.
async fn report(
    db: &impl ConnectionTrait,
    vault: &Vault<'_>,
    quarter: &Quarter,
    at: usize,
    is_over: bool,
    lengths: &[Window],
    today: chrono::NaiveDate,
) -> Result<usize> {
    let windows = quarter::windows(db, quarter.start()).await?;
    let timeline = Timeline::load(db).await?;
    let mut written = 0;
    for &window in lengths {
        if window != Window::One && !windows.values().any(|chosen| chosen.window == Some(window)) {
            continue;
        }
        for range in quarter.windows_due(window, at, is_over) {
            let rounds = &quarter.rounds[range];
            let Some((first, last)) = rounds.first().zip(rounds.last()) else { continue };
            if rounds.iter().any(|round| round.state != "released")
                || ledger::is_written(db, (first, last), window, quarter.start()).await?
            {
                continue;
            }
            let rules = &timeline.strictest(rounds)?;
            // Figures stay on the structure of their round, those of a window on that of its first. What was founded
            // meanwhile has no figure in it, but people and perhaps shorter figures.
            let mut trees = Vec::with_capacity(rounds.len());
            for round in rounds {
                trees.push(Tree::as_of(db, round.starts_on).await?);
            }
            let Some((mut tree, newest)) = trees.first().cloned().zip(trees.last()) else { continue };
            let mut founded = BTreeSet::new();
            for later in &trees {
                founded.extend(tree.add_founded(later));
            }
            let span = Span::count(db, vault, &tree, rounds).await?;
            // Counts that nobody can open any more are not guessed: the window shows nothing.
            if span.is_lost() {
                continue;
            }
            let question = decide::Question {
                tree: &tree,
                span: &span,
                covered: &ledger::covered(db, rounds).await?,
                roster: &roster::Changes::load(db, newest, last, rules).await?,
                moved: &decide::moved(&trees),
                founded: &founded,
                windows: &windows,
                window,
                rules,
            };
            let cells = decide::decide(&question)?;
            ledger::write(db, (first, last), rules, &span.digest(vault)?, &cells, today).await?;
            written += cells.len();
        }
    }
    Ok(written)
}
