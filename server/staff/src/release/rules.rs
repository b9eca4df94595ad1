//! The parameters of the release and from when they hold.

use chrono::NaiveDate;
use disclosure::{Threshold, roster_change::RosterGuard};
use entity::round;
use sea_orm::ConnectionTrait;

use base::{
    Error, Result,
    db::{execute, query_one},
};

/// What the release goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Fewest answers from which a figure is shown.
    pub k: Threshold,
    /// Fewest answers in a unit that shows comments.
    pub k_comment: Threshold,
    /// Fewest authors behind the comments of a unit.
    pub authors: Threshold,
    /// Hours between a round's close and its release.
    pub grace_hours: i64,
    /// What happens to a figure when a few people joined or left.
    pub guard: RosterGuard,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            k: Threshold::DEFAULT,
            k_comment: Threshold::COMMENT_DEFAULT,
            authors: Threshold::AUTHORS_DEFAULT,
            grace_hours: 24,
            guard: RosterGuard::Mark,
        }
    }
}

impl Rules {
    /// One line that says all of them, the same for the same rules; its hash stands in the ledger.
    pub fn canonical(&self) -> String {
        let guard = guard_name(self.guard);
        format!("k={} k_comment={} authors={} guard={guard}", self.k, self.k_comment, self.authors)
    }
}

/// The word in the database.
pub const fn guard_name(guard: RosterGuard) -> &'static str {
    match guard {
        RosterGuard::Mark => "mark",
        RosterGuard::Hold => "hold",
    }
}

/// Writes the usual rules for a new organisation.
pub async fn create(db: &impl ConnectionTrait) -> Result<()> {
    let from = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    set(db, from, &Rules::default()).await
}

/// Writes rules that hold for rounds starting on `from` or later, instead of any written for that day.
pub async fn set(db: &impl ConnectionTrait, from: NaiveDate, rules: &Rules) -> Result<()> {
    execute(
        db,
        "INSERT INTO release_rules (from_on, k, k_comment, authors, grace_hours, roster_guard)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (from_on) DO UPDATE SET k = excluded.k, k_comment = excluded.k_comment,
             authors = excluded.authors, grace_hours = excluded.grace_hours, roster_guard = excluded.roster_guard",
        [
            from.into(),
            rules.k.get().into(),
            rules.k_comment.get().into(),
            rules.authors.get().into(),
            rules.grace_hours.into(),
            guard_name(rules.guard).into(),
        ],
    )
    .await?;
    Ok(())
}

/// The rules for a round that starts on this day.
///
/// # Errors
/// When the database holds none, or one below the floor.
pub async fn in_force(db: &impl ConnectionTrait, starts_on: NaiveDate) -> Result<Rules> {
    let row = query_one(
        db,
        "SELECT k, k_comment, authors, grace_hours, roster_guard FROM release_rules
         WHERE from_on <= $1 ORDER BY from_on DESC LIMIT 1",
        [starts_on.into()],
    )
    .await?
    .ok_or_else(|| Error::Internal("the database holds no rules of release".to_owned()))?;
    let threshold = |column: &str| -> Result<Threshold> {
        let people: i32 = row.try_get("", column)?;
        Threshold::try_from(people.unsigned_abs()).map_err(|error| Error::Internal(error.to_string()))
    };
    Ok(Rules {
        k: threshold("k")?,
        k_comment: threshold("k_comment")?,
        authors: threshold("authors")?,
        grace_hours: i64::from(row.try_get::<i32>("", "grace_hours")?),
        guard: match row.try_get::<String>("", "roster_guard")?.as_str() {
            "hold" => RosterGuard::Hold,
            _ => RosterGuard::Mark,
        },
    })
}

/// The rules for a figure over these rounds: of each the strictest, so that nobody's answer is shown by rules
/// laxer than those in force when it was given.
pub(super) async fn strictest(db: &impl ConnectionTrait, rounds: &[round::Model]) -> Result<Rules> {
    let mut strictest: Option<Rules> = None;
    for round in rounds {
        let rules = in_force(db, round.starts_on).await?;
        strictest = Some(match strictest {
            None => rules,
            Some(so_far) => Rules {
                k: so_far.k.max(rules.k),
                k_comment: so_far.k_comment.max(rules.k_comment),
                authors: so_far.authors.max(rules.authors),
                grace_hours: so_far.grace_hours.max(rules.grace_hours),
                guard: match (so_far.guard, rules.guard) {
                    (RosterGuard::Mark, RosterGuard::Mark) => RosterGuard::Mark,
                    _ => RosterGuard::Hold,
                },
            },
        });
    }
    strictest.ok_or_else(|| Error::Internal("a figure over no rounds".to_owned()))
}
