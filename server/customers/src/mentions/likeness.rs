//! How alike two texts are, by the threes of letters that they share: two of one hand are no two witnesses.

use std::collections::BTreeSet;

/// Texts that are as alike as this are taken for one.
pub(super) const ALIKE: f64 = 0.6;

fn threes(text: &str) -> BTreeSet<[char; 3]> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .flat_map(|word| {
            let letters: Vec<char> = "  ".chars().chain(word.chars()).chain([' ']).collect();
            letters.windows(3).map(|three| [three[0], three[1], three[2]]).collect::<Vec<_>>()
        })
        .collect()
}

/// From 0, nothing in common, to 1.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (threes(one), threes(other));
    let shared = one.intersection(&other).count();
    let all = one.union(&other).count();
    #[expect(clippy::cast_precision_loss, reason = "texts have a few thousand letters")]
    let share = shared as f64 / all.max(1) as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_was_touched_up_is_the_same_and_another_story_is_not() {
        let one = "Hun på kassa to rullet med øynene da jeg ba om posen";
        assert!((likeness(one, one) - 1.0).abs() < 1e-9);
        assert!(likeness(one, "Hun på kassa to rullet med øynene da jeg ba om en pose!") > ALIKE);
        assert!(likeness(one, "Ble ikke hilst på, og fikk ikke svar da jeg spurte om prisen") < ALIKE);
        assert!(likeness("", "") < ALIKE);
    }
}
