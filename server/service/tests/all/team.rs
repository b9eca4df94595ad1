//! The team's own page and the preview of the manager's, both from the ledger.

use crate::common::{actor, employee, on_both, run};
use domain::{
    Lang, PersonId, Problem, Role, UnitId,
    insight::{
        figures::{Measure, TrendQuery},
        signal::SignalMeasure,
        team::{Response, Shown, Span, TeamUnit},
    },
    staff::bank::Item,
};
use service::{Actor, Services, access::Grant, figures, overview};

/// A person of a team with the role in the team alone.
fn member(person: i64, unit: i64) -> Actor {
    Actor { grants: vec![Grant { role: Role::Employee, unit: UnitId::new(unit) }], ..employee(person) }
}

/// Four released rounds before the open one, which is number 2 and starts on 16 November.
async fn past_rounds(services: &Services) {
    run(services, "UPDATE round SET number = 20 WHERE id = 2").await;
    run(
        services,
        "UPDATE round SET state = 'released', released_on = '2026-11-17', number = 14 WHERE id = 1",
    )
    .await;
    for (number, day) in [(11, "2026-10-19"), (12, "2026-10-26"), (13, "2026-11-02")] {
        run(
            services,
            &format!(
                "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
                 VALUES ({number}, '{day}', '{day}', 'released', 'trivsel-1', 'Test', '2026-10-01', '2027-10-01', '{day}')"
            ),
        )
        .await;
    }
}

/// One cell of the ledger.
struct Cell<'a> {
    unit: i64,
    measure: &'a str,
    since: i64,
    round: i64,
    state: &'a str,
    value: Option<i32>,
    breaks: bool,
}

async fn write(services: &Services, cell: Cell<'_>) {
    let Cell { unit, measure, since, round, state, value, breaks } = cell;
    let value_sql = value.map_or("NULL".to_owned(), |value| value.to_string());
    let people = if value.is_some() { "'5-9'" } else { "NULL" };
    run(
        services,
        &format!(
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value, turnout_band,
                rule_version, params_hash, input_digest, released_on)
             SELECT {unit}, '{measure}', round.id, since.id, '{state}', {breaks}, {value_sql}, {people}, 1, '', '', '2026-11-17'
             FROM round, round AS since WHERE round.number = {round} AND since.number = {since}"
        ),
    )
    .await;
}

/// A published figure of one round.
async fn publish(services: &Services, unit: i64, measure: &str, round: i64, value: i32) {
    let cell =
        Cell { unit, measure, since: round, round, state: "published", value: Some(value), breaks: false };
    write(services, cell).await;
}

fn figure(unit: &TeamUnit, measure: Measure) -> &domain::insight::team::TeamFigure {
    unit.figures.iter().find(|figure| figure.measure == measure).unwrap()
}

const SATISFACTION: Measure = Measure::Score(Item::C2);

#[tokio::test(flavor = "multi_thread")]
async fn the_own_unit_comes_first_and_then_all_above_it() {
    on_both(async |services| {
        past_rounds(&services).await;
        for (unit, value) in [(3, 61), (2, 62), (1, 63), (4, 64)] {
            publish(&services, unit, "satisfaction", 14, value).await;
        }
        let page = figures::team(&services, Some(&member(1, 3)), Lang::En).await.unwrap();
        let seen: Vec<(String, Option<i32>)> = page
            .units
            .iter()
            .map(|unit| (unit.unit.name.clone(), figure(unit, SATISFACTION).shown.value()))
            .collect();
        let expected = [("Team A", 61), ("Site S", 62), ("Testkjeden", 63)];
        assert_eq!(seen, expected.map(|(name, value)| (name.to_owned(), Some(value))));
        // Somebody who manages site S is counted above it, and starts there.
        let manager = Actor { person: Some(PersonId::new(16)), ..actor(Role::Manager, 2) };
        let page = figures::team(&services, Some(&manager), Lang::En).await.unwrap();
        assert_eq!(page.units[0].unit.name, "Testkjeden");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_team_sees_what_the_manager_sees_from_the_same_moment_on() {
    on_both(async |services| {
        past_rounds(&services).await;
        let manager = actor(Role::Manager, 2);
        for round in [11, 12, 13, 14] {
            // Before and after each release, both pages hold the same figures.
            let value = i32::try_from(50 + round).unwrap();
            for is_released in [false, true] {
                if is_released {
                    publish(&services, 3, "satisfaction", round, value).await;
                    publish(&services, 3, "strain", round, value - 40).await;
                }
                let team = figures::team(&services, Some(&member(1, 3)), Lang::En).await.unwrap();
                let query = TrendQuery {
                    unit: Some(UnitId::new(3)),
                    resolution: Some(domain::Resolution::Week),
                    ..Default::default()
                };
                let trend = figures::trend(&services, Some(&manager), &query, Lang::En).await.unwrap();
                let of_manager: Vec<(String, String)> = match trend.columns.len() {
                    8 => trend.rows.iter().map(|row| (row[1].clone(), row[2].clone())).collect(),
                    _ => Vec::new(),
                };
                let text =
                    |shown: Shown| shown.value().map_or("hidden".to_owned(), |value| value.to_string());
                let of_team: Vec<(String, String)> = team.units[0]
                    .history
                    .iter()
                    .map(|round| (text(round.strain), text(round.satisfaction)))
                    .collect();
                assert_eq!(of_team, of_manager, "round {round}, released: {is_released}");
                assert_eq!(of_team.iter().any(|(_, text)| *text == value.to_string()), is_released);
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_preview_is_the_managers_page_to_the_byte() {
    on_both(async |services| {
        past_rounds(&services).await;
        for (round, value) in [(11, 60), (12, 71), (13, 55), (14, 62)] {
            publish(&services, 3, "satisfaction", round, value).await;
            publish(&services, 3, "strain", round, value - 30).await;
        }
        for resolution in [None, Some(domain::Resolution::Month)] {
            let query = TrendQuery { unit: Some(UnitId::new(3)), resolution, ..Default::default() };
            let manager =
                figures::trend(&services, Some(&actor(Role::Manager, 2)), &query, Lang::Nb).await.unwrap();
            let preview =
                figures::preview(&services, Some(&member(1, 3)), resolution, Lang::Nb).await.unwrap();
            assert!(manager.svg.as_ref().unwrap().starts_with("<svg"));
            // The frame is the member's own: nothing leads from it to other units.
            assert_eq!(manager.place.unit, preview.place.unit);
            assert!(!manager.place.above.is_empty() && preview.place.above.is_empty());
            assert_eq!(
                preview,
                domain::insight::figures::TrendPage { place: preview.place.clone(), ..manager }
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_reason_to_hide_a_figure_looks_alike() {
    on_both(async |services| {
        past_rounds(&services).await;
        for (measure, state) in [
            ("satisfaction", "below_k"),
            ("strain", "complement"),
            ("recovery", "no_data"),
            ("response_rate", "below_k"),
        ] {
            let cell = Cell { unit: 3, measure, since: 14, round: 14, state, value: None, breaks: false };
            write(&services, cell).await;
        }
        let page = figures::team(&services, Some(&member(1, 3)), Lang::En).await.unwrap();
        assert_eq!(page.units[0].figures.len(), 3);
        assert!(
            page.units[0]
                .figures
                .iter()
                .all(|figure| figure.shown == Shown::Hidden && figure.usual.is_none())
        );
        assert_eq!(page.units[0].response, Response::Hidden);
        assert_eq!(page.units[0].svg, None, "a chart of nothing");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_stands_beside_the_usual_level_of_the_trends_and_not_beside_the_last_round() {
    on_both(async |services| {
        past_rounds(&services).await;
        for number in 1..=10 {
            let sql = "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
                 VALUES ({n}, '{d}', '{d}', 'released', 'trivsel-1', 'Test', '2026-07-01', '2027-07-01', '{d}')";
            let day = chrono::NaiveDate::from_ymd_opt(2026, 8, 3).unwrap() + chrono::Days::new(7 * number);
            run(&services, &sql.replace("{n}", &number.to_string()).replace("{d}", &day.to_string())).await;
        }
        for round in 1..=14 {
            publish(&services, 3, "satisfaction", round, if round == 14 { 90 } else { 60 }).await;
            publish(&services, 3, "recovery", round, if round > 12 { 20 } else { 50 }).await;
        }
        // Once is no usual level, and a hidden figure has none beside it.
        publish(&services, 3, "overloaded", 14, 30).await;
        overview::signals::refresh(&services).await.unwrap();
        let page = figures::team(&services, Some(&member(1, 3)), Lang::En).await.unwrap();
        let usual = |measure| figure(&page.units[0], measure).usual;
        let signals = overview::signals::of(&services.db.reader, &[UnitId::new(3)]).await.unwrap();
        let signal = signals.iter().find(|signal| signal.measure == SignalMeasure::Satisfaction).unwrap();
        assert_eq!(usual(SATISFACTION).map(f64::from), signal.usual.map(f64::round));
        assert!(usual(SATISFACTION).is_some_and(|usual| (60..70).contains(&usual)), "{:?}", usual(SATISFACTION));
        assert_eq!(usual(Measure::Score(Item::R6)), Some(50));
        assert_eq!(usual(Measure::Overloaded), None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_and_a_figure_carried_forward_say_which_rounds_they_speak_of() {
    on_both(async |services| {
        past_rounds(&services).await;
        let cell = |measure, since, round, state, value| Cell {
            unit: 3,
            measure,
            since,
            round,
            state,
            value,
            breaks: false,
        };
        write(&services, cell("strain", 11, 14, "published", Some(25))).await;
        publish(&services, 3, "satisfaction", 12, 66).await;
        write(&services, cell("satisfaction", 13, 13, "held", Some(66))).await;
        write(&services, cell("satisfaction", 14, 14, "held", Some(66))).await;
        let page = figures::team(&services, Some(&member(1, 3)), Lang::En).await.unwrap();
        let own = &page.units[0];
        let window = Span { since: 11, round: 14, rounds: 4 };
        assert_eq!(figure(own, Measure::Strain).shown, Shown::Figure { value: 25, span: window });
        let origin = Span { since: 12, round: 12, rounds: 1 };
        assert_eq!(figure(own, SATISFACTION).shown, Shown::Carried { value: 66, span: origin });
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voided_round_is_not_seen_and_an_own_statement_keeps_its_wording() {
    on_both(async |services| {
        past_rounds(&services).await;
        run(&services, "INSERT INTO own_item (tag, version, en, nb, from_on) VALUES ('K', 1, 'The kitchen works.', 'Kjøkkenet virker.', '2026-01-01')").await;
        publish(&services, 3, "own_1", 13, 70).await;
        publish(&services, 3, "satisfaction", 13, 60).await;
        publish(&services, 3, "satisfaction", 14, 10).await;
        run(&services, "UPDATE round SET state = 'voided' WHERE number = 14").await;
        let page = figures::team(&services, Some(&member(1, 3)), Lang::En).await.unwrap();
        assert_eq!(figure(&page.units[0], SATISFACTION).shown.value(), Some(60));
        let own = figure(&page.units[0], Measure::Score(Item::Own(1)));
        assert_eq!(own.own.as_ref().unwrap().1, "Kjøkkenet virker.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_release_waits_for_the_end_of_the_round_and_the_grace_time() {
    on_both(async |services| {
        let page = figures::team(&services, Some(&member(1, 3)), Lang::En).await.unwrap();
        let next = page.next.unwrap();
        // Round 1 is closed since Sunday 15 November; a day of grace after that has passed.
        assert_eq!((next.round, next.is_due), (1, true));
        run(&services, "UPDATE round SET state = 'released' WHERE id = 1").await;
        let next = figures::team(&services, Some(&member(1, 3)), Lang::En).await.unwrap().next.unwrap();
        assert_eq!(
            (next.round, next.at.to_string().as_str(), next.is_due),
            (2, "2026-11-24 00:00:00", false)
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_see_no_figures_sees_no_team_either() {
    on_both(async |services| {
        for (actor, problem) in [
            (Some(actor(Role::Admin, 1)), Problem::Forbidden),
            (Some(actor(Role::Service, 1)), Problem::Forbidden),
            (None, Problem::SignInNeeded),
        ] {
            let team = figures::team(&services, actor.as_ref(), Lang::En).await.unwrap_err();
            assert_eq!(team.into_problem(), problem);
            let preview = figures::preview(&services, actor.as_ref(), None, Lang::En).await.unwrap_err();
            assert_eq!(preview.into_problem(), problem);
        }
    })
    .await;
}
