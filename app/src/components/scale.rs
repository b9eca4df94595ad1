//! A question of the check-in with its five answers.

use domain::bank::Item;
use leptos::prelude::*;

use crate::request::{Refill, Words};

/// One question: five labelled radio buttons in a row, and a way not to answer.
#[component]
pub fn ScaleItem(
    /// Which question.
    item: Item,
    /// Element id, for the first question: the summary of errors leads there.
    #[prop(optional)]
    id: Option<&'static str>,
) -> impl IntoView {
    let words = Words::find();
    let chosen = Refill::find().value(item.id());
    let scale = item.scale();
    let answers: Vec<_> = scale
        .values()
        .into_iter()
        .enumerate()
        .map(|(position, value)| {
            let value = value.to_string();
            let is_chosen = chosen == value;
            view! {
                <label>
                    <input type="radio" name=item.id() value=value checked=is_chosen/>
                    <b></b>
                    <span>{words.t(scale.label_id(position))}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="item" id=id tabindex=id.map(|_| "-1")>
            <legend>{words.t(&format!("item-{}", item.id().to_lowercase()))}</legend>
            <div class="scale">{answers}</div>
            <div class="opt">
                <label>
                    <input type="radio" name=item.id() value="skip" checked={chosen == "skip"}/>
                    " " {words.t("scale-skip")}
                </label>
            </div>
        </fieldset>
    }
}
