//! Names as people write them: which of two texts are one name.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A text without the space around it; no-break spaces and invisible marks count as space.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}'))
}

/// A name as it is shown: trimmed, every inner space one plain space, composed (NFC).
pub fn tidy(text: &str) -> String {
    let text = trimmed(text);
    let is_plain = |c: char| !c.is_whitespace() || c == ' ';
    if is_nfc(text) && text.chars().all(is_plain) && !text.contains("  ") {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split(char::is_whitespace).filter(|word| !word.is_empty()).collect();
    words.join(" ").nfc().collect()
}

/// What two spellings of one name have in common: [`tidy`], and neither upper nor lower case. Letters stay
/// apart: ø is Ø and never o.
pub fn folded(text: &str) -> String {
    // By way of capitals, so that both small sigmas meet.
    let folded: String =
        tidy(text).chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect();
    if is_nfc(&folded) { folded } else { folded.nfc().collect() }
}

/// Whole names of rows that add up the others, folded.
const TOTALS: [&str; 38] = [
    "total",
    "totals",
    "totalt",
    "totalsum",
    "total sum",
    "sum",
    "sum total",
    "sum totalt",
    "summer",
    "i alt",
    "ialt",
    "tilsammen",
    "til sammen",
    "samlet",
    "alle",
    "all",
    "all sites",
    "all units",
    "all teams",
    "alle enheter",
    "alle avdelinger",
    "alle butikker",
    "alle team",
    "hele landet",
    "hele organisasjonen",
    "hele virksomheten",
    "begge kjønn",
    "grand total",
    "overall",
    "overall total",
    "sub total",
    "subtotal",
    "delsum",
    "summe",
    "gesamt",
    "insgesamt",
    "totaal",
    "totale",
];

/// Whether a text is what people call a row of sums.
pub(crate) fn is_total(text: &str) -> bool {
    // Looked at for every cell: most are out by their length or first letter.
    let text = text.trim_end_matches([':', ' ', '*']).trim_start_matches('*');
    let first = text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    if text.len() > 24 || !matches!(first, Some(b't' | b's' | b'i' | b'a' | b'h' | b'b' | b'g' | b'o' | b'd'))
    {
        return false;
    }
    TOTALS.contains(&folded(text).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one_and_letters_stay_apart() {
        for (one, other) in [
            ("Bærums Verk Ås", "Bærums Verk A\u{30a}s"),
            ("ØST ÅS", " øst\u{a0} ås "),
            ("Straße", "STRASSE"),
            ("ΟΔΟΣ", "οδος"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
        assert_ne!(folded("Ås"), folded("As"));
        assert_ne!(folded("Øst"), folded("Ost"));
        assert_eq!(tidy("\u{feff} A\u{a0}\u{a0}B "), "A B");
    }

    #[test]
    fn a_shop_whose_name_begins_like_a_total_is_none() {
        for text in ["Total", "TOTALT:", "Sum", "I alt", "Hele landet", "Grand Total", "Summe"] {
            assert!(is_total(text), "{text}");
        }
        for text in ["Total Energi", "Summit", "Shop Total 3", "Alnabru", ""] {
            assert!(!is_total(text), "{text}");
        }
    }
}
