//! The page of something that can be done with a case.

use domain::{
    Field as FieldName, Lang,
    customers::{
        case::{
            Act, ActPage, CheckLine, LONGEST_LETTER, LONGEST_NOTE, LetterPage, cause_field, issue_field,
            outcome_field,
        },
        complaint::LONGEST_WHAT,
        wording::{Place, Template},
        words::{Category, Cause, Channel, EndReason, How, Kind, Outcome, Remedy, Severity},
    },
    format,
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{case::Meanwhile, wording::shortened};
use crate::{
    parts::{Choices, Done, ErrorSummary, Field, LongForm, SelectField, TextArea, escape_text},
    request::{Refill, Words},
};

#[component]
pub fn ActPageView(page: ActPage, letter: Option<LetterPage>) -> impl IntoView {
    let words = Words::find();
    let act = page.act;
    let case = page.page.case.clone();
    let heading = words.t(act.text_id());
    let action = format!("/complaints/{}/{}", case.reference, act.name());
    let back = format!("/complaints/{}", case.reference);
    let is_possible = page.is_possible;
    let version = case.version;
    let lead = format!("act-{}-text", act.name());
    let lead = domain::text::has(words.0, &lead).then(|| view! { <p class="lead">{words.t(&lead)}</p> });
    let impossible = (!is_possible).then(|| {
        view! { <div class="notice" role="status"><p>{words.t("act-not-possible")}</p></div> }
    });
    // What was written for an act that the case does not allow any more can be kept as a note.
    let written = written_text();
    let rescue = (!is_possible && !written.is_empty()).then(|| {
        view! {
            <form method="post" novalidate action=back.clone()>
                <input type="hidden" name="version" value=version/>
                <div class="field">
                    <label for="note">{words.t("case-note-label")}</label>
                    <textarea id="note" name="note" rows="8">{escape_text(&written)}</textarea>
                </div>
                <button class="btn" name="act" value="note">{words.t("case-add-note")}</button>
            </form>
        }
    });
    let class = if act.has_letter() { "wrap" } else { "wrap narrow" };
    let has_draft = letter.as_ref().is_some_and(|letter| letter.is_draft);
    view! {
        <Title text=format!("{} · Trivsel", words.t(act.text_id()))/>
        <main class=class id="main">
            <p class="eyebrow num"><a href=back.clone()>{case.reference.clone()}</a> " · " {words.t(case.stage.text_id())}</p>
            <h1>{heading}</h1>
            {lead}
            <blockquote class="said">{case.what.clone()}</blockquote>
            <Done family="case-done-"/>
            <ErrorSummary/>
            <Meanwhile events=page.page.meanwhile.clone()/>
            {impossible}
            {rescue}
            {is_possible.then(|| view! {
                <LongForm action=action>
                    <input type="hidden" name="version" value=version/>
                    <Fields page=page letter/>
                    <div class="row">
                        <button class="btn">{words.t(&format!("act-{}-do", act.name()))}</button>
                        {act.has_draft().then(|| view! { <button class="btn quiet" name="draft" value="1" >{words.t("letter-keep")}</button> })}
                        {has_draft.then(|| view! { <button class="btn quiet danger" name="discard" value="1">{words.t("letter-discard")}</button> })}
                        <a class="btn quiet" href=back>{words.t("cancel")}</a>
                    </div>
                </LongForm>
            })}
        </main>
    }
}

/// What was written into the form before it was refused.
fn written_text() -> String {
    let refill = Refill::find();
    ["letter", "reason", "note"]
        .into_iter()
        .map(|name| refill.value(name))
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

#[component]
fn Fields(page: ActPage, letter: Option<LetterPage>) -> impl IntoView {
    let words = Words::find();
    let reason = || view! { <TextArea field=FieldName::Reason label=words.t("case-reason") longest=LONGEST_NOTE required=true/> };
    match page.act {
        Act::Assess => view! { <Assess page/> }.into_any(),
        Act::Answer => view! { <Answer page letter/> }.into_any(),
        Act::Pause | Act::Letter => view! { <Letter letter/> }.into_any(),
        Act::End => {
            let reasons = EndReason::CHOICES.iter().map(|r| (r.name(), words.t(r.text_id()))).collect();
            view! {
                <Choices field=FieldName::EndReason label=words.t("field-end-reason") options=reasons required=true/>
                {reason()}
            }
            .into_any()
        }
        Act::Regrade => view! { <Severities page=page.clone()/> <Issues page/> {reason()} }.into_any(),
        Act::Contact => view! { <ContactFields page/> }.into_any(),
        Act::Investigate => view! { <NewDay page/> {reason()} <Letter letter/> }.into_any(),
        Act::Extend => {
            let by = page.by.to_string();
            view! {
                <Field field=FieldName::By label=words.t("field-by") kind="number" value=by inputmode="numeric" required=true/>
                <NewDay page/>
                {reason()}
                <Letter letter/>
            }
            .into_any()
        }
        Act::HandOver => view! { <Holder page/> {reason()} }.into_any(),
        Act::Hear => view! {
            <TextArea field=FieldName::Note label=words.t("act-hear-what") longest=LONGEST_LETTER required=true/>
        }
        .into_any(),
        Act::Correct => view! { <Correct page/> }.into_any(),
        _ => reason().into_any(),
    }
}

#[component]
fn Holder(page: ActPage) -> impl IntoView {
    let words = Words::find();
    view! { <SelectField field=FieldName::Holder label=words.t("field-holder") options=unit_options(&page) value=page.holder.to_string()/> }
}

fn unit_options(page: &ActPage) -> Vec<(String, String)> {
    page.units.iter().map(|unit| (unit.id.to_string(), unit.indented())).collect()
}

fn severities(words: Words) -> Vec<(&'static str, String)> {
    Severity::ALL.iter().map(|severity| (severity.name(), words.t(severity.text_id()))).collect()
}

/// The day that the customer is to be told.
#[component]
fn NewDay(page: ActPage) -> impl IntoView {
    let words = Words::find();
    page.due_on.map(|day| {
        let values = [("date", format::long_date(words.0, day).into()), ("days", page.by.into())];
        let id = if page.act == Act::Extend { "act-extend-due" } else { "act-investigate-due" };
        view! { <p role="status">{words.tv(id, &values)}</p> }
    })
}

/// How the customer can be reached. Emptied, it is deleted.
#[component]
fn ContactFields(page: ActPage) -> impl IntoView {
    let words = Words::find();
    let (name, phone, email, day) = match page.page.contact {
        Some(contact) => (contact.name, contact.phone, contact.email, contact.delete_on.to_string()),
        None => Default::default(),
    };
    view! {
        <Field field=FieldName::CustomerName label=words.t("field-customer-name") value=name autocomplete="off"/>
        <Field field=FieldName::Phone label=words.t("field-phone") value=phone kind="tel" autocomplete="off"/>
        <Field field=FieldName::Email label=words.t("field-email") value=email kind="email" autocomplete="off"/>
        <Field field=FieldName::DeleteOn label=words.t("field-delete-on") value=day kind="date" hint=words.t("case-new-delete-hint")/>
    }
}

#[component]
fn Severities(page: ActPage) -> impl IntoView {
    let words = Words::find();
    let severity = page.page.case.severity.name();
    view! {
        <Choices field=FieldName::Severity label=words.t("field-severity") options=severities(words) value=severity required=true/>
    }
}

/// What a case is about, to tick.
#[component]
fn Issues(page: ActPage) -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let is_bad = refill.why(FieldName::Issues);
    let current: Vec<Category> = page.page.issues.iter().map(|issue| issue.category).collect();
    let boxes: Vec<_> = Category::ALL
        .iter()
        .enumerate()
        .map(|(place, category)| {
            let name = issue_field(*category);
            let is_ticked =
                if refill.is_again() { !refill.value(&name).is_empty() } else { current.contains(category) };
            // The first one carries the field's id: the summary of errors leads there.
            let id = if place == 0 { "issues".to_owned() } else { name.clone() };
            view! {
                <label class="choice">
                    <input type="checkbox" id=id name=name value="on" checked=is_ticked/>
                    " " {words.t(category.text_id())}
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="choices" class:bad=is_bad.is_some()>
            <legend>{words.t("field-issues")}</legend>
            {is_bad.map(|why| view! { <p class="error">{words.t(why)}</p> })}
            {boxes}
        </fieldset>
    }
}

#[component]
fn Assess(page: ActPage) -> impl IntoView {
    let words = Words::find();
    view! {
        <Severities page=page.clone()/>
        <Issues page=page.clone()/>
        <Holder page/>
        <TextArea field=FieldName::Note label=words.t("case-note-label") longest=LONGEST_NOTE/>
    }
}

#[component]
fn Correct(page: ActPage) -> impl IntoView {
    let words = Words::find();
    let case = page.page.case.clone();
    let categories: Vec<_> = Category::ALL.iter().map(|c| (c.name(), words.t(c.text_id()))).collect();
    let kinds: Vec<_> = Kind::ALL.iter().map(|kind| (kind.name(), words.t(kind.text_id()))).collect();
    let channels: Vec<_> = Channel::ALL.iter().map(|way| (way.name(), words.t(way.text_id()))).collect();
    let langs = Lang::ALL.map(|lang| (lang.tag(), lang.own_name().to_owned())).to_vec();
    let lang = page.page.lang.map_or("", Lang::tag);
    view! {
        <TextArea field=FieldName::What label=words.t("field-what") longest=LONGEST_WHAT value=case.what.clone() required=true/>
        <Choices field=FieldName::Category label=words.t("field-category") options=categories value=case.category.name()/>
        <Choices field=FieldName::Severity label=words.t("field-severity") options=severities(words) value=case.severity.name()/>
        <SelectField field=FieldName::Unit label=words.t("field-unit") options=unit_options(&page) value=page.unit.to_string()/>
        <Field field=FieldName::HappenedOn label=words.t("field-happened-on") kind="date" value=case.happened_on.to_string()/>
        <Choices field=FieldName::VoiceKind label=words.t("field-voice-kind") options=kinds value=case.kind.name()/>
        <Choices field=FieldName::Channel label=words.t("field-channel") options=channels value=case.channel.name()/>
        <TextArea field=FieldName::PutRight label=words.t("field-put-right") longest=LONGEST_WHAT value=page.page.put_right.clone()/>
        <Choices field=FieldName::CaseLang label=words.t("field-case-lang") options=langs value=lang/>
    }
}

/// Outcome of each issue, apology, remedy, letter.
#[component]
fn Answer(page: ActPage, letter: Option<LetterPage>) -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let is_bad = refill.why(FieldName::CaseOutcome);
    let issues: Vec<_> = page
        .page
        .issues
        .iter()
        .enumerate()
        .map(|(place, issue)| {
            let name = outcome_field(issue.category);
            let chosen = refill.value(&name);
            let options: Vec<_> = Outcome::ALL
                .iter()
                .enumerate()
                .map(|(option, outcome)| {
                    let is_first = place == 0 && option == 0;
                    let id = if is_first { "case_outcome".to_owned() } else { format!("{name}-{}", outcome.name()) };
                    let is_chosen = chosen == outcome.name();
                    view! {
                        <label class="choice">
                            <input type="radio" id=id name=name.clone() value=outcome.name() checked=is_chosen/>
                            " " {words.t(outcome.text_id())}
                        </label>
                    }
                })
                .collect();
            let cause = cause_field(issue.category);
            let known = refill.value(&cause);
            let causes: Vec<_> = Cause::ALL
                .iter()
                .map(|other| view! { <option value=other.name() selected=known == other.name()>{words.t(other.text_id())}</option> })
                .collect();
            view! {
                <fieldset class="choices" class:bad=is_bad.is_some() && chosen.is_empty()>
                    <legend>{words.tv("act-outcome-of", &[("issue", words.t(issue.category.text_id()).into())])}</legend>
                    {options}
                    <div class="field">
                        <label for=cause.clone()>{words.t("act-cause")}</label>
                        <select id=cause.clone() name=cause>
                            <option value="">{words.t("act-cause-unknown")}</option>
                            {causes}
                        </select>
                    </div>
                </fieldset>
            }
        })
        .collect();
    let given =
        ["given", "not_given"].into_iter().map(|word| (word, words.t(&format!("apology-{word}")))).collect();
    let remedies = Remedy::ALL.iter().map(|r| (r.name(), words.t(r.text_id()))).collect();
    let has_reason = refill.value("apology") == "not_given" || refill.why(FieldName::ReasonNot).is_some();
    view! {
        {issues}
        {is_bad.map(|why| view! { <p class="error">{words.t(why)}</p> })}
        <Choices field=FieldName::Apology label=words.t("act-apology") options=given required=true/>
        <details class="more" open=has_reason>
            <summary>{words.t("act-reason-not-more")}</summary>
            <TextArea field=FieldName::ReasonNot label=words.t("field-reason-not") longest=LONGEST_NOTE/>
        </details>
        <Letter letter/>
        <Choices field=FieldName::Remedy label=words.t("field-remedy") options=remedies value="none"/>
        <Field field=FieldName::Cost label=words.t("field-cost") inputmode="decimal"/>
    }
}

/// The letter with the check-list beside it.
#[component]
fn Letter(letter: Option<LetterPage>) -> impl IntoView {
    let words = Words::find();
    let LetterPage { text, lang, is_draft, template, open, check } = letter?;
    let begin: Vec<_> = Template::ALL
        .iter()
        .map(|other| {
            let current = (*other == template && !is_draft).then_some("true");
            view! { <a href=format!("?template={}", other.name()) aria-current=current>{words.t(other.text_id())}</a> }
        })
        .collect();
    let lacks_next = open.contains(&Place::Next.written());
    let open = (!open.is_empty()).then(|| {
        view! {
            <p class="small" id="letter-open">{words.tv("letter-open", &[("places", open.join(", ").into())])}</p>
            {lacks_next.then(|| view! { <p class="small">{words.t("letter-open-next")}</p> })}
        }
    });
    let hows = How::ALL.iter().map(|how| (how.name(), words.t(how.text_id()))).collect();
    let refill = Refill::find();
    let why = refill.why(FieldName::Letter);
    let text = if refill.is_again() { refill.value("letter") } else { text };
    let checks = check.map(|lines| view! { <CheckList lines/> });
    Some(view! {
        <Choices field=FieldName::How label=words.t("field-how") options=hows value="mail"/>
        <details class="more">
            <summary>{words.t("letter-begin")}</summary>
            <nav class="tabs" aria-label=words.t("letter-begin")>{begin}</nav>
        </details>
        <div class="letter-desk">
            <div class="field" class:bad=why.is_some()>
                <label for="letter">{words.t("field-letter")}</label>
                <p class="hint" id="letter-hint">
                    {words.tv("letter-hint", &[("lang", lang.own_name().into())])}
                    {is_draft.then(|| format!(" {}", words.t("letter-is-draft")))}
                </p>
                {why.map(|why| view! { <p class="error" id="letter-error">{words.t(why)}</p> })}
                {open}
                <textarea id="letter" name="letter" class="letter" rows="16" maxlength=LONGEST_LETTER.to_string() lang=lang.tag()
                    aria-describedby="letter-hint" aria-invalid=why.is_some().then_some("true")>
                    {escape_text(&text)}
                </textarea>
            </div>
            <aside class="letter-check">
                {checks}
                <button class="btn quiet" name="check" value="1">{words.t("letter-check")}</button>
                <p class="small muted">{words.t("letter-check-text")}</p>
            </aside>
        </div>
    })
}

#[component]
fn CheckList(lines: Vec<CheckLine>) -> impl IntoView {
    let words = Words::find();
    let lines: Vec<_> = lines
        .into_iter()
        .map(|line| {
            let class = if line.is_good { "yes" } else { "no" };
            let found = (!line.words.is_empty()).then(|| {
                let quoted: Vec<String> =
                    line.words.iter().map(|said| format::quoted(words.0, &shortened(said))).collect();
                view! { <small>{quoted.join(" ")}</small> }
            });
            view! { <li class=class>{words.t(line.text_id)} {found}</li> }
        })
        .collect();
    view! {
        <h2>{words.t("letter-check-title")}</h2>
        <ul class="checks" role="status">{lines}</ul>
    }
}
