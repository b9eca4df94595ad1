//! Imports from a browser: upload and dry run, then, once confirmed, the import as a job.

use std::io::Cursor;

use domain::{
    Field, Problem, Why,
    import::{DryRun, ImportKind, ImportPage, ImportRow, ImportState, Mapping},
};
use entity::import_job;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter,
    QueryOrder, QuerySelect,
};

pub use super::queue::run_queued;
use super::{Target, dry_run, heads_and_sample};
use crate::{
    Actor, Result, Services,
    access::{authorize, authorize_any, require_proof},
    db::execute,
    organisation::{self, Organisation, Tree},
};

/// Largest upload, in bytes; larger files are imported with the command line.
pub const LARGEST_UPLOAD: usize = 10 * 1024 * 1024;
/// Longest file name that is kept, in characters.
const LONGEST_NAME: usize = 120;

/// The person's recent imports, newest first.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn list(services: &Services, actor: Option<&Actor>) -> Result<Vec<ImportRow>> {
    let actor = authorize_any(actor, ImportKind::ACTIONS)?;
    let db = &services.db.reader;
    let kinds = ImportKind::ALL.into_iter().filter(|kind| !actor.units_for(kind.action()).is_empty());
    let kinds: Vec<&str> = kinds.map(ImportKind::name).collect();
    let organisation = organisation::find(db).await?;
    import_job::Entity::find()
        .filter(import_job::Column::AccountId.eq(actor.account))
        .filter(import_job::Column::Kind.is_in(kinds))
        .order_by_desc(import_job::Column::Id)
        .limit(20)
        .all(db)
        .await?
        .into_iter()
        .map(|job| row(&organisation, &job))
        .collect()
}

/// Takes a file in, proposes a mapping and runs dry. Gives the id of the import.
///
/// # Errors
/// `TooLarge`; problems of the file are part of the import's page.
pub async fn create(
    services: &Services,
    actor: Option<&Actor>,
    kind: ImportKind,
    file_name: &str,
    content: Vec<u8>,
) -> Result<i64> {
    let (actor, tops) = authorize(actor, kind.action())?;
    if content.len() > LARGEST_UPLOAD {
        return Err(Problem::TooLarge.into());
    }
    let mut mapping = Mapping::default();
    if let Ok((heads, _)) = heads_and_sample(Cursor::new(&content), mapping.encoding) {
        mapping = Mapping::propose(kind, &heads);
    }
    let report = check(services, actor, tops, kind, mapping.clone(), &content).await?;
    let name: String = file_name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    let job = import_job::ActiveModel {
        id: NotSet,
        kind: Set(kind.name().to_owned()),
        file_name: Set(name),
        content: Set(Some(content)),
        mapping: Set(serde_json::to_string(&mapping)?),
        dry_run: Set(serde_json::to_string(&report)?),
        state: Set(ImportState::Checked.name().to_owned()),
        account_id: Set(Some(actor.account)),
        created_at: Set(services.now()),
        ..Default::default()
    }
    .insert(services.db.writer())
    .await?;
    Ok(job.id)
}

async fn check(
    services: &Services,
    actor: &Actor,
    tops: Vec<i64>,
    kind: ImportKind,
    mapping: Mapping,
    content: &[u8],
) -> Result<DryRun> {
    let (tree, today) = (Tree::load(&services.db.reader).await?, services.today().await?);
    let target = Target { kind, mapping, tree, tops, today, sender: Some(actor.account) };
    // One state of the database, however many statements it takes to read it.
    let snapshot = services.db.snapshot().await?;
    let report = dry_run(&snapshot, &target, Cursor::new(content)).await?;
    snapshot.rollback().await?;
    Ok(report)
}

/// The actor's own import of a kind that they may import still, and the units in which they may.
async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: i64,
) -> Result<(import_job::Model, ImportKind, Vec<i64>)> {
    let job = import_job::Entity::find_by_id(id).one(db).await?;
    let job = job.filter(|job| job.account_id == Some(actor.account)).ok_or(Problem::NotFound)?;
    let kind = ImportKind::from_name(&job.kind).ok_or(Problem::NotFound)?;
    let tops = actor.units_for(kind.action());
    if tops.is_empty() { Err(Problem::NotFound.into()) } else { Ok((job, kind, tops)) }
}

fn row(organisation: &Organisation, job: &import_job::Model) -> Result<ImportRow> {
    let report: DryRun = serde_json::from_str(&job.dry_run)?;
    Ok(ImportRow {
        id: job.id,
        kind: ImportKind::from_name(&job.kind).unwrap_or(ImportKind::History),
        file_name: job.file_name.clone(),
        state: ImportState::from_name(&job.state).unwrap_or(ImportState::Failed),
        at: organisation.local_minute(job.created_at),
        rows: report.rows,
    })
}

/// One import: what stands in the file, what would be done with it, how far it is.
///
/// # Errors
/// `NotFound` for somebody else's import.
pub async fn page(services: &Services, actor: Option<&Actor>, id: i64) -> Result<ImportPage> {
    let actor = authorize_any(actor, ImportKind::ACTIONS)?;
    let db = &services.db.reader;
    let (job, ..) = find(db, actor, id).await?;
    let mapping: Mapping = serde_json::from_str(&job.mapping)?;
    let content = job.content.as_deref().unwrap_or_default();
    let (heads, sample) = heads_and_sample(Cursor::new(content), mapping.encoding).unwrap_or_default();
    let import = row(&organisation::find(db).await?, &job)?;
    let rows_done = services.rows_imported(id);
    Ok(ImportPage { import, heads, sample, mapping, dry_run: serde_json::from_str(&job.dry_run)?, rows_done })
}

/// Runs dry again with another mapping.
///
/// # Errors
/// `ImportNotReady` when it was confirmed already.
pub async fn remap(services: &Services, actor: Option<&Actor>, id: i64, mapping: Mapping) -> Result<()> {
    let actor = authorize_any(actor, ImportKind::ACTIONS)?;
    let (job, kind, tops) = find(&services.db.reader, actor, id).await?;
    // Heads that could not be read in one encoding propose themselves in the other.
    let mapping =
        match heads_and_sample(Cursor::new(job.content.as_deref().unwrap_or_default()), mapping.encoding) {
            Ok((heads, _)) if mapping.columns.is_empty() => {
                Mapping { columns: Mapping::propose(kind, &heads).columns, ..mapping }
            }
            _ => mapping,
        };
    // Units are made by administrators, who keep the tree; service staff import into what there is.
    let mapping = Mapping {
        creates_units: mapping.creates_units && may_create_units(services, &tops).await?,
        ..mapping
    };
    let content = job.content.as_deref().unwrap_or_default();
    let report = check(services, actor, tops, kind, mapping.clone(), content).await?;
    let changed = execute(
        services.db.writer(),
        "UPDATE import_job SET mapping = $1, dry_run = $2 WHERE id = $3 AND state = 'checked'",
        [serde_json::to_string(&mapping)?.into(), serde_json::to_string(&report)?.into(), id.into()],
    )
    .await?;
    if changed.rows_affected() == 0 { Err(Problem::ImportNotReady.into()) } else { Ok(()) }
}

pub(super) async fn may_create_units(services: &Services, tops: &[i64]) -> Result<bool> {
    let root = Tree::load(&services.db.reader).await?.root();
    Ok(root.is_some_and(|root| tops.contains(&root)))
}

/// What somebody says when they confirm an import.
#[derive(Clone, Debug, Default)]
pub struct Confirmation {
    /// The [digest](domain::import::Diff::digest) of the changes they saw; empty for records.
    pub digest: String,
    /// Whether they mean it although many would be gone.
    pub is_sure: bool,
}

/// Confirms a clean import; a job writes it.
///
/// # Errors
/// `ImportNotReady` when rows have problems or it was confirmed already; `ChangedMeanwhile` when other
/// changes were seen than those that are confirmed; `Invalid` when many would be gone and nobody said
/// that this is meant.
pub async fn confirm(
    services: &Services,
    actor: Option<&Actor>,
    id: i64,
    confirmation: &Confirmation,
) -> Result<()> {
    let actor = authorize_any(actor, ImportKind::ACTIONS)?;
    let (job, kind, ..) = find(&services.db.reader, actor, id).await?;
    if kind.is_organisation() {
        // Addresses, roles and leavers by the hundred are no less sensitive than one by one.
        require_proof(actor)?;
    }
    let report: DryRun = serde_json::from_str(&job.dry_run)?;
    if !report.is_clean() {
        return Err(Problem::ImportNotReady.into());
    }
    if let Some(diff) = &report.diff {
        if diff.digest != confirmation.digest {
            return Err(Problem::ChangedMeanwhile.into());
        }
        if diff.is_drastic() && !confirmation.is_sure {
            return Err(Problem::invalid(Field::Sure, Why::Missing).into());
        }
    }
    let changed = execute(
        services.db.writer(),
        "UPDATE import_job SET state = 'queued' WHERE id = $1 AND state = 'checked' AND dry_run = $2",
        [id.into(), job.dry_run.into()],
    )
    .await?;
    if changed.rows_affected() == 0 { Err(Problem::ImportNotReady.into()) } else { Ok(()) }
}

/// Throws an import away that was not confirmed; its file is erased.
///
/// # Errors
/// `ImportNotReady` when it was confirmed already.
pub async fn discard(services: &Services, actor: Option<&Actor>, id: i64) -> Result<()> {
    let actor = authorize_any(actor, ImportKind::ACTIONS)?;
    find(&services.db.reader, actor, id).await?;
    let gone = execute(
        services.db.writer(),
        "DELETE FROM import_job WHERE id = $1 AND state IN ('checked', 'failed')",
        [id.into()],
    )
    .await?;
    if gone.rows_affected() == 0 { Err(Problem::ImportNotReady.into()) } else { Ok(()) }
}
