//! Accounts with states, second factors and links; units with a dated history; mail; audit log.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema = Schema {
    name: "m0002_accounts",
    statements: &[TABLES],
    sqlite: SQLITE_AUDIT_TRIGGERS,
    postgres: POSTGRES_AUDIT_TRIGGERS,
};

const TABLES: &[&str] = &[
    // Units. What a unit is called and where it hangs stands in `unit`; what it was, in `unit_change`:
    // each row keeps the values from before, so that the tree of any earlier day can be worked out.
    "ALTER TABLE unit ADD COLUMN opened_on DATE",
    "ALTER TABLE unit ADD COLUMN closed_on DATE",
    "CREATE TABLE unit_change (
        id {id},
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        on_day DATE NOT NULL,
        change TEXT NOT NULL CHECK (change IN ('opened', 'renamed', 'moved', 'closed', 'merged')),
        old_name TEXT,
        old_parent_id BIGINT REFERENCES unit (id),
        into_id BIGINT REFERENCES unit (id),
        account_id BIGINT REFERENCES account (id))",
    "CREATE INDEX unit_change_by_unit ON unit_change (unit_id, on_day)",
    "CREATE INDEX roster_by_unit ON roster (unit_id, from_on)",
    "ALTER TABLE person ADD COLUMN left_on DATE",
    // Accounts. `login` is what a person types to sign in: the e-mail address or the employee number, in
    // lower case. `email` is where mail goes. A password hash of '!' fits no password.
    "ALTER TABLE account RENAME COLUMN email TO login",
    "ALTER TABLE account ADD COLUMN email TEXT",
    "UPDATE account SET email = login WHERE login LIKE '%@%'",
    "ALTER TABLE account ADD COLUMN state TEXT NOT NULL DEFAULT 'active'
        CHECK (state IN ('new', 'invited', 'active', 'locked', 'left'))",
    "ALTER TABLE account ADD COLUMN totp_secret {blob}",
    // A code is taken once: the time step of the last one taken.
    "ALTER TABLE account ADD COLUMN totp_step BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE account ADD COLUMN has_second_factor BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE account ADD COLUMN lang TEXT",
    "ALTER TABLE account ADD COLUMN theme TEXT",
    "CREATE INDEX account_by_state ON account (state)",
    "CREATE TABLE recovery_code (
        account_id BIGINT NOT NULL REFERENCES account (id),
        code_hash {blob} NOT NULL,
        PRIMARY KEY (account_id, code_hash))",
    // Links and printed codes that let somebody set a password, once. Only hashes are stored.
    "CREATE TABLE account_token (
        token_hash {blob} PRIMARY KEY,
        account_id BIGINT NOT NULL REFERENCES account (id),
        purpose TEXT NOT NULL CHECK (purpose IN ('invite', 'reset')),
        expires_at {time} NOT NULL)",
    "CREATE INDEX account_token_by_account ON account_token (account_id, purpose)",
    // A session is `full`, or waits for the code of the second factor. Whether one has to be set up first
    // follows from the roles, at each request; who came through a provider showed its second factor.
    "ALTER TABLE session ADD COLUMN state TEXT NOT NULL DEFAULT 'full'
        CHECK (state IN ('full', 'needs_code'))",
    "ALTER TABLE session ADD COLUMN is_by_provider BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE session ADD COLUMN proven_at {time}",
    "ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT ''",
    // Sign-in through a provider: the pair of issuer and subject is the key, never an e-mail address.
    "CREATE TABLE oidc_identity (
        issuer TEXT NOT NULL,
        subject TEXT NOT NULL,
        account_id BIGINT NOT NULL REFERENCES account (id),
        PRIMARY KEY (issuer, subject))",
    "CREATE INDEX oidc_identity_by_account ON oidc_identity (account_id)",
    "CREATE TABLE oidc_flow (
        state_hash {blob} PRIMARY KEY,
        nonce TEXT NOT NULL,
        verifier TEXT NOT NULL,
        next TEXT NOT NULL,
        created_at {time} NOT NULL)",
    // Mail to send. No text is stored: it is written when it is sent, and the link in it is made then.
    // A row without an account is written for an unknown address, so that both take the same time.
    "CREATE TABLE mail (
        id {id},
        kind TEXT NOT NULL,
        account_id BIGINT REFERENCES account (id),
        state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed')),
        attempts INTEGER NOT NULL,
        due_at {time} NOT NULL,
        created_at {time} NOT NULL)",
    "CREATE INDEX mail_by_state ON mail (state, due_at)",
    // The audit log: each row carries the hash of the one before. The time is text, so that the same
    // bytes are hashed on both databases.
    "CREATE TABLE audit (
        id BIGINT PRIMARY KEY CHECK (id > 0),
        at TEXT NOT NULL,
        account_id BIGINT,
        event TEXT NOT NULL,
        unit_id BIGINT,
        subject_id BIGINT,
        detail TEXT NOT NULL,
        previous {blob} NOT NULL,
        hash {blob} NOT NULL)",
    "CREATE INDEX audit_by_subject ON audit (subject_id, id)",
    "CREATE INDEX audit_by_account ON audit (account_id, id)",
    "CREATE INDEX audit_by_event ON audit (event, id)",
];

const SQLITE_AUDIT_TRIGGERS: &[&str] = &[
    "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is insert-only'); END",
    "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is insert-only'); END",
];

const POSTGRES_AUDIT_TRIGGERS: &[&str] = &[
    "CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the audit log is insert-only'; END $$",
    "CREATE TRIGGER audit_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
];
