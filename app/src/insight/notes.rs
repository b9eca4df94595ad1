//! Notes on the time axis: the list of a unit, and the form for one.

use domain::{
    Field as FieldName, Right, UnitId,
    insight::notes::{
        LONGEST_DETAIL, LONGEST_LABEL, Note, NoteAct, NoteKind, NotePage, NoteRow, NotesPage, Topic, days,
    },
};
use leptos::prelude::*;

use crate::{
    parts::{
        Choices, Done, ErrorSummary, Field, LongForm, PageTitle, SelectField, TextArea, TrendsTabs, UnitPath,
    },
    request::{Refill, Words, viewer},
};

#[component]
pub fn ListPage(page: NotesPage) -> impl IntoView {
    let words = Words::find();
    let unit = page.place.unit.clone();
    // Who only keeps notes has no way to the other pages.
    let tabs = viewer().may(Right::ViewFigures).then(|| view! { <TrendsTabs unit=unit.id/> });
    let is_empty = page.rows.is_empty();
    let rows: Vec<_> = page.rows.into_iter().map(|row| view! { <Row row here=unit.id/> }).collect();
    let add = page.may_add.then(|| {
        view! { <a class="btn" href=format!("/trends/notes/new?unit={}", unit.id)>{words.t("notes-add")}</a> }
    });
    view! {
        <PageTitle text=format!("{} · {}", words.t("notes-title"), unit.name)/>
        <main class="wrap" id="main">
            {tabs}
            <UnitPath place=page.place page="/trends/notes"/>
            <div class="row spread">
                <h1>{words.t("notes-title")}</h1>
                {add}
            </div>
            <p class="lead">{words.t("notes-lead")}</p>
            <p><a href=format!("/competitors?unit={}", unit.id)>{words.t("competitors-title")}</a></p>
            <Done family="note-done-"/>
            {if is_empty {
                view! {
                    <div class="empty">
                        <h2>{words.t("notes-empty-title")}</h2>
                        <p>{words.t("notes-empty-text")}</p>
                    </div>
                }.into_any()
            } else {
                view! { <ul class="notes">{rows}</ul> }.into_any()
            }}
            {page.is_cut.then(|| view! { <p class="small muted">{words.t("notes-cut")}</p> })}
        </main>
    }
}

#[component]
fn Row(row: NoteRow, here: UnitId) -> impl IntoView {
    let words = Words::find();
    let note = row.note.clone();
    let acts: Vec<_> = NoteAct::ALL
        .iter()
        .filter(|_| row.may_change)
        .map(|act| {
            let class = if *act == NoteAct::Remove { "btn quiet danger" } else { "btn quiet" };
            view! {
                <a class=class href=format!("/trends/notes/{}/{}", row.id, act.name())>
                    {words.t(act.text_id())}
                    // The same words stand beside each note.
                    <span class="sr">" " {note.label.clone()}</span>
                </a>
            }
        })
        .collect();
    let above = (row.unit.id != here)
        .then(|| view! { <span class="chip">{words.tv("note-from-above", &[("unit", row.unit.name.clone().into())])}</span> });
    view! {
        <li class="card" id=format!("note-{}", row.id)>
            <Told note=row.note>{above}</Told>
            {(!acts.is_empty()).then(|| view! { <div class="row">{acts}</div> })}
        </li>
    }
}

/// A note, for reading.
#[component]
fn Told(
    note: Note,
    /// What else stands beside its kind.
    children: Children,
) -> impl IntoView {
    let words = Words::find();
    let sides = note.comparison.map(|sides| {
        view! {
            <dl class="facts">
                <div class="kv"><dt>{words.t("field-topic")}</dt><dd>{words.t(sides.topic.text_id())}</dd></div>
                <div class="kv"><dt>{words.t("note-ours")}</dt><dd>{sides.ours}</dd></div>
                <div class="kv"><dt>{words.t("note-theirs")}</dt><dd>{sides.theirs}</dd></div>
            </dl>
        }
    });
    view! {
        <div class="told">
            <p class="eyebrow num">{days(words.0, note.starts_on, note.ends_on)}</p>
            <h2>{note.label}</h2>
            <p class="about">
                <span class="chip">{words.t(note.kind.text_id())}</span>
                {note.is_baseline.then(|| view! { <span class="chip hold">{words.t("note-baseline-chip")}</span> })}
                {children()}
            </p>
            {sides}
            {(!note.detail.is_empty()).then(|| view! { <p class="what">{note.detail}</p> })}
        </div>
    }
}

#[component]
pub fn NewPage(page: NotePage) -> impl IntoView {
    let words = Words::find();
    let id = page.unit.id;
    view! {
        <PageTitle text=words.t("notes-add")/>
        <main class="wrap narrow" id="main">
            <Back page=page.clone()/>
            <h1>{words.t("notes-add")}</h1>
            <p class="lead">{words.tv("note-form-lead", &[("unit", page.unit.name.clone().into())])}</p>
            <ErrorSummary/>
            <LongForm class="note-form" action=format!("/trends/notes/new?unit={id}")>
                <input type="hidden" name="unit" value=id.to_string()/>
                <Fields page/>
                <div class="row">
                    <button class="btn">{words.t("note-add-submit")}</button>
                    <a class="btn quiet" href=format!("/trends/notes?unit={id}")>{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}

#[component]
fn Back(page: NotePage) -> impl IntoView {
    let words = Words::find();
    view! {
        <p class="eyebrow">
            <a href=format!("/trends/notes?unit={}", page.unit.id)>{words.t("notes-title")}</a>
            " · " {page.unit.name}
        </p>
    }
}

#[component]
fn Fields(page: NotePage) -> impl IntoView {
    let words = Words::find();
    let refill = Refill::find();
    let iso = |day: chrono::NaiveDate| day.to_string();
    let note = page.note;
    let text = |pick: fn(&Note) -> String| note.as_ref().map(pick).unwrap_or_default();
    let side = |pick: fn(&domain::insight::notes::Comparison) -> String| {
        note.as_ref().and_then(|note| note.comparison.as_ref()).map(pick).unwrap_or_default()
    };
    let kinds = NoteKind::ALL.iter().map(|kind| (kind.name(), words.t(kind.text_id()))).collect();
    let kind = note.as_ref().map_or(NoteKind::Event, |note| note.kind).name();
    let starts_on = note.as_ref().map_or(page.today, |note| note.starts_on);
    let mut topics = vec![(String::new(), words.t("choose"))];
    topics.extend(Topic::ALL.iter().map(|topic| (topic.name().to_owned(), words.t(topic.text_id()))));
    let is_baseline = if refill.is_again() {
        !refill.value("baseline").is_empty()
    } else {
        note.as_ref().is_some_and(|note| note.is_baseline)
    };
    let label_hint = words.tv("note-label-hint", &[("most", LONGEST_LABEL.into())]);
    view! {
        <Choices field=FieldName::NoteKind label=words.t("field-note-kind") options=kinds value=kind required=true/>
        <Field field=FieldName::Label label=words.t("field-label") hint=label_hint value=text(|note| note.label.clone()) required=true/>
        <div class="pair">
            <Field field=FieldName::StartsOn label=words.t("field-starts-on") kind="date" value=iso(starts_on) required=true/>
            <Field field=FieldName::EndsOn label=words.t("note-ends-on") kind="date"
                value=text(|note| note.ends_on.map(|day| day.to_string()).unwrap_or_default())/>
        </div>
        <fieldset class="sides">
            <legend>{words.t("note-sides-legend")}</legend>
            <p class="hint">{words.t("note-sides-hint")}</p>
            <SelectField field=FieldName::Topic label=words.t("field-topic") options=topics
                value=side(|sides| sides.topic.name().to_owned())/>
            <TextArea field=FieldName::Ours label=words.t("field-ours") longest=LONGEST_DETAIL value=side(|sides| sides.ours.clone())/>
            <TextArea field=FieldName::Theirs label=words.t("field-theirs") longest=LONGEST_DETAIL value=side(|sides| sides.theirs.clone())/>
        </fieldset>
        <TextArea field=FieldName::Detail label=words.t("field-detail") hint=words.t("note-detail-hint")
            longest=LONGEST_DETAIL value=text(|note| note.detail.clone())/>
        <div class="field">
            <label class="choice">
                <input type="checkbox" name="baseline" value="yes" checked=is_baseline aria-describedby="baseline-hint"/>
                " " {words.t("note-baseline-label")}
            </label>
            <p class="hint" id="baseline-hint">{words.t("note-baseline-hint")}</p>
        </div>
    }
}

#[component]
pub fn ActPage(page: NotePage, id: i64, act: NoteAct) -> impl IntoView {
    let words = Words::find();
    let unit = page.unit.id;
    let title = words.t(&format!("note-{}-title", act.name()));
    let class = if act == NoteAct::Remove { "btn danger" } else { "btn" };
    let fields = match act {
        NoteAct::Change => view! { <Fields page=page.clone()/> }.into_any(),
        NoteAct::Remove => view! {
            <p class="lead">{words.t("note-remove-text")}</p>
            {page.note.clone().map(|note| view! { <div class="card"><Told note>""</Told></div> })}
        }
        .into_any(),
    };
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow" id="main">
            <Back page/>
            <h1>{title}</h1>
            <ErrorSummary/>
            <LongForm class="note-form" action=format!("/trends/notes/{id}/{}", act.name())>
                {fields}
                <div class="row">
                    <button class=class>{words.t(&format!("note-{}-submit", act.name()))}</button>
                    <a class="btn quiet" href=format!("/trends/notes?unit={unit}")>{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}
