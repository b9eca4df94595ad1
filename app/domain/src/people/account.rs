//! The own account: what its pages show.

use serde::{Deserialize, Serialize};

use crate::{Role, access::Proof};

/// Shortest password of an account without a second factor, in characters.
pub const SHORTEST_PASSWORD: usize = 15;
/// Shortest password of an account with one.
pub const SHORTEST_WITH_FACTOR: usize = 8;
/// Longest login, in characters: what an e-mail address may have.
pub const LONGEST_LOGIN: usize = 320;

/// The page of the own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountPage {
    /// Name.
    pub name: String,
    /// What is typed to sign in.
    pub login: String,
    /// Where mail goes.
    pub email: Option<String>,
    /// Roles, each with the unit it is held for.
    pub roles: Vec<(Role, String)>,
    /// Units on whose roster the person is today.
    pub units: Vec<String>,
    /// Whether there is a password; who signs in through a provider has none.
    pub has_password: bool,
    /// The second factor.
    pub factor: Factor,
    /// Running sessions, the newest use first.
    pub sessions: Vec<SessionRow>,
    /// What is stored about the person.
    pub data: DataCounts,
    /// Whether mail about open rounds is wanted; none when none could be sent.
    pub wants_reminders: Option<bool>,
    /// Whether the weekly letter to managers is wanted; none for whoever would get none.
    pub wants_weekly: Option<bool>,
    /// Whether the letter of the morning about cases is wanted; none for whoever would get none.
    pub wants_digest: Option<bool>,
}

/// The second factor of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Factor {
    /// Whether it is set up.
    pub is_on: bool,
    /// Whether a role asks for it.
    pub is_required: bool,
    /// Whether the demo leaves people with such a role in without it.
    pub is_waived: bool,
    /// Recovery codes that were not used yet.
    pub recovery_left: u32,
}

/// A session of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// What names it in a form; no secret.
    pub key: String,
    /// Browser and system, divided by a slash; either can be empty.
    pub device: String,
    /// Until when the device may answer; none for whoever signed in in full.
    pub answers_until: Option<chrono::NaiveDate>,
    /// Begin, as a clock on the wall shows it.
    pub since: String,
    /// Last use.
    pub seen: String,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// How much is stored about a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataCounts {
    /// Places on a roster, past ones too.
    pub places: u32,
    /// Quarters in which a printed code opened or reset the sign-in, as long as that matters.
    pub codes: u32,
    /// Imports started.
    pub imports: u32,
    /// Files taken out.
    pub exports: u32,
    /// Entries of the audit log about or by the person.
    pub entries: u32,
}

/// The page that sets up a second factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorPage {
    /// The secret as a picture for an app.
    pub picture: QrPicture,
    /// The same for typing, in groups of four.
    pub secret: String,
    /// Whether the person gets nowhere without it.
    pub is_required: bool,
}

/// A picture of black squares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrPicture {
    /// Squares on each side.
    pub modules: u32,
    /// The dark ones, as the data of an SVG path.
    pub path: String,
}

/// The page that sets a password by a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WelcomePage {
    /// Whom the link greets; none without a link, where login and code are typed.
    pub person: Option<Welcomed>,
}

/// Who follows a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Welcomed {
    /// Name.
    pub name: String,
    /// What is typed to sign in.
    pub login: String,
    /// Fewest characters of the new password.
    pub shortest: u32,
    /// Whether it can do without: somebody who only answers.
    pub only_answers: bool,
    /// Whether it is the first one.
    pub is_new: bool,
}

/// A new password as a form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct NewPassword {
    /// The present one, where there is one.
    pub password: String,
    /// The new one.
    pub new_password: String,
    /// The new one once more.
    pub repeat: String,
}

/// What somebody gives to show that it is them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Password.
    pub password: String,
    /// Code of the second factor.
    pub code: String,
}

/// The word for a proof, used after `proof-` in message ids.
pub const fn proof_name(proof: Proof) -> &'static str {
    match proof {
        Proof::Fresh => "fresh",
        Proof::Password => "password",
        Proof::Code => "code",
        Proof::SignIn => "again",
    }
}
