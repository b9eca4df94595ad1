//! The PNG: its size, its themes, and that it looks as it did when someone last looked at it.

use crate::samples::golden::{assert_golden, decode};
use crate::samples::{link, shop_of};
use charts::{Interval, Size, Theme, Trend, interval_png, trend_png};

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
    for (name, trend) in crate::samples::trends() {
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

#[test]
fn a_trend_looks_as_it_did_when_it_was_last_approved() {
    let (trend, size) = one_panel();
    assert_golden("one-panel", &trend_png(&trend, size, Theme::Light, 1).unwrap());
}
