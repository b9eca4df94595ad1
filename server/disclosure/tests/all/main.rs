//! The release rules held against hand-made organisations and attackers. One program, so that what is tested is linked once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod attacker;
mod earlier;
mod hand_made_spans;
mod hand_made_trees;
mod inversion;
mod left_over;
mod numbers;
mod one_leaver;
mod pattern;
mod shift_plan;
