//! What my manager sees: the trends page of the own unit in a frame.

use domain::insight::figures::TrendPage;
use leptos::prelude::*;

use crate::insight::trends::TrendsBody;
use crate::{parts::PageTitle, request::Words};

#[component]
pub fn Framed(page: TrendPage) -> impl IntoView {
    let words = Words::find();
    let unit = page.place.unit.name.clone();
    let list = |ids: &'static [&'static str]| -> Vec<_> {
        ids.iter().map(|id| view! { <li>{words.t(id)}</li> }).collect()
    };
    let also = list(&["preview-also-figures", "preview-also-comments", "preview-also-complaints"]);
    let never =
        list(&["preview-never-who", "preview-never-answers", "preview-never-open", "preview-never-hidden"]);
    view! {
        <PageTitle text=words.t("preview-title")/>
        <main class="wrap" id="main">
            <p><a href="/team">{words.t("preview-back")}</a></p>
            <div class="framed">
                <p class="notice" id="frame">
                    <strong>{words.t("preview-title")}</strong> " · "
                    {words.tv("preview-banner", &[("unit", unit.into())])}
                </p>
                <section aria-labelledby="frame"><TrendsBody page address="/team/preview"/></section>
            </div>
            <div class="tiles preview-lists">
                <section class="card"><h2>{words.t("preview-never")}</h2><ul>{never}</ul></section>
                <section class="card"><h2>{words.t("preview-also")}</h2><ul>{also}</ul></section>
            </div>
        </main>
    }
}
