//! Finds all patterns of a language in a sentence.

use std::collections::HashMap;

use crate::{
    pattern::{Element, Part, Reader, WordId, Words},
    tables::{Mark, Tables},
    text::{Kind, Token},
};

/// Longest beginning of a word (`beklag*`) that is looked up, in bytes.
const LONGEST_PREFIX: usize = 20;

/// A pattern found: what it means and which tokens it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) mark: Mark,
    pub(crate) from: usize,
    /// First token after it.
    pub(crate) to: usize,
}

impl Hit {
    /// Whether the two share a token.
    pub(crate) const fn meets(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

#[derive(Debug)]
struct Pattern {
    mark: Mark,
    elements: Vec<Element>,
}

/// All patterns of a language, sorted by what they can begin with.
#[derive(Debug)]
pub(crate) struct Machine {
    ids: HashMap<&'static str, WordId>,
    patterns: Vec<Pattern>,
    by_word: HashMap<WordId, Vec<usize>>,
    by_prefix: HashMap<&'static str, Vec<usize>>,
    /// Those that begin with a number, the end of a word, or a gap.
    others: Vec<usize>,
    stop: Words,
    conjunctions: Words,
    breaks: Words,
    subjects: Words,
}

/// The tokens of a sentence and which words of the tables they are.
pub(crate) struct Line<'a> {
    tokens: &'a [Token],
    ids: Vec<Option<WordId>>,
}

impl Line<'_> {
    /// Whether there is such a token and it is one of the words.
    fn has(&self, at: usize, words: &Words) -> bool {
        self.tokens.get(at).zip(self.ids.get(at)).is_some_and(|(token, id)| words.accept(token, *id))
    }

    fn has_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == Kind::Mark)
    }
}

impl Machine {
    /// Reads the tables of a language.
    pub(crate) fn new(tables: &Tables) -> Self {
        let mut reader = Reader::new(tables);
        let mut machine = Self {
            ids: HashMap::new(),
            patterns: Vec::new(),
            by_word: HashMap::new(),
            by_prefix: HashMap::new(),
            others: Vec::new(),
            stop: reader.words("@stop"),
            conjunctions: reader.words("@conjunction"),
            breaks: reader.words("@break"),
            subjects: reader.words("@subject"),
        };
        for (mark, rows) in tables.patterns.iter().copied().flatten() {
            for row in *rows {
                machine.add(*mark, reader.elements(row));
            }
        }
        machine.ids = reader.ids;
        machine
    }

    fn add(&mut self, mark: Mark, elements: Vec<Element>) {
        let is_place = |element: &Element| matches!(element, Element::BeginsSentence | Element::BeginsClause);
        let first = elements.iter().position(|element| !is_place(element));
        let number = self.patterns.len();
        match first.and_then(|at| elements.split_at_checked(at)) {
            // What may be left out at the beginning makes two patterns, so that each begins with something.
            Some((before, [Element::Words { words, is_optional: true }, after @ ..])) => {
                let needed = Element::Words { words: words.clone(), is_optional: false };
                let with = [before, &[needed], after].concat();
                let without = [before, after].concat();
                self.add(mark, with);
                return self.add(mark, without);
            }
            Some((_, [Element::Words { words, .. }, ..])) => {
                for id in words.ids() {
                    self.by_word.entry(id).or_default().push(number);
                }
                for part in &words.parts {
                    match part {
                        Part::Prefix(start) => self.by_prefix.entry(start).or_default().push(number),
                        Part::Suffix(_) | Part::Number(_) if self.others.last() != Some(&number) => {
                            self.others.push(number);
                        }
                        Part::Suffix(_) | Part::Number(_) => {}
                    }
                }
            }
            _ => self.others.push(number),
        }
        self.patterns.push(Pattern { mark, elements });
    }

    /// Looks the tokens of a sentence up.
    pub(crate) fn line<'a>(&self, tokens: &'a [Token]) -> Line<'a> {
        Line { tokens, ids: tokens.iter().map(|token| self.ids.get(token.norm.as_str()).copied()).collect() }
    }

    /// Everything that is found in a sentence, by its beginning.
    pub(crate) fn find(&self, line: &Line) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (from, (token, id)) in line.tokens.iter().zip(&line.ids).enumerate() {
            let by_word = id.and_then(|id| self.by_word.get(&id));
            let starts = (1..=token.norm.len().min(LONGEST_PREFIX)).filter_map(|end| token.norm.get(..end));
            let by_prefix = starts.filter_map(|start| self.by_prefix.get(start));
            for number in by_word.into_iter().chain(by_prefix).chain([&self.others]).flatten() {
                if let Some(pattern) = self.patterns.get(*number)
                    && let Some(to) = self.end(&pattern.elements, line, from)
                {
                    hits.push(Hit { mark: pattern.mark, from, to });
                }
            }
        }
        hits
    }

    /// Where the elements end when they begin at this token.
    fn end(&self, elements: &[Element], line: &Line, at: usize) -> Option<usize> {
        let Some((element, rest)) = elements.split_first() else { return Some(at) };
        let go_on = |at: usize| self.end(rest, line, at);
        match element {
            Element::BeginsSentence => (at == 0).then(|| go_on(at))?,
            Element::BeginsClause => self.begins_clause(line, at).then(|| go_on(at))?,
            Element::EndsClause => (at >= line.tokens.len() || line.has_mark(at)).then(|| go_on(at))?,
            Element::Words { words, is_optional } => {
                let taken = line.has(at, words).then(|| go_on(at + 1)).flatten();
                taken.or_else(|| is_optional.then(|| go_on(at))?)
            }
            Element::Gap { most, is_tight } => {
                for skipped in at..=at + *most {
                    if let Some(end) = go_on(skipped) {
                        return Some(end);
                    }
                    let is_closed = line.has_mark(skipped) || *is_tight && line.has(skipped, &self.stop);
                    if is_closed || skipped >= line.tokens.len() {
                        return None;
                    }
                }
                None
            }
        }
    }

    /// Whether a clause begins at this token.
    fn begins_clause(&self, line: &Line, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|before| line.has_mark(before) || line.has(before, &self.conjunctions))
    }

    /// Whether this conjunction begins a clause of its own: *but* does, *and* before a subject.
    pub(crate) fn breaks_clause(&self, line: &Line, at: usize) -> bool {
        line.has(at, &self.breaks) || line.has(at, &self.conjunctions) && line.has(at + 1, &self.subjects)
    }
}
