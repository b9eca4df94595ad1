//! A question of the check-in with its five answers.

use domain::{Lang, staff::check_in::Question};
use leptos::prelude::*;

use crate::request::{Refill, Words};

/// A question in the reader's language.
pub fn wording(words: Words, question: &Question) -> String {
    match &question.own {
        Some((english, _)) if words.0 == Lang::En => english.clone(),
        Some((_, bokmaal)) => bokmaal.clone(),
        None => words.t(&format!("item-{}", question.item.id().to_lowercase())),
    }
}

/// One question: five labelled radio buttons in a row, and a way not to answer.
#[component]
pub fn ScaleItem(
    /// Which question.
    question: Question,
    /// Element id, for the first question: the summary of errors leads there.
    #[prop(optional)]
    id: Option<&'static str>,
) -> impl IntoView {
    let words = Words::find();
    let item = question.item;
    let name = item.id();
    let chosen = Refill::find().value(&name);
    let scale = item.scale();
    let wording = wording(words, &question);
    let answers: Vec<_> = scale
        .values()
        .into_iter()
        .enumerate()
        .map(|(position, value)| {
            let value = value.to_string();
            let is_chosen = chosen == value;
            view! {
                <label>
                    <input type="radio" name=name.clone() value=value checked=is_chosen/>
                    <b></b>
                    <span>{words.t(scale.label_id(position))}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="item" id=id tabindex=id.map(|_| "-1")>
            <legend>{wording}</legend>
            <div class="scale">{answers}</div>
            <div class="opt">
                <label>
                    <input type="radio" name=name.clone() value="skip" checked={chosen == "skip"}/>
                    " " {words.t("scale-skip")}
                </label>
            </div>
        </fieldset>
    }
}
