//! Keys as files in a folder.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use super::{KeyStore, LENGTH, Secret, checked};
use crate::{Error, Result, private};

/// A folder with a file for each key, both readable by their owner alone.
pub struct Folder(PathBuf);

impl Folder {
    /// Keys in this folder, which is made when the first key is.
    pub fn new(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Does something with the file of a key, away from the threads that serve.
    async fn with<T: Send + 'static>(
        &self,
        name: &str,
        doing: &'static str,
        what: impl FnOnce(&Path, &Path) -> io::Result<T> + Send + 'static,
    ) -> Result<T> {
        let folder = self.0.clone();
        let file = folder.join(format!("{}.key", checked(name)?));
        let shown = file.display().to_string();
        let done = tokio::task::spawn_blocking(move || what(&folder, &file)).await;
        done.map_err(|error| Error::Internal(error.to_string()))?.map_err(|error| {
            Error::Keys(format!(
                "the key {shown} cannot be {doing}: {error}; check its owner and permissions"
            ))
        })
    }
}

#[async_trait::async_trait]
impl KeyStore for Folder {
    async fn put(&self, name: &str, key: &Secret) -> Result<()> {
        let key = key.clone();
        self.with(name, "written", move |folder, file| {
            private::create_folder(folder)?;
            let mut options = OpenOptions::new();
            let mut written = private::owner_only(options.write(true).create_new(true)).open(file)?;
            let stored = written.write_all(key.bytes()).and_then(|()| written.sync_all());
            if let Err(error) = stored.and_then(|()| sync(folder)) {
                // Half a key is none, and would be in the way of a whole one.
                let _ = fs::remove_file(file);
                return Err(error);
            }
            Ok(())
        })
        .await
    }

    async fn get(&self, name: &str) -> Result<Option<Secret>> {
        self.with(name, "read", |_, file| {
            let mut opened = match File::open(file) {
                Ok(opened) => opened,
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(error),
            };
            let mut bytes = Zeroizing::new(Vec::with_capacity(LENGTH + 1));
            Read::by_ref(&mut opened).take(LENGTH as u64 + 1).read_to_end(&mut bytes)?;
            let key = Secret::from_slice(&bytes);
            key.map(Some).ok_or_else(|| io::Error::other("it does not have the length of a key"))
        })
        .await
    }

    async fn destroy(&self, name: &str) -> Result<()> {
        self.with(name, "destroyed", |folder, file| {
            match OpenOptions::new().write(true).open(file) {
                // Not on every disk does this reach the place where the key stood; it does on most, and
                // elsewhere the file is gone all the same.
                Ok(mut opened) => {
                    opened.write_all(&[0; LENGTH])?;
                    opened.sync_all()?;
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
                Err(error) => return Err(error),
            }
            fs::remove_file(file)?;
            sync(folder)
        })
        .await
    }

    async fn names(&self) -> Result<Vec<String>> {
        let folder = self.0.clone();
        let read = move || -> io::Result<Vec<String>> {
            let entries = match fs::read_dir(&folder) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
                entries => entries?,
            };
            let mut names = Vec::new();
            for entry in entries {
                let name = entry?.file_name();
                names.extend(name.to_str().and_then(|name| name.strip_suffix(".key")).map(str::to_owned));
            }
            names.sort();
            Ok(names)
        };
        let names = tokio::task::spawn_blocking(read).await;
        names.map_err(|error| Error::Internal(error.to_string()))?.map_err(|error| {
            Error::Keys(format!("{} cannot be read: {error}; check its owner and permissions", self.place()))
        })
    }

    fn place(&self) -> String {
        format!("the folder {}", self.0.display())
    }
}

/// Makes a change of names in a folder survive a loss of power.
fn sync(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_folder_keeps_keys_until_they_are_destroyed() {
        let folder = tempfile::tempdir().unwrap();
        let keys = folder.path().join("keys");
        super::super::tests::keeps_until_destroyed(&Folder::new(keys.clone())).await;
        let left: Vec<_> = fs::read_dir(keys).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["round-2.key"]);
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn keys_are_their_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let keys = folder.path().join("deep/keys");
        Folder::new(keys.clone()).put("round-1", &Secret::fresh().unwrap()).await.unwrap();
        assert!(!private::is_open_to_others(&keys));
        assert!(!private::is_open_to_others(&keys.join("round-1.key")));
    }

    #[tokio::test]
    async fn a_file_that_is_no_key_is_an_error_and_not_a_missing_key() {
        let folder = tempfile::tempdir().unwrap();
        for bytes in [0, 31, 33] {
            fs::write(folder.path().join("round-1.key"), vec![1; bytes]).unwrap();
            let error = Folder::new(folder.path().to_owned()).get("round-1").await.unwrap_err().to_string();
            assert!(error.contains("length of a key"), "{error}");
        }
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_made_is_an_error_that_names_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let keys = Folder::new(file.join("keys"));
        let error = keys.put("round-1", &Secret::fresh().unwrap()).await.unwrap_err().to_string();
        assert!(error.contains("round-1.key") && error.contains("permissions"), "{error}");
    }
}
