//! A person's own answers over time, from this device and nowhere else.

use domain::staff::bank::Item;
use js_sys::Array;
use leptos::{ev::MouseEvent, prelude::*, task::spawn_local};

use super::{
    keeper::{OwnRound, Question, Texts, ask, text, written},
    kept_ballots::{answer, question},
    own_chart::OwnChart,
};

/// The kept answers: line of the core items, table, a file to take away, and a way to erase them.
#[island]
pub fn OwnHistory(
    /// Under which name things are kept.
    shelf: String,
    /// The page's language tag.
    lang: String,
    /// What it says, with the questions and answers of the bank.
    texts: Texts,
) -> impl IntoView {
    // None until the device has answered; then what it has, or nothing when it cannot keep anything.
    let found = RwSignal::new(None::<Option<Vec<OwnRound>>>);
    let is_asking = RwSignal::new(false);
    let load = {
        let shelf = shelf.clone();
        move |what: &'static str| {
            let question = Question::new(what, &shelf);
            spawn_local(async move { found.set(Some(ask(question).await)) });
        }
    };
    Effect::new({
        let load = load.clone();
        move |_| load("history")
    });
    let erase = move |_: MouseEvent| {
        is_asking.set(false);
        load("erase");
    };
    move || {
        let rounds = match found.get()? {
            None => {
                return Some(
                    view! { <p class="notice concern">{text(&texts, "history-cannot")}</p> }.into_any(),
                );
            }
            Some(rounds) if rounds.is_empty() => {
                return Some(view! { <Empty texts=texts.clone()/> }.into_any());
            }
            Some(rounds) => rounds,
        };
        let erase = erase.clone();
        let (ask_text, yes, no) = (
            text(&texts, "history-erase-ask"),
            text(&texts, "history-erase-yes"),
            text(&texts, "history-erase-no"),
        );
        Some(view! {
            <p class="lead" role="status">{summary(&texts, &lang, &rounds)}</p>
            {Item::CORE.map(|item| view! { <OwnChart item rounds=rounds.clone() texts=texts.clone() lang=lang.clone()/> })}
            <Rounds rounds=rounds.clone() texts=texts.clone() lang=lang.clone()/>
            <div class="acts">
                <a class="btn quiet" download="trivsel-my-answers.json" href=file(&rounds)>{text(&texts, "history-export")}</a>
                <button class="btn danger" type="button" aria-expanded=move || is_asking.get().to_string()
                    on:click=move |_| is_asking.update(|asking| *asking = !*asking)>{text(&texts, "history-erase")}</button>
            </div>
            <div class="notice concern" role="alert" class:off=move || !is_asking.get()>
                {move || is_asking.get().then(|| view! {
                    <p>{ask_text.clone()}</p>
                    <div class="acts">
                        <button class="btn danger" type="button" on:click=erase.clone()>{yes.clone()}</button>
                        <button class="btn quiet" type="button" on:click=move |_| is_asking.set(false)>{no.clone()}</button>
                    </div>
                })}
            </div>
        }.into_any())
    }
}

#[component]
fn Empty(texts: Texts) -> impl IntoView {
    view! {
        <div class="empty">
            <h2>{text(&texts, "history-empty-title")}</h2>
            <p>{text(&texts, "history-empty-text")}</p>
            <p><a class="btn" href="/check-in">{text(&texts, "history-to-check-in")}</a></p>
        </div>
    }
}

/// How many rounds there are, from when to when.
fn summary(texts: &Texts, lang: &str, rounds: &[OwnRound]) -> String {
    let day = |round: Option<&OwnRound>| round.map(|round| written(lang, &round.day)).unwrap_or_default();
    text(texts, "history-summary")
        .replace("[count]", &rounds.len().to_string())
        .replace("[first]", &day(rounds.first()))
        .replace("[last]", &day(rounds.last()))
}

/// All answers, the latest round first.
#[component]
fn Rounds(rounds: Vec<OwnRound>, texts: Texts, lang: String) -> impl IntoView {
    let bodies: Vec<_> = rounds
        .into_iter()
        .rev()
        .map(|round| {
            let title = text(&texts, "history-round")
                .replace("[round]", &round.round.to_string())
                .replace("[day]", &written(&lang, &round.day));
            let said = Item::all().filter_map(|item| {
                Some((question(&texts, item), answer(&texts, item, *round.answers.get(&*item.id())?)?))
            });
            let rows: Vec<_> =
                said.map(|(asked, said)| view! { <tr><th scope="row">{asked}</th><td>{said}</td></tr> }).collect();
            let none = rows.is_empty().then(|| view! { <tr><td colspan="2">{text(&texts, "history-skipped")}</td></tr> });
            view! { <tbody><tr><th class="round" scope="rowgroup" colspan="2">{title}</th></tr>{rows}{none}</tbody> }
        })
        .collect();
    view! {
        <table class="data own">
            <caption>{text(&texts, "history-table")}</caption>
            <thead class="sr"><tr>
                <th scope="col">{text(&texts, "history-question")}</th><th scope="col">{text(&texts, "history-answer")}</th>
            </tr></thead>
            {bodies}
        </table>
    }
}

/// The address of a file with all of it, made in the browser.
fn file(rounds: &[OwnRound]) -> Option<String> {
    let json = serde_json::to_string_pretty(rounds).ok()?;
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&json.into()), &options).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}
