//! Imports from a browser: upload and dry run, then, once confirmed, the import as a job.

use crate::Exchange;
use chrono::{DateTime, Utc};
use domain::{
    AccountId, Field, Lang, Problem, UnitId, Why,
    exchange::import::{DryRun, ImportField, ImportKind, ImportPage, ImportRow, ImportState, Mapping},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};

use super::{SurveyedFile, Target, begin, dry_run, reading, undo};
pub use super::{
    queue::run_queued,
    reading::{Turn, turn},
};
use base::{
    Actor, Base, Error, Result,
    access::{authorize, authorize_any, require_proof},
    db::{all, execute, one, value},
};
use organisation::{Organisation, Tree};
use tables::{Beginning, Bytes};

/// Largest upload, in bytes; larger files are imported with the command line.
pub const LARGEST_UPLOAD: usize = 10 * 1024 * 1024;
/// Longest file name that is kept, in characters.
const LONGEST_NAME: usize = 120;

/// What the page shows of a file, kept so that it reads none. Bounded as heads and cells are.
#[derive(Default, Serialize, Deserialize)]
struct Start {
    heads: Vec<String>,
    sample: Vec<Vec<String>>,
    /// Sheets of a workbook that can be seen, the one that is read first; none in what older versions kept.
    #[serde(default)]
    sheets: Vec<String>,
    /// How the file was read, in English and Norwegian.
    #[serde(default)]
    said: [Vec<String>; 2],
}

/// An import without its file.
pub(super) struct Job {
    pub(super) id: i64,
    pub(super) kind: ImportKind,
    file_name: String,
    mapping: String,
    dry_run: String,
    pub(super) state: ImportState,
    at: DateTime<Utc>,
}

/// An import as it is stored, without its file.
#[derive(FromQueryResult)]
struct StoredJob {
    id: i64,
    kind: String,
    file_name: String,
    mapping: String,
    dry_run: String,
    state: String,
    created_at: DateTime<Utc>,
}

impl Job {
    const COLUMNS: &str = "id, kind, file_name, mapping, dry_run, state, created_at";

    fn of(stored: StoredJob) -> Result<Self> {
        let (kind, state) = (ImportKind::from_name(&stored.kind), ImportState::from_name(&stored.state));
        Ok(Self {
            kind: kind.ok_or_else(|| Error::stored("import_job.kind", &stored.kind))?,
            state: state.ok_or_else(|| Error::stored("import_job.state", &stored.state))?,
            id: stored.id,
            file_name: stored.file_name,
            mapping: stored.mapping,
            dry_run: stored.dry_run,
            at: stored.created_at,
        })
    }

    fn row(self, organisation: &Organisation) -> Result<ImportRow> {
        let report: DryRun = serde_json::from_str(&self.dry_run)?;
        let at = organisation.local_minute(self.at);
        let Self { id, kind, file_name, state, .. } = self;
        Ok(ImportRow { id, kind, file_name, state, at, rows: report.rows })
    }
}

/// The person's recent imports, newest first.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn list(base: &Base, actor: Option<&Actor>) -> Result<Vec<ImportRow>> {
    let actor = authorize_any(actor, ImportKind::RIGHTS)?;
    let db = &base.db.reader;
    let organisation = organisation::find(db).await?;
    let kinds = ImportKind::ALL.into_iter().filter(|kind| !actor.units_for(kind.right()).is_empty());
    let kinds: Vec<String> = kinds.map(|kind| format!("'{}'", kind.name())).collect();
    let sql = format!(
        "SELECT {} FROM import_job WHERE account_id = $1 AND kind IN ({}) ORDER BY id DESC LIMIT 20",
        Job::COLUMNS,
        kinds.join(", ")
    );
    let found: Vec<StoredJob> = all(db, &sql, [actor.account.into()]).await?;
    found.into_iter().map(|stored| Job::of(stored)?.row(&organisation)).collect()
}

/// Takes a file in, proposes a mapping and runs dry. Gives the id of the import.
///
/// # Errors
/// `TooLarge`, `Busy`; problems of the file are part of the import's page.
pub async fn create(
    exchange: &Exchange,
    actor: Option<&Actor>,
    kind: ImportKind,
    file_name: &str,
    content: Vec<u8>,
) -> Result<i64> {
    authorize(actor, kind.right())?;
    take_in(exchange, actor, turn(exchange, actor).await?, kind, file_name, content).await
}

/// The same for who has waited for a turn already, before the file arrived.
///
/// # Errors
/// As [`create`].
pub async fn take_in(
    exchange: &Exchange,
    actor: Option<&Actor>,
    turn: Turn,
    kind: ImportKind,
    file_name: &str,
    content: Vec<u8>,
) -> Result<i64> {
    let (actor, tops) = authorize(actor, kind.right())?;
    if content.len() > LARGEST_UPLOAD {
        return Err(Problem::TooLarge.into());
    }
    let ask = Ask { kind, tops, sender: actor.account, mapping: Mapping::default(), places: Vec::new() };
    let looked = look(exchange, turn, ask, content).await?;
    let name: String = file_name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    let import = value(
        exchange.db.writer(),
        "INSERT INTO import_job (kind, file_name, content, mapping, dry_run, state, account_id, created_at, heads)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
        [
            kind.name().into(),
            name.into(),
            looked.content.into(),
            serde_json::to_string(&looked.mapping)?.into(),
            serde_json::to_string(&looked.report)?.into(),
            ImportState::Checked.name().into(),
            actor.account.into(),
            exchange.now().into(),
            serde_json::to_string(&looked.start)?.into(),
        ],
    )
    .await?;
    import.ok_or_else(|| Error::Internal("the new import is gone".to_owned()))
}

/// How somebody wants a file to be read.
struct Ask {
    kind: ImportKind,
    tops: Vec<UnitId>,
    sender: AccountId,
    mapping: Mapping,
    /// Fields with the place of their column, from 1.
    places: Vec<(ImportField, usize)>,
}

impl Ask {
    /// The mapping by heads. When no column is named, they propose themselves.
    fn mapped(&self, heads: &[String]) -> Mapping {
        let mut columns = self.mapping.columns.clone();
        for (field, place) in &self.places {
            let head = place.checked_sub(1).and_then(|place| heads.get(place));
            columns.extend(head.filter(|head| !head.is_empty()).map(|head| (*field, head.clone())));
        }
        if columns.is_empty() {
            columns = Mapping::propose(self.kind, heads).columns;
        }
        Mapping { columns, ..self.mapping.clone() }
    }
}

/// A file, and what an import of it would do.
struct Looked {
    content: Vec<u8>,
    start: Start,
    mapping: Mapping,
    report: DryRun,
}

/// Reads a file, away from the threads that answer requests. It is handed through, so that it is there once.
async fn look(exchange: &Exchange, turn: Turn, ask: Ask, content: Vec<u8>) -> Result<Looked> {
    let away = exchange.clone();
    let work = move || async move {
        let file = Bytes(&content);
        let beginning = begin(&file, &ask.mapping.reading).unwrap_or_default();
        let mapping = ask.mapped(&beginning.heads);
        let (tree, today) = (Tree::load(&away.db.reader).await?, organisation::today(&away).await?);
        let Ask { kind, tops, sender, .. } = ask;
        let zone = organisation::find(&away.db.reader).await?.timezone;
        let surveyed = SurveyedFile::of(&file, kind, &mapping, zone);
        let said = [Lang::En, Lang::Nb].map(|lang| surveyed.sentences(lang));
        let target = Target { kind, mapping, tree, tops, today, sender: Some(sender), file: surveyed };
        // One state of the database, however many statements it takes to read it.
        let snapshot = away.db.snapshot().await?;
        let report = dry_run(&snapshot, &target).await?;
        snapshot.rollback().await?;
        let mapping = target.mapping;
        let Beginning { heads, first_rows: sample, sheet } = beginning;
        let sheets = sheet.map(|sheet| [vec![sheet.name], sheet.others].concat()).unwrap_or_default();
        Ok(Looked { start: Start { heads, sample, sheets, said }, mapping, report, content })
    };
    reading::read(exchange, turn, work).await
}

/// The actor's own import of a kind that they may import still, and the units in which they may.
pub(super) async fn find(db: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<(Job, Vec<UnitId>)> {
    let sql = format!("SELECT {} FROM import_job WHERE id = $1 AND account_id = $2", Job::COLUMNS);
    let stored = one(db, &sql, [id.into(), actor.account.into()]).await?;
    let job = Job::of(stored.ok_or(Problem::NotFound)?)?;
    let tops = actor.units_for(job.kind.right());
    if tops.is_empty() { Err(Problem::NotFound.into()) } else { Ok((job, tops)) }
}

/// One import: what stands in the file, what would be done with it, how far it is.
///
/// # Errors
/// `NotFound` for somebody else's import.
pub async fn page(exchange: &Exchange, actor: Option<&Actor>, id: i64) -> Result<ImportPage> {
    let actor = authorize_any(actor, ImportKind::RIGHTS)?;
    let db = &exchange.db.reader;
    let (job, _) = find(db, actor, id).await?;
    let start: Option<Option<String>> =
        value(db, "SELECT heads FROM import_job WHERE id = $1", [id.into()]).await?;
    let start =
        start.flatten().map(|start| serde_json::from_str::<Start>(&start)).transpose()?.unwrap_or_default();
    let mapping: Mapping = serde_json::from_str(&job.mapping)?;
    let dry_run = serde_json::from_str(&job.dry_run)?;
    let organisation = organisation::find(db).await?;
    let until = undo::undoable_until(db, &job, exchange.now()).await?;
    let undoable_until = until.map(|until| organisation.local_minute(until));
    let import = job.row(&organisation)?;
    let rows_done = exchange.rows_imported(id);
    Ok(ImportPage {
        import,
        heads: start.heads,
        sample: start.sample,
        sheets: start.sheets,
        said: start.said,
        mapping,
        dry_run,
        rows_done,
        undoable_until,
    })
}

/// Runs dry again with another mapping.
///
/// # Errors
/// `ImportNotReady` when it was confirmed already; `Busy`.
pub async fn remap(exchange: &Exchange, actor: Option<&Actor>, id: i64, mapping: Mapping) -> Result<()> {
    authorize_any(actor, ImportKind::RIGHTS)?;
    remap_by_place(exchange, actor, id, Vec::new(), mapping).await
}

/// The same with columns named by their places, from 1, as the page does: a head may be longer than what it shows
/// of it, and be another in another sheet.
///
/// # Errors
/// As [`remap`].
pub async fn remap_by_place(
    exchange: &Exchange,
    actor: Option<&Actor>,
    id: i64,
    places: Vec<(ImportField, usize)>,
    mapping: Mapping,
) -> Result<()> {
    let actor = authorize_any(actor, ImportKind::RIGHTS)?;
    let (job, tops) = find(&exchange.db.reader, actor, id).await?;
    if job.state != ImportState::Checked {
        return Err(Problem::ImportNotReady.into());
    }
    let turn = turn(exchange, Some(actor)).await?;
    // Units are made by administrators, who keep the tree; service staff import into what there is.
    let creates_units = mapping.creates_units && may_create_units(exchange, &tops).await?;
    let mapping = Mapping { creates_units, ..mapping };
    let content: Option<Option<Vec<u8>>> =
        value(&exchange.db.reader, "SELECT content FROM import_job WHERE id = $1", [id.into()]).await?;
    let ask = Ask { kind: job.kind, tops, sender: actor.account, mapping, places };
    let looked = look(exchange, turn, ask, content.flatten().unwrap_or_default()).await?;
    let changed = execute(
        exchange.db.writer(),
        "UPDATE import_job SET mapping = $1, dry_run = $2, heads = $3 WHERE id = $4 AND state = 'checked'",
        [
            serde_json::to_string(&looked.mapping)?.into(),
            serde_json::to_string(&looked.report)?.into(),
            serde_json::to_string(&looked.start)?.into(),
            id.into(),
        ],
    )
    .await?;
    if changed.rows_affected() == 0 { Err(Problem::ImportNotReady.into()) } else { Ok(()) }
}

pub(super) async fn may_create_units(base: &Base, tops: &[UnitId]) -> Result<bool> {
    let root = organisation::tree(base, &base.db.reader).await?.root();
    Ok(root.is_some_and(|root| tops.contains(&root)))
}

/// What somebody says when they confirm an import.
#[derive(Clone, Debug, Default)]
pub struct Confirmation {
    /// The [digest](domain::exchange::import::Diff::digest) of the changes they saw; empty for records.
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
pub async fn confirm(base: &Base, actor: Option<&Actor>, id: i64, confirmation: &Confirmation) -> Result<()> {
    let actor = authorize_any(actor, ImportKind::RIGHTS)?;
    let (job, _) = find(&base.db.reader, actor, id).await?;
    if job.kind.is_organisation() {
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
        base.db.writer(),
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
pub async fn discard(base: &Base, actor: Option<&Actor>, id: i64) -> Result<()> {
    let actor = authorize_any(actor, ImportKind::RIGHTS)?;
    find(&base.db.reader, actor, id).await?;
    let gone = execute(
        base.db.writer(),
        "DELETE FROM import_job WHERE id = $1 AND state IN ('checked', 'failed')",
        [id.into()],
    )
    .await?;
    if gone.rows_affected() == 0 { Err(Problem::ImportNotReady.into()) } else { Ok(()) }
}
