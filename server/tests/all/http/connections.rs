//! Connections, over a real socket.

use std::{
    net::SocketAddr,
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes, HttpBody},
    http::{Request, StatusCode, header},
    routing::get,
};
use http_body::Frame;
use server::web::connections::{self, Limits};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    sync::oneshot,
    task::JoinHandle,
};
use tower::ServiceExt;

use super::Server;

const SHORT: Duration = Duration::from_millis(300);
/// What a test waits for something that has to come.
const LONG: Duration = Duration::from_secs(10);
const ASK: &[u8] = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";

/// A server on a port of its own.
struct Listening {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    /// How many connections were cut.
    ended: JoinHandle<usize>,
}

async fn listen(router: Router, limits: Limits) -> Listening {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let ended = tokio::spawn(connections::serve(listener, router, limits, async {
        let _ = stopped.await;
    }));
    Listening { address, stop, ended }
}

/// Whether the other side closes the connection without a word.
async fn is_closed(stream: &mut TcpStream) -> bool {
    let read = tokio::time::timeout(LONG, stream.read(&mut [0; 64])).await;
    matches!(read.expect("it stays open"), Ok(0) | Err(_))
}

async fn is_answered(stream: &mut TcpStream) -> bool {
    let mut answer = [0; 512];
    stream.write_all(ASK).await.is_ok()
        && stream
            .read(&mut answer)
            .await
            .is_ok_and(|read| String::from_utf8_lossy(&answer[..read]).starts_with("HTTP/1.1 200 OK"))
}

#[tokio::test(flavor = "multi_thread")]
async fn who_never_finishes_asking_is_let_go() {
    let server = Server::start().await;
    let limits = Limits { head: SHORT, ..Limits::default() };
    let listening = listen(server.router.clone(), limits).await;
    let mut slow = TcpStream::connect(listening.address).await.unwrap();
    slow.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n").await.unwrap();
    let mut answer = Vec::new();
    let ended = tokio::time::timeout(LONG, slow.read_to_end(&mut answer)).await;
    assert!(ended.is_ok(), "the connection still stands");
    assert!(!String::from_utf8_lossy(&answer).contains("200 OK"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_answered_and_stopping_ends_the_connection_after_it() {
    let server = Server::start().await;
    let listening = listen(server.router.clone(), Limits::default()).await;
    let mut client = TcpStream::connect(listening.address).await.unwrap();
    assert!(is_answered(&mut client).await);
    listening.stop.send(()).unwrap();
    assert!(is_closed(&mut client).await);
    assert!(TcpStream::connect(listening.address).await.is_err(), "nobody new is let in");
    assert_eq!(listening.ended.await.unwrap(), 0, "nothing was cut");
}

/// A body without end, which says when it is given up.
struct Endless(#[expect(dead_code, reason = "it speaks by being dropped")] oneshot::Sender<()>);

impl HttpBody for Endless {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[b'x'; 64 * 1024])))))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_nobody_reads_is_not_held_for_ever() {
    let (given_up, was_given_up) = oneshot::channel();
    let given_up = Arc::new(Mutex::new(Some(given_up)));
    let answer = move || {
        let given_up = given_up.lock().unwrap().take().unwrap();
        async move { Body::new(Endless(given_up)) }
    };
    let limits = Limits { unread: SHORT, ..Limits::default() };
    let listening = listen(Router::new().route("/healthz", get(answer)), limits).await;
    let mut client = TcpStream::connect(listening.address).await.unwrap();
    client.write_all(ASK).await.unwrap();
    let dropped = tokio::time::timeout(LONG, was_given_up).await;
    assert!(dropped.expect("the answer still waits to be read").is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_connections_are_held_than_are_allowed() {
    let server = Server::start().await;
    let limits = Limits { connections: 3, ..Limits::default() };
    let listening = listen(server.router.clone(), limits).await;
    let mut open = Vec::new();
    for _ in 0..3 {
        open.push(TcpStream::connect(listening.address).await.unwrap());
    }
    let mut further = TcpStream::connect(listening.address).await.unwrap();
    assert!(is_closed(&mut further).await);
    for client in &mut open {
        assert!(is_answered(client).await, "who was there already stays");
    }
    open.clear();
    let again = async {
        while !is_answered(&mut TcpStream::connect(listening.address).await.unwrap()).await {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(LONG, again).await.expect("a place that was left is free again");
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn one_address_cannot_take_all_places() {
    let server = Server::start().await;
    let limits = Limits { per_address: 2, ..Limits::default() };
    let listening = listen(server.router.clone(), limits).await;
    let from = async |own: &str| {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind(own.parse().unwrap()).unwrap();
        socket.connect(listening.address).await.unwrap()
    };
    let mut first = from("127.0.0.1:0").await;
    let _second = from("127.0.0.1:0").await;
    assert!(is_closed(&mut from("127.0.0.1:0").await).await);
    assert!(is_answered(&mut from("127.0.0.2:0").await).await, "others get in");
    assert!(is_answered(&mut first).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_proxy_one_address_cannot_have_everything_under_way() {
    let arguments = ["--trusted-proxies", "1", "--connections-per-address", "1"];
    let server = Server::start_with(|services| services, &arguments).await;
    let ask = async |forwarded: &str| {
        let request = Request::get("/help").header("x-forwarded-for", forwarded);
        let request = request.header(header::ACCEPT, "text/html").body(Body::empty()).unwrap();
        server.router.clone().oneshot(request).await.unwrap()
    };
    // The left value is anybody's claim, and a household has a whole /64.
    let unread = ask("192.0.2.1, 2001:db8::1").await;
    assert_eq!(unread.status(), StatusCode::OK);
    let refused = ask("192.0.2.2, 2001:db8::2").await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.headers().contains_key(header::RETRY_AFTER));
    assert!(refused.headers()[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/html"));
    assert_eq!(ask("2001:db8:0:1::1").await.status(), StatusCode::OK);
    drop(unread);
    assert_eq!(ask("2001:db8::2").await.status(), StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_never_ends_is_cut_and_counted_when_stopping() {
    let (begun, mut has_begun) = tokio::sync::mpsc::channel(1);
    let never = move || async move {
        begun.send(()).await.unwrap();
        std::future::pending::<()>().await;
    };
    let limits = Limits { drain: SHORT, ..Limits::default() };
    let listening = listen(Router::new().route("/healthz", get(never)), limits).await;
    let mut client = TcpStream::connect(listening.address).await.unwrap();
    let mut idle = TcpStream::connect(listening.address).await.unwrap();
    client.write_all(ASK).await.unwrap();
    has_begun.recv().await.unwrap();
    listening.stop.send(()).unwrap();
    let cut = tokio::time::timeout(LONG, listening.ended).await.expect("it waits for ever").unwrap();
    assert_eq!(cut, 1, "the idle connection was none to wait for");
    assert!(is_closed(&mut idle).await && is_closed(&mut client).await);
}
