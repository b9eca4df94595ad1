//! The pages. Rendered on the server; a few islands come alive in the browser.
//!
//! Data reach a page through a server function of [`api`]; what a person sends is a plain form that
//! posts to the page's own address, so every page works with JavaScript off and shows again what
//! was typed when something is refused.
//!
//! Architecture invariants: everything here compiles for wasm32; [`mod@context`] is the only glue to
//! the server; a build has the feature `ssr` or the feature `hydrate`, never both.

#![recursion_limit = "256"]
#![allow(missing_docs, unreachable_pub, reason = "the component and server macros write items of their own")]

pub mod api;
pub mod components;
#[cfg(feature = "ssr")]
pub mod context;
pub mod error;
pub mod islands;
pub mod pages;
pub mod request;
pub mod shell;

pub use shell::shell;
