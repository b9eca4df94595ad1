//! A trend with more flags than there is room for looks as it did when somebody last looked at it.

use crate::samples::{crowded, golden::assert_golden};
use charts::{Theme, trend_png};

#[test]
fn crowded_flags_with_bars_and_a_new_baseline_look_as_approved_on_wide_and_narrow_pages() {
    for (name, width, theme) in [("crowded-wide", 740, Theme::Light), ("crowded-narrow", 340, Theme::Dark)] {
        let trend = crowded();
        let size = trend.comfortable_size(width).unwrap();
        assert_golden(name, &trend_png(&trend, size, theme, 1).unwrap());
    }
}
