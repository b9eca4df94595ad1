//! What `/stored` tells about the rows of the database, and what it never tells.

use std::{collections::BTreeSet, sync::Arc};

use crate::common::{employee, now, on_both, run};
use chrono::TimeDelta;
use domain::{
    Lang,
    staff::{
        check_in::BallotForm,
        privacy::{Rows, StoredPage},
    },
    text,
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use service::{Services, clock::StoppedClock, privacy, rounds};

#[tokio::test(flavor = "multi_thread")]
async fn every_table_of_the_database_is_listed_with_words() {
    on_both(async |services| {
        let db = &services.db.reader;
        let sql = match db.get_database_backend() {
            DbBackend::Postgres => {
                "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
            }
            _ => {
                // The index of `case_words` is made of tables there, which hold nothing else.
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
                 AND name NOT LIKE 'case!_search%' ESCAPE '!'"
            }
        };
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
        let there: BTreeSet<String> = rows.iter().map(|row| row.try_get_by("name").unwrap()).collect();
        let page = privacy::stored(&services.staff, true).await.unwrap();
        let listed: Vec<String> =
            page.groups.iter().flat_map(|group| &group.tables).map(|table| table.name.clone()).collect();
        assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), there);
        assert_eq!(listed.len(), there.len(), "no table twice");
        for lang in [Lang::En, Lang::Nb] {
            for table in &listed {
                let id = table.replace('_', "-");
                for family in ["stored-name", "stored-table"] {
                    assert!(text::has(lang, &format!("{family}-{id}")), "no words for {table} in {lang:?}");
                }
                let cells = |family: &str| text::t(lang, &format!("{family}-{id}")).split('|').count();
                assert_eq!(cells("stored-columns"), cells("stored-example"), "{table} in {lang:?}");
            }
        }
    })
    .await;
}

/// The page as whoever asks for it after the counts have grown old gets it.
async fn stored(services: &Services, minutes: i64, is_signed_in: bool) -> StoredPage {
    let clock = Arc::new(StoppedClock(now() + TimeDelta::minutes(minutes)));
    privacy::stored(&services.with_clock(clock).staff, is_signed_in).await.unwrap()
}

fn rows(page: &StoredPage, table: &str) -> Rows {
    page.groups.iter().flat_map(|group| &group.tables).find(|found| found.name == table).unwrap().rows
}

#[tokio::test(flavor = "multi_thread")]
async fn the_numbers_of_rows_are_the_same_before_and_after_ballots_in_an_open_round() {
    on_both(async |services| {
        // Enough released rows that a further one would be seen.
        run(&services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE number = 1")
            .await;
        for person in 1..=60 {
            run(
                &services,
                &format!(
                    "INSERT INTO person (id, external_id, name) VALUES ({0}, 'Z{0}', 'P')",
                    1000 + person
                ),
            )
            .await;
            run(
                &services,
                &format!("INSERT INTO roll (round_id, person_id, unit_id) VALUES (1, {}, 3)", 1000 + person),
            )
            .await;
        }
        let before = stored(&services, 0, true).await;
        assert_eq!(rows(&before, "roll"), Rows::AtLeast(70));
        let cast = async |person: i64| {
            let answers = [("C1", "1"), ("C2", "4")].map(|(item, value)| (item.to_owned(), value.to_owned()));
            let form = BallotForm {
                round: 2,
                comment: format!("Comment {person}"),
                answers: answers.into(),
                ..Default::default()
            };
            rounds::cast(&services, Some(&employee(person)), &form).await.unwrap();
        };
        for person in 1..=16 {
            cast(person).await;
        }
        assert_eq!(crate::common::votes(&services).await, 16);
        assert_eq!(stored(&services, 11, true).await, before);
        rounds::close(&services, Some(2)).await.unwrap();
        assert_eq!(stored(&services, 22, true).await, before, "a closed round is not released yet");
        assert_eq!((rows(&before, "used_vote"), rows(&before, "sealed_ballot")), (Rows::Few, Rows::Few));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_get_no_exact_number_and_others_none_near_answers() {
    on_both(async |services| {
        let page = stored(&services, 0, false).await;
        assert!(
            !page
                .groups
                .iter()
                .flat_map(|group| &group.tables)
                .any(|table| matches!(table.rows, Rows::Exactly(_)))
        );
        let page = stored(&services, 11, true).await;
        assert_eq!(rows(&page, "person"), Rows::Exactly(17));
        for table in [
            "used_vote",
            "sealed_ballot",
            "kept_counts",
            "released_comment",
            "kiosk_code",
            "roll",
            "session",
            "audit",
        ] {
            assert!(!matches!(rows(&page, table), Rows::Exactly(_)), "{table}");
        }
        // Counts are kept for some minutes.
        run(&services, "INSERT INTO person (external_id, name) VALUES ('P99', 'New')").await;
        assert_eq!(rows(&stored(&services, 12, true).await, "person"), Rows::Exactly(17));
        assert_eq!(rows(&stored(&services, 22, true).await, "person"), Rows::Exactly(18));
    })
    .await;
}
