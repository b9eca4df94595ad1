//! Cards on paper: envelopes, a card typed in, a card typed in again, what differs.

use domain::{
    Field as FieldName,
    customers::{
        complaint::LONGEST_WHAT,
        paper::{MOST_PAPER, PaperCard, PaperList, PaperPage, PaperRow, PaperStep, right_field},
        words::{Category, Kind},
    },
    format,
};
use leptos::prelude::*;

use super::tabs::CasesTabs;
use crate::{
    parts::{Choices, Done, ErrorSummary, Field, LongForm, PageTitle, SelectField, TextArea},
    request::{Refill, Words},
};

#[component]
pub fn PaperListView(list: PaperList) -> impl IntoView {
    let words = Words::find();
    let mut options: Vec<(String, String)> = Vec::new();
    if list.units.len() > 1 {
        options.push((String::new(), words.t("choose")));
    }
    options.extend(list.units.iter().map(|unit| (unit.id.to_string(), unit.indented())));
    let is_empty = list.rows.is_empty();
    let rows: Vec<_> = list
        .rows
        .into_iter()
        .map(|row| {
            let facts = progress(words, &row);
            view! {
                <li>
                    <a href=format!("/cards/paper/{}", row.id)>{row.unit.clone()}</a> " "
                    <small class="muted">{format::short_date(words.0, row.made_on)} " · " {facts}</small>
                </li>
            }
        })
        .collect();
    view! {
        <PageTitle text=words.t("paper-title")/>
        <main class="wrap" id="main">
            <CasesTabs/>
            <h1>{words.t("paper-title")}</h1>
            <p class="lead">{words.t("paper-lead")}</p>
            <Done family="paper-done-"/>
            <ErrorSummary/>
            <div class="grid2">
                <section class="card">
                    <h2>{words.t("paper-open")}</h2>
                    {if is_empty {
                        view! { <p class="muted">{words.t("paper-none")}</p> }.into_any()
                    } else {
                        view! { <ul>{rows}</ul> }.into_any()
                    }}
                </section>
                <section class="card">
                    <h2>{words.t("paper-new")}</h2>
                    <form method="post" novalidate action="/cards/paper">
                        <SelectField field=FieldName::Unit label=words.t("field-unit") options/>
                        <Field field=FieldName::Counted label=words.t("field-counted") inputmode="numeric"
                            hint=words.tv("paper-counted-hint", &[("most", MOST_PAPER.into())])/>
                        <button class="btn">{words.t("paper-begin")}</button>
                    </form>
                </section>
            </div>
        </main>
    }
}

fn progress(words: Words, row: &PaperRow) -> String {
    let again = (row.typed - row.counted).max(0);
    let values = [
        ("typed", row.typed.min(row.counted).into()),
        ("again", again.into()),
        ("counted", row.counted.into()),
    ];
    words.tv(if again > 0 { "paper-progress-again" } else { "paper-progress" }, &values)
}

#[component]
pub fn PaperPageView(page: PaperPage) -> impl IntoView {
    let words = Words::find();
    let action = format!("/cards/paper/{}", page.row.id);
    let counted = page.row.counted;
    let today = page.today.to_string();
    let place_of =
        |place: i64| words.tv("paper-card", &[("place", place.into()), ("counted", counted.into())]);
    let (title, lead, main) = match page.step {
        PaperStep::First(place) => (
            place_of(place),
            words.t("paper-first"),
            view! { <CardForm action=action.clone() pass=1 place today what=String::new()/> }.into_any(),
        ),
        PaperStep::Second(first) => (
            place_of(first.place),
            words.t(if page.is_own { "paper-second-own" } else { "paper-second" }),
            view! { <CardForm action=action.clone() pass=2 place=first.place today what=first.what/> }
                .into_any(),
        ),
        PaperStep::Compare(pairs) => (
            words.tv("paper-compare", &[("differ", pairs.len().into())]),
            words.tv("paper-compare-text", &[("counted", counted.into())]),
            view! { <Compare action=action.clone() pairs/> }.into_any(),
        ),
    };
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow envelope" id="main">
            <CasesTabs/>
            <p class="eyebrow">{page.row.unit.clone()} " · " {progress(words, &page.row)}</p>
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
            <ErrorSummary/>
            {main}
            <details class="more" open=Refill::find().why(FieldName::Counted).is_some()>
                <summary>{words.t("paper-recount")}</summary>
                <p class="hint">{words.t("paper-recount-text")}</p>
                <form method="post" novalidate action=action.clone()>
                    <Field field=FieldName::Counted label=words.t("field-counted") inputmode="numeric" value=counted.to_string()/>
                    <button class="btn quiet" name="act" value="recount">{words.t("paper-recount-do")}</button>
                </form>
            </details>
            <details class="more">
                <summary>{words.t("paper-discard")}</summary>
                <p class="hint">{words.t("paper-discard-text")}</p>
                <form method="post" novalidate action=action>
                    <button class="btn danger" name="act" value="discard">{words.t("paper-discard-do")}</button>
                </form>
            </details>
        </main>
    }
}

#[component]
fn CardForm(
    action: String,
    /// Which time, 1 or 2.
    pass: i64,
    /// Number of the card.
    place: i64,
    /// Latest day.
    today: String,
    /// What was typed the first time, to be read over.
    what: String,
) -> impl IntoView {
    let words = Words::find();
    let kinds = [Kind::Compliment, Kind::Complaint, Kind::Comment];
    let kinds = kinds.iter().map(|kind| (kind.name(), words.t(kind.text_id()))).collect();
    let mut categories = vec![(String::new(), words.t("paper-category-none"))];
    categories.extend(Category::ALL.iter().map(|c| (c.name().to_owned(), words.t(c.text_id()))));
    let hint = words.t(if pass == 1 { "paper-what-hint" } else { "paper-what-again" });
    view! {
        <LongForm action=action autocomplete="off">
            <input type="hidden" name="act" value="card"/>
            <input type="hidden" name="pass" value=pass.to_string()/>
            <input type="hidden" name="card_place" value=place.to_string()/>
            <Choices field=FieldName::VoiceKind label=words.t("field-voice-kind") options=kinds required=true/>
            <SelectField field=FieldName::Category label=words.t("field-category") options=categories/>
            <Field field=FieldName::HappenedOn label=words.t("paper-day") kind="date" max=today hint=words.t("paper-day-hint")/>
            <TextArea field=FieldName::What label=words.t("paper-what") hint=hint longest=LONGEST_WHAT value=what required=true/>
            <Field field=FieldName::CustomerName label=words.t("field-customer-name") autocomplete="off"/>
            <Field field=FieldName::Phone label=words.t("field-phone") kind="tel" autocomplete="off"/>
            <button class="btn">{words.t("paper-next")}</button>
        </LongForm>
    }
}

#[component]
fn Compare(action: String, pairs: Vec<(PaperCard, PaperCard)>) -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let why = refill.why(FieldName::Answer);
    let pairs: Vec<_> = pairs
        .into_iter()
        .enumerate()
        .map(|(at, (first, second))| {
            let name = right_field(first.place);
            let chosen = refill.value(&name);
            let differs = first.differs(&second);
            let way = |which: &'static str, card: PaperCard| {
                let id = if at == 0 && which == "1" {
                    FieldName::Answer.name().to_owned()
                } else {
                    format!("{name}-{which}")
                };
                let says: Vec<String> = differs.iter().map(|field| shown(words, &card, *field)).collect();
                let time = words.t(if which == "1" { "paper-first-time" } else { "paper-second-time" });
                view! {
                    <label class="choice">
                        <input type="radio" id=id name=name.clone() value=which checked=chosen == which/> " "
                        <span>{says.join(" · ")} " " <small class="muted">{time}</small></span>
                    </label>
                }
            };
            view! {
                <fieldset class="choices" class:bad=why.is_some()>
                    <legend>{words.tv("paper-which", &[("place", first.place.into())])}</legend>
                    {way("1", first.clone())}
                    {way("2", second)}
                </fieldset>
            }
        })
        .collect();
    view! {
        <LongForm action=action>
            {why.map(|why| view! { <p class="error">{words.t(why)}</p> })}
            {pairs}
            <button class="btn" name="act" value="take_in">{words.t("paper-take-in")}</button>
        </LongForm>
    }
}

/// What stands in a field of a card.
fn shown(words: Words, card: &PaperCard, field: FieldName) -> String {
    let text = match field {
        FieldName::VoiceKind => words.t(card.kind.text_id()),
        FieldName::Category => words.t(card.category.text_id()),
        FieldName::HappenedOn => format::short_date(words.0, card.happened_on),
        FieldName::CustomerName => card.name.clone(),
        FieldName::Phone => card.phone.clone(),
        _ => card.what.clone(),
    };
    if text.is_empty() { words.t("paper-nothing") } else { text }
}
