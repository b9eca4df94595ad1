//! The funnel of units: who differs from all together by more than chance.

use domain::{
    insight::compare::{OutsideUnit, SitesPage, Stretch},
    organisation::unit::UnitKind,
};
use leptos::prelude::*;

use crate::insight::compare::{ChartFigure, ChoiceTabs, LevelTabs, Notes};
use crate::{
    parts::{DataTable, Icon, IconName, PageTitle, TrendsTabs, UnitPath},
    request::Words,
};

#[component]
pub fn Page(page: SitesPage) -> impl IntoView {
    let words = Words::find();
    let SitesPage { level, stretch, .. } = page;
    let unit = level.place.unit.id;
    let kind = level.kind.map_or("", UnitKind::name);
    let stretches = Stretch::ALL.into_iter().map(|offer| {
        let href = format!("/trends/sites?unit={unit}&kind={kind}&stretch={}", offer.name());
        (href, words.t(&format!("stretch-{}", offer.name())), offer == stretch)
    });
    let stretches = level.kind.map(|_| stretches.collect());
    let file = ("sites", format!("unit={unit}&kind={kind}&stretch={}", stretch.name()));
    let legend = page.legend;
    let entry = |is_there: bool, name: IconName, id: &str| {
        is_there.then(|| view! { <li><Icon name/>{words.t(id)}</li> })
    };
    let signs = view! {
        <ul class="legend">
            {entry(legend.has_concern, IconName::Concern, "sites-legend-above")}
            {entry(legend.has_better, IconName::Better, "sites-legend-below")}
        </ul>
    };
    let sentence = page.headline.clone();
    let chart = page.chart.map(|chart| {
        view! {
            <div class="grid2">
                <section class="card chart" aria-label=words.t("trends-tab-sites")>
                    <ChartFigure chart sentence file>{signs}</ChartFigure>
                    <DataTable columns=page.table.columns rows=page.table.rows links=(0, page.table.links.into_iter().map(Some).collect()) caption=page.eyebrow.clone()/>
                </section>
                <aside class="stack">
                    <Outside units=page.outside/>
                    <Notes notes=page.notes/>
                </aside>
            </div>
        }
    });
    view! {
        <PageTitle text=format!("{} · {}", words.t("trends-tab-sites"), level.place.unit.name)/>
        <main class="wrap" id="main">
            <TrendsTabs unit/>
            <UnitPath place=level.place page="/trends/sites" keep=vec![("stretch", stretch.name().to_owned())]/>
            <p class="eyebrow">{page.eyebrow.clone()}</p>
            <h1>{page.headline}</h1>
            <p class="lead">{page.lead}</p>
            <div class="controls">
                <LevelTabs offered=level.offered kind=level.kind address=format!("/trends/sites?unit={unit}&stretch={}", stretch.name())/>
                {stretches.map(|choices| view! { <ChoiceTabs label=words.t("compare-stretch") choices/> })}
            </div>
            {chart}
        </main>
    }
}

/// The units outside with the reason, by name: a funnel does not rank.
#[component]
fn Outside(units: Vec<OutsideUnit>) -> impl IntoView {
    let words = Words::find();
    if units.is_empty() {
        return ().into_any();
    }
    let units: Vec<_> = units
        .into_iter()
        .map(|unit| {
            let name = if unit.is_above { IconName::Concern } else { IconName::Better };
            let href = format!("/trends?unit={}", unit.id);
            view! { <li><Icon name/><span><a href=href>{unit.name}</a>": "{unit.why}</span></li> }
        })
        .collect();
    view! {
        <section class="card">
            <h2>{words.t("sites-outside")}</h2>
            <ul class="signals">{units}</ul>
        </section>
    }
    .into_any()
}
