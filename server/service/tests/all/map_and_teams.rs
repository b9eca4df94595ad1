//! The heat map and the cards of teams: what they show, what they never show, and what they cost.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use crate::common::{actor, number, on_both, on_sqlite, run};
use domain::{
    Lang, Problem, Role, UnitId,
    insight::{
        figures::Measure,
        map::{MapPage, MapQuery},
        signal::SignalState,
        teams::{Look, TeamsPage, TeamsQuery},
    },
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use service::{
    Error, Services,
    figures::FileKind,
    overview::{self, signals},
};

/// Five released weeks; round 5 is the newest.
async fn rounds(services: &Services) {
    run(services, "DELETE FROM roll").await;
    run(services, "DELETE FROM round").await;
    for (number, day) in
        ["2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"].into_iter().enumerate()
    {
        let id = number + 1;
        run(
            services,
            &format!(
                "INSERT INTO round (id, number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
                 VALUES ({id}, {id}, '{day}', '{day}', 'released', 'trivsel-1', 'Test', '2026-01-01', '2027-01-01', '2026-11-17')"
            ),
        )
        .await;
    }
}

async fn write(
    services: &Services,
    unit: i64,
    measure: &str,
    rounds: (i64, i64),
    state: &str,
    value: Option<i64>,
) {
    let value = value.map_or("NULL".to_owned(), |value| value.to_string());
    run(
        services,
        &format!(
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
                rule_version, params_hash, input_digest, released_on)
             VALUES ({unit}, '{measure}', {}, {}, '{state}', FALSE, {value}, 1, '', '', '2026-11-17')",
            rounds.1, rounds.0
        ),
    )
    .await;
}

pub(crate) async fn map(services: &Services, unit: i64, measure: &str) -> MapPage {
    let (unit, measure) = (Some(UnitId::new(unit)), Measure::from_name(measure));
    let query = MapQuery { unit, measure, ..MapQuery::default() };
    overview::map(services, Some(&actor(Role::Hr, 1)), &query, Lang::En).await.unwrap()
}

/// Explanations of the wide chart's cells.
fn cells(page: &MapPage) -> Vec<&str> {
    let svg = page.svg.as_deref().unwrap_or_default();
    svg.split("<title>").skip(1).filter_map(|rest| rest.split("</title>").next()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_has_the_units_directly_below_and_tells_hidden_kept_and_missing_figures_apart() {
    on_both(async |services| {
        rounds(&services).await;
        for round in 1..=5 {
            write(&services, 2, "strain", (round, round), "published", Some(30)).await;
        }
        write(&services, 3, "strain", (1, 1), "published", Some(12)).await;
        write(&services, 3, "strain", (2, 2), "below_k", None).await;
        write(&services, 3, "strain", (3, 3), "held", Some(12)).await;
        write(&services, 3, "strain", (5, 5), "published", Some(38)).await;
        write(&services, 4, "strain", (1, 4), "published", Some(21)).await;
        write(&services, 4, "strain", (5, 5), "complement", None).await;
        let page = map(&services, 2, "strain").await;
        let weeks = ["week 46, 2026", "week 45, 2026", "week 44, 2026", "week 43, 2026", "week 42, 2026"];
        assert_eq!(page.columns[1..], weeks);
        assert_eq!(page.rows[0], ["Team A", "38", "no data", "12 (held)", "hidden", "12"]);
        let together = "21 (together)";
        assert_eq!(page.rows[1], ["Team B", "hidden", together, together, together, together]);
        let found = cells(&page);
        assert_eq!(found.len(), 6, "a cell for each row of the ledger: {found:?}");
        assert!(found.contains(&"Team A, Strain, week 46, 2026: 38."), "{found:?}");
        assert!(found.contains(&"Team B, Strain, week 42, 2026 to week 45, 2026 together: 21."), "{found:?}");
        assert_eq!(found.iter().filter(|text| text.contains("hidden")).count(), 2);
        assert!(page.lead.contains("38") && page.lead.contains("hidden"), "{}", page.lead);
        assert_eq!((page.page, page.pages), (1, 1));
        // A unit with nothing below it shows itself.
        let team = map(&services, 3, "strain").await;
        assert_eq!(team.rows.len(), 1);
        assert_eq!(team.rows[0][1], "38");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn any_released_measure_can_be_picked_and_those_that_take_turns_have_no_empty_rounds() {
    on_both(async |services| {
        rounds(&services).await;
        run(
            &services,
            "INSERT INTO own_item (id, tag, version, en, nb, from_on)
             VALUES (7, 'roof', 1, 'The roof is tight.', 'Taket er tett.', '2026-01-01')",
        )
        .await;
        for measure in ["strain", "recovery", "own_7", "response_rate"] {
            for unit in [2, 3] {
                write(&services, unit, measure, (2, 2), "published", Some(60)).await;
            }
        }
        write(&services, 2, "strain", (5, 5), "published", Some(20)).await;
        let page = map(&services, 2, "recovery").await;
        assert_eq!(page.columns, ["Unit", "week 43, 2026"]);
        assert_eq!(page.headline, "Recovery between shifts, round by round");
        let offered: BTreeSet<&str> = page.offered.iter().map(|(_, label)| label.as_str()).collect();
        assert!(offered.contains("The roof is tight.") && offered.contains("Response rate"), "{offered:?}");
        assert_eq!(map(&services, 2, "response_rate").await.rows[0][1], "60 %");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_map_of_sites_said_that_nothing_was_worth_a_look_while_a_team_below_was() {
    on_both(async |services| {
        rounds(&services).await;
        for unit in [2, 5, 3] {
            write(&services, unit, "strain", (5, 5), "published", Some(40)).await;
        }
        assert_eq!(map(&services, 1, "strain").await.headline, "Strain: nothing worth a look now");
        run(
            &services,
            "INSERT INTO unit_signal (unit_id, measure, state, resolution, since, latest, value, usual, chance, points,
                 data_version, reckoned_on)
             VALUES (3, 'strain', 'concern', 'week', '2026-11-02', '2026-11-09', 40, 20, 0.0001, '[]', 1, '2026-11-17')",
        )
        .await;
        let of_all = map(&services, 1, "strain").await;
        let named = |page: &MapPage| page.worse_below.iter().map(|unit| unit.name.clone()).collect::<Vec<_>>();
        assert_eq!(of_all.headline, "Strain: as a whole, the 2 units are as usual.");
        assert_eq!(named(&of_all), ["Team A"]);
        assert!(named(&map(&services, 1, "response_rate").await).is_empty(), "nothing of another measure");
        let of_site = map(&services, 2, "strain").await;
        assert_eq!(of_site.headline, "Strain: one of 2 units is worth a look");
        assert!(named(&of_site).is_empty(), "it has a row of its own");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_declared_void_takes_its_figures_off_the_map() {
    on_both(async |services| {
        rounds(&services).await;
        for round in [4, 5] {
            write(&services, 3, "strain", (round, round), "published", Some(40 + round)).await;
        }
        write(&services, 4, "strain", (4, 5), "published", Some(77)).await;
        run(
            &services,
            "UPDATE round SET state = 'voided', voided_on = '2026-11-18', void_reason = 'x' WHERE id = 4",
        )
        .await;
        let page = map(&services, 2, "strain").await;
        assert_eq!(page.columns.len(), 2);
        assert_eq!(page.rows[0], ["Team A", "45"]);
        assert_eq!(page.rows[1], ["Team B", "no data"], "the figure speaks of the void round too");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn units_of_others_and_unknown_units_look_alike_and_files_follow_the_page() {
    on_both(async |services| {
        rounds(&services).await;
        write(&services, 3, "strain", (5, 5), "published", Some(38)).await;
        let manager = actor(Role::Manager, 2);
        for unit in [1, 5, 999, -1] {
            let query = MapQuery { unit: Some(UnitId::new(unit)), ..MapQuery::default() };
            let page = overview::map(&services, Some(&manager), &query, Lang::En).await;
            assert!(matches!(page, Err(Error::Problem(Problem::NotFound))), "{unit}");
            let file = overview::map_file(&services, Some(&manager), &query, Lang::En, FileKind::Svg).await;
            assert!(matches!(file, Err(Error::Problem(Problem::NotFound))), "{unit}");
            let query = TeamsQuery { unit: Some(UnitId::new(unit)), ..TeamsQuery::default() };
            let page = overview::teams(&services, Some(&manager), &query, Lang::En).await;
            assert!(matches!(page, Err(Error::Problem(Problem::NotFound))), "{unit}");
        }
        let admin =
            overview::map(&services, Some(&actor(Role::Admin, 1)), &MapQuery::default(), Lang::En).await;
        assert!(matches!(admin, Err(Error::Problem(Problem::Forbidden))));
        let query = MapQuery { unit: Some(UnitId::new(2)), ..MapQuery::default() };
        let png =
            overview::map_file(&services, Some(&manager), &query, Lang::Nb, FileKind::Png).await.unwrap();
        assert!(png.starts_with(b"\x89PNG"));
        let svg =
            overview::map_file(&services, Some(&manager), &query, Lang::Nb, FileKind::Svg).await.unwrap();
        assert!(String::from_utf8(svg).unwrap().contains("Team A"));
    })
    .await;
}

pub(crate) async fn teams(services: &Services, unit: i64, search: &str, show: Look) -> TeamsPage {
    let query = TeamsQuery { unit: Some(UnitId::new(unit)), search: search.to_owned(), show, page: 1 };
    overview::teams(services, Some(&actor(Role::Hr, 1)), &query, Lang::En).await.unwrap()
}

fn names(page: &TeamsPage) -> Vec<&str> {
    page.cards.iter().map(|card| card.unit.name.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn teams_are_found_by_name_and_by_what_their_newest_figures_say() {
    on_both(async |services| {
        run(&services, "DELETE FROM roll").await;
        run(&services, "DELETE FROM round").await;
        fill(&services, &[3, 4, 6], 30).await;
        // Team C's last two weeks are far above all before; team B's are hidden.
        run(&services, "DELETE FROM unit_signal").await;
        publish_last(&services, 6, "strain", 2, Some(90)).await;
        publish_last(&services, 4, "strain", 2, None).await;
        publish_last(&services, 3, "strain", 2, Some(24)).await;
        let before = teams(&services, 1, "", Look::All).await;
        assert!(before.is_behind && before.cards.iter().all(|card| card.measures.is_empty()));
        signals::refresh(&services).await.unwrap();
        let page = teams(&services, 1, "", Look::All).await;
        assert_eq!((page.total, page.concern, page.found, page.is_behind), (3, 1, 3, false));
        assert_eq!(names(&page), ["Team C", "Team A", "Team B"], "what is worth a look first, then the tree");
        let strain = &page.cards[0].measures[0];
        assert_eq!((strain.state, strain.value.as_str()), (SignalState::Concern, "90"));
        assert!(strain.mark.starts_with("worth a look since week"), "{}", strain.mark);
        assert_eq!(page.cards[0].path, "Site T");
        let hidden = &page.cards[2].measures[0];
        assert!(
            hidden.note.starts_with("from week") && hidden.mark.is_empty(),
            "an older figure says when: {hidden:?}"
        );
        assert_eq!(names(&teams(&services, 1, "", Look::Concern).await), ["Team C"]);
        assert!(names(&teams(&services, 1, "", Look::Better).await).is_empty());
        assert_eq!(names(&teams(&services, 1, "site s", Look::All).await), ["Team A", "Team B"]);
        assert_eq!(names(&teams(&services, 2, "b", Look::All).await), ["Team B"]);
        assert!(names(&teams(&services, 2, "team c", Look::All).await).is_empty(), "not below this unit");
        assert_eq!(names(&teams(&services, 3, "", Look::All).await), ["Team A"]);
        run(&services, "UPDATE unit SET closed_on = '2026-11-01' WHERE id = 6").await;
        assert_eq!(teams(&services, 1, "", Look::All).await.concern, 0, "a closed team is not counted");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cell_of_the_map_carries_the_mark_that_its_heading_speaks_of() {
    on_both(async |services| {
        run(&services, "DELETE FROM roll").await;
        run(&services, "DELETE FROM round").await;
        fill(&services, &[3, 4], 30).await;
        publish_last(&services, 3, "strain", 2, Some(90)).await;
        publish_last(&services, 4, "strain", 2, Some(24)).await;
        signals::refresh(&services).await.unwrap();
        let page = map(&services, 2, "strain").await;
        assert_eq!(page.headline, "Strain: one of 2 units is worth a look");
        assert_eq!(page.rows[0][..3], ["Team A", "90, worth a look", "90, worth a look"]);
        assert!(page.rows.iter().flatten().filter(|text| text.contains("worth a look")).count() >= 2);
        assert!(page.rows[1].iter().all(|text| !text.contains("worth a look")), "{:?}", page.rows[1]);
        let marked = cells(&page).iter().filter(|text| text.contains("Worth a look")).count();
        assert_eq!(marked, page.rows.iter().flatten().filter(|text| text.contains("worth a look")).count());
        // The phone's chart says that it has not all of them.
        assert_eq!(page.rows[0].len(), 27);
        assert!(page.narrow_note.unwrap().contains("latest 12 of 26"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_carries_no_mark_that_the_trend_of_the_team_does_not() {
    let (services, _folder) = on_sqlite().await;
    run(&services, "DELETE FROM roll").await;
    run(&services, "DELETE FROM round").await;
    grow(&services, 4, 6, 40).await;
    signals::refresh(&services).await.unwrap();
    let page = teams(&services, 1, "Stor", Look::All).await;
    assert_eq!(page.found, 24);
    let mut marked = 0;
    for card in &page.cards {
        let query = domain::insight::figures::TrendQuery {
            unit: Some(card.unit.id),
            resolution: None,
            measures: Vec::new(),
        };
        let trend =
            service::figures::trend(&services, Some(&actor(Role::Hr, 1)), &query, Lang::En).await.unwrap();
        for measure in &card.measures {
            let (label, column) = match measure.measure.name() {
                "strain" => ("Strain", 1),
                "satisfaction" => ("Satisfaction", 2),
                _ => ("Complaints", 6),
            };
            // The newest row in which the measure can be shown.
            let is_shown = |row: &&Vec<String>| !matches!(row[column].as_str(), "hidden" | "no data");
            let newest = trend.rows.iter().find(is_shown).unwrap().last().unwrap();
            let wanted = match measure.state {
                SignalState::Concern => newest.contains(&format!("{label}: worth a look")),
                SignalState::Better => newest.contains(&format!("{label}: better than usual")),
                // Marked in its own chart, and said to be one of those that chance makes among so many.
                SignalState::None if !measure.mark.is_empty() => newest.contains(label),
                SignalState::None => !newest.contains(label),
            };
            assert!(wanted, "{} {measure:?} but {newest}", card.unit.name);
            marked += u32::from(measure.state != SignalState::None);
        }
    }
    assert!(marked > 0, "the made-up figures hold some signals");
}

/// Weekly rounds up to week 46 and calm figures of these units in all but the last two.
async fn fill(services: &Services, units: &[i64], weeks: i64) {
    make_rounds(services, weeks).await;
    for unit in units {
        for measure in ["strain", "satisfaction"] {
            run(
                services,
                &format!(
                    "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
                        rule_version, params_hash, input_digest, released_on)
                     SELECT {unit}, '{measure}', id, id, 'published', FALSE, 20 + (number * 3) % 7, 1, '', '', '2026-11-17'
                     FROM round WHERE number <= {}",
                    weeks - 2
                ),
            )
            .await;
        }
    }
}

async fn publish_last(services: &Services, unit: i64, measure: &str, last: i64, value: Option<i64>) {
    let newest = number(services, "SELECT MAX(number) FROM round").await;
    for number_of in newest - last + 1..=newest {
        let id = number(services, &format!("SELECT id FROM round WHERE number = {number_of}")).await;
        let state = if value.is_some() { "published" } else { "below_k" };
        write(services, unit, measure, (id, id), state, value).await;
    }
}

async fn make_rounds(services: &Services, weeks: i64) {
    let newest: chrono::NaiveDate = "2026-11-09".parse().unwrap();
    for week in 0..weeks {
        let first = newest - chrono::Days::new(7 * (weeks - 1 - week).unsigned_abs());
        run(
            services,
            &format!(
                "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
                 VALUES ({}, '{first}', '{}', 'released', 'trivsel-1', 'Test', '2026-01-01', '2027-01-01', '2026-11-17')",
                week + 1,
                first + chrono::Days::new(6)
            ),
        )
        .await;
    }
}

/// Sites with teams, released weeks and daily contacts, on SQLite. Figures vary from team to team and week to week.
pub(crate) async fn grow(services: &Services, sites: i64, teams: i64, weeks: i64) {
    make_rounds(services, weeks).await;
    let numbers = |most: i64| {
        format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {most})")
    };
    for statement in [
        format!(
            "{} INSERT INTO unit (external_id, parent_id, kind, name) SELECT 'G' || i, 1, 'site', 'Storsted ' || i FROM n",
            numbers(sites)
        ),
        format!(
            "{} INSERT INTO unit (external_id, parent_id, kind, name)
             SELECT unit.external_id || '-' || i, unit.id, 'team', 'Stort team ' || unit.id || '-' || i
             FROM n, unit WHERE unit.external_id LIKE 'G%'",
            numbers(teams)
        ),
        "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value, lower, upper,
            turnout_band, rule_version, params_hash, input_digest, released_on)
         SELECT unit.id, measure.name, round.id, round.id,
            CASE WHEN (unit.id * 7 + round.id) % 23 = 0 THEN 'below_k' ELSE 'published' END, FALSE,
            CASE WHEN (unit.id * 7 + round.id) % 23 = 0 THEN NULL
                 ELSE 20 + ((unit.id * 37 + round.id * 17 + unit.id * round.id) % 13)
                    + CASE WHEN unit.id % 29 = 0 AND round.number > (SELECT MAX(number) - 3 FROM round) THEN 40 ELSE 0 END END,
            NULL, NULL, NULL, 1, '', '', '2026-11-17'
         FROM unit, round, (SELECT 'strain' AS name UNION SELECT 'satisfaction' UNION SELECT 'response_rate'
            UNION SELECT 'overloaded' UNION SELECT 'underloaded') AS measure"
            .to_owned(),
        format!(
            "{} INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
             SELECT unit.id, 'day', date('2026-11-16', '-' || i || ' days'),
                (unit.id * 31 + i * 13 + unit.id * i) % 7 / 5, 200 + (unit.id + i) % 50
             FROM unit, n",
            numbers(weeks * 7)
        ),
    ] {
        run(services, &statement).await;
    }
}

/// Hears every statement that is run from now on.
pub(crate) fn listen(services: &mut Services) -> Arc<Mutex<Vec<String>>> {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let ear = heard.clone();
    *services = services.with_base(|base| {
        base.db.reader.set_metric_callback(move |info| {
            ear.lock().unwrap().push(info.statement.to_string());
        });
    });
    heard
}

/// Lines of the plans of these statements that read a large table from end to end.
pub(crate) async fn scans(services: &Services, statements: &[String]) -> Vec<String> {
    let mut scans = Vec::new();
    for statement in statements.iter().filter(|statement| statement.starts_with("SELECT")) {
        let explain = Statement::from_string(DbBackend::Sqlite, format!("EXPLAIN QUERY PLAN {statement}"));
        for row in services.db.writer().query_all_raw(explain).await.unwrap() {
            let line: String = row.try_get_by("detail").unwrap();
            if ["released_figure", "voice_rollup", "complaint", "unit_signal"]
                .iter()
                .any(|table| line.starts_with(&format!("SCAN {table}")))
            {
                scans.push(format!("{line}: {statement}"));
            }
        }
    }
    scans
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_and_no_reckoning_reads_a_large_table_from_end_to_end() {
    let (mut services, _folder) = on_sqlite().await;
    run(&services, "DELETE FROM roll").await;
    run(&services, "DELETE FROM round").await;
    grow(&services, 3, 4, 16).await;
    let heard = listen(&mut services);
    signals::refresh(&services).await.unwrap();
    map(&services, 1, "strain").await;
    teams(&services, 1, "", Look::All).await;
    teams(&services, 1, "stor", Look::Concern).await;
    let statements = heard.lock().unwrap().clone();
    for table in ["released_figure", "voice_rollup", "unit_signal"] {
        assert!(
            statements.iter().any(|statement| statement.contains(table)),
            "{table} is read: {statements:#?}"
        );
    }
    assert!(!statements.iter().any(|statement| statement.contains("FROM complaint")), "{statements:#?}");
    assert_eq!(scans(&services, &statements).await, Vec::<String>::new());
}
