//! The organisation's settings, and whether mail arrives.

use domain::{
    Field as FieldName, Lang, format,
    organisation::settings::{Removed, SettingsPage},
};
use leptos::prelude::*;

use crate::{
    parts::{Changes, Choices, Done, ErrorSummary, Field, LongForm, PageTitle, SelectField},
    request::{Here, Words},
};

#[component]
pub fn Page(page: SettingsPage) -> impl IntoView {
    let words = Words::find();
    let zones = page.zones.iter().map(|zone| (zone.clone(), zone.replace('_', " "))).collect();
    let mut langs = vec![("", words.t("settings-both"))];
    langs.extend(Lang::ALL.map(|lang| (lang.tag(), lang.own_name().to_owned())));
    let lang = page.letters_lang.map_or("", Lang::tag);
    // What went wrong with the test letter is no error of the form.
    let failed =
        Here::find().flash.filter(|id| id.starts_with("settings-failed-") && domain::text::has(words.0, id));
    let failed = failed.map(|id| view! { <p class="notice concern" role="alert">{words.t(&id)}</p> });
    let mail = match (page.has_mail, page.own_address) {
        (false, _) => view! { <p>{words.t("settings-no-mail")}</p> }.into_any(),
        (true, None) => view! { <p>{words.t("settings-failed-no-address")}</p> }.into_any(),
        (true, Some(address)) => view! {
            <p>{words.tv("settings-mail-text", &[("address", address.into())])}</p>
            <form method="post" novalidate action="/settings">
                <button class="btn quiet" name="act" value="test">{words.t("settings-mail-test")}</button>
            </form>
        }
        .into_any(),
    };
    view! {
        <PageTitle text=words.t("nav-settings")/>
        <main class="wrap narrow" id="main">
            <h1>{words.t("nav-settings")}</h1>
            <p class="lead">{words.t("settings-lead")}</p>
            <Done family="settings-done-"/>
            {failed}
            <ErrorSummary/>
            <div class="stack">
            <LongForm action="/settings">
                <Field field=FieldName::Name label=words.t("settings-name") value=page.name required=true/>
                <SelectField field=FieldName::Timezone label=words.t("field-timezone") options=zones value=page.timezone/>
                <p class="hint">{words.t("settings-timezone-hint")}</p>
                <Choices field=FieldName::LettersLang label=words.t("field-letters-lang") options=langs value=lang/>
                <fieldset class="settings-cases">
                    <legend>{words.t("settings-turn")}</legend>
                    <p class="hint">{words.t("settings-turn-hint")}</p>
                    <Field field=FieldName::TurnNb label=words.t("field-turn-nb") value=page.turn_to.nb/>
                    <Field field=FieldName::TurnEn label=words.t("field-turn-en") value=page.turn_to.en/>
                    <Field field=FieldName::TurnAddress label=words.t("field-turn-address") value=page.turn_to.address/>
                </fieldset>
                <fieldset class="settings-cases">
                    <legend>{words.t("settings-retention")}</legend>
                    <p class="hint">{words.t("settings-retention-hint")}</p>
                    <Field field=FieldName::KeepMonths label=words.t("field-keep-months") inputmode="numeric"
                        value=page.retention.months.to_string() hint=words.t("settings-months-hint")/>
                    <Field field=FieldName::DraftDays label=words.t("field-draft-days") inputmode="numeric"
                        value=page.retention.draft_days.to_string() hint=words.t("settings-days-hint")/>
                </fieldset>
                <div class="row"><button class="btn">{words.t("settings-save")}</button></div>
            </LongForm>
            <section class="card">
                <h2>{words.t("settings-mail")}</h2>
                {mail}
            </section>
            <Removals removed=page.removed/>
            <Changes changes=page.changes/>
            </div>
            <p class="small muted">{words.t("settings-logged")}</p>
        </main>
    }
}

/// What was deleted after the terms above.
#[component]
fn Removals(removed: Vec<Removed>) -> impl IntoView {
    let words = Words::find();
    let lines: Vec<_> = removed
        .into_iter()
        .map(|row| {
            let said = words.tv(
                "settings-removed-line",
                &[
                    ("cases", row.cases.into()),
                    ("texts", row.texts.into()),
                    ("contacts", row.contacts.into()),
                    ("drafts", row.drafts.into()),
                ],
            );
            view! { <li class="done">{said}<small>{format::moment(words.0, &row.at)}</small></li> }
        })
        .collect();
    view! {
        <section class="card">
            <h2>{words.t("settings-removed")}</h2>
            {if lines.is_empty() {
                view! { <p class="muted">{words.t("settings-removed-nothing")}</p> }.into_any()
            } else {
                view! { <ol class="timeline">{lines}</ol> }.into_any()
            }}
        </section>
    }
}
