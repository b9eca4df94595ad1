//! Documentation of the psychosocial working environment: versions that nobody changes, meetings, readings.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0025_hse", statements: &[STATEMENTS], sqlite: SQLITE, postgres: POSTGRES };

const STATEMENTS: &[&str] = &[
    "CREATE TABLE hse_document (
        id {id},
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        quarter DATE NOT NULL,
        UNIQUE (unit_id, quarter))",
    // A change is a new version, and so is a step to the next state. The figures are those of an approved review.
    "CREATE TABLE hse_version (
        id {id},
        document_id BIGINT NOT NULL REFERENCES hse_document (id),
        n BIGINT NOT NULL CHECK (n >= 1),
        state TEXT NOT NULL CHECK (state IN ('draft', 'shared', 'approved')),
        pack_version BIGINT,
        made_by TEXT NOT NULL,
        made_on DATE NOT NULL,
        goals TEXT NOT NULL,
        responsible TEXT NOT NULL,
        deviations TEXT NOT NULL,
        next_review DATE,
        discussed_on DATE,
        dpia_on DATE,
        kept_where TEXT NOT NULL,
        UNIQUE (document_id, n))",
    "CREATE TABLE hse_row (
        id {id},
        version_id BIGINT NOT NULL REFERENCES hse_version (id),
        factor TEXT NOT NULL
            CHECK (factor IN ('a', 'b', 'c', 'd', 'harassment', 'violence', 'own_1', 'own_2')),
        name TEXT NOT NULL,
        relevance TEXT CHECK (relevance IN ('relevant', 'not_relevant')),
        assessment TEXT NOT NULL,
        likelihood TEXT CHECK (likelihood IN ('low', 'middle', 'high')),
        seriousness TEXT CHECK (seriousness IN ('low', 'middle', 'high')),
        source TEXT NOT NULL,
        measure TEXT NOT NULL,
        role TEXT NOT NULL,
        due DATE,
        status TEXT CHECK (status IN ('agreed', 'running', 'done', 'kept', 'stopped')),
        effect TEXT NOT NULL,
        UNIQUE (version_id, factor))",
    "CREATE TABLE hse_meeting (
        id {id},
        document_id BIGINT NOT NULL REFERENCES hse_document (id),
        held_on DATE NOT NULL,
        forum TEXT NOT NULL CHECK (forum IN ('amu', 'team', 'representatives')),
        present TEXT NOT NULL,
        remark TEXT NOT NULL)",
    "CREATE TABLE hse_reading (
        id {id},
        version_id BIGINT NOT NULL REFERENCES hse_version (id),
        role TEXT NOT NULL,
        read_on DATE NOT NULL,
        remark TEXT NOT NULL)",
    "CREATE INDEX hse_meeting_by_document ON hse_meeting (document_id)",
    "CREATE INDEX hse_reading_by_version ON hse_reading (version_id)",
];

// What was written stays as it is.
const SQLITE: &[&str] = &[
    "CREATE TRIGGER hse_document_no_update BEFORE UPDATE ON hse_document
        BEGIN SELECT RAISE(ABORT, 'what was written stays as it is'); END",
    "CREATE TRIGGER hse_document_no_delete BEFORE DELETE ON hse_document
        BEGIN SELECT RAISE(ABORT, 'what was written stays as it is'); END",
    "CREATE TRIGGER hse_version_no_update BEFORE UPDATE ON hse_version
        BEGIN SELECT RAISE(ABORT, 'what was written stays as it is'); END",
    "CREATE TRIGGER hse_version_no_delete BEFORE DELETE ON hse_version
        BEGIN SELECT RAISE(ABORT, 'what was written stays as it is'); END",
    "CREATE TRIGGER hse_row_no_update BEFORE UPDATE ON hse_row
        BEGIN SELECT RAISE(ABORT, 'what was written stays as it is'); END",
    "CREATE TRIGGER hse_row_no_delete BEFORE DELETE ON hse_row
        BEGIN SELECT RAISE(ABORT, 'what was written stays as it is'); END",
    "CREATE TRIGGER hse_meeting_no_update BEFORE UPDATE ON hse_meeting
        BEGIN SELECT RAISE(ABORT, 'what was written stays as it is'); END",
    "CREATE TRIGGER hse_meeting_no_delete BEFORE DELETE ON hse_meeting
        BEGIN SELECT RAISE(ABORT, 'what was written stays as it is'); END",
    "CREATE TRIGGER hse_reading_no_update BEFORE UPDATE ON hse_reading
        BEGIN SELECT RAISE(ABORT, 'what was written stays as it is'); END",
    "CREATE TRIGGER hse_reading_no_delete BEFORE DELETE ON hse_reading
        BEGIN SELECT RAISE(ABORT, 'what was written stays as it is'); END",
];

const POSTGRES: &[&str] = &[
    "CREATE FUNCTION hse_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'what was written stays as it is'; END $$",
    "CREATE TRIGGER hse_document_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hse_document
        FOR EACH STATEMENT EXECUTE FUNCTION hse_refuse()",
    "CREATE TRIGGER hse_version_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hse_version
        FOR EACH STATEMENT EXECUTE FUNCTION hse_refuse()",
    "CREATE TRIGGER hse_row_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hse_row
        FOR EACH STATEMENT EXECUTE FUNCTION hse_refuse()",
    "CREATE TRIGGER hse_meeting_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hse_meeting
        FOR EACH STATEMENT EXECUTE FUNCTION hse_refuse()",
    "CREATE TRIGGER hse_reading_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hse_reading
        FOR EACH STATEMENT EXECUTE FUNCTION hse_refuse()",
];
