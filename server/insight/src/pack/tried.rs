//! What was tried during a quarter.

use chrono::NaiveDate;
use domain::{
    Period, UnitId,
    insight::{actions::ActionState, figures::Measure, pack::FACTORS},
    staff::bank::Item,
};
use report::review::ActionInput;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::load::Places;
use base::{Error, Result, db};

#[derive(FromQueryResult)]
struct ActionRecord {
    id: i64,
    unit_id: UnitId,
    driver: String,
    what: String,
    owner: String,
    starts_on: NaiveDate,
    review_on: NaiveDate,
    state: String,
}

/// What ran in the quarter, or was reviewed in it.
pub(super) async fn actions(
    db: &impl ConnectionTrait,
    places: &Places,
    quarter: Period,
) -> Result<Vec<ActionInput>> {
    let sql = "SELECT id, unit_id, driver, what, owner, starts_on, review_on, state FROM agreed_action
         WHERE starts_on <= $2 AND (closed_on IS NULL OR closed_on >= $1) ORDER BY starts_on, id";
    let records: Vec<ActionRecord> = db::all(db, sql, [quarter.start().into(), quarter.end().into()]).await?;
    let of = |record: ActionRecord| {
        if !places.units.contains_key(&record.unit_id) {
            return Ok(None);
        }
        ActionState::from_name(&record.state)
            .ok_or_else(|| Error::stored("agreed_action.state", &record.state))?;
        let item = match Measure::from_name(&record.driver) {
            Some(Measure::Score(item)) => Some(item),
            Some(Measure::Strain) => Some(Item::C1),
            _ => None,
        };
        let factor = item.and_then(Item::factor);
        let letter = FACTORS.iter().find(|(_, own)| Some(*own) == factor).map(|(letter, _)| *letter);
        Ok(Some(ActionInput {
            id: record.id,
            unit: record.unit_id.to_string(),
            tried: record.what,
            driver: Some(record.driver),
            factor: letter.map(str::to_owned),
            role: record.owner,
            from: record.starts_on.to_string(),
            review_on: record.review_on.to_string(),
            state: record.state,
        }))
    };
    let found = records.into_iter().map(of).collect::<Result<Vec<_>>>()?;
    Ok(found.into_iter().flatten().collect())
}
