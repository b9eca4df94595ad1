//! `/kiosk`, `/kiosk/codes` and `/check-in/link`.

use std::{io::Write, sync::Arc};

use axum::http::StatusCode;
use domain::{AccountId, Role};
use service::{Actor, mail::Post, rounds::codes};

use super::{Answer, Postbox, Server};
use crate::common::{answers, cast_in, number, run, votes};

/// Team A answers by code in the open round.
async fn with_codes() -> (Server, String) {
    let server = Server::start().await;
    run(&server.services, "UPDATE unit SET by_code = TRUE WHERE id = 3").await;
    run(&server.services, "UPDATE roll SET by_code = TRUE WHERE unit_id = 3").await;
    let hr = server.sign_in("hr").await;
    (server, hr)
}

/// A team's sheet is asked for by HR and released by somebody else.
async fn released(server: &Server, hr: &str, unit: &str) {
    let asked = server.post("/kiosk/codes", hr, &[("act", "ask"), ("unit", unit)]).await;
    assert_eq!(asked.header("location"), "/kiosk/codes");
    let representative =
        Actor { account: AccountId::new(70), ..testing::actor(Role::StaffRepresentative, 1) };
    codes::release(&server.services, Some(&representative), unit).await.unwrap();
}

/// Makes team A's sheet and reads its codes.
async fn sheet(server: &Server, hr: &str) -> Vec<String> {
    sheet_of(server, hr, "3").await
}

/// The same of any team that answers by code.
pub(super) async fn sheet_of(server: &Server, hr: &str, unit: &str) -> Vec<String> {
    released(server, hr, unit).await;
    let page = server.post("/kiosk/codes", hr, &[("act", "sheet"), ("unit", unit)]).await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    let codes = page.body.split("class=\"code\">").skip(1);
    codes.map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

fn cookie_of(answer: &Answer) -> String {
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

/// Types a code; gives the cookie that leads on.
pub(super) async fn enter(server: &Server, code: &str) -> String {
    let answer = server.post("/kiosk", "", &[("code", code)]).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/kiosk/form"));
    let cookie = answer.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    cookie_of(&answer)
}

pub(super) const ANSWERS: [(&str, &str); 3] = [("round", "2"), ("C1", "1"), ("C2", "4")];

#[tokio::test(flavor = "multi_thread")]
async fn a_code_from_the_sheet_leads_to_the_questions_and_back_to_the_start() {
    let (server, hr) = with_codes().await;
    let codes = sheet(&server, &hr).await;
    assert_eq!(codes.len(), 7, "one for each person counted there");
    let start = server.get("/kiosk", "").await;
    assert!(start.status == StatusCode::OK && start.body.contains("name=\"code\""));
    let cookie = enter(&server, &codes[0].to_lowercase().replace('-', " ")).await;
    let form = server.get("/kiosk/form", &cookie).await;
    assert_eq!((form.status, form.header("cache-control")), (StatusCode::OK, "no-store"));
    assert!(form.body.contains("name=\"R9\"") && form.body.contains("Team A"));
    assert!(form.body.contains("<noscript><meta http-equiv=\"refresh\" content=\"300; url=/kiosk\""));
    assert!(form.body.contains("data-idle=\"90\"") && form.body.contains("data-warn=\"30\""));
    let cast = server.post("/kiosk/form", &cookie, &ANSWERS).await;
    assert_eq!((cast.status, cast.header("location")), (StatusCode::SEE_OTHER, "/kiosk/thanks"));
    assert!(cast.header("set-cookie").starts_with("pass=;"), "the tablet forgets the code");
    let thanks = server.get("/kiosk/thanks", "").await;
    assert!(thanks.body.contains("content=\"20; url=/kiosk\"") && !thanks.body.contains("receipt"));
    let back = server.get("/kiosk/form", "").await;
    assert_eq!((back.status, back.header("location")), (StatusCode::SEE_OTHER, "/kiosk"));
    assert_eq!(cast_in(&server.services, 2, 3).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_used_code_gets_the_same_thanks_and_counts_nothing() {
    let (server, hr) = with_codes().await;
    let codes = sheet(&server, &hr).await;
    let cookie = enter(&server, &codes[0]).await;
    server.post("/kiosk/form", &cookie, &ANSWERS).await;
    let again = [("round", "2"), ("key", "k"), ("C1", "-2"), ("comment", "\"><script>x")];
    let answer = server.post("/kiosk/form", &cookie, &again).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/kiosk/thanks"));
    assert_eq!(cast_in(&server.services, 2, 3).await, 1);
    let wrong: Vec<_> = again.into_iter().chain([("code", "0000-0000")]).collect();
    let answer = server.post("/kiosk/form", &cookie, &wrong).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.body.contains("type=\"hidden\" name=\"C1\" value=\"-2\""));
    assert!(!answer.body.contains("<script>x"), "as text");
    let with_other: Vec<_> = again.into_iter().chain([("code", codes[1].as_str())]).collect();
    let answer = server.post("/kiosk/form", &cookie, &with_other).await;
    assert_eq!(answer.header("location"), "/kiosk/thanks");
    assert_eq!(cast_in(&server.services, 2, 3).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_codes_and_forms_come_back_with_what_was_typed_and_a_reason() {
    let (server, hr) = with_codes().await;
    let codes = sheet(&server, &hr).await;
    let wrong = server.post("/kiosk", "", &[("code", "0000 00ZZ")]).await;
    assert_eq!(wrong.status, StatusCode::NOT_FOUND);
    assert!(wrong.body.contains("value=\"0000 00ZZ\"") && wrong.body.contains("error-summary"));
    let cookie = enter(&server, &codes[0]).await;
    let bad = [("round", "2"), ("C1", "1"), ("C2", "9"), ("comment", "Kept")];
    let answer = server.post("/kiosk/form", &cookie, &bad).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Kept") && answer.body.contains("value=\"1\" checked"));
    let more = [("round", "2"), ("C1", "1"), ("comment", "Kept"), ("act", "more")];
    let answer = server.post("/kiosk/form", &cookie, &more).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("Kept") && answer.body.contains("value=\"1\" checked"));
    assert_eq!(cookie_of(&answer), cookie, "the code stays as long");
    let old = server.post("/kiosk/form", &cookie, &[("round", "1"), ("C2", "4")]).await;
    assert_eq!(old.status, StatusCode::GONE);
    run(&server.services, "UPDATE round SET state = 'voided' WHERE number = 2").await;
    assert_eq!(server.get("/kiosk/form", &cookie).await.status, StatusCode::GONE);
    assert_eq!(server.post("/kiosk/form", &cookie, &ANSWERS).await.status, StatusCode::GONE);
    assert_eq!(votes(&server.services).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_form_is_asked_about_on_the_tablet_too_and_a_late_one_was_not_counted() {
    let (server, hr) = with_codes().await;
    let codes = sheet(&server, &hr).await;
    let cookie = enter(&server, &codes[0]).await;
    let asked = server.post("/kiosk/form", &cookie, &[("round", "2")]).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.body.contains("You have answered nothing. Send it empty?"));
    assert!(asked.body.contains("name=\"as_empty\""));
    assert_eq!(votes(&server.services).await, 0);
    let empty = server.post("/kiosk/form", &cookie, &[("round", "2"), ("as_empty", "yes")]).await;
    assert_eq!(empty.header("location"), "/kiosk/thanks");
    assert_eq!(votes(&server.services).await, 1);
    let cookie = enter(&server, &codes[1]).await;
    run(&server.services, "UPDATE round SET state = 'closed' WHERE number = 2").await;
    let late = server.post("/kiosk/form", &cookie, &ANSWERS).await;
    assert!(late.body.contains("What you just sent was not counted"), "{}", late.body);
    assert!(
        !server.get("/kiosk/form", &cookie).await.body.contains("What you just sent"),
        "nothing was sent"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_of_the_tablet_leads_away_from_it() {
    let (server, hr) = with_codes().await;
    let cookie = enter(&server, &sheet(&server, &hr).await[0]).await;
    for (path, cookie) in [("/kiosk", ""), ("/kiosk/form", cookie.as_str()), ("/kiosk/thanks", "")] {
        let page = server.get(path, cookie).await.body;
        let body = page.split("<body").nth(1).unwrap();
        for href in body.split("<a ").skip(1).map(|rest| rest.split("href=\"").nth(1).unwrap()) {
            let href = href.split('"').next().unwrap();
            assert!(href.starts_with('#') || href.starts_with("/kiosk"), "{path} leads to {href}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_wrong_codes_are_the_end_whichever_way_they_come() {
    let (server, hr) = with_codes().await;
    let code = sheet(&server, &hr).await.remove(0);
    for place in 0..50 {
        let guess = format!("ZZZZZ{place:03}");
        let answer = match place % 3 {
            0 => server.post("/kiosk", "", &[("code", &guess)]).await,
            1 => server.get("/kiosk/form", &format!("pass=code:{guess}")).await,
            _ => server.post("/kiosk/form", &format!("pass=code:{guess}"), &ANSWERS).await,
        };
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{place}");
    }
    let cookie = format!("pass=code:{}", code.replace('-', ""));
    for answer in [
        server.post("/kiosk", "", &[("code", &code)]).await,
        server.get("/kiosk/form", &cookie).await,
        server.post("/kiosk/form", &cookie, &ANSWERS).await,
    ] {
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_is_a_file_too_and_a_team_that_has_no_tablet_gets_none() {
    let (server, hr) = with_codes().await;
    released(&server, &hr, "3").await;
    let file = server.post("/kiosk/codes", &hr, &[("act", "pdf"), ("unit", "3")]).await;
    assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "application/pdf"));
    assert_eq!(file.header("cache-control"), "no-store");
    assert!(file.body.starts_with("%PDF-") && file.header("content-disposition").starts_with("attachment"));
    for unit in ["4", "999", "x", ""] {
        let refused = server.post("/kiosk/codes", &hr, &[("act", "sheet"), ("unit", unit)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{unit}");
    }
    let page = server.get("/kiosk/codes", &hr).await;
    assert!(page.body.contains("Sheet made"));
    let revoked = server.post("/kiosk/codes", &hr, &[("act", "revoke"), ("unit", "3")]).await;
    assert_eq!(revoked.status, StatusCode::SEE_OTHER);
    assert!(server.get("/kiosk/codes", &hr).await.body.contains("No sheet yet"));
    let one = server.sign_in("one").await;
    assert_eq!(server.get("/check-in", &one).await.status, StatusCode::FORBIDDEN, "the team has a tablet");
}

/// A server whose letters are kept, and the token of person 1's link.
async fn with_link() -> (Server, String) {
    let postbox = Arc::new(Postbox::default());
    let mailer = postbox.clone();
    let public_url = "https://trivsel.example".to_owned();
    let server = Server::start_with(|services| services.with_post(Post { mailer, public_url }), &[]).await;
    run(&server.services, "UPDATE account SET person_id = 1 WHERE login = 'one@example.org'").await;
    service::jobs::run_due(&server.services).await.unwrap();
    let letters = postbox.0.lock().unwrap();
    let letter = letters.iter().find(|letter| letter.address == "one@example.org").unwrap();
    let token = letter.body.split("?token=").nth(1).unwrap().split_whitespace().next().unwrap();
    (server, token.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_personal_link_asks_about_an_empty_form_and_says_when_it_came_too_late() {
    let (server, token) = with_link().await;
    let cookie = cookie_of(&server.get(&format!("/check-in/link?token={token}"), "").await);
    let asked = server.post("/check-in/link", &cookie, &[("round", "2")]).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.body.contains("name=\"as_empty\"") && asked.body.contains("action=\"/check-in/link\""));
    assert_eq!(votes(&server.services).await, 0);
    run(&server.services, "UPDATE round SET state = 'closed' WHERE number = 2").await;
    let late = server.post("/check-in/link", &cookie, &ANSWERS).await;
    assert!(late.body.contains("What you just sent was not counted"), "{}", late.body);
    let opened = server.get("/check-in/link", &cookie).await.body;
    assert!(opened.contains("That round has closed") && !opened.contains("What you just sent"), "{opened}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_personal_link_answers_once_without_a_session_and_a_mail_program_may_look_first() {
    let (server, token) = with_link().await;
    let address = format!("/check-in/link?token={token}");
    for _ in 0..3 {
        let looked = server.get(&address, "").await;
        assert_eq!((looked.status, looked.header("location")), (StatusCode::SEE_OTHER, "/check-in/link"));
        assert_eq!(looked.header("referrer-policy"), "no-referrer");
    }
    let cookie = cookie_of(&server.get(&address, "").await);
    let form = server.get("/check-in/link", &cookie).await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.body.contains("action=\"/check-in/link\"") && !form.body.contains(&token));
    let bad =
        server.post("/check-in/link", &cookie, &[("round", "2"), ("C2", "9"), ("comment", "Kept")]).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.body.contains("Kept"));
    let cast = server.post("/check-in/link", &cookie, &ANSWERS).await;
    assert_eq!(cast.header("location"), "/check-in/link/receipt");
    assert!(cast.header("set-cookie").starts_with("pass=;"), "the link goes with the ballot");
    assert!(server.get("/check-in/link/receipt", "").await.body.contains("class=\"receipt\""));
    let second = server.post("/check-in/link", &cookie, &ANSWERS).await;
    assert_eq!(second.header("location"), "/check-in/link/receipt", "the same receipt");
    let keyless = |page: &Answer| {
        let policy = page.header("content-security-policy");
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap();
        let (before, rest) = page.body.split_once("name=\"key\" value=\"").unwrap();
        format!("{before}{}", rest.split_once('"').unwrap().1).replace(nonce, "")
    };
    let after = server.get("/check-in/link", &cookie).await;
    assert_eq!(keyless(&after), keyless(&form), "the page tells nothing");
    assert_eq!((answers(&server.services, 2).await, votes(&server.services).await), (2, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn links_that_lead_nowhere_say_so() {
    let (server, token) = with_link().await;
    let cookie = format!("pass=link:{token}");
    let forged = format!("pass=link:{}", "0f".repeat(32));
    for (path, cookie) in
        [("/check-in/link", ""), ("/check-in/link", forged.as_str()), ("/check-in/link?token=x", &cookie)]
    {
        let answer = server.get(path, cookie).await;
        assert_eq!(answer.status, StatusCode::GONE, "{path} {cookie}");
        assert!(answer.body.contains("This link does not work"));
    }
    run(&server.services, "UPDATE account SET state = 'left' WHERE person_id = 1").await;
    assert_eq!(server.post("/check-in/link", &cookie, &ANSWERS).await.status, StatusCode::GONE);
    run(&server.services, "UPDATE account SET state = 'active' WHERE person_id = 1").await;
    run(&server.services, "UPDATE round SET state = 'closed' WHERE number = 2").await;
    let late = server.post("/check-in/link", &cookie, &ANSWERS).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.body.contains("A new e-mail comes"));
    assert_eq!(votes(&server.services).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_can_be_switched_off() {
    let (server, _) = with_link().await;
    let one = server.sign_in("one").await;
    assert!(server.get("/account", &one).await.body.contains("name=\"letters\""));
    let off = server.post("/account", &one, &[("act", "letters")]).await;
    assert_eq!(off.status, StatusCode::SEE_OTHER);
    let wants = "SELECT COUNT(*) FROM account WHERE wants_reminders AND login = 'one@example.org'";
    assert_eq!(number(&server.services, wants).await, 0);
    server.post("/account", &one, &[("act", "letters"), ("letters", "on")]).await;
    assert_eq!(number(&server.services, wants).await, 1);
}

/// Collects what is logged.
#[derive(Clone, Default)]
struct Lines(Arc<std::sync::Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Lines {
    fn take(&self) -> String {
        String::from_utf8(std::mem::take(&mut *self.0.lock().unwrap())).unwrap()
    }
}

/// Hears all that is logged on this thread until the guard falls.
fn listen() -> (Lines, tracing::subscriber::DefaultGuard) {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    (lines, tracing::subscriber::set_default(subscriber))
}

// On one thread, so that everything the requests log is heard.
#[tokio::test]
async fn a_ballot_of_somebody_signed_in_leaves_no_line_in_the_log_and_no_trace_in_a_session() {
    let server = Server::start().await;
    let one = server.sign_in("one").await;
    run(&server.services, "UPDATE session SET seen_at = '2026-11-21 09:45:00+00:00'").await;
    let before = number(&server.services, "SELECT COUNT(*) FROM audit").await;
    let (lines, _guard) = listen();
    server.get("/help", "").await;
    assert!(lines.take().contains("/help"), "other addresses are heard");
    server.get("/check-in", &one).await;
    server.post("/check-in", &one, &[("round", "2"), ("C2", "9")]).await;
    let cast = server.post("/check-in", &one, &ANSWERS).await;
    assert_eq!(cast.header("location"), "/check-in/receipt");
    server.get("/check-in/receipt", &one).await;
    server.post("/check-in", &one, &ANSWERS).await;
    let heard = lines.take();
    for secret in ["check-in", "One", "one@example.org", " server:", " service:", " app:", " staff:"] {
        assert!(!heard.contains(secret), "{secret}: {heard}");
    }
    let touched = "SELECT COUNT(*) FROM session WHERE seen_at > '2026-11-21 09:46:00+00:00'";
    assert_eq!(number(&server.services, touched).await, 0, "a session's last use would say when");
    assert_eq!(number(&server.services, "SELECT COUNT(*) FROM audit").await, before);
}

// On one thread, so that everything the requests log is heard.
#[tokio::test]
async fn answering_leaves_no_line_in_the_log_and_no_trace_in_a_session() {
    let (server, token) = with_link().await;
    run(&server.services, "UPDATE unit SET by_code = TRUE WHERE id = 4").await;
    run(&server.services, "UPDATE roll SET by_code = TRUE WHERE unit_id = 4").await;
    let hr = server.sign_in("hr").await;
    released(&server, &hr, "4").await;
    let page = server.post("/kiosk/codes", &hr, &[("act", "sheet"), ("unit", "4")]).await;
    let code = page.body.split("class=\"code\">").nth(1).unwrap()[..9].to_owned();
    run(&server.services, "UPDATE session SET seen_at = '2026-11-21 09:45:00+00:00'").await;
    let (lines, _guard) = listen();
    server.get("/help", "").await;
    assert!(lines.take().contains("/help"), "other addresses are heard");

    let typed = server.post("/kiosk", &hr, &[("code", &code)]).await;
    let tablet = format!("{hr}; {}", cookie_of(&typed));
    server.post("/kiosk", &hr, &[("code", "00000000")]).await;
    server.get("/kiosk/form", &tablet).await;
    let cast = server.post("/kiosk/form", &tablet, &ANSWERS).await;
    assert_eq!(cast.header("location"), "/kiosk/thanks");
    server.get("/kiosk/thanks", &tablet).await;
    let looked = server.get(&format!("/check-in/link?token={token}"), &hr).await;
    let link = format!("{hr}; {}", cookie_of(&looked));
    server.get("/check-in/link", &link).await;
    let cast = server.post("/check-in/link", &link, &ANSWERS).await;
    assert_eq!(cast.header("location"), "/check-in/link/receipt");
    server.get("/check-in/link/receipt", &link).await;
    server.post("/check-in/link", &link, &[("round", "2"), ("C2", "9")]).await;

    let heard = lines.take();
    let ours: Vec<&str> = heard
        .lines()
        .filter(|line| ["server", "service", "app"].iter().any(|name| line.contains(&format!(" {name}:"))))
        .collect();
    assert!(ours.is_empty(), "{ours:?}");
    for secret in ["kiosk", "check-in", &token, &code, &code.replace('-', ""), "One", "one@example.org"] {
        assert!(!heard.contains(secret), "{secret}: {heard}");
    }
    let touched = "SELECT COUNT(*) FROM session WHERE seen_at > '2026-11-21 09:46:00+00:00'";
    assert_eq!(number(&server.services, touched).await, 0, "a session's last use would say when");
    let written = "SELECT COUNT(*) FROM audit WHERE event NOT IN ('signed_in', 'codes_asked', 'codes_released', 'codes_made', 'account_made', 'role_given')";
    assert_eq!(number(&server.services, written).await, 0);
}
