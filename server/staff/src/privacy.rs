//! What people read about privacy: the rules in force and what they hid, and what is stored.
//!
//! Architecture invariant: reads the ledger, never the counts of answers.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use disclosure::windows;
use domain::{
    Period, Resolution, Right, RoundId, UnitId,
    audit::Event,
    insight::figures::CellState,
    staff::privacy::{
        HistoryRow, Next, PrivacyPage, Proposal, RoundStates, RuleChange, States, StoredPage, UnitStates,
        Window,
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{
    Staff,
    release::{newcomers, quarter, rows, rule_changes, rules},
};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, join_ids},
};
use organisation::{Organisation, Tree};

/// Released rounds whose states are shown.
const ROUNDS: i64 = 6;
/// Changes of the rules that are shown.
const CHANGES: i64 = 50;

/// The rules with what is coming and what was; and, for those who see figures, how these fared.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn page(base: &Base, actor: Option<&Actor>) -> Result<PrivacyPage> {
    let (actor, _) = authorize(actor, Right::ViewRules)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let today = organisation.local_day(base.now());
    let rules = rule_changes::told(&rules::in_force(&db, today).await?);
    let timeline = rule_changes::timeline(&db).await?;
    let (past, coming): (Vec<_>, Vec<_>) = timeline.into_iter().partition(|(day, _)| *day <= today);
    // Rows that changed nothing, such as raised ones below stricter ones, say nothing about since when.
    let since = past.iter().rev().take_while(|(_, then)| *then == rules).map(|(day, _)| *day).last();
    let is_first = since == past.first().map(|(day, _)| *day);
    let next = coming.into_iter().find(|(_, then)| *then != rules);
    let last = next.map_or(rules, |(_, next)| next);
    let may_see = actor.units_for(Right::ViewReview);
    Ok(PrivacyPage {
        rules,
        since: since.filter(|_| !is_first),
        next: next.map(|(from_on, next)| Next { from_on, steps: rules.steps_to(&next) }),
        proposal: match rule_changes::pending(&db, base.now()).await? {
            None => None,
            Some(pending) => Some(Proposal {
                id: pending.id,
                steps: last.steps_to(&pending.rules),
                is_own: pending.by == actor.account,
                by: pending.by_name,
                at: organisation.local_minute(pending.at),
                until: organisation.local_day(pending.at + Days::new(rule_changes::PROPOSAL_DAYS)),
                from_on: rule_changes::next_round(&db, today).await?,
            }),
        },
        history: history(&db, &organisation).await?,
        is_waived: newcomers::are_waived(&db, today).await?,
        may_change: tree.root().is_some_and(|root| actor.units_for(Right::ManageRules).contains(&root)),
        states: match may_see.as_slice() {
            [] => None,
            tops => states(&db, &tree, tops, today).await?,
        },
    })
}

/// A change of the rules as the audit log holds it.
#[derive(FromQueryResult)]
struct AuditedChange {
    at: String,
    detail: String,
    /// Name of the account that made it.
    name: Option<String>,
}

impl AuditedChange {
    fn change(&self) -> Result<RuleChange> {
        RuleChange::from_line(&self.detail).ok_or_else(|| Error::stored("audit.detail", &self.detail))
    }
}

/// Changes of the rules from the audit log, newest first: nobody can change them there.
async fn history(db: &impl ConnectionTrait, organisation: &Organisation) -> Result<Vec<HistoryRow>> {
    let changes: Vec<AuditedChange> = all(
        db,
        "SELECT audit.at, audit.detail, account.name FROM audit
         LEFT JOIN account ON account.id = audit.account_id
         WHERE audit.event = $1 ORDER BY audit.id DESC LIMIT $2",
        [Event::ThresholdChanged.name().into(), CHANGES.into()],
    )
    .await?;
    let told = |row: AuditedChange| {
        let change = row.change()?;
        let at = row.at.parse::<DateTime<Utc>>().map_or(row.at, |at| organisation.local_minute(at));
        Ok(HistoryRow { at, who: row.name, change })
    };
    changes.into_iter().map(told).collect()
}

/// Counts by state, in the order in which pages tell them.
#[derive(Default)]
struct Counts(HashMap<CellState, u32>);

impl Counts {
    fn add(&mut self, state: CellState, count: u32) {
        *self.0.entry(state).or_default() += count;
    }

    fn told(&self) -> Vec<(CellState, u32)> {
        CellState::ALL.into_iter().filter_map(|state| Some((state, *self.0.get(&state)?))).collect()
    }
}

/// A round that was released.
#[derive(FromQueryResult)]
struct ReleasedRound {
    id: RoundId,
    number: i64,
    starts_on: NaiveDate,
}

/// How many figures of a unit are in a state in a round.
#[derive(FromQueryResult)]
struct StateCount {
    round_id: RoundId,
    unit_id: UnitId,
    state: String,
    cells: i64,
}

impl StateCount {
    fn state(&self) -> Result<CellState> {
        CellState::from_name(&self.state).ok_or_else(|| Error::stored("released_figure.state", &self.state))
    }
}

/// How figures of these units fared in the newest released rounds; none before the first release.
async fn states(
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[UnitId],
    today: NaiveDate,
) -> Result<Option<States>> {
    let rounds: Vec<ReleasedRound> = all(
        db,
        "SELECT id, number, starts_on FROM round WHERE state = 'released' ORDER BY starts_on DESC LIMIT $1",
        [ROUNDS.into()],
    )
    .await?;
    let Some(newest) = rounds.first().map(|round| round.id) else { return Ok(None) };
    let units = tree.below(tops);
    let ids: Vec<UnitId> = units.iter().map(|unit| unit.id).collect();
    let cells: Vec<StateCount> = all(
        db,
        &format!(
            "SELECT round_id, unit_id, state, COUNT(*) AS cells FROM released_figure
             WHERE round_id IN ({}) AND unit_id IN ({}) GROUP BY round_id, unit_id, state",
            join_ids(&rounds.iter().map(|round| round.id).collect::<Vec<_>>()),
            join_ids(&ids)
        ),
        [],
    )
    .await?;
    let (mut by_round, mut by_unit) = (HashMap::<RoundId, Counts>::new(), HashMap::<UnitId, Counts>::new());
    for row in cells {
        let (state, count) = (row.state()?, u32::try_from(row.cells).unwrap_or(u32::MAX));
        by_round.entry(row.round_id).or_default().add(state, count);
        if row.round_id == newest {
            by_unit.entry(row.unit_id).or_default().add(state, count);
        }
    }
    let quarter_now = Period::containing(today, Resolution::Quarter);
    let windows = quarter::windows(db, quarter_now.start()).await?;
    let told = |counts: Option<&Counts>| counts.map(Counts::told).unwrap_or_default();
    Ok(Some(States {
        rounds: rounds
            .into_iter()
            .map(|round| RoundStates {
                round: round.number,
                starts_on: round.starts_on,
                counts: told(by_round.get(&round.id)),
            })
            .collect(),
        units: units
            .into_iter()
            .map(|unit| UnitStates {
                window: windows.get(&unit.id).map_or(Window::Unset, |chosen| told_window(chosen.window)),
                counts: told(by_unit.get(&unit.id)),
                unit,
            })
            .filter(|unit| unit.unit.closed_on.is_none() || !unit.counts.is_empty())
            .collect(),
        quarter: quarter_now.to_string(),
    }))
}

/// In which words the page tells how a unit reports.
const fn told_window(chosen: Option<windows::Window>) -> Window {
    match chosen {
        None => Window::Never,
        Some(windows::Window::One) => Window::EachRound,
        Some(windows::Window::Third) => Window::Third,
        Some(windows::Window::Quarter) => Window::Quarter,
    }
}

/// What the database holds, for anybody who asks; exact numbers only for people of the organisation.
///
/// # Errors
/// When the database refuses.
pub async fn stored(staff: &Staff, is_signed_in: bool) -> Result<StoredPage> {
    Ok(StoredPage {
        groups: rows::stored(staff, is_signed_in).await?,
        lowering: rule_changes::lowering(&staff.db.reader, organisation::today(staff).await?).await?,
        is_signed_in,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told<T>(outcome: Result<T>) -> std::result::Result<T, String> {
        outcome.map_err(|error| error.to_string())
    }

    #[test]
    fn a_figure_in_an_unknown_state_is_an_error_and_not_left_out() {
        let state = |word: &str| {
            told(
                StateCount {
                    round_id: RoundId::new(1),
                    unit_id: UnitId::new(1),
                    state: word.to_owned(),
                    cells: 1,
                }
                .state(),
            )
        };
        for known in CellState::ALL {
            assert_eq!(state(known.name()), Ok(known));
        }
        for earlier in ["below_k", "complement"] {
            assert_eq!(state(earlier), Ok(CellState::Hidden));
        }
        let unknown = "released_figure.state holds \"lost\", which this version does not know";
        assert_eq!(state("lost"), Err(unknown.to_owned()));
    }

    #[test]
    fn a_change_of_the_rules_that_cannot_be_read_is_an_error_and_not_left_out_of_the_history() {
        let change = |line: &str| {
            told(AuditedChange { at: String::new(), detail: line.to_owned(), name: None }.change())
        };
        let line = "confirmed k:5>4 from:2026-12-07";
        assert_eq!(change(line).map(|change| change.to_line()), Ok(line.to_owned()));
        let unknown = "audit.detail holds \"forgotten k:5>4\", which this version does not know";
        assert_eq!(change("forgotten k:5>4").map(|change| change.to_line()), Err(unknown.to_owned()));
    }
}
