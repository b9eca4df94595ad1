//! How many members came back to a unit: a share of those who were there in a month, with its interval, and none for few.

use std::collections::BTreeMap;

use base::{
    Result,
    db::{all, join_ids},
};
use chrono::{Datelike, Months, NaiveDate};
use domain::{
    UnitId,
    customers::{
        member::{FEWEST_MEMBERS, ReturnMonth, Returns},
        quality::Share,
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use stats::rate::wilson;

#[derive(FromQueryResult)]
struct Counted {
    month: NaiveDate,
    members: i64,
    back: i64,
}

/// Who came back, month by month from the given one on, of those who were in these units; all units when none are given.
///
/// # Errors
/// When the database refuses.
pub async fn of_months(
    db: &impl ConnectionTrait,
    units: Option<&[UnitId]>,
    from: NaiveDate,
) -> Result<BTreeMap<NaiveDate, (i64, i64)>> {
    let in_units =
        units.map_or_else(|| "1 = 1".to_owned(), |units| format!("unit_id IN ({})", join_ids(units)));
    // Whoever was in several of them counts once, and came back when they did from any.
    let sql = format!(
        "SELECT month, COUNT(*) AS members, CAST(SUM(came) AS BIGINT) AS back
         FROM (SELECT month, pseudonym, MAX(CASE WHEN came_back THEN 1 ELSE 0 END) AS came FROM visit_month
               WHERE {in_units} AND month >= $1 GROUP BY month, pseudonym) AS one
         GROUP BY month"
    );
    let rows: Vec<Counted> = all(db, &sql, [from.into()]).await?;
    Ok(rows.into_iter().map(|row| (row.month, (row.back, row.members))).collect())
}

/// The last twelve months of which it is known, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn returns(
    db: &impl ConnectionTrait,
    units: Option<&[UnitId]>,
    today: NaiveDate,
) -> Result<Returns> {
    let from = today.with_day(1).and_then(|first| first.checked_sub_months(Months::new(14))).unwrap_or(today);
    let months = of_months(db, units, from).await?;
    let months = months.into_iter().rev().take(12).map(|(month, (count, of))| {
        let share = (of >= FEWEST_MEMBERS).then(|| wilson(count as f64, of as f64, 1.0)).flatten();
        ReturnMonth {
            month,
            share: Share { count, of, interval: share.map(|rate| (rate.lower, rate.upper)) },
        }
    });
    Ok(Returns { months: months.collect() })
}
