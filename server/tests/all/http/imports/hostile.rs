//! Files that are sent to keep others waiting.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use axum::http::StatusCode;

use super::{super::Server, upload};
use crate::common::Gate;

/// As large as a file may be.
const LARGE: usize = 9_900_000;

fn one_line(bytes: usize) -> Vec<u8> {
    vec![b'a'; bytes]
}

fn many_columns(columns: usize) -> Vec<u8> {
    (0..columns).map(|place| format!("column{place}")).collect::<Vec<_>>().join(",").into_bytes()
}

fn the_same_row(bytes: usize) -> Vec<u8> {
    let mut csv = b"unit,period,complaints,contacts\n".to_vec();
    while csv.len() < bytes {
        csv.extend_from_slice(b"A,2025Q1,1,10\n");
    }
    csv
}

#[tokio::test]
async fn everybody_waited_while_hostile_files_were_read() {
    let gate = Gate::new();
    let clock = gate.clone();
    let server = Arc::new(Server::start_with(|services| services.with_clock(clock), &[]).await);
    let (admin, desk) = (server.sign_in("admin").await, server.sign_in("desk").await);
    let send = |cookie: &str, content: Vec<u8>| {
        let (server, request) = (server.clone(), upload(cookie, &content));
        tokio::spawn(async move { server.send(request).await.status })
    };
    gate.shut();
    // Whoever reads stands at the gate, however small the file is; storing large ones takes longer than a form may
    // wait for the database where the machine is busy.
    let uploads = [
        send(&admin, one_line(200_000)),
        send(&desk, many_columns(2_000)),
        send(&admin, the_same_row(200_000)),
    ];
    gate.wait_for(2, || uploads.iter().any(tokio::task::JoinHandle::is_finished)).await;
    // Two files are being read; the third is of an account whose turn it is not.
    assert_eq!(server.get("/healthz", "").await.status, StatusCode::OK);
    assert_eq!(server.get("/imports", &admin).await.status, StatusCode::OK);
    assert!(uploads.iter().all(|upload| !upload.is_finished()));
    assert_eq!(gate.came(), 2);
    gate.open();
    for upload in uploads {
        assert_eq!(upload.await.unwrap(), StatusCode::SEE_OTHER);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_file_was_six_times_as_large_as_the_file() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let wide = |name: &dyn Fn(usize) -> String| {
        let row = (0..200).map(name).collect::<Vec<_>>().join(",");
        format!("{row}\n{row}\n").into_bytes()
    };
    for (content, most) in [
        (one_line(LARGE), 100_000),
        (many_columns(100_000), 100_000),
        (wide(&|place| format!("{place:03}{}", "x".repeat(197))), 1_000_000),
        (wide(&|place| format!("{place:03}{}", "&".repeat(197))), 1_000_000),
    ] {
        for kind in ["contacts", "complaints", "people"] {
            let answer = server.send(super::upload_as(kind, &admin, &content)).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
            let page = server.get(answer.header("location"), &admin).await;
            assert_eq!(page.status, StatusCode::OK);
            let size = page.body.len();
            eprintln!("{kind}: a file of {} bytes, a page of {size}", content.len());
            assert!(size < most, "{kind}: a file of {} bytes, a page of {size}", content.len());
        }
    }
}

/// The longest wait of somebody who asks again and again whether the server lives.
fn longest_wait(address: SocketAddr, is_over: &AtomicBool) -> (Duration, u32) {
    let (mut longest, mut asked) = (Duration::ZERO, 0);
    while !is_over.load(Ordering::Relaxed) {
        let start = Instant::now();
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        longest = longest.max(start.elapsed());
        asked += 1;
        std::thread::sleep(Duration::from_millis(2));
    }
    (longest, asked)
}

/// `cargo test -p server --test all longest_wait_while -- --ignored --nocapture`
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "prints a measurement"]
async fn the_longest_wait_while_hostile_files_are_read() {
    let server = Server::start().await;
    let (admin, desk) = (server.sign_in("admin").await, server.sign_in("desk").await);
    let files = [one_line(LARGE), many_columns(100_000), the_same_row(LARGE)];
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = server.router.clone();
    tokio::spawn(async move { axum::serve(listener, router).await });
    let is_over = Arc::new(AtomicBool::new(false));
    let over = is_over.clone();
    let asking = std::thread::spawn(move || longest_wait(address, &over));
    let start = Instant::now();
    for pair in [[0, 1], [1, 2], [2, 2], [1, 1]] {
        let [one, other] = pair.map(|place: usize| &files[place]);
        let (one, other) = tokio::join!(server.send(upload(&admin, one)), server.send(upload(&desk, other)));
        assert_eq!((one.status, other.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    }
    is_over.store(true, Ordering::Relaxed);
    let (longest, asked) = asking.join().unwrap();
    eprintln!(
        "eight hostile files, two at a time, in {:.1} s; asked {asked} times, waited {} ms at most",
        start.elapsed().as_secs_f64(),
        longest.as_millis()
    );
}
