//! R5: what a figure may say when a few people joined or left since the last one.
//!
//! The difference between two figures of nearly the same people speaks about those who came and went. With
//! fewer of them than the threshold, the second figure is either separated from the first or not made. In
//! units with many answers one person moves a rounded figure too little for that.
//!
//! # What is left open
//! Neither guard makes a leaver invisible to somebody who follows a small team for long. A break tells readers
//! not to compare, and hides nothing. In a simulated team of seven whose members hardly change their minds,
//! watched for half a year on each side of one member's leaving, the best linear guess about that member's
//! usual answer has a quarter less error with exact means after than without; steps of five points leave a
//! seventh, and holding the figures for a quarter leaves a ninth (`tests/all/one_leaver.rs`).

use crate::threshold::Threshold;

/// From this many answers on, a small change of the roster is not looked at. Unit: people.
pub const MANY_ANSWERS: u64 = 20;

/// A held figure is replaced at the latest after this time.
pub const WEEKS_IN_QUARTER: u32 = 13;

/// What an organisation wants done about small changes of a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RosterGuard {
    /// Show the figure, with a break before it.
    #[default]
    Mark,
    /// Keep the earlier figure for a while.
    Hold,
}

/// A unit since its last released figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SinceLastRelease {
    /// People on one roster and not on the other: joiners and leavers both count.
    pub changed: u64,
    /// People who answered now.
    pub answered: u64,
    /// Weeks since the figure that was released last, and not merely carried forward.
    pub weeks: u32,
}

/// How a new figure relates to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continuity {
    /// The series goes on, and changes may be told.
    Continues,
    /// The figure is released, but no change is told across this point and no point beside it is a signal.
    Breaks,
    /// No figure is released: the earlier one is shown again, marked as held.
    Held,
}

/// Decides how a figure that passed the [`release`](fn@crate::release) relates to the one before.
///
/// A change of nobody, or of at least `threshold` people, or in a unit with [`MANY_ANSWERS`] lets the series
/// continue. Otherwise `guard` decides; holding ends with a break after [`WEEKS_IN_QUARTER`].
#[must_use]
pub fn continuity(since: SinceLastRelease, threshold: Threshold, guard: RosterGuard) -> Continuity {
    if threshold.is_harmless(since.changed) || since.answered >= MANY_ANSWERS {
        return Continuity::Continues;
    }
    match guard {
        RosterGuard::Hold if since.weeks < WEEKS_IN_QUARTER => Continuity::Held,
        RosterGuard::Hold | RosterGuard::Mark => Continuity::Breaks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Continuity::{Breaks, Continues, Held};

    fn decided(changed: u64, answered: u64, weeks: u32) -> (Continuity, Continuity) {
        let since = SinceLastRelease { changed, answered, weeks };
        let by = |guard| continuity(since, Threshold::DEFAULT, guard);
        (by(RosterGuard::Mark), by(RosterGuard::Hold))
    }

    #[test]
    fn an_unchanged_roster_continues_the_series() {
        assert_eq!(decided(0, 7, 1), (Continues, Continues));
    }

    #[test]
    fn one_to_four_people_break_or_hold_the_series() {
        assert_eq!(decided(1, 7, 1), (Breaks, Held));
        assert_eq!(decided(4, 19, 1), (Breaks, Held));
    }

    #[test]
    fn as_many_people_as_the_threshold_hide_each_other() {
        assert_eq!(decided(5, 7, 1), (Continues, Continues));
    }

    #[test]
    fn in_a_unit_with_twenty_answers_nobody_stands_out() {
        assert_eq!(decided(1, 20, 1), (Continues, Continues));
    }

    #[test]
    fn holding_ends_after_a_quarter_with_a_break() {
        assert_eq!(decided(1, 7, 12), (Breaks, Held));
        assert_eq!(decided(1, 7, 13), (Breaks, Breaks));
    }

    #[test]
    fn marking_is_what_happens_unless_asked_otherwise() {
        assert_eq!(RosterGuard::default(), RosterGuard::Mark);
    }
}
