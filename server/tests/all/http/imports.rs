//! `/imports`.

mod hostile;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};

use super::Server;

fn upload(cookie: &str, content: &[u8]) -> Request<Body> {
    upload_as("history", cookie, content)
}

fn upload_as(kind: &str, cookie: &str, content: &[u8]) -> Request<Body> {
    let mut body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n\
        --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"<b>.csv\"\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--x--\r\n");
    Request::post("/imports")
        .header(header::COOKIE, cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from(body))
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_hostile_cells_is_refused_and_echoed_as_text() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let csv = b"unit,period,complaints,contacts\n<script>alert(1)</script>,2025Q1,1,10\n";
    let answer = server.send(upload(&admin, csv)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let path = answer.header("location").to_owned();
    let page = server.get(&path, &admin).await;
    assert!(page.body.contains("&lt;script&gt;") && !page.body.contains("<script>alert"), "{}", page.body);
    assert!(!page.body.contains(&format!("{path}/confirm")), "there is nothing to confirm");
    assert_eq!(server.post(&format!("{path}/confirm"), &admin, &[]).await.status, StatusCode::CONFLICT);
    let desk = server.sign_in("desk").await;
    assert_eq!(server.get(&path, &desk).await.status, StatusCode::NOT_FOUND, "somebody else's import");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_too_large_is_refused_with_a_page() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let answer = server.send(upload(&admin, &vec![b'a'; 12 * 1024 * 1024])).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.header("content-type").starts_with("text/html"), "{}", answer.header("content-type"));
    let hr = server.sign_in("hr").await;
    assert_eq!(server.send(upload(&hr, b"unit\n")).await.status, StatusCode::FORBIDDEN);
}

const PEOPLE: &[u8] = b"number,name,email,unit\nN1,=HYPERLINK(\"x\"),n1@example.org,A\n\
    N2,<img src=x onerror=alert(1)>,,A\nN3,\"Kari\",,A\n";

#[tokio::test(flavor = "multi_thread")]
async fn people_and_units_are_for_those_who_keep_them_and_each_import_for_its_sender() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let answer = server.send(upload_as("people", &admin, PEOPLE)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let path = answer.header("location").to_owned();
    let id = path.rsplit('/').next().unwrap().to_owned();
    for (name, status) in
        [("desk", StatusCode::NOT_FOUND), ("one", StatusCode::FORBIDDEN), ("hr", StatusCode::FORBIDDEN)]
    {
        let cookie = server.sign_in(name).await;
        assert_eq!(server.get(&path, &cookie).await.status, status, "{name}");
        for step in ["", "/confirm", "/discard"] {
            let answer = server.post(&format!("{path}{step}"), &cookie, &[("encoding", "utf8")]).await;
            assert_eq!(answer.status, status, "{name} {step}");
        }
        assert!(!server.get(&format!("/imports/{id}?again"), &cookie).await.body.contains("HYPERLINK"));
        assert_eq!(server.send(upload_as("people", &cookie, PEOPLE)).await.status, StatusCode::FORBIDDEN);
        assert_eq!(server.send(upload_as("units", &cookie, b"number\n")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(server.get("/imports/template/people.csv", &cookie).await.status, StatusCode::FORBIDDEN);
    }
    // The desk imports what customers say and is offered nothing else.
    let desk = server.sign_in("desk").await;
    let page = server.get("/imports", &desk).await.body;
    assert!(page.contains("value=\"history\"") && !page.contains("value=\"people\""), "{page}");
    assert!(page.contains("/imports/template/history.csv") && !page.contains("/imports/template/people.csv"));
    // Another administrator does not see it either.
    let create = service::sign_in::create_account;
    create(
        &server.services.people,
        "second@example.org",
        "Per",
        domain::Role::Admin,
        "ROOT",
        super::PASSWORD,
    )
    .await
    .unwrap();
    let second = server.sign_in("second").await;
    assert_eq!(server.get(&path, &second).await.status, StatusCode::NOT_FOUND);
    assert_eq!(server.post(&format!("{path}/confirm"), &second, &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_shown_as_text_and_written_once_they_are_confirmed() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let answer = server.send(upload_as("people", &admin, PEOPLE)).await;
    let path = answer.header("location").to_owned();
    let page = server.get(&path, &admin).await.body;
    assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;") && !page.contains("<img src=x"), "{page}");
    assert!(page.contains("=HYPERLINK("), "{page}");
    let digest =
        page.split("name=\"digest\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let confirm = format!("{path}/confirm");
    assert_eq!(
        server.post(&confirm, &admin, &[]).await.status,
        StatusCode::CONFLICT,
        "nobody saw these changes"
    );
    // A file that leaves everybody out asks once more.
    let complete = [
        ("encoding", "utf8"),
        ("is_complete", "yes"),
        ("column-number", "1"),
        ("column-name", "2"),
        ("column-unit", "4"),
    ];
    server.post(&path, &admin, &complete).await;
    let page = server.get(&path, &admin).await.body;
    let other =
        page.split("name=\"digest\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert_ne!(digest, other);
    let answer = server.post(&confirm, &admin, &[("digest", other)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("id=\"sure-error\""), "{}", answer.body);
    let answer = server.post(&confirm, &admin, &[("digest", digest), ("sure", "yes")]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT, "these are not the changes any more");
    let columns =
        complete.into_iter().filter(|(name, _)| *name != "is_complete").chain([("column-email", "3")]);
    server.post(&path, &admin, &columns.collect::<Vec<_>>()).await;
    assert_eq!(server.post(&confirm, &admin, &[("digest", digest)]).await.status, StatusCode::SEE_OTHER);
    service::jobs::run_due(&server.services).await.unwrap();
    for _ in 0..300 {
        let done = "SELECT COUNT(*) FROM import_job WHERE state = 'done'";
        if crate::common::number(&server.services, done).await == 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(
        crate::common::number(&server.services, "SELECT COUNT(*) FROM person WHERE external_id LIKE 'N%'")
            .await,
        3
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn templates_are_files_with_the_columns_an_import_reads() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    for (name, head) in [
        ("units", "\"number\",\"name\",\"kind\",\"parent\""),
        ("people", "\"number\",\"name\",\"email\",\"unit\",\"roles\",\"from\""),
        ("history", "\"unit\",\"period\",\"complaints\",\"contacts\""),
    ] {
        let answer = server.get(&format!("/imports/template/{name}.csv"), &admin).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(
            answer.body.starts_with(&format!("\u{feff}{head}")) && answer.body.lines().count() == 3,
            "{}",
            answer.body
        );
        assert!(answer.header("content-disposition").contains(&format!("trivsel-{name}.csv")));
    }
    for name in ["history", "people", "x.csv", "..%2fpeople.csv"] {
        let path = format!("/imports/template/{name}");
        assert_eq!(server.get(&path, &admin).await.status, StatusCode::NOT_FOUND, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_people_is_no_way_around_the_proof_before_sensitive_acts() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let path = server.send(upload_as("people", &admin, PEOPLE)).await.header("location").to_owned();
    let page = server.get(&path, &admin).await.body;
    let digest =
        page.split("name=\"digest\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    crate::common::run(
        &server.services,
        "UPDATE session SET proven_at = '2026-11-21 09:00:00+00:00', is_by_provider = FALSE",
    )
    .await;
    crate::common::run(&server.services, "UPDATE organisation SET is_synthetic = TRUE").await;
    let confirm = format!("{path}/confirm");
    let answer = server.post(&confirm, &admin, &[("digest", digest)]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.body);
    assert!(answer.body.contains("name=\"password\""), "it asks for the proof on the same page");
    let right = [("digest", digest), ("password", super::PASSWORD)];
    assert_eq!(server.post(&confirm, &admin, &right).await.status, StatusCode::SEE_OTHER);
}
