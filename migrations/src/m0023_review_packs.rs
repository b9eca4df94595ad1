//! Approved reviews of a quarter, as they were approved; and which document a file taken out was.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema = Schema {
    name: "m0023_review_packs",
    statements: &[STATEMENTS],
    sqlite: SQLITE_TRIGGERS,
    postgres: POSTGRES_TRIGGERS,
};

const STATEMENTS: &[&str] = &[
    // The model of the whole organisation, from which every document of the version is made.
    "CREATE TABLE review_pack (
        id {id},
        quarter DATE NOT NULL,
        version BIGINT NOT NULL CHECK (version >= 1),
        model TEXT NOT NULL,
        model_hash TEXT NOT NULL,
        approved_by BIGINT NOT NULL REFERENCES account (id),
        approved_on DATE NOT NULL,
        UNIQUE (quarter, version))",
    // A document of which a file was taken out. A draft has no version.
    "CREATE TABLE review_document (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('organisation', 'unit')),
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        quarter DATE NOT NULL,
        version BIGINT,
        lang TEXT NOT NULL)",
    "ALTER TABLE export_log ADD COLUMN document_id TEXT REFERENCES review_document (id)",
    "ALTER TABLE export_log ADD COLUMN bytes BIGINT",
    "CREATE INDEX export_log_by_hash ON export_log (sha256)",
    "CREATE INDEX export_log_by_document ON export_log (document_id)",
];

const SQLITE_TRIGGERS: &[&str] = &[
    "CREATE TRIGGER review_pack_no_update BEFORE UPDATE ON review_pack
        BEGIN SELECT RAISE(ABORT, 'what was approved stays as it is'); END",
    "CREATE TRIGGER review_pack_no_delete BEFORE DELETE ON review_pack
        BEGIN SELECT RAISE(ABORT, 'what was approved stays as it is'); END",
];

const POSTGRES_TRIGGERS: &[&str] = &[
    "CREATE FUNCTION review_pack_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'what was approved stays as it is'; END $$",
    "CREATE TRIGGER review_pack_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_pack
        FOR EACH STATEMENT EXECUTE FUNCTION review_pack_refuse()",
];
