//! Cases: pages and forms.

pub(super) mod complaints;
pub(super) mod files;
pub(super) mod keeping;
pub(super) mod mentions;
pub(super) mod pages;
