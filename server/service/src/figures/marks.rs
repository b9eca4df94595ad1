//! The marks that a unit's newest figures carry.

use chrono::NaiveDate;
use domain::today::{Mark, Topic};
use sea_orm::ConnectionTrait;

use super::{chart::run_at_end, series::Trend};
use crate::{Result, organisation::Tree};

/// The marks of a unit's newest figures, as its trend shows them at its finest resolution.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn newest_marks(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: i64,
    today: NaiveDate,
) -> Result<Vec<Mark>> {
    let trend = Trend::load(db, tree, unit, None, today).await?;
    let charts = [
        (&trend.strain, Topic::Strain, true),
        (&trend.satisfaction, Topic::Satisfaction, false),
        (&trend.rate, Topic::Complaints, true),
    ];
    let mut marks = Vec::new();
    for (chart, topic, concern_is_high) in charts {
        let Some(last) = chart.points.iter().rposition(|point| point.value.is_some()) else { continue };
        for is_concern in [true, false] {
            let run = run_at_end(chart, concern_is_high, is_concern);
            let first = (last + 1).checked_sub(run).filter(|_| run > 0);
            if let Some(point) = first.and_then(|first| trend.points.get(first)) {
                marks.push(Mark { topic, is_concern, since: point.period });
            }
        }
    }
    Ok(marks)
}
