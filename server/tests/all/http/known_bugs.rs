//! Mistakes that products like this one have made, one test each. Those that belong to an address stand
//! beside it; here are the ones that belong to all.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

use super::Server;

const HOSTILE: &str = "%3Cscript%3Ealert(1)%3C/script%3E";

#[tokio::test(flavor = "multi_thread")]
async fn a_header_that_names_a_person_makes_nobody_that_person() {
    let server = Server::start().await;
    for name in [
        "x-forwarded-user",
        "x-remote-user",
        "x-user-id",
        "x-auth-request-email",
        "remote-user",
        "x-authenticated-userid",
        "authorization",
    ] {
        for value in ["hr@example.org", "1", "Basic aHJAZXhhbXBsZS5vcmc6cmVnbiBvdmVyIGZqZWxsZXQ="] {
            let request = Request::get("/trends").header(name, value).body(Body::empty()).unwrap();
            assert_eq!(server.send(request).await.status, StatusCode::UNAUTHORIZED, "{name}: {value}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_page_shows_an_address_as_text_or_not_at_all() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    for path in [
        format!("/{HOSTILE}"),
        format!("/complaints/{HOSTILE}"),
        format!("/trends?unit={HOSTILE}"),
        format!("/review?quarter={HOSTILE}"),
        format!("/review/{HOSTILE}"),
        format!("/audit?event={HOSTILE}&before={HOSTILE}"),
        format!("/sign-in?next={HOSTILE}"),
        "/sign-in?next=%22%3E%3Cscript%3Ealert(1)%3C/script%3E".to_owned(),
    ] {
        for cookie in ["", hr.as_str()] {
            let answer = server.get(&path, cookie).await;
            assert!(!answer.body.contains("<script>alert"), "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sql_in_a_search_or_filter_is_searched_for() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    for search in [
        "'; DROP TABLE complaint; --",
        "' OR '1'='1",
        "%' UNION SELECT password_hash FROM account --",
        "\\",
        "%",
        "$1",
    ] {
        let encoded: String = form_urlencoded::byte_serialize(search.as_bytes()).collect();
        for path in [
            format!("/complaints?search={encoded}"),
            format!("/complaints?show={encoded}&page={encoded}"),
            format!("/people?search={encoded}&unit={encoded}&page={encoded}"),
        ] {
            let answer = server.get(&path, &desk).await;
            assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
            assert!(!answer.body.contains("argon2"), "{path}");
        }
    }
    assert_eq!(crate::common::number(&server.services, "SELECT COUNT(*) FROM complaint").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_database_says_never_reaches_a_page() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    crate::common::run(&server.services, "ALTER TABLE released_figure RENAME TO gone").await;
    crate::common::run(&server.services, "ALTER TABLE complaint RENAME TO gone_too").await;
    let desk = server.sign_in("desk").await;
    for (path, cookie) in [
        ("/trends", &hr),
        ("/review", &hr),
        ("/review/2026Q4.zip", &hr),
        ("/complaints", &desk),
        ("/complaints/K-1", &desk),
        ("/trends/map", &hr),
        ("/charts/trend.svg", &hr),
    ] {
        let answer = server.get(path, cookie).await;
        assert!(!answer.status.is_success(), "{path}");
        for word in ["SELECT", "released_figure", "no such table", "sqlx", "SQLite", "panicked", ".rs:"] {
            assert!(!answer.body.contains(word), "{path} says {word}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_exporting_at_once_each_get_their_own() {
    let server = std::sync::Arc::new(Server::start().await);
    for unit in [2, 5] {
        crate::common::run(
            &server.services,
            &format!(
                "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, rule_version, params_hash, input_digest, released_on)
                 VALUES ({unit}, 'strain', 1, 1, 'below_k', FALSE, 1, '', '', '2026-11-17')"
            ),
        )
        .await;
    }
    crate::common::run(
        &server.services,
        "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1",
    )
    .await;
    for unit in ["S", "T"] {
        let email = format!("hr-{unit}@example.org").to_lowercase();
        service::sign_in::create_account(
            &server.services.people,
            &email,
            "Kari Lie",
            domain::Role::Hr,
            unit,
            super::PASSWORD,
        )
        .await
        .unwrap();
    }
    let cookies = [server.sign_in("hr-s").await, server.sign_in("hr-t").await];
    let exports = (0..16).map(|number| {
        let (server, cookie) = (server.clone(), cookies[number % 2].clone());
        let unit = [2, 5][number % 2];
        let path = format!("/review/2026Q4.json?unit={unit}");
        tokio::spawn(async move { (number % 2, server.get(&path, &cookie).await.body) })
    });
    for export in exports.collect::<Vec<_>>() {
        let (who, body) = export.await.unwrap();
        let (own, other) = if who == 0 { ("Site S", "Site T") } else { ("Site T", "Site S") };
        assert!(body.contains(own) && !body.contains(other), "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_percent_sign_or_a_huge_address_is_answered_and_not_a_crash() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    for path in ["/%", "/%zz", "/complaints/%ff%fe", "/trends?unit=%ff"] {
        let request = Request::get(path).header(header::COOKIE, &hr).body(Body::empty());
        let Ok(request) = request else { continue };
        assert!(!server.send(request).await.status.is_server_error(), "{path}");
    }
    let long = format!("/trends?unit={}", "9".repeat(30_000));
    assert!(!server.get(&long, &hr).await.status.is_server_error());
}
