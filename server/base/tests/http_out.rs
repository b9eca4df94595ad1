//! Asking other servers: whom the client believes, and which way it goes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::{process::Command, sync::Arc};

use base::http_out::{Client, Request};
use rustls::{
    ServerConfig,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::TcpListener,
};
use tokio_rustls::TlsAcceptor;

const AUTHORITY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/authority.pem");

/// Answers one request after the other with `answer`, over TLS with a certificate of the test authority.
async fn serve_tls(answer: String) -> String {
    let certificate = include_bytes!("data/server.pem");
    let key = include_bytes!("data/server.key.pem");
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![CertificateDer::from_pem_slice(certificate).unwrap()],
            PrivateKeyDer::from_pem_slice(key).unwrap(),
        )
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("https://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // Whoever does not believe the certificate hangs up.
            if let Ok(stream) = acceptor.accept(stream).await {
                exchange(stream, &answer).await;
            }
        }
    });
    address
}

/// The same in plain, once; gives what was asked.
async fn hear_once(listener: TcpListener, answer: &str) -> String {
    let (stream, _) = listener.accept().await.unwrap();
    exchange(stream, answer).await
}

async fn exchange(mut stream: impl AsyncRead + AsyncWrite + Unpin, answer: &str) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    // The client may have heard enough before the end.
    drop(stream.write_all(answer.as_bytes()).await);
    drop(stream.shutdown().await);
    String::from_utf8(head).unwrap()
}

fn answer(status: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

async fn get(client: &Client, address: &str) -> Result<(u16, Vec<u8>), String> {
    let answer = client.send(Request::get(address).body(Vec::new()).unwrap()).await?;
    Ok((answer.status().as_u16(), answer.into_body()))
}

/// Runs one of the tests below that are left out otherwise, in a process with its own environment.
async fn in_environment(test: &'static str, environment: &[(&'static str, &str)]) -> bool {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--ignored"]).env_remove("NO_PROXY").env_remove("no_proxy");
    command.envs(environment.iter().copied());
    tokio::task::spawn_blocking(move || command.output().unwrap().status.success()).await.unwrap()
}

#[tokio::test]
async fn a_server_is_believed_when_its_authority_is_and_refused_when_nobody_knows_it() {
    let address = serve_tls(answer("200 OK", "here")).await;
    let stranger = get(&Client::new(false).unwrap(), &address).await.unwrap_err();
    assert!(stranger.contains("UnknownIssuer"), "{stranger}");
    assert!(!stranger.contains('\n'), "one line");
    let authority = CertificateDer::from_pem_file(AUTHORITY).unwrap().to_vec();
    let knowing = Client::trusting(false, vec![authority]).unwrap();
    assert_eq!(get(&knowing, &address).await.unwrap(), (200, b"here".to_vec()));
    let elsewhere = address.replace("127.0.0.1", "127.0.0.2");
    assert!(get(&knowing, &elsewhere).await.is_err(), "the certificate is for another address");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_companys_own_authority_counts_once_the_system_knows_it() {
    let address = serve_tls(answer("200 OK", "here")).await;
    let knows = [("SSL_CERT_FILE", AUTHORITY), ("TEST_ADDRESS", address.as_str())];
    assert!(in_environment("asks_the_address_of_the_environment", &knows).await);
    let nothing = [("SSL_CERT_FILE", "/nowhere"), ("TEST_ADDRESS", address.as_str())];
    assert!(!in_environment("asks_the_address_of_the_environment", &nothing).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_proxy_of_the_environment_is_asked_for_other_machines() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let proxy = format!("http://{}", listener.local_addr().unwrap());
    let refuse = answer("403 Forbidden", "");
    let asked = tokio::spawn(async move { hear_once(listener, &refuse).await });
    let environment = [("HTTPS_PROXY", proxy.as_str()), ("TEST_ADDRESS", "https://login.example.org/")];
    assert!(!in_environment("asks_the_address_of_the_environment", &environment).await, "the proxy says no");
    let asked = asked.await.unwrap();
    assert!(asked.starts_with("CONNECT login.example.org:443 "), "{asked}");
}

#[tokio::test(flavor = "multi_thread")]
async fn plain_http_on_this_machine_goes_past_the_proxy() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/here", listener.local_addr().unwrap());
    let asked = tokio::spawn(async move { hear_once(listener, &answer("200 OK", "here")).await });
    let environment = [("HTTP_PROXY", "http://127.0.0.1:9"), ("TEST_ADDRESS", address.as_str())];
    assert!(in_environment("asks_the_address_of_the_environment", &environment).await);
    assert!(asked.await.unwrap().starts_with("GET /here "));
}

#[tokio::test]
#[ignore = "run by the tests that set its environment"]
async fn asks_the_address_of_the_environment() {
    let address = std::env::var("TEST_ADDRESS").unwrap();
    let client = Client::new(address.starts_with("http:")).unwrap();
    assert_eq!(get(&client, &address).await.unwrap(), (200, b"here".to_vec()));
}

#[tokio::test]
async fn an_answer_longer_than_any_is_not_read_whether_it_says_so_or_not() {
    let body = "x".repeat(300 * 1024);
    for answer in [answer("200 OK", &body), format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{body}")] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        tokio::spawn(async move { hear_once(listener, &answer).await });
        let refused = get(&Client::new(true).unwrap(), &address).await.unwrap_err();
        assert!(refused.contains("longer than"), "{refused}");
    }
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_not_followed() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    let away = "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n";
    tokio::spawn(async move { hear_once(listener, away).await });
    assert_eq!(get(&Client::new(true).unwrap(), &address).await.unwrap().0, 302);
}

#[tokio::test]
async fn an_address_that_is_not_https_is_refused_before_anything_is_sent() {
    for address in ["http://127.0.0.1:9/", "http://login.example.org/"] {
        let refused = get(&Client::new(false).unwrap(), address).await.unwrap_err();
        assert_eq!(refused, "the address is not https");
    }
}
