//! Who is on the roll of a unit, without reading that of everybody.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0035_roll_index", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &["CREATE INDEX roll_by_unit ON roll (unit_id, round_id)"];
