//! Opening an SQLite file, and watching over it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr,
    sqlx::{
        Connection, SqliteConnection,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};
use tokio::sync::Mutex;

use crate::private;

use super::{ACQUIRE, Failure, Missing, OpenError, connection::Guard, statements::value};

/// SQLite versions below this can corrupt a database when the write-ahead log is reset.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];
/// How long a connection waits for another program to let go of the file.
const BUSY: Duration = Duration::from_secs(5);
/// Pause between two tries to open a file that another program is opening.
const BREATH: Duration = Duration::from_millis(50);

/// The path of a `sqlite:` URL.
///
/// # Errors
/// For another URL, one without a path, and one with a question mark: it would be read as the end of the name.
pub fn sqlite_path(url: &str) -> Result<&Path, OpenError> {
    let path = url.strip_prefix("sqlite:").ok_or_else(|| {
        OpenError("the database URL must be sqlite://PATH or postgres://USER@HOST/NAME".to_owned())
    })?;
    let path = path.strip_prefix("//").unwrap_or(path);
    if path.contains('?') {
        return Err(OpenError(
            "the database's name has a question mark, which ends a name in a URL; leave out what follows it, or rename the file".to_owned(),
        ));
    }
    if path.is_empty() || path == ":memory:" {
        return Err(OpenError("the database must be a file: sqlite://PATH".to_owned()));
    }
    Ok(Path::new(path))
}

/// Opens readers, writer, and what watches over the file.
pub(super) async fn open(
    path: &Path,
    missing: Missing,
) -> Result<(DatabaseConnection, DatabaseConnection, Guard), OpenError> {
    let shown = path.display();
    make_or_find(path, missing)?;
    refuse_foreign(path).await?;
    let failed = |error: DbErr| OpenError(format!("the database at {shown} cannot be opened: {error}"));
    let is_spoilt = Arc::<AtomicBool>::default();
    let writer = patiently(|| connect(path, Role::Writer(is_spoilt.clone()))).await.map_err(failed)?;
    check_version(&writer).await?;
    let unread_at = Arc::<std::sync::Mutex<Option<Instant>>>::default();
    let reader = patiently(|| connect(path, Role::Reader(unread_at.clone()))).await.map_err(failed)?;
    let anchor = anchor(path).await.map_err(|error| failed(error.into_db()))?;
    let opened = Opened::note(path, anchor).map_err(OpenError)?;
    Ok((reader, writer, Guard::of_files(opened, is_spoilt, unread_at)))
}

/// Finds the file, or makes it so that nobody but its owner can read it, not even for a moment.
fn make_or_find(path: &Path, missing: Missing) -> Result<(), OpenError> {
    let shown = path.display();
    if !path.exists() {
        if missing == Missing::Refuse {
            return Err(OpenError(format!(
                "there is no database at {shown}; make one with `trivsel migrate` or see the demo with `trivsel demo`"
            )));
        }
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            private::create_folder(folder).map_err(|error| {
                OpenError(format!("the folder {} cannot be made: {error}", folder.display()))
            })?;
        }
    }
    // Opening for append asks the file system for write permission and changes nothing.
    let mut options = fs::OpenOptions::new();
    private::owner_only(options.append(true).create(missing == Missing::Create));
    options.open(path).map_err(|error| {
        OpenError(format!(
            "the database at {shown} cannot be written: {error}; check its owner and permissions"
        ))
    })?;
    warn_if_open_to_others(path);
    Ok(())
}

/// Looks whose file it is before anything is switched on in it, and without leaving a trace.
async fn refuse_foreign(path: &Path) -> Result<(), OpenError> {
    // A file with a log beside it cannot be read without it, and has nothing left to be switched on; whose it
    // is shows when it is migrated.
    if ["-wal", "-journal"].iter().any(|ending| beside(path, ending).exists()) {
        return Ok(());
    }
    let shown = path.display();
    let unreadable = |error: sea_orm::sqlx::Error| {
        OpenError(format!("{shown} cannot be read as a database: {error}; nothing was changed"))
    };
    let settings = SqliteConnectOptions::new().filename(path).read_only(true).immutable(true);
    let mut connection = SqliteConnection::connect_with(&settings).await.map_err(unreadable)?;
    let tables: Vec<String> =
        sea_orm::sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            .fetch_all(&mut connection)
            .await
            .map_err(unreadable)?;
    let is_ours = ["seaql_migrations", "organisation"].iter().all(|name| tables.iter().any(|t| t == name));
    match tables.first().filter(|_| !is_ours) {
        Some(table) => Err(OpenError(format!(
            "the database at {shown} belongs to another program (it has a table {table}); nothing was changed; name an empty one, or a file that is not there yet"
        ))),
        None => Ok(()),
    }
}

/// The file that SQLite keeps beside a database, by the ending of its name.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Says so once where other users of the machine can read the file or its folder.
fn warn_if_open_to_others(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if private::is_open_to_others(path) {
        tracing::warn!(
            "other users of this machine can open {}: chmod 600 it, and its -wal and -shm",
            path.display()
        );
    } else if private::is_open_to_others(folder) {
        tracing::warn!("other users of this machine can look into {}: chmod 700 it", folder.display());
    }
}

/// Two programs that open a new file at once are in each other's way while it is switched to its
/// write-ahead log, for which SQLite does not wait by itself.
async fn patiently<T, F: Future<Output = Result<T, DbErr>>>(open: impl Fn() -> F) -> Result<T, DbErr> {
    let tries = BUSY.as_millis() / BREATH.as_millis();
    for _ in 0..tries {
        match open().await {
            Err(error) if error.to_string().contains("locked") => tokio::time::sleep(BREATH).await,
            outcome => return outcome,
        }
    }
    open().await
}

enum Role {
    /// With the moment after which connections must have been opened.
    Reader(Arc<std::sync::Mutex<Option<Instant>>>),
    /// With the sign to close the connection that is given back next.
    Writer(Arc<AtomicBool>),
}

fn settings(path: &Path, is_reader: bool) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .pragma("secure_delete", "ON")
        .pragma("trusted_schema", "OFF")
        .pragma("recursive_triggers", "ON")
        .pragma("query_only", if is_reader { "ON" } else { "OFF" })
}

async fn connect(path: &Path, role: Role) -> Result<DatabaseConnection, DbErr> {
    let is_reader = matches!(role, Role::Reader(_));
    let settings = settings(path, is_reader);
    let mut options = ConnectOptions::new("sqlite::memory:");
    options
        .max_connections(if is_reader { 8 } else { 1 })
        .min_connections(1)
        .acquire_timeout(if is_reader { ACQUIRE } else { BUSY + ACQUIRE })
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        // A file does not hang up; whether a connection is sound is asked below, without a way to its thread and back.
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |_| settings.clone())
        .map_sqlx_sqlite_pool_opts(move |pool| {
            let (is_spoilt, unread_at) = match &role {
                Role::Writer(is_spoilt) => (is_spoilt.clone(), Arc::default()),
                Role::Reader(unread_at) => (Arc::default(), unread_at.clone()),
            };
            let is_still_spoilt = is_spoilt.clone();
            pool.after_release(move |connection, _| {
                let is_spoilt = is_spoilt.swap(false, Ordering::AcqRel);
                Box::pin(async move {
                    if is_spoilt {
                        return Ok(false);
                    }
                    // A rollback may still be waiting its turn; this waits for it.
                    connection.ping().await?;
                    Ok(!connection.is_in_transaction())
                })
            })
            // A transaction must begin at the outermost level, or its commit stores nothing.
            .before_acquire(move |connection, about| {
                let unread = unread_at.lock().ok().and_then(|unread_at| *unread_at);
                let is_sound = !is_still_spoilt.swap(false, Ordering::AcqRel)
                    && !connection.is_in_transaction()
                    && unread.is_none_or(|unread| unread.elapsed() > about.age);
                Box::pin(async move { Ok(is_sound) })
            })
        });
    Database::connect(options).await
}

async fn check_version(db: &impl ConnectionTrait) -> Result<(), OpenError> {
    let unreadable = |error: DbErr| OpenError(format!("the database cannot be read: {error}"));
    let version: Option<String> =
        value(db, "SELECT sqlite_version() AS version", []).await.map_err(unreadable)?;
    let version = version.unwrap_or_default();
    let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    if parts.as_slice() < OLDEST_SQLITE.as_slice() {
        return Err(OpenError(format!("SQLite {version} can corrupt data; 3.51.3 or newer is needed")));
    }
    Ok(())
}

/// Looks over all pages; gives what is damaged.
pub(super) async fn damage(db: &impl ConnectionTrait) -> Result<Option<OpenError>, DbErr> {
    let found: String = match value(db, "PRAGMA quick_check(1)", []).await {
        Ok(found) => found.unwrap_or_default(),
        Err(error) if Failure::of(&error) == Failure::Other => error.to_string(),
        Err(error) => return Err(error),
    };
    Ok((found != "ok").then(|| {
        OpenError(format!(
            "the database is damaged ({found}); restore a backup, and keep this file for whoever may mend it"
        ))
    }))
}

/// A connection that is never used: as long as it is open, no other program that closes the file takes the
/// write-ahead log away, so that a log that is gone was removed by hand.
async fn anchor(path: &Path) -> Result<SqliteConnection, AnchorError> {
    let mut connection = SqliteConnection::connect_with(&settings(path, true)).await.map_err(AnchorError)?;
    sea_orm::sqlx::query("SELECT COUNT(*) FROM sqlite_schema")
        .execute(&mut connection)
        .await
        .map_err(AnchorError)?;
    Ok(connection)
}

struct AnchorError(sea_orm::sqlx::Error);

impl AnchorError {
    fn into_db(self) -> DbErr {
        DbErr::Conn(sea_orm::RuntimeErr::SqlxError(Arc::new(self.0)))
    }
}

/// The files behind the connections, as they were when they were opened.
pub(super) struct Opened {
    files: Vec<(PathBuf, Identity)>,
    _anchor: Mutex<SqliteConnection>,
}

/// Device and inode: what stays the same as long as it is the same file.
type Identity = (u64, u64);

impl Opened {
    fn note(path: &Path, anchor: SqliteConnection) -> Result<Self, String> {
        let files = [path.to_owned(), beside(path, "-wal")]
            .into_iter()
            .map(|path| {
                let identity =
                    identity(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
                Ok((path, identity))
            })
            .collect::<Result<_, String>>()?;
        Ok(Self { files, _anchor: Mutex::new(anchor) })
    }

    /// Whether the names still lead to the same files: what is written to a file without a name is gone with
    /// the program.
    pub(super) fn check(&self) -> Result<(), String> {
        for (path, opened) in &self.files {
            let name = path.display();
            match identity(path) {
                Ok(found) if found == *opened => {}
                Ok(_) => {
                    return Err(format!(
                        "{name} is not the file that was opened; stop, put it right, start again"
                    ));
                }
                Err(error) => {
                    return Err(format!("{name} is gone ({error}); stop, put it back, start again"));
                }
            }
        }
        Ok(())
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> std::io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).map(|found| (found.dev(), found.ino()))
}

/// Elsewhere an open file cannot be removed.
#[cfg(not(unix))]
fn identity(path: &Path) -> std::io::Result<Identity> {
    fs::metadata(path).map(|_| (0, 0))
}
