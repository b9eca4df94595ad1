//! The link is worked out for other things than complaints too. What was worked out before is forgotten, and worked
//! out anew by the next run of the job.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0034_outcomes", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    "DROP TABLE link_result",
    "CREATE TABLE link_result (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        outcome TEXT NOT NULL CHECK (outcome IN ('complaints', 'smiles', 'compliments')),
        data_version BIGINT NOT NULL,
        computed_at {time} NOT NULL,
        report TEXT NOT NULL,
        study TEXT NOT NULL,
        PRIMARY KEY (unit_id, outcome))",
    "DELETE FROM link_run",
];
