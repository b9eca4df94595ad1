//! What people of the demo wrote below their answers, in both languages.

use domain::{UnitId, staff::bank::TAG};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use stats::random::SplitMix64;

use crate::{
    Result,
    db::{all, execute, placeholders},
};

/// Rounds with comments, counted from the newest.
const ROUNDS: i64 = 20;

const SAID: [&str; 14] = [
    "The rota came on Friday evening again. Two days earlier would help a lot.",
    "Good week. The new till is much faster.",
    "We were one short on Saturday and it showed.",
    "More hands at the returns desk between four and six, please.",
    "It helps that we may give a refund without asking.",
    "The stock room is a mess after deliveries.",
    "Customers ask about the opening hours every day. The sign is wrong.",
    "Vaktlisten kommer for sent. Det er vanskelig å planlegge.",
    "Fint at vi fikk høre hva som skjedde med forslaget vårt.",
    "Det var travelt, men vi hjalp hverandre.",
    "Kassen ved inngangen henger seg opp flere ganger om dagen.",
    "Pausene blir korte når det bare er to på jobb.",
    "Takk for at noen la merke til innsatsen i helgen.",
    "Kjølerommet lukker ikke ordentlig. Vi har sagt fra før.",
];

/// How many of a unit answered in a round.
#[derive(FromQueryResult)]
struct TurnoutOfUnit {
    round_id: i64,
    unit_id: UnitId,
    count: i64,
}

/// Puts some comments into the newest rounds.
pub(super) async fn write(db: &impl ConnectionTrait, seed: u64) -> Result<()> {
    let mut chance = SplitMix64::new(seed);
    let sql = format!(
        "SELECT turnout.round_id, turnout.unit_id, turnout.count FROM turnout JOIN round ON round.id = turnout.round_id
         WHERE round.bank = $1 AND round.number > (SELECT MAX(number) FROM round) - {ROUNDS}
         ORDER BY turnout.round_id, turnout.unit_id"
    );
    let mut rows: Vec<[Value; 4]> = Vec::new();
    for turnout in all::<TurnoutOfUnit>(db, &sql, [TAG.into()]).await? {
        let first = chance.below(SAID.len() as u64);
        for place in 0..chance.below(5).min(turnout.count.unsigned_abs()) {
            let said = usize::try_from((first + place * 3) % SAID.len() as u64).unwrap_or(0);
            let id = [chance.next_u64().to_be_bytes(), chance.next_u64().to_be_bytes()].concat();
            rows.push([id.into(), turnout.round_id.into(), turnout.unit_id.into(), SAID[said].into()]);
        }
    }
    for chunk in rows.chunks(500) {
        let values = placeholders(chunk.len(), 4);
        let sql = format!("INSERT INTO ballot_comment (id, round_id, unit_id, text) VALUES {values}");
        execute(db, &sql, chunk.iter().flatten().cloned().collect::<Vec<_>>()).await?;
    }
    Ok(())
}
