//! What a case is about, and what came of it.

use std::collections::BTreeMap;

use domain::customers::words::{Category, Cause, EventKind, Kind, Outcome};
use sea_orm::{ConnectionTrait, Value};

use super::{events::Event, record::Record};
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

/// Writes what a case is about since; what came of those that stay is kept.
pub(crate) async fn write_issues(
    db: &impl ConnectionTrait,
    complaint: i64,
    issues: &[Category],
) -> Result<()> {
    let places: Vec<String> = (2..issues.len() + 2).map(|place| format!("${place}")).collect();
    let sql = format!(
        "DELETE FROM case_issue WHERE complaint_id = $1 AND category NOT IN ({})",
        if places.is_empty() { "''".to_owned() } else { places.join(", ") }
    );
    let names = issues.iter().map(|category| Value::from(category.name()));
    execute(db, &sql, std::iter::once(Value::from(complaint)).chain(names)).await?;
    for category in issues {
        let sql = "INSERT INTO case_issue (complaint_id, category) VALUES ($1, $2)
                   ON CONFLICT (complaint_id, category) DO NOTHING";
        execute(db, sql, [complaint.into(), category.name().into()]).await?;
    }
    Ok(())
}

/// Calls an issue by another category, to which goes what came of it, unless the case is about that one already.
pub(crate) async fn rename_issue(
    db: &impl ConnectionTrait,
    record: &Record,
    was: Category,
    now: Category,
) -> Result<()> {
    let mut issues = issues_of(db, record).await?;
    if issues.contains(&was) && !issues.contains(&now) {
        let sql = "UPDATE case_issue SET category = $3 WHERE complaint_id = $1 AND category = $2";
        execute(db, sql, [record.id.into(), was.name().into(), now.name().into()]).await?;
        return Ok(());
    }
    issues.retain(|issue| *issue != was && *issue != now);
    issues.push(now);
    write_issues(db, record.id, &issues).await
}

/// What came of an issue, and why it came about.
type Came = (Option<Outcome>, Option<Cause>);

/// What a case was about and what came of it after these events, oldest first; `category` is what it is counted under
/// now. Steps that were taken back never happened.
pub(super) fn after<'a>(
    category: Category,
    events: impl Iterator<Item = &'a Event> + Clone,
) -> BTreeMap<Category, Came> {
    let undone: Vec<i64> = events.clone().filter_map(|event| event.data.of).collect();
    let mended = events.clone().find_map(|event| event.data.category.map(|(_, was)| was));
    let mut issues = BTreeMap::from([(mended.unwrap_or(category), Came::default())]);
    for event in events.filter(|event| !undone.contains(&event.version)) {
        if let Some((now, was)) = event.data.category {
            let came = issues.remove(&was).unwrap_or_default();
            issues.entry(now).or_insert(came);
        }
        match event.kind {
            EventKind::Assessed | EventKind::Regraded if !event.data.issues.is_empty() => {
                issues.retain(|issue, _| event.data.issues.contains(issue));
                for issue in &event.data.issues {
                    issues.entry(*issue).or_default();
                }
            }
            EventKind::Answered => {
                for (issue, came) in &mut issues {
                    let of = |(own, _): &&(Category, _)| own == issue;
                    let cause = event.data.causes.iter().find(|(own, _)| own == issue);
                    *came = (
                        event.data.outcomes.iter().find(of).map(|(_, outcome)| *outcome),
                        cause.map(|(_, cause)| *cause),
                    );
                }
            }
            _ => {}
        }
    }
    issues
}

/// Writes what a case is about and what came of it as its events tell, without the one that is taken back.
pub(super) async fn rewrite(
    db: &impl ConnectionTrait,
    record: &Record,
    events: &[Event],
    without: i64,
) -> Result<()> {
    let issues = after(record.category, events.iter().filter(|event| event.version != without));
    write_issues(db, record.id, &issues.keys().copied().collect::<Vec<_>>()).await?;
    for (category, (outcome, cause)) in issues {
        let sql = "UPDATE case_issue SET outcome = $3, cause = $4 WHERE complaint_id = $1 AND category = $2";
        let (outcome, cause) = (outcome.map(Outcome::name), cause.map(Cause::name));
        execute(db, sql, [record.id.into(), category.name().into(), outcome.into(), cause.into()]).await?;
    }
    Ok(())
}
