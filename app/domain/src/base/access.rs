//! Who may do what. Deny by default: a right that no role is listed for is nobody's.

use serde::{Deserialize, Serialize};

use crate::{Lang, organisation::unit::UnitKind};

/// A role, held for a unit and everything below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Checks in; sees the own team's released figures.
    Employee,
    /// Sees released figures, link and complaints of the unit.
    Manager,
    /// Logs and handles complaints of the unit.
    Service,
    /// Sees all released figures, rounds and review packs.
    Hr,
    /// Sees the same figures as HR, and no case texts.
    StaffRepresentative,
    /// Keeps people, units and imports; sees no wellbeing figures.
    Admin,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 6] =
        [Self::Employee, Self::Manager, Self::Service, Self::Hr, Self::StaffRepresentative, Self::Admin];

    /// The word used in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Employee => "employee",
            Self::Manager => "manager",
            Self::Service => "service",
            Self::Hr => "hr",
            Self::StaffRepresentative => "staff_representative",
            Self::Admin => "admin",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Id of the message that says it.
    pub fn text_id(self) -> String {
        role_text_id(self.name())
    }

    /// Whether the role may only be used with a second factor.
    pub const fn needs_second_factor(self) -> bool {
        matches!(self, Self::Manager | Self::Hr | Self::Admin)
    }

    /// Minutes without a request after which a session with this role ends.
    pub const fn idle_minutes(self) -> i64 {
        match self {
            Self::Manager | Self::Hr | Self::Admin => 30,
            Self::Employee | Self::Service | Self::StaffRepresentative => 8 * 60,
        }
    }
}

/// Id of the message that says a role by the word in the database; the log of a case has customers as well.
pub fn role_text_id(name: &str) -> String {
    format!("role-{}", name.replace('_', "-"))
}

/// Something a signed-in person can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Cast a ballot in the open round.
    CheckIn,
    /// See a unit's released figures, complaint rates and link.
    ViewFigures,
    /// See the quarter's review.
    ViewReview,
    /// Take the review out as a file.
    ExportReview,
    /// Approve the review of a quarter.
    ApproveReview,
    /// Log a complaint.
    LogComplaint,
    /// Read complaints and their texts.
    ViewCases,
    /// Move a case on, write notes.
    HandleCase,
    /// Import complaints, contacts and history.
    ImportVoice,
    /// Keep the own account: password, second factor, sessions, own data.
    KeepAccount,
    /// Keep the tree of units: open, rename, move, close, merge, import.
    ManageUnits,
    /// Keep people, their places, roles and accounts.
    ManagePeople,
    /// Read the audit log.
    ViewAudit,
    /// Keep rounds and own questions.
    ManageRounds,
    /// See the calendar of rounds and their purposes.
    ViewRounds,
    /// See the rules of the release and what they hid.
    ViewRules,
    /// Change the rules of the release.
    ManageRules,
    /// Let teams answer on a shared tablet, ask for sheets of codes and print them.
    ManageCodes,
    /// Release the sheets of codes that were asked for.
    ReleaseCodes,
    /// Read comments of check-ins, where they are shown.
    ReadComments,
    /// See what is new in the units one looks after.
    ViewToday,
    /// See what a unit tries, with before and after.
    ViewActions,
    /// Agree, change and review what a unit tries.
    ManageActions,
    /// Write, change and remove notes on the time axis.
    ManageNotes,
    /// See how far the organisation is set up.
    ViewSetUp,
    /// Change name, time zone and language of letters; try whether mail arrives.
    ManageSettings,
    /// See how customers' cases went, without their texts.
    ViewVoiceReports,
    /// See the own team's page.
    ViewTeam,
    /// Keep a unit's contacts by hand.
    KeepContacts,
    /// Read whom a customer named, tell them, and say what came of it.
    ReadMention,
    /// Keep opening hours and the wording of letters to customers.
    KeepVoice,
    /// Look a member up by number or telephone.
    LookUpMember,
    /// Take members in, and let them go when they ask for it.
    KeepMembers,
    /// Write the documentation of the psychosocial working environment.
    WriteHse,
    /// Read it before it is approved, and remark on it.
    RemarkHse,
}

impl Right {
    /// All rights.
    pub const ALL: [Self; 35] = [
        Self::CheckIn,
        Self::ViewFigures,
        Self::ViewReview,
        Self::ExportReview,
        Self::ApproveReview,
        Self::LogComplaint,
        Self::ViewCases,
        Self::HandleCase,
        Self::ImportVoice,
        Self::KeepAccount,
        Self::ManageUnits,
        Self::ManagePeople,
        Self::ViewAudit,
        Self::ManageRounds,
        Self::ViewRounds,
        Self::ViewRules,
        Self::ManageRules,
        Self::ManageCodes,
        Self::ReleaseCodes,
        Self::ReadComments,
        Self::ViewToday,
        Self::ViewActions,
        Self::ManageActions,
        Self::ManageNotes,
        Self::ViewSetUp,
        Self::ManageSettings,
        Self::ViewVoiceReports,
        Self::ViewTeam,
        Self::KeepContacts,
        Self::ReadMention,
        Self::KeepVoice,
        Self::LookUpMember,
        Self::KeepMembers,
        Self::WriteHse,
        Self::RemarkHse,
    ];

    /// The word in the table of rights.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CheckIn => "check_in",
            Self::ViewFigures => "view_figures",
            Self::ViewReview => "view_review",
            Self::ExportReview => "export_review",
            Self::ApproveReview => "approve_review",
            Self::LogComplaint => "log_complaint",
            Self::ViewCases => "view_cases",
            Self::HandleCase => "handle_case",
            Self::ImportVoice => "import_voice",
            Self::KeepAccount => "keep_account",
            Self::ManageUnits => "manage_units",
            Self::ManagePeople => "manage_people",
            Self::ViewAudit => "view_audit",
            Self::ManageRounds => "manage_rounds",
            Self::ViewRounds => "view_rounds",
            Self::ViewRules => "view_rules",
            Self::ManageRules => "manage_rules",
            Self::ManageCodes => "manage_codes",
            Self::ReleaseCodes => "release_codes",
            Self::ReadComments => "read_comments",
            Self::ViewToday => "view_today",
            Self::ViewActions => "view_actions",
            Self::ManageActions => "manage_actions",
            Self::ManageNotes => "manage_notes",
            Self::ViewSetUp => "view_set_up",
            Self::ManageSettings => "manage_settings",
            Self::ViewVoiceReports => "view_voice_reports",
            Self::ViewTeam => "view_team",
            Self::KeepContacts => "keep_contacts",
            Self::ReadMention => "read_mention",
            Self::KeepVoice => "keep_voice",
            Self::LookUpMember => "look_up_member",
            Self::KeepMembers => "keep_members",
            Self::WriteHse => "write_hse",
            Self::RemarkHse => "remark_hse",
        }
    }

    /// Whether it is about the person who does it, and not about a unit.
    pub const fn is_about_oneself(self) -> bool {
        matches!(self, Self::CheckIn | Self::KeepAccount)
    }

    /// Whether a device may do it that is signed in to answer and for nothing else.
    pub const fn is_for_answers(self) -> bool {
        matches!(self, Self::CheckIn | Self::KeepAccount | Self::ViewTeam)
    }

    /// The roles that may do it, in the units they hold the role for and below.
    pub const fn roles(self) -> &'static [Role] {
        use Role::{Admin, Employee, Hr, Manager, Service, StaffRepresentative};
        match self {
            Self::CheckIn => &[Employee],
            Self::ViewFigures | Self::ViewTeam => &[Employee, Manager, Hr, StaffRepresentative],
            // Equal arms: what HR takes out of the review, the staff's representative takes out too.
            Self::ViewReview | Self::ExportReview | Self::ViewRounds => &[Hr, StaffRepresentative],
            Self::ApproveReview | Self::ManageRounds => &[Hr],
            Self::LogComplaint => &[Service, Manager],
            Self::ViewCases => &[Service, Manager],
            Self::HandleCase => &[Service, Manager],
            Self::ImportVoice => &[Service, Admin],
            Self::KeepAccount => &Role::ALL,
            Self::ManageUnits | Self::ManagePeople => &[Admin],
            Self::ViewAudit => &[Admin, StaffRepresentative],
            Self::ViewRules | Self::ViewSetUp => &[Hr, StaffRepresentative, Admin],
            Self::ManageRules | Self::ManageSettings => &[Admin],
            Self::ManageCodes => &[Hr],
            Self::ReleaseCodes => &[StaffRepresentative],
            Self::ReadComments | Self::ViewToday => &[Manager, Hr, StaffRepresentative],
            Self::ViewActions => &[Employee, Manager, Hr, StaffRepresentative],
            Self::ManageActions => &[Manager, Hr],
            Self::ManageNotes => &[Manager, Service, Hr],
            Self::ViewVoiceReports => &[Manager, Hr, StaffRepresentative],
            Self::KeepContacts => &[Manager, Service, Admin],
            Self::ReadMention => &[Manager, Hr],
            Self::KeepVoice => &[Manager, Admin],
            Self::LookUpMember => &[Service, Manager],
            Self::KeepMembers => &[Service],
            Self::WriteHse => &[Hr],
            Self::RemarkHse => &[StaffRepresentative, Manager],
        }
    }
}

/// The signed-in person as pages need to know them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// Name for the header; none when nobody is signed in.
    pub name: Option<String>,
    /// What the person may do somewhere.
    pub rights: Vec<Right>,
    /// Language of the page.
    pub lang: Lang,
    /// Colour theme of the page.
    pub theme: Theme,
    /// Whether all data are made up, which every page says.
    pub is_synthetic: bool,
    /// Name of the organisation, for the footer.
    pub organisation: String,
    /// What has to be asked before a sensitive act.
    pub proof: Proof,
    /// Under which name the browser keeps what is this account's alone: 32 hexadecimal digits. None when
    /// nobody is signed in.
    pub shelf: Option<String>,
}

impl Viewer {
    /// Whether the person may do this somewhere.
    pub fn may(&self, right: Right) -> bool {
        self.rights.contains(&right)
    }

    /// Whether the figures the person sees are those of the own team only, as one of those who answer.
    pub fn is_team_member_only(&self) -> bool {
        // Whoever looks at figures for a living may read comments too; who only answers may not.
        self.may(Right::ViewTeam) && !self.may(Right::ReadComments)
    }
}

/// What a sensitive act (a role, a second factor, an export of one's own data) asks first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// Nothing: the person showed within the last ten minutes that it is them.
    Fresh,
    /// The password.
    #[default]
    Password,
    /// Six digits of the second factor.
    Code,
    /// A new sign-in: the account has neither.
    SignIn,
}

/// Colour theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device prefers.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// All themes, in the order the account page shows them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word used in the cookie and, unless auto, in `html[data-theme]`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads the word; anything else is `Auto`.
    pub fn from_name(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }
}

/// A sign-in of the demo, shown on the sign-in page in demo mode only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoSignIn {
    /// E-mail address to sign in with.
    pub email: String,
    /// Password.
    pub password: String,
    /// Role it shows.
    pub role: Role,
    /// Name of the unit the role is held for.
    pub unit: String,
    /// Kind of that unit.
    pub unit_kind: UnitKind,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, text::has};

    #[test]
    fn an_admin_sees_no_wellbeing_figures_by_virtue_of_being_admin() {
        for right in [Right::ViewFigures, Right::ViewReview, Right::ExportReview] {
            assert!(!right.roles().contains(&Role::Admin), "{right:?}");
        }
    }

    /// A representative's remark on the § 4-3 document said an id for a role.
    #[test]
    fn every_role_is_said_in_both_languages() {
        for lang in [Lang::En, Lang::Nb] {
            for name in Role::ALL.map(Role::name).into_iter().chain(["customer"]) {
                assert!(has(lang, &role_text_id(name)), "{name}");
            }
        }
    }

    #[test]
    fn a_staff_representative_reads_no_case_texts() {
        for right in [Right::ViewCases, Right::HandleCase] {
            assert!(!right.roles().contains(&Role::StaffRepresentative), "{right:?}");
        }
    }
}
