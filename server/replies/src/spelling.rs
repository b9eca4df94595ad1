//! Short forms and abbreviations.

use domain::Lang;

/// Endings of English short forms and the word each stands for. `'s` is left to [`WITH_IS`].
const ENDINGS: [(&str, &str); 6] =
    [("n't", "not"), ("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "'d")];

/// After these `'s` is *is*; after others it is mostly a possessive.
const WITH_IS: [&str; 10] = ["that", "it", "he", "she", "there", "here", "what", "who", "where", "this"];

/// Irregular short forms, and those people write without the apostrophe.
const WHOLE: [(&str, &str, &str); 17] = [
    ("can't", "can", "not"),
    ("cannot", "can", "not"),
    ("cant", "can", "not"),
    ("won't", "will", "not"),
    ("wont", "will", "not"),
    ("shan't", "shall", "not"),
    ("ain't", "is", "not"),
    ("dont", "do", "not"),
    ("doesnt", "does", "not"),
    ("didnt", "did", "not"),
    ("isnt", "is", "not"),
    ("wasnt", "was", "not"),
    ("shouldnt", "should", "not"),
    ("im", "i", "am"),
    ("ive", "i", "have"),
    ("thats", "that", "is"),
    ("youre", "you", "are"),
];

/// The two words of an English short form.
pub(crate) fn apart(word: &str) -> Option<(String, &'static str)> {
    if let Some((_, first, second)) = WHOLE.iter().find(|(short, _, _)| *short == word) {
        return Some(((*first).to_owned(), second));
    }
    if let Some(first) = word.strip_suffix("'s") {
        return WITH_IS.contains(&first).then(|| (first.to_owned(), "is"));
    }
    ENDINGS.iter().find_map(|(ending, second)| {
        word.strip_suffix(ending).filter(|first| !first.is_empty()).map(|first| (first.to_owned(), *second))
    })
}

/// Whether a full stop after this word belongs to it.
pub(crate) fn is_abbreviation(word: &str, lang: Lang) -> bool {
    let list: &[&str] = match lang {
        Lang::En => {
            &["mr", "mrs", "ms", "dr", "no", "st", "e.g", "i.e", "approx", "ref", "ext", "tel", "hrs"]
        }
        Lang::Nb => &[
            "kl", "nr", "f.eks", "bl.a", "ca", "ref", "tlf", "ev", "evt", "jf", "pga", "p.g.a", "pkt", "avd",
            "inkl", "mht", "m.h.t", "iht", "i.h.t", "fr", "hr", "kr", "dvs",
        ],
    };
    list.contains(&word)
}
