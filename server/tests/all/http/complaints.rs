//! `/complaints`, `/complaints/new`, `/complaints/{reference}`.

use axum::http::StatusCode;

use super::Server;

const HOSTILE: &str = "<img src=x onerror=alert(1)>\"'</textarea><script>alert(2)</script>";

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_description_shows_as_text_everywhere() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [("what", HOSTILE), ("category", "waiting"), ("channel", "phone"), ("unit", "3")];
    let answer = server.post("/complaints/new", &desk, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let case = answer.header("location").to_owned();
    let short = [("what", HOSTILE), ("category", "no such"), ("channel", "phone"), ("unit", "3")];
    let refused = server.post("/complaints/new", &desk, &short).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for body in
        [refused.body, server.get(&case, &desk).await.body, server.get("/complaints", &desk).await.body]
    {
        assert!(body.contains("&lt;img src=x"), "{body}");
        assert!(!body.contains("<img src=x") && !body.contains("<script>alert"), "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_secret_is_shown_once() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [("what", "Cold soup"), ("category", "product"), ("channel", "in_person"), ("unit", "3")];
    let answer = server.post("/complaints/new", &desk, &form).await;
    let case = answer.header("location");
    let flash = answer.header("set-cookie").split(';').next().unwrap();
    let secret = flash.rsplit("%3A").next().unwrap();
    let page = server.get(case, &format!("{desk}; {flash}")).await;
    assert!(page.body.contains(secret));
    assert!(page.header("set-cookie").starts_with("flash=;"), "the page takes it away again");
    assert!(!server.get(case, &desk).await.body.contains(secret));
    let forged = format!("{desk}; flash=K-999:CALL-ME");
    assert!(!server.get(case, &forged).await.body.contains("CALL-ME"));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_sites_case_is_not_found_and_an_employee_is_not_let_in() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let form = [("what", "Cold soup"), ("category", "product"), ("channel", "in_person"), ("unit", "3")];
    let case = server.post("/complaints/new", &desk, &form).await.header("location").to_owned();
    let other = server.sign_in("other").await;
    let step = [("seen_stage", "received"), ("stage", "acknowledged"), ("note", "")];
    assert_eq!(server.get(&case, &other).await.status, StatusCode::NOT_FOUND);
    assert_eq!(server.post(&case, &other, &step).await.status, StatusCode::NOT_FOUND);
    let employee = server.sign_in("one").await;
    assert_eq!(server.get("/complaints", &employee).await.status, StatusCode::FORBIDDEN);
    assert_eq!(server.post("/complaints/new", &employee, &form).await.status, StatusCode::FORBIDDEN);
    assert_eq!(server.post(&case, &desk, &step).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        server.post(&case, &desk, &step).await.status,
        StatusCode::CONFLICT,
        "the page is out of date"
    );
}
