//! Codes from paper, typed where one signs in.

use axum::http::StatusCode;

use super::Server;

#[tokio::test(flavor = "multi_thread")]
async fn a_printed_code_typed_as_the_password_leads_to_the_page_that_takes_it() {
    let server = Server::start().await;
    let form = [("login", "4711"), ("password", "7kq4 0b2m 11aa zz09"), ("next", "/")];
    let page = server.post("/sign-in", "", &form).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("action=\"/welcome?code=1\"") && page.body.contains("value=\"4711\""));
    assert!(page.body.contains("value=\"7kq4 0b2m 11aa zz09\""), "nobody types it twice");
    let alone = server.post("/sign-in", "", &[("login", "7KQ4-0B2M-11AA-ZZ09"), ("password", "")]).await;
    assert!(alone.body.contains("value=\"7KQ4-0B2M-11AA-ZZ09\""), "{}", alone.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_of_the_tablet_typed_there_leads_to_the_tablet() {
    let server = Server::start().await;
    let answer = server.post("/sign-in", "", &[("login", "7kq4-0b2m"), ("password", "")]).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/kiosk/form"));
    let address = server.get("/code", "").await;
    assert_eq!(address.header("location"), "/welcome?code=1", "short enough to be typed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_signs_a_device_in_to_answer_and_other_pages_ask_for_more() {
    let server = Server::start().await;
    let services = &server.services;
    let create = service::sign_in::create_account(
        &services.people,
        "4711",
        "Ola Vik",
        domain::Role::Employee,
        "A",
        "",
    );
    create.await.unwrap();
    crate::common::run(services, "UPDATE roster SET from_on = '2026-01-01'").await;
    crate::common::write_rolls(services).await;
    let account = service::accounts::by_login(&services.db.reader, "4711").await.unwrap();
    let by = testing::by();
    let code = service::accounts::account_tokens::print_code(services.db.writer(), &by, account, None)
        .await
        .unwrap();
    let form =
        [("login", "4711"), ("code", code.as_str()), ("new_password", ""), ("repeat", ""), ("act", "answer")];
    let answer = server.post("/welcome?code=1", "", &form).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/"), "{}", answer.body);
    let set = answer.header("set-cookie").to_owned();
    assert!(set.contains("Max-Age=7776000"), "{set}");
    let cookie = set.split(';').next().unwrap();
    for path in ["/check-in", "/team", "/account"] {
        assert_eq!(server.get(path, cookie).await.status, StatusCode::OK, "{path}");
    }
    for path in ["/trends", "/actions", "/charts/trend.svg", "/people", "/complaints"] {
        let page = server.get(path, cookie).await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    let account = server.get("/account", cookie).await.body;
    assert!(account.contains("Signed in to answer, nothing else, until"), "{account}");
}
