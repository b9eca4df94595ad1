//! `/check-in`.

use axum::http::StatusCode;

use super::Server;
use crate::common::{number, run};

/// Round 2 asks C1, C2, R3 and R9.
const ANSWERS: [(&str, &str); 3] = [("round", "2"), ("C1", "1"), ("C2", "4")];

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_ends_on_the_receipt_and_a_second_one_is_refused_kindly() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let page = server.get("/check-in", &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("name=\"R3\"")
            && page.body.contains("name=\"R9\"")
            && !page.body.contains("name=\"R1\"")
    );
    let answer = server.post("/check-in", &cookie, &ANSWERS).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/check-in/receipt"));
    assert_eq!(server.get("/check-in/receipt", &cookie).await.status, StatusCode::OK);
    assert_eq!(server.post("/check-in", &cookie, &ANSWERS).await.status, StatusCode::CONFLICT);
    let page = server.get("/check-in", &cookie).await;
    assert_eq!(page.status, StatusCode::OK, "looking is no second ballot");
    assert!(!page.body.contains("name=\"C2\""), "there is no form to fill in twice");
    assert_eq!(crate::common::answers(&server.services, 2).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_round_is_gone_and_a_foreign_value_shows_the_form_again() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    assert_eq!(
        server.post("/check-in", &cookie, &[("round", "1"), ("C2", "4")]).await.status,
        StatusCode::GONE
    );
    let hostile = "</textarea><script>alert(1)</script>";
    let form = [("round", "2"), ("C2", "9"), ("C1", "-1"), ("comment", hostile)];
    let answer = server.post("/check-in", &cookie, &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("&lt;/textarea&gt;&lt;script&gt;"), "the comment is kept, as text");
    assert!(!answer.body.contains("<script>alert"));
    assert!(answer.body.contains("value=\"-1\" checked"), "the answers are kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_never_asked_before_hears_which_days_to_think_of() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let first = "This is your first check-in";
    let page = server.get("/check-in", &cookie).await.body;
    assert!(!page.contains(first), "asked before: {page}");
    let person = "(SELECT person_id FROM account WHERE login = 'one@example.org')";
    let earlier = format!("DELETE FROM roll WHERE round_id = 1 AND person_id = {person}");
    run(&server.services, &earlier).await;
    let page = server.get("/check-in", &cookie).await.body;
    assert!(page.contains(first), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_place_on_the_roster_there_is_no_check_in() {
    let server = Server::start().await;
    assert_eq!(server.get("/check-in", "").await.status, StatusCode::UNAUTHORIZED);
    let admin = server.sign_in("admin").await;
    assert_eq!(server.get("/check-in", &admin).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_that_names_somebody_comes_back_once_and_then_goes_as_it_is() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let form = |comment: &'static str| [("round", "2"), ("C2", "4"), ("comment", comment)];
    let written = async || number(&server.services, "SELECT COUNT(*) FROM used_vote").await;
    for comment in ["I think Kari is unfair </textarea><script>", "Hun er sykmeldt igjen"] {
        let answer = server.post("/check-in", &cookie, &form(comment)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{comment}");
        assert!(answer.body.contains("value=\"4\" checked"), "the answers are kept");
        assert!(answer.body.contains("name=\"as_is\""), "the next time it goes through");
        assert!(!answer.body.contains("unfair </textarea><script>"), "the comment is text");
        assert_eq!(written().await, 0, "nothing was written");
    }
    // The names of the own units are no secret.
    let answer =
        server.post("/check-in", &cookie, &[("round", "2"), ("comment", "At Team A and Site S")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(written().await, 1);
    crate::common::run(&server.services, "DELETE FROM used_vote").await;
    let both = [("round", "2"), ("comment", "Kari and Ola are ill"), ("as_is", "ill\r\nKari")];
    let answer = server.post("/check-in", &cookie, &both).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "Ola was not hinted at before");
    assert!(answer.body.contains("Kari”, “Ola"), "all names at once: {}", answer.body);
    let as_is = [("round", "2"), ("comment", "I think Kari is unfair"), ("as_is", "Kari")];
    assert_eq!(server.post("/check-in", &cookie, &as_is).await.status, StatusCode::SEE_OTHER);
    let boxes = crate::common::opened(&server.services, 2).await;
    assert!(boxes.iter().any(|ballot| ballot.comment.as_deref().is_some_and(|text| text.contains("Kari"))));
}

#[tokio::test(flavor = "multi_thread")]
async fn beside_the_box_stands_who_can_read_a_comment_and_from_how_many() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let page = server.get("/check-in", &cookie).await.body;
    assert!(
        page.contains(
            "managers of Team A, Site S and Testkjeden, HR and staff representatives, and only where at \
             least 10 people have answered and 3 have written"
        ),
        "{page}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_form_is_asked_about_before_it_uses_up_the_one_answer() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let written = async || number(&server.services, "SELECT COUNT(*) FROM used_vote").await;
    for untouched in [vec![("round", "2")], vec![("round", "2"), ("C1", ""), ("comment", " \r\n ")]] {
        let answer = server.post("/check-in", &cookie, &untouched).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{untouched:?}");
        assert!(answer.body.contains("You have answered nothing. Send it empty?"));
        let (first, second) = (answer.body.find("Send my answers"), answer.body.find("name=\"as_empty\""));
        assert!(first.unwrap() < second.unwrap(), "the Enter key presses the first button of a form");
        assert_eq!(written().await, 0, "nothing was written");
    }
    assert!(!server.get("/check-in", &cookie).await.body.contains("as_empty"), "nobody is asked beforehand");
    let empty = [("round", "2"), ("as_empty", "yes")];
    assert_eq!(server.post("/check-in", &cookie, &empty).await.status, StatusCode::SEE_OTHER);
    assert_eq!(written().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_prefers_not_to_say_has_answered() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let skipped = [("round", "2"), ("C1", "skip"), ("C2", "skip")];
    assert_eq!(server.post("/check-in", &cookie, &skipped).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_after_the_close_is_never_told_as_if_it_was_counted() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let late = "What you just sent was not counted";
    let answer = server.post("/check-in", &cookie, &[("round", "1"), ("C2", "4")]).await;
    assert_eq!(answer.status, StatusCode::GONE);
    assert!(answer.body.contains(late) && answer.body.contains("href=\"/check-in\""), "{}", answer.body);
    crate::common::run(&server.services, "UPDATE round SET state = 'closed' WHERE number = 2").await;
    let answer = server.post("/check-in", &cookie, &ANSWERS).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains(late) && !answer.body.contains("is counted"), "{}", answer.body);
    assert!(
        answer.body.contains("data-problem=\"problem-no-open-round\""),
        "the device keeps it as too late"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn between_rounds_the_check_in_is_a_calm_page_with_the_next_date() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    let run = async |sql| crate::common::run(&server.services, sql).await;
    run("UPDATE round SET state = 'closed' WHERE number = 2").await;
    for path in ["/check-in", "/check-in/receipt"] {
        let page = server.get(path, &cookie).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.body.contains("Nothing to answer right now"), "{path}");
        assert!(page.body.contains("The next round has no date yet"), "{path}");
        assert!(page.body.contains("Figures of the round that has just closed come from"), "{path}");
        assert!(page.body.contains("href=\"/team\""), "the last figures are one tap away");
        assert!(!page.body.contains("data-shelf"), "not kept for the next round: {}", page.body);
    }
    run("INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
         VALUES (3, '2027-01-04', '2027-01-10', 'planned', 'trivsel-1', 'p', '2026-01-01', '2027-01-01')")
    .await;
    assert!(
        server.get("/check-in", &cookie).await.body.contains("The next round opens on Monday 4 January 2027")
    );
    let admin = server.sign_in("admin").await;
    assert_eq!(server.get("/check-in", &admin).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_receipt_names_the_day_from_which_figures_come() {
    let server = Server::start().await;
    let cookie = server.sign_in("one").await;
    server.post("/check-in", &cookie, &ANSWERS).await;
    let receipt = server.get("/check-in/receipt", &cookie).await.body;
    assert!(receipt.contains("Figures come from"), "{receipt}");
}
