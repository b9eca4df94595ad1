//! A server killed while ballots are cast: what was acknowledged is counted, once.
//!
//! `TRIVSEL_KILLS=200 cargo test -p server kill -- --nocapture` kills it so many times and prints the counts; without
//! it, three times.

use domain::AccountId;
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
    time::Duration,
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
            today - Days::new(1),
            today + Days::new(5),
            today + Days::new(90)
        ),
    ];
    for statement in statements {
        run(&services, &statement).await;
    }
    roll::write(services.db.writer(), 1, today - Days::new(1)).await.unwrap();
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
    std::fs::write(folder.path().join("hash.txt"), "js: 1\nwasm: 2\ncss: 3\n").unwrap();
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
