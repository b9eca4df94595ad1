//! Which databases are opened and migrated, and which are refused, in one line.

use sea_orm::{ConnectionTrait, Database};
use service::db::{Db, Missing};

use crate::common::{self, on_postgres};

fn url(folder: &tempfile::TempDir, name: &str) -> String {
    format!("sqlite://{}", folder.path().join(name).display())
}

async fn refusal(db: &Db) -> String {
    let refused = migrations::migrate(db.for_migrations()).await.unwrap_err().to_string();
    assert!(!refused.contains('\n'), "{refused}");
    refused
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_mark_does_not_cut_the_name_of_a_database_short() {
    let folder = tempfile::tempdir().unwrap();
    let error = Db::open(&url(&folder, "what?.db"), Missing::Create).await.err().unwrap();
    assert!(error.0.contains("question mark"), "{error}");
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none(), "nothing was made");
    // Other signs that mean something in a URL are letters of the name like any other.
    for name in ["a%20b.db", "c#d.db", "æøå.db"] {
        Db::open(&url(&folder, name), Missing::Create).await.unwrap();
        assert!(folder.path().join(name).exists(), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_written_into_another_program_s_database() {
    let folder = tempfile::tempdir().unwrap();
    let shop = folder.path().join("shop.db");
    let theirs = Database::connect(format!("{}?mode=rwc", url(&folder, "shop.db"))).await.unwrap();
    theirs.execute_unprepared("CREATE TABLE orders (id INTEGER)").await.unwrap();
    theirs.close().await.unwrap();
    let before = std::fs::read(&shop).unwrap();
    let refused = Db::open(&url(&folder, "shop.db"), Missing::Create).await.err().unwrap();
    assert!(refused.0.contains("another program (it has a table orders)"), "{refused}");
    assert!(std::fs::read(&shop).unwrap() == before, "it was switched to another journal");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "files were made beside it");
    std::fs::write(folder.path().join("letter.txt"), "Kjære kunde, vi beklager.".repeat(300)).unwrap();
    let refused = Db::open(&url(&folder, "letter.txt"), Missing::Create).await.err().unwrap();
    assert!(refused.0.contains("nothing was changed"), "{refused}");
    // Another program that uses the same library for its schema.
    let db = Db::open(&url(&folder, "other.db"), Missing::Create).await.unwrap();
    db.writer()
        .execute_unprepared("CREATE TABLE seaql_migrations (version TEXT, applied_at BIGINT)")
        .await
        .unwrap();
    db.writer()
        .execute_unprepared("INSERT INTO seaql_migrations VALUES ('m20200101_shop', 1)")
        .await
        .unwrap();
    assert!(refusal(&db).await.contains("another program (it has a migration m20200101_shop)"));

    let services = on_postgres().await;
    let bare = services.db.for_migrations();
    for statement in
        ["DROP SCHEMA public CASCADE", "CREATE SCHEMA public", "CREATE VIEW one AS SELECT 1 AS one"]
    {
        bare.execute_unprepared(statement).await.unwrap();
    }
    // A view, as an extension brings it along, is nobody's data.
    migrations::migrate(bare).await.unwrap();
    for statement in
        ["DROP SCHEMA public CASCADE", "CREATE SCHEMA public", "CREATE TABLE orders (id INTEGER)"]
    {
        bare.execute_unprepared(statement).await.unwrap();
    }
    assert!(refusal(&services.db).await.contains("another program (it has a table orders)"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_without_one_of_its_tables_or_columns_is_not_served() {
    common::on_both(async |services| {
        let bare = services.db.for_migrations();
        migrations::migrate(bare).await.unwrap();
        bare.execute_unprepared("ALTER TABLE annotation DROP COLUMN label").await.unwrap();
        assert!(refusal(&services.db).await.contains("the column label of the table annotation is missing"));
        bare.execute_unprepared("DROP TABLE annotation").await.unwrap();
        assert!(refusal(&services.db).await.contains("the table annotation is missing"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_was_overwritten_is_found_at_the_start() {
    use std::io::{Seek, SeekFrom, Write};
    let (services, folder) = common::on_sqlite().await;
    services.db.check_pages().await.unwrap();
    services.db.writer().execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    let name = folder.path().join("test.db");
    let copy = folder.path().join("copy.db");
    std::fs::copy(&name, &copy).unwrap();
    let length = std::fs::metadata(&copy).unwrap().len();
    let mut file = std::fs::OpenOptions::new().write(true).open(&copy).unwrap();
    for page in 5..length / 4096 {
        file.seek(SeekFrom::Start(page * 4096)).unwrap();
        file.write_all(&[0x5a; 512]).unwrap();
    }
    drop(file);
    // One table at least is behind such a page; where it is the list of tables, opening is where it shows.
    let refused = match Db::open(&format!("sqlite://{}", copy.display()), Missing::Refuse).await {
        Ok(db) => db.check_pages().await.unwrap_err(),
        Err(error) => error,
    };
    assert!(["damaged", "malformed"].iter().any(|word| refused.0.contains(word)), "{refused}");
    assert!(!refused.0.contains('\n'), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_who_migrate_a_new_database_at_once_all_succeed() {
    let folder = tempfile::tempdir().unwrap();
    let url = url(&folder, "new.db");
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let url = url.clone();
            tokio::spawn(async move {
                let db = Db::open(&url, Missing::Create).await.map_err(|error| error.to_string())?;
                migrations::migrate(db.for_migrations()).await.map_err(|error| error.to_string())
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_migration_that_breaks_off_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&url(&folder, "half.db"), Missing::Create).await.unwrap();
    // Room for some of the tables, not for all.
    db.writer().execute_unprepared("PRAGMA max_page_count = 30").await.unwrap();
    migrations::migrate(db.for_migrations()).await.unwrap_err();
    let bare = Database::connect(format!("{}?mode=ro", url(&folder, "half.db"))).await.unwrap();
    let tables = "SELECT COUNT(*) AS n FROM sqlite_schema";
    let row = bare.query_one_raw(sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, tables)).await;
    assert_eq!(
        row.unwrap().unwrap().try_get_by::<i64, _>("n").unwrap(),
        0,
        "half a schema bricks the next start"
    );
    drop(db);
    let db = Db::open(&url(&folder, "half.db"), Missing::Refuse).await.unwrap();
    migrations::migrate(db.for_migrations()).await.unwrap();
}
