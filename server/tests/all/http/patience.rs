//! Requests that take too long or too much: what is waited for, and what people then read.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody},
    http::{Method, Request, StatusCode, header},
};
use domain::{Lang, Problem, text::t};
use http_body::Frame;
use server::web::{
    Patience,
    connections::{self, Limits},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::Server;

/// A body that always has more.
struct Endless;

impl HttpBody for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[b'a'; 16 * 1024])))))
    }
}

const SHORT: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(10);

/// What a server with this patience answers to a form that arrives a byte at a time, and then no more
/// after so many bytes.
async fn answer_to_a_slow_form(patience: Patience, bytes: usize) -> String {
    let server = Server::start().await.with_patience(patience);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(connections::serve(
        listener,
        server.router.clone(),
        Limits::default(),
        std::future::pending(),
    ));
    let (mut reader, mut writer) = TcpStream::connect(address).await.unwrap().into_split();
    let head = "POST /sign-in HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nAccept: text/html\r\n\
                Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n";
    writer.write_all(head.as_bytes()).await.unwrap();
    let trickle = tokio::spawn(async move {
        for _ in 0..bytes {
            if writer.write_all(b"a").await.is_err() {
                break;
            }
            tokio::time::sleep(SHORT / 6).await;
        }
        // Kept: a client that leaves is something else.
        writer
    });
    let mut answer = Vec::new();
    let read = async {
        let mut piece = [0; 4096];
        while let Ok(read @ 1..) = reader.read(&mut piece).await {
            answer.extend_from_slice(&piece[..read]);
        }
    };
    tokio::time::timeout(LONG, read).await.expect("the connection still stands");
    trickle.abort();
    String::from_utf8_lossy(&answer).into_owned()
}

/// Sends a form of so many bytes, waits until all are sent, and gives the answer's head and the connection.
async fn send_a_form(bytes: usize) -> (String, TcpStream) {
    let server = Server::start().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = server.router.clone();
    tokio::spawn(connections::serve(listener, router, Limits::default(), std::future::pending()));
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!("POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: {bytes}\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let piece = vec![b'a'; 64 * 1024];
    for sent in (0..bytes).step_by(piece.len()) {
        let next = &piece[..piece.len().min(bytes - sent)];
        if stream.write_all(next).await.is_err() {
            break;
        }
    }
    let mut answer = Vec::new();
    while !answer.windows(4).any(|four| four == b"\r\n\r\n") {
        let read = tokio::time::timeout(LONG, stream.read_buf(&mut answer)).await.expect("no answer comes");
        assert_ne!(read.expect("the connection is cut before the answer is read"), 0, "no answer comes");
    }
    (String::from_utf8_lossy(&answer).to_lowercase(), stream)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_form_does_not_spoil_the_next_request_on_its_connection() {
    for bytes in [100_000, 3_000_000] {
        let (answer, mut stream) = send_a_form(bytes).await;
        assert!(answer.starts_with("http/1.1 4") && !answer.contains("connection: close"), "{answer}");
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await.unwrap();
        let mut rest = Vec::new();
        tokio::time::timeout(LONG, stream.read_to_end(&mut rest)).await.unwrap().unwrap();
        let rest = String::from_utf8_lossy(&rest);
        assert!(rest.contains("HTTP/1.1 200 OK") && rest.ends_with("ok\n"), "{rest}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sends_without_end_hears_that_the_connection_ends() {
    let server = Server::start().await;
    let request = Request::post("/sign-in").body(Body::new(Endless)).unwrap();
    let answer = server.send(request).await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
    assert_eq!(answer.header("connection"), "close");
}

/// Whether a page says it in both languages.
fn says(page: &str, problem: &Problem) -> bool {
    Lang::ALL.into_iter().all(|lang| page.contains(&*t(lang, problem.text_id())))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_stops_arriving_is_not_waited_for_a_minute() {
    let answer = answer_to_a_slow_form(Patience { pause: SHORT, ..Patience::default() }, 3).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(says(&answer, &Problem::TooSlow), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_trickles_in_holds_no_connection_for_ever() {
    let answer = answer_to_a_slow_form(Patience { body: SHORT * 2, ..Patience::default() }, 60_000).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_takes_too_long_is_given_up_with_a_page() {
    let answer = answer_to_a_slow_form(Patience { answer: SHORT, ..Patience::default() }, 1).await;
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    assert!(says(&answer, &Problem::TookTooLong), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_longer_than_any_link_is_refused_everywhere_before_it_is_looked_at() {
    let server = Server::start().await;
    crate::common::run(&server.services, "ALTER TABLE organisation RENAME TO gone").await;
    let query = |length: usize| format!("q={}", "9".repeat(length - 2));
    for (method, path) in [
        (Method::GET, "/"),
        (Method::GET, "/sign-in"),
        (Method::POST, "/sign-in"),
        (Method::GET, "/trends"),
        (Method::GET, "/charts/trend.svg"),
        (Method::GET, "/pkg/nothing.js"),
        (Method::GET, "/healthz"),
        (Method::GET, "/nowhere"),
    ] {
        let request = Request::builder().method(method).uri(format!("{path}?{}", query(4097)));
        let request = request.header(header::ACCEPT, "text/html").body(Body::empty()).unwrap();
        let answer = server.send(request).await;
        assert_eq!(answer.status, StatusCode::URI_TOO_LONG, "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        let is_page = path != "/healthz";
        assert_eq!(says(&answer.body, &Problem::AddressTooLong), is_page, "{path}: {}", answer.body);
    }
    assert_eq!(server.get(&format!("/healthz?{}", query(4096)), "").await.status, StatusCode::OK);
    let long = format!("/{}", "a".repeat(5000));
    assert_eq!(server.get(&long, "").await.status, StatusCode::URI_TOO_LONG);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_for_no_page_gets_a_line() {
    let server = Server::start().await;
    let request = Request::post("/check-in")
        .header("sec-fetch-site", "same-origin")
        .header(header::ACCEPT, "application/json")
        .header(header::CONTENT_LENGTH, "70000")
        .body(Body::from(vec![b'x'; 70_000]))
        .unwrap();
    let answer = server.send(request).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.header("content-type").starts_with("text/plain"), "{}", answer.body);
}
