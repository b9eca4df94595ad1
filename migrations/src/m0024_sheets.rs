//! Which form a document of a review has: a pack, the sheet for a meeting, or documentation.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0024_sheets", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &["ALTER TABLE review_document
        ADD COLUMN form TEXT NOT NULL DEFAULT 'pack' CHECK (form IN ('pack', 'sheet', 'hse'))"];
