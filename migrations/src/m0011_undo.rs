//! An import can be undone for a day: which complaints came with it, and to which units it was added up.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0011_undo", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // When it was written; and of complaints the first and the last one, so that they are found without an index
    // over all complaints.
    "ALTER TABLE import_job ADD COLUMN done_at {time}",
    "ALTER TABLE import_job ADD COLUMN first_complaint BIGINT",
    "ALTER TABLE import_job ADD COLUMN last_complaint BIGINT",
    "ALTER TABLE complaint ADD COLUMN import_id BIGINT",
    // The units of an import's rows and all above them at that moment, to whose sums the rows were added.
    "CREATE TABLE import_path (
        import_id BIGINT NOT NULL REFERENCES import_job (id),
        number TEXT NOT NULL,
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        above_id BIGINT NOT NULL REFERENCES unit (id),
        PRIMARY KEY (import_id, unit_id, above_id)) {keyed}",
];
