//! Pages about people, accounts and signing in.

pub mod account;
pub mod account_forms;
pub mod passwords;
pub mod person;
pub mod register;
pub mod sign_in;
