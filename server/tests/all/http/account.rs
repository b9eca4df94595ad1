//! `/account` and what is below it, `/forgot`, `/welcome`.

use axum::http::StatusCode;
use service::{accounts, accounts::account_tokens, sign_in::totp};

use super::{Answer, PASSWORD, Server};
use crate::common::run;

const OTHER: &str = "snø under brua i mars";

fn cookie_of(answer: &Answer) -> String {
    set_cookie(answer, "trivsel=")
}

/// The newest cookie of this beginning, without its attributes.
fn set_cookie(answer: &Answer, beginning: &str) -> String {
    let mut cookies = answer.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let cookie = cookies.rfind(|cookie| cookie.starts_with(beginning)).unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

/// The secret that a set-up page shows for typing.
fn secret_on(page: &str) -> Vec<u8> {
    let (_, rest) = page.split_once("class=\"secret num\"").unwrap();
    let text = rest.split_once('>').unwrap().1.split_once('<').unwrap().0;
    let mut bits = 0_u64;
    let mut count = 0;
    let mut bytes = Vec::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(c).unwrap() as u64;
        bits = (bits << 5) | value;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

#[tokio::test(flavor = "multi_thread")]
async fn the_account_page_names_its_owner_and_marks_this_session() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let page = server.get("/account", &desk).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("desk@example.org") && page.body.contains("Kari Lie"));
    assert!(page.body.contains("This one"));
    assert!(page.body.contains("href=\"/account\""), "the name leads here");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_no_page_of_an_account_opens_and_no_form_is_taken() {
    let server = Server::start().await;
    for path in [
        "/account",
        "/account/password",
        "/account/second-factor",
        "/account/second-factor/remove",
        "/account/recovery-codes",
        "/account/my-data",
        "/account/my-data.json",
        "/account/close",
    ] {
        assert_eq!(server.get(path, "").await.status, StatusCode::UNAUTHORIZED, "{path}");
        if !path.contains("json") {
            let answer = server.post(path, "", &[("confirm", "yes")]).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_password_ends_the_other_sessions_and_renews_this_one() {
    let server = Server::start().await;
    let elsewhere = server.sign_in("desk").await;
    let here = server.sign_in("desk").await;
    let form = [("password", PASSWORD), ("new_password", "kort"), ("repeat", "kort")];
    let refused = server.post("/account/password", &here, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!refused.body.contains(PASSWORD), "no password is sent back");
    let form = [("password", PASSWORD), ("new_password", OTHER), ("repeat", OTHER)];
    let answer = server.post("/account/password", &here, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    for old in [&elsewhere, &here] {
        assert_eq!(server.get("/account", old).await.status, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(server.get("/account", &cookie_of(&answer)).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_fields_than_the_form_has_change_nothing() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let extra = [("state", "left"), ("role", "admin"), ("account", "1"), ("has_second_factor", "true")];
    let with = |form: &[(&'static str, &'static str)]| [form, &extra].concat();
    server.post("/preferences", &desk, &with(&[("lang", "nb"), ("back", "/account")])).await;
    server.post("/account", &desk, &with(&[("end", "others")])).await;
    let form = with(&[("password", PASSWORD), ("new_password", OTHER), ("repeat", OTHER)]);
    server.post("/account/password", &desk, &form).await;
    let count = crate::common::number;
    let kept = "SELECT COUNT(*) FROM account JOIN role_grant ON role_grant.account_id = account.id
        WHERE login = 'desk@example.org' AND state = 'active' AND role = 'service' AND has_second_factor = FALSE
        AND lang = 'nb'";
    assert_eq!(count(&server.services, kept).await, 1);
    assert_eq!(count(&server.services, "SELECT COUNT(*) FROM role_grant WHERE role = 'admin'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn language_and_theme_follow_to_another_device() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    server.post("/preferences", &desk, &[("lang", "nb"), ("theme", "dark"), ("back", "/account")]).await;
    let form = [("login", "desk@example.org"), ("password", PASSWORD), ("next", "/")];
    let answer = server.post("/sign-in", "", &form).await;
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().map(|c| c.to_str().unwrap()).collect();
    assert!(cookies.iter().any(|cookie| cookie.starts_with("lang=nb;")), "{cookies:?}");
    assert!(cookies.iter().any(|cookie| cookie.starts_with("theme=dark;")), "{cookies:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_needs_a_second_factor_is_led_to_it_and_then_on() {
    let server = Server::start().await;
    let form = [("login", "hr@example.org"), ("password", PASSWORD), ("next", "/review")];
    let half = cookie_of(&server.post("/sign-in", "", &form).await);
    let led = server.get("/review?x=1", &half).await;
    assert_eq!(led.header("location"), "/account/second-factor?next=%2Freview%3Fx%3D1");
    for (path, status) in
        [("/review/2026Q4.zip", StatusCode::SEE_OTHER), ("/charts/trend.svg", StatusCode::FORBIDDEN)]
    {
        let answer = server.get(path, &half).await;
        assert!(
            answer.status == status || answer.status == StatusCode::SEE_OTHER,
            "{path} {}",
            answer.status
        );
    }
    let denied = server.post("/account/close", &half, &[("confirm", "yes")]).await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    assert_eq!(server.get("/help", &half).await.status, StatusCode::OK);
    let page = server.get("/account/second-factor?next=/review", &half).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("<path d=\"M"), "the picture is drawn by us");
    let wrong =
        server.post("/account/second-factor", &half, &[("code", "000000"), ("next", "/review")]).await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    let code = totp::code(&secret_on(&page.body), server.services.now()).unwrap();
    let answer = server.post("/account/second-factor", &half, &[("code", &code), ("next", "/review")]).await;
    assert_eq!(answer.header("location"), "/account/recovery-codes?next=%2Freview", "{}", answer.body);
    let full = cookie_of(&answer);
    let flash = set_cookie(&answer, "flash=");
    let shown = server.get("/account/recovery-codes?next=/review", &format!("{full}; {flash}")).await;
    assert_eq!(shown.body.matches("<li>").count(), 10, "{}", shown.body);
    assert!(shown.body.contains("href=\"/review\""));
    assert!(!server.get("/account/recovery-codes", &full).await.body.contains("class=\"codes"), "once");
    assert_eq!(server.get("/review", &full).await.status, StatusCode::OK);
    assert_eq!(server.get("/", &half).await.header("location"), "/sign-in", "the old token is dead");
}

#[tokio::test(flavor = "multi_thread")]
async fn own_data_wait_for_a_proof_and_then_come_as_a_file() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    run(&server.services, "UPDATE session SET proven_at = '2026-11-21 09:00:00+00:00'").await;
    let early = server.get("/account/my-data.json", &desk).await;
    assert_eq!(early.header("location"), "/account/my-data");
    let page = server.get("/account/my-data", &desk).await;
    assert!(page.body.contains("name=\"password\""));
    let none = server.post("/account/my-data", &desk, &[]).await;
    assert_eq!(none.status, StatusCode::FORBIDDEN);
    let wrong = server.post("/account/my-data", &desk, &[("password", "hemmelig")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.body.contains("hemmelig"));
    let right = server.post("/account/my-data", &desk, &[("password", PASSWORD)]).await;
    assert_eq!(right.header("location"), "/account/my-data.json");
    let renewed = cookie_of(&right);
    assert_eq!(server.get("/account", &desk).await.status, StatusCode::UNAUTHORIZED, "the old token is dead");
    let file = server.get("/account/my-data.json", &renewed).await;
    assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "application/json"));
    assert!(file.header("content-disposition").contains("trivsel-my-data.json"));
    assert!(file.body.contains("desk@example.org") && !file.body.contains("argon2"));
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_asks_twice_and_signs_out() {
    let server = Server::start().await;
    let desk = server.sign_in("desk").await;
    let unsure = server.post("/account/close", &desk, &[]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = server.post("/account/close", &desk, &[("confirm", "yes")]).await;
    assert_eq!(answer.header("location"), "/sign-in?closed=1", "{}", answer.body);
    assert_eq!(server.get("/account", &desk).await.status, StatusCode::UNAUTHORIZED);
    let admin = server.sign_in("admin").await;
    let last = server.post("/account/close", &admin, &[("confirm", "yes")]).await;
    assert_eq!(last.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody has to keep the organisation");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_gets_the_same_answer_for_everybody() {
    let server = Server::start().await;
    let ask = async |login: &str| server.post("/forgot", "", &[("login", login)]).await;
    let (known, unknown) = (ask("desk@example.org").await, ask("nobody@example.org").await);
    assert_eq!(
        (known.status, &known.headers, &known.body),
        (unknown.status, &unknown.headers, &unknown.body)
    );
    assert_eq!(known.header("location"), "/forgot?sent=1");
    assert_eq!(crate::common::number(&server.services, "SELECT COUNT(*) FROM mail").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_is_taken_out_of_the_address_and_sets_a_password_once() {
    let server = Server::start().await;
    // As the letter has it; the token stands in the database as its hash alone.
    let mailer = std::sync::Arc::new(super::Postbox::default());
    let post =
        service::mail::Post { mailer: mailer.clone(), public_url: "https://trivsel.example".to_owned() };
    let sending = server.services.clone().with_post(post);
    let request = axum::http::Request::post("/forgot")
        .header("host", "evil.example")
        .header("x-forwarded-host", "evil.example")
        .header("origin", "http://evil.example")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::from("login=desk%40example.org"))
        .unwrap();
    server.send(request).await;
    service::jobs::send_letters(&sending).await.unwrap();
    let body = mailer.0.lock().unwrap()[0].body.clone();
    assert!(!body.contains("evil.example"), "links come from the settings: {body}");
    let address = body.lines().find_map(|line| line.strip_prefix("https://trivsel.example")).unwrap();
    let opened = server.get(address, "").await;
    assert_eq!((opened.status, opened.header("location")), (StatusCode::SEE_OTHER, "/welcome"));
    assert_eq!(opened.header("referrer-policy"), "no-referrer");
    let link = opened.header("set-cookie").split(';').next().unwrap().to_owned();
    let page = server.get("/welcome", &link).await;
    assert!(page.body.contains("desk@example.org"), "{}", page.body);
    assert!(!page.body.contains(address.split_once('=').unwrap().1), "the token is nowhere on the page");
    let form = [("new_password", OTHER), ("repeat", OTHER)];
    let set = server.post("/welcome", &link, &form).await;
    assert_eq!((set.status, set.header("location")), (StatusCode::SEE_OTHER, "/"), "{}", set.body);
    assert_eq!(server.get("/account", &cookie_of(&set)).await.status, StatusCode::OK);
    assert_eq!(server.post("/welcome", &link, &form).await.status, StatusCode::GONE);
    assert_eq!(server.get("/welcome", &link).await.status, StatusCode::GONE);
    assert_eq!(server.get("/welcome?invite=x", "").await.status, StatusCode::GONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_on_paper_is_typed_without_a_link() {
    let server = Server::start().await;
    let db = server.services.db.writer();
    let account = accounts::by_login(db, "desk@example.org").await.unwrap();
    let code = account_tokens::print_code(db, &crate::common::by(), account, None).await.unwrap();
    let page = server.get("/welcome?code=1", "").await;
    assert!(page.body.contains("name=\"login\"") && page.body.contains("name=\"code\""));
    let form = |code: &'static str| {
        [("login", "desk@example.org"), ("code", code), ("new_password", OTHER), ("repeat", OTHER)]
    };
    let wrong = server.post("/welcome?code=1", "", &form("0000-0000-0000-0000")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("value=\"desk@example.org\""));
    let right =
        [("login", "desk@example.org"), ("code", code.as_str()), ("new_password", OTHER), ("repeat", OTHER)];
    assert_eq!(server.post("/welcome?code=1", "", &right).await.status, StatusCode::SEE_OTHER);
}
