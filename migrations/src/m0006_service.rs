//! What several instances have to know of each other: when jobs ran last, and how often somebody tried.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0006_service", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // One row, there from the beginning: when jobs ran last, by any instance. Since when they are held, because
    // the clock has leapt.
    "CREATE TABLE job_run (
        id SMALLINT PRIMARY KEY CHECK (id = 1),
        last_at {time},
        held_since {time})",
    "INSERT INTO job_run (id) VALUES (1)",
    // Wrong passwords and codes of the last quarter of an hour, by a hash of whom they count for.
    "CREATE TABLE attempt (
        id {id},
        key_hash {blob} NOT NULL,
        at {time} NOT NULL)",
    "CREATE INDEX attempt_by_key ON attempt (key_hash, at)",
    "CREATE INDEX attempt_by_age ON attempt (at)",
    // Whether somebody's letter is on its way already.
    "CREATE INDEX mail_by_account ON mail (account_id, kind)",
];
