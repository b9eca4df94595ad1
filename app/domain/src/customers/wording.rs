//! The wording of letters to customers: which there are, the places in them, and the page that keeps them.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{act::LONGEST_LETTER, words::named};
use crate::{
    Field, Lang, Problem, Why, audit::Kept, field::free_text, format, organisation::unit::UnitPlace,
};

/// Letters by which a month is known: *apr*, *sept*.
const SHORTEST_MONTH: usize = 3;

named! {
    /// What a letter is for.
    Template, "template-" {
        /// It says that the complaint has arrived.
        Acknowledge = "acknowledge",
        /// It asks the customer something.
        Question = "question",
        /// It says how far we have come.
        Update = "update",
        /// It says that the answer takes longer, and why.
        Delay = "delay",
        /// It answers, and puts right what was wrong.
        Answer = "answer",
        /// It answers that the customer was not right, why, and where to turn next.
        Refusal = "refusal",
        /// It asks afterwards whether all is well.
        FollowUp = "follow_up",
    }
}

named! {
    /// A place in a letter, written `{name}`, that is filled from what is known.
    Place, "place-" {
        /// A greeting, with the customer's name where it is known.
        Greeting = "greeting",
        /// The customer's name.
        Name = "name",
        /// Reference of the case.
        Reference = "reference",
        /// Today.
        Date = "date",
        /// The day it happened.
        Day = "day",
        /// The unit where it happened.
        Unit = "unit",
        /// By when we answer.
        Due = "due",
        /// Where a refused customer may turn next.
        Next = "next",
        /// Name of whoever writes.
        Writer = "writer",
        /// Name of the organisation.
        Organisation = "organisation",
    }
}

impl Place {
    /// As it stands in a letter.
    pub fn written(self) -> String {
        ["{", self.name(), "}"].concat()
    }
}

/// A piece of a letter.
enum Piece<'a> {
    Text(&'a str),
    /// What stands between braces: small letters.
    Place(&'a str),
}

/// A letter in pieces. A brace alone, or around anything but small letters, is text.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        pieces.push(Piece::Text(before));
        let name = behind.split_once('}').filter(|(name, _)| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        });
        match name {
            Some((name, behind)) => {
                pieces.push(Piece::Place(name));
                rest = behind;
            }
            None => {
                pieces.push(Piece::Text("{"));
                rest = behind;
            }
        }
    }
    pieces.push(Piece::Text(rest));
    pieces
}

/// Fills the places of a text, all in one go: what is filled in is never taken for a place. One that cannot be filled
/// stays.
pub fn filled(text: &str, value: impl Fn(Place) -> Option<String>) -> String {
    let fill = |piece: Piece<'_>| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Place(name) => {
            Place::from_name(name).and_then(&value).unwrap_or_else(|| ["{", name, "}"].concat())
        }
    };
    pieces(text).into_iter().map(fill).collect()
}

/// Whether a letter tells of a day: its number and month in the letter's language, or in figures. *9 April*, *April 9*,
/// *9. april*, *09.04.*, *9/4*, *2027-04-09*.
pub fn names_day(letter: &str, lang: Lang, day: NaiveDate) -> bool {
    let words: Vec<String> = apart(letter)
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let month = format::month(lang, day).to_lowercase();
    let is_number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        digits.parse() == Ok(day.day())
    };
    let is_month = |word: &str| word.chars().count() >= SHORTEST_MONTH && month.starts_with(word);
    let in_words = words.windows(2).any(|pair| match pair {
        [one, two] => (is_number(one) && is_month(two)) || (is_month(one) && is_number(two)),
        _ => false,
    });
    let in_figures = words.iter().any(|word| {
        let parts: Option<Vec<u32>> = word.split(['.', '/', '-']).map(|part| part.parse().ok()).collect();
        match parts.as_deref() {
            Some([first, second]) => (*first, *second) == (day.day(), day.month()),
            Some([first, second, year]) => {
                let year_of = |year: u32| {
                    i32::try_from(year).is_ok_and(|year| year == day.year() || year + 2000 == day.year())
                };
                let is_iso = (*second, *year) == (day.month(), day.day()) && year_of(*first);
                is_iso || ((*first, *second) == (day.day(), day.month()) && year_of(*year))
            }
            _ => false,
        }
    });
    in_words || in_figures
}

/// A text with a space behind each point that a letter follows: *9.april* is two words.
fn apart(text: &str) -> String {
    let next = text.chars().skip(1).map(Some).chain([None]);
    let mut out = String::with_capacity(text.len());
    for (here, next) in text.chars().zip(next) {
        out.push(here);
        if here == '.' && next.is_some_and(char::is_alphabetic) {
            out.push(' ');
        }
    }
    out
}

/// Places of a letter that are still to be filled in, each once: words in square brackets and names in braces.
pub fn open_places(letter: &str) -> Vec<String> {
    let mut open: Vec<String> = Vec::new();
    let mut add = |place: String| {
        if !open.contains(&place) {
            open.push(place);
        }
    };
    for rest in letter.split('[').skip(1) {
        if let Some((inside, _)) = rest.split_once(']').filter(|(inside, _)| !inside.trim().is_empty()) {
            add(["[", inside, "]"].concat());
        }
    }
    for piece in pieces(letter) {
        if let Piece::Place(name) = piece
            && Place::from_name(name).is_some()
        {
            add(["{", name, "}"].concat());
        }
    }
    open
}

/// The form as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WordingForm {
    /// `save`, `look` or `reset`.
    pub act: String,
    /// The text.
    pub letter: String,
}

impl WordingForm {
    /// The text, when it can be kept.
    ///
    /// # Errors
    /// `Invalid` for an empty or long one, and for a place that there is not.
    pub fn parse(&self) -> Result<String, Problem> {
        let text =
            free_text(&self.letter, LONGEST_LETTER).map_err(|why| Problem::invalid(Field::Letter, why))?;
        let is_unknown =
            |piece: &Piece<'_>| matches!(piece, Piece::Place(name) if Place::from_name(name).is_none());
        match pieces(&text).iter().any(is_unknown) {
            true => Err(Problem::invalid(Field::Letter, Why::UnknownPlace)),
            false => Ok(text),
        }
    }
}

/// Whose wording holds in a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordingSource {
    /// Its own.
    Own,
    /// That of the unit of this name above it.
    Above(String),
    /// The one that comes with the product.
    BuiltIn,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordingPage {
    /// The unit and its surroundings.
    pub place: UnitPlace,
    /// Which letter.
    pub template: Template,
    /// In which language.
    pub lang: Lang,
    /// Whose wording it is.
    pub source: WordingSource,
    /// The text with its places.
    pub text: String,
    /// The letter for a made-up case; of what is being tried out when a form is shown again.
    pub preview: String,
    /// Places that could not be filled.
    pub open: Vec<String>,
    /// Who changed what, newest first.
    pub changes: Vec<Kept>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_tells_of_a_day_however_people_write_it() {
        let day: NaiveDate = "2027-04-09".parse().unwrap();
        for text in [
            "You will have our answer by Friday 9 April 2027.",
            "by April 9, at the latest",
            "by 9th April",
            "9 Apr.",
            "on 09.04.2027",
            "on 9/4",
            "2027-04-09",
        ] {
            assert!(names_day(text, Lang::En, day), "{text}");
        }
        for text in [
            "Du får svar innen fredag 9. april 2027.",
            "innen 9.4.",
            "innen 09.04.27",
            "den 9. apr",
            "9.april",
        ] {
            assert!(names_day(text, Lang::Nb, day), "{text}");
        }
        for text in [
            "",
            "by 19 April",
            "on 9 May",
            "in April, at 9",
            "29.04",
            "9.4.2028",
            "in 9 working days",
            "2027-09-04",
            "soon",
        ] {
            assert!(!names_day(text, Lang::En, day), "{text}");
        }
        // The other language's month is no word of this letter; what is alike in both is.
        let may = "2027-05-03".parse().unwrap();
        assert!(names_day("3. mai", Lang::Nb, may) && !names_day("3. mai", Lang::En, may));
    }

    #[test]
    fn places_are_filled_once_and_what_cannot_be_filled_stays() {
        let value = |place: Place| match place {
            Place::Name => Some("{due} [x]".to_owned()),
            Place::Reference => Some("K-7".to_owned()),
            _ => None,
        };
        let letter = filled("Dear {name}, {reference} is due {due}. {smile} { x } {", value);
        assert_eq!(letter, "Dear {due} [x], K-7 is due {due}. {smile} { x } {");
        assert_eq!(open_places("[what] {due} {due} [] {smile} a [ b"), ["[what]", "{due}"]);
    }

    #[test]
    fn a_place_that_there_is_not_is_refused() {
        let form = |letter: &str| WordingForm { letter: letter.to_owned(), ..WordingForm::default() }.parse();
        assert_eq!(form(" {greeting} { ok } "), Ok("{greeting} { ok }".to_owned()));
        assert_eq!(form("{nmae}"), Err(Problem::invalid(Field::Letter, Why::UnknownPlace)));
        assert_eq!(form(" "), Err(Problem::invalid(Field::Letter, Why::Missing)));
    }
}
