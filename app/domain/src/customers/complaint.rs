//! Complaints: how one is described and the stages a case goes through.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Field, FieldProblem, Problem, UnitId, Why, field::free_text};

/// Longest description, in characters.
pub const LONGEST_WHAT: usize = 2000;
/// Longest note on a case, in characters.
pub const LONGEST_NOTE: usize = 2000;

/// Makes an enum with stable names, for forms, files, the database and message ids.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident, $prefix:literal { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All values, in the order lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Message id of its label.
            pub const fn text_id(self) -> &'static str {
                match self { $(Self::$variant => concat!($prefix, $text)),+ }
            }

            /// Reads the stable name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }
    };
}

pub(crate) use named;

named! {
    /// What a complaint is about. Staff conduct stands last: most complaints that name a person are
    /// about the system the person works in.
    Category, "category-" {
        /// Systems and machines.
        System = "system",
        /// How things are done.
        Process = "process",
        /// The product or the result.
        Product = "product",
        /// Price and payment.
        Price = "price",
        /// Waiting time.
        Waiting = "waiting",
        /// Rooms, parking, toilets.
        Facilities = "facilities",
        /// Information given or missing.
        Information = "information",
        /// How somebody behaved.
        StaffConduct = "staff_conduct",
    }
}

named! {
    /// How a complaint reached us.
    Channel, "channel-" {
        /// At the desk.
        InPerson = "in_person",
        /// By telephone.
        Phone = "phone",
        /// By e-mail.
        Email = "email",
        /// By letter.
        Mail = "mail",
        /// By the web card.
        WebCard = "web_card",
        /// In social media.
        Social = "social",
        /// Any other way.
        Other = "other",
    }
}

named! {
    /// How serious it is. Safety and discrimination come before everything else.
    Severity, "severity-" {
        /// A nuisance.
        Low = "low",
        /// The usual.
        Normal = "normal",
        /// Loss, harm or anger.
        High = "high",
        /// Somebody may get hurt.
        Safety = "safety",
        /// Somebody was treated worse for who they are.
        Discrimination = "discrimination",
    }
}

named! {
    /// Where a case stands, after ISO 10002.
    Stage, "stage-" {
        /// Logged.
        Received = "received",
        /// The customer knows we have it.
        Acknowledged = "acknowledged",
        /// Severity and responsibility are decided.
        Assessed = "assessed",
        /// Facts are being found.
        Investigating = "investigating",
        /// The customer has our answer.
        Answered = "answered",
        /// Nothing is left to do.
        Closed = "closed",
        /// The customer came back.
        Reopened = "reopened",
    }
}

impl Stage {
    /// The stages a case can move to from here.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Received => &[Self::Acknowledged],
            Self::Acknowledged => &[Self::Assessed],
            Self::Assessed => &[Self::Investigating, Self::Answered],
            Self::Investigating => &[Self::Answered],
            Self::Answered => &[Self::Closed, Self::Reopened],
            Self::Closed => &[Self::Reopened],
            Self::Reopened => &[Self::Assessed],
        }
    }

    /// Whether somebody still has to do something.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Answered | Self::Closed)
    }
}

/// The 30-second form as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ComplaintForm {
    /// What happened.
    pub what: String,
    /// Category name.
    pub category: String,
    /// Channel name.
    pub channel: String,
    /// Severity name.
    pub severity: String,
    /// Unit id.
    pub unit: String,
    /// ISO date.
    pub happened_on: String,
}

/// A complaint that passed the form's checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComplaint {
    /// What happened.
    pub what: String,
    /// About what.
    pub category: Category,
    /// How it reached us.
    pub channel: Channel,
    /// How serious it is.
    pub severity: Severity,
    /// Unit id; whether it exists and is the user's is checked by the service.
    pub unit: UnitId,
    /// Day of the interaction it is about.
    pub happened_on: NaiveDate,
}

impl ComplaintForm {
    /// Checks every field and reports all problems at once.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field.
    pub fn parse(&self, today: NaiveDate) -> Result<NewComplaint, Problem> {
        let mut problems = Vec::new();
        let mut refuse = |field, why| problems.push(FieldProblem { field, why });
        let what = free_text(&self.what, LONGEST_WHAT).map_err(|why| refuse(Field::What, why)).ok();
        let category =
            choice(&self.category, Category::from_name).map_err(|why| refuse(Field::Category, why)).ok();
        let channel =
            choice(&self.channel, Channel::from_name).map_err(|why| refuse(Field::Channel, why)).ok();
        let severity = match self.severity.as_str() {
            "" => Some(Severity::Normal),
            name => choice(name, Severity::from_name).map_err(|why| refuse(Field::Severity, why)).ok(),
        };
        let unit =
            choice(&self.unit, |id| id.parse::<UnitId>().ok()).map_err(|why| refuse(Field::Unit, why)).ok();
        let happened_on = match self.happened_on.trim() {
            "" => Some(today),
            text => past_day(text, today).map_err(|why| refuse(Field::HappenedOn, why)).ok(),
        };
        match (what, category, channel, severity, unit, happened_on) {
            (Some(what), Some(category), Some(channel), Some(severity), Some(unit), Some(happened_on)) => {
                Ok(NewComplaint { what, category, channel, severity, unit, happened_on })
            }
            _ => Err(Problem::Invalid(problems)),
        }
    }
}

fn choice<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, Why> {
    if text.is_empty() { Err(Why::Missing) } else { read(text).ok_or(Why::NotAChoice) }
}

/// Reads an ISO date that is neither in the future nor more than fifty years back.
///
/// # Errors
/// Names the reason.
pub fn past_day(text: &str, today: NaiveDate) -> Result<NaiveDate, Why> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Why::NotADate)?;
    if date > today {
        Err(Why::InFuture)
    } else if today.signed_duration_since(date).num_days() > 50 * 366 {
        Err(Why::TooOld)
    } else {
        Ok(date)
    }
}

/// Moves a case on, or adds a note when the stage is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepForm {
    /// Reference of the case.
    pub reference: String,
    /// Stage the page showed, so that two people do not move the same case at once.
    pub seen_stage: String,
    /// Stage to move to; empty for a note only.
    pub stage: String,
    /// What was done or found.
    pub note: String,
}

/// Which cases a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CaseFilter {
    /// `open`, `closed` or `all`; anything else is `open`.
    pub show: String,
    /// Words to look for in the description, or a reference.
    pub search: String,
    /// Page, from 1.
    pub page: u32,
    /// Only cases of this unit and those below it.
    pub unit: Option<UnitId>,
    /// Only what happened on this day or later.
    pub from: Option<NaiveDate>,
    /// Only what happened on this day or earlier.
    pub to: Option<NaiveDate>,
}

impl CaseFilter {
    /// Whether the list is about one unit or some days only, as behind a point of a chart.
    pub const fn is_drilled(&self) -> bool {
        self.unit.is_some() || self.from.is_some() || self.to.is_some()
    }
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Reference.
    pub reference: String,
    /// What happened.
    pub what: String,
    /// Category.
    pub category: Category,
    /// Channel.
    pub channel: Channel,
    /// Severity.
    pub severity: Severity,
    /// Unit name.
    pub unit: String,
    /// Day it happened.
    pub happened_on: NaiveDate,
    /// Where it stands.
    pub stage: Stage,
    /// Days since it was received.
    pub age_days: i64,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseList {
    /// Rows of this page.
    pub rows: Vec<CaseRow>,
    /// Cases that match; counting stops at ten thousand.
    pub total: u64,
    /// Open cases in the user's units.
    pub open: u64,
    /// Open safety and discrimination cases.
    pub urgent: u64,
    /// This page, from 1.
    pub page: u32,
    /// Number of pages, at least 1.
    pub pages: u32,
    /// Name of the unit that the list was asked for.
    pub unit: Option<String>,
}

/// A step of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseStep {
    /// Stage reached; none for a note.
    pub stage: Option<Stage>,
    /// When, local to the organisation, `YYYY-MM-DD HH:MM`.
    pub at: String,
    /// Which role did it (message id).
    pub role: String,
    /// Note.
    pub note: String,
}

/// The case page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasePage {
    /// The case itself.
    pub case: CaseRow,
    /// When it was received, `YYYY-MM-DD HH:MM`.
    pub received_at: String,
    /// Steps so far, oldest first.
    pub steps: Vec<CaseStep>,
    /// Whether this person may move it on.
    pub may_handle: bool,
}

/// What the desk gives the customer after logging.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    /// Reference to quote.
    pub reference: String,
    /// Secret that, with the reference, lets the customer follow the case. Shown once; stored hashed.
    pub secret: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refused_field_is_named_at_once() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let form = ComplaintForm {
            happened_on: "2027-01-01".into(),
            channel: "pigeon".into(),
            ..Default::default()
        };
        let Err(Problem::Invalid(problems)) = form.parse(today) else { panic!() };
        let named: Vec<_> = problems.iter().map(|p| (p.field, p.why)).collect();
        assert_eq!(
            named,
            [
                (Field::What, Why::Missing),
                (Field::Category, Why::Missing),
                (Field::Channel, Why::NotAChoice),
                (Field::Unit, Why::Missing),
                (Field::HappenedOn, Why::InFuture)
            ]
        );
    }

    #[test]
    fn a_closed_case_can_only_be_reopened() {
        assert_eq!(Stage::Closed.next(), [Stage::Reopened]);
        assert!(Stage::ALL.iter().all(|stage| !stage.next().contains(stage)));
    }
}
