//! Planning a round: whom it would ask, what each length would show, and its fields.

use domain::{
    Field as FieldName,
    staff::rounds::{Asked, LENGTHS, LONGEST_PURPOSE, NewRoundPage, Shares},
};
use leptos::prelude::*;

use crate::{
    parts::{Choices, ErrorSummary, Field, LongForm, PageTitle, TextArea},
    request::{Refill, Words},
};

#[component]
pub fn NewView(page: NewRoundPage) -> impl IntoView {
    let words = Words::find();
    // A discussion holds for as long as the review it agreed on.
    let still = page.last.filter(|last| last.review_on >= page.starts_on);
    let fields = Proposed {
        starts_on: page.starts_on.to_string(),
        weeks: still.as_ref().map_or("1", |last| length_name(last.weeks())),
        purpose: still.as_ref().map(|last| last.purpose.clone()).unwrap_or_default(),
        discussed_on: still.as_ref().map(|last| last.discussed_on.to_string()).unwrap_or_default(),
        review_on: still.as_ref().map(|last| last.review_on.to_string()).unwrap_or_default(),
    };
    view! {
        <PageTitle text=words.t("round-new-title")/>
        <main class="wrap narrow" id="main">
            <p class="eyebrow"><a href="/rounds">{words.t("nav-rounds")}</a></p>
            <h1>{words.t("round-new-title")}</h1>
            <p class="lead">{words.t("round-new-lead")}</p>
            <ErrorSummary/>
            {Refill::find().problem().is_none().then(|| {
                view! { {asked(words, &page.asked)} {shares(words, &page.shares)} }
            })}
            <LongForm action="/rounds/new">
                {fields.view(words, page.today)}
                <div class="row">
                    <button class="btn">{words.t("round-new-submit")}</button>
                    <a class="btn quiet" href="/rounds">{words.t("cancel")}</a>
                </div>
            </LongForm>
        </main>
    }
}

/// What the fields of a round hold on a fresh page.
pub(crate) struct Proposed {
    /// First day.
    pub(crate) starts_on: String,
    /// Length in weeks.
    pub(crate) weeks: &'static str,
    /// Purpose.
    pub(crate) purpose: String,
    /// Day of the discussion.
    pub(crate) discussed_on: String,
    /// Review date.
    pub(crate) review_on: String,
}

/// A length as a form's value; a round of a length that cannot be chosen proposes the shortest.
pub(crate) fn length_name(weeks: i64) -> &'static str {
    match weeks {
        2 => "2",
        4 => "4",
        _ => "1",
    }
}

impl Proposed {
    /// The fields.
    pub(crate) fn view(self, words: Words, today: chrono::NaiveDate) -> AnyView {
        let lengths = LENGTHS
            .map(|weeks| (length_name(weeks.into()), words.tv("rounds-weeks", &[("count", weeks.into())])));
        view! {
            <Field field=FieldName::StartsOn label=words.t("field-starts-on") kind="date" value=self.starts_on
                hint=words.t("round-starts-on-hint")/>
            <Choices field=FieldName::Weeks label=words.t("field-weeks") options=lengths.to_vec() value=self.weeks/>
            <TextArea field=FieldName::Purpose label=words.t("field-purpose") hint=words.t("round-purpose-hint")
                longest=LONGEST_PURPOSE value=self.purpose/>
            <Field field=FieldName::DiscussedOn label=words.t("field-discussed-on") kind="date"
                value=self.discussed_on max=today.to_string() hint=words.t("round-discussed-on-hint")/>
            <Field field=FieldName::ReviewOn label=words.t("field-review-on") kind="date" value=self.review_on
                hint=words.t("round-review-on-hint")/>
        }
        .into_any()
    }
}

/// Whom the round would ask, by which way, and which teams it will not show.
fn asked(words: Words, asked: &Asked) -> AnyView {
    let ways = [
        ("round-asked-mail", asked.by_mail),
        ("round-asked-sign-in", asked.by_sign_in),
        ("round-asked-tablet", asked.by_tablet),
        ("round-asked-without", asked.without),
    ];
    let ways: Vec<_> = ways
        .into_iter()
        .filter(|(_, people)| *people > 0)
        .map(|(way, people)| {
            let label = words.t(way);
            view! { <div class="kv"><dt>{label}</dt><dd class="num">{people}</dd></div> }
        })
        .collect();
    let never = (!asked.never.is_empty()).then(|| {
        let mut names = asked.never.join(", ");
        if asked.never_more > 0 {
            names.push_str(&words.tv("round-asked-more", &[("count", asked.never_more.into())]));
        }
        let values = [("names", names.into()), ("k", asked.k.into())];
        view! { <p class="small">{words.tv("round-asked-never", &values)}</p> }
    });
    let rarely = (asked.rarely > 0).then(|| {
        let values = [("count", asked.rarely.into()), ("people", asked.every_round_from.into())];
        view! { <p class="small">{words.tv("round-asked-rarely", &values)}</p> }
    });
    let without =
        (asked.without > 0).then(|| view! { <p class="small">{words.t("round-asked-without-text")}</p> });
    let values = [("people", asked.people.into()), ("teams", asked.teams.into())];
    view! {
        <section class="card shares">
            <h2>{words.tv("round-asked-title", &values)}</h2>
            <dl class="facts">{ways}</dl>
            {without}
            {never}
            {rarely}
            <p class="small muted">{words.t("round-asked-text")}</p>
        </section>
    }
    .into_any()
}

/// What each length would have shown.
fn shares(words: Words, shares: &Shares) -> AnyView {
    let (text, known) = match shares {
        Shares::NoRounds => ("round-new-share-no-rounds", None),
        Shares::TooFewTeams => ("round-new-share-too-few", None),
        Shares::Known(known) => ("round-new-share-text", Some(known)),
    };
    let rows: Vec<_> = known
        .into_iter()
        .flat_map(|known| LENGTHS.into_iter().zip(known))
        .map(|(weeks, share)| {
            let share = match share {
                Some(share) => words.tv("round-new-share", &[("share", (*share).into())]),
                None => words.t("round-new-share-unknown"),
            };
            let weeks = words.tv("rounds-weeks", &[("count", weeks.into())]);
            view! { <div class="kv"><dt>{weeks}</dt><dd>{share}</dd></div> }
        })
        .collect();
    let is_known = !rows.is_empty();
    view! {
        <section class="card shares">
            <h2>{words.t("round-new-share-title")}</h2>
            {is_known.then(|| view! { <dl class="facts">{rows}</dl> })}
            <p class="small muted">{words.t(text)}</p>
        </section>
    }
    .into_any()
}
