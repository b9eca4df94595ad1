//! The ledger without the digests of earlier versions, which were made without a key: whoever had one could try out
//! which counts fit. No page shows them and nothing reads them.

use crate::schema::Schema;

pub(crate) const MIGRATION: Schema =
    Schema { name: "m0032_digests", statements: &[LEDGER], sqlite: SQLITE, postgres: POSTGRES };

/// The ledger is insert-only and a changed row would leave the old one behind, so it is made anew.
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
    // Version 4 never made one without a key.
    "INSERT INTO ledger_anew SELECT unit_id, measure, round_id, since_round_id, state, breaks, value, lower, upper,
        turnout_band, rule_version, params_hash, CASE WHEN rule_version < 4 THEN '' ELSE input_digest END, released_on
        FROM released_figure",
    "DROP TABLE released_figure",
    "ALTER TABLE ledger_anew RENAME TO released_figure",
    "CREATE INDEX released_figure_by_round ON released_figure (round_id, unit_id)",
    // What is in the log beside SQLite's file goes too.
    "INSERT INTO scrub_due (id) VALUES (1) ON CONFLICT DO NOTHING",
];

const SQLITE: &[&str] = &[
    "CREATE TRIGGER released_figure_no_update BEFORE UPDATE ON released_figure
        BEGIN SELECT RAISE(ABORT, 'the ledger is insert-only'); END",
    "CREATE TRIGGER released_figure_no_delete BEFORE DELETE ON released_figure
        BEGIN SELECT RAISE(ABORT, 'the ledger is insert-only'); END",
];

const POSTGRES: &[&str] =
    &["CREATE TRIGGER released_figure_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON released_figure
        FOR EACH STATEMENT EXECUTE FUNCTION released_figure_refuse()"];

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use sea_orm_migration::{
        MigratorTrait,
        sea_orm::{ConnectionTrait, Database, Statement},
    };

    use crate::Migrator;

    #[tokio::test]
    async fn a_digest_without_a_key_goes_from_the_ledger_and_from_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("old.db");
        let db = Database::connect(format!("sqlite://{}?mode=rwc", file.display())).await.unwrap();
        db.execute_unprepared("PRAGMA secure_delete = ON").await.unwrap();
        Migrator::up(&db, Some(29)).await.unwrap();
        for statement in [
            "INSERT INTO unit (id, parent_id, kind, name, external_id) VALUES (1, NULL, 'organisation', 'All', 'ROOT')",
            "INSERT INTO round (id, number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
             VALUES (1, 1, '2026-07-06', '2026-07-12', 'released', 'b', 'p', '2026-01-01', '2027-01-01')",
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value, lower,
                 upper, turnout_band, rule_version, params_hash, input_digest, released_on) VALUES
             (1, 'strain', 1, 1, 'published', FALSE, 31, 20, 42, '10-14', 2, 'p', 'without-a-key', '2026-07-14'),
             (1, 'satisfaction', 1, 1, 'complement', FALSE, NULL, NULL, NULL, NULL, 4, 'p', 'keyed', '2026-07-14')",
        ] {
            db.execute_unprepared(statement).await.unwrap();
        }
        let holds = || std::fs::read(&file).unwrap().windows(13).any(|bytes| bytes == b"without-a-key");
        assert!(holds(), "it was there");
        Migrator::up(&db, None).await.unwrap();
        let sql =
            "SELECT measure || ' ' || input_digest || ' ' || COALESCE(value, '-') AS row FROM released_figure
                   ORDER BY measure";
        let statement = Statement::from_string(db.get_database_backend(), sql);
        let rows = db.query_all_raw(statement).await.unwrap();
        let rows: Vec<String> = rows.iter().map(|row| row.try_get_by("row").unwrap()).collect();
        assert_eq!(rows, ["satisfaction keyed -", "strain  31"]);
        assert!(!holds(), "nothing of it is left behind");
        for statement in ["UPDATE released_figure SET value = 30", "DELETE FROM released_figure"] {
            let error = db.execute_unprepared(statement).await.unwrap_err().to_string();
            assert!(error.contains("insert-only"), "{error}");
        }
    }
}
