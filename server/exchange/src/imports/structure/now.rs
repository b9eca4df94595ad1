//! The organisation as it is: what a plan is made against.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use domain::{AccountId, PersonId, Role, UnitId, people::register::AccountState};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult};

use crate::imports::Target;
use base::{
    Error, Result,
    db::{all, column, execute},
};
use organisation::{
    Tree,
    changes::{earliest_day, usual_day},
};

/// What every plan looks at.
pub(super) struct Frame {
    pub(super) tree: Tree,
    pub(super) root: UnitId,
    /// Topmost units the sender may change.
    pub(super) tops: Vec<UnitId>,
    pub(super) sender: Option<AccountId>,
    /// The day from which changes hold where the file names none: today; on a round's own first day, which has
    /// counted already, tomorrow.
    pub(super) day: NaiveDate,
    /// First day on which a change can hold; none before the first round.
    pub(super) earliest: Option<NaiveDate>,
    /// Whether what the file leaves out goes away.
    pub(super) is_complete: bool,
    reach: HashSet<UnitId>,
}

impl Frame {
    pub(super) async fn load(db: &impl ConnectionTrait, target: &Target<'_>) -> Result<Self> {
        let tree = Tree::load(db).await?;
        let root = tree.root().unwrap_or(UnitId::new(0));
        let reach = tree.below(&target.tops).into_iter().map(|unit| unit.id).collect();
        Ok(Self {
            root,
            tops: target.tops.clone(),
            sender: target.sender,
            day: usual_day(db, target.today).await?,
            earliest: earliest_day(db).await?,
            is_complete: target.mapping.is_complete,
            reach,
            tree,
        })
    }

    /// Whether the sender may change things in a unit.
    pub(super) fn may(&self, unit: UnitId) -> bool {
        self.reach.contains(&unit)
    }

    /// Whether the sender keeps the whole organisation.
    pub(super) fn is_whole(&self) -> bool {
        self.may(self.root)
    }

    /// Whether a change can no longer hold from this day.
    pub(super) fn is_too_early(&self, day: NaiveDate) -> bool {
        self.earliest.is_some_and(|earliest| day < earliest)
    }

    pub(super) fn unit_name(&self, unit: UnitId) -> String {
        self.tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default()
    }

    pub(super) fn is_closed(&self, unit: UnitId) -> bool {
        self.tree.get(unit).is_some_and(|unit| unit.closed_on.is_some())
    }
}

/// Keeps others from changing units, people, places and roles until the transaction ends. SQLite has
/// one writer anyway.
pub(super) async fn lock(db: &impl ConnectionTrait) -> Result<()> {
    if db.get_database_backend() == DbBackend::Postgres {
        let sql = "LOCK TABLE unit, person, roster, role_grant IN SHARE ROW EXCLUSIVE MODE";
        execute(db, sql, []).await?;
    }
    Ok(())
}

/// Units to which people belong today or later.
pub(super) async fn peopled(db: &impl ConnectionTrait, today: NaiveDate) -> Result<HashSet<UnitId>> {
    let sql = "SELECT DISTINCT unit_id FROM roster WHERE to_on IS NULL OR to_on >= $1";
    Ok(column(db, sql, [today.into()]).await?.into_iter().collect())
}

/// A place on a roster.
#[derive(Clone, Copy, Debug)]
pub(super) struct Belonging {
    pub(super) unit: UnitId,
    pub(super) from: NaiveDate,
    pub(super) to: Option<NaiveDate>,
}

/// A person as they are.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) id: PersonId,
    pub(super) name: String,
    pub(super) account: Option<AccountId>,
    pub(super) email: Option<String>,
    pub(super) has_left: bool,
    /// Whether the account could be used to keep the organisation.
    pub(super) is_open: bool,
    /// In order of time.
    pub(super) places: Vec<Belonging>,
    pub(super) roles: Vec<(Role, UnitId)>,
}

/// Everybody.
pub(super) struct People {
    pub(super) by_number: BTreeMap<String, Person>,
    /// Who signs in with what; none for accounts without a person.
    pub(super) logins: HashMap<String, Option<PersonId>>,
    /// Open accounts without a person that keep the whole organisation.
    pub(super) other_admins: usize,
}

impl People {
    pub(super) async fn load(db: &impl ConnectionTrait, root: UnitId) -> Result<Self> {
        let mut places = places(db).await?;
        let mut roles = roles(db).await?;
        let mut by_number = BTreeMap::new();
        let sql =
            "SELECT person.id, person.external_id, person.name, person.left_on, account.id AS account_id,
                          account.email, account.state
                   FROM person LEFT JOIN account ON account.person_id = person.id";
        for row in all::<StoredPerson>(db, sql, []).await? {
            let person = Person {
                id: row.id,
                name: row.name,
                account: row.account_id,
                email: row.email,
                has_left: row.left_on.is_some(),
                is_open: row.state.as_deref().map_or(Ok(false), is_open)?,
                places: places.remove(&row.id).unwrap_or_default(),
                roles: row.account_id.and_then(|account| roles.remove(&account)).unwrap_or_default(),
            };
            by_number.insert(row.external_id, person);
        }
        let mut logins = HashMap::new();
        let mut other_admins = 0;
        let accounts: Vec<StoredAccount> =
            all(db, "SELECT id, login, person_id, state FROM account", []).await?;
        for account in accounts {
            let held = roles.get(&account.id);
            let is_admin = held.is_some_and(|roles| roles.contains(&(Role::Admin, root)));
            let is_open = is_open(&account.state)?;
            other_admins += usize::from(account.person_id.is_none() && is_admin && is_open);
            logins.insert(account.login, account.person_id);
        }
        Ok(Self { by_number, logins, other_admins })
    }
}

/// A place as it is stored.
#[derive(FromQueryResult)]
struct StoredPlace {
    person_id: PersonId,
    unit_id: UnitId,
    from_on: NaiveDate,
    to_on: Option<NaiveDate>,
}

/// Everybody's places.
async fn places(db: &impl ConnectionTrait) -> Result<HashMap<PersonId, Vec<Belonging>>> {
    let mut places: HashMap<PersonId, Vec<Belonging>> = HashMap::new();
    let sql = "SELECT person_id, unit_id, from_on, to_on FROM roster ORDER BY person_id, from_on, id";
    for place in all::<StoredPlace>(db, sql, []).await? {
        let belonging = Belonging { unit: place.unit_id, from: place.from_on, to: place.to_on };
        places.entry(place.person_id).or_default().push(belonging);
    }
    Ok(places)
}

/// A role as it is stored.
#[derive(FromQueryResult)]
struct StoredRole {
    account_id: AccountId,
    role: String,
    unit_id: UnitId,
}

/// The roles of all accounts.
async fn roles(db: &impl ConnectionTrait) -> Result<HashMap<AccountId, Vec<(Role, UnitId)>>> {
    let mut roles: HashMap<AccountId, Vec<(Role, UnitId)>> = HashMap::new();
    let sql = "SELECT account_id, role, unit_id FROM role_grant WHERE role <> 'employee'
               ORDER BY account_id, role, unit_id";
    for given in all::<StoredRole>(db, sql, []).await? {
        let role =
            Role::from_name(&given.role).ok_or_else(|| Error::stored("role_grant.role", &given.role))?;
        roles.entry(given.account_id).or_default().push((role, given.unit_id));
    }
    Ok(roles)
}

/// A person with their account, if there is one.
#[derive(FromQueryResult)]
struct StoredPerson {
    id: PersonId,
    external_id: String,
    name: String,
    left_on: Option<NaiveDate>,
    account_id: Option<AccountId>,
    email: Option<String>,
    state: Option<String>,
}

/// An account as it is stored.
#[derive(FromQueryResult)]
struct StoredAccount {
    id: AccountId,
    login: String,
    person_id: Option<PersonId>,
    state: String,
}

fn is_open(state: &str) -> Result<bool> {
    let known = AccountState::from_name(state).ok_or_else(|| Error::stored("account.state", state))?;
    Ok(known.is_open())
}
