//! Notes on the time axis: what happened around a unit, so that a chart can be read with it in mind.
//!
//! A note is about the unit and everything below it. It tells of events, campaigns and competitors, never of
//! persons, and it says nothing about what brought about what.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    Lang,
    customers::complaint::named,
    field::{Field, FieldProblem, Why, free_text},
    format,
    organisation::unit::{UnitItem, UnitPlace},
    problem::Problem,
};

/// Longest label, in characters: it stands on a flag.
pub const LONGEST_LABEL: usize = 40;
/// Longest detail, and longest text about either side of a comparison, in characters.
pub const LONGEST_DETAIL: usize = 500;
/// Days before and after today in which a note can lie: charts show at most ten years.
const MOST_DAYS_BACK: u64 = 20 * 366;
const MOST_DAYS_AHEAD: u64 = 2 * 366;

named! {
    /// What a note tells of.
    NoteKind, "note-kind-" {
        /// Something that happened, or was changed.
        Event = "event",
        /// A campaign of our own.
        Campaign = "campaign",
        /// What a competitor does better or worse.
        Competitor = "competitor",
    }
}

named! {
    /// In what a competitor differs.
    Topic, "topic-" {
        /// Price.
        Price = "price",
        /// Service.
        Service = "service",
        /// Range of goods or services.
        Range = "range",
        /// Opening hours.
        Hours = "hours",
        /// Returns and exchanges.
        Returns = "returns",
    }
}

named! {
    /// Something that can be done to a note.
    NoteAct, "note-act-" {
        /// Other words or days.
        Change = "change",
        /// Taken away for good.
        Remove = "remove",
    }
}

/// A comparison with a competitor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// In what.
    pub topic: Topic,
    /// How we do it.
    pub ours: String,
    /// How they do it.
    pub theirs: String,
}

/// A note as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it tells of.
    pub kind: NoteKind,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day of something that lasted; none for something of one day, or without an end yet.
    pub ends_on: Option<NaiveDate>,
    /// A few words, for the flag.
    pub label: String,
    /// More about it; may be empty.
    pub detail: String,
    /// Ours and theirs, for a competitor and nothing else.
    pub comparison: Option<Comparison>,
    /// Whether charts compute their usual ranges anew from its first day on.
    pub is_baseline: bool,
}

/// The form for a note, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoteForm {
    /// Unit id; only for a new note.
    pub unit: String,
    /// Name of the kind.
    #[serde(rename = "note_kind")]
    pub kind: String,
    /// Label.
    pub label: String,
    /// Detail.
    pub detail: String,
    /// ISO date.
    pub starts_on: String,
    /// ISO date, or empty.
    pub ends_on: String,
    /// Name of the topic; read for a competitor only, like the next two.
    pub topic: String,
    /// How we do it.
    pub ours: String,
    /// How they do it.
    pub theirs: String,
    /// Anything but an empty text asks for a new baseline.
    pub baseline: String,
}

impl NoteForm {
    /// Checks every field and reports all problems at once.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field.
    pub fn parse(&self, today: NaiveDate) -> Result<Note, Problem> {
        let mut problems = Vec::new();
        let mut refuse = |field, why| problems.push(FieldProblem { field, why });
        let kind = chosen(&self.kind, NoteKind::from_name).map_err(|why| refuse(Field::NoteKind, why)).ok();
        let label = free_text(&self.label, LONGEST_LABEL).map_err(|why| refuse(Field::Label, why)).ok();
        let starts_on = day(&self.starts_on, today).map_err(|why| refuse(Field::StartsOn, why)).ok();
        let ends_on = match self.ends_on.trim() {
            "" => Some(None),
            text => {
                let ends_on = day(text, today).and_then(|end| match starts_on {
                    Some(start) if end < start => Err(Why::BeforeFirstDay),
                    _ => Ok(end),
                });
                ends_on.map_err(|why| refuse(Field::EndsOn, why)).ok().map(Some)
            }
        };
        let comparison = match kind {
            Some(NoteKind::Competitor) => {
                let topic =
                    chosen(&self.topic, Topic::from_name).map_err(|why| refuse(Field::Topic, why)).ok();
                let ours = free_text(&self.ours, LONGEST_DETAIL).map_err(|why| refuse(Field::Ours, why)).ok();
                let theirs =
                    free_text(&self.theirs, LONGEST_DETAIL).map_err(|why| refuse(Field::Theirs, why)).ok();
                match (topic, ours, theirs) {
                    (Some(topic), Some(ours), Some(theirs)) => Some(Comparison { topic, ours, theirs }),
                    _ => None,
                }
            }
            _ => None,
        };
        let detail = match free_text(&self.detail, LONGEST_DETAIL) {
            Err(Why::Missing) => Some(String::new()),
            detail => detail.map_err(|why| refuse(Field::Detail, why)).ok(),
        };
        let is_baseline = !self.baseline.is_empty();
        match (kind, label, starts_on, ends_on, detail) {
            (Some(kind), Some(label), Some(starts_on), Some(ends_on), Some(detail))
                if problems.is_empty() =>
            {
                Ok(Note { kind, starts_on, ends_on, label, detail, comparison, is_baseline })
            }
            _ => Err(Problem::Invalid(problems)),
        }
    }
}

fn chosen<T>(name: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, Why> {
    if name.is_empty() { Err(Why::Missing) } else { read(name).ok_or(Why::NotAChoice) }
}

fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, Why> {
    if text.trim().is_empty() {
        return Err(Why::Missing);
    }
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| Why::NotADate)?;
    if today.checked_sub_days(Days::new(MOST_DAYS_BACK)).is_some_and(|oldest| day < oldest) {
        return Err(Why::TooOld);
    }
    if today.checked_add_days(Days::new(MOST_DAYS_AHEAD)).is_some_and(|newest| day > newest) {
        return Err(Why::TooFar);
    }
    Ok(day)
}

/// A note on the page of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteRow {
    /// Number.
    pub id: i64,
    /// The note.
    pub note: Note,
    /// The unit it was written for: the one looked at, or one above.
    pub unit: UnitItem,
    /// Whether this person may change it.
    pub may_change: bool,
}

/// The notes of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotesPage {
    /// The unit, and where else the person can go from it.
    pub place: UnitPlace,
    /// Notes of the unit and of those above it, newest first.
    pub rows: Vec<NoteRow>,
    /// Whether older ones were left out.
    pub is_cut: bool,
    /// Whether this person may write notes here.
    pub may_add: bool,
}

/// What the form for a note, or the question before it is removed, shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotePage {
    /// The unit the note is written for.
    pub unit: UnitItem,
    /// The note as it is; none for a new one.
    pub note: Option<Note>,
    /// Today, where the organisation is.
    pub today: NaiveDate,
}

/// Something that stands on the time axis of a chart: a note, or the start of an agreed action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AxisEntry {
    /// What it is, in a word.
    pub kind: String,
    /// Day or days, as a person reads them.
    pub days: String,
    /// The words on its flag.
    pub label: String,
    /// More about it, in complete sentences; may be empty.
    pub detail: String,
    /// Name of the unit above that it was written for; none for the unit itself.
    pub unit: Option<String>,
    /// Where it can be read in its place.
    pub href: String,
}

/// The day or days of a note: `1 Jun 2026`, or `1 Jun 2026 – 14 Jun 2026`.
pub fn days(lang: Lang, starts_on: NaiveDate, ends_on: Option<NaiveDate>) -> String {
    let first = format::short_date(lang, starts_on);
    match ends_on.filter(|last| *last > starts_on) {
        Some(last) => format!("{first} – {}", format::short_date(lang, last)),
        None => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    fn form() -> NoteForm {
        NoteForm {
            kind: "event".into(),
            label: " New rota ".into(),
            starts_on: "2026-06-01".into(),
            ..NoteForm::default()
        }
    }

    fn refused(form: &NoteForm) -> Vec<(Field, Why)> {
        match form.parse(today()) {
            Err(Problem::Invalid(problems)) => problems.iter().map(|p| (p.field, p.why)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_refused_field_is_named_at_once() {
        assert_eq!(
            refused(&NoteForm::default()),
            [(Field::NoteKind, Why::Missing), (Field::Label, Why::Missing), (Field::StartsOn, Why::Missing)]
        );
        let competitor = NoteForm { kind: "competitor".into(), topic: "weather".into(), ..form() };
        assert_eq!(
            refused(&competitor),
            [(Field::Topic, Why::NotAChoice), (Field::Ours, Why::Missing), (Field::Theirs, Why::Missing)]
        );
        let long = NoteForm { label: "x".repeat(41), detail: "x".repeat(501), ..form() };
        assert_eq!(refused(&long), [(Field::Label, Why::TooLong), (Field::Detail, Why::TooLong)]);
    }

    #[test]
    fn days_that_cannot_be_meant_are_refused() {
        for (starts_on, ends_on, field, why) in [
            ("2026-06-31", "", Field::StartsOn, Why::NotADate),
            ("1926-06-01", "", Field::StartsOn, Why::TooOld),
            ("2126-06-01", "", Field::StartsOn, Why::TooFar),
            ("2026-06-01", "2026-05-31", Field::EndsOn, Why::BeforeFirstDay),
            ("2026-06-01", "soon", Field::EndsOn, Why::NotADate),
        ] {
            let form = NoteForm { starts_on: starts_on.into(), ends_on: ends_on.into(), ..form() };
            assert_eq!(refused(&form), [(field, why)], "{starts_on} {ends_on}");
        }
        let day = NoteForm { ends_on: "2026-06-01".into(), ..form() };
        assert!(day.parse(today()).is_ok(), "the first day may be the last");
    }

    #[test]
    fn only_a_competitor_has_two_sides() {
        let sides =
            NoteForm { topic: "hours".into(), ours: "8–20".into(), theirs: "7–23".into(), ..form() };
        assert_eq!(sides.parse(today()).unwrap().comparison, None, "left over from another choice");
        let competitor = NoteForm { kind: "competitor".into(), ..sides };
        let note = competitor.parse(today()).unwrap();
        assert_eq!(note.label, "New rota");
        assert_eq!(note.comparison.unwrap().topic, Topic::Hours);
    }
}
