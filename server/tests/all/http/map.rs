//! `/trends/map` and `/trends/teams`.

use axum::http::StatusCode;
use domain::Role;

use super::{PASSWORD, Server};
use crate::common::run;

/// Strain of both teams of site S, one of them hidden, and a manager of the site.
async fn prepare(server: &Server) -> String {
    let services = &server.services;
    service::sign_in::create_account(
        &services.people,
        "boss@example.org",
        "Ola Berg",
        Role::Manager,
        "S",
        PASSWORD,
    )
    .await
    .unwrap();
    run(services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1").await;
    for (unit, state, value) in
        [(2, "published", "31"), (3, "published", "34"), (4, "below_k", "NULL"), (6, "published", "87")]
    {
        run(
            services,
            &format!(
                "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
                    rule_version, params_hash, input_digest, released_on)
                 VALUES ({unit}, 'strain', 1, 1, '{state}', FALSE, {value}, 1, '', '', '2026-11-17')"
            ),
        )
        .await;
    }
    run(services, "UPDATE unit SET name = 'Team <A> & \"Co\"' WHERE id = 3").await;
    service::overview::signals::refresh(services).await.unwrap();
    server.sign_in("boss").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_holds_the_figures_of_the_units_below_and_none_of_others() {
    let server = Server::start().await;
    let manager = prepare(&server).await;
    let page = server.get("/trends/map", &manager).await;
    assert_eq!(page.status, StatusCode::OK);
    for text in
        ["Strain: nothing worth a look", "Team B, Strain, week 46, 2026: hidden", "week 46, 2026: 34."]
    {
        assert!(page.body.contains(text), "{text}");
    }
    assert!(!page.body.contains("<A>") && page.body.contains("Team &lt;A&gt;"), "names are text");
    assert!(!page.body.contains("Team C") && !page.body.contains("2026: 87"), "another site's");
    assert!(page.body.contains("/charts/map.svg?unit=2&amp;measure=strain&amp;rounds=26&amp;page=1"));
    let file = server.get("/charts/map.svg?unit=2&measure=strain&rounds=52", &manager).await;
    assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "image/svg+xml"));
    assert!(file.body.contains("Team &lt;A&gt;"));
    let measure = server.get("/trends/map?measure=%3Cscript%3E&rounds=99&page=x", &manager).await;
    assert_eq!(measure.status, StatusCode::NOT_FOUND);
    assert!(!measure.body.contains("<script>\""), "what was asked for is not repeated");
}

#[tokio::test(flavor = "multi_thread")]
async fn teams_without_any_figures_had_nothing_worth_a_look() {
    let server = Server::start().await;
    let hr = server.sign_in("hr").await;
    let page = server.get("/trends/teams", &hr).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("No figures yet") && !page.body.contains("worth a look"), "{}", page.body);
    assert!(page.body.contains("The first can come any minute"), "{}", page.body);
    run(&server.services, "DELETE FROM roll; DELETE FROM round WHERE id = 1").await;
    let page = server.get("/trends/teams", &hr).await;
    assert!(
        page.body.contains("The first can come from") && page.body.contains("November 2026"),
        "{}",
        page.body
    );
    run(&server.services, "DELETE FROM round").await;
    let none = server.get("/trends/teams", &hr).await;
    assert!(none.body.contains("No round is under way"), "{}", none.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_hold_the_figures_of_the_teams_below_and_none_of_others() {
    let server = Server::start().await;
    let manager = prepare(&server).await;
    let page = server.get("/trends/teams", &manager).await;
    assert_eq!(page.status, StatusCode::OK);
    for text in ["Nothing worth a look in 2 teams", "Team &lt;A&gt;", "Team B", "hidden", "/trends?unit=4"] {
        assert!(page.body.contains(text), "{text}");
    }
    assert!(!page.body.contains("Team C") && !page.body.contains(">87<"), "another site's");
    let none = server.get("/trends/teams?search=%3Cscript%3E&show=better", &manager).await;
    assert_eq!(none.status, StatusCode::OK);
    assert!(!none.body.contains("<script>&") && none.body.contains("No team here"));
    // An employee looks at the own team alone.
    let employee = server.sign_in("one").await;
    let own = server.get("/trends/teams", &employee).await;
    assert_eq!(own.status, StatusCode::OK);
    assert!(!own.body.contains("Team B"));
    assert_eq!(server.get("/trends/teams?unit=2", &employee).await.status, StatusCode::NOT_FOUND);
    assert_eq!(server.get("/trends/map?unit=4", &employee).await.status, StatusCode::NOT_FOUND);
}
