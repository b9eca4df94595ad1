//! Inline charts. The only place where ready-made markup enters a page: it comes from the charts
//! crate, which builds it from numbers and escapes every text.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use leptos::prelude::*;

use crate::islands::ChartTips;

/// Where the skip link before the header leads: the first chart of a page.
pub(crate) const FIGURE: &str = "figure";

/// Whether the page being made has a place of its figures yet. The page is made before the links that lead there.
#[derive(Clone, Default)]
pub(crate) struct FirstFigure(Arc<AtomicBool>);

impl FirstFigure {
    /// The id of the place of the figures, for the first that asks.
    pub(crate) fn claim() -> Option<&'static str> {
        let Self(taken) = use_context()?;
        (!taken.swap(true, Ordering::Relaxed)).then_some(FIGURE)
    }

    /// Whether there is one.
    pub(crate) fn is_there(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A chart for wide pages and, where text would shrink, another for narrow ones.
#[component]
pub fn Plot(
    /// Markup from the charts crate.
    svg: String,
    /// The same for narrow pages.
    #[prop(optional)]
    narrow: Option<String>,
) -> impl IntoView {
    match narrow {
        None => view! { <div class="plot" inner_html=svg></div> }.into_any(),
        Some(narrow) => {
            let both = format!("{}{}", with_class(&svg, "wide"), with_class(&narrow, "slim"));
            let to_table = crate::request::Words::find().t("chart-to-table");
            view! { <ChartTips to_table><div class="plot" id=FirstFigure::claim() inner_html=both></div></ChartTips> }.into_any()
        }
    }
}

/// Gives the outermost element, which has the class `chart`, another class.
fn with_class(svg: &str, class: &str) -> String {
    svg.replacen("class=\"chart\"", &format!("class=\"chart {class}\""), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_outermost_element_gets_the_class() {
        let svg = "<svg class=\"chart\"><g class=\"chart\">";
        assert_eq!(with_class(svg, "wide"), "<svg class=\"chart wide\"><g class=\"chart\">");
    }
}
