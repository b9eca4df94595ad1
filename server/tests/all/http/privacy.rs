//! `/privacy` and `/stored`.

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::TimeDelta;
use clap::Parser;
use domain::{Lang, Role, text::t};
use server::{
    config::Config,
    web::{AppState, router},
};
use service::clock::StoppedClock;

use super::{Args, PASSWORD, Server};
use crate::common::{number, run};

const LOWER: [(&str, &str); 9] = [
    ("act", "change"),
    ("k", "4"),
    ("k_comment", "10"),
    ("authors", "3"),
    ("k_dist", "10"),
    ("every_round_from", "12"),
    ("grace_hours", "24"),
    ("guard", "mark"),
    ("password", PASSWORD),
];

/// The same form with other fields.
fn with<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let value = |name: &str| other.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
    LOWER.into_iter().map(|(name, usual)| (name, value(name).unwrap_or(usual))).collect()
}

/// A second administrator's cookie.
async fn second(server: &Server) -> String {
    let login = "second@example.org";
    service::sign_in::create_account(
        &server.services.people,
        login,
        "Ola Moe",
        Role::Admin,
        "ROOT",
        PASSWORD,
    )
    .await
    .unwrap();
    server.sign_in_as(login).await
}

/// Puts the employee on the roll of the open round, in team A.
async fn enrol(server: &Server) {
    let sql = "INSERT INTO roll (round_id, person_id, unit_id)
               SELECT 2, person_id, 3 FROM account WHERE login = 'one@example.org' ON CONFLICT DO NOTHING";
    run(&server.services, sql).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_administrators_lower_a_threshold_and_everybody_reads_it() {
    let server = Server::start().await;
    let (anna, ola) = (server.sign_in("admin").await, second(&server).await);
    let employee = server.sign_in("one").await;
    enrol(&server).await;
    let answer = server.post("/privacy", &anna, &LOWER).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/privacy"));
    let id = number(&server.services, "SELECT id FROM rules_proposal").await.to_string();
    let confirm = [("act", "confirm"), ("proposal", id.as_str()), ("password", PASSWORD)];
    let own = server.post("/privacy", &anna, &confirm).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN);
    assert!(own.body.contains(&t(Lang::En, "problem-second-admin-needed-text")), "{}", own.body);
    let banner = "Looser rules from Monday 23 November 2026";
    assert!(!server.get("/stored", "").await.body.contains(banner));
    assert_eq!(server.post("/privacy", &ola, &confirm).await.status, StatusCode::SEE_OTHER);
    for (path, cookie) in [("/stored", ""), ("/check-in", employee.as_str())] {
        let page = server.get(path, cookie).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(banner), "{path}");
        assert!(page.body.contains("Figures are shown from 4 answers; before, from 5."), "{path}");
    }
    let page = server.get("/privacy", &server.sign_in("hr").await).await;
    assert!(page.body.contains("Monday 23 November 2026") && page.body.contains("Ola Moe"));
    assert!(!page.body.contains("<form class=\"change-rules\""), "HR reads and does not change");
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_below_the_floor_and_without_proof_are_refused() {
    let server = Server::start().await;
    let anna = server.sign_in("admin").await;
    run(&server.services, "UPDATE session SET proven_at = '2026-11-21 09:00:00+00:00'").await;
    let answer = server.post("/privacy", &anna, &with(&[("password", "")])).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    run(&server.services, "UPDATE session SET proven_at = '2026-11-21 10:00:00+00:00'").await;
    for field in ["k", "k_comment", "authors"] {
        let answer = server.post("/privacy", &anna, &with(&[(field, "2")])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(answer.body.contains(&t(Lang::En, "why-below-floor")), "{field}");
        assert!(answer.body.contains(&format!("id=\"{field}\"")), "the form is shown again");
    }
    assert_eq!(number(&server.services, "SELECT COUNT(*) FROM rules_proposal").await, 0);
    assert_eq!(number(&server.services, "SELECT MIN(k) FROM release_rules").await, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_cannot_bring_rules_along() {
    let server = Server::start().await;
    let admin = server.sign_in("admin").await;
    let file = "unit,period,complaints,contacts,k\nS,2025Q1,1,10,2\n";
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nhistory\r\n\
         --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"h.csv\"\r\n\r\n{file}\r\n--x--\r\n"
    );
    let request = axum::http::Request::post("/imports")
        .header("cookie", &admin)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "multipart/form-data; boundary=x")
        .body(axum::body::Body::from(body))
        .unwrap();
    let answer = server.send(request).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let confirm = format!("{}/confirm", answer.header("location"));
    server.post(&confirm, &admin, &[]).await;
    assert_eq!(number(&server.services, "SELECT MIN(k) FROM release_rules").await, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_what_is_stored_is_byte_for_byte_the_same_before_and_after_a_ballot() {
    let mut server = Server::start().await;
    let cookie = server.sign_in("one").await;
    enrol(&server).await;
    run(&server.services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1")
        .await;
    let main = |body: &str| {
        let main = body.split_once("<main").unwrap().1;
        main.split_once("</main>").unwrap().0.to_owned()
    };
    let before = main(&server.get("/stored", "").await.body);
    let form = [("round", "2"), ("C1", "1"), ("C2", "4"), ("comment", "A comment")];
    assert_eq!(server.post("/check-in", &cookie, &form).await.status, StatusCode::SEE_OTHER);
    // Counts are kept for some minutes: this asks when they have grown old.
    let later = Arc::new(StoppedClock(crate::common::now() + TimeDelta::minutes(11)));
    let site = server._folders.1.path().to_str().unwrap();
    let config = Config::load(&Args::parse_from(["test", "--site", site]).config).unwrap();
    server.router = router(AppState::new(server.services.with_clock(later), &config), &config);
    assert_eq!(main(&server.get("/stored", "").await.body), before);
    assert!(before.contains("fewer than 50 rows"));
}

#[test]
fn neither_settings_nor_the_command_line_know_of_thresholds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trivsel.toml");
    for line in ["k = 2", "k_comment = 2", "[release]\nk = 2"] {
        std::fs::write(&path, line).unwrap();
        let args = Args::parse_from(["test", "--config", path.to_str().unwrap()]);
        let refused = Config::load(&args.config).err().unwrap();
        assert!(refused.contains("unknown field"), "{refused}");
    }
    for command in [["migrate", "--k"], ["round", "--k"], ["serve", "--k"]] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_trivsel"))
            .current_dir(folder.path())
            .args(command)
            .arg("2")
            .output()
            .unwrap();
        assert!(!output.status.success(), "{command:?}");
    }
}
