//! Turning the pages of a long list.

use leptos::prelude::*;

use crate::request::Words;

/// Links to the page before and the next one; nothing where there is only one.
#[component]
pub fn Pager(
    /// This page, from 1.
    page: u32,
    /// Number of pages.
    pages: u32,
    /// Address of a page, up to its number.
    href: String,
) -> impl IntoView {
    let words = Words::find();
    (pages > 1).then(|| {
        view! {
            <nav class="row spread pager" aria-label=words.t("pager")>
                {(page > 1).then(|| view! { <a class="btn quiet" href=format!("{href}{}", page - 1)>{words.t("pager-back")}</a> })}
                <span class="small muted">{words.tv("pager-place", &[("page", page.into()), ("pages", pages.into())])}</span>
                {(page < pages).then(|| view! { <a class="btn quiet" href=format!("{href}{}", page + 1)>{words.t("pager-on")}</a> })}
            </nav>
        }
    })
}
