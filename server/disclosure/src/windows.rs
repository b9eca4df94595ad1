//! R1b: over how many rounds a small unit reports at once.
//!
//! A window is chosen before a quarter begins, from the size of the roster and from earlier turnout and never
//! from the answers, so the choice tells nothing about them. A bad choice costs figures, not secrecy: whether
//! a figure is shown is decided by the release, which counts each person once in a window.
//!
//! Windows of a quarter follow each other without overlap, and each lies inside one window of every longer
//! kind. So two figures of the same unit never share a part of their rounds.

use std::ops::Range;

use crate::threshold::Threshold;

/// How many consecutive rounds a unit reports over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Window {
    /// Each round.
    One,
    /// Two rounds.
    Two,
    /// Four rounds.
    Four,
    /// A whole quarter.
    Thirteen,
}

/// Turnout of a unit in earlier rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EarlierTurnout {
    /// Ballots cast.
    pub ballots: u64,
    /// Ballots possible: people on the roster, summed over the rounds.
    pub possible: u64,
}

/// Share of a roster expected to answer where nothing is known yet. A guess to start from, replaced by the
/// first turnout.
const RATE_WITHOUT_HISTORY: f64 = 0.6;

impl Window {
    /// All windows, the shortest first.
    pub const ALL: [Self; 4] = [Self::One, Self::Two, Self::Four, Self::Thirteen];

    /// Number of rounds.
    #[must_use]
    pub const fn rounds(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Four => 4,
            Self::Thirteen => 13,
        }
    }

    /// The window with this number of rounds, if there is one.
    #[must_use]
    pub fn of_rounds(rounds: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|window| window.rounds() == rounds)
    }

    /// The shortest window in which enough different people can be expected to answer; the longest one if no
    /// window is long enough but the roster is. None for a roster below the threshold, which no window helps.
    ///
    /// Expected are N(1−(1−p)^w) people in w rounds, for N on the roster of whom each answers a round with
    /// probability p, less one standard deviation of that number. It is taken as if people answered
    /// independently of earlier rounds, which is too hopeful where always the same do not answer.
    #[must_use]
    pub fn choose(roster: u32, earlier: Option<EarlierTurnout>, threshold: Threshold) -> Option<Self> {
        if !threshold.allows(roster.into()) {
            return None;
        }
        let rate = match earlier {
            Some(known) if known.possible > 0 => (known.ballots as f64 / known.possible as f64).min(1.0),
            _ => RATE_WITHOUT_HISTORY,
        };
        let is_long_enough = |window: &Self| {
            let people = f64::from(roster);
            let silent = (1.0 - rate).powi(window.rounds() as i32);
            let expected = people * (1.0 - silent);
            expected - (expected * silent).sqrt() >= f64::from(threshold.get())
        };
        Some(Self::ALL.into_iter().find(is_long_enough).unwrap_or(Self::Thirteen))
    }

    /// The windows of a quarter, as ranges of its rounds counted from zero. Rounds left over at the end join
    /// the last window; a quarter shorter than the window is one window.
    ///
    /// A quarter of 13 rounds has windows of four at 0–3, 4–7 and 8–12.
    #[must_use]
    pub fn in_quarter(self, rounds_in_quarter: u32) -> Vec<Range<u32>> {
        let whole = (rounds_in_quarter / self.rounds()).max(1);
        (0..whole)
            .map(|index| {
                let end = if index + 1 == whole { rounds_in_quarter } else { (index + 1) * self.rounds() };
                index * self.rounds()..end
            })
            .filter(|range| !range.is_empty())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(roster: u32, per_cent: u64) -> Option<u32> {
        let earlier = EarlierTurnout { ballots: per_cent, possible: 100 };
        Window::choose(roster, Some(earlier), Threshold::DEFAULT).map(Window::rounds)
    }

    #[test]
    fn a_roster_below_the_threshold_has_no_window() {
        assert_eq!(chosen(4, 100), None);
        assert_eq!(chosen(5, 100), Some(1));
    }

    #[test]
    fn the_smaller_the_team_the_longer_the_window() {
        // In one round 60 % of 11 are 6.6, less 1.62 is 4.98; of 12 are 7.2, less 1.70 is 5.50.
        // In two rounds 84 % of 7 are 5.88, less 0.97 is 4.91; of 8 are 6.72, less 1.04 is 5.68.
        assert_eq!([30, 12, 11, 8, 7, 5].map(|roster| chosen(roster, 60)), [1, 1, 2, 2, 4, 13].map(Some));
    }

    #[test]
    fn the_lower_the_turnout_the_longer_the_window() {
        // At 40 % two rounds reach 6.4 of ten, less 1.52 is 4.88; at 50 % they reach 7.5, less 1.37 is 6.13.
        assert_eq!([90, 50, 40, 15, 1, 0].map(|rate| chosen(10, rate)), [1, 2, 4, 13, 13, 13].map(Some));
    }

    #[test]
    fn without_history_six_of_ten_are_expected() {
        for earlier in [None, Some(EarlierTurnout { ballots: 0, possible: 0 })] {
            assert_eq!(Window::choose(11, earlier, Threshold::DEFAULT), Some(Window::Two));
            assert_eq!(Window::choose(12, earlier, Threshold::DEFAULT), Some(Window::One));
        }
    }

    #[test]
    fn windows_of_a_quarter_follow_each_other_and_leave_no_round_out() {
        for rounds in [3, 6, 7, 12, 13, 14] {
            for window in Window::ALL {
                let mut next = 0;
                for range in window.in_quarter(rounds) {
                    assert_eq!(range.start, next, "{window:?} in {rounds}");
                    next = range.end;
                }
                assert_eq!(next, rounds, "{window:?} in {rounds}");
            }
        }
        assert_eq!(Window::Four.in_quarter(13), [0..4, 4..8, 8..13]);
        assert!(Window::One.in_quarter(0).is_empty());
    }

    #[test]
    fn shorter_windows_lie_inside_longer_ones() {
        for rounds in [3, 6, 7, 12, 13, 14] {
            for pair in Window::ALL.windows(2) {
                let longer = pair[1].in_quarter(rounds);
                for short in pair[0].in_quarter(rounds) {
                    let holds = |long: &Range<u32>| long.start <= short.start && short.end <= long.end;
                    assert!(longer.iter().any(holds), "{short:?} of {rounds}");
                }
            }
        }
    }

    #[test]
    fn a_window_is_known_by_its_number_of_rounds() {
        assert_eq!(Window::ALL.map(Window::rounds), [1, 2, 4, 13]);
        for window in Window::ALL {
            assert_eq!(Window::of_rounds(window.rounds()), Some(window));
        }
        assert_eq!(Window::of_rounds(3), None);
    }
}
