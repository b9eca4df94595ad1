//! Signing in: passwords, second factors, sessions.

mod attempts;
pub(crate) mod codes;
mod device;
mod enter;
pub(crate) mod password;
pub(crate) mod prove;
pub mod second_factor;
mod sessions;
mod shares;
pub mod totp;

pub use attempts::Attempts;
pub use device::device;
pub(crate) use enter::login_of;
pub use enter::{Attempt, Entered, enter, enter_code, sign_in};
pub use password::{Hashing, hash_password};
pub use prove::{Proven, prove};
pub(crate) use sessions::{ABSOLUTE, begin, grants, renew, token_hash};
pub use sessions::{
    SessionState, SessionToken, Visitor, Waiting, WaitsFor, actor, begin_session, sign_out, visitor,
};
pub(crate) use shares::{Share, forget_attempts};

pub use crate::accounts::create_account;
use crate::{Error, Result};

/// Random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Error::Internal(format!("no randomness: {error}")))?;
    Ok(bytes)
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
