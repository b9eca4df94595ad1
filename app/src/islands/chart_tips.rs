//! Reads a chart: what a point says where the pointer or the focus is, and all values of a period under a finger.
//!
//! The chart itself has one stop of the tab key a series. From there arrows go on: left and right along the series,
//! up and down to the same period of another. Every value stands in the table too, for whoever has no script.

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
    wasm_bindgen::JsCast,
};
use web_sys::{Element, Event, HtmlElement};

/// The bubble beside a point. The same words are the point's accessible name, so the bubble itself is silent.
#[derive(Clone, PartialEq)]
struct Tip {
    text: String,
    /// Place in the frame, in CSS pixels: the middle of the point, and its upper edge.
    at: (f64, f64),
}

/// What a finger asked for: every value of a period, and where its row is.
#[derive(Clone, PartialEq)]
struct Picked {
    values: Vec<String>,
    row: Option<String>,
}

/// Makes a chart answer.
#[island]
pub fn ChartTips(
    /// What the way to the table's row is called.
    to_table: String,
    /// The chart.
    children: Children,
) -> impl IntoView {
    let tip = RwSignal::new(None::<Tip>);
    let picked = RwSignal::new(None::<Picked>);
    let is_finger = StoredValue::new(false);
    let show = move |event: &Event| tip.set(point_of(event).and_then(|point| tip_at(&point)));
    let down = move |event: PointerEvent| is_finger.set_value(event.pointer_type() == "touch");
    let click = move |event: leptos::ev::MouseEvent| {
        // A finger is wider than a period, and its target lies under the head of the page: the values come here.
        let point = is_finger.get_value().then(|| point_of(&event)).flatten();
        let Some(found) = point.and_then(|point| period_at(&point)) else { return };
        event.prevent_default();
        tip.set(None);
        picked.set(Some(found));
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if tip.get_untracked().is_some() || picked.get_untracked().is_some() => {
            tip.set(None);
            picked.set(None);
        }
        key => {
            if let Some(next) = point_of(&event).and_then(|point| beside(&point, key)) {
                event.prevent_default();
                walk(&next);
            }
        }
    };
    view! {
        <div class="tips" on:pointerover=move |event| show(&event) on:focusin=move |event| show(&event)
            on:pointerleave=move |_| tip.set(None) on:focusout=move |_| tip.set(None)
            on:pointerdown=down on:click=click on:keydown=key>
            {children()}
            {move || tip.get().map(|tip| view! {
                <div class="tip" aria-hidden="true" style:--x=format!("{}px", tip.at.0) style:top=format!("{}px", tip.at.1)>
                    {tip.text}
                </div>
            })}
            <div class="picked" aria-live="polite">
                {move || picked.get().map(|picked| {
                    let values: Vec<_> = picked.values.into_iter().map(|text| view! { <li>{text}</li> }).collect();
                    let row = picked.row.map(|href| view! { <a href=href>{to_table.clone()}</a> });
                    view! { <ul>{values}</ul> {row} }
                })}
            </div>
        </div>
    }
}

/// The point of the chart that an event is about.
fn point_of(event: &Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(".pt").ok().flatten()
}

fn words_of(point: &Element) -> Option<String> {
    point.query_selector("title").ok()??.text_content()
}

fn tip_at(point: &Element) -> Option<Tip> {
    let mark = point.query_selector("circle").ok()??.get_bounding_client_rect();
    let frame = point.closest(".tips").ok()??.get_bounding_client_rect();
    let at = (mark.left() + mark.width() / 2.0 - frame.left(), mark.top() - frame.top());
    Some(Tip { text: words_of(point)?, at })
}

fn number(point: &Element, name: &str) -> Option<i64> {
    point.get_attribute(name)?.parse().ok()
}

/// A point of the same chart.
fn find(point: &Element, series: i64, step: i64) -> Option<Element> {
    let chart = point.closest("svg").ok()??;
    chart.query_selector(&format!(".pt[data-series='{series}'][data-step='{step}']")).ok()?
}

/// The points of the same chart that a selector names, in their order.
fn all(point: &Element, selector: &str) -> Vec<Element> {
    let chart = point.closest("svg").ok().flatten();
    let found = chart.and_then(|chart| chart.query_selector_all(selector).ok());
    found
        .map(|list| (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect())
        .unwrap_or_default()
}

fn period_at(point: &Element) -> Option<Picked> {
    let step = number(point, "data-step")?;
    let points = all(point, &format!(".pt[data-step='{step}']"));
    let values = points.iter().filter_map(words_of).collect();
    Some(Picked { values, row: point.get_attribute("href") })
}

/// The point that an arrow leads to.
fn beside(point: &Element, key: &str) -> Option<Element> {
    let (series, step) = (number(point, "data-series")?, number(point, "data-step")?);
    let along = |by: isize| {
        let points = all(point, &format!(".pt[data-series='{series}']"));
        let here = points.iter().position(|other| other == point)?;
        points.into_iter().nth(here.checked_add_signed(by)?)
    };
    match key {
        "ArrowLeft" => along(-1),
        "ArrowRight" => along(1),
        "Home" => all(point, &format!(".pt[data-series='{series}']")).into_iter().next(),
        "End" => all(point, &format!(".pt[data-series='{series}']")).pop(),
        "ArrowUp" => find(point, series - 1, step),
        "ArrowDown" => find(point, series + 1, step),
        _ => None,
    }
}

/// Makes a point the one stop of its series, and goes there.
fn walk(to: &Element) {
    // A chart that lost an attribute would still be a chart: nothing here can be mended by the reader.
    for other in
        all(to, &format!(".pt[data-series='{}'][tabindex='0']", number(to, "data-series").unwrap_or(0)))
    {
        let _ = other.set_attribute("tabindex", "-1");
        let _ = other.set_attribute("aria-hidden", "true");
    }
    let _ = to.set_attribute("tabindex", "0");
    let _ = to.remove_attribute("aria-hidden");
    if let Some(words) = words_of(to) {
        let _ = to.set_attribute("aria-label", &words);
    }
    // An element of a drawing has `focus` as one of a page has.
    let _ = to.unchecked_ref::<HtmlElement>().focus();
}
