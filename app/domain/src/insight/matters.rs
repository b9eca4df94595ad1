//! Open matters: units whose newest figures are worse than usual, each until somebody acted on it, put it
//! aside, or the figures are normal again.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{signal::SignalMeasure, today::UnitName};
use crate::{
    Period,
    field::{Field, FieldProblem, Why, free_text},
    problem::Problem,
};

/// Matters that are shown one by one; what is more stands on the page of the teams.
pub const MOST_MATTERS: usize = 8;
/// Weeks for which a matter can be put aside, the usual one first, as a form sends them.
pub const ASIDE_WEEKS: [(&str, u64); 3] = [("2", 2), ("4", 4), ("8", 8)];
/// Most characters of a reason.
pub const LONGEST_REASON: usize = 200;

/// What somebody said about a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// It was seen; it stays open.
    Seen,
    /// It is put aside until a day, that day not included.
    Aside {
        /// The first day on which it is open again.
        until: NaiveDate,
        /// Why.
        reason: String,
    },
}

/// A reply and its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replied {
    /// What was said.
    pub reply: Reply,
    /// When.
    pub on: NaiveDate,
}

/// An action that runs for a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Running {
    /// Database id.
    pub action: i64,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// The day of its review.
    pub review_on: NaiveDate,
}

/// A measure of a unit whose newest figures are worse than usual.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matter {
    /// The unit.
    pub unit: UnitName,
    /// The unit above it, where that is not the one the page is about.
    pub above: Option<String>,
    /// What it is about.
    pub topic: SignalMeasure,
    /// The first period of the run.
    pub since: Period,
    /// The newest period.
    pub latest: Period,
    /// The newest figure: 0–100 or, for complaints, per 1,000 contacts.
    pub value: f64,
    /// The usual level, in the same unit.
    pub usual: f64,
    /// The newest reply given while the run went on.
    pub replied: Option<Replied>,
    /// The action for it that runs, the one with the next review.
    pub running: Option<Running>,
    /// Whether the reader may say something about it.
    pub may_handle: bool,
}

impl Matter {
    /// How many periods it has been running, the newest included.
    pub fn periods(&self) -> u32 {
        let mut period = self.since;
        let mut count = 1;
        while period < self.latest && period.next() > period {
            period = period.next();
            count += 1;
        }
        count
    }

    /// Whether it waits for somebody.
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.running.is_none() && !self.is_aside(today)
    }

    /// Whether it is put aside.
    pub fn is_aside(&self, today: NaiveDate) -> bool {
        matches!(&self.replied, Some(Replied { reply: Reply::Aside { until, .. }, .. }) if today < *until)
    }

    /// Whether nobody said anything about it.
    pub const fn is_unseen(&self) -> bool {
        self.replied.is_none()
    }

    /// A reply counts for the run that went on when it was given: the next one is another matter.
    pub fn counts(&self, replied: &Replied) -> bool {
        self.since.start() <= replied.on
    }

    /// An action counts when it began while the run went on, or is still to begin.
    pub fn is_for(&self, running: &Running) -> bool {
        self.since.start() <= running.starts_on
    }
}

/// The matters of a morning.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Worklist {
    /// Those that wait for somebody, at most [`MOST_MATTERS`].
    pub open: Vec<Matter>,
    /// How many more wait.
    pub more: u64,
    /// Those acted on or put aside, which still run; as many at most.
    pub in_hand: Vec<Matter>,
    /// How many of these there are in all.
    pub in_hand_count: u64,
}

impl Worklist {
    /// Sorts matters: what nobody has seen comes first, then what has been running longest; among those as
    /// given. No unit is put before another by how far its figure lies from the usual.
    pub fn of(matters: Vec<Matter>, today: NaiveDate) -> Self {
        let (mut open, mut in_hand): (Vec<_>, Vec<_>) =
            matters.into_iter().partition(|matter| matter.is_open(today));
        open.sort_by_key(|matter| (!matter.is_unseen(), matter.since.start()));
        in_hand.sort_by_key(|matter| matter.since.start());
        let in_hand_count = in_hand.len() as u64;
        let more = open.len().saturating_sub(MOST_MATTERS) as u64;
        open.truncate(MOST_MATTERS);
        in_hand.truncate(MOST_MATTERS);
        Self { open, more, in_hand, in_hand_count }
    }
}

/// What a button or form says about a matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MatterForm {
    /// `seen`, `aside` or `open`.
    pub act: String,
    /// For how many weeks it is put aside.
    pub weeks: String,
    /// Why.
    pub reason: String,
}

impl MatterForm {
    /// Reads it; none is "open again".
    ///
    /// # Errors
    /// `Invalid` names every refused field.
    pub fn parse(&self, today: NaiveDate) -> Result<Option<Reply>, Problem> {
        match self.act.as_str() {
            "seen" => Ok(Some(Reply::Seen)),
            "open" => Ok(None),
            "aside" => {
                let weeks = ASIDE_WEEKS.into_iter().find(|(name, _)| *name == self.weeks);
                let until = weeks.and_then(|(_, weeks)| today.checked_add_days(Days::new(7 * weeks)));
                match (until, free_text(&self.reason, LONGEST_REASON)) {
                    (Some(until), Ok(reason)) => Ok(Some(Reply::Aside { until, reason })),
                    (until, reason) => {
                        let mut problems = Vec::new();
                        if until.is_none() {
                            problems.push(FieldProblem { field: Field::Weeks, why: Why::NotAChoice });
                        }
                        problems.extend(reason.err().map(|why| FieldProblem { field: Field::Reason, why }));
                        Err(Problem::Invalid(problems))
                    }
                }
            }
            _ => Err(Problem::Unreadable),
        }
    }
}

/// The page on which a matter is put aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatterPage {
    /// The matter.
    pub matter: Matter,
    /// Today, where the organisation is.
    pub today: NaiveDate,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::UnitId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn matter(unit: i64, since: &str, latest: &str) -> Matter {
        Matter {
            unit: UnitName { id: UnitId::new(unit), name: format!("Unit {unit}") },
            above: None,
            topic: SignalMeasure::Strain,
            since: Period::parse(since).unwrap(),
            latest: Period::parse(latest).unwrap(),
            value: 67.0,
            usual: 18.0,
            replied: None,
            running: None,
            may_handle: true,
        }
    }

    fn aside(on: &str, until: &str) -> Option<Replied> {
        Some(Replied { reply: Reply::Aside { until: day(until), reason: "Inventory".into() }, on: day(on) })
    }

    #[test]
    fn a_run_is_counted_with_its_first_and_its_newest_period_over_new_year_too() {
        assert_eq!(matter(1, "2026-W47", "2026-W47").periods(), 1);
        assert_eq!(matter(1, "2026-W52", "2027-W02").periods(), 4, "2026 has a week 53");
        assert_eq!(matter(1, "2026-11", "2027-01").periods(), 3);
        assert_eq!(matter(1, "2026-W47", "2026-W45").periods(), 1, "an end before the beginning ends");
    }

    #[test]
    fn what_is_put_aside_comes_back_on_its_day_and_not_before() {
        let matter =
            Matter { replied: aside("2026-11-10", "2026-11-24"), ..matter(1, "2026-W44", "2026-W46") };
        assert!(!matter.is_open(day("2026-11-23")));
        assert!(matter.is_open(day("2026-11-24")));
    }

    #[test]
    fn a_reply_does_not_silence_the_next_run() {
        let next = matter(1, "2026-W48", "2026-W48");
        let (before, during) =
            (aside("2026-11-20", "2027-01-15").unwrap(), aside("2026-11-25", "2027-01-15").unwrap());
        assert!(!next.counts(&before));
        assert!(next.counts(&during));
    }

    #[test]
    fn an_action_from_before_the_run_is_not_for_it() {
        let matter = matter(1, "2026-W46", "2026-W47");
        let from = |starts_on| Running { action: 1, starts_on: day(starts_on), review_on: day("2027-01-01") };
        assert!(!matter.is_for(&from("2026-10-01")));
        assert!(matter.is_for(&from("2026-11-16")));
        assert!(matter.is_for(&from("2026-12-01")));
    }

    #[test]
    fn unseen_ones_come_first_then_the_longest_and_the_rest_is_counted() {
        let seen = Some(Replied { reply: Reply::Seen, on: day("2026-11-17") });
        let mut matters = vec![
            Matter { replied: seen, ..matter(1, "2026-W40", "2026-W47") },
            matter(2, "2026-W47", "2026-W47"),
            matter(3, "2026-W45", "2026-W47"),
            Matter { replied: aside("2026-11-17", "2026-12-15"), ..matter(4, "2026-W45", "2026-W47") },
        ];
        let list = Worklist::of(matters.clone(), day("2026-11-24"));
        let ids = |list: &[Matter]| list.iter().map(|matter| i64::from(matter.unit.id)).collect::<Vec<_>>();
        assert_eq!((ids(&list.open), list.more, ids(&list.in_hand)), (vec![3, 2, 1], 0, vec![4]));
        matters.extend((10..20).map(|unit| matter(unit, "2026-W46", "2026-W47")));
        let list = Worklist::of(matters, day("2026-11-24"));
        assert_eq!((list.open.len(), list.more), (MOST_MATTERS, 5));
        let replied = aside("2026-11-17", "2026-12-15");
        let taken = |unit| Matter { replied: replied.clone(), ..matter(unit, "2026-W45", "2026-W47") };
        let list = Worklist::of((0..20).map(taken).collect(), day("2026-11-24"));
        assert_eq!((list.in_hand.len(), list.in_hand_count), (MOST_MATTERS, 20));
    }

    #[test]
    fn putting_aside_needs_a_reason_and_a_length_that_was_offered() {
        let form = |act: &str, weeks: &str, reason: &str| MatterForm {
            act: act.into(),
            weeks: weeks.into(),
            reason: reason.into(),
        };
        let today = day("2026-11-30");
        let until = day("2026-12-14");
        let kept = Some(Reply::Aside { until, reason: "Stocktaking".into() });
        assert_eq!(form("aside", "2", " Stocktaking ").parse(today), Ok(kept));
        let Err(Problem::Invalid(problems)) = form("aside", "3", "  ").parse(today) else { panic!("taken") };
        let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, [Field::Weeks, Field::Reason]);
        assert_eq!(form("seen", "", "").parse(today), Ok(Some(Reply::Seen)));
        assert_eq!(form("open", "", "").parse(today), Ok(None));
        assert_eq!(form("shout", "", "").parse(today), Err(Problem::Unreadable));
    }
}
