//! Fields of forms: their names, and why one is refused.

use serde::{Deserialize, Serialize};

pub use super::free_text::free_text;

/// A form field that was refused, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// Which field.
    pub field: Field,
    /// Why.
    pub why: Why,
}

/// Declares an enum whose variants have a fixed name each.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            const fn text(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}

named! {
    /// The fields that a form can refuse.
    Field {
        /// What happened, in the customer's or the desk's words.
        What = "what",
        /// Category of a complaint.
        Category = "category",
        /// Channel of a complaint.
        Channel = "channel",
        /// Severity of a complaint.
        Severity = "severity",
        /// Unit a record belongs to.
        Unit = "unit",
        /// Day something happened.
        HappenedOn = "happened_on",
        /// A note on a case.
        Note = "note",
        /// Next stage of a case.
        Stage = "stage",
        /// An uploaded file.
        File = "file",
        /// SHA-256 of a file.
        Sha256 = "sha256",
        /// Comment of a check-in.
        Comment = "comment",
        /// An answer of a check-in.
        Answer = "answer",
        /// E-mail address or employee number, to sign in.
        Login = "login",
        /// The present password.
        Password = "password",
        /// A new password.
        NewPassword = "new_password",
        /// The new password once more.
        Repeat = "repeat",
        /// A code: of the second factor, for recovery, or printed.
        Code = "code",
        /// Name of a person or unit.
        Name = "name",
        /// Stable external number of a person or unit.
        Number = "number",
        /// E-mail address.
        Email = "email",
        /// A role.
        Role = "role",
        /// The unit above.
        Parent = "parent",
        /// Kind of a unit.
        Kind = "kind",
        /// Day from which something holds.
        FromOn = "from_on",
        /// Unit that another is merged into.
        Into = "into",
        /// Words to search for.
        Search = "search",
        /// That something drastic is meant.
        Sure = "sure",
        /// First day of a round.
        StartsOn = "starts_on",
        /// Length of a round in weeks.
        Weeks = "weeks",
        /// Why the questions of a round are asked.
        Purpose = "purpose",
        /// When a round was discussed with the staff's representatives.
        DiscussedOn = "discussed_on",
        /// When the purpose of rounds is looked at again.
        ReviewOn = "review_on",
        /// Why something is done.
        Reason = "reason",
        /// Fewest answers from which a figure is shown.
        K = "k",
        /// Fewest answers in a unit that shows comments.
        KComment = "k_comment",
        /// Fewest authors behind the comments of a unit.
        Authors = "authors",
        /// Fewest answers from which shares of the answers are shown.
        KDist = "k_dist",
        /// Fewest people of a unit that reports every round.
        EveryRoundFrom = "every_round_from",
        /// Hours between a round's close and its release.
        GraceHours = "grace_hours",
        /// What happens to a figure when a few people joined or left.
        Guard = "guard",
        /// Tag of an own statement.
        Tag = "tag",
        /// Its English wording.
        En = "en",
        /// Its wording in Bokmål.
        Nb = "nb",
        /// What an action is meant to move.
        Driver = "driver",
        /// What an action tries.
        Tried = "tried",
        /// Role that looks after an action.
        Owner = "owner",
        /// What a review of an action ends in.
        Outcome = "outcome",
        /// What came of an action.
        Learned = "learned",
        /// What a note tells of.
        NoteKind = "note_kind",
        /// A few words for a flag.
        Label = "label",
        /// More about a note.
        Detail = "detail",
        /// Last day of what a note tells of.
        EndsOn = "ends_on",
        /// In what a competitor differs.
        Topic = "topic",
        /// How we do it.
        Ours = "ours",
        /// How a competitor does it.
        Theirs = "theirs",
        /// Time zone that days and rounds follow.
        Timezone = "timezone",
        /// Contacts of the days of a week.
        Contacts = "contacts",
        /// Language of letters to whoever has not chosen one.
        LettersLang = "letters_lang",
        /// What a customer left: complaint, praise or idea.
        VoiceKind = "voice_kind",
        /// What would put it right.
        PutRight = "put_right",
        /// Language a customer is answered in.
        CaseLang = "case_lang",
        /// Name of a customer.
        CustomerName = "customer_name",
        /// Telephone number of a customer.
        Phone = "phone",
        /// Day on which a contact is deleted.
        DeleteOn = "delete_on",
        /// What a case is about, when it is assessed.
        Issues = "issues",
        /// Unit that has a case.
        Holder = "holder",
        /// How a customer was told something.
        How = "how",
        /// A letter to a customer, or what was said.
        Letter = "letter",
        /// Whether the customer was told that we are sorry.
        Apology = "apology",
        /// Why not.
        ReasonNot = "reason_not",
        /// How a wrong is put right.
        Remedy = "remedy",
        /// What that costs, in kroner.
        Cost = "cost",
        /// By how many working days a promise is moved.
        By = "by",
        /// Why a case ends without an answer.
        EndReason = "end_reason",
        /// Whom a case is about, in the customer's words.
        AboutWhom = "about_whom",
        /// Who on the roster that is.
        Person = "person",
        /// What looking into a mention ended in.
        Finding = "finding",
        /// What the person who was named replies.
        Reply = "reply",
        /// Hours of Mondays.
        Mon = "mon",
        /// Hours of Tuesdays.
        Tue = "tue",
        /// Hours of Wednesdays.
        Wed = "wed",
        /// Hours of Thursdays.
        Thu = "thu",
        /// Hours of Fridays.
        Fri = "fri",
        /// Hours of Saturdays.
        Sat = "sat",
        /// Hours of Sundays.
        Sun = "sun",
        /// When the Wednesday before Easter ends.
        EasterWednesday = "easter_wednesday",
        /// When the Saturday before Easter ends.
        EasterEve = "easter_eve",
        /// When the Saturday before Whitsun ends.
        WhitsunEve = "whitsun_eve",
        /// When Christmas Eve ends.
        ChristmasEve = "christmas_eve",
        /// When New Year's Eve ends.
        NewYearsEve = "new_years_eve",
        /// On which public holidays it is closed.
        Holidays = "holidays",
        /// A day with hours of its own.
        Day = "day",
        /// Hours of such a day.
        Intervals = "intervals",
        /// Who a refused customer may turn to, in English.
        TurnEn = "turn_en",
        /// The same in Bokmål.
        TurnNb = "turn_nb",
        /// Its address.
        TurnAddress = "turn_address",
        /// Months after the close of a case after which its texts are deleted.
        KeepMonths = "keep_months",
        /// Days after which what somebody began to write is deleted.
        DraftDays = "draft_days",
        /// What is still to be done for a case.
        Action = "open_action",
        /// Day by which it is done.
        DueOn = "due_on",
        /// Role that it is handed on to.
        HandedTo = "handed_to",
        /// Reference of another case.
        OtherCase = "other_case",
        /// How it belongs to this one.
        Relation = "relation",
        /// Whether the customer is the same.
        SameCustomer = "same_customer",
        /// A place within a unit where customers find a code.
        Place = "place",
        /// Reference of a case.
        Reference = "reference",
        /// What opens a case for the customer.
        Secret = "secret",
        /// How many cards an envelope holds.
        Counted = "counted",
        /// How content a customer is.
        Satisfaction = "satisfaction",
        /// How likely a customer is to recommend us.
        Recommendation = "recommendation",
        /// How easy it was for a customer.
        Effort = "effort",
        /// Whether a case was handled fairly.
        Fair = "fair",
        /// Whether it was handled fast enough.
        Fast = "fast",
        /// Whether goods or a service were bought.
        Bought = "bought",
        /// What a follow-up is about.
        About = "about",
        /// That a customer has said yes to being followed up.
        Consent = "consent",
        /// How the customer said it.
        ConsentHow = "consent_how",
        /// Number or telephone of a member who is looked up.
        Member = "member",
        /// The number of a new member.
        MemberNumber = "member_number",
        /// Whether a factor matters.
        Relevance = "relevance",
        /// What is assessed.
        Assessment = "assessment",
        /// How likely.
        Likelihood = "likelihood",
        /// How serious.
        Seriousness = "seriousness",
        /// Other knowledge.
        OtherSource = "other_source",
        /// What is done.
        HseMeasure = "hse_measure",
        /// How far it has come.
        HseStatus = "hse_status",
        /// What it led to.
        HseEffect = "hse_effect",
        /// Goals.
        Goals = "goals",
        /// Who is responsible.
        Responsible = "responsible",
        /// How deviations are reported.
        Deviations = "deviations",
        /// Day of the next review.
        NextReview = "next_review",
        /// Day of an impact assessment.
        DpiaOn = "dpia_on",
        /// Where something is kept.
        KeptWhere = "kept_where",
        /// Day of a meeting.
        HeldOn = "held_on",
        /// Where something was discussed.
        Forum = "forum",
        /// Roles that were present.
        Present = "present",
        /// A remark.
        Remark = "remark",
    }
}

impl Field {
    /// The input's `name` and `id`.
    pub const fn name(self) -> &'static str {
        self.text()
    }
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
            (why, _) => why.text_id(),
        }
    }
}

impl Field {
    /// Whether one of several is chosen.
    const fn is_choice(self) -> bool {
        matches!(
            self,
            Self::Category
                | Self::Channel
                | Self::Severity
                | Self::Unit
                | Self::Stage
                | Self::Answer
                | Self::Role
                | Self::Parent
                | Self::Kind
                | Self::Into
                | Self::Weeks
                | Self::Guard
                | Self::Driver
                | Self::Owner
                | Self::Outcome
                | Self::NoteKind
                | Self::Topic
                | Self::Satisfaction
                | Self::Recommendation
                | Self::Effort
                | Self::Fair
                | Self::Fast
                | Self::Bought
                | Self::ConsentHow
                | Self::Relevance
                | Self::Likelihood
                | Self::Seriousness
                | Self::HseStatus
                | Self::Forum
        )
    }

    /// Whether it is a day.
    const fn is_day(self) -> bool {
        matches!(
            self,
            Self::HappenedOn
                | Self::FromOn
                | Self::StartsOn
                | Self::EndsOn
                | Self::DiscussedOn
                | Self::ReviewOn
                | Self::Day
                | Self::DueOn
                | Self::NextReview
                | Self::DpiaOn
                | Self::HeldOn
        )
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
    }
}
