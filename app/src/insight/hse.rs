//! Documentation of the psychosocial working environment: one sheet across, and the forms that fill it in.

use domain::{
    Field as FieldName, format,
    insight::{
        hse::{
            Forum, Gap, HseAct, HseFactor, HseMeeting, HsePage, HseRow, HseState, HseVersionLine, LONGEST,
            LONGEST_NAME, Level, Relevance, RowStatus,
        },
        pack_pages::MatrixRow,
    },
};
use leptos::prelude::*;

use super::review::change;
use crate::{
    parts::{Done, ErrorSummary, Field, LongForm, PageTitle, SelectField, TextArea},
    request::Words,
};

fn factor_name(words: Words, row: &HseRow) -> String {
    if row.factor.is_own() { row.name.clone() } else { words.t(row.factor.text_id()) }
}

#[component]
pub fn Page(page: HsePage) -> impl IntoView {
    let words = Words::find();
    let title = words.t("review-kind-hse");
    let is_draft = !matches!(page.state, HseState::Approved | HseState::Superseded);
    let tag = match page.n {
        0 => words.t("hse-none-yet"),
        n => words.tv("hse-version", &[("n", n.into()), ("state", words.t(page.state.text_id()).into())]),
    };
    let tag_class = if is_draft { "tag" } else { "tag ok" };
    let (address, writes) = (page.address.clone(), page.may_write);
    let rows: Vec<_> = page
        .rows
        .iter()
        .filter(|(row, _)| writes || row.is_there())
        .cloned()
        .map(|(row, figures)| row_view(words, row, figures, writes.then(|| address.clone())))
        .collect();
    let back = format!("/review/{}/unit/{}", page.quarter, address.split('/').nth(4).unwrap_or_default());
    let id = page.id.clone().map(|id| {
        let look_up = words.tv("review-look-up", &[("address", page.look_up.clone().into())]);
        view! { <p><span class="id">{id}</span><span>{look_up}</span></p> }
    });
    let about = format!("{} · {}", page.unit, page.quarter_name);
    let foot = [about.clone(), tag.clone()].join(" · ");
    view! {
        <PageTitle text=format!("{title} · {about}")/>
        <main class="wrap pack hse" id="main">
            <div class="row spread tools">
                <a href=back>{words.t("dialogue-back")}</a>
                <span class="fine">{words.t("hse-print")}</span>
            </div>
            <Done family="hse-done-"/>
            {tools(words, &page)}
            <section class="leaf hse-sheet">
                <header class="run">
                    <span class="mark">"Trivsel"</span>
                    <span class="kind">{words.t("hse-kind")}</span>
                    <span class=tag_class>{tag}</span>
                </header>
                <p class="kick">{about}</p>
                <h1>{title}</h1>
                <div class="scroll" tabindex="0" role="region" aria-label=words.t("hse-table")>
                    <table class="hse-table">
                        <thead>
                            <tr>
                                <th scope="col">{words.t("hse-column-factor")}</th>
                                <th scope="col">{words.t("hse-column-figures")}</th>
                                <th scope="col">{words.t("field-assessment")}</th>
                                <th scope="col">{words.t("field-hse-measure")}</th>
                                <th scope="col">{words.t("field-owner")}</th>
                                <th scope="col">{words.t("field-due-on")}</th>
                                <th scope="col">{words.t("field-hse-status")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <div class="cols three rule fine">
                    <div>{taking_part(words, &page)}</div>
                    <div>{around(words, &page)}</div>
                    <div>
                        <h3>{words.t("review-versions")}</h3>
                        <ul class="hse-versions">{versions(words, &page)}</ul>
                        <h3>{words.t("hse-with-care")}</h3>
                        <p>{words.t("hse-with-care-text")}</p>
                    </div>
                </div>
                <footer class="feet">{id}<span>{foot}</span></footer>
            </section>
        </main>
    }
}

/// What the person can do, and what stands in the way.
fn tools(words: Words, page: &HsePage) -> impl IntoView {
    let link = |path: &str, id: &str| {
        view! { <a class="btn quiet" href=format!("{}/{path}", page.address)>{words.t(id)}</a> }.into_any()
    };
    let mut links = Vec::new();
    if page.may_write {
        links.push(link("about", "hse-about"));
        links.push(link("meeting", "hse-meeting-add"));
        match page.state {
            HseState::Draft if page.n > 0 => links.push(link("step/share", "hse-act-share")),
            HseState::Shared => links.push(link("step/approve", "hse-act-approve")),
            _ => {}
        }
    }
    if page.may_remark {
        links.push(link("reading", "hse-reading-add"));
    }
    (!links.is_empty())
        .then(|| view! { <div class="row hse-tools">{links}</div>{in_the_way(words, &page.gaps)} })
}

fn in_the_way(words: Words, gaps: &[Gap]) -> impl IntoView {
    let of = |gap: &Gap| match gap {
        Gap::NotAssessed(factor) => {
            words.tv("hse-gap-not-assessed", &[("factor", words.t(factor.text_id()).into())])
        }
        Gap::NobodyResponsible(factor) => {
            words.tv("hse-gap-nobody", &[("factor", words.t(factor.text_id()).into())])
        }
        Gap::FiguresNotApproved => words.t("hse-gap-figures"),
        Gap::NoMeeting => words.t("hse-gap-meeting"),
        Gap::NotRead => words.t("hse-gap-read"),
    };
    let lines: Vec<_> = gaps.iter().map(|gap| view! { <li>{of(gap)}</li> }).collect();
    (!lines.is_empty())
        .then(|| view! { <div class="notice"><p>{words.t("hse-gaps")}</p><ul>{lines}</ul></div> })
}

fn row_view(words: Words, row: HseRow, figures: Vec<MatrixRow>, address: Option<String>) -> impl IntoView {
    let name = factor_name(words, &row);
    let name = if name.is_empty() { words.t(row.factor.text_id()) } else { name };
    let edit = address.map(|address| {
        view! {
            <a class="hse-edit" href=format!("{address}/row/{}", row.factor.name())>
                {words.t("hse-edit")}<span class="sr">" " {name.clone()}</span>
            </a>
        }
    });
    let law = format!("hse-law-{}", row.factor.name().replace('_', "-"));
    let figures: Vec<_> = figures
        .into_iter()
        .map(|own| {
            let worst = (!own.worst.is_empty()).then(|| view! { <small>{own.worst}</small> });
            view! { <li><span>{own.label}</span> <b>{own.value}</b> {change(own.change)} {worst}</li> }
        })
        .collect();
    let figures = if figures.is_empty() {
        view! { <p class="fine">{words.t("hse-not-measured")}</p> }.into_any()
    } else {
        view! { <ul class="hse-figures">{figures}</ul> }.into_any()
    };
    // Room for a factor of one's own is for who writes, not for the printed sheet.
    let class = if row.is_there() { "" } else { "unwritten" };
    let judged = [("field-likelihood", row.likelihood), ("field-seriousness", row.seriousness)];
    let judged: Vec<String> = judged
        .into_iter()
        .filter_map(|(id, level)| Some(format!("{}: {}", words.t(id), words.t(level?.text_id()))))
        .collect();
    let judged = (!judged.is_empty()).then(|| view! { <p class="fine">{judged.join(" · ")}</p> });
    let source = (!row.source.is_empty()).then(
        || view! { <p class="fine">{format!("{}: {}", words.t("field-other-source"), row.source)}</p> },
    );
    let not_relevant = (row.relevance == Some(Relevance::NotRelevant))
        .then(|| view! { <p><b>{words.t(Relevance::NotRelevant.text_id())}</b></p> });
    let effect = (!row.effect.is_empty())
        .then(|| view! { <p class="fine">{format!("{}: {}", words.t("field-hse-effect"), row.effect)}</p> });
    let due = row.due.map(|day| format::short_date(words.0, day)).unwrap_or_default();
    let status = row.status.map(|status| view! { <span class="chip">{words.t(status.text_id())}</span> });
    view! {
        <tr class=class>
            <th scope="row"><span dir="auto">{name}</span><small>{words.t(&law)}</small>{edit}</th>
            <td>{figures}</td>
            <td>{not_relevant}<p dir="auto">{row.assessment}</p>{judged}{source}</td>
            <td><p dir="auto">{row.measure}</p>{effect}</td>
            <td>{row.role}</td>
            <td>{due}</td>
            <td>{status}</td>
        </tr>
    }
}

fn taking_part(words: Words, page: &HsePage) -> impl IntoView {
    let meeting = |own: &HseMeeting| {
        let values = [
            ("forum", words.t(own.forum.text_id()).into()),
            ("date", format::short_date(words.0, own.held_on).into()),
            ("present", own.present.clone().into()),
        ];
        let remark = (!own.remark.is_empty())
            .then(|| view! { <p dir="auto">{format!("{}: {}", words.t("field-remark"), own.remark)}</p> });
        view! { <p>{words.tv("hse-meeting-line", &values)}</p>{remark} }
    };
    let meetings: Vec<_> = page.meetings.iter().map(meeting).collect();
    let none = page.meetings.is_empty().then(|| view! { <p>{words.t("hse-meeting-none")}</p> });
    let readings: Vec<_> = page
        .readings
        .iter()
        .map(|own| {
            let line = words.tv(
                "hse-reading-line",
                &[("role", own.role.clone().into()), ("date", own.on.clone().into())],
            );
            let remark = (!own.remark.is_empty()).then(|| format!(" {}", own.remark));
            view! { <p dir="auto">{line}{remark}</p> }
        })
        .collect();
    view! { <h3>{words.t("hse-taking-part")}</h3>{meetings}{none}{readings} }
}

fn around(words: Words, page: &HsePage) -> impl IntoView {
    let day =
        |day: Option<chrono::NaiveDate>| day.map(|day| format::short_date(words.0, day)).unwrap_or_default();
    let about = &page.about;
    let lines = [
        ("field-goals", about.goals.clone()),
        ("field-responsible", about.responsible.clone()),
        ("field-deviations", about.deviations.clone()),
        ("field-next-review", day(about.next_review)),
        ("hse-discussed-on", day(about.discussed_on)),
        ("field-dpia-on", day(about.dpia_on)),
        ("field-kept-where", about.kept_where.clone()),
    ];
    let lines: Vec<_> = lines
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(id, text)| view! { <p dir="auto">{words.t(id)} ": " {text}</p> })
        .collect();
    view! { <h3>{words.t("hse-about")}</h3>{lines} }
}

fn versions(words: Words, page: &HsePage) -> Vec<AnyView> {
    let line = |own: &HseVersionLine| {
        let values = [
            ("n", own.n.into()),
            ("state", words.t(own.state.text_id()).into()),
            ("date", own.on.clone().into()),
            ("role", own.role.clone().into()),
        ];
        let href = format!("{}?version={}", page.address, own.n);
        let here = (own.n == page.n).then_some("page");
        let changed = (!own.changed.is_empty()).then(|| view! { <br/>{own.changed.join("; ")} });
        view! { <li><a href=href aria-current=here>{words.tv("hse-version-line", &values)}</a>{changed}</li> }
            .into_any()
    };
    page.versions.iter().take(12).map(line).collect()
}

/// The frame of a form.
#[component]
fn Form(
    page: HsePage,
    title: String,
    path: String,
    submit: &'static str,
    children: Children,
) -> impl IntoView {
    let words = Words::find();
    let address = page.address.clone();
    view! {
        <PageTitle text=title.clone()/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href=address.clone()>{words.t("hse-short")}</a> " · " {page.unit} " · " {page.quarter_name}</p>
            <h1>{title}</h1>
            <ErrorSummary/>
            <LongForm action=format!("{address}/{path}")>
                <input type="hidden" name="version" value=page.n.to_string()/>
                {children()}
                <div class="row">
                    <button class="btn">{words.t(submit)}</button>
                    <a class="btn quiet" href=address>{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}

/// What can be chosen, and nothing first.
fn options<T: Copy>(
    words: Words,
    all: &[T],
    name: fn(T) -> &'static str,
    id: fn(T) -> &'static str,
) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), words.t("choose"))];
    options.extend(all.iter().map(|own| (name(*own).to_owned(), words.t(id(*own)))));
    options
}

#[component]
pub fn RowPage(page: HsePage, factor: HseFactor) -> impl IntoView {
    let words = Words::find();
    let row = page.rows.iter().find(|(row, _)| row.factor == factor).map(|(row, _)| row.clone());
    let row = row.unwrap_or_else(|| HseRow::empty(factor));
    let title = words.t(factor.text_id());
    let own = factor.is_own().then(|| {
        view! { <Field field=FieldName::Name label=words.t("hse-own-name") value=row.name.clone() hint=words.t("hse-own-name-hint")/> }
    });
    let levels = move || options(words, Level::ALL, Level::name, Level::text_id);
    let level = |level: Option<Level>| level.map_or("", Level::name);
    let path = format!("row/{}", factor.name());
    view! {
        <Form page title path submit="hse-save">
            <p class="hint">{words.t("hse-no-names")}</p>
            {own}
            <SelectField field=FieldName::Relevance label=words.t("field-relevance")
                options=options(words, Relevance::ALL, Relevance::name, Relevance::text_id)
                value=row.relevance.map_or("", Relevance::name)/>
            <TextArea field=FieldName::Assessment label=words.t("field-assessment") hint=words.t("hse-assessment-hint") longest=LONGEST value=row.assessment/>
            <div class="pair">
                <SelectField field=FieldName::Likelihood label=words.t("field-likelihood") options=levels() value=level(row.likelihood)/>
                <SelectField field=FieldName::Seriousness label=words.t("field-seriousness") options=levels() value=level(row.seriousness)/>
            </div>
            <TextArea field=FieldName::OtherSource label=words.t("field-other-source") hint=words.t("hse-source-hint") longest=LONGEST value=row.source/>
            <TextArea field=FieldName::HseMeasure label=words.t("field-hse-measure") longest=LONGEST value=row.measure/>
            <div class="pair">
                <Field field=FieldName::Owner label=words.t("field-owner") hint=words.tv("hse-role-hint", &[("most", LONGEST_NAME.into())]) value=row.role/>
                <Field field=FieldName::DueOn label=words.t("field-due-on") kind="date" value=row.due.map(|day| day.to_string()).unwrap_or_default()/>
            </div>
            <SelectField field=FieldName::HseStatus label=words.t("field-hse-status")
                options=options(words, RowStatus::ALL, RowStatus::name, RowStatus::text_id)
                value=row.status.map_or("", RowStatus::name)/>
            <TextArea field=FieldName::HseEffect label=words.t("field-hse-effect") longest=LONGEST value=row.effect/>
        </Form>
    }
}

#[component]
pub fn AboutPage(page: HsePage) -> impl IntoView {
    let words = Words::find();
    let about = page.about.clone();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    view! {
        <Form page title=words.t("hse-about") path="about".to_owned() submit="hse-save">
            <p class="hint">{words.t("hse-no-names")}</p>
            <TextArea field=FieldName::Goals label=words.t("field-goals") longest=LONGEST value=about.goals/>
            <TextArea field=FieldName::Responsible label=words.t("field-responsible") longest=LONGEST value=about.responsible/>
            <TextArea field=FieldName::Deviations label=words.t("field-deviations") longest=LONGEST value=about.deviations/>
            <Field field=FieldName::NextReview label=words.t("field-next-review") kind="date" value=day(about.next_review)/>
            <Field field=FieldName::DiscussedOn label=words.t("hse-discussed-on") kind="date" value=day(about.discussed_on)/>
            <Field field=FieldName::DpiaOn label=words.t("field-dpia-on") kind="date" value=day(about.dpia_on)/>
            <TextArea field=FieldName::KeptWhere label=words.t("field-kept-where") longest=LONGEST value=about.kept_where/>
        </Form>
    }
}

#[component]
pub fn MeetingPage(page: HsePage) -> impl IntoView {
    let words = Words::find();
    view! {
        <Form page title=words.t("hse-meeting-add") path="meeting".to_owned() submit="hse-save">
            <Field field=FieldName::HeldOn label=words.t("field-held-on") kind="date" required=true/>
            <SelectField field=FieldName::Forum label=words.t("field-forum") options=options(words, Forum::ALL, Forum::name, Forum::text_id)/>
            <TextArea field=FieldName::Present label=words.t("field-present") hint=words.t("hse-present-hint") longest=LONGEST/>
            <TextArea field=FieldName::Remark label=words.t("field-remark") hint=words.t("hse-remark-hint") longest=LONGEST/>
        </Form>
    }
}

#[component]
pub fn ReadingPage(page: HsePage) -> impl IntoView {
    let words = Words::find();
    view! {
        <Form page title=words.t("hse-reading-add") path="reading".to_owned() submit="hse-reading-submit">
            <p class="lead">{words.t("hse-reading-text")}</p>
            <TextArea field=FieldName::Remark label=words.t("field-remark") hint=words.t("hse-remark-hint") longest=LONGEST/>
        </Form>
    }
}

#[component]
pub fn StepPage(page: HsePage, act: HseAct) -> impl IntoView {
    let words = Words::find();
    let title = words.t(act.text_id());
    let text = words.t(&format!("hse-act-{}-text", act.name()));
    let gaps = page.gaps.clone();
    let path = format!("step/{}", act.name());
    let submit = act.text_id();
    view! {
        <Form page title path submit>
            <p class="lead">{text}</p>
            {in_the_way(words, &gaps)}
        </Form>
    }
}
