//! Actions: what a team tries in order to make work or service better, from the day it starts to its review.
//!
//! An action is looked after by a role, never by a person: it is no assessment of anybody.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    Role, UnitId,
    field::{Field, FieldProblem, Why, free_text},
    insight::figures::Measure,
    organisation::unit::{UnitItem, UnitPlace},
    problem::Problem,
};

/// Longest description of what is tried, in characters.
pub const LONGEST_TRIED: usize = 300;
/// Longest sentence about what came of it, in characters.
pub const LONGEST_LEARNED: usize = 600;
/// The latest review, in days after the start.
pub const LATEST_REVIEW: u64 = 366;
/// A start farther away from today than this, in either direction, is taken for a slip; in days.
const FARTHEST_START: i64 = 366;
/// The review that a form suggests, in days after the start: eight weeks, within the six to twelve that let
/// enough periods pass to tell a change from noise.
const USUAL_REVIEW: u64 = 8 * 7;

/// What an action is meant to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Driver {
    /// Complaints of customers.
    Complaints,
    /// A released figure of the staff.
    Staff(Measure),
}

impl Driver {
    /// The word in the database and in forms.
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Complaints => "complaints".into(),
            Self::Staff(measure) => measure.name(),
        }
    }

    /// Reads the word. How many answer is not something that an action is for.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "complaints" => Some(Self::Complaints),
            name => {
                let measure = Measure::from_name(name)?;
                (measure != Measure::ResponseRate).then_some(Self::Staff(measure))
            }
        }
    }

    /// What the bank offers, complaints first.
    pub fn of_the_bank() -> impl Iterator<Item = Self> {
        let measures = Measure::all().filter(|measure| *measure != Measure::ResponseRate);
        std::iter::once(Self::Complaints).chain(measures.map(Self::Staff))
    }
}

/// The roles that can look after an action, the most usual first. An administrator sees no figures.
pub const OWNERS: [Role; 5] =
    [Role::Manager, Role::Employee, Role::Service, Role::Hr, Role::StaffRepresentative];

/// Message id of who looks after an action.
pub const fn owner_id(role: Role) -> &'static str {
    match role {
        Role::Manager => "action-owner-manager",
        Role::Employee => "action-owner-employee",
        Role::Service => "action-owner-service",
        Role::Hr => "action-owner-hr",
        Role::StaffRepresentative => "action-owner-staff-representative",
        Role::Admin => "action-owner-admin",
    }
}

/// Where an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// It runs, or starts on a day to come.
    Open,
    /// Reviewed: it stays as it is.
    Kept,
    /// Reviewed: something else is done instead.
    Changed,
    /// Reviewed: it ends.
    Stopped,
}

impl ActionState {
    /// What a review can end in.
    pub const REVIEWED: [Self; 3] = [Self::Kept, Self::Changed, Self::Stopped];

    /// The word in the database, in forms and after `action-state-` in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Changed => "changed",
            Self::Stopped => "stopped",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Open, Self::Kept, Self::Changed, Self::Stopped].into_iter().find(|state| state.name() == name)
    }
}

/// An action as a form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ActionForm {
    /// Unit.
    pub unit: String,
    /// What it is meant to move.
    pub driver: String,
    /// What is tried.
    pub tried: String,
    /// Role that looks after it.
    pub owner: String,
    /// First day.
    pub starts_on: String,
    /// Day of its review.
    pub review_on: String,
}

/// An action that can be agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAction {
    /// What it is meant to move.
    pub driver: Driver,
    /// What is tried; at most [`LONGEST_TRIED`] characters.
    pub tried: String,
    /// Role that looks after it.
    pub owner: Role,
    /// First day, at most a year from today.
    pub starts_on: NaiveDate,
    /// Day of its review, after the first day and at most a year after it.
    pub review_on: NaiveDate,
}

impl ActionForm {
    /// Reads and checks everything but the unit, which is for whoever knows the tree.
    ///
    /// # Errors
    /// `Invalid` with every field that is wrong.
    pub fn action(&self, today: NaiveDate) -> Result<NewAction, Problem> {
        let mut problems = Vec::new();
        let mut keep = |field: Field, why: Why| problems.push(FieldProblem { field, why });
        let driver = Driver::from_name(self.driver.trim());
        if driver.is_none() {
            keep(Field::Driver, Why::NotAChoice);
        }
        let tried = free_text(&self.tried, LONGEST_TRIED).map_err(|why| keep(Field::Tried, why)).ok();
        let owner = Role::from_name(self.owner.trim()).filter(|role| OWNERS.contains(role));
        if owner.is_none() {
            keep(Field::Owner, Why::NotAChoice);
        }
        let starts_on = match read_day(&self.starts_on) {
            Ok(day) if (day - today).num_days() > FARTHEST_START => Err(Why::TooFar),
            Ok(day) if (today - day).num_days() > FARTHEST_START => Err(Why::TooOld),
            day => day,
        };
        let starts_on = starts_on.map_err(|why| keep(Field::StartsOn, why)).ok();
        let review_on = match (read_day(&self.review_on), starts_on) {
            (Ok(review), Some(start)) if review <= start => Err(Why::NotAfterStart),
            (Ok(review), Some(start)) if review > later(start, LATEST_REVIEW) => Err(Why::OverAYear),
            (day, _) => day,
        };
        let review_on = review_on.map_err(|why| keep(Field::ReviewOn, why)).ok();
        match (driver, tried, owner, starts_on, review_on) {
            (Some(driver), Some(tried), Some(owner), Some(starts_on), Some(review_on)) => {
                Ok(NewAction { driver, tried, owner, starts_on, review_on })
            }
            _ => Err(Problem::Invalid(problems)),
        }
    }
}

/// A review as a form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ReviewForm {
    /// What the review ends in.
    pub outcome: String,
    /// A sentence about what came of it.
    pub learned: String,
}

impl ReviewForm {
    /// Reads and checks a review.
    ///
    /// # Errors
    /// `Invalid` without an outcome or without a sentence.
    pub fn review(&self) -> Result<(ActionState, String), Problem> {
        let mut problems = Vec::new();
        let state = ActionState::from_name(self.outcome.trim());
        let state = state.filter(|state| ActionState::REVIEWED.contains(state));
        if state.is_none() {
            problems.push(FieldProblem { field: Field::Outcome, why: Why::NotAChoice });
        }
        let learned = free_text(&self.learned, LONGEST_LEARNED);
        let learned = learned.map_err(|why| problems.push(FieldProblem { field: Field::Learned, why })).ok();
        state.zip(learned).ok_or(Problem::Invalid(problems))
    }
}

fn read_day(text: &str) -> Result<NaiveDate, Why> {
    match text.trim() {
        "" => Err(Why::Missing),
        text => text.parse().map_err(|_| Why::NotADate),
    }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// The review that is suggested for an action that starts on this day.
pub fn usual_review(starts_on: NaiveDate) -> NaiveDate {
    later(starts_on, USUAL_REVIEW)
}

/// An action as lists and cards show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionRow {
    /// Number in the database, used in addresses.
    pub id: i64,
    /// Unit.
    pub unit: UnitItem,
    /// What it is meant to move.
    pub driver: Driver,
    /// The same in words.
    pub driver_label: String,
    /// What is tried.
    pub tried: String,
    /// Role that looks after it.
    pub owner: Role,
    /// First day.
    pub starts_on: NaiveDate,
    /// Day of its review.
    pub review_on: NaiveDate,
    /// Where it stands.
    pub state: ActionState,
    /// What came of it; empty while it is open.
    pub learned: String,
    /// Day of the review; none while it is open.
    pub closed_on: Option<NaiveDate>,
    /// Whether it is open and its review is due.
    pub is_due: bool,
    /// Whether it starts on a day to come.
    pub is_coming: bool,
}

/// An action whose review is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueAction {
    /// Number in the database.
    pub id: i64,
    /// Unit.
    pub unit: UnitId,
    /// What is tried.
    pub tried: String,
    /// First day.
    pub starts_on: NaiveDate,
    /// Day of its review, today or before.
    pub review_on: NaiveDate,
}

/// The page of actions of a unit and of everything below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionsPage {
    /// The unit, and where else the person can go from it.
    pub place: UnitPlace,
    /// Open ones, the next review first.
    pub open: Vec<ActionRow>,
    /// Reviewed ones, the newest review first; at most as many as a page holds.
    pub closed: Vec<ActionRow>,
    /// Whether there are older reviewed ones than these.
    pub has_more: bool,
    /// Whether the person may agree and review actions here.
    pub may_change: bool,
}

/// What the form for an action needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionFormPage {
    /// The action that is changed; none for a new one.
    pub action: Option<ActionRow>,
    /// Units to choose from, parents before children.
    pub units: Vec<UnitItem>,
    /// The unit that is suggested.
    pub unit: UnitId,
    /// Drivers to choose from, with what they are called.
    pub drivers: Vec<(String, String)>,
    /// The driver that is suggested, by its name; empty for none.
    pub driver: String,
    /// First day that is suggested: today.
    pub starts_on: NaiveDate,
    /// Review that is suggested.
    pub review_on: NaiveDate,
}

/// The page of one action.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActionPage {
    /// The action.
    pub row: ActionRow,
    /// Whether the person may change and review it: it is open, and they keep actions of the unit.
    pub may_change: bool,
    /// What can be said about before and after, one entry for each series.
    pub effects: Vec<Effect>,
    /// Inline chart for wide and for narrow pages; none when there is nothing to draw.
    pub svg: Option<(String, String)>,
    /// What is to be seen in it, in one sentence.
    pub summary: String,
    /// Heads of the data table.
    pub columns: Vec<String>,
    /// Rows of the data table, newest first.
    pub rows: Vec<Vec<String>>,
    /// Whether a figure is hidden because too few answered.
    pub has_hidden: bool,
}

/// Before and after of one series, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// What the series is called.
    pub label: String,
    /// The change with its range, or why there is none to tell.
    pub sentence: String,
    /// What it is held against, or that it is not; none without a change.
    pub comparison: Option<String>,
    /// How often earlier dates show a change as large; none without a change.
    pub placebo: Option<String>,
    /// The figures behind it: levels, periods, counts; none without a change.
    pub figures: Option<String>,
    /// Whether there is a change to tell.
    pub is_told: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn form() -> ActionForm {
        ActionForm {
            unit: "3".to_owned(),
            driver: "recovery".to_owned(),
            tried: " Two on the till after four ".to_owned(),
            owner: "manager".to_owned(),
            starts_on: "2026-11-23".to_owned(),
            review_on: "2027-01-18".to_owned(),
        }
    }

    fn today() -> NaiveDate {
        day("2026-11-21")
    }

    #[test]
    fn a_good_form_is_an_action_with_its_text_trimmed() {
        let action = form().action(today()).unwrap();
        assert_eq!(action.tried, "Two on the till after four");
        assert_eq!((action.owner, action.driver.name()), (Role::Manager, "recovery".into()));
    }

    #[test]
    fn every_field_that_is_wrong_is_named() {
        let empty = ActionForm::default().action(today());
        let Err(Problem::Invalid(fields)) = empty else { panic!("{empty:?}") };
        let names: Vec<_> = fields.iter().map(|field| field.field.name()).collect();
        assert_eq!(names, ["driver", "tried", "owner", "starts_on", "review_on"]);
    }

    #[test]
    fn a_review_comes_after_the_start_and_within_a_year_of_it() {
        let review = |review_on: &str| ActionForm { review_on: review_on.to_owned(), ..form() };
        let refused = |why| Err(Problem::invalid(Field::ReviewOn, why));
        assert_eq!(review("2026-11-23").action(today()), refused(Why::NotAfterStart));
        assert_eq!(review("2027-11-25").action(today()), refused(Why::OverAYear));
        assert_eq!(review("soon").action(today()), refused(Why::NotADate));
        assert!(review("2027-11-24").action(today()).is_ok());
    }

    #[test]
    fn a_start_more_than_a_year_away_is_taken_for_a_slip() {
        let start = |starts_on: &str| ActionForm { starts_on: starts_on.to_owned(), ..form() };
        let refused = |why| Err(Problem::invalid(Field::StartsOn, why));
        assert_eq!(start("2025-11-19").action(today()), refused(Why::TooOld));
        assert_eq!(start("2028-11-23").action(today()), refused(Why::TooFar));
    }

    #[test]
    fn no_action_is_for_the_response_rate_or_looked_after_by_an_administrator() {
        assert_eq!(Driver::from_name("response_rate"), None);
        assert!(Driver::of_the_bank().all(|driver| Driver::from_name(&driver.name()) == Some(driver)));
        assert_eq!(Driver::from_name("own_7"), Some(Driver::Staff(Measure::from_name("own_7").unwrap())));
        let owner = ActionForm { owner: "admin".to_owned(), ..form() };
        assert_eq!(owner.action(today()), Err(Problem::invalid(Field::Owner, Why::NotAChoice)));
    }

    #[test]
    fn a_review_ends_in_one_of_three_ways_and_says_what_came_of_it() {
        let form = |outcome: &str, learned: &str| ReviewForm {
            outcome: outcome.to_owned(),
            learned: learned.to_owned(),
        };
        assert!(form("kept", "The queue is shorter.").review().is_ok());
        assert_eq!(form("open", "x").review(), Err(Problem::invalid(Field::Outcome, Why::NotAChoice)));
        assert_eq!(form("kept", " ").review(), Err(Problem::invalid(Field::Learned, Why::Missing)));
    }

    #[test]
    fn the_usual_review_is_six_to_twelve_weeks_ahead() {
        let weeks = (usual_review(today()) - today()).num_days() / 7;
        assert!((6..=12).contains(&weeks));
    }
}
