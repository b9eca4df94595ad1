//! The job behind the link: worked out once for each version of the data, by one instance at a time, taken up
//! where another stopped; and the page that shows it.

use std::sync::Arc;

use crate::common::{actor, now, number, on_both, run};
use chrono::Duration;
use domain::{
    Lang, Problem, Role, UnitId,
    insight::link::{LinkOutcome, LinkPage, LinkQuery},
};
use service::{Error, Services, clock::StoppedClock, figures::FileKind, link};

/// Rounds with released figures before today.
const ROUNDS: i64 = 40;

/// Twelve more teams below site T with figures of many rounds, complaints that follow their strain two rounds
/// later, and contacts. Site S keeps its two teams without any.
async fn fill(services: &Services) {
    fill_with(services, in_waves).await;
}

/// Strain that rises and falls over the rounds, in each team at other times.
fn in_waves(team: i64, round: i64) -> i64 {
    20 + ((round / 5 + team * 3) % 4) * 14 + (team * 7 + round * 13) % 9
}

/// Strain of which no round tells anything about the next.
fn at_random(team: i64, round: i64) -> i64 {
    let mut random = stats::random::SplitMix64::new(u64::try_from(team * 1000 + round).unwrap());
    10 + i64::try_from(random.below(61)).unwrap()
}

async fn fill_with(services: &Services, strain: fn(i64, i64) -> i64) {
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
    link::page(services, Some(&hr), &asked(unit, LinkOutcome::Complaints), lang).await.unwrap()
}

fn asked(unit: i64, outcome: LinkOutcome) -> LinkQuery {
    LinkQuery { unit: Some(UnitId::new(unit)), outcome }
}

/// Screens with faces in the teams of site T, on which fewer smile after rounds that were hard, and praise at the
/// desk that has nothing to do with it.
async fn fill_with_smiles(services: &Services) {
    let (mut codes, mut faces, mut praise) = (Vec::new(), Vec::new(), Vec::new());
    for (place, team) in (6..=17).enumerate() {
        codes.push(format!("({team}, 'C{team}', 'Till', '2025-01-01')"));
        for round in 1..=ROUNDS {
            let starts = now().date_naive() - Duration::days(7 * (ROUNDS - round + 2) - 2);
            let felt = (1..=4).map(|lag| at_random(team, (round - lag).max(1))).sum::<i64>() / 4;
            let sad = 4 + felt / 2 + (team * 2 + round * 11) % 7;
            // Both in the middle and on the last day of the round.
            for (day, happy) in [(3, (90 - sad) / 2), (6, (90 - sad + 1) / 2)] {
                let day = starts + Duration::days(day);
                faces.push(format!("({team}, {}, '{day}', 'good', '', {happy})", place + 1));
                faces.push(format!("({team}, {}, '{day}', 'very_bad', '', {})", place + 1, sad / 2));
            }
            for number in 0..1 + (round * 5 + team) % 3 {
                praise.push(format!(
                    "('P-{team}-{round}-{number}', {team}, 'compliment', FALSE, 'service', 'desk', 'minor', 'Kind',
                      '{starts}', '{starts}T10:00:00+00:00', 'closed')"
                ));
            }
        }
    }
    run(
        services,
        &format!("INSERT INTO card_code (unit_id, code, place, made_on) VALUES {}", codes.join(", ")),
    )
    .await;
    run(
        services,
        &format!(
            "INSERT INTO face_count (unit_id, card_code_id, day, face, why, n) VALUES {}",
            faces.join(", ")
        ),
    )
    .await;
    run(
        services,
        &format!(
            "INSERT INTO complaint (reference, unit_id, kind, counts, category, channel, severity, what, happened_on,
                 received_at, stage) VALUES {}",
            praise.join(", ")
        ),
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_is_asked_of_smiles_and_compliments_with_the_same_gates_and_words() {
    on_both(async |services| {
        fill_with(&services, at_random).await;
        fill_with_smiles(&services).await;
        assert_eq!(link::refresh(&services).await.unwrap(), 6, "two units, three outcomes");
        let hr = actor(Role::Hr, 1);
        let page =
            async |outcome, lang| link::page(&services, Some(&hr), &asked(5, outcome), lang).await.unwrap();
        let smiles = page(LinkOutcome::Smiles, Lang::En).await;
        assert_eq!(smiles.headline, "Higher strain and fewer happy faces go together");
        assert!(smiles.lead.contains("happy faces per\u{a0}100 touched were"), "{}", smiles.lead);
        assert_eq!(smiles.outcomes.iter().map(|choice| choice.outcome).collect::<Vec<_>>(), LinkOutcome::ALL);
        let drawn = &smiles.sections[0].figure.as_ref().unwrap().svg;
        // The colours of a concern and of what got better.
        assert!(drawn.contains("#b4470a") && !drawn.contains("#1f62a8"), "fewer smiles are no good news");
        assert!(page(LinkOutcome::Smiles, Lang::Nb).await.lead.contains("smilefjes"));
        let praise = page(LinkOutcome::Compliments, Lang::Nb).await;
        assert!(praise.lead.contains("rosende tilbakemeldinger"), "{}", praise.lead);
        assert!(praise.headline.contains("klar sammenheng"), "{}", praise.headline);
        for (outcome, lang) in LinkOutcome::ALL.into_iter().flat_map(|o| [(o, Lang::En), (o, Lang::Nb)]) {
            let page = page(outcome, lang).await;
            let said =
                serde_json::to_string(&(&page.headline, &page.lead, &page.small_print, &page.sections))
                    .unwrap();
            let foreign = if lang == Lang::En { "complaint" } else { "klage" };
            assert_eq!(said.contains(foreign), outcome == LinkOutcome::Complaints, "{outcome:?}: {said}");
            assert!(!said.contains("{$") && !said.contains("link-"), "{said}");
        }
        let query = asked(5, LinkOutcome::Smiles);
        let file = link::chart_file(&services, Some(&hr), &query, "link", Lang::En, FileKind::Svg).await;
        assert!(String::from_utf8(file.unwrap()).unwrap().contains("happy faces"));
        // What Today tells of is about complaints.
        let told = "SELECT COUNT(*) FROM link_verdict WHERE unit_id = 5 AND verdict LIKE '%more'";
        assert_eq!(number(&services, told).await, 1);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM link_verdict").await, 2);
    })
    .await;
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
    let query = asked(6, LinkOutcome::Complaints);
    let narrow = link::page(&services, Some(&of_one_team), &query, Lang::En).await.unwrap();
    let said = serde_json::to_string(&narrow.sections).unwrap();
    assert!(said.contains("With any one team left out"), "{said}");
    assert!(!said.contains("Till "), "names of other teams");
    let wide = serde_json::to_string(&page(&services, 5, Lang::En).await.sections).unwrap();
    assert!(wide.contains("Without Till 3"));
    let file = link::chart_file(&services, Some(&of_one_team), &query, "influence", Lang::En, FileKind::Svg);
    assert!(matches!(file.await, Err(Error::Problem(Problem::NotFound))), "nor as a file");
    let beside = asked(5, LinkOutcome::Complaints);
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
    assert!(rows.iter().any(|row| row[0].contains("teams without complaints (8)")), "{rows:?}");
}
