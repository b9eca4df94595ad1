//! What a file is, by its bytes.

use image::ImageFormat;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Picture(ImageFormat),
    Document,
}

/// Bytes at the end of a document among which it says that it is whole.
const END: usize = 1024;

/// What a file is; none for anything else, and for what was cut off.
pub(super) fn of(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"%PDF-") {
        let end = bytes.get(bytes.len().saturating_sub(END)..)?;
        return end.windows(5).any(|window| window == b"%%EOF").then_some(Kind::Document);
    }
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return is_whole_jpeg(bytes).then_some(Kind::Picture(ImageFormat::Jpeg));
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(Kind::Picture(ImageFormat::Png));
    }
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    is_webp.then_some(Kind::Picture(ImageFormat::WebP))
}

/// Whether a photograph goes on to its end: decoders fill up what is missing with grey. Walks over its parts, because a
/// small picture within it has an end of its own.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        // Between parts there may be any number of fill bytes.
        let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xff)) else {
            return false;
        };
        at += found + 1;
        match bytes.get(at) {
            None => return false,
            Some(0xd9) => return true,
            // A fill byte, a byte of the picture that looks like the beginning of a part, a mark for starting anew.
            Some(0xff) => {}
            Some(0x00 | 0x01 | 0xd0..=0xd8) => at += 1,
            Some(_) => {
                let Some([high, low]) = bytes.get(at + 1..at + 3) else { return false };
                at += 1 + usize::from(u16::from_be_bytes([*high, *low]));
            }
        }
    }
}
