//! Answers as they are stored: counts of a unit's month.

use chrono::{Datelike, NaiveDate};
use domain::{
    UnitId,
    customers::survey::{SurveyKind, SurveyQuestion},
};
use sea_orm::ConnectionTrait;

use base::{Result, db::execute};

/// The first day of a month.
pub(super) fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// Counts the answers of somebody.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn count(
    db: &impl ConnectionTrait,
    unit: UnitId,
    today: NaiveDate,
    kind: SurveyKind,
    answers: &[(SurveyQuestion, i64)],
) -> Result<()> {
    for (question, value) in answers {
        let sql = "INSERT INTO survey_answer (unit_id, month, kind, question, value, n) VALUES ($1, $2, $3, $4, $5, 1)
                   ON CONFLICT (unit_id, month, kind, question, value) DO UPDATE SET n = survey_answer.n + 1";
        let values = [
            unit.into(),
            month_of(today).into(),
            kind.name().into(),
            question.name().into(),
            (*value).into(),
        ];
        execute(db, sql, values).await?;
    }
    Ok(())
}
