//! Answers at a screen with four faces: counts by day, and nothing about who or when.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0020_faces", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // Without a reason the word is empty.
    "CREATE TABLE face_count (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        card_code_id BIGINT NOT NULL REFERENCES card_code (id),
        day DATE NOT NULL,
        face TEXT NOT NULL CHECK (face IN ('very_good', 'good', 'bad', 'very_bad')),
        why TEXT NOT NULL,
        n BIGINT NOT NULL CHECK (n >= 0),
        PRIMARY KEY (unit_id, day, card_code_id, face, why)) {keyed}",
];
