//! Ours beside theirs: what competitors do, by topic and over time, and whether that is still so.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::notes::{NoteRow, Topic};
use crate::organisation::unit::{UnitItem, UnitPlace};

/// Days after which somebody is asked whether a comparison still holds.
pub const STILL_SO_AFTER: u64 = 90;

/// A comparison in the table of its topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedRow {
    /// Number of the note.
    pub id: i64,
    /// The unit it was written for.
    pub unit: UnitItem,
    /// Whom it is about, in a few words.
    pub label: String,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day; none as long as it is so.
    pub ends_on: Option<NaiveDate>,
    /// How we do it.
    pub ours: String,
    /// How they do it.
    pub theirs: String,
    /// Day on which somebody last said that it is still so.
    pub confirmed_on: Option<NaiveDate>,
    /// Whether nobody has for so long that it is asked.
    pub is_to_confirm: bool,
    /// Whether this person may say it.
    pub may_change: bool,
}

/// Whether a comparison is so old that it is asked whether it still holds.
pub fn is_to_confirm(
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
    confirmed_on: Option<NaiveDate>,
    today: NaiveDate,
) -> bool {
    let is_over = ends_on.is_some_and(|last| last <= today);
    let known = confirmed_on.map_or(starts_on, |day| day.max(starts_on));
    !is_over && known.checked_add_days(Days::new(STILL_SO_AFTER)).is_some_and(|due| due <= today)
}

/// The page of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompetitorsPage {
    /// The unit, and where else the person can go from it.
    pub place: UnitPlace,
    /// Comparisons of the unit and of those above it by topic, the newest first; topics without any are left out.
    pub topics: Vec<(Topic, Vec<ComparedRow>)>,
    /// Campaigns of the unit and of those above it, the newest first.
    pub campaigns: Vec<NoteRow>,
    /// How many comparisons are asked about.
    pub to_confirm: usize,
    /// Whether this person may write notes here.
    pub may_add: bool,
    /// Today, where the organisation is.
    pub today: NaiveDate,
}

/// The form of a comparison, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StillSoForm {
    /// Number of the note.
    pub note_id: String,
    /// `still` or `ended`.
    pub act: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comparison_is_asked_about_after_ninety_days_until_somebody_says_or_it_is_over() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-21");
        assert!(!is_to_confirm(day("2026-08-24"), None, None, today), "89 days");
        assert!(is_to_confirm(day("2026-08-23"), None, None, today));
        assert!(!is_to_confirm(day("2026-01-01"), None, Some(day("2026-10-01")), today));
        assert!(!is_to_confirm(day("2026-01-01"), Some(day("2026-11-21")), None, today));
        assert!(is_to_confirm(day("2026-01-01"), Some(day("2026-12-24")), None, today), "it ends later");
    }
}
