//! What the pages for customers share: they need no script, set no cookie and lead nowhere that asks to sign in.

use domain::Problem;
use leptos::prelude::*;

use crate::{
    parts::{Icon, IconName, PageTitle},
    request::{Here, Words, encode, viewer},
};

/// First parts of the addresses of customers' pages.
const PARTS: [&str; 8] = ["card", "complain", "case", "smileys", "voice", "survey", "stop", "member"];

/// Whether an address is one of a customer's pages.
pub fn is_public(path: &str) -> bool {
    let first = path.strip_prefix('/').unwrap_or_default().split('/').next().unwrap_or_default();
    PARTS.contains(&first)
}

/// The same address in the language of this page, where the address says it.
pub(super) fn here_in(path: &str) -> String {
    match Here::find().query("lang") {
        Some(lang) => format!("{path}?lang={}", encode(lang)),
        None => path.to_owned(),
    }
}

/// The line at the top: whose page it is, and the other language. What is filled in goes along.
#[component]
pub(crate) fn PublicHeader(takes_along: bool) -> impl IntoView {
    let viewer = viewer();
    let other = viewer.lang.other();
    let here = Here::find();
    let address = format!("{}?lang={}", here.path, other.tag());
    // The answer to a form is made anew by sending it once more, and so is its other language.
    let switch = match takes_along {
        true => view! {
            <button class="link" form="form" formnovalidate formaction=address name="switch" value="1" lang=other.tag()>
                {other.own_name()}
            </button>
        }
        .into_any(),
        false if here.is_sent => ().into_any(),
        false => view! { <a href=address lang=other.tag() hreflang=other.tag()>{other.own_name()}</a> }.into_any(),
    };
    view! {
        <header class="top public-top">
            <span class="brand"><Icon name=IconName::Brand/>{viewer.organisation}</span>
            <div class="end">{switch}</div>
        </header>
    }
}

/// The line at the foot.
#[component]
pub(crate) fn PublicFooter() -> impl IntoView {
    let words = Words::find();
    view! {
        <footer class="foot">
            <p>{words.t("public-promise")}</p>
            <nav aria-label=words.t("foot-label")>
                <a href=here_in("/case")>{words.t("follow-title")}</a>
                <a href=here_in("/complain")>{words.t("complain-title")}</a>
                <a href=here_in("/voice")>{words.t("voice-title")}</a>
            </nav>
        </footer>
    }
}

/// What went wrong, with a way on that a customer can go.
#[component]
pub(crate) fn PublicRefusal(
    /// What went wrong.
    problem: Problem,
) -> impl IntoView {
    let words = Words::find();
    let id = match problem {
        Problem::NotFound => "public-not-found",
        ref problem => problem.text_id(),
    };
    view! {
        <PageTitle text=words.t(id)/>
        <main class="wrap narrow" id="main">
            <h1>{words.t(id)}</h1>
            <p class="lead">{words.t(&format!("{id}-text"))}</p>
            <p class="row">
                <a class="btn" href=here_in("/complain")>{words.t("complain-title")}</a>
                <a class="btn quiet" href=here_in("/case")>{words.t("follow-title")}</a>
            </p>
        </main>
    }
}

/// What is stored, for how long, and who reads it.
#[component]
pub fn VoiceView(
    /// Months after which texts are deleted.
    months: i64,
) -> impl IntoView {
    let words = Words::find();
    let section = |id: &str, months: i64| {
        view! {
            <section>
                <h2>{words.t(&format!("voice-{id}"))}</h2>
                <p>{words.tv(&format!("voice-{id}-text"), &[("months", months.into())])}</p>
            </section>
        }
    };
    let sections: Vec<_> = ["what", "not", "who", "long", "named", "member", "yours"]
        .into_iter()
        .map(|id| section(id, months))
        .collect();
    view! {
        <PageTitle text=words.t("voice-title")/>
        <main class="wrap narrow prose" id="main">
            <h1>{words.t("voice-title")}</h1>
            <p class="lead">{words.t("voice-lead")}</p>
            {sections}
        </main>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_the_desk_are_none_of_the_customers() {
        for path in [
            "/card/ABCDEFGH",
            "/complain",
            "/complain/ABCDEFGH",
            "/case",
            "/smileys/X",
            "/voice",
            "/survey/X",
            "/stop/X",
            "/member/X",
        ] {
            assert!(is_public(path), "{path}");
        }
        for path in [
            "/",
            "/cards",
            "/members",
            "/complaints",
            "/complaints/K-1",
            "/cases",
            "/voices",
            "//card/x",
            "card/x",
        ] {
            assert!(!is_public(path), "{path}");
        }
    }
}
