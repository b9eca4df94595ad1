//! A sentence with its clauses and everything that was found in it.

use crate::{
    machine::{Hit, Machine},
    tables::Mark,
    text::{Kind, Sentence, Span},
};

/// A sentence whose marks are known.
pub(crate) struct Scene {
    sentence: Sentence,
    hits: Vec<Hit>,
    /// Number of the clause of each token.
    clauses: Vec<usize>,
    /// Which clauses are somebody else's words.
    reported: Vec<bool>,
    /// Which clauses are followed by more than a comma.
    ends_firmly: Vec<bool>,
}

impl Scene {
    pub(crate) fn new(sentence: Sentence, machine: &Machine) -> Self {
        let line = machine.line(&sentence.tokens);
        let hits = machine.find(&line);
        let mut clauses = Vec::with_capacity(sentence.tokens.len());
        let mut ends_firmly = Vec::new();
        let mut clause = 0;
        for (at, token) in sentence.tokens.iter().enumerate() {
            let is_mark = token.kind == Kind::Mark;
            if is_mark || at > 0 && machine.breaks_clause(&line, at) {
                clause += 1;
                ends_firmly.push(is_mark && token.norm != ",");
            }
            clauses.push(clause);
        }
        ends_firmly.push(true);
        let mut scene = Self { sentence, hits, clauses, reported: vec![false; clause + 1], ends_firmly };
        scene.find_reported();
        scene
    }

    /// The clause before *you wrote* is the customer's, as far as a comma joins them.
    fn find_reported(&mut self) {
        let said: Vec<_> = self.of(Mark::SaidYou).map(|hit| self.clause(hit.from)).collect();
        for clause in said {
            if let Some(before) = clause.checked_sub(1)
                && self.ends_firmly.get(before) == Some(&false)
                && let Some(is_reported) = self.reported.get_mut(before)
            {
                *is_reported = true;
            }
        }
    }

    pub(crate) const fn is_question(&self) -> bool {
        self.sentence.is_question
    }

    /// What was found of a kind, by its beginning.
    pub(crate) fn of(&self, mark: Mark) -> impl Iterator<Item = Hit> + '_ {
        self.hits.iter().copied().filter(move |hit| hit.mark == mark)
    }

    /// Whether something of a kind shares a word with the hit.
    pub(crate) fn meets(&self, hit: Hit, mark: Mark) -> bool {
        self.of(mark).any(|other| other.meets(&hit))
    }

    pub(crate) fn clause(&self, at: usize) -> usize {
        self.clauses.get(at).copied().unwrap_or(0)
    }

    /// Whether the hit is somebody else's words.
    pub(crate) fn is_quoted(&self, hit: Hit) -> bool {
        let tokens = self.sentence.tokens.get(hit.from..hit.to).unwrap_or_default();
        tokens.iter().any(|token| token.quoted)
            || self.reported.get(self.clause(hit.from)) == Some(&true)
            || self.stands_before(Mark::Reported, hit)
    }

    /// Whether something of a kind stands before the hit in the same clause.
    pub(crate) fn stands_before(&self, mark: Mark, hit: Hit) -> bool {
        let clause = self.clause(hit.from);
        self.of(mark)
            .any(|other| other.from < hit.from && other.to <= hit.to && self.clause(other.from) == clause)
    }

    /// Whether the clause of the hit begins with *but*.
    pub(crate) fn follows_but(&self, hit: Hit) -> bool {
        let clause = self.clause(hit.from);
        self.of(Mark::But).any(|but| but.from <= hit.from && self.clause(but.from) == clause)
    }

    /// Conditions that are ones.
    fn conditions(&self) -> impl Iterator<Item = Hit> + '_ {
        self.of(Mark::If).filter(|condition| !self.meets(*condition, Mark::NotIf))
    }

    /// Whether the hit stands in a condition.
    pub(crate) fn is_inside_condition(&self, hit: Hit) -> bool {
        let clause = self.clause(hit.from);
        self.conditions().any(|condition| condition.from <= hit.from && self.clause(condition.from) == clause)
    }

    /// Whether the hit depends on a condition: one in its clause, or one that the sentence begins with.
    pub(crate) fn is_conditional(&self, hit: Hit) -> bool {
        let clause = self.clause(hit.from);
        let opens = |condition: Hit| {
            let first = self.clause(condition.from);
            let words_before = condition.from;
            words_before <= 2
                && first < clause
                && (first..clause).all(|between| self.ends_firmly.get(between) == Some(&false))
        };
        self.conditions().any(|condition| self.clause(condition.from) == clause || opens(condition))
    }

    /// The place of the hit in the letter.
    pub(crate) fn span(&self, hit: Hit) -> Option<Span> {
        let first = self.sentence.tokens.get(hit.from)?;
        let last = self.sentence.tokens.get(hit.to.checked_sub(1)?)?;
        Some(first.span.until(&last.span))
    }
}
