//! R4: the coarse forms in which head counts and rates are shown.
//!
//! How coarse depends on the roster, which is fixed for a quarter and known to everybody, and never on how many
//! answered. Of a unit of fewer than [`FEW`] people neither is shown. From there to [`MANY`] the response is
//! one of three bands, above it is given in tens of per cent, with the number of answers as a range that
//! follows from the tens and so tells nothing more.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::threshold::Threshold;

/// Of units with fewer people on the roster neither response nor interval is shown.
pub const FEW: u64 = 12;

/// From so many people on the roster whole points and tens of per cent are shown.
pub const MANY: u64 = 30;

/// Up to so many people on the roster somebody could stand out: no extreme answer may follow from what is
/// printed, and so neither shares nor anything of the unit's own spread is.
pub const STANDS_OUT_TO: u64 = 30;

/// What share of a roster answered, in whole per cent, and between which shares the true one lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Response {
    /// The share in tens of per cent; of a band the middle, rounded.
    pub value: i32,
    /// The smallest share of the band.
    pub lower: i32,
    /// The largest share of the band. In tens of per cent all three are the same.
    pub upper: i32,
}

/// Bands of response in units of fewer than [`MANY`] people: under 60, under 80, and all above. The limits are
/// two of the rule of thumb by which surveys are judged, and far enough apart that a printed score does not tell
/// how many answered.
const BANDS: [Response; 3] = [
    Response { value: 50, lower: 0, upper: 59 },
    Response { value: 70, lower: 60, upper: 79 },
    Response { value: 90, lower: 80, upper: 100 },
];

/// The response as it may be shown, for `answered` of `possible` answers in a unit with so many people on its
/// `roster`. `possible` is the roster summed over the rounds of the window.
///
/// None for fewer than [`FEW`] people, and when nothing was possible or more was answered than possible.
#[must_use]
pub fn response(answered: u64, possible: u64, roster: u64) -> Option<Response> {
    if roster < FEW || possible == 0 || answered > possible {
        return None;
    }
    if roster < MANY {
        let per_cent = u128::from(answered) * 100 / u128::from(possible);
        return BANDS.into_iter().rfind(|band| i128::from(band.lower) <= per_cent as i128);
    }
    let tens = tens_of_per_cent(answered, possible)?;
    Some(Response { value: tens, lower: tens, upper: tens })
}

/// How many answered, as a range, in a unit with so many people on its `roster`: the range in which the number
/// lies that the response in tens of per cent stands for, so that the two together tell no more than one.
///
/// None for fewer than [`MANY`] people, and when too few or more than the roster answered.
#[must_use]
pub fn turnout_band(answered: u64, roster: u64) -> Option<TurnoutBand> {
    if roster < MANY {
        return None;
    }
    TurnoutBand::of(told_by_tens(answered, roster)?)
}

/// The number that the response in tens of per cent stands for.
pub(crate) fn told_by_tens(answered: u64, possible: u64) -> Option<u64> {
    let tens = u128::try_from(tens_of_per_cent(answered, possible)?).ok()?;
    u64::try_from((u128::from(possible) * tens + 50) / 100).ok()
}

/// The fewest that can have answered for the response in tens of per cent to be the same.
pub(crate) fn fewest_told_by_tens(answered: u64, possible: u64) -> Option<u64> {
    let tens = u128::try_from(tens_of_per_cent(answered, possible)?).ok()?;
    u64::try_from((u128::from(possible) * tens.saturating_sub(5)).div_ceil(100)).ok()
}

/// How many people answered, as a range. Unit: people, both ends included.
///
/// The ranges are 3–4, 5–9, 10–14, 15–19, 20–29, 30–49, 50–99, and from 100 on each power of ten is cut at 1,
/// 2 and 5 (100–199, 200–499, 500–999, 1000–1999, …). The lowest one is in use only where the threshold is
/// below five. Its text, as in `10-14`, is stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TurnoutBand {
    lowest: u64,
    highest: u64,
}

/// The first people of the bands below a hundred.
const SMALL_BANDS: [u64; 7] = [3, 5, 10, 15, 20, 30, 50];

impl TurnoutBand {
    /// The band a number of people falls in; none for fewer than [`Threshold::FLOOR`], of whom nothing may be
    /// said, nor for more people than can be counted.
    #[must_use]
    pub fn of(people: u64) -> Option<Self> {
        if people < Threshold::FLOOR.into() {
            return None;
        }
        let next_small = SMALL_BANDS.partition_point(|&lowest| lowest <= people);
        if let Some(&next) = SMALL_BANDS.get(next_small) {
            return Some(Self { lowest: SMALL_BANDS[next_small - 1], highest: next - 1 });
        }
        if people < 100 {
            return Some(Self { lowest: 50, highest: 99 });
        }
        let power = 10_u64.pow(people.ilog10());
        let (from, to) = match people / power {
            1 => (1, 2),
            2..=4 => (2, 5),
            _ => (5, 10),
        };
        Some(Self { lowest: from * power, highest: power.checked_mul(to)? - 1 })
    }

    /// The fewest people it can mean.
    #[must_use]
    pub const fn lowest(self) -> u64 {
        self.lowest
    }

    /// The most people it can mean.
    #[must_use]
    pub const fn highest(self) -> u64 {
        self.highest
    }
}

impl fmt::Display for TurnoutBand {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.lowest, self.highest)
    }
}

impl FromStr for TurnoutBand {
    type Err = UnknownBand;

    /// # Errors
    /// [`UnknownBand`] for anything but the text of a band as shown.
    fn from_str(text: &str) -> Result<Self, UnknownBand> {
        let lowest = text.split('-').next().and_then(|number| number.parse().ok()).ok_or(UnknownBand)?;
        let band = Self::of(lowest).ok_or(UnknownBand)?;
        if band.to_string() == text { Ok(band) } else { Err(UnknownBand) }
    }
}

impl TryFrom<String> for TurnoutBand {
    type Error = UnknownBand;

    /// # Errors
    /// [`UnknownBand`] for anything but the text of a band as shown.
    fn try_from(text: String) -> Result<Self, UnknownBand> {
        text.parse()
    }
}

impl From<TurnoutBand> for String {
    fn from(band: TurnoutBand) -> Self {
        band.to_string()
    }
}

/// A text is not one of the bands of [`TurnoutBand`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownBand;

impl fmt::Display for UnknownBand {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a band of turnout")
    }
}

impl std::error::Error for UnknownBand {}

/// The share that answered, in per cent to the nearest ten, a middle going up. Range 0 to 100.
///
/// None when nothing was possible or more was answered than possible.
fn tens_of_per_cent(answered: u64, possible: u64) -> Option<i32> {
    if possible == 0 || answered > possible {
        return None;
    }
    // Twenty times the share, plus one, halved and cut: rounding without leaving whole numbers.
    let tens = (u128::from(answered) * 20 / u128::from(possible)).div_ceil(2);
    i32::try_from(tens * 10).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(people: u64) -> Option<String> {
        TurnoutBand::of(people).map(String::from)
    }

    #[test]
    fn every_band_starts_where_the_one_before_ends() {
        let mut expected = 3;
        let mut bands = Vec::new();
        while expected <= 10_000 {
            let band = TurnoutBand::of(expected).unwrap();
            assert_eq!(band.lowest(), expected);
            assert_eq!(TurnoutBand::of(band.highest()), Some(band), "both ends are in the band");
            bands.push(band.to_string());
            expected = band.highest() + 1;
        }
        assert_eq!(
            bands,
            [
                "3-4",
                "5-9",
                "10-14",
                "15-19",
                "20-29",
                "30-49",
                "50-99",
                "100-199",
                "200-499",
                "500-999",
                "1000-1999",
                "2000-4999",
                "5000-9999",
                "10000-19999"
            ]
        );
    }

    #[test]
    fn nothing_is_said_of_fewer_than_three_people() {
        assert_eq!((text(0), text(2)), (None, None));
        assert_eq!(text(3).as_deref(), Some("3-4"));
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        assert_eq!(text(u64::MAX), None);
        assert_eq!(
            text(9_999_999_999_999_999_999).as_deref(),
            Some("5000000000000000000-9999999999999999999")
        );
    }

    #[test]
    fn the_text_of_a_band_reads_back_and_nothing_else_does() {
        for people in [3, 5, 12, 99, 100, 250, 5_000] {
            let band = TurnoutBand::of(people).unwrap();
            assert_eq!(band.to_string().parse(), Ok(band));
            let json = serde_json::to_string(&band).unwrap();
            assert_eq!(serde_json::from_str::<TurnoutBand>(&json).unwrap(), band);
        }
        for wrong in ["", "5", "5-", "5-8", "6-9", "05-9", "+5-9", "5-9 ", "5-9-9", "1-2", "5–9"] {
            assert_eq!(wrong.parse::<TurnoutBand>(), Err(UnknownBand), "{wrong:?}");
        }
        assert_eq!(UnknownBand.to_string(), "not a band of turnout");
    }

    #[test]
    fn bands_sort_by_size_and_not_by_letter() {
        assert!(TurnoutBand::of(7) < TurnoutBand::of(10));
    }

    #[test]
    fn the_response_rate_goes_to_the_nearest_ten() {
        let rates = [(0, 10), (1, 20), (9, 200), (7, 10), (13, 20), (74, 100), (75, 100), (19, 20), (10, 10)];
        let shown = rates.map(|(answered, roster)| tens_of_per_cent(answered, roster).unwrap());
        assert_eq!(shown, [0, 10, 0, 70, 70, 70, 80, 100, 100]);
    }

    #[test]
    fn a_rate_without_people_or_above_one_is_none() {
        assert_eq!(tens_of_per_cent(0, 0), None);
        assert_eq!(tens_of_per_cent(6, 5), None);
        assert_eq!(tens_of_per_cent(u64::MAX, u64::MAX), Some(100));
    }

    #[test]
    fn of_eleven_people_no_response_is_shown_and_of_twelve_a_band() {
        assert_eq!(response(11, 11, 11), None);
        let bands = [0, 7, 8, 9, 10, 12].map(|answered| response(answered, 12, 12).unwrap().value);
        assert_eq!(bands, [50, 50, 70, 70, 90, 90]);
        assert_eq!(response(23, 29, 29).map(|shown| (shown.lower, shown.upper)), Some((60, 79)));
        assert_eq!(response(24, 30, 30).map(|shown| (shown.lower, shown.upper)), Some((80, 80)));
        for roster in [20, 40] {
            assert_eq!((response(0, 0, roster), response(roster + 1, roster, roster)), (None, None));
        }
    }

    #[test]
    fn the_bands_of_response_leave_no_share_out() {
        let shown = |answered| response(answered, 100, 20).unwrap();
        for answered in 0..=100 {
            let band = shown(answered);
            assert!(i64::from(band.lower) <= answered as i64 && answered as i64 <= i64::from(band.upper));
            assert!(band.lower <= band.value && band.value <= band.upper);
        }
    }

    #[test]
    fn the_range_of_answers_tells_no_more_than_the_rate() {
        assert_eq!(turnout_band(29, 29), None);
        assert_eq!(turnout_band(15, 30).map(String::from).as_deref(), Some("15-19"));
        for roster in [30, 31, 47, 200] {
            for answered in 1..=roster {
                let (less, same) = (turnout_band(answered - 1, roster), turnout_band(answered, roster));
                let is_same_rate =
                    response(answered - 1, roster, roster) == response(answered, roster, roster);
                assert!(!is_same_rate || less == same, "{answered} of {roster}");
            }
        }
        assert_eq!(turnout_band(35, 50).map(String::from).as_deref(), Some("30-49"));
    }

    #[test]
    fn the_fewest_answers_of_a_rate_have_that_rate_and_one_less_has_not() {
        for (answered, roster) in [(10, 30), (21, 30), (3, 50), (50, 50), (177, 200)] {
            let fewest = fewest_told_by_tens(answered, roster).unwrap();
            let rate = |answered| tens_of_per_cent(answered, roster).unwrap();
            assert_eq!(rate(fewest), rate(answered));
            assert!(fewest == 0 || rate(fewest - 1) < rate(answered));
        }
    }
}
