//! What a round's ballots add up to, in memory and, sealed, in the database.

use std::collections::BTreeMap;

use disclosure::figures::Counts;
use domain::{PersonId, RoundId, UnitId, staff::bank::Item};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};

use super::{Content, seal};
use base::{
    Error, Result,
    db::{execute, value},
    keys::Secret,
    tokens::random,
};

/// A round's ballots, counted by the unit they count in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    /// Ballots.
    pub(crate) turnout: BTreeMap<UnitId, u32>,
    /// Of these, without any answer; at most so many, where an older version counted.
    pub(crate) blank: BTreeMap<UnitId, u32>,
    /// Answers per value.
    pub(crate) answers: BTreeMap<(Item, UnitId), Counts>,
    /// People who answered and are known, in the order of their numbers, with the unit they are counted in.
    pub(crate) voters: Vec<(PersonId, UnitId)>,
    /// Comments, with the unit of their writers.
    pub(crate) comments: Vec<(UnitId, String)>,
}

/// The same as it is written down.
#[derive(Default, Serialize, Deserialize)]
struct Written {
    turnout: Vec<(UnitId, u32)>,
    blank: Vec<(UnitId, u32)>,
    answers: Vec<(String, UnitId, Counts)>,
    voters: Vec<(PersonId, UnitId)>,
    comments: Vec<(UnitId, String)>,
}

impl Counted {
    /// Adds a ballot.
    pub(crate) fn add(&mut self, content: Content) {
        *self.turnout.entry(content.unit).or_default() += 1;
        if content.answers.is_empty() {
            *self.blank.entry(content.unit).or_default() += 1;
        }
        for (item, value) in content.answers {
            if let Some(place) = item.scale().values().iter().position(|each| *each == value) {
                self.answers.entry((item, content.unit)).or_default()[place] += 1;
            }
        }
        self.comments.extend(content.comment.map(|comment| (content.unit, comment)));
    }

    /// Adds other ballots of the same round.
    pub(crate) fn merge(&mut self, other: Self) {
        for (sums, counts) in [(&mut self.turnout, other.turnout), (&mut self.blank, other.blank)] {
            for (unit, count) in counts {
                *sums.entry(unit).or_default() += count;
            }
        }
        for (place, counts) in other.answers {
            for (sum, count) in self.answers.entry(place).or_default().iter_mut().zip(counts) {
                *sum += count;
            }
        }
        self.voters.extend(other.voters);
        self.comments.extend(other.comments);
    }

    fn write(&self) -> Result<zeroize::Zeroizing<Vec<u8>>> {
        let written = Written {
            turnout: self.turnout.iter().map(|(unit, n)| (*unit, *n)).collect(),
            blank: self.blank.iter().map(|(unit, n)| (*unit, *n)).collect(),
            answers: self
                .answers
                .iter()
                .map(|((item, unit), counts)| (item.id().into_owned(), *unit, *counts))
                .collect(),
            voters: self.voters.clone(),
            comments: self.comments.clone(),
        };
        Ok(zeroize::Zeroizing::new(serde_json::to_vec(&written)?))
    }

    fn read(text: &[u8]) -> Result<Self> {
        let written: Written = serde_json::from_slice(text)?;
        let answers = written.answers.into_iter().map(|(item, unit, counts)| {
            let known = Item::from_id(&item).ok_or_else(|| Error::stored("kept_counts.box", &item))?;
            Ok(((known, unit), counts))
        });
        Ok(Self {
            turnout: written.turnout.into_iter().collect(),
            blank: written.blank.into_iter().collect(),
            answers: answers.collect::<Result<_>>()?,
            voters: written.voters,
            comments: written.comments,
        })
    }

    /// Keeps the counts, without comments, for the longer windows of the round's quarter.
    pub(crate) async fn keep(&self, db: &impl ConnectionTrait, key: &Secret, round: RoundId) -> Result<()> {
        let sealed = seal::keep(key, round, &Self { comments: Vec::new(), ..self.clone() }.write()?)?;
        execute(
            db,
            "INSERT INTO kept_counts (round_id, box) VALUES ($1, $2)
             ON CONFLICT (round_id) DO UPDATE SET box = excluded.box",
            [round.into(), sealed.into()],
        )
        .await?;
        Ok(())
    }

    /// The counts of a released round; none when they are not there, or do not open under this key.
    pub(crate) async fn kept(
        db: &impl ConnectionTrait,
        key: &Secret,
        round: RoundId,
    ) -> Result<Option<Self>> {
        let sql = "SELECT box FROM kept_counts WHERE round_id = $1";
        let sealed: Option<Vec<u8>> = value(db, sql, [round.into()]).await?;
        let text = sealed.and_then(|sealed| seal::kept(key, round, &sealed));
        text.map(|text| Self::read(&text)).transpose()
    }

    /// Seals what an older version had counted to a round's public key.
    pub(super) async fn carry(&self, db: &impl ConnectionTrait, public: &[u8], round: RoundId) -> Result<()> {
        let sealed = seal::seal_carried(public, round, &self.write()?)?;
        let sql = "INSERT INTO carried_counts (id, round_id, box) VALUES ($1, $2, $3)";
        execute(db, sql, [random::<16>()?.to_vec().into(), round.into(), sealed.into()]).await?;
        Ok(())
    }

    /// Reads what [`carry`](Self::carry) sealed.
    pub(crate) fn carried(secret: &Secret, round: RoundId, sealed: &[u8]) -> Result<Option<Self>> {
        seal::open_carried(secret, round, sealed).map(|text| Self::read(&text)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ballots_add_up_and_are_read_as_they_were_written() {
        let unit = UnitId::new(3);
        let mut counted = Counted::default();
        let ballot = |answers: &[(Item, i16)], comment: Option<&str>| Content {
            unit,
            answers: answers.to_vec(),
            comment: comment.map(str::to_owned),
        };
        counted.add(ballot(&[(Item::C1, -2), (Item::C2, 5)], None));
        counted.add(ballot(&[(Item::C1, -2)], Some("The rota comes late")));
        counted.add(ballot(&[], None));
        counted.voters = vec![(PersonId::new(1), unit), (PersonId::new(2), unit)];
        assert_eq!((counted.turnout[&unit], counted.blank[&unit]), (3, 1));
        assert_eq!(counted.answers[&(Item::C1, unit)], [2, 0, 0, 0, 0]);
        assert_eq!(counted.answers[&(Item::C2, unit)], [0, 0, 0, 0, 1]);
        assert_eq!(Counted::read(&counted.write().unwrap()).unwrap(), counted);
        let unknown =
            br#"{"turnout":[],"blank":[],"answers":[["Z9",1,[0,0,0,0,1]]],"voters":[],"comments":[]}"#;
        assert!(Counted::read(unknown).unwrap_err().to_string().contains("does not know"));
    }
}
