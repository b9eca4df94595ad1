//! What the form of an act lacks, gathered, so that all of it is said at once.

use domain::{
    Field, Problem, Why,
    customers::case::{LONGEST_LETTER, has_open_place},
    field::{FieldProblem, free_text},
};

use base::Error;

/// What a form lacks, gathered.
#[derive(Default)]
pub(super) struct Problems(Vec<FieldProblem>);

impl Problems {
    pub(super) fn refuse(&mut self, field: Field, why: Why) {
        self.0.push(FieldProblem { field, why });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A choice, read.
    pub(super) fn choice<T>(
        &mut self,
        field: Field,
        text: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let why = if text.is_empty() { Why::Missing } else { Why::NotAChoice };
        let read = read(text);
        if read.is_none() {
            self.refuse(field, why);
        }
        read
    }

    /// A choice that may be left as it was.
    pub(super) fn kept<T>(
        &mut self,
        field: Field,
        text: &str,
        was: T,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if text.is_empty() { Some(was) } else { self.choice(field, text, read) }
    }

    /// A letter, with no place left to fill in.
    pub(super) fn letter(&mut self, text: &str) -> Option<String> {
        let letter = self.text(Field::Letter, text, LONGEST_LETTER)?;
        if has_open_place(&letter) {
            self.refuse(Field::Letter, Why::OpenPlace);
            return None;
        }
        Some(letter)
    }

    pub(super) fn text(&mut self, field: Field, text: &str, longest: usize) -> Option<String> {
        free_text(text, longest).map_err(|why| self.refuse(field, why)).ok()
    }
}

impl From<Problems> for Error {
    fn from(problems: Problems) -> Self {
        Problem::Invalid(problems.0).into()
    }
}
