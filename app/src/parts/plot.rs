//! Inline charts. The only place where ready-made markup enters a page: it comes from the charts
//! crate, which builds it from numbers and escapes every text.

use leptos::prelude::*;

use crate::islands::ChartTips;

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
            view! { <ChartTips to_table><div class="plot" inner_html=both></div></ChartTips> }.into_any()
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
