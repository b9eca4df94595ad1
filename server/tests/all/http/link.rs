//! `/trends/link` and the files of its charts.

use axum::http::StatusCode;

use super::Server;

#[tokio::test(flavor = "multi_thread")]
async fn before_anything_is_worked_out_the_page_says_so_and_has_the_method() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    let page = server.get("/trends/link", &hr).await;
    assert_eq!(page.status, StatusCode::OK);
    for text in ["The link has not been worked out yet", "How it is worked out", "Details for statisticians"]
    {
        assert!(page.body.contains(text), "{text}");
    }
    assert!(page.body.contains("aria-current=\"page\""), "the tabs know where one is");
    assert_eq!(server.get("/charts/link.svg", &hr).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_there_is_no_answer_the_page_says_what_is_missing_and_what_helps() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    service::link::refresh(&server.services).await.unwrap();
    let page = server.get("/trends/link?unit=1", &hr).await;
    assert_eq!(page.status, StatusCode::OK);
    for text in
        ["<h1>No answer yet</h1>", "What is missing", "Release rounds, and import", "Data used and left out"]
    {
        assert!(page.body.contains(text), "{text}: {}", page.body);
    }
    assert!(!page.body.contains("<svg class=\"chart"), "nothing is drawn of what may not be said");
    for chart in ["link.svg", "link.png", "lags.svg", "comparison.svg", "influence.png"] {
        let answer = server.get(&format!("/charts/{chart}?unit=1"), &hr).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{chart}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_see_a_unit_finds_no_link_of_it() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    assert_eq!(server.get("/trends/link", &admin).await.status, StatusCode::FORBIDDEN);
    let hr = server.sign_in("hr").await;
    for query in ["unit=999", "unit=x", "unit=1&outcome=rumours"] {
        let answer = server.get(&format!("/trends/link?{query}"), &hr).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{query}");
    }
}
