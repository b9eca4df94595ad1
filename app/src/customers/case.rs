//! A case: what happened, what is promised, what comes next.

use domain::{
    Field as FieldName, Right, Role,
    access::role_text_id,
    customers::{
        case::{Act, CasePage, ClockShown, ClockState, EventShown, LONGEST_NOTE},
        mention::Mention,
        words::{Channel, Kind, Stage},
    },
    format,
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    files::FileList,
    related::{RelatedCard, Signpost},
    wording::{event_line, event_place, left_chip, minute, shortened, working_time},
};
use crate::{
    islands::Shortcuts,
    parts::{Done, ErrorSummary, Field, SelectField, TextArea},
    request::{Refill, Words, viewer},
};

#[component]
pub fn CasePageView(page: CasePage) -> impl IntoView {
    let words = Words::find();
    let case = page.case.clone();
    let title = match page.erased_on {
        Some(day) => words.tv("case-erased", &[("date", format::short_date(words.0, day).into())]),
        None => shortened(&case.what),
    };
    let is_cut = page.erased_on.is_none() && title != case.what;
    let chip = left_chip(words, &case);
    view! {
        <Title text=format!("{} · Trivsel", case.reference)/>
        <main class="wrap" id="main">
            <Shortcuts/>
            <p class="eyebrow num">
                {case.reference.clone()} " · " {words.tv("case-received", &[("at", minute(words, &page.received_at).into())])}
            </p>
            <h1>{title}</h1>
            <p class="row">{chip} <span class="chip">{words.t(case.stage.text_id())}</span></p>
            <Signpost related=page.related.clone()/>
            <Done family="case-done-"/>
            <ErrorSummary/>
            <Meanwhile events=page.meanwhile.clone()/>
            <div class="grid2">
                <div class="stack">
                    <NextStep page=page.clone()/>
                    <section class="card">
                        <h2>{words.t("case-about")}</h2>
                        {is_cut.then(|| view! { <p class="what">{case.what.clone()}</p> })}
                        <Facts page=page.clone()/>
                    </section>
                    {(page.may_handle || !page.files.is_empty()).then(|| view! { <FilesCard page=page.clone()/> })}
                    <RelatedCard related=page.related.clone() proposed=page.proposed.clone() reference=case.reference.clone()/>
                    <Actions page=page.clone()/>
                    {page.may_handle.then(|| view! { <NoteForm page=page.clone()/> })}
                </div>
                <aside class="stack">
                    {(!page.clocks.is_empty()).then(|| view! { <Promises clocks=page.clocks.clone()/> })}
                    <section class="card">
                        <h2>{words.t("case-steps")}</h2>
                        <Timeline page=page.clone()/>
                    </section>
                </aside>
            </div>
        </main>
    }
}

/// What came in since the form was opened that was refused.
#[component]
pub(super) fn Meanwhile(events: Vec<EventShown>) -> impl IntoView {
    let words = Words::find();
    (!events.is_empty() && Refill::find().problem().is_some()).then(|| {
        let lines: Vec<_> = events
            .iter()
            .map(|event| {
                let text = (!event.text.is_empty()).then(|| view! { <p class="what small">{event.text.clone()}</p> });
                view! { <li>{event_line(words, event)} <small>{event_place(words, event)}</small> {text}</li> }
            })
            .collect();
        view! {
            <section class="notice">
                <h2>{words.t("case-meanwhile")}</h2>
                <ol class="timeline">{lines}</ol>
                <p class="small">{words.t("case-meanwhile-text")}</p>
            </section>
        }
    })
}

/// One clear next step, the other acts below it.
#[component]
fn NextStep(page: CasePage) -> impl IntoView {
    let words = Words::find();
    if !page.may_handle {
        return None;
    }
    let reference = page.case.reference.clone();
    let next = page.next.map(|act| view! { <ActButton act reference=reference.clone() is_main=true/> });
    // What is open when a case is closed needs somebody who does it.
    let hands_on =
        page.next == Some(Act::Close) && page.actions.iter().any(|action| action.done_on.is_none());
    let roles = hands_on.then(|| {
        let options = std::iter::once((String::new(), words.t("case-hand-on-nobody")))
            .chain(
                [Role::Manager, Role::Service, Role::Hr, Role::Admin]
                    .map(|role| (role.name().to_owned(), words.t(&role.text_id()))),
            )
            .collect();
        view! { <SelectField field=FieldName::HandedTo label=words.t("field-handed-to") options=options/> }
    });
    // After a receipt there are two ways: say that we have it, or assess at once.
    let others: Vec<_> = page
        .acts
        .iter()
        .copied()
        .filter(|act| Some(*act) != page.next && !has_own_form(*act))
        .map(|act| view! { <ActButton act reference=reference.clone() is_main=false/> })
        .collect();
    let mark = page.mention.is_none().then(|| {
        let href = format!("/complaints/{reference}/mention");
        view! { <a class="btn quiet" href=href>{words.t("mention-mark")}</a> }
    });
    let related = {
        let href = format!("/complaints/{reference}/related");
        view! { <a class="btn quiet" href=href>{words.t("related-open")}</a> }
    };
    let slip = {
        let href = format!("/complaints/{reference}/slip");
        view! { <a class="btn quiet" href=href>{words.t("slip-open")}</a> }
    };
    // Whoever stands in front of the desk takes it along.
    let is_here = page.case.stage == Stage::Received && page.case.channel == Channel::InPerson;
    let (slip_first, slip) = if is_here { (Some(slip), None) } else { (None, Some(slip)) };
    let again = page.is_repeated_anew.then(|| {
        let href = format!("/complaints/new?repeat_of={reference}");
        view! { <a class="btn quiet" href=href>{words.t("case-repeat-anew")}</a> }
    });
    let follow_up = page.contact.as_ref().map(|_| {
        let href = format!("/follow-ups/new?case={reference}");
        view! { <a class="btn quiet" href=href>{words.t("follow-up-case")}</a> }
    });
    let undo = page.undo.as_ref().map(|(kind, until)| {
        view! {
            <p class="small take-back">
                <button class="btn quiet small" name="act" value="undo">{words.t("act-undo")}</button> " "
                {words.tv("case-undo", &[("what", words.t(kind.text_id()).into()), ("until", until.clone().into())])}
            </p>
        }
    });
    let owner = match (&page.case.owner, page.is_mine) {
        (_, true) => words.t("case-owner-you"),
        (Some(name), _) => words.tv("case-owner", &[("name", name.clone().into())]),
        (None, _) => words.tv("case-owner-none", &[("unit", page.holder.clone().into())]),
    };
    let lead = page.next.map(|act| words.t(&format!("case-next-{}", act.name())));
    Some(view! {
        <section class="card next-step">
            <h2>{words.t(if page.next.is_some() { "case-next" } else { "case-next-none" })}</h2>
            {lead.map(|lead| view! { <p>{lead}</p> })}
            <form method="post" novalidate action=format!("/complaints/{reference}")>
                <input type="hidden" name="version" value=page.case.version/>
                {roles}
                <div class="row">{next} {slip_first} {again}</div>
                {undo}
                <details class="more">
                    <summary>{words.t("case-more-acts")}</summary>
                    <div class="row acts">{others} {slip} {related} {mark} {follow_up}</div>
                </details>
            </form>
            <p class="small muted">{owner}</p>
        </section>
    })
}

#[component]
fn ActButton(act: Act, reference: String, is_main: bool) -> impl IntoView {
    let words = Words::find();
    let class = if is_main { "btn" } else { "btn quiet" };
    let key = match act {
        Act::Take => Some("a"),
        Act::Letter => Some("r"),
        Act::Pause | Act::Resume => Some("p"),
        _ => None,
    };
    let label = words.t(act.text_id());
    match act.has_page() {
        true => view! {
            <a class=class href=format!("/complaints/{reference}/{}", act.name()) data-key=key>{label}</a>
        }
        .into_any(),
        false => {
            view! { <button class=class name="act" value=act.name() data-key=key>{label}</button> }.into_any()
        }
    }
}

#[component]
fn Facts(page: CasePage) -> impl IntoView {
    let words = Words::find();
    let case = page.case;
    let row =
        |label: String, value: AnyView| view! { <div class="kv"><dt>{label}</dt><dd>{value}</dd></div> };
    let class = if case.is_urgent() { "chip concern" } else { "chip" };
    let severity = view! { <span class=class>{words.t(case.severity.text_id())}</span> }.into_any();
    let issues: Vec<String> = page
        .issues
        .iter()
        .map(|issue| {
            let said =
                [issue.outcome.map(|outcome| outcome.text_id()), issue.cause.map(|cause| cause.text_id())];
            let said: Vec<String> = said.into_iter().flatten().map(|id| words.t(id)).collect();
            match said.is_empty() {
                true => words.t(issue.category.text_id()),
                false => format!("{}: {}", words.t(issue.category.text_id()), said.join(", ")),
            }
        })
        .collect();
    let about = if issues.is_empty() { words.t(case.category.text_id()) } else { issues.join(" · ") };
    let outcome =
        page.outcome.map(|outcome| row(words.t("field-case-outcome"), words.t(outcome.text_id()).into_any()));
    let ended =
        page.end_reason.map(|reason| row(words.t("field-end-reason"), words.t(reason.text_id()).into_any()));
    let apology = page.apology.map(|apology| {
        let text = match apology.is_given {
            true => words.t("case-apology-given"),
            false => words.tv("case-apology-not", &[("reason", apology.reason_not.into())]),
        };
        row(words.t("field-apology"), text.into_any())
    });
    let remedy = page.remedy.map(|done| {
        let cost = done.cost.map(|cost| kroner(words, cost));
        let text = [Some(words.t(done.remedy.text_id())), cost].into_iter().flatten().collect::<Vec<_>>();
        row(words.t("field-remedy"), text.join(" · ").into_any())
    });
    let contact = page.contact.map(|contact| {
        let known: Vec<String> =
            [contact.name, contact.phone, contact.email].into_iter().filter(|part| !part.is_empty()).collect();
        let day = format::short_date(words.0, contact.delete_on);
        view! {
            <div class="kv">
                <dt>{words.t("case-contact")}</dt>
                <dd>{known.join(" · ")} " " <small class="muted">{words.tv("case-contact-until", &[("date", day.into())])}</small></dd>
            </div>
        }
    });
    let mention = page.mention.map(|mention| {
        let reads = mention.has_name() && (mention == Mention::Praise || viewer().may(Right::ReadMention));
        let more = reads.then(|| {
            let href = format!("/complaints/{}/mention", case.reference);
            view! { " " <a href=href>{words.t("mention-look")}</a> }
        });
        row(words.t("mention-fact"), view! { {words.t(mention.text_id())} {more} }.into_any())
    });
    let put_right =
        (!page.put_right.is_empty()).then(|| row(words.t("field-put-right"), page.put_right.into_any()));
    let holder = (page.holder != case.unit && case.kind == Kind::Complaint)
        .then(|| row(words.t("field-holder"), page.holder.into_any()));
    let lang = page.lang.map(|lang| row(words.t("field-case-lang"), lang.own_name().into_any()));
    view! {
        <dl class="facts">
            {(case.kind != Kind::Complaint).then(|| row(words.t("field-voice-kind"), words.t(case.kind.text_id()).into_any()))}
            {row(words.t("field-category"), about.into_any())}
            {outcome} {ended} {apology} {remedy} {put_right} {mention}
            {row(words.t("column-channel"), words.t(case.channel.text_id()).into_any())}
            {row(words.t("cases-severity"), severity)}
            {row(words.t("field-unit"), case.unit.into_any())}
            {holder}
            {row(words.t("field-happened-on"), format::long_date(words.0, case.happened_on).into_any())}
            {lang} {contact}
        </dl>
    }
}

/// An amount in øre as people write it.
pub(super) fn kroner(words: Words, ore: i64) -> String {
    // Exact far beyond any cost that a form lets through.
    #[expect(clippy::cast_precision_loss, reason = "costs are below 2^53")]
    let amount = ore as f64 / 100.0;
    let decimals = if ore % 100 == 0 { 0 } else { 2 };
    words.tv("kroner", &[("amount", format::number(words.0, amount, decimals).into())])
}

#[component]
fn Promises(clocks: Vec<ClockShown>) -> impl IntoView {
    let words = Words::find();
    let lines: Vec<_> = clocks
        .into_iter()
        .map(|clock| {
            let (class, text) = match clock.state {
                ClockState::Late(seconds) => {
                    ("chip concern", words.tv("time-late", &[("time", working_time(words, seconds).into())]))
                }
                ClockState::Running(seconds) => (
                    if clock.is_warned { "chip concern" } else { "chip" },
                    words.tv("time-left", &[("time", working_time(words, seconds).into())]),
                ),
                ClockState::Paused => ("chip hold", words.t("time-waits")),
                ClockState::Kept => ("chip ok", words.t("clock-kept")),
                ClockState::Missed => ("chip concern", words.t("clock-missed")),
                ClockState::NeverOpen => ("chip", words.t("clock-never-open")),
            };
            let due = clock.due.filter(|_| !matches!(clock.state, ClockState::Kept | ClockState::Missed));
            let due = due.map(|due| words.tv("clock-due", &[("at", minute(words, &due).into())]));
            let shares: Vec<String> = clock
                .shares
                .into_iter()
                .map(|(unit, seconds)| format!("{unit} {}", working_time(words, seconds)))
                .collect();
            let shares =
                (!shares.is_empty()).then(|| view! { <small class="muted">{shares.join(" · ")}</small> });
            view! {
                <li>
                    <span>{words.t(clock.kind.text_id())}</span> <span class=class>{text}</span>
                    {due.map(|due| view! { <small class="muted">{due}</small> })}
                    {shares}
                </li>
            }
        })
        .collect();
    view! {
        <section class="card">
            <h2>{words.t("case-promises")}</h2>
            <ul class="promises">{lines}</ul>
            <p class="small muted">{words.t("case-promises-text")}</p>
        </section>
    }
}

#[component]
fn Timeline(page: CasePage) -> impl IntoView {
    let words = Words::find();
    let done: Vec<_> = page
        .events
        .iter()
        .map(|event| {
            let is_late = event.kind == domain::customers::words::EventKind::Late;
            let class = match (event.is_undone, is_late) {
                (true, _) => "undone",
                (_, true) => "late",
                _ => "done",
            };
            let undone = event.is_undone.then(|| format!(" ({})", words.t("case-undone")));
            let text = (!event.text.is_empty()).then(|| {
                // A letter is as long as it has to be.
                match event.text.chars().count() > 300 {
                    true => view! {
                        <details class="small"><summary>{words.t("case-read")}</summary><p class="what">{event.text.clone()}</p></details>
                    }.into_any(),
                    false => view! { <p class="what small">{event.text.clone()}</p> }.into_any(),
                }
            });
            view! {
                <li class=class>
                    {event_line(words, event)} {undone}
                    <small>{event_place(words, event)}</small>
                    {text}
                </li>
            }
        })
        .collect();
    let next = page.next.map(|next| {
        view! { <li class="todo">{words.t(next.text_id())}<small>{words.t("case-comes-next")}</small></li> }
    });
    view! { <ol class="timeline">{done}{next}</ol> }
}

/// Acts whose button stands in a form of their own.
const fn has_own_form(act: Act) -> bool {
    matches!(act, Act::Note | Act::Undo | Act::AddAction | Act::FinishAction)
}

/// What is still to be done, and what was.
#[component]
fn Actions(page: CasePage) -> impl IntoView {
    let words = Words::find();
    let address = format!("/complaints/{}", page.case.reference);
    let version = page.case.version;
    let may_add = page.acts.contains(&Act::AddAction);
    let may_finish = page.acts.contains(&Act::FinishAction);
    let lines: Vec<_> = page
        .actions
        .iter()
        .map(|action| {
            let day = |day| format::short_date(words.0, day);
            let (class, when) = match action.done_on {
                Some(done) => ("done", words.tv("case-action-done-on", &[("date", day(done).into())])),
                None if action.is_late => ("late", words.tv("case-action-late", &[("date", day(action.due_on).into())])),
                None => ("todo", words.tv("case-action-due", &[("date", day(action.due_on).into())])),
            };
            let role = action.handed_to.as_ref().map(|role| {
                format!(" · {}", words.tv("case-action-handed", &[("role", words.t(&role_text_id(role)).into())]))
            });
            let button = (may_finish && action.done_on.is_none()).then(|| {
                let label = format!("{}: {}", words.t("act-finish_action"), shortened(&action.what));
                view! {
                    <form method="post" novalidate action=address.clone()>
                        <input type="hidden" name="version" value=version/>
                        <input type="hidden" name="action_id" value=action.id/>
                        <button class="btn quiet small" name="act" value="finish_action" aria-label=label>{words.t("act-finish_action")}</button>
                    </form>
                }
            });
            view! { <li class=class>{action.what.clone()} <small>{when}{role}</small> {button}</li> }
        })
        .collect();
    let form = may_add.then(|| {
        view! {
            <details class="more" open=Refill::find().value("act") == "add_action">
                <summary>{words.t("act-add_action")}</summary>
                <form method="post" novalidate action=address.clone()>
                    <input type="hidden" name="version" value=version/>
                    <TextArea field=FieldName::Action label=words.t("field-open-action") longest=LONGEST_NOTE/>
                    <Field field=FieldName::DueOn label=words.t("field-due-on") kind="date"/>
                    <button class="btn quiet" name="act" value="add_action">{words.t("case-action-add")}</button>
                </form>
            </details>
        }
    });
    (may_add || !lines.is_empty()).then(|| {
        view! {
            <section class="card" id="actions">
                <h2>{words.t("case-actions")}</h2>
                {(!lines.is_empty()).then(|| view! { <ol class="timeline">{lines}</ol> })}
                {form}
            </section>
        }
    })
}

#[component]
fn FilesCard(page: CasePage) -> impl IntoView {
    let words = Words::find();
    let reference = page.case.reference;
    let none = page.files.is_empty().then(|| view! { <p class="muted small">{words.t("files-none")}</p> });
    view! {
        <section class="card" id="files">
            <h2>{words.t("files-title")}</h2>
            {none}
            <FileList files=page.files reference=reference.clone()/>
            {page.may_handle.then(|| view! {
                <p><a class="btn quiet" href=format!("/complaints/{reference}/files")>{words.t("files-open")}</a></p>
            })}
        </section>
    }
}

#[component]
fn NoteForm(page: CasePage) -> impl IntoView {
    let words = Words::find();
    view! {
        <section class="card" id="notes">
            <h2>{words.t("field-note")}</h2>
            <form method="post" novalidate action=format!("/complaints/{}", page.case.reference)>
                <input type="hidden" name="version" value=page.case.version/>
                <TextArea field=FieldName::Note label=words.t("case-note-label") hint=words.t("case-note-hint") longest=LONGEST_NOTE/>
                <button class="btn quiet" name="act" value="note">{words.t("case-add-note")}</button>
            </form>
        </section>
    }
}
