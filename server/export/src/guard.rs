//! Which texts a spreadsheet program might run instead of show.

/// Whether a spreadsheet program could take this text for a formula.
///
/// It could when the first character is one of `= + - @`, their full-width forms, a tab or a line break
/// (OWASP, *CSV Injection*). Invisible characters and spaces in front are looked through, since some programs
/// drop them on reading.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    if text.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    text.trim_start_matches(is_invisible).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The text as it was before this crate put an apostrophe in front of what looks like a formula.
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| looks_like_formula(rest)).unwrap_or(text)
}

/// White space, control characters, and format characters without a width: soft hyphen, zero-width space and
/// joiners, direction marks and overrides, word joiner, byte order mark.
fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}')
        || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_that_can_start_a_formula_is_caught() {
        for start in ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"] {
            assert!(looks_like_formula(&format!("{start}1+1")), "{start:?}");
            assert!(looks_like_formula(start), "{start:?} alone");
        }
    }

    #[test]
    fn characters_that_cannot_be_seen_do_not_hide_a_formula() {
        for hidden in
            [" ", "\0", "\u{FEFF}", "\u{200B}", "\u{A0}", "\u{202E}", "\u{2060}", "\u{AD}", " \0\u{200F}"]
        {
            assert!(looks_like_formula(&format!("{hidden}=1+1")), "{hidden:?}");
            assert!(!looks_like_formula(&format!("{hidden}one")), "{hidden:?}");
        }
    }

    #[test]
    fn the_guard_comes_off_where_it_was_put_on() {
        for (text, expected) in [("'=1+1", "=1+1"), ("'-", "-"), ("'Kari", "'Kari"), ("O'Hara", "O'Hara")] {
            assert_eq!(unguarded(text), expected);
        }
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in
            ["", "Kø i kassen", "a=b", "3-4", "'=1", "\"=1\"", "ola@example.no", "−5 grader", "#1", "|"]
        {
            assert!(!looks_like_formula(text), "{text:?}");
        }
    }
}
