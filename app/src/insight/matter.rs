//! A matter: as the morning view lists it, and the page on which it is put aside.

use chrono::NaiveDate;
use domain::{
    Field as FieldName, format,
    insight::matters::{ASIDE_WEEKS, LONGEST_REASON, Matter, MatterPage, Replied, Reply},
};
use leptos::prelude::*;

use crate::{
    parts::{Choices, ErrorSummary, LongForm, PageTitle, TextArea},
    request::Words,
};

/// Where a matter is answered.
fn address(matter: &Matter) -> String {
    format!("/today/{}/{}", matter.unit.id, matter.topic.name())
}

/// What it is about, with the newest figure and the usual level.
fn figures(words: Words, matter: &Matter) -> String {
    let number = |value: f64| format::number(words.0, value, matter.topic.decimals()).into();
    let id = format!("matter-{}", matter.topic.name());
    words.tv(&id, &[("value", number(matter.value)), ("usual", number(matter.usual))])
}

/// For how long it has been running.
fn running(words: Words, matter: &Matter) -> String {
    let since = format::period(words.0, matter.since);
    let resolution = matter.since.resolution().name();
    words.tv(
        "matter-running",
        &[("count", matter.periods().into()), ("resolution", resolution.into()), ("period", since.into())],
    )
}

/// What was said about it or is being tried.
fn standing(words: Words, matter: &Matter, today: NaiveDate) -> Option<AnyView> {
    let day = |day: NaiveDate| format::short_date(words.0, day).into();
    if let Some(running) = matter.running {
        let text = words.tv("matter-acted", &[("date", day(running.review_on))]);
        let href = format!("/actions/{}", running.action);
        return Some(view! { <p class="small"><a href=href>{text}</a></p> }.into_any());
    }
    let Replied { reply, on } = matter.replied.as_ref()?;
    let text = match reply {
        Reply::Seen => words.tv("matter-seen", &[("date", day(*on))]),
        Reply::Aside { until, reason } => {
            let id = if today < *until { "matter-aside" } else { "matter-was-aside" };
            words.tv(id, &[("date", day(*until)), ("reason", reason.as_str().into())])
        }
    };
    Some(view! { <p class="small muted">{text}</p> }.into_any())
}

/// A matter that waits: what it is, and what can be done.
#[component]
pub fn OpenMatter(matter: Matter, today: NaiveDate) -> impl IntoView {
    let words = Words::find();
    let unit = matter.unit.id;
    let address = address(&matter);
    let act = format!("/actions/new?unit={unit}&driver={}", matter.topic.name());
    let whose = format!(" · {}", matter.unit.name);
    let buttons = matter.may_handle.then(|| {
        let seen = matter.is_unseen().then(|| {
            view! {
                <form method="post" novalidate action=address.clone()>
                    <button class="btn quiet" name="act" value="seen">
                        {words.t("matter-see")} <span class="sr">{whose.clone()}</span>
                    </button>
                </form>
            }
        });
        view! {
            <div class="row">
                <a class="btn" href=act>{words.t("matter-act")} <span class="sr">{whose.clone()}</span></a>
                {seen}
                <a class="btn quiet" href=address>{words.t("matter-put-aside")} <span class="sr">{whose}</span></a>
            </div>
        }
    });
    view! {
        <li class="card concern matter">
            {matter.above.clone().map(|above| view! { <p class="eyebrow">{above}</p> })}
            <h3>
                <a href=format!("/trends?unit={unit}")>{matter.unit.name.clone()}</a>
                {matter.is_unseen().then(|| view! { <span class="chip concern">{words.t("matter-unseen")}</span> })}
            </h3>
            <p class="said">{figures(words, &matter)}</p>
            <p class="small muted">{running(words, &matter)}</p>
            {standing(words, &matter, today)}
            {buttons}
        </li>
    }
}

/// A matter that somebody has taken care of, in a line or two.
#[component]
pub fn MatterInHand(matter: Matter, today: NaiveDate) -> impl IntoView {
    let words = Words::find();
    let again = (matter.may_handle && matter.is_aside(today) && matter.running.is_none()).then(|| {
        view! {
            <form method="post" novalidate action=address(&matter)>
                <button class="btn quiet" name="act" value="open">
                    {words.t("matter-open-again")} <span class="sr">{format!(" · {}", matter.unit.name)}</span>
                </button>
            </form>
        }
    });
    view! {
        <li>
            <p>
                <a href=format!("/trends?unit={}", matter.unit.id)>{matter.unit.name.clone()}</a>
                " · " {figures(words, &matter)}
            </p>
            {standing(words, &matter, today)}
            {again}
        </li>
    }
}

/// Puts a matter aside for some weeks, with a reason.
#[component]
pub fn Page(page: MatterPage) -> impl IntoView {
    let words = Words::find();
    let MatterPage { matter, today } = page;
    let weeks: Vec<(&'static str, String)> = ASIDE_WEEKS
        .into_iter()
        .map(|(name, weeks)| (name, words.tv("matter-weeks", &[("count", weeks.into())])))
        .collect();
    let usual = ASIDE_WEEKS[0].0;
    view! {
        <PageTitle text=words.t("matter-aside-title")/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href="/today">{words.t("nav-today")}</a> " · " {matter.unit.name.clone()}</p>
            <h1>{words.t("matter-aside-title")}</h1>
            <p class="lead">{figures(words, &matter)} ". " {running(words, &matter)} "."</p>
            {standing(words, &matter, today)}
            <p>{words.t("matter-aside-lead")}</p>
            <ErrorSummary/>
            <LongForm action=address(&matter)>
                <input type="hidden" name="act" value="aside"/>
                <Choices field=FieldName::Weeks label=words.t("matter-how-long") options=weeks value=usual/>
                <TextArea field=FieldName::Reason label=words.t("field-reason") hint=words.t("matter-reason-hint")
                    longest=LONGEST_REASON/>
                <div class="row">
                    <button class="btn">{words.t("matter-put-aside")}</button>
                    <a class="btn quiet" href="/today">{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}
