//! `/trends/notes` and below, and what notes do on `/trends`.

use axum::http::StatusCode;

use super::Server;
use crate::common::{number, run};

const HOSTILE: &str = "</textarea><script>alert(1)</script>\" x";

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_text_wherever_it_is_shown() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    run(
        &server.services,
        "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
         VALUES (1, 'week', '2026-06-01', 3, 900), (1, 'week', '2026-06-08', 4, 900)",
    )
    .await;
    let form = [
        ("unit", "1"),
        ("note_kind", "competitor"),
        ("label", HOSTILE),
        ("starts_on", "2026-06-03"),
        ("topic", "hours"),
        ("ours", HOSTILE),
        ("theirs", HOSTILE),
        ("detail", HOSTILE),
    ];
    let added = server.post("/trends/notes/new?unit=1", &hr, &form).await;
    assert_eq!(
        (added.status, added.header("location")),
        (StatusCode::SEE_OTHER, "/trends/notes?unit=1"),
        "{}",
        added.body
    );
    for path in ["/trends/notes?unit=1", "/trends/notes/1/change", "/trends/notes/1/remove", "/trends?unit=1"]
    {
        let answer = server.get(path, &hr).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.body.contains("&lt;script&gt;alert(1)"), "{path} shows it");
        assert!(!answer.body.contains("<script>alert(1)"), "{path} as text");
    }
    let file = server.get("/charts/trend.svg?unit=1", &hr).await;
    assert!(file.body.contains("&lt;script&gt;alert(1)") && !file.body.contains("href="), "{}", file.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_note_comes_back_with_what_was_typed_and_a_reason_for_each_field() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [
        ("unit", "3"),
        ("note_kind", "competitor"),
        ("label", "Typed words"),
        ("starts_on", "2026-06-03"),
        ("ends_on", "2026-06-01"),
        ("baseline", "yes"),
    ];
    let refused = server.post("/trends/notes/new?unit=3", &desk, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in [
        "value=\"Typed words\"",
        "href=\"#ends_on\"",
        "href=\"#topic\"",
        "href=\"#ours\"",
        "href=\"#theirs\"",
    ] {
        assert!(refused.body.contains(part), "{part}");
    }
    assert!(!refused.body.contains("href=\"#label\""));
    assert_eq!(number(&server.services, "SELECT COUNT(*) FROM annotation").await, 0);
    for path in ["/trends/notes/1/change", "/trends/notes/x/remove", "/trends/notes/1/burn"] {
        assert_eq!(server.get(path, &desk).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(server.post(path, &desk, &form).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(server.get("/trends/notes/new", &desk).await.status, StatusCode::NOT_FOUND);
    assert_eq!(server.get("/trends/notes/new?unit=6", &desk).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sees_no_figures_keeps_notes_without_a_way_to_them() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let page = server.get("/trends/notes", &desk).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("href=\"/trends/notes\"") && !page.body.contains("href=\"/trends?"));
    assert_eq!(server.get("/trends", &desk).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_cases_says_what_it_is_narrowed_to_and_keeps_it_while_searching() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let complaint = [
        ("what", "Cold soup"),
        ("category", "product"),
        ("channel", "phone"),
        ("unit", "3"),
        ("happened_on", "2026-11-03"),
    ];
    server.post("/complaints/new", &desk, &complaint).await;
    let narrowed = server.get("/complaints?show=all&unit=3&from=2026-11-02&to=2026-11-08", &desk).await;
    for part in ["Cold soup", "Team A", "name=\"from\" value=\"2026-11-02\"", "show=closed&amp;unit=3"] {
        assert!(narrowed.body.contains(part), "{part}: {}", narrowed.body);
    }
    let other = server.get("/complaints?show=all&unit=3&from=2026-11-09&to=2026-11-15", &desk).await;
    assert!(!other.body.contains("Cold soup"));
    for path in [
        "/complaints?unit=6",
        "/complaints?unit=x",
        "/complaints?show=some",
        "/complaints?page=x",
        "/complaints?before=yesterday",
        "/complaints?severity=grave",
        "/complaints?from=yesterday",
        "/complaints?to=9999-99-99",
    ] {
        assert_eq!(server.get(path, &desk).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comparison_that_is_old_is_asked_about_and_answered_by_one_button() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [
        ("unit", "3"),
        ("note_kind", "competitor"),
        ("label", "Corner shop"),
        ("starts_on", "2026-06-03"),
        ("topic", "hours"),
        ("ours", "8–20"),
        ("theirs", HOSTILE),
    ];
    server.post("/trends/notes/new?unit=3", &desk, &form).await;
    let page = server.get("/competitors?unit=3", &desk).await;
    assert!(page.body.contains("Is one still so?") && page.body.contains("&lt;script&gt;"), "{}", page.body);
    assert_eq!(server.get("/competitors?unit=6", &desk).await.status, StatusCode::NOT_FOUND);
    let other = server.sign_in("other").await;
    let still = [("note_id", "1"), ("act", "still")];
    assert_eq!(server.post("/competitors", &other, &still).await.status, StatusCode::NOT_FOUND);
    let said = server.post("/competitors", &desk, &still).await;
    assert_eq!((said.status, said.header("location")), (StatusCode::SEE_OTHER, "/competitors?unit=3"));
    let page = server.get("/competitors?unit=3", &desk).await;
    assert!(
        page.body.contains("still so on 21 Nov 2026") && !page.body.contains("Is one still so?"),
        "{}",
        page.body
    );
}
