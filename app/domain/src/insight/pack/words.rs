//! Numbers and words of the pack.

use serde::{Deserialize, Serialize};

use crate::{Lang, format};

/// Digits that a number keeps which is not printed.
const SIGNIFICANT: i32 = 12;
/// A number with more decimals than this is none.
const SMALLEST: i32 = 200;

/// A number as digits and how many of them stand behind the decimal sign: 23.0 is 230 with scale 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decimal {
    /// The digits, with a sign.
    pub digits: i64,
    /// How many of them are decimals.
    pub scale: u8,
}

impl Decimal {
    /// Tenths.
    pub const fn tenths(digits: i64) -> Self {
        Self { digits, scale: 1 }
    }

    /// A computed number to twelve significant digits; `None` when it is not finite or has no place.
    pub fn computed(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        // The shortest text with so many digits is the same on every machine.
        let text = format!("{value:.*e}", usize::try_from(SIGNIFICANT - 1).unwrap_or(0));
        let (mantissa, exponent) = text.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        let mut digits: i64 = mantissa.replace('.', "").parse().ok()?;
        let mut scale = SIGNIFICANT - 1 - exponent;
        while scale < 0 {
            digits = digits.checked_mul(10)?;
            scale += 1;
        }
        if scale > SMALLEST {
            return Some(Self { digits: 0, scale: 0 });
        }
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Some(Self { digits, scale: u8::try_from(scale).ok()? })
    }

    /// The number, to draw with.
    pub fn value(self) -> f64 {
        // Read from text, which rounds once.
        format!("{}e-{}", self.digits, self.scale).parse().unwrap_or_default()
    }

    /// The number as a language writes it, with all its decimals.
    pub fn text(self, lang: Lang) -> String {
        format::number(lang, self.value(), usize::from(self.scale))
    }
}

/// What the figures of a unit are printed in: the fewer people, the coarser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    /// Whole points, from 30 people.
    One,
    /// Steps of two, 12 to 29 people.
    Two,
    /// Steps of five, fewer than 12.
    Five,
}

impl Grain {
    /// The grain of so many people.
    pub const fn of(people: u32) -> Self {
        match people {
            0..12 => Self::Five,
            12..30 => Self::Two,
            _ => Self::One,
        }
    }

    /// Points of a step.
    pub const fn points(self) -> i32 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Five => 5,
        }
    }
}

/// Why a quarter has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Too little of it is shown.
    Hidden,
    /// All of it was declared void.
    Void,
    /// Not asked, or nobody there.
    NoData,
    /// Fewer than three rounds.
    TooFewRounds,
}

/// What is said of a change. Only [`Self::Up`] and [`Self::Down`] are called clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Clearly higher.
    Up,
    /// Clearly lower.
    Down,
    /// May be chance.
    Uncertain,
    /// A unit moved in or out of the group, or began in it.
    GroupChanged,
    /// Printed in other steps, or over other windows, than before.
    GrainChanged,
    /// One of the two values is missing.
    NoComparison,
    /// No interval: too few people to claim anything.
    TooFewPeople,
    /// A statement asked in one round.
    OneRound,
    /// Printed, not tested.
    NotTested,
    /// Fewer than ten complaints.
    Few,
}

impl Verdict {
    /// Its stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Uncertain => "uncertain",
            Self::GroupChanged => "group_changed",
            Self::GrainChanged => "grain_changed",
            Self::NoComparison => "no_comparison",
            Self::TooFewPeople => "too_few_people",
            Self::OneRound => "one_round",
            Self::NotTested => "not_tested",
            Self::Few => "few",
        }
    }

    /// Whether the change is called clear.
    pub const fn is_clear(self) -> bool {
        matches!(self, Self::Up | Self::Down)
    }
}

/// State of a cell in the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// With its value.
    Published,
    /// Hidden; why is not told.
    Hidden,
    /// Of a round that was declared void after its release.
    Void,
}

impl State {
    /// Its stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Hidden => "hidden",
            Self::Void => "void",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computed_number_keeps_twelve_digits_and_reads_back() {
        for (value, digits, scale) in [
            (3.147_632_114_271_9, 314_763_211_427, 11),
            (1.220_019_690_68e-9, 122_001_969_068, 20),
            (0.0, 0, 0),
            (-2.5, -25, 1),
            (120.0, 120, 0),
            (1e15, 1_000_000_000_000_000, 0),
        ] {
            let decimal = Decimal::computed(value).unwrap();
            assert_eq!((decimal.digits, decimal.scale), (digits, scale), "{value}");
            assert!((decimal.value() - value).abs() <= value.abs() * 1e-11);
        }
        assert_eq!(Decimal::computed(f64::NAN), None);
        assert_eq!(Decimal::tenths(230).text(Lang::Nb), "23,0");
        assert_eq!(Decimal::tenths(-12_345).text(Lang::En), "\u{2212}1,234.5");
    }

    #[test]
    fn grains_change_at_twelve_and_at_thirty() {
        let grains = [0, 11, 12, 29, 30, 400].map(Grain::of).map(Grain::points);
        assert_eq!(grains, [5, 5, 2, 2, 1, 1]);
    }
}
