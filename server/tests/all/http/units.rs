//! `/units` and below.

use axum::http::StatusCode;
use domain::Role;

use super::{PASSWORD, Server};

const HOSTILE: &str = "<img src=x onerror=alert(1)>\"'</textarea><script>alert(2)</script>";
const PAGES: [&str; 7] = [
    "/units",
    "/units/new",
    "/units/3",
    "/units/3/rename",
    "/units/3/move",
    "/units/3/merge",
    "/units/3/close",
];
const FORMS: [&str; 5] =
    ["/units/new", "/units/3/rename", "/units/3/move", "/units/3/merge", "/units/3/close"];

#[tokio::test(flavor = "multi_thread")]
async fn only_an_administrator_gets_in() {
    let server = Server::start().await;
    service::sign_in::create_account(
        &server.services.people,
        "boss@example.org",
        "Boss",
        Role::Manager,
        "S",
        PASSWORD,
    )
    .await
    .unwrap();
    let admin = server.sign_in("admin").await;
    for path in PAGES {
        assert_eq!(server.get(path, "").await.status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(server.get(path, &admin).await.status, StatusCode::OK, "{path}");
    }
    for name in ["one", "boss", "hr", "desk"] {
        let cookie = server.sign_in(name).await;
        for path in PAGES {
            assert_eq!(server.get(path, &cookie).await.status, StatusCode::FORBIDDEN, "{name} {path}");
        }
        for path in FORMS {
            let form = [("name", "Mine"), ("from_on", "2026-11-20")];
            assert_eq!(
                server.post(path, &cookie, &form).await.status,
                StatusCode::FORBIDDEN,
                "{name} {path}"
            );
        }
    }
    for path in FORMS {
        assert_eq!(server.post(path, "", &[]).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_name_shows_as_text_everywhere() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let form = [("name", HOSTILE), ("number", "<b>"), ("kind", "site"), ("parent", "1")];
    let opened = server.post("/units/new", &admin, &form).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    let unit = opened.header("location").to_owned();
    let again = server.post("/units/new", &admin, &form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "the number is taken");
    let mut bodies = vec![again.body];
    let search = format!("/units?search={}", "%3Cimg");
    let merge = format!("{unit}/merge");
    for path in ["/units", &search, &unit, &merge, "/units/3/move", "/people", "/people/new"] {
        bodies.push(server.get(path, &admin).await.body);
    }
    for body in bodies {
        assert!(body.contains("&lt;img src=x"), "{body}");
        assert!(!body.contains("<img src=x") && !body.contains("<script>alert"), "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_is_shown_again_and_what_is_done_is_said_once() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let refused = server.post("/units/3/rename", &admin, &[("name", "New <name>"), ("from_on", "x")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"New &lt;name&gt;\""), "{}", refused.body);
    let form =
        [("name", "New name"), ("from_on", "2026-11-20"), ("kind", "site"), ("parent", "5"), ("id", "4")];
    let done = server.post("/units/3/rename", &admin, &form).await;
    assert_eq!((done.status, done.header("location")), (StatusCode::SEE_OTHER, "/units/3"));
    let flash = done.header("set-cookie").split(';').next().unwrap();
    let page = server.get("/units/3", &format!("{admin}; {flash}")).await;
    assert!(page.body.contains("The unit has its new name."), "{}", page.body);
    assert!(!server.get("/units/3", &admin).await.body.contains("The unit has its new name."));
    let forged = format!("{admin}; flash=unit-done-%3Cscript%3E");
    assert!(!server.get("/units/3", &forged).await.body.contains("unit-done-%3C"));
    // Fields that belong to another form change nothing.
    let row = crate::common::number(
        &server.services,
        "SELECT COUNT(*) FROM unit WHERE id = 3 AND kind = 'team' AND parent_id = 2 AND name = 'New name'",
    );
    assert_eq!(row.await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_unit_or_act_is_not_found() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    for path in ["/units/999", "/units/x", "/units/3/burn", "/units/x/rename", "/units/1/close"] {
        assert_eq!(server.get(path, &admin).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/units/3/burn", "/units/x/rename", "/units/999/close"] {
        assert_eq!(server.post(path, &admin, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
