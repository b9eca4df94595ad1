//! What a text is made into before it is set: a sign that no typeface has would make the whole document fail.

use std::borrow::Cow;

use typst::text::Font;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark, is_nfc};

use crate::world::fonts;

/// Stands for a sign that no typeface has.
const UNKNOWN: char = '\u{fffd}';
/// Begins a text whose direction is that of its first letter, and ends it.
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

fn has(font: &Font, sign: char) -> bool {
    font.info().coverage.contains(sign.into())
}

/// Whether one typeface has all of these, which make up one letter.
fn is_covered(cluster: &[char]) -> bool {
    fonts().iter().any(|font| cluster.iter().all(|sign| has(font, *sign)))
}

/// A text with composed letters, and U+FFFD for every sign that cannot be set.
pub(crate) fn settable(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let composed: Cow<'_, str> =
        if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) };
    let mut made = String::with_capacity(composed.len());
    let mut cluster: Vec<char> = Vec::new();
    for sign in composed.chars() {
        if !is_combining_mark(sign) {
            cluster.clear();
        }
        cluster.push(sign);
        if sign.is_control() || is_covered(&cluster) {
            made.push(sign);
        } else {
            cluster.pop();
            made.push(UNKNOWN);
        }
    }
    if made == text { Cow::Borrowed(text) } else { Cow::Owned(made) }
}

/// Whether a sign of a text cannot be set.
pub(crate) fn has_unknown(text: &str) -> bool {
    settable(text).matches(UNKNOWN).count() > text.matches(UNKNOWN).count()
}

/// Whether a text is written from right to left: by its first letter that says so.
fn is_rtl(text: &str) -> bool {
    let of_arabic = |sign: char| matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    text.chars().find(|sign| sign.is_alphabetic()).is_some_and(of_arabic)
}

/// A text that somebody wrote, in a direction of its own.
pub(crate) fn isolated(text: &str) -> String {
    let text = settable(text);
    if is_rtl(&text) { format!("{}{text}{}", ISOLATE[0], ISOLATE[1]) } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_typeface_has_becomes_the_replacement_sign() {
        assert_eq!(settable("Čáhcesuolu ŋ đ ŧ š ž"), "Čáhcesuolu ŋ đ ŧ š ž");
        assert_eq!(settable("Αθήνα Київ Hà Nội مقهى"), "Αθήνα Київ Hà Nội مقهى");
        assert_eq!(settable("ro 🙂 ro"), "ro \u{fffd} ro");
        assert_eq!(settable("\u{e000}中"), "\u{fffd}\u{fffd}");
    }

    #[test]
    fn a_text_with_a_sign_that_cannot_be_set_is_told_from_one_that_was_so_before() {
        assert!(has_unknown("ro 🙂 ro"));
        for fine in ["", "Team A", "Čáhcesuolu", "مقهى", "A\u{30a}re", "ro \u{fffd} ro"] {
            assert!(!has_unknown(fine), "{fine}");
        }
    }

    #[test]
    fn letters_are_composed_and_a_mark_that_has_no_letter_is_replaced() {
        assert_eq!(settable("A\u{30a}re"), "Åre");
        let odd = settable("q\u{33f}");
        assert!(odd == "q\u{fffd}" || is_covered(&['q', '\u{33f}']), "{odd}");
    }

    #[test]
    fn a_text_from_the_right_is_set_apart() {
        assert_eq!(isolated("مقهى"), "\u{2068}مقهى\u{2069}");
        assert_eq!(isolated("kafé مقهى"), "kafé مقهى");
    }
}
