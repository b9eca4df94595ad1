//! R4: the coarse forms in which head counts and rates are shown.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::threshold::Threshold;

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

/// Share of the roster that answered, in per cent to the nearest ten, a middle going up. Range 0 to 100.
///
/// None when the roster is empty or more people answered than are on it.
#[must_use]
pub fn response_rate(answered: u64, roster: u64) -> Option<i32> {
    if roster == 0 || answered > roster {
        return None;
    }
    // Twenty times the share, plus one, halved and cut: rounding without leaving whole numbers.
    let tens = (u128::from(answered) * 20 / u128::from(roster)).div_ceil(2);
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
        let shown = rates.map(|(answered, roster)| response_rate(answered, roster).unwrap());
        assert_eq!(shown, [0, 10, 0, 70, 70, 70, 80, 100, 100]);
    }

    #[test]
    fn a_rate_without_people_or_above_one_is_none() {
        assert_eq!(response_rate(0, 0), None);
        assert_eq!(response_rate(6, 5), None);
        assert_eq!(response_rate(u64::MAX, u64::MAX), Some(100));
    }
}
