//! What an older version kept in the clear: sealed where it still counts, deleted where it does not.
//!
//! Rounds that wait for their release: counts and comments are sealed to the round's key, used votes become marks.
//! Released rounds of a quarter whose windows are not all written: counts are sealed under the quarter's key.
//! Everything else is deleted, and what deleting leaves behind is overwritten by [`keys::tidy`]. Until both have run
//! once, those rows are as readable as they were before.

use std::collections::{BTreeMap, BTreeSet};

use domain::{PersonId, RoundId, UnitId, staff::bank::Item};
use entity::round;
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, Value};

use super::{
    counts::Counted,
    keys,
    seal::{self, Use},
};
use crate::counts::small;
use base::{
    Base, Error, Result,
    db::{all, column, execute, exists, insert_or},
    keys::Secret,
    tokens::random,
};

/// Tables that older versions filled.
const CLEAR: [&str; 4] = ["participation", "turnout", "tally", "ballot_comment"];

/// Takes over what is there, once.
///
/// # Errors
/// When the database refuses, or keys cannot be made: nothing is changed then.
pub async fn take_over(base: &Base) -> Result<()> {
    for round in rounds(base).await? {
        let keys = match round.state.as_str() {
            "open" | "closed" => match keys::public(base, round.id).await? {
                Some(public) => Some((public, keys::of_quarter(base, round.starts_on).await?)),
                // Released or void since it was read: the next time finds it so.
                None => continue,
            },
            "released" if is_needed(base, &round).await? => {
                Some((Vec::new(), keys::of_quarter(base, round.starts_on).await?))
            }
            _ => None,
        };
        let transaction = base.db.begin().await?;
        if let Some((public, quarter)) = keys {
            let mut counted = read(&transaction, round.id).await?;
            if round.state == "released" {
                counted.keep(&transaction, &quarter, round.id).await?;
            } else {
                mark(&transaction, &quarter, round.id, &counted.voters).await?;
                // From here on the marks tell who voted.
                counted.voters.clear();
                counted.carry(&transaction, &public, round.id).await?;
            }
        }
        for table in CLEAR {
            execute(&transaction, &format!("DELETE FROM {table} WHERE round_id = $1"), [round.id.into()])
                .await?;
        }
        let sql = "UPDATE kiosk_code SET is_used = FALSE, receipt = NULL WHERE round_id = $1";
        execute(&transaction, sql, [round.id.into()]).await?;
        keys::owe_scrub(&transaction).await?;
        transaction.commit().await?;
        tracing::info!(round = round.number, "what was kept in the clear is sealed or deleted");
    }
    Ok(())
}

/// Rounds of which something stands in the clear.
async fn rounds(base: &Base) -> Result<Vec<round::Model>> {
    let db = base.db.writer();
    let mut found = BTreeSet::new();
    for table in CLEAR {
        found.extend(column::<RoundId>(db, &format!("SELECT DISTINCT round_id FROM {table}"), []).await?);
    }
    let used = "SELECT DISTINCT round_id FROM kiosk_code WHERE is_used";
    found.extend(column::<RoundId>(db, used, []).await?);
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let rounds = round::Entity::find().all(db).await?;
    Ok(rounds.into_iter().filter(|round| found.contains(&round.id)).collect())
}

/// Whether a window of the round's quarter may still have to be written.
async fn is_needed(base: &Base, round: &round::Model) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM round WHERE state = 'released' AND starts_on >= $1 LIMIT 1";
    let quarter = domain::Period::containing(round.starts_on, domain::Resolution::Quarter);
    let next = quarter.end() + chrono::Days::new(1);
    Ok(!exists(base.db.writer(), sql, [next.into()]).await?)
}

/// How often an answer was given in a unit.
#[derive(FromQueryResult)]
struct Tally {
    unit_id: UnitId,
    item: String,
    value: i16,
    count: i64,
}

impl Tally {
    /// What was answered, and the place of the answer in its scale.
    fn answer(&self) -> Result<(Item, usize)> {
        let item = Item::from_id(&self.item).ok_or_else(|| Error::stored("tally.item", &self.item))?;
        let place = item.scale().values().iter().position(|value| *value == self.value);
        Ok((item, place.ok_or_else(|| Error::stored("tally.value", &self.value.to_string()))?))
    }
}

/// A person's used vote and the unit it counts in.
#[derive(FromQueryResult)]
struct Voter {
    person_id: PersonId,
    unit_id: UnitId,
}

/// A comment of a unit's people.
#[derive(FromQueryResult)]
struct Comment {
    unit_id: UnitId,
    text: String,
}

async fn read(db: &impl ConnectionTrait, round: RoundId) -> Result<Counted> {
    let id = || [round.into()];
    let mut counted = Counted::default();
    let sql = "SELECT unit_id, count AS n FROM turnout WHERE round_id = $1";
    counted.turnout = crate::counts::by_unit(db, sql, id()).await?.into_iter().collect::<BTreeMap<_, _>>();
    let sql = "SELECT unit_id, item, value, count FROM tally WHERE round_id = $1";
    for tally in all::<Tally>(db, sql, id()).await? {
        let (item, place) = tally.answer()?;
        counted.answers.entry((item, tally.unit_id)).or_default()[place] = small(tally.count)?;
    }
    counted.blank = most_blank(&counted);
    let sql = "SELECT participation.person_id, roll.unit_id FROM participation
         JOIN roll ON roll.round_id = participation.round_id AND roll.person_id = participation.person_id
         WHERE participation.round_id = $1 ORDER BY participation.person_id";
    let voters: Vec<Voter> = all(db, sql, id()).await?;
    counted.voters = voters.into_iter().map(|voter| (voter.person_id, voter.unit_id)).collect();
    let sql = "SELECT unit_id, text FROM ballot_comment WHERE round_id = $1 ORDER BY id";
    let comments: Vec<Comment> = all(db, sql, id()).await?;
    counted.comments = comments.into_iter().map(|comment| (comment.unit_id, comment.text)).collect();
    Ok(counted)
}

/// How many ballots of each unit may be without any answer: all but as many as answered the question that most did.
fn most_blank(counted: &Counted) -> BTreeMap<UnitId, u32> {
    let mut blank = counted.turnout.clone();
    for ((_, unit), answers) in &counted.answers {
        let without = counted.turnout.get(unit).copied().unwrap_or(0).saturating_sub(answers.iter().sum());
        blank.entry(*unit).and_modify(|most| *most = without.min(*most));
    }
    blank.retain(|_, most| *most > 0);
    blank
}

/// Marks the votes that are used: nobody votes again because the program became a newer one.
async fn mark(
    db: &impl ConnectionTrait,
    quarter: &Secret,
    round: RoundId,
    voters: &[(PersonId, UnitId)],
) -> Result<()> {
    let mut marks = Vec::new();
    for (person, _) in voters {
        marks.push(seal::person_mark(quarter, round, *person)?);
    }
    let codes = "SELECT code_hash FROM kiosk_code WHERE round_id = $1 AND is_used";
    for code in column::<Vec<u8>>(db, codes, [round.into()]).await? {
        marks.push(seal::mark(quarter, Use::Code, round, &code)?);
    }
    marks.sort_unstable();
    // Whoever was marked when this ran before, and voted again through an instance of that version, is marked already.
    let mut rows: Vec<[Value; 3]> = Vec::with_capacity(marks.len());
    for mark in marks {
        rows.push([round.into(), mark.to_vec().into(), random::<32>()?.to_vec().into()]);
    }
    Ok(insert_or(db, "used_vote (round_id, mark, form)", rows, "ON CONFLICT DO NOTHING").await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_ballots_may_be_empty_as_did_not_answer_the_question_that_most_answered() {
        let [first, second, third] = [1, 2, 3].map(UnitId::new);
        let counted = Counted {
            turnout: BTreeMap::from([(first, 6), (second, 3), (third, 2)]),
            answers: BTreeMap::from([
                ((Item::C1, first), [1, 1, 1, 0, 0]),
                ((Item::C2, first), [0, 0, 0, 2, 3]),
                ((Item::C1, second), [3, 0, 0, 0, 0]),
            ]),
            ..Counted::default()
        };
        assert_eq!(most_blank(&counted), BTreeMap::from([(first, 1), (third, 2)]));
    }

    #[test]
    fn an_answer_that_the_bank_does_not_know_is_an_error_and_not_left_out_of_the_count() {
        let answer = |item: &str, value| {
            let tally = Tally { unit_id: UnitId::new(1), item: item.to_owned(), value, count: 1 };
            tally.answer().map_err(|error| error.to_string())
        };
        let unknown = |place: &str, word: &str| {
            Err(format!("{place} holds {word:?}, which this version does not know"))
        };
        let c1 = Item::C1;
        for (place, value) in c1.scale().values().iter().enumerate() {
            assert_eq!(answer(&c1.id(), *value), Ok((c1, place)));
        }
        assert_eq!(answer("Z9", 1), unknown("tally.item", "Z9"));
        assert_eq!(answer(&c1.id(), 99), unknown("tally.value", "99"));
    }
}
