//! What holds for every address: who gets in, headers, where writes come from, health.

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{Right, Role};
use server::web::routes::{self, Access, Kind, Route};

use super::{Answer, Server};

/// The address with something in place of each `{name}`.
fn filled(path: &str) -> String {
    let fill = |part: &str| match part {
        "{file}" if path.starts_with("/charts") => "trend.svg".to_owned(),
        "{file}" if path.starts_with("/imports") => "units.csv".to_owned(),
        "{file}" => "2026Q4.csv".to_owned(),
        "{reference}" => "K-1".to_owned(),
        part if part.starts_with('{') => "1".to_owned(),
        part => part.to_owned(),
    };
    path.split('/').map(fill).collect::<Vec<_>>().join("/")
}

/// Asks for an address as its kind is asked for.
async fn ask(server: &Server, route: &Route, cookie: &str) -> Answer {
    let path = filled(route.path);
    match route.kind {
        Kind::Form | Kind::Upload => server.post(&path, cookie, &[("round", "2")]).await,
        _ => server.get(&path, cookie).await,
    }
}

#[test]
fn each_address_stands_once_in_the_table_and_nothing_is_asked_for_beside_it() {
    let mut seen = BTreeSet::new();
    for route in routes::all() {
        let is_form = matches!(route.kind, Kind::Form | Kind::Upload);
        assert!(seen.insert((route.path, is_form)), "{} stands twice", route.path);
    }
    assert!(seen.len() >= 100, "the table was not found");
    let functions: Vec<&str> = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    assert_eq!(functions, [""; 0], "a server function has no place in the table");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_nothing_is_seen_and_nothing_is_done() {
    let server = Server::start().await;
    for route in routes::all().iter().filter(|route| route.access != Access::Public) {
        for cookie in ["", "trivsel=00ff"] {
            let answer = ask(&server, route, cookie).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{:?} {}", route.kind, route.path);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_role_does_not_include_is_refused_at_every_address_and_written_down() {
    let server = Server::start().await;
    // Nobody holds more than one role here.
    let cookies = [
        (Role::Hr, server.sign_in("hr").await),
        (Role::Service, server.sign_in("desk").await),
        (Role::Admin, server.sign_in("admin").await),
        (Role::Employee, server.sign_in("one").await),
    ];
    let mut refused = 0;
    for route in routes::all() {
        let Some(rights) = route.access.rights() else { continue };
        for (role, cookie) in &cookies {
            if rights.iter().any(|right| right.roles().contains(role)) {
                continue;
            }
            let answer = ask(&server, &route, cookie).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{role:?} {:?} {}", route.kind, route.path);
            // Nothing is written about check-ins, nor about who only comes to check in.
            refused += i64::from(rights != [Right::CheckIn] && *role != Role::Employee);
        }
    }
    assert!(refused > 50, "{refused}");
    let written = "SELECT COUNT(*) FROM audit WHERE event = 'denied'";
    assert_eq!(crate::common::number(&server.services, written).await, refused);
    let about_check_ins = "SELECT COUNT(*) FROM audit WHERE detail LIKE '/check-in%'";
    assert_eq!(crate::common::number(&server.services, about_check_ins).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_page_unit_or_file_is_not_found() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    for path in [
        "/nowhere",
        "/trends?unit=999",
        "/trends?unit=x",
        "/trends?resolution=fortnight",
        "/trends?measures=strain,mood",
        "/trends/map?measure=mood",
        "/trends/map?rounds=few",
        "/trends/map?page=last",
        "/trends/sites?kind=shed",
        "/trends/sites?stretch=long",
        "/trends/load?rounds=many",
        "/trends/teams?show=best",
        "/charts/trend.svg?unit=x",
        "/charts/trend.svg?resolution=fortnight",
        "/charts/map.svg?measure=mood",
        "/charts/sites.png?stretch=long",
        "/charts/load.svg?kind=shed",
        "/charts/action.svg",
        "/charts/action.svg?action=x",
        "/actions/new?driver=luck",
        "/charts/pie.svg",
        "/review/2026Q9.zip",
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

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_missing_is_not_missing_for_a_year() {
    let server = Server::start().await;
    let site = server._folders.1.path();
    std::fs::create_dir(site.join("pkg")).unwrap();
    std::fs::write(site.join("pkg/there.js"), "there").unwrap();
    for path in [
        "/pkg/nothing.js",
        "/pkg/",
        "/fonts/nothing.woff2",
        "/icons/nothing.png",
        "/favicon.svg",
        "/manifest.webmanifest",
    ] {
        let answer = server.get(path, "").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
    }
    let ask = |name: &str, value: &str| {
        server.send(Request::get("/pkg/there.js").header(name, value).body(Body::empty()).unwrap())
    };
    for (answer, status) in [
        (ask("accept", "*/*").await, StatusCode::OK),
        (ask("range", "bytes=0-1").await, StatusCode::PARTIAL_CONTENT),
        (ask("if-modified-since", "Fri, 01 Jan 2100 00:00:00 GMT").await, StatusCode::NOT_MODIFIED),
    ] {
        assert_eq!(answer.status, status);
        assert!(answer.header("cache-control").contains("immutable"), "{status}");
    }
    let beyond = ask("range", "bytes=90-99").await;
    assert_eq!(beyond.status, StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!(beyond.header("cache-control"), "no-store");
    assert_eq!(server.get("/sw.js", "").await.header("cache-control"), "no-cache");
}
