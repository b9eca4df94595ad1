//! The calendar's arithmetic: how rounds go on by themselves, days without one, a year in weeks.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{RoundRow, RoundState};
use crate::period::{Period, Resolution};

/// Days after the last round within which the next one still begins by itself. A longer silence is either
/// meant or a clock that runs wrong, and in both cases a person should say when to go on.
pub const LONGEST_SILENCE: i64 = 28;
/// Weeks that the strip shows before this one, and in all.
const WEEKS_BEFORE: u64 = 38;
const WEEKS_SHOWN: u64 = 52;

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
}
