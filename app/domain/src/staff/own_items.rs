//! Statements that an organisation asks itself, beside the bank: what a form may say, what the pages show.
//!
//! A statement has a tag and a version. Its wording never changes under one version: what was answered to
//! other words is another series.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    field::{Field, FieldProblem, Why, free_text},
    problem::Problem,
    staff::bank::Item,
};

/// Most statements of the organisation's own in a round: a check-in takes twenty seconds.
pub const MOST_ASKED: usize = 2;
/// Longest statement in a language, in characters.
pub const LONGEST_STATEMENT: usize = 200;
/// Longest tag, in characters.
pub const LONGEST_TAG: usize = 30;
/// Where the name of a series is cut, in characters.
const LONGEST_NAME: usize = 120;

/// Something that can be done to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnItemAct {
    /// Other words: a new version.
    Reword,
    /// Asked no more.
    Stop,
    /// Taken back before it was ever asked.
    Delete,
}

impl OwnItemAct {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Reword, Self::Stop, Self::Delete];

    /// The word in addresses, message ids and the audit log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reword => "reword",
            Self::Stop => "stop",
            Self::Delete => "delete",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }
}

/// The word in the audit log for a new statement.
pub const ADDED: &str = "add";

/// Where a version of a statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnItemState {
    /// First asked in the next round.
    Coming,
    /// Asked in every round.
    Asked,
    /// Asked for the last time in the newest round that has begun.
    Ending,
    /// Asked no more.
    Past,
}

impl OwnItemState {
    /// Where a version stands that is asked in rounds that start on these days, when the newest round that has
    /// begun started on `begun`.
    pub fn of(from_on: NaiveDate, to_on: Option<NaiveDate>, begun: Option<NaiveDate>) -> Self {
        match (begun, to_on) {
            (None, _) => Self::Coming,
            (Some(begun), _) if begun < from_on => Self::Coming,
            (_, None) => Self::Asked,
            (Some(begun), Some(last)) if begun <= last => Self::Ending,
            _ => Self::Past,
        }
    }

    /// The word in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Asked => "asked",
            Self::Ending => "ending",
            Self::Past => "past",
        }
    }

    /// What can be done to it: a version that was asked stays as it was.
    pub const fn acts(self) -> &'static [OwnItemAct] {
        match self {
            Self::Coming => &[OwnItemAct::Reword, OwnItemAct::Delete],
            Self::Asked => &[OwnItemAct::Reword, OwnItemAct::Stop],
            Self::Ending | Self::Past => &[],
        }
    }
}

/// A statement in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// English.
    pub en: String,
    /// Bokmål.
    pub nb: String,
}

/// The form for a statement, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnItemForm {
    /// Tag; only for a new statement.
    pub tag: String,
    /// English.
    pub en: String,
    /// Bokmål.
    pub nb: String,
}

impl OwnItemForm {
    /// A new statement: tag and wording.
    ///
    /// # Errors
    /// `Invalid` with every field that is wrong.
    pub fn new_item(&self) -> Result<(String, Wording), Problem> {
        match (tag(&self.tag), self.wording()) {
            (Ok(tag), Ok(wording)) => Ok((tag, wording)),
            (Err(why), Ok(_)) => Err(Problem::invalid(Field::Tag, why)),
            (Ok(_), Err(problem)) => Err(problem),
            (Err(why), Err(Problem::Invalid(others))) => {
                let tag = FieldProblem { field: Field::Tag, why };
                Err(Problem::Invalid([vec![tag], others].concat()))
            }
            (Err(_), Err(problem)) => Err(problem),
        }
    }

    /// The wording in both languages.
    ///
    /// # Errors
    /// `Invalid` with every field that is wrong.
    pub fn wording(&self) -> Result<Wording, Problem> {
        match (statement(&self.en), statement(&self.nb)) {
            (Ok(en), Ok(nb)) => Ok(Wording { en, nb }),
            (en, nb) => {
                let wrong = [(Field::En, en.err()), (Field::Nb, nb.err())];
                let problems =
                    wrong.into_iter().filter_map(|(field, why)| Some(FieldProblem { field, why: why? }));
                Err(Problem::Invalid(problems.collect()))
            }
        }
    }
}

/// Small letters a to z, digits and dashes, beginning with a letter.
fn tag(text: &str) -> Result<String, Why> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Why::Missing);
    }
    if text.chars().count() > LONGEST_TAG {
        return Err(Why::TooLong);
    }
    let is_fine = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if is_fine { Ok(text.to_owned()) } else { Err(Why::NotATag) }
}

/// One line of plain text. Marks that nobody sees are refused, or two statements could look the same.
fn statement(text: &str) -> Result<String, Why> {
    let is_hidden = |c: char| {
        matches!(c, '\n' | '\t' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{2029}'
            | '\u{2060}'..='\u{2064}')
    };
    let text = free_text(text, LONGEST_STATEMENT)?;
    if text.contains(is_hidden) { Err(Why::Unprintable) } else { Ok(text) }
}

/// The name of a statement's series: its words, cut where they get long, with tag and version, which tell
/// two series of like words apart.
pub fn series_name(statement: &str, tag: &str, version: i32) -> String {
    let words = if statement.chars().count() <= LONGEST_NAME {
        statement.to_owned()
    } else {
        let start: String = statement.chars().take(LONGEST_NAME).collect();
        // Between two words, if there are any.
        format!("{}…", start.rsplit_once(' ').map_or(start.as_str(), |(whole, _)| whole).trim_end())
    };
    format!("{words} ({tag} {version})")
}

/// A round by its number and first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundDay {
    /// Number.
    pub number: i64,
    /// First day.
    pub starts_on: NaiveDate,
}

/// A version of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnItemRow {
    /// Number in the database.
    pub id: i64,
    /// Tag.
    pub tag: String,
    /// Version, from 1.
    pub version: i32,
    /// Words.
    pub wording: Wording,
    /// Where it stands.
    pub state: OwnItemState,
    /// First round that asks it; none while no round is in sight.
    pub since: Option<RoundDay>,
    /// Last round that asks it, of those that have begun; none while it is asked on.
    pub until: Option<RoundDay>,
}

/// An item of the bank with its turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankRow {
    /// Item.
    pub item: Item,
    /// Those of the next six rounds that ask it.
    pub rounds: Vec<RoundDay>,
}

/// The page of questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionsPage {
    /// Own statements: first those of coming rounds, then those of the past.
    pub own: Vec<OwnItemRow>,
    /// The bank, core items first.
    pub bank: Vec<BankRow>,
    /// The next round that has not begun, from which a change counts; none while no round is in sight.
    pub next: Option<RoundDay>,
    /// Whether the person keeps the questions of the whole organisation.
    pub may_change: bool,
    /// Whether the next round has room for one more.
    pub has_room: bool,
}

/// A page for something that can be done to a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnItemActPage {
    /// The statement.
    pub row: OwnItemRow,
    /// What is about to be done.
    pub act: OwnItemAct,
    /// The next round that has not begun; none while no round is in sight.
    pub next: Option<RoundDay>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(tag: &str, en: &str, nb: &str) -> OwnItemForm {
        OwnItemForm { tag: tag.to_owned(), en: en.to_owned(), nb: nb.to_owned() }
    }

    #[test]
    fn a_tag_is_small_letters_digits_and_dashes() {
        for good in ["rota", "rota-2", "a", " rota ", &"a".repeat(LONGEST_TAG)] {
            assert_eq!(tag(good), Ok(good.trim().to_owned()));
        }
        for bad in ["Rota", "2rota", "-rota", "ro ta", "vaktøkt", "rota_2", "<b>", "rota/..", "röta"] {
            assert_eq!(tag(bad), Err(Why::NotATag), "{bad}");
        }
        assert_eq!(tag(" "), Err(Why::Missing));
        assert_eq!(tag(&"a".repeat(LONGEST_TAG + 1)), Err(Why::TooLong));
    }

    #[test]
    fn a_statement_is_one_line_of_visible_text_of_at_most_two_hundred_characters() {
        assert_eq!(statement(" I know my shifts in time. "), Ok("I know my shifts in time.".to_owned()));
        assert_eq!(statement(&"æ".repeat(200)), Ok("æ".repeat(200)));
        assert_eq!(statement(&"æ".repeat(201)), Err(Why::TooLong));
        assert_eq!(statement("  "), Err(Why::Missing));
        for hidden in [
            "a\nb",
            "a\r\nb",
            "a\tb",
            "a\u{0}b",
            "a\u{202e}b",
            "a\u{2066}b",
            "a\u{200b}b",
            "a\u{2028}b",
            "a\u{200f}b",
        ] {
            assert_eq!(statement(hidden), Err(Why::Unprintable), "{hidden:?}");
        }
        assert_eq!(statement("</textarea><script>"), Ok("</textarea><script>".to_owned()));
    }

    #[test]
    fn every_field_that_is_wrong_is_named_and_both_languages_are_needed() {
        let problem = |field, why| FieldProblem { field, why };
        assert_eq!(
            form("Rota", "", "a\nb").new_item(),
            Err(Problem::Invalid(vec![
                problem(Field::Tag, Why::NotATag),
                problem(Field::En, Why::Missing),
                problem(Field::Nb, Why::Unprintable)
            ]))
        );
        assert_eq!(form("rota", "Words", "").new_item(), Err(Problem::invalid(Field::Nb, Why::Missing)));
        assert_eq!(form("", "Words", "Ord").new_item(), Err(Problem::invalid(Field::Tag, Why::Missing)));
        assert!(form("rota", "Words", "Ord").new_item().is_ok());
    }

    #[test]
    fn a_series_is_named_by_its_words_with_tag_and_version() {
        assert_eq!(series_name("I know my shifts.", "rota", 2), "I know my shifts. (rota 2)");
        let long = "word ".repeat(39);
        let name = series_name(long.trim(), "rota", 1);
        assert!(name.ends_with("word… (rota 1)") && name.chars().count() < 135, "{name}");
        assert!(
            series_name(&"å".repeat(200), "rota", 1).starts_with(&format!("{}…", "å".repeat(LONGEST_NAME)))
        );
    }

    #[test]
    fn what_was_asked_can_be_ended_and_what_was_not_can_be_taken_back() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let state = |to: Option<&str>, begun: Option<&str>| {
            OwnItemState::of(day("2026-11-17"), to.map(day), begun.map(day))
        };
        assert_eq!(state(None, None), OwnItemState::Coming);
        assert_eq!(state(None, Some("2026-11-16")), OwnItemState::Coming);
        assert_eq!(state(None, Some("2026-11-23")), OwnItemState::Asked);
        assert_eq!(state(Some("2026-11-23"), Some("2026-11-23")), OwnItemState::Ending);
        assert_eq!(state(Some("2026-11-23"), Some("2026-11-30")), OwnItemState::Past);
        assert!(OwnItemState::Coming.acts().contains(&OwnItemAct::Delete));
        assert!(!OwnItemState::Asked.acts().contains(&OwnItemAct::Delete));
        assert!(OwnItemState::Past.acts().is_empty());
    }
}
