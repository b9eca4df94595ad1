//! The PNG: its size, its themes, and that it looks as it did when someone last looked at it.

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic as tests do")]

mod samples;

use std::path::Path;

use charts::{Interval, Size, Theme, Trend, interval_png, trend_png};
use samples::{link, shop_of};

struct Image {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

fn decode(bytes: &[u8]) -> Image {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgb).unwrap();
    Image { width: info.width, height: info.height, rgb }
}

/// One panel with a heading, flags, limits, a centre and signals.
fn one_panel() -> (Trend, Size) {
    let mut trend = shop_of(26);
    trend.panels.truncate(1);
    let size = trend.comfortable_size(340).unwrap();
    (trend, size)
}

#[test]
fn an_image_has_the_size_asked_for_with_a_margin_times_the_scale() {
    let (trend, size) = one_panel();
    for scale in 1..=3 {
        let image = decode(&trend_png(&trend, size, Theme::Light, scale).unwrap());
        assert_eq!((image.width, image.height), ((size.width + 32) * scale, (size.height + 32) * scale));
    }
    let image = decode(&interval_png(&link(), Interval::SIZE, Theme::Light, 1).unwrap());
    assert_eq!((image.width, image.height), (Interval::SIZE.width + 32, Interval::SIZE.height + 32));
}

#[test]
fn every_sample_can_be_painted() {
    for (name, trend) in samples::trends() {
        let size = trend.comfortable_size(340).unwrap();
        assert!(trend_png(&trend, size, Theme::Dark, 1).is_ok(), "{name}");
    }
}

#[test]
fn the_theme_decides_the_ground_and_the_same_input_gives_the_same_bytes() {
    let (trend, size) = one_panel();
    let paint = |theme| trend_png(&trend, size, theme, 1).unwrap();
    assert_eq!(decode(&paint(Theme::Light)).rgb[..3], [0xff, 0xff, 0xff]);
    assert_eq!(decode(&paint(Theme::Dark)).rgb[..3], [0x19, 0x20, 0x1d]);
    assert_eq!(paint(Theme::Light), paint(Theme::Light));
}

/// After a wanted change, look at the new image, then store it: `GOLDEN=store cargo test -p charts --test png`.
#[test]
fn a_trend_looks_as_it_did_when_it_was_last_approved() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/one-panel.png");
    let (trend, size) = one_panel();
    let bytes = trend_png(&trend, size, Theme::Light, 1).unwrap();
    if std::env::var_os("GOLDEN").is_some() {
        std::fs::write(&file, &bytes).unwrap();
    }
    let (now, then) = (decode(&bytes), decode(&std::fs::read(&file).unwrap()));
    assert_eq!((now.width, now.height), (then.width, then.height));
    let differences = now.rgb.iter().zip(&then.rgb).map(|(a, b)| a.abs_diff(*b));
    // rounding may differ between processors at the edges of shapes, but not over an area
    let visible = differences.filter(|&difference| difference > 24).count();
    assert!(visible * 1000 <= now.rgb.len(), "{visible} of {} values differ visibly", now.rgb.len());
}
