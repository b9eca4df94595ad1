//! `/people` and below.

use axum::http::StatusCode;
use domain::Role;

use super::{PASSWORD, Server};

const HOSTILE: &str = "<img src=x onerror=alert(1)>\"'</textarea><script>alert(2)</script>";
const ACTS: [&str; 10] =
    ["change", "move", "give-role", "take-role", "invite", "code", "sessions", "lock", "unlock", "leave"];

fn pages() -> Vec<String> {
    ["/people", "/people/new", "/people/codes", "/people/1"]
        .map(str::to_owned)
        .into_iter()
        .chain(forms())
        .collect()
}

fn forms() -> Vec<String> {
    let acts = ACTS.map(|act| format!("/people/1/{act}"));
    ["/people/new", "/people/codes"].map(str::to_owned).into_iter().chain(acts).collect()
}

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
    for path in ["/people", "/people/new", "/people/codes", "/people/1", "/people/1/change", "/people/1/move"]
    {
        assert_eq!(server.get(path, &admin).await.status, StatusCode::OK, "{path}");
    }
    for name in ["one", "boss", "hr", "desk"] {
        let cookie = server.sign_in(name).await;
        for path in pages().iter().map(String::as_str) {
            assert_eq!(server.get(path, &cookie).await.status, StatusCode::FORBIDDEN, "{name} {path}");
        }
        for path in forms() {
            let form = [("role", "admin"), ("unit", "1"), ("name", "Mine")];
            assert_eq!(
                server.post(&path, &cookie, &form).await.status,
                StatusCode::FORBIDDEN,
                "{name} {path}"
            );
        }
    }
    for path in pages().iter().map(String::as_str) {
        assert_eq!(server.get(path, "").await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    for path in forms() {
        assert_eq!(server.post(&path, "", &[]).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
}

/// Adds a person to team A; gives the address of their page.
async fn add(server: &Server, cookie: &str, name: &str, number: &str) -> String {
    let form = [("name", name), ("number", number), ("unit", "3"), ("role", "admin"), ("state", "active")];
    let answer = server.post("/people/new", cookie, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.header("location").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_name_shows_as_text_everywhere() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let person = add(&server, &admin, HOSTILE, "N<1>").await;
    let give = format!("{person}/give-role");
    let given = server.post(&give, &admin, &[("role", "manager"), ("unit", "3")]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.body);
    let mut bodies = Vec::new();
    let acts = ["change", "move", "give-role", "take-role", "code", "lock", "leave"];
    let acts = acts.map(|act| format!("{person}/{act}"));
    for path in acts.iter().map(String::as_str).chain(["/people", &person, "/units", "/units/3"]) {
        bodies.push(server.get(path, &admin).await.body);
    }
    bodies.push(
        server.post(&format!("{person}/change"), &admin, &[("name", HOSTILE), ("number", "")]).await.body,
    );
    bodies.push(server.post("/people/codes", &admin, &[("unit", "3")]).await.body);
    for body in bodies {
        assert!(body.contains("&lt;img src=x"), "{body}");
        assert!(!body.contains("<img src=x") && !body.contains("<script>alert"), "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_that_belong_to_no_form_change_nothing() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let person = add(&server, &admin, "New", "N1").await;
    let count = async |query: &str| crate::common::number(&server.services, query).await;
    assert_eq!(count("SELECT COUNT(*) FROM account WHERE login = 'n1' AND state = 'new'").await, 1);
    let form = [
        ("name", "Newer"),
        ("number", "N1"),
        ("email", ""),
        ("unit", "6"),
        ("role", "admin"),
        ("state", "active"),
        ("left_on", "2026-11-01"),
        ("password_hash", "x"),
        ("login", "admin@example.org"),
    ];
    let changed = server.post(&format!("{person}/change"), &admin, &form).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
    let unchanged = "SELECT COUNT(*) FROM account JOIN roster ON roster.person_id = account.person_id
         WHERE login = 'n1' AND account.name = 'Newer' AND state = 'new' AND password_hash = '!' AND unit_id = 3";
    assert_eq!(count(unchanged).await, 1);
    assert_eq!(count("SELECT COUNT(*) FROM role_grant WHERE role = 'admin'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_in_the_answer_itself_and_nowhere_else() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let person = add(&server, &admin, "New", "N1").await;
    let sheet = server.post("/people/codes", &admin, &[("unit", "3"), ("act", "print")]).await;
    assert_eq!((sheet.status, sheet.header("cache-control")), (StatusCode::OK, "no-store"));
    let code = |body: &str| {
        let start = body.find("class=\"code\">").expect("a code") + "class=\"code\">".len();
        body[start..start + 19].to_owned()
    };
    let first = code(&sheet.body);
    assert!(first.split('-').all(|part| part.len() == 4), "{first}");
    assert!(sheet.body.contains("http://127.0.0.1:3000"), "the address that people type");
    assert!(!server.get("/people/codes", &admin).await.body.contains(&first));
    assert!(!server.get(&person, &admin).await.body.contains(&first));
    let one = server.post(&format!("{person}/code"), &admin, &[]).await;
    assert_eq!(one.status, StatusCode::OK);
    assert_ne!(code(&one.body), first);
    let none = server.post("/people/codes", &admin, &[("act", "print")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_ends_the_session_and_a_second_one_is_out_of_date() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let desk = server.sign_in("desk").await;
    let id = crate::common::number(
        &server.services,
        "SELECT person_id FROM account WHERE login = 'desk@example.org'",
    )
    .await;
    let lock = format!("/people/{id}/lock");
    assert_eq!(server.post(&lock, &admin, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(server.get("/complaints", &desk).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(server.post(&lock, &admin, &[]).await.status, StatusCode::CONFLICT);
    let own = crate::common::number(
        &server.services,
        "SELECT person_id FROM account WHERE login = 'admin@example.org'",
    )
    .await;
    let own = server.post(&format!("/people/{own}/lock"), &admin, &[]).await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(own.body.contains("Nobody can change their own roles"), "{}", own.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_of_another_part_finds_nobody() {
    let server = Server::start().await;
    service::sign_in::create_account(
        &server.services.people,
        "part@example.org",
        "Part",
        Role::Admin,
        "T",
        PASSWORD,
    )
    .await
    .unwrap();
    let part = server.sign_in("part").await;
    let list = server.get("/people", &part).await.body;
    assert!(list.contains("Fifteen") && !list.contains("Sixteen"), "{list}");
    for path in pages().iter().filter(|path| path.starts_with("/people/1")) {
        assert_eq!(server.get(path, &part).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in forms().iter().filter(|path| path.starts_with("/people/1")) {
        let form = [("name", "Mine"), ("number", "X"), ("unit", "6"), ("role", "hr:6")];
        assert_eq!(server.post(path, &part, &form).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/people/x", "/people/999", "/people/10/burn", "/people/x/lock"] {
        assert_eq!(server.get(path, &part).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
