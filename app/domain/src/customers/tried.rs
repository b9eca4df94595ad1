//! A try to reach a customer who is followed up: what came of it.

use serde::{Deserialize, Serialize};

use super::{
    complaint::{LONGEST_WHAT, choice, optional},
    follow_up::FollowUpOutcome,
    survey::SurveyQuestion,
    words::Category,
};
use crate::{Field, FieldProblem, Problem, field::free_text};

/// The form of a try, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TryForm {
    /// Tries until then: somebody else may have made one meanwhile.
    pub attempts: String,
    /// Outcome name.
    pub call_outcome: String,
    /// Satisfaction from 1 to 5; empty when nobody asked.
    pub satisfaction: String,
    /// What is not well; makes a case.
    pub what: String,
    /// What that is about.
    pub category: String,
}

/// A try that passed the form's checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// Tries until then.
    pub attempts: i64,
    /// What came of it.
    pub outcome: FollowUpOutcome,
    /// Satisfaction, when the customer said it.
    pub satisfaction: Option<i64>,
    /// What is not well, and what that is about; none when that makes no case.
    pub case: Option<(String, Category)>,
}

impl TryForm {
    /// Checks every field and reports all problems at once.
    ///
    /// # Errors
    /// `Invalid` with one entry per refused field: whoever is not content has said why.
    pub fn parse(&self) -> Result<Tried, Problem> {
        let attempts = self.attempts.parse().map_err(|_| Problem::Unreadable)?;
        let mut problems = Vec::new();
        let mut refuse = |field, why| problems.push(FieldProblem { field, why });
        let outcome = choice(&self.call_outcome, FollowUpOutcome::from_name)
            .map_err(|why| refuse(Field::CallOutcome, why))
            .ok();
        let is_said = outcome.is_some_and(FollowUpOutcome::is_said);
        let satisfaction = match is_said {
            true => SurveyQuestion::Satisfaction
                .read(&self.satisfaction)
                .map_err(|why| refuse(Field::Satisfaction, why))
                .unwrap_or_default(),
            false => None,
        };
        let what = match outcome {
            Some(FollowUpOutcome::NotContent) => free_text(&self.what, LONGEST_WHAT)
                .map_err(|why| refuse(Field::What, why))
                .unwrap_or_default(),
            Some(FollowUpOutcome::Partly) => {
                optional(&self.what, LONGEST_WHAT).map_err(|why| refuse(Field::What, why)).unwrap_or_default()
            }
            _ => String::new(),
        };
        let category = match what.is_empty() {
            true => None,
            false => {
                choice(&self.category, Category::from_name).map_err(|why| refuse(Field::Category, why)).ok()
            }
        };
        match outcome {
            Some(outcome) if problems.is_empty() => {
                let case = category.map(|category| (what, category));
                Ok(Tried { attempts, outcome, satisfaction, case })
            }
            _ => Err(Problem::Invalid(problems)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Why;

    #[test]
    fn whoever_is_not_content_has_said_why_and_nobody_else_makes_a_case() {
        let form = |outcome: &str, what: &str| TryForm {
            attempts: "0".into(),
            call_outcome: outcome.into(),
            satisfaction: "2".into(),
            what: what.into(),
            category: if what.is_empty() { String::new() } else { "product".into() },
        };
        let missing = Problem::invalid(Field::What, Why::Missing);
        assert_eq!(form("not_content", "").parse(), Err(missing));
        assert!(form("not_content", "Døra lekker").parse().unwrap().case.is_some());
        assert_eq!(form("partly", "").parse().unwrap().case, None);
        let nobody = form("no_answer", "left over").parse().unwrap();
        assert_eq!((nobody.case, nobody.satisfaction), (None, None));
        assert!(form("maybe", "").parse().is_err());
    }
}
