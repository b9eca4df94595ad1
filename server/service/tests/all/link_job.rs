//! The job behind the link: worked out once for each version of the data, by one instance at a time, taken up
//! where another stopped; and the page that shows it.

use std::sync::Arc;

use crate::common::{actor, now, number, on_both, run};
use chrono::Duration;
use domain::{
    Lang, Problem, Role, UnitId,
    insight::link::{LinkPage, LinkQuery},
};
use service::{Error, Services, clock::StoppedClock, figures::FileKind, link};

/// Rounds with released figures before today.
const ROUNDS: i64 = 40;

/// Twelve more teams below site T with figures of many rounds, complaints that follow their strain two rounds
/// later, and contacts. Site S keeps its two teams without any.
async fn fill(services: &Services) {
    run(services, "DELETE FROM roll").await;
    run(services, "DELETE FROM round").await;
    let mut teams = vec![6];
    for team in 0..11 {
        let unit = 7 + team;
        run(
            services,
            &format!("INSERT INTO unit (external_id, parent_id, kind, name) VALUES ('T{team}', 5, 'team', 'Till {team}')"),
        )
        .await;
        teams.push(unit);
    }
    let mut figures = Vec::new();
    let mut counts = Vec::new();
    let strain = |team: i64, round: i64| 20 + ((round / 5 + team * 3) % 4) * 14 + (team * 7 + round * 13) % 9;
    for round in 1..=ROUNDS {
        let starts = now().date_naive() - Duration::days(7 * (ROUNDS - round + 2) - 2);
        let ends = starts + Duration::days(6);
        run(
            services,
            &format!(
                "INSERT INTO round (id, number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
                 VALUES ({round}, {round}, '{starts}', '{ends}', 'released', 'trivsel-1', 'Test', '2026-01-01', '2027-01-01', '{ends}')"
            ),
        )
        .await;
        for team in &teams {
            let satisfaction = 40 + ((round / 4 + team * 5) % 3) * 15 + (team * 5 + round * 17) % 7;
            for (measure, value) in [("strain", strain(*team, round)), ("satisfaction", satisfaction)] {
                figures.push(format!("({team}, '{measure}', {round}, {round}, 'published', FALSE, {value}, '5-9', 1, '', '', '{ends}')"));
            }
            let felt = (1..=4).map(|lag| strain(*team, (round - lag).max(1))).sum::<i64>() / 4;
            let complaints = 2 + felt * felt / 150 + (team + round) % 3;
            counts.push(format!("({team}, 'week', '{starts}', {complaints}, 400)"));
        }
    }
    run(
        services,
        &format!(
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value, turnout_band,
                rule_version, params_hash, input_digest, released_on) VALUES {}",
            figures.join(", ")
        ),
    )
    .await;
    run(
        services,
        &format!(
            "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts) VALUES {}",
            counts.join(", ")
        ),
    )
    .await;
}

fn later(services: &Services, minutes: i64) -> Services {
    services.with_clock(Arc::new(StoppedClock(now() + Duration::minutes(minutes))))
}

async fn page(services: &Services, unit: i64, lang: Lang) -> LinkPage {
    let hr = actor(Role::Hr, 1);
    link::page(services, Some(&hr), &LinkQuery { unit: Some(UnitId::new(unit)) }, lang).await.unwrap()
}

async fn bump(services: &Services) {
    run(services, "UPDATE organisation SET data_version = data_version + 1").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_is_worked_out_once_for_each_version_of_the_data() {
    on_both(async |services| {
        fill(&services).await;
        // The whole organisation and site T; site S has too few teams.
        assert_eq!(link::refresh(&services).await.unwrap(), 2);
        assert_eq!(number(&services, "SELECT done FROM link_run WHERE done = total").await, 2);
        assert_eq!(link::refresh(&services).await.unwrap(), 0, "nothing has changed");
        bump(&services).await;
        let services = later(&services, 5);
        assert_eq!(link::refresh(&services).await.unwrap(), 2);
        let version = number(&services, "SELECT data_version FROM organisation").await;
        let stale = format!("SELECT COUNT(*) FROM link_result WHERE data_version <> {version}");
        assert_eq!(number(&services, &stale).await, 0);
        assert_eq!(number(&services, "SELECT turn FROM link_run").await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_instances_that_start_together_one_works() {
    on_both(async |services| {
        fill(&services).await;
        let instances: Vec<_> = (0..4)
            .map(|_| {
                let services = services.clone();
                tokio::spawn(async move { link::refresh(&services).await.unwrap() })
            })
            .collect();
        let mut worked_out = 0;
        for instance in instances {
            worked_out += instance.await.unwrap();
        }
        assert_eq!(worked_out, 2);
        assert_eq!(number(&services, "SELECT turn FROM link_run").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_instance_left_half_done_is_taken_up_when_its_claim_is_over() {
    on_both(async |services| {
        fill(&services).await;
        link::refresh(&services).await.unwrap();
        // As if the instance had died after the first of both units.
        run(&services, "DELETE FROM link_result WHERE unit_id = 5").await;
        let later_on = later(&services, 10);
        let claim = in_minutes(10);
        run(&services, &format!("UPDATE link_run SET done = 1, claimed_until = '{claim}'")).await;
        assert_eq!(link::refresh(&services).await.unwrap(), 0, "the claim still holds");
        let shown = page(&services, 5, Lang::En).await;
        assert!(shown.progress.is_none() && shown.eyebrow.contains("Testkjeden"), "{}", shown.eyebrow);
        assert_eq!(link::refresh(&later_on).await.unwrap(), 1, "only what is missing");
        assert_eq!(number(&services, "SELECT turn FROM link_run").await, 2);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM link_result").await, 2);
    })
    .await;
}

/// An instant some minutes from now, as both databases read it.
fn in_minutes(minutes: i64) -> String {
    (now() + Duration::minutes(minutes)).to_rfc3339()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_when_a_newer_result_is_on_its_way_and_how_far_it_is() {
    on_both(async |services| {
        fill(&services).await;
        let first = page(&services, 5, Lang::En).await;
        assert_eq!(first.headline, "The link has not been worked out yet");
        assert!(first.sections.is_empty() && first.progress.is_none());
        let claim = in_minutes(10);
        run(&services, &format!("INSERT INTO link_run VALUES (1, 1, 1, 3, 1, '{claim}')")).await;
        let text = page(&services, 5, Lang::En).await.progress.unwrap();
        assert!(text.contains("1 of 3"), "{text}");
        run(&services, "DELETE FROM link_run").await;
        link::refresh(&services).await.unwrap();
        assert_eq!(page(&services, 5, Lang::En).await.progress, None);
        bump(&services).await;
        let waits = page(&services, 5, Lang::Nb).await.progress.unwrap();
        assert!(waits.contains("nye tall"), "{waits}");
        let version = number(&services, "SELECT data_version FROM organisation").await;
        run(
            &services,
            &format!(
                "UPDATE link_run SET data_version = {version}, done = 1, total = 2, claimed_until = '{claim}'"
            ),
        )
        .await;
        let newer = page(&services, 5, Lang::Nb).await.progress.unwrap();
        assert!(newer.contains("1 av 2") && newer.contains("forrige"), "{newer}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_holds_every_part_in_both_languages_without_a_hole_in_the_words() {
    let (services, _folder) = crate::common::on_sqlite().await;
    fill(&services).await;
    link::refresh(&services).await.unwrap();
    for lang in [Lang::En, Lang::Nb] {
        let page = page(&services, 5, lang).await;
        let ids: Vec<&str> = page.sections.iter().map(|section| section.id.as_str()).collect();
        assert_eq!(
            ids,
            ["estimate", "mind", "lags", "between", "teams", "forecast", "reverse", "firm", "data"],
            "{}",
            page.lead
        );
        let open = page.sections.iter().filter(|section| !section.is_folded).count();
        assert_eq!(open, 2, "the picture and what would change our mind; the rest opens when asked for");
        let mind = &page.sections[1].text;
        assert!(mind[0].starts_with(if lang == Lang::En { "Strain: " } else { "Belastning: " }), "{mind:?}");
        for section in &page.sections {
            let drawn = section.figure.as_ref().map_or("", |figure| &figure.svg);
            assert!(drawn.is_empty() || drawn.starts_with("<svg"), "{}", section.id);
        }
        // Headings, sentences and cells: nothing unfilled, nothing that is no number, no id of a message.
        let said = serde_json::to_string(&page).unwrap();
        for hole in ["NaN", "inf ", "{$", "{ $", "link-section-", "link-flag", "link-side", "link-closed"] {
            assert!(!said.contains(hole), "{hole} in {lang:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn single_teams_are_named_only_to_whoever_may_see_them_all() {
    let (services, _folder) = crate::common::on_sqlite().await;
    fill(&services).await;
    link::refresh(&services).await.unwrap();
    let of_one_team = actor(Role::Manager, 6);
    let query = LinkQuery { unit: Some(UnitId::new(6)) };
    let narrow = link::page(&services, Some(&of_one_team), &query, Lang::En).await.unwrap();
    let said = serde_json::to_string(&narrow.sections).unwrap();
    assert!(said.contains("With any one team left out"), "{said}");
    assert!(!said.contains("Till "), "names of other teams");
    let wide = serde_json::to_string(&page(&services, 5, Lang::En).await.sections).unwrap();
    assert!(wide.contains("Without Till 3"));
    let file = link::chart_file(&services, Some(&of_one_team), &query, "influence", Lang::En, FileKind::Svg);
    assert!(matches!(file.await, Err(Error::Problem(Problem::NotFound))), "nor as a file");
    let beside = LinkQuery { unit: Some(UnitId::new(5)) };
    let refused = link::page(&services, Some(&of_one_team), &beside, Lang::En).await;
    assert!(matches!(refused, Err(Error::Problem(Problem::NotFound))));
    assert!(link::page(&services, Some(&actor(Role::Admin, 1)), &beside, Lang::En).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn where_something_is_missing_the_page_says_what_and_what_helps() {
    let (services, _folder) = crate::common::on_sqlite().await;
    fill(&services).await;
    run(&services, "UPDATE voice_rollup SET complaints = 0 WHERE unit_id > 9").await;
    link::refresh(&services).await.unwrap();
    let page = page(&services, 5, Lang::En).await;
    assert_eq!(page.headline, "No answer yet");
    assert!(page.lead.contains("4 have enough data, and 6 are needed"), "{}", page.lead);
    assert!(page.missing[0].remedy.contains("Look at a unit higher up"), "{:?}", page.missing);
    let ids: Vec<&str> = page.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(ids, ["data"], "no picture of what may not be said");
    let rows = &page.sections[0].table.as_ref().unwrap().rows;
    assert!(rows.iter().any(|row| row[0].contains("teams without a single complaint (8)")), "{rows:?}");
}
