//! `/imports`.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

use super::Server;

fn upload(cookie: &str, content: &[u8]) -> Request<Body> {
    let mut body = b"--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nhistory\r\n\
        --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"<b>.csv\"\r\n\r\n"
        .to_vec();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--x--\r\n");
    Request::post("/imports")
        .header(header::COOKIE, cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from(body))
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_hostile_cells_is_refused_and_echoed_as_text() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let csv = b"unit,period,complaints,contacts\n<script>alert(1)</script>,2025Q1,1,10\n";
    let answer = server.send(upload(&admin, csv)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let path = answer.header("location").to_owned();
    let page = server.get(&path, &admin).await;
    assert!(page.body.contains("&lt;script&gt;") && !page.body.contains("<script>alert"), "{}", page.body);
    assert!(!page.body.contains(&format!("{path}/confirm")), "there is nothing to confirm");
    assert_eq!(server.post(&format!("{path}/confirm"), &admin, &[]).await.status, StatusCode::CONFLICT);
    let desk = server.sign_in("desk").await;
    assert_eq!(server.get(&path, &desk).await.status, StatusCode::NOT_FOUND, "somebody else's import");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_too_large_is_refused_with_a_page() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let answer = server.send(upload(&admin, &vec![b'a'; 12 * 1024 * 1024])).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.header("content-type").starts_with("text/html"), "{}", answer.header("content-type"));
    let hr = server.sign_in("hr").await;
    assert_eq!(server.send(upload(&hr, b"unit\n")).await.status, StatusCode::FORBIDDEN);
}
