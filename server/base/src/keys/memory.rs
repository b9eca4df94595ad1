//! Keys that end with the program.

use std::{collections::HashMap, sync::Mutex};

use super::{KeyStore, Secret, checked};
use crate::{Error, Result};

/// Keys in the memory of this program alone. For tests: what is sealed to them is lost when it stops.
#[derive(Default)]
pub struct InMemory(Mutex<HashMap<String, Secret>>);

impl InMemory {
    fn with<T>(&self, what: impl FnOnce(&mut HashMap<String, Secret>) -> T) -> Result<T> {
        self.0.lock().map(|mut keys| what(&mut keys)).map_err(|error| Error::Keys(error.to_string()))
    }
}

#[async_trait::async_trait]
impl KeyStore for InMemory {
    async fn put(&self, name: &str, key: &Secret) -> Result<()> {
        let name = checked(name)?.to_owned();
        if self.get(&name).await?.is_some() {
            return Err(Error::Keys(format!("there is a key {name} already")));
        }
        self.with(|keys| drop(keys.insert(name, key.clone())))
    }

    async fn get(&self, name: &str) -> Result<Option<Secret>> {
        let name = checked(name)?;
        self.with(|keys| keys.get(name).cloned())
    }

    async fn destroy(&self, name: &str) -> Result<()> {
        let name = checked(name)?;
        self.with(|keys| drop(keys.remove(name)))
    }

    async fn names(&self) -> Result<Vec<String>> {
        self.with(|keys| keys.keys().cloned().collect())
    }

    fn place(&self) -> String {
        "the memory of this program".to_owned()
    }
}
