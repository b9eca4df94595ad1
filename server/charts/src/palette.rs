//! The one table of colours. A page themes an inline figure by matching the light hex values in its style
//! sheet, so each role has a light value of its own; a test holds that, and the contrast of every pair.

use plotters::style::RGBColor;

use crate::model::{Ink, Signal};

/// Every colour a figure can contain: role (the name of the style sheet's token), light value, dark value.
///
/// An inline SVG holds the light values only. A style sheet turns it dark with one rule for each role and
/// attribute, for example `[fill="#7a4f9e"]{fill:var(--staff-2)}` and `[stroke="#7a4f9e"]{stroke:var(--staff-2)}`.
pub const PALETTE: [(&str, &str, &str); 20] = [
    ("card", "#ffffff", "#19201d"),
    ("paper", "#fbfaf6", "#121715"),
    ("ink", "#1b2220", "#eef1ee"),
    ("ink-2", "#4c5753", "#b7c1bb"),
    ("ink-3", "#6b7671", "#8f9b95"),
    ("line", "#dfddd4", "#2d3733"),
    ("line-2", "#ebe9e1", "#242d29"),
    ("band", "#f0eee6", "#1f2824"),
    ("concern", "#b4470a", "#ff9a5c"),
    ("better", "#1f62a8", "#7db7f5"),
    ("hold", "#8a7a2f", "#d9c66a"),
    ("staff", "#14584d", "#7fd1bd"),
    ("staff-2", "#7a4f9e", "#c3a2e2"),
    ("staff-3", "#9c3560", "#f0a3c0"),
    ("customer", "#243b6b", "#a9bff0"),
    ("heat-1", "#bddfda", "#1c4240"),
    ("heat-2", "#83c1b8", "#295b57"),
    ("heat-3", "#53a29a", "#3b746f"),
    ("heat-4", "#2f7b76", "#48a094"),
    ("heat-5", "#155351", "#76d1bf"),
];

/// Which of the two themes a PNG is painted in. An SVG needs none: the page's style sheet themes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark ink on a white card.
    #[default]
    Light,
    /// Light ink on a dark card.
    Dark,
}

/// A row of [`PALETTE`]; the order of the variants is the order of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Card,
    Paper,
    Ink,
    Ink2,
    Ink3,
    Line,
    Line2,
    Band,
    Concern,
    Better,
    Hold,
    Staff,
    Staff2,
    Staff3,
    Customer,
    Heat1,
    Heat2,
    Heat3,
    Heat4,
    Heat5,
}

impl Role {
    /// The light value as it stands in the SVG.
    pub(crate) const fn hex(self) -> &'static str {
        PALETTE[self as usize].1
    }

    pub(crate) const fn rgb(self, theme: Theme) -> RGBColor {
        let (_, light, dark) = PALETTE[self as usize];
        match theme {
            Theme::Light => parse(light),
            Theme::Dark => parse(dark),
        }
    }
}

impl From<Ink> for Role {
    fn from(ink: Ink) -> Self {
        match ink {
            Ink::Strain => Self::Staff2,
            Ink::Satisfaction => Self::Staff,
            Ink::Complaints => Self::Customer,
            Ink::Other => Self::Staff3,
        }
    }
}

impl From<Signal> for Role {
    fn from(signal: Signal) -> Self {
        match signal {
            Signal::Concern => Self::Concern,
            Signal::Better => Self::Better,
            Signal::Neutral => Self::Hold,
        }
    }
}

/// `#rrggbb` in lower case, as the table above is written.
const fn parse(hex: &str) -> RGBColor {
    let b = hex.as_bytes();
    RGBColor(digit(b[1]) * 16 + digit(b[2]), digit(b[3]) * 16 + digit(b[4]), digit(b[5]) * 16 + digit(b[6]))
}

const fn digit(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => byte - b'0',
        b'a'..=b'f' => byte - b'a' + 10,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

    /// WCAG 2.2, "contrast ratio" and "relative luminance".
    fn contrast(a: Role, b: Role, theme: Theme) -> f64 {
        fn luminance(RGBColor(r, g, b): RGBColor) -> f64 {
            let linear = |c: u8| {
                let c = f64::from(c) / 255.0;
                if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
        }
        let (a, b) = (luminance(a.rgb(theme)), luminance(b.rgb(theme)));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_role_has_a_light_value_of_its_own() {
        for (i, (_, light, _)) in PALETTE.iter().enumerate() {
            assert!(PALETTE[i + 1..].iter().all(|(_, other, _)| other != light), "{light} occurs twice");
        }
    }

    #[test]
    fn roles_and_rows_stand_in_the_same_order() {
        assert_eq!(Role::Card.hex(), "#ffffff");
        assert_eq!(PALETTE[Role::Ink3 as usize].0, "ink-3");
        assert_eq!(PALETTE[Role::Customer as usize].0, "customer");
        assert_eq!(Role::Staff2.rgb(Theme::Light), RGBColor(0x7a, 0x4f, 0x9e));
    }

    #[test]
    fn all_text_reads_at_4_5_to_1_in_both_themes() {
        for theme in THEMES {
            for text in [
                Role::Ink,
                Role::Ink2,
                Role::Ink3,
                Role::Staff,
                Role::Staff2,
                Role::Staff3,
                Role::Customer,
                Role::Concern,
                Role::Better,
            ] {
                assert!(contrast(text, Role::Card, theme) >= 4.5, "{text:?} {theme:?}");
            }
            assert!(contrast(Role::Paper, Role::Ink2, theme) >= 4.5, "flags {theme:?}");
        }
    }

    #[test]
    fn each_shade_of_a_heat_map_stands_out_from_the_one_before_and_carries_its_number() {
        let shades = [Role::Heat1, Role::Heat2, Role::Heat3, Role::Heat4, Role::Heat5];
        for theme in THEMES {
            let grounds = std::iter::once(Role::Card).chain(shades);
            for (before, shade) in grounds.zip(shades) {
                assert!(contrast(before, shade, theme) >= 1.4, "{before:?} {shade:?} {theme:?}");
            }
            for (place, shade) in shades.into_iter().enumerate() {
                let text = if place < 3 { Role::Ink } else { Role::Card };
                assert!(contrast(text, shade, theme) >= 4.5, "{text:?} on {shade:?} {theme:?}");
            }
        }
    }

    #[test]
    fn all_marks_stand_out_at_3_to_1_from_card_and_band() {
        for theme in THEMES {
            for mark in [
                Role::Concern,
                Role::Better,
                Role::Hold,
                Role::Staff,
                Role::Staff2,
                Role::Staff3,
                Role::Customer,
                Role::Ink3,
            ] {
                for ground in [Role::Card, Role::Band] {
                    assert!(contrast(mark, ground, theme) >= 3.0, "{mark:?} on {ground:?} {theme:?}");
                }
            }
        }
    }
}
