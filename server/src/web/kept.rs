//! When not even the database can be read: what somebody sent, on a page that needs nothing but itself.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use domain::{Lang, Problem, text::t};

use html_escape::encode_quoted_attribute;

use super::{
    forms::{Pairs, SECRETS},
    pages::{plain_head, plain_page},
};

/// The largest form that is kept, in bytes: more than any of ours.
const LARGEST: usize = 256 * 1024;
/// Longer texts are shown, so that somebody can copy them elsewhere; the rest goes along unseen.
const SHORT: usize = 60;

/// The answer to a request that could not even be read: what it sent is kept on the page.
pub(super) async fn instead(request: Request, lang: Lang, problem: Problem) -> Response {
    if request.method() != Method::POST || !is_form(request.headers()) {
        return plain_page(problem);
    }
    let (parts, body) = request.into_parts();
    match to_bytes(body, LARGEST).await {
        Ok(bytes) => page(lang, &parts.uri, Pairs::of(&bytes), problem),
        Err(_) => plain_page(problem),
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
}

/// A page with a form that sends the same to the same address once more.
pub(super) fn page(lang: Lang, uri: &Uri, pairs: Pairs, problem: Problem) -> Response {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::SERVICE_UNAVAILABLE);
    let action = encode_quoted_attribute(uri.path_and_query().map_or("/", |address| address.as_str()));
    let fields: String = pairs.0.iter().map(|(name, value)| field(name, value)).collect();
    let (title, text) = (t(lang, problem.text_id()), t(lang, &format!("{}-text", problem.text_id())));
    let again = t(lang, "kept-send-again");
    let body = format!(
        "{}<div lang=\"{}\"><h1>{title}</h1><p>{text}</p><form method=\"post\" action=\"{action}\">{fields}<p><button>{again}</button></p></form></div></main></body></html>",
        plain_head(""),
        lang.tag(),
    );
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], Body::from(body)).into_response()
}

fn field(name: &str, value: &str) -> String {
    let (name, text) = (encode_quoted_attribute(name), encode_quoted_attribute(value));
    // What only its owner may know is not written into a page, but asked for once more.
    if SECRETS.contains(&name.as_ref()) {
        return format!("<p><input type=\"password\" name=\"{name}\" aria-label=\"{name}\"></p>");
    }
    if value.chars().count() <= SHORT && !value.contains('\n') {
        return format!("<input type=\"hidden\" name=\"{name}\" value=\"{text}\">");
    }
    // The line break that HTML drops at the beginning stands in front of the text's own.
    format!(
        "<p><textarea name=\"{name}\" aria-label=\"{name}\" rows=\"8\" cols=\"60\">\n{text}</textarea></p>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn shown(form: &str) -> String {
        let request = Request::post("/check-in?x=1&y=2")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned()))
            .unwrap();
        let response = instead(request, Lang::Nb, Problem::Busy).await;
        assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
        String::from_utf8(to_bytes(response.into_body(), LARGEST).await.unwrap().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn what_was_sent_is_on_the_page_and_goes_back_to_the_same_address() {
        let page = shown("C1=3&comment=%3Cb%3E%22to%22%0Alinjer").await;
        assert!(page.contains("action=\"/check-in?x=1&amp;y=2\""), "{page}");
        assert!(page.contains("name=\"C1\" value=\"3\""), "{page}");
        assert!(page.contains(">\n&lt;b&gt;&quot;to&quot;\nlinjer</textarea>"), "{page}");
        assert!(page.contains("Send på nytt"), "{page}");
    }

    #[tokio::test]
    async fn a_password_is_never_written_into_a_page() {
        let page = shown("login=kari&password=hemmelig").await;
        assert!(!page.contains("hemmelig") && page.contains("value=\"kari\""), "{page}");
        assert!(page.contains("type=\"password\" name=\"password\""), "{page}");
    }
}
