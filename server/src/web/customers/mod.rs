//! Cases: pages and forms.

pub(super) mod cards;
pub(super) mod complaints;
pub(super) mod files;
pub(super) mod keeping;
pub(super) mod members;
pub(super) mod mentions;
pub(super) mod pages;
pub(super) mod public;
pub(super) mod slips;
pub(super) mod surveys;
