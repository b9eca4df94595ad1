//! Rounds with a roll, rules by round, windows, comments with a home, one-time ways in, own items.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema = Schema {
    name: "m0003_rounds",
    statements: &[TABLES, LEDGER],
    sqlite: SQLITE_LEDGER_TRIGGERS,
    postgres: POSTGRES_LEDGER_TRIGGERS,
};

const TABLES: &[&str] = &[
    // Who may answer in a round, and where they are counted: written once, when the round opens, so that
    // a role or a place that changes meanwhile moves nobody. `by_code` are those whose team answers on a
    // tablet, with codes that belong to nobody in particular.
    "CREATE TABLE roll (
        round_id BIGINT NOT NULL REFERENCES round (id),
        person_id BIGINT NOT NULL REFERENCES person (id),
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        by_code BOOLEAN NOT NULL DEFAULT FALSE,
        PRIMARY KEY (round_id, person_id)) {keyed}",
    // Hash of the random key that a form carried: the same form sent again is told from a second one.
    // It stands beside the used vote, never near an answer.
    "ALTER TABLE participation ADD COLUMN receipt {blob}",
    "ALTER TABLE unit ADD COLUMN by_code BOOLEAN NOT NULL DEFAULT FALSE",
    // One-time codes of a team in a round; only hashes. A used one keeps the receipt's hash. All go when the
    // round is released.
    "CREATE TABLE kiosk_code (
        code_hash {blob} NOT NULL PRIMARY KEY,
        round_id BIGINT NOT NULL REFERENCES round (id),
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        is_used BOOLEAN NOT NULL DEFAULT FALSE,
        receipt {blob}) {keyed}",
    "CREATE INDEX kiosk_code_by_unit ON kiosk_code (round_id, unit_id)",
    // Personal links to a round's form, sent by mail; only hashes. Gone with the round.
    "CREATE TABLE check_in_link (
        token_hash {blob} NOT NULL PRIMARY KEY,
        round_id BIGINT NOT NULL REFERENCES round (id),
        person_id BIGINT NOT NULL REFERENCES person (id)) {keyed}",
    // Mails about the check-in that were sent for a round so far: 0 to 3.
    "ALTER TABLE round ADD COLUMN mails INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE round ADD COLUMN void_reason TEXT",
    "ALTER TABLE round ADD COLUMN voided_on DATE",
    "ALTER TABLE account ADD COLUMN wants_reminders BOOLEAN NOT NULL DEFAULT TRUE",
    // Rules of the release, for rounds that start on this day or later. The columns of `organisation` that
    // held them are no longer read.
    "CREATE TABLE release_rules (
        from_on DATE PRIMARY KEY,
        k INTEGER NOT NULL CHECK (k >= 3),
        k_comment INTEGER NOT NULL CHECK (k_comment >= k),
        authors INTEGER NOT NULL CHECK (authors >= 3),
        grace_hours INTEGER NOT NULL CHECK (grace_hours >= 0),
        roster_guard TEXT NOT NULL CHECK (roster_guard IN ('mark', 'hold')))",
    "INSERT INTO release_rules (from_on, k, k_comment, authors, grace_hours, roster_guard)
        SELECT '2000-01-01', k, k_comment, 3, grace_hours, 'mark' FROM organisation",
    // Rules that lower a threshold wait for a second administrator.
    "CREATE TABLE rules_proposal (
        id {id},
        k INTEGER NOT NULL CHECK (k >= 3),
        k_comment INTEGER NOT NULL CHECK (k_comment >= k),
        authors INTEGER NOT NULL CHECK (authors >= 3),
        grace_hours INTEGER NOT NULL CHECK (grace_hours >= 0),
        roster_guard TEXT NOT NULL CHECK (roster_guard IN ('mark', 'hold')),
        proposed_by BIGINT NOT NULL REFERENCES account (id),
        proposed_at {time} NOT NULL)",
    // Over how many rounds a unit reports in a quarter; NULL is never. Chosen before the quarter's first round.
    "CREATE TABLE quarter_window (
        quarter DATE NOT NULL,
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        rounds SMALLINT CHECK (rounds IN (1, 2, 4, 13)),
        PRIMARY KEY (quarter, unit_id)) {keyed}",
    // Where the comments of a unit's people may be read, decided at the release.
    "CREATE TABLE comment_home (
        round_id BIGINT NOT NULL REFERENCES round (id),
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        home_id BIGINT NOT NULL REFERENCES unit (id),
        PRIMARY KEY (round_id, unit_id)) {keyed}",
    "CREATE INDEX comment_home_by_home ON comment_home (home_id, round_id)",
    "CREATE INDEX ballot_comment_by_unit ON ballot_comment (round_id, unit_id)",
    // Key of the order in which comments are read.
    "ALTER TABLE organisation ADD COLUMN comment_key {blob}",
    // Statements that the organisation asks itself, in rounds that start on these days. A changed wording is
    // a new version, a row of its own.
    "CREATE TABLE own_item (
        id {id},
        tag TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        en TEXT NOT NULL,
        nb TEXT NOT NULL,
        from_on DATE NOT NULL,
        to_on DATE,
        UNIQUE (tag, version))",
];

/// The ledger anew, because neither database can widen a check. A figure may now speak of several rounds:
/// from `since_round_id` to `round_id`.
const LEDGER: &[&str] = &[
    "CREATE TABLE ledger (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        measure TEXT NOT NULL,
        round_id BIGINT NOT NULL REFERENCES round (id),
        since_round_id BIGINT NOT NULL REFERENCES round (id),
        state TEXT NOT NULL CHECK (state IN ('published', 'below_k', 'complement', 'held', 'no_data')),
        breaks BOOLEAN NOT NULL,
        value INTEGER,
        lower INTEGER,
        upper INTEGER,
        turnout_band TEXT,
        rule_version INTEGER NOT NULL,
        params_hash TEXT NOT NULL,
        input_digest TEXT NOT NULL,
        released_on DATE NOT NULL,
        PRIMARY KEY (unit_id, measure, round_id),
        CHECK ((state IN ('published', 'held')) = (value IS NOT NULL)),
        CHECK (state IN ('published', 'held')
            OR (lower IS NULL AND upper IS NULL AND turnout_band IS NULL)))",
    "INSERT INTO ledger SELECT unit_id, measure, round_id, round_id, state, FALSE, value, lower, upper,
        turnout_band, rule_version, params_hash, input_digest, released_on FROM released_figure",
    "DROP TABLE released_figure",
    "ALTER TABLE ledger RENAME TO released_figure",
    "CREATE INDEX released_figure_by_round ON released_figure (round_id, unit_id)",
];

const SQLITE_LEDGER_TRIGGERS: &[&str] = &[
    "CREATE TRIGGER released_figure_no_update BEFORE UPDATE ON released_figure
        BEGIN SELECT RAISE(ABORT, 'the ledger is insert-only'); END",
    "CREATE TRIGGER released_figure_no_delete BEFORE DELETE ON released_figure
        BEGIN SELECT RAISE(ABORT, 'the ledger is insert-only'); END",
];

const POSTGRES_LEDGER_TRIGGERS: &[&str] =
    &["CREATE TRIGGER released_figure_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON released_figure
        FOR EACH STATEMENT EXECUTE FUNCTION released_figure_refuse()"];
