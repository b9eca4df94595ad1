//! A server killed while ballots are cast: what was acknowledged is counted, once. And one killed while it releases a
//! round: all of it has happened, or nothing.
//!
//! `TRIVSEL_KILLS=200 cargo test -p server kill -- --nocapture` kills it so many times and prints the counts; without
//! it, a few times.

use domain::{AccountId, staff::check_in::BallotForm};
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use crate::common::{number, run};
use chrono::Days;
use service::{
    Services,
    clock::SystemClock,
    db::{Db, Missing},
    rounds::roll,
    sign_in,
};

/// People who answer for each time the server is killed.
const PEOPLE_A_KILL: usize = 60;
/// Hands that press "send" at the same time.
const HANDS: usize = 8;

/// A team in an open round; a session for each of its people.
pub(crate) async fn prepare(file: &Path, people: usize) -> (Services, Vec<String>) {
    prepare_since(file, people, 1).await
}

/// The same, with a round that began so many days ago.
async fn prepare_since(file: &Path, people: usize, days_ago: u64) -> (Services, Vec<String>) {
    let url = format!("sqlite://{}", file.display());
    let db = Db::open(&url, Missing::Create).await.unwrap();
    migrations::migrate(db.for_migrations()).await.unwrap();
    let services = Services::new(db, Arc::new(SystemClock));
    service::set_up(services.db.writer(), "Testkjeden", false).await.unwrap();
    let today = service::organisation::today(&services).await.unwrap();
    let statements = [
        "INSERT INTO unit (external_id, parent_id, kind, name) VALUES ('A', 1, 'team', 'Team A')".to_owned(),
        format!(
            "INSERT INTO person (external_id, name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
             WHERE i < {people}) SELECT 'P' || i, 'Person ' || i FROM n"
        ),
        "INSERT INTO roster (person_id, unit_id, from_on) SELECT id, 2, '2026-01-01' FROM person".to_owned(),
        "INSERT INTO account (person_id, login, name, password_hash) SELECT id, external_id, name, '!' FROM person"
            .to_owned(),
        format!(
            "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
             VALUES (2, '{}', '{}', 'open', 'trivsel-1', 'Test', '2026-01-01', '{}')",
            today - Days::new(days_ago),
            today - Days::new(days_ago) + Days::new(6),
            today + Days::new(90)
        ),
    ];
    for statement in statements {
        run(&services, &statement).await;
    }
    roll::write(services.db.writer(), 1, today - Days::new(days_ago)).await.unwrap();
    // As whatever opens rounds does it: keys are there before the first ballot.
    service::rounds::open_due(&services, today).await.unwrap();
    let mut tokens = Vec::with_capacity(people);
    for account in 1..=i64::try_from(people).unwrap() {
        let token = sign_in::begin_session(&services, AccountId::new(account), "test").await.unwrap();
        tokens.push(token.as_str().to_owned());
    }
    (services, tokens)
}

pub(crate) fn start(file: &Path, site: &Path) -> (Child, String) {
    start_by(Command::new(env!("CARGO_BIN_EXE_trivsel")), file, site)
}

/// Starts a server on this file by a command; gives it with its address.
pub(crate) fn start_by(mut command: Command, file: &Path, site: &Path) -> (Child, String) {
    let mut child = command
        .args(["--database", &format!("sqlite://{}", file.display()), "--listen", "127.0.0.1:0"])
        .args(["--site", site.to_str().unwrap(), "serve"])
        .env("TRIVSEL_LOG", "off")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.split("listening on ").nth(1).unwrap_or_else(|| panic!("{line}"));
    let address = address.split(')').next().unwrap().to_owned();
    (child, address)
}

/// Posts a ballot; whether the server acknowledged it.
fn post(address: &str, token: &str, person: usize) -> bool {
    let body = format!("round=2&key=k{person}&C1={}&C2=3", person % 3);
    let answer = post_form(address, "/check-in", token, &body);
    answer.starts_with("HTTP/1.1 303") && answer.contains("/check-in/receipt")
}

/// Posts a form; gives the whole answer, empty when there is none.
pub(crate) fn post_form(address: &str, path: &str, token: &str, body: &str) -> String {
    let exchange = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nCookie: trivsel={token}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    exchange().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_before_the_server_was_killed_is_counted_once() {
    let kills: usize = std::env::var("TRIVSEL_KILLS").map_or(3, |kills| kills.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kill.db");
    std::fs::write(folder.path().join("hash.txt"), "page: 0\njs: 1\nwasm: 2\ncss: 3\n").unwrap();
    std::fs::write(folder.path().join("sw.js"), "").unwrap();
    let (services, tokens) = prepare(&file, kills * PEOPLE_A_KILL).await;
    let tokens = Arc::new(tokens);
    let next = Arc::new(AtomicUsize::new(0));
    let acknowledged = Arc::new(Mutex::new(BTreeSet::new()));
    for kill in 0..kills {
        let (mut child, address) = start(&file, folder.path());
        let is_over = Arc::new(AtomicBool::new(false));
        let hands: Vec<_> = (0..HANDS)
            .map(|_| {
                let (tokens, next, acknowledged) = (tokens.clone(), next.clone(), acknowledged.clone());
                let (is_over, address) = (is_over.clone(), address.clone());
                std::thread::spawn(move || {
                    while !is_over.load(Ordering::Relaxed) {
                        let person = next.fetch_add(1, Ordering::Relaxed);
                        let Some(token) = tokens.get(person) else { return };
                        // No answer: the server is dead, and the others wait for the next one.
                        if !post(&address, token, person) {
                            return;
                        }
                        acknowledged.lock().unwrap().insert(person);
                    }
                })
            })
            .collect();
        // On a busy machine the first answer takes longer than all that follow.
        let before = acknowledged.lock().unwrap().len();
        for _ in 0..1000 {
            if acknowledged.lock().unwrap().len() > before || hands.iter().all(|hand| hand.is_finished()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        // Another moment each time.
        std::thread::sleep(Duration::from_millis(40 + (kill as u64 * 37) % 160));
        child.kill().unwrap();
        child.wait().unwrap();
        is_over.store(true, Ordering::Relaxed);
        for hand in hands {
            hand.join().unwrap();
        }
    }
    let acknowledged = acknowledged.lock().unwrap().clone();
    let used = crate::common::votes(&services).await;
    let tried = next.load(Ordering::Relaxed).min(tokens.len());
    eprintln!("{kills} kills: {tried} ballots sent, {} acknowledged, {used} counted", acknowledged.len());
    assert!(!acknowledged.is_empty());
    assert!(used >= i64::try_from(acknowledged.len()).unwrap());
    for person in &acknowledged {
        let actor = crate::common::employee(i64::try_from(person + 1).unwrap());
        let page = service::rounds::check_in_page(&services, Some(&actor)).await.unwrap();
        assert!(page.is_answered, "person {person} was told that the vote counts");
    }
    // Whatever was written was written whole: a vote and its box with both answers.
    let boxes = crate::common::opened(&services, 1).await;
    assert!(boxes.iter().all(|ballot| ballot.answers.len() == 2));
    assert_eq!(i64::try_from(boxes.len()).unwrap(), used);
    let whole = "SELECT CASE WHEN (SELECT group_concat(integrity_check) FROM pragma_integrity_check) = 'ok' THEN 1 END";
    assert_eq!(number(&services, whole).await, 1);
}

/// People of whom everybody has answered a round that is due for its release.
const RELEASED: usize = 40;

/// What stands in a database of [`RELEASED`] people and one round.
struct Release(Db);

impl Release {
    async fn of(file: &Path) -> Self {
        Self(Db::open(&format!("sqlite://{}", file.display()), Missing::Refuse).await.unwrap())
    }

    async fn count(&self, sql: &str) -> i64 {
        base::db::value(&self.0.reader, sql, []).await.unwrap().unwrap()
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
        let sql = "SELECT unit_id || ' ' || measure || ' ' || state || ' ' || COALESCE(value, '') || ' ' || input_digest
                   FROM released_figure ORDER BY unit_id, measure";
        base::db::column(&self.0.reader, sql, []).await.unwrap()
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
fn copy(from: &Path, to: &Path) {
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

/// Keys of the round that is released, which is the first.
fn keys_of_round(folder: &Path) -> usize {
    let names = std::fs::read_dir(folder.join("keys")).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().starts_with("round-1-")).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_killed_in_the_middle_of_a_release_has_done_all_of_it_or_nothing() {
    let kills: u32 = std::env::var("TRIVSEL_KILLS").map_or(5, |kills| kills.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    std::fs::create_dir(&site).unwrap();
    std::fs::write(site.join("hash.txt"), "page: 0\njs: 1\nwasm: 2\ncss: 3\n").unwrap();
    std::fs::write(site.join("sw.js"), "").unwrap();
    let cast = folder.path().join("cast");
    std::fs::create_dir(&cast).unwrap();
    {
        let (services, _) = prepare_since(&cast.join("kill.db"), RELEASED, 9).await;
        for person in 0..RELEASED {
            let answers =
                [("C1", person % 3), ("C2", 3)].map(|(item, value)| (item.to_owned(), value.to_string()));
            let form = BallotForm { round: 2, answers: answers.into(), ..BallotForm::default() };
            let actor = crate::common::employee(i64::try_from(person + 1).unwrap());
            service::rounds::cast(&services, Some(&actor), &form).await.unwrap();
        }
    }
    let server = || Command::new(env!("CARGO_BIN_EXE_trivsel"));
    // Undisturbed: what the release writes, and how long it takes from the moment the server listens.
    let whole = folder.path().join("whole");
    copy(&cast, &whole);
    let release = Release::of(&whole.join("kill.db")).await;
    let (mut child, _) = start_by(server(), &whole.join("kill.db"), &site);
    let since = Instant::now();
    release.end().await;
    let takes = since.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    let figures = release.figures().await;
    assert!(figures.iter().any(|figure| figure.contains("satisfaction published")), "{figures:?}");
    let (mut nothing, mut all) = (0, 0);
    for kill in 0..kills {
        let one = folder.path().join(format!("kill-{kill}"));
        copy(&cast, &one);
        let file = one.join("kill.db");
        let (mut child, _) = start_by(server(), &file, &site);
        // Another moment each time, from the first statements to after the end.
        std::thread::sleep(takes.mul_f64(1.2 * f64::from(kill) / f64::from(kills)));
        child.kill().unwrap();
        child.wait().unwrap();
        let release = Release::of(&file).await;
        if release.is_released().await {
            all += 1;
            assert_eq!(release.figures().await, figures);
            assert_eq!(release.count("SELECT COUNT(*) FROM sealed_ballot").await, 0);
        } else {
            nothing += 1;
            assert_eq!(release.figures().await, [""; 0]);
            let boxes = release.count("SELECT COUNT(*) FROM sealed_ballot").await;
            assert_eq!(
                (usize::try_from(boxes).unwrap(), keys_of_round(&one)),
                (RELEASED, 1),
                "all can be opened"
            );
        }
        let (mut child, _) = start_by(server(), &file, &site);
        release.end().await;
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(release.figures().await, figures, "kill {kill}");
        assert_eq!(keys_of_round(&one), 0, "nobody can open what is left anywhere");
        let is_whole = "SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'";
        assert_eq!(release.count(is_whole).await, 1);
        std::fs::remove_dir_all(&one).unwrap();
    }
    eprintln!(
        "{kills} kills around a release: {nothing} before it was written, {all} after; each was then the same"
    );
}
