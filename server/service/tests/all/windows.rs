//! Small teams report over several rounds at once; what a changed roster and a void round do to figures.

use std::sync::Mutex;

use crate::common::{number, on_both, run, without_windows};
use chrono::{Days, NaiveDate};
use domain::{PersonId, RoundId, staff::check_in::BallotForm};
use sea_orm::{ConnectionTrait, Statement};
use service::{
    Services, release,
    rounds::{self, Voter, roll},
};

/// The first round of the third quarter, whose thirteen weekly rounds end with it.
const FIRST: &str = "2026-07-06";

/// Opens the round of a week of the quarter, lets these people answer in this order, and closes it.
pub(crate) async fn play(services: &Services, week: u64, answers: &[(i64, i64)]) {
    let starts_on = FIRST.parse::<NaiveDate>().unwrap() + Days::new(7 * week);
    let number = i64::try_from(week).unwrap() + 101;
    run(
        services,
        &format!(
            "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
             VALUES ({number}, '{starts_on}', '{}', 'open', 'trivsel-1', 'Test', '2026-01-01', '2027-01-01')",
            starts_on + Days::new(6)
        ),
    )
    .await;
    let id = round(services, number).await;
    roll::write(services.db.writer(), RoundId::new(id), starts_on).await.unwrap();
    for (person, value) in answers {
        let form = BallotForm {
            round: number,
            answers: [("C1".to_owned(), (value - 3).to_string()), ("C2".to_owned(), value.to_string())]
                .into(),
            ..Default::default()
        };
        rounds::cast_by(services, &Voter::Person(PersonId::new(*person)), &form).await.unwrap();
    }
    run(services, &format!("UPDATE round SET state = 'closed' WHERE id = {id}")).await;
}

async fn round(services: &Services, by_number: i64) -> i64 {
    number(services, &format!("SELECT id FROM round WHERE number = {by_number}")).await
}

/// The rounds of the small organisation stand in the way, and so does its manager: counted at the top alone,
/// nothing beside the sites could be shown.
pub(crate) async fn clear(services: &Services) {
    run(services, "DELETE FROM roll").await;
    run(services, "DELETE FROM round").await;
    run(services, "DELETE FROM roster WHERE person_id = 16").await;
}

/// Everybody on a roster, with an answer that differs from person to person and from week to week.
pub(crate) fn everybody(week: i64) -> Vec<(i64, i64)> {
    (1..=15).map(|person| (person, (person * 7 + week * 3) % 5 + 1)).collect()
}

pub(crate) async fn ledger(services: &Services) -> Vec<String> {
    let backend = services.db.reader.get_database_backend();
    let sql = "SELECT unit_id, measure, (SELECT number FROM round WHERE id = since_round_id) AS since,
        (SELECT number FROM round WHERE id = round_id) AS until, state, breaks, value, lower, upper, turnout_band,
        params_hash FROM released_figure";
    let rows = services.db.reader.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    let mut lines: Vec<String> = rows
        .iter()
        .map(|row| {
            format!(
                "{} {} {}-{} {} {} {:?} {:?} {:?} {:?} {}",
                row.try_get_by::<i64, _>("unit_id").unwrap(),
                row.try_get_by::<String, _>("measure").unwrap(),
                row.try_get_by::<i64, _>("since").unwrap(),
                row.try_get_by::<i64, _>("until").unwrap(),
                row.try_get_by::<String, _>("state").unwrap(),
                row.try_get_by::<bool, _>("breaks").unwrap(),
                row.try_get::<Option<i32>>("", "value").unwrap(),
                row.try_get::<Option<i32>>("", "lower").unwrap(),
                row.try_get::<Option<i32>>("", "upper").unwrap(),
                row.try_get::<Option<String>>("", "turnout_band").unwrap(),
                row.try_get_by::<String, _>("params_hash").unwrap(),
            )
        })
        .collect();
    lines.sort();
    lines
}

/// The satisfaction cells of a unit, as `since-until state`.
pub(crate) async fn cells(services: &Services, unit: i64) -> Vec<String> {
    ledger(services)
        .await
        .iter()
        .filter_map(|line| line.strip_prefix(&format!("{unit} satisfaction ")))
        .map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" "))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_of_six_reports_once_in_four_rounds_and_the_whole_each_time() {
    on_both(async |services| {
        clear(&services).await;
        for week in 0..4 {
            play(&services, week, &everybody(i64::try_from(week).unwrap())).await;
            release::release_now(&services).await.unwrap();
            let expected = if week < 3 { 0 } else { 1 };
            assert_eq!(cells(&services, 6).await.len(), expected, "week {week}");
        }
        assert_eq!(cells(&services, 6).await, ["101-104 published"]);
        // Nine people, three of them in a team that is too small by itself: their site, and not the other team.
        assert_eq!(cells(&services, 2).await, ["101-104 published"]);
        assert_eq!(cells(&services, 3).await, ["101-104 hidden"]);
        let whole = (101..=104).map(|n| format!("{n}-{n} published")).collect::<Vec<_>>();
        assert_eq!(cells(&services, 1).await, whole);
        // Of three, a window would tell too much.
        assert!(cells(&services, 4).await.iter().all(|cell| cell.ends_with("hidden")));
        // Of fewer than twelve people neither interval nor response nor shares are printed, and values in fives.
        let few = "SELECT COUNT(*) FROM released_figure WHERE unit_id <> 1
            AND (lower IS NOT NULL OR upper IS NOT NULL OR turnout_band IS NOT NULL OR value % 5 <> 0
                 OR measure IN ('response_rate', 'overloaded', 'underloaded'))";
        assert_eq!(number(&services, few).await, 0);
        // Of fifteen in steps of two from the middle, with an interval, and the response in bands.
        let some = "SELECT COUNT(*) FROM released_figure WHERE unit_id = 1 AND state = 'published'
            AND lower <= value AND value <= upper AND lower < upper AND turnout_band IS NULL AND value % 2 = 0";
        let all = "SELECT COUNT(*) FROM released_figure WHERE unit_id = 1 AND state = 'published'";
        assert_eq!(number(&services, some).await, number(&services, all).await);
        let response = "SELECT COUNT(*) FROM released_figure WHERE unit_id = 1 AND measure = 'response_rate'
            AND value = 90 AND lower = 80 AND upper = 100";
        assert_eq!(number(&services, response).await, 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_few_people_in_every_round_never_make_a_figure() {
    on_both(async |services| {
        clear(&services).await;
        for week in 0..13 {
            // Of team C always the same four.
            let voters: Vec<_> = everybody(i64::try_from(week).unwrap())
                .into_iter()
                .filter(|(p, _)| !(10..12).contains(p))
                .collect();
            play(&services, week, &voters).await;
            release::release_now(&services).await.unwrap();
        }
        let published = "SELECT COUNT(*) FROM released_figure WHERE unit_id = 6 AND state = 'published'";
        assert_eq!(number(&services, published).await, 0);
        assert!(!cells(&services, 6).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ledger_is_the_same_in_any_order_of_ballots_and_on_both_databases() {
    let ledgers = Mutex::new(Vec::new());
    for turn in [0, 1] {
        on_both(async |services| {
            clear(&services).await;
            for week in 0..4 {
                let mut voters = everybody(i64::try_from(week).unwrap());
                if turn == 1 {
                    voters.reverse();
                    voters.rotate_left(5);
                }
                play(&services, week, &voters).await;
            }
            release::release_now(&services).await.unwrap();
            let lines = ledger(&services).await;
            ledgers.lock().unwrap().push(lines);
        })
        .await;
    }
    let ledgers = ledgers.into_inner().unwrap();
    assert_eq!(ledgers.len(), 4);
    assert!(ledgers[0].len() > 50);
    assert!(ledgers.iter().all(|each| *each == ledgers[0]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_void_round_voids_its_window_and_nothing_else() {
    on_both(async |services| {
        clear(&services).await;
        for week in 0..8 {
            play(&services, week, &everybody(i64::try_from(week).unwrap())).await;
            if week == 1 {
                run(
                    &services,
                    "UPDATE round SET state = 'voided', voided_on = '2026-07-20' WHERE number = 102",
                )
                .await;
            }
            release::release_now(&services).await.unwrap();
        }
        assert_eq!(cells(&services, 6).await, ["105-108 published"]);
        assert_eq!(cells(&services, 1).await.len(), 7);
        let counted =
            "SELECT COUNT(*) FROM released_figure JOIN round ON round.id = round_id WHERE number = 102";
        assert_eq!(number(&services, counted).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quarter_that_ends_in_a_pause_still_reports_its_last_window() {
    on_both(async |services| {
        clear(&services).await;
        for week in [0, 1, 2, 3, 4, 5, 13] {
            play(&services, week, &everybody(i64::try_from(week).unwrap())).await;
            release::release_now(&services).await.unwrap();
        }
        assert_eq!(cells(&services, 6).await, ["101-104 published", "105-106 published"]);
        assert!(cells(&services, 1).await.contains(&"114-114 published".to_owned()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_one_person_left_the_series_breaks_or_the_figure_is_held() {
    for guard in ["mark", "hold"] {
        on_both(async |services| {
            clear(&services).await;
            run(
                &services,
                "INSERT INTO quarter_window (quarter, unit_id, rounds) SELECT '2026-07-01', id, 1 FROM unit",
            )
            .await;
            // With five of five left a figure would tell that everybody answered.
            run(&services, &format!("UPDATE release_rules SET k = 4, roster_guard = '{guard}'")).await;
            play(&services, 0, &everybody(0)).await;
            release::release_now(&services).await.unwrap();
            run(&services, "UPDATE roster SET to_on = '2026-07-08' WHERE person_id = 15").await;
            let voters: Vec<_> = everybody(1).into_iter().filter(|(person, _)| *person != 15).collect();
            play(&services, 1, &voters).await;
            release::release_now(&services).await.unwrap();
            let line = async |unit: i64, round: u64| {
                let start = format!("{unit} satisfaction {round}-{round} ");
                let lines = ledger(&services).await;
                lines.iter().find_map(|line| line.strip_prefix(&start)).unwrap().to_owned()
            };
            let (earlier, later) = (line(6, 101).await, line(6, 102).await);
            let value = |line: &str| line.split(' ').nth(2).unwrap().to_owned();
            if guard == "mark" {
                assert!(later.starts_with("published true"), "{later}");
            } else {
                assert!(later.starts_with("held false"), "{later}");
                assert_eq!(value(&earlier), value(&later));
            }
            // Nobody joined or left at site S.
            assert!(line(2, 102).await.starts_with("published false"));
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_that_moves_breaks_the_series_of_both_sites_and_not_that_of_the_whole() {
    on_both(async |services| {
        clear(&services).await;
        run(
            &services,
            "INSERT INTO quarter_window (quarter, unit_id, rounds) SELECT '2026-07-01', id, 1 FROM unit",
        )
        .await;
        play(&services, 0, &everybody(0)).await;
        release::release_now(&services).await.unwrap();
        // The three of team B go to the other site together. Nobody's own place changes.
        run(
            &services,
            "INSERT INTO unit_change (unit_id, on_day, change, old_parent_id) VALUES (4, '2026-07-08', 'moved', 2)",
        )
        .await;
        run(&services, "UPDATE unit SET parent_id = 5 WHERE id = 4").await;
        play(&services, 1, &everybody(1)).await;
        release::release_now(&services).await.unwrap();
        let line = async |unit: i64| {
            let start = format!("{unit} satisfaction 102-102 ");
            let lines = ledger(&services).await;
            lines.iter().find_map(|line| line.strip_prefix(&start)).unwrap().to_owned()
        };
        for site in [2, 5] {
            let line = line(site).await;
            assert!(line.starts_with("published true"), "site {site}: {line}");
        }
        assert!(line(1).await.starts_with("published false"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn comments_find_one_home_or_none() {
    on_both(async |services| {
        without_windows(&services).await;
        for person in 1..=16 {
            let comment = if person <= 2 || person == 10 { "The rota comes late" } else { "" };
            let answers = [("C2".to_owned(), "4".to_owned())].into();
            let form = BallotForm { round: 2, comment: comment.to_owned(), answers, ..Default::default() };
            rounds::cast_by(&services, &Voter::Person(PersonId::new(person)), &form).await.unwrap();
        }
        rounds::close(&services, Some(2)).await.unwrap();
        release::release_now(&services).await.unwrap();
        // Two authors in team A and one in team C: too few for either, and for site S; the whole has three.
        let homes = "SELECT COUNT(*) FROM released_comment WHERE home_id = 1";
        assert_eq!(number(&services, homes).await, 3);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM released_comment").await, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_stands_on_the_tree_of_its_first_round() {
    on_both(async |services| {
        clear(&services).await;
        for week in 0..4 {
            if week == 2 {
                // Site T founds a team, to which three of team C go.
                run(
                    &services,
                    "INSERT INTO unit (external_id, parent_id, kind, name, opened_on) VALUES
                     ('N', 5, 'team', 'Team N', '2026-07-20')",
                )
                .await;
                run(&services, "UPDATE roster SET to_on = '2026-07-19' WHERE person_id >= 13").await;
                run(
                    &services,
                    "INSERT INTO roster (person_id, unit_id, from_on) SELECT id, 7, '2026-07-20' FROM person
                     WHERE id BETWEEN 13 AND 15",
                )
                .await;
            }
            play(&services, week, &everybody(i64::try_from(week).unwrap())).await;
            release::release_now(&services).await.unwrap();
        }
        // What was not there when the window began has no figure in it.
        assert_eq!(cells(&services, 7).await, ["103-103 hidden", "104-104 hidden"]);
        // The site less team C would be the three who went.
        assert_eq!(cells(&services, 5).await, ["101-104 published"]);
        assert_eq!(cells(&services, 6).await, ["101-104 hidden"]);
    })
    .await;
}
