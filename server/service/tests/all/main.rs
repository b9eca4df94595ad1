//! Use cases, each test on SQLite and on PostgreSQL. One program, so that what is tested is linked once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod accounts;
mod actions;
mod audit;
mod ballots;
mod comments;
mod common;
mod compare;
mod demo;
mod digest;
mod imports;
mod kiosk;
mod leaps;
mod link_job;
mod mail;
mod map_and_teams;
mod matters;
mod newcomers;
mod notes;
mod oidc;
mod oidc_accounts;
mod oidc_claims;
mod opening;
mod organisation_imports;
mod own_items;
mod people;
mod personal_links;
mod plans;
mod provider;
mod releases;
mod restarts;
mod rounds;
mod rules;
mod sealed;
mod search;
mod second_factor;
mod sessions;
mod set_up;
mod signals;
mod storage;
mod team;
mod thief;
mod today;
mod units;
mod windows;
