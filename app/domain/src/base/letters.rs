//! Letters of codes, references and secrets, which people read aloud and type.

/// The letters of codes, references and secrets, which survive being read over a telephone: no 0/O, 1/I/L, U/V.
pub const LETTERS: &[u8; 28] = b"23456789ABCDEFGHJKMNPQRSTWXY";

/// Letters as somebody may have typed them: case, spaces and dashes do not count.
pub fn typed_letters(text: &str) -> String {
    let is_filler = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    text.chars().filter(|c| !is_filler(*c)).flat_map(char::to_uppercase).take(64).collect()
}

/// Letters in groups of four, for reading.
pub fn in_groups(letters: &str) -> String {
    let groups: Vec<&str> =
        letters.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_however_they_were_typed() {
        for typed in ["K7QM-rx2d", "k7qm rx2d", " K7QM\u{2013}RX2D\n", "k-7-q-m-r-x-2-d"] {
            assert_eq!(typed_letters(typed), "K7QMRX2D", "{typed:?}");
        }
        assert_eq!(typed_letters(&"A".repeat(5000)).len(), 64);
        assert_eq!(in_groups("23456789ABCDEFGH"), "2345-6789-ABCD-EFGH");
    }
}
