//! `/today`: who begins there, and what a page of it says.

use axum::http::StatusCode;

use super::Server;
use crate::common::{number, run};

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_begins_the_day_there_and_an_employee_does_not_get_there() {
    let server = Server::start().await;
    let manager = server.boss().await;
    for cookie in [&manager, &server.sign_in("hr").await] {
        assert_eq!(server.get("/", cookie).await.header("location"), "/today");
        let page = server.get("/trends", cookie).await.body;
        let head = page.split("</header>").next().unwrap();
        assert!(head.contains("href=\"/today\""), "{head}");
    }
    let employee = server.sign_in("one").await;
    assert_eq!(server.get("/", &employee).await.header("location"), "/check-in");
    assert_eq!(server.get("/today", &employee).await.status, StatusCode::FORBIDDEN);
    assert!(!server.get("/team", &employee).await.body.contains("href=\"/today\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_sentence_is_a_link_and_looking_writes_nothing_down() {
    let server = Server::start().await;
    let manager = server.boss().await;
    let quiet = server.get("/today", &manager).await;
    assert_eq!(quiet.status, StatusCode::OK);
    assert!(quiet.body.contains("Nothing new since then.") && quiet.body.contains("in the last seven days"));
    run(
        &server.services,
        "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage)
         VALUES ('K-1', 3, 'process', 'phone', 'safety', 'Text', '2026-11-20', '2026-11-20 10:00:00+00:00', 'received')",
    )
    .await;
    run(&server.services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1")
        .await;
    service::overview::signals::refresh(&server.services).await.unwrap();
    let before = number(&server.services, "SELECT COUNT(*) FROM audit").await;
    let page = server.get("/today", &manager).await.body;
    let list = page.split("class=\"news\"").nth(1).unwrap().split("</ul>").next().unwrap();
    assert_eq!(list.matches("<li").count(), 2, "{list}");
    assert_eq!(list.matches("<a href=\"/").count(), 2, "{list}");
    let case = list.find("1 open case is about safety").unwrap();
    assert!(case < list.find("nothing new stands out in 2 teams").unwrap(), "{list}");
    assert_eq!(number(&server.services, "SELECT COUNT(*) FROM audit").await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_of_another_unit_or_of_none_is_not_found() {
    let server = Server::start().await;
    let manager = server.boss().await;
    assert_eq!(server.get("/today?unit=3", &manager).await.status, StatusCode::OK);
    for unit in ["1", "6", "999", "x", ""] {
        let answer = server.get(&format!("/today?unit={unit}"), &manager).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{unit}");
    }
}
