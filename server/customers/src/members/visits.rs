//! Visits are kept one by one for thirteen months; of a month that is long enough ago it is kept for good that somebody was
//! there and whether they came back, and not who.

use std::collections::BTreeMap;

use base::{
    Base, Result,
    db::{self, all, column, execute, exists, join_ids},
};
use chrono::{Days, Months, NaiveDate};
use domain::customers::member::{BACK_DAYS, VISIT_MONTHS};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::handle::pseudonym;
use crate::cards::key::Key;

/// Members whose visits are read at once.
const PORTION: i64 = 500;

#[derive(FromQueryResult)]
struct Visit {
    number: String,
    unit_id: i64,
    day: NaiveDate,
}

/// Folds the months of which it can be known by now who came back.
///
/// # Errors
/// When the database or the store of keys refuses.
pub async fn fold(base: &Base) -> Result<()> {
    let db = &base.db.reader;
    let today = organisation::find(db).await?.local_day(base.now());
    // The whole month, and the days after its last one, lie behind.
    let latest = today
        .checked_sub_days(Days::new(BACK_DAYS))
        .and_then(|day| day.checked_sub_months(Months::new(1)))
        .unwrap_or(today);
    let months: Vec<NaiveDate> =
        column(db, "SELECT month FROM visit_fold WHERE month < $1 ORDER BY month", [latest.into()]).await?;
    if months.is_empty() {
        return Ok(());
    }
    let key = Key::of(base).await?;
    for month in months.into_iter().filter(|month| end_of(*month) + Days::new(BACK_DAYS) < today) {
        let transaction = base.db.begin().await?;
        // First, so that what is imported meanwhile has it folded once more.
        execute(&transaction, "DELETE FROM visit_fold WHERE month = $1", [month.into()]).await?;
        fold_month(&transaction, &key, month).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// The last day of a month.
pub(super) fn end_of(month: NaiveDate) -> NaiveDate {
    month.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(month)
}

async fn fold_month(db: &impl ConnectionTrait, key: &Key, month: NaiveDate) -> Result<()> {
    let (last, until) = (end_of(month), end_of(month) + Days::new(BACK_DAYS));
    let mut after = 0;
    loop {
        let sql = "SELECT DISTINCT member_id FROM visit WHERE day >= $1 AND day <= $2 AND member_id > $3
                   ORDER BY member_id LIMIT $4";
        let members: Vec<i64> =
            column(db, sql, [month.into(), last.into(), after.into(), PORTION.into()]).await?;
        let Some(newest) = members.last().copied() else { return Ok(()) };
        after = newest;
        let sql = format!(
            "SELECT number, unit_id, day FROM visit JOIN member ON member.id = visit.member_id
             WHERE member_id IN ({}) AND day >= $1 AND day <= $2 ORDER BY day",
            join_ids(&members)
        );
        let visits: Vec<Visit> = all(db, &sql, [month.into(), until.into()]).await?;
        let mut by_member: BTreeMap<&str, Vec<(i64, NaiveDate)>> = BTreeMap::new();
        for visit in &visits {
            by_member.entry(&visit.number).or_default().push((visit.unit_id, visit.day));
        }
        let mut rows: Vec<[Value; 4]> = Vec::new();
        for (number, visits) in by_member {
            let who = pseudonym(key, number)?;
            for (unit, came_back) in folded(&visits, last) {
                rows.push([unit.into(), month.into(), who.clone().into(), came_back.into()]);
            }
        }
        write(db, rows).await?;
    }
}

/// The units that somebody was in up to the last day of a month, and whether they came again, anywhere, within the days that
/// count. The visits are in order.
fn folded(visits: &[(i64, NaiveDate)], last: NaiveDate) -> BTreeMap<i64, bool> {
    let mut units: BTreeMap<i64, bool> = BTreeMap::new();
    for (unit, first) in visits.iter().filter(|(_, day)| *day <= last) {
        units.entry(*unit).or_insert_with(|| {
            let until = *first + Days::new(BACK_DAYS);
            visits.iter().any(|(_, day)| day > first && *day <= until)
        });
    }
    units
}

async fn write(db: &impl ConnectionTrait, rows: Vec<[Value; 4]>) -> Result<()> {
    let most = db::rows_at_once(db, 4);
    for chunk in rows.chunks(most) {
        let sql = format!(
            "INSERT INTO visit_month (unit_id, month, pseudonym, came_back) VALUES {}
             ON CONFLICT (unit_id, month, pseudonym) DO UPDATE SET came_back = excluded.came_back",
            db::placeholders(chunk.len(), 4)
        );
        execute(db, &sql, chunk.iter().flatten().cloned().collect::<Vec<_>>()).await?;
    }
    Ok(())
}

/// Forgets single visits of more than thirteen months ago.
///
/// # Errors
/// When the database refuses.
pub async fn forget(base: &Base) -> Result<()> {
    let db = &base.db.reader;
    let today = organisation::find(db).await?.local_day(base.now());
    let before = today.checked_sub_months(Months::new(VISIT_MONTHS)).unwrap_or(today);
    let sql = "SELECT 1 AS one FROM visit WHERE day < $1 LIMIT 1";
    if exists(db, sql, [before.into()]).await? {
        execute(base.db.writer(), "DELETE FROM visit WHERE day < $1", [before.into()]).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn somebody_came_back_who_came_again_anywhere_within_sixty_days_on_another_day() {
        let last = day("2026-05-31");
        let of = |visits: &[(i64, &str)]| {
            let visits: Vec<_> = visits.iter().map(|(unit, on)| (*unit, day(on))).collect();
            folded(&visits, last).into_iter().collect::<Vec<_>>()
        };
        assert_eq!(of(&[(3, "2026-05-10")]), [(3, false)]);
        assert_eq!(of(&[(3, "2026-05-10"), (4, "2026-05-10")]), [(3, false), (4, false)], "the same day");
        assert_eq!(of(&[(3, "2026-05-10"), (4, "2026-07-09")]), [(3, true)], "the sixtieth day, elsewhere");
        assert_eq!(of(&[(3, "2026-05-10"), (4, "2026-07-10")]), [(3, false)], "a day later");
        assert_eq!(of(&[(3, "2026-05-31"), (3, "2026-06-01")]), [(3, true)]);
        assert_eq!(of(&[(3, "2026-05-02"), (4, "2026-05-20")]), [(3, true), (4, false)]);
    }
}
