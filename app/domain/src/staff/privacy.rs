//! The rules of the release as people see and change them, and what the database holds.

mod stored;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    field::{Field, FieldProblem, Why},
    insight::figures::CellState,
    organisation::unit::UnitItem,
    problem::Problem,
};

pub use stored::{Rows, StoredGroup, StoredPage, StoredTable};

/// Fewest people that any threshold may be set to. The server checks when it is compiled that it is the
/// floor of the release itself.
pub const FLOOR: u32 = 3;
/// Most people that a threshold may be set to.
pub const HIGHEST: u32 = 50;
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
    /// Hours between a round's close and its release.
    GraceHours,
    /// What happens when a few people joined or left.
    Guard,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 5] = [Self::K, Self::KComment, Self::Authors, Self::GraceHours, Self::Guard];

    /// Its form field.
    pub const fn field(self) -> Field {
        match self {
            Self::K => Field::K,
            Self::KComment => Field::KComment,
            Self::Authors => Field::Authors,
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
        let (k, k_comment, authors) = (
            threshold(Field::K, &self.k),
            threshold(Field::KComment, &self.k_comment),
            threshold(Field::Authors, &self.authors),
        );
        let grace_hours = number(Field::GraceHours, &self.grace_hours, 0, LONGEST_GRACE, Why::NotANumber);
        let guard = Guard::from_name(&self.guard);
        if guard.is_none() {
            refuse(Field::Guard, Why::NotAChoice);
        }
        if k_comment > 0 && k_comment < k {
            refuse(Field::KComment, Why::BelowK);
        }
        if k_comment > 0 && authors > k_comment {
            refuse(Field::Authors, Why::MoreAuthorsThanAnswers);
        }
        match guard {
            Some(guard) if problems.is_empty() => Ok(RuleSet { k, k_comment, authors, grace_hours, guard }),
            _ => Err(Problem::Invalid(problems)),
        }
    }
}

/// How a change came about, or did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// One administrator made the rules stricter.
    Raised,
    /// One proposed to make them less strict.
    Proposed,
    /// Another one confirmed it.
    Confirmed,
    /// A proposal was taken back.
    Withdrawn,
    /// A change that was to come was called off.
    Cancelled,
}

impl Deed {
    /// The word in the audit log and after `deed-` in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Proposed => "proposed",
            Self::Confirmed => "confirmed",
            Self::Withdrawn => "withdrawn",
            Self::Cancelled => "cancelled",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Raised, Self::Proposed, Self::Confirmed, Self::Withdrawn, Self::Cancelled]
            .into_iter()
            .find(|deed| deed.name() == name)
    }
}

/// A change of the rules as one line of the audit log: `confirmed k:5>4 grace_hours:24>12 from:2026-12-07`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleChange {
    /// What was done.
    pub deed: Deed,
    /// What differs.
    pub steps: Vec<RuleStep>,
    /// First day of the rounds it holds for; none where nothing takes effect.
    pub from_on: Option<NaiveDate>,
}

impl RuleChange {
    /// The line.
    pub fn to_line(&self) -> String {
        let steps =
            self.steps.iter().map(|step| format!(" {}:{}>{}", step.rule.name(), step.before, step.after));
        let from = self.from_on.map(|day| format!(" from:{day}"));
        format!("{}{}{}", self.deed.name(), steps.collect::<String>(), from.unwrap_or_default())
    }

    /// Reads the line; none for a text that is not one.
    pub fn from_line(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let deed = Deed::from_name(words.next()?)?;
        let (mut steps, mut from_on) = (Vec::new(), None);
        for word in words {
            let (name, value) = word.split_once(':')?;
            if name == "from" {
                from_on = Some(value.parse().ok()?);
                continue;
            }
            let rule = Rule::ALL.into_iter().find(|rule| rule.name() == name)?;
            let (before, after) = value.split_once('>')?;
            steps.push(RuleStep { rule, before: before.to_owned(), after: after.to_owned() });
        }
        Some(Self { deed, steps, from_on })
    }
}

/// Rules that were made less strict: what employees are told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lowering {
    /// First day of the rounds it holds for.
    pub from_on: NaiveDate,
    /// The rules that were lowered.
    pub steps: Vec<RuleStep>,
}

/// The page about privacy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyPage {
    /// Rules for a round that starts today.
    pub rules: RuleSet,
    /// Since when they hold; none when since the beginning.
    pub since: Option<NaiveDate>,
    /// What comes next.
    pub next: Option<Next>,
    /// A proposal that waits for a second administrator.
    pub proposal: Option<Proposal>,
    /// Changes so far, newest first.
    pub history: Vec<HistoryRow>,
    /// Whether this person may change the rules.
    pub may_change: bool,
    /// How figures fared in the newest rounds; none for who sees no figures.
    pub states: Option<States>,
}

/// Rules that are decided and do not hold yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    /// First day of the rounds they hold for.
    pub from_on: NaiveDate,
    /// What differs from the rules before.
    pub steps: Vec<RuleStep>,
}

/// Less strict rules that wait for a second administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// For the forms that confirm or withdraw it.
    pub id: i64,
    /// What differs from the rules that would hold otherwise.
    pub steps: Vec<RuleStep>,
    /// Who proposed it.
    pub by: String,
    /// When, where the organisation is: `2026-11-17 16:42`.
    pub at: String,
    /// Last day on which it can be confirmed.
    pub until: NaiveDate,
    /// First day of the rounds it would hold for, if it were confirmed today.
    pub from_on: NaiveDate,
    /// Whether the person who is looking proposed it.
    pub is_own: bool,
}

/// A change of the rules, with who made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryRow {
    /// When, where the organisation is: `2026-11-17 16:42`.
    pub at: String,
    /// Who did it.
    pub who: Option<String>,
    /// What.
    pub change: RuleChange,
}

/// How the figures of the newest released rounds fared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct States {
    /// Rounds, newest first.
    pub rounds: Vec<RoundStates>,
    /// Each unit in the newest round, in tree order.
    pub units: Vec<UnitStates>,
    /// Quarter of the windows, as `2026Q4`.
    pub quarter: String,
}

/// Counts of figures by state; a figure is one measure of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundStates {
    /// Number of the round.
    pub round: i64,
    /// First day of the round.
    pub starts_on: NaiveDate,
    /// Counts, for the states that occur.
    pub counts: Vec<(CellState, u32)>,
}

/// A unit in the newest released round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitStates {
    /// The unit.
    pub unit: UnitItem,
    /// Over how many rounds it reports this quarter.
    pub window: Window,
    /// Counts of its figures, for the states that occur.
    pub counts: Vec<(CellState, u32)>,
}

/// Over how many rounds a unit reports in a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Window {
    /// Over this many together: 1, 2, 4 or 13.
    Rounds(i16),
    /// Not at all: even a quarter's answers would be too few.
    Never,
    /// Nothing was chosen for this quarter.
    Unset,
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: RuleSet = RuleSet { k: 5, k_comment: 10, authors: 3, grace_hours: 24, guard: Guard::Mark };

    fn form(k: &str, k_comment: &str, authors: &str, grace_hours: &str, guard: &str) -> RulesForm {
        RulesForm {
            k: k.to_owned(),
            k_comment: k_comment.to_owned(),
            authors: authors.to_owned(),
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
        assert!(form("50", "50", "50", "168", "hold").parse().is_ok());
    }

    #[test]
    fn two_people_are_refused_in_every_threshold() {
        assert_eq!(refused(&form("2", "10", "3", "24", "mark")), [(Field::K, Why::BelowFloor)]);
        assert_eq!(refused(&form("5", "2", "3", "24", "mark"))[0], (Field::KComment, Why::BelowFloor));
        assert_eq!(refused(&form("5", "10", "2", "24", "mark")), [(Field::Authors, Why::BelowFloor)]);
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
        assert_eq!(USUAL.stricter(&mixed), RuleSet { k: 6, ..USUAL });
    }

    #[test]
    fn a_change_is_read_back_from_its_line() {
        let next = RuleSet { k: 4, guard: Guard::Hold, ..USUAL };
        let change = RuleChange {
            deed: Deed::Confirmed,
            steps: USUAL.steps_to(&next),
            from_on: NaiveDate::from_ymd_opt(2026, 12, 7),
        };
        assert_eq!(change.to_line(), "confirmed k:5>4 guard:mark>hold from:2026-12-07");
        assert_eq!(RuleChange::from_line(&change.to_line()), Some(change));
        assert_eq!(RuleChange::from_line("something else"), None);
    }

    #[test]
    fn small_numbers_of_rows_are_not_told_and_others_in_steps() {
        assert_eq!([0, 49].map(Rows::rounded), [Rows::Few; 2]);
        assert_eq!([50, 59, 60].map(Rows::rounded), [50, 50, 60].map(Rows::AtLeast));
    }
}
