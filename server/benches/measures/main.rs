//! The measures by which Trivsel is called fast: each figure beside the least that the same work could cost, taken in
//! turns in one run.
//!
//! `cargo bench -p server --bench measures` makes a demo of 16 teams and 52 weeks and prints a table; `-- --size m` takes
//! 200 teams and 104 weeks, `l` 2,000 and 156. `--only 2,5` takes some of the measures, `--database` a demo that was made
//! before. Medians, ratios of medians, and what is asked of each ratio; nothing is asserted, the figures are for reading.
//!
//! * `pages`: casting (1), a trend (2), an overview (3); `cases`: a complaint and its sums (4); `files`: CSV (5), a
//!   workbook (6), the review as PDF (7); `pure`: a chart (8), the link (9); `imports`: a file of complaints (10);
//!   `start`: the weight of the check-in page (11), the start and the memory (12).

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a benchmark prints and stops at the first surprise"
)]

mod cases;
mod files;
mod http;
mod imports;
mod pages;
mod pure;
mod start;

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use clap::{Parser, ValueEnum};
use domain::AccountId;
use sea_orm::Statement;
use server::config::{Config, ConfigArgs};
use service::{
    Services,
    clock::SystemClock,
    db::{Db, Missing, Pool},
    demo,
};

#[derive(Parser)]
struct Args {
    /// How large the organisation is
    #[arg(long, value_enum, default_value_t = Size::S)]
    size: Size,
    /// Numbers of measures, such as 2,5; all when left out
    #[arg(long, value_delimiter = ',')]
    only: Vec<u8>,
    /// A demo to read; it is written to
    #[arg(long)]
    database: Option<String>,
    /// Start a bare server on this database instead: the floor of measure 12
    #[arg(long, hide = true)]
    bare_server: Option<String>,
    /// Cargo says so
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Size {
    S,
    M,
    L,
}

impl Size {
    const fn demo(self) -> demo::Size {
        match self {
            Self::S => demo::Size { teams: 16, weeks: 52 },
            Self::M => demo::Size { teams: 200, weeks: 104 },
            Self::L => demo::Size { teams: 2000, weeks: 156 },
        }
    }

    /// Rows of the file that is imported.
    const fn rows(self) -> u64 {
        match self {
            Self::S => 50_000,
            Self::M => 500_000,
            Self::L => 5_000_000,
        }
    }
}

#[derive(Parser)]
struct Settings {
    #[command(flatten)]
    config: ConfigArgs,
}

/// A figure with its floor.
struct Figure {
    number: u8,
    what: &'static str,
    figure: f64,
    floor: Option<f64>,
    unit: &'static str,
    /// What is asked of the ratio, or of the figure.
    asked: &'static str,
}

impl Figure {
    fn print(&self) {
        let floor = self.floor.map_or_else(|| "–".to_owned(), |floor| format!("{floor:.2}"));
        let ratio = self.floor.map_or_else(|| "–".to_owned(), |floor| format!("{:.2}", self.figure / floor));
        println!(
            "| {} | {} | {floor} | {:.2} | {} | {ratio} | {} |",
            self.number, self.what, self.figure, self.unit, self.asked
        );
    }
}

/// What the measures stand on.
struct Ground {
    size: Size,
    folder: tempfile::TempDir,
    url: String,
    services: Services,
    /// Every statement that the reader was given since it was last emptied.
    heard: Arc<Mutex<Vec<Statement>>>,
    /// The same reader, unheard.
    plain: Pool,
}

impl Ground {
    async fn make(args: &Args) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let own = format!("sqlite://{}", folder.path().join("demo.db").display());
        let url = args.database.clone().unwrap_or(own);
        let missing = if args.database.is_some() { Missing::Refuse } else { Missing::Create };
        let db = Db::open(&url, missing).await.unwrap();
        migrations::migrate(db.for_migrations()).await.unwrap();
        let services = Services::new(db, Arc::new(SystemClock));
        demo::create_of_size(&services, args.size.demo(), |_| {}).await.unwrap();
        let (heard, plain) = (Arc::<Mutex<Vec<Statement>>>::default(), services.db.reader.clone());
        let listener = heard.clone();
        let services = services.with_base(|base| {
            base.db.reader.set_metric_callback(move |info| {
                listener.lock().unwrap().push(info.statement.clone());
            });
        });
        let names = "page: 0\njs: 1\nwasm: 2\nhintjs: 3\nhintwasm: 4\ncss: 5\n";
        std::fs::write(folder.path().join("hash.txt"), names).unwrap();
        std::fs::write(folder.path().join("sw.js"), "").unwrap();
        Self { size: args.size, folder, url, services, heard, plain }
    }

    fn config(&self) -> Config {
        let site = self.folder.path().to_str().unwrap();
        Config::load(&Settings::parse_from(["bench", "--site", site]).config).unwrap()
    }

    /// The cookie of a session of this account of the demo.
    async fn cookie(&self, login: &str) -> String {
        let sql = format!("SELECT id FROM account WHERE login = '{login}@demo.example'");
        let account = AccountId::new(http::number(&self.plain, &sql).await);
        let token = service::sign_in::begin_session(&self.services, account, "bench").await.unwrap();
        format!("trivsel={}", token.as_str())
    }

    /// Whoever signs in so.
    async fn actor(&self, login: &str) -> service::Actor {
        let cookie = self.cookie(login).await;
        let token = cookie.trim_start_matches("trivsel=");
        service::sign_in::actor(&self.services, token).await.unwrap().unwrap()
    }
}

/// The median in milliseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

/// Both in turns; their medians.
fn in_turns(times: usize, mut figure: impl FnMut(), mut floor: impl FnMut()) -> (f64, f64) {
    let time = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let (mut ours, mut least) = (Vec::new(), Vec::new());
    for _ in 0..times {
        ours.push(time(&mut figure));
        least.push(time(&mut floor));
    }
    (median(ours), median(least))
}

/// Memory of a process in MiB: what it has, or (`VmHWM`) the most it had.
fn memory(process: &str, field: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field)).unwrap_or("0");
    line.trim_start_matches(':')
        .split_whitespace()
        .next()
        .and_then(|kb| kb.parse::<f64>().ok())
        .unwrap_or(0.0)
        / 1024.0
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let args = Args::parse();
    if let Some(url) = &args.bare_server {
        return start::serve_bare(url).await;
    }
    let is_asked = |number: u8| args.only.is_empty() || args.only.contains(&number);
    let ground = Ground::make(&args).await;
    let size = ground.size.demo();
    println!("{} teams, {} weeks; medians of runs in turns", size.teams, size.weeks);
    println!("| # | measure | floor | figure | unit | ratio | asked |\n|---|---|---|---|---|---|---|");
    if is_asked(1) {
        pages::casting().await;
    }
    if is_asked(2) || is_asked(3) {
        pages::pages(&ground, is_asked(2), is_asked(3)).await;
    }
    if is_asked(4) {
        cases::complaints(&ground).await;
    }
    if is_asked(5) {
        files::history(&ground).await;
    }
    if is_asked(6) {
        files::workbook();
    }
    if is_asked(7) {
        files::review(&ground).await;
    }
    if is_asked(8) {
        pure::chart();
    }
    if is_asked(9) {
        pure::link();
    }
    if is_asked(10) {
        imports::complaints(&ground).await;
    }
    if is_asked(11) {
        start::weight();
    }
    if is_asked(12) {
        start::start(&ground);
    }
}
