//! `/actions` and below.

use axum::http::StatusCode;

use super::Server;
use crate::common::number;

const HOSTILE: &str = "</textarea><script>alert(1)</script>\" onfocus=\"x";

const GOOD: [(&str, &str); 6] = [
    ("unit", "3"),
    ("driver", "strain"),
    ("tried", "Two on the till after four."),
    ("owner", "manager"),
    ("starts_on", "2026-11-23"),
    ("review_on", "2027-01-18"),
];

/// The good form with something else in one field.
fn with<'a>(field: &str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    GOOD.iter().map(|(name, good)| (*name, if *name == field { value } else { *good })).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_is_agreed_changed_and_reviewed_through_forms_alone() {
    let server = Server::start().await;
    let boss = server.boss().await;
    let empty = server.get("/actions", &boss).await;
    assert!(empty.body.contains("/actions/new?unit=2"), "what to do next: {}", empty.body);
    let added = server.post("/actions/new", &boss, &GOOD).await;
    assert_eq!(
        (added.status, added.header("location")),
        (StatusCode::SEE_OTHER, "/actions/1"),
        "{}",
        added.body
    );
    let changed = server.post("/actions/1/edit", &boss, &with("tried", "Three on the till.")).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
    let page = server.get("/actions/1", &boss).await;
    assert!(page.body.contains("Three on the till.") && page.body.contains("name=\"outcome\""));
    let review = [("outcome", "stopped"), ("learned", "It did not fit the shifts.")];
    assert_eq!(server.post("/actions/1", &boss, &review).await.status, StatusCode::SEE_OTHER);
    let page = server.get("/actions/1", &boss).await;
    assert!(page.body.contains("It did not fit the shifts.") && !page.body.contains("name=\"outcome\""));
    assert_eq!(server.post("/actions/1", &boss, &review).await.status, StatusCode::CONFLICT);
    assert_eq!(server.get("/actions/1/edit", &boss).await.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_action_comes_back_with_what_was_typed_and_a_reason_for_each_field() {
    let server = Server::start().await;
    let boss = server.boss().await;
    for (field, value, reason) in [
        ("unit", "5", "#unit"),
        ("unit", "", "#unit"),
        ("driver", "response_rate", "#driver"),
        ("driver", "own_9", "#driver"),
        ("tried", " ", "#tried"),
        ("owner", "Kari Lie", "#owner"),
        ("starts_on", "2024-01-01", "#starts_on"),
        ("review_on", "2026-11-23", "#review_on"),
        ("review_on", "2028-11-23", "#review_on"),
    ] {
        let refused = server.post("/actions/new", &boss, &with(field, value)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value}");
        assert_eq!(refused.body.matches("<li><a href=\"#").count(), 1, "{field} {value}: {}", refused.body);
        assert!(refused.body.contains(reason), "{field} {value}");
        assert!(field == "tried" || refused.body.contains("Two on the till after four."), "{field} {value}");
    }
    assert_eq!(number(&server.services, "SELECT COUNT(*) FROM agreed_action").await, 0);
    server.post("/actions/new", &boss, &GOOD).await;
    let refused = server.post("/actions/1", &boss, &[("learned", "Typed words.")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("href=\"#outcome\"") && refused.body.contains("Typed words."));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_tried_is_text_wherever_it_is_shown() {
    let server = Server::start().await;
    let boss = server.boss().await;
    server.post("/actions/new", &boss, &with("tried", HOSTILE)).await;
    server.post("/actions/new", &boss, &with("tried", HOSTILE)).await;
    server.post("/actions/2", &boss, &[("outcome", "kept"), ("learned", HOSTILE)]).await;
    let one = server.sign_in("one").await;
    for (path, cookie) in [
        ("/actions", &boss),
        ("/actions/1", &boss),
        ("/actions/1/edit", &boss),
        ("/actions/2", &boss),
        ("/trends?unit=3", &boss),
        ("/team", &one),
    ] {
        let answer = server.get(path, cookie).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.body.contains("&lt;script&gt;alert(1)"), "{path} shows it");
        assert!(!answer.body.contains("<script>alert(1)"), "{path} as text");
        assert!(!answer.body.contains("\" onfocus=\"x\""), "{path} inside its attribute");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_member_sees_the_own_team_s_actions_and_no_form() {
    let server = Server::start().await;
    let boss = server.boss().await;
    server.post("/actions/new", &boss, &GOOD).await;
    server.post("/actions/new", &boss, &with("unit", "4")).await;
    let one = server.sign_in("one").await;
    let page = server.get("/actions/1", &one).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("name=\"outcome\"") && !page.body.contains("/actions/1/edit"));
    assert!(server.get("/team", &one).await.body.contains("/actions/1\""));
    for path in [
        "/actions/2",
        "/actions?unit=4",
        "/actions/9",
        "/actions/x",
        "/charts/action.svg?action=2",
        "/charts/action.svg",
    ] {
        assert_eq!(server.get(path, &one).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/actions/new", "/actions/1/edit"] {
        assert_eq!(server.get(path, &one).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(server.post(path, &one, &GOOD).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(server.post("/actions/1", &one, &[("outcome", "kept")]).await.status, StatusCode::FORBIDDEN);
}
