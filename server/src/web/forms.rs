//! Forms. Each posts to the address of its own page: what is refused is shown again there, with
//! what was typed, the reason and the right status code; what is taken leads on with a redirect, so
//! that reloading sends nothing twice.

use app::{context::Context, request::Submitted};
use axum::{
    body::Bytes,
    extract::{Extension, FromRequest, Multipart, Path, Request, State},
    http::{HeaderMap, HeaderValue, Method, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Field, Lang, Problem,
    access::Theme,
    check_in::BallotForm,
    complaint::{ComplaintForm, StepForm},
    import::{FileEncoding, ImportField, ImportKind, Mapping},
    problem::Why,
};
use service::{complaints, imports::uploads, rounds, sign_in as sessions};

use super::{
    AppState,
    pages::{Outcome, render},
    session::{FLASH, cookie, session_cookie, set_cookie},
};

/// A year, in seconds.
const YEAR: u32 = 365 * 24 * 60 * 60;

/// Names and values of a form.
pub(super) struct Pairs(pub(super) Vec<(String, String)>);

impl Pairs {
    pub(super) fn of(body: &[u8]) -> Self {
        Self(form_urlencoded::parse(body).into_owned().collect())
    }

    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str())
    }

    fn take(&self, name: &str) -> String {
        self.get(name).to_owned()
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

/// Shows the page again with what was typed; some problems take the page's place.
pub(super) async fn refuse(state: &AppState, request: Request, pairs: Pairs, problem: Problem) -> Response {
    let outcome = match problem {
        Problem::Invalid(_)
        | Problem::WrongSignIn
        | Problem::ProviderRefused
        | Problem::TooManyAttempts
        | Problem::CaseMovedOn
        | Problem::ImportNotReady
        | Problem::Busy => {
            // A password is never sent back.
            let values = pairs.0.into_iter().filter(|(name, _)| name != "password").collect();
            Outcome::Again(Submitted { values, problem })
        }
        problem => Outcome::Refused(problem),
    };
    render(state, request, outcome).await
}

/// A path on this site, or `/`.
pub(super) fn local(path: &str) -> &str {
    let is_local =
        path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n', '\t']);
    if is_local { path } else { "/" }
}

pub(super) async fn sign_in(
    State(state): State<AppState>,
    headers: HeaderMap,
    PageForm(request, pairs): PageForm,
) -> Response {
    let token = match sessions::sign_in(&state.services, pairs.get("email"), pairs.get("password")).await {
        Ok(token) => token,
        Err(error) => return refuse(&state, request, pairs, error.into_problem()).await,
    };
    // A session that was there before ends: nothing of it may carry over to this person.
    if let Some(old) = cookie(&headers, session_cookie(state.is_secure))
        && let Err(error) = sessions::sign_out(&state.services, old).await
    {
        return refuse(&state, request, pairs, error.into_problem()).await;
    }
    let mut response = Redirect::to(local(pairs.get("next"))).into_response();
    push_cookie(
        &mut response,
        set_cookie(session_cookie(state.is_secure), token.as_str(), None, state.is_secure),
    );
    response
}

pub(super) fn push_cookie(response: &mut Response, cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

pub(super) async fn sign_out(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let name = session_cookie(state.is_secure);
    if let Some(token) = cookie(&headers, name)
        && let Err(error) = sessions::sign_out(&state.services, token).await
    {
        return super::pages::plain_problem(error.into_problem()).into_response();
    }
    let mut response = Redirect::to("/sign-in?signed-out=1").into_response();
    push_cookie(&mut response, set_cookie(name, "", Some(0), state.is_secure));
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    response
}

/// Language and theme, remembered in a cookie each.
pub(super) async fn preferences(State(state): State<AppState>, PageForm(_, pairs): PageForm) -> Response {
    let mut response = Redirect::to(local(pairs.get("back"))).into_response();
    if let Some(lang) = Lang::from_tag(pairs.get("lang")) {
        push_cookie(&mut response, set_cookie("lang", lang.tag(), Some(YEAR), state.is_secure));
    }
    if !pairs.get("theme").is_empty() {
        let theme = Theme::from_name(pairs.get("theme"));
        push_cookie(&mut response, set_cookie("theme", theme.name(), Some(YEAR), state.is_secure));
    }
    response
}

pub(super) async fn check_in(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let form = BallotForm {
        round: pairs.get("round").parse().unwrap_or(0),
        comment: pairs.take("comment"),
        answers: pairs.0.iter().filter(|(name, _)| name != "round" && name != "comment").cloned().collect(),
    };
    match rounds::cast(&state.services, context.actor.as_ref(), &form).await {
        Ok(()) => Redirect::to("/check-in/receipt").into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(super) async fn log_complaint(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let form = ComplaintForm {
        what: pairs.take("what"),
        category: pairs.take("category"),
        channel: pairs.take("channel"),
        severity: pairs.take("severity"),
        unit: pairs.take("unit"),
        happened_on: pairs.take("happened_on"),
    };
    match complaints::log(&state.services, context.actor.as_ref(), &form).await {
        Ok(logged) => {
            let mut response = Redirect::to(&format!("/complaints/{}", logged.reference)).into_response();
            // The secret is shown once and stands in no address, history or log.
            let flash = format!("{}:{}", logged.reference, logged.secret);
            push_cookie(&mut response, set_cookie(FLASH, &flash, Some(60), state.is_secure));
            response
        }
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(super) async fn step(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(reference): Path<String>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let form = StepForm {
        reference: reference.clone(),
        seen_stage: pairs.take("seen_stage"),
        stage: pairs.take("stage"),
        note: pairs.take("note"),
    };
    match complaints::step(&state.services, context.actor.as_ref(), &form).await {
        Ok(()) => Redirect::to(&format!("/complaints/{reference}")).into_response(),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(super) async fn upload_import(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let again = Request::from_parts(parts.clone(), axum::body::Body::empty());
    let upload = match Multipart::from_request(Request::from_parts(parts, body), &()).await {
        Ok(multipart) => upload(multipart).await,
        Err(_) => Err(Problem::Unreadable),
    };
    let (kind, name, content) = match upload {
        Ok(upload) => upload,
        Err(problem) => return refuse(&state, again, Pairs(Vec::new()), problem).await,
    };
    match uploads::create(&state.services, context.actor.as_ref(), kind, &name, content).await {
        Ok(id) => Redirect::to(&format!("/imports/{id}")).into_response(),
        Err(error) => refuse(&state, again, Pairs(Vec::new()), error.into_problem()).await,
    }
}

async fn upload(mut multipart: Multipart) -> Result<(ImportKind, String, Vec<u8>), Problem> {
    let mut kind = None;
    let mut file = None;
    // The only limit on a body is its size.
    let failed = |error: axum::extract::multipart::MultipartError| match error.status().as_u16() {
        413 => Problem::TooLarge,
        _ => Problem::Unreadable,
    };
    while let Some(field) = multipart.next_field().await.map_err(failed)? {
        match field.name() {
            Some("kind") => kind = ImportKind::from_name(&field.text().await.map_err(failed)?),
            Some("file") => {
                let name = field.file_name().unwrap_or_default().to_owned();
                file = Some((name, field.bytes().await.map_err(failed)?.to_vec()));
            }
            _ => {}
        }
    }
    let (name, content) =
        file.filter(|(name, _)| !name.is_empty()).ok_or(Problem::invalid(Field::File, Why::Missing))?;
    let kind = kind.ok_or(Problem::invalid(Field::File, Why::NotAChoice))?;
    Ok((kind, name, content))
}

pub(super) async fn remap_import(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<i64>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let all = ImportKind::ALL.into_iter().flat_map(|kind| kind.fields().iter().map(|(field, _)| *field));
    let mut columns: Vec<(ImportField, String)> = Vec::new();
    for field in all {
        let column = pairs.get(&format!("column-{}", field.name()));
        if !column.is_empty() && columns.iter().all(|(known, _)| *known != field) {
            columns.push((field, column.to_owned()));
        }
    }
    let encoding = match pairs.get("encoding") {
        "windows1252" => FileEncoding::Windows1252,
        _ => FileEncoding::Utf8,
    };
    let mapping = Mapping { columns, encoding, creates_units: pairs.get("creates_units") == "yes" };
    let outcome = uploads::remap(&state.services, context.actor.as_ref(), id, mapping).await;
    to_import(&state, request, pairs, id, outcome).await
}

pub(super) async fn confirm_import(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<i64>,
    request: Request,
) -> Response {
    let outcome = uploads::confirm(&state.services, context.actor.as_ref(), id).await;
    if outcome.is_ok() {
        // The job would find it within its minute; nobody has to wait for that.
        let services = state.services.clone();
        tokio::spawn(async move {
            if let Err(error) = service::jobs::run_due(&services).await {
                tracing::error!(%error, "jobs failed");
            }
        });
    }
    to_import(&state, request, Pairs(Vec::new()), id, outcome).await
}

pub(super) async fn discard_import(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Path(id): Path<i64>,
    request: Request,
) -> Response {
    match uploads::discard(&state.services, context.actor.as_ref(), id).await {
        Ok(()) => Redirect::to("/imports").into_response(),
        Err(error) => refuse(&state, request, Pairs(Vec::new()), error.into_problem()).await,
    }
}

async fn to_import(
    state: &AppState,
    mut request: Request,
    pairs: Pairs,
    id: i64,
    outcome: service::Result<()>,
) -> Response {
    let page = format!("/imports/{id}");
    match outcome {
        Ok(()) => Redirect::to(&page).into_response(),
        Err(error) => {
            // The page to show again is the import's, whatever part of it was posted to.
            *request.method_mut() = Method::GET;
            if let Ok(uri) = page.parse() {
                *request.uri_mut() = uri;
            }
            request.extensions_mut().insert(app::request::Here { path: page, ..Default::default() });
            refuse(state, request, pairs, error.into_problem()).await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_stays_on_this_site() {
        for path in
            ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "", "/a\r\nb"]
        {
            assert_eq!(local(path), "/", "{path}");
        }
        assert_eq!(local("/trends?unit=3"), "/trends?unit=3");
    }
}
