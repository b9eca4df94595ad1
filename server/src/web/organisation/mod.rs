//! Units and the audit log: pages and forms.

pub(super) mod pages;
pub(super) mod settings;
pub(super) mod units;
