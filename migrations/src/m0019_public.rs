//! The customer's own side: codes of places, receipts, what is held back.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0019_public", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // Several a unit, so that a card tells the place. A code that was revoked leads nowhere and is never given again.
    "CREATE TABLE card_code (
        id {id},
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        code TEXT NOT NULL UNIQUE,
        place TEXT NOT NULL,
        made_on DATE NOT NULL,
        revoked_on DATE)",
    "CREATE INDEX card_code_by_unit ON card_code (unit_id) WHERE revoked_on IS NULL",
    // The number that customers may call; where a unit has none, that of the nearest one above.
    "CREATE TABLE unit_phone (
        unit_id BIGINT PRIMARY KEY REFERENCES unit (id),
        phone TEXT NOT NULL)",
    // What opens a case for whoever left it: a keyed hash, and how often something else was tried. Nothing tells who.
    "CREATE TABLE receipt (
        reference TEXT PRIMARY KEY,
        secret {blob},
        wrong BIGINT NOT NULL DEFAULT 0,
        closed_until {time}) {keyed}",
    // Whoever tries a reference that there is not tries this row: both take as long.
    "INSERT INTO receipt (reference) VALUES ('')",
    // Cards that came too fast or with the same text, decided together.
    "CREATE TABLE burst (
        id {id},
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        why TEXT NOT NULL CHECK (why IN ('many', 'same')),
        mark {blob},
        began_at {time} NOT NULL,
        last_at {time} NOT NULL,
        cards BIGINT NOT NULL,
        decision TEXT CHECK (decision IN ('real', 'not_real')),
        decided_at {time},
        is_done BOOLEAN NOT NULL DEFAULT FALSE)",
    "CREATE INDEX burst_open ON burst (unit_id) WHERE NOT is_done",
    "CREATE INDEX burst_by_decision ON burst (unit_id, decided_at) WHERE decision = 'real'",
    // A keyed hash of a text, kept for a day, to know it again.
    "CREATE TABLE card_mark (
        complaint_id BIGINT PRIMARY KEY REFERENCES complaint (id),
        unit_id BIGINT NOT NULL,
        mark {blob} NOT NULL,
        at {time} NOT NULL)",
    "CREATE INDEX card_mark_by_unit ON card_mark (unit_id, mark)",
    "CREATE INDEX card_mark_by_time ON card_mark (at)",
    // Where it came from, when a customer sent it.
    "ALTER TABLE complaint ADD COLUMN source TEXT CHECK (source IN ('card', 'form'))",
    "ALTER TABLE complaint ADD COLUMN card_code_id BIGINT REFERENCES card_code (id)",
    "ALTER TABLE complaint ADD COLUMN burst_id BIGINT REFERENCES burst (id)",
    "ALTER TABLE complaint ADD COLUMN in_burst BOOLEAN NOT NULL DEFAULT FALSE",
    "CREATE INDEX complaint_by_source ON complaint (unit_id, received_at) WHERE source IS NOT NULL",
    "CREATE INDEX complaint_by_code ON complaint (card_code_id) WHERE card_code_id IS NOT NULL",
    "CREATE INDEX complaint_in_burst ON complaint (burst_id, id) WHERE in_burst",
];
