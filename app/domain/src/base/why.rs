//! Why a field of a form was refused.

use serde::{Deserialize, Serialize};

use super::field::{Field, named};

/// A form field that was refused, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// Which field.
    pub field: Field,
    /// Why.
    pub why: Why,
}

named! {
    /// Why a field was refused.
    Why {
        /// It is empty.
        Missing = "why-missing",
        /// It is longer than allowed.
        TooLong = "why-too-long",
        /// It is not one of the choices.
        NotAChoice = "why-not-a-choice",
        /// Somebody else has to release it first.
        NotReleased = "why-not-released",
        /// It is not a real date.
        NotADate = "why-not-a-date",
        /// It lies in the future.
        InFuture = "why-in-future",
        /// It lies too far in the past to be meant.
        TooOld = "why-too-old",
        /// It holds control characters or marks that reverse the reading direction.
        Unprintable = "why-unprintable",
        /// It is shorter than a password must be.
        TooShort = "why-too-short",
        /// It is a password that others try first.
        TooCommon = "why-too-common",
        /// It differs from what was typed above.
        NotSame = "why-not-same",
        /// It is not right.
        Wrong = "why-wrong",
        /// Somebody or something else has it already.
        Taken = "why-taken",
        /// It is no e-mail address.
        NotAnAddress = "why-not-an-address",
        /// A unit cannot hang below itself.
        WouldLoop = "why-would-loop",
        /// A round that has begun counts who belonged where on its first day.
        RoundBegun = "why-round-begun",
        /// Something open still hangs below it.
        NotClosable = "why-not-closable",
        /// It has left traces that are kept: it can be closed, not removed.
        NotRemovable = "why-not-removable",
        /// Nobody changes their own roles.
        OwnRole = "why-own-role",
        /// Somebody has to be left who keeps the organisation.
        LastAdmin = "why-last-admin",
        /// The unit was changed after that day.
        BeforeLastChange = "why-before-last-change",
        /// More than can be done at once.
        TooMany = "why-too-many",
        /// It lies in the past.
        InPast = "why-in-past",
        /// It lies farther ahead than can be meant.
        TooFar = "why-too-far",
        /// Another round has some of these days.
        Overlaps = "why-overlaps",
        /// It comes before the round's first day.
        BeforeStart = "why-before-start",
        /// It can only be brought forward.
        OnlyEarlier = "why-only-earlier",
        /// It is no telephone number.
        NotAPhone = "why-not-a-phone",
        /// It is no whole number.
        NotANumber = "why-not-a-number",
        /// It is lower than the program allows anybody to set it.
        BelowFloor = "why-below-floor",
        /// Fewer people than any organisation may let report every round.
        BelowEight = "why-below-eight",
        /// Shares need at least as many answers as figures.
        SharesBelowK = "why-shares-below-k",
        /// It is higher than makes sense.
        TooHigh = "why-too-high",
        /// Comments need at least as many answers as figures.
        BelowK = "why-below-k",
        /// There cannot be more authors than people who answered.
        MoreAuthorsThanAnswers = "why-more-authors-than-answers",
        /// It is not a tag.
        NotATag = "why-not-a-tag",
        /// A round has no room for another own statement.
        NoRoom = "why-no-room",
        /// The words are what they were before.
        SameWords = "why-same-words",
        /// It is no picture or document that we take, or it is broken.
        NotAFile = "why-not-a-file",
        /// It has more bytes than a file may have.
        FileTooLarge = "why-file-too-large",
        /// It has more points than a picture may have.
        PictureTooLarge = "why-picture-too-large",
        /// The case has as many files as a case may have.
        TooManyFiles = "why-too-many-files",
        /// Nothing differs from how it is.
        Unchanged = "why-unchanged",
        /// A review comes after the first day.
        NotAfterStart = "why-not-after-start",
        /// It lies more than a year after the first day.
        OverAYear = "why-over-a-year",
        /// The last day comes before the first.
        BeforeFirstDay = "why-before-first-day",
        /// The promised time is over already: nothing moves a promise that has been broken.
        TooLate = "why-too-late",
        /// It does not tell the customer the new day.
        NoNewDay = "why-no-new-day",
        /// The customer was not asked twice, or still has days to answer.
        NotAskedTwice = "why-not-asked-twice",
        /// It still has a place that was to be filled in.
        OpenPlace = "why-open-place",
        /// It is no time of day.
        NotATime = "why-not-a-time",
        /// It ends before it begins.
        EndsFirst = "why-ends-first",
        /// It runs into other hours.
        RunsInto = "why-runs-into",
        /// The unit would never be open.
        NeverOpen = "why-never-open",
        /// It has a place that there is not.
        UnknownPlace = "why-unknown-place",
        /// It is no number within the limits.
        OutOfRange = "why-out-of-range",
        /// Something is still to be done, and nobody said who does it.
        StillToDo = "why-still-to-do",
        /// There is no such case, or somebody else has it.
        NoSuchCase = "why-no-such-case",
        /// It is this case itself.
        SameCase = "why-same-case",
        /// It is tied to this one already.
        TiedAlready = "why-tied-already",
        /// It is of another customer.
        OtherCustomer = "why-other-customer",
        /// Nobody said that the customer is the same.
        CustomerNotSure = "why-customer-not-sure",
        /// One of the cases is closed.
        CaseClosed = "why-case-closed",
        /// One of them is praise or an idea.
        NoComplaint = "why-no-complaint",
    }
}

impl FieldProblem {
    /// Message id of the explanation, in words that fit the field: nobody fills in a choice, a day or a box to tick.
    pub const fn text_id(self) -> &'static str {
        match (self.why, self.field) {
            (Why::Missing, field) if field.is_choice() => Why::NotAChoice.text_id(),
            (Why::Missing, field) if field.is_day() => "why-no-day",
            (Why::Missing, Field::Sure) => "why-not-sure",
            (Why::Missing, Field::Consent) => "why-no-consent",
            (Why::Missing, Field::File) => "why-no-file",
            (Why::NotAChoice, Field::Cost) => "why-no-amount",
            (Why::Missing | Why::NotAChoice, Field::By) => "why-no-days",
            (Why::TooMany, Field::Contacts) => "why-no-such-count",
            (why, _) => why.text_id(),
        }
    }
}

impl Why {
    /// Message id of the explanation.
    pub const fn text_id(self) -> &'static str {
        self.text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_field_is_told_in_words_that_fit_it() {
        let told = |field| FieldProblem { field, why: Why::Missing }.text_id();
        assert_eq!(told(Field::Tried), "why-missing");
        assert_eq!(told(Field::Category), "why-not-a-choice");
        assert_eq!(told(Field::ReviewOn), "why-no-day");
        assert_eq!(told(Field::Sure), "why-not-sure");
        assert_eq!(told(Field::Apology), "why-not-a-choice");
    }

    #[test]
    fn an_amount_and_a_number_of_days_were_asked_for_as_one_of_the_options() {
        let told = |why, field| FieldProblem { field, why }.text_id();
        assert_eq!(told(Why::NotAChoice, Field::Cost), "why-no-amount");
        assert_eq!(told(Why::NotAChoice, Field::By), "why-no-days");
        assert_eq!(told(Why::TooMany, Field::Contacts), "why-no-such-count");
    }
}
