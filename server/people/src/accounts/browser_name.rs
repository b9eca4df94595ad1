//! What a browser calls an account, and the key with which it locks what it keeps of it.

use data_encoding::HEXLOWER;
use domain::{AccountId, Right};
use hmac::{Hmac, KeyInit as _, Mac};
use serde::Serialize;
use sha2::{Digest, Sha256};

use base::{Actor, Base, Error, Result, authorize, db::value};

/// Under which name a browser keeps what is this account's alone, so that people who share a device do not
/// find each other's: 32 hexadecimal digits, the same on every device. It only keeps things apart and is no
/// secret; nothing is ever asked for by it.
pub fn shelf(account: AccountId) -> String {
    let digest = Sha256::digest(format!("trivsel shelf {account}").as_bytes());
    HEXLOWER.encode(&digest[..16])
}

/// What a browser locks an account's things with.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct DeviceKey {
    /// Whose things, see [`shelf`].
    pub shelf: String,
    /// 64 hexadecimal digits.
    pub key: String,
}

/// The key of whoever is signed in, the same at every sign-in and on every device. A browser gets it by signing in
/// and forgets it on signing out; in between it is in no page.
///
/// # Errors
/// `SignInNeeded`; when the database refuses.
pub async fn device_key(base: &Base, actor: Option<&Actor>) -> Result<DeviceKey> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let secret: Option<Vec<u8>> = value(&base.db.reader, "SELECT secret FROM device_secret", []).await?;
    let secret = secret.ok_or_else(|| Error::Internal("the secret for devices is missing".to_owned()))?;
    Ok(DeviceKey { shelf: shelf(actor.account), key: key(&secret, actor.account)? })
}

/// HMAC-SHA-256 of the account under the installation's secret.
fn key(secret: &[u8], account: AccountId) -> Result<String> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret).map_err(|error| Error::Internal(error.to_string()))?;
    mac.update(format!("trivsel device {account}").as_bytes());
    Ok(HEXLOWER.encode(&mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_accounts_have_two_shelves_and_keys_and_each_always_the_same() {
        let (one, two) = (AccountId::new(1), AccountId::new(2));
        assert_ne!(shelf(one), shelf(two));
        assert_eq!(shelf(one), shelf(one));
        assert_eq!(shelf(one).len(), 32);
        let key = |secret: &[u8], account| key(secret, account).unwrap();
        assert_ne!(key(b"secret", one), key(b"secret", two));
        assert_ne!(key(b"secret", one), key(b"other", one));
        assert_eq!(key(b"secret", one), key(b"secret", one));
        assert_eq!(key(b"secret", one).len(), 64);
    }
}
