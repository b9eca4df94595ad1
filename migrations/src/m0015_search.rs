//! Words of cases, to find them by.
//!
//! Which words a text has is decided in one place, in the program: `case_words` holds them lower-cased, with the units
//! that the case belongs to. The databases only look them up, so that both find the same. Whatever changes a text takes
//! its words away in the same statement, whoever changes it.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0015_search", statements: &[COLUMNS], sqlite: SQLITE, postgres: POSTGRES };

const COLUMNS: &[&str] = &[
    // Whether its words are those of its text and its units; where not, a job writes them.
    "ALTER TABLE complaint ADD COLUMN is_indexed BOOLEAN NOT NULL DEFAULT FALSE",
    "CREATE INDEX complaint_to_index ON complaint (id) WHERE NOT is_indexed",
];

const SQLITE: &[&str] = &[
    "CREATE TABLE case_words (
        complaint_id INTEGER PRIMARY KEY REFERENCES complaint (id) ON DELETE CASCADE,
        words TEXT NOT NULL)",
    // A slash begins the word of a unit: nothing that somebody types has one.
    "CREATE VIRTUAL TABLE case_search USING fts5 (words, content = 'case_words', content_rowid = 'complaint_id',
        tokenize = \"unicode61 remove_diacritics 0 tokenchars '/'\", prefix = '2 3 4')",
    // The pragma of the same name does not reach into the index: an erased name would stay in it.
    "INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1)",
    "CREATE TRIGGER case_words_added AFTER INSERT ON case_words BEGIN
        INSERT INTO case_search (rowid, words) VALUES (new.complaint_id, new.words); END",
    "CREATE TRIGGER case_words_taken AFTER DELETE ON case_words BEGIN
        INSERT INTO case_search (case_search, rowid, words) VALUES ('delete', old.complaint_id, old.words); END",
    "CREATE TRIGGER case_words_changed AFTER UPDATE ON case_words BEGIN
        INSERT INTO case_search (case_search, rowid, words) VALUES ('delete', old.complaint_id, old.words);
        INSERT INTO case_search (rowid, words) VALUES (new.complaint_id, new.words); END",
    "CREATE TRIGGER complaint_other_words AFTER UPDATE OF what, unit_id, holder_unit_id ON complaint
        WHEN (old.what, old.unit_id, old.holder_unit_id) IS NOT (new.what, new.unit_id, new.holder_unit_id) BEGIN
        DELETE FROM case_words WHERE complaint_id = old.id;
        UPDATE complaint SET is_indexed = FALSE WHERE id = old.id; END",
    "CREATE TRIGGER unit_other_words AFTER UPDATE OF parent_id ON unit WHEN old.parent_id IS NOT new.parent_id BEGIN
        UPDATE complaint SET is_indexed = FALSE WHERE id IN (
            WITH RECURSIVE below (id) AS (
                VALUES (new.id) UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id)
            SELECT complaint.id FROM below JOIN complaint ON complaint.unit_id = below.id
            UNION SELECT complaint.id FROM below JOIN complaint ON complaint.holder_unit_id = below.id); END",
];

const POSTGRES: &[&str] = &[
    "CREATE TABLE case_words (
        complaint_id BIGINT PRIMARY KEY REFERENCES complaint (id) ON DELETE CASCADE,
        words TEXT NOT NULL,
        found TSVECTOR NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED)",
    "CREATE INDEX case_search ON case_words USING GIN (found)",
    "CREATE FUNCTION forget_case_words() RETURNS TRIGGER LANGUAGE plpgsql AS
        $$ BEGIN
            DELETE FROM case_words WHERE complaint_id = old.id;
            new.is_indexed := FALSE;
            RETURN new;
        END $$",
    "CREATE TRIGGER complaint_other_words BEFORE UPDATE OF what, unit_id, holder_unit_id ON complaint FOR EACH ROW
        WHEN ((old.what, old.unit_id, old.holder_unit_id) IS DISTINCT FROM (new.what, new.unit_id, new.holder_unit_id))
        EXECUTE FUNCTION forget_case_words()",
    "CREATE FUNCTION outdate_case_words() RETURNS TRIGGER LANGUAGE plpgsql AS
        $$ BEGIN
            WITH RECURSIVE below (id) AS (
                VALUES (new.id) UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id)
            UPDATE complaint SET is_indexed = FALSE
            WHERE unit_id IN (SELECT id FROM below) OR holder_unit_id IN (SELECT id FROM below);
            RETURN NULL;
        END $$",
    "CREATE TRIGGER unit_other_words AFTER UPDATE OF parent_id ON unit FOR EACH ROW
        WHEN (old.parent_id IS DISTINCT FROM new.parent_id) EXECUTE FUNCTION outdate_case_words()",
];
