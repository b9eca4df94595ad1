//! Keeping people: what the pages show, and what their forms send.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{PersonId, UnitId, access::Role, organisation::unit::UnitItem};

/// The roles that can be given; that of an employee comes with a place on a roster.
pub const GIVEABLE: [Role; 5] =
    [Role::Manager, Role::Service, Role::Hr, Role::StaffRepresentative, Role::Admin];

/// How an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// There is none.
    None,
    /// Nobody was invited to it yet.
    New,
    /// A letter or code is on its way.
    Invited,
    /// Its owner has signed in.
    Active,
    /// Nobody can sign in for now.
    Locked,
    /// Its owner has left.
    Left,
}

impl AccountState {
    /// All states.
    pub const ALL: [Self; 6] = [Self::None, Self::New, Self::Invited, Self::Active, Self::Locked, Self::Left];

    /// The word used in the database and, after `account-state-`, as a message id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::New => "new",
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Locked => "locked",
            Self::Left => "left",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether its owner can sign in, or could be invited to.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::New | Self::Invited | Self::Active)
    }
}

/// Which people the list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonFilter {
    /// Words to look for in names, numbers and addresses.
    pub search: String,
    /// Unit, with those below it; none for all.
    pub unit: Option<UnitId>,
    /// State of the account; none for everybody who has not left.
    pub state: Option<AccountState>,
    /// Page, from 1.
    pub page: u32,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    /// Database id, used in addresses.
    pub id: PersonId,
    /// Stable external number.
    pub number: String,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Name of the unit where the person belongs, or will.
    pub unit: Option<String>,
    /// How the account stands.
    pub state: AccountState,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonList {
    /// Rows of this page.
    pub rows: Vec<PersonRow>,
    /// People who fit.
    pub total: u64,
    /// This page, from 1.
    pub page: u32,
    /// Number of pages, at least 1.
    pub pages: u32,
    /// Units that can be picked.
    pub units: Vec<UnitItem>,
}

/// A place on a roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Name of the unit.
    pub unit: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day; none while no end is known.
    pub to: Option<NaiveDate>,
    /// Whether it is where the person belongs today.
    pub is_now: bool,
}

/// A role that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenRole {
    /// Role.
    pub role: Role,
    /// Unit it is held for.
    pub unit: UnitId,
    /// Name of that unit.
    pub unit_name: String,
    /// When it was given, as far as it was written down.
    pub since: Option<NaiveDate>,
    /// Whether the administrator may take it away.
    pub may_take: bool,
}

/// Something that can be done to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonAct {
    /// Another name, number or address.
    Change,
    /// A place on a roster.
    Move,
    /// A role is given.
    GiveRole,
    /// A role is taken away.
    TakeRole,
    /// An invitation by mail.
    Invite,
    /// A printed one-time code.
    Code,
    /// Every session of the account ends.
    Sessions,
    /// The account is locked.
    Lock,
    /// The account is opened again.
    Unlock,
    /// The person leaves.
    Leave,
    /// The person is removed, as if they had never been here: they were written down by mistake.
    Remove,
}

impl PersonAct {
    /// All acts.
    pub const ALL: [Self; 11] = [
        Self::Change,
        Self::Move,
        Self::GiveRole,
        Self::TakeRole,
        Self::Invite,
        Self::Code,
        Self::Sessions,
        Self::Lock,
        Self::Unlock,
        Self::Leave,
        Self::Remove,
    ];

    /// The word used in addresses and, after `person-act-`, in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Move => "move",
            Self::GiveRole => "give-role",
            Self::TakeRole => "take-role",
            Self::Invite => "invite",
            Self::Code => "code",
            Self::Sessions => "sessions",
            Self::Lock => "lock",
            Self::Unlock => "unlock",
            Self::Leave => "leave",
            Self::Remove => "remove",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }

    /// Whether the administrator has to show first that it is them.
    pub const fn is_sensitive(self) -> bool {
        matches!(
            self,
            Self::Change
                | Self::GiveRole
                | Self::TakeRole
                | Self::Code
                | Self::Lock
                | Self::Leave
                | Self::Remove
        )
    }
}

/// A person's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonPage {
    /// The person.
    pub row: PersonRow,
    /// First day on which the person no longer belongs here.
    pub left_on: Option<NaiveDate>,
    /// Places, newest first.
    pub places: Vec<Place>,
    /// Roles that were given.
    pub roles: Vec<GivenRole>,
    /// What can be done.
    pub acts: Vec<PersonAct>,
    /// Whether this is the administrator's own page.
    pub is_self: bool,
    /// Whether something of the person lies outside the administrator's units, so that the account is not
    /// theirs to change.
    pub is_foreign: bool,
}

/// The page of something that can be done to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonActPage {
    /// What.
    pub act: PersonAct,
    /// The person.
    pub row: PersonRow,
    /// Units to choose from.
    pub units: Vec<UnitItem>,
    /// Roles that can be taken away.
    pub roles: Vec<GivenRole>,
    /// Day that the form proposes.
    pub day: NaiveDate,
    /// Earliest day it takes; none while no round has begun.
    pub earliest: Option<NaiveDate>,
}

/// What the page of an act sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PersonForm {
    /// Name.
    pub name: String,
    /// Number.
    pub number: String,
    /// E-mail address.
    pub email: String,
    /// Unit.
    pub unit: String,
    /// Role.
    pub role: String,
    /// First day of a place, or last day of somebody who leaves.
    pub from_on: String,
}

/// The page on which a person is added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPersonPage {
    /// Units to choose from.
    pub units: Vec<UnitItem>,
    /// Whether somebody can be added who belongs nowhere yet.
    pub may_be_nowhere: bool,
    /// Day that the form proposes.
    pub day: NaiveDate,
}

/// The page of codes and invitations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodesPage {
    /// Units with people who need a code, and how many.
    pub waiting: Vec<(UnitItem, u32)>,
    /// People with an address who were not invited yet.
    pub to_invite: u32,
}

/// A printed one-time code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Name.
    pub name: String,
    /// Number: what the person signs in with.
    pub login: String,
    /// Unit.
    pub unit: String,
    /// The code.
    pub code: String,
}

/// A sheet of codes, shown once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Slips.
    pub slips: Vec<Slip>,
    /// Last day on which the codes work.
    pub valid_until: NaiveDate,
    /// Address that people type: of the page that takes the code.
    pub address: String,
    /// The same for a telephone's camera.
    pub picture: super::account::QrPicture,
}
