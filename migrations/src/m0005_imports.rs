//! Imports: what a page shows of a file, who writes it until when, and its rows before all of them count.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0005_imports", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // Heads and first rows, so that a page reads no file. Gone with the file; imports of before have none.
    "ALTER TABLE import_job ADD COLUMN heads TEXT",
    // Who writes the import, and until when nobody else begins.
    "ALTER TABLE import_job ADD COLUMN claimed_by TEXT",
    "ALTER TABLE import_job ADD COLUMN claimed_until {time}",
    "CREATE INDEX import_job_by_state ON import_job (state, id)",
    // The rows of an import that is being written, until all of them take their places together. A unit is named
    // by its number, because it may be made only then.
    "CREATE TABLE import_row (
        import_id BIGINT NOT NULL REFERENCES import_job (id),
        place BIGINT NOT NULL,
        unit TEXT NOT NULL,
        resolution TEXT NOT NULL,
        period_start DATE NOT NULL,
        complaints BIGINT NOT NULL,
        contacts BIGINT NOT NULL,
        external_id TEXT,
        category TEXT,
        channel TEXT,
        severity TEXT,
        what TEXT,
        received_at {time},
        PRIMARY KEY (import_id, place)) {keyed}",
];
