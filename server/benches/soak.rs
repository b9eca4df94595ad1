//! Half an hour of everything at once: what each address takes, and whether memory, open files or the log grow.
//!
//! `cargo bench -p server --bench soak` makes a demo of two hundred teams, starts the program on it as a process of its
//! own and sends it twenty requests a second for thirty minutes, each at its moment whether or not those before it were
//! answered: what waits in a queue counts for how long it waits. `-- --minutes 2 --rate 50` does so for two minutes at
//! another pace. Prints the median, 95th and 99th hundredth and the longest time of each address, then memory, open files
//! and the log beside the database as they were in each tenth of the time, and what memory gained an hour in its second
//! half. It fails where anything was answered that a person would not expect. The times are for reading: another machine
//! has others.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark prints and stops at the first surprise"
)]

use std::{
    collections::{BTreeMap, VecDeque},
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::body::Bytes;
use clap::Parser;
use domain::{AccountId, RoundId};
use http_body_util::{BodyExt, Full};
use hyper::{Request, header};
use hyper_util::rt::TokioIo;
use service::{
    Services,
    clock::SystemClock,
    db::{Db, Missing},
    sign_in,
};
use tokio::net::TcpStream;

/// How young a form of a card may be that is sent.
const OPENED: Duration = Duration::from_secs(10);

#[derive(Parser)]
struct Args {
    /// For how long.
    #[arg(long, default_value_t = 30.0)]
    minutes: f64,
    /// Requests a second.
    #[arg(long, default_value_t = 20.0)]
    rate: f64,
    /// Teams of the demo.
    #[arg(long, default_value_t = 200)]
    teams: u32,
    /// What cargo says to every benchmark.
    #[arg(long, hide = true)]
    bench: bool,
}

/// What is sent. Forms that change something come with the page they stand on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Page(&'static str, &'static str),
    Ballot,
    LogCase,
    Acknowledge,
    OpenCard,
    SendCard,
}

/// Twenty requests, as a shop might send them: people who check in, the desk, and those who read.
const ROUND: [What; 20] = [
    What::Page("employee", "/check-in"),
    What::Ballot,
    What::OpenCard,
    What::Page("service", "/complaints"),
    What::LogCase,
    What::Acknowledge,
    What::Page("manager", "/today"),
    What::Page("employee", "/team"),
    What::Page("manager", "/trends"),
    What::SendCard,
    What::Page("service", "/complaints/new"),
    What::LogCase,
    What::Page("manager", "/actions"),
    What::Page("region", "/trends/link"),
    What::Acknowledge,
    What::Page("manager", "/comments"),
    What::Page("hr", "/trends/teams"),
    What::Page("hr", "/review"),
    What::Page("hr", "/trends/sites?kind=team"),
    What::Page("employee", "/help"),
];

impl What {
    const fn name(self) -> &'static str {
        match self {
            Self::Page(_, path) => path,
            Self::Ballot => "POST /check-in",
            Self::LogCase => "POST /complaints/new",
            Self::Acknowledge => "POST /complaints/{reference}",
            Self::OpenCard => "/card/{code}",
            Self::SendCard => "POST /card/{code}",
        }
    }
}

/// One answer.
struct Answer {
    status: u16,
    location: String,
    body: String,
}

/// What the requests need from each other, and what was measured.
struct Shop {
    address: SocketAddr,
    sessions: BTreeMap<&'static str, String>,
    round: i64,
    code: String,
    unit: i64,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Sessions of people who have not answered.
    voters: Vec<String>,
    /// Cases that nobody has acknowledged.
    cases: VecDeque<String>,
    /// Forms of the card, and since when they are open.
    forms: VecDeque<(Instant, String)>,
    times: BTreeMap<&'static str, Vec<Duration>>,
    /// What was answered otherwise than expected, and how often.
    surprises: BTreeMap<String, u64>,
}

impl Shop {
    /// One request on a connection of its own, from a network of its own.
    async fn send(&self, path: &str, session: &str, number: usize, form: Option<String>) -> Option<Answer> {
        let stream = TcpStream::connect(self.address).await.ok()?;
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.ok()?;
        tokio::spawn(connection);
        let request = Request::builder()
            .method(if form.is_some() { "POST" } else { "GET" })
            .uri(path)
            .header(header::HOST, "localhost")
            .header(header::COOKIE, format!("trivsel={session}"))
            .header("sec-fetch-site", "same-origin")
            .header(
                "x-forwarded-for",
                format!("10.{}.{}.{}", number >> 16 & 255, number >> 8 & 255, number & 255),
            )
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Full::<Bytes>::from(form.unwrap_or_default()))
            .unwrap();
        let answer = sender.send_request(request).await.ok()?;
        let location = answer.headers().get(header::LOCATION).and_then(|path| path.to_str().ok());
        let (status, location) = (answer.status().as_u16(), location.unwrap_or_default().to_owned());
        let body = answer.into_body().collect().await.ok()?.to_bytes();
        Some(Answer { status, location, body: String::from_utf8_lossy(&body).into_owned() })
    }

    /// Sends one of the round, and notes how long it took since its moment.
    async fn does(&self, what: What, number: usize, due: Instant) {
        let service = &self.sessions["service"];
        let (path, session, form) = match what {
            What::Page(who, path) => (path.to_owned(), self.sessions[who].clone(), None),
            What::Ballot => {
                let Some(voter) = self.state.lock().unwrap().voters.pop() else { return };
                let form = format!("round={}&key=soak-{number}&C1={}&C2=3", self.round, number % 5);
                ("/check-in".to_owned(), voter, Some(form))
            }
            What::LogCase => {
                let form = format!(
                    "token=soak-{number}&what=Kald+kaffe+{number}&category=product&channel=in_person&unit={}",
                    self.unit
                );
                ("/complaints/new".to_owned(), service.clone(), Some(form))
            }
            What::Acknowledge => {
                let Some(case) = self.state.lock().unwrap().cases.pop_front() else { return };
                (case, service.clone(), Some("version=1&act=acknowledge".to_owned()))
            }
            What::OpenCard => (format!("/card/{}", self.code), String::new(), None),
            What::SendCard => {
                let mut state = self.state.lock().unwrap();
                let is_ripe = |form: &(Instant, String)| form.0.elapsed() > OPENED;
                let Some((_, token)) = state.forms.pop_front_if(|form| is_ripe(form)) else { return };
                let form =
                    format!("token={token}&homepage=&voice_kind=compliment&what=Takk+for+hjelpen+{number}");
                (format!("/card/{}", self.code), String::new(), Some(form))
            }
        };
        let is_form = form.is_some();
        let answer = self.send(&path, &session, number, form).await;
        let took = due.elapsed();
        let mut state = self.state.lock().unwrap();
        state.times.entry(what.name()).or_default().push(took);
        let is_good = match (&answer, what) {
            (None, _) => false,
            (Some(answer), What::SendCard) => answer.status == 200,
            // Some people of the demo have answered before.
            (Some(answer), What::Ballot) => [303, 409].contains(&answer.status),
            (Some(answer), _) => answer.status == if is_form { 303 } else { 200 },
        };
        if !is_good {
            let status = answer.map_or_else(|| "no answer".to_owned(), |answer| answer.status.to_string());
            *state.surprises.entry(format!("{} {status}", what.name())).or_default() += 1;
            return;
        }
        let answer = answer.unwrap();
        match what {
            What::LogCase => state.cases.push_back(answer.location),
            What::OpenCard => {
                let token = answer.body.split("name=\"token\" value=\"").nth(1).unwrap();
                state.forms.push_back((Instant::now(), token.split('"').next().unwrap().to_owned()));
            }
            _ => {}
        }
    }
}

/// What the process holds at a moment.
#[derive(Clone, Copy)]
struct Held {
    after: Duration,
    memory: f64,
    files: usize,
    log: f64,
}

impl Held {
    fn read(process: u32, log: &Path, after: Duration) -> Self {
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().unwrap();
        Self {
            after,
            memory: kilobytes / 1024.0,
            files: fs::read_dir(format!("/proc/{process}/fd")).unwrap().count(),
            log: fs::metadata(log).map_or(0.0, |log| log.len() as f64 / 1024.0 / 1024.0),
        }
    }
}

/// Least squares: what memory gains an hour, in MiB.
fn slope(held: &[Held]) -> f64 {
    let of = |value: fn(&Held) -> f64| held.iter().map(value).sum::<f64>() / held.len() as f64;
    let hours = |held: &Held| held.after.as_secs_f64() / 3600.0;
    let (mean_hours, mean_memory) = (of(hours), of(|held| held.memory));
    let (mut covariance, mut variance) = (0.0, 0.0);
    for one in held {
        covariance += (hours(one) - mean_hours) * (one.memory - mean_memory);
        variance += (hours(one) - mean_hours).powi(2);
    }
    covariance / variance
}

/// The program on a demo of its own, ended when it goes out of sight.
struct Program {
    child: Child,
    address: SocketAddr,
}

impl Program {
    fn start(database: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_trivsel"))
            .args(["--database", database, "--listen", "127.0.0.1:0", "--trusted-proxies", "1"])
            .args(["--site", concat!(env!("CARGO_MANIFEST_DIR"), "/../target/site"), "serve"])
            .env("TRIVSEL_LOG", "off")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("listening on ").nth(1).unwrap_or_else(|| panic!("{line}"));
        Self { child, address: address.split(')').next().unwrap().parse().unwrap() }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sessions of everybody who takes part, a card and a unit of the demo.
async fn shop(services: &Services, address: SocketAddr) -> Shop {
    let db = &services.db.reader;
    let session = async |account: i64| {
        let session = sign_in::begin_session(services, AccountId::new(account), "soak").await.unwrap();
        session.as_str().to_owned()
    };
    let mut sessions = BTreeMap::new();
    for who in ["employee", "manager", "region", "service", "hr"] {
        let sql = "SELECT id FROM account WHERE login = $1";
        let account =
            base::db::value(db, sql, [format!("{who}@demo.example").into()]).await.unwrap().unwrap();
        sessions.insert(who, session(account).await);
    }
    let number = async |sql: &str| base::db::value::<i64>(db, sql, []).await.unwrap().unwrap();
    let open: RoundId =
        base::db::value(db, "SELECT id FROM round WHERE state = 'open'", []).await.unwrap().unwrap();
    // Accounts that nobody has opened yet, opened now, so that whole shifts can answer.
    let sql = "SELECT a.id FROM account a JOIN roll r ON r.person_id = a.person_id
               WHERE r.round_id = $1 AND NOT r.by_code AND a.state IN ('new', 'invited') ORDER BY a.id";
    let people = base::db::column::<i64>(db, sql, [open.into()]).await.unwrap();
    let all = "UPDATE account SET state = 'active' WHERE state IN ('new', 'invited')";
    base::db::execute(services.db.writer(), all, []).await.unwrap();
    let mut voters = Vec::new();
    for account in people {
        voters.push(session(account).await);
    }
    let card = "SELECT code FROM card_code WHERE revoked_on IS NULL ORDER BY id LIMIT 1";
    Shop {
        address,
        sessions,
        round: number("SELECT number FROM round WHERE state = 'open'").await,
        code: base::db::value(db, card, []).await.unwrap().unwrap(),
        unit: number("SELECT unit_id FROM card_code WHERE revoked_on IS NULL ORDER BY id LIMIT 1").await,
        state: Mutex::new(State { voters, ..State::default() }),
    }
}

fn print(state: &State, held: &[Held]) {
    println!("| address | times | median | 95 % | 99 % | longest |");
    println!("|---|---|---|---|---|---|");
    for (name, times) in &state.times {
        let mut times: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1e3).collect();
        times.sort_by(f64::total_cmp);
        let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
        let [median, p95, p99, longest] = [0.5, 0.95, 0.99, 1.0].map(at);
        println!(
            "| {name} | {} | {median:.1} ms | {p95:.1} ms | {p99:.1} ms | {longest:.1} ms |",
            times.len()
        );
    }
    println!("\n| after | memory | open files | log |\n|---|---|---|---|");
    for one in held.iter().step_by((held.len() / 10).max(1)) {
        let minutes = one.after.as_secs_f64() / 60.0;
        println!("| {minutes:.1} min | {:.1} MiB | {} | {:.1} MiB |", one.memory, one.files, one.log);
    }
    println!("\nmemory gained {:.1} MiB an hour in the second half", slope(&held[held.len() / 2..]));
}

#[tokio::main]
async fn main() {
    let args = Args::parse();
    let folder = tempfile::tempdir().unwrap();
    let file: PathBuf = folder.path().join("soak.db");
    let database = format!("sqlite://{}", file.display());
    let made = Command::new(env!("CARGO_BIN_EXE_trivsel"))
        .args(["--database", &database, "demo", "--no-serve", "--teams", &args.teams.to_string()])
        .args(["--weeks", "52"])
        .env("TRIVSEL_LOG", "off")
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(made.success(), "no demo");
    let db = Db::open(&database, Missing::Refuse).await.unwrap();
    let services = Services::new(db, Arc::new(SystemClock));
    let program = Program::start(&database);
    let shop = Arc::new(shop(&services, program.address).await);
    println!("{} requests a second for {} minutes, {} teams\n", args.rate, args.minutes, args.teams);
    let (began, lasts) = (Instant::now(), Duration::from_secs_f64(60.0 * args.minutes));
    let log = PathBuf::from(format!("{}-wal", file.display()));
    let (mut held, mut under_way) = (Vec::new(), Vec::new());
    for number in 0.. {
        let due = began + Duration::from_secs_f64(number as f64 / args.rate);
        if due - began > lasts {
            break;
        }
        tokio::time::sleep_until(due.into()).await;
        let shop = shop.clone();
        under_way
            .push(tokio::spawn(async move { shop.does(ROUND[number % ROUND.len()], number, due).await }));
        if began.elapsed() >= lasts.mul_f64(held.len() as f64 / 100.0) {
            held.push(Held::read(program.child.id(), &log, began.elapsed()));
        }
    }
    for one in under_way {
        one.await.unwrap();
    }
    let state = shop.state.lock().unwrap();
    print(&state, &held);
    assert!(state.surprises.is_empty(), "{:?}", state.surprises);
}
