//! Words about complaints: what they are about, how they came, where a case stands.

use serde::{Deserialize, Serialize};

/// Makes an enum with stable names, for forms, files, the database and message ids.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident, $prefix:literal { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All values, in the order lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Message id of its label.
            pub const fn text_id(self) -> &'static str {
                match self { $(Self::$variant => concat!($prefix, $text)),+ }
            }

            /// Reads the stable name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }
    };
}

pub(crate) use named;

named! {
    /// What a complaint is about. Staff conduct stands last: most complaints that name a person are
    /// about the system the person works in.
    Category, "category-" {
        /// Systems and machines.
        System = "system",
        /// How things are done.
        Process = "process",
        /// The product or the result.
        Product = "product",
        /// Price and payment.
        Price = "price",
        /// Waiting time.
        Waiting = "waiting",
        /// Rooms, parking, toilets.
        Facilities = "facilities",
        /// Information given or missing.
        Information = "information",
        /// How somebody behaved.
        StaffConduct = "staff_conduct",
    }
}

named! {
    /// How a complaint reached us.
    Channel, "channel-" {
        /// At the desk.
        InPerson = "in_person",
        /// By telephone.
        Phone = "phone",
        /// By e-mail.
        Email = "email",
        /// By letter.
        Mail = "mail",
        /// By the web card.
        WebCard = "web_card",
        /// In social media.
        Social = "social",
        /// Any other way.
        Other = "other",
    }
}

named! {
    /// How serious it is. Safety and discrimination come before everything else.
    Severity, "severity-" {
        /// A nuisance.
        Low = "low",
        /// The usual.
        Normal = "normal",
        /// Loss, harm or anger.
        High = "high",
        /// Somebody may get hurt.
        Safety = "safety",
        /// Somebody was treated worse for who they are.
        Discrimination = "discrimination",
    }
}

named! {
    /// Where a case stands, after ISO 10002.
    Stage, "stage-" {
        /// Logged.
        Received = "received",
        /// The customer knows we have it.
        Acknowledged = "acknowledged",
        /// Severity and responsibility are decided.
        Assessed = "assessed",
        /// Facts are being found.
        Investigating = "investigating",
        /// The customer has our answer.
        Answered = "answered",
        /// Nothing is left to do.
        Closed = "closed",
        /// The customer came back.
        Reopened = "reopened",
    }
}

impl Stage {
    /// Whether somebody still has to do something.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Answered | Self::Closed)
    }
}

named! {
    /// What a customer left.
    Kind, "voice-kind-" {
        /// Something was wrong. Alone of the three it has clocks and counts in the complaint rate.
        Complaint = "complaint",
        /// Praise: read, told to those it is about, and put away.
        Compliment = "compliment",
        /// An idea or a remark: read and put away.
        Comment = "comment",
    }
}

named! {
    /// Why a case was closed without an answer.
    EndReason, "end-reason-" {
        /// The customer took it back.
        Withdrawn = "withdrawn",
        /// It never was a complaint. Such a case counts nowhere.
        NotAComplaint = "not_a_complaint",
        /// The customer was asked twice and did not answer for twenty working days.
        Unreachable = "unreachable",
        /// It is part of another case. Such a case counts there.
        Merged = "merged",
    }
}

impl EndReason {
    /// What somebody can choose; that two cases are one is said where they are merged.
    pub const CHOICES: [Self; 3] = [Self::Withdrawn, Self::NotAComplaint, Self::Unreachable];
}

named! {
    /// Whether the customer was right about something.
    Outcome, "issue-outcome-" {
        /// The customer was right.
        Upheld = "upheld",
        /// The customer was not.
        NotUpheld = "not_upheld",
    }
}

/// What came of a case, from what came of its issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseOutcome {
    /// The customer was right in all of it.
    Upheld,
    /// In some of it.
    Partly,
    /// In none of it.
    NotUpheld,
}

impl CaseOutcome {
    /// What came of a case; none as long as something is open or nothing was at issue.
    pub fn of(issues: &[Option<Outcome>]) -> Option<Self> {
        let decided: Vec<Outcome> = issues.iter().copied().collect::<Option<_>>()?;
        let upheld = decided.iter().filter(|outcome| **outcome == Outcome::Upheld).count();
        match upheld {
            _ if decided.is_empty() => None,
            0 => Some(Self::NotUpheld),
            n if n == decided.len() => Some(Self::Upheld),
            _ => Some(Self::Partly),
        }
    }

    /// Message id of its label.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Upheld => "case-outcome-upheld",
            Self::Partly => "case-outcome-partly",
            Self::NotUpheld => "case-outcome-not_upheld",
        }
    }
}

named! {
    /// How the customer was told something.
    How, "how-" {
        /// Face to face or by telephone.
        Spoken = "spoken",
        /// By e-mail.
        Mail = "mail",
        /// By letter.
        Letter = "letter",
        /// On the page of the case, which the customer opens with reference and secret.
        Page = "page",
    }
}

named! {
    /// How a wrong is put right.
    Remedy, "remedy-" {
        /// Nothing beside the answer.
        None = "none",
        /// Mended.
        Repair = "repair",
        /// A new one.
        Replacement = "replacement",
        /// Money back.
        Refund = "refund",
        /// A voucher.
        Voucher = "voucher",
        /// A mistake in our books or our information is corrected.
        Correction = "correction",
        /// Something else.
        Other = "other",
    }
}

named! {
    /// Why something went wrong.
    Cause, "cause-" {
        /// Too few people were there.
        Staffing = "staffing",
        /// Somebody had not learned how.
        Training = "training",
        /// The way we do it is wrong or missing.
        Routine = "routine",
        /// A system or a machine failed.
        Equipment = "equipment",
        /// The product was at fault.
        Product = "product",
        /// A supplier or a carrier failed.
        Supplier = "supplier",
        /// Information was wrong or missing.
        Information = "information",
        /// We promised what we could not keep.
        Promise = "promise",
        /// A slip, as they happen.
        Slip = "slip",
        /// Something else.
        Other = "other",
    }
}

named! {
    /// A promise to the customer that is measured in working time.
    ClockKind, "clock-" {
        /// To say that the complaint has arrived.
        Acknowledge = "acknowledge",
        /// To answer it.
        Answer = "answer",
        /// To be heard from at least so often.
        Update = "update",
    }
}

named! {
    /// Something that happened to a case. Events are never changed; they hold no free text.
    EventKind, "case-event-" {
        /// It was logged.
        Received = "received",
        /// The customer was told that we have it.
        Acknowledged = "acknowledged",
        /// Severity, issues and holder were decided.
        Assessed = "assessed",
        /// Severity and issues were decided anew.
        Regraded = "regraded",
        /// Facts have to be found.
        Investigating = "investigating",
        /// The customer has our answer.
        Answered = "answered",
        /// Nothing is left to do.
        Closed = "closed",
        /// It ended without an answer.
        Ended = "ended",
        /// The customer came back.
        Reopened = "reopened",
        /// The customer was asked something.
        Paused = "paused",
        /// The customer answered.
        Resumed = "resumed",
        /// The customer was told that it takes longer.
        Extended = "extended",
        /// Another unit has it.
        HandedOver = "handed_over",
        /// Somebody took it on.
        Taken = "taken",
        /// Whoever had taken it on gave it back.
        LetGo = "let_go",
        /// Something was mended in what had been written down.
        Corrected = "corrected",
        /// A note was written.
        Noted = "noted",
        /// The customer was written to or spoken with.
        Wrote = "wrote",
        /// The customer wrote or called.
        Heard = "heard",
        /// Praise or an idea was read and put away.
        PutAway = "put_away",
        /// An earlier event was taken back.
        Undone = "undone",
        /// Four fifths of a promised time were used up.
        Warned = "warned",
        /// A promised time was over.
        Late = "late",
        /// A file was added.
        Attached = "attached",
        /// A file was taken away.
        Detached = "detached",
        /// Somebody who works here is named, or more is known of that.
        Mentioned = "mentioned",
        /// Something is still to be done.
        ActionAdded = "action_added",
        /// It is done.
        ActionDone = "action_done",
        /// It is part of another case.
        Merged = "merged",
        /// Another case is part of it.
        TookIn = "took_in",
        /// It has to do with another case.
        Linked = "linked",
        /// It is the same as an earlier case again.
        Repeats = "repeats",
        /// A later case is the same again.
        Repeated = "repeated",
        /// What tied it to another case no longer does.
        Parted = "parted",
        /// It is held back with others until somebody has looked.
        Held = "held",
        /// It is held back no longer.
        LetThrough = "let_through",
        /// The customer says that all is well.
        Content = "content",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_partly_upheld_when_the_customer_was_right_in_some_of_it() {
        use Outcome::{NotUpheld, Upheld};
        let of = |issues: &[Option<Outcome>]| CaseOutcome::of(issues);
        assert_eq!(of(&[Some(Upheld), Some(NotUpheld)]), Some(CaseOutcome::Partly));
        assert_eq!(of(&[Some(Upheld), Some(Upheld)]), Some(CaseOutcome::Upheld));
        assert_eq!(of(&[Some(NotUpheld)]), Some(CaseOutcome::NotUpheld));
        assert_eq!(of(&[Some(Upheld), None]), None, "one is still open");
        assert_eq!(of(&[]), None);
    }
}
