//! All units' packs of a quarter in one file: how far the making of it is, and how a taking-out ended.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0033_all_packs", statements: &[STATEMENTS], sqlite: &[], postgres: &[] };

const STATEMENTS: &[&str] = &[
    "CREATE TABLE pack_export (
        id TEXT PRIMARY KEY,
        account_id BIGINT NOT NULL REFERENCES account (id),
        quarter DATE NOT NULL,
        version BIGINT,
        lang TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('ready', 'waiting', 'running', 'complete', 'cancelled', 'failed')),
        total BIGINT NOT NULL,
        done BIGINT NOT NULL DEFAULT 0,
        asked_at {time} NOT NULL,
        began_at {time},
        seen_at {time} NOT NULL)",
    // A file that was not made to its end has gone out in part; nobody can show it as one of ours.
    "ALTER TABLE export_log ADD COLUMN state TEXT NOT NULL DEFAULT 'complete'
        CHECK (state IN ('complete', 'cancelled', 'failed'))",
];
