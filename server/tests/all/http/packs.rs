//! The packs of all units in one file, which is made while it is sent.

use std::io::{Cursor, Read};

use axum::{
    body::{Body, Bytes},
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use tower::ServiceExt;
use zip::ZipArchive;

use super::{
    Server,
    review::{approve, check, released},
};
use crate::common::number;

/// Asks for the packs of a version; gives the address of the page that says how far they are.
async fn ask(server: &Server, cookie: &str, version: &str) -> String {
    let answer = server.post("/review/2026Q4/packs", cookie, &[("version", version)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.header("location").to_owned()
}

/// Begins to fetch a file; its first piece has arrived.
async fn begin(server: &Server, cookie: &str, page: &str) -> (Body, Bytes) {
    let request = Request::get(format!("{page}/packs.zip")).header(header::COOKIE, cookie);
    let answer = server.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let mut body = answer.into_body();
    let first = body.frame().await.unwrap().unwrap().into_data().unwrap();
    (body, first)
}

async fn is_known(server: &Server, file: &[u8]) -> String {
    let mut hash = service::pack::check::FileHash::default();
    hash.add(file);
    check(server, "", &hash.hex()).await.body
}

/// Waits until it is written down how a file ended.
async fn ended(server: &Server) {
    let sql = "SELECT COUNT(*) FROM export_log WHERE what = 'review 2026Q4 packs zip'";
    while number(&server.services, sql).await == 0 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_pack_is_in_the_file_and_known_as_one_of_ours_as_is_the_file() {
    let server = released().await;
    let (hr, rep) = (server.sign_in("hr").await, server.sign_in("rep").await);
    approve(&server, &hr).await;
    let asked = server.get("/review/2026Q4/packs?version=1", &hr).await;
    assert!(asked.body.contains("The packs of 6 units"), "{}", asked.body);
    let page = ask(&server, &hr, "1").await;
    let ready = server.get(&page, &hr).await.body;
    assert!(ready.contains("Ready to download: 6 packs") && ready.contains("Follow the progress"), "{ready}");
    assert!(!ready.contains("http-equiv=\"refresh\""), "it stays still while nothing moves: {ready}");
    assert_eq!(server.get(&page, &rep).await.status, StatusCode::NOT_FOUND, "another person's");
    let fetched = server.get(&format!("{page}/packs.zip"), &hr).await;
    assert_eq!(fetched.status, StatusCode::OK);
    assert_eq!(fetched.header("content-type"), "application/zip");
    assert!(fetched.header("content-disposition").contains("trivsel-packs-2026Q4-v1-en.zip"));
    ended(&server).await;
    let mut archive = ZipArchive::new(Cursor::new(fetched.content.to_vec())).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names.len(), 7, "{names:?}");
    let mut contents = String::new();
    archive.by_name("README.txt").unwrap().read_to_string(&mut contents).unwrap();
    assert!(contents.contains("trivsel-2026Q4-unit-3-v1-en.pdf: Team A"), "{contents}");
    for name in names.iter().filter(|name| name.ends_with(".pdf")) {
        let mut pack = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut pack).unwrap();
        assert!(pack.starts_with(b"%PDF-1.7"), "{name}");
        let said = is_known(&server, &pack).await;
        assert!(
            said.contains("Yes, this file is the real one") && said.contains("Unit pack of"),
            "{name}: {said}"
        );
    }
    let alone = server.get("/review/2026Q4/unit/3/pack.pdf?version=1", &hr).await.content;
    let mut pack = Vec::new();
    archive.by_name("trivsel-2026Q4-unit-3-v1-en.pdf").unwrap().read_to_end(&mut pack).unwrap();
    assert_eq!(pack, alone, "the same as when it is taken out alone");
    let said = is_known(&server, &fetched.content).await;
    assert!(said.contains("Yes, this file is the real one") && said.contains("All unit packs"), "{said}");
    let done = server.get(&page, &hr).await.body;
    assert!(
        done.contains("All 6 packs were downloaded") && !done.contains("http-equiv=\"refresh\""),
        "{done}"
    );
    let again = server.get(&format!("{page}/packs.zip"), &hr).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND, "fetched once");
    // The same version again gives the same bytes, whoever takes it out.
    let page = ask(&server, &rep, "1").await;
    assert_eq!(server.get(&format!("{page}/packs.zip"), &rep).await.content, fetched.content);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_is_cancelled_ends_between_two_packs_and_no_row_calls_it_complete() {
    let server = released().await;
    let hr = server.sign_in("hr").await;
    let page = ask(&server, &hr, "draft").await;
    let (mut body, first) = begin(&server, &hr, &page).await;
    let answer = server.post(&page, &hr, &[]).await;
    assert_eq!(answer.header("location"), page, "{}", answer.body);
    let mut part = first.to_vec();
    let broken = loop {
        match body.frame().await {
            Some(Ok(frame)) => part.extend_from_slice(&frame.into_data().unwrap()),
            Some(Err(_)) => break true,
            None => break false,
        }
    };
    assert!(broken, "a part does not look like the whole");
    ended(&server).await;
    assert!(ZipArchive::new(Cursor::new(part.clone())).is_err());
    assert!(is_known(&server, &part).await.contains("No file with these bytes"));
    let complete = "SELECT COUNT(*) FROM export_log WHERE what LIKE '%packs zip' AND state = 'complete'";
    assert_eq!(number(&server.services, complete).await, 0);
    let packs = number(&server.services, "SELECT COUNT(*) FROM export_log WHERE what LIKE '% pdf'").await;
    assert!(packs < 6, "{packs} of 6 were made after it was cancelled");
    let cancelled = server.get(&page, &hr).await.body;
    assert!(cancelled.contains("Cancelled after") && cancelled.contains("Prepare it again"), "{cancelled}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_goes_away_while_it_is_sent_ends_it_too() {
    let server = released().await;
    let hr = server.sign_in("hr").await;
    let page = ask(&server, &hr, "draft").await;
    drop(begin(&server, &hr, &page).await);
    ended(&server).await;
    let cancelled = "SELECT COUNT(*) FROM pack_export WHERE state = 'cancelled'";
    assert_eq!(number(&server.services, cancelled).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_files_are_made_at_a_time_and_a_third_hears_that_it_waits() {
    let server = released().await;
    let hr = server.sign_in("hr").await;
    let mut held = Vec::new();
    for _ in 0..2 {
        let page = ask(&server, &hr, "draft").await;
        held.push(begin(&server, &hr, &page).await);
    }
    let page = ask(&server, &hr, "draft").await;
    let (router, cookie, address) = (server.router.clone(), hr.clone(), format!("{page}/packs.zip"));
    let third = tokio::spawn(async move {
        let request = Request::get(address).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
        router.oneshot(request).await.unwrap().into_body().collect().await.map(|whole| whole.to_bytes())
    });
    let waiting = "SELECT COUNT(*) FROM pack_export WHERE state = 'waiting'";
    while number(&server.services, waiting).await == 0 {
        tokio::task::yield_now().await;
    }
    let page = server.get(&page, &hr).await.body;
    assert!(
        page.contains("Two others are being served") && page.contains("http-equiv=\"refresh\""),
        "{page}"
    );
    drop(held);
    let whole = third.await.unwrap().unwrap();
    assert!(ZipArchive::new(Cursor::new(whole.to_vec())).is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_packs_of_all_are_for_whoever_may_take_the_whole_pack_out() {
    let server = released().await;
    let hr = server.sign_in("hr").await;
    let page = ask(&server, &hr, "draft").await;
    for name in ["boss", "one", "desk", "admin"] {
        let cookie = server.sign_in(name).await;
        for path in ["/review/2026Q4/packs", &page, &format!("{page}/packs.zip")] {
            assert_eq!(server.get(path, &cookie).await.status, StatusCode::FORBIDDEN, "{name} {path}");
        }
        for path in ["/review/2026Q4/packs", page.as_str()] {
            assert_eq!(server.post(path, &cookie, &[]).await.status, StatusCode::FORBIDDEN, "{name} {path}");
        }
    }
    for (path, version) in
        [("/review/2025Q4/packs", "draft"), ("/review/x/packs", "draft"), ("/review/2026Q4/packs", "7")]
    {
        let answer = server.post(path, &hr, &[("version", version)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} {version}");
    }
    assert_eq!(server.get("/review/packs/ffff", &hr).await.status, StatusCode::NOT_FOUND);
    assert_eq!(number(&server.services, "SELECT COUNT(*) FROM pack_export").await, 1);
}
