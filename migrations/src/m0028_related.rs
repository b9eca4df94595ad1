//! Cases that belong together: merged, linked, come back. A customer who comes back is found by number or address.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0028_related", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    // The case that it is part of: follows from its events.
    "ALTER TABLE complaint ADD COLUMN merged_into_id BIGINT REFERENCES complaint (id)",
    "ALTER TABLE complaint ADD COLUMN repeat_of_id BIGINT REFERENCES complaint (id)",
    "CREATE INDEX complaint_by_merger ON complaint (merged_into_id) WHERE merged_into_id IS NOT NULL",
    "CREATE INDEX complaint_by_repeat ON complaint (repeat_of_id) WHERE repeat_of_id IS NOT NULL",
    // Each pair once, the lower id first.
    "CREATE TABLE case_link (
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        other_id BIGINT NOT NULL REFERENCES complaint (id),
        PRIMARY KEY (complaint_id, other_id),
        CHECK (complaint_id < other_id)) {keyed}",
    "CREATE INDEX case_link_by_other ON case_link (other_id)",
    // Number and address as they are compared. Of customers written down earlier only what needs no reading.
    "ALTER TABLE customer ADD COLUMN phone_key TEXT",
    "ALTER TABLE customer ADD COLUMN email_key TEXT",
    "UPDATE customer SET phone_key = REPLACE(phone, ' ', '') WHERE LENGTH(REPLACE(phone, ' ', '')) = 8",
    "UPDATE customer SET email_key = LOWER(TRIM(email)) WHERE TRIM(email) <> ''",
    "CREATE INDEX customer_by_phone ON customer (phone_key) WHERE phone_key IS NOT NULL",
    "CREATE INDEX customer_by_email ON customer (email_key) WHERE email_key IS NOT NULL",
];
