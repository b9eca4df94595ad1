//! What stands beside a case: people who work here and are named in it, sealed and for a while; files.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0017_records", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // Mention and reply are sealed under a key of their own, which stands in the store of keys and ends with them.
    "CREATE TABLE named_person (
        complaint_id BIGINT PRIMARY KEY REFERENCES complaint (id),
        key_name TEXT,
        mention {blob},
        reply {blob},
        person_id BIGINT REFERENCES person (id),
        is_of_manager BOOLEAN NOT NULL,
        is_shared BOOLEAN NOT NULL DEFAULT FALSE,
        state TEXT NOT NULL CHECK (state IN ('praise', 'unverified', 'told', 'about_work', 'alone', 'conduct', 'unfounded',
            'deleted')),
        told_at {time},
        delete_on DATE NOT NULL,
        CHECK (mention IS NULL OR state NOT IN ('about_work', 'unfounded', 'deleted')))",
    "CREATE TABLE attachment (
        id {id},
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        name TEXT NOT NULL,
        type TEXT NOT NULL CHECK (type IN ('jpeg', 'png', 'pdf')),
        bytes BIGINT NOT NULL,
        sha256 {blob} NOT NULL,
        content {blob} NOT NULL,
        at {time} NOT NULL,
        UNIQUE (complaint_id, name),
        UNIQUE (complaint_id, sha256))",
    "CREATE INDEX named_person_by_day ON named_person (delete_on) WHERE mention IS NOT NULL",
    "CREATE INDEX named_person_by_person ON named_person (person_id) WHERE person_id IS NOT NULL",
];
