//! Text for the typefaces that every reader of PDF brings along: Windows' Western encoding, and how wide
//! each letter of Helvetica is.

/// Widths of the characters from space to tilde, in thousandths of the size (Adobe's metrics of Helvetica).
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
];
/// As wide as the widest letter with a mark: a guess here makes a line short, never too long.
const WIDE: u16 = 1000;
const CAPITAL: u16 = 778;
const SMALL: u16 = 611;

/// A text in the encoding. Letters that it lacks lose their mark, as in č, or become a question mark.
pub(crate) fn encoded(text: &str) -> Vec<u8> {
    text.chars().map(byte_of).collect()
}

fn byte_of(c: char) -> u8 {
    match c {
        '\u{20}'..='\u{7e}' => c as u8,
        // The upper half is Latin-1's.
        '\u{a1}'..='\u{ff}' => u8::try_from(u32::from(c)).unwrap_or(b'?'),
        '\u{a0}' | '\u{202f}' | '\t' | '\n' => b' ',
        '€' => 0x80,
        '…' => 0x85,
        'Š' => 0x8a,
        'Ž' => 0x8e,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        '—' => 0x97,
        'š' => 0x9a,
        'ž' => 0x9e,
        // Northern Sámi, Polish and Baltic names.
        'Č' | 'Ć' => b'C',
        'č' | 'ć' => b'c',
        'Đ' => 0xd0,
        'đ' => b'd',
        'Ŋ' | 'Ń' | 'Ņ' => b'N',
        'ŋ' | 'ń' | 'ņ' => b'n',
        'Ŧ' | 'Ţ' => b'T',
        'ŧ' | 'ţ' => b't',
        'Ł' => b'L',
        'ł' => b'l',
        'Ś' => b'S',
        'ś' => b's',
        'Ź' | 'Ż' => b'Z',
        'ź' | 'ż' => b'z',
        'Ą' | 'Ā' => b'A',
        'ą' | 'ā' => b'a',
        'Ę' | 'Ē' => b'E',
        'ę' | 'ē' => b'e',
        _ => b'?',
    }
}

/// Width of encoded text in Helvetica of this size, in points; its bold is hardly wider.
pub(crate) fn width(text: &[u8], size: f32) -> f32 {
    let thousandths: u32 = text.iter().map(|byte| u32::from(width_of(*byte))).sum();
    thousandths as f32 * size / 1000.0
}

fn width_of(byte: u8) -> u16 {
    match byte {
        b' '..=b'~' => WIDTHS[usize::from(byte - b' ')],
        0xc6 | 0xe6 | 0x85 | 0x97 => WIDE,
        0xc0..=0xde => CAPITAL,
        _ => SMALL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn norwegian_letters_keep_their_place_and_others_come_close() {
        assert_eq!(encoded("Æøå – « »"), [0xc6, 0xf8, 0xe5, b' ', 0x96, b' ', 0xab, b' ', 0xbb]);
        assert_eq!(encoded("Čáhcesuolu 🙂"), b"C\xe1hcesuolu ?");
    }

    #[test]
    fn a_line_is_as_wide_as_its_letters() {
        assert!((width(b"Team", 10.0) - (0.611 + 0.556 + 0.556 + 0.833) * 10.0).abs() < 1e-3);
    }
}
