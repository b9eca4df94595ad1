//! Documentation of the psychosocial working environment (working environment act § 4-3): what people assess, decide
//! and follow up, beside what the figures show.
//!
//! The program keeps the record. Assessment, measure and responsibility are people's words; it fills none in and
//! scores nothing.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

pub use super::hse_words::*;
use crate::{
    field::{Field, FieldProblem, Why, free_text},
    insight::pack_pages::MatrixRow,
    problem::Problem,
};

/// Longest text of a field, in characters.
pub const LONGEST: usize = 600;
/// Longest name of a factor and of a role, in characters.
pub const LONGEST_NAME: usize = 80;
/// Working days after which a document that was shared can be approved without the representative's reading.
pub const WORKING_DAYS: u32 = 5;

/// What is written about a factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HseRow {
    /// Which.
    pub factor: HseFactor,
    /// Name of one of the organisation's own.
    pub name: String,
    /// Whether it matters here.
    pub relevance: Option<Relevance>,
    /// The assessment, or why it does not matter.
    pub assessment: String,
    /// How likely.
    pub likelihood: Option<Level>,
    /// How serious.
    pub seriousness: Option<Level>,
    /// Other knowledge that it builds on.
    pub source: String,
    /// What is done.
    pub measure: String,
    /// Role that looks after it.
    pub role: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How far it has come.
    pub status: Option<RowStatus>,
    /// What it led to.
    pub effect: String,
}

impl HseRow {
    /// Nothing written yet.
    pub const fn empty(factor: HseFactor) -> Self {
        Self {
            factor,
            name: String::new(),
            relevance: None,
            assessment: String::new(),
            likelihood: None,
            seriousness: None,
            source: String::new(),
            measure: String::new(),
            role: String::new(),
            due: None,
            status: None,
            effect: String::new(),
        }
    }

    /// Whether the document speaks of it: an own factor once it has a name.
    pub fn is_there(&self) -> bool {
        !self.factor.is_own() || !self.name.is_empty()
    }

    /// What stands in the way of approving it.
    pub fn gap(&self) -> Option<Gap> {
        if !self.is_there() {
            None
        } else if self.relevance.is_none() || self.assessment.is_empty() {
            Some(Gap::NotAssessed(self.factor))
        } else if !self.measure.is_empty() && (self.role.is_empty() || self.due.is_none()) {
            Some(Gap::NobodyResponsible(self.factor))
        } else {
            None
        }
    }
}

/// What stands in the way of approving a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gap {
    /// A factor is neither assessed nor called not relevant.
    NotAssessed(HseFactor),
    /// A measure has no role or no date.
    NobodyResponsible(HseFactor),
    /// The figures of the quarter are not approved.
    FiguresNotApproved,
    /// It was not discussed.
    NoMeeting,
    /// The representative has not read it, and the days for it are not over.
    NotRead,
}

/// What § 5 of the internal control regulations asks for besides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HseAbout {
    /// Goals.
    pub goals: String,
    /// Who is responsible, as roles.
    pub responsible: String,
    /// How deviations are reported.
    pub deviations: String,
    /// Day of the next review.
    pub next_review: Option<NaiveDate>,
    /// Day on which the check-in itself was discussed (§ 9-2).
    pub discussed_on: Option<NaiveDate>,
    /// Day of the data protection impact assessment.
    pub dpia_on: Option<NaiveDate>,
    /// Where both are kept.
    pub kept_where: String,
}

/// Whether so many working days lie after a day, today included.
pub fn working_days_over(since: NaiveDate, today: NaiveDate) -> bool {
    let is_working = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let days = since.iter_days().skip(1).take_while(|day| *day < today).filter(is_working);
    days.take(WORKING_DAYS as usize).count() == WORKING_DAYS as usize
}

/// The form of a factor, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HseRowForm {
    /// Number of the version that was shown.
    pub version: String,
    /// Name of an own factor.
    pub name: String,
    /// Name of the relevance; empty is not yet.
    pub relevance: String,
    /// Assessment.
    pub assessment: String,
    /// Name of a level, or empty.
    pub likelihood: String,
    /// Name of a level, or empty.
    pub seriousness: String,
    /// Other knowledge.
    pub other_source: String,
    /// Measure.
    pub hse_measure: String,
    /// Role.
    pub owner: String,
    /// ISO date, or empty.
    pub due_on: String,
    /// Name of a status, or empty.
    pub hse_status: String,
    /// Effect.
    pub hse_effect: String,
}

/// Collects what is refused.
#[derive(Default)]
struct Refused(Vec<FieldProblem>);

impl Refused {
    fn text(&mut self, field: Field, text: &str, longest: usize) -> String {
        match free_text(text, longest) {
            Ok(text) => text,
            Err(Why::Missing) => String::new(),
            Err(why) => {
                self.0.push(FieldProblem { field, why });
                String::new()
            }
        }
    }

    fn choice<T>(&mut self, field: Field, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = read(name);
        if found.is_none() && !name.is_empty() {
            self.0.push(FieldProblem { field, why: Why::NotAChoice });
        }
        found
    }

    fn day(&mut self, field: Field, text: &str) -> Option<NaiveDate> {
        let day = match text.trim() {
            "" => return None,
            text => NaiveDate::parse_from_str(text, "%Y-%m-%d").ok(),
        };
        let day = day.filter(|day| (2000..2100).contains(&day.year()));
        if day.is_none() {
            self.0.push(FieldProblem { field, why: Why::NotADate });
        }
        day
    }

    fn done<T>(self, whole: T) -> Result<T, Problem> {
        if self.0.is_empty() { Ok(whole) } else { Err(Problem::Invalid(self.0)) }
    }
}

impl HseRowForm {
    /// Checks every field and reports all problems at once.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field.
    pub fn parse(&self, factor: HseFactor) -> Result<HseRow, Problem> {
        let mut refused = Refused::default();
        let name =
            if factor.is_own() { refused.text(Field::Name, &self.name, LONGEST_NAME) } else { String::new() };
        let row = HseRow {
            factor,
            name,
            relevance: refused.choice(Field::Relevance, &self.relevance, Relevance::from_name),
            assessment: refused.text(Field::Assessment, &self.assessment, LONGEST),
            likelihood: refused.choice(Field::Likelihood, &self.likelihood, Level::from_name),
            seriousness: refused.choice(Field::Seriousness, &self.seriousness, Level::from_name),
            source: refused.text(Field::OtherSource, &self.other_source, LONGEST),
            measure: refused.text(Field::HseMeasure, &self.hse_measure, LONGEST),
            role: refused.text(Field::Owner, &self.owner, LONGEST_NAME),
            due: refused.day(Field::DueOn, &self.due_on),
            status: refused.choice(Field::HseStatus, &self.hse_status, RowStatus::from_name),
            effect: refused.text(Field::HseEffect, &self.hse_effect, LONGEST),
        };
        refused.done(row)
    }
}

/// The form of what stands around the factors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HseAboutForm {
    /// Number of the version that was shown.
    pub version: String,
    /// Goals.
    pub goals: String,
    /// Roles.
    pub responsible: String,
    /// Deviations.
    pub deviations: String,
    /// ISO date, or empty.
    pub next_review: String,
    /// ISO date, or empty.
    pub discussed_on: String,
    /// ISO date, or empty.
    pub dpia_on: String,
    /// Where both are kept.
    pub kept_where: String,
}

impl HseAboutForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field.
    pub fn parse(&self) -> Result<HseAbout, Problem> {
        let mut refused = Refused::default();
        let about = HseAbout {
            goals: refused.text(Field::Goals, &self.goals, LONGEST),
            responsible: refused.text(Field::Responsible, &self.responsible, LONGEST),
            deviations: refused.text(Field::Deviations, &self.deviations, LONGEST),
            next_review: refused.day(Field::NextReview, &self.next_review),
            discussed_on: refused.day(Field::DiscussedOn, &self.discussed_on),
            dpia_on: refused.day(Field::DpiaOn, &self.dpia_on),
            kept_where: refused.text(Field::KeptWhere, &self.kept_where, LONGEST),
        };
        refused.done(about)
    }
}

/// A meeting at which the document was discussed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HseMeeting {
    /// When.
    pub held_on: NaiveDate,
    /// Where.
    pub forum: Forum,
    /// Roles that were present.
    pub present: String,
    /// Remark of the delegate, printed as it was given.
    pub remark: String,
}

/// The form for a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HseMeetingForm {
    /// ISO date.
    pub held_on: String,
    /// Name of the forum.
    pub forum: String,
    /// Roles.
    pub present: String,
    /// Remark.
    pub remark: String,
}

impl HseMeetingForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field.
    pub fn parse(&self, today: NaiveDate) -> Result<HseMeeting, Problem> {
        let mut refused = Refused::default();
        let held_on = refused.day(Field::HeldOn, &self.held_on);
        let forum = refused.choice(Field::Forum, &self.forum, Forum::from_name);
        let present = refused.text(Field::Present, &self.present, LONGEST);
        let remark = refused.text(Field::Remark, &self.remark, LONGEST);
        let mut need = |is_there: bool, field, why| {
            if !is_there && !refused.0.iter().any(|own| own.field == field) {
                refused.0.push(FieldProblem { field, why });
            }
        };
        need(held_on.is_some(), Field::HeldOn, Why::Missing);
        need(held_on.is_none_or(|day| day <= today), Field::HeldOn, Why::InFuture);
        need(forum.is_some(), Field::Forum, Why::Missing);
        need(!present.is_empty(), Field::Present, Why::Missing);
        match (held_on, forum) {
            (Some(held_on), Some(forum)) => refused.done(HseMeeting { held_on, forum, present, remark }),
            _ => Err(Problem::Invalid(refused.0)),
        }
    }
}

/// The form of whoever has read the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HseReadingForm {
    /// Number of the version that was read.
    pub version: String,
    /// Remark; may be empty.
    pub remark: String,
}

impl HseReadingForm {
    /// Checks the remark.
    ///
    /// # Errors
    /// `Invalid`.
    pub fn parse(&self) -> Result<String, Problem> {
        let mut refused = Refused::default();
        let remark = refused.text(Field::Remark, &self.remark, LONGEST);
        refused.done(remark)
    }
}

/// The form of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HseActForm {
    /// Number of the version that was shown.
    pub version: String,
}

/// Somebody's reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HseReading {
    /// Role.
    pub role: String,
    /// Day, as a person reads it.
    pub on: String,
    /// Remark.
    pub remark: String,
}

/// A line of the list of versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HseVersionLine {
    /// Number.
    pub n: i64,
    /// State.
    pub state: HseState,
    /// Day, as a person reads it.
    pub on: String,
    /// Role that made it.
    pub role: String,
    /// What differs from the one before.
    pub changed: Vec<String>,
}

/// The document's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HsePage {
    /// Name of the unit.
    pub unit: String,
    /// The quarter, for addresses.
    pub quarter: String,
    /// The quarter as it is read.
    pub quarter_name: String,
    /// Where the document is.
    pub address: String,
    /// Number of the version shown; 0 before the first.
    pub n: i64,
    /// Its state.
    pub state: HseState,
    /// The document's id; none before it is approved.
    pub id: Option<String>,
    /// Where the id is looked up.
    pub look_up: String,
    /// Factors, with what the figures show of them.
    pub rows: Vec<(HseRow, Vec<MatrixRow>)>,
    /// What stands around them.
    pub about: HseAbout,
    /// Meetings, newest first.
    pub meetings: Vec<HseMeeting>,
    /// Readings of the version.
    pub readings: Vec<HseReading>,
    /// Versions, newest first.
    pub versions: Vec<HseVersionLine>,
    /// What stands in the way of approving it; only for who writes.
    pub gaps: Vec<Gap>,
    /// Whether this person writes here.
    pub may_write: bool,
    /// Whether this person can say that they have read it.
    pub may_remark: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_whole_when_it_is_assessed_and_each_measure_has_a_role_and_a_day() {
        let mut row = HseRow::empty(HseFactor::A);
        assert_eq!(row.gap(), Some(Gap::NotAssessed(HseFactor::A)));
        row.relevance = Some(Relevance::NotRelevant);
        assert_eq!(row.gap(), Some(Gap::NotAssessed(HseFactor::A)), "not relevant, because");
        row.assessment = "Nobody works alone here.".to_owned();
        assert_eq!(row.gap(), None);
        row.measure = "Two at the till".to_owned();
        assert_eq!(row.gap(), Some(Gap::NobodyResponsible(HseFactor::A)));
        row.role = "Manager".to_owned();
        row.due = NaiveDate::from_ymd_opt(2026, 12, 7);
        assert_eq!(row.gap(), None);
        assert_eq!(HseRow::empty(HseFactor::Own1).gap(), None, "an own factor counts once it has a name");
    }

    #[test]
    fn five_working_days_leave_out_the_week_end() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        // Shared on a Wednesday: Thursday, Friday, Monday, Tuesday, Wednesday.
        assert!(!working_days_over(day("2026-11-18"), day("2026-11-25")));
        assert!(working_days_over(day("2026-11-18"), day("2026-11-26")));
    }

    #[test]
    fn every_refused_field_is_named_at_once() {
        let form = HseRowForm {
            relevance: "perhaps".into(),
            assessment: "x".repeat(601),
            due_on: "soon".into(),
            ..HseRowForm::default()
        };
        let Err(Problem::Invalid(problems)) = form.parse(HseFactor::C) else { panic!() };
        let fields: Vec<Field> = problems.iter().map(|own| own.field).collect();
        assert_eq!(fields, [Field::Relevance, Field::Assessment, Field::DueOn]);
        let today = "2026-11-21".parse().unwrap();
        let ahead =
            HseMeetingForm { held_on: "2026-11-22".into(), forum: "amu".into(), ..HseMeetingForm::default() };
        let Err(Problem::Invalid(problems)) = ahead.parse(today) else { panic!() };
        let fields: Vec<Field> = problems.iter().map(|own| own.field).collect();
        assert_eq!(fields, [Field::HeldOn, Field::Present]);
    }
}
