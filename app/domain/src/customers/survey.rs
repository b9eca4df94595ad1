//! Surveys: a few questions after a visit, on the telephone, or when a case is closed; and their scores, each with how many
//! answered and its interval.
//!
//! Architecture invariant: an answer is a count of a unit's month. Whose it was, of which case and when is nowhere.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{complaint::LONGEST_WHAT, member::Returns, quality::Share, words::named};
use crate::{Field, FieldProblem, Problem, Why, field::free_text, organisation::unit::UnitPlace};

/// Fewest answers of which a share or a mean is shown.
pub const FEWEST_ANSWERS: i64 = 5;
/// Fewest answers of which a recommendation score, or a difference, is shown: both swing far below that.
pub const FEWEST_FOR_SCORE: i64 = 10;
/// Months that the page of scores looks back, this one included.
pub const SURVEY_MONTHS: usize = 12;
/// Days for which the survey about a closed case can be answered.
pub const SURVEY_DAYS: u64 = 30;

named! {
    /// What a survey is about.
    SurveyKind, "survey-kind-" {
        /// A case that somebody closed.
        Closed = "closed",
        /// A visit; whoever answers chose to, by the code of a place.
        Visit = "visit",
        /// A purchase or a case, on the telephone.
        Call = "call",
    }
}

named! {
    /// What is asked.
    SurveyQuestion, "survey-question-" {
        /// How content the customer is, from 1 to 5.
        Satisfaction = "satisfaction",
        /// How likely the customer is to recommend us, from 0 to 10.
        Recommendation = "recommendation",
        /// How easy it was, from 1 to 7.
        Effort = "effort",
        /// Whether the case was handled fairly, from 1 to 5.
        Fair = "fair",
        /// Whether it was handled fast enough, from 1 to 5.
        Fast = "fast",
        /// Whether an apology was meant, from 1 to 5.
        Apology = "apology",
    }
}

impl SurveyQuestion {
    /// The lowest and the highest answer.
    pub const fn scale(self) -> (i64, i64) {
        match self {
            Self::Satisfaction | Self::Fair | Self::Fast | Self::Apology => (1, 5),
            Self::Recommendation => (0, 10),
            Self::Effort => (1, 7),
        }
    }

    /// The lowest answer that counts as favourable: 4 of 5, 5 of 7, 9 of 10.
    pub const fn favourable_from(self) -> i64 {
        match self {
            Self::Satisfaction | Self::Fair | Self::Fast | Self::Apology => 4,
            Self::Recommendation => 9,
            Self::Effort => 5,
        }
    }

    /// Its field.
    pub const fn field(self) -> Field {
        match self {
            Self::Satisfaction => Field::Satisfaction,
            Self::Recommendation => Field::Recommendation,
            Self::Effort => Field::Effort,
            Self::Fair => Field::Fair,
            Self::Fast => Field::Fast,
            Self::Apology => Field::Apology,
        }
    }

    /// Reads an answer; none when the question was left out.
    ///
    /// # Errors
    /// `NotAChoice` for what is no step of its scale.
    pub fn read(self, text: &str) -> Result<Option<i64>, Why> {
        if text.is_empty() {
            return Ok(None);
        }
        let (lowest, highest) = self.scale();
        let step: i64 = text.parse().map_err(|_| Why::NotAChoice)?;
        if (lowest..=highest).contains(&step) { Ok(Some(step)) } else { Err(Why::NotAChoice) }
    }
}

impl SurveyKind {
    /// What is asked, in this order.
    pub const fn questions(self) -> &'static [SurveyQuestion] {
        use SurveyQuestion::{Apology, Effort, Fair, Fast, Recommendation, Satisfaction};
        match self {
            Self::Closed => &[Satisfaction, Fair, Fast, Apology],
            Self::Visit => &[Satisfaction, Effort, Recommendation],
            Self::Call => &[Satisfaction],
        }
    }
}

/// A survey to fill in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyPage {
    /// The last part of its address.
    pub address: String,
    /// What it is about.
    pub kind: SurveyKind,
    /// Name of the unit.
    pub unit: String,
    /// The place within the unit; may be empty.
    pub place: String,
    /// Says which form it is and when it was made; empty for a survey about a case, whose address is its own.
    pub token: String,
    /// Whether it has been answered.
    pub is_used: bool,
    /// Whether the case can be opened again from here.
    pub may_reopen: bool,
}

/// What a survey sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SurveyForm {
    /// `reopen` opens the case again; anything else is an answer.
    pub act: String,
    /// Says which form it is and when it was made.
    pub token: String,
    /// Left empty by people, who do not see it.
    pub homepage: String,
    /// Answer to the question of that name, like the next five.
    pub satisfaction: String,
    /// 0–10.
    pub recommendation: String,
    /// 1–7.
    pub effort: String,
    /// 1–5.
    pub fair: String,
    /// 1–5.
    pub fast: String,
    /// 1–5.
    pub apology: String,
    /// What is still not right.
    pub reply: String,
}

impl SurveyForm {
    const fn answer(&self, question: SurveyQuestion) -> &String {
        match question {
            SurveyQuestion::Satisfaction => &self.satisfaction,
            SurveyQuestion::Recommendation => &self.recommendation,
            SurveyQuestion::Effort => &self.effort,
            SurveyQuestion::Fair => &self.fair,
            SurveyQuestion::Fast => &self.fast,
            SurveyQuestion::Apology => &self.apology,
        }
    }

    /// The answers to the questions of a survey; what it does not ask is not read.
    ///
    /// # Errors
    /// `Invalid` names every answer that is no step of its scale, or the first question when nothing was answered.
    pub fn answers(&self, kind: SurveyKind) -> Result<Vec<(SurveyQuestion, i64)>, Problem> {
        let mut problems = Vec::new();
        let mut answers = Vec::new();
        for question in kind.questions() {
            match question.read(self.answer(*question)) {
                Ok(answer) => answers.extend(answer.map(|answer| (*question, answer))),
                Err(why) => problems.push(FieldProblem { field: question.field(), why }),
            }
        }
        match (problems.is_empty(), answers.is_empty()) {
            (false, _) => Err(Problem::Invalid(problems)),
            (true, true) => Err(Problem::invalid(Field::Satisfaction, Why::Missing)),
            (true, false) => Ok(answers),
        }
    }

    /// What is still not right.
    ///
    /// # Errors
    /// As [`free_text`].
    pub fn reason(&self) -> Result<String, Problem> {
        free_text(&self.reply, LONGEST_WHAT).map_err(|why| Problem::invalid(Field::Reply, why))
    }
}

/// Whether somebody who answered so would rather have something put right.
pub fn is_discontented(answers: &[(SurveyQuestion, i64)]) -> bool {
    answers.iter().any(|(question, answer)| match question {
        SurveyQuestion::Recommendation => *answer <= 6,
        SurveyQuestion::Effort => *answer <= 3,
        _ => *answer <= 2,
    })
}

/// What follows an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyThanks {
    /// The survey.
    pub page: SurveyPage,
    /// Whether something was not right.
    pub is_discontented: bool,
    /// Whether the case has just been opened again.
    pub is_reopened: bool,
}

/// How a question of a survey was answered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SurveyScore {
    /// What the survey was about.
    pub kind: SurveyKind,
    /// The question.
    pub question: SurveyQuestion,
    /// How many answered it.
    pub n: i64,
    /// How many answered favourably, with the interval of that share (Wilson 1927); for a recommendation score it has none.
    pub share: Share,
    /// Mean with its interval (Student's t); none for too few, for a recommendation score; without an interval when all agree.
    pub mean: Option<(f64, Option<(f64, f64)>)>,
    /// Recommendation score from −100 to 100 with its interval (Rocks 2016); none for too few and for other questions.
    pub score: Option<(f64, f64, f64)>,
}

/// The satisfied of closed cases beside those of visits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recovery {
    /// Answers about closed cases.
    pub closed: i64,
    /// Answers about visits.
    pub visits: i64,
    /// The first share less the second with its interval, from −1 to 1 (Newcombe 1998, method 10); none for too few of either.
    pub difference: Option<(f64, f64, f64)>,
}

/// A month of answers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SurveyMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// The satisfied of closed cases.
    pub closed: Share,
    /// The satisfied of visits.
    pub visits: Share,
    /// The satisfied of those who were called.
    pub calls: Share,
}

/// What surveys say of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SurveyReport {
    /// How many members came back.
    pub returns: Returns,
    /// The unit and its surroundings.
    pub place: UnitPlace,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Scores of questions that somebody answered.
    pub scores: Vec<SurveyScore>,
    /// Closed cases beside visits.
    pub recovery: Recovery,
    /// Months in which somebody answered, newest first.
    pub months: Vec<SurveyMonth>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_a_step_of_its_scale_or_left_out() {
        let form = SurveyForm { satisfaction: "4".into(), effort: "7".into(), ..SurveyForm::default() };
        let answers = form.answers(SurveyKind::Visit).unwrap();
        assert_eq!(answers, [(SurveyQuestion::Satisfaction, 4), (SurveyQuestion::Effort, 7)]);
        for (satisfaction, recommendation) in
            [("0", ""), ("6", ""), ("4.5", ""), ("", "11"), ("", "-1"), ("٣", "")]
        {
            let form = SurveyForm {
                satisfaction: satisfaction.into(),
                recommendation: recommendation.into(),
                ..SurveyForm::default()
            };
            assert!(form.answers(SurveyKind::Visit).is_err(), "{satisfaction} {recommendation}");
        }
        let nothing = SurveyForm::default().answers(SurveyKind::Closed);
        assert_eq!(nothing, Err(Problem::invalid(Field::Satisfaction, Why::Missing)));
    }

    #[test]
    fn what_a_survey_does_not_ask_is_not_counted() {
        let form = SurveyForm { recommendation: "9".into(), fair: "5".into(), ..SurveyForm::default() };
        assert_eq!(form.answers(SurveyKind::Closed).unwrap(), [(SurveyQuestion::Fair, 5)]);
    }

    #[test]
    fn one_bad_answer_is_enough_to_ask_what_was_wrong() {
        use SurveyQuestion::{Effort, Recommendation, Satisfaction};
        for discontented in [[(Satisfaction, 2), (Effort, 7)], [(Satisfaction, 5), (Recommendation, 6)]] {
            assert!(is_discontented(&discontented), "{discontented:?}");
        }
        assert!(!is_discontented(&[(Satisfaction, 3), (Effort, 4), (Recommendation, 7)]));
    }
}
