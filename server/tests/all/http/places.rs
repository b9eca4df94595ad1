//! The unit of a page and the way to another one, in an organisation as large as the product is made for.

use axum::http::StatusCode;

use super::{PASSWORD, Server};
use crate::common::run;

/// Forty sites with fifty teams each. Two names are the same, and one is as long as names may be.
async fn grow(server: &Server) {
    for statement in [
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
         INSERT INTO unit (external_id, parent_id, kind, name) SELECT 'G' || i, 1, 'site', 'Storsted ' || i FROM n",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
         INSERT INTO unit (external_id, parent_id, kind, name)
         SELECT unit.external_id || '-' || i, unit.id, 'team', 'Stort team ' || unit.external_id || '-' || i || ' fløy'
         FROM n, unit WHERE unit.external_id LIKE 'G%'",
    ] {
        run(&server.services, statement).await;
    }
}

/// What is between the first of these and the next of those.
fn part<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    page.split_once(from).unwrap().1.split_once(to).unwrap().0
}

#[tokio::test(flavor = "multi_thread")]
async fn two_thousand_units_make_no_long_page_and_are_found_without_scripts() {
    let server = Server::start().await;
    grow(&server).await;
    let hr = server.sign_in("hr").await;
    for path in ["/trends", "/today", "/actions", "/trends/notes"] {
        let page = server.get(path, &hr).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let switch = part(&page.body, "<details class=\"switch\"", "</details>");
        assert!(switch.len() < 8_000, "{path}: {} bytes for the switcher", switch.len());
        assert!(switch.matches("<a ").count() <= 30, "{path}");
        assert!(page.body.len() < 150_000, "{path}: {} bytes", page.body.len());
        // A form that asks for a page: it needs no scripts.
        assert!(
            switch.contains("<form") && switch.contains("method=\"get\"") && switch.contains("name=\"q\"")
        );
    }
    let all = server.get("/places?to=%2Ftrends", &hr).await;
    assert_eq!(all.status, StatusCode::OK);
    assert!(all.body.len() < 60_000, "{} bytes", all.body.len());
    let found = server.get("/places?to=%2Ftrends&q=G17-3+FL%C3%98Y", &hr).await;
    let main = part(&found.body, "<main", "</main>");
    // G17-3 and G17-30 to G17-39, each under its site, and each leads to the page it was asked from.
    assert_eq!(main.matches("href=\"/trends?unit=").count(), 11, "{main}");
    assert!(main.contains("Storsted 17"));
    let none = server.get("/places?to=%2Ftrends&q=finnes+ikke", &hr).await;
    assert_eq!(none.status, StatusCode::OK);
    assert_eq!(part(&none.body, "<main", "</main>").matches("href=\"/trends?unit=").count(), 0);
}

/// Pages on which a unit is chosen, as the views name them.
fn offered(folder: &std::path::Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            offered(&path, found);
        } else {
            let text = std::fs::read_to_string(&path).unwrap();
            let views = text.split("<UnitPath ").skip(1);
            let pages = views.filter_map(|rest| rest.split_once("page=\"")?.1.split_once('"'));
            found.extend(pages.map(|(page, _)| page.to_owned()));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_for_a_unit_was_missing_for_pages_that_offer_it() {
    let mut pages = Vec::new();
    offered(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src"), &mut pages);
    assert!(pages.len() > 15, "{pages:?}");
    let server = Server::start().await;
    service::sign_in::create_account(
        &server.services.people,
        "chief@example.org",
        "Ola Berg",
        domain::Role::Manager,
        "S",
        PASSWORD,
    )
    .await
    .unwrap();
    let everything = [server.sign_in("hr").await, server.sign_in("chief").await];
    for page in pages {
        let asked = format!("/places?to={}", page.replace('/', "%2F"));
        let mut statuses = Vec::new();
        for who in &everything {
            statuses.push(server.get(&asked, who).await.status);
        }
        assert!(statuses.contains(&StatusCode::OK), "{page}: {statuses:?}");
    }
}
