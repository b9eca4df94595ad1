//! The week of a unit: how many customers there were, day by day.

use domain::{
    Field, Right,
    customers::contacts::{ContactDay, ContactsPage, DayState, count},
    format,
};
use leptos::prelude::*;

use super::tabs::CasesTabs;
use crate::{
    parts::{Done, ErrorSummary, LongForm, PageTitle, UnitPath},
    request::{Refill, Words, viewer},
};

#[component]
pub fn ContactsPageView(page: ContactsPage) -> impl IntoView {
    let viewer = viewer();
    let words = Words(viewer.lang);
    let may_import = viewer.may(Right::ImportVoice);
    let unit = page.place.unit.clone();
    let monday = page.week.start();
    let week = page.week.to_string();
    let earlier = monday.pred_opt().map(|day| domain::Period::containing(day, domain::Resolution::Week));
    let to = |period: domain::Period| format!("/contacts?unit={}&week={period}", unit.id);
    let earlier =
        earlier.map(|period| view! { <a href=to(period) rel="prev">{words.t("contacts-earlier")}</a> });
    let later = page
        .has_next
        .then(|| view! { <a href=to(page.week.next()) rel="next">{words.t("contacts-later")}</a> });
    let sum = |figures: &mut dyn Iterator<Item = Option<i64>>| {
        let counted: Vec<i64> = figures.flatten().collect();
        let total = counted.iter().sum::<i64>() as f64;
        if counted.is_empty() { "–".to_owned() } else { format::number(words.0, total, 0) }
    };
    let total = sum(&mut page.days.iter().map(|day| day.contacts));
    let before = sum(&mut page.days.iter().map(|day| day.week_before));
    let is_any_in_history = page.days.iter().any(|day| day.state == DayState::InHistory);
    let rows: Vec<_> =
        page.days.iter().zip(1..).map(|(day, place)| view! { <DayRow day=*day place/> }).collect();
    let title = words.t("contacts-title");
    let why = Refill::find().why(Field::Contacts);
    view! {
        <PageTitle text=format!("{title} · {}", unit.name)/>
        <main class="wrap" id="main">
            <CasesTabs/>
            <UnitPath place=page.place page="/contacts" keep=vec![("week", week)]/>
            <h1>{title}</h1>
            <p class="lead">{words.tv("contacts-lead", &[("unit", unit.name.as_str().into())])}</p>
            {may_import.then(|| view! { <p><a href="/imports">{words.t("contacts-import")}</a></p> })}
            <Done family="contacts-saved"/>
            <ErrorSummary/>
            <nav class="row spread short" aria-label=words.t("contacts-weeks")>
                <span class="row">{earlier}</span>
                <strong>{format::capital(&format::period(words.0, page.week))}</strong>
                <span class="row">{later}</span>
            </nav>
            <LongForm action="/contacts" class="short">
                <input type="hidden" name="unit" value=unit.id.to_string()/>
                <input type="hidden" name="monday" value=monday.to_string()/>
                <table class="data contacts" id="contacts">
                    <caption class="sr">{words.t("contacts-title")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.t("contacts-day")}</th>
                            <th scope="col" class="num">{words.t("contacts-before")}</th>
                            <th scope="col" class="num">{words.t("contacts-now")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">{words.t("contacts-total")}</th>
                            <td class="num">{before}</td>
                            <td class="num">{total}</td>
                        </tr>
                    </tfoot>
                </table>
                {why.map(|why| view! { <p class="error" id="wrong">{words.t(why)}</p> })}
                <p class="small muted">{words.t("contacts-hint")}</p>
                {is_any_in_history.then(|| view! { <p class="small">{words.t("contacts-in-history")}</p> })}
                <div class="row"><button class="btn">{words.t("contacts-save")}</button></div>
            </LongForm>
        </main>
    }
}

#[component]
fn DayRow(day: ContactDay, place: usize) -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let stored = day.contacts.map(|count| count.to_string()).unwrap_or_default();
    let name = format!("day{place}");
    let (shown, was) = match refill.is_again() {
        true => (refill.value(&name), refill.value(&format!("was{place}"))),
        false => (stored.clone(), stored),
    };
    let label = format::weekday(words.0, day.day);
    let is_wrong = refill.why(Field::Contacts).is_some() && count(&shown).is_err();
    let before = day.week_before.map(|count| format::number(words.0, count as f64, 0));
    let input = match day.state {
        DayState::Open => view! {
            <input id=name.clone() name=name.clone() type="text" inputmode="numeric" autocomplete="off" class="num" size="8"
                value=shown aria-invalid=is_wrong.then_some("true") aria-describedby=is_wrong.then_some("wrong")/>
            <input type="hidden" name=format!("was{place}") value=was/>
        }
        .into_any(),
        DayState::InHistory => view! { <span class="muted">{words.t("contacts-counted")}</span> }.into_any(),
        DayState::Ahead => view! { <span class="muted" aria-label=words.t("contacts-ahead")>"–"</span> }.into_any(),
    };
    let heading = match day.state {
        DayState::Open => view! { <label for=name>{label}</label> }.into_any(),
        _ => label.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{heading}</th>
            <td class="num muted">{before.unwrap_or_else(|| "–".to_owned())}</td>
            <td class="num">{input}</td>
        </tr>
    }
}
