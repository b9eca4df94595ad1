//! Form fields: label, hint, what was typed, and what to mend.

use domain::{Field as FieldName, Problem};
use leptos::prelude::*;

use crate::request::{LongForms, Refill, Words};

/// What has to be mended, at the top of a form, each line leading to its field.
#[component]
pub fn ErrorSummary() -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    // Said at the top of every page, whatever form is on it.
    let problem = refill.problem().filter(|problem| !problem.is_trouble())?.clone();
    let lines: Vec<_> = match &problem {
        Problem::Invalid(fields) => fields
            .iter()
            .map(|field| {
                let label = words.t(&format!("field-{}", field.field.name().replace('_', "-")));
                let mark = if label.ends_with('?') { "" } else { ":" };
                let text = format!("{label}{mark} {}", words.t(field.text_id()));
                view! { <li><a href=format!("#{}", field.field.name())>{text}</a></li> }
            })
            .collect(),
        _ => Vec::new(),
    };
    let text = lines.is_empty().then(|| view! { <p>{words.t(&format!("{}-text", problem.text_id()))}</p> });
    Some(view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2>{words.t(problem.text_id())}</h2>
            {text}
            {(!lines.is_empty()).then(|| view! { <ul>{lines}</ul> })}
        </div>
    })
}

/// That what was sent could not be stored just now, and is still on the page.
#[component]
pub fn Trouble() -> impl IntoView {
    let words = Words::find();
    let problem = Refill::find().problem().filter(|problem| problem.is_trouble())?.text_id();
    Some(view! {
        <div class="wrap trouble">
            <div class="error-summary" role="alert" tabindex="-1" autofocus>
                <h2>{words.t(problem)}</h2>
                <p>{words.t(&format!("{problem}-text"))}</p>
            </div>
        </div>
    })
}

/// A form with something to lose: what is filled in goes along when language or theme change, with or without
/// scripts, and with them stays on the device until it is sent (app/scripts/page.js).
#[component]
pub fn LongForm(
    /// Where it is sent: the address of its own page.
    #[prop(into)]
    action: String,
    /// How it looks.
    #[prop(optional)]
    class: &'static str,
    /// Whether the browser proposes what was typed before.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// The fields and their button.
    children: Children,
) -> impl IntoView {
    let id = LongForms::claim().then_some("form");
    let again = Refill::find().is_again().then_some("");
    view! {
        <form id=id class=(!class.is_empty()).then_some(class) method="post" novalidate action=action
            autocomplete=autocomplete data-again=again>
            {children()}
        </form>
    }
}

fn error_id(field: FieldName) -> String {
    format!("{}-error", field.name())
}

#[component]
fn FieldError(field: FieldName) -> impl IntoView {
    let why = Refill::find().why(field)?;
    Some(view! { <p class="error" id=error_id(field)>{Words::find().t(why)}</p> })
}

/// A one-line field.
#[component]
pub fn Field(
    /// Which field.
    field: FieldName,
    /// Label.
    label: String,
    /// Kind of input.
    #[prop(default = "text")]
    kind: &'static str,
    /// What stands in it on a fresh page.
    #[prop(optional, into)]
    value: String,
    /// Latest allowed value, for dates.
    #[prop(optional, into)]
    max: Option<String>,
    /// Help below the label; none when empty.
    #[prop(optional, into)]
    hint: String,
    /// What a password manager may put in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Which keys a phone shows.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Whether the browser asks for it too.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let refill = Refill::find();
    let is_bad = refill.why(field).is_some();
    let hint_id = format!("{}-hint", field.name());
    let has_hint = !hint.is_empty();
    let described = [is_bad.then(|| error_id(field)), has_hint.then(|| hint_id.clone())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let value = if refill.is_again() { refill.value(field.name()) } else { value };
    view! {
        <div class="field" class:bad=is_bad>
            <label for=field.name()>{label}</label>
            {has_hint.then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <FieldError field/>
            <input id=field.name() name=field.name() type=kind value=value max=max required=required
                autocomplete=autocomplete inputmode=inputmode aria-invalid=is_bad.then_some("true")
                aria-describedby=(!described.is_empty()).then_some(described)/>
        </div>
    }
}

/// A field of several lines.
#[component]
pub fn TextArea(
    /// Which field.
    field: FieldName,
    /// Label.
    label: String,
    /// Help below the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Longest text, in characters.
    longest: usize,
    /// What stands in it on a fresh page.
    #[prop(optional, into)]
    value: String,
    /// Whether the browser asks for it too.
    #[prop(optional)]
    required: bool,
    /// Whether a fresh page begins there.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let refill = Refill::find();
    let autofocus = autofocus && !refill.is_again();
    let is_bad = refill.why(field).is_some();
    let hint_id = format!("{}-hint", field.name());
    let described = [is_bad.then(|| error_id(field)), hint.as_ref().map(|_| hint_id.clone())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let value = if refill.is_again() { refill.value(field.name()) } else { value };
    view! {
        <div class="field" class:bad=is_bad>
            <label for=field.name()>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <FieldError field/>
            <textarea id=field.name() name=field.name() rows="3" maxlength=longest.to_string() required=required autofocus=autofocus
                aria-invalid=is_bad.then_some("true")
                aria-describedby=(!described.is_empty()).then_some(described)>
                {escape_text(&value)}
            </textarea>
        </div>
    }
}

/// Leptos renders what stands in a `<textarea>` as it is, markup and all: it is escaped here.
pub fn escape_text(text: &str) -> String {
    html_escape::encode_text(text).into_owned()
}

/// A drop-down list.
#[component]
pub fn SelectField(
    /// Which field.
    field: FieldName,
    /// Label.
    label: String,
    /// Values and what is shown for them.
    options: Vec<(String, String)>,
    /// Value on a fresh page.
    #[prop(optional, into)]
    value: String,
) -> impl IntoView {
    let refill = Refill::find();
    let is_bad = refill.why(field).is_some();
    let value = if refill.is_again() { refill.value(field.name()) } else { value };
    let options: Vec<_> = options
        .into_iter()
        .map(|(id, text)| {
            let is_chosen = id == value;
            view! { <option value=id selected=is_chosen>{text}</option> }
        })
        .collect();
    view! {
        <div class="field" class:bad=is_bad>
            <label for=field.name()>{label}</label>
            <FieldError field/>
            <select id=field.name() name=field.name()
                aria-invalid=is_bad.then_some("true") aria-describedby=is_bad.then(|| error_id(field))>
                {options}
            </select>
        </div>
    }
}

/// Radio buttons in the shape of pills.
#[component]
pub fn Choices(
    /// Which field.
    field: FieldName,
    /// Question.
    label: String,
    /// Values and what is shown for them.
    options: Vec<(&'static str, String)>,
    /// Value on a fresh page.
    #[prop(optional)]
    value: &'static str,
    /// Large pills, for the first thing a form asks.
    #[prop(optional)]
    big: bool,
    /// Whether the browser asks for it too.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let refill = Refill::find();
    let is_bad = refill.why(field).is_some();
    let value = if refill.is_again() { refill.value(field.name()) } else { value.to_owned() };
    let options: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(place, (id, text))| {
            let is_chosen = id == value;
            // The first one carries the field's id: the summary of errors leads there.
            let element_id = if place == 0 { field.name().to_owned() } else { format!("{}-{id}", field.name()) };
            view! {
                <label class="choice">
                    <input type="radio" id=element_id name=field.name() value=id checked=is_chosen required=required/>
                    " " {text}
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="choices" class:big=big class:bad=is_bad>
            <legend>{label}</legend>
            <FieldError field/>
            {options}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_end_its_textarea() {
        assert_eq!(escape_text("</textarea><script>&"), "&lt;/textarea&gt;&lt;script&gt;&amp;");
    }
}
