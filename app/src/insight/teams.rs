//! Small multiples: a card for every team below a unit.

use domain::{
    format,
    insight::{
        signal::{SignalMeasure, SignalState},
        teams::{CardMeasure, Look, TeamCard, TeamsPage, TeamsQuery},
    },
};
use leptos::prelude::*;

use crate::{
    parts::{DataTable, FirstFigure, Icon, IconName, PageTitle, Pager, Plot, TrendsTabs, UnitPath},
    request::{Words, encode},
};

#[component]
pub fn TeamsView(page: TeamsPage, asked: TeamsQuery) -> impl IntoView {
    let words = Words::find();
    let (unit, name) = (page.place.unit.id, page.place.unit.name.clone());
    let counts =
        [("teams", page.total.into()), ("concern", page.concern.into()), ("better", page.better.into())];
    let heading = words.tv("teams-heading", &counts);
    let lead = words.tv("teams-lead", &counts);
    let search = asked.search.clone();
    let at = |show: Look| {
        let searched = if search.is_empty() { String::new() } else { format!("&search={}", encode(&search)) };
        format!("/trends/teams?unit={unit}&show={}{searched}", show.name())
    };
    let tabs: Vec<_> = Look::ALL
        .into_iter()
        .map(|show| {
            let count = match show {
                Look::All => page.total,
                Look::Concern => page.concern,
                Look::Better => page.better,
            };
            let current = (show == asked.show).then_some("true");
            let label = words.tv(&format!("teams-show-{}", show.name()), &[("count", count.into())]);
            view! { <a href=at(show) aria-current=current>{label}</a> }
        })
        .collect();
    let found = (!search.is_empty()).then(|| {
        let values = [("count", page.found.into()), ("search", search.as_str().into())];
        view! { <p class="small" role="status">{words.tv("teams-found", &values)}</p> }
    });
    let is_empty = page.cards.is_empty();
    if !page.has_figures {
        let first = match page.next {
            None => words.t("teams-first-none"),
            Some(next) if next.is_due => words.t("teams-first-due"),
            Some(next) => {
                words.tv("teams-first", &[("date", format::long_date(words.0, next.at.date()).into())])
            }
        };
        return view! {
            <PageTitle text=format!("{} · {name}", words.t("trends-tab-teams"))/>
            <main class="wrap" id="main">
                <TrendsTabs unit/>
                <UnitPath place=page.place page="/trends/teams" keep=Vec::new()/>
                <p class="eyebrow">{name}</p>
                <h1>{words.t("teams-no-figures")}</h1>
                <p class="lead">{first}</p>
            </main>
        }
        .into_any();
    }
    let cards: Vec<_> = page.cards.into_iter().map(|card| view! { <Card card/> }).collect();
    view! {
        <PageTitle text=format!("{} · {name}", words.t("trends-tab-teams"))/>
        <main class="wrap" id="main">
            <TrendsTabs unit/>
            <UnitPath place=page.place page="/trends/teams" keep=vec![("show", asked.show.name().to_owned())]/>
            <p class="eyebrow">{name.clone()}</p>
            <h1>{heading}</h1>
            <p class="lead">{lead}</p>
            {page.is_behind.then(|| view! { <p class="notice">{words.t("teams-behind")}</p> })}
            <div class="controls">
                <form class="search" role="search" method="get" action="/trends/teams">
                    <input type="hidden" name="unit" value=unit.to_string()/>
                    <input type="hidden" name="show" value=asked.show.name()/>
                    <input type="search" name="search" value=asked.search.clone()
                        aria-label=words.t("teams-search") placeholder=words.t("teams-search")/>
                    <button class="btn quiet">{words.t("search")}</button>
                </form>
                <nav class="tabs" aria-label=words.t("teams-show")>{tabs}</nav>
            </div>
            {found}
            {if is_empty {
                view! {
                    <div class="empty">
                        <h2>{words.t("teams-none")}</h2>
                        <p>{words.t("teams-none-text")}</p>
                        <a class="btn" href=format!("/trends/teams?unit={unit}")>{words.t("teams-none-all")}</a>
                    </div>
                }.into_any()
            } else {
                view! {
                    <ul class="multiples" id=FirstFigure::claim()>{cards}</ul>
                    <p class="tiny muted">{words.t("teams-note")}</p>
                    <section class="card"><DataTable columns=page.columns rows=page.rows caption=name/></section>
                }.into_any()
            }}
            <Pager page=page.page pages=page.pages href=format!("{}&page=", at(asked.show))/>
        </main>
    }
    .into_any()
}

#[component]
fn Card(card: TeamCard) -> impl IntoView {
    let words = Words::find();
    let is_empty = card.measures.is_empty();
    let measures: Vec<_> = card.measures.into_iter().map(|measure| view! { <Line measure/> }).collect();
    view! {
        <li class="card">
            <h2><a href=format!("/trends?unit={}", card.unit.id)>{card.unit.name}</a></h2>
            {(!card.path.is_empty()).then(|| view! { <p class="tiny muted">{card.path}</p> })}
            {if is_empty {
                view! { <p class="small muted">{words.t("teams-pending")}</p> }.into_any()
            } else {
                view! { <dl>{measures}</dl> }.into_any()
            }}
        </li>
    }
}

/// A measure: its name, its course, and in words where it stands. The picture says nothing that the words do not.
#[component]
fn Line(measure: CardMeasure) -> impl IntoView {
    let words = Words::find();
    let label = match measure.measure {
        SignalMeasure::Complaints => words.t("teams-complaints"),
        other => words.t(&format!("measure-{}", other.name())),
    };
    let icon = match measure.state {
        SignalState::Concern => Some(IconName::Concern),
        SignalState::Better => Some(IconName::Better),
        SignalState::None => None,
    };
    let mark = icon.map(|name| view! { <span class="mark legend"><Icon name/>{measure.mark}</span> });
    view! {
        <div>
            <dt>{label}</dt>
            <dd class="course" aria-hidden="true">{measure.svg.map(|svg| view! { <Plot svg/> })}</dd>
            <dd>
                <strong class="num">{measure.value}</strong>
                <span class="tiny muted">{measure.note}</span>
                {mark}
            </dd>
        </div>
    }
}
