//! Members: customers who want to be recognised or called, and that they came back.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0029_members", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // Nobody is here without having said yes to one of the two: with the last yes the row goes. What opens the member's own
    // page is made of the nonce with a key outside the database.
    "CREATE TABLE member (
        id {id},
        number TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        phone_key TEXT,
        email_key TEXT,
        lang TEXT NOT NULL,
        recognise_on DATE,
        recognise_how TEXT CHECK (recognise_how IN ('in_person', 'phone', 'written')),
        recognise_version BIGINT,
        follow_on DATE,
        follow_how TEXT CHECK (follow_how IN ('in_person', 'phone', 'written')),
        follow_version BIGINT,
        nonce {blob} NOT NULL UNIQUE,
        joined_on DATE NOT NULL,
        CHECK (recognise_on IS NOT NULL OR follow_on IS NOT NULL),
        CHECK ((recognise_on IS NULL) = (recognise_how IS NULL)
            AND (recognise_on IS NULL) = (recognise_version IS NULL)),
        CHECK ((follow_on IS NULL) = (follow_how IS NULL) AND (follow_on IS NULL) = (follow_version IS NULL)))",
    "CREATE INDEX member_by_phone ON member (phone_key) WHERE phone_key IS NOT NULL",
    "CREATE INDEX member_by_email ON member (email_key) WHERE email_key IS NOT NULL",
    // Single visits, for thirteen months.
    "CREATE TABLE visit (
        member_id BIGINT NOT NULL REFERENCES member (id),
        day DATE NOT NULL,
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        import_id BIGINT,
        PRIMARY KEY (member_id, day, unit_id)) {keyed}",
    "CREATE INDEX visit_by_day ON visit (day, member_id)",
    "CREATE INDEX visit_by_import ON visit (import_id) WHERE import_id IS NOT NULL",
    // That somebody was in a unit in a month, and whether they came back within the days that count. Who it was, nobody
    // finds out without the key; of somebody who left it is made of nothing any more.
    "CREATE TABLE visit_month (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        month DATE NOT NULL,
        pseudonym {blob} NOT NULL,
        came_back BOOLEAN NOT NULL,
        PRIMARY KEY (unit_id, month, pseudonym)) {keyed}",
    "CREATE INDEX visit_month_by_pseudonym ON visit_month (pseudonym)",
    // Months whose visits are to be folded, as soon as it can be known who came back.
    "CREATE TABLE visit_fold (month DATE PRIMARY KEY) {keyed}",
    "ALTER TABLE complaint ADD COLUMN member_id BIGINT REFERENCES member (id)",
    "CREATE INDEX complaint_by_member ON complaint (member_id, id) WHERE member_id IS NOT NULL",
    "ALTER TABLE follow_up ADD COLUMN member_id BIGINT REFERENCES member (id)",
    "CREATE INDEX follow_up_by_member ON follow_up (member_id) WHERE member_id IS NOT NULL",
];
