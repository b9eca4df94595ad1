//! Laws that hold for every calendar, clock and case.

use chrono::TimeDelta;
use proptest::prelude::*;
use worktime::{Act, Run, State, course};

use crate::made::{acts, any_clock, calendar_and_instant, events};

fn elapsed_and_paused(run: &Run) -> Option<(i64, i64)> {
    run.figures.as_ref().ok().map(|figures| (figures.elapsed, figures.paused))
}

proptest! {
    #[test]
    fn the_parts_of_a_period_add_up_to_it(
        (calendar, from) in calendar_and_instant(), first in 0_i64..500_000, second in 0_i64..500_000,
    ) {
        let middle = from + TimeDelta::seconds(first);
        let to = middle + TimeDelta::seconds(second);
        let whole = calendar.working_seconds(from, to);
        prop_assert_eq!(whole, calendar.working_seconds(from, middle) + calendar.working_seconds(middle, to));
        prop_assert!((0..=first + second).contains(&whole));
        prop_assert_eq!(calendar.working_seconds(to, from), 0);
    }

    #[test]
    fn working_time_added_is_measured_again_and_not_a_second_sooner(
        (calendar, from) in calendar_and_instant(), seconds in 1_i64..400_000,
    ) {
        if let Some(after) = calendar.after(from, seconds) {
            prop_assert_eq!(calendar.working_seconds(from, after), seconds);
            prop_assert_eq!(calendar.working_seconds(from, after - TimeDelta::seconds(1)), seconds - 1);
        } else {
            prop_assert_eq!(calendar.next_open(from), None);
        }
    }

    #[test]
    fn working_time_added_in_two_steps_is_the_same_as_in_one(
        (calendar, from) in calendar_and_instant(), first in 1_i64..90_000, second in 1_i64..90_000,
    ) {
        let stepped = calendar.after(from, first).and_then(|middle| calendar.after(middle, second));
        prop_assert_eq!(stepped, calendar.after(from, first + second));
    }

    #[test]
    fn a_pause_never_adds_to_what_is_used_up_and_never_hastens_what_is_due(
        (calendar, received) in calendar_and_instant(), clock in any_clock(), acts in acts(b"prn"),
        looks_after in 0_i64..9000,
    ) {
        let as_of = received + TimeDelta::minutes(looks_after);
        let runs = |acts| course(&calendar, &clock, &events(received, acts), as_of).runs;
        let (with, without) = (runs(acts), runs(Vec::new()));
        if let (Ok(with), Ok(without)) = (&with[0].figures, &without[0].figures) {
            prop_assert_eq!(with.elapsed + with.paused, without.elapsed);
            prop_assert_eq!(with.budget, without.budget);
            prop_assert!(with.due.is_none_or(|due| Some(due) >= without.due));
            prop_assert!(!with.is_late() || without.is_late());
        }
    }

    #[test]
    fn a_hand_over_moves_nothing_and_shares_add_up(
        (calendar, received) in calendar_and_instant(), clock in any_clock(), acts in acts(b"hhhprieuao"),
        looks_after in 0_i64..9000,
    ) {
        let as_of = received + TimeDelta::minutes(looks_after);
        let is_hand_over = |act: &Act| matches!(act, Act::HandedOver { .. });
        // The gap of a hand-over that is left out goes to the next event.
        let mut gap = 0;
        let without: Vec<_> = acts.iter().filter_map(|(minutes, act)| {
            gap += minutes;
            (!is_hand_over(act)).then(|| (std::mem::take(&mut gap), act.clone()))
        }).collect();
        let with = course(&calendar, &clock, &events(received, acts), as_of).runs;
        let without = course(&calendar, &clock, &events(received, without), as_of).runs;
        prop_assert_eq!(with.len(), without.len());
        for (with, without) in with.into_iter().zip(without) {
            let (Ok(mut with), Ok(without)) = (with.figures, without.figures) else { continue };
            prop_assert_eq!(with.shares.iter().map(|share| share.1).sum::<i64>(), with.elapsed);
            with.shares.clone_from(&without.shares);
            prop_assert_eq!(with, without);
        }
    }

    #[test]
    fn what_is_refused_changes_nothing(
        (calendar, received) in calendar_and_instant(), clock in any_clock(), acts in acts(b"pprrheeiuaon"),
        looks_after in 0_i64..12_000,
    ) {
        let as_of = received + TimeDelta::minutes(looks_after);
        let all = events(received, acts);
        let first = course(&calendar, &clock, &all, as_of);
        let taken = all.iter().enumerate().filter(|(n, _)| first.refused.iter().all(|refused| refused.event != *n));
        let taken: Vec<_> = taken.map(|(_, event)| event.clone()).collect();
        let second = course(&calendar, &clock, &taken, as_of);
        prop_assert_eq!(second.runs, first.runs);
        prop_assert_eq!(second.refused, vec![]);
    }

    #[test]
    fn nothing_used_up_is_given_back_as_time_passes_and_lateness_follows_the_due_instant(
        (calendar, received) in calendar_and_instant(), clock in any_clock(), acts in acts(b"prhuao"),
        looks_after in 0_i64..9000, later in 0_i64..3000,
    ) {
        let events = events(received, acts);
        let early = received + TimeDelta::minutes(looks_after);
        let late = early + TimeDelta::minutes(later);
        let runs_then = course(&calendar, &clock, &events, early).runs;
        let runs_later = course(&calendar, &clock, &events, late).runs;
        for (then, later) in runs_then.iter().zip(&runs_later) {
            if let (Some(then), Some(later)) = (elapsed_and_paused(then), elapsed_and_paused(later)) {
                prop_assert!(then.0 <= later.0 && then.1 <= later.1);
            }
        }
        for run in &runs_later {
            let Ok(figures) = &run.figures else { continue };
            let end = figures.stopped_at.unwrap_or(late);
            if let Some(due) = figures.due.filter(|_| figures.state != State::Paused) {
                let worked_since = calendar.working_seconds(due, end);
                prop_assert!(!figures.is_late() || worked_since > 0);
                prop_assert!(figures.paused > 0 || figures.is_late() == (worked_since > 0));
                prop_assert!(figures.warn_at.is_some_and(|warn| warn <= due));
            }
        }
    }
}
