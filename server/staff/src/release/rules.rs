//! The parameters of the release and from when they hold.

use chrono::NaiveDate;
use disclosure::{Threshold, roster_change::RosterGuard, windows::EveryRoundFrom};
use domain::staff::privacy::Guard;
use entity::round;
use sea_orm::{ConnectionTrait, FromQueryResult};

use base::{
    Error, Result,
    db::{all, execute, one},
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
    /// Fewest answers from which shares of the answers are shown.
    pub k_dist: Threshold,
    /// Fewest people of a unit that reports every round.
    pub every_round_from: EveryRoundFrom,
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
            k_dist: Threshold::DISTRIBUTION_DEFAULT,
            every_round_from: EveryRoundFrom::DEFAULT,
            grace_hours: 24,
            guard: RosterGuard::Mark,
        }
    }
}

impl Rules {
    /// One line that says all of them, the same for the same rules; its hash stands in the ledger.
    pub fn canonical(&self) -> String {
        let guard = guard_name(self.guard);
        format!(
            "k={} k_comment={} authors={} k_dist={} every_round_from={} guard={guard}",
            self.k,
            self.k_comment,
            self.authors,
            self.k_dist,
            self.every_round_from.get()
        )
    }
}

/// The word in the database.
pub const fn guard_name(guard: RosterGuard) -> &'static str {
    match guard {
        RosterGuard::Mark => "mark",
        RosterGuard::Hold => "hold",
    }
}

/// Rules as a row holds them.
#[derive(FromQueryResult)]
pub(super) struct StoredRules {
    k: i32,
    k_comment: i32,
    authors: i32,
    k_dist: i32,
    every_round_from: i32,
    grace_hours: i32,
    roster_guard: String,
}

impl StoredRules {
    /// The rules. `guard_at` is the place of the guard's word.
    ///
    /// # Errors
    /// For a number of people below its floor and an unknown word.
    pub(super) fn rules(&self, guard_at: &'static str) -> Result<Rules> {
        let threshold = |people: i32| {
            Threshold::try_from(people.unsigned_abs()).map_err(|error| Error::Internal(error.to_string()))
        };
        let guard = Guard::from_name(&self.roster_guard);
        Ok(Rules {
            k: threshold(self.k)?,
            k_comment: threshold(self.k_comment)?,
            authors: threshold(self.authors)?,
            k_dist: threshold(self.k_dist)?,
            every_round_from: EveryRoundFrom::try_from(self.every_round_from.unsigned_abs())
                .map_err(|error| Error::Internal(error.to_string()))?,
            grace_hours: i64::from(self.grace_hours),
            guard: match guard.ok_or_else(|| Error::stored(guard_at, &self.roster_guard))? {
                Guard::Mark => RosterGuard::Mark,
                Guard::Hold => RosterGuard::Hold,
            },
        })
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
        "INSERT INTO release_rules (from_on, k, k_comment, authors, k_dist, every_round_from, grace_hours, roster_guard)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (from_on) DO UPDATE SET k = excluded.k, k_comment = excluded.k_comment,
             authors = excluded.authors, k_dist = excluded.k_dist, every_round_from = excluded.every_round_from,
             grace_hours = excluded.grace_hours, roster_guard = excluded.roster_guard",
        [
            from.into(),
            rules.k.get().into(),
            rules.k_comment.get().into(),
            rules.authors.get().into(),
            rules.k_dist.get().into(),
            rules.every_round_from.get().into(),
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
/// When the database holds none, one below the floor, or a word that is unknown.
pub async fn in_force(db: &impl ConnectionTrait, starts_on: NaiveDate) -> Result<Rules> {
    let stored: Option<StoredRules> = one(
        db,
        "SELECT k, k_comment, authors, k_dist, every_round_from, grace_hours, roster_guard FROM release_rules
         WHERE from_on <= $1 ORDER BY from_on DESC LIMIT 1",
        [starts_on.into()],
    )
    .await?;
    stored.ok_or_else(none)?.rules("release_rules.roster_guard")
}

/// All rules there have been, for whoever asks for many days.
pub(super) struct Timeline(Vec<(NaiveDate, Rules)>);

/// Rules with the day from which they hold.
#[derive(FromQueryResult)]
struct DatedRules {
    from_on: NaiveDate,
    #[sea_orm(nested)]
    rules: StoredRules,
}

impl Timeline {
    /// # Errors
    /// When the database holds rules below the floor, or a word that is unknown.
    pub(super) async fn load(db: &impl ConnectionTrait) -> Result<Self> {
        let sql = "SELECT from_on, k, k_comment, authors, k_dist, every_round_from, grace_hours, roster_guard
                   FROM release_rules ORDER BY from_on";
        let rows: Vec<DatedRules> = all(db, sql, []).await?;
        let read = |row: DatedRules| Ok((row.from_on, row.rules.rules("release_rules.roster_guard")?));
        Ok(Self(rows.into_iter().map(read).collect::<Result<_>>()?))
    }

    /// The rules for a round that starts on this day.
    ///
    /// # Errors
    /// When there are none.
    pub(super) fn in_force(&self, starts_on: NaiveDate) -> Result<Rules> {
        let rules = self.0.iter().rev().find(|(from, _)| *from <= starts_on);
        rules.map(|(_, rules)| *rules).ok_or_else(none)
    }

    /// The rules for a figure over these rounds: of each the strictest, so that nobody's answer is shown by rules
    /// laxer than those in force when it was given.
    ///
    /// # Errors
    /// As [`in_force`](Self::in_force), and for a figure over no rounds.
    pub(super) fn strictest(&self, rounds: &[round::Model]) -> Result<Rules> {
        let rules = rounds.iter().map(|round| self.in_force(round.starts_on)).collect::<Result<Vec<_>>>()?;
        let strictest = rules.into_iter().reduce(|one, other| Rules {
            k: one.k.max(other.k),
            k_comment: one.k_comment.max(other.k_comment),
            authors: one.authors.max(other.authors),
            k_dist: one.k_dist.max(other.k_dist),
            every_round_from: one.every_round_from.max(other.every_round_from),
            grace_hours: one.grace_hours.max(other.grace_hours),
            guard: match (one.guard, other.guard) {
                (RosterGuard::Mark, RosterGuard::Mark) => RosterGuard::Mark,
                _ => RosterGuard::Hold,
            },
        });
        strictest.ok_or_else(|| Error::Internal("a figure over no rounds".to_owned()))
    }
}

fn none() -> Error {
    Error::Internal("the database holds no rules of release".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_guard_is_an_error_and_not_the_laxer_one() {
        let guard = |word: &str| {
            let stored = StoredRules {
                k: 5,
                k_comment: 8,
                authors: 3,
                k_dist: 10,
                every_round_from: 12,
                grace_hours: 24,
                roster_guard: word.to_owned(),
            };
            stored
                .rules("release_rules.roster_guard")
                .map_err(|error| error.to_string())
                .map(|rules| rules.guard)
        };
        for known in [RosterGuard::Mark, RosterGuard::Hold] {
            assert_eq!(guard(guard_name(known)), Ok(known));
        }
        assert_eq!(
            guard("stop"),
            Err("release_rules.roster_guard holds \"stop\", which this version does not know".to_owned())
        );
    }
}
