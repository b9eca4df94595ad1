//! Cards that come too fast or with the same text are kept and held back, out of every rate, until somebody decides for
//! all of them at once.
//!
//! How fast is too fast, a unit's own last eight weeks say: more in an hour than it would get by chance once in ten thousand
//! hours, and six at least. Nothing here asks who sent them.

use chrono::{DateTime, Duration, Utc};
use domain::{
    Problem, Right, Role, UnitId,
    audit::Event,
    customers::{
        code::{HeldGroup, HoldDecision, HoldReason},
        words::{EndReason, EventKind, Stage},
    },
};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Value};
use unicode_normalization::UnicodeNormalization;

use super::key::{Key, Label};
use crate::{
    calendars,
    complaints::{
        events::Data,
        record::{Change, Record},
    },
    mentions::{self, Hand},
    stored_words,
};
use base::{
    Actor, Base, Error, Result,
    audit::{self, Entry},
    authorize,
    db::{all, column, execute, exists, join_ids, one, value},
};
use organisation::{Organisation, Tree, within};

/// Weeks that a unit's own rate is taken from.
const WEEKS: i64 = 8;
/// How seldom an hour of a unit is as full as that by chance.
const CHANCE: f64 = 1e-4;
/// Cards an hour that are never too many.
const FEWEST: i64 = 6;
/// Cases of a group that are decided in one transaction.
const PORTION: i64 = 50;
/// Transactions in one go of the job.
const MOST_PORTIONS: usize = 40;
/// Cards of a group that are shown.
const SHOWN: i64 = 3;
/// Groups on one page.
const MOST_GROUPS: i64 = 50;

/// A text without what does not make it another: case, marks, spaces.
fn normalised(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // Of what has neither letter nor digit, the marks are all there is.
    if words.is_empty() { folded.split_whitespace().collect() } else { words.join(" ") }
}

/// What a text in a unit is known by.
///
/// # Errors
/// As the key's.
pub(super) fn mark(key: &Key, unit: UnitId, text: &str) -> Result<[u8; 32]> {
    key.code(Label::Text, &[&i64::from(unit).to_be_bytes(), normalised(text).as_bytes()])
}

/// A card that is about to be stored.
pub(super) struct Intake<'a, C> {
    pub(super) db: &'a C,
    pub(super) tree: &'a Tree,
    pub(super) organisation: &'a Organisation,
    pub(super) unit: UnitId,
    pub(super) now: DateTime<Utc>,
}

impl<C: ConnectionTrait> Intake<'_, C> {
    /// Whether a card is to be held back. Others of the same unit wait until this one is stored.
    pub(super) async fn judge(&self, text: &[u8; 32]) -> Result<Option<HoldReason>> {
        if self.db.get_database_backend() == DbBackend::Postgres {
            // On SQLite the transaction itself has the write lock.
            let sql = "SELECT pg_advisory_xact_lock($1, $2)";
            let unit = i32::try_from(i64::from(self.unit)).unwrap_or(i32::MAX);
            execute(self.db, sql, [0x6361_7264_i32.into(), unit.into()]).await?;
        }
        if self.is_same(text).await? {
            return Ok(Some(HoldReason::Same));
        }
        Ok(self.is_many().await?.then_some(HoldReason::Many))
    }

    /// Whether the same text came within a day and nobody has said since that it is meant.
    async fn is_same(&self, text: &[u8; 32]) -> Result<bool> {
        let since = self.now - Duration::days(1);
        let values = || -> [Value; 3] { [self.unit.into(), text.to_vec().into(), since.into()] };
        let sql = "SELECT 1 AS one FROM card_mark WHERE unit_id = $1 AND mark = $2 AND at > $3 LIMIT 1";
        if !exists(self.db, sql, values()).await? {
            return Ok(false);
        }
        let sql = "SELECT 1 AS one FROM burst WHERE unit_id = $1 AND mark = $2 AND decision = 'real' AND decided_at > $3 LIMIT 1";
        Ok(!exists(self.db, sql, values()).await?)
    }

    /// Whether this one is more than comes within an hour by itself.
    async fn is_many(&self) -> Result<bool> {
        let hour = self.now - Duration::hours(1);
        // What was found to be meant is no reason to hold the next one back.
        let sql = "SELECT decided_at FROM burst WHERE unit_id = $1 AND decision = 'real' AND decided_at > $2
                   ORDER BY decided_at DESC LIMIT 1";
        let meant: Option<DateTime<Utc>> = value(self.db, sql, [self.unit.into(), hour.into()]).await?;
        let since = meant.unwrap_or(hour);
        let sql = "SELECT COUNT(*) AS n FROM complaint WHERE unit_id = $1 AND source IS NOT NULL AND received_at > $2";
        let n: i64 = value(self.db, sql, [self.unit.into(), since.into()]).await?.unwrap_or(0);
        if n < FEWEST {
            return Ok(false);
        }
        Ok(n + 1 > self.limit(hour).await?)
    }

    /// Cards an hour that a unit gets by itself at most, reckoned over the hours in which it is open.
    async fn limit(&self, until: DateTime<Utc>) -> Result<i64> {
        let from = until - Duration::weeks(WEEKS);
        let sql = "SELECT COUNT(*) AS n FROM complaint WHERE unit_id = $1 AND source IS NOT NULL AND received_at > $2
                   AND received_at <= $3 AND NOT in_burst AND COALESCE(close_reason, '') <> 'not_a_complaint'";
        let n: i64 = value(self.db, sql, [self.unit.into(), from.into(), until.into()]).await?.unwrap_or(0);
        let calendar = calendars::of(self.db, self.tree, self.organisation, self.unit).await?.calendar;
        let open = calendar.working_seconds(from, until);
        // A unit that never opens gets its cards at any hour.
        let seconds = if open > 0 { open } else { (until - from).num_seconds() };
        #[expect(clippy::cast_precision_loss, reason = "cards and seconds of eight weeks are far below 2^53")]
        let mean = n as f64 * 3600.0 / seconds as f64;
        Ok(stats::chance::poisson_limit(mean, CHANCE).map_or(FEWEST, i64::from).max(FEWEST))
    }

    /// Keeps what a text is known by.
    pub(super) async fn remember(&self, complaint: i64, text: &[u8; 32]) -> Result<()> {
        let sql = "INSERT INTO card_mark (complaint_id, unit_id, mark, at) VALUES ($1, $2, $3, $4)";
        let values = [complaint.into(), self.unit.into(), text.to_vec().into(), self.now.into()];
        execute(self.db, sql, values).await?;
        Ok(())
    }

    /// Puts a card into the group it belongs to, or into one of its own.
    pub(super) async fn hold(&self, complaint: i64, why: HoldReason, text: &[u8; 32]) -> Result<()> {
        let mark = (why == HoldReason::Same).then(|| text.to_vec());
        let sql = match mark {
            Some(_) => {
                "UPDATE burst SET cards = cards + 1, last_at = $3 WHERE id = (SELECT MAX(id) FROM burst
                     WHERE unit_id = $1 AND why = $2 AND decision IS NULL AND mark = $4) RETURNING id"
            }
            None => {
                "UPDATE burst SET cards = cards + 1, last_at = $3 WHERE id = (SELECT MAX(id) FROM burst
                     WHERE unit_id = $1 AND why = $2 AND decision IS NULL) RETURNING id"
            }
        };
        let mut values: Vec<Value> = vec![self.unit.into(), why.name().into(), self.now.into()];
        values.extend(mark.clone().map(Value::from));
        let group: Option<i64> = value(self.db, sql, values).await?;
        let group = match group {
            Some(group) => group,
            None => {
                let sql = "INSERT INTO burst (unit_id, why, mark, began_at, last_at, cards)
                           VALUES ($1, $2, $3, $4, $4, 1) RETURNING id";
                let values = [self.unit.into(), why.name().into(), mark.into(), self.now.into()];
                let group: Option<i64> = value(self.db, sql, values).await?;
                group.ok_or_else(|| Error::Internal("a group just written is gone".to_owned()))?
            }
        };
        let sql = "UPDATE complaint SET burst_id = $2 WHERE id = $1";
        execute(self.db, sql, [complaint.into(), group.into()]).await?;
        Ok(())
    }
}

#[derive(FromQueryResult)]
struct Group {
    id: i64,
    unit_id: UnitId,
    why: String,
    began_at: DateTime<Utc>,
    last_at: DateTime<Utc>,
    cards: i64,
}

#[derive(FromQueryResult)]
struct Shown {
    reference: String,
    kind: String,
    what: String,
}

/// Groups that wait for a decision, oldest first.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn list(base: &Base, actor: Option<&Actor>) -> Result<Vec<HeldGroup>> {
    let (_, tops) = authorize(actor, Right::HandleCase)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let units: Vec<UnitId> = tree.below(&tops).into_iter().map(|unit| unit.id).collect();
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT id, unit_id, why, began_at, last_at, cards FROM burst
         WHERE NOT is_done AND decision IS NULL AND unit_id IN ({}) ORDER BY id LIMIT {MOST_GROUPS}",
        join_ids(&units)
    );
    let rows: Vec<Group> = all(&db, &sql, []).await?;
    let mut groups = Vec::with_capacity(rows.len());
    for row in rows {
        let sql = "SELECT reference, kind, what FROM complaint WHERE in_burst AND burst_id = $1 ORDER BY id LIMIT $2";
        let some: Vec<Shown> = all(&db, sql, [row.id.into(), SHOWN.into()]).await?;
        let some = some.into_iter().map(|one| Ok((one.reference, stored_words::kind(&one.kind)?, one.what)));
        groups.push(HeldGroup {
            id: row.id,
            unit: tree.get(row.unit_id).map(|unit| unit.name.clone()).unwrap_or_default(),
            why: HoldReason::from_name(&row.why).ok_or_else(|| Error::stored("burst.why", &row.why))?,
            from: organisation.local_minute(row.began_at),
            to: organisation.local_minute(row.last_at),
            cards: row.cards,
            some: some.collect::<Result<_>>()?,
        });
    }
    Ok(groups)
}

/// How many groups wait for somebody who sees these units.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn waiting(base: &Base, actor: Option<&Actor>) -> Result<usize> {
    let (_, tops) = authorize(actor, Right::HandleCase)?;
    let db = &base.db.reader;
    let sql = format!("SELECT unit_id FROM burst WHERE NOT is_done AND decision IS NULL LIMIT {MOST_GROUPS}");
    let units: Vec<UnitId> = column(db, &sql, []).await?;
    if units.is_empty() {
        return Ok(0);
    }
    let tree = organisation::tree(base, db).await?;
    Ok(units.into_iter().filter(|unit| within(&tree, &tops, *unit).is_ok()).count())
}

/// Decides for a whole group. What is more than a few is done by a job.
///
/// # Errors
/// `NotFound` for a group that is not the person's or a word that is no decision; `CaseMovedOn` when it was decided before.
pub async fn decide(base: &Base, actor: Option<&Actor>, group: &str, decision: &str) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    let decision = HoldDecision::from_name(decision).ok_or(Problem::NotFound)?;
    let group: i64 = group.parse().map_err(|_| Problem::NotFound)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let sql = "SELECT unit_id FROM burst WHERE id = $1";
    let unit: UnitId = value(&transaction, sql, [group.into()]).await?.ok_or(Problem::NotFound)?;
    within(&tree, &tops, unit)?;
    let sql =
        "UPDATE burst SET decision = $2, decided_at = $3 WHERE id = $1 AND decision IS NULL RETURNING cards";
    let values = [group.into(), decision.name().into(), base.now().into()];
    let cards: i64 = value(&transaction, sql, values).await?.ok_or(Problem::CaseMovedOn)?;
    let detail = format!("{}: {cards}", decision.name());
    let entry =
        Entry { unit: Some(unit), detail: &detail, ..Entry::new(Event::HeldDecided, Some(actor.account)) };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    portion(base, group, decision).await?;
    if decision == HoldDecision::NotReal {
        mentions::upkeep::forget_keys(base).await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Decided {
    id: i64,
    decision: String,
}

/// Carries out what was decided.
///
/// # Errors
/// When the database refuses.
pub async fn carry_out(base: &Base) -> Result<()> {
    let mut has_dropped = false;
    for _ in 0..MOST_PORTIONS {
        let sql =
            "SELECT id, decision FROM burst WHERE NOT is_done AND decision IS NOT NULL ORDER BY id LIMIT 1";
        let Some(next) = one::<Decided>(&base.db.reader, sql, []).await? else { break };
        let decision = HoldDecision::from_name(&next.decision)
            .ok_or_else(|| Error::stored("burst.decision", &next.decision))?;
        portion(base, next.id, decision).await?;
        has_dropped |= decision == HoldDecision::NotReal;
    }
    if has_dropped {
        mentions::upkeep::forget_keys(base).await?;
    }
    Ok(())
}

/// Some of a group; notes down when it was the last.
async fn portion(base: &Base, group: i64, decision: HoldDecision) -> Result<()> {
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let organisation = organisation::find(&transaction).await?;
    let sql = "SELECT id FROM complaint WHERE in_burst AND burst_id = $1 ORDER BY id LIMIT $2";
    let ids: Vec<i64> = column(&transaction, sql, [group.into(), PORTION.into()]).await?;
    if ids.is_empty() {
        execute(&transaction, "UPDATE burst SET is_done = TRUE WHERE id = $1", [group.into()]).await?;
    }
    for id in ids {
        let Some(mut record) = Record::lock_by_id(&transaction, id).await? else { continue };
        let state = record.state();
        // What somebody has taken up was looked at for itself, and goes on.
        let is_untouched = state.stage == Stage::Received && record.assignee.is_none();
        // Closed before it is let through: it never counts in between.
        if decision == HoldDecision::NotReal && is_untouched {
            let now = base.now();
            let role = Role::Service.name();
            let hand = Hand { db: &transaction, tree: &tree, organisation: &organisation, now, role };
            mentions::upkeep::drop_of_burst(&hand, &mut record, id).await?;
            let data = Data { end_reason: Some(EndReason::NotAComplaint), ..Data::default() };
            let change = Change { kind: EventKind::Ended, role: Role::Service.name(), data, text: None };
            record.happen(&transaction, &tree, &organisation, base.now(), change).await?;
        }
        if state.is_in_burst {
            let change = Change {
                kind: EventKind::LetThrough,
                role: Role::Service.name(),
                data: Data::default(),
                text: None,
            };
            record.happen(&transaction, &tree, &organisation, base.now(), change).await?;
        }
    }
    transaction.commit().await?;
    Ok(())
}

/// Forgets what texts were known by, a day after they came.
///
/// # Errors
/// When the database refuses.
pub async fn forget(base: &Base) -> Result<()> {
    let before = base.now() - Duration::days(1);
    let sql = "SELECT 1 AS one FROM card_mark WHERE at <= $1 LIMIT 1";
    if exists(&base.db.reader, sql, [before.into()]).await? {
        execute(base.db.writer(), "DELETE FROM card_mark WHERE at <= $1", [before.into()]).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_however_it_is_dressed_up() {
        for text in ["Kald suppe!", "  KALD   suppe ", "kald, suppe.", "ｋａｌｄ suppe"] {
            assert_eq!(normalised(text), "kald suppe", "{text}");
        }
        assert_ne!(normalised("Kald suppe"), normalised("Kald saus"));
        assert_ne!(normalised("😀"), normalised("😡"));
        assert_eq!(normalised("الحساء بارد!"), "الحساء بارد");
    }
}
