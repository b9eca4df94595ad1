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

            /// The word used in the database.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// Message id of its name.
            pub fn text_id(self) -> String {
                format!("event-{}", self.name().replace('_', "-"))
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
    SignedIn = "signed_in",
    /// A password or code was wrong.
    SignInRefused = "sign_in_refused",
    /// Somebody signed out.
    SignedOut = "signed_out",
    /// Somebody asked for what their role does not include.
    Denied = "denied",
    /// A password was set or changed.
    PasswordChanged = "password_changed",
    /// A device was signed in to answer.
    DeviceOpened = "device_opened",
    /// A second factor was set up.
    SecondFactorAdded = "second_factor_added",
    /// A second factor was taken away.
    SecondFactorRemoved = "second_factor_removed",
    /// Recovery codes were made anew.
    RecoveryCodesMade = "recovery_codes_made",
    /// A recovery code was used.
    RecoveryCodeUsed = "recovery_code_used",
    /// Sessions were ended.
    SessionsEnded = "sessions_ended",
    /// An invitation or reset link was asked for.
    LinkAsked = "link_asked",
    /// A one-time code was printed.
    CodePrinted = "code_printed",
    /// A provider's identity was joined to an account.
    ProviderLinked = "provider_linked",
    /// A provider's token had no role claim, so the roles stayed as they were.
    RolesKept = "roles_kept",
    /// A person closed their own account.
    AccountClosed = "account_closed",
    /// An account was made.
    AccountMade = "account_made",
    /// An account was locked.
    AccountLocked = "account_locked",
    /// An account was opened again.
    AccountUnlocked = "account_unlocked",
    /// A person left.
    PersonLeft = "person_left",
    /// A person who was written down by mistake was removed.
    PersonRemoved = "person_removed",
    /// A person's name, number or address was changed.
    PersonChanged = "person_changed",
    /// A person was put on a unit's roster, or moved to another.
    PersonMoved = "person_moved",
    /// A role was given.
    RoleGiven = "role_given",
    /// A role was taken away.
    RoleTaken = "role_taken",
    /// A unit was opened.
    UnitOpened = "unit_opened",
    /// A unit got another name.
    UnitRenamed = "unit_renamed",
    /// A unit was hung under another.
    UnitMoved = "unit_moved",
    /// A unit was closed.
    UnitClosed = "unit_closed",
    /// A unit was merged into another.
    UnitMerged = "unit_merged",
    /// A unit that was opened by mistake was removed.
    UnitRemoved = "unit_removed",
    /// An import was confirmed.
    Imported = "imported",
    /// An import of complaints, contacts or history was taken back.
    ImportUndone = "import_undone",
    /// A file was taken out.
    Exported = "exported",
    /// The packs of all units were asked for.
    ExportStarted = "export_started",
    /// The review of a quarter was approved.
    ReviewApproved = "review_approved",
    /// Documentation of the working environment was written.
    HseChanged = "hse_changed",
    /// Documentation was shared.
    HseShared = "hse_shared",
    /// Documentation was approved.
    HseApproved = "hse_approved",
    /// Documentation was discussed.
    HseDiscussed = "hse_discussed",
    /// Somebody said that they have read documentation.
    HseRead = "hse_read",
    /// A person took their own data out.
    OwnDataTaken = "own_data_taken",
    /// A round was planned, opened, closed, released or voided.
    RoundChanged = "round_changed",
    /// A threshold of the release rules was changed.
    ThresholdChanged = "threshold_changed",
    /// A team began or ceased to answer with codes on a tablet.
    CodesChosen = "codes_chosen",
    /// A sheet of one-time codes was asked for.
    CodesAsked = "codes_asked",
    /// A sheet of one-time codes was released to be made.
    CodesReleased = "codes_released",
    /// A sheet of one-time codes was made for a team.
    CodesMade = "codes_made",
    /// A team's one-time codes were revoked.
    CodesRevoked = "codes_revoked",
    /// A statement of the organisation's own was added, reworded, ended or taken back.
    QuestionChanged = "question_changed",
    /// An action was agreed, changed or reviewed.
    ActionChanged = "action_changed",
    /// Name, time zone or language of letters was changed.
    SettingsChanged = "settings_changed",
    /// Somebody read whom a customer named.
    MentionRead = "mention_read",
    /// A note on the time axis was written, changed or removed.
    NoteChanged = "note_changed",
    /// Opening hours of a unit were changed.
    HoursChanged = "hours_changed",
    /// The wording of letters to customers was changed.
    WordingChanged = "wording_changed",
    /// A code for customers' cards was made or revoked, or the number they may call was changed.
    CardCodesChanged = "card_codes_changed",
    /// A customer was given what opens the own case.
    SlipGiven = "slip_given",
    /// It was decided whether cards that were held back count.
    HeldDecided = "held_decided",
    /// Somebody looked a member up; what was typed is not said.
    MemberLookedUp = "member_looked_up",
    /// A member was taken in.
    MemberJoined = "member_joined",
    /// A member got a new address of the own page.
    MemberReissued = "member_reissued",
    /// A member left: at the desk, or by the own page.
    MemberLeft = "member_left",
    /// Somebody said that the date is right, after the clock had leapt.
    JobsResumed = "jobs_resumed",
}

/// Which part of the log is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AuditFilter {
    /// Only this event; none shows all.
    pub event: Option<Event>,
    /// Only rows before this one; 0 begins with the newest.
    pub before: i64,
    /// Whether the chain of hashes is checked, which reads the whole log.
    pub check: bool,
}

/// A part of the log, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPage {
    /// Rows.
    pub rows: Vec<AuditRow>,
    /// Whether there are older ones.
    pub has_more: bool,
    /// What the check of the chain found, when it was asked for.
    pub chain: Option<Chain>,
}

/// A row of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditRow {
    /// Place in the chain, from 1.
    pub id: i64,
    /// When, where the organisation is: `2026-11-17 16:42`.
    pub at: String,
    /// What happened.
    pub event: Event,
    /// Name of who did it.
    pub who: Option<String>,
    /// Name of whom it is about.
    pub whom: Option<String>,
    /// Name of the unit it is about.
    pub unit: Option<String>,
    /// What else there is to know: a role, a day, a file.
    pub detail: String,
}

/// A change of something that is kept, as the page shows it on which it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// When, `YYYY-MM-DD HH:MM`.
    pub at: String,
    /// Name of who did it; none when the account is gone.
    pub who: Option<String>,
    /// What was changed.
    pub detail: String,
}

/// What a check of the chain found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chain {
    /// Every row fits the one before.
    Whole {
        /// Rows.
        rows: u64,
        /// Hash of the newest row, as hexadecimal.
        head: String,
    },
    /// A row was changed, put in or taken out.
    Broken {
        /// The first row that does not fit.
        row: i64,
    },
}
