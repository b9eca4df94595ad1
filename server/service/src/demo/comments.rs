//! What people of the demo wrote below their answers.

use domain::{Lang, RoundId, UnitId, staff::bank::TAG, text::t};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use stats::random::SplitMix64;

use crate::{
    Result,
    db::{all, insert},
};

/// Rounds with comments, counted from the newest.
const ROUNDS: i64 = 20;

/// Different comments.
const SAID: u64 = 14;

/// How many of a unit answered in a round.
#[derive(FromQueryResult)]
struct TurnoutOfUnit {
    round_id: RoundId,
    unit_id: UnitId,
    count: i64,
}

/// Puts some comments into the newest rounds.
pub(super) async fn write(db: &impl ConnectionTrait, seed: u64, lang: Lang) -> Result<()> {
    let mut chance = SplitMix64::new(seed);
    let sql = format!(
        "SELECT turnout.round_id, turnout.unit_id, turnout.count FROM turnout JOIN round ON round.id = turnout.round_id
         WHERE round.bank = $1 AND round.number > (SELECT MAX(number) FROM round) - {ROUNDS}
         ORDER BY turnout.round_id, turnout.unit_id"
    );
    let mut rows: Vec<[Value; 4]> = Vec::new();
    for turnout in all::<TurnoutOfUnit>(db, &sql, [TAG.into()]).await? {
        let first = chance.below(SAID);
        for place in 0..chance.below(5).min(turnout.count.unsigned_abs()) {
            let said = t(lang, &format!("demo-said-{}", (first + place * 3) % SAID + 1));
            let id = [chance.next_u64().to_be_bytes(), chance.next_u64().to_be_bytes()].concat();
            rows.push([id.into(), turnout.round_id.into(), turnout.unit_id.into(), said.into()]);
        }
    }
    Ok(insert(db, "ballot_comment (id, round_id, unit_id, text)", rows).await?)
}
