//! R1b: over how many rounds a small unit reports at once.
//!
//! A figure of a few people each round is a diary of who was there: whoever knows the shift plan or the
//! holidays solves the sums of a year for the person who is unhappy. Over a third of a quarter most have
//! answered at least once, and the sums differ little. The attack is `cargo run -p disclosure --release
//! --example shift_plan`.
//!
//! A window is fixed before a quarter begins, from the roster and from what was shown in the quarter before,
//! never from who answers. Windows of a quarter follow each other without overlap, and each lies inside one
//! window of every longer kind. So two figures of the same unit never share a part of their rounds.

use std::fmt;
use std::ops::Range;

use crate::threshold::Threshold;
use crate::tree::{Shape, TreeError};

/// The smallest roster that may report every round. Unit: people. At least [`EveryRoundFrom::FLOOR`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EveryRoundFrom(u32);

impl EveryRoundFrom {
    /// Below this many people no organisation may report every round.
    pub const FLOOR: u32 = 8;

    /// Unless the organisation chose otherwise.
    pub const DEFAULT: Self = Self(12);

    /// The number of people.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Default for EveryRoundFrom {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl TryFrom<u32> for EveryRoundFrom {
    type Error = EveryRoundFromTooLow;

    /// # Errors
    /// [`EveryRoundFromTooLow`] for fewer people than [`EveryRoundFrom::FLOOR`].
    fn try_from(people: u32) -> Result<Self, EveryRoundFromTooLow> {
        if people < Self::FLOOR { Err(EveryRoundFromTooLow { asked: people }) } else { Ok(Self(people)) }
    }
}

/// A roster below [`EveryRoundFrom::FLOOR`] was to report every round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EveryRoundFromTooLow {
    /// The number of people asked for.
    pub asked: u32,
}

impl fmt::Display for EveryRoundFromTooLow {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "units of {} people are too small to report every round, the smallest that may have {}",
            self.asked,
            EveryRoundFrom::FLOOR
        )
    }
}

impl std::error::Error for EveryRoundFromTooLow {}

/// Over which part of a quarter a unit reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Window {
    /// Each round.
    One,
    /// A third of the quarter.
    Third,
    /// The whole quarter.
    Quarter,
}

/// What became of a unit's figures in the quarter before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastQuarter {
    /// The window it had.
    pub window: Window,
    /// Figures of the core questions that were shown.
    pub shown: u32,
    /// Figures of the core questions that could have been, void ones left out.
    pub due: u32,
}

impl LastQuarter {
    /// Fewer than half of the figures were shown.
    const fn was_mostly_hidden(self) -> bool {
        (self.shown as u64) * 2 < self.due as u64
    }
}

impl Window {
    /// All windows, the shortest first.
    pub const ALL: [Self; 3] = [Self::One, Self::Third, Self::Quarter];

    /// Rounds it has in a quarter of thirteen, the last third one more. Also the number it is stored by.
    #[must_use]
    pub const fn rounds(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Third => 4,
            Self::Quarter => 13,
        }
    }

    /// The window with this number of rounds, if there is one.
    #[must_use]
    pub fn of_rounds(rounds: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|window| window.rounds() == rounds)
    }

    /// The next longer window; none is longer than a quarter.
    const fn longer(self) -> Self {
        match self {
            Self::One => Self::Third,
            Self::Third | Self::Quarter => Self::Quarter,
        }
    }

    /// The window of a unit for the quarter that begins. None for a roster below the threshold, which no
    /// window helps.
    ///
    /// From `every_round_from` people on it is each round, below a third. A unit most of whose figures were
    /// hidden in the quarter before gets the next longer one; one that was given a longer window keeps it, as
    /// how many would have answered each round is not to be looked at.
    #[must_use]
    pub fn choose(
        roster: u32,
        last: Option<LastQuarter>,
        every_round_from: EveryRoundFrom,
        threshold: Threshold,
    ) -> Option<Self> {
        if !threshold.allows(roster.into()) {
            return None;
        }
        let by_roster = if roster < every_round_from.get() { Self::Third } else { Self::One };
        Some(match last {
            Some(last) if last.was_mostly_hidden() => by_roster.max(last.window.longer()),
            Some(last) => by_roster.max(last.window),
            None => by_roster,
        })
    }

    /// The windows of a quarter, as ranges of its rounds counted from zero. No round is left over: thirds of
    /// 13 rounds are 0–3, 4–7 and 8–12.
    #[must_use]
    pub fn in_quarter(self, rounds_in_quarter: u32) -> Vec<Range<u32>> {
        let parts = match self {
            Self::One => rounds_in_quarter,
            Self::Third => 3,
            Self::Quarter => 1,
        };
        // In wider numbers, as no count of rounds is too large for them.
        let start = |part: u32| u64::from(part) * u64::from(rounds_in_quarter) / u64::from(parts.max(1));
        let bound = |part: u32| u32::try_from(start(part)).unwrap_or(rounds_in_quarter);
        (0..parts).map(|part| bound(part)..bound(part + 1)).filter(|range| !range.is_empty()).collect()
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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

    fn chosen(roster: u32, last: Option<LastQuarter>) -> Option<Window> {
        Window::choose(roster, last, EveryRoundFrom::DEFAULT, Threshold::DEFAULT)
    }

    fn last(window: Window, shown: u32, due: u32) -> Option<LastQuarter> {
        Some(LastQuarter { window, shown, due })
    }

    #[test]
    fn a_roster_below_the_threshold_has_no_window() {
        assert_eq!(chosen(4, None), None);
        assert_eq!(chosen(4, last(Window::Quarter, 1, 1)), None);
        assert_eq!(chosen(5, None), Some(Window::Third));
    }

    #[test]
    fn eleven_people_report_over_a_third_of_the_quarter_and_twelve_every_round() {
        assert_eq!(chosen(11, None), Some(Window::Third));
        assert_eq!(chosen(12, None), Some(Window::One));
        let lowered = EveryRoundFrom::try_from(8).unwrap();
        let by_eight = |roster| Window::choose(roster, None, lowered, Threshold::DEFAULT);
        assert_eq!((by_eight(7), by_eight(8)), (Some(Window::Third), Some(Window::One)));
    }

    #[test]
    fn nobody_may_let_seven_people_report_every_round() {
        assert_eq!(EveryRoundFrom::try_from(7), Err(EveryRoundFromTooLow { asked: 7 }));
        assert_eq!(
            EveryRoundFromTooLow { asked: 7 }.to_string(),
            "units of 7 people are too small to report every round, the smallest that may have 8"
        );
        assert_eq!(EveryRoundFrom::default().get(), 12);
    }

    #[test]
    fn a_unit_mostly_hidden_last_quarter_reports_over_longer_windows() {
        assert_eq!(chosen(14, last(Window::One, 12, 26)), Some(Window::Third));
        assert_eq!(chosen(14, last(Window::One, 13, 26)), Some(Window::One));
        assert_eq!(chosen(9, last(Window::Third, 2, 6)), Some(Window::Quarter));
        assert_eq!(chosen(9, last(Window::Quarter, 0, 2)), Some(Window::Quarter));
        assert_eq!(chosen(14, last(Window::One, 0, 0)), Some(Window::One));
    }

    #[test]
    fn a_longer_window_is_kept_and_never_shorter_than_the_roster_asks() {
        assert_eq!(chosen(14, last(Window::Third, 6, 6)), Some(Window::Third));
        assert_eq!(chosen(9, last(Window::One, 26, 26)), Some(Window::Third));
    }

    #[test]
    fn windows_of_a_quarter_follow_each_other_and_leave_no_round_out() {
        for rounds in [1, 2, 3, 6, 7, 12, 13, 14] {
            for window in Window::ALL {
                let mut next = 0;
                for range in window.in_quarter(rounds) {
                    assert_eq!(range.start, next, "{window:?} in {rounds}");
                    next = range.end;
                }
                assert_eq!(next, rounds, "{window:?} in {rounds}");
            }
        }
        assert_eq!(Window::Third.in_quarter(13), [0..4, 4..8, 8..13]);
        assert_eq!(Window::Third.in_quarter(3), [0..1, 1..2, 2..3]);
        assert_eq!(Window::Quarter.in_quarter(13).len(), 1);
        assert_eq!(Window::One.in_quarter(13).len(), 13);
        assert!(Window::One.in_quarter(0).is_empty());
    }

    #[test]
    fn shorter_windows_lie_inside_longer_ones() {
        for rounds in [1, 2, 3, 6, 7, 12, 13, 14] {
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
        assert_eq!(Window::ALL.map(Window::rounds), [1, 4, 13]);
        for window in Window::ALL {
            assert_eq!(Window::of_rounds(window.rounds()), Some(window));
        }
        assert_eq!(Window::of_rounds(2), None);
    }

    #[test]
    fn no_team_reports_more_often_than_the_unit_above() {
        let unit = |id, parent, own| UnitWindow { id, parent, own };
        let (one, third, quarter) = (Some(Window::One), Some(Window::Third), Some(Window::Quarter));
        let units = [
            unit(3, Some(2), one),
            unit(1, None, one),
            unit(2, Some(1), third),
            unit(4, Some(2), quarter),
            unit(5, Some(1), None),
            unit(6, Some(5), one),
        ];
        assert_eq!(never_shorter_than_above(&units), Ok(vec![third, one, third, quarter, None, None]));
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
