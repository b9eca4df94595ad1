//! The program `trivsel`: command line, configuration, router, security layers, jobs.
//!
//! Architecture invariant: nothing here compiles for wasm. Use cases live in the crate `service`;
//! what is here turns requests and arguments into calls of them.

pub mod cli;
pub mod config;
pub mod mail;
pub mod web;
