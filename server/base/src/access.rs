//! Who is asking, and whether they may. Deny by default.

use domain::{AccountId, PersonId, Problem, Right, Role, UnitId, access::Proof};

use crate::Result;

/// A role held for a unit and everything below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Role.
    pub role: Role,
    /// Topmost unit it is held for.
    pub unit: UnitId,
}

/// The person who is asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Account.
    pub account: AccountId,
    /// Person, for those who check in.
    pub person: Option<PersonId>,
    /// Name for the header.
    pub name: String,
    /// Roles.
    pub grants: Vec<Grant>,
    /// The session that asks; none for what is not asked through one.
    pub session: Option<Session>,
}

/// The session through which somebody asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of its token.
    pub token_hash: Vec<u8>,
    /// What has to be asked before a sensitive act.
    pub proof: Proof,
    /// Whether it is that of a device signed in to answer: it opens [little](Right::is_for_answers) and lasts long.
    pub is_for_answers: bool,
}

impl Actor {
    /// The topmost units in which the person may do this.
    pub fn units_for(&self, right: Right) -> Vec<UnitId> {
        if !self.reaches(right) {
            return Vec::new();
        }
        let mut units: Vec<UnitId> = self
            .grants
            .iter()
            .filter(|grant| right.roles().contains(&grant.role))
            .map(|grant| grant.unit)
            .collect();
        units.sort_unstable();
        units.dedup();
        units
    }

    /// Whether the session goes so far. What it does not reach may be open to the same person signed in in full.
    pub fn reaches(&self, right: Right) -> bool {
        right.is_for_answers() || !self.session.as_ref().is_some_and(|session| session.is_for_answers)
    }

    /// The role under which the person does this; the first of those allowed.
    pub fn role_for(&self, right: Right) -> Option<Role> {
        right.roles().iter().copied().find(|role| self.grants.iter().any(|grant| grant.role == *role))
    }
}

/// Lets through only an actor who holds `right`; gives the topmost units in which they may.
///
/// # Errors
/// `SignInNeeded` without an actor, or for what a device for answers does not reach; `Forbidden` without a role for
/// it.
pub fn authorize(actor: Option<&Actor>, right: Right) -> Result<(&Actor, Vec<UnitId>)> {
    let actor = actor.ok_or(Problem::SignInNeeded)?;
    let units = actor.units_for(right);
    if units.is_empty() { Err(refusal(actor, &[right]).into()) } else { Ok((actor, units)) }
}

/// Lets through only an actor who may do one of these at least.
///
/// # Errors
/// As [`authorize`].
pub fn authorize_any<'a>(actor: Option<&'a Actor>, rights: &[Right]) -> Result<&'a Actor> {
    let actor = actor.ok_or(Problem::SignInNeeded)?;
    let may = |right: &Right| !actor.units_for(*right).is_empty();
    if rights.iter().any(may) { Ok(actor) } else { Err(refusal(actor, rights).into()) }
}

/// Why an actor may do none of these.
pub fn refusal(actor: &Actor, rights: &[Right]) -> Problem {
    if rights.iter().all(|right| actor.reaches(*right)) { Problem::Forbidden } else { Problem::SignInNeeded }
}

/// Lets through only somebody who has shown within the last minutes that it is them.
///
/// # Errors
/// `ProofNeeded`.
pub fn require_proof(actor: &Actor) -> Result<()> {
    match &actor.session {
        // What is not asked through a session was asked on the machine itself.
        None => Ok(()),
        Some(session) if session.proof == Proof::Fresh => Ok(()),
        Some(_) => Err(Problem::ProofNeeded.into()),
    }
}
