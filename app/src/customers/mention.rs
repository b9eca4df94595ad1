//! Somebody who works here, named by a customer: the cases that wait, the page of one, and one's own.

use domain::{
    Field as FieldName, Right,
    customers::{
        mention::{Finding, LONGEST_REPLY, Mention, MentionMay, MentionPage, MentionRow, OwnMention},
        words::{Category, Kind},
    },
    format,
};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::{
    parts::{Choices, Done, ErrorSummary, Field, SelectField, escape_text},
    request::{Refill, Words, viewer},
};

/// The field of a form that asks whom a case is about.
#[component]
pub(super) fn AboutWhom() -> impl IntoView {
    let words = Words::find();
    let is_manager = !Refill::find().value("about_manager").is_empty();
    view! {
        <Field field=FieldName::AboutWhom label=words.t("field-about-whom") hint=words.t("mention-about-hint") autocomplete="off"/>
        <div class="field">
            <label class="choice">
                <input type="checkbox" name="about_manager" value="yes" checked=is_manager/> " " {words.t("mention-about-manager")}
            </label>
        </div>
    }
}

/// Cases whose mention waits.
#[component]
pub fn MentionListView(rows: Vec<MentionRow>) -> impl IntoView {
    let words = Words::find();
    let is_empty = rows.is_empty();
    let lines: Vec<_> = rows
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <td class="num"><a href=format!("/complaints/{}/mention", row.reference)>{row.reference.clone()}</a></td>
                    <td>{row.unit.clone()}</td>
                    <td>{format::short_date(words.0, row.received_on)}</td>
                    <td>{words.t(row.state.text_id())}</td>
                    <td>{due(words, &row)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <Title text=format!("{} · Trivsel", words.t("mentions-title"))/>
        <main class="wrap" id="main">
            <p class="eyebrow">{words.t("nav-complaints")}</p>
            <h1>{words.t("mentions-title")}</h1>
            <p class="lead">{words.t("mentions-lead")}</p>
            {if is_empty {
                view! { <div class="empty"><h2>{words.t("mentions-none")}</h2><p>{words.t("mentions-none-text")}</p></div> }.into_any()
            } else {
                view! {
                    <section class="card flush">
                        <table class="cases">
                            <thead>
                                <tr>
                                    <th scope="col">{words.t("cases-reference")}</th>
                                    <th scope="col">{words.t("field-unit")}</th>
                                    <th scope="col">{words.t("mention-received")}</th>
                                    <th scope="col">{words.t("field-stage")}</th>
                                    <th scope="col">{words.t("mention-due")}</th>
                                </tr>
                            </thead>
                            <tbody>{lines}</tbody>
                        </table>
                    </section>
                }.into_any()
            }}
        </main>
    }
}

fn due(words: Words, row: &MentionRow) -> String {
    row.due_on.map(|day| format::short_date(words.0, day)).unwrap_or_default()
}

/// A text of a state: what it means, and who reads the name.
fn explained(words: Words, state: Mention) -> String {
    words.t(&format!("{}-text", state.text_id()))
}

fn fact(label: String, value: String) -> impl IntoView {
    view! { <div class="kv"><dt>{label}</dt><dd>{value}</dd></div> }
}

fn until(words: Words, delete_on: Option<chrono::NaiveDate>) -> Option<impl IntoView> {
    delete_on.map(|day| {
        let text = words.tv("mention-until", &[("date", format::long_date(words.0, day).into())]);
        view! { <p class="small muted">{text}</p> }
    })
}

/// Whom a case names, and what can be done about it.
#[component]
pub fn MentionView(page: MentionPage) -> impl IntoView {
    let words = Words::find();
    let reference = page.row.reference.clone();
    let action = format!("/complaints/{reference}/mention");
    let sees_case = viewer().may(Right::ViewCases);
    let eyebrow = match sees_case {
        true => view! { <a href=format!("/complaints/{reference}")>{reference.clone()}</a> }.into_any(),
        false => reference.clone().into_any(),
    };
    let is_marked = page.may != MentionMay::Mark;
    let is_written_down = is_marked && page.row.state != Mention::Praise;
    let state = is_marked.then(|| {
        view! {
            <p class="row"><span class="chip">{words.t(page.row.state.text_id())}</span></p>
            <p>{explained(words, page.row.state)}</p>
        }
    });
    let mention = page.mention.clone().map(|text| fact(words.t("mention-named"), text));
    let person = page.person.clone().map(|name| fact(words.t("mention-person"), name));
    let reply = page.reply.clone().map(|text| fact(words.t("mention-replied"), text));
    view! {
        <Title text=format!("{} · Trivsel", words.t("mention-title"))/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow num">{eyebrow} " · " {page.row.unit.clone()}</p>
            <h1>{words.t("mention-title")}</h1>
            <Done family="mention-done-"/>
            <ErrorSummary/>
            {state}
            <blockquote class="said">{page.what.clone()}</blockquote>
            <dl class="facts">{mention} {person} {reply}</dl>
            {until(words, page.delete_on)}
            {is_written_down.then(|| view! { <p class="small muted">{words.t("mention-written-down")}</p> })}
            <form method="post" novalidate action=action><NextStep page/></form>
        </main>
    }
}

#[component]
fn NextStep(page: MentionPage) -> impl IntoView {
    let words = Words::find();
    let button = |act: &'static str| {
        view! { <div class="row"><button class="btn" name="act" value=act>{words.t(&format!("mention-{act}-do"))}</button></div> }
    };
    match page.may {
        MentionMay::Read => ().into_any(),
        MentionMay::Wait => {
            let day = page.row.due_on.map(|day| format::long_date(words.0, day)).unwrap_or_default();
            view! { <p class="notice">{words.tv("mention-wait", &[("date", day.into())])}</p> }.into_any()
        }
        MentionMay::Mark => view! {
            <p>{words.t("mention-mark-text")}</p>
            <AboutWhom/>
            {button("mark")}
        }
        .into_any(),
        MentionMay::Tell => {
            let nobody = (String::new(), words.t("choose"));
            let people = page.people.into_iter().map(|(id, name)| (id.to_string(), name));
            let is_praise = page.kind == Kind::Compliment;
            let text = if is_praise { "mention-tell-praise" } else { "mention-tell-text" };
            view! {
                <p>{words.t(text)}</p>
                <SelectField field=FieldName::Person label=words.t("field-person") options=std::iter::once(nobody).chain(people).collect()/>
                {button("tell")}
            }
            .into_any()
        }
        MentionMay::Assess => {
            let findings = Finding::ALL.iter().map(|f| (f.name(), words.t(f.text_id()))).collect();
            let categories = Category::ALL.iter().filter(|category| **category != Category::StaffConduct);
            let nothing = (String::new(), words.t("choose"));
            let categories =
                categories.map(|category| (category.name().to_owned(), words.t(category.text_id())));
            view! {
                <p>{words.t("mention-assess-text")}</p>
                <Choices field=FieldName::Finding label=words.t("field-finding") options=findings required=true/>
                <SelectField field=FieldName::Category label=words.t("mention-work-category") options=std::iter::once(nothing).chain(categories).collect()/>
                {button("assess")}
            }
            .into_any()
        }
    }
}

/// What customers said about oneself.
#[component]
pub fn OwnMentionsView(mentions: Vec<OwnMention>) -> impl IntoView {
    let words = Words::find();
    let is_empty = mentions.is_empty();
    let cards: Vec<_> =
        mentions.into_iter().enumerate().map(|(place, mention)| view! { <OwnCard mention place/> }).collect();
    view! {
        <Title text=format!("{} · Trivsel", words.t("said-about-title"))/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href="/account">{words.t("account-eyebrow")}</a></p>
            <h1>{words.t("said-about-title")}</h1>
            <p class="lead">{words.t("said-about-lead")}</p>
            <Done family="mention-done-"/>
            <ErrorSummary/>
            {is_empty.then(|| view! { <div class="empty"><h2>{words.t("said-about-none")}</h2><p>{words.t("said-about-none-text")}</p></div> })}
            <div class="stack">{cards}</div>
        </main>
    }
}

#[component]
fn OwnCard(mention: OwnMention, place: usize) -> impl IntoView {
    let words = Words::find();
    let state = mention.row.state;
    let when = words.tv(
        "said-one-when",
        &[
            ("date", format::long_date(words.0, mention.row.received_on).into()),
            ("unit", mention.row.unit.clone().into()),
        ],
    );
    let named = mention.mention.clone().map(|text| fact(words.t("mention-named"), text));
    let may_reply = matches!(state, Mention::Told | Mention::Alone | Mention::Conduct);
    let refill = Refill::find();
    let is_this = refill.is_again() && refill.value("reference") == mention.row.reference;
    let reply = if is_this { refill.value("reply") } else { mention.reply.clone().unwrap_or_default() };
    let why = refill.why(FieldName::Reply).filter(|_| is_this);
    // The one that was refused carries the field's id: the summary of errors leads there.
    let id = if is_this || (place == 0 && !refill.is_again()) {
        "reply".to_owned()
    } else {
        ["reply", &place.to_string()].join("-")
    };
    let form = may_reply.then(|| {
        view! {
            <div class="field" class:bad=why.is_some()>
                <label for=id.clone()>{words.t("field-reply")}</label>
                <p class="hint" id=format!("{id}-hint")>{words.t("said-one-reply-hint")}</p>
                {why.map(|why| view! { <p class="error">{words.t(why)}</p> })}
                <textarea id=id.clone() name="reply" rows="4" maxlength=LONGEST_REPLY.to_string()
                    aria-describedby=format!("{id}-hint") aria-invalid=why.is_some().then_some("true")>{escape_text(&reply)}</textarea>
            </div>
            <div class="row"><button class="btn" name="act" value="reply">{words.t("said-one-reply-do")}</button></div>
        }
    });
    let share = (state == Mention::Conduct).then(|| {
        let (text, act) = match mention.is_shared {
            true => ("said-one-shared", "said-one-unshare-do"),
            false => ("said-one-unshared", "said-one-share-do"),
        };
        view! {
            <p class="small">{words.t(text)}</p>
            <div class="row"><button class="btn quiet" name="act" value="share">{words.t(act)}</button></div>
        }
    });
    let remove = (state == Mention::Praise).then(|| {
        view! { <div class="row"><button class="btn quiet" name="act" value="remove">{words.t("said-one-remove-do")}</button></div> }
    });
    view! {
        <section class="card">
            <p class="row"><span class="chip">{words.t(state.text_id())}</span> <small class="muted">{when}</small></p>
            <blockquote class="said">{mention.what}</blockquote>
            <dl class="facts">{named}</dl>
            <p class="small">{explained(words, state)}</p>
            {until(words, mention.delete_on)}
            <form method="post" novalidate action="/account/mentions">
                <input type="hidden" name="reference" value=mention.row.reference/>
                {form} {share} {remove}
            </form>
        </section>
    }
}
