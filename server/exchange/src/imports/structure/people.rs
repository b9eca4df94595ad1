//! The plan for a file of people: who is new, moves, changes, gets or loses a role, leaves. Pure: the same
//! rows in any order against the same organisation give the same plan, and once it is carried out, an
//! empty one.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    AccountId, PersonId, Role, UnitId,
    exchange::import::{ChangeKind, ChangeLine, ImportField, RowProblem, RowWhy},
};
use serde::Serialize;

use super::{
    now::{Frame, People, Person},
    roles::Place,
    rows::{File, PersonRow, Said},
    words,
};
use people::register::changes::Details;

/// Roles, each with the unit it is held for.
pub(super) type Roles = Vec<(Role, UnitId)>;

/// What happens to somebody's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) enum Placing {
    /// Nothing.
    Stay,
    /// They belong to this unit from that day on.
    Join(UnitId, NaiveDate),
    /// They belong to no unit from that day on.
    End(NaiveDate),
}

/// What happens to one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Change {
    /// None for somebody new.
    pub(super) person: Option<PersonId>,
    pub(super) account: Option<AccountId>,
    pub(super) details: Details,
    pub(super) has_new_details: bool,
    pub(super) is_back: bool,
    pub(super) placing: Placing,
    pub(super) give: Roles,
    pub(super) take: Roles,
}

/// What would change: by person, in the order of their numbers, and who leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Changes {
    pub(super) people: Vec<Change>,
    pub(super) leavers: Vec<PersonId>,
}

/// The changes, in words too, and what stands against them.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) changes: Changes,
    pub(super) lines: Vec<ChangeLine>,
    pub(super) problems: Vec<RowProblem>,
    pub(super) unchanged: u64,
    /// People the file would have to name when it is complete.
    pub(super) of: u64,
}

struct Planner<'a> {
    frame: &'a Frame,
    now: &'a People,
    file: &'a File<PersonRow>,
    units: HashMap<&'a str, UnitId>,
    /// First row of each number, those with problems included.
    first: HashMap<&'a str, u64>,
    /// First row of each thing to sign in with.
    logins: HashMap<String, u64>,
    plan: Plan,
}

/// Makes the plan.
pub(super) fn plan(frame: &Frame, now: &People, file: &File<PersonRow>) -> Plan {
    let mut planner = Planner {
        frame,
        now,
        file,
        units: frame.tree.by_external(),
        first: HashMap::new(),
        logins: HashMap::new(),
        plan: Plan::default(),
    };
    for (number, row) in &file.refused {
        planner.first.entry(number).or_insert(*row);
    }
    for row in &file.rows {
        let seen = *planner.first.entry(&row.number).or_insert(row.row);
        if seen == row.row {
            planner.row(row);
        } else {
            planner.problem(row, ImportField::Number, &row.number, RowWhy::Duplicate { first_row: seen });
        }
    }
    planner.find_leavers();
    planner.require_an_admin();
    planner.plan.changes.people.sort_by(|a, b| a.details.number.cmp(&b.details.number));
    planner.plan
}

impl<'a> Planner<'a> {
    fn problem(&mut self, row: &PersonRow, field: ImportField, cell: &str, why: RowWhy) {
        self.plan.problems.push(self.file.problem(row.row, field, cell, why));
    }

    fn row(&mut self, row: &'a PersonRow) {
        let frame = self.frame;
        let before = self.plan.problems.len();
        let now = self.now.by_number.get(&row.number);
        if now.is_some_and(|person| !self.is_ours(person)) {
            return self.problem(row, ImportField::Number, &row.number, RowWhy::ForeignPerson);
        }
        let unit = self.unit(row);
        let details = self.details(row, now);
        let placing = self.placing(row, now, unit);
        let (give, take) = self.roles(row, now, unit);
        if self.plan.problems.len() > before {
            return;
        }
        let has_new_details = now.is_some_and(|now| now.name != details.name || now.email != details.email);
        let is_back = now.is_some_and(|now| now.has_left);
        let is_same = now.is_some()
            && !has_new_details
            && !is_back
            && placing == Placing::Stay
            && give.is_empty()
            && take.is_empty();
        if is_same {
            self.plan.unchanged += 1;
            return;
        }
        let change = Change {
            person: now.map(|now| now.id),
            account: now.and_then(|now| now.account),
            details,
            has_new_details,
            is_back,
            placing,
            give,
            take,
        };
        self.plan.lines.extend(words::lines(frame, &change, now));
        self.plan.changes.people.push(change);
    }

    /// Whether the sender may change this person: the places they have, or had last, lie within, and nobody
    /// but who keeps the whole organisation changes those who belong nowhere.
    fn is_ours(&self, person: &Person) -> bool {
        let is_coming = |to: Option<NaiveDate>| to.is_none_or(|to| to >= self.frame.day);
        let mut coming = person.places.iter().filter(|place| is_coming(place.to)).peekable();
        self.frame.is_whole()
            || match (coming.peek(), person.places.last()) {
                (Some(_), _) => coming.all(|place| self.frame.may(place.unit)),
                (None, Some(last)) => self.frame.may(last.unit),
                (None, None) => false,
            }
    }

    fn has_foreign_roles(&self, person: &Person) -> bool {
        person.roles.iter().any(|(_, unit)| !self.frame.may(*unit))
    }

    fn unit(&mut self, row: &PersonRow) -> Option<UnitId> {
        let field = ImportField::Unit;
        let Some(number) = &row.unit else {
            // Whoever belongs nowhere is out of reach for whoever keeps a part of the tree.
            if !self.frame.is_whole() {
                self.problem(row, field, "-", RowWhy::ForeignUnit);
            }
            return None;
        };
        let unit = self.units.get(number.as_str()).copied();
        let why = match unit {
            None => RowWhy::UnknownUnit,
            Some(unit) if !self.frame.may(unit) => RowWhy::ForeignUnit,
            Some(unit) if self.frame.is_closed(unit) => RowWhy::UnitClosed,
            Some(unit) => return Some(unit),
        };
        self.problem(row, field, number, why);
        None
    }

    fn details(&mut self, row: &PersonRow, now: Option<&Person>) -> Details {
        let old = now.and_then(|now| now.email.clone());
        let email = match &row.email {
            Said::Nothing => old.clone(),
            Said::Dash => None,
            Said::This(email) => Some(email.clone()),
        };
        if let Some(now) = now.filter(|now| self.has_foreign_roles(now)) {
            // With the address comes the account, and what it may do elsewhere; and a name is what others
            // know somebody by.
            if email != old {
                let cell = email.as_deref().unwrap_or("-");
                self.problem(row, ImportField::Email, cell, RowWhy::ForeignPerson);
            } else if now.name != row.name {
                self.problem(row, ImportField::Name, &row.name, RowWhy::ForeignPerson);
            }
        }
        let details = Details { number: row.number.clone(), name: row.name.clone(), email };
        if now.is_some_and(|now| now.account.is_none())
            && details.email.is_none()
            && row.roles == Said::Nothing
        {
            return details; // Without an account there is nothing to sign in to.
        }
        let login = details.login();
        let field = if details.email.is_some() { ImportField::Email } else { ImportField::Number };
        if let Some(first_row) = self.logins.get(&login).copied() {
            let why = match field {
                ImportField::Email => RowWhy::DuplicateAddress { first_row },
                _ => RowWhy::Duplicate { first_row },
            };
            self.problem(row, field, &login, why);
        } else if self
            .now
            .logins
            .get(&login)
            .is_some_and(|owner| *owner != now.map(|now| now.id) || owner.is_none())
        {
            self.problem(row, field, &login, RowWhy::AddressTaken);
        } else {
            self.logins.insert(login, row.row);
        }
        details
    }

    fn placing(&mut self, row: &PersonRow, now: Option<&Person>, unit: Option<UnitId>) -> Placing {
        let from = row.from.unwrap_or(self.frame.day);
        let places = now.map(|now| now.places.as_slice()).unwrap_or_default();
        let placing = match (&row.unit, unit) {
            (Some(_), Some(unit)) => {
                let is_there = places.iter().any(|place| {
                    place.unit == unit && place.to.is_none() && (row.from.is_none() || place.from <= from)
                });
                if is_there { Placing::Stay } else { Placing::Join(unit, from) }
            }
            (None, _) if places.iter().any(|place| place.to.is_none_or(|to| to >= from)) => {
                Placing::End(from)
            }
            _ => Placing::Stay,
        };
        if placing != Placing::Stay && self.frame.is_too_early(from) {
            self.problem(row, ImportField::From, &from.to_string(), RowWhy::RoundBegun);
        }
        placing
    }

    /// Roles to give and to take, so that the person has those of the row and no others.
    fn roles(&mut self, row: &PersonRow, now: Option<&Person>, unit: Option<UnitId>) -> (Roles, Roles) {
        let field = ImportField::Roles;
        let wanted = match &row.roles {
            Said::Nothing => return (Vec::new(), Vec::new()),
            Said::Dash => &[],
            Said::This(wanted) => wanted.as_slice(),
        };
        let old = now.map(|now| now.roles.as_slice()).unwrap_or_default();
        let mut new: Vec<(Role, UnitId)> = Vec::with_capacity(wanted.len());
        for wish in wanted {
            let held = match (&wish.place, &row.unit, unit) {
                (Place::Own, Some(_), Some(unit)) => Ok(unit),
                // That the unit cannot be taken has been said.
                (Place::Own, Some(_), None) => continue,
                (Place::Own, None, _) => Err((wish.role.name(), RowWhy::RoleWithoutUnit)),
                (Place::Everywhere, ..) => Ok(self.frame.root),
                (Place::Unit(number), ..) => match self.units.get(number.as_str()) {
                    None => Err((number.as_str(), RowWhy::UnknownUnit)),
                    Some(unit) if self.frame.is_closed(*unit) => Err((number.as_str(), RowWhy::UnitClosed)),
                    Some(unit) => Ok(*unit),
                },
            };
            match held {
                Err((cell, why)) => self.problem(row, field, cell, why),
                // A role that is held already is not given, so that a file taken out can be brought in.
                Ok(unit) if !self.frame.may(unit) && !old.contains(&(wish.role, unit)) => {
                    self.problem(row, field, wish.role.name(), RowWhy::ForeignRole);
                }
                Ok(unit) => new.push((wish.role, unit)),
            }
        }
        new.sort_unstable();
        new.dedup();
        let give: Vec<_> = new.iter().copied().filter(|role| !old.contains(role)).collect();
        // Roles elsewhere are not this sender's to take.
        let take: Vec<_> =
            old.iter().copied().filter(|role| !new.contains(role) && self.frame.may(role.1)).collect();
        let is_own = self.frame.sender.is_some() && now.and_then(|now| now.account) == self.frame.sender;
        if is_own && !(give.is_empty() && take.is_empty()) {
            self.problem(row, field, &row.number, RowWhy::OwnRole);
        }
        (give, take)
    }

    /// Whom a complete file leaves out has left; the sender stays in any case.
    fn find_leavers(&mut self) {
        let frame = self.frame;
        let mut is_too_early = false;
        for (number, person) in &self.now.by_number {
            if person.has_left || !self.is_ours(person) {
                continue;
            }
            self.plan.of += 1;
            let is_sender = frame.sender.is_some() && person.account == frame.sender;
            if !frame.is_complete || is_sender || self.first.contains_key(number.as_str()) {
                continue;
            }
            if self.has_foreign_roles(person) {
                let cell = format!("{number} {}", person.name);
                let problem = self.file.problem(0, ImportField::Number, &cell, RowWhy::ForeignPerson);
                self.plan.problems.push(problem);
            }
            let last = person.places.last().filter(|place| place.to.is_none_or(|to| to >= frame.day));
            is_too_early |= last.is_some() && frame.is_too_early(frame.day);
            let unit = last.map(|place| frame.unit_name(place.unit)).unwrap_or_default();
            let details =
                Details { number: number.clone(), name: person.name.clone(), email: person.email.clone() };
            self.plan.lines.push(words::line(ChangeKind::Left, &details, &unit, ""));
            self.plan.changes.leavers.push(person.id);
        }
        if is_too_early {
            let today = frame.day.to_string();
            self.plan.problems.push(self.file.problem(0, ImportField::Number, &today, RowWhy::RoundBegun));
        }
    }

    /// Somebody has to be left who keeps the whole organisation.
    fn require_an_admin(&mut self) {
        let key = (Role::Admin, self.frame.root);
        let leavers = &self.plan.changes.leavers;
        let is_taking = self.plan.changes.people.iter().any(|change| change.take.contains(&key));
        if leavers.is_empty() && !is_taking {
            return;
        }
        let by_person: HashMap<PersonId, &Change> =
            self.plan.changes.people.iter().filter_map(|change| Some((change.person?, change))).collect();
        let leaving: std::collections::HashSet<PersonId> = leavers.iter().copied().collect();
        let keeps = |person: &&Person| {
            let change = by_person.get(&person.id);
            let is_given = change.is_some_and(|change| change.give.contains(&key));
            let is_taken = change.is_some_and(|change| change.take.contains(&key));
            // An account that is made, or made as new, by this file can be used to keep the organisation.
            let is_new = change.is_some_and(|change| change.is_back || change.account.is_none());
            let is_usable = person.is_open || is_new;
            is_usable
                && !leaving.contains(&person.id)
                && (is_given || person.roles.contains(&key) && !is_taken)
        };
        let is_kept = self.now.other_admins > 0
            || self.now.by_number.values().any(|person| keeps(&person))
            || self
                .plan
                .changes
                .people
                .iter()
                .any(|change| change.person.is_none() && change.give.contains(&key));
        if !is_kept {
            self.plan.problems.push(self.file.problem(0, ImportField::Roles, "", RowWhy::LastAdmin));
        }
    }
}
