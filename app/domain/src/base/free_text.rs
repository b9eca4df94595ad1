//! Text that somebody wrote, as it is taken.

use super::field::Why;

/// Free text from a person: trimmed, at most `longest` characters, without control characters or
/// marks that change the reading direction (they can make a text read as something else).
///
/// # Errors
/// Names the reason; an empty text is `Missing`.
pub fn free_text(text: &str, longest: usize) -> Result<String, Why> {
    let text = text.trim().replace("\r\n", "\n");
    if text.is_empty() {
        return Err(Why::Missing);
    }
    if text.chars().count() > longest {
        return Err(Why::TooLong);
    }
    let is_refused = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    if text.chars().any(is_refused) {
        return Err(Why::Unprintable);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_text_is_trimmed_limited_and_printable() {
        assert_eq!(
            free_text("  Ventet 40 minutter\r\nmed barn ", 100),
            Ok("Ventet 40 minutter\nmed barn".into())
        );
        assert_eq!(free_text(" \n ", 100), Err(Why::Missing));
        assert_eq!(free_text("æøå", 2), Err(Why::TooLong));
        assert_eq!(free_text("a\u{202e}b", 100), Err(Why::Unprintable));
        assert_eq!(free_text("a\u{0}b", 100), Err(Why::Unprintable));
        assert_eq!(free_text("<script>alert(1)</script>", 100), Ok("<script>alert(1)</script>".into()));
    }
}
