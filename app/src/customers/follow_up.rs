//! The queue of follow-ups, a new one, and what is said to a customer.

use domain::{
    Field as FieldName, Lang,
    customers::{
        complaint::LONGEST_WHAT,
        follow_up::{
            Bought, ConsentHow, FollowUpList, FollowUpNew, FollowUpOutcome, FollowUpPage, FollowUpRow,
            MOST_ATTEMPTS,
        },
        survey::SurveyQuestion,
        words::Category,
    },
    format, text,
};
use leptos::prelude::*;

use super::{survey::Steps, tabs::CasesTabs};
use crate::{
    islands::Shortcuts,
    parts::{Choices, Done, ErrorSummary, Field, LongForm, PageTitle, SelectField, TextArea},
    request::{Refill, Words, viewer},
};

#[component]
pub fn FollowUpsView(list: FollowUpList) -> impl IntoView {
    let words = Words::find();
    let is_empty = list.rows.is_empty();
    let done: i64 = list.outcomes.iter().map(|(_, n)| n).sum();
    let outcomes: Vec<_> = list
        .outcomes
        .iter()
        .map(|(outcome, n)| view! { <div class="kv"><dt>{words.t(outcome.text_id())}</dt><dd>{format::number(words.0, *n as f64, 0)}</dd></div> })
        .collect();
    let rows: Vec<_> = list.rows.into_iter().map(|row| view! { <Row row/> }).collect();
    view! {
        <PageTitle text=words.t("nav-follow-ups")/>
        <main class="wrap" id="main">
            <Shortcuts/>
            <CasesTabs/>
            <div class="row spread">
                <h1>{words.tv("follow-ups-heading", &[("due", list.due.into())])}</h1>
                <a class="btn" href="/follow-ups/new" data-key="n">{words.t("follow-ups-new")} " " <kbd class="keys">"N"</kbd></a>
            </div>
            <p class="lead">{words.t("follow-ups-lead")}</p>
            <Done family="follow-ups-done-"/>
            {if is_empty {
                view! { <div class="empty"><h2>{words.t("follow-ups-none")}</h2><p>{words.t("follow-ups-none-text")}</p></div> }.into_any()
            } else {
                view! {
                    <section class="card flush">
                        <table class="cases follow-ups">
                            <caption class="sr">{words.t("nav-follow-ups")}</caption>
                            <thead>
                                <tr>
                                    <th scope="col">{words.t("field-customer-name")}</th>
                                    <th scope="col">{words.t("field-about")}</th>
                                    <th scope="col">{words.t("field-unit")}</th>
                                    <th scope="col">{words.t("follow-ups-due")}</th>
                                    <th scope="col">{words.t("follow-ups-tries")}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </section>
                }.into_any()
            }}
            {(done > 0).then(|| view! {
                <section class="card"><h2>{words.t("follow-ups-outcomes")}</h2><dl class="facts">{outcomes}</dl></section>
            })}
        </main>
    }
}

#[component]
fn Row(row: FollowUpRow) -> impl IntoView {
    let words = Words::find();
    let class = if row.is_due { "chip warn" } else { "chip" };
    let tries =
        words.tv("follow-ups-tried", &[("tries", row.attempts.into()), ("most", MOST_ATTEMPTS.into())]);
    view! {
        <tr>
            <th scope="row"><a href=format!("/follow-ups/{}", row.id)>{row.name}</a></th>
            <td data-label=words.t("field-about")>{words.t(row.reason.text_id())} {(!row.about.is_empty()).then(|| format!(": {}", row.about))}</td>
            <td data-label=words.t("field-unit")>{row.unit}</td>
            <td data-label=words.t("follow-ups-due")><span class=class>{format::short_date(words.0, row.due_on)}</span></td>
            <td data-label=words.t("follow-ups-tries")>{tries}</td>
        </tr>
    }
}

#[component]
pub fn FollowUpNewView(new: FollowUpNew) -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let mut options: Vec<(String, String)> = Vec::new();
    if new.units.len() > 1 {
        options.push((String::new(), words.t("choose")));
    }
    options.extend(new.units.iter().map(|unit| (unit.id.to_string(), unit.indented())));
    let bought = Bought::ALL.iter().map(|bought| (bought.name(), words.t(bought.text_id()))).collect();
    let hows = ConsentHow::ALL.iter().map(|how| (how.name(), words.t(how.text_id()))).collect();
    let langs = Lang::ALL.iter().map(|lang| (lang.tag(), lang.own_name().to_owned())).collect();
    let [name, phone, email] = new.case.as_ref().map(|case| case.contact.clone()).unwrap_or_default();
    let unit = new.case.as_ref().map(|case| case.unit.to_string()).unwrap_or_default();
    let lang = new.case.as_ref().and_then(|case| case.lang).unwrap_or_else(|| viewer().lang).tag();
    let reference = new.case.as_ref().map(|case| case.reference.clone());
    let action = match &reference {
        Some(reference) => format!("/follow-ups/new?case={reference}"),
        None => "/follow-ups/new".to_owned(),
    };
    let why = refill.why(FieldName::Consent);
    let error_id = format!("{}-error", FieldName::Consent.name());
    let is_agreed = !refill.value("consent").is_empty();
    let title = words.t(if reference.is_some() { "follow-up-new-case" } else { "follow-up-new-title" });
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow" id="main">
            <CasesTabs/>
            {reference.clone().map(|reference| view! { <p class="eyebrow num"><a href=format!("/complaints/{reference}")>{reference.clone()}</a></p> })}
            <h1>{title}</h1>
            <p class="lead">{words.t("follow-up-new-lead")}</p>
            <ErrorSummary/>
            <LongForm action=action autocomplete="off">
                <input type="hidden" id="reference" name="reference" value=reference.clone().unwrap_or_default()/>
                <SelectField field=FieldName::Unit label=words.t("field-unit") options value=unit/>
                {reference.is_none().then(|| view! {
                    <Choices field=FieldName::Bought label=words.t("field-bought") options=bought required=true/>
                    <Field field=FieldName::HappenedOn label=words.t("follow-up-bought-on") kind="date" hint=words.t("follow-up-bought-hint")/>
                })}
                <Field field=FieldName::About label=words.t("field-about") hint=words.t("follow-up-about-hint")/>
                <Field field=FieldName::CustomerName label=words.t("field-customer-name") value=name autocomplete="off"/>
                <Field field=FieldName::Phone label=words.t("field-phone") kind="tel" value=phone autocomplete="off"/>
                <Field field=FieldName::Email label=words.t("field-email") kind="email" value=email autocomplete="off"/>
                <Choices field=FieldName::CaseLang label=words.t("field-case-lang") options=langs value=lang/>
                <div class="field" class:bad=why.is_some()>
                    {why.map(|why| view! { <p class="error" id=error_id.clone()>{words.t(why)}</p> })}
                    <label class="choice">
                        <input type="checkbox" id="consent" name="consent" value="yes" checked=is_agreed
                            aria-describedby=why.map(|_| error_id.clone())/>
                        " " {words.t("follow-up-consent")}
                    </label>
                </div>
                <Choices field=FieldName::ConsentHow label=words.t("field-consent-how") options=hows value="in_person"/>
                <div class="row">
                    <button class="btn">{words.t("follow-up-plan")}</button>
                    <a class="btn quiet" href="/follow-ups">{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}

#[component]
pub fn FollowUpView(page: FollowUpPage) -> impl IntoView {
    let words = Words::find();
    let row = page.row.clone();
    let says = |id: &str| {
        let values = [
            ("name", row.name.as_str().into()),
            ("caller", page.caller.as_str().into()),
            ("organisation", viewer().organisation.into()),
            ("unit", row.unit.as_str().into()),
            ("about", row.about.as_str().into()),
            ("stop", page.stop.as_str().into()),
        ];
        text::tv(page.lang, id, &values)
    };
    let reason = row.reason.name();
    let is_letter = page.phone.is_empty();
    let script: Vec<_> = match is_letter {
        true => vec![says(&format!("follow-up-letter-{reason}"))],
        false => ["hello", reason, "how", "sorry", "bye"]
            .iter()
            .map(|part| says(&format!("follow-up-say-{part}")))
            .collect(),
    };
    let script: Vec<_> = script.into_iter().map(|line| view! { <p class="what">{line}</p> }).collect();
    let outcomes = FollowUpOutcome::ALL
        .iter()
        .filter(|outcome| !is_letter || **outcome != FollowUpOutcome::WrongNumber)
        .map(|outcome| (outcome.name(), words.t(outcome.text_id())))
        .collect();
    let mut categories = vec![(String::new(), words.t("choose"))];
    categories.extend(Category::ALL.iter().map(|c| (c.name().to_owned(), words.t(c.text_id()))));
    let retry = if row.attempts + 1 < MOST_ATTEMPTS { "follow-up-retry" } else { "follow-up-last" };
    let reach = match is_letter {
        true => view! { <a href=format!("mailto:{}", page.email)>{page.email.clone()}</a> },
        false => {
            view! { <a href=format!("tel:{}", page.phone.split_whitespace().collect::<String>())>{page.phone.clone()}</a> }
        }
    };
    view! {
        <PageTitle text=words.t("nav-follow-ups")/>
        <main class="wrap" id="main">
            <CasesTabs/>
            <p class="eyebrow">{row.unit.clone()} " · " {words.t(row.reason.text_id())} {(!row.about.is_empty()).then(|| format!(": {}", row.about))}</p>
            <h1>{row.name.clone()}</h1>
            <p class="lead num">{reach}</p>
            <ErrorSummary/>
            <div class="grid2">
                <section class="card script" lang=page.lang.tag()>
                    <h2 lang=words.0.tag()>{words.t(if is_letter { "follow-up-letter" } else { "follow-up-script" })}</h2>
                    {script}
                </section>
                <section class="card">
                    <h2>{words.t("follow-up-outcome")}</h2>
                    <LongForm action=format!("/follow-ups/{}", row.id)>
                        <input type="hidden" name="attempts" value=row.attempts.to_string()/>
                        <Choices field=FieldName::CallOutcome label=words.t("follow-up-what-came") options=outcomes required=true/>
                        <p class="hint">{words.t(retry)}</p>
                        <Steps question=SurveyQuestion::Satisfaction label=words.t("follow-up-satisfaction")/>
                        <TextArea field=FieldName::What label=words.t("follow-up-not-well") hint=words.t("follow-up-not-well-hint") longest=LONGEST_WHAT/>
                        <SelectField field=FieldName::Category label=words.t("field-category") options=categories/>
                        <div class="row">
                            <button class="btn">{words.t("follow-up-save")}</button>
                            <a class="btn quiet" href="/follow-ups">{words.t("cancel")}</a>
                        </div>
                    </LongForm>
                </section>
            </div>
        </main>
    }
}
