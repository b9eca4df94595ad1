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
use crate::tree::{Shape, TreeError};

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

/// A unit and the window it would have by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitWindow<Id = i64> {
    /// Distinguishes the unit.
    pub id: Id,
    /// The unit above.
    pub parent: Option<Id>,
    /// The window for the unit and everything below, see [`Window::choose`]. None for a unit that never
    /// reports.
    pub own: Option<Window>,
}

/// The window of each unit, in the order of `units`: its own or that of the unit above, whichever is longer.
/// Below a unit that never reports none does.
///
/// # Errors
/// [`TreeError`] when the units are no organisation.
pub fn never_shorter_than_above<Id: Ord + Clone>(
    units: &[UnitWindow<Id>],
) -> Result<Vec<Option<Window>>, TreeError<Id>> {
    let shape = Shape::new(units.iter().map(|unit| (&unit.id, unit.parent.as_ref())))?;
    let mut windows: Vec<Option<Window>> = units.iter().map(|unit| unit.own).collect();
    for index in shape.top_down() {
        if let Some(above) = shape.parent[index] {
            windows[index] = windows[index].zip(windows[above]).map(|(own, above)| own.max(above));
        }
    }
    Ok(windows)
}

/// What is known of one question in one unit and round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ballots {
    /// Ballots cast.
    pub cast: u32,
    /// Of these, ballots with an answer to the question. At most `cast`.
    pub answers: u32,
}

/// At least so many different people answered a question within some rounds, where it is known how many took
/// part (`people`, see [`people_who_took_part`]) but not who skipped the question.
///
/// In one round each ballot is another person's. Over the rounds each skipped ballot can silence one person.
/// To leave some people out, say those counted in another unit, take their ballots off both numbers of each
/// round.
#[must_use]
pub fn people_who_answered(people: u32, rounds: &[Ballots]) -> u32 {
    let most_in_a_round = rounds.iter().map(|round| round.answers).max().unwrap_or(0);
    let skipped =
        rounds.iter().map(|round| round.cast.saturating_sub(round.answers)).fold(0_u32, u32::saturating_add);
    people.saturating_sub(skipped).max(most_in_a_round)
}

/// At least so many different people took part in a unit within some rounds: `known` people who signed in,
/// and those who used a one-time code, of whom only the number in each round is known.
///
/// The same people can have used the codes of all rounds, so only the round with most of them counts. It is
/// taken that nobody both signs in and uses codes, and that the people behind the codes of two units are not
/// the same.
#[must_use]
pub fn people_who_took_part(known: u32, codes_by_round: &[u32]) -> u32 {
    known.saturating_add(codes_by_round.iter().copied().max().unwrap_or(0))
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

    #[test]
    fn no_team_reports_more_often_than_the_unit_above() {
        let unit = |id, parent, own| UnitWindow { id, parent, own };
        let (one, two, four) = (Some(Window::One), Some(Window::Two), Some(Window::Four));
        let units = [
            unit(3, Some(2), one),
            unit(1, None, one),
            unit(2, Some(1), two),
            unit(4, Some(2), four),
            unit(5, Some(1), None),
            unit(6, Some(5), one),
        ];
        assert_eq!(never_shorter_than_above(&units), Ok(vec![two, one, two, four, None, None]));
        assert_eq!(never_shorter_than_above(&[unit(1, Some(2), one)]).ok(), None);
    }

    fn answered(people: u32, ballots: &[(u32, u32)]) -> u32 {
        let rounds: Vec<Ballots> = ballots.iter().map(|&(cast, answers)| Ballots { cast, answers }).collect();
        people_who_answered(people, &rounds)
    }

    #[test]
    fn each_skipped_ballot_can_silence_a_person() {
        assert_eq!(answered(9, &[(6, 6), (5, 5)]), 9);
        assert_eq!(answered(9, &[(6, 5), (5, 4)]), 7);
    }

    #[test]
    fn at_least_the_people_of_the_fullest_round_answered() {
        assert_eq!(answered(6, &[(6, 5), (6, 2), (6, 2)]), 5);
        assert_eq!(answered(3, &[(3, 0), (3, 0)]), 0);
        assert_eq!(answered(0, &[]), 0);
    }

    #[test]
    fn codes_of_different_rounds_can_be_the_same_people() {
        assert_eq!(people_who_took_part(4, &[2, 3, 1]), 7);
        assert_eq!(people_who_took_part(4, &[]), 4);
        assert_eq!(people_who_took_part(u32::MAX, &[1]), u32::MAX);
    }
}
