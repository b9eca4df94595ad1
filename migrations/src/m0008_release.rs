//! What a release goes by: rules about shares and windows, the roster by which figures are printed, who does not
//! carry a figure; and one word in the ledger for whatever is hidden.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema = Schema {
    name: "m0008_release",
    statements: &[TABLES, LEDGER],
    sqlite: SQLITE_TRIGGERS,
    postgres: POSTGRES_TRIGGERS,
};

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
    async fn a_ledger_and_the_windows_and_rules_of_an_earlier_version_come_along() {
        let db = Database::connect("sqlite::memory:").await.unwrap();
        Migrator::up(&db, Some(7)).await.unwrap();
        for statement in [
            "INSERT INTO unit (id, parent_id, kind, name, external_id) VALUES (1, NULL, 'organisation', 'All', 'ROOT')",
            "INSERT INTO round (id, number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
             VALUES (1, 1, '2026-07-06', '2026-07-12', 'released', 'b', 'p', '2026-01-01', '2027-01-01')",
            "INSERT INTO release_rules (from_on, k, k_comment, authors, grace_hours, roster_guard) VALUES
             ('2026-01-01', 5, 10, 3, 24, 'mark'), ('2026-08-01', 12, 12, 3, 24, 'mark')",
            "INSERT INTO quarter_window (quarter, unit_id, rounds) VALUES ('2026-07-01', 1, 2), ('2026-04-01', 1, 13)",
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value, lower,
                 upper, turnout_band, rule_version, params_hash, input_digest, released_on) VALUES
             (1, 'strain', 1, 1, 'published', FALSE, 31, 20, 42, '10-14', 2, 'p', 'd', '2026-07-14'),
             (1, 'satisfaction', 1, 1, 'complement', FALSE, NULL, NULL, NULL, NULL, 2, 'p', 'd', '2026-07-14')",
        ] {
            db.execute_unprepared(statement).await.unwrap();
        }
        Migrator::up(&db, None).await.unwrap();
        for (sql, expected) in [
            (
                "SELECT COUNT(*) FROM quarter_window WHERE rounds = 4 AND quarter = '2026-07-01' AND roster IS NULL",
                1,
            ),
            ("SELECT COUNT(*) FROM quarter_window WHERE rounds = 13", 1),
            ("SELECT k_dist FROM release_rules WHERE k = 5", 10),
            ("SELECT k_dist FROM release_rules WHERE k = 12", 12),
            ("SELECT MIN(every_round_from) FROM release_rules", 12),
            ("SELECT COUNT(*) FROM released_figure WHERE value = 31 AND lower = 20 AND upper = 42", 1),
            ("SELECT COUNT(*) FROM released_figure WHERE state = 'complement' AND value IS NULL", 1),
        ] {
            assert_eq!(number(&db, sql).await, expected, "{sql}");
        }
        for statement in ["UPDATE released_figure SET value = 30", "DELETE FROM released_figure"] {
            let error = db.execute_unprepared(statement).await.unwrap_err().to_string();
            assert!(error.contains("insert-only"), "{error}");
        }
        db.execute_unprepared(
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, rule_version,
                 params_hash, input_digest, released_on)
             VALUES (1, 'valued', 1, 1, 'hidden', FALSE, 3, 'p', 'd', '2026-07-14')",
        )
        .await
        .unwrap();
    }
}
