//! Codes that people type from paper: letters and digits that are not mistaken for each other.

use domain::AccountId;
use sha2::{Digest, Sha256};

use crate::{Result, tokens::random};

/// Crockford's base 32: no I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A fresh code of `N` characters, five random bits each, without the dashes.
pub fn fresh<const N: usize>() -> Result<String> {
    // 256 is a multiple of 32: every character is as likely as the next.
    Ok(random::<N>()?.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect())
}

/// The code in groups, for reading.
pub fn grouped(code: &str, size: usize) -> String {
    let groups: Vec<&str> =
        code.as_bytes().chunks(size).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join("-")
}

/// What was meant by what was typed: case, spaces and dashes do not count, and neither does which of
/// O and 0, or of I, L and 1.
pub fn meant(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .take(64)
        .collect()
}

/// Whether what was typed has the form of a code of this many characters, dashes and spaces aside. An e-mail address
/// never has, nor has a number.
pub fn has_form(typed: &str, length: usize) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c.is_whitespace();
    let code = meant(typed);
    typed.chars().all(is_part)
        && code.len() == length
        && code.bytes().all(|byte| ALPHABET.contains(&byte))
        // As it was typed: of a word, a letter that is taken for a digit makes no code.
        && typed.bytes().any(|byte| byte.is_ascii_alphabetic())
        && typed.bytes().any(|byte| byte.is_ascii_digit())
}

/// Hash under which an account's code is stored. The account goes in too, so that one code never
/// fits another account.
pub fn hash(account: AccountId, code: &str) -> Vec<u8> {
    Sha256::digest(format!("{account}:{}", meant(code))).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_by_its_form() {
        for typed in ["7KQ4-0B2M-11AA-ZZ09", "7kq4 ob2m 11aa zz09", "7KQ40B2M11AAZZ09"] {
            assert!(has_form(typed, 16), "{typed}");
        }
        for typed in [
            "",
            "kari@example.org",
            "solskinn fjordene",
            "1234567890123456",
            "hemmelig hemmelig",
            "7KQ4-0B2M",
            "7KQ4-0B2M-11AA-ZZU9",
        ] {
            assert!(!has_form(typed, 16), "{typed}");
        }
        assert!(has_form("7kq4-ob2m", 8) && !has_form("12345678", 8));
    }

    #[test]
    fn a_code_is_read_forgivingly() {
        let code = fresh::<16>().unwrap();
        let shown = grouped(&code, 4);
        assert_eq!((code.len(), shown.len()), (16, 19));
        assert_eq!(meant(&shown.to_lowercase()), code);
        assert_eq!(meant("o0il 1-u\u{200b}"), "00111U");
        assert_eq!(hash(AccountId::new(1), &shown), hash(AccountId::new(1), &code));
        assert_ne!(hash(AccountId::new(1), &code), hash(AccountId::new(2), &code));
    }
}
