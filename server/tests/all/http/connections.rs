//! Connections, over a real socket.

use std::time::Duration;

use server::web::connections;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::Server;

const HEAD: Duration = Duration::from_millis(300);

/// A server on a port of its own; it stops when the sender is dropped or used.
async fn listen(server: &Server) -> (std::net::SocketAddr, tokio::sync::oneshot::Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel();
    tokio::spawn(connections::serve(listener, server.router.clone(), HEAD, async {
        let _ = stopped.await;
    }));
    (address, stop)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_never_finishes_asking_is_let_go() {
    let server = Server::start().await;
    let (address, _stop) = listen(&server).await;
    let mut slow = TcpStream::connect(address).await.unwrap();
    slow.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n").await.unwrap();
    let mut answer = Vec::new();
    let ended = tokio::time::timeout(HEAD * 20, slow.read_to_end(&mut answer)).await;
    assert!(ended.is_ok(), "the connection still stands");
    assert!(!String::from_utf8_lossy(&answer).contains("200 OK"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_answered_and_stopping_ends_the_connection_after_it() {
    let server = Server::start().await;
    let (address, stop) = listen(&server).await;
    let mut client = TcpStream::connect(address).await.unwrap();
    client.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    let mut answer = [0; 512];
    let read = client.read(&mut answer).await.unwrap();
    assert!(String::from_utf8_lossy(&answer[..read]).starts_with("HTTP/1.1 200 OK"));
    stop.send(()).unwrap();
    let mut rest = Vec::new();
    assert!(tokio::time::timeout(HEAD * 20, client.read_to_end(&mut rest)).await.is_ok());
    assert!(TcpStream::connect(address).await.is_err(), "nobody new is let in");
}
