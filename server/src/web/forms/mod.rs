//! Forms. Each posts to the address of its own page: what is refused is shown again there, with
//! what was typed, the reason and the right status code; what is taken leads on with a redirect, so
//! that reloading sends nothing twice.

mod prove;

use std::collections::HashSet;

use app::request::Submitted;
pub(super) use app::request::local;
use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::Problem;
use serde::de::{DeserializeOwned, value::MapDeserializer};

pub(super) use prove::{prove_first, prove_if};

use super::{
    AppState,
    pages::{Outcome, render},
    session::{FLASH, set_cookie},
};

/// Names and values of a form.
pub(super) struct Pairs(pub(super) Vec<(String, String)>);

impl Pairs {
    pub(super) fn of(body: &[u8]) -> Self {
        Self(form_urlencoded::parse(body).into_owned().collect())
    }

    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str())
    }

    pub(super) fn take(&self, name: &str) -> String {
        self.get(name).to_owned()
    }

    /// What the fields say; of a field that comes twice, the first counts.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, serde::de::value::Error> {
        let mut seen = HashSet::new();
        let first = self.0.iter().filter(|(name, _)| seen.insert(name.as_str()));
        T::deserialize(MapDeserializer::new(first.map(|(name, value)| (name.as_str(), value.as_str()))))
    }

    pub(super) fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, value)| value.clone()).collect()
    }
}

/// A form as it arrived, with the request that its page needs to be shown again.
pub(super) struct PageForm(pub(super) Request, pub(super) Pairs);

impl<S: Send + Sync> FromRequest<S> for PageForm {
    type Rejection = Response;

    async fn from_request(request: Request, _: &S) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let again = Request::from_parts(parts.clone(), axum::body::Body::empty());
        let bytes = Bytes::from_request(Request::from_parts(parts, body), &())
            .await
            .map_err(IntoResponse::into_response)?;
        Ok(Self(again, Pairs::of(&bytes)))
    }
}

/// A [`PageForm`] with what its fields say: a field that is not there is empty.
pub(super) struct TypedForm<T>(pub(super) Request, pub(super) Pairs, pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for TypedForm<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let PageForm(request, pairs) = PageForm::from_request(request, state).await?;
        let form = pairs.read().map_err(|_| StatusCode::BAD_REQUEST.into_response())?;
        Ok(Self(request, pairs, form))
    }
}

/// Fields that are never sent back.
pub(super) const SECRETS: [&str; 4] = ["password", "new_password", "repeat", "code"];

/// Shows the page again with what was typed; some problems take the page's place.
pub(super) async fn refuse(state: &AppState, request: Request, pairs: Pairs, problem: Problem) -> Response {
    let outcome = match problem {
        Problem::Invalid(_)
        | Problem::LookAgain
        | Problem::NameFound
        | Problem::NothingAnswered
        | Problem::SendAgain
        | Problem::TooManyCards
        | Problem::ReceiptUnknown
        | Problem::WrongSignIn
        | Problem::TooManyAttempts
        | Problem::CaseMovedOn
        | Problem::ImportNotReady
        | Problem::ImportStays
        | Problem::WrongCode
        | Problem::ProofNeeded
        | Problem::ChangedMeanwhile
        | Problem::SecondAdminNeeded
        | Problem::ProposalWaiting
        | Problem::ProviderRefused
        | Problem::Busy
        | Problem::CannotStore
        | Problem::KeysMissing
        | Problem::TookTooLong
        | Problem::Internal => {
            // What only its owner may know is never sent back.
            let values = pairs.0.into_iter().filter(|(name, _)| !SECRETS.contains(&name.as_str())).collect();
            Outcome::Again(Submitted { values, problem: Some(problem) })
        }
        problem => Outcome::Refused(problem),
    };
    render(state, request, outcome).await
}

/// Leads on to a page that says in one line what was done: a message id, which the page knows.
pub(super) fn done(state: &AppState, page: &str, what: &str) -> Response {
    let mut response = Redirect::to(page).into_response();
    push_cookie(&mut response, set_cookie(FLASH, what, Some(60), state.is_secure));
    response
}

pub(super) fn push_cookie(response: &mut Response, cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_by_the_names_of_its_fields_and_nothing_beside_them_gets_in_the_way() {
        let pairs = Pairs::of(b"name=Kari+N&name=Ola&role=&proof=x&unit=7&uni=8");
        let form: domain::people::register::PersonForm = pairs.read().unwrap();
        assert_eq!((form.name.as_str(), form.unit.as_str(), form.email.as_str()), ("Kari N", "7", ""));
    }

    #[test]
    fn a_redirect_stays_on_this_site() {
        for path in
            ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "", "/a\r\nb"]
        {
            assert_eq!(local(path), "/", "{path}");
        }
        assert_eq!(local("/trends?unit=3"), "/trends?unit=3");
    }

    #[test]
    fn what_cannot_stand_in_a_header_is_encoded_or_leads_nowhere() {
        for path in ["/\u{1}", "/a\u{7f}", "/a\u{0}b", "/a\tb", "/\u{85}", &format!("/{}", "a".repeat(1300))]
        {
            assert_eq!(local(path), "/", "{path:?}");
        }
        assert_eq!(local("/complaints?search=ås og \"x\""), "/complaints?search=%C3%A5s%20og%20%22x%22");
        // What is encoded already stays as it is, line breaks too: in an address they are three letters each.
        assert_eq!(local("/complaints?search=%c3%a5%0d%0a"), "/complaints?search=%c3%a5%0d%0a");
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_a_header_that_stays_here(text in ".*", slash in "[/\\\\]{0,2}") {
            for path in [text.clone(), format!("{slash}{text}"), format!("/{text}")] {
                let address = local(&path);
                proptest::prop_assert!(HeaderValue::from_str(&address).is_ok());
                proptest::prop_assert!(address.starts_with('/') && !address.starts_with("//"));
                proptest::prop_assert!(address.is_ascii() && !address.contains(['\\', ' ']));
                proptest::prop_assert_eq!(local(&address), address);
            }
        }
    }
}
