//! People and accounts: pages and forms.

pub(super) mod account;
pub(super) mod account_tokens;
pub(super) mod pages;
pub(super) mod provider;
pub(super) mod register;
pub(super) mod sign_in;
