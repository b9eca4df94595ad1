//! Words that were sent while something else came in between: another language or theme, a session that had ended.
//! They come back on their own page, and nothing is lost.

use app::request::{Carried, Submitted};
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{Uri, header},
    response::Response,
};
use data_encoding::BASE64URL_NOPAD;
use domain::{Lang, Problem, access::Theme};
use service::accounts;

use super::{
    AppState,
    context::Context,
    forms::{Pairs, SECRETS, push_cookie, refuse},
    pages::{Outcome, render},
    security,
    session::set_cookie,
};

/// A year, in seconds.
const YEAR: u32 = 365 * 24 * 60 * 60;

/// What an address asks for besides its page. Such a form is not sent, but shown again as it is.
pub(super) struct Switch {
    lang: Option<Lang>,
    theme: Option<Theme>,
}

/// Whether the name of a value in an address asks for a form to be shown again. No page has such a value of its own.
pub(super) fn is_switch(name: &str) -> bool {
    matches!(name, "_lang" | "_theme" | "_again")
}

impl Switch {
    /// What this address asks for; none when its form is simply sent.
    pub(super) fn of(uri: &Uri) -> Option<Self> {
        let query = Pairs::of(uri.query().unwrap_or_default().as_bytes());
        query.0.iter().any(|(name, _)| is_switch(name)).then(|| Self {
            lang: Lang::from_tag(query.get("_lang")),
            theme: Some(query.get("_theme")).filter(|theme| !theme.is_empty()).map(Theme::from_name),
        })
    }
}

/// Remembers language and theme in a cookie each.
pub(super) fn push_choices(
    response: &mut Response,
    lang: Option<Lang>,
    theme: Option<Theme>,
    is_secure: bool,
) {
    if let Some(lang) = lang {
        push_cookie(response, set_cookie("lang", lang.tag(), Some(YEAR), is_secure));
    }
    if let Some(theme) = theme {
        push_cookie(response, set_cookie("theme", theme.name(), Some(YEAR), is_secure));
    }
}

/// Shows a form as it was filled in, in the language and theme that were asked for. Nothing is sent.
pub(super) async fn show_again(
    state: &AppState,
    mut context: Context,
    request: Request,
    switch: Switch,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return super::pages::plain_page(Problem::TooLarge);
    };
    let mut values = Pairs::of(&bytes).0;
    // What only its owner may know is asked for once more; a tablet's code opens nothing but a form.
    let is_open = security::is_without_session(parts.uri.path());
    values.retain(|(name, _)| !SECRETS.contains(&name.as_str()) || (is_open && name == "code"));
    let Switch { lang, theme } = switch;
    if let Some(actor) = &context.actor
        && (lang.is_some() || theme.is_some())
        && let Err(error) = accounts::keep_preferences(&state.services.people, Some(actor), lang, theme).await
    {
        let request = Request::from_parts(parts, Body::empty());
        return refuse(state, request, Pairs(values), error.into_problem()).await;
    }
    context.viewer.lang = lang.unwrap_or(context.viewer.lang);
    context.viewer.theme = theme.unwrap_or(context.viewer.theme);
    parts.extensions.insert(context);
    let request = Request::from_parts(parts, Body::empty());
    let mut response = render(state, request, Outcome::Again(Submitted { values, problem: None })).await;
    push_choices(&mut response, lang, theme, state.is_secure);
    response
}

/// A request that is refused because nobody is signed in, with the form it brought along for afterwards.
pub(super) async fn with_words(request: Request, largest: usize) -> Request {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded")) {
        return request;
    }
    let (mut parts, body) = request.into_parts();
    if let Ok(bytes) = to_bytes(body, largest).await {
        parts.extensions.insert(Carried(pack(&bytes)));
    }
    Request::from_parts(parts, Body::empty())
}

/// A form as one word that no page and no other form has to encode anew. Without secrets: those are typed again.
fn pack(body: &[u8]) -> String {
    let fields = Pairs::of(body).0.into_iter().filter(|(name, _)| !SECRETS.contains(&name.as_str()));
    let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    BASE64URL_NOPAD.encode(form.as_bytes())
}

/// The fields of a form that came along; none of one that is not ours.
pub(super) fn unpack(packed: &str) -> Vec<(String, String)> {
    BASE64URL_NOPAD.decode(packed.as_bytes()).map(|form| Pairs::of(&form).0).unwrap_or_default()
}

/// Whether words that came along belong to whoever has just signed in: the session that had ended was theirs. Where
/// that is not known any more, nobody gets what may be answers of a check-in.
pub(super) fn are_theirs<A: PartialEq>(ended: Option<A>, entered: A, next: &str) -> bool {
    ended.map_or_else(|| !security::is_check_in(next), |ended| ended == entered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_comes_back_as_it_was_without_its_secrets() {
        let packed = pack("note=%C3%A5%0D%0A%26%3D&password=hemmelig&unit=3&unit=4".as_bytes());
        assert!(packed.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')), "{packed}");
        let fields: Vec<_> = unpack(&packed);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(fields, [("note", "å\r\n&="), ("unit", "3"), ("unit", "4")]);
        assert_eq!(unpack("%%%"), []);
    }

    #[test]
    fn an_address_that_asks_for_nothing_else_sends_its_form() {
        let uri = |text: &str| text.parse::<Uri>().unwrap();
        assert!(Switch::of(&uri("/check-in")).is_none() && Switch::of(&uri("/trends?lang=nb")).is_none());
        let switch = Switch::of(&uri("/actions/new?unit=3&_lang=nb")).unwrap();
        assert_eq!((switch.lang, switch.theme), (Some(Lang::Nb), None));
        assert!(Switch::of(&uri("/actions/new?_again=1")).is_some());
    }

    #[test]
    fn answers_are_never_handed_to_somebody_else() {
        assert!(are_theirs(Some(7), 7, "/check-in") && are_theirs(Some(7), 7, "/actions/new"));
        assert!(!are_theirs(Some(7), 8, "/check-in") && !are_theirs(Some(7), 8, "/actions/new"));
        assert!(!are_theirs(None, 8, "/check-in") && are_theirs(None, 8, "/complaints/new"));
    }
}
