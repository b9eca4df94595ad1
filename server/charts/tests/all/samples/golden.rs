//! Pictures that somebody has looked at and approved.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

use std::path::Path;

pub(crate) struct Image {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) rgb: Vec<u8>,
}

pub(crate) fn decode(bytes: &[u8]) -> Image {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgb).unwrap();
    Image { width: info.width, height: info.height, rgb }
}

/// Fails unless a picture looks like the approved one of that name. After a wanted change, look at the new picture, then
/// store it: `GOLDEN=store cargo test -p charts TEST`.
pub(crate) fn assert_golden(name: &str, bytes: &[u8]) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.png"));
    if std::env::var_os("GOLDEN").is_some() {
        std::fs::write(&file, bytes).unwrap();
    }
    let (now, then) = (decode(bytes), decode(&std::fs::read(&file).unwrap()));
    assert_eq!((now.width, now.height), (then.width, then.height), "{name}");
    let differences = now.rgb.iter().zip(&then.rgb).map(|(a, b)| a.abs_diff(*b));
    // rounding may differ between processors at the edges of shapes, but not over an area
    let visible = differences.filter(|&difference| difference > 24).count();
    assert!(visible * 1000 <= now.rgb.len(), "{name}: {visible} of {} values differ visibly", now.rgb.len());
}
