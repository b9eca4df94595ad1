//! Files of a case: pictures and documents that a customer brought.
//!
//! Architecture invariant: a picture is never stored as it came. It is decoded within limits and encoded anew: place,
//! device and time are gone, and so is whatever else was in the file. A document is evidence and stays as it is; it leaves
//! only as something to take away.

mod kinds;
mod pictures;

use std::sync::Arc;

use domain::{
    Field, Problem, Right, Role, Why,
    customers::{
        file::{FileShown, FileType, FilesPage, LARGEST_FILE, MOST_FILES},
        words::EventKind,
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest, Sha256};

use crate::complaints::{
    events::{CUSTOMER, Data},
    record::{Change, Record},
    typed_reference,
};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, execute, one, value},
};
use organisation::{Organisation, Tree};

/// The files of a case.
///
/// # Errors
/// `NotFound` for an unknown case and for somebody else's, alike.
pub async fn page(base: &Base, actor: Option<&Actor>, reference: &str) -> Result<FilesPage> {
    let (_, tops) = authorize(actor, Right::HandleCase)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let record = Record::find(&db, &tree, &tops, &typed_reference(reference)).await?;
    let organisation = organisation::find(&db).await?;
    let files = shown(&db, &organisation, record.id).await?;
    Ok(FilesPage { reference: record.reference, what: record.what, files })
}

#[derive(FromQueryResult)]
struct Row {
    name: String,
    r#type: String,
    bytes: i64,
    at: chrono::DateTime<chrono::Utc>,
}

fn file_type(word: &str) -> Result<FileType> {
    FileType::from_name(word).ok_or_else(|| Error::stored("attachment.type", word))
}

/// The files of a case, oldest first.
///
/// # Errors
/// When the database refuses or holds a type that this version does not know.
pub(crate) async fn shown(
    db: &impl ConnectionTrait,
    organisation: &Organisation,
    complaint: i64,
) -> Result<Vec<FileShown>> {
    let sql = "SELECT name, type, bytes, at FROM attachment WHERE complaint_id = $1 ORDER BY id";
    let rows: Vec<Row> = all(db, sql, [complaint.into()]).await?;
    let shown = |row: Row| {
        Ok(FileShown {
            kind: file_type(&row.r#type)?,
            at: organisation.local_minute(row.at),
            name: row.name,
            bytes: row.bytes,
        })
    };
    rows.into_iter().map(shown).collect()
}

/// A file to take away.
#[derive(Debug)]
pub struct Taken {
    /// Name, made here.
    pub name: String,
    /// What it is.
    pub kind: FileType,
    /// Its bytes.
    pub content: Vec<u8>,
}

#[derive(FromQueryResult)]
struct Whole {
    name: String,
    r#type: String,
    content: Vec<u8>,
}

/// A file of a case.
///
/// # Errors
/// `NotFound` for an unknown case or file and for somebody else's, alike.
pub async fn take(base: &Base, actor: Option<&Actor>, reference: &str, name: &str) -> Result<Taken> {
    let (_, tops) = authorize(actor, Right::ViewCases)?;
    let db = &base.db.reader;
    let tree = organisation::tree(base, db).await?;
    let record = Record::find(db, &tree, &tops, &typed_reference(reference)).await?;
    let sql = "SELECT name, type, content FROM attachment WHERE complaint_id = $1 AND name = $2";
    let row: Option<Whole> = one(db, sql, [record.id.into(), name.into()]).await?;
    let row = row.ok_or(Problem::NotFound)?;
    Ok(Taken { name: row.name, kind: file_type(&row.r#type)?, content: row.content })
}

/// Pictures are decoded one at a time: each may take a quarter of a gigabyte.
#[derive(Default)]
struct OneAtATime(Arc<tokio::sync::Mutex<()>>);

/// What is stored of a file that came in.
async fn made_safe(base: &Base, content: Vec<u8>) -> Result<(FileType, Vec<u8>)> {
    let refused = |why| Problem::invalid(Field::File, why);
    if content.is_empty() {
        return Err(refused(Why::Missing).into());
    }
    if content.len() > LARGEST_FILE {
        return Err(refused(Why::FileTooLarge).into());
    }
    let made = match kinds::of(&content).ok_or(refused(Why::NotAFile))? {
        kinds::Kind::Document => return Ok((FileType::Pdf, content)),
        kinds::Kind::Picture(format) => {
            let one = Arc::clone(&base.memory.of::<OneAtATime>().0);
            let _turn = one.lock().await;
            tokio::task::spawn_blocking(move || pictures::anew(format, &content))
                .await
                .map_err(|error| Error::Internal(format!("a picture was not decoded: {error}")))?
        }
    };
    Ok(made.map_err(refused)?)
}

/// Adds a file to a case. The same file again is the one that is there.
///
/// # Errors
/// `NotFound` as [`page`]; `Invalid` for what is no picture or document, is broken, too large or one too many.
pub async fn add(base: &Base, actor: Option<&Actor>, reference: &str, content: Vec<u8>) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    let reference = typed_reference(reference);
    let tree = organisation::tree(base, &base.db.reader).await?;
    // Nobody's picture is decoded for a case that is not theirs, or has all it may have.
    let record = Record::find(&base.db.reader, &tree, &tops, &reference).await?;
    ensure_room(&base.db.reader, record.id).await?;
    let made = made_safe(base, content).await?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let record = Record::lock(&transaction, &tree, &tops, &reference).await?;
    store(base, &transaction, &tree, record, role(actor), made).await?;
    transaction.commit().await?;
    Ok(())
}

/// Adds a file that the customer sends, whose right to the case was looked at.
///
/// # Errors
/// As [`add`].
pub(crate) async fn bring(base: &Base, reference: &str, content: Vec<u8>) -> Result<()> {
    let record = Record::by_reference(&base.db.reader, reference).await?.ok_or(Problem::ReceiptUnknown)?;
    ensure_room(&base.db.reader, record.id).await?;
    let made = made_safe(base, content).await?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let record = Record::lock_by_reference(&transaction, reference).await?.ok_or(Problem::ReceiptUnknown)?;
    store(base, &transaction, &tree, record, CUSTOMER, made).await?;
    transaction.commit().await?;
    Ok(())
}

/// Keeps what was made safe.
async fn store(
    base: &Base,
    transaction: &impl ConnectionTrait,
    tree: &Tree,
    mut record: Record,
    role: &str,
    (kind, content): (FileType, Vec<u8>),
) -> Result<()> {
    let organisation = organisation::find(transaction).await?;
    let sha256 = Sha256::digest(&content).to_vec();
    let sql = "SELECT COUNT(*) FROM attachment WHERE complaint_id = $1 AND sha256 = $2";
    let same: Option<i64> = value(transaction, sql, [record.id.into(), sha256.clone().into()]).await?;
    if same.unwrap_or(0) > 0 {
        return Ok(());
    }
    ensure_room(transaction, record.id).await?;
    let number = record.events.iter().filter(|event| event.kind == EventKind::Attached).count() + 1;
    let name = format!("{}-{number}.{}", record.reference, kind.ending());
    execute(
        transaction,
        "INSERT INTO attachment (complaint_id, name, type, bytes, sha256, content, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            record.id.into(),
            name.into(),
            kind.name().into(),
            i64::try_from(content.len()).unwrap_or(i64::MAX).into(),
            sha256.into(),
            content.into(),
            base.now().into(),
        ],
    )
    .await?;
    let change = Change { kind: EventKind::Attached, role, data: Data::default(), text: None };
    record.happen(transaction, tree, &organisation, base.now(), change).await.map(drop)
}

/// Takes a file away again.
///
/// # Errors
/// `NotFound` for an unknown case or file and for somebody else's, alike.
pub async fn remove(base: &Base, actor: Option<&Actor>, reference: &str, name: &str) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let organisation = organisation::find(&transaction).await?;
    let mut record = Record::lock(&transaction, &tree, &tops, &typed_reference(reference)).await?;
    let sql = "DELETE FROM attachment WHERE complaint_id = $1 AND name = $2";
    if execute(&transaction, sql, [record.id.into(), name.into()]).await?.rows_affected() == 0 {
        return Err(Problem::NotFound.into());
    }
    let change = Change { kind: EventKind::Detached, role: role(actor), data: Data::default(), text: None };
    record.happen(&transaction, &tree, &organisation, base.now(), change).await?;
    transaction.commit().await?;
    Ok(())
}

async fn ensure_room(db: &impl ConnectionTrait, complaint: i64) -> Result<()> {
    let sql = "SELECT COUNT(*) FROM attachment WHERE complaint_id = $1";
    let there: Option<i64> = value(db, sql, [complaint.into()]).await?;
    match usize::try_from(there.unwrap_or(0)) {
        Ok(there) if there < MOST_FILES => Ok(()),
        _ => Err(Problem::invalid(Field::File, Why::TooManyFiles).into()),
    }
}

/// What stands with what somebody did.
fn role(actor: &Actor) -> &'static str {
    actor.role_for(Right::HandleCase).map_or(Role::Service.name(), Role::name)
}
