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
