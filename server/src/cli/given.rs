//! The file that a command is given.

use std::{
    fs::{self, File},
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
};

use tables::Source;

/// What stands for standard input.
const STANDARD_INPUT: &str = "-";

/// A file that is read from its beginning more than once.
pub(super) enum Given {
    /// On disk.
    File(PathBuf),
    /// What came through a pipe or from standard input, which can be read only once.
    Piped(Vec<u8>),
}

impl Given {
    /// The file of this name; `-` is standard input. What is no plain file is read to its end at once.
    ///
    /// # Errors
    /// When a pipe cannot be read. A file that is not there is told when it is opened.
    pub(super) fn new(path: &Path) -> io::Result<Self> {
        let mut bytes = Vec::new();
        if path == Path::new(STANDARD_INPUT) {
            io::stdin().lock().read_to_end(&mut bytes)?;
        } else if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            File::open(path)?.read_to_end(&mut bytes)?;
        } else {
            return Ok(Self::File(path.to_owned()));
        }
        Ok(Self::Piped(bytes))
    }
}

impl Source for Given {
    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        match self {
            Self::File(path) => Ok(Box::new(BufReader::new(File::open(path)?))),
            Self::Piped(bytes) => Ok(Box::new(bytes.as_slice())),
        }
    }
}
