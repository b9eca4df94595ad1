//! What is left until the first figures, and who does it.

use domain::{
    format,
    organisation::set_up::{Progress, SetUpPage},
};
use leptos::prelude::*;

use crate::{
    parts::PageTitle,
    request::{Words, viewer},
};

#[component]
pub fn Page(page: SetUpPage) -> impl IntoView {
    let words = Words::find();
    let left = page.left();
    let title = match left {
        0 => words.t("start-title-done"),
        left => words.tv("start-title", &[("count", left.into())]),
    };
    let when = page.round.map(|(from, to)| {
        let values = [
            ("from", format::long_date(words.0, from).into()),
            ("to", format::long_date(words.0, to).into()),
        ];
        view! { <p>{words.tv("start-when", &values)}</p> }
    });
    let steps: Vec<_> = page.steps.into_iter().map(|progress| view! { <Row progress/> }).collect();
    view! {
        <PageTitle text=words.t("nav-start")/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow">{words.t("nav-start")}</p>
            <h1>{title}</h1>
            <p class="lead">{words.t(if page.has_figures { "start-lead-running" } else { "start-lead" })}</p>
            {when}
            <ol class="set-up">{steps}</ol>
            <p class="small muted">{words.t("start-shared")}</p>
        </main>
    }
}

/// A step: whether it is done, who does it, and the way there for whoever may.
#[component]
fn Row(progress: Progress) -> impl IntoView {
    let viewer = viewer();
    let words = Words(viewer.lang);
    let name = progress.step.name();
    let (href, right) = progress.step.page();
    let who = words.t(&progress.step.role().text_id());
    let state = match (progress.is_done, progress.step.is_optional()) {
        (true, _) => ("chip better", "start-done"),
        (false, true) => ("chip", "start-optional"),
        (false, false) => ("chip hold", "start-open"),
    };
    let missing: Vec<String> = progress.missing.iter().map(|role| words.t(&role.text_id())).collect();
    let told = match progress.count {
        Some(count) => words.tv(&format!("start-{name}-count"), &[("count", count.into())]),
        None if !missing.is_empty() => {
            words.tv("start-keepers-missing", &[("roles", missing.join(", ").into())])
        }
        None => words.t(&format!("start-{name}-text")),
    };
    let way = (!progress.is_done && viewer.may(right)).then(|| {
        view! { <a class="btn quiet" href=href>{words.t(&format!("start-{name}-go"))}</a> }
    });
    view! {
        <li class="card" class:done=progress.is_done>
            <h2>{words.t(&format!("start-{name}"))} <span class=state.0>{words.t(state.1)}</span></h2>
            <p>{told}</p>
            {(!progress.is_done).then(|| view! { <p class="small muted">{words.tv("start-who", &[("role", who.into())])}</p> })}
            {way}
        </li>
    }
}
