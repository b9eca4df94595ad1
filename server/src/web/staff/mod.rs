//! The staff's side: pages and forms.

pub(super) mod check_in;
pub(super) mod kiosk;
pub(super) mod pages;
pub(super) mod privacy;
pub(super) mod questions;
pub(super) mod rounds;
