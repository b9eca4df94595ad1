//! The language of letters to people who have not chosen one.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0014_settings", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] =
    // Without one, letters are written in both languages.
    &["ALTER TABLE organisation ADD COLUMN letters_lang TEXT CHECK (letters_lang IN ('en', 'nb'))"];
