//! What a request brings along.

use domain::Viewer;
use service::{Actor, Services, accounts::account_tokens::AccountToken, rounds::Pass, sign_in::Waiting};

/// What a request brings along; put in place by the server's middleware.
#[derive(Clone)]
pub(super) struct Context {
    /// Database and clock.
    pub(super) services: Services,
    /// Who is asking.
    pub(super) actor: Option<Actor>,
    /// Who is half-way through signing in.
    pub(super) waiting: Option<Waiting>,
    /// What lets the person set a password.
    pub(super) account_token: Option<AccountToken>,
    /// What lets somebody answer without signing in.
    pub(super) pass: Option<Pass>,
    /// Network address that wrong attempts are counted for; empty when not known.
    pub(super) address: String,
    /// The same person, as pages need to know them.
    pub(super) viewer: Viewer,
}
