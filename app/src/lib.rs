//! The pages. Rendered on the server; a few islands come alive in the browser.
//!
//! A page is handed everything that it shows; what a person sends is a plain form that posts to the page's
//! own address, so every page works with JavaScript off and shows again what was typed when something is
//! refused.
//!
//! Architecture invariants: everything here compiles for wasm32 and knows no crate of the server; a build has the feature `ssr` or the feature `hydrate`, never both.

#![recursion_limit = "256"]
#![allow(missing_docs, unreachable_pub, reason = "the component and server macros write items of their own")]

pub mod customers;
pub mod exchange;
pub mod help;
pub mod insight;
pub mod islands;
pub mod offline;
pub mod organisation;
pub mod parts;
pub mod people;
pub mod request;
pub mod shell;
pub mod staff;

pub use shell::shell;
