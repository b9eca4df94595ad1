//! Who belongs to the organisation, and how they sign in.

pub mod account;
pub mod register;
