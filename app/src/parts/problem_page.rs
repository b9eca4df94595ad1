//! A page that says what went wrong.

use domain::Problem;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    customers::public::{PublicRefusal, is_public},
    people::sign_in::SignIn,
    request::{Here, Words},
    staff::{
        check_in::{PATH as CHECK_IN, TOO_LATE, is_too_late},
        kiosk::{KioskRefusal, is_kiosk},
        personal_link::LinkRefusal,
    },
};

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
    let Here { path, is_sent, .. } = Here::find();
    if is_public(&path) {
        return view! { <PublicRefusal problem/> }.into_any();
    }
    if is_kiosk(&path) {
        return view! { <KioskRefusal problem/> }.into_any();
    }
    if path.starts_with("/check-in/link") {
        return view! { <LinkRefusal problem/> }.into_any();
    }
    let id = if is_sent && path == CHECK_IN && is_too_late(&problem) { TOO_LATE } else { problem.text_id() };
    let title = words.t(id);
    let (href, label) = match problem {
        _ if id == TOO_LATE => (CHECK_IN, "problem-to-check-in"),
        Problem::AnswersByCode => ("/kiosk", "problem-to-kiosk"),
        Problem::AlreadyAnswered => ("/check-in/receipt", "problem-to-receipt"),
        Problem::CaseMovedOn => ("/complaints", "problem-to-cases"),
        _ => ("/", "problem-to-start"),
    };
    view! {
        <Title text=format!("{title} · Trivsel")/>
        // The mark is for the service worker, which has to know why a ballot was not taken.
        <main class="wrap narrow" id="main" data-problem=problem.text_id()>
            // A number helps nobody but whoever is asked for help.
            {matches!(problem, Problem::NotFound | Problem::Internal).then(|| view! {
                <p class="eyebrow num">{problem.status()}</p>
            })}
            <h1>{title}</h1>
            <p class="lead">{words.t(&format!("{id}-text"))}</p>
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
