//! Keys that must not stand in the database: a port with several stores behind it.
//!
//! Architecture invariant: a secret leaves a store only as a [`Secret`], which is wiped when it is dropped. A
//! store never overwrites a key, and one that was destroyed cannot be had again from it.

mod folder;
mod memory;
mod wrapped;

use std::{path::PathBuf, sync::Arc};

use zeroize::{Zeroize, Zeroizing};

pub use folder::Folder;
pub use memory::InMemory;
pub use wrapped::{SHORTEST_SECRET, Wrapped};

use crate::{Error, Result, db::Db, tokens::random};

/// Bytes of a key.
pub const LENGTH: usize = 32;

/// A key's secret bytes; wiped from memory when dropped, never printed.
#[derive(Clone)]
pub struct Secret(Zeroizing<[u8; LENGTH]>);

impl Secret {
    /// A fresh one.
    ///
    /// # Errors
    /// When the operating system has no randomness.
    pub fn fresh() -> Result<Self> {
        Ok(Self(Zeroizing::new(random::<LENGTH>()?)))
    }

    /// These bytes, which are wiped where they came from.
    pub fn take(mut bytes: [u8; LENGTH]) -> Self {
        let secret = Self(Zeroizing::new(bytes));
        bytes.zeroize();
        secret
    }

    /// Reads exactly as many bytes as a key has.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::take)
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// Keeps secret keys under names.
#[async_trait::async_trait]
pub trait KeyStore: Send + Sync {
    /// Keeps a key; when this returns it survives a loss of power.
    ///
    /// # Errors
    /// When there is a key of that name already, or the place cannot be written.
    async fn put(&self, name: &str, key: &Secret) -> Result<()>;

    /// A key; none when there is none of that name.
    ///
    /// # Errors
    /// When the place or the key cannot be read.
    async fn get(&self, name: &str) -> Result<Option<Secret>>;

    /// Destroys a key; no error when there is none.
    ///
    /// # Errors
    /// When the place cannot be written: the key may still be there.
    async fn destroy(&self, name: &str) -> Result<()>;

    /// Names of all keys that are kept here.
    ///
    /// # Errors
    /// When the place cannot be read.
    async fn names(&self) -> Result<Vec<String>>;

    /// Where the keys are, for whoever runs the program.
    fn place(&self) -> String;
}

/// A store of keys.
#[derive(Clone)]
pub struct Keys(Arc<dyn KeyStore>);

impl Keys {
    /// Keys in this store.
    pub fn new(store: impl KeyStore + 'static) -> Self {
        Self(Arc::new(store))
    }

    /// A folder `keys` beside an SQLite file; on PostgreSQL a store that refuses, until one is named.
    pub fn beside(db: &Db) -> Self {
        match db.folder() {
            Some(folder) => Self::new(Folder::new(folder.join("keys"))),
            None => Self::new(Absent),
        }
    }

    /// Keys in a folder.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self::new(Folder::new(folder))
    }

    /// A key that is made when it is first needed and kept from then on.
    ///
    /// # Errors
    /// `Keys` when it can neither be read nor kept.
    pub async fn lasting(&self, name: &str) -> Result<Secret> {
        if let Some(secret) = self.get(name).await? {
            return Ok(secret);
        }
        let fresh = Secret::fresh()?;
        match self.put(name, &fresh).await {
            Ok(()) => Ok(fresh),
            // Another instance was quicker: its key is the one.
            Err(error) => self.get(name).await?.ok_or(error),
        }
    }

    /// Keys that end with the program. For tests.
    pub fn in_memory() -> Self {
        Self::new(InMemory::default())
    }
}

impl std::ops::Deref for Keys {
    type Target = dyn KeyStore;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

/// No store: ballots are refused rather than sealed to a key that nobody keeps.
struct Absent;

fn absent() -> Error {
    Error::Keys("no place for keys is named: use --keys FOLDER, or --keys-secret-file FILE".to_owned())
}

#[async_trait::async_trait]
impl KeyStore for Absent {
    async fn put(&self, _: &str, _: &Secret) -> Result<()> {
        Err(absent())
    }

    async fn get(&self, _: &str) -> Result<Option<Secret>> {
        Err(absent())
    }

    async fn destroy(&self, _: &str) -> Result<()> {
        Err(absent())
    }

    async fn names(&self) -> Result<Vec<String>> {
        Ok(Vec::new())
    }

    fn place(&self) -> String {
        "nowhere".to_owned()
    }
}

/// Names are made by us; whatever else comes is refused before it becomes part of a path.
fn checked(name: &str) -> Result<&str> {
    let is_name = !name.is_empty()
        && name.len() <= 100
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if is_name { Ok(name) } else { Err(Error::Keys(format!("{name:?} is no name of a key"))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What every store has to do.
    pub(super) async fn keeps_until_destroyed(store: &dyn KeyStore) {
        let (first, second) = (Secret::fresh().unwrap(), Secret::fresh().unwrap());
        assert!(store.get("round-1").await.unwrap().is_none());
        store.put("round-1", &first).await.unwrap();
        store.put("round-2", &second).await.unwrap();
        assert!(store.put("round-1", &second).await.is_err(), "a key was overwritten");
        assert_eq!(store.get("round-1").await.unwrap().unwrap().bytes(), first.bytes());
        let mut names = store.names().await.unwrap();
        names.sort();
        assert_eq!(names, ["round-1", "round-2"]);
        store.destroy("round-1").await.unwrap();
        store.destroy("round-1").await.unwrap();
        assert!(store.get("round-1").await.unwrap().is_none());
        assert_eq!(store.get("round-2").await.unwrap().unwrap().bytes(), second.bytes());
        for name in ["", "../round-2", "Round", "a/b", "a.key"] {
            assert!(store.get(name).await.is_err(), "{name:?}");
        }
    }

    #[tokio::test]
    async fn a_store_in_memory_keeps_keys_until_they_are_destroyed() {
        keeps_until_destroyed(&*Keys::in_memory()).await;
    }

    #[tokio::test]
    async fn a_lasting_key_is_made_once() {
        let keys = Keys::in_memory();
        let first = keys.lasting("forms").await.unwrap();
        assert_eq!(keys.lasting("forms").await.unwrap().bytes(), first.bytes());
        assert_ne!(keys.lasting("factors").await.unwrap().bytes(), first.bytes());
    }

    #[tokio::test]
    async fn without_a_store_a_key_is_refused_and_not_forgotten() {
        let error = Absent.put("round-1", &Secret::fresh().unwrap()).await.unwrap_err().to_string();
        assert!(error.contains("--keys"), "{error}");
    }

    #[test]
    fn a_secret_is_never_printed() {
        assert_eq!(format!("{:?}", Secret::take([7; LENGTH])), "Secret");
        assert!(Secret::from_slice(&[1; 31]).is_none());
    }
}
