//! What the audit log holds.

use serde::{Deserialize, Serialize};

macro_rules! events {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// Something that is written down.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Event { $($(#[$doc])* $variant),+ }

        impl Event {
            /// All events.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in the database and, after `event-`, as a message id.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// Reads the word.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|event| event.name() == name)
            }
        }
    };
}

events! {
    /// Somebody signed in.
    SignedIn = "signed-in",
    /// A password or code was wrong.
    SignInRefused = "sign-in-refused",
    /// Somebody signed out.
    SignedOut = "signed-out",
    /// Somebody asked for what their role does not include.
    Denied = "denied",
    /// A password was set or changed.
    PasswordChanged = "password-changed",
    /// A second factor was set up.
    SecondFactorAdded = "second-factor-added",
    /// A second factor was taken away.
    SecondFactorRemoved = "second-factor-removed",
    /// Recovery codes were made anew.
    RecoveryCodesMade = "recovery-codes-made",
    /// A recovery code was used.
    RecoveryCodeUsed = "recovery-code-used",
    /// Sessions were ended.
    SessionsEnded = "sessions-ended",
    /// An invitation or reset link was asked for.
    LinkAsked = "link-asked",
    /// A one-time code was printed.
    CodePrinted = "code-printed",
    /// A provider's identity was joined to an account.
    ProviderLinked = "provider-linked",
    /// A person closed their own account.
    AccountClosed = "account-closed",
    /// An account was made.
    AccountMade = "account-made",
    /// An account was locked.
    AccountLocked = "account-locked",
    /// An account was opened again.
    AccountUnlocked = "account-unlocked",
    /// A person left.
    PersonLeft = "person-left",
    /// A person's name, number or address was changed.
    PersonChanged = "person-changed",
    /// A person was put on a unit's roster, or moved to another.
    PersonMoved = "person-moved",
    /// A role was given.
    RoleGiven = "role-given",
    /// A role was taken away.
    RoleTaken = "role-taken",
    /// A unit was opened, renamed, moved, closed or merged.
    UnitChanged = "unit-changed",
    /// An import was confirmed.
    Imported = "imported",
    /// A file was taken out.
    Exported = "exported",
    /// A person took their own data out.
    OwnDataTaken = "own-data-taken",
    /// A round was planned, opened, closed, released or voided.
    RoundChanged = "round-changed",
    /// A threshold of the release rules was changed.
    ThresholdChanged = "threshold-changed",
}
