//! Keys whose end has begun, and whether deleted rows still have to be overwritten.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0031_scrub", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // A key that is not where it was once seen is destroyed; one that was never seen there may lie elsewhere.
    "ALTER TABLE box_key ADD COLUMN is_ending BOOLEAN NOT NULL DEFAULT FALSE",
    "CREATE TABLE scrub_due (id BIGINT PRIMARY KEY CHECK (id = 1))",
    // What earlier versions kept in the clear was deleted without a look at what that left behind.
    "INSERT INTO scrub_due (id) VALUES (1)",
];
