//! What the writer of a text is told about what it seems to hold ([`hint`](super::hint)).

use super::hint::{Hint, find_all};

/// Stands in a sentence of advice where the words go that were found.
pub const WORD: &str = "[word]";

/// What the writer of a text is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// A sentence for each kind of finding.
    pub lines: Vec<String>,
    /// The words they are about.
    pub words: Vec<String>,
}

/// What to tell the writer of a text. `sentences` are those of [`Hint::ALL`], in that order, each with [`WORD`] where the
/// words go; `known` as for [`find`](super::hint::find).
pub fn advise<S: AsRef<str>>(text: &str, known: &[S], sentences: &[impl AsRef<str>; 3]) -> Advice {
    let found = find_all(text, known);
    let line = |(kind, sentence): (Hint, &str)| {
        let words: Vec<&str> =
            found.iter().filter(|(hint, _)| *hint == kind).map(|(_, word)| *word).collect();
        // Each word in the quotation marks of the language, which stand around the first.
        let between = sentence.split_once(WORD).and_then(|(before, after)| {
            Some(format!("{}, {}", after.chars().next()?, before.chars().next_back()?))
        });
        let joined = words.join(&between.unwrap_or_default());
        (!words.is_empty()).then(|| sentence.replace(WORD, &joined))
    };
    let lines = Hint::ALL.into_iter().zip(sentences.each_ref().map(AsRef::as_ref)).filter_map(line).collect();
    Advice { lines, words: found.iter().map(|(_, word)| (*word).to_owned()).collect() }
}

/// The part of a text that is finished: a word that is still being typed says nothing yet.
pub fn finished(text: &str) -> &str {
    let end = text.rfind(|c: char| !c.is_alphanumeric() && c != '@' && c != '-').unwrap_or(0);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_names_every_word_once_in_the_quotation_marks_of_its_sentence() {
        let sentences = ["«[word]» is a name.", "“[word]” reaches somebody.", "About health: “[word]”."];
        let advice = advise("I think Kari and Ola are ill. Ola is ill.", &["Bryggen"], &sentences);
        assert_eq!(advice.lines, ["«Kari», «Ola» is a name.", "About health: “ill”."]);
        assert_eq!(advice.words, ["ill", "Kari", "Ola"]);
        assert_eq!(advise("The till is slow", &[""; 0], &sentences), Advice::default());
    }

    #[test]
    fn a_word_that_is_being_typed_is_not_finished() {
        assert_eq!(finished("I think Kari"), "I think");
        assert_eq!(finished("I think Kari "), "I think Kari");
        assert_eq!(finished("write to kari@exam"), "write to");
        assert_eq!(finished("æ"), "");
        assert_eq!(finished("Æ «Å"), "Æ ");
    }
}
