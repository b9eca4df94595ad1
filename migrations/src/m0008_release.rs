//! What a release goes by: rules about shares and windows, the roster by which figures are printed, who does not
//! carry a figure; and one word in the ledger for whatever is hidden.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::dialect;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0008_release"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let backend = db.get_database_backend();
        let triggers = if backend == DbBackend::Postgres { POSTGRES_TRIGGERS } else { SQLITE_TRIGGERS };
        for statement in TABLES.iter().chain(LEDGER).chain(triggers) {
            db.execute_unprepared(&dialect::sql(backend, statement)).await?;
        }
        Ok(())
    }
}

const TABLES: &[&str] = &[
    // Fewest answers behind shares of the answers, and fewest people of a unit that reports every round.
    "ALTER TABLE release_rules ADD COLUMN k_dist INTEGER NOT NULL DEFAULT 10 CHECK (k_dist >= 3)",
    "ALTER TABLE release_rules ADD COLUMN every_round_from INTEGER NOT NULL DEFAULT 12 CHECK (every_round_from >= 8)",
    "UPDATE release_rules SET k_dist = k WHERE k > k_dist",
    "ALTER TABLE rules_proposal ADD COLUMN k_dist INTEGER NOT NULL DEFAULT 10 CHECK (k_dist >= 3)",
    "ALTER TABLE rules_proposal ADD COLUMN every_round_from INTEGER NOT NULL DEFAULT 12 CHECK (every_round_from >= 8)",
    "UPDATE rules_proposal SET k_dist = k WHERE k > k_dist",
    // Windows are a round (1), a third of the quarter (4) or the whole quarter (13). There is no pair any more.
    "UPDATE quarter_window SET rounds = 4 WHERE rounds = 2",
    // People of the unit and everything below when the window was chosen: by them its figures are printed for
    // the whole quarter. Unknown for windows of earlier versions.
    "ALTER TABLE quarter_window ADD COLUMN roster INTEGER",
    // People whose sign-in was opened or reset by a printed code, and in which quarter; nothing finer.
    "CREATE TABLE opened_by_code (
        quarter DATE NOT NULL,
        person_id BIGINT NOT NULL REFERENCES person (id),
        PRIMARY KEY (quarter, person_id)) {keyed}",
];

/// The ledger anew, because neither database can widen a check. What was written stays as it was.
const LEDGER: &[&str] = &[
    "CREATE TABLE ledger_anew (
        unit_id BIGINT NOT NULL REFERENCES unit (id),
        measure TEXT NOT NULL,
        round_id BIGINT NOT NULL REFERENCES round (id),
        since_round_id BIGINT NOT NULL REFERENCES round (id),
        state TEXT NOT NULL CHECK (state IN
            ('published', 'hidden', 'held', 'no_data', 'below_k', 'complement')),
        breaks BOOLEAN NOT NULL,
        value INTEGER,
        lower INTEGER,
        upper INTEGER,
        turnout_band TEXT,
        rule_version INTEGER NOT NULL,
        params_hash TEXT NOT NULL,
        input_digest TEXT NOT NULL,
        released_on DATE NOT NULL,
        PRIMARY KEY (unit_id, measure, round_id),
        CHECK ((state IN ('published', 'held')) = (value IS NOT NULL)),
        CHECK ((lower IS NULL) = (upper IS NULL)),
        CHECK (state IN ('published', 'held')
            OR (lower IS NULL AND upper IS NULL AND turnout_band IS NULL)))",
    "INSERT INTO ledger_anew SELECT unit_id, measure, round_id, since_round_id, state, breaks, value, lower, upper,
        turnout_band, rule_version, params_hash, input_digest, released_on FROM released_figure",
    "DROP TABLE released_figure",
    "ALTER TABLE ledger_anew RENAME TO released_figure",
    "CREATE INDEX released_figure_by_round ON released_figure (round_id, unit_id)",
];

const SQLITE_TRIGGERS: &[&str] = &[
    "CREATE TRIGGER released_figure_no_update BEFORE UPDATE ON released_figure
        BEGIN SELECT RAISE(ABORT, 'the ledger is insert-only'); END",
    "CREATE TRIGGER released_figure_no_delete BEFORE DELETE ON released_figure
        BEGIN SELECT RAISE(ABORT, 'the ledger is insert-only'); END",
];

const POSTGRES_TRIGGERS: &[&str] =
    &["CREATE TRIGGER released_figure_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON released_figure
        FOR EACH STATEMENT EXECUTE FUNCTION released_figure_refuse()"];
