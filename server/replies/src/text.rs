//! Words and sentences of a letter, each with its place.

use std::ops::Range;

use domain::Lang;
use unicode_normalization::UnicodeNormalization;

use crate::{numbers, quotes::Quotes, spelling};

/// Sentences are cut after so many tokens, so that looking around in one costs a bounded time.
const LONGEST_SENTENCE: usize = 120;
/// A line at least this long that ends without a mark was wrapped by a mail program.
const WRAPPED_LINE: usize = 60;

/// A place in the letter, counted both ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Bytes of UTF-8, for slicing in Rust. Always on character boundaries.
    pub bytes: Range<usize>,
    /// Unicode scalar values (`char`), for everybody else.
    pub chars: Range<usize>,
}

impl Span {
    /// From the beginning of this place to the end of the other.
    pub(crate) const fn until(&self, end: &Self) -> Self {
        Self { bytes: self.bytes.start..end.bytes.end, chars: self.chars.start..end.chars.end }
    }
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    /// One of `, ; : - ( )`.
    Mark,
}

/// A word, a number or a mark between clauses.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// Lower case, composed, typographic apostrophes made plain. `we're` is two tokens in one place.
    pub(crate) norm: String,
    pub(crate) kind: Kind,
    pub(crate) span: Span,
    /// Between quotation marks: somebody else's words.
    pub(crate) quoted: bool,
}

/// Tokens up to a full stop.
#[derive(Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) tokens: Vec<Token>,
    pub(crate) is_question: bool,
}

/// Splits a letter into sentences. Linear in its length.
pub(crate) fn sentences(text: &str, lang: Lang) -> Vec<Sentence> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let quotes = Quotes::find(&chars);
    let reader = Reader {
        chars: &chars,
        len: text.len(),
        lang,
        quotes,
        done: Vec::new(),
        now: Sentence::default(),
        line_start: 0,
    };
    reader.read()
}

struct Reader<'a> {
    chars: &'a [(usize, char)],
    len: usize,
    lang: Lang,
    quotes: Quotes,
    done: Vec<Sentence>,
    now: Sentence,
    line_start: usize,
}

impl Reader<'_> {
    fn read(mut self) -> Vec<Sentence> {
        let mut at = 0;
        while let Some(c) = self.at(at) {
            at = match c {
                _ if c.is_alphabetic() => self.word(at),
                _ if c.is_ascii_digit() => self.number(at),
                '\n' => self.line(at),
                '.' | '!' | '?' | '…' => self.stop(at, c),
                ',' | ';' | ':' | '(' | ')' => self.mark(at, c),
                '–' | '—' | '―' => self.mark(at, '-'),
                '-' if !self.at(at + 1).is_some_and(char::is_alphanumeric) => self.mark(at, '-'),
                _ => at + 1,
            };
        }
        self.end(false);
        self.done
    }

    fn at(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|(_, c)| *c)
    }

    fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|before| self.at(before))
    }

    fn span(&self, chars: Range<usize>) -> Span {
        let byte = |at: usize| self.chars.get(at).map_or(self.len, |(byte, _)| *byte);
        Span { bytes: byte(chars.start)..byte(chars.end), chars }
    }

    fn push(&mut self, norm: String, kind: Kind, chars: Range<usize>) {
        if self.now.tokens.len() >= LONGEST_SENTENCE {
            self.end(false);
        }
        let token = Token { norm, kind, quoted: self.quotes.covers(chars.start), span: self.span(chars) };
        self.now.tokens.push(token);
    }

    fn end(&mut self, is_question: bool) {
        if !self.now.tokens.is_empty() {
            self.now.is_question = is_question;
            self.done.push(std::mem::take(&mut self.now));
        }
    }

    /// Letters with what joins them: apostrophes, hyphens, and the full stops of `f.eks.` and `a.m.`
    fn word(&mut self, from: usize) -> usize {
        let mut to = from;
        let mut part = from;
        while let Some(c) = self.at(to) {
            let joins = self.at(to + 1).is_some_and(char::is_alphanumeric);
            match c {
                _ if c.is_alphanumeric() || is_combining(c) => {}
                '\'' | '’' | '-' | '‑' if joins => part = to + 1,
                '.' if joins && to == part + 1 => part = to + 1,
                _ => break,
            }
            to += 1;
        }
        let raw: String = self.chars.get(from..to).unwrap_or_default().iter().map(|(_, c)| *c).collect();
        let norm = normal(&raw);
        if self.lang == Lang::En
            && let Some((first, second)) = spelling::apart(&norm)
        {
            self.push(first, Kind::Word, from..to);
            self.push(second.to_owned(), Kind::Word, from..to);
        } else {
            self.push(norm, Kind::Word, from..to);
        }
        to
    }

    /// Digits, also as a date or a time of day; `3rd` is `3`, `5pm` is two tokens.
    fn number(&mut self, from: usize) -> usize {
        let mut to = from;
        while let Some(c) = self.at(to) {
            let joins = matches!(c, '.' | ',' | ':' | '/' | '-');
            if !(c.is_ascii_digit() || joins && self.at(to + 1).is_some_and(|next| next.is_ascii_digit())) {
                break;
            }
            to += 1;
        }
        let norm: String = self.chars.get(from..to).unwrap_or_default().iter().map(|(_, c)| *c).collect();
        let suffix: String =
            self.chars.get(to..).unwrap_or_default().iter().map(|(_, c)| *c).take(3).collect();
        let skip = if numbers::is_ordinal_suffix(&suffix) { 2 } else { 0 };
        self.push(norm, Kind::Number, from..to);
        to + skip
    }

    fn mark(&mut self, at: usize, c: char) -> usize {
        self.push(c.to_string(), Kind::Mark, at..at + 1);
        at + 1
    }

    /// A full stop, unless it belongs to an abbreviation or to the number of a day.
    fn stop(&mut self, at: usize, c: char) -> usize {
        let next = self.at(at + 1);
        let belongs = c == '.'
            && self.now.tokens.last().is_some_and(|last| {
                last.span.chars.end == at
                    && match last.kind {
                        Kind::Number => self.goes_on_after_number(at + 1),
                        Kind::Word => {
                            spelling::is_abbreviation(&last.norm, self.lang)
                                || next.is_some_and(char::is_lowercase)
                        }
                        Kind::Mark => false,
                    }
            });
        if !belongs {
            self.end(c == '?');
        }
        at + 1
    }

    /// `11. mars` and, in Norwegian, `3. Desember` go on; `on day 15. But` does not.
    fn goes_on_after_number(&self, from: usize) -> bool {
        let rest = self.chars.get(from..).unwrap_or_default().iter().map(|(_, c)| *c);
        let word: String = rest
            .skip_while(|c| *c == ' ' || *c == '\u{a0}')
            .take_while(|c| c.is_alphabetic())
            .take(12)
            .collect();
        word.chars().next().is_some_and(char::is_lowercase)
            || self.lang == Lang::Nb && numbers::is_month(&normal(&word))
    }

    /// An empty line ends a sentence, and so does a line that was ended by hand.
    fn line(&mut self, at: usize) -> usize {
        let rest = self.chars.get(at + 1..).unwrap_or_default();
        let next = rest.iter().map(|(_, c)| *c).find(|c| *c == '\n' || !c.is_whitespace());
        let long = at - self.line_start >= WRAPPED_LINE;
        let stopped = self.before(at).is_some_and(|c| c.is_ascii_punctuation() && c != ',');
        let goes_on = !stopped && next.is_some_and(|c| c.is_lowercase() || long && c.is_alphanumeric());
        if !goes_on {
            self.end(false);
        }
        self.line_start = at + 1;
        at + 1
    }
}

fn normal(raw: &str) -> String {
    let plain = raw.chars().filter(|c| *c != '\u{ad}').map(|c| match c {
        '’' => '\'',
        '‑' => '-',
        other => other,
    });
    plain.flat_map(char::to_lowercase).nfc().collect()
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}
