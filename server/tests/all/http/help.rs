//! `/help`.

use super::Server;

#[tokio::test(flavor = "multi_thread")]
async fn each_role_is_told_where_to_start_and_only_with_pages_it_may_open() {
    let server = Server::start().await;
    assert!(!server.get("/help", "").await.body.contains("id=\"start\""), "a stranger has no role");
    let people = [("one", "/check-in"), ("hr", "/rounds"), ("admin", "/units"), ("desk", "/complaints/new")];
    for (name, first) in people {
        let cookie = server.sign_in(name).await;
        let page = server.get("/help", &cookie).await.body;
        let start = page.split("id=\"start\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
        assert!(start.contains(&format!("href=\"{first}\"")), "{name}: {start}");
        for href in start.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let status = server.get(href, &cookie).await.status;
            assert_ne!(status, axum::http::StatusCode::FORBIDDEN, "{name} is sent to {href}");
        }
    }
    let boss = server.boss().await;
    let page = server.get("/help", &boss).await.body;
    let (open, folded) = page.split_once("<details class=\"more\"").unwrap();
    assert!(open.contains("id=\"privacy\"") && open.contains("id=\"link\""), "{open}");
    assert!(folded.contains("id=\"device\""), "{folded}");
    let one = server.sign_in("one").await;
    let page = server.get("/help", &one).await.body;
    let folded = page.split("<details class=\"more\"").nth(1).unwrap();
    assert!(folded.contains("id=\"numbers\"") && !folded.contains("id=\"device\""), "{folded}");
}
