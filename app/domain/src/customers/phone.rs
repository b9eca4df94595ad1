//! Telephone numbers, however they are written.

/// Fewest and most digits of a number with its country (ITU-T E.164 allows 15).
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;
/// The country of a number that names none.
const COUNTRY: &str = "47";
/// Digits of a number within that country.
const DOMESTIC: usize = 8;

/// The digits of a number with its country, the same however it was written: `4722334455` for `22 33 44 55`,
/// `+47 22334455`, `0047 22.33.44.55`. None for what is no number: letters, too few digits, too many.
pub fn phone_digits(text: &str) -> Option<String> {
    let is_filler = |c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '.' | '/' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
    };
    let typed: String = text.chars().filter(|c| !is_filler(*c)).collect();
    let (is_international, digits) = match typed.strip_prefix('+').or_else(|| typed.strip_prefix("00")) {
        Some(rest) => (true, rest),
        None => (false, typed.as_str()),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = match is_international || digits.len() != DOMESTIC {
        true => digits.to_owned(),
        false => format!("{COUNTRY}{digits}"),
    };
    DIGITS.contains(&digits.len()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_six_spellings_is_one_number() {
        for typed in [
            "22334455",
            "22 33 44 55",
            "+47 22 33 44 55",
            "0047 22334455",
            "(+47) 22.33.44.55",
            "47\u{a0}2233\u{2013}4455",
        ] {
            assert_eq!(phone_digits(typed).as_deref(), Some("4722334455"), "{typed}");
        }
        assert_eq!(phone_digits("+46 8 123 456 78").as_deref(), Some("46812345678"));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in ["", "1234567", "22 33 44 5x", "+", "1234567890123456", "٢٢٣٣٤٤٥٥", "22334455 ext 2"]
        {
            assert_eq!(phone_digits(typed), None, "{typed}");
        }
    }
}
