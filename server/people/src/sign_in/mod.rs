//! Signing in: passwords, second factors, sessions.

mod device;
mod enter;
mod factor_secret;
pub mod password;
pub mod prove;
pub mod second_factor;
mod sessions;
pub mod totp;

pub use device::device;
pub use enter::login_of;
pub use enter::{Attempt, Entered, enter, enter_code, sign_in};
pub use factor_secret::seal_stored;
pub use password::{Hashing, hash_password};
pub use prove::{Proven, prove};
pub use sessions::{ABSOLUTE, ABSOLUTE_FOR_ANSWERS, begin, grants, renew};
pub use sessions::{
    SessionState, SessionToken, Visitor, Waiting, WaitsFor, actor, begin_session, passing_visitor, sign_out,
    visitor,
};
pub(crate) use sessions::{is_more_than_employee, note_way_in, of_day};

pub use crate::accounts::create_account;
