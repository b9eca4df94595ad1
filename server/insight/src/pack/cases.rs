//! How the cases went that came in during a quarter, counted where they happened and as the unit hung then.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveTime, TimeZone, Utc};
use customers::quality::APOLOGY_IN_TIME;
use domain::{Period, UnitId};
use report::review::{CaseInput, ClockInput, Counted, Input};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::load::Places;
use base::{Result, db};
use organisation::Organisation;

/// A count of a unit's own cases along one path.
#[derive(FromQueryResult)]
struct Record {
    unit_id: UnitId,
    above: Option<String>,
    word: String,
    n: i64,
}

/// A promise that ended.
#[derive(FromQueryResult)]
struct ClockRecord {
    unit_id: UnitId,
    above: Option<String>,
    kind: String,
    elapsed_s: i64,
    budget_s: i64,
}

/// The complaints that count and came in during the quarter.
const CAME_IN: &str = "complaint.kind = 'complaint' AND complaint.counts
     AND complaint.received_at >= $1 AND complaint.received_at < $2";
const PATH: &str = "LEFT JOIN voice_path ON voice_path.id = complaint.path_id";

/// Adds what is known of cases to the quarter.
///
/// # Errors
/// When the database refuses.
pub(super) async fn load(
    db: &impl ConnectionTrait,
    organisation: &Organisation,
    quarter: Period,
    places: &Places,
    input: &mut Input,
) -> Result<()> {
    let from = midnight(organisation, quarter.start());
    let to = midnight(organisation, quarter.end().checked_add_days(Days::new(1)).unwrap_or(quarter.end()));
    let series = Series::of(input, places);
    let sql = format!(
        "SELECT complaint.unit_id, voice_path.above, case_clock.kind, case_clock.elapsed_s, case_clock.budget_s
         FROM complaint JOIN case_clock ON case_clock.complaint_id = complaint.id {PATH}
         WHERE {CAME_IN} AND case_clock.stopped_at IS NOT NULL AND case_clock.budget_s IS NOT NULL"
    );
    let clocks: Vec<ClockRecord> = db::all(db, &sql, [from.into(), to.into()]).await?;
    for record in clocks {
        if let Some((unit, series)) = series.find(record.unit_id, record.above.as_deref()) {
            // Seconds decide what was kept; what is printed are minutes.
            let (elapsed, budget) = (record.elapsed_s / 60, record.budget_s / 60);
            let is_kept = record.elapsed_s <= record.budget_s;
            let elapsed = if is_kept { elapsed.min(budget) } else { elapsed.max(budget + 1) };
            input.clocks.push(ClockInput { unit, series, clock: record.kind, elapsed, budget });
        }
    }
    for (counted, sql) in statements() {
        let records: Vec<Record> = db::all(db, &sql, [from.into(), to.into()]).await?;
        for record in records {
            if let Some((unit, series)) = series.find(record.unit_id, record.above.as_deref()) {
                input.counted.push(CaseInput { unit, series, counted, key: record.word, count: record.n });
            }
        }
    }
    Ok(())
}

fn statements() -> Vec<(Counted, String)> {
    let grouped = "GROUP BY complaint.unit_id, voice_path.above";
    let simple = |word: &str, what: &str, joins: &str, condition: &str| {
        format!(
            "SELECT complaint.unit_id, voice_path.above, '{word}' AS word, CAST({what} AS BIGINT) AS n
             FROM complaint {joins} {PATH} WHERE {condition} {grouped}"
        )
    };
    let outcomes = "SELECT unit_id, above, word, COUNT(*) AS n FROM (
             SELECT complaint.unit_id, voice_path.above, complaint.id,
                 CASE WHEN MIN(case_issue.outcome) <> MAX(case_issue.outcome) THEN 'partly'
                     ELSE MAX(case_issue.outcome) END AS word
             FROM complaint JOIN case_issue ON case_issue.complaint_id = complaint.id";
    let decided = format!(
        "{outcomes} {PATH} WHERE {CAME_IN} AND case_issue.outcome IS NOT NULL
             AND complaint.stage IN ('answered', 'closed')
         GROUP BY complaint.unit_id, voice_path.above, complaint.id) AS decided GROUP BY unit_id, above, word"
    );
    let by_word = |word: &str, joins: &str, condition: &str| {
        format!(
            "SELECT complaint.unit_id, voice_path.above, {word} AS word, COUNT(*) AS n
             FROM complaint {joins} {PATH} WHERE {condition} {grouped}, {word}"
        )
    };
    let issue = "JOIN case_issue ON case_issue.complaint_id = complaint.id";
    let apology = "JOIN apology ON apology.complaint_id = complaint.id";
    let remedy = "JOIN remedy ON remedy.complaint_id = complaint.id";
    let reopened = "JOIN case_event ON case_event.complaint_id = complaint.id";
    vec![
        (Counted::Issue, by_word("case_issue.category", issue, CAME_IN)),
        (Counted::Outcome, decided),
        (Counted::Outcome, simple("received", "COUNT(*)", "", CAME_IN)),
        (
            Counted::Outcome,
            simple("closed", "COUNT(*)", "", &format!("{CAME_IN} AND complaint.stage = 'closed'")),
        ),
        (Counted::Outcome, simple("apology_due", "COUNT(*)", apology, CAME_IN)),
        (
            Counted::Outcome,
            simple("apology_in_time", "COUNT(*)", apology, &format!("{CAME_IN} AND {APOLOGY_IN_TIME}")),
        ),
        (
            Counted::Outcome,
            simple(
                "reopened",
                "COUNT(DISTINCT complaint.id)",
                reopened,
                &format!("{CAME_IN} AND case_event.event = 'reopened'"),
            ),
        ),
        (Counted::Outcome, simple("remedy_minor", "COALESCE(SUM(remedy.cost_minor), 0)", remedy, CAME_IN)),
        (
            Counted::Outcome,
            simple(
                "compliments",
                "COUNT(*)",
                "",
                "complaint.kind = 'compliment' AND complaint.received_at >= $1 AND complaint.received_at < $2",
            ),
        ),
        (
            Counted::Open,
            by_word(
                "complaint.stage",
                "",
                "complaint.kind = 'complaint' AND complaint.stage NOT IN ('answered', 'closed')
                 AND complaint.received_at < $2 AND complaint.received_at >= $1",
            ),
        ),
    ]
}

fn midnight(organisation: &Organisation, day: chrono::NaiveDate) -> DateTime<Utc> {
    let start = day.and_time(NaiveTime::MIN);
    // Where clocks skip midnight, the day begins an hour later.
    let local = organisation.timezone.from_local_datetime(&start).earliest();
    local.map_or_else(|| start.and_utc(), |at| at.with_timezone(&Utc))
}

/// Series of units by the unit above them.
struct Series<'a> {
    places: &'a Places,
    /// By place: the unit above and the series; the last one is that of the quarter's end.
    own: Vec<Vec<(Option<UnitId>, u32)>>,
}

impl<'a> Series<'a> {
    fn of(input: &Input, places: &'a Places) -> Self {
        let ids: HashMap<usize, UnitId> = places.units.iter().map(|(id, place)| (*place, *id)).collect();
        let now: Vec<i64> = input.rounds.iter().filter(|round| round.is_now).map(|round| round.n).collect();
        let own = input.units.iter().map(|unit| {
            let series = unit
                .series
                .iter()
                .filter(|series| now.iter().any(|round| (series.from..=series.to).contains(round)));
            series.map(|own| (own.parent.and_then(|place| ids.get(&place).copied()), own.series)).collect()
        });
        Self { places, own: own.collect() }
    }

    /// Place and series of what was counted along a path: the unit and all above it, the nearest first.
    fn find(&self, unit: UnitId, above: Option<&str>) -> Option<(usize, u32)> {
        let place = *self.places.units.get(&unit)?;
        let own = self.own.get(place)?;
        let parent: Option<UnitId> = above.and_then(|path| path.split(',').nth(1)?.parse().ok());
        let by_path = own.iter().find(|(of, _)| parent.is_some() && *of == parent);
        by_path.or(own.last()).map(|(_, series)| (place, *series))
    }
}
