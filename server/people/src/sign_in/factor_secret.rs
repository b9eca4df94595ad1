//! Secrets of second factors, sealed under a key that stands outside the database: whoever has a copy of it has
//! nobody's codes.

use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use domain::AccountId;
use sea_orm::FromQueryResult;
use zeroize::Zeroizing;

use super::totp::SECRET_BYTES;
use base::{
    Base, Error, Result,
    db::{all, execute},
    keys::Secret,
    tokens::random,
};

/// The name of the key in the store of keys.
const NAME: &str = "factors";
const NONCE: usize = 24;

/// Seals and opens secrets.
pub(super) struct Cipher(XChaCha20Poly1305);

impl Cipher {
    /// To seal with; the key is made when it is first needed.
    ///
    /// # Errors
    /// `Keys` when the key can neither be read nor kept.
    pub(super) async fn of(base: &Base) -> Result<Self> {
        Ok(Self::under(&base.keys.lasting(NAME).await?))
    }

    /// To open with; none when the key is lost.
    ///
    /// # Errors
    /// `Keys` when the store cannot be read.
    pub(super) async fn kept(base: &Base) -> Result<Option<Self>> {
        Ok(base.keys.get(NAME).await?.map(|secret| Self::under(&secret)))
    }

    fn under(secret: &Secret) -> Self {
        Self(XChaCha20Poly1305::new(&(*secret.bytes()).into()))
    }

    /// Seals the secret of an account's factor.
    ///
    /// # Errors
    /// When the operating system has no randomness.
    pub(super) fn seal(&self, account: AccountId, secret: &[u8]) -> Result<Vec<u8>> {
        let nonce = random::<NONCE>()?;
        let sealed = self
            .0
            .encrypt(&XNonce::from(nonce), Payload { msg: secret, aad: &about(account) })
            .map_err(|error| Error::Internal(format!("a second factor cannot be sealed: {error}")))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what [`seal`](Self::seal) sealed for this account; none when it is something else.
    pub(super) fn open(&self, account: AccountId, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
        let nonce = XNonce::from(<[u8; NONCE]>::try_from(nonce).ok()?);
        let opened = self.0.decrypt(&nonce, Payload { msg: sealed, aad: &about(account) }).ok()?;
        Some(Zeroizing::new(opened))
    }
}

/// Nobody's secret passes for another's.
fn about(account: AccountId) -> Vec<u8> {
    [b"trivsel second factor 1".as_slice(), &i64::from(account).to_be_bytes()].concat()
}

/// A secret as the database holds it.
#[derive(FromQueryResult)]
struct Stored {
    id: AccountId,
    totp_secret: Vec<u8>,
}

/// Seals the secrets that stand in the clear, from before they were sealed. Gives their number.
///
/// # Errors
/// When the key or the database refuses.
pub async fn seal_stored(base: &Base) -> Result<u64> {
    let sql =
        "SELECT id, totp_secret FROM account WHERE totp_secret IS NOT NULL AND LENGTH(totp_secret) = $1";
    let length = i64::try_from(SECRET_BYTES).unwrap_or(i64::MAX);
    let clear: Vec<Stored> = all(&base.db.reader, sql, [length.into()]).await?;
    if clear.is_empty() {
        return Ok(0);
    }
    let cipher = Cipher::of(base).await?;
    let mut sealed = 0;
    for Stored { id, totp_secret } in clear {
        let update = "UPDATE account SET totp_secret = $1 WHERE id = $2 AND totp_secret = $3";
        let values = [cipher.seal(id, &totp_secret)?.into(), id.into(), totp_secret.into()];
        sealed += execute(base.db.writer(), update, values).await?.rows_affected();
    }
    Ok(sealed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_opens_under_its_key_for_its_account_alone() {
        let cipher = |byte| Cipher::under(&Secret::take([byte; 32]));
        let (kari, ola) = (AccountId::new(1), AccountId::new(2));
        let sealed = cipher(1).seal(kari, &[7; SECRET_BYTES]).unwrap();
        assert_eq!(cipher(1).open(kari, &sealed).unwrap().as_slice(), [7; SECRET_BYTES]);
        assert!(cipher(1).open(ola, &sealed).is_none());
        assert!(cipher(2).open(kari, &sealed).is_none());
        assert!(cipher(1).open(kari, &[7; SECRET_BYTES]).is_none(), "one in the clear is none");
    }
}
