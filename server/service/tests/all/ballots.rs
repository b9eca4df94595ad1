//! Casting ballots: exactly once, and without leaving a trail from a person to an answer.

use crate::common::{employee, number, on_both, run};
use domain::{Problem, staff::check_in::BallotForm};
use service::{Error, Services, rounds};

fn ballot(round: i64, answers: &[(&str, &str)], comment: &str) -> BallotForm {
    BallotForm {
        round,
        key: String::new(),
        comment: comment.to_owned(),
        answers: answers.iter().map(|(item, value)| ((*item).to_owned(), (*value).to_owned())).collect(),
    }
}

async fn problem(services: &Services, person: i64, form: &BallotForm) -> Option<Problem> {
    match rounds::cast(services, Some(&employee(person)), form).await {
        Ok(()) => None,
        Err(Error::Problem(problem)) => Some(problem),
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_adds_to_counts_and_nothing_else() {
    on_both(async |services| {
        // Round 2 asks C1, C2, R3 and R9.
        let form = ballot(2, &[("C1", "1"), ("C2", "4"), ("R3", "skip")], "The rota comes late");
        assert_eq!(problem(&services, 1, &form).await, None);
        assert_eq!(problem(&services, 2, &ballot(2, &[("C1", "1")], "")).await, None);
        assert_eq!(
            number(&services, "SELECT count FROM tally WHERE unit_id = 3 AND item = 'C1' AND value = 1")
                .await,
            2
        );
        assert_eq!(number(&services, "SELECT SUM(count) FROM tally").await, 3);
        assert_eq!(number(&services, "SELECT count FROM turnout WHERE unit_id = 3").await, 2);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM participation").await, 2);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM ballot_comment").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_ballot_is_refused_and_counts_nothing() {
    on_both(async |services| {
        assert_eq!(problem(&services, 1, &ballot(2, &[("C2", "5")], "")).await, None);
        let second = problem(&services, 1, &ballot(2, &[("C2", "1")], "again")).await;
        assert_eq!(second, Some(Problem::AlreadyAnswered));
        assert_eq!(number(&services, "SELECT SUM(count) FROM tally").await, 1);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM ballot_comment").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_ballots_of_one_person_at_once_count_one() {
    on_both(async |services| {
        let casts: Vec<_> = (0..16)
            .map(|_| {
                let services = services.clone();
                tokio::spawn(async move { problem(&services, 3, &ballot(2, &[("C2", "3")], "")).await })
            })
            .collect();
        let mut taken = 0;
        for cast in casts {
            match cast.await.unwrap() {
                None => taken += 1,
                Some(problem) => assert_eq!(problem, Problem::AlreadyAnswered),
            }
        }
        assert_eq!(taken, 1);
        assert_eq!(number(&services, "SELECT SUM(count) FROM tally").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_of_a_team_at_once_are_all_counted() {
    on_both(async |services| {
        let casts: Vec<_> = (10..=15)
            .map(|person| {
                let services = services.clone();
                tokio::spawn(async move {
                    problem(&services, person, &ballot(2, &[("C1", "0"), ("C2", "3")], "")).await
                })
            })
            .collect();
        for cast in casts {
            assert_eq!(cast.await.unwrap(), None);
        }
        assert_eq!(number(&services, "SELECT count FROM tally WHERE unit_id = 6 AND item = 'C2'").await, 6);
        assert_eq!(number(&services, "SELECT count FROM turnout WHERE unit_id = 6").await, 6);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closed_rounds_strangers_and_foreign_items_are_refused() {
    on_both(async |services| {
        assert_eq!(problem(&services, 1, &ballot(1, &[("C2", "5")], "")).await, Some(Problem::RoundClosed));
        assert_eq!(problem(&services, 17, &ballot(2, &[("C2", "5")], "")).await, Some(Problem::NotOnRoster));
        let foreign = problem(&services, 1, &ballot(2, &[("R1", "5")], "")).await;
        assert!(matches!(foreign, Some(Problem::Invalid(_))), "{foreign:?}");
        let nobody = rounds::cast(&services, None, &ballot(2, &[], "")).await;
        assert!(matches!(nobody, Err(Error::Problem(Problem::SignInNeeded))));
        run(&services, "UPDATE round SET state = 'closed' WHERE number = 2").await;
        assert_eq!(problem(&services, 1, &ballot(2, &[("C2", "5")], "")).await, Some(Problem::NoOpenRound));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM participation").await, 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM tally").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_is_counted_above_the_unit_they_can_see() {
    on_both(async |services| {
        assert_eq!(problem(&services, 16, &ballot(2, &[("C2", "5")], "")).await, None);
        assert_eq!(number(&services, "SELECT unit_id FROM turnout").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_was_open_before_there_were_rolls_can_be_answered() {
    on_both(async |services| {
        run(&services, "DELETE FROM roll").await;
        let form = ballot(2, &[("C2", "5")], "");
        assert_eq!(problem(&services, 1, &form).await, Some(Problem::NotOnRoster));
        rounds::open_due(&services, "2026-11-21".parse().unwrap()).await.unwrap();
        assert_eq!(problem(&services, 1, &form).await, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_column_of_the_ballot_box_holds_a_time_a_sequence_or_joins_person_and_answer() {
    on_both(async |services| {
        use sea_orm::{ConnectionTrait, DbBackend, Statement};
        let backend = services.db.reader.get_database_backend();
        let columns = match backend {
            DbBackend::Postgres => {
                "SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = 'public'"
            }
            _ => "SELECT m.name AS t, p.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'",
        };
        let rows = services.db.reader.query_all_raw(Statement::from_string(backend, columns)).await.unwrap();
        let mut found = std::collections::BTreeMap::<String, Vec<String>>::new();
        for row in rows {
            found.entry(row.try_get_by("t").unwrap()).or_default().push(row.try_get_by("c").unwrap());
        }
        let mut sorted = |table: &str| {
            let mut columns = found.remove(table).unwrap();
            columns.sort();
            columns.join(" ")
        };
        assert_eq!(sorted("participation"), "person_id receipt round_id");
        assert_eq!(sorted("roll"), "by_code person_id round_id unit_id");
        assert_eq!(sorted("kiosk_code"), "code_hash is_used receipt round_id unit_id");
        assert_eq!(sorted("check_in_link"), "person_id round_id token_hash");
        assert_eq!(sorted("tally"), "count item round_id unit_id value");
        assert_eq!(sorted("turnout"), "count round_id unit_id");
        assert_eq!(sorted("ballot_comment"), "id round_id text unit_id");
    })
    .await;
}
