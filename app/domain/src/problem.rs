//! The fixed catalogue of what can go wrong for a user. Each has a text in both languages and a
//! status code; nothing else about an error ever reaches a client.

use serde::{Deserialize, Serialize};

/// A form field that was refused, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// Which field.
    pub field: Field,
    /// Why.
    pub why: Why,
}

/// The fields that a form can refuse. The name is the input's name and id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// What happened, in the customer's or the desk's words.
    What,
    /// Category of a complaint.
    Category,
    /// Channel of a complaint.
    Channel,
    /// Severity of a complaint.
    Severity,
    /// Unit a record belongs to.
    Unit,
    /// Day something happened.
    HappenedOn,
    /// A note on a case.
    Note,
    /// Next stage of a case.
    Stage,
    /// An uploaded file.
    File,
    /// Comment of a check-in.
    Comment,
    /// An answer of a check-in.
    Answer,
}

impl Field {
    /// The input's `name` and `id`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Category => "category",
            Self::Channel => "channel",
            Self::Severity => "severity",
            Self::Unit => "unit",
            Self::HappenedOn => "happened_on",
            Self::Note => "note",
            Self::Stage => "stage",
            Self::File => "file",
            Self::Comment => "comment",
            Self::Answer => "answer",
        }
    }
}

/// Why a field was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It is empty.
    Missing,
    /// It is longer than allowed.
    TooLong,
    /// It is not one of the choices.
    NotAChoice,
    /// It is not a real date.
    NotADate,
    /// It lies in the future.
    InFuture,
    /// It lies too far in the past to be meant.
    TooOld,
    /// It holds control characters or marks that reverse the reading direction.
    Unprintable,
}

impl Why {
    /// Message id of the explanation.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Missing => "why-missing",
            Self::TooLong => "why-too-long",
            Self::NotAChoice => "why-not-a-choice",
            Self::NotADate => "why-not-a-date",
            Self::InFuture => "why-in-future",
            Self::TooOld => "why-too-old",
            Self::Unprintable => "why-unprintable",
        }
    }
}

/// What went wrong, as far as a user is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nobody is signed in.
    SignInNeeded,
    /// The e-mail address and password do not belong together.
    WrongSignIn,
    /// The provider did not vouch for the person, or the person has no open account here.
    ProviderRefused,
    /// Too many attempts; try again later.
    TooManyAttempts,
    /// The role does not allow this.
    Forbidden,
    /// There is no such page, unit or case, or it is not the user's to see.
    NotFound,
    /// The person has already used the round's ballot.
    AlreadyAnswered,
    /// No round is open.
    NoOpenRound,
    /// The round the ballot belongs to has closed.
    RoundClosed,
    /// The person is on no roster of this round.
    NotOnRoster,
    /// The case has moved on since the page was opened.
    CaseMovedOn,
    /// Some fields were refused.
    Invalid(Vec<FieldProblem>),
    /// The request is larger than allowed.
    TooLarge,
    /// The request could not be read.
    Unreadable,
    /// The import has rows that cannot be taken, or was already run.
    ImportNotReady,
    /// The database is busy with something long, such as an import.
    Busy,
    /// Something broke on our side; it has been logged.
    Internal,
}

impl Problem {
    /// HTTP status code.
    pub const fn status(&self) -> u16 {
        match self {
            Self::SignInNeeded | Self::WrongSignIn | Self::ProviderRefused => 401,
            Self::Forbidden | Self::NotOnRoster => 403,
            Self::NotFound => 404,
            Self::AlreadyAnswered | Self::NoOpenRound | Self::CaseMovedOn | Self::ImportNotReady => 409,
            Self::RoundClosed => 410,
            Self::TooLarge => 413,
            Self::Invalid(_) => 422,
            Self::TooManyAttempts => 429,
            Self::Unreadable => 400,
            Self::Busy => 503,
            Self::Internal => 500,
        }
    }

    /// Message id of the heading; the explanation is the same id with `-text`.
    pub const fn text_id(&self) -> &'static str {
        match self {
            Self::SignInNeeded => "problem-sign-in-needed",
            Self::WrongSignIn => "problem-wrong-sign-in",
            Self::ProviderRefused => "problem-provider-refused",
            Self::TooManyAttempts => "problem-too-many-attempts",
            Self::Forbidden => "problem-forbidden",
            Self::NotFound => "problem-not-found",
            Self::AlreadyAnswered => "problem-already-answered",
            Self::NoOpenRound => "problem-no-open-round",
            Self::RoundClosed => "problem-round-closed",
            Self::NotOnRoster => "problem-not-on-roster",
            Self::CaseMovedOn => "problem-case-moved-on",
            Self::Invalid(_) => "problem-invalid",
            Self::TooLarge => "problem-too-large",
            Self::Unreadable => "problem-unreadable",
            Self::ImportNotReady => "problem-import-not-ready",
            Self::Busy => "problem-busy",
            Self::Internal => "problem-internal",
        }
    }

    /// The refusal of one field.
    pub fn invalid(field: Field, why: Why) -> Self {
        Self::Invalid(vec![FieldProblem { field, why }])
    }
}

/// Free text from a person: trimmed, at most `longest` characters, without control characters or
/// marks that change the reading direction (they can make a text read as something else).
///
/// # Errors
/// Names the reason; an empty text is `Missing`.
pub fn free_text(text: &str, longest: usize) -> Result<String, Why> {
    let text = text.trim().replace("\r\n", "\n");
    if text.is_empty() {
        return Err(Why::Missing);
    }
    if text.chars().count() > longest {
        return Err(Why::TooLong);
    }
    let is_refused = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    if text.chars().any(is_refused) {
        return Err(Why::Unprintable);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_text_is_trimmed_limited_and_printable() {
        assert_eq!(
            free_text("  Ventet 40 minutter\r\nmed barn ", 100),
            Ok("Ventet 40 minutter\nmed barn".into())
        );
        assert_eq!(free_text(" \n ", 100), Err(Why::Missing));
        assert_eq!(free_text("æøå", 2), Err(Why::TooLong));
        assert_eq!(free_text("a\u{202e}b", 100), Err(Why::Unprintable));
        assert_eq!(free_text("a\u{0}b", 100), Err(Why::Unprintable));
        assert_eq!(free_text("<script>alert(1)</script>", 100), Ok("<script>alert(1)</script>".into()));
    }
}
