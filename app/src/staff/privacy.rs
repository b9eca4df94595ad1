//! The rules of the release: which hold, which come, who changed them, what they hid, what they leave open.

use chrono::NaiveDate;
use domain::{
    Field as FieldName, Period, format,
    insight::figures::CellState,
    staff::privacy::{
        HistoryRow, Next, PrivacyPage, Proposal, RoundStates, Rule, RuleSet, RuleStep, States, UnitStates,
        Window,
    },
};
use leptos::prelude::*;

use crate::{
    parts::{Choices, Done, ErrorSummary, Field, PageTitle, ProofField, RoundsTabs, rule_step, rule_value},
    request::Words,
    staff::printing::{Carrying, Printing},
};

fn date(words: Words, day: NaiveDate) -> String {
    format::long_date(words.0, day)
}

#[component]
pub fn Rules(page: PrivacyPage) -> impl IntoView {
    let words = Words::find();
    let PrivacyPage { rules, since, next, proposal, history, may_change, is_waived, states } = page;
    let has_proposal = proposal.is_some();
    view! {
        <PageTitle text=words.t("privacy-title")/>
        <main class="wrap privacy" id="main">
            <RoundsTabs/>
            <h1>{words.t("privacy-title")}</h1>
            <p class="lead">{words.t("privacy-lead")}" "<a href="/stored">{words.t("privacy-to-stored")}</a></p>
            <Done family="rules-done"/>
            <ErrorSummary/>
            {next.map(|next| view! { <Coming next may_change/> })}
            {proposal.map(|proposal| view! { <Waiting proposal may_change/> })}
            <InForce rules since/>
            <Carrying is_waived/>
            <Printing/>
            {(may_change && !has_proposal).then(|| view! { <Change rules/> })}
            {states.map(|states| view! { <Fared states/> })}
            <Left rules/>
            <History history/>
        </main>
    }
}

#[component]
fn InForce(rules: RuleSet, since: Option<NaiveDate>) -> impl IntoView {
    let words = Words::find();
    let rows: Vec<_> = Rule::ALL
        .into_iter()
        .map(|rule| {
            let id = rule.text_id();
            let value = rules.value(rule);
            let meaning = match rule {
                Rule::Guard => words.t(&format!("guard-{value}-text")),
                _ => words.t(&format!("rule-{id}-text")),
            };
            view! {
                <tr>
                    <th scope="row">{words.t(&format!("rule-{id}"))}<small>{meaning}</small></th>
                    <td class="value num">{rule_value(words, rule, &value)}</td>
                </tr>
            }
        })
        .collect();
    let since = match since {
        Some(day) => words.tv("privacy-since", &[("date", date(words, day).into())]),
        None => words.t("privacy-since-start"),
    };
    view! {
        <section class="card" id="rules">
            <h2>{words.t("privacy-rules")}</h2>
            <p class="small muted">{since}</p>
            <table class="data rules">
                <thead class="sr"><tr><th scope="col">{words.t("privacy-rule")}</th><th scope="col">{words.t("privacy-value")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="small muted">{words.t("privacy-fixed")}</p>
        </section>
    }
}

fn steps(words: Words, steps: &[RuleStep]) -> impl IntoView + use<> {
    let lines: Vec<_> = steps.iter().map(|step| view! { <li>{rule_step(words, step)}</li> }).collect();
    view! { <ul>{lines}</ul> }
}

/// Rules that are decided and do not hold yet.
#[component]
fn Coming(next: Next, may_change: bool) -> impl IntoView {
    let words = Words::find();
    view! {
        <section class="notice concern" id="next">
            <h2>{words.tv("privacy-next", &[("date", date(words, next.from_on).into())])}</h2>
            {steps(words, &next.steps)}
            <p>{words.t("privacy-next-text")}</p>
            {may_change.then(|| view! {
                <form method="post" novalidate action="/privacy">
                    <button class="btn quiet" name="act" value="cancel">{words.t("privacy-cancel")}</button>
                </form>
            })}
        </section>
    }
}

/// A proposal that waits for a second administrator.
#[component]
fn Waiting(proposal: Proposal, may_change: bool) -> impl IntoView {
    let words = Words::find();
    let by =
        [("who", proposal.by.as_str().into()), ("at", domain::format::moment(words.0, &proposal.at).into())];
    let until = date(words, proposal.until);
    let from = date(words, proposal.from_on);
    let id = proposal.id.to_string();
    view! {
        <section class="card proposal" id="proposal">
            <h2>{words.t("privacy-proposal")}</h2>
            <p class="small muted">{words.tv("privacy-proposal-by", &by)}</p>
            {steps(words, &proposal.steps)}
            <p class="small">{words.tv("privacy-proposal-when", &[("from", from.into()), ("until", until.into())])}</p>
            {(may_change && proposal.is_own).then(|| view! { <p class="notice">{words.t("privacy-proposal-own")}</p> })}
            {(may_change && !proposal.is_own).then(|| view! {
                <form class="short" method="post" novalidate action="/privacy">
                    <input type="hidden" name="proposal" value=id.clone()/>
                    <ProofField/>
                    <button class="btn" name="act" value="confirm">{words.t("privacy-confirm")}</button>
                </form>
            })}
            {may_change.then(|| view! {
                <form method="post" novalidate action="/privacy">
                    <input type="hidden" name="proposal" value=id/>
                    <button class="btn quiet" name="act" value="withdraw">{words.t("privacy-withdraw")}</button>
                </form>
            })}
        </section>
    }
}

/// The form that changes the rules.
#[component]
fn Change(rules: RuleSet) -> impl IntoView {
    let words = Words::find();
    let number = |rule: Rule| {
        let id = rule.text_id();
        view! {
            <Field field=rule.field() label=words.t(&format!("field-{id}")) value=rules.value(rule)
                hint=words.t(&format!("rule-{id}-range")) inputmode="numeric" required=true/>
        }
    };
    let guards = ["mark", "hold"].map(|guard| (guard, words.t(&format!("guard-{guard}"))));
    view! {
        <section class="card" id="change">
            <h2>{words.t("privacy-change")}</h2>
            <p class="small">{words.t("privacy-change-text")}</p>
            <form class="change-rules" method="post" novalidate action="/privacy">
                <div class="numbers">
                    {number(Rule::K)}
                    {number(Rule::KComment)}
                    {number(Rule::Authors)}
                    {number(Rule::KDist)}
                    {number(Rule::EveryRoundFrom)}
                    {number(Rule::GraceHours)}
                </div>
                <Choices field=FieldName::Guard label=words.t("field-guard") options=guards.to_vec() value=rules.guard.name()/>
                <ProofField/>
                <button class="btn" name="act" value="change">{words.t("privacy-change-submit")}</button>
            </form>
        </section>
    }
}

fn state_word(words: Words, state: CellState) -> String {
    words.t(&format!("state-{}", state.name().replace('_', "-")))
}

/// What the rules showed and hid in the newest rounds.
#[component]
fn Fared(states: States) -> impl IntoView {
    let words = Words::find();
    let heads: Vec<_> = CellState::ALL
        .into_iter()
        .map(|state| view! { <th scope="col" class="num">{state_word(words, state)}<code>{state.name()}</code></th> })
        .collect();
    let meanings: Vec<_> = CellState::ALL
        .into_iter()
        .map(|state| {
            let text = words.t(&format!("state-{}-text", state.name().replace('_', "-")));
            view! { <div><dt>{state_word(words, state)}</dt><dd>{text}</dd></div> }
        })
        .collect();
    let rounds: Vec<_> = states.rounds.into_iter().map(|round| view! { <RoundRow round/> }).collect();
    let units: Vec<_> = states.units.into_iter().map(|unit| view! { <UnitRow unit/> }).collect();
    let quarter = Period::parse(&states.quarter).map(|quarter| format::period(words.0, quarter));
    let quarter = quarter.unwrap_or(states.quarter);
    view! {
        <section class="card" id="states">
            <h2>{words.t("privacy-states")}</h2>
            <p class="small muted">{words.t("privacy-states-text")}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=words.t("privacy-states")>
                <table class="data states">
                    <thead><tr><th scope="col">{words.t("privacy-round")}</th>{heads}</tr></thead>
                    <tbody>{rounds}</tbody>
                </table>
            </div>
            <details class="more">
                <summary>{words.t("privacy-states-meaning")}</summary>
                <dl class="meanings">{meanings}</dl>
            </details>
        </section>
        <section class="card" id="units">
            <h2>{words.t("privacy-units")}</h2>
            <p class="small muted">{words.tv("privacy-units-text", &[("quarter", quarter.into())])}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=words.t("privacy-units")>
                <table class="data units-states">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("field-unit")}</th>
                            <th scope="col">{words.t("privacy-window")}</th>
                            <th scope="col" class="num">{words.t("state-published")}</th>
                            <th scope="col">{words.t("privacy-hidden")}</th>
                        </tr>
                    </thead>
                    <tbody>{units}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn RoundRow(round: RoundStates) -> impl IntoView {
    let words = Words::find();
    let cells: Vec<_> = CellState::ALL
        .into_iter()
        .map(|state| {
            let count = round.counts.iter().find(|(other, _)| *other == state).map_or(0, |(_, count)| *count);
            view! { <td class="num" class:muted={count == 0}>{format::number(words.0, f64::from(count), 0)}</td> }
        })
        .collect();
    let day = format::short_date(words.0, round.starts_on);
    let name =
        words.tv("privacy-round-name", &[("round", round.round.to_string().into()), ("date", day.into())]);
    view! { <tr><th scope="row">{name}</th>{cells}</tr> }
}

#[component]
fn UnitRow(unit: UnitStates) -> impl IntoView {
    let words = Words::find();
    const DEPTHS: [&str; 5] = ["", "depth-1", "depth-2", "depth-3", "depth-4"];
    let depth = DEPTHS[usize::from(unit.unit.depth.min(4))];
    let window = match unit.window {
        Window::EachRound => words.t("window-each-round"),
        Window::Third => words.t("window-third"),
        Window::Quarter => words.t("window-quarter"),
        Window::Never => words.t("window-never"),
        Window::Unset => words.t("window-unset"),
    };
    let all: u32 = unit.counts.iter().map(|(_, count)| count).sum();
    let shown: u32 = unit.counts.iter().filter(|(state, _)| state.is_shown()).map(|(_, count)| count).sum();
    let reasons: Vec<_> = unit
        .counts
        .iter()
        .filter(|(state, _)| *state != CellState::Published)
        .map(|(state, count)| {
            view! { <li>{*count}" × "{state_word(words, *state)}" "<code>{state.name()}</code></li> }
        })
        .collect();
    let shown = if all == 0 {
        "–".to_owned()
    } else {
        words.tv("review-shown", &[("shown", shown.into()), ("of", all.into())])
    };
    view! {
        <tr>
            <th scope="row" class=depth>{unit.unit.name}</th>
            <td>{window}</td>
            <td class="num">{shown}</td>
            <td>{if reasons.is_empty() { "–".into_any() } else { view! { <ul>{reasons}</ul> }.into_any() }}</td>
        </tr>
    }
}

/// What the rules cannot rule out.
#[component]
fn Left(rules: RuleSet) -> impl IntoView {
    let words = Words::find();
    let risks = ["colluding", "pattern", "style", "leaver"].map(|risk| format!("risk-{risk}"));
    let guard = format!("risk-{}", rules.guard.name());
    let risks: Vec<_> = risks
        .into_iter()
        .chain([guard, "risk-two-accounts".to_owned(), "risk-machine".to_owned()])
        .map(|id| {
            let title = words.t(&format!("{id}-title"));
            view! { <div><dt>{title}</dt><dd>{words.t(&id)}</dd></div> }
        })
        .collect();
    view! {
        <section class="card" id="risks">
            <h2>{words.t("privacy-risks")}</h2>
            <p class="small muted">{words.t("privacy-risks-text")}</p>
            <dl class="meanings">{risks}</dl>
        </section>
    }
}

#[component]
fn History(history: Vec<HistoryRow>) -> impl IntoView {
    let words = Words::find();
    let is_empty = history.is_empty();
    let rows: Vec<_> = history
        .into_iter()
        .map(|row| {
            let from = row.change.from_on.map(|day| {
                let day = date(words, day);
                view! { <p class="small muted">{words.tv("privacy-from", &[("date", day.into())])}</p> }
            });
            view! {
                <tr>
                    <td class="when num">{domain::format::moment(words.0, &row.at)}</td>
                    <th scope="row">{words.t(&format!("deed-{}", row.change.deed.name()))}</th>
                    <td>{steps(words, &row.change.steps)}{from}</td>
                    <td>{row.who.unwrap_or_else(|| "–".to_owned())}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <section class="card" id="history">
            <h2>{words.t("privacy-history")}</h2>
            {if is_empty {
                view! { <p class="muted">{words.t("privacy-history-empty")}</p> }.into_any()
            } else {
                view! {
                    <div class="scroll" tabindex="0" role="region" aria-label=words.t("privacy-history")>
                        <table class="data changes">
                            <thead>
                                <tr>
                                    <th scope="col">{words.t("audit-when")}</th>
                                    <th scope="col">{words.t("audit-what")}</th>
                                    <th scope="col">{words.t("privacy-rule")}</th>
                                    <th scope="col">{words.t("audit-who")}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                }.into_any()
            }}
        </section>
    }
}
