//! What is acknowledged is stored: every kind of write while the disk is full or read-only, and afterwards.

use std::ops::AsyncFn;

use domain::{
    AccountId, Problem, Role,
    audit::Event,
    customers::{
        case::{Act, ActForm},
        complaint::ComplaintForm,
    },
    exchange::import::ImportKind,
    staff::check_in::BallotForm,
};
use sea_orm::ConnectionTrait;
use service::{
    Error, Services,
    accounts::account_tokens,
    audit::{self, Entry},
    complaints,
    db::{self, Db, Missing},
    imports::uploads,
    jobs, release, rounds,
    sign_in::{self, Attempt},
};

use crate::common::{actor, employee, number, on_both, on_sqlite, run, write_rolls};

const PASSWORD: &str = "regn over fjellet";
/// Most tries until a disk without a free page must have refused one.
const MOST_TRIES: usize = 400;

/// A disk on which nothing more has room, and one that takes nothing: for as long as this connection lives.
#[derive(Clone, Copy, Debug)]
enum Disk {
    Full,
    ReadOnly,
}

async fn spoil(services: &Services, disk: Disk) {
    let statement = match disk {
        // SQLite says that the disk is full, and rolls back by itself, as it does on one that is.
        Disk::Full => {
            let pages = number(services, "SELECT page_count FROM pragma_page_count").await;
            format!("PRAGMA max_page_count = {pages}")
        }
        Disk::ReadOnly => "PRAGMA query_only = ON".to_owned(),
    };
    services.db.writer().execute_unprepared(&statement).await.unwrap();
}

/// Repeats one kind of write until the spoilt disk refuses it, then more often; `count` is the SQL that counts
/// what is stored. Each that was acknowledged has to be there, and none that was not.
async fn keeps_its_word(
    disk: Disk,
    count: &str,
    prepare: impl AsyncFn(&Services),
    write: impl AsyncFn(&Services, usize) -> service::Result<()>,
) {
    let (services, folder) = on_sqlite().await;
    prepare(&services).await;
    let before = number(&services, count).await;
    write(&services, 0).await.unwrap();
    let mut acknowledged = 1;
    spoil(&services, disk).await;
    let mut tries = 1;
    let refusal = loop {
        match write(&services, tries).await {
            Ok(()) => acknowledged += 1,
            Err(error) => break error.into_problem(),
        }
        tries += 1;
        assert!(tries < MOST_TRIES, "{disk:?}: {count}: nothing was ever refused");
    };
    assert_eq!(refusal, Problem::CannotStore, "{disk:?}: {count}");
    // An ordinary refusal in between made the connection's loose end permanent.
    let form = ActForm::default();
    assert!(
        complaints::act(&services, Some(&actor(Role::Service, 2)), "K-0", Act::Note, &form).await.is_err()
    );
    for further in 1..=3 {
        write(&services, tries + further).await.unwrap();
        acknowledged += 1;
    }
    assert_eq!(services.db.check_writable().await, Ok(()));
    // As somebody sees it who opens the file anew.
    let url = format!("sqlite://{}", folder.path().join("test.db").display());
    let db = Db::open(&url, Missing::Refuse).await.unwrap();
    let anew = Services::new(db, services.clock.clone());
    assert_eq!(number(&anew, count).await - before, acknowledged, "{disk:?}: {count}");
}

async fn on_each_disk(
    count: &str,
    prepare: impl AsyncFn(&Services),
    write: impl AsyncFn(&Services, usize) -> service::Result<()>,
) {
    for disk in [Disk::Full, Disk::ReadOnly] {
        keeps_its_word(disk, count, &prepare, &write).await;
    }
}

async fn nothing(_: &Services) {}

async fn somebody(services: &Services) {
    sign_in::create_account(&services.people, "kari@example.org", "Kari", Role::Service, "S", PASSWORD)
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_that_was_thanked_for_on_a_full_disk_is_counted() {
    let crowd = async |services: &Services| {
        run(
            services,
            "INSERT INTO person (id, external_id, name) WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1
             FROM n WHERE i < 600) SELECT i, 'Q' || i, 'Person ' || i FROM n",
        )
        .await;
        let place = "INSERT INTO roster (person_id, unit_id, from_on) SELECT id, 3, '2026-01-01' FROM person WHERE id >= 100";
        run(services, place).await;
        write_rolls(services).await;
    };
    on_each_disk("SELECT COUNT(*) FROM used_vote", crowd, async |services, n| {
        let person = 100 + i64::try_from(n).unwrap();
        let answers = [("C1".to_owned(), "1".to_owned())].into();
        let form =
            BallotForm { round: 2, answers, comment: "Lang vakt. ".repeat(80), ..BallotForm::default() };
        rounds::cast(services, Some(&employee(person)), &form).await
    })
    .await;
}

fn complaint(n: usize) -> ComplaintForm {
    ComplaintForm {
        what: format!("Case {n}: {}", "ventet lenge ".repeat(70)),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: "3".to_owned(),
        happened_on: "2026-11-20".to_owned(),
        ..ComplaintForm::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_that_was_taken_on_a_full_disk_is_stored() {
    on_each_disk("SELECT COUNT(*) FROM complaint", nothing, async |services, n| {
        complaints::log(services, Some(&actor(Role::Service, 2)), &complaint(n)).await.map(drop)
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_of_a_case_that_was_taken_on_a_full_disk_is_stored() {
    let desk = || actor(Role::Service, 2);
    let cases = async |services: &Services| {
        for n in 0..MOST_TRIES / 2 {
            complaints::log(services, Some(&desk()), &complaint(n)).await.unwrap();
        }
    };
    let steps = "SELECT COUNT(*) FROM case_event WHERE event <> 'received'";
    on_each_disk(steps, cases, async |services, n| {
        let sql = format!("SELECT reference FROM complaint WHERE id = {}", n + 1);
        let reference: Option<String> = db::value(&services.db.reader, &sql, []).await?;
        let form = ActForm { note: "Ringte kunden. ".repeat(60), ..ActForm::default() };
        complaints::act(services, Some(&desk()), &reference.unwrap(), Act::Note, &form).await
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_was_taken_on_a_full_disk_is_stored() {
    on_each_disk("SELECT COUNT(*) FROM import_job", nothing, async |services, _| {
        let file = format!("unit,date,contacts\nA,2026-11-02,{}\n", "7".repeat(3000)).into_bytes();
        uploads::create(&services.exchange, Some(&actor(Role::Admin, 1)), ImportKind::Contacts, "c.csv", file)
            .await
            .map(drop)
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_was_promised_on_a_full_disk_waits_in_the_post() {
    on_each_disk("SELECT COUNT(*) FROM mail", somebody, async |services, n| {
        let address = format!("192.0.2.{n}");
        account_tokens::ask_reset(services, "kari@example.org", &address).await
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_on_a_full_disk_has_a_session() {
    on_each_disk("SELECT COUNT(*) FROM session", somebody, async |services, _| {
        let device = "x".repeat(100);
        let attempt = Attempt { login: "kari@example.org", password: PASSWORD, address: "", device: &device };
        sign_in::enter(&services.people, &attempt).await.map(drop)
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_of_the_audit_log_is_there_or_was_refused() {
    on_each_disk("SELECT COUNT(*) FROM audit", nothing, async |services, _| {
        let detail = "x".repeat(200);
        audit::note(
            services,
            &Entry { detail: &detail, ..Entry::new(Event::Denied, Some(AccountId::new(1))) },
        )
        .await
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_is_released_whole_or_not_at_all_when_the_disk_is_full() {
    for disk in [Disk::Full, Disk::ReadOnly] {
        let (services, _folder) = on_sqlite().await;
        run(&services, "INSERT INTO turnout (round_id, unit_id, count) VALUES (1, 3, 6), (1, 6, 6)").await;
        run(&services, "INSERT INTO tally (round_id, unit_id, item, value, count) VALUES (1, 3, 'C1', 1, 6)")
            .await;
        // More units than what is left over on the pages in use has room for.
        run(
            &services,
            "INSERT INTO unit (external_id, parent_id, kind, name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1
             FROM n WHERE i < 300) SELECT 'U' || i, 2, 'team', 'Team ' || i FROM n",
        )
        .await;
        spoil(&services, disk).await;
        let released = "SELECT COUNT(*) FROM round WHERE state = 'released'";
        let figures = "SELECT COUNT(*) FROM released_figure";
        let refused = release::release_due(&services).await;
        assert!(refused.is_err(), "{disk:?}");
        assert_eq!((number(&services, released).await, number(&services, figures).await), (0, 0), "{disk:?}");
        assert_eq!(release::release_due(&services).await.unwrap(), [1], "{disk:?}");
        assert_eq!(number(&services, released).await, 1);
        assert!(number(&services, figures).await > 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_that_met_a_full_disk_do_their_work_the_next_time() {
    for disk in [Disk::Full, Disk::ReadOnly] {
        let (services, _folder) = on_sqlite().await;
        spoil(&services, disk).await;
        // Whether or not this one fails, nothing that it reports as done may be missing.
        let _ = jobs::run_due(&services).await;
        jobs::run_due(&services).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM job_run WHERE last_at IS NOT NULL").await, 1);
        assert_eq!(
            number(&services, "SELECT COUNT(*) FROM round WHERE state = 'released'").await,
            1,
            "{disk:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn readiness_is_refused_as_long_as_the_last_write_was_not_stored() {
    let (services, folder) = on_sqlite().await;
    // A log without a name takes writes that nobody finds again.
    let log = folder.path().join("test.db-wal");
    let aside = folder.path().join("aside");
    std::fs::rename(&log, &aside).unwrap();
    let refused = services.db.check_writable().await.unwrap_err();
    assert!(refused.contains("test.db-wal is gone"), "{refused}");
    let logged = complaints::log(&services, Some(&actor(Role::Service, 2)), &complaint(1)).await;
    assert!(matches!(logged.map_err(Error::into_problem), Err(Problem::CannotStore)));
    std::fs::rename(&aside, &log).unwrap();
    assert_eq!(services.db.check_writable().await, Ok(()));
    complaints::log(&services, Some(&actor(Role::Service, 2)), &complaint(1)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_put_in_the_place_of_the_open_one_is_not_written_to() {
    let (services, folder) = on_sqlite().await;
    let file = folder.path().join("test.db");
    std::fs::rename(&file, folder.path().join("aside.db")).unwrap();
    std::fs::copy(folder.path().join("aside.db"), &file).unwrap();
    let refused = services.db.check_writable().await.unwrap_err();
    assert!(refused.contains("is not the file that was opened"), "{refused}");
    let attempt = Attempt { login: "kari", password: PASSWORD, address: "", device: "" };
    let signed_in = sign_in::enter(&services.people, &attempt).await.map(drop);
    assert!(matches!(signed_in.map_err(Error::into_problem), Err(Problem::CannotStore)));
    let (person, form) = (employee(1), BallotForm { round: 2, ..BallotForm::default() });
    let cast = rounds::cast(&services, Some(&person), &form).await;
    assert!(matches!(cast.map_err(Error::into_problem), Err(Problem::CannotStore)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transaction_with_an_error_cannot_be_committed() {
    on_both(async |services| {
        let transaction = services.db.begin().await.unwrap();
        transaction
            .execute_unprepared(
                "INSERT INTO contact_day (unit_id, day, contacts) VALUES (3, '2026-01-01', 1)",
            )
            .await
            .unwrap();
        assert!(transaction.execute_unprepared("INSERT INTO no_such_table VALUES (1)").await.is_err());
        assert!(transaction.commit().await.is_err());
        assert_eq!(number(&services, "SELECT COUNT(*) FROM contact_day").await, 0);
        let transaction = services.db.begin().await.unwrap();
        transaction
            .execute_unprepared(
                "INSERT INTO contact_day (unit_id, day, contacts) VALUES (3, '2026-01-01', 1)",
            )
            .await
            .unwrap();
        transaction.commit().await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM contact_day").await, 1);
    })
    .await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_on_the_machine_can_read_the_database() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("new/deep/trivsel.db").display());
    let db = Db::open(&url, Missing::Create).await.unwrap();
    migrations::migrate(db.for_migrations()).await.unwrap();
    let mode = |name: &str| std::fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("new"), mode("new/deep")), (0o700, 0o700));
    for file in ["trivsel.db", "trivsel.db-wal", "trivsel.db-shm"] {
        assert_eq!(mode(&format!("new/deep/{file}")), 0o600, "{file}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmed_import_that_met_a_full_disk_is_written_the_next_time() {
    for disk in [Disk::Full, Disk::ReadOnly] {
        let (services, _folder) = on_sqlite().await;
        let admin = actor(Role::Admin, 1);
        run(&services, "INSERT INTO role_grant (account_id, role, unit_id) VALUES (1, 'admin', 1)").await;
        let days =
            (1..=28).flat_map(|day| (1..=9).map(move |month| format!("A,2026-{month:02}-{day:02},{day}\n")));
        let file = format!("unit,date,contacts\n{}", days.collect::<String>()).into_bytes();
        let id = uploads::create(&services.exchange, Some(&admin), ImportKind::Contacts, "c.csv", file)
            .await
            .unwrap();
        uploads::confirm(&services, Some(&admin), id, &uploads::Confirmation::default()).await.unwrap();
        spoil(&services, disk).await;
        let state = format!("SELECT COUNT(*) FROM import_job WHERE id = {id} AND state");
        let first = uploads::run_queued(&services.exchange).await;
        assert!(!matches!(first, Ok(1)), "{disk:?}: it had room");
        assert_eq!(number(&services, &format!("{state} = 'failed'")).await, 0, "{disk:?}: the file is gone");
        assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 1, "{disk:?}");
        assert_eq!(number(&services, &format!("{state} = 'done'")).await, 1, "{disk:?}");
        assert_eq!(number(&services, "SELECT COUNT(*) FROM contact_day").await, 252, "{disk:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn right_sign_ins_side_by_side_use_up_nobody_s_share() {
    on_both(async |services| {
        somebody(&services).await;
        let tasks: Vec<_> = (0..60)
            .map(|_| {
                let services = services.clone();
                tokio::spawn(async move {
                    let attempt = Attempt {
                        login: "kari@example.org",
                        password: PASSWORD,
                        address: "192.0.2.1",
                        device: "",
                    };
                    sign_in::enter(&services.people, &attempt).await.map(drop)
                })
            })
            .collect();
        let mut entered = 0;
        for task in tasks {
            entered += usize::from(task.await.unwrap().is_ok());
        }
        assert!(entered >= 10, "{entered}");
        assert_eq!(number(&services, "SELECT COUNT(*) FROM attempt").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_without_a_value_is_told_from_no_row_at_all() {
    on_both(async |services| {
        let reader = &services.db.reader;
        let email = async |login: &str| {
            let sql = "SELECT email FROM account WHERE login = $1";
            db::value::<Option<String>>(reader, sql, [login.into()]).await.unwrap()
        };
        assert_eq!(email("manager@example.org").await, Some(None));
        assert_eq!(email("nobody@example.org").await, None);
        let units: Vec<String> =
            db::column(reader, "SELECT external_id FROM unit WHERE parent_id = 2 ORDER BY id", [])
                .await
                .unwrap();
        assert_eq!(units, ["A", "B"]);
        let missing = db::column::<String>(reader, "SELECT email FROM account", []).await;
        assert!(missing.is_err(), "a value that is not there is no empty text");
    })
    .await;
}
