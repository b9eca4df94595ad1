//! Figures, actions and notes: pages and forms.

pub(super) mod actions;
pub(super) mod matters;
pub(super) mod notes;
pub(super) mod pages;
pub(super) mod papers;
pub(super) mod review;
