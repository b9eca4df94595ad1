//! Changing the settings, and trying whether mail arrives.

use crate::web::context::Context;
use axum::{
    extract::{Extension, State},
    response::Response,
};
use domain::organisation::settings::SettingsForm;
use service::organisation::settings::{self, Tested};

use crate::web::AppState;
use crate::web::forms::{PageForm, done, refuse};

pub(in crate::web) async fn change(
    State(state): State<AppState>,
    Extension(context): Extension<Context>,
    PageForm(request, pairs): PageForm,
) -> Response {
    let actor = context.actor.as_ref();
    let outcome =
        match pairs.get("act") {
            "test" => settings::test_mail(&state.services, actor, context.viewer.lang).await.map(|tested| {
                match tested {
                    Tested::Sent => "settings-done-sent",
                    Tested::NoMail => "settings-failed-no-mail",
                    Tested::NoAddress => "settings-failed-no-address",
                    Tested::Refused => "settings-failed-refused",
                }
            }),
            _ => {
                let form = SettingsForm {
                    name: pairs.take("name"),
                    timezone: pairs.take("timezone"),
                    letters_lang: pairs.take("letters_lang"),
                    turn_en: pairs.take("turn_en"),
                    turn_nb: pairs.take("turn_nb"),
                    turn_address: pairs.take("turn_address"),
                    keep_months: pairs.take("keep_months"),
                    draft_days: pairs.take("draft_days"),
                };
                settings::change(&state.services, actor, &form).await.map(|()| "settings-done-saved")
            }
        };
    match outcome {
        Ok(what) => done(&state, "/settings", what),
        Err(error) => refuse(&state, request, pairs, error.into_problem()).await,
    }
}
