//! Units side by side: the funnel, the plane of workload and complaints, the drivers, and what stands out.

use crate::common::{actor, number, on_both, run};
use domain::{
    Lang, Problem, Role, UnitId,
    insight::{
        compare::{LoadQuery, SitesQuery, Standout, Stretch},
        figures::TrendQuery,
    },
    organisation::unit::UnitKind,
};
use service::{
    Services, figures,
    figures::FileKind,
    overview::{
        drivers::{self, drivers},
        sites::{sites, sites_file},
        workload::{workload, workload_file},
    },
};

const HR: fn() -> service::Actor = || actor(Role::Hr, 1);

async fn problem<T>(result: service::Result<T>) -> Option<Problem> {
    result.err().map(service::Error::into_problem)
}

/// Complaints and contacts of a unit in a period.
async fn count(
    services: &Services,
    unit: i64,
    resolution: &str,
    start: &str,
    complaints: i64,
    contacts: i64,
) {
    run(
        services,
        &format!(
            "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
                  VALUES ({unit}, '{resolution}', '{start}', {complaints}, {contacts})"
        ),
    )
    .await;
}

/// Nine more sites, units 7 to 15, named `Site 7` and so on.
async fn more_sites(services: &Services) {
    for unit in 7..=15 {
        run(
            services,
            &format!(
                "INSERT INTO unit (id, external_id, parent_id, kind, name)
                      VALUES ({unit}, 'N{unit}', 1, 'site', 'Site {unit}')"
            ),
        )
        .await;
    }
}

/// Ten released rounds of a week, 11 to 20, from 7 September on; the newest ends on 15 November.
async fn past_rounds(services: &Services) {
    run(services, "UPDATE round SET state = 'voided', voided_on = '2026-01-01' WHERE id = 1").await;
    for number in 11..=20 {
        let starts_on =
            "2026-09-07".parse::<chrono::NaiveDate>().unwrap() + chrono::Days::new(7 * (number - 11));
        let ends_on = starts_on + chrono::Days::new(6);
        run(
            services,
            &format!(
                "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
                 VALUES ({number}, '{starts_on}', '{ends_on}', 'released', 'trivsel-1', 'Test', '2026-10-01', '2027-10-01', '{ends_on}')"
            ),
        )
        .await;
    }
}

/// A cell of the ledger for rounds `since` to `round`.
async fn cell(
    services: &Services,
    unit: i64,
    measure: &str,
    (since, round): (i64, i64),
    state: &str,
    value: Option<i64>,
) {
    let value = value.map_or("NULL".to_owned(), |value| value.to_string());
    run(
        services,
        &format!(
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
                rule_version, params_hash, input_digest, released_on)
             SELECT {unit}, '{measure}', round.id, since.id, '{state}', FALSE, {value}, 1, '', '', '2026-11-17'
             FROM round, round AS since WHERE round.number = {round} AND since.number = {since}"
        ),
    )
    .await;
}

async fn publish(services: &Services, unit: i64, measure: &str, round: i64, value: i64) {
    cell(services, unit, measure, (round, round), "published", Some(value)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_funnel_names_the_site_outside_and_those_without_contacts_and_ranks_nobody() {
    on_both(async |services| {
        more_sites(&services).await;
        for unit in (7..=15).chain([2]) {
            let complaints = if unit == 12 { 90 } else { 28 + unit % 3 };
            count(&services, unit, "quarter", "2026-07-01", complaints, 1000).await;
        }
        count(&services, 1, "quarter", "2026-07-01", 300, 8000).await;
        let query =
            SitesQuery { unit: Some(UnitId::new(1)), stretch: Stretch::Quarter, ..SitesQuery::default() };
        let page = sites(&services, Some(&HR()), &query, Lang::En).await.unwrap();
        assert_eq!(page.headline, "One site differs from the others by more than chance.");
        let outside: Vec<(&str, bool)> =
            page.outside.iter().map(|unit| (unit.name.as_str(), unit.is_above)).collect();
        assert_eq!(outside, [("Site 12", true)]);
        assert!(
            page.outside[0].why.starts_with("90.0 complaints per 1,000 contacts, above the upper limit"),
            "{:?}",
            page.outside
        );
        // By name, not by rate; every name leads to the unit's trend.
        let names: Vec<&str> = page.table.rows.iter().map(|row| row[0].as_str()).collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        assert_eq!((names.len(), &names), (11, &sorted));
        assert_eq!(page.table.links.len(), 11);
        let without = "One site has no customer contacts in these days, and so no rate: Site T.";
        assert!(page.notes.iter().any(|note| note == without), "{:?}", page.notes);
        let chart = page.chart.unwrap();
        // So few are named by their dots, the one outside before all others.
        assert!(chart.wide.contains(">Site 12</text>") && chart.wide.contains(">Site 9</text>"));
        for kind in [FileKind::Svg, FileKind::Png] {
            assert!(!sites_file(&services, Some(&HR()), &query, Lang::Nb, kind).await.unwrap().is_empty());
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_counts_when_it_lies_within_the_stretch_and_a_week_where_its_thursday_is() {
    on_both(async |services| {
        // The third quarter of 2026 ends on Wednesday 30 September.
        for (resolution, start, complaints) in [
            ("day", "2026-06-30", 1),
            ("day", "2026-07-01", 2),
            ("day", "2026-09-30", 4),
            ("day", "2026-10-01", 8),
            ("week", "2026-06-29", 16),
            ("week", "2026-09-28", 32),
            ("month", "2026-08-01", 64),
            ("month", "2026-10-01", 128),
            ("quarter", "2026-07-01", 256),
        ] {
            for unit in [1, 2] {
                count(&services, unit, resolution, start, complaints, 1000).await;
            }
        }
        let query =
            SitesQuery { unit: Some(UnitId::new(1)), stretch: Stretch::Quarter, ..SitesQuery::default() };
        let page = sites(&services, Some(&HR()), &query, Lang::En).await.unwrap();
        // The week from 29 June has its Thursday on 2 July, the one from 28 September on 1 October.
        let site: Vec<&str> = page.table.rows[0].iter().map(String::as_str).collect();
        assert_eq!(site[..3], ["Site S", "342", "5,000"]);
        assert_eq!(page.headline, "Too few sites for limits.");
        let query = SitesQuery { stretch: Stretch::Quarters, ..query };
        let page = sites(&services, Some(&HR()), &query, Lang::En).await.unwrap();
        // Four quarters with the one that runs: what is newest belongs to it.
        assert_eq!(page.table.rows[0][1], "511");
        assert!(page.eyebrow.ends_with("1 Jan 2026 to 31 Oct 2026"), "{}", page.eyebrow);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_sees_one_site_compares_its_teams_and_nothing_else() {
    on_both(async |services| {
        let manager = actor(Role::Manager, 2);
        let page = sites(&services, Some(&manager), &SitesQuery::default(), Lang::En).await.unwrap();
        assert_eq!((page.level.place.unit.id, page.level.kind), (UnitId::new(2), Some(UnitKind::Team)));
        let names: Vec<&str> = page.table.rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(names, ["Team A", "Team B"]);
        for unit in [1, 5, 6, -1, 999] {
            let query = SitesQuery { unit: Some(UnitId::new(unit)), ..SitesQuery::default() };
            let found = problem(sites(&services, Some(&manager), &query, Lang::En).await).await;
            assert_eq!(found, Some(Problem::NotFound), "unit {unit}");
            let query = LoadQuery { unit: Some(UnitId::new(unit)), ..LoadQuery::default() };
            let found = problem(workload(&services, Some(&manager), &query, Lang::En).await).await;
            assert_eq!(found, Some(Problem::NotFound), "unit {unit}");
            let found =
                problem(drivers(&services, Some(&manager), Some(UnitId::new(unit)), Lang::En).await).await;
            assert_eq!(found, Some(Problem::NotFound), "unit {unit}");
        }
        let admin = actor(Role::Admin, 1);
        let refused = sites(&services, Some(&admin), &SitesQuery::default(), Lang::En).await;
        assert_eq!(problem(refused).await, Some(Problem::Forbidden));
        // A team has nothing below it, and the page says so.
        let query = SitesQuery { unit: Some(UnitId::new(3)), ..SitesQuery::default() };
        let page = sites(&services, Some(&manager), &query, Lang::En).await.unwrap();
        assert_eq!((page.level.kind, page.chart), (None, None));
        assert_eq!(page.headline, "There is nothing to lay side by side here.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_unit_is_counted_and_nothing_of_it_is_drawn() {
    on_both(async |services| {
        past_rounds(&services).await;
        more_sites(&services).await;
        for round in 13..=20 {
            publish(&services, 1, "strain", round, 20).await;
            publish(&services, 2, "strain", round, 31).await;
            publish(&services, 5, "strain", round, 12).await;
            publish(&services, 7, "strain", round, 17).await;
            cell(&services, 8, "strain", (round, round), "below_k", None).await;
            // Carried forward: an old figure.
            cell(&services, 9, "strain", (round, round), "held", Some(77)).await;
        }
        // One figure over four rounds speaks of half of the eight; one that begins before them is left out.
        cell(&services, 10, "strain", (17, 20), "published", Some(40)).await;
        cell(&services, 11, "strain", (12, 15), "published", Some(88)).await;
        for (unit, complaints) in [(1, 160), (2, 40), (5, 5), (7, 33), (8, 20), (9, 20), (10, 20), (11, 20)] {
            count(&services, unit, "week", "2026-09-21", complaints, if unit == 1 { 8000 } else { 1000 }).await;
        }
        let query = LoadQuery { unit: Some(UnitId::new(1)), ..LoadQuery::default() };
        let page = workload(&services, Some(&HR()), &query, Lang::En).await.unwrap();
        assert_eq!(page.headline, "One of 4 sites has both much to do and many complaints.");
        assert!(page.lead.starts_with(
            "Much to do and many complaints: 1. Much to do, few complaints: 1. Calm, many complaints: 1. Calm, few complaints: 1."
        ), "{}", page.lead);
        assert!(page.notes.iter().any(|note| note.starts_with("One site is not drawn, because its strain is hidden")), "{:?}", page.notes);
        let row = |name: &str| page.table.rows.iter().find(|row| row[0] == name).unwrap().clone();
        assert_eq!(row("Site S"), ["Site S", "31", "40.0", "1,000", "Much to do, many complaints"]);
        assert_eq!(row("Site 10")[..3], ["Site 10", "40", "20.0"]);
        assert_eq!(row("Site 8"), ["Site 8", "hidden", "20.0", "1,000", ""]);
        assert_eq!(row("Site 9")[1], "no data");
        assert_eq!(row("Site 11")[1], "no data");
        let chart = page.chart.unwrap();
        for name in ["Site 8", "Site 9", "Site 11"] {
            assert!(!chart.wide.contains(name) && !chart.narrow.contains(name), "{name} is drawn");
        }
        assert_eq!(chart.wide.matches("<a class=\"pt\" href=\"/trends?unit=").count(), 4);
        assert!(!workload_file(&services, Some(&HR()), &query, Lang::Nb, FileKind::Png).await.unwrap().is_empty());
    })
    .await;
}

/// Eight teams, units 21 to 28, below site S, and ten rounds in which recovery and satisfaction move together while
/// support moves by itself. The organisation's own figures are those of a middling team.
async fn teams_with_drivers(services: &Services) {
    past_rounds(services).await;
    for team in 21..=28 {
        run(
            services,
            &format!(
                "INSERT INTO unit (id, external_id, parent_id, kind, name)
                      VALUES ({team}, 'D{team}', 2, 'team', 'Team {team}')"
            ),
        )
        .await;
    }
    for round in 11..=20 {
        for team in 21..=28 {
            let recovery = 40 + (team * 7 + round * round * 3) % 23 + team % 4;
            let wobble = (team * 5 + round * 11) % 3;
            publish(services, team, "recovery", round, recovery).await;
            publish(services, team, "satisfaction", round, 30 + recovery / 2 + wobble).await;
            publish(services, team, "support", round, 50 + (team * 13 + round * 17 + team * round) % 19)
                .await;
        }
        publish(services, 1, "recovery", round, 60).await;
        publish(services, 1, "support", round, 60).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn drivers_that_go_together_with_satisfaction_come_first_and_the_rest_is_set_apart() {
    on_both(async |services| {
        teams_with_drivers(&services).await;
        // Before the first computation the page says so and gives no estimate.
        let page = drivers(&services, Some(&HR()), Some(UnitId::new(21)), Lang::En).await.unwrap();
        assert_eq!(
            (page.headline.as_str(), &page.chart),
            ("Too little to compare the statements yet.", &None)
        );
        drivers::refresh(&services).await.unwrap();
        let page = drivers(&services, Some(&HR()), Some(UnitId::new(21)), Lang::En).await.unwrap();
        assert!(page.headline.ends_with("Recovery between shifts."), "{}", page.headline);
        assert!(
            page.lead.starts_with("One of 2 statements clearly goes together with satisfaction; one is not"),
            "{}",
            page.lead
        );
        let standing: Vec<(&str, &str)> =
            page.table.rows.iter().map(|row| (row[0].as_str(), row[7].as_str())).collect();
        assert_eq!(standing, [("Recovery between shifts", "clear"), ("Support", "not clear yet")]);
        // The gap of a team is measured from the organisation, that of the organisation from 100.
        assert_eq!(page.table.rows[0][3], "60");
        let root = drivers(&services, Some(&HR()), Some(UnitId::new(1)), Lang::En).await.unwrap();
        assert_eq!((root.table.rows[0][1].as_str(), root.table.rows[0][3].as_str()), ("60", "100"));
        assert_eq!(root.table.rows[0][4], "40");
        assert!(page.notes.iter().any(|note| note.contains("not proof of cause")));
        // Nothing is computed again until the data change.
        assert_eq!(drivers::refresh(&services).await.unwrap(), 0);
        run(&services, "UPDATE organisation SET data_version = data_version + 1").await;
        assert_eq!(drivers::refresh(&services).await.unwrap(), 2);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM driver_result").await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn windows_enter_the_association_as_one_figure_and_void_rounds_do_not() {
    on_both(async |services| {
        teams_with_drivers(&services).await;
        drivers::refresh(&services).await.unwrap();
        let basis = async |services: &Services| {
            let page = drivers(services, Some(&HR()), Some(UnitId::new(2)), Lang::En).await.unwrap();
            page.notes.into_iter().find(|note| note.starts_with("Worked out across")).unwrap()
        };
        assert!(basis(&services).await.contains("8 teams with 80 figures"));
        // Satisfaction of the same rounds is what a driver is held against, not that of the last of them.
        for team in 21..=28 {
            cell(&services, team, "belonging", (11, 14), "published", Some(50 + team)).await;
        }
        // A small team; the round that is void takes the window around it along.
        run(
            &services,
            "INSERT INTO unit (id, external_id, parent_id, kind, name) VALUES (29, 'D29', 2, 'team', 'Team 29')",
        )
        .await;
        for window in [(11, 13), (14, 16), (17, 20)] {
            cell(&services, 29, "recovery", window, "published", Some(45)).await;
            cell(&services, 29, "satisfaction", window, "published", Some(55)).await;
        }
        run(&services, "UPDATE round SET state = 'voided', voided_on = '2026-11-18' WHERE number = 15").await;
        run(&services, "UPDATE organisation SET data_version = data_version + 1").await;
        drivers::refresh(&services).await.unwrap();
        assert!(basis(&services).await.contains("9 teams with 74 figures"), "{}", basis(&services).await);
        let json = "SELECT COUNT(*) FROM driver_result WHERE associations LIKE '%\"belonging\":{\"slope\":null,\"units\":0%'";
        assert_eq!(number(&services, json).await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn too_few_teams_are_not_compared_and_the_page_says_how_many_it_takes() {
    on_both(async |services| {
        teams_with_drivers(&services).await;
        for team in 24..=28 {
            run(&services, &format!("UPDATE unit SET parent_id = 5 WHERE id = {team}")).await;
        }
        run(&services, "UPDATE organisation SET data_version = data_version + 1").await;
        drivers::refresh(&services).await.unwrap();
        // Site S has three teams with figures: its own result is closed, so the organisation's is shown.
        let page = drivers(&services, Some(&HR()), Some(UnitId::new(21)), Lang::En).await.unwrap();
        assert!(page.notes.iter().any(|note| note.contains("teams of Testkjeden: at most 8 teams")), "{:?}", page.notes);
        run(&services, "UPDATE driver_result SET associations = (SELECT associations FROM driver_result AS site WHERE site.unit_id = 2)").await;
        let page = drivers(&services, Some(&HR()), Some(UnitId::new(21)), Lang::En).await.unwrap();
        assert_eq!(page.lead, "Too few teams for an answer: 3 have figures of their own in several rounds, and 6 are needed.");
        assert_eq!(page.chart, None);
        assert_eq!(page.table.rows[0][7], "too little to go by");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_score_is_told_from_a_missing_one_and_leaves_no_trace() {
    on_both(async |services| {
        teams_with_drivers(&services).await;
        for round in [19, 20] {
            cell(&services, 21, "valued", (round, round), "complement", None).await;
            cell(&services, 21, "clarity", (round, round), "no_data", None).await;
        }
        drivers::refresh(&services).await.unwrap();
        let page = drivers(&services, Some(&HR()), Some(UnitId::new(21)), Lang::En).await.unwrap();
        let now = |name: &str| page.table.rows.iter().find(|row| row[0] == name).unwrap()[1].clone();
        assert_eq!((now("Effort is seen"), now("Clear priorities")), ("hidden".into(), "no data".into()));
        assert!(!page.chart.unwrap().wide.contains("Effort is seen"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_card_shows_what_moved_from_the_units_own_usual_level_but_never_beside_a_break() {
    on_both(async |services| {
        past_rounds(&services).await;
        for round in 11..=20 {
            publish(&services, 3, "recovery", round, if round > 18 { 41 } else { 49 + round % 3 }).await;
            publish(&services, 3, "support", round, if round > 18 { 77 } else { 70 + round % 2 }).await;
            publish(&services, 3, "valued", round, 58).await;
        }
        let query = TrendQuery { unit: Some(UnitId::new(3)), ..TrendQuery::default() };
        let card = async |services: &Services| {
            figures::trend(services, Some(&HR()), &query, Lang::En).await.unwrap().stands_out.drivers
        };
        let standout =
            |label: &str, score, change| Standout { label: label.to_owned(), score, change };
        assert_eq!(
            card(&services).await,
            [standout("Recovery between shifts", 41, -9), standout("Support", 77, 7)]
        );
        // Somebody joined or left in round 19, in whichever figure it shows: nothing may be said about a change.
        run(&services, "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
                rule_version, params_hash, input_digest, released_on)
             SELECT 3, 'strain', id, id, 'published', TRUE, 30, 1, '', '', '2026-11-17' FROM round WHERE number = 19").await;
        assert_eq!(card(&services).await, []);
    })
    .await;
}
