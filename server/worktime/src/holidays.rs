//! Public holidays of Norway and the eves before them, reckoned for any year.

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;

/// An eve: a working day that may end early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Eve {
    /// 24 December.
    ChristmasEve,
    /// 31 December.
    NewYearsEve,
    /// The Wednesday before Maundy Thursday.
    EasterWednesday,
    /// The Saturday before Easter Sunday.
    EasterEve,
    /// The Saturday before Whit Sunday.
    WhitsunEve,
}

impl Eve {
    /// Which eve a date is, if any. No date is two.
    #[must_use]
    pub fn of(date: NaiveDate) -> Option<Self> {
        match (date.month(), date.day()) {
            (12, 24) => return Some(Self::ChristmasEve),
            (12, 31) => return Some(Self::NewYearsEve),
            _ => {}
        }
        match days_from_easter(date)? {
            -4 => Some(Self::EasterWednesday),
            -1 => Some(Self::EasterEve),
            48 => Some(Self::WhitsunEve),
            _ => None,
        }
    }
}

/// Whether a date is one of the twelve public holidays of Norway.
///
/// 1 and 17 May by the law of 26 April 1947 nr. 1, the ten others by helligdagsfredloven § 2. Those on a weekend
/// move nowhere, and two on one day are one.
#[must_use]
pub fn is_norwegian_holiday(date: NaiveDate) -> bool {
    let is_fixed = matches!((date.month(), date.day()), (1, 1) | (5, 1 | 17) | (12, 25 | 26));
    // Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.
    is_fixed || matches!(days_from_easter(date), Some(-3 | -2 | 0 | 1 | 39 | 49 | 50))
}

/// Days from Easter Sunday of the same year; below zero before it.
fn days_from_easter(date: NaiveDate) -> Option<i64> {
    Some((date - easter_sunday(date.year())?).num_days())
}

/// Easter Sunday of a year of the Gregorian calendar.
///
/// The anonymous algorithm of Nature 13 (1876), p. 487, as in J. Meeus, *Astronomical Algorithms*, 2nd ed., ch. 8.
/// `None` outside the years a date can have.
#[must_use]
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, century_rest) = (century.div_euclid(4), century.rem_euclid(4));
    let moon_shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let full_moon = (19 * golden + century - leap_centuries - moon_shift + 15).rem_euclid(30);
    let to_sunday = (32 + 2 * century_rest + 2 * (rest / 4) - full_moon - rest % 4).rem_euclid(7);
    let late = (golden + 11 * full_moon + 22 * to_sunday) / 451;
    let days_from_22_march = full_moon + to_sunday - 7 * late;
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_days(Days::new(u64::try_from(days_from_22_march).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        // Earliest and latest possible dates, both exceptions of the lunar tables (1954, 1981), and plain years.
        for day in [
            "1818-03-22",
            "1943-04-25",
            "1954-04-18",
            "1981-04-19",
            "2000-04-23",
            "2008-03-23",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2285-03-22",
        ] {
            assert_eq!(easter_sunday(date(day).year()), Some(date(day)));
        }
        assert_eq!(easter_sunday(i32::MAX), None);
    }

    #[test]
    fn easter_is_a_sunday_from_22_march_to_25_april_in_every_year() {
        for year in 1583..5000 {
            let easter = easter_sunday(year).unwrap();
            assert_eq!(easter.weekday(), chrono::Weekday::Sun);
            assert!((22..=56).contains(&((easter - date(&format!("{year}-03-01"))).num_days() + 1)));
        }
    }

    #[test]
    fn the_day_of_two_holidays_is_one_and_weekends_move_nothing() {
        let holidays_of = |year: i32| {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            first
                .iter_days()
                .take_while(|day| day.year() == year)
                .filter(|day| is_norwegian_holiday(*day))
                .count()
        };
        assert_eq!(holidays_of(2026), 12);
        assert_eq!(holidays_of(2027), 11, "17 May is Whit Monday");
        assert_eq!(holidays_of(2008), 11, "1 May is Ascension Day");
        assert!(is_norwegian_holiday(date("2026-05-17")) && !is_norwegian_holiday(date("2026-05-18")));
    }

    #[test]
    fn eves_are_no_holidays_but_whitsun_eve_can_be_constitution_day() {
        for (day, eve) in [
            ("2026-12-24", Eve::ChristmasEve),
            ("2026-12-31", Eve::NewYearsEve),
            ("2026-04-01", Eve::EasterWednesday),
            ("2026-04-04", Eve::EasterEve),
            ("2026-05-23", Eve::WhitsunEve),
        ] {
            assert_eq!(Eve::of(date(day)), Some(eve));
            assert!(!is_norwegian_holiday(date(day)));
        }
        assert_eq!(Eve::of(date("2026-12-23")), None);
        assert!(
            Eve::of(date("1997-05-17")) == Some(Eve::WhitsunEve) && is_norwegian_holiday(date("1997-05-17"))
        );
    }
}
