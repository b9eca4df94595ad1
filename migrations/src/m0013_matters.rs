//! What was said about a signal of concern, and which weekly letters went out.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0013_matters", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // The newest word on a measure of a unit. Without `until` it was seen; with it, put aside until that day.
    "CREATE TABLE matter_reply (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        measure TEXT NOT NULL CHECK (measure IN ('strain', 'satisfaction', 'complaints')),
        until DATE,
        reason TEXT NOT NULL DEFAULT '',
        replied_on DATE NOT NULL,
        PRIMARY KEY (unit_id, measure),
        CHECK ((until IS NULL) = (reason = ''))) {keyed}",
    // Whether somebody who manages wants the weekly letter, and when the last one was put into the post.
    "ALTER TABLE account ADD COLUMN wants_weekly BOOLEAN NOT NULL DEFAULT TRUE",
    "ALTER TABLE account ADD COLUMN weekly_on DATE",
];
