//! What happened to a case: read and written.
//!
//! Architecture invariant: events are added and never changed, and hold no free text. What is derived from them
//! ([`State`](super::state::State), the clocks) is written anew with each.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Field, Role, UnitId,
    customers::{
        case::Act,
        mention::Mention,
        words::{Category, Cause, ClockKind, EndReason, EventKind, How, Outcome, Severity},
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};

use base::{
    Error, Result,
    db::{all, execute},
};

/// What an event says beside its kind: words, numbers and days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Data {
    /// Severity that holds since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) severity: Option<Severity>,
    /// Severity until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) severity_was: Option<Severity>,
    /// Unit that has the case since; in a correction, where it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<UnitId>,
    /// The same until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit_was: Option<UnitId>,
    /// Working days by which the answer was put off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) by: Option<i64>,
    /// Why it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) end_reason: Option<EndReason>,
    /// Which clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) clock: Option<ClockKind>,
    /// Version of the event that is taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) of: Option<i64>,
    /// How the customer was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) how: Option<How>,
    /// What it is about since.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) issues: Vec<Category>,
    /// What came of each issue.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) outcomes: Vec<(Category, Outcome)>,
    /// Category that was mended, and what it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) category: Option<(Category, Category)>,
    /// Day that was mended, and what it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) day: Option<(NaiveDate, NaiveDate)>,
    /// How far a mention of somebody who works here has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mention: Option<Mention>,
    /// Role that what was open was handed on to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) handed_to: Option<Role>,
    /// Id of the other case that it is tied to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) other: Option<i64>,
    /// Why each issue came about, where that is known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) causes: Vec<(Category, Cause)>,
    /// Whether the text was mended; what it was is a note.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) text: bool,
    /// What else was mended: kind, channel, what would put it right, language.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) mended: Vec<Field>,
    /// Whether it was mended how the customer can be reached; what that was is gone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) contact: bool,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    /// Its number within the case, from 1.
    pub(crate) version: i64,
    /// What.
    pub(crate) kind: EventKind,
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// By which role; [`ITSELF`] for what happens by itself.
    pub(crate) role: String,
    /// The unit that had the case.
    pub(crate) team: Option<UnitId>,
    /// What else.
    pub(crate) data: Data,
    /// The note or message that belongs to it.
    pub(crate) text: Option<i64>,
}

/// The role of what happens by itself.
pub(crate) const ITSELF: &str = "itself";
/// The role of what a customer does.
pub(crate) const CUSTOMER: &str = "customer";

const COLUMNS: &str = "complaint_id, version, event, at, role, team_id, data, text_id";

#[derive(FromQueryResult)]
struct StoredEvent {
    complaint_id: i64,
    version: i64,
    event: String,
    at: DateTime<Utc>,
    role: String,
    team_id: Option<UnitId>,
    data: String,
    text_id: Option<i64>,
}

impl StoredEvent {
    fn read(self) -> Result<Event> {
        Ok(Event {
            kind: EventKind::from_name(&self.event)
                .ok_or_else(|| Error::stored("case_event.event", &self.event))?,
            data: serde_json::from_str(&self.data)?,
            version: self.version,
            at: self.at,
            role: self.role,
            team: self.team_id,
            text: self.text_id,
        })
    }
}

/// The events of a case, oldest first.
pub(crate) async fn load(db: &impl ConnectionTrait, complaint: i64) -> Result<Vec<Event>> {
    let sql = format!("SELECT {COLUMNS} FROM case_event WHERE complaint_id = $1 ORDER BY version");
    all::<StoredEvent>(db, &sql, [complaint.into()]).await?.into_iter().map(StoredEvent::read).collect()
}

/// The events of several cases, of each the oldest first; one without any is not among them.
pub(crate) async fn load_all(
    db: &impl ConnectionTrait,
    complaints: &[i64],
) -> Result<HashMap<i64, Vec<Event>>> {
    let ids: Vec<String> = complaints.iter().map(i64::to_string).collect();
    let sql = format!(
        "SELECT {COLUMNS} FROM case_event WHERE complaint_id IN ({}) ORDER BY complaint_id, version",
        ids.join(", ")
    );
    let mut events: HashMap<i64, Vec<Event>> = HashMap::new();
    for row in all::<StoredEvent>(db, &sql, []).await? {
        events.entry(row.complaint_id).or_default().push(row.read()?);
    }
    Ok(events)
}

/// Writes an event.
pub(crate) async fn insert(db: &impl ConnectionTrait, complaint: i64, event: &Event) -> Result<()> {
    execute(
        db,
        "INSERT INTO case_event (complaint_id, version, event, at, role, team_id, data, text_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        [
            complaint.into(),
            event.version.into(),
            event.kind.name().into(),
            event.at.into(),
            event.role.as_str().into(),
            event.team.into(),
            serde_json::to_string(&event.data)?.into(),
            event.text.into(),
        ],
    )
    .await?;
    Ok(())
}

/// The kind of event that an act leaves behind.
pub(crate) const fn event_of(act: Act) -> EventKind {
    match act {
        Act::Acknowledge => EventKind::Acknowledged,
        Act::Assess => EventKind::Assessed,
        Act::Regrade => EventKind::Regraded,
        Act::Investigate => EventKind::Investigating,
        Act::Answer => EventKind::Answered,
        Act::Close => EventKind::Closed,
        Act::End => EventKind::Ended,
        Act::Reopen => EventKind::Reopened,
        Act::Pause => EventKind::Paused,
        Act::Resume => EventKind::Resumed,
        Act::Extend => EventKind::Extended,
        Act::HandOver => EventKind::HandedOver,
        Act::Take => EventKind::Taken,
        Act::LetGo => EventKind::LetGo,
        Act::Note => EventKind::Noted,
        Act::Letter => EventKind::Wrote,
        Act::Hear => EventKind::Heard,
        Act::Correct | Act::Contact => EventKind::Corrected,
        Act::PutAway => EventKind::PutAway,
        Act::Undo => EventKind::Undone,
        Act::AddAction => EventKind::ActionAdded,
        Act::FinishAction => EventKind::ActionDone,
    }
}
