//! A number that every change of the tree of units raises, so that whoever keeps the tree in memory notices.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0007_tree", statements: &[COLUMNS], sqlite: SQLITE, postgres: POSTGRES };

const COLUMNS: &[&str] = &["ALTER TABLE organisation ADD COLUMN tree_version BIGINT NOT NULL DEFAULT 1"];

const SQLITE: &[&str] = &[
    "CREATE TRIGGER unit_added AFTER INSERT ON unit BEGIN UPDATE organisation SET tree_version = tree_version + 1; END",
    "CREATE TRIGGER unit_changed AFTER UPDATE ON unit BEGIN UPDATE organisation SET tree_version = tree_version + 1; END",
    "CREATE TRIGGER unit_removed AFTER DELETE ON unit BEGIN UPDATE organisation SET tree_version = tree_version + 1; END",
];

const POSTGRES: &[&str] = &[
    "CREATE FUNCTION raise_tree_version() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN UPDATE organisation SET tree_version = tree_version + 1; RETURN NULL; END $$",
    "CREATE TRIGGER unit_changed AFTER INSERT OR UPDATE OR DELETE ON unit
     FOR EACH STATEMENT EXECUTE FUNCTION raise_tree_version()",
];
