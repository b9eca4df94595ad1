//! The release: thresholds, an insert-only ledger, and nothing live.

use std::sync::Mutex;

use crate::common::{actor, employee, number, on_both, run, without_windows};
use domain::{Lang, Role, insight::figures::TrendQuery, staff::check_in::BallotForm};
use sea_orm::{ConnectionTrait, Statement};
use service::{Services, figures, release, rounds};

/// Puts answers into round 1: `people` of a unit answer `value` on the core items.
async fn answers(services: &Services, unit: i64, people: i64, value: i64) {
    run(services, &format!("INSERT INTO turnout (round_id, unit_id, count) VALUES (1, {unit}, {people})"))
        .await;
    run(
        services,
        &format!(
            "INSERT INTO tally (round_id, unit_id, item, value, count) VALUES
             (1, {unit}, 'C1', {}, {people}), (1, {unit}, 'C2', {value}, {people})",
            value - 3
        ),
    )
    .await;
}

async fn state(services: &Services, unit: i64, state: &str) -> i64 {
    let query = format!(
        "SELECT COUNT(*) FROM released_figure WHERE unit_id = {unit} AND measure = 'satisfaction' AND state = '{state}'"
    );
    number(services, &query).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_below_the_threshold_is_hidden_and_so_is_what_would_give_it_away() {
    on_both(async |services| {
        without_windows(&services).await;
        answers(&services, 3, 6, 4).await;
        answers(&services, 4, 3, 2).await;
        answers(&services, 6, 6, 5).await;
        assert_eq!(release::release_due(&services).await.unwrap(), [1]);
        assert_eq!(state(&services, 4, "hidden").await, 1, "three answers in team B");
        // Site S less team A would be team B: team A has to go as well. The whole less both sites would be site S's
        // manager, who did not even answer: one of the sites has to go.
        assert_eq!(state(&services, 3, "hidden").await, 1);
        assert_eq!(state(&services, 2, "hidden").await, 1);
        assert_eq!(state(&services, 6, "published").await, 1);
        assert_eq!(state(&services, 1, "published").await, 1);
        let leaked = "SELECT COUNT(*) FROM released_figure WHERE state <> 'published'
                      AND (value IS NOT NULL OR lower IS NOT NULL OR upper IS NOT NULL OR turnout_band IS NOT NULL)";
        assert_eq!(number(&services, leaked).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotating_item_few_answered_is_hidden_though_the_turnout_is_high() {
    on_both(async |services| {
        without_windows(&services).await;
        for (unit, people) in [(3, 6), (4, 3), (6, 6)] {
            answers(&services, unit, people, 3).await;
        }
        // Round 1 asks R2 and R8; only two of six answered R2.
        run(&services, "INSERT INTO tally (round_id, unit_id, item, value, count) VALUES (1, 6, 'R2', 1, 2)").await;
        release::release_due(&services).await.unwrap();
        let published = "SELECT COUNT(*) FROM released_figure WHERE unit_id = 6 AND measure = 'fair_pay' AND state = 'published'";
        assert_eq!(number(&services, published).await, 0);
        assert_eq!(state(&services, 6, "published").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_release_no_hidden_column_joins_a_vote_to_a_comment() {
    on_both(async |services| {
        for person in [10, 11, 12] {
            let form = BallotForm { round: 2, comment: format!("Comment {person}"), ..Default::default() };
            rounds::cast(&services, Some(&employee(person)), &form).await.unwrap();
        }
        rounds::close(&services, Some(2)).await.unwrap();
        release::release_now(&services).await.unwrap();
        for table in ["used_vote", "sealed_ballot", "participation", "ballot_comment"] {
            assert_eq!(number(&services, &format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table}");
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM box_key WHERE round_id = 2").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ledger_does_not_tell_one_answer_in_a_small_team_from_none() {
    on_both(async |services| {
        without_windows(&services).await;
        answers(&services, 4, 1, 4).await;
        release::release_due(&services).await.unwrap();
        let states = "SELECT COUNT(DISTINCT state) FROM released_figure WHERE unit_id IN (3, 4)";
        assert_eq!(number(&services, states).await, 1);
        assert_eq!(state(&services, 3, "hidden").await, 1, "six people, no answer");
    })
    .await;
}

/// All states of round 1, with whose figure each is.
async fn states(services: &Services) -> Vec<(i64, String, String)> {
    let db = &services.db.reader;
    let sql = "SELECT unit_id, measure, state FROM released_figure ORDER BY unit_id, measure";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    let cell = |row: &sea_orm::QueryResult| {
        (
            row.try_get_by("unit_id").unwrap(),
            row.try_get_by("measure").unwrap(),
            row.try_get_by("state").unwrap(),
        )
    };
    rows.iter().map(cell).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whether_a_lone_manager_or_a_small_team_answered_changes_no_state() {
    let seen = Mutex::new(Vec::new());
    for (manager, small_team) in [(0, 3), (1, 3), (0, 1), (1, 0)] {
        on_both(async |services| {
            without_windows(&services).await;
            for (unit, people) in [(1, manager), (3, 6), (4, small_team), (6, 6)] {
                if people > 0 {
                    answers(&services, unit, people, 4).await;
                }
            }
            release::release_due(&services).await.unwrap();
            let states = states(&services).await;
            seen.lock().unwrap().push(states);
        })
        .await;
    }
    let seen = seen.into_inner().unwrap();
    assert!(seen[0].iter().any(|(_, _, state)| state == "published"));
    assert!(seen.iter().all(|states| *states == seen[0]), "{seen:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ledger_takes_neither_update_nor_delete() {
    on_both(async |services| {
        answers(&services, 6, 6, 3).await;
        release::release_due(&services).await.unwrap();
        let db = services.db.writer();
        for statement in ["UPDATE released_figure SET value = 0", "DELETE FROM released_figure"] {
            let error = db.execute_unprepared(statement).await.unwrap_err().to_string();
            assert!(error.contains("insert-only"), "{error}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_waits_for_its_grace_time_and_is_released_once() {
    on_both(async |services| {
        answers(&services, 6, 6, 3).await;
        // Closed on Saturday before its last day, it would wait until Monday night is over.
        run(&services, "UPDATE round SET ends_on = '2026-11-20' WHERE number = 1").await;
        assert!(release::release_due(&services).await.unwrap().is_empty());
        run(&services, "UPDATE round SET ends_on = '2026-11-19' WHERE number = 1").await;
        assert_eq!(release::release_due(&services).await.unwrap(), [1]);
        let cells = number(&services, "SELECT COUNT(*) FROM released_figure").await;
        assert!(release::release_due(&services).await.unwrap().is_empty());
        assert_eq!(number(&services, "SELECT COUNT(*) FROM released_figure").await, cells);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_managers_page_is_the_same_before_and_after_a_ballot_in_an_open_round() {
    on_both(async |services| {
        answers(&services, 6, 6, 3).await;
        release::release_due(&services).await.unwrap();
        let manager = actor(Role::Manager, 1);
        let page = async || {
            figures::trend(&services, Some(&manager), &TrendQuery::default(), Lang::En).await.unwrap()
        };
        let before = page().await;
        let form = BallotForm {
            round: 2,
            answers: [("C2".to_owned(), "1".to_owned())].into(),
            ..Default::default()
        };
        rounds::cast(&services, Some(&employee(10)), &form).await.unwrap();
        assert_eq!(page().await, before);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_threshold_below_three_is_refused_by_the_database_itself() {
    on_both(async |services| {
        let result = services.db.writer().execute_unprepared("UPDATE release_rules SET k = 2").await;
        assert!(result.is_err());
    })
    .await;
}

fn test_round(like: &entity::round::Model) -> rounds::NewRound {
    rounds::NewRound {
        starts_on: like.starts_on,
        weeks: 1,
        purpose: like.purpose.clone(),
        discussed_on: like.discussed_on,
        review_on: like.review_on,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rounds_open_and_close_by_the_calendar_and_the_next_one_is_planned() {
    on_both(async |services| {
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        assert_eq!(rounds::close_due(&services, day("2026-11-22")).await.unwrap(), 0);
        assert_eq!(rounds::close_due(&services, day("2026-11-23")).await.unwrap(), 1);
        assert_eq!(rounds::open_due(&services, day("2026-11-23")).await.unwrap(), 1);
        let newest = &rounds::list(&services).await.unwrap()[0];
        assert_eq!((newest.number, newest.state.as_str()), (3, "open"));
        assert_eq!((newest.starts_on, newest.ends_on), (day("2026-11-23"), day("2026-11-29")));
        // A round planned for later stands in nobody's way, whatever its number.
        let later = rounds::NewRound {
            starts_on: day("2026-12-14"),
            weeks: 1,
            purpose: "Test".to_owned(),
            discussed_on: day("2026-10-01"),
            review_on: day("2027-10-01"),
        };
        let later = rounds::plan(&services, &later).await.unwrap();
        let sooner = rounds::NewRound { starts_on: day("2026-11-30"), weeks: 2, ..test_round(&later) };
        rounds::plan(&services, &sooner).await.unwrap();
        assert_eq!(rounds::open_due(&services, day("2026-12-01")).await.unwrap(), 1);
        run(&services, "DELETE FROM box_key WHERE round_id > 3").await;
        run(&services, "DELETE FROM roll WHERE round_id > 3").await;
        run(&services, "DELETE FROM round WHERE number > 3").await;
        // After the review date nothing opens.
        run(&services, "UPDATE round SET review_on = '2026-11-25'").await;
        rounds::close_due(&services, day("2026-11-30")).await.unwrap();
        assert_eq!(rounds::open_due(&services, day("2026-11-30")).await.unwrap(), 0);
    })
    .await;
}
