//! Keeping what holds for the cases of a unit: its opening hours, the wording of its letters.

use crate::web::context::Context;
use app::request::{Here, Submitted};
use axum::{
    extract::{Extension, State},
    response::Response,
};
use domain::{
    Lang, Problem, UnitId,
    customers::{
        hours::HoursForm,
        wording::{Template, WordingForm},
    },
};
use service::{hours as keeper, wording};

use crate::web::forms::{PageForm, TypedForm, done, refuse};
use crate::web::{
    AppState,
    pages::{Outcome, render},
};

/// The unit that an address names.
fn unit_of(here: &Here) -> Result<UnitId, Problem> {
    here.number("unit")?.ok_or(Problem::NotFound)
}

/// The letter that an address names.
fn letter_of(here: &Here) -> Result<(UnitId, Template, Lang), Problem> {
    let template = here.word("template", Template::from_name)?.ok_or(Problem::NotFound)?;
    let lang = here.word("in", Lang::from_tag)?.ok_or(Problem::NotFound)?;
    Ok((unit_of(here)?, template, lang))
}

pub(in crate::web) async fn hours(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Extension(here): Extension<Here>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let actor = context.actor.as_ref();
    let form = HoursForm(pairs.0.iter().cloned().collect());
    let is_look = form.get("act") == "look";
    let outcome = match unit_of(&here) {
        Err(problem) => Err(problem.into()),
        Ok(unit) if is_look => keeper::check(&state.services, actor, unit, &form).await.map(|()| unit),
        Ok(unit) => keeper::change(&state.services, actor, unit, &form).await.map(|()| unit),
    };
    match outcome {
        // Looking what it means changes nothing: the page is shown anew.
        Ok(_) if is_look => {
            let again = Submitted { values: pairs.0, problem: None };
            render(&state, request, Outcome::Again(again)).await
        }
        Ok(unit) => done(&state, &format!("/hours?unit={unit}"), &format!("hours-done-{}", form.get("act"))),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}

pub(in crate::web) async fn letters(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    Extension(here): Extension<Here>,
    TypedForm(request, pairs, form): TypedForm<WordingForm>,
) -> Response {
    let actor = context.actor.as_ref();
    let outcome = match letter_of(&here) {
        Err(problem) => Err(problem.into()),
        // Looking at it changes nothing: the page is shown anew, and lets in only whose it is.
        Ok(_) if form.act == "look" => {
            let again = Submitted { values: pairs.0, problem: None };
            return render(&state, request, Outcome::Again(again)).await;
        }
        Ok((unit, template, lang)) => {
            let changed = wording::change(&state.services, actor, unit, (template, lang), &form).await;
            changed.map(|()| format!("/letters?unit={unit}&template={}&in={}", template.name(), lang.tag()))
        }
    };
    match outcome {
        Ok(page) => done(&state, &page, &format!("wording-done-{}", form.act)),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
