//! The organisation's settings, and whether mail arrives.

use domain::{Field as FieldName, Lang, organisation::settings::SettingsPage};
use leptos::prelude::*;

use crate::{
    parts::{Choices, Done, ErrorSummary, Field, LongForm, PageTitle, SelectField},
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
                <div class="row"><button class="btn">{words.t("settings-save")}</button></div>
            </LongForm>
            <section class="card">
                <h2>{words.t("settings-mail")}</h2>
                {mail}
            </section>
            </div>
            <p class="small muted">{words.t("settings-logged")}</p>
        </main>
    }
}
