//! Cards on paper, typed in twice before they count; and when somebody last said that a comparison with a competitor holds.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0022_paper", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // An envelope with as many cards as stands on it.
    "CREATE TABLE paper_batch (
        id {id},
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        counted BIGINT NOT NULL CHECK (counted BETWEEN 1 AND 50),
        made_on DATE NOT NULL,
        first_by BIGINT NOT NULL,
        differed BIGINT,
        done_on DATE)",
    "CREATE INDEX paper_batch_open ON paper_batch (unit_id) WHERE done_on IS NULL",
    // What was typed the first and the second time, until both are taken in as one.
    "CREATE TABLE paper_card (
        batch_id BIGINT NOT NULL REFERENCES paper_batch (id),
        pass BIGINT NOT NULL CHECK (pass IN (1, 2)),
        place BIGINT NOT NULL,
        kind TEXT NOT NULL,
        category TEXT NOT NULL,
        happened_on DATE NOT NULL,
        what TEXT NOT NULL,
        customer_name TEXT NOT NULL,
        phone TEXT NOT NULL,
        PRIMARY KEY (batch_id, pass, place)) {keyed}",
    "ALTER TABLE annotation ADD COLUMN confirmed_on DATE",
];
