//! How far an organisation is set up: read from every area, written by none.

use chrono::NaiveDate;
use domain::{
    Right, Role,
    organisation::set_up::{Progress, SetUpPage, Step},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, exists, one, value},
};
use staff::rounds::HAS_WAY_IN;

/// Roles without which no round comes about or nobody acts on what it says.
const NEEDED: [Role; 3] = [Role::Hr, Role::StaffRepresentative, Role::Manager];

/// The page.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn page(base: &Base, actor: Option<&Actor>) -> Result<SetUpPage> {
    authorize(actor, Right::ViewSetUp)?;
    let db = base.db.snapshot().await?;
    read(base, &db).await
}

/// How many steps are left, for whoever may do something about them; none when figures were released: then the
/// organisation is no beginner.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn left(base: &Base, db: &impl ConnectionTrait, actor: &Actor) -> Result<Option<usize>> {
    if actor.units_for(Right::ViewSetUp).is_empty() || has_figures(db).await? {
        return Ok(None);
    }
    Ok(Some(read(base, db).await?.left()).filter(|left| *left > 0))
}

/// A round's days.
#[derive(FromQueryResult)]
struct Days {
    starts_on: NaiveDate,
    ends_on: NaiveDate,
}

async fn read(base: &Base, db: &impl ConnectionTrait) -> Result<SetUpPage> {
    let today = organisation::find(db).await?.local_day(base.now());
    let tree = organisation::tree(base, db).await?;
    let teams = tree
        .iter()
        .filter(|unit| {
            unit.closed_on.is_none() && unit.parent_id.is_some() && tree.children(unit.id).is_empty()
        })
        .count() as u64;
    let people = count(
        db,
        "SELECT COUNT(DISTINCT person_id) AS n FROM roster
         WHERE from_on <= $1 AND (to_on IS NULL OR to_on >= $1)",
        today,
    )
    .await?;
    let without = count(
        db,
        &format!(
            "SELECT COUNT(DISTINCT roster.person_id) AS n FROM roster
             JOIN unit ON unit.id = roster.unit_id AND NOT unit.by_code
             LEFT JOIN account ON account.person_id = roster.person_id
             WHERE from_on <= $1 AND (to_on IS NULL OR to_on >= $1) AND NOT {HAS_WAY_IN}"
        ),
        today,
    )
    .await?;
    let missing = missing(db).await?;
    let round: Option<Days> = one(
        db,
        "SELECT starts_on, ends_on FROM round WHERE state IN ('open', 'planned') AND ends_on >= $1
         ORDER BY starts_on LIMIT 1",
        [today.into()],
    )
    .await?;
    let has_figures = has_figures(db).await?;
    let has_contacts = exists(db, "SELECT 1 AS one FROM voice_rollup WHERE contacts > 0 LIMIT 1", []).await?;
    let progress = |step: Step| {
        let (is_done, count) = match step {
            Step::Teams => (teams > 0, Some(teams)),
            Step::People => (people > 0, Some(people)),
            Step::Keepers => (missing.is_empty(), None),
            Step::WaysIn => (people > 0 && without == 0, Some(without)),
            Step::Mail => (base.post.is_some(), None),
            Step::Round => (round.is_some() || has_figures, None),
            Step::Contacts => (has_contacts, None),
        };
        let missing = if step == Step::Keepers { missing.clone() } else { Vec::new() };
        Progress { step, is_done, count, missing }
    };
    Ok(SetUpPage {
        steps: Step::ALL.into_iter().map(progress).collect(),
        round: round.map(|round| (round.starts_on, round.ends_on)),
        has_figures,
    })
}

/// Roles of [`NEEDED`] that no account holds.
async fn missing(db: &impl ConnectionTrait) -> Result<Vec<Role>> {
    /// A role that somebody holds.
    #[derive(FromQueryResult)]
    struct Held {
        role: String,
    }
    let held: Vec<Held> = all(
        db,
        "SELECT DISTINCT role FROM role_grant JOIN account ON account.id = role_grant.account_id
         WHERE account.state IN ('active', 'invited')",
        [],
    )
    .await?;
    let role =
        |held: &Held| Role::from_name(&held.role).ok_or_else(|| Error::stored("role_grant.role", &held.role));
    let held: Vec<Role> = held.iter().map(role).collect::<Result<_>>()?;
    Ok(NEEDED.into_iter().filter(|role| !held.contains(role)).collect())
}

async fn has_figures(db: &impl ConnectionTrait) -> Result<bool> {
    Ok(exists(db, "SELECT 1 AS one FROM round WHERE state = 'released' LIMIT 1", []).await?)
}

async fn count(db: &impl ConnectionTrait, sql: &str, today: NaiveDate) -> Result<u64> {
    let count: Option<i64> = value(db, sql, [today.into()]).await?;
    Ok(count.unwrap_or(0).unsigned_abs())
}
