//! What ten thousand cards in a minute cost everybody else, from one network address and from five hundred.
//!
//! `cargo bench -p server --bench cards_flood` starts the server on a port of its own with an empty database, and sends
//! cards by the code of a poster, a sixtieth of them each second, while somebody at the desk goes on writing down
//! complaints. Prints how many cards were taken, how long the desk's form took in calm and during the flood, and the memory
//! of the process; `SECONDS=10` makes it a sixth of the minute, and of the cards. It fails where more than ten cards were
//! taken from one address. The times are for reading: another machine has others.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark prints and stops at the first surprise"
)]

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use clap::Parser;
use domain::Role;
use sea_orm::{ConnectionTrait, Statement};
use server::{
    config::{Config, ConfigArgs},
    web::{AppState, connections, router},
};
use service::{
    Services,
    clock::SystemClock,
    db::{Db, Missing},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// Cards a minute.
const CARDS: u64 = 10_000;
/// What one address may send in an hour.
const SHARE: i64 = 10;
const CODE: &str = "2345ABCD";
const PASSWORD: &str = "regn over fjellet";

#[derive(Parser)]
struct Args {
    #[command(flatten)]
    config: ConfigArgs,
}

/// What stands for the status of a connection that ended without an answer.
const TURNED_AWAY: &str = "turned away without an answer";

struct Answer {
    status: String,
    text: String,
}

/// One request on a connection of its own.
async fn request(address: SocketAddr, head: &str, body: &str) -> Answer {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let text =
        format!("{head}Host: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let mut answer = Vec::new();
    // A server that has too many connections ends some without an answer.
    let is_heard =
        stream.write_all(text.as_bytes()).await.is_ok() && stream.read_to_end(&mut answer).await.is_ok();
    let text = String::from_utf8_lossy(&answer).into_owned();
    let status = match is_heard {
        true => text.lines().next().unwrap_or_default().to_owned(),
        false => TURNED_AWAY.to_owned(),
    };
    Answer { status, text }
}

async fn post(address: SocketAddr, path: &str, from: &str, cookie: &str, body: &str) -> Answer {
    let head = format!(
        "POST {path} HTTP/1.1\r\nX-Forwarded-For: {from}\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n"
    );
    request(address, &head, body).await
}

/// Writes complaints down at the desk, one after another, for so long.
async fn desk(address: SocketAddr, cookie: Arc<str>, lasts: Duration, round: &'static str) -> Vec<Duration> {
    let (mut times, start) = (Vec::new(), Instant::now());
    while start.elapsed() < lasts {
        let body = format!(
            "what=At+the+desk+{round}+{}&category=waiting&channel=phone&severity=normal&unit=1&happened_on=",
            times.len()
        );
        let begun = Instant::now();
        // Whoever is turned away, or told that the database is busy, presses once more; that counts for how long it took.
        let answer = loop {
            let answer = post(address, "/complaints/new", "198.51.100.1", &cookie, &body).await;
            if answer.status != TURNED_AWAY && !answer.status.contains("503") {
                break answer;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        };
        assert!(answer.status.contains("303"), "{}: {}", answer.status, answer.text);
        times.push(begun.elapsed());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    times
}

/// Sends cards at an even pace from so many addresses; gives the answers' status lines with how often each came.
async fn flood(
    address: SocketAddr,
    token: &str,
    lasts: Duration,
    addresses: u64,
    network: u8,
) -> BTreeMap<String, u64> {
    let cards = CARDS * lasts.as_secs() / 60;
    let start = Instant::now();
    let mut sent = Vec::new();
    for card in 0..cards {
        let due = start + lasts.mul_f64(card as f64 / cards as f64);
        tokio::time::sleep_until(due.into()).await;
        let one = card % addresses;
        let from = format!("10.{network}.{}.{}", one / 250, one % 250 + 1);
        let body = format!("token={token}&homepage=&voice_kind=complaint&what=Card+{network}+number+{card}");
        sent.push(tokio::spawn(async move {
            post(address, &format!("/card/{CODE}"), &from, "", &body).await.status
        }));
    }
    let mut statuses = BTreeMap::new();
    for answer in sent {
        *statuses.entry(answer.await.unwrap()).or_insert(0) += 1;
    }
    println!("  {cards} cards in {:.0} s from {addresses} address(es)", start.elapsed().as_secs_f64());
    statuses
}

/// Prints how long it took and gives the ninety-fifth percentile in milliseconds.
fn print(name: &str, mut times: Vec<Duration>) -> f64 {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!(
        "{name:42} n {:4}   p50 {:7.1} ms   p95 {:7.1} ms   max {:7.1} ms",
        times.len(),
        at(0.5),
        at(0.95),
        at(1.0)
    );
    at(0.95)
}

/// A line of this process's memory, in MiB.
fn memory(line: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = status
        .lines()
        .find(|l| l.starts_with(line))
        .and_then(|l| l.split_whitespace().nth(1)?.parse::<f64>().ok());
    kib.unwrap_or(f64::NAN) / 1024.0
}

async fn number(services: &Services, sql: &str) -> i64 {
    let db = &services.db.reader;
    let row =
        db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let seconds = std::env::var("SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(60);
    let lasts = Duration::from_secs(seconds);
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("flood.db").display());
    let db = Db::open(&url, Missing::Create).await.unwrap();
    migrations::migrate(db.for_migrations()).await.unwrap();
    let services = Services::new(db, Arc::new(SystemClock));
    service::set_up(services.db.writer(), "Flood", false).await.unwrap();
    service::sign_in::create_account(
        &services.people,
        "desk@example.org",
        "Desk",
        Role::Service,
        "ROOT",
        PASSWORD,
    )
    .await
    .unwrap();
    let code = format!(
        "INSERT INTO card_code (unit_id, code, place, made_on) VALUES (1, '{CODE}', 'door', '2026-01-01')"
    );
    services.db.writer().execute_unprepared(&code).await.unwrap();
    std::fs::write(
        folder.path().join("hash.txt"),
        "page: 0\njs: 1\nwasm: 2\nhintjs: 3\nhintwasm: 4\ncss: 5\n",
    )
    .unwrap();
    // The address that a proxy names is the one that counts.
    let args =
        Args::parse_from(["flood", "--trusted-proxies", "1", "--site", folder.path().to_str().unwrap()]);
    let config = Config::load(&args.config).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let app = router(AppState::new(services.clone(), &config), &config);
    tokio::spawn(connections::serve(listener, app, connections::Limits::of(&config), std::future::pending()));

    let body = format!("login=desk%40example.org&password={}&next=%2F", PASSWORD.replace(' ', "+"));
    let answer = post(address, "/sign-in", "198.51.100.1", "", &body).await;
    let cookies: Vec<&str> = answer
        .text
        .lines()
        .filter_map(|line| line.strip_prefix("set-cookie: "))
        .filter_map(|cookie| cookie.split(';').next())
        .collect();
    let cookie: Arc<str> = cookies.join("; ").into();
    let page = request(address, &format!("GET /card/{CODE} HTTP/1.1\r\n"), "").await.text;
    let token = page.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let token = token.unwrap_or_else(|| panic!("no form in {page}")).to_owned();
    tokio::time::sleep(Duration::from_secs(3)).await;

    let quiet = Duration::from_secs((seconds / 3).max(5));
    let calm = print("the desk's form, in calm", desk(address, cookie.clone(), quiet, "calm").await);
    let before = memory("VmRSS");
    for (addresses, network, round) in [(1, 1, "one"), (500, 2, "many")] {
        let taken = number(&services, "SELECT COUNT(*) FROM complaint WHERE source IS NOT NULL").await;
        let others = tokio::spawn(desk(address, cookie.clone(), lasts, round));
        let statuses = flood(address, &token, lasts, addresses, network).await;
        let name = format!("the desk's form, cards from {addresses} address(es)");
        let during = print(&name, others.await.unwrap());
        println!("  p95 is {:.2} times the calm one", during / calm);
        for (status, count) in statuses {
            println!("  {count:5} × {status}");
        }
        let taken =
            number(&services, "SELECT COUNT(*) FROM complaint WHERE source IS NOT NULL").await - taken;
        let held = number(&services, "SELECT COUNT(*) FROM complaint WHERE in_burst").await;
        println!("  {taken} cards taken; {held} held back until somebody decides");
        println!(
            "  memory {before:.0} MiB before, {:.0} MiB now, at most {:.0} MiB",
            memory("VmRSS"),
            memory("VmHWM")
        );
        let most = SHARE * i64::try_from(addresses).unwrap();
        assert!(taken <= most, "{taken} cards taken where {most} are the most");
    }
}
