//! Text that is measured before it is drawn. The fonts are embedded, so that a figure comes out the same on
//! every machine; a reader's browser uses the Inter the page serves, which has the same widths.

use std::sync::OnceLock;

use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};

use crate::error::ChartError;

/// The name both fonts are registered under.
pub(crate) const FAMILY: &str = "Inter";

/// plotters' glyph renderer takes a font's line height (ascent plus descent) for its size; Inter's is this
/// many times the em that CSS calls the font size.
pub(crate) const LINE_PER_EM: f64 = 2478.0 / 2048.0;

/// Regular and semi-bold of Inter 4.1 (SIL Open Font License, beside the files), cut down to Latin letters, punctuation, arrows and a few signs.
static REGULAR: &[u8] = include_bytes!("../assets/Inter-Regular.subset.ttf");
static SEMIBOLD: &[u8] = include_bytes!("../assets/Inter-SemiBold.subset.ttf");

/// A kind of text: size in CSS pixels and weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Face {
    pub(crate) size: f64,
    pub(crate) is_semibold: bool,
}

impl Face {
    /// Axis labels and quiet labels.
    pub(crate) const SMALL: Self = Self { size: 11.5, is_semibold: false };
    /// Flags.
    pub(crate) const FLAG: Self = Self { size: 11.0, is_semibold: false };
    /// Names of series and the number of an estimate.
    pub(crate) const LABEL: Self = Self { size: 12.5, is_semibold: true };
    /// Titles of panels.
    pub(crate) const TITLE: Self = Self { size: 15.0, is_semibold: true };
    /// Small print beside titles.
    pub(crate) const NOTE: Self = Self { size: 12.5, is_semibold: false };

    /// The distance from a line through the middle of capitals and digits down to their baseline.
    pub(crate) fn half_cap(self) -> f64 {
        // Inter's capitals are 1490 of 2048 units high
        self.size * 1490.0 / 2048.0 / 2.0
    }

    /// The plotters font for text of this face on a canvas with `unit` steps to a CSS pixel.
    pub(crate) fn font(self, unit: f64) -> FontDesc<'static> {
        let style = if self.is_semibold { FontStyle::Bold } else { FontStyle::Normal };
        FontDesc::new(FontFamily::Name(FAMILY), self.size * LINE_PER_EM * unit, style)
    }

    /// The width of `text` in CSS pixels.
    pub(crate) fn width(self, text: &str) -> Result<f64, ChartError> {
        register_fonts()?;
        // measured large, since plotters rounds to whole pixels
        let large = 64.0;
        let box_ = self.font(large).layout_box(text).map_err(|e| ChartError::Drawing(e.to_string()))?;
        Ok(f64::from(box_.1.0 - box_.0.0) / large)
    }

    /// `text`, or as much of its beginning as fits into `room` with an ellipsis behind it.
    pub(crate) fn fit(self, text: &str, room: f64) -> Result<String, ChartError> {
        let text = clean(text);
        if self.width(&text)? <= room {
            return Ok(text);
        }
        let mut kept = text;
        while kept.pop().is_some() {
            let shorter = format!("{}\u{2026}", kept.trim_end());
            if self.width(&shorter)? <= room {
                return Ok(shorter);
            }
        }
        Ok("\u{2026}".to_owned())
    }

    /// `text` in lines of at most `room`, broken between words; a longer word is cut.
    pub(crate) fn wrap(self, text: &str, room: f64) -> Result<Vec<String>, ChartError> {
        let mut lines: Vec<String> = Vec::new();
        for word in clean(text).split(' ').filter(|word| !word.is_empty()) {
            if let Some(line) = lines.last_mut() {
                let longer = format!("{line} {word}");
                if self.width(&longer)? <= room {
                    *line = longer;
                    continue;
                }
            }
            lines.push(self.fit(word, room)?);
        }
        Ok(lines)
    }
}

/// `text` without the characters that cannot be drawn or that XML forbids; line breaks become spaces.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\t' => Some(' '),
            '\u{fffe}' | '\u{ffff}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

/// Makes the embedded fonts known to plotters, whose font table is global; once is enough for a process.
pub(crate) fn register_fonts() -> Result<(), ChartError> {
    static DONE: OnceLock<bool> = OnceLock::new();
    let done = DONE.get_or_init(|| {
        register_font(FAMILY, FontStyle::Normal, REGULAR).is_ok()
            && register_font(FAMILY, FontStyle::Bold, SEMIBOLD).is_ok()
    });
    if *done { Ok(()) } else { Err(ChartError::Drawing("an embedded font is damaged".to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn semibold_is_wider_than_regular_and_longer_is_wider_than_short() {
        let regular = Face { is_semibold: false, ..Face::LABEL };
        assert!(Face::LABEL.width("Satisfaction").unwrap() > regular.width("Satisfaction").unwrap());
        assert!(regular.width("usual 15").unwrap() > regular.width("usual").unwrap());
    }

    #[test]
    fn a_browser_needs_no_more_room_than_was_measured_here() {
        // as Chromium measures Inter's variable font, which kerns a little
        let browser = [
            (Face::SMALL, "usual 15", 43.6),
            (Face::LABEL, "Satisfaction", 71.8),
            (Face::FLAG, "Spring campaign", 88.1),
        ];
        for (face, text, width) in browser {
            let measured = face.width(text).unwrap();
            assert!((measured - width).abs() < 1.0, "{text}: {measured} here, {width} there");
        }
    }

    #[test]
    fn long_text_is_cut_with_an_ellipsis() {
        let cut = Face::SMALL.fit("A very long remark about a very long campaign", 80.0).unwrap();
        assert!(cut.ends_with('\u{2026}') && Face::SMALL.width(&cut).unwrap() <= 80.0);
        assert_eq!(Face::SMALL.fit("short", 80.0).unwrap(), "short");
        assert_eq!(Face::SMALL.fit("short", 0.0).unwrap(), "\u{2026}");
    }

    #[test]
    fn notes_are_wrapped_between_words() {
        let lines = Face::NOTE.wrap("one two three four five six seven", 100.0).unwrap();
        assert!(lines.len() > 1);
        assert_eq!(lines.join(" "), "one two three four five six seven");
    }

    #[test]
    fn control_characters_are_taken_out() {
        assert_eq!(clean("a\u{0}b\u{8}c\nd\u{7f}\u{fffe}"), "abc d");
    }
}
