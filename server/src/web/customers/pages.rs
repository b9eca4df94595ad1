//! Pages about cases.

use app::customers::{act, case, contacts, hours, letters, list, new, quality, related};
use chrono::{DateTime, Utc};
use domain::{
    Lang, Period, Problem, Resolution,
    customers::{
        hours::HoursForm,
        inbox::{CaseFilter, Show},
        wording::Template,
        words::{Kind, Severity, Stage},
    },
};
use leptos::prelude::*;

use crate::web::pages::{Ask, View, show};

/// The list, like an inbox.
pub(in crate::web) async fn complaints(ask: Ask) -> service::Result<View> {
    let here = &ask.here;
    let day =
        |name: &str| here.query(name).map(|text| text.parse().map_err(|_| Problem::NotFound)).transpose();
    let filter = CaseFilter {
        show: here.word("show", Show::from_name)?.unwrap_or_default(),
        search: here.query("search").unwrap_or_default().to_owned(),
        page: here.page()?,
        before: here.word("before", place)?,
        // A choice that was left open comes as an empty one; an address that names none at all is another matter.
        unit: match here.query("unit") {
            Some("") => None,
            _ => here.number("unit")?,
        },
        from: day("from")?,
        to: day("to")?,
        severity: here.word("severity", Severity::from_name)?,
        stage: here.word("stage", Stage::from_name)?,
        kind: here.word("kind", Kind::from_name)?,
    };
    let shown = filter.clone();
    let list = service::complaints::list(&ask.services, ask.actor(), &filter).await?;
    Ok(show(move || view! { <list::ListPage list filter=shown/> }))
}

/// Where a page of the list ended, as its link says it; none where it is not there or no such place.
fn place(text: &str) -> Option<(DateTime<Utc>, i64)> {
    let (at, id) = text.split_once('_')?;
    Some((DateTime::from_timestamp_micros(at.parse().ok()?)?, id.parse().ok()?))
}

/// The 30-second form.
pub(in crate::web) async fn complaints_new(ask: Ask) -> service::Result<View> {
    let repeats =
        ask.typed("repeat_of").or(ask.here.query("repeat_of")).filter(|reference| !reference.is_empty());
    let page = service::complaints::new_page(&ask.services, ask.actor(), repeats).await?;
    let token = service::complaints::new_token()?;
    let last_unit = ask.here.last_unit;
    Ok(show(move || view! { <new::NewPage page token last_unit/> }))
}

/// A case.
pub(in crate::web) async fn complaint(ask: Ask) -> service::Result<View> {
    let page =
        service::complaints::page(&ask.services, ask.actor(), ask.case_reference(), seen(&ask)).await?;
    Ok(show(move || view! { <case::CasePageView page/> }))
}

/// The week of a unit.
pub(in crate::web) async fn contacts(ask: Ask) -> service::Result<View> {
    let refused =
        |name: &str| ask.typed(name).map(|text| text.parse().map_err(|_| Problem::NotFound)).transpose();
    let unit = match refused("unit")? {
        Some(unit) => Some(unit),
        None => ask.here.number("unit")?,
    };
    let week = match (ask.typed("monday"), ask.here.query("week")) {
        (Some(monday), _) => {
            Some(monday.parse().map(|monday| Period::containing(monday, Resolution::Week)).ok())
        }
        (None, Some(week)) => Some(Period::parse(week).ok()),
        (None, None) => None,
    };
    let week = week.map(|week| week.ok_or(Problem::NotFound)).transpose()?;
    let page = service::contacts::page(&ask.services, ask.actor(), unit, week).await?;
    Ok(show(move || view! { <contacts::ContactsPageView page/> }))
}

/// How cases went.
pub(in crate::web) async fn quality(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?;
    let page = service::quality::page(&ask.services, ask.actor(), unit).await?;
    Ok(show(move || view! { <quality::QualityPageView page/> }))
}

/// The opening hours of a unit; with what was filled in, what it would mean.
pub(in crate::web) async fn hours(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?;
    let form = (!ask.typed.is_empty()).then(|| HoursForm(ask.typed.iter().cloned().collect()));
    let page = service::hours::page(&ask.services, ask.actor(), unit, form.as_ref()).await?;
    Ok(show(move || view! { <hours::Page page/> }))
}

/// The wording of a letter; with what was filled in, how it would look.
pub(in crate::web) async fn letters(ask: Ask) -> service::Result<View> {
    let unit = ask.here.number("unit")?;
    let template = ask.here.word("template", Template::from_name)?.unwrap_or(Template::Acknowledge);
    let lang = ask.here.word("in", Lang::from_tag)?.unwrap_or(ask.lang());
    let typed = ask.typed("letter");
    let page = service::wording::page(&ask.services, ask.actor(), unit, template, lang, typed).await?;
    Ok(show(move || view! { <letters::Page page/> }))
}

/// What a case belongs together with.
pub(in crate::web) async fn complaint_related(ask: Ask) -> service::Result<View> {
    let page = service::complaints::related_page(&ask.services, ask.actor(), ask.case_reference()).await?;
    let other = ask.here.query("other").unwrap_or_default().to_owned();
    Ok(show(move || view! { <related::RelatedView page other/> }))
}

/// Something that can be done with a case.
pub(in crate::web) async fn complaint_act(ask: Ask) -> service::Result<View> {
    let act = ask.last().to_owned();
    let by = ask.typed("by").and_then(|by| by.trim().parse().ok());
    let page =
        service::complaints::act_page(&ask.services, ask.actor(), ask.case_reference(), &act, seen(&ask), by)
            .await?;
    let typed = ask.typed("letter");
    let wanted = ask.here.word("template", Template::from_name)?;
    let letter =
        service::complaints::letters::page(&ask.services, ask.actor(), &page, typed, wanted, ask.lang())
            .await?;
    Ok(show(move || view! { <act::ActPageView page letter/> }))
}

/// The version that a refused form carried.
fn seen(ask: &Ask) -> Option<i64> {
    ask.typed("version").and_then(|version| version.parse().ok())
}
