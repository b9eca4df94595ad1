//! The list of cases. Written for millions of old complaints and a few hundred open ones.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::{
    Problem, Right, UnitId,
    customers::{
        inbox::{CaseFilter, CaseList, CaseRow, Show, TimeLeft},
        words::{Kind, Stage},
    },
};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Value};

use super::{
    clocks::Next,
    owner_names,
    search::{Asked, ask},
    typed_reference, voices,
};
use crate::{calendars, stored_words};
use base::{
    Actor, Base, Result, authorize,
    db::{all, exists, join_ids, value},
};
use organisation::{Tree, within};
use worktime::Calendar;

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
    id: i64,
    reference: String,
    what: String,
    kind: String,
    version: i64,
    assignee_id: Option<i64>,
    is_paused: bool,
    next_due_at: Option<DateTime<Utc>>,
    next_warn_at: Option<DateTime<Utc>>,
    next_late_at: Option<DateTime<Utc>>,
    category: String,
    channel: String,
    severity: String,
    unit_id: UnitId,
    happened_on: NaiveDate,
    stage: String,
    received_at: DateTime<Utc>,
}

/// What somebody may see of the list, and what they asked for, as conditions of a statement.
struct Wanted {
    /// The person's own units, by where it happened or who has it.
    in_mine: String,
    /// All that was asked for, with its values.
    matching: String,
    values: Vec<Value>,
    is_open: bool,
    has_days: bool,
}

/// The list of cases, like an inbox: urgent ones first, then what is due next.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `NotFound` for a unit that is not the person's and for days no calendar needs.
pub async fn list(base: &Base, actor: Option<&Actor>, filter: &CaseFilter) -> Result<CaseList> {
    let (actor, tops) = authorize(actor, Right::ViewCases)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let mut wanted = wanted(&db, &tree, &tops, filter)?;
    // A reference is one case, wherever it stands.
    let reference = typed_reference(&filter.search);
    let is_that = format!("{} AND reference = $1", wanted.in_mine);
    let sql = format!("SELECT 1 AS one FROM complaint WHERE {is_that}");
    if !reference.is_empty() && exists(&db, &sql, [reference.as_str().into()]).await? {
        (wanted.matching, wanted.values) = (is_that, vec![reference.into()]);
    }
    let Wanted { in_mine, matching, values, .. } = &wanted;
    let total = count(
        &db,
        &format!("SELECT COUNT(*) AS n FROM (SELECT 1 FROM complaint WHERE {matching} LIMIT {MOST_COUNTED}) AS found"),
        values.clone(),
    )
    .await?;
    let pages = total.div_ceil(PAGE_SIZE).max(1);
    let page = u64::from(filter.page).clamp(1, pages);
    let (sql, values) = wanted.statement(db.get_database_backend(), total, page, filter.before);
    let rows: Vec<ListedCase> = all(&db, &sql, values).await?;
    let end = rows.last().filter(|_| wanted.goes_back(total)).map(|row| (row.received_at, row.id));
    let mut owners: Vec<i64> = rows.iter().filter_map(|row| row.assignee_id).collect();
    owners.sort_unstable();
    owners.dedup();
    let owners = owner_names(&db, &owners).await?;
    let units = calendar_units(&db, &rows).await?;
    let calendars = calendars::of_all(&db, &tree, &organisation, &units.values().copied().collect()).await?;
    let now = base.now();
    let mut list = Vec::with_capacity(rows.len());
    for row in rows {
        let (kind, stage) = (stored_words::kind(&row.kind)?, stored_words::stage(&row.stage)?);
        let calendar = units.get(&row.id).and_then(|unit| calendars.get(unit)).map(|open| &open.calendar);
        let next = Next { warn: row.next_warn_at, due: row.next_due_at, late: row.next_late_at };
        list.push(CaseRow {
            category: stored_words::category(&row.category)?,
            channel: stored_words::channel(&row.channel)?,
            severity: stored_words::severity(&row.severity)?,
            unit: tree.get(row.unit_id).map(|unit| unit.name.clone()).unwrap_or_default(),
            left: calendar.map_or(TimeLeft::Nothing, |calendar| {
                time_left(calendar, kind, stage, row.is_paused, next, now)
            }),
            owner: row.assignee_id.and_then(|account| owners.get(&account).cloned()),
            reference: row.reference,
            what: row.what,
            happened_on: row.happened_on,
            version: row.version,
            kind,
            stage,
        });
    }
    let open = format!("{} AND NOT in_burst", stages(Stage::is_open));
    let n = |more: &str| format!("SELECT COUNT(*) AS n FROM complaint WHERE {in_mine} AND {open} {more}");
    let late = "AND next_late_at <= $1";
    let handled = actor.units_for(Right::HandleCase);
    Ok(CaseList {
        rows: list,
        total,
        open: count(&db, &n(""), vec![]).await?,
        urgent: count(&db, &n("AND severity IN ('safety', 'discrimination')"), vec![]).await?,
        late: count(&db, &n(late), vec![now.into()]).await?,
        page: u32::try_from(page).unwrap_or(1),
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
        end,
        unit: filter.unit.and_then(|unit| tree.get(unit)).map(|unit| unit.name.clone()),
        place: match (filter.unit, tops.as_slice()) {
            (Some(unit), _) => tree.place(&tops, unit),
            (None, [unit]) => tree.place(&tops, *unit),
            (None, _) => None,
        },
        tops: match tops.as_slice() {
            [_] => Vec::new(),
            several => several.iter().filter_map(|unit| tree.item(*unit)).collect(),
        },
        voices: voices::of_units(&db, &tree, &tops, organisation.local_day(now)).await?,
        may_handle: !handled.is_empty(),
    })
}

/// Turns a filter into conditions.
fn wanted(db: &impl ConnectionTrait, tree: &Tree, tops: &[UnitId], filter: &CaseFilter) -> Result<Wanted> {
    let below = |units: &[UnitId]| tree.below(units).into_iter().map(|unit| unit.id).collect::<Vec<_>>();
    let in_mine = in_units(tree, &below(tops));
    // The unit that was asked for with all below it; it has to be one of these.
    let in_units = match filter.unit {
        Some(unit) => {
            within(tree, tops, unit)?;
            in_units(tree, &below(&[unit]))
        }
        None => in_mine.clone(),
    };
    let is_open = filter.show == Show::Open;
    let state = match (filter.stage, filter.show) {
        (Some(stage), _) => stages(|other| other == stage),
        (None, Show::Closed) => stages(|stage| !stage.is_open()),
        (None, Show::All) => "1 = 1".to_owned(),
        // What is held back has a page of its own, where one decision is made for all of it.
        (None, Show::Open) => format!("{} AND NOT in_burst", stages(Stage::is_open)),
    };
    // Both ends or none: an index on unit and day finds a stretch, however many complaints there are.
    let (first_day, last_day) =
        (NaiveDate::from_ymd_opt(EARLIEST, 1, 1), NaiveDate::from_ymd_opt(LATEST, 12, 31));
    let days = filter
        .is_drilled()
        .then(|| [filter.from.or(first_day).unwrap_or_default(), filter.to.or(last_day).unwrap_or_default()]);
    if days.iter().flatten().any(|day| !(EARLIEST..=LATEST).contains(&day.year())) {
        return Err(Problem::NotFound.into());
    }
    let mut matching = format!("{in_units} AND {state}");
    let mut values: Vec<Value> = days.into_iter().flatten().map(Value::from).collect();
    if days.is_some() {
        // Behind a point of a chart stands what counts there, by where it happened.
        matching.push_str(" AND happened_on BETWEEN $1 AND $2 AND counts");
    }
    // Words of ours, no text that somebody typed.
    if let Some(severity) = filter.severity {
        matching.push_str(&format!(" AND severity = '{}'", severity.name()));
    }
    if let Some(kind) = filter.kind {
        matching.push_str(&format!(" AND kind = '{}'", kind.name()));
    }
    let looked_through = filter.unit.map_or_else(|| tops.to_vec(), |unit| vec![unit]);
    match ask(db.get_database_backend(), tree, &looked_through, &filter.search) {
        Asked::Anything => {}
        Asked::Nothing => matching.push_str(" AND 1 = 0"),
        Asked::Words(words) => {
            values.push(words.value());
            matching.push_str(&format!(" AND {}", words.condition(values.len())));
        }
    }
    Ok(Wanted { in_mine, matching, values, is_open, has_days: days.is_some() })
}

impl Wanted {
    /// Whether a page is found by going back in time from where the one before ended.
    const fn goes_back(&self, total: u64) -> bool {
        total >= MOST_COUNTED && !self.is_open && !self.has_days
    }

    /// The statement for a page, with its values. The open ones are few and sorted in memory; so are others as long as
    /// all could be counted. Beyond that a page of them is found soon by going back in time.
    fn statement(
        &self,
        backend: DbBackend,
        total: u64,
        page: u64,
        before: Option<(DateTime<Utc>, i64)>,
    ) -> (String, Vec<Value>) {
        let order = match () {
            () if self.is_open => {
                "CASE WHEN severity IN ('safety', 'discrimination') THEN 0 ELSE 1 END,
                 CASE WHEN next_due_at IS NULL THEN 1 ELSE 0 END, next_due_at, received_at, id"
            }
            () if self.has_days => "happened_on DESC, received_at DESC",
            () => "received_at DESC, id DESC",
        };
        let columns = "id, reference, what, kind, version, assignee_id, is_paused, next_due_at, next_warn_at,
             next_late_at, category, channel, severity, unit_id, happened_on, stage, received_at";
        let mut values = self.values.clone();
        let mut offset = (page - 1) * PAGE_SIZE;
        if self.goes_back(total) {
            // SQLite would rather look up every unit and sort them all.
            let by = if backend == DbBackend::Sqlite { "INDEXED BY complaint_by_receipt" } else { "" };
            let mut found = format!("SELECT {columns} FROM complaint {by} WHERE {}", self.matching);
            if let Some((at, id)) = before {
                let n = values.len();
                found.push_str(&format!(" AND (received_at, id) < (${}, ${})", n + 1, n + 2));
                values.extend([at.into(), id.into()]);
                offset = 0;
            }
            return (format!("{found} ORDER BY {order} LIMIT {PAGE_SIZE} OFFSET {offset}"), values);
        }
        let found = format!("SELECT {columns} FROM complaint WHERE {}", self.matching);
        let found = match total < MOST_COUNTED {
            true => format!("SELECT {columns} FROM ({found} LIMIT {MOST_COUNTED}) AS found"),
            false => found,
        };
        (format!("{found} ORDER BY {order} LIMIT {PAGE_SIZE} OFFSET {offset}"), values)
    }
}

/// Whose opening hours the promises of listed cases are counted in, by the id of the case.
async fn calendar_units(db: &impl ConnectionTrait, rows: &[ListedCase]) -> Result<HashMap<i64, UnitId>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT DISTINCT complaint_id, calendar_unit_id FROM case_clock WHERE complaint_id IN ({})",
        join_ids(&ids)
    );
    let rows: Vec<CalendarUnit> = all(db, &sql, []).await?;
    Ok(rows.into_iter().map(|row| (row.complaint_id, row.calendar_unit_id)).collect())
}

#[derive(FromQueryResult)]
struct CalendarUnit {
    complaint_id: i64,
    calendar_unit_id: UnitId,
}

/// What the promise that runs out next says at a moment.
pub(super) fn time_left(
    calendar: &Calendar,
    kind: Kind,
    stage: Stage,
    is_paused: bool,
    next: Next,
    now: DateTime<Utc>,
) -> TimeLeft {
    if kind != Kind::Complaint || !stage.is_open() {
        return TimeLeft::Nothing;
    }
    match (next.due, next.late) {
        // An answer in the evening is not late: no working time has passed since.
        (Some(due), Some(late)) if now >= late => {
            TimeLeft::Late { seconds: calendar.working_seconds(due, now) }
        }
        (Some(due), _) if !is_paused => TimeLeft::Left {
            seconds: calendar.working_seconds(now, due),
            is_warned: next.warn.is_some_and(|warn| now >= warn),
        },
        _ if is_paused => TimeLeft::WaitsForCustomer,
        _ => TimeLeft::Nothing,
    }
}

/// A condition on the unit where it happened or that has it: none for whoever sees them all, because a list of two thousand would be looked
/// up one by one.
fn in_units(tree: &Tree, units: &[UnitId]) -> String {
    match tree.root().is_some_and(|root| units.contains(&root)) {
        true => "1 = 1".to_owned(),
        false => {
            let ids = join_ids(units);
            format!("(unit_id IN ({ids}) OR holder_unit_id IN ({ids}))")
        }
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
    units: &[UnitId],
    before: DateTime<Utc>,
) -> Result<Waiting> {
    if units.is_empty() {
        return Ok(Waiting::default());
    }
    let open = format!(
        "{} AND NOT in_burst AND kind = 'complaint' AND {}",
        stages(Stage::is_open),
        in_units(tree, units)
    );
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
