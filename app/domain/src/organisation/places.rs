//! Finding a unit among all that somebody may see.

use serde::{Deserialize, Serialize};

use crate::{Right, organisation::unit::UnitItem};

/// Pages about one unit, with what it takes to see a unit there.
pub const PAGES: [(&str, Right); 20] = [
    ("/trends/teams", Right::ViewFigures),
    ("/trends/map", Right::ViewFigures),
    ("/trends/drivers", Right::ViewFigures),
    ("/trends/load", Right::ViewFigures),
    ("/trends/sites", Right::ViewFigures),
    ("/trends/link", Right::ViewFigures),
    ("/trends/notes", Right::ManageNotes),
    ("/trends", Right::ViewFigures),
    ("/today", Right::ViewToday),
    ("/comments", Right::ReadComments),
    ("/actions", Right::ViewActions),
    ("/complaints", Right::ViewCases),
    ("/contacts", Right::KeepContacts),
    ("/complaints/quality", Right::ViewVoiceReports),
    ("/complaints/surveys", Right::ViewVoiceReports),
    ("/complaints/faces", Right::ViewVoiceReports),
    ("/hours", Right::KeepVoice),
    ("/letters", Right::KeepVoice),
    ("/cards", Right::KeepVoice),
    ("/competitors", Right::ViewFigures),
];

/// What it takes to see a unit on a page; none for a page that is about no unit.
pub fn right_for(page: &str) -> Option<Right> {
    PAGES.into_iter().find(|(path, _)| *path == page).map(|(_, right)| right)
}

/// Most units that are listed at once.
pub const MOST_FOUND: usize = 50;

/// A unit that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundUnit {
    /// The unit.
    pub unit: UnitItem,
    /// Names of the units above it that the person may see, nearest first: two teams may have the same name.
    pub above: Vec<String>,
}

/// Units that fit what was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundUnits {
    /// The first of them, in the order of the tree.
    pub units: Vec<FoundUnit>,
    /// How many there are in all.
    pub total: usize,
}

/// Whether a unit fits what was asked for: each word is somewhere in its name.
pub fn fits(unit: &UnitItem, words: &[String]) -> bool {
    let name = unit.name.to_lowercase();
    words.iter().all(|word| name.contains(word.as_str()))
}

/// The words of what was asked for, in small letters.
pub fn words_of(asked: &str) -> Vec<String> {
    asked.split_whitespace().map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{UnitId, organisation::unit::UnitKind};

    #[test]
    fn a_unit_is_found_by_any_words_of_its_name_in_either_case() {
        let unit = UnitItem {
            id: UnitId::new(1),
            parent: None,
            kind: UnitKind::Team,
            name: "Ålesund Øst, kveld".to_owned(),
            depth: 0,
            closed_on: None,
        };
        for asked in ["", "ålesund", "ØST kveld", "kveld åle"] {
            assert!(fits(&unit, &words_of(asked)), "{asked}");
        }
        assert!(!fits(&unit, &words_of("ålesund vest")));
    }

    #[test]
    fn a_page_is_known_by_its_whole_address() {
        assert_eq!(right_for("/trends"), Some(Right::ViewFigures));
        assert_eq!(right_for("/trends/nowhere"), None);
        assert_eq!(right_for("https://evil.example"), None);
    }
}
