//! Devices that are signed in to answer, and for nothing else.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0018_answer_devices", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] =
    // Such a session says the day it began and nothing of when it was used: that would be when somebody answered.
    &["ALTER TABLE session ADD COLUMN is_for_answers BOOLEAN NOT NULL DEFAULT FALSE"];
