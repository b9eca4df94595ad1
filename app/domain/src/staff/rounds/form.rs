//! What the forms about rounds send, and what is wrong with it.

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;

use super::LENGTHS;
use crate::{
    field::{Field, FieldProblem, Why, free_text},
    problem::Problem,
};

/// Longest purpose, in characters.
pub const LONGEST_PURPOSE: usize = 600;
/// Longest reason for declaring a round void, in characters.
pub const LONGEST_REASON: usize = 300;
/// A first day farther ahead than this is taken for a slip, in days.
const FARTHEST_START: i64 = 366;
/// Days from the first day within which a purpose is looked at again: a year.
const FARTHEST_REVIEW: i64 = 366;

/// A round as a form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct RoundForm {
    /// First day.
    pub starts_on: String,
    /// Length in weeks.
    pub weeks: String,
    /// Purpose.
    pub purpose: String,
    /// Day of the discussion.
    pub discussed_on: String,
    /// Review date.
    pub review_on: String,
    /// Why a round is declared void.
    pub reason: String,
    /// `yes` when something final is meant.
    pub sure: String,
}

/// What a new round needs before it can open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRound {
    /// First day.
    pub starts_on: NaiveDate,
    /// Length: 1, 2 or 4 weeks.
    pub weeks: u32,
    /// Why the questions are asked.
    pub purpose: String,
    /// When it was discussed with the staff's representatives.
    pub discussed_on: NaiveDate,
    /// When the purpose is looked at again; no round opens after it.
    pub review_on: NaiveDate,
}

impl NewRound {
    /// Last day. The calendar's own end, for a first day that [`NewRound::check`] refuses anyway.
    pub fn ends_on(&self) -> NaiveDate {
        let days = Days::new((u64::from(self.weeks) * 7).saturating_sub(1));
        self.starts_on.checked_add_days(days).unwrap_or(NaiveDate::MAX)
    }

    /// The same with its purpose trimmed, if it can be planned today.
    ///
    /// # Errors
    /// `Invalid` with every field that is wrong.
    pub fn check(self, today: NaiveDate) -> Result<Self, Problem> {
        let mut problems = Vec::new();
        let mut refuse = |field, why| problems.push(FieldProblem { field, why });
        let ahead = (self.starts_on - today).num_days();
        if ahead < 0 {
            refuse(Field::StartsOn, Why::InPast);
        } else if ahead > FARTHEST_START {
            refuse(Field::StartsOn, Why::TooFar);
        }
        if !LENGTHS.contains(&self.weeks) {
            refuse(Field::Weeks, Why::NotAChoice);
        }
        let purpose = match free_text(&self.purpose, LONGEST_PURPOSE) {
            Ok(purpose) => purpose,
            Err(why) => {
                refuse(Field::Purpose, why);
                String::new()
            }
        };
        if self.discussed_on > today {
            refuse(Field::DiscussedOn, Why::InFuture);
        } else if self.discussed_on.year() < 2000 {
            refuse(Field::DiscussedOn, Why::TooOld);
        }
        if self.review_on < self.starts_on {
            refuse(Field::ReviewOn, Why::BeforeStart);
        } else if (self.review_on - self.starts_on.max(today)).num_days() > FARTHEST_REVIEW {
            refuse(Field::ReviewOn, Why::TooFar);
        }
        if problems.is_empty() { Ok(Self { purpose, ..self }) } else { Err(Problem::Invalid(problems)) }
    }
}

impl RoundForm {
    /// Reads and checks a round to plan.
    ///
    /// # Errors
    /// `Invalid` with every field that is wrong.
    pub fn round(&self, today: NaiveDate) -> Result<NewRound, Problem> {
        let mut problems = Vec::new();
        let mut day =
            |field, text: &str| read_day(text).map_err(|why| problems.push(FieldProblem { field, why })).ok();
        let starts_on = day(Field::StartsOn, &self.starts_on);
        let discussed_on = day(Field::DiscussedOn, &self.discussed_on);
        let review_on = day(Field::ReviewOn, &self.review_on);
        // What cannot be read stands in for itself with a value that is right, so that the rest is checked too.
        let round = NewRound {
            starts_on: starts_on.unwrap_or(today),
            weeks: self.weeks.trim().parse().unwrap_or(0),
            purpose: self.purpose.clone(),
            discussed_on: discussed_on.unwrap_or(today),
            review_on: review_on.unwrap_or(starts_on.unwrap_or(today).max(today)),
        };
        match (round.check(today), problems.is_empty()) {
            (Ok(round), true) => Ok(round),
            (Ok(_), false) => Err(Problem::Invalid(problems)),
            (Err(Problem::Invalid(more)), _) => {
                problems.extend(more);
                Err(Problem::Invalid(problems))
            }
            (Err(problem), _) => Err(problem),
        }
    }

    /// Reads an earlier review date for a series of rounds.
    ///
    /// # Errors
    /// `Invalid` when it is no date, lies in the past, or after the date in force: going on for longer takes
    /// a new discussion, and that belongs to a new round.
    pub fn earlier_review(&self, in_force: NaiveDate, today: NaiveDate) -> Result<NaiveDate, Problem> {
        let refuse = |why| Problem::invalid(Field::ReviewOn, why);
        let day = read_day(&self.review_on).map_err(refuse)?;
        if day < today {
            Err(refuse(Why::InPast))
        } else if day > in_force {
            Err(refuse(Why::OnlyEarlier))
        } else {
            Ok(day)
        }
    }

    /// Reads why a round is declared void.
    ///
    /// # Errors
    /// `Invalid` without a reason or without the tick that it is meant.
    pub fn void_reason(&self) -> Result<String, Problem> {
        let mut problems = Vec::new();
        let reason = free_text(&self.reason, LONGEST_REASON)
            .map_err(|why| problems.push(FieldProblem { field: Field::Reason, why }))
            .unwrap_or_default();
        if self.sure != "yes" {
            problems.push(FieldProblem { field: Field::Sure, why: Why::Missing });
        }
        if problems.is_empty() { Ok(reason) } else { Err(Problem::Invalid(problems)) }
    }
}

fn read_day(text: &str) -> Result<NaiveDate, Why> {
    match text.trim() {
        "" => Err(Why::Missing),
        text => NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Why::NotADate),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn form() -> RoundForm {
        RoundForm {
            starts_on: "2026-11-23".into(),
            weeks: "2".into(),
            purpose: " To see early what wears people out ".into(),
            discussed_on: "2026-11-02".into(),
            review_on: "2027-11-02".into(),
            ..RoundForm::default()
        }
    }

    fn refused(form: &RoundForm) -> Vec<(Field, Why)> {
        match form.round(day("2026-11-21")) {
            Err(Problem::Invalid(fields)) => fields.into_iter().map(|f| (f.field, f.why)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_right_form_is_a_round_with_its_last_day() {
        let round = form().round(day("2026-11-21")).unwrap();
        assert_eq!(round.ends_on(), day("2026-12-06"));
        assert_eq!(round.purpose, "To see early what wears people out");
    }

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let form = RoundForm {
            starts_on: "23.11.2026".into(),
            weeks: "3".into(),
            purpose: " ".into(),
            discussed_on: "2026-11-22".into(),
            review_on: String::new(),
            ..RoundForm::default()
        };
        assert_eq!(
            refused(&form),
            [
                (Field::StartsOn, Why::NotADate),
                (Field::ReviewOn, Why::Missing),
                (Field::Weeks, Why::NotAChoice),
                (Field::Purpose, Why::Missing),
                (Field::DiscussedOn, Why::InFuture),
            ]
        );
    }

    #[test]
    fn a_round_neither_starts_in_the_past_nor_outlives_its_review() {
        let with = |starts: &str, review: &str| {
            refused(&RoundForm { starts_on: starts.into(), review_on: review.into(), ..form() })
        };
        assert_eq!(with("2026-11-20", "2027-11-02"), [(Field::StartsOn, Why::InPast)]);
        assert_eq!(with("2062-11-23", "2062-11-23")[0], (Field::StartsOn, Why::TooFar));
        assert_eq!(with("2026-11-23", "2026-11-22"), [(Field::ReviewOn, Why::BeforeStart)]);
        // A year is what the form promises; three years later once passed.
        assert_eq!(with("2026-11-23", "2029-11-02"), [(Field::ReviewOn, Why::TooFar)]);
        assert_eq!(with("2026-11-23", "2027-11-25"), [(Field::ReviewOn, Why::TooFar)]);
        let within = RoundForm { review_on: "2027-11-24".into(), ..form() };
        assert!(within.round(day("2026-11-21")).is_ok());
    }

    #[test]
    fn the_review_date_only_comes_nearer() {
        let with = |text: &str| {
            let form = RoundForm { review_on: text.into(), ..RoundForm::default() };
            form.earlier_review(day("2027-10-01"), day("2026-11-21"))
        };
        assert_eq!(with("2026-11-21"), Ok(day("2026-11-21")));
        assert_eq!(with("2027-10-02"), Err(Problem::invalid(Field::ReviewOn, Why::OnlyEarlier)));
        assert_eq!(with("2026-11-20"), Err(Problem::invalid(Field::ReviewOn, Why::InPast)));
    }
}
