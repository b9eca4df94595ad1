//! The program stopped by a signal: what its exit code says.

use std::{
    io::{Read, Seek, SeekFrom, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use sea_orm::ConnectionTrait;

use crate::running::{prepare, start, start_by, trivsel, write_site};

/// A server of its own on an organisation without people.
async fn begin(folder: &Path) -> (Child, String) {
    let file = folder.join("stop.db");
    write_site(folder);
    let _ = prepare(&file, 1).await;
    start(&file, folder)
}

/// Asks for one answer, so that the server is known to be ready for signals too.
fn ask(address: &str) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.contains("200 OK"), "{answer}");
}

/// Damage that is found while the file is served, as it is in one of gigabytes, is no reason to go on.
#[tokio::test(flavor = "multi_thread")]
async fn a_large_file_with_a_damaged_page_stops_the_server_with_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("stop.db");
    write_site(folder.path());
    let (services, _) = prepare(&file, 1).await;
    for statement in [
        "CREATE TABLE ballast (weight BLOB)",
        "INSERT INTO ballast VALUES (zeroblob(40000000))",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    ] {
        services.db.writer().execute_unprepared(statement).await.unwrap();
    }
    drop(services);
    let mut bytes = std::fs::OpenOptions::new().write(true).open(&file).unwrap();
    let middle = bytes.metadata().unwrap().len() / 2 / 4096 * 4096;
    bytes.seek(SeekFrom::Start(middle)).unwrap();
    bytes.write_all(&[0x5a; 4096]).unwrap();
    drop(bytes);
    let mut command = trivsel();
    command.stderr(Stdio::piped());
    let (child, _) = start_by(command, &file, folder.path());
    let end = child.wait_with_output().unwrap();
    let said = String::from_utf8(end.stderr).unwrap();
    assert_eq!(end.status.code(), Some(1), "{said}");
    assert!(said.contains("damaged") && said.trim_end().lines().count() == 1, "{said}");
}

/// Sends SIGTERM and waits for the exit code.
fn stop(mut child: Child) -> Option<i32> {
    let sent = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
    child.wait().unwrap().code()
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_was_stopped_with_nothing_under_way_exits_with_success() {
    let folder = tempfile::tempdir().unwrap();
    let (child, address) = begin(folder.path()).await;
    ask(&address);
    let _idle = TcpStream::connect(&address).unwrap();
    assert_eq!(stop(child), Some(0));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes the 25 seconds that requests under way are waited for"]
async fn a_server_that_cut_a_request_short_exits_with_1() {
    let folder = tempfile::tempdir().unwrap();
    let (child, address) = begin(folder.path()).await;
    ask(&address);
    let mut endless = TcpStream::connect(&address).unwrap();
    let head =
        "POST /sign-in HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 60000\r\n\r\n";
    endless.write_all(head.as_bytes()).unwrap();
    std::thread::spawn(move || {
        while endless.write_all(b"a").is_ok() {
            std::thread::sleep(Duration::from_secs(1));
        }
    });
    std::thread::sleep(Duration::from_secs(1));
    let begun = Instant::now();
    assert_eq!(stop(child), Some(1));
    assert!(begun.elapsed() < Duration::from_secs(30));
}
