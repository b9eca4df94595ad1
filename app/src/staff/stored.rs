//! What is stored, table by table, with the number of rows.

use domain::{
    format,
    staff::privacy::{Rows, StoredGroup, StoredPage, StoredTable},
    text,
};
use leptos::prelude::*;

use crate::{
    parts::{Lowering, PageTitle},
    request::Words,
};

/// Steps of an answer on its way, as the page tells them.
const STEPS: u8 = 6;

#[component]
pub fn Tables(page: StoredPage) -> impl IntoView {
    let words = Words::find();
    let steps: Vec<_> =
        (1..=STEPS).map(|step| view! { <li>{words.t(&format!("stored-step-{step}"))}</li> }).collect();
    let groups: Vec<_> = page.groups.into_iter().map(|group| view! { <Group group/> }).collect();
    let own = if page.is_signed_in {
        view! {
            <p>{words.t("stored-own")}</p>
            <p><a class="btn" href="/account/my-data">{words.t("account-data-take")}</a></p>
        }
        .into_any()
    } else {
        view! {
            <p>{words.t("stored-own-stranger")}</p>
            <p><a class="btn quiet" href="/sign-in?next=/account/my-data">{words.t("sign-in-submit")}</a></p>
        }
        .into_any()
    };
    view! {
        <PageTitle text=words.t("stored-title")/>
        <main class="wrap stored" id="main">
            <h1>{words.t("stored-title")}</h1>
            <p class="lead">{words.t("stored-lead")}</p>
            {page.lowering.map(|lowering| view! { <Lowering lowering/> })}
            <section class="card">
                <h2>{words.t("stored-way")}</h2>
                <ol class="receipt">{steps}</ol>
            </section>
            <section id="rows">
                <h2>{words.t("stored-numbers")}</h2>
                <p>{words.tv("stored-numbers-text", &[("step", Rows::STEP.into()), ("few", Rows::FEW.into())])}</p>
                {(!page.is_signed_in).then(|| view! { <p>{words.t("stored-numbers-stranger")}</p> })}
            </section>
            {groups}
            <section class="card" id="mine">
                <h2>{words.t("account-data")}</h2>
                {own}
            </section>
        </main>
    }
}

#[component]
fn Group(group: StoredGroup) -> impl IntoView {
    let words = Words::find();
    let title = words.t(&format!("stored-group-{}", group.name));
    let rows: Vec<_> = group.tables.into_iter().map(|table| view! { <Table table/> }).collect();
    view! {
        <section class="card" id=group.name.clone()>
            <h2>{title}</h2>
            <p class="small muted">{words.t(&format!("stored-group-{}-text", group.name))}</p>
            <ul class="tables">{rows}</ul>
        </section>
    }
}

/// A table: what it is for, how many rows it holds and, where it is near an answer, a row made up for show.
#[component]
fn Table(table: StoredTable) -> impl IntoView {
    let words = Words::find();
    let id = table.name.replace('_', "-");
    let number = |rows: i64| format::number(words.0, rows as f64, 0);
    let rows = match table.rows {
        Rows::Exactly(1) => words.t("stored-row"),
        Rows::Exactly(rows) => words.tv("stored-rows", &[("rows", number(rows).into())]),
        Rows::AtLeast(rows) => words.tv("stored-rows-at-least", &[("rows", number(rows).into())]),
        Rows::Few => words.tv("stored-rows-few", &[("few", Rows::FEW.into())]),
    };
    let columns = format!("stored-columns-{id}");
    let example = text::has(words.0, &columns).then(|| {
        let cells = |id: &str| {
            let cells = words.t(id);
            cells.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
        };
        let pairs: Vec<_> = cells(&columns)
            .into_iter()
            .zip(cells(&format!("stored-example-{id}")))
            .map(|(column, cell)| view! { <div><dt>{column}</dt><dd>{cell}</dd></div> })
            .collect();
        view! {
            <p class="tiny muted">{words.t("stored-example")}</p>
            <dl class="example">{pairs}</dl>
        }
    });
    view! {
        <li id=format!("stored-{id}")>
            <h3>{words.t(&format!("stored-name-{id}"))}" "<code>{table.name}</code></h3>
            <p class="rows num">{rows}</p>
            <p class="small">{words.t(&format!("stored-table-{id}"))}</p>
            {example}
        </li>
    }
}
