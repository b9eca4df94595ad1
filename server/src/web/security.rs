//! Headers and rules that hold for every answer.

use std::time::Instant;

use app::customers::public::is_public;
use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::Problem;
use leptos::{nonce::use_nonce, prelude::use_context};
use leptos_axum::ResponseOptions;
use tower::{
    ServiceBuilder,
    layer::util::{Identity, Stack},
};
use tower_http::set_header::SetResponseHeaderLayer;

use super::pages::plain_problem;

type Header = SetResponseHeaderLayer<HeaderValue>;

/// The content security policy of a page: scripts only with this answer's nonce, nothing from
/// anywhere else. Called while a page is rendered.
pub(super) fn provide_policy() {
    let (Some(nonce), Some(options)) = (use_nonce(), use_context::<ResponseOptions>()) else { return };
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; \
         manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// The policy of a customer's page, which has no script at all.
pub(super) const PUBLIC_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The policy of the service worker: it draws nothing and runs nothing more, it only asks this server.
pub(super) const WORKER_POLICY: &str = "default-src 'none'; connect-src 'self'";

fn fixed(name: HeaderName, value: &'static str) -> Header {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

/// Nothing that depends on who asks may be kept by a cache.
pub(super) fn no_store() -> Header {
    fixed(header::CACHE_CONTROL, "no-store")
}

/// Headers of every answer.
#[expect(clippy::type_complexity, reason = "the type is the list of layers")]
pub(super) fn headers(
    is_secure: bool,
) -> ServiceBuilder<
    Stack<
        Option2,
        Stack<Header, Stack<Header, Stack<Header, Stack<Header, Stack<Header, Stack<Header, Identity>>>>>>,
    >,
> {
    ServiceBuilder::new()
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "same-origin"))
        .layer(fixed(
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
        ))
        .layer(fixed(
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=()",
        ))
        .layer(fixed(HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .layer(fixed(HeaderName::from_static("cross-origin-resource-policy"), "same-origin"))
        .option_layer(
            is_secure
                .then(|| fixed(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains")),
        )
}

type Option2 = tower::util::Either<Header, Identity>;

/// Longest path, and longest query, in bytes. Pages repeat them in links and forms.
const LONGEST_ADDRESS: usize = 4096;

/// Refuses an address that no link or form of this site makes, before anything is done with it.
pub(super) async fn refuse_long_addresses(request: Request, next: Next) -> Response {
    let uri = request.uri();
    if uri.path().len() > LONGEST_ADDRESS || uri.query().unwrap_or_default().len() > LONGEST_ADDRESS {
        return plain_problem(Problem::AddressTooLong).into_response();
    }
    next.run(request).await
}

/// Refuses a write that comes with a cookie but without any of the marks by which a browser tells
/// where a request comes from: no browser of today sends one.
pub(super) async fn refuse_unmarked_writes(request: Request, next: Next) -> Response {
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let headers = request.headers();
    let is_marked = headers.contains_key(header::ORIGIN) || headers.contains_key("sec-fetch-site");
    if !is_safe && headers.contains_key(header::COOKIE) && !is_marked {
        return (StatusCode::FORBIDDEN, "This request does not say where it comes from.\n").into_response();
    }
    next.run(request).await
}

/// Whether an address answers to a code or a personal link alone.
pub(super) fn is_without_session(path: &str) -> bool {
    matches!(path, "/kiosk" | "/kiosk/form" | "/kiosk/thanks" | "/api/kiosk")
        || path.starts_with("/check-in/link")
        || path.starts_with("/api/check-in-link")
}

/// Addresses of answering: nothing about who comes there, or when, is written down.
pub(super) fn is_check_in(path: &str) -> bool {
    is_without_session(path)
        || path.starts_with("/check-in")
        || path.starts_with("/api/check-in")
        || path.starts_with("/api/receipt")
}

/// Whether nothing at all is written down about a request: even a bare time would say when somebody answered.
pub(super) fn is_quiet_in_log(path: &str) -> bool {
    is_check_in(path) || is_public(path)
}

/// One line per request, without person or session. A check-in has no line at all: even a bare time
/// would say when somebody answered. Neither has what a customer sends or looks at.
pub(super) async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let start = Instant::now();
    let response = next.run(request).await;
    let is_file = path.starts_with("/pkg")
        || path.starts_with("/fonts")
        || matches!(path.as_str(), "/healthz" | "/readyz");
    if !is_quiet_in_log(&path) && !is_file {
        let milliseconds = start.elapsed().as_millis();
        tracing::info!(%method, path, status = response.status().as_u16(), milliseconds, "request");
    }
    response
}
