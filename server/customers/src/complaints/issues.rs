//! What a case is about.

use domain::customers::words::{Category, Kind};
use sea_orm::ConnectionTrait;

use super::record::Record;
use base::{Result, db::execute};

/// What a case is about. What came from elsewhere is about its category alone.
pub(crate) async fn issues_of(db: &impl ConnectionTrait, record: &Record) -> Result<Vec<Category>> {
    let sql = "SELECT category FROM case_issue WHERE complaint_id = $1";
    let words: Vec<String> = base::db::column(db, sql, [record.id.into()]).await?;
    let mut issues =
        words.iter().map(|word| crate::stored_words::category(word)).collect::<Result<Vec<_>>>()?;
    if issues.is_empty() && record.kind == Kind::Complaint {
        issues.push(record.category);
        write_issues(db, record.id, &issues).await?;
    }
    issues.sort_unstable();
    Ok(issues)
}

/// Writes what a case is about; what came of it is open again.
pub(crate) async fn write_issues(
    db: &impl ConnectionTrait,
    complaint: i64,
    issues: &[Category],
) -> Result<()> {
    execute(db, "DELETE FROM case_issue WHERE complaint_id = $1", [complaint.into()]).await?;
    for category in issues {
        let sql = "INSERT INTO case_issue (complaint_id, category) VALUES ($1, $2)";
        execute(db, sql, [complaint.into(), category.name().into()]).await?;
    }
    Ok(())
}
