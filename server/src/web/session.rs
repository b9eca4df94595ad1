//! Who is asking, in which language and theme: worked out once per request.

use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

use crate::web::context::Context;
use app::{customers::public::is_public, request::Here};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, header},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::{
    Lang, Right, Viewer,
    access::{Proof, Theme},
};
use service::{
    accounts::account_tokens::AccountToken,
    organisation,
    rounds::Pass,
    sign_in::{self, SessionToken, Visitor},
};

use super::{AppState, address, carry, kept, security};

/// A cookie's whole name. Over TLS it has the `__Host-` prefix, which browsers only take with `Secure`,
/// for the whole site and from the site itself; on loopback there is no TLS to ask for.
fn whole(name: &str, is_secure: bool) -> String {
    if is_secure { format!("__Host-{name}") } else { name.to_owned() }
}

/// A cookie's value.
pub(super) fn cookie(headers: &HeaderMap, name: &str, is_secure: bool) -> Option<String> {
    let cookies = CookieJar::from_headers(headers);
    cookies.get(&whole(name, is_secure)).map(|cookie| cookie.value().to_owned())
}

/// Name of the session cookie.
pub(super) const SESSION: &str = "trivsel";

/// Name of the cookie that hands something over to the next page, once.
pub(super) const FLASH: &str = "flash";
/// Name of the cookie in which a desk remembers where something happened last.
pub(super) const LAST_UNIT: &str = "unit";

/// Name of the cookie that keeps the token of an account out of addresses, history and logs.
pub(super) const ACCOUNT_TOKEN: &str = "link";

/// Name of the cookie that lets somebody answer without signing in: a tablet's code or a personal link.
pub(super) const PASS: &str = "pass";

/// A `Set-Cookie` value. `seconds` of 0 erases. The value is encoded: nothing in it can begin an attribute.
pub(super) fn set_cookie(
    name: &str,
    value: &str,
    seconds: Option<u32>,
    is_secure: bool,
) -> Option<HeaderValue> {
    let cookie = Cookie::build((whole(name, is_secure), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(is_secure);
    let cookie = match seconds {
        Some(seconds) => cookie.max_age(Duration::from_secs(seconds.into()).try_into().ok()?),
        None => cookie,
    };
    HeaderValue::from_str(&cookie.build().encoded().to_string()).ok()
}

/// A place for the session's new token, when a request proves anew who is asking.
#[derive(Clone, Default)]
pub(super) struct Renewed(Arc<OnceLock<SessionToken>>);

impl Renewed {
    /// Keeps the token for the answer.
    pub(super) fn set(&self, token: SessionToken) {
        let _ = self.0.set(token);
    }

    /// Puts it into the answer, unless that begins another session.
    fn give(&self, response: &mut Response, is_secure: bool) {
        let start = format!("{}=", whole(SESSION, is_secure));
        let cookies = response.headers().get_all(header::SET_COOKIE);
        if cookies.iter().any(|cookie| cookie.as_bytes().starts_with(start.as_bytes())) {
            return;
        }
        let value =
            self.0.get().and_then(|token| set_cookie(SESSION, token.as_str(), token.seconds(), is_secure));
        if let Some(value) = value {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}

/// Puts [`Context`] and [`Here`] into the request.
pub(super) async fn identify(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    // A customer's page is the same for everybody who reads its language: no cookie is looked at, and none is set.
    let is_public = is_public(request.uri().path());
    let chosen = match is_public {
        true => {
            let query = request.uri().query().unwrap_or_default();
            let mut pairs = form_urlencoded::parse(query.as_bytes());
            pairs.find(|(name, _)| name == "lang").map(|(_, tag)| tag.into_owned())
        }
        false => cookie(headers, "lang", state.is_secure),
    };
    let lang = chosen.and_then(|tag| Lang::from_tag(&tag)).unwrap_or_else(|| {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        accepted.map(Lang::negotiate).unwrap_or_default()
    });
    // Where a code or a link is all that counts, nobody looks who else is signed in: not even the
    // session's last use is written down.
    let needs_session = !is_public && !security::is_without_session(request.uri().path());
    let session = cookie(headers, SESSION, state.is_secure).filter(|_| needs_session);
    let visitor = match session {
        Some(token) => {
            let found = match security::is_check_in(request.uri().path()) {
                true => sign_in::passing_visitor(&state.services, &token).await,
                false => sign_in::visitor(&state.services, &token).await,
            };
            match found {
                Ok(visitor) => visitor,
                Err(error) => return kept::instead(request, lang, error.into_problem()).await,
            }
        }
        None => None,
    };
    let (actor, waiting) = match visitor {
        Some(Visitor::Full(actor)) => (Some(actor), None),
        Some(Visitor::Waiting(waiting)) => (None, Some(waiting)),
        None => (None, None),
    };
    let account_token =
        cookie(headers, ACCOUNT_TOKEN, state.is_secure).and_then(|token| AccountToken::parse(&token));
    let pass = cookie(headers, PASS, state.is_secure).and_then(|pass| Pass::parse(&pass));
    let address = address::client(headers, request.extensions(), state.trusted_proxies);
    let theme = cookie(headers, "theme", state.is_secure).filter(|_| !is_public);
    let theme = theme.map(|name| Theme::from_name(&name)).unwrap_or_default();
    let organisation = match organisation::find(&state.services.db.reader).await {
        Ok(organisation) => organisation,
        Err(error) => return kept::instead(request, lang, error.into_problem()).await,
    };
    let rights = actor
        .iter()
        .flat_map(|actor| Right::ALL.into_iter().filter(|right| !actor.units_for(*right).is_empty()));
    let viewer = Viewer {
        name: actor
            .as_ref()
            .map(|actor| actor.name.clone())
            .or_else(|| waiting.as_ref().map(|waiting| waiting.name.clone())),
        rights: rights.collect(),
        lang,
        theme,
        is_synthetic: organisation.is_synthetic,
        organisation: organisation.name,
        proof: actor
            .as_ref()
            .and_then(|actor| actor.session.as_ref())
            .map_or_else(Proof::default, |s| s.proof),
        shelf: actor.as_ref().map(|actor| service::accounts::shelf(actor.account)),
    };
    let query = request.uri().query().unwrap_or_default();
    let here = Here {
        path: request.uri().path().to_owned(),
        query: form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .filter(|(name, _)| !carry::is_switch(name))
            .collect(),
        is_sent: request.method() == Method::POST,
        flash: cookie(request.headers(), FLASH, state.is_secure).filter(|_| !is_public),
        last_unit: cookie(request.headers(), LAST_UNIT, state.is_secure).and_then(|id| id.parse().ok()),
    };
    request.extensions_mut().insert(here);
    request.extensions_mut().insert(Context {
        services: state.services.clone(),
        actor,
        waiting,
        account_token,
        pass,
        address,
        viewer,
    });
    let renewed = Renewed::default();
    request.extensions_mut().insert(renewed.clone());
    let mut response = next.run(request).await;
    renewed.give(&mut response, state.is_secure);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_brings_attributes_of_its_own_and_each_comes_back_whole() {
        for value in
            ["a; Domain=evil.example", "a\r\nb", "a b", "å", "\u{1}", "50%", "recovery:ABCD-1.EFGH-2"]
        {
            let set = set_cookie(FLASH, value, Some(60), true).unwrap();
            let parts: Vec<&str> = set.to_str().unwrap().split("; ").collect();
            assert_eq!(
                parts[1..],
                ["HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=60"],
                "{value:?}"
            );
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, HeaderValue::from_str(parts[0]).unwrap());
            assert_eq!(cookie(&headers, FLASH, true).as_deref(), Some(value));
        }
    }

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("xtrivsel=1; trivsel=abc; lang=nb"));
        assert_eq!(cookie(&headers, "trivsel", false).as_deref(), Some("abc"));
        assert_eq!(cookie(&headers, "lang", false).as_deref(), Some("nb"));
        assert_eq!(cookie(&headers, "theme", false).as_deref(), None);
    }
}
