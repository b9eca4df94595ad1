//! The check-list from outside: labelled letters, turns of phrase one by one, and any text at all.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod any_text;
mod letters;
mod phrases;
mod steps;

use domain::Lang;
use replies::{Label, Step, check};

/// Whether a letter has something.
fn has(lang: Lang, label: Label, letter: &str) -> bool {
    check(letter, lang).has(label)
}

/// Asserts that each of the letters has something, or that none has.
fn all(lang: Lang, label: Label, expected: bool, letters: &[&str]) {
    for letter in letters {
        assert_eq!(
            has(lang, label, letter),
            expected,
            "{} in: {letter}\n{:?}",
            label.id(),
            check(letter, lang)
        );
    }
}

/// Asserts the step of each of the letters.
fn step(lang: Lang, expected: Step, letters: &[&str]) {
    for letter in letters {
        assert_eq!(check(letter, lang).step(), expected, "{letter}\n{:?}", check(letter, lang));
    }
}
