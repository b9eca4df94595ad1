//! What answers cost that nobody reads. Measured, not judged:
//!
//! `TRIVSEL_UNREAD=400 cargo test -p server --test all unread -- --ignored --nocapture`

use domain::AccountId;
use std::time::{Duration, Instant};

use tokio::{
    io::AsyncWriteExt,
    net::{TcpSocket, TcpStream},
};

use service::sign_in;

use crate::{
    common::{number, run},
    running::{prepare, start, write_site},
};

/// Larger than what the system itself holds of an answer on its way, a few megabytes here, so that the
/// server is left with the rest.
const ANSWER: usize = 16 * 1024 * 1024;

/// Memory of a process in MiB.
fn memory(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}

/// Sockets a process holds.
fn sockets(process: u32) -> usize {
    let files = std::fs::read_dir(format!("/proc/{process}/fd")).unwrap();
    files
        .filter_map(|file| std::fs::read_link(file.unwrap().path()).ok())
        .filter(|target| target.starts_with("socket:") || target.to_string_lossy().starts_with("socket:"))
        .count()
}

async fn ask_and_never_read(address: &str) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    let mut stream = socket.connect(address.parse().unwrap()).await.unwrap();
    let query = "9".repeat(3900);
    // A connection that was turned away is part of the measurement.
    let _ =
        stream.write_all(format!("GET /pkg/large.js?q={query} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes()).await;
    stream
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement"]
async fn answers_that_nobody_reads() {
    let connections: usize = std::env::var("TRIVSEL_UNREAD").map_or(400, |number| number.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    write_site(folder.path());
    std::fs::create_dir(folder.path().join("pkg")).unwrap();
    std::fs::write(folder.path().join("pkg/large.js"), vec![b'x'; ANSWER]).unwrap();
    let file = folder.path().join("unread.db");
    let _ = prepare(&file, 1).await;
    let (mut child, address) = start(&file, folder.path());
    let process = child.id();
    drop(ask_and_never_read(&address).await);
    tokio::time::sleep(Duration::from_secs(1)).await;
    let (calm, usual) = (memory(process), sockets(process));
    eprintln!("before: {calm:.1} MiB, {usual} sockets");
    let begun = Instant::now();
    let mut unread = Vec::with_capacity(connections);
    for _ in 0..connections {
        unread.push(ask_and_never_read(&address).await);
    }
    eprintln!("{connections} requests sent in {:.1?}", begun.elapsed());
    let (begun, mut most, mut held) = (Instant::now(), calm, 0);
    while begun.elapsed() < Duration::from_secs(120) {
        tokio::time::sleep(Duration::from_millis(250)).await;
        most = memory(process).max(most);
        held = held.max(sockets(process).saturating_sub(usual));
        if sockets(process) <= usual {
            break;
        }
    }
    eprintln!("most held: {held} connections; most memory: {most:.1} MiB (+{:.1})", most - calm);
    let left = sockets(process).saturating_sub(usual);
    eprintln!("{left} left after {:.1?}; memory then: {:.1} MiB", begun.elapsed(), memory(process));
    drop(unread);
    child.kill().unwrap();
    child.wait().unwrap();
}

/// The most that the memory may grow, in MiB.
const ALLOWED: f64 = 50.0;

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn twelve_pages_of_a_file_of_one_line_that_nobody_reads_cost_little() {
    use tokio::io::AsyncReadExt;
    let folder = tempfile::tempdir().unwrap();
    write_site(folder.path());
    let file = folder.path().join("pages.db");
    let (services, _) = prepare(&file, 1).await;
    let admin = sign_in::create_account(
        &services.people,
        "admin",
        "Kari",
        domain::Role::Admin,
        "ROOT",
        "regn over fjellet",
    );
    admin.await.unwrap();
    let admin = number(&services, "SELECT id FROM account WHERE login = 'admin'").await;
    let token =
        sign_in::begin_session(&services, AccountId::new(admin), "test").await.unwrap().as_str().to_owned();
    run(&services, "UPDATE session SET is_by_provider = TRUE").await;
    let (mut child, address) = start(&file, folder.path());
    // A head of 9.9 MB: once, a page repeated it in every list of columns.
    let line = format!("{}\n1\n", "column,".repeat(1_400_000));
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nhistory\r\n\
         --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n{line}\r\n--x--\r\n"
    );
    let head = format!("Host: x\r\nCookie: trivsel={token}\r\nSec-Fetch-Site: same-origin\r\n");
    let mut upload = TcpStream::connect(&address).await.unwrap();
    let request = format!(
        "POST /imports HTTP/1.1\r\n{head}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    upload.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    upload.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let page = answer.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().to_owned();
    let calm = memory(child.id());
    let mut unread = Vec::new();
    for _ in 0..12 {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(4096).unwrap();
        let mut stream = socket.connect(address.parse().unwrap()).await.unwrap();
        stream.write_all(format!("GET {page} HTTP/1.1\r\n{head}\r\n").as_bytes()).await.unwrap();
        // The first byte has come: the page is made, and the rest waits for somebody to read it.
        stream.readable().await.unwrap();
        unread.push(stream);
    }
    let grown = memory(child.id()) - calm;
    eprintln!("twelve unread pages: {grown:+.1} MiB");
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(grown < ALLOWED, "{grown:.1} MiB");
}
