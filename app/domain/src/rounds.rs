//! Keeping rounds: what the calendar shows, and what its forms send.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    check_in::Question,
    field::{Field, FieldProblem, Why, free_text},
    period::{Period, Resolution},
    problem::Problem,
};

/// Lengths that a round can have, in weeks.
pub const LENGTHS: [u32; 3] = [1, 2, 4];
/// Longest purpose and longest reason, in characters.
pub const LONGEST_PURPOSE: usize = 600;
/// Longest reason for declaring a round void, in characters.
pub const LONGEST_REASON: usize = 300;
/// Days before the review date from which the calendar reminds of it.
pub const REVIEW_SOON: i64 = 30;
/// Days after the last round within which the next one still begins by itself. A longer silence is either
/// meant or a clock that runs wrong, and in both cases a person should say when to go on.
pub const LONGEST_SILENCE: i64 = 28;
/// A first day farther ahead than this is taken for a slip, in days.
const FARTHEST_START: i64 = 366;
/// A review farther ahead than this is no review, in days.
const FARTHEST_REVIEW: i64 = 5 * 366;
/// Weeks that the strip shows before this one, and in all.
const WEEKS_BEFORE: u64 = 38;
const WEEKS_SHOWN: u64 = 52;

/// Where a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundState {
    /// Its first day has not come.
    Planned,
    /// Ballots are taken.
    Open,
    /// It waits for its grace time.
    Closed,
    /// What may be shown stands in the ledger.
    Released,
    /// It does not count, and nothing that was given in it is kept.
    Voided,
}

impl RoundState {
    /// All states.
    pub const ALL: [Self; 5] = [Self::Planned, Self::Open, Self::Closed, Self::Released, Self::Voided];

    /// The word used in the database and, after `round-state-`, as a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Released => "released",
            Self::Voided => "voided",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A round in the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundRow {
    /// Number, used in addresses.
    pub number: i64,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Where it stands.
    pub state: RoundState,
    /// Why the questions are asked.
    pub purpose: String,
    /// Day of the discussion with the staff's representatives.
    pub discussed_on: NaiveDate,
    /// Day on which the purpose is looked at again; no round opens after it.
    pub review_on: NaiveDate,
    /// Day of the release.
    pub released_on: Option<NaiveDate>,
    /// Why it was declared void.
    pub void_reason: Option<String>,
}

impl RoundRow {
    /// Length in weeks.
    pub fn weeks(&self) -> i64 {
        weeks_of(self.starts_on, self.ends_on)
    }

    /// Whether it was planned for days that went by without it.
    pub fn is_missed(&self, today: NaiveDate) -> bool {
        self.state == RoundState::Planned && self.ends_on < today
    }
}

/// Weeks from a first to a last day.
pub fn weeks_of(starts_on: NaiveDate, ends_on: NaiveDate) -> i64 {
    (ends_on - starts_on).num_days() / 7 + 1
}

/// How the rounds go on when nobody plans one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Continuation {
    /// A round opens by itself on this day, as long as the last one.
    From(NaiveDate),
    /// The review date comes first.
    ReviewDue,
    /// The last round ended too long ago.
    Interrupted,
}

/// How the rounds go on after a last one with these days: the day after it or, after a silence, this week's
/// Monday. Pure, so that the calendar promises what the job does.
pub fn continuation(last: (NaiveDate, NaiveDate), review_on: NaiveDate, today: NaiveDate) -> Continuation {
    let monday = Period::containing(today, Resolution::Week).start();
    let next = last.1.succ_opt().unwrap_or(last.1);
    let starts_on = if last.1 < today { next.max(monday) } else { next };
    if (today - last.1).num_days() > LONGEST_SILENCE {
        Continuation::Interrupted
    } else if starts_on > review_on {
        Continuation::ReviewDue
    } else {
        Continuation::From(starts_on)
    }
}

/// Days on which no round stands, between two that do; from today on.
pub fn gaps(rounds: &[RoundRow], today: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    let mut standing: Vec<&RoundRow> =
        rounds.iter().filter(|round| round.state != RoundState::Voided && round.ends_on >= today).collect();
    standing.sort_by_key(|round| round.starts_on);
    let mut free_from = today;
    let mut gaps = Vec::new();
    for round in standing {
        if let Some(before) = round.starts_on.pred_opt().filter(|before| *before >= free_from) {
            gaps.push((free_from, before));
        }
        free_from = round.ends_on.succ_opt().unwrap_or(round.ends_on).max(free_from);
    }
    gaps
}

/// A week of the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// The round that has most of its days, and where that stands.
    pub round: Option<(i64, RoundState)>,
    /// Whether it is this week.
    pub is_now: bool,
}

/// A year of weeks around today, oldest first.
pub fn strip(rounds: &[RoundRow], today: NaiveDate) -> Vec<Week> {
    let this = Period::containing(today, Resolution::Week).start();
    let first = this.checked_sub_days(Days::new(7 * WEEKS_BEFORE)).unwrap_or(this);
    (0..WEEKS_SHOWN)
        .filter_map(|week| first.checked_add_days(Days::new(7 * week)))
        .map(|monday| {
            let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
            let days =
                |round: &&RoundRow| (round.ends_on.min(sunday) - round.starts_on.max(monday)).num_days() + 1;
            // Of two that share a week, one that counts goes before one that was declared void.
            let round = rounds
                .iter()
                .filter(|round| days(round) > 0)
                .max_by_key(|round| (round.state != RoundState::Voided, days(round)));
            Week { monday, round: round.map(|round| (round.number, round.state)), is_now: monday == this }
        })
        .collect()
}

/// The round that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenRound {
    /// The round.
    pub row: RoundRow,
    /// What it asks.
    pub questions: Vec<Question>,
    /// When it closes and when its release is due, where the organisation is: `2026-11-23 00:00`.
    pub times: RoundTimes,
}

/// When something happens to a round by itself, where the organisation is: `2026-11-23 00:00`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundTimes {
    /// The first moment at which no ballot is taken any more.
    pub closes_at: String,
    /// The first moment at which it can be released.
    pub released_from: String,
    /// Name of the time zone.
    pub timezone: String,
}

/// The calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarPage {
    /// Today, where the organisation is.
    pub today: NaiveDate,
    /// The open round.
    pub open: Option<OpenRound>,
    /// Every round, latest first day first.
    pub rounds: Vec<RoundRow>,
    /// A year of weeks.
    pub weeks: Vec<Week>,
    /// How the rounds go on after the last one; none while there is no round.
    pub next: Option<Continuation>,
    /// Days without a round between rounds, from today on.
    pub gaps: Vec<(NaiveDate, NaiveDate)>,
    /// Whether the person may change anything here.
    pub may_manage: bool,
}

/// Something that can be done to a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundAct {
    /// Other days, purpose or dates for a planned round.
    Edit,
    /// A planned round is taken out of the calendar.
    Delete,
    /// The open round closes now.
    Close,
    /// An earlier review date: no round opens after it.
    Stop,
    /// The round does not count.
    Void,
}

impl RoundAct {
    /// All acts.
    pub const ALL: [Self; 5] = [Self::Edit, Self::Delete, Self::Close, Self::Stop, Self::Void];

    /// The word used in addresses and, after `round-`, in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Delete => "delete",
            Self::Close => "close",
            Self::Stop => "stop",
            Self::Void => "void",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }

    /// Whether the person has to show first that it is them.
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::Void)
    }

    /// Whether it can be done to a round in this state. Only the last round can be stopped after: the others
    /// have a successor already.
    pub fn fits(self, state: RoundState, is_last: bool) -> bool {
        use RoundState::{Closed, Open, Planned, Released, Voided};
        match self {
            Self::Edit | Self::Delete => state == Planned,
            Self::Close => state == Open,
            Self::Stop => is_last && !matches!(state, Planned | Voided),
            Self::Void => matches!(state, Open | Closed | Released),
        }
    }
}

/// A round's page, and the page of something that can be done to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundPage {
    /// The round.
    pub row: RoundRow,
    /// What it asks.
    pub questions: Vec<Question>,
    /// When it closes and is released.
    pub times: RoundTimes,
    /// Today, where the organisation is.
    pub today: NaiveDate,
    /// What this person can do to it.
    pub acts: Vec<RoundAct>,
}

/// The page on which a round is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRoundPage {
    /// Today, where the organisation is.
    pub today: NaiveDate,
    /// First day that the form proposes.
    pub starts_on: NaiveDate,
    /// The last round, whose settings the form proposes.
    pub last: Option<RoundRow>,
    /// What each length would have shown.
    pub shares: Shares,
}

/// What share of teams × rounds would have had enough answers, by length of the round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shares {
    /// Nothing has been released in the last half year.
    NoRounds,
    /// One share for a few teams would say something about one of them.
    TooFewTeams,
    /// Share in %, in steps of 5, for each of [`LENGTHS`]; none where the rounds so far cannot tell.
    Known([Option<u8>; 3]),
}

/// A round as a form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
        } else if (self.review_on - today).num_days() > FARTHEST_REVIEW {
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

    fn row(number: i64, starts: &str, ends: &str, state: RoundState) -> RoundRow {
        RoundRow {
            number,
            starts_on: day(starts),
            ends_on: day(ends),
            state,
            purpose: "Test".to_owned(),
            discussed_on: day("2026-10-01"),
            review_on: day("2027-10-01"),
            released_on: None,
            void_reason: None,
        }
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
        assert_eq!(with("2026-11-23", "2099-01-01"), [(Field::ReviewOn, Why::TooFar)]);
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

    #[test]
    fn rounds_go_on_until_the_review_and_not_after_a_long_silence() {
        let last = (day("2026-11-16"), day("2026-11-22"));
        let on = |review: &str, today: &str| continuation(last, day(review), day(today));
        assert_eq!(on("2027-10-01", "2026-11-21"), Continuation::From(day("2026-11-23")));
        assert_eq!(
            on("2027-10-01", "2026-12-16"),
            Continuation::From(day("2026-12-14")),
            "this week's Monday"
        );
        assert_eq!(on("2026-11-22", "2026-11-21"), Continuation::ReviewDue);
        assert_eq!(on("2027-10-01", "2026-12-20"), Continuation::From(day("2026-12-14")));
        assert_eq!(on("2027-10-01", "2026-12-21"), Continuation::Interrupted);
        assert_eq!(on("2028-10-01", "2027-11-21"), Continuation::Interrupted, "a clock a year ahead");
    }

    #[test]
    fn days_without_a_round_are_found_between_rounds_and_before_the_first() {
        let rounds = [
            row(4, "2026-12-14", "2026-12-20", RoundState::Planned),
            row(3, "2026-11-30", "2026-12-06", RoundState::Voided),
            row(2, "2026-11-23", "2026-11-29", RoundState::Planned),
            row(1, "2026-11-02", "2026-11-08", RoundState::Released),
        ];
        assert_eq!(
            gaps(&rounds, day("2026-11-21")),
            [(day("2026-11-21"), day("2026-11-22")), (day("2026-11-30"), day("2026-12-13"))]
        );
        assert_eq!(gaps(&rounds[..0], day("2026-11-21")), []);
    }

    #[test]
    fn the_strip_is_a_year_with_this_week_in_it_and_each_week_under_its_round() {
        let rounds = [
            row(3, "2026-11-18", "2026-11-24", RoundState::Open),
            row(2, "2026-11-16", "2026-11-22", RoundState::Voided),
            row(1, "2026-11-02", "2026-11-15", RoundState::Released),
        ];
        let weeks = strip(&rounds, day("2026-11-21"));
        assert_eq!(weeks.len(), 52);
        assert_eq!(weeks.iter().filter(|week| week.is_now).count(), 1);
        let of = |monday: &str| weeks.iter().find(|week| week.monday == day(monday)).unwrap().round;
        assert_eq!(of("2026-11-02"), Some((1, RoundState::Released)));
        assert_eq!(of("2026-11-09"), Some((1, RoundState::Released)));
        assert_eq!(of("2026-11-16"), Some((3, RoundState::Open)), "what counts goes first");
        assert_eq!(of("2026-11-23"), Some((3, RoundState::Open)));
        assert_eq!(of("2026-11-30"), None);
    }

    #[test]
    fn what_can_be_done_depends_on_the_state() {
        let acts = |state, is_last| {
            RoundAct::ALL.into_iter().filter(|act| act.fits(state, is_last)).collect::<Vec<_>>()
        };
        assert_eq!(acts(RoundState::Planned, true), [RoundAct::Edit, RoundAct::Delete]);
        assert_eq!(acts(RoundState::Open, true), [RoundAct::Close, RoundAct::Stop, RoundAct::Void]);
        assert_eq!(acts(RoundState::Released, false), [RoundAct::Void]);
        assert_eq!(acts(RoundState::Voided, true), []);
    }
}
