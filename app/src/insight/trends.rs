//! The manager's trends: the sentence first, then staff above and customers below, then the link.

use domain::{
    Resolution, UnitId,
    insight::{
        figures::{Legend, LinkCard, MOST_MEASURES, Measure, MeasureChoice, TrendPage, USUAL_MEASURES},
        notes::AxisEntry,
        today::UnitName,
    },
};
use leptos::prelude::*;

use crate::{
    parts::{ActionCard, DataTable, Icon, IconName, PageTitle, Plot, StandsOut, TrendsTabs, UnitPath},
    request::Words,
};

#[component]
pub fn TrendsPage(page: TrendPage) -> impl IntoView {
    let words = Words::find();
    let (unit, resolution) = (page.place.unit.id, page.resolution.name().to_owned());
    let place = page.place.clone();
    let mut keep = vec![("resolution", resolution)];
    keep.extend(chosen(&page).map(|names| ("measures", names)));
    view! {
        <PageTitle text=format!("{} · {}", words.t("nav-trends"), page.place.unit.name)/>
        <main class="wrap" id="main">
            <TrendsTabs unit/>
            <UnitPath place page="/trends" keep/>
            <TrendsBody page address="/trends"/>
        </main>
    }
}

/// The names of the measures drawn, as an address has them; none when nobody chose others than the usual ones.
fn chosen(page: &TrendPage) -> Option<String> {
    let shown = |choices: &[MeasureChoice]| -> Vec<String> {
        choices.iter().filter(|choice| choice.is_shown).map(|choice| choice.name.clone()).collect()
    };
    let (mut names, customers) = (shown(&page.measures), shown(&page.customers));
    let is_usual = names.iter().eq(USUAL_MEASURES.map(Measure::name).iter());
    let is_chosen = !is_usual || !customers.is_empty();
    names.extend(customers);
    (is_chosen && !names.is_empty()).then(|| names.join(","))
}

/// Everything on the page, for its own address and for the team's preview of it.
#[component]
pub(crate) fn TrendsBody(
    /// The unit's trend.
    page: TrendPage,
    /// Where the choices on the page lead.
    address: &'static str,
) -> impl IntoView {
    let words = Words::find();
    let measures = chosen(&page).map(|names| format!("&measures={names}")).unwrap_or_default();
    let (unit, resolution) = (page.place.unit.id, page.resolution);
    let file = |ending: &str| {
        format!("/charts/trend.{ending}?unit={unit}&resolution={}{measures}", resolution.name())
    };
    let is_own = address == "/trends";
    // To take a chart out is a matter of the page itself.
    let files = is_own.then(|| {
        view! {
            <a href=file("svg") download>"SVG"</a>
            <a href=file("png") download>"PNG"</a>
        }
    });
    let all_drivers = (address == "/trends").then(|| format!("/trends/drivers?unit={}", page.place.unit.id));
    let notes: Vec<_> =
        page.notes.iter().map(|note| view! { <p class="tiny muted">{note.clone()}</p> }).collect();
    // The last four columns are about customers, complaints the first of them.
    let complaints = page.columns.len().saturating_sub(4);
    let (anchors, cases) = page.row_places.iter().cloned().map(|place| (place.anchor, place.cases)).unzip();
    let chart = match page.svg.clone() {
        Some(svg) => view! {
            <a class="skip inline" href="#table">{words.t("chart-skip")}</a>
            <figure>
                <Plot svg narrow=page.svg_narrow.clone().unwrap_or_default()/>
            </figure>
            <div class="under">
                <LegendList legend=page.legend/>
                <div class="tools">
                    <a href="#table">{words.t("tools-table")}</a>
                    {files}
                </div>
            </div>
            {notes}
            {is_own.then(|| view! { <Measures unit resolution choices=page.measures.clone() customers=page.customers.clone()/> })}
            <Axis entries=page.axis.clone() unit has_links=is_own/>
            <DataTable columns=page.columns.clone() rows=page.rows.clone() caption=page.place.unit.name.clone()
                anchors=anchors links=(complaints, cases) link_text=words.t("cases-behind")/>
        }
        .into_any(),
        None => view! {
            <div class="empty">
                <h2>{words.t("trends-empty-title")}</h2>
                <p>{words.t("trends-empty-text")}</p>
            </div>
            {notes}
        }
        .into_any(),
    };
    view! {
        <p class="eyebrow">{page.eyebrow}</p>
        <h1>{page.headline.clone()} {child(words, &page.worse_below, page.worse_more)}</h1>
        <WorseBelow units=page.worse_below more=page.worse_more unit/>
        <p class="lead">{page.lead}</p>
        <div class="controls">
            <Tabs offered=page.offered unit resolution address more=measures.clone()/>
        </div>
        <div class="grid2">
            <section class="card chart" aria-label=words.t("trends-chart")>{chart}</section>
            <aside class="stack">
                <Link link=page.link unit=page.place.unit.id/>
                <StandsOut stands_out=page.stands_out all=all_drivers/>
                <ActionCard actions=page.actions unit=page.place.unit.id/>
            </aside>
        </div>
    }
}

/// That a unit below stands out although the whole may be as usual, by name: nobody is to read past it.
pub(super) fn child(words: Words, units: &[UnitName], more: u64) -> Option<String> {
    let others = (units.len() as u64).saturating_sub(1) + more;
    let values = [("unit", units.first()?.name.as_str().into()), ("others", others.into())];
    Some(format!(" {}", words.tv("headline-below", &values)))
}

/// The teams below that stand out, though the whole may look as usual.
#[component]
pub(super) fn WorseBelow(
    units: Vec<UnitName>,
    more: u64,
    /// The unit above them.
    unit: UnitId,
) -> impl IntoView {
    let words = Words::find();
    let count = units.len() as u64 + more;
    let names: Vec<_> = units
        .into_iter()
        .map(|unit| view! { <li><a href=format!("/trends?unit={}", unit.id)>{unit.name}</a></li> })
        .collect();
    let more = (more > 0).then(|| {
        let href = format!("/trends/teams?unit={unit}&show=concern");
        view! { <li><a href=href>{words.tv("worse-below-more", &[("count", more.into())])}</a></li> }
    });
    (count > 0).then(|| {
        view! {
            <div class="worse-below">
                <Icon name=IconName::Concern/>
                <p>{words.tv("worse-below", &[("count", count.into())])}</p>
                <ul>{names}{more}</ul>
            </div>
        }
    })
}

#[component]
fn Tabs(
    offered: Vec<Resolution>,
    unit: UnitId,
    resolution: Resolution,
    address: &'static str,
    /// The rest of the address, which stays as it is.
    more: String,
) -> impl IntoView {
    let words = Words::find();
    let links: Vec<_> = offered
        .into_iter()
        .map(|offer| {
            let href = format!("{address}?unit={unit}&resolution={}{more}", offer.name());
            let current = (offer == resolution).then_some("true");
            view! { <a href=href aria-current=current>{words.t(&format!("resolution-{}", offer.name()))}</a> }
        })
        .collect();
    view! { <nav class="tabs" aria-label=words.t("trends-resolution")>{links}</nav> }
}

#[component]
fn LegendList(legend: Legend) -> impl IntoView {
    let words = Words::find();
    let entry = |is_there: bool, name: IconName, id: &str| {
        is_there.then(|| view! { <li><Icon name/>{words.t(id)}</li> })
    };
    view! {
        <ul class="legend">
            {entry(legend.has_concern, IconName::Concern, "legend-concern")}
            {entry(legend.has_better, IconName::Better, "legend-better")}
            {entry(legend.has_neutral, IconName::Neutral, "legend-neutral")}
            {entry(legend.has_hidden, IconName::Hidden, "legend-hidden")}
            {entry(legend.has_baseline, IconName::Baseline, "legend-baseline")}
        </ul>
    }
}

/// Which staff measures are drawn: up to three lists to pick from; and one for what customers say beside complaints.
#[component]
fn Measures(
    unit: UnitId,
    resolution: Resolution,
    choices: Vec<MeasureChoice>,
    customers: Vec<MeasureChoice>,
) -> impl IntoView {
    let words = Words::find();
    let shown: Vec<String> =
        choices.iter().filter(|choice| choice.is_shown).map(|choice| choice.name.clone()).collect();
    let beside = (!customers.is_empty()).then(|| {
        let options: Vec<_> = customers
            .iter()
            .map(|choice| {
                view! { <option value=choice.name.clone() selected=choice.is_shown>{choice.label.clone()}</option> }
            })
            .collect();
        view! {
            <div class="field">
                <label for="measure-customers">{words.t("measures-customers")}</label>
                <select id="measure-customers" name="measures"><option value="">{words.t("measures-none")}</option>{options}</select>
            </div>
        }
    });
    let has_choice = choices.len() > 1 || beside.is_some();
    let count = if choices.len() > 1 { MOST_MEASURES } else { 0 };
    let lists: Vec<_> = (0..count)
        .map(|place| {
            let id = format!("measure-{}", place + 1);
            let label = words.tv("measures-place", &[("place", (place + 1).into())]);
            let chosen = shown.get(place).cloned().unwrap_or_default();
            let options: Vec<_> = std::iter::once((String::new(), words.t("measures-none")))
                .chain(choices.iter().map(|choice| (choice.name.clone(), choice.label.clone())))
                .map(|(name, label)| {
                    let is_chosen = name == chosen;
                    view! { <option value=name selected=is_chosen>{label}</option> }
                })
                .collect();
            view! {
                <div class="field">
                    <label for=id.clone()>{label}</label>
                    <select id=id name="measures">{options}</select>
                </div>
            }
        })
        .collect();
    has_choice.then(|| {
        view! {
            <details class="measures">
                <summary>{words.t("measures-choose")}</summary>
                <form method="get" action="/trends">
                    <input type="hidden" name="unit" value=unit.to_string()/>
                    <input type="hidden" name="resolution" value=resolution.name()/>
                    {lists}
                    {beside}
                    <button class="btn quiet">{words.t("show")}</button>
                </form>
            </details>
        }
    })
}

/// What the flags stand for, in the order of their numbers.
#[component]
fn Axis(
    entries: Vec<AxisEntry>,
    unit: UnitId,
    /// Whether entries lead to where they are kept.
    has_links: bool,
) -> impl IntoView {
    let words = Words::find();
    let items: Vec<_> = entries
        .into_iter()
        .map(|entry| {
            let label = match has_links {
                true => view! { <a href=entry.href>{entry.label}</a> }.into_any(),
                false => view! { <strong>{entry.label}</strong> }.into_any(),
            };
            let about = [Some(entry.kind), Some(entry.days), entry.unit];
            let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            view! {
                <li>
                    {label} " " <span class="muted">{about}</span>
                    {(!entry.detail.is_empty()).then(|| view! { <p>{entry.detail}</p> })}
                </li>
            }
        })
        .collect();
    let all = has_links.then(|| {
        view! { <p class="small"><a href=format!("/trends/notes?unit={unit}")>{words.t("axis-all")}</a></p> }
    });
    (!items.is_empty()).then(|| {
        view! {
            <section class="axis" aria-labelledby="axis">
                <h2 id="axis">{words.t("axis-title")}</h2>
                <ol>{items}</ol>
                {all}
            </section>
        }
    })
}

#[component]
fn Link(link: LinkCard, unit: UnitId) -> impl IntoView {
    let words = Words::find();
    view! {
        <section class="card link">
            <h2>{words.t("link-title")}</h2>
            <p class="small">{link.sentence}</p>
            {link.svg.map(|svg| view! { <Plot svg/> })}
            {link.small_print.map(|text| view! { <p class="tiny muted">{text}</p> })}
            <p><a class="small" href=format!("/trends/link?unit={unit}")>{words.t("link-open")}</a></p>
            <p><a class="small" href="/help#link">{words.t("link-how")}</a></p>
        </section>
    }
}
