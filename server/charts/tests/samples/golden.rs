//! Pictures that somebody has looked at, and whether a new one still looks like them.

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

/// After a wanted change, look at the new image, then store it: `GOLDEN=store cargo nextest run -p charts`.
pub(crate) fn looks_as_before(name: &str, bytes: &[u8]) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.png"));
    if std::env::var_os("GOLDEN").is_some() {
        std::fs::write(&file, bytes).unwrap();
    }
    let (now, then) = (decode(bytes), decode(&std::fs::read(&file).unwrap()));
    assert_eq!((now.width, now.height), (then.width, then.height));
    let differences = now.rgb.iter().zip(&then.rgb).map(|(a, b)| a.abs_diff(*b));
    // Rounding may differ between processors at the edges of shapes, but not over an area.
    let visible = differences.filter(|&difference| difference > 24).count();
    assert!(visible * 1000 <= now.rgb.len(), "{visible} of {} values differ visibly", now.rgb.len());
}
