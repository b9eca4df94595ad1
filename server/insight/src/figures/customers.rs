//! What else customers say, beside the complaints of a trend: faces, surveys, compliments, members who came back.

use std::collections::BTreeMap;

use base::{
    Result,
    db::{all, exists, join_ids},
};
use chrono::{Datelike, NaiveDate};
use customers::members;
use domain::{
    Lang, Period, Resolution, UnitId,
    customers::{face::FEWEST_FACES, member::FEWEST_MEMBERS, survey::FEWEST_ANSWERS},
    insight::figures::CustomerMeasure,
    text::t,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use stats::spc::{self, Anew, Count, Kind};

use super::series::{PER, TrendPoint, failed};

/// A measure of the customers' on the points of a trend.
pub(super) struct CustomerSeries {
    pub(super) measure: CustomerMeasure,
    pub(super) label: String,
    pub(super) series: Anew,
    /// Whether its data are too coarse for the trend.
    pub(super) is_too_fine: bool,
}

/// The measures of which these units have anything.
pub(super) async fn offered(db: &impl ConnectionTrait, units: &[UnitId]) -> Result<Vec<CustomerMeasure>> {
    let of = join_ids(units);
    let mut offered = Vec::new();
    for measure in CustomerMeasure::ALL {
        let (table, only) = match measure {
            CustomerMeasure::Smiles => ("face_count", ""),
            CustomerMeasure::Satisfied => {
                ("survey_answer", " AND kind = 'visit' AND question = 'satisfaction'")
            }
            CustomerMeasure::Compliments => ("complaint", " AND kind = 'compliment'"),
            CustomerMeasure::Returns => ("visit_month", ""),
        };
        let sql = format!("SELECT 1 AS one FROM {table} WHERE unit_id IN ({of}){only} LIMIT 1");
        if exists(db, &sql, []).await? {
            offered.push(measure);
        }
    }
    Ok(offered)
}

/// A measure on the points of a trend, with limits anew from each baseline on. A period that still runs has no value, and
/// neither has one of which there is too little to tell.
pub(super) async fn series(
    db: &impl ConnectionTrait,
    measure: CustomerMeasure,
    units: &[UnitId],
    points: &[TrendPoint],
    (resolution, today): (Resolution, NaiveDate),
    baselines: &[usize],
    lang: Lang,
) -> Result<CustomerSeries> {
    let is_too_fine = measure.is_monthly() && resolution < Resolution::Month;
    let counted = match points.first() {
        Some(first) if !is_too_fine => counted(db, measure, units, first.period.start(), resolution).await?,
        _ => BTreeMap::new(),
    };
    let values: Vec<Option<Count>> = points
        .iter()
        .map(|point| {
            let count = *counted.get(&point.period.start()).filter(|_| point.period.end() < today)?;
            measured(measure, count, point)
        })
        .collect();
    let chart = |part: &[Option<Count>]| {
        let is_firm = Kind::for_rates(part.iter().flatten().count()) == Kind::Laney;
        match measure {
            CustomerMeasure::Compliments => {
                Ok(spc::rates(part, if is_firm { Kind::Laney } else { Kind::U })?.scaled(PER))
            }
            _ => Ok(spc::proportions(part, if is_firm { Kind::LaneyP } else { Kind::P })?.scaled(100.0)),
        }
    };
    let series = spc::anew(&values, baselines, chart).map_err(failed)?;
    Ok(CustomerSeries { measure, label: t(lang, measure.text_id()), series, is_too_fine })
}

/// What a period's counts make: of praise, how much of the contacts; of the others a share, where there are enough.
fn measured(measure: CustomerMeasure, (good, of): (i64, i64), point: &TrendPoint) -> Option<Count> {
    let (of, fewest) = match measure {
        CustomerMeasure::Smiles => (of, FEWEST_FACES),
        CustomerMeasure::Satisfied => (of, FEWEST_ANSWERS),
        CustomerMeasure::Returns => (of, FEWEST_MEMBERS),
        CustomerMeasure::Compliments => (point.counts?.contacts, 1),
    };
    (of >= fewest).then_some(Count { count: good as f64, exposure: of as f64 })
}

#[derive(FromQueryResult)]
struct Counted {
    day: NaiveDate,
    good: i64,
    n: i64,
}

/// How many of how many, by the periods' first days.
async fn counted(
    db: &impl ConnectionTrait,
    measure: CustomerMeasure,
    units: &[UnitId],
    from: NaiveDate,
    resolution: Resolution,
) -> Result<BTreeMap<NaiveDate, (i64, i64)>> {
    let of = join_ids(units);
    let first = from.with_day(1).unwrap_or(from);
    let rows: Vec<Counted> = match measure {
        CustomerMeasure::Smiles => {
            let sql = format!(
                "SELECT day, CAST(SUM(CASE WHEN face IN ('very_good', 'good') THEN n ELSE 0 END) AS BIGINT) AS good,
                     CAST(SUM(n) AS BIGINT) AS n FROM face_count WHERE unit_id IN ({of}) AND day >= $1 GROUP BY day"
            );
            all(db, &sql, [from.into()]).await?
        }
        CustomerMeasure::Satisfied => {
            let sql = format!(
                "SELECT month AS day, CAST(SUM(CASE WHEN value >= 4 THEN n ELSE 0 END) AS BIGINT) AS good,
                     CAST(SUM(n) AS BIGINT) AS n FROM survey_answer
                 WHERE unit_id IN ({of}) AND kind = 'visit' AND question = 'satisfaction' AND month >= $1 GROUP BY month"
            );
            all(db, &sql, [first.into()]).await?
        }
        CustomerMeasure::Compliments => {
            let sql = format!(
                "SELECT happened_on AS day, COUNT(*) AS good, COUNT(*) AS n FROM complaint
                 WHERE unit_id IN ({of}) AND kind = 'compliment' AND NOT in_burst AND happened_on >= $1
                 GROUP BY happened_on"
            );
            all(db, &sql, [from.into()]).await?
        }
        CustomerMeasure::Returns => {
            let months = members::of_months(db, Some(units), first).await?;
            months.into_iter().map(|(day, (good, n))| Counted { day, good, n }).collect()
        }
    };
    let mut periods: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
    for row in rows {
        let (good, n) = periods.entry(Period::containing(row.day, resolution).start()).or_default();
        *good += row.good;
        *n += row.n;
    }
    if measure == CustomerMeasure::Compliments {
        // A period with contacts and without praise is one with none.
        return Ok(with_none(periods, from, resolution));
    }
    Ok(periods)
}

fn with_none(
    mut periods: BTreeMap<NaiveDate, (i64, i64)>,
    from: NaiveDate,
    resolution: Resolution,
) -> BTreeMap<NaiveDate, (i64, i64)> {
    let Some(last) = periods.keys().last().copied() else { return periods };
    let mut period = Period::containing(from, resolution);
    while period.start() <= last {
        periods.entry(period.start()).or_default();
        let next = period.next();
        if next == period {
            break;
        }
        period = next;
    }
    periods
}
