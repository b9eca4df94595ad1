//! Words of complaints and their cases in the database, read.

use base::{Error, Result};
use domain::customers::words::{Category, Cause, Channel, Kind, Severity, Stage};

/// What a complaint is about.
pub(crate) fn category(word: &str) -> Result<Category> {
    Category::from_name(word).ok_or_else(|| Error::stored("complaint.category", word))
}

/// How it reached us.
pub(crate) fn channel(word: &str) -> Result<Channel> {
    Channel::from_name(word).ok_or_else(|| Error::stored("complaint.channel", word))
}

/// How serious it is.
pub(crate) fn severity(word: &str) -> Result<Severity> {
    Severity::from_name(word).ok_or_else(|| Error::stored("complaint.severity", word))
}

/// Where its case stands.
pub(crate) fn stage(word: &str) -> Result<Stage> {
    Stage::from_name(word).ok_or_else(|| Error::stored("complaint.stage", word))
}

/// Why an issue came about.
pub(crate) fn cause(word: &str) -> Result<Cause> {
    Cause::from_name(word).ok_or_else(|| Error::stored("case_issue.cause", word))
}

/// What the customer left.
pub(crate) fn kind(word: &str) -> Result<Kind> {
    Kind::from_name(word).ok_or_else(|| Error::stored("complaint.kind", word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_severity_that_is_not_known_does_not_pass_for_the_usual_one() {
        let error = severity("lethal").unwrap_err();
        assert_eq!(
            error.to_string(),
            "complaint.severity holds \"lethal\", which this version does not know"
        );
    }

    #[test]
    fn neither_does_any_other_word_of_a_case() {
        let errors = [
            category("weather").map(|_| ()),
            channel("pigeon").map(|_| ()),
            stage("lost").map(|_| ()),
            kind("poem").map(|_| ()),
        ];
        let places = ["complaint.category", "complaint.channel", "complaint.stage", "complaint.kind"];
        for (error, place) in errors.into_iter().zip(places) {
            assert!(error.unwrap_err().to_string().starts_with(place));
        }
    }
}
