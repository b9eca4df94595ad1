//! Figures, actions and notes: pages and forms.

pub(super) mod actions;
pub(super) mod bundle;
pub(super) mod hse;
pub(super) mod matters;
pub(super) mod notes;
pub(super) mod pages;
pub(super) mod papers;
pub(super) mod queries;
pub(super) mod review;
