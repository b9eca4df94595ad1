//! Requests over kept connections, and a server that answers with what a page had.

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Router, body::Bytes, response::Html, routing::get};
use http_body_util::{BodyExt, Full};
use hyper::{Request, StatusCode, client::conn::http1::SendRequest};
use hyper_util::rt::TokioIo;
use sea_orm::{ConnectionTrait, Statement};
use server::web::connections;
use service::db::Pool;
use tokio::net::{TcpListener, TcpStream};

pub(crate) type Connection = SendRequest<Full<Bytes>>;

pub(crate) async fn connect(address: SocketAddr) -> Connection {
    let stream = TcpStream::connect(address).await.unwrap();
    let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    sender
}

/// One request on a kept connection; a form when there is a body. Gives status and body.
async fn send(
    connection: &mut Connection,
    path: &str,
    cookie: &str,
    form: Option<String>,
) -> (StatusCode, Bytes) {
    connection.ready().await.unwrap();
    let method = if form.is_some() { "POST" } else { "GET" };
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", "localhost")
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Full::from(form.unwrap_or_default()))
        .unwrap();
    let answer = connection.send_request(request).await.unwrap();
    let status = answer.status();
    (status, answer.into_body().collect().await.unwrap().to_bytes())
}

/// Asks for a page; gives its body.
pub(crate) async fn ask(connection: &mut Connection, path: &str, cookie: &str) -> Bytes {
    let (status, body) = send(connection, path, cookie, None).await;
    assert_eq!(status, 200, "{path}");
    body
}

/// Sends a form that is taken; gives how long it took.
pub(crate) async fn post(connection: &mut Connection, path: &str, cookie: &str, form: String) -> Duration {
    let start = Instant::now();
    let (status, _) = send(connection, path, cookie, Some(form)).await;
    assert_eq!(status, 303, "{path}");
    start.elapsed()
}

pub(crate) async fn timed(connection: &mut Connection, path: &str, cookie: &str) -> Duration {
    let start = Instant::now();
    ask(connection, path, cookie).await;
    start.elapsed()
}

pub(crate) async fn number(db: &Pool, sql: &str) -> i64 {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    db.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

/// A handler that does what the page asks of the database, and answers with these bytes.
pub(crate) fn floor(db: Pool, statements: Vec<Statement>, bytes: Bytes) -> Router {
    let statements = Arc::new(statements);
    let answer = move || {
        let (db, statements, bytes) = (db.clone(), statements.clone(), bytes.clone());
        async move {
            for statement in statements.iter() {
                db.query_all_raw(statement.clone()).await.unwrap();
            }
            Html(bytes.to_vec())
        }
    };
    Router::new().route("/floor", get(answer))
}

pub(crate) async fn serve(app: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(connections::serve(listener, app, connections::Limits::default(), std::future::pending()));
    address
}
