//! From a server function's answer to a page, or to a page that says what went wrong.

use std::future::Future;

use domain::Problem;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{error::AppError, pages::SignIn, request::Words};

/// Waits for the data of a page and shows it; or says what went wrong, with the status code that
/// belongs to it.
#[component]
pub fn Load<T, Fut, Show, V>(
    /// The server function's answer.
    data: Fut,
    /// The page.
    show: Show,
) -> impl IntoView
where
    T: Send + 'static,
    Fut: Future<Output = Result<T, AppError>> + Send + 'static,
    Show: FnOnce(T) -> V + Send + 'static,
    V: IntoView + 'static,
{
    let page = Suspend::new(async move {
        match data.await {
            Ok(data) => show(data).into_any(),
            Err(AppError(problem)) => view! { <ProblemPage problem/> }.into_any(),
        }
    });
    view! { <Suspense>{page}</Suspense> }
}

/// A page that says what happened, what is safe and what to try.
#[component]
pub fn ProblemPage(
    /// What went wrong.
    problem: Problem,
) -> impl IntoView {
    let words = Words::find();
    set_status(problem.status());
    if problem == Problem::SignInNeeded {
        return view! { <SignIn/> }.into_any();
    }
    let title = words.t(problem.text_id());
    let (href, label) = match problem {
        Problem::AlreadyAnswered => ("/check-in/receipt", "problem-to-receipt"),
        Problem::CaseMovedOn => ("/complaints", "problem-to-cases"),
        _ => ("/", "problem-to-start"),
    };
    view! {
        <Title text=format!("{title} · Trivsel")/>
        // The mark is for the service worker, which has to know why a ballot was not taken.
        <main class="wrap narrow" id="main" data-problem=problem.text_id()>
            <p class="eyebrow num">{problem.status()}</p>
            <h1>{title}</h1>
            <p class="lead">{words.t(&format!("{}-text", problem.text_id()))}</p>
            <p><a class="btn" href=href>{words.t(label)}</a></p>
        </main>
    }
    .into_any()
}

/// Sets the status code of the answer; in the browser there is none to set.
fn set_status(status: u16) {
    #[cfg(feature = "ssr")]
    if let (Some(options), Ok(status)) =
        (use_context::<leptos_axum::ResponseOptions>(), axum::http::StatusCode::from_u16(status))
    {
        options.set_status(status);
    }
    #[cfg(not(feature = "ssr"))]
    let _ = status;
}
