//! Files that nobody but the owner of the process can read. Letters hold links that set passwords, exports
//! hold names; on a machine with other users, what the umask leaves open would be theirs to read too.

use std::{
    fs::{File, OpenOptions},
    io,
    path::Path,
};

/// Creates a file, or empties the one that is there, whose rights then stay as somebody chose them.
///
/// # Errors
/// When the place cannot be written.
pub fn create(path: &Path) -> io::Result<File> {
    owner_only(File::options().write(true).create(true).truncate(true)).open(path)
}

/// The same options; a file that they create is its owner's alone.
pub fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Creates a folder and those above it, as far as they are missing.
///
/// # Errors
/// When the place cannot be written.
pub fn create_folder(path: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Whether others than the owner get at a file or into a folder that is there already.
pub fn is_open_to_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::{io::Write, os::unix::fs::PermissionsExt};

    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_new_file_and_folder_are_their_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        create_folder(&inner).unwrap();
        create(&inner.join("file")).unwrap().write_all(b"x").unwrap();
        assert_eq!((mode(&inner), mode(&folder.path().join("a"))), (0o700, 0o700));
        assert_eq!(mode(&inner.join("file")), 0o600);
        assert!(!is_open_to_others(&inner));
        std::fs::set_permissions(&inner, std::fs::Permissions::from_mode(0o755)).unwrap();
        assert!(is_open_to_others(&inner));
        assert!(!is_open_to_others(&inner.join("none")));
    }
}
