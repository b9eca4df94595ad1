//! `/review` and below: packs, approving, files; and `/e`, where a file is checked.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::Role;
use tower::ServiceExt;

use super::{Answer, PASSWORD, Server};
use crate::common::{number, run};

const QUARTER: &str = "/review?quarter=2026Q4";

/// One released round with figures of every unit, and its complaints.
pub(super) async fn released() -> Server {
    let server = Server::start().await;
    run(&server.services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1")
        .await;
    for measure in ["strain", "satisfaction"] {
        run(
            &server.services,
            &format!(
                "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
                     rule_version, params_hash, input_digest, released_on)
                 SELECT id, '{measure}', 1, 1, CASE WHEN id = 4 THEN 'below_k' ELSE 'published' END, FALSE,
                     CASE WHEN id = 4 THEN NULL ELSE 40 + id END, 1, '', '', '2026-11-17' FROM unit"
            ),
        )
        .await;
    }
    run(
        &server.services,
        "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
         SELECT id, 'week', '2026-11-09', 31, 1000 FROM unit",
    )
    .await;
    for (name, role) in [("rep", Role::StaffRepresentative), ("boss", Role::Manager)] {
        let unit = if role == Role::Manager { "S" } else { "ROOT" };
        let login = format!("{name}@example.org");
        service::sign_in::create_account(&server.services.people, &login, "Ola Berg", role, unit, PASSWORD)
            .await
            .unwrap();
    }
    server
}

/// What stands between the head and the foot of a page.
fn main_of(body: &str) -> String {
    let (_, rest) = body.split_once("<main").unwrap_or_default();
    rest.split_once("</main>").map(|(main, _)| main.to_owned()).unwrap_or_default()
}

/// The value of a hidden field.
fn field(body: &str, name: &str) -> String {
    let start = body.split_once(&format!("name=\"{name}\" value=\"")).map(|(_, rest)| rest);
    start.and_then(|rest| rest.split_once('"')).map(|(value, _)| value.to_owned()).unwrap_or_default()
}

/// Approves what the page of the draft shows.
pub(super) async fn approve(server: &Server, cookie: &str) -> Answer {
    let draft = server.get(&format!("{QUARTER}&version=draft"), cookie).await.body;
    let (model, version) = (field(&draft, "model"), field(&draft, "version"));
    server.post("/review/2026Q4/approve", cookie, &[("model", &model), ("version", &version)]).await
}

pub(super) async fn check(server: &Server, file: &str, typed: &str) -> Answer {
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n{file}\r\n\
         --x\r\nContent-Disposition: form-data; name=\"sha256\"\r\n\r\n{typed}\r\n--x--\r\n",
        if file.is_empty() { "" } else { "pack.json" }
    );
    let request = Request::post("/e")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .body(Body::from(body))
        .unwrap();
    server.send(request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_approved_stays_and_what_changed_since_is_a_new_version_that_says_what_differs() {
    let server = released().await;
    let hr = server.sign_in("hr").await;
    let first = approve(&server, &hr).await;
    assert_eq!(first.header("location"), "/review?quarter=2026Q4&version=1", "{}", first.body);
    let before = server.get("/review/2026Q4.json?version=1", &hr).await.body;
    assert!(before.starts_with("{\"schema\":\"trivsel-review/1\""), "{before}");
    // Complaints come in late; the ledger cannot change.
    run(&server.services, "UPDATE voice_rollup SET complaints = 57 WHERE unit_id = 3").await;
    assert_eq!(server.get("/review/2026Q4.json?version=1", &hr).await.body, before);
    assert_eq!(server.get("/review/2026Q4.json", &hr).await.body, before, "the newest approved one");
    assert_ne!(server.get("/review/2026Q4.json?version=draft", &hr).await.body, before);
    let second = approve(&server, &hr).await;
    assert_eq!(second.header("location"), "/review?quarter=2026Q4&version=2", "{}", second.body);
    let page = server.get(second.header("location"), &hr).await.body;
    assert!(page.contains("Team A, Complaints: 31 before, 57 now"), "{page}");
    assert!(!page.contains("Team B, Complaints:"), "what is as it was is not among the differences");
    // Nothing new: nothing to approve, on the page and by hand.
    let draft = server.get(&format!("{QUARTER}&version=draft"), &hr).await.body;
    assert!(!draft.contains("/review/2026Q4/approve"), "{draft}");
    assert_eq!(number(&server.services, "SELECT COUNT(*) FROM review_pack").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_approve_at_once_the_second_hears_that_something_changed() {
    let server = released().await;
    let hr = server.sign_in("hr").await;
    let draft = server.get(&format!("{QUARTER}&version=draft"), &hr).await.body;
    let model = field(&draft, "model");
    assert_eq!(model.len(), 64, "{draft}");
    for (sent, version, status) in [
        ("", "0", StatusCode::CONFLICT),
        (model.as_str(), "1", StatusCode::CONFLICT),
        (model.as_str(), "0", StatusCode::SEE_OTHER),
        (model.as_str(), "0", StatusCode::CONFLICT),
        (model.as_str(), "1", StatusCode::CONFLICT),
    ] {
        let form = [("model", sent), ("version", version)];
        let answer = server.post("/review/2026Q4/approve", &hr, &form).await;
        assert_eq!(answer.status, status, "{sent} {version}: {}", answer.body);
    }
    assert_eq!(number(&server.services, "SELECT COUNT(*) FROM review_pack").await, 1);
    assert_eq!(
        number(&server.services, "SELECT COUNT(*) FROM audit WHERE event = 'review_approved'").await,
        1
    );
    for path in ["/review/2025Q4/approve", "/review/2026Q5/approve", "/review/x/approve"] {
        assert_eq!(server.post(path, &hr, &[("version", "0")]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for version in ["3", "0", "-1", "x", ""] {
        let answer = server.get(&format!("{QUARTER}&version={version}"), &hr).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{version}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_taken_out_is_known_and_one_with_a_changed_byte_is_not() {
    let server = released().await;
    let (hr, rep) = (server.sign_in("hr").await, server.sign_in("rep").await);
    let draft = server.get("/review/2026Q4.json", &hr).await;
    assert!(draft.header("content-disposition").contains("trivsel-2026Q4-draft.json"));
    let said = check(&server, &draft.body, "").await.body;
    assert!(said.contains("Yes, but it is a draft") && said.contains("Organisation pack, Q4 2026"), "{said}");
    assert!(!said.contains("Kari Lie") && !said.contains("example.org"), "never who: {said}");
    approve(&server, &hr).await;
    // The representative takes out the same bytes as HR.
    let file = server.get("/review/2026Q4.json?version=1", &rep).await;
    assert_eq!(file.body, server.get("/review/2026Q4.json?version=1", &hr).await.body);
    let said = check(&server, &file.body, "").await.body;
    assert!(
        said.contains("Yes, this file is the real one") && said.contains("Version 1, approved"),
        "{said}"
    );
    let changed = file.body.replacen("31", "13", 1);
    let said = check(&server, &changed, "").await.body;
    assert!(said.contains("No file with these bytes was downloaded here"), "{said}");
    // What earlier versions took out as a table of figures has no document.
    let (table, hash) = ("figures", "f".repeat(64));
    run(
        &server.services,
        &format!(
            "INSERT INTO export_log (account_id, what, at, sha256)
             SELECT account_id, 'review 2026q4 csv', at, '{hash}' FROM export_log WHERE id = 1"
        ),
    )
    .await;
    let said = check(&server, "", &hash).await.body;
    assert!(said.contains("real one") && said.contains("Figures of the review, Q4 2026"), "{table}: {said}");
    // The hash alone, as other programs print it.
    let hash = sha256(&server, 2).await;
    assert!(check(&server, "", &hash.to_uppercase()).await.body.contains("Yes, this file is the real one"));
    run(&server.services, "UPDATE voice_rollup SET complaints = 57 WHERE unit_id = 3").await;
    approve(&server, &hr).await;
    assert!(check(&server, &file.body, "").await.body.contains("Yes, but version 2 has replaced it"));
    for (typed, status) in [("", 422), ("12", 422)] {
        assert_eq!(check(&server, "", typed).await.status.as_u16(), status, "{typed}");
    }
    for _ in 0..2 {
        check(&server, "x", "").await;
    }
    assert_eq!(check(&server, &file.body, "").await.status, StatusCode::TOO_MANY_REQUESTS);
}

/// The hash that the log has of the newest taking-out but so many.
async fn sha256(server: &Server, nth: usize) -> String {
    let sql = "SELECT sha256 FROM export_log ORDER BY id";
    let all: Vec<String> = base::db::column(&server.services.db.reader, sql, []).await.unwrap();
    all[nth].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_took_a_document_out_is_read_by_those_with_a_right_to_it_and_others_learn_nothing() {
    let server = released().await;
    let hr = server.sign_in("hr").await;
    approve(&server, &hr).await;
    server.get("/review/2026Q4.json?version=1", &hr).await;
    let sql = "SELECT document_id FROM export_log WHERE document_id IS NOT NULL";
    let ids: Vec<String> = base::db::column(&server.services.db.reader, sql, []).await.unwrap();
    let [id] = ids.as_slice() else { panic!("{ids:?}") };
    let page = server.get(&format!("{QUARTER}&version=1"), &hr).await.body;
    assert!(page.contains(id.as_str()), "the sheets carry the id of the file");
    // Whoever reads the sheet in the other language finds the file too.
    let sql = "SELECT id FROM review_document WHERE kind = 'organisation' AND lang = 'nb'";
    let other: Vec<String> = base::db::column(&server.services.db.reader, sql, []).await.unwrap();
    let told = server.get(&format!("/e?document={}", other[0]), &hr).await.body;
    assert!(told.contains("JSON"), "{told}");
    for cookie in [&hr, &server.sign_in("rep").await] {
        let told = server.get(&format!("/e/{}", id.to_lowercase()), cookie).await.body;
        assert!(told.contains("Kari Lie") && told.contains("JSON"), "{told}");
    }
    let other = "G-2222-2222";
    for cookie in ["", &server.sign_in("boss").await, &server.sign_in("one").await] {
        let told = server.get(&format!("/e/{id}"), cookie).await;
        let nothing = server.get(&format!("/e/{other}"), cookie).await;
        assert_eq!(told.status, StatusCode::OK);
        let same = |body: &str| main_of(body).replace(id.as_str(), other);
        assert_eq!(same(&told.body), same(&nothing.body));
        assert!(!main_of(&told.body).contains("Kari Lie"), "{}", told.body);
    }
    let (known, langs) = ("SELECT COUNT(*) FROM review_document", 2);
    assert_eq!(
        number(&server.services, known).await,
        langs * (1 + 2 * 6),
        "the organisation, six units, six sheets"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_units_pack_is_for_those_who_see_its_figures_and_only_once_it_is_approved() {
    let server = released().await;
    let hr = server.sign_in("hr").await;
    let [rep, boss, one, desk, admin] = [
        server.sign_in("rep").await,
        server.sign_in("boss").await,
        server.sign_in("one").await,
        server.sign_in("desk").await,
        server.sign_in("admin").await,
    ];
    let status = async |unit: &str, cookie: &str| {
        server.get(&format!("/review/2026Q4/unit/{unit}"), cookie).await.status.as_u16()
    };
    let statuses = async |cookie: &str| {
        let mut found = Vec::new();
        // The whole, site S, its teams A and B, site T and its team C, and what there is not.
        for unit in ["1", "2", "3", "4", "5", "6", "77", "x"] {
            found.push(status(unit, cookie).await);
        }
        found
    };
    let (all, none) = ([200, 200, 200, 200, 200, 200, 404, 404], [404; 8]);
    assert_eq!(statuses(&hr).await, all);
    assert_eq!(statuses(&rep).await, all, "equal arms");
    assert_eq!(statuses(&boss).await, none, "a draft is no manager's");
    assert_eq!(statuses(&one).await, none);
    assert_eq!(server.post("/review/2026Q4/approve", &rep, &[]).await.status, StatusCode::FORBIDDEN);
    approve(&server, &hr).await;
    assert_eq!(statuses(&boss).await, [404, 200, 200, 200, 404, 404, 404, 404]);
    assert_eq!(statuses(&one).await, [404, 404, 200, 404, 404, 404, 404, 404]);
    for cookie in [&desk, &admin] {
        assert_eq!(statuses(cookie).await, [403; 8]);
    }
    let draft = server.get("/review/2026Q4/unit/3?version=draft", &boss).await;
    assert_eq!(draft.status, StatusCode::NOT_FOUND);
    for cookie in [&boss, &one, &desk, &admin] {
        assert_eq!(server.get("/review/2026Q4.json", cookie).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_and_no_file_says_why_a_figure_is_hidden() {
    let server = released().await;
    let hr = server.sign_in("hr").await;
    let pages = [QUARTER, "/review/2026Q4/unit/4", "/review/2026Q4/unit/2", "/review/2026Q4/unit/4/meeting"];
    for path in pages.into_iter().chain(["/review/2026Q4.json"]) {
        let answer = server.get(path, &hr).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        for word in ["below_k", "complement", "held"] {
            assert!(!answer.body.contains(word), "{path} has the word {word}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_for_a_meeting_is_for_those_who_see_the_pack_and_its_id_can_be_looked_up() {
    let server = released().await;
    let (hr, boss) = (server.sign_in("hr").await, server.sign_in("boss").await);
    let sheet = async |unit: &str, cookie: &str| {
        server.get(&format!("/review/2026Q4/unit/{unit}/meeting"), cookie).await
    };
    let draft = sheet("3", &hr).await;
    assert!(draft.status == StatusCode::OK && draft.body.contains("Draft, figures of"), "{}", draft.body);
    assert_eq!(sheet("3", &boss).await.status, StatusCode::NOT_FOUND, "a draft is no manager's");
    approve(&server, &hr).await;
    for (unit, cookie, status) in [
        ("3", &boss, 200),
        ("5", &boss, 404),
        ("77", &boss, 404),
        ("x", &boss, 404),
        ("3", &server.sign_in("rep").await, 200),
        ("3", &server.sign_in("one").await, 200),
        ("4", &server.sign_in("one").await, 404),
        ("3", &server.sign_in("desk").await, 403),
    ] {
        assert_eq!(sheet(unit, cookie).await.status.as_u16(), status, "{unit}");
    }
    let page = sheet("3", &boss).await.body;
    let main = main_of(&page);
    for text in [
        "Strain",
        "Satisfaction",
        "Complaints per 1,000",
        "To be filled in",
        "Safety delegate: date, signature",
    ] {
        assert!(main.contains(text), "{text}: {main}");
    }
    let sql = "SELECT id FROM review_document WHERE form = 'sheet' AND unit_id = 3 AND lang = 'en'";
    let ids: Vec<String> = base::db::column(&server.services.db.reader, sql, []).await.unwrap();
    assert!(ids[0].starts_with("S-") && main.contains(&ids[0]), "{ids:?}");
    let told = server.get(&format!("/e/{}", ids[0]), &hr).await.body;
    assert!(told.contains("Dialogue sheet of Team A, Q4 2026"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn workbook_and_csv_are_taken_out_by_those_with_the_right_and_are_known_afterwards() {
    let server = released().await;
    let (hr, rep) = (server.sign_in("hr").await, server.sign_in("rep").await);
    approve(&server, &hr).await;
    for (ending, kind) in [
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("zip", "application/zip"),
        ("json", "application/json"),
    ] {
        let file = server.get(&format!("/review/2026Q4.{ending}?version=1"), &hr).await;
        assert_eq!(file.status, StatusCode::OK);
        assert_eq!(file.header("content-type"), kind);
        let name = if ending == "json" {
            "trivsel-2026Q4-v1.json".to_owned()
        } else {
            format!("trivsel-2026Q4-v1-en.{ending}")
        };
        assert!(file.header("content-disposition").contains(&name), "{}", file.header("content-disposition"));
        assert!(
            file.content == server.get(&format!("/review/2026Q4.{ending}?version=1"), &rep).await.content
        );
        let hash = base::tokens::hex(ring::digest::digest(&ring::digest::SHA256, &file.content).as_ref());
        assert!(check(&server, "", &hash).await.body.contains("Yes, this file is the real one"), "{ending}");
    }
    for cookie in ["boss", "one", "desk", "admin"] {
        let cookie = server.sign_in(cookie).await;
        for path in ["/review/2026Q4.xlsx", "/review/2026Q4.zip", "/review/2026Q4.zip?unit=3"] {
            assert_eq!(server.get(path, &cookie).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
    for path in [
        "/review/2026Q4.csv",
        "/review/2025Q4.xlsx",
        "/review/2026Q4.zip?version=7",
        "/review/2026Q4.zip?unit=77",
        "/review/2026Q4.zip?unit=x",
    ] {
        assert_eq!(server.get(path, &hr).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let schema = server.get("/schemas/review-1.json", "").await;
    assert_eq!((schema.status, schema.header("content-type")), (StatusCode::OK, "application/schema+json"));
}

/// The bytes of a file, which is no text.
async fn bytes(server: &Server, path: &str, cookie: &str) -> Vec<u8> {
    let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
    let response = server.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pack_is_taken_out_as_pdf_by_those_who_may_and_is_known_by_its_bytes() {
    let server = released().await;
    let hr = server.sign_in("hr").await;
    let [rep, boss, one, desk] = [
        server.sign_in("rep").await,
        server.sign_in("boss").await,
        server.sign_in("one").await,
        server.sign_in("desk").await,
    ];
    let unit = "/review/2026Q4/unit/3/pack.pdf";
    let draft = server.get("/review/2026Q4.pdf?version=draft", &hr).await;
    assert_eq!(draft.header("content-type"), "application/pdf", "{}: {}", draft.status, draft.body);
    assert!(draft.header("content-disposition").contains("trivsel-2026Q4-draft-en.pdf"));
    assert_eq!(server.get(unit, &boss).await.status, StatusCode::NOT_FOUND, "a draft is no manager's");
    approve(&server, &hr).await;
    let whole = bytes(&server, "/review/2026Q4.pdf?version=1", &hr).await;
    assert!(whole.starts_with(b"%PDF-1.7"));
    assert_eq!(whole, bytes(&server, "/review/2026Q4.pdf", &rep).await, "equal arms, equal bytes");
    let part = bytes(&server, unit, &boss).await;
    assert_eq!(part, bytes(&server, unit, &hr).await);
    let name = server.get(unit, &boss).await;
    assert!(name.header("content-disposition").contains("trivsel-2026Q4-unit-3-v1-en.pdf"));
    for (file, says) in [(&whole, "Organisation pack"), (&part, "Unit pack of Team A")] {
        let mut hash = service::pack::check::FileHash::default();
        hash.add(file);
        let said = check(&server, "", &hash.hex()).await.body;
        assert!(said.contains("Yes, this file is the real one") && said.contains(says), "{said}");
        let mut changed = service::pack::check::FileHash::default();
        changed.add(&file[1..]);
        assert!(check(&server, "", &changed.hex()).await.body.contains("No file with these bytes"));
    }
    for (path, cookie, status) in [
        ("/review/2026Q4.pdf", &boss, 403),
        ("/review/2026Q4.pdf", &one, 403),
        (unit, &one, 403),
        (unit, &desk, 403),
        ("/review/2026Q4/unit/6/pack.pdf", &boss, 404),
        ("/review/2026Q4/unit/77/pack.pdf", &boss, 404),
        ("/review/2026Q4/unit/x/pack.pdf", &boss, 404),
        ("/review/2026Q4/unit/3/pack.pdf?version=draft", &boss, 404),
        ("/review/2026Q4/unit/3/pack.pdf?version=9", &hr, 404),
        ("/review/2026Q5.pdf", &hr, 404),
        ("/review/2025Q4.pdf", &hr, 404),
    ] {
        assert_eq!(server.get(path, cookie).await.status.as_u16(), status, "{path}");
    }
    let logged =
        "SELECT COUNT(*) FROM export_log WHERE what = 'review 2026Q4 pdf' AND document_id IS NOT NULL";
    assert_eq!(number(&server.services, logged).await, 6, "each taking-out is a row");
    // The page has the address for those who may, and for nobody else.
    let address = format!("{unit}?version=1");
    for (cookie, has) in [(&boss, true), (&rep, true), (&one, false)] {
        let page = server.get("/review/2026Q4/unit/3", cookie).await.body;
        assert_eq!(page.contains(&address), has, "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_the_organisation_leads_to_its_pdf_as_to_every_other_file() {
    let server = released().await;
    let hr = server.sign_in("hr").await;
    let page = server.get(&format!("{QUARTER}&version=draft"), &hr).await.body;
    for ending in ["pdf", "xlsx", "zip", "json"] {
        let path = format!("/review/2026Q4.{ending}?version=draft");
        assert!(page.contains(&format!("href=\"{path}\"")), "{ending}: {page}");
        assert_eq!(server.get(&path, &hr).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_takes_the_workbook_of_own_units_out_once_it_is_approved_and_no_other_file() {
    let server = released().await;
    let (hr, boss) = (server.sign_in("hr").await, server.sign_in("boss").await);
    let book = "/review/2026Q4.xlsx?version=1&unit=3";
    assert_eq!(
        server.get("/review/2026Q4.xlsx?unit=3", &boss).await.status,
        StatusCode::NOT_FOUND,
        "a draft"
    );
    approve(&server, &hr).await;
    assert_eq!(bytes(&server, book, &boss).await, bytes(&server, book, &hr).await, "the same bytes as HR");
    for (path, status) in [
        ("/review/2026Q4.xlsx?version=draft&unit=3", 404),
        ("/review/2026Q4.xlsx?version=1&unit=6", 404),
        ("/review/2026Q4.xlsx?version=1&unit=1", 404),
        ("/review/2026Q4.xlsx?version=1", 403),
        ("/review/2026Q4.json?version=1&unit=3", 403),
        ("/review/2026Q4.zip?version=1&unit=3", 403),
        ("/review/2026Q4.pdf?version=1", 403),
    ] {
        assert_eq!(server.get(path, &boss).await.status.as_u16(), status, "{path}");
    }
    let page = server.get("/review/2026Q4/unit/3", &boss).await.body;
    assert!(page.contains("/review/2026Q4.xlsx?version=1&amp;unit=3"), "{page}");
    assert!(!page.contains("2026Q4.json?") && !page.contains("2026Q4.zip?"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_that_the_pdf_has_no_letter_for_is_named_before_it_is_taken_out() {
    let server = released().await;
    let (hr, boss) = (server.sign_in("hr").await, server.sign_in("boss").await);
    let says = "The PDF has no letter shape";
    let draft = format!("{QUARTER}&version=draft");
    assert!(!server.get(&draft, &hr).await.body.contains(says), "nothing is odd yet");
    run(&server.services, "UPDATE unit SET name = 'Čáhcesuolu 🙂' WHERE id = 3").await;
    approve(&server, &hr).await;
    for path in [draft.as_str(), "/review/2026Q4/unit/3"] {
        let page = server.get(path, &hr).await.body;
        assert!(page.contains(says) && page.contains("“Čáhcesuolu 🙂”"), "{path}: {page}");
    }
    assert!(!server.get("/review/2026Q4/unit/3", &boss).await.body.contains(says), "takes no draft out");
    assert_eq!(server.get("/review/2026Q4/unit/3/pack.pdf", &hr).await.status, StatusCode::OK);
}
