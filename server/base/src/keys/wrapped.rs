//! Keys in the database, wrapped: for several instances that share nothing else.

use chacha20poly1305::{
    ChaCha20Poly1305, Key, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{KeyStore, LENGTH, Secret, checked};
use crate::{
    Error, Result,
    db::{Db, column, execute, exists, value},
    tokens::random,
};

/// Fewest bytes of the secret that wraps the keys: what somebody made up can be guessed.
pub const SHORTEST_SECRET: usize = 32;
/// Bytes of a nonce. Random ones are far from meeting: a handful of keys a year is wrapped.
const NONCE: usize = 12;

/// Keys in the table `wrapped_key`, each sealed under a secret that the settings name. A copy of the database
/// has them too, but not the secret: whoever keeps both can open what that copy holds.
pub struct Wrapped {
    db: Db,
    cipher: ChaCha20Poly1305,
}

impl Wrapped {
    /// Keys in this database under this secret.
    ///
    /// # Errors
    /// One line, when the secret is too short.
    pub fn new(db: Db, secret: &[u8]) -> std::result::Result<Self, String> {
        if secret.len() < SHORTEST_SECRET {
            return Err(format!(
                "the secret that wraps the keys has {} bytes; at least {SHORTEST_SECRET} random ones are needed, for example from: openssl rand -hex 32",
                secret.len()
            ));
        }
        let mut mac = Hmac::<Sha256>::new_from_slice(secret).map_err(|error| error.to_string())?;
        mac.update(b"trivsel wrapped keys 1");
        let key = Zeroizing::new(<[u8; LENGTH]>::from(mac.finalize().into_bytes()));
        Ok(Self { db, cipher: ChaCha20Poly1305::new(&Key::from(*key)) })
    }
}

/// The secret is not the one that wrapped it, or somebody changed the row.
fn unwrappable(name: &str) -> Error {
    Error::Keys(format!("the key {name} in the database does not open with the secret of the settings"))
}

#[async_trait::async_trait]
impl KeyStore for Wrapped {
    async fn put(&self, name: &str, key: &Secret) -> Result<()> {
        let name = checked(name)?;
        let nonce = random::<NONCE>()?;
        // The name goes in: no row passes for another's.
        let payload = Payload { msg: key.bytes(), aad: name.as_bytes() };
        let sealed = self.cipher.encrypt(&Nonce::from(nonce), payload).map_err(|_| unwrappable(name))?;
        let wrapped = [nonce.as_slice(), &sealed].concat();
        let sql = "INSERT INTO wrapped_key (name, wrapped) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        let written = execute(self.db.writer(), sql, [name.into(), wrapped.into()]).await?;
        match written.rows_affected() {
            1 => Ok(()),
            _ => Err(Error::Keys(format!("there is a key {name} already"))),
        }
    }

    async fn get(&self, name: &str) -> Result<Option<Secret>> {
        let name = checked(name)?;
        let sql = "SELECT wrapped FROM wrapped_key WHERE name = $1";
        let wrapped: Option<Vec<u8>> = value(&self.db.reader, sql, [name.into()]).await?;
        let Some(wrapped) = wrapped else { return Ok(None) };
        let (nonce, sealed) = wrapped.split_at_checked(NONCE).ok_or_else(|| unwrappable(name))?;
        let nonce = <[u8; NONCE]>::try_from(nonce).map_err(|_| unwrappable(name))?;
        let payload = Payload { msg: sealed, aad: name.as_bytes() };
        let opened = self.cipher.decrypt(&Nonce::from(nonce), payload).map_err(|_| unwrappable(name))?;
        Secret::from_slice(&Zeroizing::new(opened)).map(Some).ok_or_else(|| unwrappable(name))
    }

    async fn destroy(&self, name: &str) -> Result<()> {
        let (name, db) = (checked(name)?, self.db.writer());
        if exists(db, "SELECT 1 AS one FROM wrapped_key WHERE name = $1", [name.into()]).await? {
            let nothing = vec![0_u8; NONCE + LENGTH + 16];
            let sql = "UPDATE wrapped_key SET wrapped = $1 WHERE name = $2";
            execute(db, sql, [nothing.into(), name.into()]).await?;
            execute(db, "DELETE FROM wrapped_key WHERE name = $1", [name.into()]).await?;
        }
        Ok(())
    }

    async fn names(&self) -> Result<Vec<String>> {
        Ok(column(&self.db.reader, "SELECT name FROM wrapped_key ORDER BY name", []).await?)
    }

    fn place(&self) -> String {
        "the database, under the secret of the settings".to_owned()
    }
}
