//! A case as it is stored: found, locked, changed by one event at a time.
//!
//! Every change goes through [`Record::happen`]: the event, the state and clocks that follow from it, and the roll-up
//! are written in one transaction or not at all.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Lang, Problem, UnitId,
    customers::words::{Category, Channel, EndReason, EventKind, Kind, Severity, Stage},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use worktime::Calendar;

use super::{
    clocks::{self, Promises},
    events::{self, Data, Event, ITSELF},
    runs, search,
    state::{State, live},
};
use crate::{
    calendars,
    paths::{self, Counted},
    stored_words,
};
use base::{
    Error, Result,
    db::{all, execute, one, value},
};
use organisation::{Organisation, Tree, within};

const COLUMNS: &str =
    "id, reference, unit_id, kind, category, channel, severity, what, put_right, lang, happened_on,
    received_at, stage, counts, path_id, import_id, holder_unit_id, assignee_id, version";

#[derive(FromQueryResult)]
struct Stored {
    id: i64,
    reference: String,
    unit_id: UnitId,
    kind: String,
    category: String,
    channel: String,
    severity: String,
    what: String,
    put_right: String,
    lang: Option<String>,
    happened_on: NaiveDate,
    received_at: DateTime<Utc>,
    stage: String,
    counts: bool,
    path_id: Option<i64>,
    import_id: Option<i64>,
    holder_unit_id: Option<UnitId>,
    assignee_id: Option<i64>,
    version: i64,
}

/// A case with everything that happened to it.
pub(crate) struct Record {
    pub(crate) id: i64,
    pub(crate) reference: String,
    /// Where it happened.
    pub(crate) unit: UnitId,
    pub(crate) kind: Kind,
    pub(crate) category: Category,
    pub(crate) channel: Channel,
    pub(crate) severity: Severity,
    pub(crate) what: String,
    pub(crate) put_right: String,
    pub(crate) lang: Option<Lang>,
    pub(crate) happened_on: NaiveDate,
    pub(crate) received_at: DateTime<Utc>,
    pub(crate) stage: Stage,
    pub(crate) assignee: Option<i64>,
    pub(crate) version: i64,
    /// Who has it, when that is another unit.
    holder: Option<UnitId>,
    counts: bool,
    path: Option<i64>,
    import: Option<i64>,
    pub(crate) events: Vec<Event>,
}

/// Something that is about to happen to a case.
pub(crate) struct Change<'a> {
    pub(crate) kind: EventKind,
    pub(crate) role: &'a str,
    pub(crate) data: Data,
    pub(crate) text: Option<i64>,
}

impl Record {
    /// The case of a reference, if it happened in one of these units or below, or one of them has it.
    ///
    /// # Errors
    /// `NotFound` for an unknown reference and for a case of somebody else's, alike.
    pub(crate) async fn find(
        db: &impl ConnectionTrait,
        tree: &Tree,
        tops: &[UnitId],
        reference: &str,
    ) -> Result<Self> {
        let record = Self::by_reference(db, reference).await?.ok_or(Problem::NotFound)?;
        record.within(tree, tops)?;
        Ok(record)
    }

    /// The same, keeping others from changing it until the transaction is over.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    pub(crate) async fn lock(
        db: &impl ConnectionTrait,
        tree: &Tree,
        tops: &[UnitId],
        reference: &str,
    ) -> Result<Self> {
        execute(db, "UPDATE complaint SET version = version WHERE reference = $1", [reference.into()])
            .await?;
        let mut record = Self::find(db, tree, tops, reference).await?;
        record.ensure_receipt(db).await?;
        Ok(record)
    }

    /// The case of a reference, for whoever decides themselves who may see it.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn by_reference(db: &impl ConnectionTrait, reference: &str) -> Result<Option<Self>> {
        let sql = format!("SELECT {COLUMNS} FROM complaint WHERE reference = $1");
        match one(db, &sql, [reference.into()]).await? {
            Some(row) => Ok(Some(Self::load(db, row).await?)),
            None => Ok(None),
        }
    }

    /// The same, kept from others until the transaction is over.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn lock_by_reference(
        db: &impl ConnectionTrait,
        reference: &str,
    ) -> Result<Option<Self>> {
        let sql = "UPDATE complaint SET version = version WHERE reference = $1 RETURNING id";
        match value(db, sql, [reference.into()]).await? {
            Some(id) => Self::lock_by_id(db, id).await,
            None => Ok(None),
        }
    }

    /// The case of an id, for jobs.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn lock_by_id(db: &impl ConnectionTrait, id: i64) -> Result<Option<Self>> {
        execute(db, "UPDATE complaint SET version = version WHERE id = $1", [id.into()]).await?;
        let mut record = Self::by_id(db, id).await?;
        if let Some(record) = &mut record {
            record.ensure_receipt(db).await?;
        }
        Ok(record)
    }

    /// The case of an id, to look at.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Option<Self>> {
        let sql = format!("SELECT {COLUMNS} FROM complaint WHERE id = $1");
        match one(db, &sql, [id.into()]).await? {
            Some(row) => Ok(Some(Self::load(db, row).await?)),
            None => Ok(None),
        }
    }

    /// The cases that fit a condition, to look at.
    ///
    /// # Errors
    /// When the database refuses.
    pub(super) async fn all(db: &impl ConnectionTrait, condition: &str) -> Result<Vec<Self>> {
        let rows: Vec<Stored> =
            all(db, &format!("SELECT {COLUMNS} FROM complaint WHERE {condition}"), []).await?;
        let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
        let mut events = events::load_all(db, &ids).await?;
        rows.into_iter().map(|row| Self::read(events.remove(&row.id).unwrap_or_default(), row)).collect()
    }

    async fn load(db: &impl ConnectionTrait, row: Stored) -> Result<Self> {
        Self::read(events::load(db, row.id).await?, row)
    }

    fn read(events: Vec<Event>, row: Stored) -> Result<Self> {
        let lang = |tag: &str| {
            let known = Lang::ALL.into_iter().find(|lang| lang.tag() == tag);
            known.ok_or_else(|| Error::stored("complaint.lang", tag))
        };
        Ok(Self {
            events,
            kind: stored_words::kind(&row.kind)?,
            category: stored_words::category(&row.category)?,
            channel: stored_words::channel(&row.channel)?,
            severity: stored_words::severity(&row.severity)?,
            stage: stored_words::stage(&row.stage)?,
            lang: row.lang.as_deref().map(lang).transpose()?,
            id: row.id,
            reference: row.reference,
            unit: row.unit_id,
            what: row.what,
            put_right: row.put_right,
            happened_on: row.happened_on,
            received_at: row.received_at,
            assignee: row.assignee_id,
            version: row.version,
            holder: row.holder_unit_id,
            counts: row.counts,
            path: row.path_id,
            import: row.import_id,
        })
    }

    /// An open case of which nothing is known but where it stands gets the events that say so.
    async fn ensure_receipt(&mut self, db: &impl ConnectionTrait) -> Result<()> {
        if !self.events.is_empty() || !self.stage.is_open() {
            return Ok(());
        }
        let reached = match self.stage {
            Stage::Acknowledged => Some(EventKind::Acknowledged),
            Stage::Assessed => Some(EventKind::Assessed),
            Stage::Investigating => Some(EventKind::Investigating),
            Stage::Reopened => Some(EventKind::Reopened),
            Stage::Received | Stage::Answered | Stage::Closed => None,
        };
        for kind in std::iter::once(EventKind::Received).chain(reached) {
            let event = Event {
                version: self.version + 1,
                kind,
                at: self.received_at,
                role: ITSELF.to_owned(),
                team: Some(self.holder()),
                data: Data::default(),
                text: None,
            };
            events::insert(db, self.id, &event).await?;
            self.version = event.version;
            self.events.push(event);
        }
        execute(db, "UPDATE complaint SET version = $2 WHERE id = $1", [self.id.into(), self.version.into()])
            .await?;
        Ok(())
    }

    /// Lets through only whoever may see it.
    ///
    /// # Errors
    /// `NotFound`.
    pub(crate) fn within(&self, tree: &Tree, tops: &[UnitId]) -> Result<()> {
        within(tree, tops, self.unit).or_else(|refusal| match self.holder {
            Some(holder) => within(tree, tops, holder),
            None => Err(refusal),
        })
    }

    /// The unit that has it.
    pub(crate) fn holder(&self) -> UnitId {
        self.holder.unwrap_or(self.unit)
    }

    /// How it stands. What came from elsewhere without a single event stands where it was put.
    pub(crate) fn state(&self) -> State {
        State::of(&self.events)
    }

    /// The unit that had it when it came in: its calendar is the one that counts.
    pub(crate) fn received_by(&self) -> UnitId {
        let receipt = self.events.iter().find(|event| event.kind == EventKind::Received);
        receipt.and_then(|event| event.team).unwrap_or(self.unit)
    }

    /// Severity until it was acknowledged.
    fn severity_at_receipt(&self) -> Severity {
        let mut known = None;
        for event in live(&self.events) {
            match event.kind {
                EventKind::Received | EventKind::Corrected => known = event.data.severity.or(known),
                EventKind::Acknowledged => break,
                EventKind::Assessed => {
                    known = known.or(event.data.severity_was);
                    break;
                }
                _ => {}
            }
        }
        known.unwrap_or(self.severity)
    }

    /// What its clocks are reckoned from.
    pub(crate) fn promises<'a>(&'a self, calendar: &'a Calendar) -> Promises<'a> {
        Promises {
            calendar,
            severity: self.severity_at_receipt(),
            unit: self.received_by(),
            events: &self.events,
        }
    }

    /// Puts down what happens, and everything that follows from it.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn happen(
        &mut self,
        db: &impl ConnectionTrait,
        tree: &Tree,
        organisation: &Organisation,
        now: DateTime<Utc>,
        change: Change<'_>,
    ) -> Result<i64> {
        let event = Event {
            version: self.version + 1,
            kind: change.kind,
            // A clock that was set back does not put a later event before an earlier one.
            at: self.events.last().map_or(now, |last| last.at.max(now)),
            role: change.role.to_owned(),
            team: Some(self.holder()),
            data: change.data,
            text: change.text,
        };
        events::insert(db, self.id, &event).await?;
        self.version = event.version;
        let version = event.version;
        self.events.push(event);
        self.settle(db, tree, organisation).await?;
        Ok(version)
    }

    /// Writes what follows from the events and the columns as they are now.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn settle(
        &mut self,
        db: &impl ConnectionTrait,
        tree: &Tree,
        organisation: &Organisation,
    ) -> Result<()> {
        let state = self.state();
        self.stage = state.stage;
        let before = self.counted();
        self.counts = state.counts(self.kind);
        self.recount(db, tree, organisation, before).await?;
        let unit = self.received_by();
        let open = calendars::of(db, tree, organisation, unit).await?;
        let stored = runs::stored(db, self.id).await?;
        let runs = match self.kind {
            // What is held back waits for nobody; once let through, its promises count from its receipt.
            Kind::Complaint if !state.is_in_burst => clocks::runs(&self.promises(&open.calendar))?,
            Kind::Complaint | Kind::Compliment | Kind::Comment => Vec::new(),
        };
        let runs = runs::with_ended(&stored, runs);
        runs::write(db, self.id, (unit, &open.hash), &stored, &runs).await?;
        let next = clocks::next(&runs);
        execute(
            db,
            "UPDATE complaint SET version = $2, stage = $3, close_reason = $4, answered_at = $5, closed_at = $6,
                 next_due_at = $7, next_warn_at = $8, is_paused = $9, counts = $10, path_id = $11, unit_id = $12,
                 happened_on = $13, category = $14, severity = $15, what = $16, holder_unit_id = $17, assignee_id = $18,
                 next_late_at = $19, merged_into_id = $20, put_right = $21, in_burst = $22, kind = $23, channel = $24,
                 lang = $25, is_clocked = TRUE
             WHERE id = $1",
            [
                self.id.into(),
                self.version.into(),
                state.stage.name().into(),
                state.end_reason.map(EndReason::name).into(),
                state.answered_at.into(),
                state.closed_at.into(),
                next.due.into(),
                next.warn.into(),
                state.is_paused.into(),
                self.counts.into(),
                self.path.into(),
                self.unit.into(),
                self.happened_on.into(),
                self.category.name().into(),
                self.severity.name().into(),
                self.what.as_str().into(),
                self.holder.into(),
                self.assignee.into(),
                next.late.into(),
                state.merged_into.into(),
                self.put_right.as_str().into(),
                state.is_in_burst.into(),
                self.kind.name().into(),
                self.channel.name().into(),
                self.lang.map(Lang::tag).into(),
            ],
        )
        .await?;
        search::index(db, tree, self.id).await
    }

    /// Where it counts as it stands.
    pub(crate) fn counted(&self) -> Counted {
        Counted {
            counts: self.counts,
            unit: self.unit,
            day: self.happened_on,
            path: self.path,
            import: self.import,
            received_at: self.received_at,
        }
    }

    /// Moves it in the roll-up from where it counted to where it counts.
    async fn recount(
        &mut self,
        db: &impl ConnectionTrait,
        tree: &Tree,
        organisation: &Organisation,
        before: Counted,
    ) -> Result<()> {
        let after = self.counted();
        if (before.counts, before.unit, before.day) == (after.counts, after.unit, after.day) {
            return Ok(());
        }
        self.path = paths::recount(db, tree, organisation, &before, &after).await?.or(self.path);
        Ok(())
    }

    /// Moves it to another unit and day in one go, before [`happen`](Self::happen) puts down why.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn relocate(
        &mut self,
        db: &impl ConnectionTrait,
        tree: &Tree,
        organisation: &Organisation,
        unit: UnitId,
        day: NaiveDate,
    ) -> Result<()> {
        let before = self.counted();
        // Whoever had it because it happened there has it no longer; a unit that it was handed to keeps it.
        self.unit = unit;
        self.happened_on = day;
        self.recount(db, tree, organisation, before).await
    }

    /// Notes along which path it has just been counted.
    pub(crate) const fn counted_along(&mut self, path: i64) {
        self.path = Some(path);
    }

    /// Gives it to a unit.
    pub(crate) fn hand_to(&mut self, unit: UnitId) {
        self.holder = (unit != self.unit).then_some(unit);
    }
}
