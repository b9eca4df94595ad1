//! Documentation of the psychosocial working environment: versions that nobody changes, meetings, readings.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::dialect;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0025_hse"
    }
}

/// Tables of which nothing is changed or removed.
const INSERT_ONLY: [&str; 5] = ["hse_document", "hse_version", "hse_row", "hse_meeting", "hse_reading"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let backend = db.get_database_backend();
        let mut statements: Vec<String> = STATEMENTS.iter().map(|own| (*own).to_owned()).collect();
        if backend == DbBackend::Postgres {
            statements.push(
                "CREATE FUNCTION hse_refuse() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'what was written stays as it is'; END $$"
                    .to_owned(),
            );
        }
        for table in INSERT_ONLY {
            if backend == DbBackend::Postgres {
                statements.push(format!(
                    "CREATE TRIGGER {table}_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
                        FOR EACH STATEMENT EXECUTE FUNCTION hse_refuse()"
                ));
                continue;
            }
            for act in ["UPDATE", "DELETE"] {
                statements.push(format!(
                    "CREATE TRIGGER {table}_no_{} BEFORE {act} ON {table}
                        BEGIN SELECT RAISE(ABORT, 'what was written stays as it is'); END",
                    act.to_lowercase()
                ));
            }
        }
        for statement in statements {
            db.execute_unprepared(&dialect::sql(backend, &statement)).await?;
        }
        Ok(())
    }
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE hse_document (
        id {id},
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        quarter DATE NOT NULL,
        UNIQUE (unit_id, quarter))",
    // A change is a new version, and so is a step to the next state. The figures are those of an approved review.
    "CREATE TABLE hse_version (
        id {id},
        document_id BIGINT NOT NULL REFERENCES hse_document (id),
        n BIGINT NOT NULL CHECK (n >= 1),
        state TEXT NOT NULL CHECK (state IN ('draft', 'shared', 'approved')),
        pack_version BIGINT,
        made_by TEXT NOT NULL,
        made_on DATE NOT NULL,
        goals TEXT NOT NULL,
        responsible TEXT NOT NULL,
        deviations TEXT NOT NULL,
        next_review DATE,
        discussed_on DATE,
        dpia_on DATE,
        kept_where TEXT NOT NULL,
        UNIQUE (document_id, n))",
    "CREATE TABLE hse_row (
        id {id},
        version_id BIGINT NOT NULL REFERENCES hse_version (id),
        factor TEXT NOT NULL
            CHECK (factor IN ('a', 'b', 'c', 'd', 'harassment', 'violence', 'own_1', 'own_2')),
        name TEXT NOT NULL,
        relevance TEXT CHECK (relevance IN ('relevant', 'not_relevant')),
        assessment TEXT NOT NULL,
        likelihood TEXT CHECK (likelihood IN ('low', 'middle', 'high')),
        seriousness TEXT CHECK (seriousness IN ('low', 'middle', 'high')),
        source TEXT NOT NULL,
        measure TEXT NOT NULL,
        role TEXT NOT NULL,
        due DATE,
        status TEXT CHECK (status IN ('agreed', 'running', 'done', 'kept', 'stopped')),
        effect TEXT NOT NULL,
        UNIQUE (version_id, factor))",
    "CREATE TABLE hse_meeting (
        id {id},
        document_id BIGINT NOT NULL REFERENCES hse_document (id),
        held_on DATE NOT NULL,
        forum TEXT NOT NULL CHECK (forum IN ('amu', 'team', 'representatives')),
        present TEXT NOT NULL,
        remark TEXT NOT NULL)",
    "CREATE TABLE hse_reading (
        id {id},
        version_id BIGINT NOT NULL REFERENCES hse_version (id),
        role TEXT NOT NULL,
        read_on DATE NOT NULL,
        remark TEXT NOT NULL)",
    "CREATE INDEX hse_meeting_by_document ON hse_meeting (document_id)",
    "CREATE INDEX hse_reading_by_version ON hse_reading (version_id)",
];
