//! What is known about each language: lists of words and turns of phrase, and what each is a mark of.
//!
//! The tables hold general linguistic knowledge (who is the subject, what negates, what makes a condition), and no
//! sentences of letters. How patterns are written is explained in [`pattern`](crate::pattern).

mod en;
mod nb;

use domain::Lang;

/// What a turn of phrase is a mark of. Marks are weighed against each other in [`judge`](crate::judge).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Mark {
    /// Words of apology.
    Sorry,
    /// An apology although it is denied by its wording: *cannot apologise enough*.
    SorryAfterAll,
    /// Apology about feelings, about things that may have been, as politeness, as pity, as irony.
    Hollow,
    /// Words of apology that are none: negated, somebody else's, other meanings.
    NotSorry,

    /// The writer says that the business did wrong.
    Own,
    /// *That is not good enough*: owns it, when the writer speaks of themselves just before.
    Admit,
    /// The writer tells what they did. Owns it beside a real apology and without an excuse.
    Did,
    NotDid,
    /// Looks like owning and is not: *not our fault*.
    NotOwn,
    /// The writer as subject.
    We,

    /// Puts the fault on somebody, or makes it small.
    Blame,
    /// A cause from outside. Not an excuse where the business owns what happened.
    Cause,
    /// Looks like an excuse and is not: *not your fault*.
    NotExcuse,
    /// Takes an excuse back: *that is no excuse*.
    Denial,

    Thanks,
    NotThanks,

    /// A day or limit that may lie before or behind: *on Monday*, *11 March*, *today*.
    Day,
    /// One that lies ahead: *tomorrow*, *within two days*.
    Ahead,
    /// One that lies ahead unless the verb says otherwise: *by Friday*.
    Limit,
    /// One that lies behind: *yesterday*, *last week*.
    Behind,
    /// Looks like a day or limit and is not, or says what the date belongs to: *your letter of 3 March*.
    NotDay,
    /// A verb in the present or future.
    Now,
    /// A verb in the past.
    Past,
    /// A verb in the past that says what was done to put it right.
    Remedy,
    /// What should have been: *promised*, *should have*.
    Promise,
    /// A wish instead of a step: *we hope to*.
    Hope,
    /// What the customer is to do.
    Customer,
    /// Opening hours: no day of the sentence is that of a step.
    Hours,
    /// Terms and habits: no day of the clause is.
    General,
    /// *wrong*, *twice*: what was done then was no remedy.
    Amiss,
    /// A step, with or without a day.
    Step,
    NotStep,

    /// Begins a condition.
    If,
    /// Looks like a condition and is none: *as if*.
    NotIf,
    /// Before somebody else's words or thoughts: *you write that*.
    Reported,
    /// After the customer's words: *…, you wrote*.
    SaidYou,
    /// What follows takes back some of what was said.
    But,
    Not,
}

/// Word lists by name, and patterns by mark.
pub(crate) struct Tables {
    /// Lists may use those before them.
    pub(crate) lists: &'static [&'static [(&'static str, &'static str)]],
    pub(crate) patterns: &'static [&'static [(Mark, &'static [&'static str])]],
}

/// The tables of a language.
pub(crate) const fn of(lang: Lang) -> &'static Tables {
    match lang {
        Lang::En => &en::TABLES,
        Lang::Nb => &nb::TABLES,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn rows(tables: &Tables) -> impl Iterator<Item = (Mark, &'static str)> {
        tables
            .patterns
            .iter()
            .copied()
            .flatten()
            .flat_map(|(mark, rows)| rows.iter().map(|row| (*mark, *row)))
    }

    #[test]
    fn every_list_that_is_named_exists() {
        for lang in Lang::ALL {
            let tables = of(lang);
            let names: HashSet<_> = tables.lists.iter().copied().flatten().map(|(name, _)| *name).collect();
            let mut before = HashSet::new();
            for (name, words) in tables.lists.iter().copied().flatten() {
                for used in words.split_whitespace().filter_map(|word| word.strip_prefix('@')) {
                    assert!(before.contains(used), "{name} uses {used}");
                }
                assert!(before.insert(*name), "{name} stands twice");
            }
            for (_, row) in rows(tables) {
                for used in
                    row.split([' ', '|']).filter_map(|part| part.trim_end_matches('?').strip_prefix('@'))
                {
                    assert!(names.contains(used), "{row}");
                }
            }
            assert!(["stop", "conjunction", "break", "subject"].iter().all(|name| names.contains(name)));
        }
    }

    #[test]
    fn every_pattern_costs_a_bounded_time_and_is_written_as_the_language_says() {
        for lang in Lang::ALL {
            for (_, row) in rows(of(lang)) {
                let mut cost = 1;
                for part in row.split(' ') {
                    assert!(!part.is_empty(), "two spaces: {row}");
                    let inner = part.strip_suffix('?').unwrap_or(part);
                    assert!(!inner.contains('?') && !inner.is_empty(), "a question mark inside: {row}");
                    assert!(inner.split('|').all(|word| !word.is_empty()), "an empty alternative: {row}");
                    assert_eq!(inner.to_lowercase(), inner, "capitals never match: {row}");
                    let gap = inner.strip_prefix('~').or_else(|| inner.strip_prefix(".."));
                    if let Some(digits) = gap {
                        let most: usize = digits.parse().expect(row);
                        assert!((1..=12).contains(&most), "{row}");
                        cost *= most + 1;
                    }
                }
                assert!(cost <= 160, "{cost} places to try: {row}");
            }
        }
    }

    #[test]
    fn no_pattern_is_a_sentence_of_a_letter_or_stands_twice() {
        for lang in Lang::ALL {
            let mut seen = HashSet::new();
            for (mark, row) in rows(of(lang)) {
                assert!(row.split(' ').filter(|part| !part.starts_with(['~', '.'])).count() <= 8, "{row}");
                assert!(seen.insert((mark, row)), "twice: {row}");
            }
        }
    }
}
