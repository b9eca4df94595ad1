//! The list of cases. Written for millions of old complaints and a few hundred open ones.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::{
    Problem, Right,
    customers::complaint::{CaseFilter, CaseList, CaseRow, Stage},
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::age;
use crate::stored_words;
use base::{
    Actor, Base, Result, authorize,
    db::{Search, all, join_ids, value},
};
use organisation::{Tree, within};

/// Cases on one page of the list.
const PAGE_SIZE: u64 = 25;
/// Counting stops here: nobody turns four hundred pages.
const MOST_COUNTED: u64 = 10_000;

/// Years that the days of a list can lie in, so that both databases read them alike.
const EARLIEST: i32 = 1900;
const LATEST: i32 = 2200;

/// A case in the list.
#[derive(FromQueryResult)]
struct ListedCase {
    reference: String,
    what: String,
    category: String,
    channel: String,
    severity: String,
    unit_id: i64,
    happened_on: NaiveDate,
    stage: String,
    received_at: DateTime<Utc>,
}

/// The list of cases, like an inbox: urgent ones first, then the oldest.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `NotFound` for a unit that is not the person's and for days no calendar needs.
pub async fn list(base: &Base, actor: Option<&Actor>, filter: &CaseFilter) -> Result<CaseList> {
    let (_, tops) = authorize(actor, Right::ViewCases)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let mine: Vec<i64> = tree.below(&tops).into_iter().map(|unit| unit.id).collect();
    let in_mine = in_units(&tree, &mine);
    // The unit that was asked for with all below it; it has to be one of these.
    let unit = match filter.unit {
        Some(unit) => {
            within(&tree, &tops, unit)?;
            tree.get(unit)
        }
        None => None,
    };
    let in_units = match unit {
        Some(unit) => {
            in_units(&tree, &tree.below(&[unit.id]).into_iter().map(|unit| unit.id).collect::<Vec<_>>())
        }
        None => in_mine.clone(),
    };
    let open = stages(Stage::is_open);
    let state = match filter.show.as_str() {
        "closed" => stages(|stage| !stage.is_open()),
        "all" => "1 = 1".to_owned(),
        _ => open.clone(),
    };
    let search = Search::of(&db, filter.search.trim());
    // Both ends or none: an index on unit and day finds a stretch, however many complaints there are.
    let (first_day, last_day) =
        (NaiveDate::from_ymd_opt(EARLIEST, 1, 1), NaiveDate::from_ymd_opt(LATEST, 12, 31));
    let days = (filter.from.is_some() || filter.to.is_some())
        .then(|| [filter.from.or(first_day).unwrap_or_default(), filter.to.or(last_day).unwrap_or_default()]);
    if days.iter().flatten().any(|day| !(EARLIEST..=LATEST).contains(&day.year())) {
        return Err(Problem::NotFound.into());
    }
    let on_days = if days.is_some() { "AND happened_on BETWEEN $2 AND $3" } else { "" };
    let mut values: Vec<Value> = vec![search.pattern.as_str().into()];
    values.extend(days.into_iter().flatten().map(Value::from));
    let matching = format!(
        "{in_units} AND {state} {on_days}
         AND {}",
        search.in_any(&["what", "reference"], 1)
    );
    let total = count(
        &db,
        &format!("SELECT COUNT(*) AS n FROM (SELECT 1 FROM complaint WHERE {matching} LIMIT {MOST_COUNTED}) AS found"),
        values.clone(),
    )
    .await?;
    let pages = total.div_ceil(PAGE_SIZE).max(1);
    let page = u64::from(filter.page).clamp(1, pages);
    // The open ones are few and sorted in memory; so are others as long as all could be counted. Beyond that
    // a page of them is found soon by going back in time.
    let order = match filter.show.as_str() {
        "closed" | "all" if days.is_some() => "happened_on DESC, received_at DESC",
        "closed" | "all" => "received_at DESC",
        _ => "CASE WHEN severity IN ('safety', 'discrimination') THEN 0 ELSE 1 END, received_at, id",
    };
    let columns =
        "id, reference, what, category, channel, severity, unit_id, happened_on, stage, received_at";
    let found = format!("SELECT {columns} FROM complaint WHERE {matching}");
    let found = match total < MOST_COUNTED {
        true => format!("SELECT {columns} FROM ({found} LIMIT {MOST_COUNTED}) AS found"),
        false => found,
    };
    let rows: Vec<ListedCase> = all(
        &db,
        &format!("{found} ORDER BY {order} LIMIT {PAGE_SIZE} OFFSET {}", (page - 1) * PAGE_SIZE),
        values,
    )
    .await?;
    let now = base.now();
    let mut list = Vec::with_capacity(rows.len());
    for row in rows {
        list.push(CaseRow {
            category: stored_words::category(&row.category)?,
            channel: stored_words::channel(&row.channel)?,
            severity: stored_words::severity(&row.severity)?,
            stage: stored_words::stage(&row.stage)?,
            unit: tree.get(row.unit_id).map(|unit| unit.name.clone()).unwrap_or_default(),
            age_days: age(&organisation, row.received_at, now),
            reference: row.reference,
            what: row.what,
            happened_on: row.happened_on,
        });
    }
    let open_count =
        count(&db, &format!("SELECT COUNT(*) AS n FROM complaint WHERE {in_mine} AND {open}"), vec![])
            .await?;
    let urgent = count(
        &db,
        &format!("SELECT COUNT(*) AS n FROM complaint WHERE {in_mine} AND {open} AND severity IN ('safety', 'discrimination')"),
        vec![],
    )
    .await?;
    Ok(CaseList {
        rows: list,
        total,
        open: open_count,
        urgent,
        page: u32::try_from(page).unwrap_or(1),
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
        unit: unit.map(|unit| unit.name.clone()),
    })
}

/// A condition on the unit: none for whoever sees them all, because a list of two thousand would be looked
/// up one by one.
fn in_units(tree: &Tree, units: &[i64]) -> String {
    match tree.root().is_some_and(|root| units.contains(&root)) {
        true => "1 = 1".to_owned(),
        false => format!("unit_id IN ({})", join_ids(units)),
    }
}

/// Open cases that need a look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// About safety or discrimination.
    pub urgent: u64,
    /// Others that were received before a moment.
    pub old: u64,
}

/// Counts the open cases of these units that need a look; `before` says which have waited too long.
///
/// # Errors
/// When the database refuses.
pub async fn waiting(
    db: &impl ConnectionTrait,
    tree: &Tree,
    units: &[i64],
    before: DateTime<Utc>,
) -> Result<Waiting> {
    if units.is_empty() {
        return Ok(Waiting::default());
    }
    let open = format!("{} AND {}", stages(Stage::is_open), in_units(tree, units));
    let urgent = "severity IN ('safety', 'discrimination')";
    let n = |more: &str| format!("SELECT COUNT(*) AS n FROM complaint WHERE {open} AND {more}");
    Ok(Waiting {
        urgent: count(db, &n(urgent), vec![]).await?,
        old: count(db, &n(&format!("received_at < $1 AND NOT {urgent}")), vec![before.into()]).await?,
    })
}

async fn count(db: &impl ConnectionTrait, sql: &str, values: Vec<sea_orm::Value>) -> Result<u64> {
    let count: Option<i64> = value(db, sql, values).await?;
    Ok(count.unwrap_or(0).unsigned_abs())
}

/// A condition on the stage that names the wanted ones, so that an index can find them.
fn stages(is_wanted: impl Fn(Stage) -> bool) -> String {
    let names: Vec<String> = Stage::ALL
        .iter()
        .filter(|stage| is_wanted(**stage))
        .map(|stage| format!("'{}'", stage.name()))
        .collect();
    format!("stage IN ({})", names.join(", "))
}
