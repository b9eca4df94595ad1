//! Fields of forms: their names.

use serde::{Deserialize, Serialize};

pub use super::{
    free_text::free_text,
    why::{FieldProblem, Why},
};

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

pub(super) use named;

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
        /// Whether the customer was right, issue by issue.
        CaseOutcome = "case_outcome",
        /// What a follow-up led to.
        CallOutcome = "call_outcome",
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
        /// How a customer can be reached.
        Contact = "contact",
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

impl Field {
    /// Whether one of several is chosen.
    pub(super) const fn is_choice(self) -> bool {
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
                | Self::VoiceKind
                | Self::CaseLang
                | Self::Apology
                | Self::How
                | Self::EndReason
                | Self::Remedy
                | Self::Holder
                | Self::Person
                | Self::Finding
                | Self::HandedTo
                | Self::Relation
                | Self::CaseOutcome
                | Self::CallOutcome
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
    pub(super) const fn is_day(self) -> bool {
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
