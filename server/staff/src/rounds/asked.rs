//! Whom a round would ask: by the roster as it is today, before anything is planned.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use domain::{
    UnitId,
    staff::rounds::{Asked, MOST_NAMED},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::release::rules;
use base::{Result, db::all};
use organisation::Tree;

/// Somebody on the roster.
#[derive(FromQueryResult)]
struct Placed {
    unit_id: UnitId,
    person_id: i64,
    /// Whether news of the round is written to them: to who has signed in and has an address.
    has_mail: bool,
    has_way_in: bool,
}

/// Whose account, if any, lets them in: whom nobody invited yet has none that helps, but where people sign in by
/// a provider, which needs no invitation.
pub const HAS_WAY_IN: &str = "COALESCE(account.state IN ('invited', 'active')
    OR (account.state = 'new' AND EXISTS (SELECT 1 FROM oidc_identity)), FALSE)";

/// Counts the people on the roster of a day, by the way in which they can answer.
///
/// # Errors
/// When the database refuses.
pub(super) async fn asked(db: &impl ConnectionTrait, tree: &Tree, day: NaiveDate) -> Result<Asked> {
    let sql = format!(
        "SELECT roster.unit_id, roster.person_id, {HAS_WAY_IN} AS has_way_in,
             COALESCE(account.state = 'active' AND account.email IS NOT NULL, FALSE) AS has_mail
         FROM roster LEFT JOIN account ON account.person_id = roster.person_id
         WHERE roster.from_on <= $1 AND (roster.to_on IS NULL OR roster.to_on >= $1)"
    );
    let placed: Vec<Placed> = all(db, &sql, [day.into()]).await?;
    let rules = rules::in_force(db, day).await?;
    let (k, every_round_from) = (rules.k.get(), rules.every_round_from.get());
    let mut asked = Asked { k, every_round_from, ..Asked::default() };
    let mut people: BTreeMap<UnitId, u32> = BTreeMap::new();
    let mut seen = HashSet::new();
    for place in &placed {
        *people.entry(place.unit_id).or_default() += 1;
        // Who belongs to two teams answers once.
        if !seen.insert(place.person_id) {
            continue;
        }
        asked.people += 1;
        match () {
            () if tree.get(place.unit_id).is_some_and(|unit| unit.by_code) => asked.by_tablet += 1,
            () if place.has_mail => asked.by_mail += 1,
            () if place.has_way_in => asked.by_sign_in += 1,
            () => asked.without += 1,
        }
    }
    asked.teams = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let too_small: Vec<String> = people
        .iter()
        .filter(|(_, people)| **people < k)
        .filter_map(|(unit, _)| tree.get(*unit).map(|unit| unit.name.clone()))
        .collect();
    asked.never_more = u32::try_from(too_small.len().saturating_sub(MOST_NAMED)).unwrap_or(u32::MAX);
    asked.never = too_small.into_iter().take(MOST_NAMED).collect();
    let rarely = people.values().filter(|people| (k..every_round_from).contains(people)).count();
    asked.rarely = u32::try_from(rarely).unwrap_or(u32::MAX);
    Ok(asked)
}
