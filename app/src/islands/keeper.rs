//! Asks the service worker, who keeps what belongs to a person on this device.

use std::collections::BTreeMap;

use js_sys::{Array, Promise};
use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast, JsValue},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen_futures::JsFuture;

/// Texts of the catalogue by their ids: the browser has no catalogue of its own.
pub type Texts = BTreeMap<String, String>;

/// A question: what is asked, about whose things, and what belongs to it.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Question {
    pub(super) ask: &'static str,
    pub(super) shelf: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<String>,
}

impl Question {
    pub(super) fn new(ask: &'static str, shelf: &str) -> Self {
        Self { ask, shelf: shelf.to_owned(), ..Self::default() }
    }
}

/// Ballots that the server has not counted.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Ballots {
    /// What is in the way of those that wait: `network`, or `session` when nobody is signed in.
    pub(super) hindrance: Option<String>,
    pub(super) ballots: Vec<KeptBallot>,
}

/// A ballot that the server has not counted.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct KeptBallot {
    pub(super) key: String,
    pub(super) round: i64,
    /// `waiting`, or why it cannot be counted: `closed`, `answered`, `refused`.
    pub(super) state: String,
    /// The form's names and values.
    pub(super) fields: Vec<(String, String)>,
}

/// A person's own answers of one round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct OwnRound {
    pub(super) round: i64,
    /// First day of the round, as ISO date.
    pub(super) day: String,
    /// Values by item id.
    pub(super) answers: BTreeMap<String, i16>,
}

/// The service worker's reply. None where the browser has none, or does not let it keep anything.
pub(super) async fn ask<Reply: DeserializeOwned>(question: Question) -> Option<Reply> {
    let container = window().navigator().service_worker();
    // Without TLS, or in a private window, there may be no such thing.
    let is_missing = AsRef::<JsValue>::as_ref(&container).is_undefined();
    if is_missing {
        return None;
    }
    JsFuture::from(container.register("/sw.js")).await.ok()?;
    let registration = JsFuture::from(container.ready().ok()?).await.ok()?;
    let worker = registration.dyn_into::<web_sys::ServiceWorkerRegistration>().ok()?.active()?;
    let channel = web_sys::MessageChannel::new().ok()?;
    let reply = Promise::new(&mut |answer, _| channel.port1().set_onmessage(Some(&answer)));
    let text = serde_json::to_string(&question).ok()?;
    let ports = Array::of1(&channel.port2());
    worker.post_message_with_transferable(&JsValue::from_str(&text), &ports).ok()?;
    let event = JsFuture::from(reply).await.ok()?.dyn_into::<web_sys::MessageEvent>().ok()?;
    serde_json::from_str(&event.data().as_string()?).ok()
}

/// A text by its id; nothing when the page did not bring it along.
pub(super) fn text(texts: &Texts, id: &str) -> String {
    texts.get(id).cloned().unwrap_or_default()
}

/// A day as the reader writes it. `lang` is the page's language tag.
pub(super) fn written(lang: &str, day: &str) -> String {
    // At noon, so that no time zone makes it the day before.
    let date = js_sys::Date::new(&format!("{day}T12:00:00").into());
    let options = js_sys::Object::new();
    for (part, form) in [("day", "numeric"), ("month", "short"), ("year", "numeric")] {
        let _ = js_sys::Reflect::set(&options, &part.into(), &form.into());
    }
    let locale = if lang == "en" { "en-GB" } else { lang };
    date.to_locale_date_string(locale, &options).into()
}
