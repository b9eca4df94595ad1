//! The comment card, the complaint form, and the receipt.

use domain::{
    Field as FieldName, Problem,
    customers::{
        card::{CardPage, CardSource, Receipt},
        complaint::{LONGEST_PUT_RIGHT, LONGEST_WHAT},
        words::{Category, Kind},
    },
    format,
};
use leptos::prelude::*;

use super::{files::BringForm, public::here_in, slip::CaseSlipCard};
use crate::{
    parts::{Choices, ErrorSummary, Field, LongForm, PageTitle, SelectField, TextArea},
    request::{Refill, Words},
};

/// A field that people do not see; whoever fills it in is none.
#[component]
pub(super) fn LeaveEmpty() -> impl IntoView {
    let words = Words::find();
    view! {
        <div class="leave" aria-hidden="true">
            <label for="homepage">{words.t("card-leave-empty")}</label>
            <input id="homepage" name="homepage" type="text" value="" tabindex="-1" autocomplete="off"/>
        </div>
    }
}

/// Where a form is sent.
fn action(page: &CardPage) -> String {
    let first = match page.source {
        CardSource::Card => "card",
        CardSource::Form => "complain",
    };
    match &page.code {
        Some(code) => here_in(&format!("/{first}/{code}")),
        None => here_in(&format!("/{first}")),
    }
}

#[component]
pub fn CardView(page: CardPage) -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let is_card = page.source == CardSource::Card;
    let is_full = refill.problem() == Some(&Problem::TooManyCards);
    let phone = (!page.phone.is_empty()).then(|| {
        let text = words.tv("card-phone", &[("phone", page.phone.as_str().into())]);
        let class = if is_full { "notice" } else { "small" };
        view! { <p class=class>{text}</p> }
    });
    let (phone_above, phone_below) = if is_full { (phone, None) } else { (None, phone) };
    let place = [page.unit.as_deref(), Some(page.place.as_str())];
    let place: Vec<&str> = place.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    // Praise first: it is asked for as much as a complaint.
    let kinds = [Kind::Compliment, Kind::Complaint, Kind::Comment];
    let kinds = kinds.iter().map(|kind| (kind.name(), words.t(kind.text_id()))).collect();
    let is_bad = |fields: &[FieldName]| fields.iter().any(|field| refill.why(*field).is_some());
    let is_contact_bad = is_bad(&[FieldName::CustomerName, FieldName::Phone, FieldName::Email]);
    let is_filled = |names: &[&str]| names.iter().any(|name| !refill.value(name).is_empty());
    let is_contact_open = is_contact_bad || is_filled(&["customer_name", "phone", "email"]);
    let is_whom_open = is_bad(&[FieldName::AboutWhom]) || is_filled(&["about_whom", "about_manager"]);
    let is_manager = !refill.value("about_manager").is_empty();
    let is_more_open = is_bad(&[FieldName::Category, FieldName::HappenedOn, FieldName::PutRight])
        || is_filled(&["category", "put_right"]);
    let mut categories = vec![(String::new(), words.t("card-category-none"))];
    categories.extend(Category::ALL.iter().map(|c| (c.name().to_owned(), words.t(c.text_id()))));
    let mut units = vec![(String::new(), words.t("choose"))];
    units.extend(page.units.iter().map(|(id, name)| (id.to_string(), name.clone())));
    let asks_unit = page.unit.is_none();
    let nobody = asks_unit && page.units.is_empty();
    let (title, lead) = match is_card {
        true => ("card-title", "card-lead"),
        false => ("complain-title", "complain-lead"),
    };
    let today = page.today.to_string();
    view! {
        <PageTitle text=words.t(title)/>
        <main class="wrap narrow public" id="main">
            {(!place.is_empty()).then(|| view! { <p class="eyebrow">{place.join(" · ")}</p> })}
            <h1>{words.t(title)}</h1>
            <p class="lead">{words.t(lead)}</p>
            <ErrorSummary/>
            {phone_above}
            {if nobody {
                view! { <div class="notice"><p>{words.t("complain-nowhere")}</p></div> }.into_any()
            } else {
                view! {
                    <LongForm action=action(&page) autocomplete="off">
                        <input type="hidden" name="token" value=page.token.clone()/>
                        <LeaveEmpty/>
                        {is_card.then(|| view! {
                            <Choices field=FieldName::VoiceKind label=words.t("card-kind") options=kinds big=true required=true/>
                        })}
                        {asks_unit.then(|| view! {
                            <SelectField field=FieldName::Unit label=words.t("complain-where") options=units/>
                        })}
                        <TextArea field=FieldName::What label=words.t(if is_card { "card-what" } else { "field-what" })
                            hint=words.t("card-what-hint") longest=LONGEST_WHAT required=true/>
                        {(!is_card).then(|| view! {
                            <TextArea field=FieldName::PutRight label=words.t("complain-put-right") longest=LONGEST_PUT_RIGHT/>
                            <Field field=FieldName::HappenedOn label=words.t("case-new-when") kind="date" max=today/>
                        })}
                        <details class="more" open=is_contact_open>
                            <summary>{words.t("card-contact")}</summary>
                            <p class="hint">{words.t("card-contact-hint")}</p>
                            <Field field=FieldName::CustomerName label=words.t("card-name") autocomplete="name"/>
                            <Field field=FieldName::Phone label=words.t("field-phone") kind="tel" autocomplete="tel"/>
                            <Field field=FieldName::Email label=words.t("field-email") kind="email" autocomplete="email"/>
                        </details>
                        <details class="more" open=is_whom_open>
                            <summary>{words.t("card-about")}</summary>
                            <p class="hint">{words.t("card-about-hint")}</p>
                            <Field field=FieldName::AboutWhom label=words.t("card-about-who") autocomplete="off"/>
                            <div class="field">
                                <label class="choice">
                                    <input type="checkbox" name="about_manager" value="yes" checked=is_manager/> " " {words.t("card-about-manager")}
                                </label>
                            </div>
                        </details>
                        <details class="more" open=is_more_open>
                            <summary>{words.t("card-more")}</summary>
                            <SelectField field=FieldName::Category label=words.t("card-category") options=categories/>
                        </details>
                        {(!is_card).then(|| view! { <p class="hint">{words.t("complain-files")}</p> })}
                        <button class="btn wide">{words.t("card-send")}</button>
                    </LongForm>
                }.into_any()
            }}
            <p class="small muted after">{words.t("card-after")} " " <a href=here_in("/voice")>{words.t("voice-title")}</a></p>
            {phone_below}
        </main>
    }
}

#[component]
pub fn ReceiptView(receipt: Receipt, public_url: String) -> impl IntoView {
    let words = Words::find();
    let day = |day: chrono::NaiveDate| format::long_date(words.0, day);
    let Receipt { slip, kind, .. } = receipt;
    let promise = match (receipt.acknowledged_by, receipt.answered_by) {
        (Some(acknowledged), Some(answered)) => words.tv(
            "receipt-promise",
            &[("acknowledged", day(acknowledged).into()), ("answered", day(answered).into())],
        ),
        _ if kind == Kind::Complaint => words.t("receipt-no-promise"),
        _ => words.tv("receipt-read", &[("unit", slip.unit.as_str().into())]),
    };
    let title = match kind {
        Kind::Complaint => "receipt-card-title",
        Kind::Compliment | Kind::Comment => "receipt-card-thanks",
    };
    let (reference, secret, unit) = (slip.reference.clone(), slip.secret.clone(), slip.unit.clone());
    let file = (kind == Kind::Complaint).then(|| {
        view! {
            <details class="more after">
                <summary>{words.t("follow-file")}</summary>
                <BringForm reference=reference.clone() secret=secret.clone()/>
            </details>
        }
    });
    let hidden = move || {
        view! {
            <input type="hidden" name="reference" value=reference.clone()/>
            <input type="hidden" name="secret" value=secret.clone()/>
        }
    };
    view! {
        <PageTitle text=words.t(title)/>
        <main class="wrap narrow public" id="main">
            <p class="eyebrow">{unit}</p>
            <h1>{words.t(title)}</h1>
            <p class="lead">{promise}</p>
            <CaseSlipCard slip lang=words.0 public_url/>
            <div class="row acts">
                <a class="btn" href=here_in("/case")>{words.t("receipt-kept")}</a>
                <form method="post" novalidate action=here_in("/case")>
                    {hidden()}
                    <button class="btn quiet" name="act" value="slip">{words.t("receipt-file")}</button>
                </form>
                <form method="post" novalidate action=here_in("/case")>
                    {hidden()}
                    <button class="btn quiet" name="act" value="look">{words.t("receipt-look")}</button>
                </form>
            </div>
            {file}
            <p class="small muted after">{words.t("receipt-print")}</p>
        </main>
    }
}
