//! What two hundred sign-ins at the same time cost everybody else.
//!
//! `cargo bench -p server --bench sign_in_storm` starts the server on a port of its own with an empty
//! database, sends 200 wrong passwords for 200 accounts at once, and meanwhile asks for a page again
//! and again. Prints how long the page took before and during the storm, and the memory of the process.
//! Nothing is asserted: the figures are for reading.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints and stops at the first surprise"
)]

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use clap::Parser;
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

const STORM: usize = 200;

#[derive(Parser)]
struct Args {
    #[command(flatten)]
    config: ConfigArgs,
}

/// One request on a connection of its own; gives the status line and how long it took.
async fn request(address: SocketAddr, head: &str, body: &str) -> (String, Duration) {
    let start = Instant::now();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let text =
        format!("{head}Host: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let answer = String::from_utf8_lossy(&answer);
    (answer.lines().next().unwrap_or_default().to_owned(), start.elapsed())
}

async fn pages(address: SocketAddr, count: usize) -> Vec<Duration> {
    let mut times = Vec::with_capacity(count);
    for _ in 0..count {
        let (status, time) = request(address, "GET /help HTTP/1.1\r\n", "").await;
        assert!(status.contains("200"), "{status}");
        times.push(time);
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    times
}

fn print(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!(
        "{name:34} n {:4}   p50 {:7.1} ms   p99 {:7.1} ms   max {:7.1} ms",
        times.len(),
        at(0.5),
        at(0.99),
        at(1.0)
    );
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

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("storm.db").display());
    let db = Db::open(&url, Missing::Create).await.unwrap();
    migrations::migrate(db.for_migrations()).await.unwrap();
    let services = Services::new(db, Arc::new(SystemClock));
    service::set_up(services.db.writer(), "Storm", false).await.unwrap();
    std::fs::write(
        folder.path().join("hash.txt"),
        "page: 0\njs: 1\nwasm: 2\nhintjs: 3\nhintwasm: 4\ncss: 5\n",
    )
    .unwrap();
    // Each sign-in of the storm comes from an address of its own, or most would be turned away unheard.
    let args =
        Args::parse_from(["storm", "--trusted-proxies", "1", "--site", folder.path().to_str().unwrap()]);
    let config = Config::load(&args.config).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let app = router(AppState::new(services, &config), &config);
    tokio::spawn(connections::serve(listener, app, connections::Limits::of(&config), std::future::pending()));

    print("a page, nobody signing in", pages(address, 200).await);
    let calm = memory("VmRSS");
    let storm: Vec<_> = (0..STORM)
        .map(|number| {
            let body = format!("login=somebody{number}%40example.org&password=regn+over+fjellet+{number}&next=%2F");
            tokio::spawn(async move {
                let head = format!("POST /sign-in HTTP/1.1\r\nX-Forwarded-For: 192.0.2.{number}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n");
                request(address, &head, &body).await
            })
        })
        .collect();
    let others = tokio::spawn(pages(address, 200));
    let mut times = Vec::new();
    let mut statuses = std::collections::BTreeMap::new();
    for attempt in storm {
        let (status, time) = attempt.await.unwrap();
        *statuses.entry(status).or_insert(0) += 1;
        times.push(time);
    }
    print("a page, during the storm", others.await.unwrap());
    print("a sign-in of the storm", times);
    for (status, count) in statuses {
        println!("{count:4} × {status}");
    }
    println!("memory before {calm:.0} MiB, at most {:.0} MiB", memory("VmHWM"));
}
