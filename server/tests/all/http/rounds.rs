//! `/rounds` and below.

use axum::http::StatusCode;
use domain::Role;

use super::{PASSWORD, Server};

const NEW: [(&str, &str); 5] = [
    ("starts_on", "2126-11-23"),
    ("weeks", "1"),
    ("purpose", "</textarea><script>alert(1)</script>"),
    ("discussed_on", "2026-11-02"),
    ("review_on", "2126-11-23"),
];

/// A form of a round that starts so many days from today.
fn from_today(days: i64) -> Vec<(&'static str, String)> {
    let day = |days: i64| (crate::common::now().date_naive() + chrono::Duration::days(days)).to_string();
    vec![
        ("starts_on", day(days)),
        ("weeks", "2".to_owned()),
        ("purpose", "To see early what wears people out".to_owned()),
        ("discussed_on", day(-7)),
        ("review_on", day(days + 300)),
    ]
}

async fn post(server: &Server, path: &str, cookie: &str, form: &[(&'static str, String)]) -> super::Answer {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    server.post(path, cookie, &form).await
}

#[tokio::test(flavor = "multi_thread")]
async fn representatives_see_rounds_and_change_none() {
    let server = Server::start().await;
    let create = service::sign_in::create_account;
    create(&server.services.people, "rep@example.org", "Rep", Role::StaffRepresentative, "ROOT", PASSWORD)
        .await
        .unwrap();
    let rep = server.sign_in("rep").await;
    let calendar = server.get("/rounds", &rep).await;
    assert_eq!(calendar.status, StatusCode::OK);
    assert!(!calendar.body.contains("/rounds/new"), "nothing to plan with");
    let round = server.get("/rounds/2", &rep).await;
    assert!(round.body.contains("Test") && !round.body.contains("/rounds/2/void"), "its purpose, and no act");
    for path in ["/rounds/new", "/rounds/2/void", "/rounds/2/close"] {
        assert_eq!(server.get(path, &rep).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    for path in ["/rounds/new", "/rounds/2/close", "/rounds/2/void"] {
        assert_eq!(server.post(path, &rep, &NEW).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(server.get("/rounds", &server.sign_in("desk").await).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_round_is_shown_again_as_text_with_what_was_typed() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    let refused = server.post("/rounds/new", &hr, &NEW).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("This lies too far ahead"), "{}", refused.body);
    assert!(
        refused.body.contains("&lt;/textarea&gt;&lt;script&gt;")
            && !refused.body.contains("<script>alert(1)")
    );
    for (path, status) in [
        ("/rounds/x", StatusCode::NOT_FOUND),
        ("/rounds/99", StatusCode::NOT_FOUND),
        ("/rounds/2/burn", StatusCode::NOT_FOUND),
        ("/rounds/2/edit", StatusCode::NOT_FOUND),
        ("/rounds/2/void", StatusCode::OK),
    ] {
        assert_eq!(server.get(path, &hr).await.status, status, "{path}");
    }
    let moved_on = server.post("/rounds/1/close", &hr, &[]).await;
    assert_eq!(moved_on.status, StatusCode::CONFLICT, "round 1 is closed already");
}

#[tokio::test(flavor = "multi_thread")]
async fn hr_plans_a_round_that_others_cannot_overlap() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    let planned = post(&server, "/rounds/new", &hr, &from_today(60)).await;
    assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.body);
    assert_eq!(planned.header("location"), "/rounds/3");
    let overlap = post(&server, "/rounds/new", &hr, &from_today(70)).await;
    assert_eq!(overlap.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(overlap.body.contains("Another round has some of these days"), "{}", overlap.body);
    let edit = server.get("/rounds/3/edit", &hr).await;
    assert!(edit.body.contains("To see early what wears people out"));
    assert_eq!(post(&server, "/rounds/3/edit", &hr, &from_today(70)).await.status, StatusCode::SEE_OTHER);
    assert_eq!(server.post("/rounds/3/delete", &hr, &[]).await.header("location"), "/rounds");
    assert_eq!(server.get("/rounds/3", &hr).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_void_round_takes_proof_and_stands_in_the_calendar_with_its_reason() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    let form = [("reason", "Codes in the wrong hands"), ("sure", "yes")];
    crate::common::run(&server.services, "UPDATE session SET proven_at = '2020-01-01 00:00:00+00:00'").await;
    let unproven = server.post("/rounds/2/void", &hr, &form).await;
    assert_eq!(unproven.status, StatusCode::FORBIDDEN);
    assert!(unproven.body.contains("Codes in the wrong hands"), "what was typed is still there");
    let hr = server.sign_in("hr").await;
    assert_eq!(server.post("/rounds/2/void", &hr, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let void = server.post("/rounds/2/void", &hr, &form).await;
    assert_eq!(void.status, StatusCode::SEE_OTHER, "{}", void.body);
    for path in ["/rounds", "/rounds/2", "/trends"] {
        assert!(server.get(path, &hr).await.body.contains("Codes in the wrong hands"), "{path}");
    }
    let one = server.sign_in("one").await;
    let late = server.post("/check-in", &one, &[("round", "2"), ("C2", "4")]).await;
    assert_eq!(late.status, StatusCode::GONE, "told that the round does not count");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_round_the_calendar_leads_to_the_first() {
    let server = Server::start().await;
    crate::common::run(&server.services, "DELETE FROM roll").await;
    crate::common::run(&server.services, "DELETE FROM round").await;
    let hr = server.sign_in("hr").await;
    let calendar = server.get("/rounds", &hr).await;
    assert!(calendar.body.contains("Plan the first round") && calendar.body.contains("/rounds/new"));
    assert_eq!(server.get("/rounds/new", &hr).await.status, StatusCode::OK);
}
