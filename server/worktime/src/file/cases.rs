//! How files write a case.

use chrono::{DateTime, Timelike, Utc};
use serde::{Deserialize, Deserializer, de::Error};
use serde_json::{Map, Value};

use crate::clock::{Act, Clock, Event, Unit};

/// A file of cases that says more than the cases.
#[derive(Deserialize)]
pub(super) struct Cases {
    pub(super) cases: Vec<Case>,
}

/// A case: a clock, what happened, and when somebody looks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Case {
    /// Its name in the answer.
    pub id: String,
    /// Name of the calendar of the unit that received it.
    pub calendar: String,
    /// The clock.
    pub clock: Clock,
    /// What happened, in order.
    #[serde(deserialize_with = "in_order")]
    pub events: Vec<Event>,
    /// The moment of looking.
    #[serde(deserialize_with = "instant")]
    pub as_of: DateTime<Utc>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockText {
    unit: Unit,
    n: u32,
    stops: String,
    investigating: Option<u32>,
    repeats_at: Option<String>,
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ClockText { unit, n, stops, investigating, repeats_at } = ClockText::deserialize(deserializer)?;
        Self::new(unit, n, stops, investigating, repeats_at).map_err(D::Error::custom)
    }
}

#[derive(Deserialize)]
struct EventText {
    #[serde(deserialize_with = "instant")]
    at: DateTime<Utc>,
    event: String,
    /// Read only where the event asks for them: those that no clock knows may use the same keys otherwise.
    #[serde(flatten)]
    more: Map<String, Value>,
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let EventText { at, event, more } = EventText::deserialize(deserializer)?;
        let team = || match more.get("team").and_then(Value::as_str) {
            Some(team) if !team.is_empty() => Ok(team.to_owned()),
            _ => Err(D::Error::custom(format!("{event} needs a team, the name of who holds the case then"))),
        };
        let by = || {
            let by = more.get("by").and_then(Value::as_i64);
            by.ok_or_else(|| D::Error::custom(format!("{event} needs by, a whole number")))
        };
        let act = match event.as_str() {
            "received" => Act::Received { team: team()? },
            "reopened" => Act::Reopened,
            "paused" => Act::Paused,
            "resumed" => Act::Resumed,
            "extended" => Act::Extended { by: by()? },
            "handed_over" => Act::HandedOver { team: team()? },
            _ => Act::Other(event),
        };
        Ok(Self { at, act })
    }
}

fn in_order<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Event>, D::Error> {
    let events = Vec::<Event>::deserialize(deserializer)?;
    match events.windows(2).position(|pair| matches!(pair, [first, second] if second.at < first.at)) {
        Some(first) => Err(D::Error::custom(format!(
            "event {} is earlier than event {first}; put events in order of time",
            first + 1
        ))),
        None => Ok(events),
    }
}

fn instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let instant = DateTime::parse_from_rfc3339(&text).map(|instant| instant.with_timezone(&Utc));
    instant.ok().filter(|instant| instant.nanosecond() == 0).ok_or_else(|| {
        let example = "2026-02-03T10:15:00+01:00";
        D::Error::custom(format!("{text:?} is no instant; write whole seconds and the offset, as {example}"))
    })
}
