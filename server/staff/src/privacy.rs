//! What people read about privacy: the rules in force and what they hid, and what is stored.
//!
//! Architecture invariant: reads the ledger, never the counts of answers.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    Action, Period, Resolution,
    audit::Event,
    insight::figures::CellState,
    staff::privacy::{
        HistoryRow, Next, PrivacyPage, Proposal, RoundStates, RuleChange, States, StoredPage, UnitStates,
        Window,
    },
};
use sea_orm::ConnectionTrait;

use crate::{
    Staff,
    release::{keep, rows, rules},
};
use base::{
    Actor, Base, Result, authorize,
    db::{join_ids, query_all},
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
    let (actor, _) = authorize(actor, Action::ViewRules)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let today = organisation.local_day(base.now());
    let rules = keep::told(&rules::in_force(&db, today).await?);
    let timeline = keep::timeline(&db).await?;
    let (past, coming): (Vec<_>, Vec<_>) = timeline.into_iter().partition(|(day, _)| *day <= today);
    // Rows that changed nothing, such as raised ones below stricter ones, say nothing about since when.
    let since = past.iter().rev().take_while(|(_, then)| *then == rules).map(|(day, _)| *day).last();
    let is_first = since == past.first().map(|(day, _)| *day);
    let next = coming.into_iter().find(|(_, then)| *then != rules);
    let last = next.map_or(rules, |(_, next)| next);
    let may_see = actor.units_for(Action::ViewReview);
    Ok(PrivacyPage {
        rules,
        since: since.filter(|_| !is_first),
        next: next.map(|(from_on, next)| Next { from_on, steps: rules.steps_to(&next) }),
        proposal: match keep::pending(&db, base.now()).await? {
            None => None,
            Some(pending) => Some(Proposal {
                id: pending.id,
                steps: last.steps_to(&pending.rules),
                is_own: pending.by == actor.account,
                by: pending.by_name,
                at: organisation.local_minute(pending.at),
                until: organisation.local_day(pending.at + Days::new(keep::PROPOSAL_DAYS)),
                from_on: keep::next_round(&db, today).await?,
            }),
        },
        history: history(&db, &organisation).await?,
        may_change: tree.root().is_some_and(|root| actor.units_for(Action::ManageRules).contains(&root)),
        states: match may_see.as_slice() {
            [] => None,
            tops => states(&db, &tree, tops, today).await?,
        },
    })
}

/// Changes of the rules from the audit log, newest first: nobody can change them there.
async fn history(db: &impl ConnectionTrait, organisation: &Organisation) -> Result<Vec<HistoryRow>> {
    let rows = query_all(
        db,
        "SELECT audit.at, audit.detail, account.name FROM audit
         LEFT JOIN account ON account.id = audit.account_id
         WHERE audit.event = $1 ORDER BY audit.id DESC LIMIT $2",
        [Event::ThresholdChanged.name().into(), CHANGES.into()],
    )
    .await?;
    let mut history = Vec::with_capacity(rows.len());
    for row in rows {
        let at: String = row.try_get("", "at")?;
        let Some(change) = RuleChange::from_line(&row.try_get::<String>("", "detail")?) else { continue };
        history.push(HistoryRow {
            at: at.parse::<DateTime<Utc>>().map_or(at, |at| organisation.local_minute(at)),
            who: row.try_get("", "name")?,
            change,
        });
    }
    Ok(history)
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

/// How figures of these units fared in the newest released rounds; none before the first release.
async fn states(
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[i64],
    today: NaiveDate,
) -> Result<Option<States>> {
    let rows = query_all(
        db,
        "SELECT id, number, starts_on FROM round WHERE state = 'released' ORDER BY starts_on DESC LIMIT $1",
        [ROUNDS.into()],
    )
    .await?;
    let mut rounds: Vec<(i64, RoundStates)> = Vec::with_capacity(rows.len());
    for row in rows {
        let (round, starts_on) = (row.try_get("", "number")?, row.try_get("", "starts_on")?);
        rounds.push((row.try_get("", "id")?, RoundStates { round, starts_on, counts: Vec::new() }));
    }
    let Some((newest, _)) = rounds.first() else { return Ok(None) };
    let newest = *newest;
    let units = tree.below(tops);
    let ids: Vec<i64> = units.iter().map(|unit| unit.id).collect();
    let cells = query_all(
        db,
        &format!(
            "SELECT round_id, unit_id, state, COUNT(*) AS cells FROM released_figure
             WHERE round_id IN ({}) AND unit_id IN ({}) GROUP BY round_id, unit_id, state",
            join_ids(&rounds.iter().map(|(id, _)| *id).collect::<Vec<_>>()),
            join_ids(&ids)
        ),
        [],
    )
    .await?;
    let (mut by_round, mut by_unit) = (HashMap::<i64, Counts>::new(), HashMap::<i64, Counts>::new());
    for row in cells {
        let (round, unit): (i64, i64) = (row.try_get("", "round_id")?, row.try_get("", "unit_id")?);
        let Some(state) = CellState::from_name(&row.try_get::<String>("", "state")?) else { continue };
        let count = u32::try_from(row.try_get::<i64>("", "cells")?).unwrap_or(u32::MAX);
        by_round.entry(round).or_default().add(state, count);
        if round == newest {
            by_unit.entry(unit).or_default().add(state, count);
        }
    }
    let quarter = Period::containing(today, Resolution::Quarter);
    let windows = windows(db, quarter.start()).await?;
    let told = |counts: Option<&Counts>| counts.map(Counts::told).unwrap_or_default();
    Ok(Some(States {
        rounds: rounds
            .into_iter()
            .map(|(id, round)| RoundStates { counts: told(by_round.get(&id)), ..round })
            .collect(),
        units: units
            .into_iter()
            .map(|unit| UnitStates {
                window: windows.get(&unit.id).copied().unwrap_or(Window::Unset),
                counts: told(by_unit.get(&unit.id)),
                unit,
            })
            .filter(|unit| unit.unit.closed_on.is_none() || !unit.counts.is_empty())
            .collect(),
        quarter: quarter.to_string(),
    }))
}

/// Over how many rounds each unit reports in the quarter that begins on this day.
async fn windows(db: &impl ConnectionTrait, quarter: NaiveDate) -> Result<BTreeMap<i64, Window>> {
    query_all(db, "SELECT unit_id, rounds FROM quarter_window WHERE quarter = $1", [quarter.into()])
        .await?
        .into_iter()
        .map(|row| {
            let rounds: Option<i16> = row.try_get("", "rounds")?;
            Ok((row.try_get("", "unit_id")?, rounds.map_or(Window::Never, Window::Rounds)))
        })
        .collect()
}

/// What the database holds, for anybody who asks; exact numbers only for people of the organisation.
///
/// # Errors
/// When the database refuses.
pub async fn stored(staff: &Staff, is_signed_in: bool) -> Result<StoredPage> {
    Ok(StoredPage {
        groups: rows::stored(staff, is_signed_in).await?,
        lowering: keep::lowering(&staff.db.reader, organisation::today(staff).await?).await?,
        is_signed_in,
    })
}
