//! Versions as they are stored. Nothing is changed: whatever is written is a version of its own.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Problem,
    insight::hse::{Forum, HseAbout, HseFactor, HseMeeting, HseRow, HseState, Level, Relevance, RowStatus},
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::Place;
use base::{
    Error, Result,
    db::{all, insert, join_ids, value},
};

/// A version without its rows.
#[derive(Clone, Debug)]
pub(super) struct Version {
    pub(super) id: i64,
    pub(super) n: i64,
    pub(super) state: HseState,
    /// Version of the review whose figures it shows; none before it is approved.
    pub(super) pack: Option<i64>,
    pub(super) made_by: String,
    pub(super) made_on: NaiveDate,
    pub(super) about: HseAbout,
}

#[derive(FromQueryResult)]
struct VersionRecord {
    id: i64,
    n: i64,
    state: String,
    pack_version: Option<i64>,
    made_by: String,
    made_on: NaiveDate,
    goals: String,
    responsible: String,
    deviations: String,
    next_review: Option<NaiveDate>,
    discussed_on: Option<NaiveDate>,
    dpia_on: Option<NaiveDate>,
    kept_where: String,
}

/// Id of the document, where there is one.
pub(super) async fn document(db: &impl ConnectionTrait, place: Place) -> Result<Option<i64>> {
    let sql = "SELECT id FROM hse_document WHERE unit_id = $1 AND quarter = $2";
    Ok(value(db, sql, [place.unit.into(), place.quarter.start().into()]).await?)
}

/// Id of the document, which begins with this where there is none.
pub(super) async fn begin(db: &impl ConnectionTrait, place: Place) -> Result<i64> {
    let sql = "INSERT INTO hse_document (unit_id, quarter) VALUES ($1, $2)
         ON CONFLICT (unit_id, quarter) DO NOTHING";
    base::db::execute(db, sql, [place.unit.into(), place.quarter.start().into()]).await?;
    let id = document(db, place).await?;
    id.ok_or_else(|| Error::Internal("a document was not written".to_owned()))
}

/// Versions of a document, newest first. An approved one that another was approved after is superseded.
pub(super) async fn versions(db: &impl ConnectionTrait, document: i64) -> Result<Vec<Version>> {
    let sql =
        "SELECT id, n, state, pack_version, made_by, made_on, goals, responsible, deviations, next_review,
             discussed_on, dpia_on, kept_where
         FROM hse_version WHERE document_id = $1 ORDER BY n DESC";
    let records: Vec<VersionRecord> = all(db, sql, [document.into()]).await?;
    let mut is_replaced = false;
    let mut versions = Vec::with_capacity(records.len());
    for record in records {
        let state = HseState::from_name(&record.state)
            .ok_or_else(|| Error::stored("hse_version.state", &record.state))?;
        let is_approved = state == HseState::Approved;
        versions.push(Version {
            id: record.id,
            n: record.n,
            state: if is_approved && is_replaced { HseState::Superseded } else { state },
            pack: record.pack_version,
            made_by: record.made_by,
            made_on: record.made_on,
            about: HseAbout {
                goals: record.goals,
                responsible: record.responsible,
                deviations: record.deviations,
                next_review: record.next_review,
                discussed_on: record.discussed_on,
                dpia_on: record.dpia_on,
                kept_where: record.kept_where,
            },
        });
        is_replaced |= is_approved;
    }
    Ok(versions)
}

#[derive(FromQueryResult)]
struct RowRecord {
    version_id: i64,
    factor: String,
    name: String,
    relevance: Option<String>,
    assessment: String,
    likelihood: Option<String>,
    seriousness: Option<String>,
    source: String,
    measure: String,
    role: String,
    due: Option<NaiveDate>,
    status: Option<String>,
    effect: String,
}

fn word<T>(
    column: &'static str,
    word: Option<String>,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    let read = |word: String| read(&word).ok_or_else(|| Error::stored(column, &word));
    word.map(read).transpose()
}

/// Rows of versions, all factors of each in order; what nobody wrote is empty.
pub(super) async fn rows(db: &impl ConnectionTrait, versions: &[i64]) -> Result<HashMap<i64, Vec<HseRow>>> {
    let sql = format!(
        "SELECT version_id, factor, name, relevance, assessment, likelihood, seriousness, source, measure, role, due,
             status, effect
         FROM hse_row WHERE version_id IN ({})",
        join_ids(versions)
    );
    let mut found: HashMap<i64, Vec<HseRow>> = versions.iter().map(|id| (*id, empty())).collect();
    let records: Vec<RowRecord> = if versions.is_empty() { Vec::new() } else { all(db, &sql, []).await? };
    for record in records {
        let factor = HseFactor::from_name(&record.factor)
            .ok_or_else(|| Error::stored("hse_row.factor", &record.factor))?;
        let row = HseRow {
            factor,
            name: record.name,
            relevance: word("hse_row.relevance", record.relevance, Relevance::from_name)?,
            assessment: record.assessment,
            likelihood: word("hse_row.likelihood", record.likelihood, Level::from_name)?,
            seriousness: word("hse_row.seriousness", record.seriousness, Level::from_name)?,
            source: record.source,
            measure: record.measure,
            role: record.role,
            due: record.due,
            status: word("hse_row.status", record.status, RowStatus::from_name)?,
            effect: record.effect,
        };
        let own = found.get_mut(&record.version_id).into_iter().flatten();
        own.filter(|own| own.factor == factor).for_each(|own| *own = row.clone());
    }
    Ok(found)
}

/// All factors with nothing written.
pub(super) fn empty() -> Vec<HseRow> {
    HseFactor::ALL.iter().copied().map(HseRow::empty).collect()
}

#[derive(FromQueryResult)]
struct MeetingRecord {
    held_on: NaiveDate,
    forum: String,
    present: String,
    remark: String,
}

/// Meetings, newest first.
pub(super) async fn meetings(db: &impl ConnectionTrait, document: i64) -> Result<Vec<HseMeeting>> {
    let sql = "SELECT held_on, forum, present, remark FROM hse_meeting WHERE document_id = $1
         ORDER BY held_on DESC, id DESC";
    let records: Vec<MeetingRecord> = all(db, sql, [document.into()]).await?;
    let of = |record: MeetingRecord| {
        let forum = Forum::from_name(&record.forum)
            .ok_or_else(|| Error::stored("hse_meeting.forum", &record.forum))?;
        Ok(HseMeeting { held_on: record.held_on, forum, present: record.present, remark: record.remark })
    };
    records.into_iter().map(of).collect()
}

/// Somebody's reading.
#[derive(FromQueryResult)]
pub(super) struct Reading {
    pub(super) role: String,
    pub(super) read_on: NaiveDate,
    pub(super) remark: String,
}

/// Readings of a version, in order.
pub(super) async fn readings(db: &impl ConnectionTrait, version: i64) -> Result<Vec<Reading>> {
    let sql = "SELECT role, read_on, remark FROM hse_reading WHERE version_id = $1 ORDER BY id";
    Ok(all(db, sql, [version.into()]).await?)
}

/// A version to be written.
pub(super) struct New<'a> {
    pub(super) document: i64,
    pub(super) n: i64,
    pub(super) state: HseState,
    pub(super) pack: Option<i64>,
    pub(super) by: &'a str,
    pub(super) on: NaiveDate,
    pub(super) about: &'a HseAbout,
    pub(super) rows: &'a [HseRow],
}

impl New<'_> {
    /// Of two who write at once, the second finds the number taken.
    pub(super) async fn insert(self, db: &impl ConnectionTrait) -> Result<()> {
        let sql = "INSERT INTO hse_version (document_id, n, state, pack_version, made_by, made_on, goals, responsible,
                 deviations, next_review, discussed_on, dpia_on, kept_where)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
             ON CONFLICT (document_id, n) DO NOTHING RETURNING id";
        let values: [Value; 13] = [
            self.document.into(),
            self.n.into(),
            self.state.name().into(),
            self.pack.into(),
            self.by.into(),
            self.on.into(),
            self.about.goals.as_str().into(),
            self.about.responsible.as_str().into(),
            self.about.deviations.as_str().into(),
            self.about.next_review.into(),
            self.about.discussed_on.into(),
            self.about.dpia_on.into(),
            self.about.kept_where.as_str().into(),
        ];
        let id: Option<i64> = value(db, sql, values).await?;
        let id = id.ok_or(Problem::ChangedMeanwhile)?;
        let of = |row: &HseRow| -> [Value; 13] {
            [
                id.into(),
                row.factor.name().into(),
                row.name.as_str().into(),
                row.relevance.map(Relevance::name).into(),
                row.assessment.as_str().into(),
                row.likelihood.map(Level::name).into(),
                row.seriousness.map(Level::name).into(),
                row.source.as_str().into(),
                row.measure.as_str().into(),
                row.role.as_str().into(),
                row.due.into(),
                row.status.map(RowStatus::name).into(),
                row.effect.as_str().into(),
            ]
        };
        let into = "hse_row (version_id, factor, name, relevance, assessment, likelihood, seriousness, source, measure,
             role, due, status, effect)";
        insert(db, into, self.rows.iter().map(of).collect()).await?;
        Ok(())
    }
}
