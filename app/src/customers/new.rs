//! The 30-second form.

use domain::{
    Field as FieldName, Lang, UnitId,
    customers::{
        complaint::{LONGEST_PUT_RIGHT, LONGEST_WHAT, NewPage as Page},
        words::{Category, Channel, Kind, Severity},
    },
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::mention::AboutWhom;
use crate::{
    parts::{Choices, ErrorSummary, Field, LongForm, SelectField, TextArea},
    request::{Refill, Words},
};

#[component]
pub fn NewPage(
    /// The units it can have happened in, and the case that it repeats.
    page: Page,
    /// Random text that makes the form one of its own.
    token: String,
    /// Unit of the last one that was logged here.
    last_unit: Option<UnitId>,
) -> impl IntoView {
    let words = Words::find();
    let Page { units, repeats } = page;
    let label = |id: &'static str| words.t(id);
    let categories = Category::ALL.iter().map(|c| (c.name(), label(c.text_id()))).collect();
    let channels = Channel::ALL.iter().map(|c| (c.name(), label(c.text_id()))).collect();
    let severities = Severity::ALL.iter().map(|s| (s.name(), label(s.text_id()))).collect();
    let kinds = Kind::ALL.iter().map(|k| (k.name(), label(k.text_id()))).collect();
    let langs = Lang::ALL.iter().map(|lang| (lang.tag(), lang.own_name().to_owned())).collect();
    // What has to be mended must not be folded away.
    let refill = Refill::find();
    let is_bad = |fields: &[FieldName]| fields.iter().any(|field| refill.why(*field).is_some());
    let is_more_bad = is_bad(&[FieldName::HappenedOn, FieldName::Severity, FieldName::PutRight]);
    let is_contact_bad =
        is_bad(&[FieldName::CustomerName, FieldName::Phone, FieldName::Email, FieldName::DeleteOn]);
    let token = if refill.is_again() { refill.value("token") } else { token };
    let looked = refill.value("looked");
    let is_told = !refill.value("told").is_empty();
    // The desk is at a team: one choice needs no choosing.
    let mut options: Vec<(String, String)> = Vec::new();
    if units.len() > 1 {
        options.push((String::new(), words.t("choose")));
    }
    let last_unit = repeats.as_ref().map(|case| case.unit).or(last_unit);
    let last_unit = last_unit.filter(|last| units.iter().any(|unit| unit.id == *last));
    let category = repeats.as_ref().map(|case| case.category.name());
    let contact = repeats.as_ref().and_then(|case| case.contact.clone());
    let has_contact = contact.is_some();
    let (name, phone, email) =
        contact.map(|known| (known.name, known.phone, known.email)).unwrap_or_default();
    options.extend(units.iter().map(|unit| (unit.id.to_string(), unit.indented())));
    let lang = match words.0 {
        Lang::En => "en",
        Lang::Nb => "nb",
    };
    view! {
        <Title text=format!("{} · Trivsel", words.t("case-new-title"))/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow">{words.t("case-new-eyebrow")}</p>
            <h1>{words.t("case-new-title")}</h1>
            {repeats.as_ref().map(|case| {
                let known = [("reference", case.reference.clone().into())];
                view! { <p class="notice">{words.tv("case-new-repeats", &known)}</p> }
            })}
            <ErrorSummary/>
            <LongForm action="/complaints/new">
                <input type="hidden" name="token" value=token/>
                {repeats.map(|case| view! { <input type="hidden" name="repeat_of" value=case.reference/> })}
                <TextArea field=FieldName::What label=words.t("field-what") hint=words.t("case-new-what-hint") longest=LONGEST_WHAT required=true autofocus=true/>
                <Choices field=FieldName::Category label=words.t("field-category") options=categories value=category.unwrap_or_default() big=true required=true/>
                <Choices field=FieldName::Channel label=words.t("field-channel") options=channels value="in_person"/>
                <div class="field">
                    <label class="choice">
                        <input type="checkbox" name="told" value="yes" checked=is_told/> " " {words.t("case-new-told")}
                    </label>
                    <p class="hint">{words.t("case-new-told-hint")}</p>
                </div>
                <SelectField field=FieldName::Unit label=words.t("field-unit") options value=last_unit.map(|unit| unit.to_string()).unwrap_or_default()/>
                <Choices field=FieldName::VoiceKind label=words.t("field-voice-kind") options=kinds value="complaint"/>
                <AboutWhom/>
                <input type="hidden" name="looked" value=looked/>
                <details class="more" open=is_more_bad>
                    <summary>{words.t("case-new-more")}</summary>
                    <TextArea field=FieldName::PutRight label=words.t("field-put-right") longest=LONGEST_PUT_RIGHT/>
                    <Field field=FieldName::HappenedOn label=words.t("case-new-when") kind="date"/>
                    <Choices field=FieldName::Severity label=words.t("field-severity") options=severities value="normal"/>
                </details>
                <details class="more" open=is_contact_bad || has_contact>
                    <summary>{words.t("case-new-contact")}</summary>
                    <p class="hint">{words.t("case-new-contact-text")}</p>
                    <Field field=FieldName::CustomerName label=words.t("field-customer-name") value=name autocomplete="off"/>
                    <Field field=FieldName::Phone label=words.t("field-phone") value=phone kind="tel" autocomplete="off"/>
                    <Field field=FieldName::Email label=words.t("field-email") value=email kind="email" autocomplete="off"/>
                    <Choices field=FieldName::CaseLang label=words.t("field-case-lang") options=langs value=lang/>
                    <Field field=FieldName::DeleteOn label=words.t("field-delete-on") kind="date" hint=words.t("case-new-delete-hint")/>
                </details>
                <div class="row">
                    <button class="btn">{words.t("case-new-submit")}</button>
                    <button class="btn quiet" name="then" value="files">{words.t("case-new-submit-files")}</button>
                    <a class="btn quiet" href="/complaints">{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}
