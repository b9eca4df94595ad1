//! Surveys and follow-ups: what customers are asked after a visit, a purchase or a case.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0021_surveys", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // That the customer of a closed case is asked how it went, once a run. What opens the survey is made of the nonce with
    // a key outside the database.
    "CREATE TABLE survey (
        id {id},
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        run BIGINT NOT NULL,
        nonce {blob} NOT NULL UNIQUE,
        ends_on DATE NOT NULL,
        is_used BOOLEAN NOT NULL DEFAULT FALSE,
        mail TEXT NOT NULL CHECK (mail IN ('none', 'waiting', 'sent', 'failed')),
        mail_due_at {time} NOT NULL,
        attempts BIGINT NOT NULL DEFAULT 0,
        UNIQUE (complaint_id, run))",
    "CREATE INDEX survey_to_send ON survey (mail_due_at) WHERE mail = 'waiting'",
    // Answers are counts of a unit's month: nothing tells whose, of which case, or when.
    "CREATE TABLE survey_answer (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        month DATE NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('closed', 'visit', 'call')),
        question TEXT NOT NULL
            CHECK (question IN ('satisfaction', 'recommendation', 'effort', 'fair', 'fast', 'apology')),
        value BIGINT NOT NULL CHECK (value BETWEEN 0 AND 10),
        n BIGINT NOT NULL CHECK (n > 0),
        PRIMARY KEY (unit_id, month, kind, question, value)) {keyed}",
    // A keyed hash of a form that was sent, kept for two days: sent again, it counts no second time.
    "CREATE TABLE survey_mark (
        mark {blob} PRIMARY KEY,
        day DATE NOT NULL) {keyed}",
    // Whom to call or write to, as long as that is to be done; then only that it was done, and what came of it.
    "CREATE TABLE follow_up (
        id {id},
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        reason TEXT NOT NULL CHECK (reason IN ('purchase', 'case')),
        complaint_id BIGINT REFERENCES complaint (id),
        about TEXT NOT NULL,
        customer_name TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        lang TEXT NOT NULL,
        consent_on DATE NOT NULL,
        consent_how TEXT NOT NULL CHECK (consent_how IN ('in_person', 'phone', 'written')),
        consent_version BIGINT NOT NULL,
        nonce {blob} NOT NULL UNIQUE,
        due_on DATE NOT NULL,
        attempts BIGINT NOT NULL DEFAULT 0,
        outcome TEXT
            CHECK (outcome IN ('content', 'partly', 'not_content', 'no_answer', 'declined', 'wrong_number')),
        done_on DATE)",
    "CREATE INDEX follow_up_open ON follow_up (unit_id, due_on) WHERE outcome IS NULL",
    "CREATE INDEX follow_up_done ON follow_up (done_on) WHERE outcome IS NOT NULL",
    "CREATE INDEX follow_up_by_case ON follow_up (complaint_id) WHERE complaint_id IS NOT NULL",
];
