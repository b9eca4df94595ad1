//! Copies of the database: taken while it is in use, and put back.

use std::path::{Path, PathBuf};

use clap::Args;
use service::{
    Services,
    db::{Db, Missing, execute, sqlite_path, value},
    private,
};

use super::{Failure, Outcome, say};
use crate::config::Config;

pub(super) const BACKUP_EXAMPLES: &str = "Example: trivsel backup /var/backups/trivsel-2026-11-30.db

The server may go on running. The keys that ballots are sealed to are never in a copy: they are destroyed at each
release, and a copy of them would make that worthless. Without them nobody can open the ballots in the copy.

On PostgreSQL use its own tool: pg_dump --format=custom --exclude-table-data=wrapped_key --file=FILE NAME";

pub(super) const RESTORE_EXAMPLES: &str = "Examples: trivsel restore FILE --verify
          trivsel restore FILE --database sqlite://data/trivsel.db

Stop the server first, and move the old database with its -wal and -shm away; leave the folder of keys where it is.
In the middle of a round: ballots that were cast after the copy are gone. Those in the copy count if the round's key
is still there. If the round was released after the copy was made, the key is destroyed and nobody can open them:
declare the round void. Figures that were released after the copy are gone too.

On PostgreSQL: pg_restore --clean --dbname=NAME FILE";

#[derive(Args)]
pub(super) struct BackupArgs {
    /// File to write; it must not be there yet
    file: PathBuf,
}

#[derive(Args)]
pub(super) struct RestoreArgs {
    /// A copy that `trivsel backup` made
    file: PathBuf,
    /// Only look whether the copy is whole and of a version that this program can go on with
    #[arg(long)]
    verify: bool,
}

/// Writes a copy of the database without keys.
pub(super) async fn backup(services: &Services, config: &Config, args: &BackupArgs) -> Outcome {
    sqlite_path(&config.database).map_err(|_| postgres("pg_dump"))?;
    let file = absent(&args.file)?;
    let folder = args.file.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        private::create_folder(folder)?;
    }
    // Made empty and for its owner alone before anything is in it.
    private::create(&args.file)?;
    let copied = async {
        execute(services.db.writer(), "VACUUM INTO $1", [file.as_str().into()]).await?;
        let copy = Db::open(&format!("sqlite://{file}"), Missing::Refuse).await?;
        execute(copy.writer(), "DELETE FROM wrapped_key", []).await?;
        copy.scrub(&[]).await?;
        copy.check_pages().await?;
        Ok::<(), Failure>(())
    };
    let outcome = copied.await;
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(beside(&args.file, ending));
    }
    if let Err(failure) = outcome {
        let _ = std::fs::remove_file(&args.file);
        return Err(failure);
    }
    say(&format!("the copy is whole: {file}; the keys are not in it"));
    Ok(())
}

/// Looks at a copy and, unless that was all, puts it in the place of the database.
pub(super) async fn restore(config: &Config, args: &RestoreArgs) -> Outcome {
    let target = sqlite_path(&config.database).map_err(|_| postgres("pg_restore"))?.to_owned();
    // Looked at as a copy of the copy: opening a database writes beside it.
    let scratch = beside(&target, ".restoring");
    if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        private::create_folder(folder)?;
    }
    let outcome = examine(&args.file, &scratch).await;
    let finished = match outcome {
        Ok(summary) if args.verify => {
            say(&summary);
            Ok(())
        }
        Ok(summary) => {
            absent(&target)?;
            no_log(&target)?;
            std::fs::rename(&scratch, &target)?;
            say(&summary);
            say(&format!("restored to {}; start the server, and look at /rounds", target.display()));
            Ok(())
        }
        Err(failure) => Err(failure),
    };
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(beside(&scratch, ending));
    }
    finished
}

/// Copies a file and sees whether it is a whole database of ours; gives what it holds.
async fn examine(file: &Path, scratch: &Path) -> Result<String, Failure> {
    let shown = file.display();
    let mut from = std::fs::File::open(file).map_err(|error| format!("{shown} cannot be read: {error}"))?;
    std::io::copy(&mut from, &mut private::create(scratch)?)?;
    let db = Db::open(&format!("sqlite://{}", scratch.display()), Missing::Refuse).await?;
    db.check_pages().await?;
    let is_current = migrations::is_current(&db.reader).await.map_err(|error| error.to_string())?;
    let whole: Option<String> = value(&db.reader, "PRAGMA integrity_check(1)", []).await?;
    if whole.as_deref() != Some("ok") {
        return Err(format!("{shown} is damaged: {}", whole.unwrap_or_default()).into());
    }
    let waiting: Option<i64> = match is_current {
        true => value(&db.reader, "SELECT COUNT(*) FROM round WHERE state IN ('open', 'closed')", []).await?,
        false => None,
    };
    db.scrub(&[]).await?;
    Ok(match waiting {
        None => {
            format!("{shown} is whole, and of an older version: it is brought up to date when it is opened")
        }
        Some(0) => format!("{shown} is whole; no round in it waits for its release"),
        Some(rounds) => format!(
            "{shown} is whole; rounds in it that wait for their release: {rounds}. They open only with the keys that were there when the copy was made"
        ),
    })
}

fn postgres(tool: &str) -> Failure {
    format!("on PostgreSQL use {tool}; trivsel backup --help says how to leave the keys out").into()
}

/// A path as text, where nothing is yet.
fn absent(path: &Path) -> Result<String, Failure> {
    let text = path.to_str().ok_or("the file's name is not text")?;
    if text.contains('?') {
        return Err("the file's name has a question mark; choose another".into());
    }
    if path.exists() {
        return Err(format!("{text} is there already; move it away or choose another name").into());
    }
    Ok(text.to_owned())
}

/// Refuses a place beside which the log of another database lies: it would be read as this one's.
fn no_log(path: &Path) -> Outcome {
    match ["-wal", "-shm", "-journal"].map(|ending| beside(path, ending)).into_iter().find(|log| log.exists()) {
        Some(log) => Err(format!(
            "{} belongs to the database that was there before, and would damage this one; move it away with that database",
            log.display()
        )
        .into()),
        None => Ok(()),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
