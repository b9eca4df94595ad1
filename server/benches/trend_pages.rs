//! What the pages of trends take over HTTP, beside what their queries and bytes alone take.
//!
//! `cargo bench -p server --bench trend_pages -- --database sqlite://data/large.db` reads a demo that was made
//! with `trivsel demo --teams 2000 --weeks 52 --no-serve --database sqlite://data/large.db`. Without a database
//! it makes one of 200 teams and 52 weeks for itself. The floor is a handler on the same server that runs the
//! statements which the page ran, row by row, and answers with the bytes which the page had. Page and floor
//! take turns on one kept connection; then 50 requests a second are sent to each, whether those before have
//! been answered or not, and timed from the moment they were due. Prints milliseconds and asserts nothing.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    dead_code,
    reason = "a benchmark prints and stops at the first surprise"
)]

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use clap::Parser;
use domain::AccountId;
use sea_orm::Statement;
use server::{
    config::{Config, ConfigArgs},
    web::{AppState, router},
};
use service::{
    Services,
    clock::SystemClock,
    db::{Db, Missing},
    demo,
};

#[path = "measures/http.rs"]
mod http;

use http::{ask, connect, floor, number, serve, timed};

/// Requests a second that nobody waits for.
const RATE: u32 = 50;
/// Kept connections among which these are dealt out.
const CONNECTIONS: usize = 16;

#[derive(Parser)]
struct Args {
    /// A demo to read
    #[arg(long)]
    database: Option<String>,
    /// Requests of each kind
    #[arg(long, default_value_t = 200)]
    requests: usize,
    /// Cargo says so
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(Parser)]
struct Settings {
    #[command(flatten)]
    config: ConfigArgs,
}

type Statements = Arc<Mutex<Vec<Statement>>>;

/// Requests at a steady rate, each timed from when it was due.
async fn steadily(address: SocketAddr, path: &str, cookie: &str, requests: usize) -> Vec<Duration> {
    let start = Instant::now() + Duration::from_millis(50);
    let askers = (0..CONNECTIONS).map(|first| {
        let (path, cookie) = (path.to_owned(), cookie.to_owned());
        tokio::spawn(async move {
            let mut connection = connect(address).await;
            let mut times = Vec::new();
            for place in (first..requests).step_by(CONNECTIONS) {
                let due = start + Duration::from_secs(1) / RATE * u32::try_from(place).unwrap();
                tokio::time::sleep_until(due.into()).await;
                ask(&mut connection, &path, &cookie).await;
                times.push(due.elapsed());
            }
            times
        })
    });
    let mut times = Vec::with_capacity(requests);
    for asker in askers.collect::<Vec<_>>() {
        times.extend(asker.await.unwrap());
    }
    times
}

/// Median and 95th percentile in milliseconds.
fn percentiles(times: &mut [Duration]) -> (f64, f64) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    (at(0.5), at(0.95))
}

fn print(name: &str, page: &mut [Duration], floor: &mut [Duration]) {
    let ((page50, page95), (floor50, floor95)) = (percentiles(page), percentiles(floor));
    println!(
        "{name:44} page p50 {page50:7.1} p95 {page95:7.1} ms   floor p50 {floor50:7.1} p95 {floor95:7.1} ms   floor/page {:.2}",
        floor50 / page50
    );
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let args = Args::parse();
    let folder = tempfile::tempdir().unwrap();
    let own = format!("sqlite://{}", folder.path().join("demo.db").display());
    let url = args.database.clone().unwrap_or(own);
    let db = Db::open(&url, if args.database.is_some() { Missing::Refuse } else { Missing::Create }).await;
    let mut services = Services::new(db.unwrap(), Arc::new(SystemClock));
    migrations::migrate(services.db.for_migrations()).await.unwrap();
    demo::create_of_size(&services, demo::Size { teams: 200, weeks: 52 }, |step| println!("{step}"))
        .await
        .unwrap();
    let heard = Statements::default();
    let plain = services.db.reader.clone();
    let listener = heard.clone();
    services = services.with_base(|base| {
        base.db.reader.set_metric_callback(move |info| {
            listener.lock().unwrap().push(info.statement.clone());
        });
    });
    let hr = number(&plain, "SELECT id FROM account WHERE login = 'hr@demo.example'").await;
    let token = service::sign_in::begin_session(&services, AccountId::new(hr), "bench").await.unwrap();
    let cookie = format!("trivsel={}", token.as_str());
    let root = number(&plain, "SELECT id FROM unit WHERE parent_id IS NULL").await;
    let team = number(&plain, "SELECT id FROM unit WHERE external_id = 'S1-T1'").await;
    let teams = number(&plain, "SELECT COUNT(*) FROM unit WHERE kind = 'team'").await;
    let rounds = number(&plain, "SELECT COUNT(*) FROM round WHERE state = 'released'").await;
    println!("{teams} teams, {rounds} released rounds, {} requests of each kind", args.requests);

    std::fs::write(
        folder.path().join("hash.txt"),
        "page: 0\njs: 1\nwasm: 2\nhintjs: 3\nhintwasm: 4\ncss: 5\n",
    )
    .unwrap();
    let settings = Settings::parse_from(["bench", "--site", folder.path().to_str().unwrap()]);
    let config = Config::load(&settings.config).unwrap();
    let pages = serve(router(AppState::new(services, &config), &config)).await;
    for (name, path) in [
        ("/trends of a team", format!("/trends?unit={team}")),
        ("/trends of the organisation", format!("/trends?unit={root}")),
        ("/today of the organisation", "/today".to_owned()),
    ] {
        let mut connection = connect(pages).await;
        ask(&mut connection, &path, &cookie).await;
        heard.lock().unwrap().clear();
        let bytes = ask(&mut connection, &path, &cookie).await;
        let same = heard.lock().unwrap().clone();
        println!("{name}: {} statements, {} bytes", same.len(), bytes.len());
        let floors = serve(floor(plain.clone(), same, bytes)).await;
        let mut bare = connect(floors).await;
        let (mut page, mut base) = (Vec::new(), Vec::new());
        for _ in 0..args.requests {
            page.push(timed(&mut connection, &path, &cookie).await);
            base.push(timed(&mut bare, "/floor", "").await);
        }
        print(&format!("{name}, one after another"), &mut page, &mut base);
        let mut page = steadily(pages, &path, &cookie, args.requests).await;
        let mut base = steadily(floors, "/floor", "", args.requests).await;
        print(&format!("{name}, {RATE} a second"), &mut page, &mut base);
    }
}
