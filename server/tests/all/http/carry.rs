//! Words that are on their way while something else comes in between: another language, a session that has ended.

use axum::http::StatusCode;

use super::{Answer, PASSWORD, Server};
use crate::common::{number, run};

/// A unit as it is being founded; nothing of it is stored until it is sent.
const UNIT: [(&str, &str); 4] =
    [("parent", "2"), ("kind", "team"), ("name", "Ålesund \"Øst\" & <b>"), ("number", "77")];

fn carried(page: &str) -> String {
    let field = page.split("name=\"carried\" value=\"").nth(1);
    field.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

fn session_of(answer: &Answer) -> String {
    let cookies = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let session = cookies.into_iter().find(|cookie| cookie.starts_with("trivsel=")).unwrap();
    session.split(';').next().unwrap().to_owned()
}

async fn sign_in(server: &Server, old: &str, login: &str, next: &str, carried: &str) -> Answer {
    let form = [("login", login), ("password", PASSWORD), ("next", next), ("carried", carried)];
    server.post("/sign-in", old, &form).await
}

#[tokio::test(flavor = "multi_thread")]
async fn another_language_or_theme_takes_along_what_is_filled_in_and_sends_nothing() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let units = async || number(&server.services, "SELECT COUNT(*) FROM unit").await;
    let before = units().await;
    let page = server.post("/units/new?_lang=nb", &admin, &UNIT).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("lang=\"nb\"") && page.header("set-cookie").starts_with("lang=nb;"));
    assert!(page.body.contains("value=\"Ålesund &quot;Øst&quot; &amp; &lt;b"), "{}", page.body);
    assert!(page.body.contains("value=\"77\"") && !page.body.contains("error-summary"));
    let page = server.post("/units/new?_theme=dark", &admin, &UNIT).await;
    assert!(page.body.contains("data-theme=\"dark\"") && page.body.contains("value=\"77\""));
    assert_eq!(units().await, before, "nothing was sent");
    let one = server.sign_in("one").await;
    let answers = [("round", "2"), ("C1", "1"), ("comment", "Half a thought")];
    let page = server.post("/check-in?_lang=nb", &one, &answers).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("value=\"1\" checked") && page.body.contains("Half a thought"));
    assert_eq!(number(&server.services, "SELECT COUNT(*) FROM used_vote").await, 0);
    assert!(!page.body.contains("_lang=nb"), "the way back is in the other language");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_enter_key_in_a_form_never_means_the_language() {
    let server = Server::start().await;
    let one = server.sign_in("one").await;
    let page = server.get("/check-in", &one).await.body;
    let first = page.find("form=\"form\" tabindex=\"-1\"").unwrap();
    assert!(first < page.find("_lang=").unwrap(), "the first button of a form is the one that Enter presses");
    assert!(page.contains("<form id=\"form\""));
    assert!(
        !server.get("/team", &one).await.body.contains("form=\"form\""),
        "where there is nothing to take along"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_with_an_ended_session_comes_back_filled_in_after_signing_in() {
    let server = Server::start().await;
    let old = server.sign_in("desk").await;
    run(&server.services, "UPDATE session SET seen_at = '2026-11-17 01:00:00+00:00'").await;
    let form = [("what", "Waited for \"an hour\" & <b>"), ("category", "waiting"), ("unit", "3")];
    let refused = server.post("/complaints/new", &old, &form).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    let words = carried(&refused.body);
    assert!(!words.is_empty(), "{}", refused.body);
    let wrong = [
        ("login", "desk@example.org"),
        ("password", "wrong"),
        ("next", "/complaints/new"),
        ("carried", &words),
    ];
    let wrong = server.post("/sign-in", &old, &wrong).await;
    assert_eq!(carried(&wrong.body), words, "a typing error loses nothing either");
    let entered = sign_in(&server, &old, "desk@example.org", "/complaints/new", &words).await;
    assert_eq!(entered.status, StatusCode::OK, "{}", entered.body);
    assert!(entered.body.contains("action=\"/complaints/new?_again=1\""), "{}", entered.body);
    assert!(entered.body.contains("name=\"category\" value=\"waiting\""));
    let page = server.post("/complaints/new?_again=1", &session_of(&entered), &form).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("Waited for \"an hour\" &amp; &lt;b"), "{}", page.body);
    assert!(page.body.contains("value=\"waiting\" checked"), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn words_never_go_to_somebody_else_who_signs_in_at_the_same_page() {
    let server = Server::start().await;
    let old = server.sign_in("one").await;
    run(&server.services, "UPDATE session SET seen_at = '2026-11-17 01:00:00+00:00'").await;
    let answers = [("round", "2"), ("C1", "-2"), ("comment", "Mine alone")];
    let words = carried(&server.post("/check-in", &old, &answers).await.body);
    let other = sign_in(&server, &old, "desk@example.org", "/check-in", &words).await;
    assert_eq!((other.status, other.header("location")), (StatusCode::SEE_OTHER, "/check-in"));
    // Whose they were is not known any more: of a check-in, nobody gets them.
    let unknown = sign_in(&server, "", "one@example.org", "/check-in", &words).await;
    assert_eq!(unknown.status, StatusCode::SEE_OTHER);
    let old = server.sign_in("one").await;
    let own = sign_in(&server, &old, "one@example.org", "/check-in", &words).await;
    assert!(own.status == StatusCode::OK && own.body.contains("Mine alone"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_for_no_network_is_nobodys() {
    let server = Server::start().await;
    let page = server.get("/offline", "lang=nb").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("Ingen nettforbindelse") && !page.body.contains("data-draft"),
        "{}",
        page.body
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_form_says_so_at_the_start_of_its_title_and_takes_the_focus() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let refused = server.post("/units/new", &admin, &[("parent", ""), ("kind", ""), ("name", "")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("<title>Error: "), "{}", refused.body);
    let tag = refused.body.split("error-summary").next().unwrap().rsplit('<').next().unwrap();
    assert!(tag.contains("tabindex=\"-1\"") && tag.contains("autofocus"), "{tag}");
    assert!(refused.body.contains("Please choose one of the options."), "nobody fills in a choice");
    let norwegian = server.post("/units/new", &format!("{admin}; lang=nb"), &[("name", "")]).await;
    assert!(norwegian.body.contains("<title>Feil: "));
    assert!(server.get("/units/new", &admin).await.body.contains("<title>"));
    assert!(!server.get("/units/new", &admin).await.body.contains("Error: "));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_browser_bubbles_come_before_our_own_words() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    let admin = server.sign_in("admin").await;
    let one = server.sign_in("one").await;
    let pages = [
        (&hr, "/rounds/new"),
        (&hr, "/questions/new"),
        (&hr, "/trends/notes/new?unit=2"),
        (&admin, "/units/new"),
        (&admin, "/people/new"),
        (&admin, "/privacy"),
        (&one, "/check-in"),
        (&one, "/account"),
        (&one, "/account/close"),
        (&String::new(), "/sign-in"),
        (&String::new(), "/forgot"),
        (&String::new(), "/kiosk"),
    ];
    for (cookie, path) in pages {
        let page = server.get(path, cookie).await.body;
        let main = page.split("<main").nth(1).unwrap();
        for form in main.split("<form").skip(1).map(|rest| rest.split('>').next().unwrap()) {
            assert!(!form.contains("method=\"post\"") || form.contains("novalidate"), "{path}: {form}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_is_found_by_its_name_among_those_that_the_page_shows() {
    let server = Server::start().await;
    let boss = server.boss().await;
    let page = server.get("/trends?unit=2", &boss).await.body;
    assert!(page.contains("action=\"/places\"") && page.contains("name=\"to\" value=\"/trends\""), "{page}");
    let found = server.get("/places?to=/trends&q=team&resolution=month", &boss).await;
    assert_eq!(found.status, StatusCode::OK);
    assert!(found.body.contains("href=\"/trends?unit=3&amp;resolution=month\""), "{}", found.body);
    let elsewhere = server.get("/places?to=/trends&q=Testkjeden", &boss).await.body;
    assert!(elsewhere.contains("No unit has this in its name"), "a unit that is not theirs does not exist");
    for to in ["", "/nowhere", "//evil.example", "/units"] {
        let page = server.get(&format!("/places?to={to}"), &boss).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{to}");
    }
}
