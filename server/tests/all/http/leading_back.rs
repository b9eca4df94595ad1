//! Where a form leads back to is text that anybody can put into a link.

use axum::http::StatusCode;
use proptest::{
    prelude::ProptestConfig,
    prop_assert, prop_assert_eq,
    test_runner::{TestCaseError, TestRunner},
};

use super::{Answer, PASSWORD, Server};

/// Whether it leads to a place on this site.
fn stays_here(answer: &Answer) -> bool {
    let to = answer.header("location");
    answer.status == StatusCode::SEE_OTHER && to.starts_with('/') && !to.starts_with("//") && to.is_ascii()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_control_character_in_the_way_back_is_no_crash_after_signing_in() {
    let server = Server::start().await;
    for (next, to) in [
        ("/\u{1}", "/"),
        ("/a\u{7f}", "/"),
        ("/complaints?search=ås", "/complaints?search=%C3%A5s"),
        ("/complaints?search=%0d%0aSet-Cookie:x=1", "/complaints?search=%0d%0aSet-Cookie:x=1"),
    ] {
        let form = [("login", "one@example.org"), ("password", PASSWORD), ("next", next)];
        let answer = server.post("/sign-in", "", &form).await;
        assert!(stays_here(&answer), "{next:?}: {} {}", answer.status, answer.body);
        assert_eq!(answer.header("location"), to);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_stands_in_the_way_back_leads_to_a_place_here() {
    let server = Server::start().await;
    let fixed = [
        "/\u{1}",
        "/\r\nSet-Cookie: x=1",
        "/å",
        "/\u{2028}",
        "/%0d%0a",
        "//evil.example",
        "/\\evil",
        "\u{0}",
    ];
    let long = format!("/{}", "å".repeat(3000));
    for back in fixed.into_iter().chain([long.as_str()]) {
        let answer = server.post("/preferences", "", &[("lang", "nb"), ("back", back)]).await;
        assert!(stays_here(&answer), "{back:?}: {} {}", answer.status, answer.body);
    }
    let mut runner = TestRunner::new(ProptestConfig { cases: 128, ..ProptestConfig::default() });
    let ran = tokio::task::block_in_place(|| {
        runner.run(&"(/|//|)\\PC*|/(\\p{Cc}|.|%[0-9a-f]{2}){0,40}", |back| {
            let form = [("theme", "dark"), ("back", back.as_str())];
            let answer = tokio::runtime::Handle::current().block_on(server.post("/preferences", "", &form));
            prop_assert!(stays_here(&answer), "{:?}: {}", back, answer.status);
            prop_assert_eq!(answer.headers.get_all("set-cookie").iter().count(), 1);
            Ok::<(), TestCaseError>(())
        })
    });
    ran.unwrap();
}
