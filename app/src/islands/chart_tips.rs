//! Explains a point of a chart where the pointer or the focus is.

use leptos::prelude::*;

/// Shows the explanation of the chart's point under the pointer or the focus. The same words are the
/// point's accessible name, so the bubble itself is silent.
#[island]
pub fn ChartTips(
    /// The chart.
    children: Children,
) -> impl IntoView {
    let tip = RwSignal::new(None::<(String, f64, f64)>);
    let show = move |event: leptos::ev::Event| {
        use leptos::wasm_bindgen::JsCast;
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let point = target.as_ref().and_then(|element| element.closest(".pt").ok().flatten());
        tip.set(point.and_then(|point| {
            let text = match point.get_attribute("aria-label") {
                Some(label) => label,
                None => point.query_selector("title").ok()??.text_content()?,
            };
            let mark = point.query_selector("circle").ok()??.get_bounding_client_rect();
            let frame = point.closest(".tips").ok()??.get_bounding_client_rect();
            Some((text, mark.left() + mark.width() / 2.0 - frame.left(), mark.top() - frame.top()))
        }));
    };
    let hide = move |_| tip.set(None);
    view! {
        <div class="tips" on:pointerover=move |event| show(event.into()) on:focusin=move |event| show(event.into())
            on:pointerleave=hide on:focusout=move |_| tip.set(None)>
            {children()}
            {move || tip.get().map(|(text, left, top)| view! {
                <div class="tip" aria-hidden="true" style:left=format!("{left}px") style:top=format!("{top}px")>{text}</div>
            })}
        </div>
    }
}
