//! Names as people write them: which of two texts are one name.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Whether nobody sees a character: soft hyphens, spaces of no width, marks of the direction of writing. Programs
/// leave them where text was copied from.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
            | '\u{feff}'
    )
}

/// Whether a character only joins its neighbours or keeps them apart. Some scripts are written with these.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// A text without the space around it; no-break spaces and invisible marks count as space.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// A name as it is shown: trimmed, every inner space one plain space, composed (NFC), and nothing invisible in it.
pub fn tidy(text: &str) -> String {
    let text = trimmed(text);
    if text.contains(is_invisible) {
        return tidy(&text.replace(is_invisible, ""));
    }
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
    let folded: String = tidy(text)
        .chars()
        .filter(|c| !is_joiner(*c))
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .collect();
    if is_nfc(&folded) { folded } else { folded.nfc().collect() }
}

/// Whole names of rows that add up the others, folded.
const TOTALS: [&str; 41] = [
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
    "hele kjeden",
    "gesamtergebnis",
    "zwischensumme",
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
    if text.len() > 24
        || !matches!(first, Some(b't' | b's' | b'i' | b'a' | b'h' | b'b' | b'g' | b'o' | b'd' | b'z'))
    {
        return false;
    }
    TOTALS.contains(&folded(text).as_str())
}

/// How much of a sum there is in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sounds {
    /// Sum Øst, Vest totalt: what people call the sum of some rows.
    Surely,
    /// Hele Vest, Total Energi: a name like others where the figures say nothing else.
    Perhaps,
}

/// Whether a name has the words of a sum at its beginning or end.
pub(crate) fn sounds_like_total(text: &str) -> Option<Sounds> {
    const SURELY: [&str; 17] = [
        "sum",
        "delsum",
        "deltotal",
        "subtotal",
        "totals",
        "totalt",
        "totalsum",
        "ialt",
        "samlet",
        "tilsammen",
        "summe",
        "gesamt",
        "gesamtergebnis",
        "zwischensumme",
        "insgesamt",
        "totaal",
        "σ",
    ];
    const PERHAPS: [&str; 7] = ["total", "totale", "alle", "all", "hele", "begge", "overall"];
    const TWO: [[&str; 2]; 4] = [["i", "alt"], ["til", "sammen"], ["sub", "total"], ["grand", "total"]];
    let folded = folded(text);
    let is_part = |c: char| c.is_alphanumeric();
    let words: Vec<&str> = folded.split(|c| !is_part(c)).filter(|word| !word.is_empty()).collect();
    let (first, last) = (words.first()?, words.last()?);
    let two = [words.get(..2), words.len().checked_sub(2).and_then(|start| words.get(start..))];
    if SURELY.contains(first) || SURELY.contains(last) || (words.len() > 1 && *last == "total") {
        return Some(Sounds::Surely);
    }
    if two.into_iter().flatten().any(|words| TWO.iter().any(|two| two == words)) {
        return Some(Sounds::Surely);
    }
    PERHAPS.contains(first).then_some(Sounds::Perhaps)
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
            ("Shop", "Sh\u{200b}op"),
            ("Bergens\u{ad}gata", "\u{200e}Bergensgata\u{202c}"),
            ("Sh\u{200d}op", "shop"),
            ("A \u{ad} B", "A B"),
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
        for text in
            ["Sum Øst", "Øst totalt", "I alt nord", "Vest i alt", "Delsum 2", "Sum: Øst", "North Total"]
        {
            assert_eq!(sounds_like_total(text), Some(Sounds::Surely), "{text}");
        }
        for text in ["Total Energi", "Hele Vest", "Alle i nord"] {
            assert_eq!(sounds_like_total(text), Some(Sounds::Perhaps), "{text}");
        }
        for text in ["Summit", "Totalbygg", "Alnabru", "Ias alt", ""] {
            assert_eq!(sounds_like_total(text), None, "{text}");
        }
    }
}
