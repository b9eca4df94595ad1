//! The rules of the release in words.

use domain::{
    format,
    staff::privacy::{Lowering as Lowered, Rule, RuleStep},
};
use leptos::prelude::*;

use crate::request::Words;

/// A rule's value in words: `5 answers`, `24 hours`, or what the guard does.
pub fn rule_value(words: Words, rule: Rule, value: &str) -> String {
    match (rule, value.parse::<u32>()) {
        (Rule::Guard, _) | (_, Err(_)) => words.t(&format!("guard-{value}")),
        (rule, Ok(number)) => {
            words.tv(&format!("rule-value-{}", rule.text_id()), &[("number", number.into())])
        }
    }
}

/// A change of a rule in words.
pub fn rule_step(words: Words, step: &RuleStep) -> String {
    let value = |value: &str| rule_value(words, step.rule, value);
    words.tv(
        "rule-step",
        &[
            ("rule", words.t(&format!("rule-{}", step.rule.text_id())).into()),
            ("before", value(&step.before).into()),
            ("after", value(&step.after).into()),
        ],
    )
}

/// What employees are told when rules were made less strict, or will be.
#[component]
pub fn Lowering(
    /// Which rules, and from when.
    lowering: Lowered,
) -> impl IntoView {
    let words = Words::find();
    let date = format::long_date(words.0, lowering.from_on);
    let lines: Vec<_> = lowering
        .steps
        .iter()
        .map(|step| {
            let id = format!("lowering-{}", step.rule.text_id());
            let (before, after) = (step.before.as_str(), step.after.as_str());
            view! { <li>{words.tv(&id, &[("before", before.into()), ("after", after.into())])}</li> }
        })
        .collect();
    view! {
        <div class="notice concern" role="note">
            <p><b>{words.tv("lowering-title", &[("date", date.into())])}</b></p>
            <ul>{lines}</ul>
            <p>{words.t("lowering-text")}</p>
        </div>
    }
}
