//! Asking once more who somebody is.

use domain::{Field as FieldName, access::Proof, people::account::proof_name};
use leptos::prelude::*;

use super::Field;
use crate::request::{Words, viewer};

/// The field that a sensitive form needs when the person has not shown within the last minutes that it
/// is them: the password, or a code of the second factor. Nothing when they have.
#[component]
pub fn ProofField() -> impl IntoView {
    let words = Words::find();
    let proof = viewer().proof;
    let hint = words.t(&format!("proof-{}", proof_name(proof)));
    match proof {
        Proof::Fresh => None,
        Proof::Password => Some(
            view! {
                <Field field=FieldName::Password label=words.t("proof-password-label") kind="password" hint=hint
                    autocomplete="current-password" required=true/>
            }
            .into_any(),
        ),
        Proof::Code => Some(
            view! {
                <Field field=FieldName::Code label=words.t("proof-code-label") hint=hint
                    autocomplete="one-time-code" required=true/>
            }
            .into_any(),
        ),
        Proof::SignIn => Some(view! { <p class="notice">{hint}</p> }.into_any()),
    }
}
