//! The rules of the release that an organisation chooses, and the form that changes them.

use serde::{Deserialize, Serialize};

use crate::{
    field::{Field, FieldProblem, Why},
    problem::Problem,
};

/// Fewest people that any threshold may be set to. The server checks when it is compiled that it is the
/// floor of the release itself.
pub const FLOOR: u32 = 3;
/// Most people that a threshold may be set to.
pub const HIGHEST: u32 = 50;
/// Fewest people of which any organisation may let a unit report every round. As above.
pub const LOWEST_EVERY_ROUND_FROM: u32 = 8;
/// Rounds, running, that somebody has to have been in a unit before its figures rest on their answers.
pub const NEWCOMER_ROUNDS: u32 = 4;
/// Longest wait between a round's close and its release, in hours: a week.
pub const LONGEST_GRACE: u32 = 168;

/// What happens to a figure when a few people joined or left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guard {
    /// It is shown, and the series breaks there.
    Mark,
    /// The earlier one is shown until enough people have changed.
    Hold,
}

impl Guard {
    /// The word in the database and in forms, and after `guard-` in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mark => "mark",
            Self::Hold => "hold",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Mark, Self::Hold].into_iter().find(|guard| guard.name() == name)
    }
}

/// One of the rules. The order is that of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Fewest answers from which a figure is shown.
    K,
    /// Fewest answers in a unit that shows comments.
    KComment,
    /// Fewest authors behind the comments of a unit.
    Authors,
    /// Fewest answers from which shares of the answers are shown.
    KDist,
    /// Fewest people of a unit that reports every round.
    EveryRoundFrom,
    /// Hours between a round's close and its release.
    GraceHours,
    /// What happens when a few people joined or left.
    Guard,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 7] = [
        Self::K,
        Self::KDist,
        Self::EveryRoundFrom,
        Self::KComment,
        Self::Authors,
        Self::GraceHours,
        Self::Guard,
    ];

    /// Its form field.
    pub const fn field(self) -> Field {
        match self {
            Self::K => Field::K,
            Self::KComment => Field::KComment,
            Self::Authors => Field::Authors,
            Self::KDist => Field::KDist,
            Self::EveryRoundFrom => Field::EveryRoundFrom,
            Self::GraceHours => Field::GraceHours,
            Self::Guard => Field::Guard,
        }
    }

    /// The word in the audit log.
    pub const fn name(self) -> &'static str {
        self.field().name()
    }

    /// The end of its message ids.
    pub fn text_id(self) -> String {
        self.name().replace('_', "-")
    }
}

/// All rules together. Every one is stricter the higher it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSet {
    /// Fewest answers from which a figure is shown.
    pub k: u32,
    /// Fewest answers in a unit that shows comments; at least `k`.
    pub k_comment: u32,
    /// Fewest authors behind the comments of a unit; at most `k_comment`.
    pub authors: u32,
    /// Fewest answers from which shares of the answers are shown; at least `k`.
    pub k_dist: u32,
    /// Fewest people of a unit that reports every round; at least [`LOWEST_EVERY_ROUND_FROM`].
    pub every_round_from: u32,
    /// Hours between a round's close and its release.
    pub grace_hours: u32,
    /// What happens when a few people joined or left.
    pub guard: Guard,
}

impl RuleSet {
    /// A rule as the audit log writes it: a number, or the guard's word.
    pub fn value(&self, rule: Rule) -> String {
        match rule {
            Rule::K => self.k.to_string(),
            Rule::KComment => self.k_comment.to_string(),
            Rule::Authors => self.authors.to_string(),
            Rule::KDist => self.k_dist.to_string(),
            Rule::EveryRoundFrom => self.every_round_from.to_string(),
            Rule::GraceHours => self.grace_hours.to_string(),
            Rule::Guard => self.guard.name().to_owned(),
        }
    }

    /// Whether going over to `next` makes any rule less strict.
    pub fn is_lowered_by(&self, next: &Self) -> bool {
        !self.lowered_steps(next).is_empty()
    }

    /// Of each rule the stricter one.
    #[must_use]
    pub fn stricter(&self, other: &Self) -> Self {
        Self {
            k: self.k.max(other.k),
            k_comment: self.k_comment.max(other.k_comment),
            authors: self.authors.max(other.authors),
            k_dist: self.k_dist.max(other.k_dist),
            every_round_from: self.every_round_from.max(other.every_round_from),
            grace_hours: self.grace_hours.max(other.grace_hours),
            guard: self.guard.max(other.guard),
        }
    }

    /// What going over to `next` makes less strict, in the order of pages.
    pub fn lowered_steps(&self, next: &Self) -> Vec<RuleStep> {
        let strict = self.stricter(next);
        self.steps_to(next).into_iter().filter(|step| strict.value(step.rule) == step.before).collect()
    }

    /// What differs in `next`, in the order of pages.
    pub fn steps_to(&self, next: &Self) -> Vec<RuleStep> {
        Rule::ALL
            .into_iter()
            .map(|rule| RuleStep { rule, before: self.value(rule), after: next.value(rule) })
            .filter(|step| step.before != step.after)
            .collect()
    }
}

/// A rule that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleStep {
    /// Which rule.
    pub rule: Rule,
    /// Its value before, as [`RuleSet::value`] writes it.
    pub before: String,
    /// Its value afterwards.
    pub after: String,
}

/// The form that changes the rules, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesForm {
    /// See [`RuleSet::k`].
    pub k: String,
    /// See [`RuleSet::k_comment`].
    pub k_comment: String,
    /// See [`RuleSet::authors`].
    pub authors: String,
    /// See [`RuleSet::k_dist`].
    pub k_dist: String,
    /// See [`RuleSet::every_round_from`].
    pub every_round_from: String,
    /// See [`RuleSet::grace_hours`].
    pub grace_hours: String,
    /// See [`RuleSet::guard`].
    pub guard: String,
}

impl RulesForm {
    /// Checks each rule by itself and against the others.
    ///
    /// # Errors
    /// `Invalid`, with every field that cannot stay as it is.
    pub fn parse(&self) -> Result<RuleSet, Problem> {
        let mut problems = Vec::new();
        let mut refuse = |field, why| problems.push(FieldProblem { field, why });
        let mut number = |field, text: &str, lowest: u32, highest: u32, too_low| {
            match text.trim().parse::<u32>() {
                Ok(value) if value < lowest => refuse(field, too_low),
                Ok(value) if value <= highest => return value,
                Ok(_) => refuse(field, Why::TooHigh),
                Err(_) if text.trim().is_empty() => refuse(field, Why::Missing),
                Err(_) => refuse(field, Why::NotANumber),
            }
            0
        };
        let mut threshold = |field, text: &str| number(field, text, FLOOR, HIGHEST, Why::BelowFloor);
        let (k, k_comment, authors, k_dist) = (
            threshold(Field::K, &self.k),
            threshold(Field::KComment, &self.k_comment),
            threshold(Field::Authors, &self.authors),
            threshold(Field::KDist, &self.k_dist),
        );
        let every_round_from = number(
            Field::EveryRoundFrom,
            &self.every_round_from,
            LOWEST_EVERY_ROUND_FROM,
            HIGHEST,
            Why::BelowEight,
        );
        let grace_hours = number(Field::GraceHours, &self.grace_hours, 0, LONGEST_GRACE, Why::NotANumber);
        let guard = Guard::from_name(&self.guard);
        if guard.is_none() {
            refuse(Field::Guard, Why::NotAChoice);
        }
        if k_comment > 0 && k_comment < k {
            refuse(Field::KComment, Why::BelowK);
        }
        if k_dist > 0 && k_dist < k {
            refuse(Field::KDist, Why::SharesBelowK);
        }
        if k_comment > 0 && authors > k_comment {
            refuse(Field::Authors, Why::MoreAuthorsThanAnswers);
        }
        match guard {
            Some(guard) if problems.is_empty() => {
                Ok(RuleSet { k, k_comment, authors, k_dist, every_round_from, grace_hours, guard })
            }
            _ => Err(Problem::Invalid(problems)),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) const USUAL: RuleSet = RuleSet {
        k: 5,
        k_comment: 10,
        authors: 3,
        k_dist: 10,
        every_round_from: 12,
        grace_hours: 24,
        guard: Guard::Mark,
    };

    fn form(k: &str, k_comment: &str, authors: &str, grace_hours: &str, guard: &str) -> RulesForm {
        RulesForm {
            k: k.to_owned(),
            k_comment: k_comment.to_owned(),
            authors: authors.to_owned(),
            k_dist: "10".to_owned(),
            every_round_from: "12".to_owned(),
            grace_hours: grace_hours.to_owned(),
            guard: guard.to_owned(),
        }
    }

    fn refused(form: &RulesForm) -> Vec<(Field, Why)> {
        match form.parse() {
            Err(Problem::Invalid(fields)) => fields.iter().map(|f| (f.field, f.why)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_form_takes_rules_from_the_floor_to_the_highest() {
        assert_eq!(form("5", " 10 ", "3", "24", "mark").parse(), Ok(USUAL));
        assert!(form("3", "3", "3", "0", "hold").parse().is_ok());
        let highest = RulesForm { k_dist: "50".to_owned(), ..form("50", "50", "50", "168", "hold") };
        assert!(highest.parse().is_ok());
    }

    #[test]
    fn two_people_are_refused_in_every_threshold() {
        assert_eq!(refused(&form("2", "10", "3", "24", "mark")), [(Field::K, Why::BelowFloor)]);
        assert_eq!(refused(&form("5", "2", "3", "24", "mark"))[0], (Field::KComment, Why::BelowFloor));
        assert_eq!(refused(&form("5", "10", "2", "24", "mark")), [(Field::Authors, Why::BelowFloor)]);
    }

    #[test]
    fn nobody_may_let_seven_people_report_every_round_or_show_shares_of_fewer_than_a_figure() {
        let usual = form("5", "10", "3", "24", "mark");
        let every = |text: &str| RulesForm { every_round_from: text.to_owned(), ..usual.clone() };
        assert_eq!(refused(&every("7")), [(Field::EveryRoundFrom, Why::BelowEight)]);
        assert_eq!(refused(&every("51")), [(Field::EveryRoundFrom, Why::TooHigh)]);
        assert_eq!(every("8").parse(), Ok(RuleSet { every_round_from: 8, ..USUAL }));
        let shares = |text: &str| RulesForm { k_dist: text.to_owned(), ..usual.clone() };
        assert_eq!(refused(&shares("4")), [(Field::KDist, Why::SharesBelowK)]);
        assert_eq!(refused(&shares("2"))[0], (Field::KDist, Why::BelowFloor));
        assert_eq!(shares("5").parse(), Ok(RuleSet { k_dist: 5, ..USUAL }));
    }

    #[test]
    fn what_cannot_be_is_refused_by_name() {
        assert_eq!(refused(&form("51", "60", "3", "24", "mark"))[0], (Field::K, Why::TooHigh));
        assert_eq!(refused(&form("8", "7", "3", "24", "mark")), [(Field::KComment, Why::BelowK)]);
        assert_eq!(
            refused(&form("5", "10", "11", "24", "mark")),
            [(Field::Authors, Why::MoreAuthorsThanAnswers)]
        );
        assert_eq!(refused(&form("5", "10", "3", "169", "mark")), [(Field::GraceHours, Why::TooHigh)]);
        assert_eq!(refused(&form("5", "10", "3", "-1", "mark")), [(Field::GraceHours, Why::NotANumber)]);
        assert_eq!(
            refused(&form("", "10", "3", "24", "off")),
            [(Field::K, Why::Missing), (Field::Guard, Why::NotAChoice)]
        );
    }

    #[test]
    fn a_mixed_change_counts_as_lowering() {
        let raised = RuleSet { k: 6, guard: Guard::Hold, ..USUAL };
        let mixed = RuleSet { k: 6, grace_hours: 12, ..USUAL };
        assert!(!USUAL.is_lowered_by(&USUAL));
        assert!(!USUAL.is_lowered_by(&raised));
        assert!(raised.is_lowered_by(&USUAL));
        assert!(USUAL.is_lowered_by(&mixed));
        assert!(USUAL.is_lowered_by(&RuleSet { k: 6, every_round_from: 11, ..USUAL }));
        assert!(USUAL.is_lowered_by(&RuleSet { k_dist: 9, ..USUAL }));
        assert_eq!(USUAL.stricter(&mixed), RuleSet { k: 6, ..USUAL });
    }
}
