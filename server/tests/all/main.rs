//! The program from outside: over HTTP, on the command line, and killed. One program, so that what is tested is
//! linked once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod backup;
mod clocks;
#[path = "../../service/tests/all/common/mod.rs"]
mod common;
mod crashes;
mod doctor;
mod http;
mod instances;
mod kill;
mod killed_release;
mod locked;
mod mixed;
#[path = "../../service/tests/all/provider/mod.rs"]
mod provider;
mod release_audit;
mod reply_check;
mod running;
mod stop;
mod tables;
mod unread;
