//! `/sign-in/provider` and the way back from there.

use axum::http::StatusCode;

use super::Server;
use crate::{
    common,
    provider::{TestProvider, query},
};

const TLS: &[&str] = &["--public-url", "https://trivsel.example"];

async fn start(provider: &TestProvider, arguments: &[&str]) -> Server {
    Server::start_with(|services| services.with_oidc(provider.oidc()), arguments).await
}

/// From the button to the address that the provider sends the browser back to; with the cookie.
async fn go(server: &Server, provider: &TestProvider, next: &str) -> (String, String) {
    let answer = server.post("/sign-in/provider", "", &[("next", next)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let address =
        answer.body.split("content=\"0; url=").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let address = address.replace("&amp;", "&");
    let address = address.as_str();
    assert!(address.starts_with(&format!("{}/authorize?", provider.issuer)), "{address}");
    let code = provider.vouch(address, common::now().timestamp(), |_| ());
    let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
    (format!("/sign-in/provider/callback?code={code}&state={}", query(address, "state")), cookie)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_to_the_provider_and_back_ends_signed_in_where_the_person_wanted_to_go() {
    let provider = TestProvider::start().await;
    let server = start(&provider, &[]).await;
    let page = server.get("/sign-in", "").await;
    assert!(page.body.contains("Sign in with Testkjeden"));
    assert!(
        page.header("content-security-policy").contains("form-action 'self';"),
        "forms go to this site only"
    );
    let (back, cookie) = go(&server, &provider, "/help").await;
    let answer = server.get(&back, &cookie).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/help"));
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().map(|c| c.to_str().unwrap()).collect();
    assert!(cookies.iter().any(|c| c.starts_with("trivsel-provider=;") && c.contains("Max-Age=0")));
    let session = cookies.iter().find(|c| c.starts_with("trivsel=")).unwrap().split(';').next().unwrap();
    assert!(server.get("/help", session).await.body.contains("Kari Lie"));
    assert_eq!(server.get(&back, &cookie).await.status, StatusCode::UNAUTHORIZED, "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_elses_way_back_shows_the_sign_in_page_with_the_reason() {
    let provider = TestProvider::start().await;
    let server = start(&provider, &[]).await;
    let (back, _) = go(&server, &provider, "/").await;
    let answer = server.get(&back, "trivsel-provider=abc").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.body.contains("Signing in with the provider did not work"), "{}", answer.body);
    assert!(answer.body.contains("action=\"/sign-in\""));
    assert!(!answer.body.contains("code-0"), "nothing of the address is kept");
    assert!(!answer.headers.get_all("set-cookie").iter().any(|c| c.as_bytes().starts_with(b"trivsel=")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cookie_on_the_way_is_short_lived_and_over_tls_the_hosts_own() {
    let provider = TestProvider::start().await;
    let server = start(&provider, TLS).await;
    let answer = server.post("/sign-in/provider", "", &[("next", "/")]).await;
    let cookie = answer.header("set-cookie");
    for part in ["__Host-trivsel-provider=", "HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=600"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_back_leads_to_this_site_only() {
    let provider = TestProvider::start().await;
    let server = start(&provider, &[]).await;
    for next in ["//evil.example/x", "https://evil.example"] {
        let (back, cookie) = go(&server, &provider, next).await;
        assert_eq!(server.get(&back, &cookie).await.header("location"), "/", "{next}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_provider_there_is_neither_button_nor_way() {
    let server = Server::start().await;
    let page = server.get("/sign-in", "").await;
    assert!(!page.body.contains("/sign-in/provider"));
    assert!(page.header("content-security-policy").contains("form-action 'self';"));
    assert_eq!(server.post("/sign-in/provider", "", &[("next", "/")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        server.get("/sign-in/provider/callback?code=1&state=2", "").await.status,
        StatusCode::NOT_FOUND
    );
}
