//! Cases: what happened to a complaint as events that nobody changes, texts apart from them, promises in working time.
//!
//! The steps that a case had so far become events; their notes become notes.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema = Schema {
    name: "m0012_cases",
    statements: &[COLUMNS, TABLES, TAKEN_ALONG],
    sqlite: SQLITE,
    postgres: POSTGRES,
};

const COLUMNS: &[&str] = &[
    "ALTER TABLE complaint ADD COLUMN kind TEXT NOT NULL DEFAULT 'complaint'
        CHECK (kind IN ('complaint', 'compliment', 'comment'))",
    // Whether it counts in the complaint rate. Whatever changes it changes the roll-up in the same transaction.
    "ALTER TABLE complaint ADD COLUMN counts BOOLEAN NOT NULL DEFAULT TRUE",
    // The units it was added up to: of older ones they follow from the tree of the day.
    "ALTER TABLE complaint ADD COLUMN path_id BIGINT",
    // Who has it, when that is another unit than the one where it happened.
    "ALTER TABLE complaint ADD COLUMN holder_unit_id BIGINT REFERENCES unit (id)",
    "ALTER TABLE complaint ADD COLUMN assignee_id BIGINT REFERENCES account (id)",
    // The number of its last event.
    "ALTER TABLE complaint ADD COLUMN version BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE complaint ADD COLUMN close_reason TEXT",
    "ALTER TABLE complaint ADD COLUMN put_right TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE complaint ADD COLUMN lang TEXT",
    // SHA-256 of the form's token: the same form sent again is the same case.
    "ALTER TABLE complaint ADD COLUMN form_hash {blob}",
    "ALTER TABLE complaint ADD COLUMN answered_at {time}",
    "ALTER TABLE complaint ADD COLUMN closed_at {time}",
    // Copies of what its clocks say, for the list.
    "ALTER TABLE complaint ADD COLUMN next_due_at {time}",
    "ALTER TABLE complaint ADD COLUMN next_warn_at {time}",
    "ALTER TABLE complaint ADD COLUMN next_late_at {time}",
    "ALTER TABLE complaint ADD COLUMN is_paused BOOLEAN NOT NULL DEFAULT FALSE",
    // Whether its clocks have been reckoned; of cases that were open before there were clocks, a job does it.
    "ALTER TABLE complaint ADD COLUMN is_clocked BOOLEAN NOT NULL DEFAULT FALSE",
    "CREATE UNIQUE INDEX complaint_by_form ON complaint (form_hash) WHERE form_hash IS NOT NULL",
    "CREATE INDEX complaint_by_holder ON complaint (holder_unit_id, stage) WHERE holder_unit_id IS NOT NULL",
    "CREATE INDEX complaint_by_answer ON complaint (answered_at) WHERE answered_at IS NOT NULL",
    "CREATE INDEX complaint_by_kind ON complaint (kind, received_at) WHERE kind <> 'complaint'",
    "CREATE INDEX complaint_by_severity ON complaint (severity, stage, received_at)
        WHERE severity IN ('high', 'safety', 'discrimination')",
];

const TABLES: &[&str] = &[
    // A unit with all above it, as they were when something of it was counted.
    "CREATE TABLE voice_path (
        id {id},
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        above TEXT NOT NULL,
        UNIQUE (unit_id, above))",
    "CREATE TABLE case_event (
        id {id},
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        version BIGINT NOT NULL,
        event TEXT NOT NULL,
        at {time} NOT NULL,
        role TEXT NOT NULL,
        team_id BIGINT REFERENCES unit (id),
        data TEXT NOT NULL,
        text_id BIGINT,
        UNIQUE (complaint_id, version))",
    "CREATE TABLE case_note (
        id {id},
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        text TEXT NOT NULL)",
    "CREATE INDEX case_note_by_complaint ON case_note (complaint_id)",
    "CREATE TABLE case_message (
        id {id},
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
        how TEXT NOT NULL,
        text TEXT NOT NULL,
        sent_at {time} NOT NULL)",
    "CREATE INDEX case_message_by_complaint ON case_message (complaint_id)",
    "CREATE TABLE case_issue (
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        category TEXT NOT NULL,
        outcome TEXT CHECK (outcome IN ('upheld', 'not_upheld')),
        PRIMARY KEY (complaint_id, category)) {keyed}",
    // By the number of the event that it belongs to: a case that was reopened has another answer.
    "CREATE TABLE apology (
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        version BIGINT NOT NULL,
        is_given BOOLEAN NOT NULL,
        how TEXT,
        reason_not TEXT NOT NULL,
        at {time} NOT NULL,
        PRIMARY KEY (complaint_id, version)) {keyed}",
    "CREATE TABLE remedy (
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        version BIGINT NOT NULL,
        type TEXT NOT NULL,
        cost_minor BIGINT CHECK (cost_minor >= 0),
        done_on DATE NOT NULL,
        PRIMARY KEY (complaint_id, version)) {keyed}",
    "CREATE TABLE customer (
        complaint_id BIGINT PRIMARY KEY REFERENCES complaint (id),
        name TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        delete_on DATE NOT NULL)",
    "CREATE INDEX customer_by_day ON customer (delete_on)",
    "CREATE INDEX apology_by_time ON apology (at)",
    // What a person has begun to write: one text an act, kept apart from what others write.
    "CREATE TABLE case_draft (
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        account_id BIGINT NOT NULL REFERENCES account (id),
        text TEXT NOT NULL,
        seen_version BIGINT NOT NULL,
        at {time} NOT NULL,
        PRIMARY KEY (complaint_id, account_id)) {keyed}",
    "CREATE INDEX case_draft_by_age ON case_draft (at)",
    // Derived from the events, written anew with each of them.
    "CREATE TABLE case_clock (
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        kind TEXT NOT NULL,
        run BIGINT NOT NULL,
        calendar_unit_id BIGINT NOT NULL REFERENCES unit (id),
        started_at {time} NOT NULL,
        budget_s BIGINT,
        warn_at {time},
        due_at {time},
        late_at {time},
        stopped_at {time},
        elapsed_s BIGINT NOT NULL,
        is_late BOOLEAN NOT NULL,
        warned_at {time},
        late_noted_at {time},
        PRIMARY KEY (complaint_id, kind, run)) {keyed}",
    "CREATE INDEX case_clock_to_warn ON case_clock (warn_at) WHERE warned_at IS NULL AND stopped_at IS NULL",
    "CREATE INDEX case_clock_to_note ON case_clock (late_at) WHERE late_noted_at IS NULL AND stopped_at IS NULL",
    "CREATE INDEX case_clock_by_end ON case_clock (stopped_at) WHERE stopped_at IS NOT NULL",
    "CREATE TABLE case_clock_share (
        complaint_id BIGINT NOT NULL REFERENCES complaint (id),
        kind TEXT NOT NULL,
        run BIGINT NOT NULL,
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        seconds BIGINT NOT NULL,
        PRIMARY KEY (complaint_id, kind, run, unit_id)) {keyed}",
];

const TAKEN_ALONG: &[&str] = &[
    "INSERT INTO case_note (id, complaint_id, text)
     SELECT id, complaint_id, note FROM case_step WHERE note <> '' ORDER BY id",
    "INSERT INTO case_event (complaint_id, version, event, at, role, data, text_id)
     SELECT complaint_id, ROW_NUMBER() OVER (PARTITION BY complaint_id ORDER BY id), COALESCE(stage, 'noted'), at, role,
         '{}', CASE WHEN note <> '' THEN id END
     FROM case_step ORDER BY id",
    "UPDATE complaint SET
         version = (SELECT COUNT(*) FROM case_step WHERE complaint_id = complaint.id),
         answered_at = CASE WHEN stage IN ('answered', 'closed') THEN
             (SELECT MAX(at) FROM case_step WHERE complaint_id = complaint.id AND case_step.stage = 'answered') END,
         closed_at = CASE WHEN stage = 'closed' THEN
             (SELECT MAX(at) FROM case_step WHERE complaint_id = complaint.id AND case_step.stage = 'closed') END
     WHERE id IN (SELECT complaint_id FROM case_step)",
    "DROP TABLE case_step",
];

const SQLITE: &[&str] = &[
    "CREATE TRIGGER case_event_no_update BEFORE UPDATE ON case_event
        BEGIN SELECT RAISE(ABORT, 'what happened to a case is not changed'); END",
    "CREATE TRIGGER case_event_no_delete BEFORE DELETE ON case_event
        BEGIN SELECT RAISE(ABORT, 'what happened to a case is not removed'); END",
];

const POSTGRES: &[&str] = &[
    "CREATE FUNCTION refuse_case_event_change() RETURNS TRIGGER LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'what happened to a case is not changed'; END $$",
    "CREATE TRIGGER case_event_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_event
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_case_event_change()",
    "SELECT setval(pg_get_serial_sequence('case_note', 'id'),
    (SELECT COALESCE(MAX(id), 0) + 1 FROM case_note), FALSE)",
];

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use sea_orm_migration::{
        MigratorTrait,
        sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement},
    };

    use crate::Migrator;

    async fn number(db: &DatabaseConnection, sql: &str) -> i64 {
        let statement = Statement::from_string(db.get_database_backend(), format!("SELECT ({sql}) AS n"));
        db.query_one_raw(statement).await.unwrap().unwrap().try_get_by("n").unwrap()
    }

    #[tokio::test]
    async fn the_steps_and_notes_of_an_earlier_version_come_along() {
        let db = Database::connect("sqlite::memory:").await.unwrap();
        Migrator::up(&db, Some(11)).await.unwrap();
        for statement in [
            "INSERT INTO unit (id, parent_id, kind, name, external_id) VALUES (1, NULL, 'organisation', 'All', 'ROOT')",
            "INSERT INTO complaint (id, reference, unit_id, category, channel, severity, what, happened_on, received_at,
                 stage) VALUES
             (7, 'K-7', 1, 'price', 'phone', 'normal', 'Dear', '2026-07-06', '2026-07-06 10:00:00+00:00', 'answered'),
             (8, 'K-8', 1, 'price', 'phone', 'normal', 'From elsewhere', '2026-07-06', '2026-07-06 10:00:00+00:00', 'closed')",
            "INSERT INTO case_step (complaint_id, stage, at, role, note) VALUES
             (7, 'received', '2026-07-06 10:00:00+00:00', 'service', ''),
             (7, NULL, '2026-07-06 11:00:00+00:00', 'manager', 'Called back'),
             (7, 'answered', '2026-07-07 10:00:00+00:00', 'service', 'Refunded')",
        ] {
            db.execute_unprepared(statement).await.unwrap();
        }
        Migrator::up(&db, None).await.unwrap();
        for (sql, expected) in [
            ("SELECT version FROM complaint WHERE id = 7", 3),
            ("SELECT version FROM complaint WHERE id = 8", 0),
            ("SELECT COUNT(*) FROM complaint WHERE counts AND kind = 'complaint'", 2),
            ("SELECT COUNT(*) FROM complaint WHERE answered_at IS NOT NULL", 1),
            ("SELECT COUNT(*) FROM case_event WHERE event = 'noted' AND version = 2 AND role = 'manager'", 1),
            (
                "SELECT COUNT(*) FROM case_event JOIN case_note ON case_note.id = text_id
                 WHERE event = 'answered' AND text = 'Refunded'",
                1,
            ),
            ("SELECT COUNT(*) FROM case_event WHERE text_id IS NULL", 1),
        ] {
            assert_eq!(number(&db, sql).await, expected, "{sql}");
        }
    }
}
