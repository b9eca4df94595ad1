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
