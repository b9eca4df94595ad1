//! What a phone loads, and what a start costs.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::Instant,
};

use axum::{Router, routing::get};
use base::db::exists;
use service::db::{Db, Missing};

use super::{Figure, Ground, http, memory};

const TIMES: usize = 5;

/// Script and wasm of the check-in page, as they are sent to a browser that takes brotli.
pub(crate) fn weight() {
    let site = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/site"));
    let Ok(names) = std::fs::read_to_string(site.join("hash.txt")) else {
        println!("| 11 | the check-in page: build the site first | – | – | kB | – | ≤ 80 kB |");
        return;
    };
    let bytes: u64 = [("page", "js"), ("hintjs", "js"), ("hintwasm", "wasm")]
        .into_iter()
        .map(|(name, ending)| {
            let hash = names.lines().find_map(|line| line.strip_prefix(&format!("{name}: "))).unwrap();
            let file = format!("trivsel.{hash}.{ending}.br");
            let found =
                [site.join("pkg").join(&file), site.join(&file)].into_iter().find(|path| path.exists());
            found.unwrap().metadata().unwrap().len()
        })
        .sum();
    Figure {
        number: 11,
        what: "script and wasm of the check-in page",
        figure: bytes as f64 / 1000.0,
        floor: None,
        unit: "kB",
        asked: "≤ 80 kB",
    }
    .print();
}

/// A server that opens the database and answers, and nothing else.
pub(crate) async fn serve_bare(url: &str) {
    let db = Db::open(url, Missing::Refuse).await.unwrap();
    let answer = move || {
        let db = db.clone();
        async move { exists(&db.reader, "SELECT 1 AS one FROM unit LIMIT 1", []).await.unwrap().to_string() }
    };
    let address = http::serve(Router::new().route("/sign-in", get(answer))).await;
    println!("listening on http://{address} (bare)");
    std::future::pending::<()>().await;
}

/// Starts a server and waits for its first page; milliseconds, and MiB afterwards.
fn first_page(mut command: Command) -> (f64, f64) {
    let start = Instant::now();
    let mut child: Child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    // Letters are printed where no mail server is named: nobody is to wait for a reader.
    let reader = std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
    let address = line.split("listening on ").nth(1).unwrap().trim_start_matches("http://");
    let address = address.split([')', ' ', ';']).next().unwrap().to_owned();
    let mut stream = TcpStream::connect(&address).unwrap();
    write!(stream, "GET /sign-in HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let took = start.elapsed().as_secs_f64() * 1000.0;
    let resident = memory(&child.id().to_string(), "VmRSS");
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap().unwrap();
    (took, resident)
}

pub(crate) fn start(ground: &Ground) {
    let (mut ours, mut least) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trivsel"));
        command.args(["--database", &ground.url, "--listen", "127.0.0.1:0"]);
        command.args(["--site", ground.folder.path().to_str().unwrap(), "serve"]).env("TRIVSEL_LOG", "off");
        ours.push(first_page(command));
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--bare-server", &ground.url]);
        least.push(first_page(command));
    }
    let middle = |runs: &[(f64, f64)], of: fn(&(f64, f64)) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    for (what, of, unit, asked) in [
        (
            "start to the first page",
            (|run: &(f64, f64)| run.0) as fn(&(f64, f64)) -> f64,
            "ms",
            "≤ 3, ≤ 150 ms",
        ),
        ("memory after it", |run: &(f64, f64)| run.1, "MiB", "≤ 2, ≤ 60 MiB"),
    ] {
        let (figure, floor) = (middle(&ours, of), Some(middle(&least, of)));
        Figure { number: 12, what, figure, floor, unit, asked }.print();
    }
}
