//! What figures of staff and customers show together.

pub mod actions;
pub mod compare;
pub mod competitors;
pub mod figures;
pub mod hse;
mod hse_words;
pub mod link;
pub mod map;
pub mod matters;
pub mod notes;
pub mod pack;
pub mod pack_checks;
pub mod pack_pages;
pub mod review;
pub mod signal;
pub mod team;
pub mod teams;
pub mod today;
