//! What holds for the cases of a unit: opening hours, in which promises to customers are counted, the wording of letters,
//! what is still to be done, and for how long texts are kept.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0016_hours", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // Ordinary hours from a day on. Without a week those of the nearest unit above hold from then on.
    "CREATE TABLE calendar (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        from_on DATE NOT NULL,
        timezone TEXT,
        week TEXT,
        holidays TEXT CHECK (holidays IN ('NO', 'none')),
        half_days TEXT,
        PRIMARY KEY (unit_id, from_on),
        CHECK ((week IS NULL) = (timezone IS NULL) AND (week IS NULL) = (holidays IS NULL)
            AND (week IS NULL) = (half_days IS NULL))) {keyed}",
    // A day with other hours; none are a closed day. It holds for the unit and what is below it.
    "CREATE TABLE calendar_exception (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        day DATE NOT NULL,
        intervals TEXT NOT NULL,
        PRIMARY KEY (unit_id, day)) {keyed}",
    // By which hours a run was reckoned: one that runs is reckoned anew by others, one that ended keeps its figures.
    "ALTER TABLE case_clock ADD COLUMN calendar_hash TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX case_clock_running ON case_clock (calendar_unit_id, calendar_hash) WHERE stopped_at IS NULL",
    // The wording of a letter, with its places; where a unit keeps none, that of the nearest one above.
    "CREATE TABLE template (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        kind TEXT NOT NULL,
        lang TEXT NOT NULL CHECK (lang IN ('en', 'nb')),
        text TEXT NOT NULL,
        PRIMARY KEY (unit_id, kind, lang)) {keyed}",
    // Where a refused customer may turn next, and for how long something of a case is kept.
    "ALTER TABLE organisation ADD COLUMN turn_en TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE organisation ADD COLUMN turn_nb TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE organisation ADD COLUMN turn_address TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE organisation ADD COLUMN keep_months BIGINT NOT NULL DEFAULT 24 CHECK (keep_months BETWEEN 1 AND 120)",
    "ALTER TABLE organisation ADD COLUMN draft_days BIGINT NOT NULL DEFAULT 30 CHECK (draft_days BETWEEN 1 AND 365)",
    "ALTER TABLE complaint ADD COLUMN erased_on DATE",
    "CREATE INDEX complaint_to_erase ON complaint (received_at) WHERE erased_on IS NULL AND stage IN ('answered', 'closed')",
    // What was deleted, in numbers; whether nothing of it is left in the file.
    "CREATE TABLE removal (
        id {id},
        at {time} NOT NULL,
        cases BIGINT NOT NULL,
        texts BIGINT NOT NULL,
        contacts BIGINT NOT NULL,
        drafts BIGINT NOT NULL,
        is_scrubbed BOOLEAN NOT NULL)",
    // The answer goes out when it is known; what is still to be done stays here until it is.
    "CREATE TABLE open_action (
        id {id},
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        what TEXT NOT NULL,
        due_on DATE NOT NULL,
        done_on DATE,
        handed_to TEXT)",
    "CREATE INDEX open_action_by_complaint ON open_action (complaint_id)",
    "ALTER TABLE case_issue ADD COLUMN cause TEXT",
    // Whether somebody who looks after cases wants the letter of the morning, and when the last one was put into the post.
    "ALTER TABLE account ADD COLUMN wants_digest BOOLEAN NOT NULL DEFAULT TRUE",
    "ALTER TABLE account ADD COLUMN digest_on DATE",
    // The list of what is done goes back in time.
    "CREATE INDEX complaint_by_receipt ON complaint (received_at, id)",
];
