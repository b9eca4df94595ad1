//! What holds for every address: who gets in, headers, where writes come from, health.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

use super::Server;

const PAGES: [&str; 9] = [
    "/check-in",
    "/check-in/receipt",
    "/trends",
    "/complaints",
    "/complaints/new",
    "/complaints/K-1",
    "/imports",
    "/imports/1",
    "/review",
];
const FILES: [&str; 6] = [
    "/charts/trend.svg",
    "/charts/trend.png",
    "/review/2026Q4.csv",
    "/review/2026Q4.xlsx",
    "/imports/template/units.csv",
    "/imports/template/people.csv",
];
const FUNCTIONS: [&str; 9] = [
    "/api/check-in",
    "/api/receipt",
    "/api/trend",
    "/api/complaint-units",
    "/api/cases",
    "/api/case?reference=K-1",
    "/api/imports",
    "/api/import?id=1",
    "/api/review",
];
const FORMS: [&str; 7] = [
    "/check-in",
    "/complaints/new",
    "/complaints/K-1",
    "/imports",
    "/imports/1",
    "/imports/1/confirm",
    "/imports/1/discard",
];

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_nothing_is_seen_and_nothing_is_done() {
    let server = Server::start().await;
    for path in PAGES.into_iter().chain(FILES) {
        assert_eq!(server.get(path, "").await.status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(server.get(path, "trivsel=00ff").await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    for path in FUNCTIONS {
        let answer = server.get(path, "").await;
        assert!(
            !answer.status.is_success() && answer.status != StatusCode::NOT_FOUND,
            "{path}: {}",
            answer.status
        );
    }
    for path in FORMS.into_iter().filter(|path| *path != "/imports") {
        assert_eq!(server.post(path, "", &[("round", "2")]).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_page_unit_or_file_is_not_found() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    for path in [
        "/nowhere",
        "/trends?unit=999",
        "/trends?unit=x",
        "/charts/pie.svg",
        "/review/2026Q9.csv",
        "/review/x",
    ] {
        assert_eq!(server.get(path, &hr).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_carry_a_policy_with_a_fresh_nonce_and_are_not_kept() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    let nonce = async || {
        let answer = server.get("/trends", &hr).await;
        let policy = answer.header("content-security-policy").to_owned();
        let nonce =
            policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap().to_owned();
        assert!(answer.body.contains(&format!("nonce=\"{nonce}\"")), "the page's scripts carry it");
        assert!(
            policy.contains("frame-ancestors 'none'") && !policy.contains("script-src 'unsafe"),
            "{policy}"
        );
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        nonce
    };
    assert_ne!(nonce().await, nonce().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_from_another_site_or_from_nowhere_is_refused() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let post = |headers: &[(&str, &str)]| {
        let mut request =
            Request::post("/check-in").header(header::COOKIE, &cookie).header(header::HOST, "127.0.0.1:3000");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        server.send(request.body(Body::from("round=2&C2=4")).unwrap())
    };
    assert_eq!(post(&[("origin", "https://evil.example")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(post(&[("sec-fetch-site", "cross-site")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(post(&[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(post(&[("origin", "http://127.0.0.1:3000")]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn health_is_alive_and_readiness_ends_when_stopping() {
    let server = Server::start().await;
    assert_eq!(server.get("/healthz", "").await.status, StatusCode::OK);
    assert_eq!(server.get("/readyz", "").await.status, StatusCode::OK);
    crate::common::run(&server.services, "DELETE FROM seaql_migrations").await;
    assert_eq!(server.get("/readyz", "").await.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_larger_than_allowed_is_refused_with_a_page() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let large = "x".repeat(70 * 1024);
    let answer = server.post("/check-in", &cookie, &[("comment", &large)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.header("content-type").starts_with("text/html"));
}
