//! Files in one ZIP archive that is sent while it is made: each file's part of it is given as soon as there is one.

use std::{
    io::{self, Write},
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions, write::StreamWriter};

use crate::error::ExportError;

/// What has been written and not been taken yet.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    fn take(&self) -> Vec<u8> {
        mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An archive under way. The same files in the same order give the same bytes: all have the time that is the first a
/// ZIP file can tell.
pub struct Parcel {
    zip: ZipWriter<StreamWriter<Written>>,
    written: Written,
}

impl Default for Parcel {
    fn default() -> Self {
        let written = Written::default();
        Self { zip: ZipWriter::new_stream(written.clone()), written }
    }
}

impl Parcel {
    /// Puts a file in; gives what is to be sent of the archive by now.
    ///
    /// # Errors
    /// When a name is twice in it, or the file is larger than an archive takes.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<Vec<u8>, ExportError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.zip.start_file(name, options)?;
        self.zip.write_all(bytes)?;
        Ok(self.written.take())
    }

    /// The end of the archive, without which it is none.
    ///
    /// # Errors
    /// As [`Self::add`].
    pub fn finish(self) -> Result<Vec<u8>, ExportError> {
        self.zip.finish()?;
        Ok(self.written.take())
    }
}
