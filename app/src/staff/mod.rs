//! Pages of the staff's side: check-in, rounds, questions, rules, comments, and what is stored.

pub mod check_in;
pub mod comments;
pub mod kiosk;
pub mod kiosk_codes;
pub mod my_history;
mod on_device;
pub mod personal_link;
mod printing;
pub mod privacy;
pub mod questions;
pub mod round;
pub mod round_new;
pub mod rounds;
pub mod stored;
