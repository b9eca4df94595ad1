//! Four faces on a screen, and what came of them.

use domain::{
    customers::{
        face::{FACE_SECONDS, Face, FaceShare, FaceThanks, FacesPage, FacesReport},
        words::Category,
    },
    format,
};
use leptos::prelude::*;
use leptos_meta::Meta;

use super::{public::here_in, tabs::CasesTabs};
use crate::{
    parts::{ErrorSummary, PageTitle, UnitPath},
    request::Words,
};

/// Seconds for which reasons stand on the screen when nobody touches one.
const REASON_SECONDS: i64 = 20;

/// A face, drawn: its mouth says which.
fn drawn(face: Face) -> impl IntoView {
    let mouth = match face {
        Face::VeryGood => "M28 58 Q50 88 72 58 Z",
        Face::Good => "M30 62 Q50 78 70 62",
        Face::Bad => "M30 72 Q50 58 70 72",
        Face::VeryBad => "M28 78 Q50 50 72 78 Z",
    };
    view! {
        <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
            <circle cx="50" cy="50" r="45"></circle>
            <path class="eye" d="M35 36v8M65 36v8"></path>
            <path class="mouth" d=mouth></path>
        </svg>
    }
}

fn place(page: &FacesPage) -> String {
    let parts = [page.unit.as_str(), page.place.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[component]
pub fn FacesView(page: FacesPage) -> impl IntoView {
    let words = Words::find();
    let faces: Vec<_> = Face::ALL
        .iter()
        .map(|face| {
            view! {
                <button class="face" data-face=face.name() name="face" value=face.name()>
                    {drawn(*face)} <span>{words.t(face.text_id())}</span>
                </button>
            }
        })
        .collect();
    view! {
        <PageTitle text=words.t("faces-question")/>
        <main class="faces" id="main">
            <p class="eyebrow">{place(&page)}</p>
            <h1>{words.t("faces-question")}</h1>
            <ErrorSummary/>
            <form method="post" novalidate action=here_in(&format!("/smileys/{}", page.code))>
                <div class="face-row">{faces}</div>
            </form>
            <p class="small muted">{words.t("faces-promise")}</p>
        </main>
    }
}

#[component]
pub fn FaceThanksView(thanks: FaceThanks) -> impl IntoView {
    let words = Words::find();
    let here = here_in(&format!("/smileys/{}", thanks.page.code));
    let token = thanks.token.filter(|_| !thanks.face.is_happy());
    let seconds = if token.is_some() { REASON_SECONDS } else { FACE_SECONDS };
    let reasons = token.map(|token| {
        let reasons: Vec<_> = Category::ALL
            .iter()
            .map(|category| view! { <button class="btn quiet" name="why" value=category.name()>{words.t(category.text_id())}</button> })
            .collect();
        view! {
            <form method="post" novalidate action=here.clone()>
                <input type="hidden" name="face" value=thanks.face.name()/>
                <input type="hidden" name="token" value=token/>
                <fieldset class="reasons">
                    <legend>{words.t("faces-why")}</legend>
                    {reasons}
                </fieldset>
            </form>
        }
    });
    view! {
        <PageTitle text=words.t("faces-thanks")/>
        <Meta http_equiv="refresh" content=format!("{seconds}; url={here}")/>
        <main class="faces" id="main">
            <p class="eyebrow">{place(&thanks.page)}</p>
            <div class="thanked" data-face=thanks.face.name()>{drawn(thanks.face)}</div>
            <h1>{words.t("faces-thanks")}</h1>
            {reasons}
            <p><a class="btn" href=here>{words.t("faces-done")}</a></p>
        </main>
    }
}

#[component]
pub fn FacesReportView(report: FacesReport) -> impl IntoView {
    let words = Words::find();
    let days = words.tv(
        "quality-days",
        &[
            ("from", format::short_date(words.0, report.from).into()),
            ("to", format::short_date(words.0, report.to).into()),
        ],
    );
    let faces: Vec<_> = Face::ALL
        .iter()
        .map(|face| view! { <th scope="col" class="num">{words.t(face.text_id())}</th> })
        .collect();
    let row = |name: String, share: &FaceShare| {
        let counts: Vec<_> = share
            .counts
            .iter()
            .map(|n| view! { <td class="num">{format::number(words.0, *n as f64, 0)}</td> })
            .collect();
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="num">{happy(words, share)}</td>
                <td class="num">{format::number(words.0, share.total() as f64, 0)}</td>
                {counts}
            </tr>
        }
    };
    let screens: Vec<_> = report.screens.iter().map(|share| row(share.name.clone(), share)).collect();
    let is_empty = report.screens.is_empty();
    let reasons: Vec<_> = report
        .reasons
        .iter()
        .map(|(category, n)| view! { <div class="kv"><dt>{words.t(category.text_id())}</dt><dd>{format::number(words.0, *n as f64, 0)}</dd></div> })
        .collect();
    view! {
        <PageTitle text=words.t("faces-title")/>
        <main class="wrap" id="main">
            <UnitPath place=report.place.clone() page="/complaints/faces"/>
            <CasesTabs/>
            <p class="eyebrow">{report.place.unit.name.clone()} " · " {days}</p>
            <h1>{words.t("faces-title")}</h1>
            <p class="lead">{words.t("faces-lead")}</p>
            {if is_empty {
                view! { <div class="empty"><h2>{words.t("faces-none")}</h2><p>{words.t("faces-none-text")}</p></div> }.into_any()
            } else {
                view! {
                    <section class="card flush scroll" tabindex="0" role="region" aria-label=words.t("faces-title")>
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{words.t("faces-screen")}</th>
                                    <th scope="col" class="num">{words.t("faces-happy")}</th>
                                    <th scope="col" class="num">{words.t("faces-answers")}</th>
                                    {faces}
                                </tr>
                            </thead>
                            <tbody>{row(words.t("faces-all"), &report.all)} {screens}</tbody>
                        </table>
                    </section>
                    {(!reasons.is_empty()).then(|| view! {
                        <section class="card"><h2>{words.t("faces-reasons")}</h2><dl class="facts">{reasons}</dl></section>
                    })}
                }.into_any()
            }}
        </main>
    }
}

/// The share of those that smile with its interval, or that there are too few.
fn happy(words: Words, share: &FaceShare) -> String {
    let percent = |share: f64| format::number(words.0, 100.0 * share, 0);
    match share.happy {
        Some((share, lower, upper)) => words.tv(
            "faces-share",
            &[
                ("share", percent(share).into()),
                ("lower", percent(lower).into()),
                ("upper", percent(upper).into()),
            ],
        ),
        None => words.t("faces-too-few"),
    }
}
