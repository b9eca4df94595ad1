//! A small language for turns of phrase, and the machine that finds them.
//!
//! A pattern is a row of elements with spaces between:
//!
//! | element | matches |
//! |---|---|
//! | `word` | that word; `beklag*` any word that begins so, `*aften` any that ends so |
//! | `a\|b\|c` | one of these |
//! | `@name` | a word of that list of the language; may stand among alternatives |
//! | `element?` | the element or nothing |
//! | `~3` | up to three words, none of them of the list `stop` (other subjects, negations, conjunctions) |
//! | `..3` | up to three words of any kind |
//! | `,` | that mark; gaps never cross a mark |
//! | `#n` `#day` `#year` `#date` `#clock` | a number that can be such a one |
//! | `^` | here begins a sentence |
//! | `<` | here begins a clause: a sentence, or what follows a mark or *and*, *but*, *or* |
//! | `>` | here ends a clause |
//!
//! A pattern has at most two gaps of at most twelve words, so trying it at one place costs a bounded time and
//! the whole a time linear in the length of the letter.

use std::collections::HashMap;

use crate::{
    numbers::Number,
    tables::{Mark, Tables},
    text::{Kind, Token},
};

/// Longest beginning of a word (`beklag*`) that patterns may ask for, in bytes.
const LONGEST_PREFIX: usize = 16;

/// One word, or one number, that an element accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Atom {
    Word(&'static str),
    Prefix(&'static str),
    Suffix(&'static str),
    Number(Number),
}

/// Words that are looked up many times.
#[derive(Clone, Debug, Default)]
struct Words {
    exact: std::collections::HashSet<&'static str>,
    others: Vec<Atom>,
}

impl Words {
    fn add(&mut self, atom: Atom) {
        match atom {
            Atom::Word(word) => _ = self.exact.insert(word),
            other => self.others.push(other),
        }
    }

    fn accept(&self, token: &Token) -> bool {
        self.exact.contains(token.norm.as_str())
            || self.others.iter().any(|atom| match atom {
                Atom::Word(word) => token.norm == *word,
                Atom::Prefix(start) => token.kind == Kind::Word && token.norm.starts_with(start),
                Atom::Suffix(end) => token.kind == Kind::Word && token.norm.ends_with(end),
                Atom::Number(number) => token.kind == Kind::Number && number.fits(&token.norm),
            })
    }
}

#[derive(Clone, Debug)]
enum Element {
    Words { words: Words, is_optional: bool },
    Gap { most: usize, is_tight: bool },
    First,
    Begin,
    End,
}

#[derive(Debug)]
struct Pattern {
    mark: Mark,
    elements: Vec<Element>,
}

/// A pattern found: what it means and which tokens it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) mark: Mark,
    pub(crate) from: usize,
    /// First token after it.
    pub(crate) to: usize,
}

impl Hit {
    pub(crate) const fn meets(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// All patterns of a language, sorted by the words they can begin with.
#[derive(Debug)]
pub(crate) struct Machine {
    patterns: Vec<Pattern>,
    by_word: HashMap<&'static str, Vec<usize>>,
    by_prefix: HashMap<&'static str, Vec<usize>>,
    /// Those that begin with a number or the end of a word.
    by_neither: Vec<usize>,
    stop: Words,
    conjunctions: Words,
    breaks: Words,
    subjects: Words,
}

impl Machine {
    /// Reads the tables of a language.
    pub(crate) fn new(tables: &Tables) -> Self {
        let lists = Lists::read(tables);
        let mut machine = Self {
            patterns: Vec::new(),
            by_word: HashMap::new(),
            by_prefix: HashMap::new(),
            by_neither: Vec::new(),
            stop: lists.words("@stop"),
            conjunctions: lists.words("@conjunction"),
            breaks: lists.words("@break"),
            subjects: lists.words("@subject"),
        };
        for (mark, rows) in tables.patterns.iter().copied().flatten() {
            for row in *rows {
                machine.add(*mark, lists.elements(row));
            }
        }
        machine
    }

    fn add(&mut self, mark: Mark, elements: Vec<Element>) {
        // What may be left out at the beginning makes two patterns, so that each begins with something.
        let first = elements.iter().position(|element| !matches!(element, Element::Begin | Element::First));
        if let Some(at) = first
            && let Some(Element::Words { words, is_optional: true }) = elements.get(at)
        {
            let needed = Element::Words { words: words.clone(), is_optional: false };
            let (before, after) = (&elements[..at], &elements[at + 1..]);
            let with = before.iter().cloned().chain([needed]).chain(after.iter().cloned()).collect();
            let without = before.iter().chain(after).cloned().collect();
            self.add(mark, with);
            self.add(mark, without);
            return;
        }
        let number = self.patterns.len();
        let first = elements.iter().find_map(|element| match element {
            Element::Words { words, .. } => Some(words),
            _ => None,
        });
        let Some(first) = first else { return };
        for word in &first.exact {
            self.by_word.entry(word).or_default().push(number);
        }
        let mut is_listed = false;
        for atom in &first.others {
            match atom {
                Atom::Prefix(start) => self.by_prefix.entry(start).or_default().push(number),
                _ if !is_listed => {
                    is_listed = true;
                    self.by_neither.push(number);
                }
                _ => {}
            }
        }
        self.patterns.push(Pattern { mark, elements });
    }

    /// Everything that is found in a sentence, by its beginning.
    pub(crate) fn find(&self, tokens: &[Token]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (from, token) in tokens.iter().enumerate() {
            let mut try_all = |numbers: &[usize]| {
                for pattern in numbers.iter().filter_map(|number| self.patterns.get(*number)) {
                    if let Some(to) = self.fits(&pattern.elements, tokens, from) {
                        hits.push(Hit { mark: pattern.mark, from, to });
                    }
                }
            };
            if let Some(numbers) = self.by_word.get(token.norm.as_str()) {
                try_all(numbers);
            }
            let ends = (1..=token.norm.len().min(LONGEST_PREFIX)).filter_map(|end| token.norm.get(..end));
            ends.filter_map(|start| self.by_prefix.get(start)).for_each(|numbers| try_all(numbers));
            try_all(&self.by_neither);
        }
        hits
    }

    /// Where the elements end when they begin at this token.
    fn fits(&self, elements: &[Element], tokens: &[Token], at: usize) -> Option<usize> {
        let Some((element, rest)) = elements.split_first() else { return Some(at) };
        match element {
            Element::First => (at == 0).then(|| self.fits(rest, tokens, at))?,
            Element::Begin => self.begins_clause(tokens, at).then(|| self.fits(rest, tokens, at))?,
            Element::End => ends_clause(tokens, at).then(|| self.fits(rest, tokens, at))?,
            Element::Words { words, is_optional } => {
                let taken = tokens.get(at).filter(|token| words.accept(token));
                taken
                    .and_then(|_| self.fits(rest, tokens, at + 1))
                    .or_else(|| is_optional.then(|| self.fits(rest, tokens, at))?)
            }
            Element::Gap { most, is_tight } => {
                for skipped in 0..=*most {
                    if let Some(end) = self.fits(rest, tokens, at + skipped) {
                        return Some(end);
                    }
                    let next = tokens.get(at + skipped)?;
                    if next.kind == Kind::Mark || *is_tight && self.stop.accept(next) {
                        return None;
                    }
                }
                None
            }
        }
    }

    /// Whether a clause begins at this token.
    pub(crate) fn begins_clause(&self, tokens: &[Token], at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_none_or(|before| before.kind == Kind::Mark || self.conjunctions.accept(before))
    }

    /// Whether this conjunction begins a clause of its own: *but* does, *and* before a subject.
    pub(crate) fn breaks_clause(&self, tokens: &[Token], at: usize) -> bool {
        let is_word_of = |at: usize, words: &Words| tokens.get(at).is_some_and(|token| words.accept(token));
        is_word_of(at, &self.breaks)
            || is_word_of(at, &self.conjunctions) && is_word_of(at + 1, &self.subjects)
    }
}

fn ends_clause(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|next| next.kind == Kind::Mark)
}

/// The word lists of a language by name.
struct Lists(HashMap<&'static str, Vec<Atom>>);

impl Lists {
    fn read(tables: &Tables) -> Self {
        let mut lists = Self(HashMap::new());
        for (name, words) in tables.lists.iter().copied().flatten() {
            let atoms = words.split_whitespace().flat_map(|word| lists.atoms(word)).collect();
            lists.0.insert(name, atoms);
        }
        lists
    }

    /// A list may hold lists that stand above it. A name that no list has matches nothing; a test sees to it
    /// that there is none.
    fn atoms(&self, word: &'static str) -> Vec<Atom> {
        if let Some(name) = word.strip_prefix('@') {
            return self.0.get(name).cloned().unwrap_or_default();
        }
        vec![match word {
            "#n" => Atom::Number(Number::Any),
            "#day" => Atom::Number(Number::Day),
            "#year" => Atom::Number(Number::Year),
            "#date" => Atom::Number(Number::Date),
            "#clock" => Atom::Number(Number::Clock),
            _ => match (word.strip_suffix('*'), word.strip_prefix('*')) {
                (Some(start), _) => Atom::Prefix(start),
                (None, Some(end)) => Atom::Suffix(end),
                (None, None) => Atom::Word(word),
            },
        }]
    }

    fn words(&self, alternatives: &'static str) -> Words {
        let mut words = Words::default();
        alternatives.split('|').flat_map(|word| self.atoms(word)).for_each(|atom| words.add(atom));
        words
    }

    fn elements(&self, row: &'static str) -> Vec<Element> {
        row.split_whitespace()
            .map(|part| {
                let gap = |digits: &str, is_tight| Element::Gap { most: digits.parse().unwrap_or(0), is_tight };
                match part {
                    "^" => Element::First,
                    "<" => Element::Begin,
                    ">" => Element::End,
                    _ => match (part.strip_prefix('~'), part.strip_prefix("..")) {
                        (Some(digits), _) => gap(digits, true),
                        (None, Some(digits)) => gap(digits, false),
                        (None, None) => {
                            let needed = part.strip_suffix('?');
                            Element::Words { words: self.words(needed.unwrap_or(part)), is_optional: needed.is_some() }
                        }
                    },
                }
            })
            .collect()
    }
}
