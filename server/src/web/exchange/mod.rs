//! Files from other systems: pages and forms.

pub(super) mod imports;
pub(super) mod pages;
