//! `/check-in`.

use axum::http::StatusCode;

use super::Server;
use crate::common::number;

/// Round 2 asks C1, C2, R3 and R9.
const ANSWERS: [(&str, &str); 3] = [("round", "2"), ("C1", "1"), ("C2", "4")];

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_ends_on_the_receipt_and_a_second_one_is_refused_kindly() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let page = server.get("/check-in", &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("name=\"R3\"")
            && page.body.contains("name=\"R9\"")
            && !page.body.contains("name=\"R1\"")
    );
    let answer = server.post("/check-in", &cookie, &ANSWERS).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/check-in/receipt"));
    assert_eq!(server.get("/check-in/receipt", &cookie).await.status, StatusCode::OK);
    assert_eq!(server.post("/check-in", &cookie, &ANSWERS).await.status, StatusCode::CONFLICT);
    let page = server.get("/check-in", &cookie).await;
    assert_eq!(page.status, StatusCode::OK, "looking is no second ballot");
    assert!(!page.body.contains("name=\"C2\""), "there is no form to fill in twice");
    assert_eq!(number(&server.services, "SELECT SUM(count) FROM tally").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_round_is_gone_and_a_foreign_value_shows_the_form_again() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    assert_eq!(
        server.post("/check-in", &cookie, &[("round", "1"), ("C2", "4")]).await.status,
        StatusCode::GONE
    );
    let hostile = "</textarea><script>alert(1)</script>";
    let form = [("round", "2"), ("C2", "9"), ("C1", "-1"), ("comment", hostile)];
    let answer = server.post("/check-in", &cookie, &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("&lt;/textarea&gt;&lt;script&gt;"), "the comment is kept, as text");
    assert!(!answer.body.contains("<script>alert"));
    assert!(answer.body.contains("value=\"-1\" checked"), "the answers are kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_place_on_the_roster_there_is_no_check_in() {
    let server = Server::start().await;
    assert_eq!(server.get("/check-in", "").await.status, StatusCode::UNAUTHORIZED);
    let admin = server.sign_in("admin").await;
    assert_eq!(server.get("/check-in", &admin).await.status, StatusCode::FORBIDDEN);
}
