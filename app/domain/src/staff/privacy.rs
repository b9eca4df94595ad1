//! The rules of the release as people see and change them, and what the database holds.

mod rules;
mod stored;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{insight::figures::CellState, organisation::unit::UnitItem};

pub use rules::{
    FLOOR, Guard, HIGHEST, LONGEST_GRACE, LOWEST_EVERY_ROUND_FROM, NEWCOMER_ROUNDS, Rule, RuleSet, RuleStep,
    RulesForm,
};
pub use stored::{Rows, StoredGroup, StoredPage, StoredTable};

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
    /// Whether it is not asked yet how long somebody has been in their unit.
    pub is_waived: bool,
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
    /// Each round.
    EachRound,
    /// Over a third of the quarter together.
    Third,
    /// Over the whole quarter together.
    Quarter,
    /// Not at all: even a quarter's answers would be too few.
    Never,
    /// Nothing was chosen for this quarter.
    Unset,
}

#[cfg(test)]
mod tests {
    use super::{rules::tests::USUAL, *};

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
