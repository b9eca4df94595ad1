//! The program as a process of its own, on a database prepared for it, and forms sent to it.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use base::keys::Keys;
use chrono::Days;
use domain::{AccountId, RoundId};
use service::{
    Services,
    clock::SystemClock,
    db::{Db, Missing},
    rounds::roll,
    sign_in,
};

use crate::common::run;

/// What the program looks for in its site: names of files, and the service worker.
pub(crate) fn write_site(folder: &Path) {
    std::fs::write(folder.join("hash.txt"), "page: 0\njs: 1\nwasm: 2\nhintjs: 3\nhintwasm: 4\ncss: 5\n")
        .unwrap();
    std::fs::write(folder.join("sw.js"), "").unwrap();
}

/// A team in an open round on an SQLite file; a session for each of its people.
pub(crate) async fn prepare(file: &Path, people: usize) -> (Services, Vec<String>) {
    prepare_since(file, people, 1).await
}

/// The same, with a round that began so many days ago.
pub(crate) async fn prepare_since(file: &Path, people: usize, days_ago: u64) -> (Services, Vec<String>) {
    let db = Db::open(&format!("sqlite://{}", file.display()), Missing::Create).await.unwrap();
    prepare_on(db, None, people, days_ago).await
}

/// The same on any fresh database; the keys of its ballots beside it unless they are elsewhere.
pub(crate) async fn prepare_on(
    db: Db,
    keys: Option<Keys>,
    people: usize,
    days_ago: u64,
) -> (Services, Vec<String>) {
    migrations::migrate(db.for_migrations()).await.unwrap();
    let mut services = Services::new(db, Arc::new(SystemClock));
    if let Some(keys) = keys {
        services = services.with_keys(keys);
    }
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
    roll::write(services.db.writer(), RoundId::new(1), today - Days::new(days_ago)).await.unwrap();
    // As whatever opens rounds does it: keys are there before the first ballot.
    service::rounds::open_due(&services, today).await.unwrap();
    let mut tokens = Vec::with_capacity(people);
    for account in 1..=i64::try_from(people).unwrap() {
        let token = sign_in::begin_session(&services, AccountId::new(account), "test").await.unwrap();
        tokens.push(token.as_str().to_owned());
    }
    (services, tokens)
}

/// The program that is tested.
pub(crate) fn trivsel() -> Command {
    Command::new(env!("CARGO_BIN_EXE_trivsel"))
}

pub(crate) fn start(file: &Path, site: &Path) -> (Child, String) {
    start_by(trivsel(), file, site)
}

/// Starts a server on this file by a command; gives it with its address.
pub(crate) fn start_by(command: Command, file: &Path, site: &Path) -> (Child, String) {
    start_on(command, &format!("sqlite://{}", file.display()), site)
}

/// Starts a server on any database by a command; gives it with its address.
pub(crate) fn start_on(mut command: Command, database: &str, site: &Path) -> (Child, String) {
    let mut child = command
        .args(["--database", database, "--listen", "127.0.0.1:0"])
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

/// Posts a form; gives the whole answer, empty when there is none.
pub(crate) fn post_form(address: &str, path: &str, token: &str, body: &str) -> String {
    let form =
        format!("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n", body.len());
    send(address, &format!("POST {path}"), token, &form, body)
}

/// Asks for a page; gives the whole answer, empty when there is none.
pub(crate) fn get_page(address: &str, path: &str, token: &str) -> String {
    send(address, &format!("GET {path}"), token, "", "")
}

pub(crate) fn send(address: &str, what: &str, token: &str, more: &str, body: &str) -> String {
    let exchange = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        write!(
            stream,
            "{what} HTTP/1.1\r\nHost: {address}\r\nCookie: trivsel={token}\r\nSec-Fetch-Site: same-origin\r\n\
             {more}Connection: close\r\n\r\n{body}"
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    exchange().unwrap_or_default()
}
