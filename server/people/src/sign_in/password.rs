//! Passwords: how they are hashed, and which ones are not taken.

use crate::People;
use std::{
    collections::HashSet,
    sync::{Mutex, OnceLock},
};

use argon2::{
    Algorithm, Argon2, Block, Params,
    password_hash::{PasswordHasher, phc::PasswordHash},
};
use domain::{
    Why,
    people::account::{SHORTEST_PASSWORD, SHORTEST_WITH_FACTOR},
};
use subtle::ConstantTimeEq;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use base::{Error, Result};

/// Longest password, in characters.
pub const LONGEST_PASSWORD: usize = 256;
/// Longer input is refused unread: no 256 characters take more bytes, composed or not.
const MOST_BYTES: usize = 4 * 1024;
/// A hash that no password is known for: unknown accounts cost as much time as known ones.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0IG9mIG91cnM$pXkpXoVwXjGpPKbV3z0TzMHB0v4E5Y2QYz5zM0x5m1E";
/// What stands for a hash where there is no password.
pub const NO_PASSWORD: &str = "!";
/// The most frequent passwords of published break-ins (list of zxcvbn, MIT licence) and Norwegian ones.
const COMMON: &str = include_str!("common_passwords.txt");
/// Words that everybody tries first on this program.
const OWN_WORDS: [&str; 2] = ["trivsel", "trivselsundersøkelse"];

/// A password typed on one device has to fit on another: composed and decomposed letters are the same.
fn composed(password: &str) -> String {
    password.nfc().collect()
}

/// Hashes a password with Argon2id (19 MiB, two passes, one lane: the defaults of the crate and the
/// first choice of the OWASP password storage cheat sheet).
///
/// # Errors
/// When the machine gives no randomness.
pub fn hash_password(password: &str) -> Result<String> {
    Argon2::default()
        .hash_password(composed(password).as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| Error::Internal(format!("hashing a password: {error}")))
}

/// Whether a password fits a hash. Works in `memory`, which is made large enough when it is not.
fn is_password_of(password: &str, hash: &str, memory: &mut Vec<Block>) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return false };
    let (Ok(params), Some(salt), Some(known)) = (Params::try_from(&hash), hash.salt, hash.hash) else {
        return false;
    };
    if Algorithm::try_from(hash.algorithm.as_str()) != Ok(Algorithm::Argon2id) {
        return false;
    }
    memory.resize(params.block_count().max(memory.len()), Block::default());
    let mut output = vec![0; known.len()];
    let password = composed(password);
    Argon2::from(params)
        .hash_password_into_with_memory(password.as_bytes(), salt.as_ref(), &mut output, memory)
        .is_ok_and(|()| bool::from(output.as_slice().ct_eq(known.as_bytes())))
}

/// Checks a few passwords at a time, each in memory that is kept for the next one. Asked for anew each
/// time, nineteen MiB on one thread and then another leave holes that the allocator never gives back.
pub struct Hashing {
    turns: Semaphore,
    memory: Mutex<Vec<Vec<Block>>>,
}

impl Hashing {
    /// At most so many at a time.
    pub fn new(most: usize) -> Self {
        Self { turns: Semaphore::new(most), memory: Mutex::default() }
    }
}

/// Compares a password with a hash; without one, takes as long and says no. Never more at once than
/// the memory of the machine allows.
pub(super) async fn verify(people: &People, password: &str, hash: Option<String>) -> Result<bool> {
    if password.len() > MOST_BYTES {
        return Ok(false);
    }
    let known = hash.filter(|hash| hash != NO_PASSWORD);
    let is_known = known.is_some();
    let (password, hash) = (password.to_owned(), known.unwrap_or_else(|| NOBODY.to_owned()));
    let fits = work(people, move |memory| is_password_of(&password, &hash, memory)).await?;
    Ok(is_known && fits)
}

/// Hashes a password that was checked, away from the threads that answer requests.
pub async fn hash(people: &People, password: &str) -> Result<String> {
    let password = password.to_owned();
    work(people, move |_| hash_password(&password)).await?
}

async fn work<T: Send + 'static>(
    people: &People,
    task: impl FnOnce(&mut Vec<Block>) -> T + Send + 'static,
) -> Result<T> {
    let internal = |error: String| Error::Internal(error);
    let hashing = &people.hashing;
    let _turn = hashing.turns.acquire().await.map_err(|error| internal(error.to_string()))?;
    let mut memory = hashing.memory.lock().map(|mut kept| kept.pop()).ok().flatten().unwrap_or_default();
    let work = tokio::task::spawn_blocking(move || (task(&mut memory), memory));
    let (outcome, memory) = work.await.map_err(|error| internal(error.to_string()))?;
    if let Ok(mut kept) = hashing.memory.lock() {
        kept.push(memory);
    }
    Ok(outcome)
}

/// Whether a new password is taken. `words` are those that others know about the person: name, login,
/// organisation.
///
/// # Errors
/// Names the reason.
pub fn check(password: &str, has_factor: bool, words: &[&str]) -> std::result::Result<(), Why> {
    if password.is_empty() {
        return Err(Why::Missing);
    }
    if password.len() > MOST_BYTES {
        return Err(Why::TooLong);
    }
    let password = composed(password);
    let length = password.chars().count();
    if length < (if has_factor { SHORTEST_WITH_FACTOR } else { SHORTEST_PASSWORD }) {
        return Err(Why::TooShort);
    }
    if length > LONGEST_PASSWORD {
        return Err(Why::TooLong);
    }
    if is_guessed(&password.to_lowercase(), words) { Err(Why::TooCommon) } else { Ok(()) }
}

/// Whether a password, in lower case, is one that others would try early.
fn is_guessed(password: &str, words: &[&str]) -> bool {
    static LIST: OnceLock<HashSet<&str>> = OnceLock::new();
    let list = LIST.get_or_init(|| COMMON.lines().collect());
    let squeezed: String = password.chars().filter(|c| c.is_alphanumeric()).collect();
    let letters: String = password.chars().filter(|c| c.is_alphabetic()).collect();
    let shortest = |text: &str| unit_of_repetition(text).to_owned();
    [password, &squeezed, &letters, &shortest(&squeezed), &shortest(&letters)]
        .into_iter()
        .any(|text| list.contains(text))
        || is_pattern(&shortest(&squeezed))
        || is_made_of(&letters, words)
}

/// The shortest text of which this is a repetition: `abcabcabc` is `abc`.
fn unit_of_repetition(text: &str) -> &str {
    let ends = text.char_indices().map(|(at, _)| at).skip(1);
    ends.filter(|end| text.len().is_multiple_of(*end))
        .find(|end| text.as_bytes().chunks(*end).all(|piece| piece == &text.as_bytes()[..*end]))
        .map_or(text, |end| &text[..end])
}

/// One character, nothing, or a run along the alphabet, the digits or the keyboard, either way.
fn is_pattern(text: &str) -> bool {
    const RUNS: [&str; 5] = [
        "abcdefghijklmnopqrstuvwxyzæøå",
        "0123456789012345678901234567890",
        "qwertyuiopåasdfghjkløæzxcvbnm",
        "asdfghjkløæ",
        "zxcvbnm",
    ];
    let backwards: String = text.chars().rev().collect();
    text.chars().count() <= 2 || RUNS.iter().any(|run| run.contains(text) || run.contains(&backwards))
}

/// Whether these letters are nothing but words that others know, one after the other.
fn is_made_of(letters: &str, words: &[&str]) -> bool {
    let mut known: Vec<String> = words
        .iter()
        .chain(&OWN_WORDS)
        .flat_map(|word| word.split(|c: char| !c.is_alphabetic()))
        .map(|word| composed(&word.to_lowercase()))
        .filter(|word| word.chars().count() >= 3)
        .collect();
    known.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut rest = letters.to_owned();
    for word in &known {
        rest = rest.replace(word.as_str(), "");
    }
    // Digits alone are no word of anybody's.
    !letters.is_empty() && rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 3] = ["Fjordkjeden AS", "Kari Nygård", "kari.nygard@example.org"];

    #[test]
    fn a_password_fits_its_own_hash_only() {
        let hash = hash_password("solskinn over fjorden").unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(is_password_of("solskinn over fjorden", &hash, &mut Vec::new()));
        assert!(!is_password_of("solskinn over fjellet", &hash, &mut Vec::new()));
    }

    #[test]
    fn letters_are_the_same_however_the_keyboard_composes_them() {
        let hash = hash_password("bl\u{e5}b\u{e6}r p\u{e5} fjellet").unwrap();
        assert!(is_password_of("bla\u{30a}b\u{e6}r pa\u{30a} fjellet", &hash, &mut Vec::new()));
    }

    #[test]
    fn the_hash_for_unknown_accounts_is_a_real_one() {
        assert!(PasswordHash::new(NOBODY).is_ok());
        assert!(!is_password_of("", NOBODY, &mut Vec::new()));
    }

    #[test]
    fn fifteen_characters_without_a_second_factor_and_eight_with() {
        assert_eq!(check("regn i fjellet", false, &WORDS), Err(Why::TooShort));
        assert_eq!(check("regn over fjellet", false, &WORDS), Ok(()));
        assert_eq!(check("regnbue", true, &WORDS), Err(Why::TooShort));
        assert_eq!(check("våt lyng", true, &WORDS), Ok(()));
        assert_eq!(check(&"blå lyng ".repeat(9)[..80], false, &WORDS), Ok(()));
        assert_eq!(check(&"å".repeat(257), false, &WORDS), Err(Why::TooLong));
        assert_eq!(check("", true, &WORDS), Err(Why::Missing));
    }

    #[test]
    fn what_others_try_first_is_refused() {
        for password in [
            "Password1234567",
            "passordpassord1",
            "111111111111111",
            "123456789012345",
            "qwertyuiopåasdfg",
            "abcabcabcabcabc",
            "sommersommer2026",
            "iloveyou!!!!!!!",
        ] {
            assert_eq!(check(password, false, &WORDS), Err(Why::TooCommon), "{password}");
        }
    }

    #[test]
    fn a_password_of_nothing_but_known_words_and_digits_is_refused() {
        for password in [
            "Trivsel20262026",
            "FJORDKJEDEN2026!",
            "kari.nygård.1987",
            "kari-nygard-2026",
            "Fjordkjeden-trivsel-1",
        ] {
            assert_eq!(check(password, false, &WORDS), Err(Why::TooCommon), "{password}");
        }
        assert_eq!(check("kari liker trivsel godt", false, &WORDS), Ok(()));
    }
}
