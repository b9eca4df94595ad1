//! Imports from a browser: upload and dry run, then, once confirmed, the import as a job.

use std::io::Cursor;

use domain::{
    Action, Problem,
    import::{DryRun, ImportKind, ImportPage, ImportRow, ImportState, Mapping},
};
use entity::import_job;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::{
    Target, dry_run, heads_and_sample,
    write::{self, import_within},
};
use crate::{
    Actor, Error, Result, Services, authorize,
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
    let (actor, _) = authorize(actor, Action::ImportVoice)?;
    let db = &services.db.reader;
    let organisation = organisation::find(db).await?;
    import_job::Entity::find()
        .filter(import_job::Column::AccountId.eq(actor.account))
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
    let (actor, tops) = authorize(actor, Action::ImportVoice)?;
    if content.len() > LARGEST_UPLOAD {
        return Err(Problem::TooLarge.into());
    }
    let mut mapping = Mapping::default();
    if let Ok((heads, _)) = heads_and_sample(Cursor::new(&content), mapping.encoding) {
        mapping = Mapping::propose(kind, &heads);
    }
    let report = check(services, tops, kind, mapping.clone(), &content).await?;
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
    }
    .insert(services.db.writer())
    .await?;
    Ok(job.id)
}

async fn check(
    services: &Services,
    tops: Vec<i64>,
    kind: ImportKind,
    mapping: Mapping,
    content: &[u8],
) -> Result<DryRun> {
    let db = &services.db.reader;
    let target = Target { kind, mapping, tree: Tree::load(db).await?, tops, today: services.today().await? };
    dry_run(db, &target, Cursor::new(content)).await
}

async fn find(db: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<import_job::Model> {
    let job = import_job::Entity::find_by_id(id).one(db).await?;
    Ok(job.filter(|job| job.account_id == Some(actor.account)).ok_or(Problem::NotFound)?)
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
    let (actor, _) = authorize(actor, Action::ImportVoice)?;
    let db = &services.db.reader;
    let job = find(db, actor, id).await?;
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
    let (actor, tops) = authorize(actor, Action::ImportVoice)?;
    let job = find(&services.db.reader, actor, id).await?;
    let kind = ImportKind::from_name(&job.kind).ok_or(Problem::NotFound)?;
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
    let report =
        check(services, tops, kind, mapping.clone(), job.content.as_deref().unwrap_or_default()).await?;
    let changed = execute(
        services.db.writer(),
        "UPDATE import_job SET mapping = $1, dry_run = $2 WHERE id = $3 AND state = 'checked'",
        [serde_json::to_string(&mapping)?.into(), serde_json::to_string(&report)?.into(), id.into()],
    )
    .await?;
    if changed.rows_affected() == 0 { Err(Problem::ImportNotReady.into()) } else { Ok(()) }
}

async fn may_create_units(services: &Services, tops: &[i64]) -> Result<bool> {
    let root = Tree::load(&services.db.reader).await?.root();
    Ok(root.is_some_and(|root| tops.contains(&root)))
}

/// Confirms a clean import; a job writes it.
///
/// # Errors
/// `ImportNotReady` when rows have problems or it was confirmed already.
pub async fn confirm(services: &Services, actor: Option<&Actor>, id: i64) -> Result<()> {
    let (actor, _) = authorize(actor, Action::ImportVoice)?;
    let job = find(&services.db.reader, actor, id).await?;
    let report: DryRun = serde_json::from_str(&job.dry_run)?;
    if !report.is_clean() {
        return Err(Problem::ImportNotReady.into());
    }
    let changed = execute(
        services.db.writer(),
        "UPDATE import_job SET state = 'queued' WHERE id = $1 AND state = 'checked'",
        [id.into()],
    )
    .await?;
    if changed.rows_affected() == 0 { Err(Problem::ImportNotReady.into()) } else { Ok(()) }
}

/// Throws an import away that was not confirmed; its file is erased.
///
/// # Errors
/// `ImportNotReady` when it was confirmed already.
pub async fn discard(services: &Services, actor: Option<&Actor>, id: i64) -> Result<()> {
    let (actor, _) = authorize(actor, Action::ImportVoice)?;
    find(&services.db.reader, actor, id).await?;
    let gone = execute(
        services.db.writer(),
        "DELETE FROM import_job WHERE id = $1 AND state IN ('checked', 'failed')",
        [id.into()],
    )
    .await?;
    if gone.rows_affected() == 0 { Err(Problem::ImportNotReady.into()) } else { Ok(()) }
}

/// Runs confirmed imports, one after another. Gives how many were written.
///
/// # Errors
/// When the database refuses.
pub async fn run_queued(services: &Services) -> Result<u64> {
    let mut written = 0;
    while let Some(job) = import_job::Entity::find()
        .filter(import_job::Column::State.eq("queued"))
        .order_by_asc(import_job::Column::Id)
        .one(&services.db.reader)
        .await?
    {
        let claimed = execute(
            services.db.writer(),
            "UPDATE import_job SET state = 'running' WHERE id = $1 AND state = 'queued'",
            [job.id.into()],
        )
        .await?;
        if claimed.rows_affected() == 0 {
            continue; // Another instance was faster.
        }
        let outcome = run(services, &job).await;
        services.forget_progress(job.id);
        let report = match outcome {
            Ok(report) if report.is_clean() => {
                written += 1;
                continue;
            }
            Ok(report) => serde_json::to_string(&report)?,
            Err(error) => {
                tracing::error!(import = job.id, %error, "import failed");
                job.dry_run
            }
        };
        execute(
            services.db.writer(),
            "UPDATE import_job SET state = 'failed', dry_run = $1, content = NULL WHERE id = $2 AND state = 'running'",
            [report.into(), job.id.into()],
        )
        .await?;
    }
    Ok(written)
}

async fn run(services: &Services, job: &import_job::Model) -> Result<DryRun> {
    let kind = ImportKind::from_name(&job.kind).ok_or_else(|| Error::Internal("unknown kind".to_owned()))?;
    let content = job.content.clone().unwrap_or_default();
    let mapping: Mapping = serde_json::from_str(&job.mapping)?;
    // The sender's units as they are now: neither the mapping nor the roles can have changed unseen.
    let grants = crate::sign_in::grants(services, job.account_id.unwrap_or_default()).await?;
    let tops: Vec<i64> = grants
        .iter()
        .filter(|grant| Action::ImportVoice.roles().contains(&grant.role))
        .map(|grant| grant.unit)
        .collect();
    let creates_units = mapping.creates_units && may_create_units(services, &tops).await?;
    let mapping = Mapping { creates_units, ..mapping };
    let tree = Tree::load(&services.db.reader).await?;
    let mut target = Target { kind, mapping, tree, tops, today: services.today().await? };
    let note = |rows| services.note_progress(job.id, rows);
    let open = || Ok(Cursor::new(content.as_slice()));
    let checked = write::check(services, &mut target, &open).await?;
    if !checked.report.is_clean() {
        return Ok(checked.report);
    }
    let transaction = services.db.begin().await?;
    let report = import_within(&transaction, services, &mut target, checked, open, note).await?;
    if report.is_clean() {
        // Done together with what was written, so that a restart can neither lose nor repeat it. The file
        // has served its purpose; keeping customers' words twice helps nobody.
        execute(
            &transaction,
            "UPDATE import_job SET state = 'done', dry_run = $1, content = NULL WHERE id = $2",
            [serde_json::to_string(&report)?.into(), job.id.into()],
        )
        .await?;
        transaction.commit().await?;
    }
    Ok(report)
}

/// Lets imports that a stopped server left half-way run again; of their rows nothing was kept.
///
/// # Errors
/// When the database refuses.
pub async fn requeue_interrupted(services: &Services) -> Result<()> {
    execute(services.db.writer(), "UPDATE import_job SET state = 'queued' WHERE state = 'running'", [])
        .await?;
    Ok(())
}

impl Services {
    fn note_progress(&self, import: i64, rows: u64) {
        if let Ok(mut progress) = self.progress.lock() {
            progress.insert(import, rows);
        }
    }

    fn forget_progress(&self, import: i64) {
        if let Ok(mut progress) = self.progress.lock() {
            progress.remove(&import);
        }
    }

    fn rows_imported(&self, import: i64) -> u64 {
        self.progress.lock().ok().and_then(|progress| progress.get(&import).copied()).unwrap_or(0)
    }
}
