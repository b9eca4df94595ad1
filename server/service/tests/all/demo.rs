//! The demo, end to end: what was planted is what the pages and files show.

use std::sync::Arc;

use crate::common::{actor, now, number};
use domain::{
    Lang, Resolution, Role, UnitId,
    insight::{figures::TrendQuery, matters::Matter, signal::SignalMeasure, today::TodayQuery},
};
use service::{
    Services,
    clock::StoppedClock,
    db::{Db, Missing},
    demo, figures, organisation,
    pack::{self, Which, documents::Format, pages::Asked},
    review, today,
};

/// One demo for all checks: making it is the expensive part.
#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_whole_labelled_and_its_planted_link_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("demo.db").display());
    let db = Db::open(&url, Missing::Create).await.unwrap();
    migrations::migrate(db.for_migrations()).await.unwrap();
    let services = Services::new(db, Arc::new(StoppedClock(now())));
    demo::create(&services, |_| {}).await.unwrap();

    assert!(organisation::find(&services.db.reader).await.unwrap().is_synthetic);
    for (kind, count) in [("region", 1), ("site", 4), ("team", 16)] {
        assert_eq!(
            number(&services, &format!("SELECT COUNT(*) FROM unit WHERE kind = '{kind}'")).await,
            count
        );
    }
    let people = number(&services, "SELECT COUNT(*) FROM person").await;
    assert!((220..=245).contains(&people), "{people}");
    assert_eq!(number(&services, "SELECT COUNT(*) FROM round WHERE state = 'released'").await, 104);
    assert_eq!(number(&services, "SELECT COUNT(*) FROM round WHERE state = 'open'").await, 1);
    assert_eq!(demo::sign_ins(&services).await.unwrap().len(), 8);

    // Something is shown of nearly everything: of single rounds, of thirds of a quarter, of teams and of sites.
    for (what, unit) in [
        ("team", "kind = 'team'"),
        ("site", "kind = 'site'"),
        ("above", "kind IN ('region', 'organisation')"),
    ] {
        let figures = format!(
            "SELECT COUNT(*) FROM released_figure JOIN unit ON unit.id = unit_id WHERE {unit} AND state"
        );
        let shown = number(&services, &format!("{figures} = 'published'")).await;
        let all = number(&services, &format!("{figures} <> 'no_data'")).await;
        assert!(shown * 100 > all * 85, "{what}: {shown} of {all}");
    }
    let windows =
        "SELECT COUNT(*) FROM released_figure WHERE since_round_id <> round_id AND state = 'published'";
    assert!(number(&services, windows).await > 100);

    // The roll-up is what counting everything again would give.
    let root = number(&services, "SELECT id FROM unit WHERE parent_id IS NULL").await;
    let complaints = number(&services, "SELECT COUNT(*) FROM complaint WHERE counts").await;
    let rolled_up = format!("SELECT SUM(complaints) FROM voice_rollup WHERE unit_id = {root}");
    assert_eq!(number(&services, &rolled_up).await, complaints);

    // One team slips, whatever day the demo is made on: the region opens on it by name.
    let region = number(&services, "SELECT id FROM unit WHERE kind = 'region'").await;
    let morning =
        today::page(&services, Some(&actor(Role::Manager, region)), &TodayQuery::default()).await.unwrap();
    let slips =
        |matter: &Matter| matter.unit.name.ends_with("evening") && matter.topic == SignalMeasure::Complaints;
    let waits = morning.matters.open.iter().find(|matter| slips(matter));
    let waits = waits.unwrap_or_else(|| panic!("{:?}", morning.matters));
    assert!(waits.value > 2.0 * waits.usual, "{waits:?}");

    let hr = actor(Role::Hr, root);
    let page = figures::trend(&services, Some(&hr), &TrendQuery::default(), Lang::En).await.unwrap();
    assert_eq!((page.resolution, page.rows.len()), (Resolution::Week, 52));
    assert!(page.svg.unwrap().starts_with("<svg"));
    planted_link_is_found(&services, root).await;
    the_review_says_the_same_twice(&services, &hr).await;

    // Made once: a second call changes nothing.
    demo::create(&services, |_| {}).await.unwrap();
    assert_eq!(number(&services, "SELECT COUNT(*) FROM complaint WHERE counts").await, complaints);
}

/// What happened before a week must not depend on which of its days the demo is made: on some the slipping team did
/// not stand out, and nothing waited on the first page.
#[tokio::test(flavor = "multi_thread")]
async fn the_day_a_demo_is_made_on_changed_what_had_happened() {
    let mut told = Vec::new();
    for day in ["2026-11-30", "2026-12-03", "2026-12-06", "2027-03-17"] {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("demo.db").display());
        let db = Db::open(&url, Missing::Create).await.unwrap();
        migrations::migrate(db.for_migrations()).await.unwrap();
        let noon = format!("{day}T12:00:00Z").parse().unwrap();
        let services = Services::new(db, Arc::new(StoppedClock(noon)));
        demo::create_of_size(&services, demo::Size { teams: 16, weeks: 26 }, |_| {}).await.unwrap();
        let before = "FROM complaint WHERE happened_on < '2026-11-30' AND (counts OR kind = 'compliment')";
        let of_day = (
            number(&services, &format!("SELECT COUNT(*) {before}")).await,
            number(&services, &format!("SELECT SUM(unit_id * strftime('%j', happened_on)) {before}")).await,
            number(&services, &format!("SELECT SUM(length(category) * length(severity)) {before}")).await,
        );
        // Of another week, only that the team stands out.
        told.extend(day.starts_with("2026").then_some(of_day));
        let region = number(&services, "SELECT id FROM unit WHERE kind = 'region'").await;
        let manager = actor(Role::Manager, region);
        let morning = today::page(&services, Some(&manager), &TodayQuery::default()).await.unwrap();
        let slips = |matter: &Matter| {
            matter.unit.name.ends_with("evening") && matter.topic == SignalMeasure::Complaints
        };
        assert!(morning.matters.open.iter().any(slips), "{day}: {:?}", morning.matters);
    }
    assert!(told.iter().all(|of_day| *of_day == told[0]), "{told:?}");
    assert!(told[0].0 > 1000, "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demo_of_another_size_is_the_same_story_in_more_teams() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("demo.db").display());
    let db = Db::open(&url, Missing::Create).await.unwrap();
    migrations::migrate(db.for_migrations()).await.unwrap();
    let services = Services::new(db, Arc::new(StoppedClock(now())));
    for (teams, weeks) in [(15, 104), (2001, 104), (16, 25), (16, 157)] {
        let size = demo::Size { teams, weeks };
        let refused = demo::create_of_size(&services, size, |_| {}).await.unwrap_err();
        assert!(format!("{refused:?}").contains("16 to 2000 teams and 26 to 156 weeks"), "{refused:?}");
    }
    demo::create_of_size(&services, demo::Size { teams: 102, weeks: 26 }, |_| {}).await.unwrap();
    assert!(organisation::find(&services.db.reader).await.unwrap().is_synthetic);
    for (kind, count) in [("region", 2), ("site", 26), ("team", 102)] {
        let units = format!("SELECT COUNT(*) FROM unit WHERE kind = '{kind}'");
        assert_eq!(number(&services, &units).await, count, "{kind}");
    }
    assert_eq!(number(&services, "SELECT COUNT(DISTINCT name) FROM unit WHERE kind = 'site'").await, 26);
    assert_eq!(number(&services, "SELECT COUNT(*) FROM round WHERE state = 'released'").await, 26);
    let shown = "SELECT COUNT(*) FROM released_figure WHERE state = 'published' AND measure = 'strain'";
    assert!(number(&services, shown).await > 26 * 50, "most teams have figures");
    let apart = "SELECT COUNT(*) FROM unit JOIN voice_rollup ON unit_id = unit.id WHERE parent_id IS NULL
        AND complaints <> (SELECT COUNT(*) FROM complaint WHERE happened_on = period_start AND counts)";
    assert_eq!(number(&services, apart).await, 0, "the roll-up is what counting again would give");
    assert_eq!(demo::sign_ins(&services).await.unwrap().len(), 8);
}

/// Ten points of strain were planted to make 35 % more complaints.
async fn planted_link_is_found(services: &Services, root: i64) {
    use sea_orm::{ConnectionTrait, DbBackend, Statement};
    let query = format!("SELECT report FROM link_result WHERE unit_id = {root}");
    let row = services
        .db
        .reader
        .query_one_raw(Statement::from_string(DbBackend::Sqlite, query))
        .await
        .unwrap()
        .unwrap();
    let report: stats::link::Report =
        serde_json::from_str(&row.try_get_by::<String, _>("report").unwrap()).unwrap();
    let headline: serde_json::Value =
        serde_json::from_str(&row.try_get_by::<String, _>("report").unwrap()).unwrap();
    assert_eq!(headline["headline"]["verdict"], "finding", "{}", headline["headline"]);
    let summary = report.summary("strain", 10.0);
    assert_eq!(summary.verdict, stats::link::Verdict::Significant);
    // What is hidden, clipped and rounded makes strain less exact, and an estimate from it smaller.
    let [low, high] = summary.interval.unwrap();
    let ratio = summary.rate_ratio.unwrap();
    assert!(1.1 < low && 1.2 < ratio && ratio < 1.4, "{low}, {ratio}, {high}");
}

async fn the_review_says_the_same_twice(services: &Services, hr: &service::Actor) {
    let page = review::page(services, Some(hr), Some("2026Q3")).await.unwrap();
    assert_eq!(page.rounds, 13);
    let file = async |actor: &service::Actor, unit: Option<i64>, format| {
        let asked = Asked { which: Which::Newest, lang: Lang::En, site: "https://trivsel.example" };
        pack::documents::file(services, Some(actor), "2026Q3", unit.map(UnitId::new), format, asked)
            .await
            .map(|taken| taken.bytes)
    };
    let csv = file(hr, None, Format::Csv).await.unwrap();
    assert!(csv == file(hr, None, Format::Csv).await.unwrap());
    assert!(
        file(hr, None, Format::Workbook).await.unwrap() == file(hr, None, Format::Workbook).await.unwrap()
    );
    let text = entry(&csv, "rounds.csv");
    // Every ledger cell of both quarters, and the head.
    let cells = number(
        services,
        "SELECT COUNT(*) FROM released_figure JOIN round ON round.id = round_id
         WHERE starts_on BETWEEN '2026-04-01' AND '2026-09-30'
             AND since_round_id IN (SELECT id FROM round WHERE starts_on >= '2026-04-01')
             AND released_figure.state <> 'no_data'",
    )
    .await;
    assert_eq!(text.lines().count() as i64, cells + 1);
    for line in text.lines().filter(|line| line.ends_with("\"hidden\"")) {
        assert!(line.ends_with(",,,,,\"hidden\""), "{line}");
    }
    assert_eq!(number(services, "SELECT COUNT(*) FROM export_log WHERE LENGTH(sha256) = 64").await, 4);
    // HR of one site takes out that site and what is below it, nothing beside or above.
    let site = number(services, "SELECT id FROM unit WHERE external_id = 'S1'").await;
    let of_site = actor(Role::Hr, site);
    let part = entry(&file(&of_site, Some(site), Format::Csv).await.unwrap(), "rounds.csv");
    assert!(part.contains("\"S1\"") && part.contains("\"S1-T1\""));
    assert!(!part.contains("\"ROOT\"") && !part.contains("\"R1\"") && !part.contains("\"S2"), "{part}");
    assert!(
        file(&of_site, None, Format::Csv).await.is_err()
            && file(&of_site, Some(1), Format::Csv).await.is_err()
    );
    // Equal arms: the staff's representative takes out the same bytes.
    let representative = actor(Role::StaffRepresentative, 1);
    assert!(file(&representative, None, Format::Csv).await.unwrap() == csv);
    assert!(file(&actor(Role::Manager, 1), None, Format::Csv).await.is_err());
}

/// A file of an archive.
fn entry(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
}

/// Whoever chose one language must not meet texts of the other: what two demos have in common is names and codes.
#[tokio::test(flavor = "multi_thread")]
async fn no_sentence_of_the_english_demo_is_in_the_norwegian_one() {
    let size = demo::Size { teams: 16, weeks: 26 };
    let folder = tempfile::tempdir().unwrap();
    let (mut texts, mut stories) = (Vec::new(), Vec::new());
    for lang in Lang::ALL {
        let url = format!("sqlite://{}", folder.path().join(lang.tag()).display());
        let db = Db::open(&url, Missing::Create).await.unwrap();
        migrations::migrate(db.for_migrations()).await.unwrap();
        let services = Services::new(db, Arc::new(StoppedClock(now())));
        demo::create_in(&services, lang, size, |_| {}).await.unwrap();
        texts.push(sentences(&services).await);
        stories.push(story(&services).await);
    }
    assert!(stories[0].len() > 16 * 26 && stories[0] == stories[1], "another language, another story");
    let [english, norwegian] = texts.as_slice() else { unreachable!() };
    assert!(english.contains("Two on the till after four o’clock."), "{english:?}");
    assert!(norwegian.contains("To i kassa etter klokka fire."), "{norwegian:?}");
    assert!(norwegian.contains("Bryggen kveld") && norwegian.len() > 60, "{norwegian:?}");
    let both: Vec<&String> = english.intersection(norwegian).collect();
    assert!(both.is_empty(), "{both:?}");
}

/// What happened to whom: each team's complaints and contacts of each day, and what it answered.
async fn story(services: &Services) -> Vec<String> {
    use sea_orm::{ConnectionTrait, DbBackend, Statement};
    let sql = "SELECT external_id || ' ' || resolution || ' ' || period_start || ': ' || complaints || ' of ' || contacts
         FROM voice_rollup JOIN unit ON unit.id = unit_id
         UNION ALL
         SELECT external_id || ' ' || round_id || ' ' || measure || ': ' || COALESCE(value, -1)
         FROM released_figure JOIN unit ON unit.id = unit_id
         ORDER BY 1";
    let rows = services
        .db
        .reader
        .query_all_raw(Statement::from_string(DbBackend::Sqlite, sql.to_owned()))
        .await
        .unwrap();
    rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect()
}

/// Every text of the database with a space in it, but for people's names and for what machines write.
async fn sentences(services: &Services) -> std::collections::BTreeSet<String> {
    use sea_orm::{ConnectionTrait, DbBackend, Statement};
    let ask = async |sql: String| {
        let rows =
            services.db.reader.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect::<Vec<_>>()
    };
    let columns =
        "SELECT 'SELECT DISTINCT \"' || c.name || '\" FROM \"' || t.name || '\" WHERE typeof(\"' || c.name
            || '\") = ''text'' AND \"' || c.name || '\" LIKE ''%_ _%'''
        FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.sql NOT LIKE 'CREATE VIRTUAL%'
          AND t.name NOT LIKE 'seaql%'
          AND NOT (t.name IN ('person', 'account') AND c.name = 'name')";
    let mut found = std::collections::BTreeSet::new();
    for sql in ask(columns.to_owned()).await {
        let is_time = |text: &String| text.starts_with("20") && text.contains(':');
        let is_machine = |text: &String| text.starts_with(['{', '[']) || is_time(text);
        found.extend(ask(sql).await.into_iter().filter(|text| !is_machine(text)));
    }
    found
}
