//! Files as programs that read them see them. One program, so that what is tested is linked once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod workbooks;
