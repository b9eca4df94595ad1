//! What a unit can work on: gap times association.

use domain::insight::compare::DriversPage;
use leptos::prelude::*;

use crate::insight::compare::{ChartFigure, Notes};
use crate::{
    parts::{DataTable, PageTitle, TrendsTabs, UnitPath},
    request::Words,
};

#[component]
pub fn Page(page: DriversPage) -> impl IntoView {
    let words = Words::find();
    let unit = page.place.unit.id;
    let (sentence, file) = (page.headline.clone(), ("drivers", format!("unit={unit}")));
    let chart = page.chart.map(|chart| view! { <ChartFigure chart sentence file>""</ChartFigure> });
    let body = (!page.table.rows.is_empty()).then(|| {
        view! {
            <div class="grid2">
                <section class="card chart" aria-label=words.t("drivers-chart")>
                    {chart}
                    <DataTable columns=page.table.columns rows=page.table.rows caption=page.eyebrow.clone()/>
                </section>
                <aside class="stack"><Notes notes=page.notes/></aside>
            </div>
        }
    });
    view! {
        <PageTitle text=format!("{} · {}", words.t("trends-tab-drivers"), page.place.unit.name)/>
        <main class="wrap" id="main">
            <TrendsTabs unit/>
            <UnitPath place=page.place page="/trends/drivers"/>
            <p class="eyebrow">{page.eyebrow.clone()}</p>
            <h1>{page.headline}</h1>
            <p class="lead">{page.lead}</p>
            {body}
        </main>
    }
}
