//! The check-list beside a letter to a customer who complained: what the letter has and what it lacks.
//!
//! [`check`] reads a letter in English or Bokmål (Nynorsk is understood where it differs little) and says where it
//! apologises, owns what happened, makes excuses, names a next step with a date, and thanks. It is a mirror for the
//! writer: it advises, never blocks, and nothing about a person is to be made of it.
//!
//! How it works: `text` splits the letter into words, clauses and sentences and knows what is quoted;
//! `machine` finds turns of phrase, which stand in `tables`, one set a language, as `pattern` explains;
//! `scene` puts them together for a sentence; `judge` and `step` weigh them. No learning, no
//! statistics: every finding can be traced to a row of a table.
//!
//! Architecture invariant: pure functions. No input or output, no clock, no randomness. Time and memory are linear
//! in the length of the letter, whatever it holds.

mod judge;
mod machine;
mod numbers;
mod pattern;
mod quotes;
mod scene;
mod spelling;
mod step;
mod tables;
mod text;

use std::sync::LazyLock;

use domain::Lang;

pub use text::Span;

use crate::{machine::Machine, scene::Scene};

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// A real apology, or regret for what happened.
    Sorry,
    /// Words of apology that are none: conditional, about feelings, politeness, pity. Only where nothing is
    /// [`Sorry`](Self::Sorry).
    Hollow,
    /// The writer says in the first person that the business did wrong or should have done otherwise.
    Owns,
    /// Moves the fault away or makes it small.
    Excuse,
    /// A step of the business with a day, time or limit; the finding is the day.
    Dated,
    /// A step without one. Only where nothing is [`Dated`](Self::Dated).
    Undated,
    /// Thanks for something the customer did.
    Thanks,
}

impl Label {
    /// All labels.
    pub const ALL: [Self; 7] =
        [Self::Sorry, Self::Hollow, Self::Owns, Self::Excuse, Self::Dated, Self::Undated, Self::Thanks];

    /// The stable name, for keys of texts and for files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sorry => "sorry",
            Self::Hollow => "hollow",
            Self::Owns => "owns",
            Self::Excuse => "excuse",
            Self::Dated => "dated",
            Self::Undated => "undated",
            Self::Thanks => "thanks",
        }
    }
}

/// Words of the letter that decided a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What they are.
    pub label: Label,
    /// Where they stand.
    pub span: Span,
}

/// Whether the letter names a next step of the business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// With a day, time or limit.
    Dated,
    /// Without one.
    Undated,
    /// No step, or one of the customer's only.
    None,
}

impl Step {
    /// The stable name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Dated => "dated",
            Self::Undated => "undated",
            Self::None => "none",
        }
    }
}

/// What a letter has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Everything found, by label and then by place. Findings of one label do not lie inside each other.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether the letter has this.
    pub fn has(&self, label: Label) -> bool {
        self.of(label).next().is_some()
    }

    /// The findings of a label, in the order of the letter.
    pub fn of(&self, label: Label) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.label == label)
    }

    /// The next step.
    pub fn step(&self) -> Step {
        if self.has(Label::Dated) {
            Step::Dated
        } else if self.has(Label::Undated) {
            Step::Undated
        } else {
            Step::None
        }
    }
}

static ENGLISH: LazyLock<Machine> = LazyLock::new(|| Machine::new(tables::of(Lang::En)));
static NORWEGIAN: LazyLock<Machine> = LazyLock::new(|| Machine::new(tables::of(Lang::Nb)));

/// Reads a letter written in the language. Any text will do, also an empty or a very long one.
///
/// ```
/// use domain::Lang;
/// use replies::{Label, Step, check};
///
/// let letter = "I'm sorry. We mixed up two orders. Yours leaves us tomorrow.";
/// let report = check(letter, Lang::En);
/// assert!(report.has(Label::Sorry) && report.has(Label::Owns) && !report.has(Label::Excuse));
/// assert_eq!(report.step(), Step::Dated);
/// let day = report.of(Label::Dated).next().map(|finding| &letter[finding.span.bytes.clone()]);
/// assert_eq!(day, Some("tomorrow"));
/// ```
pub fn check(text: &str, lang: Lang) -> Report {
    let machine = match lang {
        Lang::En => &*ENGLISH,
        Lang::Nb => &*NORWEGIAN,
    };
    let scenes: Vec<Scene> =
        text::sentences(text, lang).into_iter().map(|sentence| Scene::new(sentence, machine)).collect();
    Report { findings: judge::findings(&scenes) }
}
