//! The smallest number of people a figure may speak about.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The smallest group that may be shown or derived, usually written *k*. Unit: people. At least
/// [`Threshold::FLOOR`].
///
/// There is no way to build a smaller one, so code that holds a `Threshold` need not check it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Threshold(u32);

impl Threshold {
    /// The lowest threshold that exists. In a group of two, each person learns the other's answer from the
    /// mean.
    pub const FLOOR: u32 = 3;

    /// For figures, unless the organisation chose otherwise.
    pub const DEFAULT: Self = Self::at_least_floor(5);

    /// For distributions, unless the organisation chose otherwise: a distribution tells more than a mean.
    pub const DISTRIBUTION_DEFAULT: Self = Self::at_least_floor(10);

    /// For the turnout of a unit that shows comments, unless the organisation chose otherwise.
    pub const COMMENT_DEFAULT: Self = Self::at_least_floor(10);

    /// For the number of different authors behind the comments of a unit, unless the organisation chose
    /// otherwise.
    pub const AUTHORS_DEFAULT: Self = Self::at_least_floor(3);

    /// For thresholds known when the program is compiled: a value under the floor does not compile.
    const fn at_least_floor(people: u32) -> Self {
        assert!(people >= Self::FLOOR);
        Self(people)
    }

    /// The number of people.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// So many more people are needed where some answer with a printed code (R9): a code belongs to a team and
    /// not to a person, so whoever holds a few sheets holds a few answers.
    pub const MORE_WITH_CODES: u32 = 3;

    /// The threshold of a group in which some answer with a printed code.
    #[must_use]
    pub const fn with_codes(self) -> Self {
        Self(self.0.saturating_add(Self::MORE_WITH_CODES))
    }

    /// Whether a group of this size is large enough to be shown.
    #[must_use]
    pub const fn allows(self, people: u64) -> bool {
        people >= self.0 as u64
    }

    /// Whether a group of this size is empty or large enough: in both cases nobody in particular is exposed
    /// by it.
    #[must_use]
    pub const fn is_harmless(self, people: u64) -> bool {
        people == 0 || self.allows(people)
    }
}

impl Default for Threshold {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl TryFrom<u32> for Threshold {
    type Error = ThresholdTooLow;

    /// # Errors
    /// [`ThresholdTooLow`] for fewer people than [`Threshold::FLOOR`].
    fn try_from(people: u32) -> Result<Self, ThresholdTooLow> {
        if people < Self::FLOOR { Err(ThresholdTooLow { asked: people }) } else { Ok(Self(people)) }
    }
}

impl From<Threshold> for u32 {
    fn from(threshold: Threshold) -> Self {
        threshold.0
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// A threshold below [`Threshold::FLOOR`] was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThresholdTooLow {
    /// The number of people asked for.
    pub asked: u32,
}

impl fmt::Display for ThresholdTooLow {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a threshold of {} is too low, the lowest is {}", self.asked, Threshold::FLOOR)
    }
}

impl std::error::Error for ThresholdTooLow {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_are_refused_and_three_are_not() {
        assert_eq!(Threshold::try_from(2), Err(ThresholdTooLow { asked: 2 }));
        assert_eq!(Threshold::try_from(0), Err(ThresholdTooLow { asked: 0 }));
        assert_eq!(Threshold::try_from(3).map(Threshold::get), Ok(3));
    }

    #[test]
    fn the_usual_thresholds_are_five_ten_ten_and_three() {
        let usual = [
            Threshold::default(),
            Threshold::DISTRIBUTION_DEFAULT,
            Threshold::COMMENT_DEFAULT,
            Threshold::AUTHORS_DEFAULT,
        ];
        assert_eq!(usual.map(u32::from), [5, 10, 10, 3]);
    }

    #[test]
    fn teams_that_answer_by_code_need_three_more() {
        assert_eq!(Threshold::DEFAULT.with_codes().get(), 8);
        assert_eq!(
            Threshold::try_from(u32::MAX).map(Threshold::with_codes).map(Threshold::get),
            Ok(u32::MAX)
        );
    }

    #[test]
    fn a_stored_threshold_below_the_floor_is_not_read_back() {
        assert!(serde_json::from_str::<Threshold>("2").is_err());
        assert_eq!(serde_json::from_str::<Threshold>("7").map(Threshold::get).unwrap(), 7);
        assert_eq!(serde_json::to_string(&Threshold::default()).unwrap(), "5");
    }

    #[test]
    fn a_group_is_harmless_when_empty_or_at_the_threshold() {
        let allowed = [0, 1, 4, 5, 6].map(|people| Threshold::DEFAULT.allows(people));
        let harmless = [0, 1, 4, 5, 6].map(|people| Threshold::DEFAULT.is_harmless(people));
        assert_eq!(allowed, [false, false, false, true, true]);
        assert_eq!(harmless, [true, false, false, true, true]);
    }

    #[test]
    fn the_refusal_names_the_number_and_the_floor() {
        assert_eq!(ThresholdTooLow { asked: 2 }.to_string(), "a threshold of 2 is too low, the lowest is 3");
        assert_eq!(Threshold::DEFAULT.to_string(), "5");
    }
}
