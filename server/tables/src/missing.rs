//! Marks that stand for a figure that is not there: by declaration, never by guess.

use crate::names::trimmed;

/// What a cell may say instead of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    marks: Vec<String>,
}

/// Nothing and NA.
impl Default for Missing {
    fn default() -> Self {
        Self { marks: vec!["NA".to_owned()] }
    }
}

/// Marks that statistical offices, spreadsheets and programs write for a figure that is not there.
const USUAL: [&str; 28] = [
    "..", "...", "…", ":", "-", "–", "—", ".", "*", "**", "N/A", "#N/A", "n/a", "n.a.", "na", "n.d.", "NaN",
    "nan", "null", "NULL", "None", "none", "x", "X", "?", "mangler", "missing", "i.t.",
];

impl Missing {
    /// Nothing, NA and the marks given.
    pub fn with(marks: &[String]) -> Self {
        let mut missing = Self::default();
        missing.marks.extend(marks.iter().map(|mark| trimmed(mark).to_owned()));
        missing
    }

    /// Whether a cell stands for a missing figure.
    pub fn is(&self, text: &str) -> bool {
        text.is_empty() || self.marks.iter().any(|mark| mark == text)
    }

    /// Whether a cell might, if somebody said so.
    pub(crate) fn might_be(text: &str) -> bool {
        USUAL.contains(&text)
    }
}
