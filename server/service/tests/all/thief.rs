//! Somebody copies the database: file, log, nightly copy, on PostgreSQL its folder. What can be read in them?
//!
//! The finder knows how SQLite writes a row, and looks for rows that name who answered, what, and for comments. So that
//! it can fail, it is first let loose on ballots that are written as older versions wrote them.

use std::{
    collections::{BTreeSet, HashMap},
    fs,
    path::Path,
};

use crate::common::{employee, number, on_both, on_postgres, on_sqlite, run, votes};
use base::db::{column, execute, value};
use domain::staff::check_in::BallotForm;
use sea_orm::ConnectionTrait;
use service::{Services, release, rounds};

/// Teams, and people in each.
const TEAMS: i64 = 16;
const EACH: i64 = 8;

/// A part of a row: a number, a text, or 32 bytes of whatever.
enum Part<'a> {
    Number(i64),
    Text(&'a str),
    Any32,
}

/// How a row begins that holds these values, as SQLite writes it.
fn row(parts: &[Part<'_>]) -> Vec<u8> {
    let (mut head, mut body, mut is_known) = (vec![u8::try_from(parts.len() + 1).unwrap()], Vec::new(), true);
    for part in parts {
        match part {
            Part::Number(0) => head.push(8),
            Part::Number(1) => head.push(9),
            Part::Number(n) => {
                let bytes = n.to_be_bytes();
                let (kind, from) = if i8::try_from(*n).is_ok() { (1, 7) } else { (2, 6) };
                head.push(kind);
                if is_known {
                    body.extend_from_slice(&bytes[from..]);
                }
            }
            Part::Text(text) => {
                head.push(u8::try_from(13 + 2 * text.len()).unwrap());
                body.extend_from_slice(text.as_bytes());
            }
            Part::Any32 => {
                head.push(12 + 2 * 32);
                is_known = false;
            }
        }
    }
    [head, body].concat()
}

fn comment(person: i64) -> String {
    format!("Only person {person} would say that the cold store does not close")
}

/// What somebody wrote into a ballot of an older version: told from the others, since the log of a PostgreSQL cluster holds
/// what all its databases wrote.
fn clear_comment(person: i64) -> String {
    comment(person).replace("would say that", "would say, as it used to be kept, that")
}

fn value_of(person: i64) -> i64 {
    person % 5 + 1
}

/// Stolen bytes, and where any six of them stand.
struct Loot(Vec<u8>, HashMap<u64, Vec<usize>>);

impl Loot {
    fn of(bytes: Vec<u8>) -> Self {
        let mut places = HashMap::<u64, Vec<usize>>::new();
        for (place, window) in bytes.windows(6).enumerate() {
            // Pages are mostly empty.
            if window != [0; 6] {
                places.entry(six(window)).or_default().push(place);
            }
        }
        Self(bytes, places)
    }

    fn holds(&self, wanted: &[u8]) -> bool {
        let places = self.1.get(&six(&wanted[..6])).map_or(&[][..], Vec::as_slice);
        places.iter().any(|place| self.0[*place..].starts_with(wanted))
    }
}

fn six(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

/// How many people, answers and comments are found in these bytes.
fn find(loot: &Loot, people: &[i64]) -> (usize, usize, usize) {
    let who = |person: &&i64| {
        loot.holds(&row(&[Part::Number(2), Part::Number(**person), Part::Any32]))
            || loot.holds(&row(&[Part::Number(2), Part::Number(**person)]))
    };
    let answered = |person: &&i64| {
        let unit = unit_of(**person);
        (1..=EACH).any(|count| {
            let parts = [
                Part::Number(2),
                Part::Number(unit),
                Part::Text("C2"),
                Part::Number(value_of(**person)),
                Part::Number(count),
            ];
            loot.holds(&row(&parts))
        })
    };
    let said = |person: &&i64| {
        [comment(**person), clear_comment(**person)].iter().any(|text| loot.holds(text.as_bytes()))
    };
    (
        people.iter().filter(who).count(),
        people.iter().filter(answered).count(),
        people.iter().filter(said).count(),
    )
}

fn unit_of(person: i64) -> i64 {
    100 + (person - 1000) / EACH
}

/// Sixteen teams of eight.
async fn organisation(services: &Services) -> Vec<i64> {
    for team in 0..TEAMS {
        let unit = 100 + team;
        run(services, &format!("INSERT INTO unit (id, external_id, parent_id, kind, name) VALUES ({unit}, 'U{unit}', 1, 'team', 'T')")).await;
    }
    let people: Vec<i64> = (1000..1000 + TEAMS * EACH).collect();
    for person in &people {
        let unit = unit_of(*person);
        run(
            services,
            &format!("INSERT INTO person (id, external_id, name) VALUES ({person}, 'Y{person}', 'P')"),
        )
        .await;
        run(
            services,
            &format!("INSERT INTO roll (round_id, person_id, unit_id) VALUES (2, {person}, {unit})"),
        )
        .await;
    }
    people
}

async fn cast(services: &Services, people: &[i64]) {
    for person in people {
        let form = BallotForm {
            round: 2,
            key: format!("k{person}"),
            comment: comment(*person),
            answers: [("C2".to_owned(), value_of(*person).to_string())].into(),
        };
        rounds::cast(services, Some(&employee(*person)), &form).await.unwrap();
    }
}

/// As older versions wrote a ballot: one transaction of a person, a count and a comment.
async fn cast_in_the_clear(services: &Services, people: &[i64]) {
    for person in people {
        let transaction = services.db.begin().await.unwrap();
        let used = "INSERT INTO participation (round_id, person_id, receipt) VALUES (2, $1, $2)";
        execute(&transaction, used, [(*person).into(), vec![7_u8; 32].into()]).await.unwrap();
        let tally = "INSERT INTO tally (round_id, unit_id, item, value, count) VALUES (2, $1, 'C2', $2, 1)
                     ON CONFLICT (round_id, unit_id, item, value) DO UPDATE SET count = tally.count + 1";
        execute(&transaction, tally, [unit_of(*person).into(), value_of(*person).into()]).await.unwrap();
        let said = "INSERT INTO ballot_comment (id, round_id, unit_id, text) VALUES ($1, 2, $2, $3)";
        let id = base::tokens::random::<16>().unwrap().to_vec();
        execute(&transaction, said, [id.into(), unit_of(*person).into(), clear_comment(*person).into()])
            .await
            .unwrap();
        transaction.commit().await.unwrap();
    }
}

/// To which tables the pages belong that each commit of a log wrote, oldest first: what happened together stands in one
/// commit (sqlite.org/fileformat2.html#the_write_ahead_log).
async fn commits(services: &Services, log: &Path) -> Vec<BTreeSet<String>> {
    let number = |bytes: &[u8]| u32::from_be_bytes(bytes.try_into().unwrap());
    let bytes = fs::read(log).unwrap();
    let (page_size, salt) = (number(&bytes[8..12]) as usize, &bytes[16..24]);
    let (mut commits, mut pages) = (Vec::new(), BTreeSet::new());
    for frame in bytes[32..].chunks_exact(24 + page_size).take_while(|frame| &frame[8..16] == salt) {
        pages.insert(number(&frame[..4]));
        if number(&frame[4..8]) > 0 {
            commits.push(std::mem::take(&mut pages));
        }
    }
    let mut of_page = HashMap::new();
    for table in tables(services).await {
        let sql = "SELECT pageno FROM dbstat
                   WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = $1)";
        for page in column::<i64>(&services.db.reader, sql, [table.as_str().into()]).await.unwrap() {
            of_page.insert(u32::try_from(page).unwrap(), table.clone());
        }
    }
    let named = |pages: BTreeSet<u32>| pages.iter().filter_map(|page| of_page.get(page).cloned()).collect();
    commits.into_iter().map(named).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_commit_of_the_log_joins_a_ballot_to_a_name() {
    let (services, folder) = on_sqlite().await;
    let people = organisation(&services).await;
    // Keys are there from the first ballot on.
    cast(&services, &people[..1]).await;
    let log = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let log = log.into_iter().find(|path| path.to_string_lossy().ends_with("-wal")).unwrap();
    let since = async || {
        services.db.writer().execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    };
    since().await;
    cast(&services, &people[1..9]).await;
    let sealed = commits(&services, &log).await;
    let alone: BTreeSet<String> = ["sealed_ballot", "used_vote"].map(str::to_owned).into();
    assert_eq!(sealed, vec![alone; 8], "a commit of a ballot holds anything else");
    since().await;
    cast_in_the_clear(&services, &people[9..17]).await;
    let clear = commits(&services, &log).await;
    let joins =
        clear.iter().filter(|tables| tables.contains("participation") && tables.contains("ballot_comment"));
    assert_eq!(joins.count(), 8, "the finder is blind");
}

async fn tables(services: &Services) -> Vec<String> {
    let sql = match services.db.reader.get_database_backend() {
        sea_orm::DbBackend::Postgres => {
            "SELECT table_name::TEXT FROM information_schema.tables WHERE table_schema = 'public'"
        }
        _ => "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    };
    column(&services.db.reader, sql, []).await.unwrap()
}

/// Everything that lies in a folder of a database, without the keys.
fn stolen(folder: &Path) -> Loot {
    Loot::of(files(folder))
}

fn files(folder: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            bytes.extend(fs::read(path).unwrap());
        }
    }
    bytes
}

async fn nightly_copy(services: &Services, folder: &Path) {
    let copy = folder.join("nightly.db");
    services.db.writer().execute_unprepared(&format!("VACUUM INTO '{}'", copy.display())).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thief_of_file_log_and_nightly_copy_finds_nothing_and_would_have_found_it_before() {
    let (services, folder) = on_sqlite().await;
    let people = organisation(&services).await;
    cast_in_the_clear(&services, &people).await;
    let (who, answers, comments) = find(&stolen(folder.path()), &people);
    eprintln!("before: of {} people {who} by name, {answers} answers, {comments} comments", people.len());
    assert_eq!((who, comments), (people.len(), people.len()), "the finder is blind");
    assert!(answers > people.len() / 2, "the finder is blind: {answers}");

    let (services, folder) = on_sqlite().await;
    let people = organisation(&services).await;
    let (early, late) = people.split_at(people.len() / 2);
    cast(&services, early).await;
    nightly_copy(&services, folder.path()).await;
    cast(&services, late).await;
    assert_eq!(votes(&services).await, TEAMS * EACH);
    // The roll names everybody alike; it is written before anybody answers.
    let roll = |person: &i64| {
        row(&[Part::Number(2), Part::Number(*person), Part::Number(unit_of(*person)), Part::Number(0)])
    };
    let loot = stolen(folder.path());
    assert!(people.iter().all(|person| loot.holds(&roll(person))), "the finder is blind");
    let found = find(&loot, &people);
    eprintln!("now: {found:?}");
    assert_eq!(found, (0, 0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_older_version_left_in_the_clear_is_in_no_page_after_the_first_jobs() {
    let (services, folder) = on_sqlite().await;
    let people = organisation(&services).await;
    cast_in_the_clear(&services, &people).await;
    // As it lies after that version has stopped: in the file, not only in the log beside it.
    assert!(services.db.scrub(&[]).await.unwrap());
    assert_eq!(find(&stolen(folder.path()), &people).2, people.len(), "the finder is blind");
    run(&services, "DELETE FROM scrub_due").await;
    service::jobs::run_due(&services).await.unwrap();
    assert_eq!(find(&stolen(folder.path()), &people), (0, 0, 0));

    let services = on_postgres().await;
    let people = organisation(&services).await;
    cast_in_the_clear(&services, &people).await;
    let said = clear_comment(people[0]);
    let holds = async || testing::holds(&data_folder(&services, false).await, &said.as_bytes()[18..]);
    assert!(holds().await, "the finder is blind");
    service::jobs::run_due(&services).await.unwrap();
    assert!(!holds().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_changes_two_rows_of_constant_size_and_no_other_whatever_it_says() {
    on_both(async |services| {
        let people = organisation(&services).await;
        // Keys are there from the first ballot on.
        cast(&services, &people[..1]).await;
        let tables = tables(&services).await;
        let is_file = services.db.folder().is_some();
        let dump = async || {
            let mut rows = BTreeSet::new();
            for table in &tables {
                let line = if is_file {
                    let columns = format!("SELECT name FROM pragma_table_info('{table}')");
                    let columns: Vec<String> = column(&services.db.reader, &columns, []).await.unwrap();
                    let quoted: Vec<String> = columns.iter().map(|name| format!("quote({name})")).collect();
                    quoted.join(" || ' ' || ")
                } else {
                    "t::TEXT".to_owned()
                };
                let sql = format!("SELECT {line} AS line FROM {table} t");
                for line in column::<String>(&services.db.reader, &sql, []).await.unwrap() {
                    rows.insert(format!("{table} {line}"));
                }
            }
            rows
        };
        let before = dump().await;
        let long = BallotForm { round: 2, comment: "x".repeat(1000), ..BallotForm::default() };
        rounds::cast(&services, Some(&employee(people[1])), &long).await.unwrap();
        rounds::cast(
            &services,
            Some(&employee(people[2])),
            &BallotForm { round: 2, ..BallotForm::default() },
        )
        .await
        .unwrap();
        let after = dump().await;
        assert!(before.is_subset(&after), "a ballot changes no row");
        let mut fresh: Vec<&str> =
            after.difference(&before).map(|row| row.split(' ').next().unwrap()).collect();
        fresh.sort_unstable();
        assert_eq!(fresh, ["sealed_ballot", "sealed_ballot", "used_vote", "used_vote"]);
        let sizes = "SELECT COUNT(DISTINCT length(box) * 1000 + length(id)) FROM sealed_ballot";
        assert_eq!(number(&services, sizes).await, 1);
        assert_eq!(number(&services, "SELECT MAX(length(box)) FROM sealed_ballot").await, 4656);
        let sizes = "SELECT COUNT(DISTINCT length(mark) * 1000 + length(form)) FROM used_vote";
        assert_eq!(number(&services, sizes).await, 1);
    })
    .await;
}

/// Ids of the boxes and the marks, as they would be found in a file.
async fn traces(services: &Services) -> Vec<Vec<u8>> {
    let mut traces: Vec<Vec<u8>> =
        column(&services.db.reader, "SELECT id FROM sealed_ballot", []).await.unwrap();
    traces.extend(column::<Vec<u8>>(&services.db.reader, "SELECT mark FROM used_vote", []).await.unwrap());
    traces
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_release_no_page_of_the_file_or_its_log_holds_a_box_or_a_mark() {
    let (services, folder) = on_sqlite().await;
    let people = organisation(&services).await;
    cast(&services, &people).await;
    let traces = traces(&services).await;
    let found = |loot: &Loot| traces.iter().filter(|trace| loot.holds(trace)).count();
    assert_eq!(found(&stolen(folder.path())), traces.len(), "the finder is blind");
    assert_eq!(fs::read_dir(folder.path().join("keys")).unwrap().count(), 2);
    rounds::close(&services, Some(2)).await.unwrap();
    release::release_now(&services).await.unwrap();
    assert_eq!(found(&stolen(folder.path())), 0);
    let keys: Vec<String> = fs::read_dir(folder.path().join("keys"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(keys.iter().all(|key| key.starts_with("quarter-")), "{keys:?}");
}

/// Everything below PostgreSQL's folder of a database, and its log.
async fn data_folder(services: &Services, with_log: bool) -> Vec<u8> {
    services.db.writer().execute_unprepared("CHECKPOINT").await.unwrap();
    let root: String = value(&services.db.reader, "SHOW data_directory", []).await.unwrap().unwrap();
    let sql = "SELECT oid::BIGINT FROM pg_database WHERE datname = current_database()";
    let oid: i64 = value(&services.db.reader, sql, []).await.unwrap().unwrap();
    let mut folders = vec![Path::new(&root).join(format!("base/{oid}"))];
    if with_log {
        folders.push(Path::new(&root).join("pg_wal"));
    }
    // Other tests fill the log with hundreds of megabytes, which byte by byte would take half a minute.
    folders.iter().map(|folder| files(folder)).collect::<Vec<_>>().concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn on_postgresql_neither_hidden_columns_nor_dead_rows_nor_the_folder_give_a_ballot_away() {
    let services = on_postgres().await;
    let people = organisation(&services).await;
    cast(&services, &people).await;
    // A mark and a box share their transaction, and share it with no row that names anybody.
    let pairs = "SELECT COUNT(*) FROM used_vote JOIN sealed_ballot ON used_vote.xmin = sealed_ballot.xmin";
    assert_eq!(number(&services, pairs).await, TEAMS * EACH);
    let with_person = "SELECT table_name::TEXT FROM information_schema.columns
                       WHERE table_schema = 'public' AND column_name IN ('person_id', 'account_id')";
    let named: Vec<String> = column(&services.db.reader, with_person, []).await.unwrap();
    assert!(named.contains(&"roll".to_owned()) && named.contains(&"session".to_owned()), "{named:?}");
    let joined = async |sealed: &str| {
        let mut found = 0;
        for table in &named {
            let sql = format!(
                "SELECT COUNT(*) FROM {table} AS named JOIN {sealed} AS sealed
                 ON sealed.xmin = named.xmin OR sealed.xmin::TEXT = named.xmax::TEXT"
            );
            found += number(&services, &sql).await;
        }
        found
    };
    assert_eq!((joined("used_vote").await, joined("sealed_ballot").await), (0, 0));
    // Megabytes: the part that all comments have, and some of the marks and boxes.
    assert!(!testing::holds(&data_folder(&services, true).await, &comment(people[0]).as_bytes()[18..]));
    let traces = traces(&services).await;
    let some: Vec<_> = traces.iter().step_by(traces.len() / 4).collect();
    let found = |bytes: &[u8]| some.iter().filter(|trace| testing::holds(bytes, trace)).count();
    assert_eq!(found(&data_folder(&services, false).await), some.len(), "the finder is blind");
    rounds::close(&services, Some(2)).await.unwrap();
    release::release_now(&services).await.unwrap();
    assert_eq!(found(&data_folder(&services, false).await), 0);
    assert_eq!(joined("released_comment").await, 0, "comments stand in no transaction with a name");
    let dead = "SELECT COALESCE(SUM(pg_relation_size(oid)), 0)::BIGINT FROM pg_class WHERE relname IN ('used_vote', 'sealed_ballot')";
    assert_eq!(number(&services, dead).await, 0, "no page is left for a dead row");
    // The same join finds each comment of a ballot as older versions wrote it.
    cast_in_the_clear(&services, &people[..3]).await;
    assert_eq!(joined("ballot_comment").await, 3, "the finder is blind");
}
