//! One veteran, four made-up colleagues, five ballots: what a manager then reads.

use axum::http::StatusCode;
use domain::{AccountId, PersonId, Role, RoundId, staff::check_in::BallotForm};
use service::{
    release,
    rounds::{self, Voter, roll},
    sign_in,
};

use super::{
    PASSWORD, Server,
    kiosk::{ANSWERS, enter, sheet_of},
};
use crate::common::{number, run};

/// Rounds of a quarter before, with everybody on their rolls.
async fn quarter_before(server: &Server) {
    let services = &server.services;
    for (number, day) in [(81, "2026-09-07"), (82, "2026-09-14"), (83, "2026-09-21"), (84, "2026-09-28")] {
        let round = format!(
            "INSERT INTO round (id, number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
             VALUES ({number}, {number}, '{day}', '{day}', 'released', 'trivsel-1', 'Test', '2026-08-01', '2027-08-01', '{day}')"
        );
        run(services, &round).await;
        roll::write(services.db.writer(), RoundId::new(number), day.parse().unwrap()).await.unwrap();
    }
    run(services, "DELETE FROM quarter_window").await;
    run(
        services,
        "INSERT INTO quarter_window (quarter, unit_id, rounds) SELECT '2026-10-01', id, 1 FROM unit",
    )
    .await;
}

/// Sends a ballot as a browser does, from an account of its own.
async fn answer(server: &Server, person: i64) {
    let account = 900 + person;
    let made = format!(
        "INSERT INTO account (id, person_id, login, name, password_hash) VALUES ({account}, {person}, 'P{person}', 'P', '!')"
    );
    run(&server.services, &made).await;
    let role =
        format!("INSERT INTO role_grant (account_id, role, unit_id) VALUES ({account}, 'employee', 6)");
    run(&server.services, &role).await;
    let token = sign_in::begin_session(&server.services, AccountId::new(account), "test").await.unwrap();
    let cookie = format!("trivsel={}", token.as_str());
    let form = [("round", "2"), ("C1", "1"), ("C2", "4")];
    let answer = server.post("/check-in", &cookie, &form).await;
    assert_eq!(answer.header("location"), "/check-in/receipt", "{}", answer.body);
}

/// What the manager of site T reads about team C, of which these five answered, and how many figures it has.
async fn read_by_manager(fresh: bool) -> (String, i64) {
    let server = Server::start().await;
    let services = &server.services;
    quarter_before(&server).await;
    let mut five: Vec<i64> = (10..=14).collect();
    if fresh {
        run(services, "UPDATE roster SET to_on = '2026-11-15' WHERE person_id BETWEEN 11 AND 15").await;
        for person in 101..=104 {
            let sql =
                format!("INSERT INTO person (id, external_id, name) VALUES ({person}, 'X{person}', 'New')");
            run(services, &sql).await;
            let sql = format!(
                "INSERT INTO roster (person_id, unit_id, from_on) VALUES ({person}, 6, '2026-11-16')"
            );
            run(services, &sql).await;
        }
        five = [10, 101, 102, 103, 104].into();
    }
    run(services, "DELETE FROM roll WHERE round_id = 2").await;
    roll::write(services.db.writer(), RoundId::new(2), "2026-11-16".parse().unwrap()).await.unwrap();
    for person in 1..=9 {
        let answers = [("C1".to_owned(), "0".to_owned()), ("C2".to_owned(), "3".to_owned())];
        let form = BallotForm { round: 2, answers: answers.into(), ..BallotForm::default() };
        rounds::cast_by(services, &Voter::Person(PersonId::new(person)), &form).await.unwrap();
    }
    for person in five {
        answer(&server, person).await;
    }
    rounds::close(services, Some(2)).await.unwrap();
    release::release_now(services).await.unwrap();
    sign_in::create_account(&services.people, "t@example.org", "Ola Berg", Role::Manager, "T", PASSWORD)
        .await
        .unwrap();
    let manager = server.sign_in("t").await;
    let page = server.get("/trends?unit=6", &manager).await;
    assert_eq!(page.status, StatusCode::OK);
    let shown =
        "SELECT COUNT(*) FROM released_figure WHERE unit_id = 6 AND round_id = 2 AND state = 'published'";
    (page.body, number(services, shown).await)
}

#[tokio::test(flavor = "multi_thread")]
async fn four_new_accounts_do_not_open_the_fifth_ballot_to_a_manager() {
    let point = "Satisfaction, week 47, 2026: ";
    let told = |page: &str| page.contains(point) && !page.contains(&format!("{point}hidden"));
    let (page, figures) = read_by_manager(true).await;
    assert!(figures == 0 && !told(&page), "{page}");
    let (page, figures) = read_by_manager(false).await;
    assert!(figures > 0 && told(&page), "five who have been there for long do carry it: {page}");
}

/// How many figures team C has, of which so many answer with a code from their sheet.
async fn figures_by_code(ballots: usize) -> i64 {
    let server = Server::start().await;
    let services = &server.services;
    run(services, "INSERT INTO person (id, external_id, name) VALUES (30, 'L30', 'A'), (31, 'L31', 'B')")
        .await;
    let places = "INSERT INTO roster (person_id, unit_id, from_on) VALUES";
    run(services, &format!("{places} (30, 6, '2026-01-01'), (31, 6, '2026-01-01')")).await;
    run(services, "UPDATE unit SET by_code = TRUE WHERE id = 6").await;
    // They were there in the round before, too.
    run(services, "INSERT INTO roll (round_id, person_id, unit_id) VALUES (1, 30, 6), (1, 31, 6)").await;
    quarter_before(&server).await;
    run(services, "DELETE FROM roll WHERE round_id = 2").await;
    roll::write(services.db.writer(), RoundId::new(2), "2026-11-16".parse().unwrap()).await.unwrap();
    let hr = server.sign_in("hr").await;
    let codes = sheet_of(&server, &hr, "6").await;
    assert_eq!(codes.len(), 8);
    for code in &codes[..ballots] {
        let cookie = enter(&server, code).await;
        let cast = server.post("/kiosk/form", &cookie, &ANSWERS).await;
        assert_eq!(cast.header("location"), "/kiosk/thanks");
    }
    for person in 1..=9 {
        let answers = [("C1".to_owned(), "0".to_owned()), ("C2".to_owned(), "3".to_owned())];
        let form = BallotForm { round: 2, answers: answers.into(), ..BallotForm::default() };
        rounds::cast_by(services, &Voter::Person(PersonId::new(person)), &form).await.unwrap();
    }
    rounds::close(services, Some(2)).await.unwrap();
    release::release_now(services).await.unwrap();
    let shown =
        "SELECT COUNT(*) FROM released_figure WHERE unit_id = 6 AND round_id = 2 AND state = 'published'";
    number(services, shown).await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_keeps_three_codes_of_a_sheet_does_not_read_the_others() {
    assert_eq!(figures_by_code(7).await, 0, "three may be of one hand, and four are too few");
    assert!(figures_by_code(8).await > 0);
}
