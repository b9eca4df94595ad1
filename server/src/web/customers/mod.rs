//! Cases: pages and forms.

pub(super) mod complaints;
pub(super) mod keeping;
pub(super) mod pages;
