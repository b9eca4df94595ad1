//! Visits are kept one by one for thirteen months; of a month that is long enough ago it is kept for good that somebody was
//! there and whether they came back, and not who.

use std::collections::BTreeMap;

use base::{
    Base, Result,
    db::{self, all, column, execute, exists, join_ids},
};
use chrono::{Days, Months, NaiveDate};
use domain::{
    UnitId,
    customers::member::{BACK_DAYS, VISIT_MONTHS},
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::handle::pseudonym;
use crate::cards::key::Key;

/// Members whose visits are read at once.
const PORTION: i64 = 500;

#[derive(FromQueryResult)]
struct Member {
    id: i64,
    number: String,
}

#[derive(FromQueryResult)]
struct Visit {
    member_id: i64,
    unit_id: UnitId,
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
        column(db, "SELECT month FROM visit_fold WHERE month <= $1 ORDER BY month", [latest.into()]).await?;
    if months.is_empty() {
        return Ok(());
    }
    let key = Key::of(base).await?;
    let oldest = oldest_kept(today);
    for month in months.into_iter().filter(|month| end_of(*month) + Days::new(BACK_DAYS) < today) {
        let transaction = base.db.begin().await?;
        // First, so that what is imported meanwhile has it folded once more.
        execute(&transaction, "DELETE FROM visit_fold WHERE month = $1", [month.into()]).await?;
        // Of a month of which single visits are gone, what was folded stays.
        if month >= oldest {
            fold_month(&transaction, &key, month).await?;
        }
        transaction.commit().await?;
    }
    Ok(())
}

/// The last day of a month.
pub(super) fn end_of(month: NaiveDate) -> NaiveDate {
    month.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(month)
}

/// The oldest day of which single visits are kept.
fn oldest_kept(today: NaiveDate) -> NaiveDate {
    today.checked_sub_months(Months::new(VISIT_MONTHS)).unwrap_or(today)
}

/// Folds a month of all members anew: an import may have been taken back since. Of those who left, what is there stays.
async fn fold_month(db: &impl ConnectionTrait, key: &Key, month: NaiveDate) -> Result<()> {
    let (last, until) = (end_of(month), end_of(month) + Days::new(BACK_DAYS));
    let mut after = 0;
    loop {
        let sql = "SELECT id, number FROM member WHERE id > $1 ORDER BY id LIMIT $2";
        let members: Vec<Member> = all(db, sql, [after.into(), PORTION.into()]).await?;
        let Some(newest) = members.last() else { return Ok(()) };
        after = newest.id;
        let mut known = BTreeMap::new();
        for member in &members {
            known.insert(member.id, pseudonym(key, &member.number)?);
        }
        let list = (0..known.len()).map(|place| format!("${}", place + 2)).collect::<Vec<_>>().join(", ");
        let sql = format!("DELETE FROM visit_month WHERE month = $1 AND pseudonym IN ({list})");
        let values = std::iter::once(month.into()).chain(known.values().cloned().map(Value::from));
        execute(db, &sql, values.collect::<Vec<Value>>()).await?;
        let ids: Vec<i64> = known.keys().copied().collect();
        let sql = format!(
            "SELECT member_id, unit_id, day FROM visit
             WHERE member_id IN ({}) AND day >= $1 AND day <= $2 ORDER BY day",
            join_ids(&ids)
        );
        let visits: Vec<Visit> = all(db, &sql, [month.into(), until.into()]).await?;
        let mut by_member: BTreeMap<i64, Vec<(UnitId, NaiveDate)>> = BTreeMap::new();
        for visit in &visits {
            by_member.entry(visit.member_id).or_default().push((visit.unit_id, visit.day));
        }
        let mut rows: Vec<[Value; 4]> = Vec::new();
        for (member, visits) in by_member {
            let Some(who) = known.get(&member) else { continue };
            for (unit, came_back) in folded(&visits, last) {
                rows.push([unit.into(), month.into(), who.clone().into(), came_back.into()]);
            }
        }
        let into = "visit_month (unit_id, month, pseudonym, came_back)";
        db::insert(db, into, rows).await?;
    }
}

/// The units that somebody was in up to the last day of a month, and whether they came again, anywhere, within the days that
/// count. The visits are in order.
fn folded(visits: &[(UnitId, NaiveDate)], last: NaiveDate) -> BTreeMap<UnitId, bool> {
    let mut units: BTreeMap<UnitId, bool> = BTreeMap::new();
    for (unit, first) in visits.iter().filter(|(_, day)| *day <= last) {
        units.entry(*unit).or_insert_with(|| {
            let until = *first + Days::new(BACK_DAYS);
            visits.iter().any(|(_, day)| day > first && *day <= until)
        });
    }
    units
}

/// Forgets single visits of more than thirteen months ago.
///
/// # Errors
/// When the database refuses.
pub async fn forget(base: &Base) -> Result<()> {
    let db = &base.db.reader;
    let today = organisation::find(db).await?.local_day(base.now());
    let before = oldest_kept(today);
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
            let visits: Vec<_> = visits.iter().map(|(unit, on)| (UnitId::new(*unit), day(on))).collect();
            folded(&visits, last).into_iter().map(|(unit, back)| (i64::from(unit), back)).collect::<Vec<_>>()
        };
        assert_eq!(of(&[(3, "2026-05-10")]), [(3, false)]);
        assert_eq!(of(&[(3, "2026-05-10"), (4, "2026-05-10")]), [(3, false), (4, false)], "the same day");
        assert_eq!(of(&[(3, "2026-05-10"), (4, "2026-07-09")]), [(3, true)], "the sixtieth day, elsewhere");
        assert_eq!(of(&[(3, "2026-05-10"), (4, "2026-07-10")]), [(3, false)], "a day later");
        assert_eq!(of(&[(3, "2026-05-31"), (3, "2026-06-01")]), [(3, true)]);
        assert_eq!(of(&[(3, "2026-05-02"), (4, "2026-05-20")]), [(3, true), (4, false)]);
    }
}
