//! A server killed while it releases a round: all of it has happened, or nothing, and the next one makes it whole.
//!
//! `TRIVSEL_KILLS=200 cargo test -p server killed_release -- --nocapture` kills it so many times on each database and
//! prints the counts; without it, a few times.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command},
    time::{Duration, Instant},
};

use base::keys::{Keys, Wrapped};
use domain::staff::check_in::BallotForm;
use service::db::{Db, Missing};

use crate::running::{prepare_on, start_on, trivsel, write_site};

/// People of whom everybody has answered a round that is due for its release.
const RELEASED: usize = 40;
/// What the keys are under where they stand in the database.
const SECRET: &str = "0b6b1f0e8c4f4c0f9f6a2f1d7f1b3c5d";

/// A database with the keys of its ballots, which can be copied with them.
enum Kept {
    /// An SQLite file, its keys in the folder beside it.
    Folder(PathBuf),
    /// A PostgreSQL database, its keys in it under a secret.
    Postgres { url: String, secret: PathBuf },
}

impl Kept {
    async fn on_sqlite(folder: &Path) -> Self {
        let folder = folder.join("cast");
        std::fs::create_dir(&folder).unwrap();
        let kept = Self::Folder(folder);
        kept.cast(Db::open(&kept.url(), Missing::Create).await.unwrap(), None).await;
        kept
    }

    async fn on_postgres(folder: &Path) -> Self {
        let (url, secret) = (testing::empty_postgres().await, folder.join("secret"));
        std::fs::write(&secret, SECRET).unwrap();
        let open = async || Db::open(&url, Missing::Refuse).await.unwrap();
        let (db, keys) = (open().await, Wrapped::new(open().await, SECRET.as_bytes()).unwrap());
        let kept = Self::Postgres { url: url.clone(), secret };
        kept.cast(db, Some(Keys::new(keys))).await;
        kept
    }

    /// Everybody answers.
    async fn cast(&self, db: Db, keys: Option<Keys>) {
        let (services, _) = prepare_on(db, keys, RELEASED, 9).await;
        for person in 0..RELEASED {
            let answers =
                [("C1", person % 3), ("C2", 3)].map(|(item, value)| (item.to_owned(), value.to_string()));
            let form = BallotForm { round: 2, answers: answers.into(), ..BallotForm::default() };
            let actor = crate::common::employee(i64::try_from(person + 1).unwrap());
            service::rounds::cast(&services, Some(&actor), &form).await.unwrap();
        }
    }

    fn url(&self) -> String {
        match self {
            Self::Folder(folder) => format!("sqlite://{}", folder.join("kill.db").display()),
            Self::Postgres { url, .. } => url.clone(),
        }
    }

    /// Another one that is the same.
    async fn copy(&self, folder: &Path, name: &str) -> Self {
        match self {
            Self::Folder(from) => {
                let to = folder.join(name);
                copy(from, &to);
                Self::Folder(to)
            }
            Self::Postgres { url, secret } => {
                Self::Postgres { url: testing::copied_postgres(url).await, secret: secret.clone() }
            }
        }
    }

    fn start(&self, site: &Path) -> (Child, String) {
        let mut command: Command = trivsel();
        if let Self::Postgres { secret, .. } = self {
            command.arg("--keys-secret-file").arg(secret);
        }
        start_on(command, &self.url(), site)
    }

    /// Ends a server as a power cut would. A statement that was under way may still end.
    async fn kill(&self, mut child: Child) {
        child.kill().unwrap();
        child.wait().unwrap();
        if let Self::Postgres { url, .. } = self {
            testing::left_alone(url).await;
        }
    }

    async fn open(&self) -> Release<'_> {
        Release { kept: self, db: Db::open(&self.url(), Missing::Refuse).await.unwrap() }
    }
}

/// What stands in a database of [`RELEASED`] people and one round.
struct Release<'a> {
    kept: &'a Kept,
    db: Db,
}

impl Release<'_> {
    async fn count(&self, sql: &str) -> i64 {
        base::db::value(&self.db.reader, sql, []).await.unwrap().unwrap()
    }

    async fn is_released(&self) -> bool {
        self.count("SELECT COUNT(*) FROM round WHERE state = 'released'").await == 1
    }

    /// Whether nothing of the round is left but its figures.
    async fn is_over(&self) -> bool {
        self.is_released().await && self.count("SELECT COUNT(*) FROM box_key WHERE round_id = 1").await == 0
    }

    /// Every figure that was written.
    async fn figures(&self) -> Vec<String> {
        let sql = "SELECT unit_id || ' ' || measure || ' ' || state || ' ' || COALESCE(CAST(value AS TEXT), '') || ' '
                          || input_digest FROM released_figure ORDER BY unit_id, measure";
        base::db::column(&self.db.reader, sql, []).await.unwrap()
    }

    /// Keys of the round that is released, which is the first.
    async fn keys(&self) -> usize {
        match self.kept {
            Kept::Folder(folder) => {
                let names =
                    std::fs::read_dir(folder.join("keys")).unwrap().map(|key| key.unwrap().file_name());
                names.filter(|name| name.to_string_lossy().starts_with("round-1-")).count()
            }
            Kept::Postgres { .. } => {
                let sql = "SELECT COUNT(*) FROM wrapped_key WHERE name LIKE 'round-1-%'";
                usize::try_from(self.count(sql).await).unwrap()
            }
        }
    }

    async fn is_sound(&self) -> bool {
        match self.kept {
            Kept::Folder(_) => {
                let sql = "SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'";
                self.count(sql).await == 1
            }
            // It has no such look of its own; a row that cannot be read would have failed the others.
            Kept::Postgres { .. } => true,
        }
    }

    /// Waits until the server has done all that belongs to the release.
    async fn end(&self) {
        for _ in 0..3000 {
            if self.is_over().await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the round was not released");
    }
}

/// A database with its keys, copied as a whole.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

async fn all_or_nothing(cast: Kept, folder: &Path) {
    let kills: u32 = std::env::var("TRIVSEL_KILLS").map_or(5, |kills| kills.parse().unwrap());
    let site = folder.join("site");
    std::fs::create_dir(&site).unwrap();
    write_site(&site);
    // Undisturbed: what the release writes, and how long it takes from the moment the server listens.
    let whole = cast.copy(folder, "whole").await;
    let release = whole.open().await;
    let (child, _) = whole.start(&site);
    let since = Instant::now();
    release.end().await;
    let takes = since.elapsed();
    let figures = release.figures().await;
    drop(release);
    whole.kill(child).await;
    assert!(figures.iter().any(|figure| figure.contains("satisfaction published")), "{figures:?}");
    let (mut nothing, mut all) = (0, 0);
    for kill in 0..kills {
        let one = cast.copy(folder, &format!("kill-{kill}")).await;
        let (child, _) = one.start(&site);
        // Another moment each time, from the first statements to after the end.
        std::thread::sleep(takes.mul_f64(1.2 * f64::from(kill) / f64::from(kills)));
        one.kill(child).await;
        let release = one.open().await;
        if release.is_released().await {
            all += 1;
            assert_eq!(release.figures().await, figures);
            assert_eq!(release.count("SELECT COUNT(*) FROM sealed_ballot").await, 0);
        } else {
            nothing += 1;
            assert_eq!(release.figures().await, [""; 0]);
            let boxes = release.count("SELECT COUNT(*) FROM sealed_ballot").await;
            let opened = (usize::try_from(boxes).unwrap(), release.keys().await);
            assert_eq!(opened, (RELEASED, 1), "all can be opened");
        }
        let (child, _) = one.start(&site);
        release.end().await;
        assert_eq!(release.figures().await, figures, "kill {kill}");
        assert_eq!(release.keys().await, 0, "nobody can open what is left anywhere");
        assert!(release.is_sound().await);
        drop(release);
        one.kill(child).await;
        match one {
            Kept::Folder(folder) => std::fs::remove_dir_all(folder).unwrap(),
            Kept::Postgres { url, .. } => testing::remove_postgres(&url).await,
        }
    }
    eprintln!(
        "{kills} kills around a release: {nothing} before it was written, {all} after; each was then the same"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_killed_in_the_middle_of_a_release_has_done_all_of_it_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    all_or_nothing(Kept::on_sqlite(folder.path()).await, folder.path()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn so_has_one_killed_on_postgresql() {
    let folder = tempfile::tempdir().unwrap();
    all_or_nothing(Kept::on_postgres(folder.path()).await, folder.path()).await;
}
