//! Changing the rules of the release.
//!
//! Stricter rules hold at once, for every round that is not released yet. Less strict ones need two
//! administrators, hold from the next round that has not begun, and employees are told. No change touches
//! what was released.

use chrono::{DateTime, Days, NaiveDate, Utc};
use disclosure::{Threshold, roster_change::RosterGuard, windows::EveryRoundFrom};
use domain::{
    AccountId, Field, Problem, Right, UnitId, Why,
    audit::Event,
    staff::privacy::{Deed, Guard, Lowering, RuleChange, RuleSet, RulesForm},
};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult};

use super::rules::{self, Rules, StoredRules};
use base::{
    Actor, Base, Result,
    access::require_proof,
    audit, authorize,
    db::{column, execute, one, value},
};
use organisation::Tree;

/// The form's floors are those of the release.
const _: () = assert!(domain::staff::privacy::FLOOR == Threshold::FLOOR);
const _: () = assert!(domain::staff::privacy::LOWEST_EVERY_ROUND_FROM == EveryRoundFrom::FLOOR);

/// Days for which a proposal can be confirmed.
pub const PROPOSAL_DAYS: u64 = 14;
/// Days for which employees are told that rules were lowered.
const TOLD_DAYS: u64 = 28;

/// Rules that wait for a second administrator.
pub struct Pending {
    /// Row.
    pub id: i64,
    /// What would hold.
    pub rules: RuleSet,
    /// Account that proposes it.
    pub by: AccountId,
    /// Its name.
    pub by_name: String,
    /// When it was proposed.
    pub at: DateTime<Utc>,
}

/// Changes the rules: at once when no rule becomes less strict than it would be, else by a proposal for
/// another administrator. Says which.
///
/// # Errors
/// `ProofNeeded`; `Invalid` for rules that cannot be or that change nothing; `ProposalWaiting`.
pub async fn change(base: &Base, actor: Option<&Actor>, form: &RulesForm) -> Result<Deed> {
    let (actor, tops) = authorize(actor, Right::ManageRules)?;
    require_proof(actor)?;
    let wanted = form.parse()?;
    let transaction = begin(base, &tops).await?;
    let today = organisation::find(&transaction).await?.local_day(base.now());
    let timeline = timeline(&transaction).await?;
    let last = timeline.last().map_or_else(|| told(&Rules::default()), |(_, rules)| *rules);
    let deed = if last.is_lowered_by(&wanted) {
        propose(&transaction, base, actor, &wanted).await?;
        let change = RuleChange { deed: Deed::Proposed, steps: last.steps_to(&wanted), from_on: None };
        note(&transaction, base, actor, &change, None).await?;
        Deed::Proposed
    } else {
        let present = told(&rules::in_force(&transaction, today).await?);
        if wanted == last && wanted == present {
            return Err(Problem::invalid(Field::K, Why::Unchanged).into());
        }
        let from = first_open_to_change(&transaction, today).await?;
        raise(&transaction, from, &wanted, &timeline).await?;
        // A proposal was made against rules that hold no longer.
        execute(&transaction, "DELETE FROM rules_proposal", []).await?;
        let before = if present == wanted { last } else { present };
        let steps = before.steps_to(&wanted);
        let change = RuleChange { deed: Deed::Raised, steps, from_on: Some(from) };
        note(&transaction, base, actor, &change, None).await?;
        Deed::Raised
    };
    transaction.commit().await?;
    Ok(deed)
}

/// Confirms the proposal of another administrator.
///
/// # Errors
/// `ProofNeeded`; `SecondAdminNeeded` for one's own; `ChangedMeanwhile` when it is no longer there, too old,
/// or made by somebody who keeps the organisation no longer.
pub async fn confirm(base: &Base, actor: Option<&Actor>, id: i64) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::ManageRules)?;
    require_proof(actor)?;
    let transaction = begin(base, &tops).await?;
    let proposal = pending(&transaction, base.now()).await?.filter(|proposal| proposal.id == id);
    let proposal = proposal.ok_or(Problem::ChangedMeanwhile)?;
    if proposal.by == actor.account {
        return Err(Problem::SecondAdminNeeded.into());
    }
    let today = organisation::find(&transaction).await?.local_day(base.now());
    let from = next_round(&transaction, today).await?;
    let before = told(&rules::in_force(&transaction, from).await?);
    execute(&transaction, "DELETE FROM release_rules WHERE from_on > $1", [from.into()]).await?;
    rules::set(&transaction, from, &checked(&proposal.rules)?).await?;
    execute(&transaction, "DELETE FROM rules_proposal", []).await?;
    let steps = before.steps_to(&proposal.rules);
    let change = RuleChange { deed: Deed::Confirmed, steps, from_on: Some(from) };
    note(&transaction, base, actor, &change, Some(proposal.by)).await?;
    transaction.commit().await?;
    Ok(())
}

/// Takes a proposal back, one's own or another's.
///
/// # Errors
/// `ChangedMeanwhile` when it is no longer there.
pub async fn withdraw(base: &Base, actor: Option<&Actor>, id: i64) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::ManageRules)?;
    let transaction = begin(base, &tops).await?;
    let proposal = pending(&transaction, base.now()).await?.filter(|proposal| proposal.id == id);
    let proposal = proposal.ok_or(Problem::ChangedMeanwhile)?;
    execute(&transaction, "DELETE FROM rules_proposal", []).await?;
    let change = RuleChange { deed: Deed::Withdrawn, steps: Vec::new(), from_on: None };
    note(&transaction, base, actor, &change, Some(proposal.by)).await?;
    transaction.commit().await?;
    Ok(())
}

/// Calls off rules that are decided and do not hold yet; what holds today stays.
///
/// # Errors
/// `ChangedMeanwhile` when there are none.
pub async fn cancel(base: &Base, actor: Option<&Actor>) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::ManageRules)?;
    let transaction = begin(base, &tops).await?;
    let today = organisation::find(&transaction).await?.local_day(base.now());
    let gone = execute(&transaction, "DELETE FROM release_rules WHERE from_on > $1", [today.into()]).await?;
    if gone.rows_affected() == 0 {
        return Err(Problem::ChangedMeanwhile.into());
    }
    let change = RuleChange { deed: Deed::Cancelled, steps: Vec::new(), from_on: None };
    note(&transaction, base, actor, &change, None).await?;
    transaction.commit().await?;
    Ok(())
}

/// The rules in the order of their days.
pub async fn timeline(db: &impl ConnectionTrait) -> Result<Vec<(NaiveDate, RuleSet)>> {
    let mut timeline = Vec::new();
    let days = column(db, "SELECT from_on FROM release_rules ORDER BY from_on", []).await?;
    for from in days {
        timeline.push((from, told(&rules::in_force(db, from).await?)));
    }
    Ok(timeline)
}

/// What was made less strict during the weeks before `day` or will be: what employees are told.
pub async fn lowering(db: &impl ConnectionTrait, day: NaiveDate) -> Result<Option<Lowering>> {
    let since = day.checked_sub_days(Days::new(TOLD_DAYS)).unwrap_or(day);
    let timeline = timeline(db).await?;
    let news = |pair: &&[(NaiveDate, RuleSet)]| pair[1].0 >= since;
    let pairs = || timeline.windows(2).filter(news);
    let strictest = pairs().map(|pair| pair[0].1).reduce(|all, rules| all.stricter(&rules));
    let lowered = pairs().rev().find(|pair| pair[0].1.is_lowered_by(&pair[1].1));
    let (Some(before), Some(lowered), Some((_, after))) = (strictest, lowered, timeline.last()) else {
        return Ok(None);
    };
    let steps = before.lowered_steps(after);
    Ok((!steps.is_empty()).then_some(Lowering { from_on: lowered[1].0, steps }))
}

/// A proposal with who makes it.
#[derive(FromQueryResult)]
struct Proposal {
    id: i64,
    #[sea_orm(nested)]
    rules: StoredRules,
    proposed_by: AccountId,
    proposed_at: DateTime<Utc>,
    name: String,
}

/// The proposal that can be confirmed now, if there is one.
pub async fn pending(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Option<Pending>> {
    let proposal: Option<Proposal> = one(
        db,
        "SELECT rules_proposal.id, k, k_comment, authors, k_dist, every_round_from, grace_hours, roster_guard,
                proposed_by, proposed_at, account.name
         FROM rules_proposal JOIN account ON account.id = rules_proposal.proposed_by
         JOIN role_grant ON role_grant.account_id = account.id AND role_grant.role = 'admin'
         JOIN unit ON unit.id = role_grant.unit_id AND unit.parent_id IS NULL
         WHERE account.state = 'active' ORDER BY rules_proposal.id DESC LIMIT 1",
        [],
    )
    .await?;
    let Some(proposal) = proposal else { return Ok(None) };
    let pending = Pending {
        id: proposal.id,
        rules: told(&proposal.rules.rules("rules_proposal.roster_guard")?),
        by: proposal.proposed_by,
        by_name: proposal.name,
        at: proposal.proposed_at,
    };
    Ok(Some(pending).filter(|pending| now < pending.at + Days::new(PROPOSAL_DAYS)))
}

/// First day of the next round that has not begun: the day after the last one that has.
pub async fn next_round(db: &impl ConnectionTrait, today: NaiveDate) -> Result<NaiveDate> {
    let last: Option<Option<NaiveDate>> = value(
        db,
        "SELECT MAX(ends_on) AS day FROM round
         WHERE state IN ('open', 'closed', 'released') OR (state = 'planned' AND starts_on <= $1)",
        [today.into()],
    )
    .await?;
    Ok(last.flatten().and_then(|day| day.succ_opt()).map_or(today, |day| day.max(today)))
}

/// First day of the earliest round that is not released yet; today when there is none.
async fn first_open_to_change(db: &impl ConnectionTrait, today: NaiveDate) -> Result<NaiveDate> {
    let first: Option<Option<NaiveDate>> = value(
        db,
        "SELECT MIN(starts_on) AS day FROM round
         WHERE state IN ('open', 'closed') OR (state = 'planned' AND starts_on <= $1)",
        [today.into()],
    )
    .await?;
    Ok(first.flatten().map_or(today, |day| day.min(today)))
}

/// Makes every rule from a day on at least as strict as `wanted`; where one is stricter already, it stays.
async fn raise(
    db: &impl ConnectionTrait,
    from: NaiveDate,
    wanted: &RuleSet,
    timeline: &[(NaiveDate, RuleSet)],
) -> Result<()> {
    let at_first = told(&rules::in_force(db, from).await?);
    let later = timeline.iter().copied().filter(|(day, _)| *day > from);
    for (day, rules) in std::iter::once((from, at_first)).chain(later) {
        rules::set(db, day, &checked(&rules.stricter(wanted))?).await?;
    }
    Ok(())
}

async fn propose(db: &impl ConnectionTrait, base: &Base, actor: &Actor, wanted: &RuleSet) -> Result<()> {
    if pending(db, base.now()).await?.is_some() {
        return Err(Problem::ProposalWaiting.into());
    }
    // What is left can no longer be confirmed.
    execute(db, "DELETE FROM rules_proposal", []).await?;
    let rules = checked(wanted)?;
    execute(
        db,
        "INSERT INTO rules_proposal (k, k_comment, authors, k_dist, every_round_from, grace_hours, roster_guard,
             proposed_by, proposed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            rules.k.get().into(),
            rules.k_comment.get().into(),
            rules.authors.get().into(),
            rules.k_dist.get().into(),
            rules.every_round_from.get().into(),
            rules.grace_hours.into(),
            rules::guard_name(rules.guard).into(),
            actor.account.into(),
            base.now().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Begins a change of the organisation's rules: whoever keeps only a part of it may not, and nobody else
/// changes them meanwhile.
async fn begin(base: &Base, tops: &[UnitId]) -> Result<base::db::Transaction> {
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    if !tree.root().is_some_and(|root| tops.contains(&root)) {
        return Err(Problem::Forbidden.into());
    }
    // On SQLite the transaction itself has the write lock.
    if base.db.writer().get_database_backend() == DbBackend::Postgres {
        execute(&transaction, "LOCK TABLE rules_proposal IN SHARE ROW EXCLUSIVE MODE", []).await?;
    }
    Ok(transaction)
}

async fn note(
    db: &impl ConnectionTrait,
    base: &Base,
    actor: &Actor,
    change: &RuleChange,
    subject: Option<AccountId>,
) -> Result<()> {
    let detail = change.to_line();
    let entry = audit::Entry::new(Event::ThresholdChanged, Some(actor.account));
    audit::record(db, base.now(), &audit::Entry { detail: &detail, subject, ..entry }).await
}

/// The rules as pages know them.
pub fn told(rules: &Rules) -> RuleSet {
    RuleSet {
        k: rules.k.get(),
        k_comment: rules.k_comment.get(),
        authors: rules.authors.get(),
        k_dist: rules.k_dist.get(),
        every_round_from: rules.every_round_from.get(),
        grace_hours: u32::try_from(rules.grace_hours).unwrap_or_default(),
        guard: match rules.guard {
            RosterGuard::Mark => Guard::Mark,
            RosterGuard::Hold => Guard::Hold,
        },
    }
}

/// The rules as the release knows them: none below the floor can be made.
fn checked(rules: &RuleSet) -> Result<Rules> {
    let threshold =
        |field, people| Threshold::try_from(people).map_err(|_| Problem::invalid(field, Why::BelowFloor));
    Ok(Rules {
        k: threshold(Field::K, rules.k)?,
        k_comment: threshold(Field::KComment, rules.k_comment)?,
        authors: threshold(Field::Authors, rules.authors)?,
        k_dist: threshold(Field::KDist, rules.k_dist)?,
        every_round_from: EveryRoundFrom::try_from(rules.every_round_from)
            .map_err(|_| Problem::invalid(Field::EveryRoundFrom, Why::BelowEight))?,
        grace_hours: i64::from(rules.grace_hours),
        guard: match rules.guard {
            Guard::Mark => RosterGuard::Mark,
            Guard::Hold => RosterGuard::Hold,
        },
    })
}
