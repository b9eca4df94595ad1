//! Organisation, people, sign-in; rounds and the ballot box; ledger; complaints, contacts, imports.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema = Schema {
    name: "m0001_foundation",
    statements: &[TABLES],
    sqlite: SQLITE_LEDGER_TRIGGERS,
    postgres: POSTGRES_LEDGER_TRIGGERS,
};

const TABLES: &[&str] = &[
    // One organisation per database. `data_version` counts changes of the link's inputs.
    "CREATE TABLE organisation (
        id BIGINT PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL,
        timezone TEXT NOT NULL,
        is_synthetic BOOLEAN NOT NULL,
        k INTEGER NOT NULL CHECK (k >= 3),
        k_comment INTEGER NOT NULL CHECK (k_comment >= k),
        grace_hours INTEGER NOT NULL CHECK (grace_hours >= 0),
        data_version BIGINT NOT NULL)",
    "CREATE TABLE unit (
        id {id},
        external_id TEXT NOT NULL UNIQUE,
        parent_id BIGINT REFERENCES unit (id),
        kind TEXT NOT NULL CHECK (kind IN ('organisation', 'region', 'site', 'team')),
        name TEXT NOT NULL)",
    "CREATE INDEX unit_by_parent ON unit (parent_id)",
    "CREATE TABLE person (
        id {id},
        external_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL)",
    "CREATE TABLE roster (
        id {id},
        person_id BIGINT NOT NULL REFERENCES person (id),
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        from_on DATE NOT NULL,
        to_on DATE,
        CHECK (to_on IS NULL OR to_on >= from_on))",
    "CREATE INDEX roster_by_person ON roster (person_id, from_on)",
    "CREATE TABLE account (
        id {id},
        person_id BIGINT UNIQUE REFERENCES person (id),
        email TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        password_hash TEXT NOT NULL)",
    "CREATE TABLE role_grant (
        account_id BIGINT NOT NULL REFERENCES account (id),
        role TEXT NOT NULL,
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        PRIMARY KEY (account_id, role, unit_id))",
    "CREATE INDEX role_grant_by_unit ON role_grant (unit_id, role)",
    "CREATE TABLE session (
        token_hash {blob} PRIMARY KEY,
        account_id BIGINT NOT NULL REFERENCES account (id),
        created_at {time} NOT NULL,
        seen_at {time} NOT NULL)",
    "CREATE INDEX session_by_account ON session (account_id)",
    // Rounds and the ballot box. Nothing below carries a time finer than the round, a sequence, or
    // a key that joins a person to an answer.
    "CREATE TABLE round (
        id {id},
        number BIGINT NOT NULL UNIQUE,
        starts_on DATE NOT NULL,
        ends_on DATE NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'closed', 'released', 'voided')),
        bank TEXT NOT NULL,
        purpose TEXT NOT NULL,
        discussed_on DATE NOT NULL,
        review_on DATE NOT NULL,
        released_on DATE,
        CHECK (ends_on >= starts_on))",
    "CREATE INDEX round_by_state ON round (state, number)",
    "CREATE TABLE participation (
        round_id BIGINT NOT NULL REFERENCES round (id),
        person_id BIGINT NOT NULL REFERENCES person (id),
        PRIMARY KEY (round_id, person_id)) {keyed}",
    "CREATE TABLE tally (
        round_id BIGINT NOT NULL REFERENCES round (id),
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        item TEXT NOT NULL,
        value SMALLINT NOT NULL,
        count BIGINT NOT NULL CHECK (count > 0),
        PRIMARY KEY (round_id, unit_id, item, value)) {keyed}",
    "CREATE TABLE turnout (
        round_id BIGINT NOT NULL REFERENCES round (id),
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        count BIGINT NOT NULL CHECK (count > 0),
        PRIMARY KEY (round_id, unit_id)) {keyed}",
    "CREATE TABLE ballot_comment (
        id {blob} NOT NULL PRIMARY KEY,
        round_id BIGINT NOT NULL REFERENCES round (id),
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        text TEXT NOT NULL) {keyed}",
    // The ledger: what may be shown, written once.
    "CREATE TABLE released_figure (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        measure TEXT NOT NULL,
        round_id BIGINT NOT NULL REFERENCES round (id),
        state TEXT NOT NULL CHECK (state IN ('published', 'below_k', 'complement', 'no_data')),
        value INTEGER,
        lower INTEGER,
        upper INTEGER,
        turnout_band TEXT,
        rule_version INTEGER NOT NULL,
        params_hash TEXT NOT NULL,
        input_digest TEXT NOT NULL,
        released_on DATE NOT NULL,
        PRIMARY KEY (unit_id, measure, round_id),
        CHECK ((state = 'published') = (value IS NOT NULL)),
        CHECK (state = 'published' OR (lower IS NULL AND upper IS NULL AND turnout_band IS NULL)))",
    "CREATE INDEX released_figure_by_round ON released_figure (round_id, unit_id)",
    // Customer voice.
    "CREATE TABLE complaint (
        id {id},
        reference TEXT NOT NULL UNIQUE,
        secret_hash {blob},
        external_id TEXT UNIQUE,
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        category TEXT NOT NULL,
        channel TEXT NOT NULL,
        severity TEXT NOT NULL,
        what TEXT NOT NULL,
        happened_on DATE NOT NULL,
        received_at {time} NOT NULL,
        stage TEXT NOT NULL)",
    "CREATE INDEX complaint_by_unit ON complaint (unit_id, happened_on)",
    "CREATE INDEX complaint_by_date ON complaint (received_at)",
    "CREATE INDEX complaint_by_stage ON complaint (stage, unit_id, received_at)",
    "CREATE TABLE case_step (
        id {id},
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        stage TEXT,
        at {time} NOT NULL,
        role TEXT NOT NULL,
        note TEXT NOT NULL)",
    "CREATE INDEX case_step_by_complaint ON case_step (complaint_id, id)",
    "CREATE TABLE contact_day (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        day DATE NOT NULL,
        contacts BIGINT NOT NULL CHECK (contacts >= 0),
        PRIMARY KEY (unit_id, day)) {keyed}",
    "CREATE TABLE history (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        resolution TEXT NOT NULL CHECK (resolution IN ('day', 'week', 'month', 'quarter')),
        period_start DATE NOT NULL,
        complaints BIGINT NOT NULL CHECK (complaints >= 0),
        contacts BIGINT NOT NULL CHECK (contacts >= 0),
        PRIMARY KEY (unit_id, resolution, period_start)) {keyed}",
    // Complaints and contacts summed for every unit and all units above it: what trends read.
    "CREATE TABLE voice_rollup (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        resolution TEXT NOT NULL,
        period_start DATE NOT NULL,
        complaints BIGINT NOT NULL,
        contacts BIGINT NOT NULL,
        PRIMARY KEY (unit_id, resolution, period_start)) {keyed}",
    "CREATE TABLE import_job (
        id {id},
        kind TEXT NOT NULL,
        file_name TEXT NOT NULL,
        content {blob},
        mapping TEXT NOT NULL,
        dry_run TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('checked', 'queued', 'running', 'done', 'failed')),
        account_id BIGINT REFERENCES account (id),
        created_at {time} NOT NULL)",
    // The link, computed in the background from released figures and roll-ups, never in a request.
    "CREATE TABLE link_result (
        unit_id BIGINT PRIMARY KEY REFERENCES unit (id),
        data_version BIGINT NOT NULL,
        report TEXT NOT NULL)",
    "CREATE TABLE export_log (
        id {id},
        account_id BIGINT NOT NULL REFERENCES account (id),
        what TEXT NOT NULL,
        at {time} NOT NULL,
        sha256 TEXT NOT NULL)",
];

const SQLITE_LEDGER_TRIGGERS: &[&str] = &[
    "CREATE TRIGGER released_figure_no_update BEFORE UPDATE ON released_figure
        BEGIN SELECT RAISE(ABORT, 'the ledger is insert-only'); END",
    "CREATE TRIGGER released_figure_no_delete BEFORE DELETE ON released_figure
        BEGIN SELECT RAISE(ABORT, 'the ledger is insert-only'); END",
];

const POSTGRES_LEDGER_TRIGGERS: &[&str] = &[
    "CREATE FUNCTION released_figure_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the ledger is insert-only'; END $$",
    "CREATE TRIGGER released_figure_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON released_figure
        FOR EACH STATEMENT EXECUTE FUNCTION released_figure_refuse()",
];
