//! What surveys say of a unit: no score without how many answered and its interval.

use domain::{
    customers::{
        member::{BACK_DAYS, FEWEST_MEMBERS, Returns},
        quality::Share,
        survey::{
            FEWEST_ANSWERS, FEWEST_FOR_SCORE, Recovery, SurveyKind, SurveyMonth, SurveyReport, SurveyScore,
        },
    },
    format,
    period::{Period, Resolution},
};
use leptos::prelude::*;

use super::tabs::CasesTabs;
use crate::{
    parts::{PageTitle, UnitPath},
    request::Words,
};

#[component]
pub fn SurveyReportView(report: SurveyReport) -> impl IntoView {
    let words = Words::find();
    let days = words.tv(
        "quality-days",
        &[
            ("from", format::short_date(words.0, report.from).into()),
            ("to", format::short_date(words.0, report.to).into()),
        ],
    );
    let is_empty = report.scores.is_empty();
    let groups: Vec<_> = SurveyKind::ALL
        .iter()
        .filter_map(|kind| {
            let scores: Vec<_> = report.scores.iter().filter(|score| score.kind == *kind).collect();
            let rows: Vec<_> = scores.iter().map(|score| view! { <Score score=**score/> }).collect();
            (!rows.is_empty()).then(|| {
                view! {
                    <section class="card">
                        <h2>{words.t(kind.text_id())}</h2>
                        <p class="small muted">{words.t(&format!("surveys-about-{}", kind.name()))}</p>
                        <div class="scroll" tabindex="0" role="region" aria-label=words.t(kind.text_id())><table class="data">
                            <caption class="sr">{words.t(kind.text_id())}</caption>
                            <thead>
                                <tr>
                                    <th scope="col">{words.t("surveys-question")}</th>
                                    <th scope="col" class="num">{words.t("surveys-score")}</th>
                                    <th scope="col" class="num">{words.t("surveys-mean")}</th>
                                    <th scope="col" class="num">{words.t("surveys-answers")}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table></div>
                    </section>
                }
            })
        })
        .collect();
    let returns =
        (!report.returns.months.is_empty()).then(|| view! { <Returned returns=report.returns.clone()/> });
    let months: Vec<_> = report.months.iter().map(|month| view! { <Month month=*month/> }).collect();
    view! {
        <PageTitle text=words.t("surveys-title")/>
        <main class="wrap" id="main">
            <UnitPath place=report.place.clone() page="/complaints/surveys"/>
            <CasesTabs/>
            <p class="eyebrow">{report.place.unit.name.clone()} " · " {days}</p>
            <h1>{words.t("surveys-title")}</h1>
            <p class="lead">{words.t("surveys-lead")}</p>
            {if is_empty {
                view! { <div class="empty"><h2>{words.t("surveys-none")}</h2><p>{words.t("surveys-none-text")}</p></div> {returns} }.into_any()
            } else {
                view! {
                    <div class="stack survey-scores">
                        {groups}
                        <section class="card">
                            <h2>{words.t("surveys-recovery")}</h2>
                            <p>{recovery(words, report.recovery)}</p>
                            <p class="small muted">{words.t("surveys-recovery-text")}</p>
                        </section>
                        {(!months.is_empty()).then(|| view! {
                            <section class="card">
                                <h2>{words.t("surveys-months")}</h2>
                                <div class="scroll" tabindex="0" role="region" aria-label=words.t("surveys-months")><table class="data">
                                    <caption class="sr">{words.t("surveys-months")}</caption>
                                    <thead>
                                        <tr>
                                            <th scope="col">{words.t("surveys-month")}</th>
                                            <th scope="col" class="num">{words.t(SurveyKind::Closed.text_id())}</th>
                                            <th scope="col" class="num">{words.t(SurveyKind::Visit.text_id())}</th>
                                            <th scope="col" class="num">{words.t(SurveyKind::Call.text_id())}</th>
                                        </tr>
                                    </thead>
                                    <tbody>{months}</tbody>
                                </table></div>
                            </section>
                        })}
                        {returns}
                    </div>
                }.into_any()
            }}
        </main>
    }
}

/// How many members came back, month by month.
#[component]
fn Returned(returns: Returns) -> impl IntoView {
    let words = Words::find();
    let rows: Vec<_> = returns
        .months
        .iter()
        .map(|row| {
            let month = Period::containing(row.month, Resolution::Month);
            let share = match row.share.interval {
                None => view! { <td class="num"><span class="muted">{words.t("returns-few")}</span></td> }.into_any(),
                Some(_) => {
                    let of = words.tv("returns-of", &[("n", row.share.of.into())]);
                    view! { <td class="num">{shown(words, row.share)} " " <small class="muted">{of}</small></td> }.into_any()
                }
            };
            view! { <tr><th scope="row">{format::period(words.0, month)}</th>{share}</tr> }
        })
        .collect();
    view! {
        <section class="card">
            <h2>{words.t("returns-title")}</h2>
            <p class="small muted">{words.tv("returns-text", &[("days", BACK_DAYS.into()), ("fewest", FEWEST_MEMBERS.into())])}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=words.t("returns-title")><table class="data">
                <caption class="sr">{words.t("returns-title")}</caption>
                <thead><tr><th scope="col">{words.t("surveys-month")}</th><th scope="col" class="num">{words.t("returns-share")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        </section>
    }
}

fn percent(words: Words, share: f64) -> String {
    format::number(words.0, 100.0 * share, 0)
}

/// A share with its interval and how many that is of.
fn shown(words: Words, share: Share) -> AnyView {
    match share.interval {
        Some((lower, upper)) => {
            #[expect(clippy::cast_precision_loss, reason = "counts of answers are far below 2^53")]
            let value = share.count as f64 / share.of as f64;
            let range = words.tv(
                "quality-range",
                &[("lower", percent(words, lower).into()), ("upper", percent(words, upper).into())],
            );
            view! { {format!("{} %", percent(words, value))} " " <small class="muted">{range}</small> }
                .into_any()
        }
        None => few(words, FEWEST_ANSWERS),
    }
}

fn few(words: Words, fewest: i64) -> AnyView {
    let text = words.tv("surveys-few", &[("fewest", fewest.into())]);
    view! { <small class="muted">{text}</small> }.into_any()
}

#[component]
fn Score(score: SurveyScore) -> impl IntoView {
    use domain::customers::survey::SurveyQuestion::Recommendation;
    let words = Words::find();
    let value = match score.score {
        Some((value, lower, upper)) => {
            let whole = |value: f64| format::number(words.0, value, 0);
            let range =
                words.tv("surveys-range", &[("lower", whole(lower).into()), ("upper", whole(upper).into())]);
            view! { {whole(value)} " " <small class="muted">{range}</small> }.into_any()
        }
        None if score.question == Recommendation => few(words, FEWEST_FOR_SCORE),
        None => shown(words, score.share),
    };
    let mean = score.mean.map(|(mean, interval)| {
        let tenth = |value: f64| format::number(words.0, value, 1);
        let range = match interval {
            Some((lower, upper)) => {
                words.tv("surveys-range", &[("lower", tenth(lower).into()), ("upper", tenth(upper).into())])
            }
            None => words.t("surveys-agree"),
        };
        view! { {tenth(mean)} " " <small class="muted">{range}</small> }
    });
    let what = words.t(&format!("surveys-counts-{}", score.question.name()));
    view! {
        <tr>
            <th scope="row">{words.t(score.question.text_id())} <br/> <small class="muted">{what}</small></th>
            <td class="num" data-label=words.t("surveys-score")>{value}</td>
            <td class="num" data-label=words.t("surveys-mean")>{mean.map_or_else(|| "–".into_any(), IntoAny::into_any)}</td>
            <td class="num" data-label=words.t("surveys-answers")>{format::number(words.0, score.n as f64, 0)}</td>
        </tr>
    }
}

#[component]
fn Month(month: SurveyMonth) -> impl IntoView {
    let words = Words::find();
    let cell = |kind: SurveyKind, share: Share| {
        let of = words.tv("surveys-of", &[("n", share.of.into())]);
        let value = if share.of == 0 {
            "–".into_any()
        } else {
            view! { {shown(words, share)} " " <small class="muted">{of}</small> }.into_any()
        };
        view! { <td class="num" data-label=words.t(kind.text_id())>{value}</td> }
    };
    view! {
        <tr>
            <th scope="row">{format::period(words.0, Period::containing(month.month, Resolution::Month))}</th>
            {cell(SurveyKind::Closed, month.closed)}
            {cell(SurveyKind::Visit, month.visits)}
            {cell(SurveyKind::Call, month.calls)}
        </tr>
    }
}

/// In a sentence how the satisfied of closed cases compare with those of visits.
fn recovery(words: Words, recovery: Recovery) -> String {
    let Some((difference, lower, upper)) = recovery.difference else {
        return words.tv(
            "surveys-recovery-few",
            &[
                ("closed", recovery.closed.into()),
                ("visits", recovery.visits.into()),
                ("fewest", FEWEST_FOR_SCORE.into()),
            ],
        );
    };
    let id = match () {
        () if lower > 0.0 => "surveys-recovery-more",
        () if upper < 0.0 => "surveys-recovery-fewer",
        () => "surveys-recovery-alike",
    };
    words.tv(
        id,
        &[
            ("points", percent(words, difference.abs()).into()),
            ("lower", percent(words, lower).into()),
            ("upper", percent(words, upper).into()),
            ("closed", recovery.closed.into()),
            ("visits", recovery.visits.into()),
        ],
    )
}
