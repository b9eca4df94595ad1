//! The sealed ballot box: used votes as marks, ballots as sealed boxes, keys by name, comments at their home.
//!
//! What older versions kept in the clear stays where it is until the program, which has the keys, starts: it seals
//! what still counts and deletes the rest. The tables themselves stay, empty.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0009_sealed", statements: &[STATEMENTS], sqlite: SQLITE, postgres: POSTGRES };

const STATEMENTS: &[&str] = &[
    // Keys of rounds and quarters that are not over: a name under which the secret half stands in the store of
    // keys, outside the database. A round's public half is here, so that every instance can take a ballot.
    "CREATE TABLE box_key (
        name TEXT NOT NULL PRIMARY KEY,
        round_id BIGINT UNIQUE REFERENCES round (id),
        quarter DATE UNIQUE,
        public_key {blob},
        CHECK ((round_id IS NULL) = (quarter IS NOT NULL)),
        CHECK ((round_id IS NULL) = (public_key IS NULL)))",
    // Secret halves for those who keep them in the database, each sealed under a secret that is elsewhere.
    "CREATE TABLE wrapped_key (
        name TEXT NOT NULL PRIMARY KEY,
        wrapped {blob} NOT NULL) {keyed}",
    // That a vote is used: two keyed hashes, of who and of the form. Without the quarter's key nobody can tell
    // whose it is. Every row has the same size.
    "CREATE TABLE used_vote (
        round_id BIGINT NOT NULL REFERENCES round (id),
        mark {blob} NOT NULL,
        form {blob} NOT NULL,
        PRIMARY KEY (round_id, mark)) {keyed}",
    // A ballot, sealed to its round's key. Every row has the same size.
    "CREATE TABLE sealed_ballot (
        id {blob} NOT NULL PRIMARY KEY,
        round_id BIGINT NOT NULL REFERENCES round (id),
        box {blob} NOT NULL) {keyed}",
    "CREATE INDEX sealed_ballot_by_round ON sealed_ballot (round_id, id)",
    // Counts of a released round that a longer window of its quarter still needs, sealed under the quarter's key.
    "CREATE TABLE kept_counts (
        round_id BIGINT PRIMARY KEY REFERENCES round (id),
        box {blob} NOT NULL)",
    // What an older version had counted in the clear when a round that is not released was taken over, sealed to the
    // round's key.
    "CREATE TABLE carried_counts (
        id {blob} NOT NULL PRIMARY KEY,
        round_id BIGINT NOT NULL REFERENCES round (id),
        box {blob} NOT NULL) {keyed}",
    // Boxes of a round that did not open at its release.
    "ALTER TABLE round ADD COLUMN unopened BIGINT NOT NULL DEFAULT 0",
    // A code stays in the table when a newer sheet ends it. Whether it was used, no row tells any more.
    "ALTER TABLE kiosk_code ADD COLUMN is_revoked BOOLEAN NOT NULL DEFAULT FALSE",
    // A sheet of codes that was asked for: who did, and who has released it. Whoever prints it takes the row along.
    "CREATE TABLE code_sheet (
        round_id BIGINT NOT NULL REFERENCES round (id),
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        asked_by BIGINT NOT NULL,
        released_by BIGINT,
        PRIMARY KEY (round_id, unit_id),
        CHECK (released_by <> asked_by)) {keyed}",
    // Comments, each at the one unit that the release chose for it. Those without a home are gone.
    "CREATE TABLE released_comment (
        id {blob} NOT NULL PRIMARY KEY,
        round_id BIGINT NOT NULL REFERENCES round (id),
        home_id BIGINT NOT NULL REFERENCES unit (id),
        text TEXT NOT NULL) {keyed}",
    "INSERT INTO released_comment (id, round_id, home_id, text)
        SELECT ballot_comment.id, ballot_comment.round_id, comment_home.home_id, ballot_comment.text
        FROM ballot_comment
        JOIN round ON round.id = ballot_comment.round_id AND round.state = 'released'
        JOIN comment_home ON comment_home.round_id = ballot_comment.round_id
            AND comment_home.unit_id = ballot_comment.unit_id
        ORDER BY ballot_comment.id",
    "DELETE FROM ballot_comment WHERE round_id IN (SELECT id FROM round WHERE state = 'released')",
    "CREATE INDEX released_comment_by_home ON released_comment (home_id, round_id)",
    "DROP TABLE comment_home",
    // What locks the things that somebody's own device keeps: of it each account's key is made.
    "CREATE TABLE device_secret (
        id BIGINT PRIMARY KEY CHECK (id = 1),
        secret {blob} NOT NULL)",
    // There is one reminder now, on the fifth day.
    "DELETE FROM mail WHERE kind = 'check-in-last'",
];

/// A box fits on a page: kept aside from its row it would be numbered in the order of arrival. And what looks over
/// tables for the planner keeps samples of their values, which would outlive the rows.
const POSTGRES: &[&str] = &[
    "INSERT INTO device_secret (id, secret)
        VALUES (1, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'))",
    "ALTER TABLE sealed_ballot ALTER COLUMN box SET STORAGE PLAIN",
    "ALTER TABLE sealed_ballot ALTER COLUMN box SET STATISTICS 0, ALTER COLUMN id SET STATISTICS 0",
    "ALTER TABLE used_vote ALTER COLUMN mark SET STATISTICS 0, ALTER COLUMN form SET STATISTICS 0",
    "ALTER TABLE kept_counts ALTER COLUMN box SET STATISTICS 0",
    "ALTER TABLE carried_counts ALTER COLUMN box SET STATISTICS 0, ALTER COLUMN id SET STATISTICS 0",
];

const SQLITE: &[&str] = &["INSERT INTO device_secret (id, secret) VALUES (1, randomblob(32))"];
