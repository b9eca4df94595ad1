//! Ballots that were filled in without network: shown, sent when it returns, never lost.

use std::{sync::Arc, time::Duration};

use domain::staff::bank::Item;
use leptos::{prelude::*, task::spawn_local};

use super::keeper::{Ballots, KeptBallot, Question, Texts, ask, text};

/// How long after a failure the network is tried again: "online" may come a little before it is true.
const PATIENCE: Duration = Duration::from_secs(5);

/// Shows the ballots that are kept on this device, sends those that wait, and leads on to the receipt.
#[island]
pub fn KeptBallots(
    /// Under which name things are kept.
    shelf: String,
    /// What it says, with the questions and answers of the bank.
    texts: Texts,
) -> impl IntoView {
    let found = RwSignal::new(Ballots::default());
    let show = move |ballots: Ballots| {
        // The page may be marked since it was made, by the service worker: what waited then may be counted by now.
        let was_waiting = is_marked("data-kept");
        let is_gone = ballots.ballots.is_empty();
        mark("data-kept", ballots.ballots.iter().any(is_waiting));
        found.set(ballots);
        if was_waiting && is_gone {
            let _ = window().location().set_href("/check-in/receipt");
        }
    };
    // Counted up for every reason to try and send.
    let tries = RwSignal::new(0_u32);
    let try_again = move || {
        tries.try_update(|tries| *tries += 1);
    };
    Effect::new({
        let shelf = Arc::<str>::from(shelf.as_str());
        move |_| {
            tries.track();
            let shelf = shelf.clone();
            spawn_local(async move {
                let Some(ballots) = ask::<Ballots>(Question::new("ballots", &shelf)).await else { return };
                let has_waiting = ballots.ballots.iter().any(is_waiting);
                show(ballots);
                if !has_waiting {
                    return;
                }
                let Some(ballots) = ask::<Ballots>(Question::new("send", &shelf)).await else { return };
                let is_cut_off = ballots.hindrance.as_deref() == Some("network");
                show(ballots);
                if is_cut_off && window().navigator().on_line() {
                    set_timeout(try_again, PATIENCE);
                }
            });
        }
    });
    Effect::new(move |_| {
        let online = window_event_listener(leptos::ev::online, move |_| try_again());
        on_cleanup(move || online.remove());
    });
    let drop = move |key: String| {
        let question = Question { key: Some(key), ..Question::new("drop", &shelf) };
        spawn_local(async move {
            if let Some(ballots) = ask::<Ballots>(question).await {
                mark("data-kept", ballots.ballots.iter().any(is_waiting));
                found.set(ballots);
            }
        });
    };
    move || {
        let Ballots { hindrance, ballots } = found.get();
        let one = |ballot: KeptBallot| {
            let drop = drop.clone();
            let (key, is_waiting) = (ballot.key.clone(), is_waiting(&ballot));
            let (title, why, again) = match (ballot.state.as_str(), hindrance.as_deref()) {
                ("waiting", Some("session")) => {
                    ("device-sign-in-title", "device-sign-in-text", "device-send-now")
                }
                ("waiting", _) => ("device-kept-answers", "device-kept-wait", "device-send-now"),
                ("closed", _) => ("device-closed-title", "device-closed-text", ""),
                ("answered", _) => ("device-answered-title", "device-answered-text", ""),
                _ => ("device-refused-title", "device-refused-text", "device-send-again"),
            };
            let fields = ballot.fields.clone().into_iter();
            let fields: Vec<_> =
                fields.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect();
            view! {
                <section class="notice" class:concern=!is_waiting role="status">
                    <p><strong>{text(&texts, title)}</strong></p>
                    <p>{text(&texts, why)}</p>
                    <Answers ballot texts=texts.clone()/>
                    <div class="acts">
                        {(!again.is_empty()).then(|| view! {
                            <form method="post" novalidate action="/check-in">
                                {fields}
                                <button class="btn quiet">{text(&texts, again)}</button>
                            </form>
                        })}
                        <button class="link" type="button" on:click=move |_| drop(key.clone())>{text(&texts, "device-drop")}</button>
                    </div>
                </section>
            }
        };
        ballots.into_iter().map(one).collect_view()
    }
}

/// What was answered, in words; the comment too, for nobody else has it.
#[component]
fn Answers(ballot: KeptBallot, texts: Texts) -> impl IntoView {
    let comment = ballot.fields.iter().find(|(name, value)| name == "comment" && !value.is_empty());
    let comment = comment.map(|(_, comment)| (text(&texts, "check-in-comment"), comment.clone()));
    let answers = ballot.fields.iter().filter_map(|(name, value)| {
        let item = Item::from_id(name)?;
        Some((question(&texts, item), answer(&texts, item, value.parse().ok()?)?))
    });
    let lines: Vec<_> =
        answers.chain(comment).map(|(asked, said)| view! { <dt>{asked}</dt><dd>{said}</dd> }).collect();
    (!lines.is_empty()).then(|| view! { <dl class="answers">{lines}</dl> })
}

/// The wording of a question.
pub(super) fn question(texts: &Texts, item: Item) -> String {
    text(texts, &format!("item-{}", item.id().to_lowercase()))
}

/// The wording of an answer; none for a value off the scale.
pub(super) fn answer(texts: &Texts, item: Item, value: i16) -> Option<String> {
    let position = item.scale().values().iter().position(|known| *known == value)?;
    Some(text(texts, item.scale().label_id(position)))
}

fn is_waiting(ballot: &KeptBallot) -> bool {
    ballot.state == "waiting"
}

fn is_marked(name: &str) -> bool {
    document().document_element().is_some_and(|page| page.has_attribute(name))
}

/// Sets or takes away a mark that the style sheet goes by; the service worker sets the same.
fn mark(name: &str, is_on: bool) {
    if let Some(page) = document().document_element() {
        let _ = page.toggle_attribute_with_force(name, is_on);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_said_in_the_words_of_its_scale() {
        let texts = Texts::from([("scale-workload-5".to_owned(), "Far too much".to_owned())]);
        assert_eq!(answer(&texts, Item::C1, 2).as_deref(), Some("Far too much"));
        assert_eq!(answer(&texts, Item::C2, 6), None);
    }
}
