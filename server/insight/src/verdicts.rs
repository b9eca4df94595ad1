//! What the link says about each unit, and since when: its results are computed anew with every release, and
//! only a change of what they say is worth a sentence.

use chrono::NaiveDate;
use domain::UnitId;
use sea_orm::ConnectionTrait;
use stats::link::headline::{Answer, Verdict};

use base::{
    Result,
    db::{self, execute, join_ids},
};

/// What a result says, in one word that stays the same while the sentence about it would.
pub(crate) fn word(answer: &Answer) -> String {
    let direction = if answer.rate_ratio.is_some_and(|ratio| ratio < 1.0) { "fewer" } else { "more" };
    match answer.verdict {
        Verdict::NotEnough => "none".to_owned(),
        Verdict::NoneFound => "unclear".to_owned(),
        Verdict::DirectionUnclear => format!("direction {}", answer.predictor),
        Verdict::EarlySignal => format!("early {} {direction}", answer.predictor),
        Verdict::Finding => format!("found {} {direction}", answer.predictor),
    }
}

/// Writes down what the newest results say. A unit's first result is no change.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn keep(
    db: &impl ConnectionTrait,
    said: &[(UnitId, String)],
    today: NaiveDate,
) -> Result<()> {
    for (unit, word) in said {
        execute(
            db,
            "INSERT INTO link_verdict (unit_id, verdict, since) VALUES ($1, $2, NULL)
             ON CONFLICT (unit_id) DO UPDATE SET verdict = excluded.verdict, since = $3
             WHERE link_verdict.verdict <> excluded.verdict",
            [(*unit).into(), word.as_str().into(), today.into()],
        )
        .await?;
    }
    Ok(())
}

/// Since when the link has said of a unit what it says; none while its first result stands.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn since(db: &impl ConnectionTrait, unit: UnitId) -> Result<Option<NaiveDate>> {
    let sql = "SELECT since FROM link_verdict WHERE unit_id = $1 AND since IS NOT NULL";
    Ok(db::value(db, sql, [unit.into()]).await?)
}

/// Of these units, those about which the link has said something else since a day.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn changed(
    db: &impl ConnectionTrait,
    units: &[UnitId],
    since: NaiveDate,
) -> Result<Vec<UnitId>> {
    let sql = format!(
        "SELECT unit_id FROM link_verdict WHERE unit_id IN ({}) AND since >= $1 ORDER BY unit_id",
        join_ids(units)
    );
    Ok(db::column(db, &sql, [since.into()]).await?)
}
