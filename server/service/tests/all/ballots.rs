//! Casting ballots: exactly once, and without leaving a trail from a person to an answer.

use crate::common::{answers, cast_in, employee, number, on_both, opened, run, votes};
use domain::{
    PersonId, Problem,
    staff::{bank::Item, check_in::BallotForm},
};
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
async fn a_ballot_is_a_mark_and_a_sealed_box_and_nothing_else() {
    on_both(async |services| {
        // Round 2 asks C1, C2, R3 and R9.
        let form = ballot(2, &[("C1", "1"), ("C2", "4"), ("R3", "skip")], "The rota comes late");
        assert_eq!(problem(&services, 1, &form).await, None);
        assert_eq!(problem(&services, 2, &ballot(2, &[("C1", "1")], "")).await, None);
        assert_eq!((votes(&services).await, cast_in(&services, 2, 3).await), (2, 2));
        let mut boxes = opened(&services, 2).await;
        boxes.sort_by_key(|ballot| ballot.answers.len());
        assert_eq!(boxes[0].answers, [(Item::C1, 1)]);
        assert_eq!(boxes[1].answers, [(Item::C1, 1), (Item::C2, 4)]);
        let comments: Vec<_> = boxes.iter().map(|ballot| ballot.comment.as_deref()).collect();
        assert_eq!(comments, [None, Some("The rota comes late")]);
        for table in ["participation", "turnout", "tally", "ballot_comment", "released_comment"] {
            assert_eq!(number(&services, &format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_ballot_is_refused_and_counts_nothing() {
    on_both(async |services| {
        assert_eq!(problem(&services, 1, &ballot(2, &[("C2", "5")], "")).await, None);
        let second = problem(&services, 1, &ballot(2, &[("C2", "1")], "again")).await;
        assert_eq!(second, Some(Problem::AlreadyAnswered));
        assert_eq!((votes(&services).await, answers(&services, 2).await), (1, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_ballots_of_one_person_at_once_count_one() {
    on_both(async |services| {
        let casts: Vec<_> = (0..64)
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
        assert_eq!((votes(&services).await, answers(&services, 2).await), (1, 1));
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
        assert_eq!((votes(&services).await, answers(&services, 2).await), (6, 12));
        assert_eq!(cast_in(&services, 2, 6).await, 6);
    })
    .await;
}

/// Sends the ballots of these people at once, each form twice, while `meanwhile` holds the round; what each heard.
async fn at_once(
    services: &Services,
    people: std::ops::RangeInclusive<i64>,
    meanwhile: &str,
) -> Vec<Result<rounds::Cast, String>> {
    let held = services.db.begin().await.unwrap();
    base::db::execute(&held, meanwhile, []).await.unwrap();
    let casts: Vec<_> = people
        .flat_map(|person| [person, person])
        .map(|person| {
            let services = services.clone();
            let form = BallotForm { key: format!("{person:032x}"), ..ballot(2, &[("C2", "3")], "") };
            let voter = rounds::Voter::Person(PersonId::new(person));
            tokio::spawn(async move { rounds::cast_by(&services, &voter, &form).await })
        })
        .collect();
    held.commit().await.unwrap();
    let mut heard = Vec::new();
    for cast in casts {
        heard.push(cast.await.unwrap().map_err(|error| format!("{error:?}")));
    }
    heard
}

#[tokio::test(flavor = "multi_thread")]
async fn ballots_that_wait_together_count_once_each() {
    on_both(async |services| {
        let heard = at_once(&services, 10..=15, "UPDATE round SET bank = bank WHERE number = 2").await;
        for forms in heard.chunks(2) {
            let counts = forms.iter().filter(|cast| **cast == Ok(rounds::Cast::Counts)).count();
            let again = forms.iter().filter(|cast| **cast == Ok(rounds::Cast::CountsAlready)).count();
            assert_eq!((counts, again), (1, 1), "{heard:?}");
        }
        assert_eq!((votes(&services).await, answers(&services, 2).await), (6, 6));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ballots_that_wait_while_their_round_closes_are_told_so_and_not_stored() {
    on_both(async |services| {
        let heard = at_once(&services, 10..=15, "UPDATE round SET state = 'closed' WHERE number = 2").await;
        for cast in heard {
            assert_eq!(cast, Err("Problem(NoOpenRound)".to_owned()));
        }
        assert_eq!(votes(&services).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ballots_that_cannot_be_stored_are_refused_together_and_the_next_are_taken() {
    on_both(async |services| {
        run(&services, "ALTER TABLE sealed_ballot RENAME TO elsewhere").await;
        for cast in at_once(&services, 10..=15, "UPDATE round SET bank = bank WHERE number = 2").await {
            assert!(cast.as_ref().is_err_and(|error| error.starts_with("Database")), "{cast:?}");
        }
        run(&services, "ALTER TABLE elsewhere RENAME TO sealed_ballot").await;
        assert_eq!(votes(&services).await, 0, "a mark without a box would take the vote away");
        assert_eq!(problem(&services, 10, &ballot(2, &[("C2", "3")], "")).await, None);
        assert_eq!((votes(&services).await, answers(&services, 2).await), (1, 1));
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
        assert_eq!(votes(&services).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_is_counted_above_the_unit_they_can_see() {
    on_both(async |services| {
        assert_eq!(problem(&services, 16, &ballot(2, &[("C2", "5")], "")).await, None);
        assert_eq!(cast_in(&services, 2, 1).await, 1);
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
        assert_eq!(sorted("used_vote"), "form mark round_id");
        assert_eq!(sorted("sealed_ballot"), "box id round_id");
        assert_eq!(sorted("roll"), "by_code person_id round_id unit_id");
        assert_eq!(sorted("kiosk_code"), "code_hash is_revoked is_used receipt round_id unit_id");
        assert_eq!(sorted("check_in_link"), "person_id round_id token_hash");
        assert_eq!(sorted("kept_counts"), "box round_id");
        assert_eq!(sorted("released_comment"), "home_id id round_id text");
    })
    .await;
}
