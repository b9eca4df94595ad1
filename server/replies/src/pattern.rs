//! A small language for turns of phrase.
//!
//! A pattern is a row of elements with spaces between:
//!
//! | element | matches |
//! |---|---|
//! | `word` | that word; `beklag*` any word that begins so, `*aften` any that ends so |
//! | `a\|b\|c` | one of these |
//! | `@name` | a word of that list of the language; may stand among alternatives |
//! | `a\|b?` | one of these or nothing |
//! | `~3` | up to three words, none of them of the list `stop` (other subjects, negations, conjunctions) |
//! | `..3` | up to three words of any kind |
//! | `,` | that mark; gaps never cross a mark |
//! | `#n` `#day` `#year` `#date` `#clock` | a number that can be such a one |
//! | `^` | here begins a sentence |
//! | `<` | here begins a clause: a sentence, or what follows a mark or *and*, *but*, *or* |
//! | `>` | here ends a clause |
//!
//! Gaps are short and few (a test sees to it), so trying a pattern at one place costs a bounded time.

use std::collections::HashMap;

use crate::{
    numbers::Number,
    tables::Tables,
    text::{Kind, Token},
};

/// What no whole word is: the beginning or end of one, or a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Prefix(&'static str),
    Suffix(&'static str),
    Number(Number),
}

#[derive(Clone, Copy, Debug)]
enum Atom {
    Word(&'static str),
    Part(Part),
}

/// Number of a word of the tables.
pub(crate) type WordId = usize;

/// What an element accepts: one bit for each word of the tables, and parts of words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    bits: Vec<u64>,
    pub(crate) parts: Vec<Part>,
}

impl Words {
    fn add(&mut self, id: WordId) {
        if self.bits.len() <= id / 64 {
            self.bits.resize(id / 64 + 1, 0);
        }
        if let Some(bits) = self.bits.get_mut(id / 64) {
            *bits |= 1 << (id % 64);
        }
    }

    fn holds(&self, id: WordId) -> bool {
        self.bits.get(id / 64).is_some_and(|bits| bits >> (id % 64) & 1 == 1)
    }

    /// The whole words.
    pub(crate) fn ids(&self) -> impl Iterator<Item = WordId> + '_ {
        (0..self.bits.len() * 64).filter(|id| self.holds(*id))
    }

    /// `id` is the token's word of the tables, if it is one.
    pub(crate) fn accept(&self, token: &Token, id: Option<WordId>) -> bool {
        id.is_some_and(|id| self.holds(id))
            || self.parts.iter().any(|part| match part {
                Part::Prefix(start) => token.kind == Kind::Word && token.norm.starts_with(start),
                Part::Suffix(end) => token.kind == Kind::Word && token.norm.ends_with(end),
                Part::Number(number) => token.kind == Kind::Number && number.fits(&token.norm),
            })
    }
}

/// A piece of a pattern.
#[derive(Clone, Debug)]
pub(crate) enum Element {
    Words { words: Words, is_optional: bool },
    Gap { most: usize, is_tight: bool },
    BeginsSentence,
    BeginsClause,
    EndsClause,
}

/// Reads patterns. Knows the word lists of the language by name, and numbers the words it comes across.
pub(crate) struct Reader {
    lists: HashMap<&'static str, Vec<Atom>>,
    pub(crate) ids: HashMap<&'static str, WordId>,
}

impl Reader {
    pub(crate) fn new(tables: &Tables) -> Self {
        let mut reader = Self { lists: HashMap::new(), ids: HashMap::new() };
        for (name, words) in tables.lists.iter().copied().flatten() {
            let atoms = words.split_whitespace().flat_map(|word| reader.atoms(word)).collect();
            reader.lists.insert(name, atoms);
        }
        reader
    }

    /// A list may hold lists that stand above it. A name that no list has matches nothing; a test sees to it that
    /// there is none.
    fn atoms(&self, word: &'static str) -> Vec<Atom> {
        if let Some(name) = word.strip_prefix('@') {
            return self.lists.get(name).cloned().unwrap_or_default();
        }
        vec![match word {
            "#n" => Atom::Part(Part::Number(Number::Any)),
            "#day" => Atom::Part(Part::Number(Number::Day)),
            "#year" => Atom::Part(Part::Number(Number::Year)),
            "#date" => Atom::Part(Part::Number(Number::Date)),
            "#clock" => Atom::Part(Part::Number(Number::Clock)),
            _ => match (word.strip_suffix('*'), word.strip_prefix('*')) {
                (Some(start), _) => Atom::Part(Part::Prefix(start)),
                (None, Some(end)) => Atom::Part(Part::Suffix(end)),
                (None, None) => Atom::Word(word),
            },
        }]
    }

    /// One of the alternatives `a|b|c`.
    pub(crate) fn words(&mut self, alternatives: &'static str) -> Words {
        let mut words = Words::default();
        let atoms: Vec<Atom> = alternatives.split('|').flat_map(|word| self.atoms(word)).collect();
        for atom in atoms {
            match atom {
                Atom::Word(word) => {
                    let next = self.ids.len();
                    words.add(*self.ids.entry(word).or_insert(next));
                }
                Atom::Part(part) => words.parts.push(part),
            }
        }
        words
    }

    /// The elements of a row of a table.
    pub(crate) fn elements(&mut self, row: &'static str) -> Vec<Element> {
        row.split_whitespace().map(|element| self.element(element)).collect()
    }

    fn element(&mut self, element: &'static str) -> Element {
        let gap = |digits: &str, is_tight| Element::Gap { most: digits.parse().unwrap_or(0), is_tight };
        match element {
            "^" => Element::BeginsSentence,
            "<" => Element::BeginsClause,
            ">" => Element::EndsClause,
            _ => match (element.strip_prefix('~'), element.strip_prefix("..")) {
                (Some(digits), _) => gap(digits, true),
                (None, Some(digits)) => gap(digits, false),
                (None, None) => {
                    let optional = element.strip_suffix('?');
                    Element::Words {
                        words: self.words(optional.unwrap_or(element)),
                        is_optional: optional.is_some(),
                    }
                }
            },
        }
    }
}
