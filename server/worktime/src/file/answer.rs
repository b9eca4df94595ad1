//! How files write what has become of a case.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::{
    course::{Course, Refused},
    run::Run,
};

/// What has become of the clock of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The case.
    pub id: String,
    /// Its runs.
    pub runs: Vec<Run>,
    /// The events that changed nothing.
    pub refused: Vec<Refused>,
}

impl Answer {
    pub(super) fn new(id: String, course: Course) -> Self {
        Self { id, runs: course.runs, refused: course.refused }
    }
}

impl Serialize for Run {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Ok(figures) = &self.figures else {
            let mut run = serializer.serialize_struct("Run", 2)?;
            run.serialize_field("start", &utc(self.start))?;
            run.serialize_field("error", "never_open")?;
            return run.end();
        };
        let mut run = serializer.serialize_struct("Run", 13)?;
        run.serialize_field("start", &utc(self.start))?;
        run.serialize_field("counting_from", &utc(figures.counting_from))?;
        run.serialize_field("budget", &figures.budget)?;
        run.serialize_field("warn_at", &figures.warn_at.map(utc))?;
        run.serialize_field("due", &figures.due.map(utc))?;
        let due_local = figures.due_local.map(|due| due.to_rfc3339_opts(SecondsFormat::Secs, false));
        run.serialize_field("due_local", &due_local)?;
        run.serialize_field("stopped_at", &figures.stopped_at.map(utc))?;
        run.serialize_field("elapsed", &figures.elapsed)?;
        run.serialize_field("remaining", &figures.remaining())?;
        run.serialize_field("paused", &figures.paused)?;
        run.serialize_field("state", &figures.state)?;
        run.serialize_field("is_late", &figures.is_late())?;
        run.serialize_field("shares", &Shares(&figures.shares))?;
        run.end()
    }
}

/// Teams as keys, in their order.
struct Shares<'a>(&'a [(String, i64)]);

impl Serialize for Shares<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(team, seconds)| (team, seconds)))
    }
}

fn utc(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}
