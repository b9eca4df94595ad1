//! `/questions` and below.

use axum::http::StatusCode;

use super::Server;
use crate::common::{number, run};

const HOSTILE: &str = "</textarea><script>alert(1)</script>\" onfocus=\"x";

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_is_text_wherever_it_is_shown() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    let added =
        server.post("/questions/new", &hr, &[("tag", "rota"), ("en", HOSTILE), ("nb", HOSTILE)]).await;
    assert_eq!(
        (added.status, added.header("location")),
        (StatusCode::SEE_OTHER, "/questions"),
        "{}",
        added.body
    );
    // As if the next round had come.
    run(&server.services, "UPDATE own_item SET from_on = '2026-11-16'").await;
    let one = server.sign_in("one").await;
    let check_in = server.get("/check-in", &one).await;
    assert!(check_in.body.contains("name=\"O1\""), "{}", check_in.body);
    for (path, cookie) in
        [("/questions", &hr), ("/questions/1/reword", &hr), ("/questions/1/stop", &hr), ("/check-in", &one)]
    {
        let answer = server.get(path, cookie).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.body.contains("&lt;script&gt;alert(1)"), "{path} shows it");
        assert!(!answer.body.contains("<script>alert(1)"), "{path} as text");
        assert!(!answer.body.contains("\" onfocus=\"x\""), "{path} inside its attribute");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_statement_comes_back_with_what_was_typed_and_a_reason_for_each_field() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    let refused =
        server.post("/questions/new", &hr, &[("tag", "My Rota"), ("en", "Typed words."), ("nb", "")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["value=\"My Rota\"", "value=\"Typed words.\"", "href=\"#tag\"", "href=\"#nb\""] {
        assert!(refused.body.contains(part), "{part}");
    }
    assert!(!refused.body.contains("href=\"#en\""));
    assert_eq!(number(&server.services, "SELECT COUNT(*) FROM own_item").await, 0);
    for path in ["/questions/1/reword", "/questions/x/reword", "/questions/1/burn"] {
        assert_eq!(server.get(path, &hr).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(server.post(path, &hr, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    server.post("/questions/new", &hr, &[("tag", "rota"), ("en", "Words."), ("nb", "Ord.")]).await;
    let early = server.post("/questions/1/stop", &hr, &[]).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "nobody has been asked it yet");
    assert_eq!(server.post("/questions/1/delete", &hr, &[]).await.status, StatusCode::SEE_OTHER);
}
