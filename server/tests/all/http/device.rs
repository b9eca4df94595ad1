//! What the server does for a device that keeps things of its own: `/sw.js`, marks on pages, signing out.

use axum::http::StatusCode;

use super::Server;

/// The value of an attribute, the first one in the page.
fn attribute<'a>(page: &'a str, name: &str) -> &'a str {
    let start = format!("{name}=\"");
    page.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_service_worker_is_asked_for_anew_each_time_and_may_only_ask_this_server() {
    let server = Server::start().await;
    let worker = server.get("/sw.js", "").await;
    assert_eq!(worker.status, StatusCode::OK);
    assert_eq!(worker.header("cache-control"), "no-cache");
    assert!(worker.header("content-type").contains("javascript"), "{}", worker.header("content-type"));
    assert_eq!(worker.header("content-security-policy"), "default-src 'none'; connect-src 'self'");
    let page = server.get("/help", "").await;
    let policy = page.header("content-security-policy");
    assert!(policy.contains("worker-src 'self'") && policy.contains("manifest-src 'self'"), "{policy}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_that_a_device_may_keep_say_whose_they_are_and_how_long_they_hold() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let page = server.get("/check-in", &cookie).await.body;
    let shelf = attribute(&page, "data-shelf");
    assert_eq!(shelf.len(), 32, "{shelf}");
    assert_eq!(attribute(&page, "data-round"), "2");
    assert!(attribute(&page, "data-day") < attribute(&page, "data-until"), "the round has its days");
    let history = server.get("/check-in/history", &cookie).await;
    assert_eq!((history.status, attribute(&history.body, "data-shelf")), (StatusCode::OK, shelf));
    // Answered or not: the page is the same person's, and has no form that could be sent again.
    server.post("/check-in", &cookie, &[("round", "2"), ("C2", "4")]).await;
    let answered = server.get("/check-in", &cookie).await.body;
    assert_eq!(attribute(&answered, "data-shelf"), shelf);
    assert_eq!(attribute(&answered, "data-round"), "");
    assert!(
        !server.get("/trends", &cookie).await.body.contains("data-shelf=\""),
        "no other page is to be kept"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_ballot_names_its_reason_to_the_device() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let closed = server.post("/check-in", &cookie, &[("round", "1"), ("C2", "4")]).await.body;
    assert_eq!(attribute(&closed, "data-problem"), "problem-round-closed");
    for status in [StatusCode::SEE_OTHER, StatusCode::CONFLICT] {
        let answer = server.post("/check-in", &cookie, &[("round", "2"), ("C2", "4")]).await;
        assert_eq!(answer.status, status);
    }
    let again = server.post("/check-in", &cookie, &[("round", "2"), ("C2", "4")]).await.body;
    assert_eq!(attribute(&again, "data-problem"), "problem-already-answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_of_a_form_is_no_answer() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let form = [("round", "2"), ("C2", "4"), ("key", "0123456789abcdef0123456789abcdef")];
    assert_eq!(server.post("/check-in", &cookie, &form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_leaves_what_people_keep_on_their_own_device() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let answer = server.post("/sign-out", &cookie, &[]).await;
    assert_eq!(answer.header("clear-site-data"), "\"cache\"");
}
