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
    let first = server.sign_in("one").await;
    let form = [("login", "one@example.org"), ("password", PASSWORD), ("next", "/")];
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

/// Posts to the sign-in form from a network address.
async fn from(server: &Server, peer: [u8; 4], forwarded: &str, login: &str, password: &str) -> super::Answer {
    let form = [("login", login), ("password", password), ("next", "/")];
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let peer = std::net::SocketAddr::from((peer, 4711));
    let request = axum::http::Request::post("/sign-in")
        .header("x-forwarded-for", forwarded)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .extension(axum::extract::ConnectInfo(peer))
        .body(axum::body::Body::from(body))
        .unwrap();
    server.send(request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_hundred_and_one_wrong_passwords_ten_are_looked_at_whatever_a_header_claims() {
    let server = Server::start().await;
    for n in 0..101_u8 {
        let forwarded = format!("203.0.113.{n}");
        let answer = from(&server, [192, 0, 2, 1], &forwarded, "desk@example.org", "wrong").await;
        let expected = if n < 10 { StatusCode::UNAUTHORIZED } else { StatusCode::TOO_MANY_REQUESTS };
        assert_eq!(answer.status, expected, "attempt {n}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_cannot_try_one_password_on_many_accounts_by_claiming_others() {
    let server = Server::start().await;
    for n in 0..60_u8 {
        let (login, forwarded) = (format!("nobody{n}@example.org"), format!("203.0.113.{n}, 198.51.100.{n}"));
        let answer = from(&server, [192, 0, 2, 1], &forwarded, &login, "wrong").await;
        let expected = if n < 50 { StatusCode::UNAUTHORIZED } else { StatusCode::TOO_MANY_REQUESTS };
        assert_eq!(answer.status, expected, "attempt {n}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_account_and_a_wrong_password_get_the_same_answer_to_the_letter() {
    let server = Server::start().await;
    let ask = async |login: &str| {
        let form = [("login", login), ("password", "hemmelig hemmelig"), ("next", "/")];
        let mut answer = server.post("/sign-in", "", &form).await;
        // The nonce of each answer is its own.
        let policy = answer.header("content-security-policy").to_owned();
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap();
        let body = answer.body.replace(nonce, "").replace(login, "");
        answer.headers.remove("content-security-policy");
        (answer.status, answer.headers, body)
    };
    let known = ask("desk@example.org").await;
    assert_eq!(known, ask("nobody@example.org").await);
    crate::common::run(&server.services, "UPDATE account SET state = 'locked' WHERE login LIKE 'desk@%'")
        .await;
    assert_eq!(known, ask("desk@example.org").await, "nor does a wrong password tell that it is locked");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_that_somebody_planted_is_no_session_afterwards() {
    let server = Server::start().await;
    let planted = format!("trivsel={}", "ab".repeat(32));
    let form = [("login", "desk@example.org"), ("password", PASSWORD), ("next", "/")];
    let answer = server.post("/sign-in", &planted, &form).await;
    assert!(!answer.header("set-cookie").contains("abab"));
    assert_eq!(server.get("/complaints", &planted).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_page_is_for_those_who_are_asked() {
    let server = Server::start().await;
    assert_eq!(server.get("/sign-in/code", "").await.header("location"), "/");
    let desk = server.sign_in("desk").await;
    assert_eq!(server.get("/sign-in/code", &desk).await.header("location"), "/");
    assert_eq!(
        server.post("/sign-in/code", &desk, &[("code", "123456")]).await.status,
        StatusCode::UNAUTHORIZED
    );
}
