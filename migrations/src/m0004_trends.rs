//! What people write beside the figures: notes on the time axis and agreed actions; and how far the link has come.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0004_trends", statements: &[TABLES], sqlite: &[], postgres: &[] };

const TABLES: &[&str] = &[
    // Dated notes that charts of the unit and of all below it show. What a competitor does better or worse
    // has a topic and both sides. From a baseline on, usual ranges are computed anew.
    "CREATE TABLE annotation (
        id {id},
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        kind TEXT NOT NULL CHECK (kind IN ('event', 'campaign', 'competitor')),
        starts_on DATE NOT NULL,
        ends_on DATE,
        label TEXT NOT NULL,
        detail TEXT NOT NULL,
        topic TEXT CHECK (topic IN ('price', 'service', 'range', 'hours', 'returns')),
        ours TEXT NOT NULL DEFAULT '',
        theirs TEXT NOT NULL DEFAULT '',
        is_baseline BOOLEAN NOT NULL DEFAULT FALSE,
        CHECK (ends_on IS NULL OR ends_on >= starts_on),
        CHECK ((kind = 'competitor') = (topic IS NOT NULL)))",
    "CREATE INDEX annotation_by_unit ON annotation (unit_id, starts_on)",
    // What a team tries. It has an owner by role, never by name: an action is not an assessment of a person.
    "CREATE TABLE agreed_action (
        id {id},
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        driver TEXT NOT NULL,
        what TEXT NOT NULL,
        owner TEXT NOT NULL,
        starts_on DATE NOT NULL,
        review_on DATE NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'changed', 'stopped')),
        outcome TEXT NOT NULL DEFAULT '',
        closed_on DATE,
        reminded_on DATE,
        reminders INTEGER NOT NULL DEFAULT 0,
        CHECK (review_on > starts_on),
        CHECK ((state = 'open') = (closed_on IS NULL)))",
    "CREATE INDEX agreed_action_by_unit ON agreed_action (unit_id, starts_on)",
    "CREATE INDEX agreed_action_by_review ON agreed_action (state, review_on)",
    // The link of a version of the data: how far it is, and until when nobody else begins. Whoever begins takes
    // the next turn; who finds another turn there has been overtaken.
    "CREATE TABLE link_run (
        id BIGINT PRIMARY KEY CHECK (id = 1),
        data_version BIGINT NOT NULL,
        done BIGINT NOT NULL,
        total BIGINT NOT NULL,
        turn BIGINT NOT NULL,
        claimed_until {time} NOT NULL)",
    // What the newest figures of each unit say beside its own usual level, and the last points for a small
    // chart: reckoned from ledger and roll-up when these change, so that a list of units costs a row each.
    // `changes`, in the row of the complaints, counts what was added to the roll-up since.
    "CREATE TABLE unit_signal (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        measure TEXT NOT NULL CHECK (measure IN ('strain', 'satisfaction', 'complaints')),
        state TEXT NOT NULL CHECK (state IN ('concern', 'better', 'none')),
        resolution TEXT NOT NULL,
        since DATE,
        latest DATE,
        value DOUBLE PRECISION,
        usual DOUBLE PRECISION,
        points TEXT NOT NULL,
        data_version BIGINT NOT NULL,
        reckoned_on DATE NOT NULL,
        changes BIGINT NOT NULL DEFAULT 0,
        PRIMARY KEY (unit_id, measure),
        CHECK ((state = 'none') = (since IS NULL)),
        CHECK ((value IS NULL) = (latest IS NULL))) {keyed}",
    "CREATE INDEX unit_signal_by_state ON unit_signal (state, unit_id)",
    // Until when nobody else begins to reckon signals.
    "CREATE TABLE signal_run (
        id BIGINT PRIMARY KEY CHECK (id = 1),
        claimed_until {time} NOT NULL)",
    // What the link says about a unit, in a word, and since when; the day is unknown of a unit's first result.
    "CREATE TABLE link_verdict (
        unit_id BIGINT PRIMARY KEY REFERENCES unit (id),
        verdict TEXT NOT NULL,
        since DATE)",
    // How each driver goes together with satisfaction across the teams of a unit, computed from the ledger in
    // the background, as the link is.
    "CREATE TABLE driver_result (
        unit_id BIGINT PRIMARY KEY REFERENCES unit (id),
        data_version BIGINT NOT NULL,
        associations TEXT NOT NULL)",
    // The study is all that the link page shows; the report alone is what the card needs. Results of before
    // lack it, so they are computed anew.
    "DROP TABLE link_result",
    "CREATE TABLE link_result (
        unit_id BIGINT PRIMARY KEY REFERENCES unit (id),
        data_version BIGINT NOT NULL,
        computed_at {time} NOT NULL,
        report TEXT NOT NULL,
        study TEXT NOT NULL)",
];
