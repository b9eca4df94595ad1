//! `/members`, `/members/new`, `/member/{token}`.

use axum::http::StatusCode;

use super::{
    Server,
    cards::{hidden, is_anonymous, server},
};

async fn number(server: &Server, query: &str) -> i64 {
    crate::common::number(&server.services, query).await
}

const FORM: [(&str, &str); 7] = [
    ("member_number", "M-1001"),
    ("customer_name", "Kari Medlemsen"),
    ("phone", "22 33 44 55"),
    ("case_lang", "nb"),
    ("consent", "yes"),
    ("consent_follow", "yes"),
    ("consent_how", "in_person"),
];

/// Takes a member in; gives the address of the own page.
async fn join(server: &Server, desk: &str) -> String {
    let slip = server.post("/members/new", desk, &FORM).await;
    assert_eq!(slip.status, StatusCode::OK, "{}", slip.body);
    // What the member reads is in the member's language.
    assert!(slip.body.contains("På denne siden ser du hva vi lagrer om deg"), "{}", slip.body);
    let token = slip.body.split("/member/").nth(1).unwrap();
    format!("/member/{}", &token[..48])
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_takes_a_member_in_finds_them_by_a_form_alone_and_lets_them_go() {
    let (server, _hand) = server(&[]).await;
    let desk = server.sign_in("desk").await;
    let empty = server.post("/members/new", &desk, &[("member_number", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["member_number", "customer_name", "case_lang", "consent", "consent_how"] {
        let (link, id) = (format!("href=\"#{field}\""), format!("id=\"{field}\""));
        assert!(empty.body.contains(&link) && empty.body.contains(&id), "{field}: {}", empty.body);
    }
    join(&server, &desk).await;
    // No address finds anybody, and no list is anywhere.
    for address in ["/members", "/members?member=M-1001", "/members?search=Kari"] {
        let page = server.get(address, &desk).await;
        assert!(page.status == StatusCode::OK && !page.body.contains("Medlemsen"), "{}", page.body);
    }
    let found = server.post("/members", &desk, &[("member", "+47 22334455")]).await;
    assert_eq!(found.status, StatusCode::OK, "{}", found.body);
    assert!(
        found.body.contains("Kari Medlemsen") && found.body.contains("None that we know of"),
        "{}",
        found.body
    );
    let shown = found.body.split("member-name").nth(1).unwrap();
    assert!(!shown.contains("22 33 44 55") && !shown.contains("M-1001"), "{shown}");
    let handle = hidden(&found.body, "handle");
    // What is refused is said on the page of the same member.
    let unsure = server.post("/members", &desk, &[("handle", handle.as_str()), ("act", "leave")]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsure.body.contains("Kari Medlemsen") && unsure.body.contains("id=\"sure\""), "{}", unsure.body);
    let plan = [("handle", handle.as_str()), ("act", "follow_up"), ("unit", "3"), ("bought", "goods")];
    assert_eq!(server.post("/members", &desk, &plan).await.status, StatusCode::SEE_OTHER);
    assert_eq!(number(&server, "SELECT COUNT(*) FROM follow_up WHERE member_id = 1").await, 1);
    let leave = [("handle", handle.as_str()), ("act", "leave"), ("sure", "yes")];
    assert_eq!(server.post("/members", &desk, &leave).await.status, StatusCode::SEE_OTHER);
    assert_eq!(number(&server, "SELECT COUNT(*) FROM member").await, 0);
    let nobody = server.post("/members", &desk, &[("member", "M-1001")]).await;
    assert!(nobody.status == StatusCode::OK && nobody.body.contains("Nobody found"), "{}", nobody.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_needs_neither_cookie_nor_script_and_whoever_fetches_the_link_changes_nothing() {
    let (server, _hand) = server(&[]).await;
    let own = join(&server, &server.sign_in("desk").await).await;
    for _ in 0..3 {
        let page = server.get(&own, "").await;
        assert_eq!(page.status, StatusCode::OK);
        is_anonymous(&page);
        assert!(
            page.body.contains("Hello, Kari Medlemsen") && page.body.contains("22 33 44 55"),
            "{}",
            page.body
        );
    }
    let norwegian = server.get(&format!("{own}?lang=nb"), "").await;
    assert!(norwegian.body.contains("Hei, Kari Medlemsen"), "{}", norwegian.body);
    let file = server.post(&own, "", &[("act", "export")]).await;
    assert!(file.header("content-type").starts_with("application/json"));
    assert!(file.header("content-disposition").contains("member.json"));
    assert_eq!(file.header("cache-control"), "no-store");
    let file: serde_json::Value = serde_json::from_str(&file.body).unwrap();
    assert_eq!((&file["number"], &file["recognise"]["version"]), (&"M-1001".into(), &1.into()));
    let unsure = server.post(&own, "", &[("act", "leave")]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsure.body.contains("href=\"#sure\"") && unsure.body.contains("id=\"sure\""), "{}", unsure.body);
    is_anonymous(&unsure);
    let stopped = server.post(&own, "", &[("act", "stop_follow")]).await;
    assert!(
        stopped.status == StatusCode::OK && stopped.body.contains("not follow up with you any more"),
        "{}",
        stopped.body
    );
    let left = server.post(&own, "", &[("act", "leave"), ("sure", "yes")]).await;
    assert!(left.status == StatusCode::OK && left.body.contains("You have left"), "{}", left.body);
    is_anonymous(&left);
    for gone in [own.as_str(), "/member/x", &format!("/member/{}", "0".repeat(48))] {
        let gone = server.get(gone, "").await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        is_anonymous(&gone);
    }
}
