//! The check-in for whoever follows a personal link, without signing in.

use domain::Problem;
use leptos::prelude::*;

use crate::{
    parts::PageTitle,
    request::{Here, Words},
    staff::check_in::TOO_LATE,
};

/// Where a link leads to.
pub const PATH: &str = "/check-in/link";

/// Why a link does not lead to the questions.
#[component]
pub(crate) fn LinkRefusal(
    /// Why.
    problem: Problem,
) -> impl IntoView {
    let words = Words::find();
    let general = format!("{}-text", problem.text_id());
    let is_sent = Here::find().is_sent;
    let (title, text) = match problem {
        Problem::LinkExpired if is_sent => (TOO_LATE, "link-expired-text"),
        Problem::RoundClosed | Problem::NoOpenRound if is_sent => (TOO_LATE, "link-round-closed-text"),
        Problem::LinkExpired => ("link-expired", "link-expired-text"),
        Problem::RoundClosed => (problem.text_id(), "link-round-closed-text"),
        Problem::RoundVoided => (problem.text_id(), "link-round-voided-text"),
        _ => (problem.text_id(), general.as_str()),
    };
    let (href, label) = match problem {
        Problem::AnswersByCode => ("/kiosk", "problem-to-kiosk"),
        _ => ("/check-in", "sign-in-submit"),
    };
    view! {
        <PageTitle text=words.t(title)/>
        <main class="phone" id="main">
            <h1>{words.t(title)}</h1>
            <p class="lead">{words.t(text)}</p>
            <p><a class="btn wide" href=href>{words.t(label)}</a></p>
        </main>
    }
}
