//! The fixed catalogue of what can go wrong for a user. Each has a text in both languages and a
//! status code; nothing else about an error ever reaches a client.

use serde::{Deserialize, Serialize};

use crate::field::{Field, FieldProblem, Why};

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
    /// The round the ballot belongs to does not count.
    RoundVoided,
    /// The person's team answers on a tablet, with codes.
    AnswersByCode,
    /// No such one-time code is in use in the open round.
    CodeUnknown,
    /// The person is on no roster of this round.
    NotOnRoster,
    /// The case has moved on since the page was opened.
    CaseMovedOn,
    /// Some fields were refused.
    Invalid(Vec<FieldProblem>),
    /// The request is larger than allowed.
    TooLarge,
    /// The address is longer than is read.
    AddressTooLong,
    /// What was sent did not arrive in time.
    TooSlow,
    /// The answer was not finished in time.
    TookTooLong,
    /// More comes from the person's network at once than is answered.
    Crowded,
    /// The request could not be read.
    Unreadable,
    /// The import has rows that cannot be taken, or was already run.
    ImportNotReady,
    /// An import can no longer be undone.
    ImportStays,
    /// The database is busy with something long, such as an import, or is just starting.
    Busy,
    /// Nothing can be stored at the moment: the disk is full or failing.
    CannotStore,
    /// The key that ballots are sealed to is missing or cannot be used.
    KeysMissing,
    /// The six digits or the recovery code are not right, or were used before.
    WrongCode,
    /// The person has to show once more that it is them: password or second factor.
    ProofNeeded,
    /// The role needs a second factor, and none is set up yet.
    SecondFactorNeeded,
    /// A link or printed code was used before, is too old, or never was one.
    LinkExpired,
    /// The account cannot be used, as its owner is told after the right password.
    AccountClosed,
    /// What the page showed has been changed by somebody else since.
    ChangedMeanwhile,
    /// Nobody confirms what they proposed themselves.
    SecondAdminNeeded,
    /// Another proposal has to be confirmed or withdrawn first.
    ProposalWaiting,
    /// A comment looks as if it holds a name or a detail about health; its writer may send it all the same.
    LookAgain,
    /// A complaint names somebody of the unit's roster; its writer may send it all the same.
    NameFound,
    /// A ballot says nothing at all; its writer may send it all the same.
    NothingAnswered,
    /// A public form was sent too soon, too late or not from its page; sent once more it is taken.
    SendAgain,
    /// More cards came from one network than are taken in an hour.
    TooManyCards,
    /// Reference and secret do not open a case.
    ReceiptUnknown,
    /// Something broke on our side; it has been logged.
    Internal,
}

impl Problem {
    /// HTTP status code.
    pub const fn status(&self) -> u16 {
        match self {
            Self::SignInNeeded | Self::WrongSignIn | Self::WrongCode | Self::ProviderRefused => 401,
            Self::Forbidden
            | Self::NotOnRoster
            | Self::AnswersByCode
            | Self::ProofNeeded
            | Self::SecondFactorNeeded
            | Self::SecondAdminNeeded
            | Self::AccountClosed => 403,
            Self::NotFound | Self::CodeUnknown | Self::ReceiptUnknown => 404,
            Self::AlreadyAnswered
            | Self::NoOpenRound
            | Self::CaseMovedOn
            | Self::ImportNotReady
            | Self::ImportStays
            | Self::ChangedMeanwhile
            | Self::ProposalWaiting => 409,
            Self::RoundClosed | Self::RoundVoided | Self::LinkExpired => 410,
            Self::TooSlow => 408,
            Self::TooLarge => 413,
            Self::AddressTooLong => 414,
            Self::Invalid(_)
            | Self::LookAgain
            | Self::NameFound
            | Self::NothingAnswered
            | Self::SendAgain => 422,
            Self::TooManyAttempts | Self::Crowded | Self::TooManyCards => 429,
            Self::Unreadable => 400,
            Self::Busy | Self::CannotStore | Self::KeysMissing | Self::TookTooLong => 503,
            Self::Internal => 500,
        }
    }

    /// Whether it is ours and not that of who asked: the same, sent again later, may be taken.
    pub const fn is_trouble(&self) -> bool {
        matches!(
            self,
            Self::Busy | Self::CannotStore | Self::KeysMissing | Self::TookTooLong | Self::Internal
        )
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
            Self::RoundVoided => "problem-round-voided",
            Self::AnswersByCode => "problem-answers-by-code",
            Self::CodeUnknown => "problem-code-unknown",
            Self::NotOnRoster => "problem-not-on-roster",
            Self::CaseMovedOn => "problem-case-moved-on",
            Self::Invalid(_) => "problem-invalid",
            Self::TooLarge => "problem-too-large",
            Self::AddressTooLong => "problem-address-too-long",
            Self::TooSlow => "problem-too-slow",
            Self::TookTooLong => "problem-took-too-long",
            Self::Crowded => "problem-crowded",
            Self::Unreadable => "problem-unreadable",
            Self::ImportNotReady => "problem-import-not-ready",
            Self::ImportStays => "problem-import-stays",
            Self::Busy => "problem-busy",
            Self::CannotStore => "problem-cannot-store",
            Self::KeysMissing => "problem-keys-missing",
            Self::WrongCode => "problem-wrong-code",
            Self::ProofNeeded => "problem-proof-needed",
            Self::SecondFactorNeeded => "problem-second-factor-needed",
            Self::LinkExpired => "problem-link-expired",
            Self::AccountClosed => "problem-account-closed",
            Self::ChangedMeanwhile => "problem-changed-meanwhile",
            Self::SecondAdminNeeded => "problem-second-admin-needed",
            Self::ProposalWaiting => "problem-proposal-waiting",
            Self::LookAgain => "problem-look-again",
            Self::NameFound => "problem-name-found",
            Self::NothingAnswered => "problem-nothing-answered",
            Self::SendAgain => "problem-send-again",
            Self::TooManyCards => "problem-too-many-cards",
            Self::ReceiptUnknown => "problem-receipt-unknown",
            Self::Internal => "problem-internal",
        }
    }

    /// The refusal of one field.
    pub fn invalid(field: Field, why: Why) -> Self {
        Self::Invalid(vec![FieldProblem { field, why }])
    }
}
