//! Opening the ballots of a closed round, in memory alone, and what is kept of them.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::{PersonId, RoundId, UnitId};
use entity::round;
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{
    ballots::{
        counts::Counted,
        keys,
        seal::{self, Use},
    },
    rounds::roll,
};
use base::{
    Base, Error, Result,
    db::{all, column, execute, exists, value},
    keys::Secret,
    tokens::hex,
};

/// Boxes opened in one go.
const AT_ONCE: i64 = 100;

/// The keys of a release.
pub(super) struct Vault<'a> {
    base: &'a Base,
    quarter: NaiveDate,
    key: Secret,
}

impl Vault<'_> {
    /// What was counted in a released round; none when it is not there, or nobody has the key any more.
    pub(super) async fn counts(
        &self,
        db: &impl ConnectionTrait,
        round: &round::Model,
    ) -> Result<Option<Counted>> {
        if keys::quarter(round.starts_on) == self.quarter {
            return Counted::kept(db, &self.key, round.id).await;
        }
        match keys::of_begun_quarter(self.base, round.starts_on).await {
            Ok(Some(key)) => Counted::kept(db, &key, round.id).await,
            Ok(None) => Ok(None),
            Err(error @ Error::Keys(_)) => {
                tracing::error!(round = round.number, %error, "windows with this round show nothing");
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// A fingerprint of a text under the quarter's key.
    pub(super) fn digest(&self, text: &str) -> Result<String> {
        Ok(hex(&seal::mark(&self.key, Use::Digest, RoundId::new(0), text.as_bytes())?))
    }
}

/// The ballots of a round, opened.
pub(super) struct Ballots {
    counted: Counted,
    /// Boxes that were looked at.
    boxes: i64,
    /// Of these, those that did not open.
    unopened: i64,
}

/// A stored box.
#[derive(FromQueryResult)]
struct Sealed {
    id: Vec<u8>,
    #[sea_orm(from_alias = "box")]
    sealed: Vec<u8>,
}

/// Opens the ballots of a closed round. One that does not open is counted as such and as nothing else.
///
/// # Errors
/// `Keys` when there are ballots and their key is lost: the round can only be declared void.
pub(super) async fn open<'a>(base: &'a Base, round: &round::Model) -> Result<(Vault<'a>, Ballots)> {
    let key = keys::of_quarter(base, round.starts_on).await?;
    let secret = keys::secret(base, round.id).await?;
    let db = base.db.writer();
    let mut opened = Ballots { counted: Counted::default(), boxes: 0, unopened: 0 };
    let carried = "SELECT box FROM carried_counts WHERE round_id = $1 ORDER BY id";
    let carried: Vec<Vec<u8>> = column(db, carried, [round.id.into()]).await?;
    let no_key = || Error::Keys(format!("round {} has ballots, but no key", round.number));
    for sealed in carried {
        match Counted::carried(secret.as_ref().ok_or_else(no_key)?, round.id, &sealed)? {
            Some(counted) => opened.counted.merge(counted),
            None => opened.unopened += 1,
        }
    }
    // Random ids: whoever answered first is opened anywhere.
    let sql = "SELECT id, box FROM sealed_ballot WHERE round_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    let mut last = Vec::new();
    loop {
        let boxes: Vec<Sealed> = all(db, sql, [round.id.into(), last.into(), AT_ONCE.into()]).await?;
        let Some(end) = boxes.last() else { break };
        last = end.id.clone();
        opened.boxes += i64::try_from(boxes.len()).unwrap_or(AT_ONCE);
        let secret = secret.clone().ok_or_else(no_key)?;
        let id = round.id;
        let open = move || boxes.iter().map(|each| seal::open(&secret, id, &each.sealed)).collect::<Vec<_>>();
        let contents = tokio::task::spawn_blocking(open).await;
        for content in contents.map_err(|error| Error::Internal(error.to_string()))? {
            match content {
                Some(content) => opened.counted.add(content),
                None => opened.unopened += 1,
            }
        }
    }
    if opened.unopened > 0 {
        tracing::error!(
            round = round.number,
            boxes = opened.unopened,
            "ballots did not open; they are not counted"
        );
    }
    Ok((Vault { base, quarter: keys::quarter(round.starts_on), key }, opened))
}

/// A person of the roll.
#[derive(FromQueryResult)]
struct OnRoll {
    person_id: PersonId,
    unit_id: UnitId,
}

impl Ballots {
    /// Gives what the ballots add up to, with who voted, and takes them out of the database: what a longer window of
    /// the quarter still needs stays, sealed.
    ///
    /// # Errors
    /// When there are other ballots than were opened.
    pub(super) async fn take(
        self,
        db: &impl ConnectionTrait,
        vault: &Vault<'_>,
        round: &round::Model,
    ) -> Result<Counted> {
        let id = || [round.id.into()];
        let boxes: Option<i64> =
            value(db, "SELECT COUNT(*) AS n FROM sealed_ballot WHERE round_id = $1", id()).await?;
        if boxes != Some(self.boxes) {
            return Err(Error::Internal(format!(
                "round {} got other ballots while it was opened",
                round.number
            )));
        }
        // A round that was opened before there were rolls gets its own now.
        roll::write(db, round.id, round.starts_on).await?;
        let mut counted = self.counted;
        let marks: HashSet<Vec<u8>> =
            column(db, "SELECT mark FROM used_vote WHERE round_id = $1", id()).await?.into_iter().collect();
        let roll = "SELECT person_id, unit_id FROM roll WHERE round_id = $1 ORDER BY person_id";
        for OnRoll { person_id: person, unit_id: unit } in all::<OnRoll>(db, roll, id()).await? {
            if marks.contains(seal::person_mark(&vault.key, round.id, person)?.as_slice()) {
                counted.voters.push((person, unit));
            }
        }
        counted.keep(db, &vault.key, round.id).await?;
        for table in ["sealed_ballot", "used_vote", "carried_counts"] {
            execute(db, &format!("DELETE FROM {table} WHERE round_id = $1"), id()).await?;
        }
        if self.unopened > 0 {
            let sql = "UPDATE round SET unopened = $1 WHERE id = $2";
            execute(db, sql, [self.unopened.into(), round.id.into()]).await?;
        }
        Ok(counted)
    }
}

/// Deletes the counts of a round that no longer window of its quarter will ask for.
pub(super) async fn forget_unneeded(db: &impl ConnectionTrait, round: &round::Model) -> Result<()> {
    let longer = "SELECT 1 AS one FROM quarter_window WHERE quarter = $1 AND rounds > 1 LIMIT 1";
    if !exists(db, longer, [keys::quarter(round.starts_on).into()]).await? {
        execute(db, "DELETE FROM kept_counts WHERE round_id = $1", [round.id.into()]).await?;
    }
    Ok(())
}
