//! Words of the reports that only the command line writes, in both languages side by side.

use domain::Lang;

/// The text in the reader's language.
pub(super) const fn pick<'a>(lang: Lang, en: &'a str, nb: &'a str) -> &'a str {
    match lang {
        Lang::En => en,
        Lang::Nb => nb,
    }
}
