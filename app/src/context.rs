//! The only glue between pages and the server: what a request brings along.

use domain::{Problem, Viewer, access::DemoSignIn};
use leptos::prelude::use_context;
use service::{Actor, Services, accounts::links::Link, rounds::Pass, sign_in::Waiting};

use crate::error::AppError;

/// What a request brings along; put in place by the server's middleware.
#[derive(Clone)]
pub struct Context {
    /// Database and clock.
    pub services: Services,
    /// Who is asking.
    pub actor: Option<Actor>,
    /// Who is half-way through signing in.
    pub waiting: Option<Waiting>,
    /// The link that was followed to set a password.
    pub link: Option<Link>,
    /// What lets somebody answer without signing in.
    pub pass: Option<Pass>,
    /// Network address that wrong attempts are counted for; empty when not known.
    pub address: String,
    /// The same person, as pages need to know them.
    pub viewer: Viewer,
}

impl Context {
    /// The context of this request.
    ///
    /// # Errors
    /// `Internal` outside a request.
    pub fn here() -> Result<Self, AppError> {
        use_context().ok_or(AppError(Problem::Internal))
    }

    /// The demo's sign-ins; empty outside demo mode.
    pub fn demo_sign_ins() -> Vec<DemoSignIn> {
        use_context::<Self>()
            .map(|context| context.services.people.demo_sign_ins.to_vec())
            .unwrap_or_default()
    }

    /// What the provider that people can sign in with is called; none where none is configured.
    pub fn provider_label() -> Option<String> {
        use_context::<Self>()?.services.people.oidc.as_ref().map(|oidc| oidc.label().to_owned())
    }
}
