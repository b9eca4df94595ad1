//! The words of the documentation under § 4-3: factors, judgements, states.

use serde::{Deserialize, Serialize};

use crate::customers::complaint::named;

named! {
    /// A factor that the document speaks of.
    HseFactor, "hse-factor-" {
        /// Unclear or conflicting demands.
        A = "a",
        /// Emotional demands in work with people.
        B = "b",
        /// Workload and time pressure.
        C = "c",
        /// Support and help.
        D = "d",
        /// Harassment.
        Harassment = "harassment",
        /// Violence and threats.
        Violence = "violence",
        /// One of the organisation's own.
        Own1 = "own_1",
        /// Another.
        Own2 = "own_2",
    }
}

impl HseFactor {
    /// Whether the organisation names it.
    pub const fn is_own(self) -> bool {
        matches!(self, Self::Own1 | Self::Own2)
    }
}

named! {
    /// Whether a factor matters here.
    Relevance, "hse-relevance-" {
        /// It does.
        Relevant = "relevant",
        /// It does not; the assessment says why.
        NotRelevant = "not_relevant",
    }
}

named! {
    /// How likely, or how serious, as people judge it.
    Level, "hse-level-" {
        /// Low.
        Low = "low",
        /// In between.
        Middle = "middle",
        /// High.
        High = "high",
    }
}

named! {
    /// How far a measure has come.
    RowStatus, "hse-status-" {
        /// Agreed.
        Agreed = "agreed",
        /// It runs.
        Running = "running",
        /// Done.
        Done = "done",
        /// Kept as it is.
        Kept = "kept",
        /// Ended.
        Stopped = "stopped",
    }
}

named! {
    /// Where the document was discussed.
    Forum, "hse-forum-" {
        /// The working environment committee.
        Amu = "amu",
        /// The team.
        Team = "team",
        /// The employees' representatives.
        Representatives = "representatives",
    }
}

named! {
    /// How far a version has come.
    HseState, "hse-state-" {
        /// HR writes.
        Draft = "draft",
        /// Representatives and the unit's manager read.
        Shared = "shared",
        /// In force.
        Approved = "approved",
        /// Another was approved after it.
        Superseded = "superseded",
    }
}

named! {
    /// A step of a document.
    HseAct, "hse-act-" {
        /// From draft to shared.
        Share = "share",
        /// From shared to approved.
        Approve = "approve",
    }
}
