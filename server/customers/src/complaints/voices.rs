//! Praise beside complaints, over the list of cases.

use chrono::{Days, NaiveDate, NaiveTime};
use domain::{UnitId, customers::inbox::Voices};
use sea_orm::{ConnectionTrait, FromQueryResult};

use base::{
    Result,
    db::{all, join_ids, value},
};
use organisation::Tree;

/// Days that are looked back.
const DAYS: u64 = 90;

#[derive(FromQueryResult)]
struct Counted {
    word: String,
    n: i64,
}

/// What customers left in the last days in these units and below them. Complaints come from the sums that are kept;
/// praise and ideas are few enough to be counted.
///
/// # Errors
/// When the database refuses.
pub(super) async fn of_units(
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[UnitId],
    today: NaiveDate,
) -> Result<Voices> {
    let tops = tree.topmost(tops);
    if tops.is_empty() {
        return Ok(Voices::default());
    }
    let from = today.checked_sub_days(Days::new(DAYS)).unwrap_or(today);
    let sql = format!(
        "SELECT CAST(COALESCE(SUM(complaints), 0) AS BIGINT) AS n FROM voice_rollup
         WHERE unit_id IN ({}) AND resolution = 'day' AND period_start >= $1",
        join_ids(&tops)
    );
    let complaints: i64 = value(db, &sql, [from.into()]).await?.unwrap_or(0);
    let in_units = match tree.root().is_some_and(|root| tops.contains(&root)) {
        true => "1 = 1".to_owned(),
        false => {
            let ids: Vec<UnitId> = tree.below(&tops).into_iter().map(|unit| unit.id).collect();
            format!("unit_id IN ({})", join_ids(&ids))
        }
    };
    let sql = format!(
        "SELECT kind AS word, COUNT(*) AS n FROM complaint
         WHERE kind <> 'complaint' AND kind IN ('compliment', 'comment') AND NOT in_burst AND received_at >= $1 AND {in_units}
         GROUP BY kind"
    );
    let rows: Vec<Counted> = all(db, &sql, [from.and_time(NaiveTime::MIN).and_utc().into()]).await?;
    let of = |kind: &str| rows.iter().find(|row| row.word == kind).map_or(0, |row| row.n);
    let days = i64::try_from(DAYS).unwrap_or_default();
    Ok(Voices { complaints, praise: of("compliment"), ideas: of("comment"), days })
}
