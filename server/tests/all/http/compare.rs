//! `/trends/sites`, `/trends/load`, `/trends/drivers` and their charts as files.

use axum::http::StatusCode;

use super::Server;
use crate::common::run;

const PAGES: [&str; 3] = ["/trends/sites", "/trends/load", "/trends/drivers"];

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_open_without_any_figures_and_say_what_is_missing() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    for (path, sentence) in PAGES.into_iter().zip([
        "No customer contacts in these days.",
        "Nothing to draw yet.",
        "No statement has been released here yet.",
    ]) {
        let answer = server.get(path, &hr).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.body.contains(&format!("<h1>{sentence}</h1>")), "{path}: {}", answer.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_unit_or_choice_is_not_found() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    for path in PAGES {
        for unit in ["999", "x", ""] {
            let answer = server.get(&format!("{path}?unit={unit}"), &hr).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} {unit}");
        }
    }
    for path in [
        "/trends/sites?kind=person",
        "/trends/sites?stretch=aeon",
        "/trends/load?rounds=99999999999999999999",
    ] {
        assert_eq!(server.get(path, &hr).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    // What is known and not offered here is shown as if nobody had asked.
    for path in ["/trends/load?kind=organisation&rounds=-3", "/trends/sites?kind=&stretch="] {
        assert_eq!(server.get(path, &hr).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_funnel_can_be_taken_out_in_both_forms() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    run(
        &server.services,
        "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
         SELECT id, 'quarter', '2026-07-01', 20, 1000 FROM unit",
    )
    .await;
    let page = server.get("/trends/sites", &hr).await;
    assert!(page.body.contains("href=\"/charts/sites.svg?unit=1&amp;kind=site&amp;stretch=quarters\""));
    for name in ["sites", "load", "drivers"] {
        let svg = server.get(&format!("/charts/{name}.svg?unit=1&kind=site"), &hr).await;
        assert_eq!((svg.status, svg.header("content-type")), (StatusCode::OK, "image/svg+xml"), "{name}");
        assert!(svg.body.starts_with("<?xml"), "{name}");
        let png = server.get(&format!("/charts/{name}.png?unit=1"), &hr).await;
        assert_eq!((png.status, png.header("content-type")), (StatusCode::OK, "image/png"), "{name}");
        let unknown = server.get(&format!("/charts/{name}.svg?unit=999"), &hr).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND, "{name}");
    }
}
