//! Workload and complaints of units in one plane.

use domain::{
    insight::compare::{LOAD_ROUNDS, LoadPage},
    organisation::unit::UnitKind,
};
use leptos::prelude::*;

use crate::insight::compare::{ChartFigure, ChoiceTabs, LevelTabs, Notes};
use crate::{
    parts::{DataTable, PageTitle, TrendsTabs, UnitPath},
    request::Words,
};

#[component]
pub fn Page(page: LoadPage) -> impl IntoView {
    let words = Words::find();
    let LoadPage { level, rounds, .. } = page;
    let unit = level.place.unit.id;
    let kind = level.kind.map_or("", UnitKind::name);
    let choices = LOAD_ROUNDS.into_iter().map(|offer| {
        let href = format!("/trends/load?unit={unit}&kind={kind}&rounds={offer}");
        (href, words.tv("compare-rounds-count", &[("count", offer.into())]), offer == rounds)
    });
    let choices = level.kind.map(|_| choices.collect());
    let file = ("load", format!("unit={unit}&kind={kind}&rounds={rounds}"));
    let sentence = page.headline.clone();
    let chart = page.chart.map(|chart| view! { <ChartFigure chart sentence file>""</ChartFigure> });
    let body = (!page.table.rows.is_empty()).then(|| {
        view! {
            <div class="grid2">
                <section class="card chart" aria-label=words.t("trends-tab-load")>
                    {chart}
                    <DataTable columns=page.table.columns rows=page.table.rows links=(0, page.table.links.into_iter().map(Some).collect()) caption=page.eyebrow.clone()/>
                </section>
                <aside class="stack"><Notes notes=page.notes/></aside>
            </div>
        }
    });
    view! {
        <PageTitle text=format!("{} · {}", words.t("trends-tab-load"), level.place.unit.name)/>
        <main class="wrap" id="main">
            <TrendsTabs unit/>
            <UnitPath place=level.place page="/trends/load" keep=vec![("rounds", rounds.to_string())]/>
            <p class="eyebrow">{page.eyebrow.clone()}</p>
            <h1>{page.headline}</h1>
            <p class="lead">{page.lead}</p>
            <div class="controls">
                <LevelTabs offered=level.offered kind=level.kind address=format!("/trends/load?unit={unit}&rounds={rounds}")/>
                {choices.map(|choices| view! { <ChoiceTabs label=words.t("compare-rounds") choices/> })}
            </div>
            {body}
        </main>
    }
}
