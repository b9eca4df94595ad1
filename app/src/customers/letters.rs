//! The wording of letters to customers.

use domain::{
    Field as FieldName, Lang,
    customers::{
        case::LONGEST_LETTER,
        wording::{Place, Template, WordingPage, WordingSource},
    },
};
use leptos::prelude::*;

use super::tabs::CasesTabs;
use crate::{
    parts::{Changes, Done, ErrorSummary, LongForm, PageTitle, UnitPath, escape_text},
    request::{Refill, Words},
};

#[component]
pub fn Page(page: WordingPage) -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let (unit, template, lang) = (page.place.unit.id, page.template, page.lang);
    let action = format!("/letters?unit={unit}&template={}&in={}", template.name(), lang.tag());
    let templates: Vec<_> = Template::ALL
        .iter()
        .map(|other| view! { <option value=other.name() selected=*other == template>{words.t(other.text_id())}</option> })
        .collect();
    let langs: Vec<_> = Lang::ALL
        .into_iter()
        .map(|other| view! { <option value=other.tag() selected=other == lang>{other.own_name()}</option> })
        .collect();
    let source = match &page.source {
        WordingSource::Own => words.t("wording-own"),
        WordingSource::Above(unit) => words.tv("wording-above", &[("unit", unit.as_str().into())]),
        WordingSource::BuiltIn => words.t("wording-built-in"),
    };
    let is_own = page.source == WordingSource::Own;
    let why = refill.why(FieldName::Letter);
    let text = if refill.is_again() { refill.value("letter") } else { page.text };
    let places: Vec<_> = Place::ALL
        .iter()
        .map(|place| view! { <div class="kv"><dt><code>{place.written()}</code></dt><dd>{words.t(place.text_id())}</dd></div> })
        .collect();
    let open = (!page.open.is_empty()).then(|| {
        view! { <p class="small">{words.tv("wording-open", &[("places", page.open.join(", ").into())])}</p> }
    });
    view! {
        <PageTitle text=words.t("nav-letters")/>
        <main class="wrap" id="main">
            <UnitPath place=page.place.clone() page="/letters" keep=vec![("template", template.name().to_owned()), ("in", lang.tag().to_owned())]/>
            <CasesTabs/>
            <p class="eyebrow">{page.place.unit.name.clone()} " · " {lang.own_name()}</p>
            <h1>{words.t(template.text_id())}</h1>
            <p class="lead">{words.t("wording-lead")}</p>
            <Done family="wording-done-"/>
            <ErrorSummary/>
            <form class="picker" method="get" action="/letters">
                <input type="hidden" name="unit" value=unit.to_string()/>
                <label for="template">{words.t("field-letter")}</label>
                <select id="template" name="template">{templates}</select>
                <label for="in">{words.t("wording-lang")}</label>
                <select id="in" name="in">{langs}</select>
                <button class="btn quiet">{words.t("show")}</button>
            </form>
            <p>{source}</p>
            <div class="grid2">
                <div class="stack">
                    <LongForm action=action.clone()>
                        <div class="field" class:bad=why.is_some()>
                            <label for="letter">{words.t("wording-text")}</label>
                            <p class="hint" id="letter-hint">{words.t("wording-text-hint")}</p>
                            {why.map(|why| view! { <p class="error" id="letter-error">{words.t(why)}</p> })}
                            <textarea id="letter" name="letter" class="letter" rows="18" maxlength=LONGEST_LETTER.to_string() lang=lang.tag()
                                aria-describedby="letter-hint" aria-invalid=why.is_some().then_some("true")>
                                {escape_text(&text)}
                            </textarea>
                        </div>
                        <div class="row">
                            <button class="btn" name="act" value="save">{words.t("wording-save")}</button>
                            <button class="btn quiet" name="act" value="look">{words.t("wording-look")}</button>
                        </div>
                    </LongForm>
                    {is_own.then(|| view! {
                        <form method="post" novalidate action=action>
                            <button class="btn quiet" name="act" value="reset">{words.t("wording-reset")}</button>
                        </form>
                    })}
                </div>
                <aside class="stack">
                    <section class="card" id="preview">
                        <h2>{words.t("wording-preview")}</h2>
                        <p class="what" lang=lang.tag()>{page.preview}</p>
                        {open}
                    </section>
                    <section class="card">
                        <h2>{words.t("wording-places")}</h2>
                        <dl class="facts">{places}</dl>
                    </section>
                    <Changes changes=page.changes say=said/>
                </aside>
            </div>
        </main>
    }
}

/// A change in the words of the log: `save update en`.
fn said(words: Words, detail: &str) -> String {
    let mut parts = detail.split(' ');
    let (act, kind) = (parts.next().unwrap_or_default(), parts.next().and_then(Template::from_name));
    match (act, kind, parts.next().and_then(Lang::from_tag)) {
        ("save" | "reset", Some(kind), Some(lang)) => {
            let values = [("kind", words.t(kind.text_id()).into()), ("lang", lang.own_name().into())];
            words.tv(if act == "save" { "letters-said-save" } else { "letters-said-reset" }, &values)
        }
        _ => detail.to_owned(),
    }
}
