//! My team: the newest figures of the own unit and of the units above it, on a phone first.

use domain::{
    Period, Resolution, Right, format,
    insight::{
        actions::ActionRow,
        figures::Measure,
        signal::SignalState,
        team::{NextRelease, PastRound, Response, Shown, Span, TeamFigure, TeamPage, TeamSaid, TeamUnit},
    },
};
use leptos::prelude::*;

use crate::{
    parts::{PageTitle, Plot},
    request::{Words, viewer},
};

#[component]
pub fn Page(page: TeamPage) -> impl IntoView {
    let words = Words::find();
    let mut units = page.units.into_iter();
    let own = units.next();
    let name = own.as_ref().map(|own| own.unit.name.clone()).unwrap_or_default();
    let released = own.as_ref().and_then(|own| own.newest).map(|(span, day)| {
        words.tv(
            "team-eyebrow",
            &[("round", span.round.into()), ("date", format::long_date(words.0, day).into())],
        )
    });
    // The own unit's chart is the first: the way to the figures leads there.
    let own = own.map(|unit| view! { <Unit unit is_own=true/> });
    let above: Vec<_> = units.map(|unit| view! { <Unit unit is_own=false/> }).collect();
    let has_above = !above.is_empty();
    view! {
        <PageTitle text=format!("{} · {name}", words.t("nav-team"))/>
        <main class="wrap team" id="main">
            <p class="eyebrow">{released.unwrap_or_else(|| words.t("nav-team"))}</p>
            <h1>{words.tv("team-title", &[("unit", name.into())])}</h1>
            <p class="lead">
                {words.t("team-lead")} " " <a href="/team/preview">{words.t("preview-link")}</a>
            </p>
            <Loop said=page.said actions=page.actions came=page.came has_actions=page.may_see_actions/>
            <div class="team-grid">
                <div class="stack">
                    {own}
                    <Further/>
                    <Next next=page.next/>
                </div>
                {has_above.then(|| view! {
                    <div class="stack"><h2>{words.t("team-above")}</h2>{above}</div>
                })}
            </div>
        </main>
    }
}

/// What the team said, what it tries, and what came of it: why it is worth answering.
#[component]
fn Loop(
    said: Vec<TeamSaid>,
    actions: Vec<ActionRow>,
    came: Vec<ActionRow>,
    /// Whether the person may see what is tried.
    has_actions: bool,
) -> impl IntoView {
    let words = Words::find();
    let said: Vec<_> = said.into_iter().map(|said| view! { <Said said/> }).collect();
    let said = match said.is_empty() {
        true => view! { <p class="small muted">{words.t("team-empty")}</p> }.into_any(),
        false => view! { <ul>{said}</ul> }.into_any(),
    };
    let list = |rows: Vec<ActionRow>, none: &str| match rows.is_empty() {
        true => view! { <p class="small muted">{words.t(none)}</p> }.into_any(),
        false => {
            let rows: Vec<_> = rows.into_iter().map(|row| view! { <Tried row/> }).collect();
            view! { <ul>{rows}</ul> }.into_any()
        }
    };
    let actions = has_actions.then(|| {
        view! {
            <div>
                <h2>{words.t("team-tried")}</h2>
                {list(actions, "team-tried-none")}
            </div>
            <div>
                <h2>{words.t("team-came")}</h2>
                {list(came, "team-came-none")}
            </div>
        }
    });
    view! {
        <section class="card loop" aria-label=words.t("team-loop")>
            <div>
                <h2>{words.t("team-said")}</h2>
                {said}
            </div>
            {actions}
        </section>
    }
}

#[component]
fn Said(said: TeamSaid) -> impl IntoView {
    let words = Words::find();
    let number = |value: f64| format::number(words.0, value, said.measure.decimals());
    let usual = said.usual.map(|usual| words.tv("team-usual", &[("value", number(usual).into())]));
    let chip = match said.state {
        SignalState::Concern => Some(("chip concern", "team-said-concern")),
        SignalState::Better => Some(("chip ok", "team-said-better")),
        SignalState::None => None,
    };
    view! {
        <li>
            {words.t(&format!("team-said-{}", said.measure.name()))} " " <b class="num">{number(said.value)}</b>
            {usual.map(|usual| view! { <small class="muted">" " {usual}</small> })}
            {chip.map(|(class, text)| view! { " " <span class=class>{words.t(text)}</span> })}
        </li>
    }
}

/// Something that is or was tried; what was learned once it was looked back on.
#[component]
fn Tried(row: ActionRow) -> impl IntoView {
    let words = Words::find();
    let day = |day| format::short_date(words.0, day).into();
    let note = match row.closed_on {
        Some(closed) => format!(
            "{} · {}",
            words.t(&format!("action-state-{}", row.state.name())),
            words.tv("team-came-on", &[("date", day(closed))])
        ),
        None => words.tv("team-tried-until", &[("date", day(row.review_on))]),
    };
    view! {
        <li>
            <a href=format!("/actions/{}", row.id)>{row.tried}</a>
            <small class="muted">" " {note}</small>
            {(!row.learned.is_empty()).then(|| view! { <p class="small">{row.learned}</p> })}
        </li>
    }
}

/// Where the team's figures go on: its trend, and what it tries and has tried.
#[component]
fn Further() -> impl IntoView {
    let viewer = viewer();
    let words = Words(viewer.lang);
    let link = |right, href: &'static str, id: &str| {
        viewer.may(right).then(|| view! { <p><a class="small" href=href>{words.t(id)}</a></p> })
    };
    let links = [
        link(Right::ViewFigures, "/trends", "team-to-trends"),
        link(Right::ViewActions, "/actions", "team-to-actions"),
    ];
    let has_any = links.iter().any(Option::is_some);
    has_any.then(|| {
        view! {
            <section class="card">
                <h2>{words.t("team-further")}</h2>
                {links.into_iter().collect_view()}
            </section>
        }
    })
}

/// When figures come next.
#[component]
fn Next(next: Option<NextRelease>) -> impl IntoView {
    let words = Words::find();
    let text = match next {
        None => words.t("team-next-none"),
        Some(next) if next.is_due => words.tv("team-next-due", &[("round", next.round.into())]),
        Some(next) => words.tv(
            "team-next",
            &[
                ("round", next.round.into()),
                ("date", format::long_date(words.0, next.at.date()).into()),
                ("time", next.at.format("%H:%M").to_string().into()),
            ],
        ),
    };
    let may_answer = viewer().may(Right::CheckIn);
    view! {
        <section class="card next">
            <h2>{words.t("team-next-title")}</h2>
            <p class="small">{text}</p>
            {may_answer.then(|| view! { <p><a class="small" href="/check-in">{words.t("team-to-check-in")}</a></p> })}
        </section>
    }
}

#[component]
fn Unit(unit: TeamUnit, is_own: bool) -> impl IntoView {
    let words = Words::find();
    let id = format!("unit-{}", unit.unit.id);
    let kind = words.t(&format!("unit-kind-{}", unit.unit.kind.name()));
    // The page's own heading is about the own unit; its card needs none of the same name.
    let title = if is_own { words.t("team-newest") } else { unit.unit.name.clone() };
    let note = if is_own { unit.unit.name.clone() } else { kind };
    let heading = match is_own {
        true => view! { <h2 id=id.clone()>{title}</h2> }.into_any(),
        false => view! { <h3 id=id.clone()>{title}</h3> }.into_any(),
    };
    let figures: Vec<_> = unit.figures.into_iter().map(|figure| view! { <Figure figure/> }).collect();
    let body = if unit.newest.is_none() {
        view! { <p class="small muted">{words.t("team-empty")}</p> }.into_any()
    } else {
        view! {
            <dl class="figures">{figures}<Answered response=unit.response/></dl>
            <History history=unit.history svg=unit.svg name=unit.unit.name is_own/>
        }
        .into_any()
    };
    view! {
        <section class="card team-unit" aria-labelledby=id>
            <div class="unit-head">{heading}<span class="tiny muted">{note}</span></div>
            {body}
        </section>
    }
}

/// A value as it is written: points bare, shares in %.
fn value(words: Words, measure: Measure, value: i32) -> String {
    match measure {
        Measure::Overloaded | Measure::Underloaded | Measure::ResponseRate => {
            words.tv("team-percent", &[("value", value.into())])
        }
        Measure::Strain | Measure::Score(_) => value.to_string(),
    }
}

/// The rounds that a figure speaks of, where it is not the newest one alone.
fn span(words: Words, span: Span) -> Option<String> {
    let values = [("since", span.since.into()), ("round", span.round.into()), ("count", span.rounds.into())];
    (span.since < span.round).then(|| words.tv("team-window", &values))
}

/// What has to be said about a figure.
fn note(words: Words, measure: Measure, shown: Shown, usual: Option<i32>) -> Option<String> {
    let usual = usual.map(|usual| words.tv("team-usual", &[("value", value(words, measure, usual).into())]));
    match shown {
        Shown::Hidden => Some(words.t("team-hidden")),
        Shown::Carried { span: of, .. } => {
            let carried = words.tv("team-carried", &[("round", of.round.into())]);
            let carried = span(words, of).map_or(carried.clone(), |window| format!("{window}. {carried}"));
            Some([usual, Some(carried)].into_iter().flatten().collect::<Vec<_>>().join(" · "))
        }
        Shown::Figure { span: of, .. } => {
            let parts: Vec<String> = usual.into_iter().chain(span(words, of)).collect();
            (!parts.is_empty()).then(|| parts.join(" · "))
        }
    }
}

#[component]
fn Figure(figure: TeamFigure) -> impl IntoView {
    let words = Words::find();
    let label = match figure.own {
        Some((en, _)) if words.0 == domain::Lang::En => en,
        Some((_, nb)) => nb,
        None => words.t(&figure.measure.text_id()),
    };
    let text = figure.shown.value().map(|number| value(words, figure.measure, number));
    let note = note(words, figure.measure, figure.shown, figure.usual);
    view! { <Row label text note/> }
}

#[component]
fn Answered(response: Response) -> impl IntoView {
    let words = Words::find();
    let label = words.t(&Measure::ResponseRate.text_id());
    let (text, note) = match response {
        Response::Never => (None, Some(words.t("team-response-never"))),
        Response::Hidden => (None, Some(words.t("team-hidden"))),
        Response::Told { lower, upper, people } => {
            let text = if lower == upper {
                value(words, Measure::ResponseRate, lower)
            } else {
                words.tv("team-percent-band", &[("low", lower.into()), ("high", upper.into())])
            };
            let people =
                people.map(|people| words.tv("team-people", &[("people", people.replace('-', "–").into())]));
            let care = (upper < 50).then(|| words.t("team-low-response"));
            let parts: Vec<String> = people.into_iter().chain(care).collect();
            (Some(text), (!parts.is_empty()).then(|| parts.join(" · ")))
        }
    };
    view! { <Row label text note/> }
}

/// A line of figures: what, how much, and what has to be said about it.
#[component]
fn Row(label: String, text: Option<String>, note: Option<String>) -> impl IntoView {
    let number = match text {
        Some(text) => view! { <span class="value num">{text}</span> }.into_any(),
        // The words beside it say it to those who do not see the dash.
        None => view! { <span class="value muted" aria-hidden="true">"—"</span> }.into_any(),
    };
    view! {
        <div class="line">
            <dt>{label}</dt>
            <dd>{number}{note.map(|note| view! { <span class="tiny muted">{note}</span> })}</dd>
        </div>
    }
}

/// The last rounds: a small chart and the same as a table.
#[component]
fn History(
    history: Vec<PastRound>,
    svg: Option<(String, String)>,
    name: String,
    is_own: bool,
) -> impl IntoView {
    let words = Words::find();
    if history.is_empty() {
        return None;
    }
    let title = words.tv("team-history", &[("count", history.len().into())]);
    let caption = words.tv("team-chart", &[("unit", name.as_str().into()), ("count", history.len().into())]);
    let has_breaks = history.iter().any(|round| round.breaks);
    let chart = svg.map(|(wide, narrow)| {
        view! { <figure><figcaption class="sr">{caption}</figcaption><Plot svg=wide narrow/></figure> }
    });
    let breaks = has_breaks.then(|| view! { <p class="tiny muted">{words.t("team-breaks")}</p> });
    let rows: Vec<_> = history.into_iter().map(|round| view! { <Past round/> }).collect();
    let table = view! {
        <div class="scroll" tabindex="0" role="region" aria-label=format!("{title}, {name}")>
            <table class="data">
                <caption class="sr">{format!("{title}, {name}")}</caption>
                <thead><tr>
                    <th scope="col">{words.t("column-period")}</th>
                    <th scope="col" class="num">{words.t("measure-satisfaction")}</th>
                    <th scope="col" class="num">{words.t("measure-strain")}</th>
                    <th scope="col" class="num">{words.t("column-answered")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    Some(if is_own {
        view! {
            <h3 class="past">{title}</h3>
            {chart}
            {breaks}
            <details class="table"><summary>{words.t("trends-table")}</summary>{table}</details>
        }
        .into_any()
    } else {
        view! { <details class="table"><summary>{title}</summary>{chart}{breaks}{table}</details> }.into_any()
    })
}

#[component]
fn Past(round: PastRound) -> impl IntoView {
    let words = Words::find();
    let week = format::period(words.0, Period::containing(round.starts_on, Resolution::Week));
    let cell = |shown: Shown| match shown {
        Shown::Figure { value, .. } => value.to_string(),
        Shown::Carried { value, span } => {
            words.tv("team-cell-carried", &[("value", value.into()), ("round", span.round.into())])
        }
        Shown::Hidden => words.t("cell-hidden"),
    };
    view! {
        <tr>
            <th scope="row">{week}</th>
            <td class="num">{cell(round.satisfaction)}</td>
            <td class="num">{cell(round.strain)}</td>
            <td class="num">{round.people.replace('-', "–")}</td>
        </tr>
    }
}
