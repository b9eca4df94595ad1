//! `/sign-in`, `/sign-out`, `/preferences`.

use axum::http::StatusCode;

use super::{PASSWORD, Server};

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_keeps_the_address_and_never_the_password() {
    let server = Server::start().await;
    let form = [("login", "hr@example.org"), ("password", "hemmelig hemmelig"), ("next", "/review")];
    let answer = server.post("/sign-in", "", &form).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.body.contains("value=\"hr@example.org\""));
    assert!(!answer.body.contains("hemmelig hemmelig"));
    assert!(answer.body.contains("value=\"/review\""), "where the person wanted to go is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_eleventh_wrong_attempt_waits() {
    let server = Server::start().await;
    let form = [("login", "hr@example.org"), ("password", "wrong"), ("next", "/")];
    for _ in 0..10 {
        assert_eq!(server.post("/sign-in", "", &form).await.status, StatusCode::UNAUTHORIZED);
    }
    let right = [("login", "hr@example.org"), ("password", PASSWORD), ("next", "/")];
    assert_eq!(server.post("/sign-in", "", &right).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_leads_to_this_site_only() {
    let server = Server::start().await;
    for (next, location) in
        [("//evil.example/x", "/"), ("https://evil.example", "/"), ("/trends?unit=2", "/trends?unit=2")]
    {
        let form = [("login", "hr@example.org"), ("password", PASSWORD), ("next", next)];
        assert_eq!(server.post("/sign-in", "", &form).await.header("location"), location);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_cookie_is_new_at_each_sign_in_and_dead_after_signing_out() {
    let server = Server::start().await;
    let first = server.sign_in("hr").await;
    let form = [("login", "hr@example.org"), ("password", PASSWORD), ("next", "/")];
    let answer = server.post("/sign-in", &first, &form).await;
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
        "{cookie}"
    );
    assert_eq!(
        server.get("/trends", &first).await.status,
        StatusCode::UNAUTHORIZED,
        "the old session has ended"
    );
    let second = cookie.split(';').next().unwrap().to_owned();
    assert_eq!(server.get("/trends", &second).await.status, StatusCode::OK);
    server.post("/sign-out", &second, &[]).await;
    assert_eq!(server.get("/trends", &second).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_accounts_show_in_demo_mode_only() {
    let server = Server::start().await;
    assert!(!server.get("/sign-in", "").await.body.contains("demo-accounts"));
}

#[tokio::test(flavor = "multi_thread")]
async fn language_and_theme_are_remembered() {
    let server = Server::start().await;
    let answer = server.post("/preferences", "", &[("lang", "nb"), ("back", "/help")]).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/help"));
    assert!(answer.header("set-cookie").starts_with("lang=nb;"));
    let page = server.get("/help", "lang=nb; theme=dark").await.body;
    assert!(page.contains("lang=\"nb\"") && page.contains("data-theme=\"dark\""));
}
