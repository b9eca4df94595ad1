//! Documents as they are read back: from their text, their attachment and their bytes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod packs;
mod slips;
mod templates;
