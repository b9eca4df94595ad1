//! While the database is busy or cannot store: 503, and the form with everything in it.

use axum::http::StatusCode;
use sea_orm::ConnectionTrait;

use super::{PASSWORD, Server};
use crate::common;

/// What somebody sees whose form could not be stored.
async fn sees_it_again(server: &Server, path: &str, cookie: &str, form: &[(&str, &str)], kept: &[&str]) {
    let answer = server.post(path, cookie, form).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{path}: {}", answer.body);
    // On the form's own page, or where not even that could be read, on one that needs nothing but itself.
    let says_why = ["class=\"error-summary\"", "<button>Send again</button>"];
    assert!(
        says_why.iter().any(|mark| answer.body.contains(mark)),
        "{path} does not say why: {}",
        answer.body
    );
    for text in kept {
        assert!(answer.body.contains(text), "{path} lost {text}: {}", answer.body);
    }
}

const COMPLAINT: &[(&str, &str)] =
    &[("what", "Ventet førti minutter"), ("category", "waiting"), ("channel", "phone"), ("unit", "3")];

#[tokio::test(flavor = "multi_thread")]
async fn while_another_program_holds_the_database_every_form_is_kept() {
    let server = Server::start().await;
    let (one, desk, hr) =
        (server.sign_in("one").await, server.sign_in("desk").await, server.sign_in("hr").await);
    let other = sea_orm::Database::connect(format!("sqlite://{}", server.database())).await.unwrap();
    other.execute_unprepared("BEGIN IMMEDIATE").await.unwrap();
    let ballot =
        [("round", "2"), ("key", "k"), ("C1", "2"), ("C2", "4"), ("comment", "Vakta varer for lenge")];
    let note =
        [("unit", "1"), ("label", "Nye vaktplaner"), ("starts_on", "2026-11-02"), ("note_kind", "event")];
    tokio::join!(
        sees_it_again(&server, "/check-in", &one, &ballot, &["Vakta varer for lenge"]),
        sees_it_again(&server, "/complaints/new", &desk, COMPLAINT, &["Ventet førti minutter"]),
        sees_it_again(&server, "/trends/notes/new?unit=1", &hr, &note, &["Nye vaktplaner"]),
        sees_it_again(&server, "/forgot", "", &[("login", "kari@example.org")], &["kari@example.org"]),
    );
    other.execute_unprepared("ROLLBACK").await.unwrap();
    let answer = server.post("/check-in", &one, &ballot).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(common::number(&server.services, "SELECT COUNT(*) FROM complaint").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_nothing_can_be_stored_every_form_is_kept_and_readiness_says_so() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let log = format!("{}-wal", server.database());
    std::fs::rename(&log, format!("{log}.aside")).unwrap();
    sees_it_again(
        &server,
        "/complaints/new",
        &desk,
        COMPLAINT,
        &["Ventet førti minutter", "Nothing can be saved"],
    )
    .await;
    let sign_in = [("login", "desk@example.org"), ("password", PASSWORD)];
    sees_it_again(&server, "/sign-in", "", &sign_in, &["desk@example.org"]).await;
    assert_eq!(server.get("/readyz", "").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(server.get("/healthz", "").await.status, StatusCode::OK);
    std::fs::rename(format!("{log}.aside"), &log).unwrap();
    assert_eq!(server.get("/readyz", "").await.status, StatusCode::OK);
    assert_eq!(server.post("/complaints/new", &desk, COMPLAINT).await.status, StatusCode::SEE_OTHER);
}
