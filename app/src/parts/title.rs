//! The document's title.

use leptos::prelude::*;
use leptos_meta::Title;

use super::escape_text;

/// The title of a page, before the name of the product. What stands in `<title>` is rendered as it is, markup
/// and all: names that people gave are escaped here.
#[component]
pub fn PageTitle(
    /// The page's own part.
    text: String,
) -> impl IntoView {
    view! { <Title text=format!("{} · Trivsel", escape_text(&text))/> }
}
