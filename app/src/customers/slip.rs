//! What opens a case, as it is shown, printed and taken along.

use domain::{
    Field as FieldName, Lang,
    customers::card::{CaseSlip, MaySlip, SlipPage},
    format,
    text::{t, tv},
};
use leptos::prelude::*;

use crate::{
    parts::{ErrorSummary, PageTitle},
    request::Words,
};

/// Where a slip is used, as it stands on paper.
fn page_of(public_url: &str) -> String {
    format!("{public_url}/case")
}

/// Organisation, unit and day.
fn about(lang: Lang, slip: &CaseSlip) -> String {
    let day = format::long_date(lang, slip.received_on);
    // A small business is one unit of its own name.
    match slip.unit == slip.organisation {
        true => format!("{} · {day}", slip.unit),
        false => format!("{}, {} · {day}", slip.organisation, slip.unit),
    }
}

/// The slip, in the customer's language.
#[component]
pub(super) fn CaseSlipCard(slip: CaseSlip, lang: Lang, public_url: String) -> impl IntoView {
    let about = about(lang, &slip);
    view! {
        <section class="card case-slip" aria-labelledby="slip-title" lang=lang.tag()>
            <h2 id="slip-title">{t(lang, "receipt-slip")}</h2>
            <p class="small">{about}</p>
            <p>{t(lang, "receipt-slip-text")}</p>
            <dl class="letters">
                <dt>{t(lang, "cases-reference")}</dt>
                <dd>{slip.reference}</dd>
                <dt>{t(lang, "field-secret")}</dt>
                <dd>{slip.secret}</dd>
            </dl>
            <p>{t(lang, "receipt-where")} " " <strong class="address">{page_of(&public_url)}</strong></p>
            <p class="small muted">{t(lang, "receipt-lost")}</p>
        </section>
    }
}

/// The slip as a text, with the line ends that every program knows.
pub fn text(lang: Lang, slip: &CaseSlip, public_url: &str) -> String {
    let line = |id: &str, value: &str| format!("{}: {value}", t(lang, id));
    [
        about(lang, slip),
        String::new(),
        line("cases-reference", &slip.reference),
        line("field-secret", &slip.secret),
        String::new(),
        format!("{} {}", t(lang, "receipt-where"), page_of(public_url)),
        t(lang, "receipt-lost"),
        String::new(),
    ]
    .join("\r\n")
}

/// The desk asks for a slip.
#[component]
pub fn SlipPageView(page: SlipPage) -> impl IntoView {
    let words = Words::find();
    let back = format!("/complaints/{}", page.reference);
    let known: Vec<String> = page.contact.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let (note, sure) = match page.may {
        MaySlip::First => (None, Some("slip-sure")),
        MaySlip::Again => (Some("slip-again"), Some("slip-sure-checked")),
        MaySlip::Anonymous => (Some("slip-anonymous"), None),
        MaySlip::Erased => (Some("slip-erased"), None),
    };
    let form = sure.map(|sure| {
        let check = (!known.is_empty()).then(|| {
            let known = known.join(" · ");
            view! { <p>{tv(words.0, "slip-check", &[("contact", known.into())])}</p> }
        });
        view! {
            <form class="card stack" method="post" novalidate action=format!("{back}/slip")>
                {check}
                <label class="choice"><input type="checkbox" id=FieldName::Sure.name() name="sure" value="yes"/> " " {words.t(sure)}</label>
                <div class="row">
                    <button class="btn">{words.t("slip-give")}</button>
                    <a class="btn quiet" href=back.clone()>{words.t("files-back")}</a>
                </div>
            </form>
        }
    });
    let only_back = sure
        .is_none()
        .then(|| view! { <p><a class="btn quiet" href=back.clone()>{words.t("files-back")}</a></p> });
    view! {
        <PageTitle text=words.t("slip-title")/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow num"><a href=back.clone()>{page.reference}</a></p>
            <h1>{words.t("slip-title")}</h1>
            <p class="lead">{words.t("slip-lead")}</p>
            <ErrorSummary/>
            {(!page.what.is_empty()).then(|| view! { <blockquote class="said">{page.what}</blockquote> })}
            {note.map(|note| view! { <p class="notice">{words.t(note)}</p> })}
            {form}
            {only_back}
        </main>
    }
}

/// The slip that was made, shown once.
#[component]
pub fn SlipGivenView(
    slip: CaseSlip,
    /// The customer's language; none where it is not known.
    lang: Option<Lang>,
    public_url: String,
) -> impl IntoView {
    let words = Words::find();
    let back = format!("/complaints/{}", slip.reference);
    view! {
        <PageTitle text=words.t("slip-given-title")/>
        <main class="wrap narrow" id="main">
            <div class="screen">
                <h1>{words.t("slip-given-title")}</h1>
                <p class="lead">{words.t("slip-given-lead")}</p>
            </div>
            <CaseSlipCard slip lang=lang.unwrap_or(words.0) public_url/>
            <p class="row screen"><a class="btn" href=back>{words.t("files-back")}</a></p>
        </main>
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn the_slip_in_a_file_had_neither_address_nor_day_nor_sender() {
        let slip = CaseSlip {
            reference: "K-7QMRX2D".into(),
            secret: "2345-ABCD-EFGH-2345".into(),
            organisation: "Fjordkjeden".into(),
            unit: "Bryn".into(),
            received_on: NaiveDate::from_ymd_opt(2026, 12, 3).unwrap(),
        };
        let text = text(Lang::En, &slip, "https://trivsel.example");
        for part in
            ["Fjordkjeden, Bryn", "3 December 2026", "K-7QMRX2D", "2345-ABCD", "https://trivsel.example/case"]
        {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(text.lines().all(|line| !line.contains('\r')) && text.ends_with("\r\n"));
    }
}
