//! Whose ballot carries a figure: made-up colleagues, sign-ins opened by a printed code, codes, empty ballots.

use crate::{
    common::{employee, number, on_both, run},
    windows::{cells, clear, everybody, play},
};
use chrono::NaiveDate;
use domain::{
    PersonId,
    staff::{check_in::BallotForm, check_in::Company},
};
use service::{
    Services, privacy, release,
    rounds::{self, Voter},
};

/// The quarter before the one in which the tests look, with every unit reporting each round in both.
async fn first_quarter(services: &Services) {
    clear(services).await;
    for quarter in ["2026-07-01", "2026-10-01"] {
        let windows = "INSERT INTO quarter_window (quarter, unit_id, rounds)";
        run(services, &format!("{windows} SELECT '{quarter}', id, 1 FROM unit")).await;
    }
    for week in 9..13 {
        play(services, week, &everybody(1)).await;
        release::release_now(services).await.unwrap();
    }
}

/// Lets four people who are made up join team C on a day; gives their numbers.
async fn four_join(services: &Services, day: &str) -> Vec<i64> {
    let first = number(services, "SELECT MAX(id) FROM person").await + 1;
    for person in first..first + 4 {
        run(
            services,
            &format!("INSERT INTO person (id, external_id, name) VALUES ({person}, 'X{person}', 'New')"),
        )
        .await;
        let place = format!("INSERT INTO roster (person_id, unit_id, from_on) VALUES ({person}, 6, '{day}')");
        run(services, &place).await;
    }
    (first..first + 4).collect()
}

/// The state of team C's satisfaction in the rounds from the fourteenth week on.
async fn team_c(services: &Services) -> Vec<String> {
    let cells = cells(services, 6).await;
    cells.into_iter().filter(|cell| cell.as_str() >= "114").collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn four_made_up_colleagues_do_not_carry_the_figure_of_one() {
    on_both(async |services| {
        first_quarter(&services).await;
        // Of team C two are left, of whom one answers. Whoever keeps the people makes four more, and knows what these
        // answer.
        run(&services, "UPDATE roster SET to_on = '2026-10-04' WHERE person_id BETWEEN 12 AND 15").await;
        let made_up = four_join(&services, "2026-10-05").await;
        for week in 13..17 {
            let voters: Vec<(i64, i64)> =
                (1..=10).map(|person| (person, 4)).chain(made_up.iter().map(|person| (*person, 1))).collect();
            play(&services, week, &voters).await;
            release::release_now(&services).await.unwrap();
        }
        let hidden = (114..=117).map(|round| format!("{round}-{round} hidden")).collect::<Vec<_>>();
        assert_eq!(team_c(&services).await, hidden);
        let shown = "SELECT COUNT(*) FROM released_figure JOIN round ON round.id = round_id
                     WHERE unit_id IN (5, 6) AND number >= 114 AND value IS NOT NULL";
        assert_eq!(
            number(&services, shown).await,
            0,
            "of no measure, and not of the site that is nothing else"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn newcomers_carry_a_figure_once_they_have_been_there_for_four_rounds() {
    on_both(async |services| {
        first_quarter(&services).await;
        // Four of six are new; the other two have been there all the time.
        run(&services, "UPDATE roster SET to_on = '2026-10-04' WHERE person_id BETWEEN 12 AND 15").await;
        let new = four_join(&services, "2026-10-05").await;
        for week in 13..18 {
            let voters: Vec<(i64, i64)> =
                (1..=11).chain(new.iter().copied()).map(|person| (person, 4)).collect();
            play(&services, week, &voters).await;
            release::release_now(&services).await.unwrap();
        }
        let states: Vec<String> =
            team_c(&services).await.iter().map(|cell| cell.split(' ').nth(1).unwrap().to_owned()).collect();
        assert_eq!(states, ["hidden", "hidden", "hidden", "hidden", "published"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_first_quarter_newcomers_carry_figures_and_the_page_says_so() {
    on_both(async |services| {
        let is_told = async || {
            let hr = crate::common::actor(domain::Role::Hr, 1);
            privacy::page(&services, Some(&hr)).await.unwrap().is_waived
        };
        assert!(is_told().await);
        clear(&services).await;
        let windows = "INSERT INTO quarter_window (quarter, unit_id, rounds)";
        run(&services, &format!("{windows} SELECT '2026-07-01', id, 1 FROM unit")).await;
        play(&services, 0, &everybody(1)).await;
        release::release_now(&services).await.unwrap();
        assert_eq!(cells(&services, 6).await, ["101-101 published"]);
        let waived = async |day: &str| {
            let day: NaiveDate = day.parse().unwrap();
            release::newcomers::are_waived(&services.db.reader, day).await.unwrap()
        };
        assert!(waived("2026-09-28").await);
        assert!(waived("2026-10-05").await, "there were no four rounds yet");
        for week in 1..4 {
            play(&services, week, &everybody(1)).await;
        }
        assert!(waived("2026-09-28").await);
        assert!(!waived("2026-10-05").await);
        assert!(!is_told().await, "today is in the quarter after");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_sign_in_was_opened_by_a_printed_code_carries_no_figure_of_that_quarter() {
    on_both(async |services| {
        first_quarter(&services).await;
        let noted = "2026-10-20".parse().unwrap();
        for person in [14, 15] {
            organisation::roster::note_opened_by_code(services.db.writer(), PersonId::new(person), noted)
                .await
                .unwrap();
            organisation::roster::note_opened_by_code(services.db.writer(), PersonId::new(person), noted)
                .await
                .unwrap();
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM opened_by_code").await, 2);
        let summer = "2026-09-20".parse().unwrap();
        organisation::roster::note_opened_by_code(services.db.writer(), PersonId::new(13), summer)
            .await
            .unwrap();
        play(&services, 13, &everybody(1)).await;
        release::release_now(&services).await.unwrap();
        let people = "SELECT COUNT(*) FROM opened_by_code WHERE person_id IN (14, 15)";
        assert_eq!(number(&services, people).await, 2);
        let all = number(&services, "SELECT COUNT(*) FROM opened_by_code").await;
        assert_eq!(all, 2, "what an earlier quarter needed is forgotten");
        assert_eq!(team_c(&services).await, ["114-114 hidden"], "four of six carry it");
        run(&services, "DELETE FROM opened_by_code WHERE person_id = 14").await;
        play(&services, 14, &everybody(1)).await;
        release::release_now(&services).await.unwrap();
        assert_eq!(team_c(&services).await[1], "115-115 published", "five of six do");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn empty_ballots_carry_no_figure() {
    on_both(async |services| {
        first_quarter(&services).await;
        // Thirteen in team C, so that it has a response rate; seven of them were there all the time.
        for person in 30..37 {
            let name = format!("INSERT INTO person (id, external_id, name) VALUES ({person}, 'L{person}', 'Long')");
            run(&services, &name).await;
            let place =
                format!("INSERT INTO roster (person_id, unit_id, from_on) VALUES ({person}, 6, '2026-01-01')");
            run(&services, &place).await;
            let roll =
                format!("INSERT INTO roll (round_id, person_id, unit_id) SELECT id, {person}, 6 FROM round");
            run(&services, &roll).await;
        }
        let others: Vec<_> = everybody(1).into_iter().filter(|(person, _)| *person < 10).collect();
        // Nine of team C send the form: all but four of them empty, then all but five.
        for (week, answered, is_shown) in [(13_u32, 4, false), (14, 5, true)] {
            play(&services, week.into(), &others).await;
            let number_of = i64::from(101 + week);
            let round = format!("number = {number_of}");
            run(&services, &format!("UPDATE round SET state = 'open' WHERE {round}")).await;
            for (place, person) in (10..15).chain(30..34).enumerate() {
                let mut form = BallotForm { round: number_of, ..BallotForm::default() };
                if place < answered {
                    form.answers = [("C1".to_owned(), "0".to_owned()), ("C2".to_owned(), "4".to_owned())].into();
                }
                rounds::cast_by(&services, &Voter::Person(PersonId::new(person)), &form).await.unwrap();
            }
            run(&services, &format!("UPDATE round SET state = 'closed' WHERE {round}")).await;
            release::release_now(&services).await.unwrap();
            let shown = format!(
                "SELECT COUNT(*) FROM released_figure JOIN round ON round.id = round_id WHERE unit_id = 6 AND {round}
                 AND measure = 'response_rate' AND released_figure.state = 'published'"
            );
            assert_eq!(number(&services, &shown).await > 0, is_shown, "{answered} of nine ballots say something");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_that_answers_by_code_needs_three_more() {
    on_both(async |services| {
        first_quarter(&services).await;
        for person in [20, 21] {
            let name =
                format!("INSERT INTO person (id, external_id, name) VALUES ({person}, 'C{person}', 'More')");
            run(&services, &name).await;
            let place = format!(
                "INSERT INTO roster (person_id, unit_id, from_on) VALUES ({person}, 6, '2026-01-01')"
            );
            run(&services, &place).await;
            // They were there in the rounds before.
            let roll =
                format!("INSERT INTO roll (round_id, person_id, unit_id) SELECT id, {person}, 6 FROM round");
            run(&services, &roll).await;
        }
        for (week, ballots, state) in [(13, 7, "hidden"), (14, 8, "published")] {
            play(
                &services,
                week,
                &everybody(1).into_iter().filter(|(person, _)| *person < 10).collect::<Vec<_>>(),
            )
            .await;
            let round = format!("(SELECT id FROM round WHERE number = {})", 101 + week);
            run(
                &services,
                &format!("UPDATE roll SET by_code = TRUE WHERE unit_id = 6 AND round_id = {round}"),
            )
            .await;
            for (table, values) in [
                ("turnout (round_id, unit_id, count)", format!("{round}, 6, {ballots}")),
                ("tally (round_id, unit_id, item, value, count)", format!("{round}, 6, 'C1', 1, {ballots}")),
                ("tally (round_id, unit_id, item, value, count)", format!("{round}, 6, 'C2', 4, {ballots}")),
            ] {
                run(&services, &format!("INSERT INTO {table} VALUES ({values})")).await;
            }
            release::release_now(&services).await.unwrap();
            let cell = team_c(&services).await.pop().unwrap();
            assert!(cell.ends_with(state), "{ballots} ballots by code: {cell}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn above_the_form_stands_with_whom_somebody_is_counted() {
    on_both(async |services| {
        let company = async || rounds::check_in_page(&services, Some(&employee(10))).await.unwrap().company;
        let alone = Company { people: 6, new: 0, since: None, opened_by_code: 0 };
        assert_eq!(company().await, alone, "the first quarter");
        // Four rounds of the quarter before, with the same people but one.
        for week in 0..4 {
            let sql = format!(
                "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on) VALUES
                 ({}, '2026-08-{:02}', '2026-08-{:02}', 'released', 'trivsel-1', 'Test', '2026-01-01', '2027-10-01')",
                50 + week,
                3 + 7 * week,
                9 + 7 * week
            );
            run(&services, &sql).await;
        }
        run(
            &services,
            "INSERT INTO roll (round_id, person_id, unit_id) SELECT round.id, person_id, unit_id FROM roll, round
             WHERE roll.round_id = 2 AND number >= 50 AND person_id <> 15",
        )
        .await;
        run(&services, "DELETE FROM roll WHERE round_id = 1").await;
        run(&services, "DELETE FROM round WHERE number = 1").await;
        organisation::roster::note_opened_by_code(services.db.writer(), PersonId::new(11), "2026-11-20".parse().unwrap())
            .await
            .unwrap();
        let since = NaiveDate::from_ymd_opt(2026, 8, 3);
        assert_eq!(company().await, Company { people: 6, new: 1, since, opened_by_code: 1 });
    })
    .await;
}
