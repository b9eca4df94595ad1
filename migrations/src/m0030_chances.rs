//! What marks of many units are compared by where they are listed together.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0030_chances", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    "ALTER TABLE unit_signal ADD COLUMN chance DOUBLE PRECISION",
    // Reckoned anew within the minute; until then pages say that it is on its way.
    "DELETE FROM unit_signal",
    // Lists read nothing else of a unit, and most of a row is its small chart.
    "CREATE INDEX unit_signal_marks ON unit_signal (unit_id, measure, state, chance)",
    "DROP INDEX unit_signal_by_state",
];
