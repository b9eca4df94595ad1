//! The document around every page.

use domain::access::Theme;
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::{MetaTags, Title, provide_meta_context};

use crate::{
    customers::public::{PublicFooter, PublicHeader, is_public},
    parts::{FIGURE, FirstFigure, Footer, Header, PlaceInHeader, Trouble},
    request::{Assets, Here, LongForms, Refill, Words, viewer},
};

/// A whole page: head, header, the page of this address, footer.
/// `page` is called when everything it may ask for is in place.
pub fn shell(assets: &Assets, page: impl FnOnce() -> AnyView) -> AnyView {
    provide_meta_context();
    let viewer = viewer();
    let words = Words(viewer.lang);
    let theme = (viewer.theme != Theme::Auto).then(|| viewer.theme.name());
    let (lang, is_synthetic) = (viewer.lang.tag(), viewer.is_synthetic);
    let path = Here::find().path;
    let forms = LongForms::default();
    provide_context(forms.clone());
    provide_context(PlaceInHeader::default());
    let figure = FirstFigure::default();
    provide_context(figure.clone());
    // Before the header, which takes along what its form holds.
    let page = page();
    // Heard first by whoever listens to the page, whatever it is called.
    let refused = Refill::find().problem().is_some().then(|| {
        view! { <Title formatter=move |title: String| words.tv("title-refused", &[("title", title.into())])/> }
    });
    let draft = viewer.shelf.clone().map(|shelf| {
        view! {
            <div class="wrap trouble" id="draft" data-draft=shelf role="status" hidden>
                <div class="notice row spread">
                    <p>{words.t("draft-back")}</p>
                    <button class="link" type="button">{words.t("draft-empty")}</button>
                </div>
            </div>
        }
    });
    // What stands outside an island never comes alive in the browser: it carries no marks for that.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    // A customer's page has no script, and nothing that leads to the side of those who work here.
    let is_public = is_public(&path);
    let scripts = (!is_public).then(|| {
        view! {
            <link rel="manifest" href="/manifest.webmanifest"/>
            <Scripts assets=assets.clone()/>
        }
    });
    let takes_along = forms.has_one();
    let header = match is_public {
        true => view! { <PublicHeader takes_along/> }.into_any(),
        false => view! { <Header viewer path takes_along/> }.into_any(),
    };
    let footer = match is_public {
        true => view! { <PublicFooter/> }.into_any(),
        false => view! { <Footer/> }.into_any(),
    };
    view! {
        <!DOCTYPE html>
        <html lang=lang data-theme=theme>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="description" content=words.t("site-description")/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/icons/apple-touch.png"/>
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf6"/>
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121715"/>
                <link rel="preload" href="/fonts/inter-latin.woff2" r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                <link rel="stylesheet" id="style" href=assets.style.clone()/>
                {scripts}
                {refused}
                <MetaTags/>
            </head>
            <body>
                <a class="skip" href="#main">{words.t("skip")}</a>
                {figure.is_there().then(|| view! { <a class="skip" href=format!("#{FIGURE}")>{words.t("skip-figures")}</a> })}
                {is_synthetic.then(|| view! {
                    <div class="banner" role="note">
                        <strong>{words.t("synthetic-title")}</strong>" "{words.t("synthetic-text")}
                    </div>
                })}
                {header}
                <Trouble/>
                {draft}
                {page}
                {footer}
            </body>
        </html>
    }
    // Whoever renders it must not be compiled with its type, which names every element of it.
    .into_any()
}

/// The script of every page. It loads the islands where a page has some, and only when they are needed: most pages have
/// none, and most check-ins need none.
#[component]
fn Scripts(assets: Assets) -> impl IntoView {
    view! {
        <script type="module" id="script" nonce=use_nonce() src=assets.script data-islands=assets.islands data-wasm=assets.wasm
            data-hint=assets.hint data-hint-wasm=assets.hint_wasm></script>
    }
}
