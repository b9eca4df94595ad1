//! Which characters the bytes of a file stand for: told over all of it, never by its beginning.

use std::io::Read;

use encoding_rs::DecoderResult;
use encoding_rs_io::DecodeReaderBytesBuilder;
use serde::Serialize;

use crate::{
    file_limits::Limits,
    problem::{Fault, Problem},
};

/// How text is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Mark,
    /// UTF-16, low byte first, with a byte order mark.
    Utf16Le,
    /// UTF-16, high byte first, with a byte order mark.
    Utf16Be,
    /// Windows-1252, what older spreadsheets write.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

impl Encoding {
    const fn of_encoding_rs(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 | Self::Utf8Mark => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
        }
    }
}

/// Bytes that Windows-1252 has no character for.
const UNDEFINED: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/// Reads the whole file once and tells its encoding.
///
/// # Errors
/// When the bytes are no text, fit no encoding, mix two of them, or have a line beyond the limit.
pub(crate) fn detect(mut file: impl Read, limits: &Limits) -> Result<Encoding, Problem> {
    let mut buffer = vec![0; 64 * 1024];
    let read = fill(&mut file, &mut buffer)?;
    let start = &buffer[..read];
    match start {
        [0xff, 0xfe, ..] => return utf16(Encoding::Utf16Le, file, buffer, read, limits),
        [0xfe, 0xff, ..] => return utf16(Encoding::Utf16Be, file, buffer, read, limits),
        _ => {}
    }
    let mark = start.starts_with(&[0xef, 0xbb, 0xbf]);
    let mut scan = Scan { limit: limits.row_bytes, ..Scan::default() };
    let mut read = read;
    while read > 0 {
        scan.take(&buffer[..read])?;
        read = fill(&mut file, &mut buffer)?;
    }
    scan.end();
    scan.encoding(mark)
}

/// Fills the buffer as far as the file goes.
pub(crate) fn fill(file: &mut impl Read, buffer: &mut [u8]) -> Result<usize, Problem> {
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Problem::unreadable(&error)),
        }
    }
    Ok(filled)
}

/// What the bytes seen so far allow.
#[derive(Default)]
struct Scan {
    /// Bytes a line may have.
    limit: usize,
    /// Bytes of a character that the portion before began.
    pending: Vec<u8>,
    /// Lines ended so far.
    lines: u64,
    /// Bytes since the last line end.
    line_bytes: usize,
    ends_with_cr: bool,
    /// Line of the first byte that is no UTF-8.
    not_utf8: Option<u64>,
    /// Line of the first character of several bytes in UTF-8.
    is_utf8: Option<u64>,
    /// Line of the first byte that is no Windows-1252.
    not_1252: Option<u64>,
    /// Line of the first word that has a sign for a letter in Windows-1252.
    other: Option<u64>,
}

impl Scan {
    fn take(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        if self.take_whole(bytes) {
            return Ok(());
        }
        let row = |scan: &Self| Some(scan.lines + 1);
        // A portion without line ends is most of a line beyond the limit.
        for line in bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
            self.line_bytes += line.len();
            if self.line_bytes > self.limit {
                return Err(Problem::at_row(self.lines + 1, Fault::LongRow { bytes: self.limit as u64 }));
            }
            if line.is_ascii() && self.pending.is_empty() {
                if memchr::memchr(0, line).is_some() {
                    return Err(Problem::at_row(self.lines + 1, Fault::NotText));
                }
            } else {
                self.not_1252 = self
                    .not_1252
                    .or_else(|| row(self).filter(|_| line.iter().any(|byte| UNDEFINED.contains(byte))));
                self.other = self.other.or_else(|| row(self).filter(|_| has_signs_for_letters(line)));
                if memchr::memchr(0, line).is_some() {
                    return Err(Problem::at_row(self.lines + 1, Fault::NotText));
                }
                let pending = std::mem::take(&mut self.pending);
                if pending.is_empty() {
                    self.utf8(line);
                } else {
                    self.utf8(&[pending.as_slice(), line].concat());
                }
            }
            let last = line.last().copied();
            if matches!(last, Some(b'\n' | b'\r')) {
                let is_second_half = last == Some(b'\n') && line.len() == 1 && self.ends_with_cr;
                self.lines += u64::from(!is_second_half);
                self.line_bytes = 0;
            }
            self.ends_with_cr = last == Some(b'\r');
        }
        Ok(())
    }

    /// Takes a portion of what nearly all files are, text in UTF-8 with lines that end, at one go; false
    /// where it has to be looked at line by line.
    fn take_whole(&mut self, bytes: &[u8]) -> bool {
        let is_plain = self.pending.is_empty()
            && !self.ends_with_cr
            && self.limit > bytes.len()
            && memchr::memchr2(0, b'\r', bytes).is_none();
        let (Some(first), Some(last)) = (memchr::memchr(b'\n', bytes), memchr::memrchr(b'\n', bytes)) else {
            return false;
        };
        if !is_plain || self.line_bytes + first > self.limit || std::str::from_utf8(bytes).is_err() {
            return false;
        }
        if self.is_utf8.is_none()
            && let Some(place) = bytes.iter().position(|byte| !byte.is_ascii())
        {
            let before = memchr::memchr_iter(b'\n', &bytes[..place]).count() as u64;
            self.is_utf8 = Some(self.lines + before + 1);
        }
        self.lines += memchr::memchr_iter(b'\n', bytes).count() as u64;
        self.line_bytes = bytes.len() - last - 1;
        true
    }

    fn utf8(&mut self, mut bytes: &[u8]) {
        let line = Some(self.lines + 1);
        loop {
            let (valid, rest) = match std::str::from_utf8(bytes) {
                Ok(_) => (bytes.len(), None),
                Err(error) => (error.valid_up_to(), Some(error.error_len())),
            };
            if !bytes[..valid].is_ascii() {
                self.is_utf8 = self.is_utf8.or(line);
            }
            match rest {
                None => return,
                Some(None) => {
                    self.pending = bytes[valid..].to_vec();
                    return;
                }
                Some(Some(wrong)) => {
                    self.not_utf8 = self.not_utf8.or(line);
                    bytes = &bytes[valid + wrong..];
                }
            }
        }
    }

    fn end(&mut self) {
        if !self.pending.is_empty() {
            self.not_utf8 = self.not_utf8.or(Some(self.lines + 1));
        }
    }

    fn encoding(&self, mark: bool) -> Result<Encoding, Problem> {
        let Some(wrong) = self.not_utf8 else {
            return Ok(if mark { Encoding::Utf8Mark } else { Encoding::Utf8 });
        };
        if mark || self.not_1252.is_some() {
            return Err(Problem::at_row(wrong, Fault::NoEncoding));
        }
        // Windows-1252 could read it, as riddles: Ã¸ where ø is meant.
        match (self.is_utf8, self.other) {
            (Some(other), _) => Err(Problem::at_row(wrong, Fault::MixedEncodings { other })),
            (None, Some(row)) => Err(Problem::at_row(row, Fault::OtherEncoding)),
            (None, None) => Ok(Encoding::Windows1252),
        }
    }
}

/// Whether a word has a sign where a letter belongs if read as Windows-1252: B¾rum, Dr¿bak, LŒrdal and ¯st of old
/// Macs, L†rdal, Br›nn and Tr‘na of DOS.
fn has_signs_for_letters(line: &[u8]) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || (byte >= 0xc0 && !matches!(byte, 0xd7 | 0xf7));
    let is_small = |byte: u8| byte.is_ascii_lowercase() || (byte >= 0xdf && byte != 0xf7);
    let at = |place: usize| line.get(place).copied().unwrap_or(b' ');
    line.iter().enumerate().filter(|(_, byte)| (0x80..0xc0).contains(*byte)).any(|(place, byte)| {
        let (before, after) = (place.checked_sub(1).map_or(b' ', at), at(place + 1));
        match byte {
            // ¾ ¿ † › ‘ „ ” between letters; 0x92 is the apostrophe.
            0xbe | 0xbf | 0x86 | 0x9b | 0x91 | 0x84 | 0x94 => is_letter(before) && is_letter(after),
            // ® ¯ before letters
            0xae | 0xaf => is_letter(after),
            // Œ Š Ž Ÿ, which are capitals, inside a word of small letters
            0x8c | 0x8a | 0x8e | 0x9f => is_letter(before) && is_small(after),
            _ => false,
        }
    })
}

/// Reads a file with a mark of UTF-16 to its end.
fn utf16(
    encoding: Encoding,
    mut file: impl Read,
    mut buffer: Vec<u8>,
    mut read: usize,
    limits: &Limits,
) -> Result<Encoding, Problem> {
    let mut decoder = encoding.of_encoding_rs().new_decoder_with_bom_removal();
    let mut text = vec![0; 256 * 1024];
    let mut scan = Scan { limit: limits.row_bytes, ..Scan::default() };
    loop {
        let is_last = read < buffer.len();
        let mut from = 0;
        loop {
            let (result, used, written) =
                decoder.decode_to_utf8_without_replacement(&buffer[from..read], &mut text, is_last);
            scan.take(&text[..written])?;
            from += used;
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    return Err(Problem::at_row(scan.lines + 1, Fault::NoEncoding));
                }
            }
        }
        if is_last {
            return Ok(encoding);
        }
        read = fill(&mut file, &mut buffer)?;
    }
}

/// The file as UTF-8 without a mark, every line end as `\n`.
pub(crate) fn decoded<'a>(
    file: impl Read + Send + 'a,
    encoding: Encoding,
) -> Lines<Box<dyn Read + Send + 'a>> {
    let mut builder = DecodeReaderBytesBuilder::new();
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Mark => builder.utf8_passthru(true).strip_bom(true),
        other => builder.encoding(Some(other.of_encoding_rs())).strip_bom(true),
    };
    Lines { inner: Box::new(builder.build(file)), after_cr: false, ends: LineEnds::default() }
}

/// How often lines end in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LineEnds {
    pub(crate) lf: u64,
    pub(crate) crlf: u64,
    pub(crate) cr: u64,
}

/// Makes `\r\n` and a lone `\r` into `\n`.
pub(crate) struct Lines<R> {
    inner: R,
    after_cr: bool,
    ends: LineEnds,
}

impl<R> Lines<R> {
    pub(crate) const fn ends(&self) -> LineEnds {
        self.ends
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let read = self.inner.read(buffer)?;
            if read == 0 {
                return Ok(0);
            }
            let kept = self.unify(&mut buffer[..read]);
            // A portion of the second half of \r\n alone is no end of the file.
            if kept > 0 {
                return Ok(kept);
            }
        }
    }
}

impl<R> Lines<R> {
    fn unify(&mut self, bytes: &mut [u8]) -> usize {
        if !self.after_cr && memchr::memchr(b'\r', bytes).is_none() {
            self.ends.lf += memchr::memchr_iter(b'\n', bytes).count() as u64;
            return bytes.len();
        }
        let mut to = 0;
        for from in 0..bytes.len() {
            let byte = bytes[from];
            let is_second_half = byte == b'\n' && self.after_cr;
            self.after_cr = byte == b'\r';
            match byte {
                b'\n' if is_second_half => {
                    self.ends.crlf += 1;
                    self.ends.cr -= 1;
                    continue;
                }
                b'\n' => self.ends.lf += 1,
                b'\r' => self.ends.cr += 1,
                _ => {}
            }
            bytes[to] = if byte == b'\r' { b'\n' } else { byte };
            to += 1;
        }
        to
    }
}

/// Text as bytes of an encoding: what tests of the same table in several encodings are written with.
#[doc(hidden)]
pub fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Mark => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        Encoding::Utf16Le => {
            std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        }
        Encoding::Utf16Be => {
            std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
        }
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
    }
}
