//! `/team`, its preview of the manager's page, and `/comments`.

use axum::http::StatusCode;
use domain::Role;

use super::{PASSWORD, Server};
use crate::common::run;

/// Figures of team A in rounds that have been released, and a manager of site S.
async fn prepare(server: &Server) -> (String, String) {
    let services = &server.services;
    service::sign_in::create_account(
        &services.people,
        "boss@example.org",
        "Ola Berg",
        Role::Manager,
        "S",
        PASSWORD,
    )
    .await
    .unwrap();
    run(services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1").await;
    for (number, day) in [(31, "2026-10-19"), (32, "2026-10-26"), (33, "2026-11-02")] {
        run(
            services,
            &format!(
                "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
                 VALUES ({number}, '{day}', '{day}', 'released', 'trivsel-1', 'Test', '2026-10-01', '2027-10-01', '{day}')"
            ),
        )
        .await;
    }
    for (measure, offset) in [("satisfaction", 60), ("strain", 20), ("response_rate", 70)] {
        run(
            services,
            &format!(
                "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value, turnout_band,
                    rule_version, params_hash, input_digest, released_on)
                 SELECT 3, '{measure}', id, id, 'published', FALSE, {offset} + id, '5-9', 1, '', '', '2026-11-17'
                 FROM round WHERE state = 'released'"
            ),
        )
        .await;
    }
    (server.sign_in("one").await, server.sign_in("boss").await)
}

/// What lies between two texts of a page.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page.find(from).unwrap_or_else(|| panic!("no {from} in {page}"));
    let end = start + page[start..].find(to).unwrap_or_else(|| panic!("no {to} after {from}"));
    &page[start..end]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_preview_shows_chart_and_table_of_the_managers_page_to_the_byte() {
    let server = Server::start().await;
    let (employee, manager) = prepare(&server).await;
    let seen = server.get("/trends?unit=3", &manager).await;
    let preview = server.get("/team/preview", &employee).await;
    assert_eq!((seen.status, preview.status), (StatusCode::OK, StatusCode::OK));
    for (from, to) in [
        ("<h1", "</h1>"),
        ("<p class=\"lead\"", "</p>"),
        ("<figure", "</figure>"),
        ("<ul class=\"legend\"", "</ul>"),
        ("<details id=\"table\"", "</details>"),
        // The cards say the same; where they lead is the reader's own matter.
        ("<section class=\"card link\"", "</section>"),
        ("<h2>What stands out</h2>", "</p>"),
    ] {
        assert_eq!(between(&preview.body, from, to), between(&seen.body, from, to), "{from}");
    }
    assert!(between(&preview.body, "<figure", "</figure>").contains("<svg"));
    assert!(preview.body.contains("/team/preview?unit=3&amp;resolution=month"), "the tabs stay in the frame");
    assert!(!preview.body.contains("/charts/"), "nothing is taken out from here");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_team_page_shows_the_newest_figures_and_leads_to_the_preview() {
    let server = Server::start().await;
    let (employee, _) = prepare(&server).await;
    let page = server.get("/team", &employee).await;
    assert_eq!(page.status, StatusCode::OK);
    for text in
        ["How Team A is doing", "Site S", "Testkjeden", "/team/preview", "5–9 people", "Round 2: from"]
    {
        assert!(page.body.contains(text), "{text}");
    }
    // A member of the team finds its figures here, and on the page the way to the trend and to what was tried.
    let (head, main) = page.body.split_once("<main").unwrap();
    assert!(!head.contains("href=\"/trends\""));
    for href in ["/trends", "/actions"] {
        assert!(main.contains(&format!("href=\"{href}\"")), "{href}");
        assert_eq!(server.get(href, &employee).await.status, StatusCode::OK, "{href}");
    }
    // One round against the one before is noise.
    assert!(!main.contains("since round"));
    let admin = server.sign_in("admin").await;
    assert_eq!(server.get("/team", &admin).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_is_shown_as_text_and_without_its_team() {
    let server = Server::start().await;
    let (employee, manager) = prepare(&server).await;
    run(
        &server.services,
        "INSERT INTO released_comment (id, round_id, home_id, text)
         VALUES (X'00112233445566778899aabbccddeeff', 1, 2, '</textarea><script>alert(1)</script>')",
    )
    .await;
    let page = server.get("/comments", &manager).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;"), "{}", page.body);
    assert!(!page.body.contains("<script>alert"));
    // The header leads to other units by name; what was written says nothing of them.
    let main = page.body.split("<main").nth(1).unwrap();
    assert!(main.contains("Comments at Site S") && !main.contains("Team B"));
    assert!(server.get("/comments?unit=3", &manager).await.body.contains("No comments to show here"));
    assert_eq!(server.get("/comments?unit=1", &manager).await.status, StatusCode::NOT_FOUND);
    assert_eq!(server.get("/comments?unit=x", &manager).await.status, StatusCode::NOT_FOUND);
    assert_eq!(server.get("/comments", &employee).await.status, StatusCode::FORBIDDEN);
}
