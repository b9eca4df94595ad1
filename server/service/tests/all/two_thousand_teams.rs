//! What the map and the teams cost where there are two thousand of them.

#![allow(clippy::print_stdout, reason = "a measurement prints")]

use std::time::Instant;

use domain::{
    Lang, Role, UnitId,
    insight::map::{MapQuery, Reach},
    insight::teams::Look,
};
use service::overview::{self, signals};

use crate::{
    common::{actor, number, on_sqlite, run},
    map_and_teams::{grow, listen, map, scans, teams},
};

/// `cargo test -p service --test all two_thousand_teams -- --ignored --nocapture`
#[tokio::test(flavor = "multi_thread")]
#[ignore = "makes 2,000 teams with a year each"]
async fn two_thousand_teams_cost_what_is_shown() {
    let (mut services, _folder) = on_sqlite().await;
    run(&services, "DELETE FROM roll").await;
    run(&services, "DELETE FROM round").await;
    let started = Instant::now();
    grow(&services, 40, 50, 52).await;
    println!("made in {:.1?}", started.elapsed());
    println!("figures: {}", number(&services, "SELECT COUNT(*) FROM released_figure").await);
    println!("roll-up: {}", number(&services, "SELECT COUNT(*) FROM voice_rollup").await);
    let started = Instant::now();
    let units = signals::refresh(&services).await.unwrap();
    println!("signals of {units} units: {:.2?}", started.elapsed());
    let heard = listen(&mut services);
    let root = number(&services, "SELECT id FROM unit WHERE parent_id IS NULL").await;
    let site =
        number(&services, "SELECT MIN(id) FROM unit WHERE external_id LIKE 'G%' AND kind = 'site'").await;
    for (what, unit) in [("organisation", root), ("one site", site)] {
        median(&format!("map of the {what}"), async || map(&services, unit, "strain").await.rows.len()).await;
        median(&format!("map of the {what}, 52 rounds"), async || {
            let query = MapQuery { unit: Some(UnitId::new(unit)), reach: Reach::Whole, ..Default::default() };
            let page = overview::map(&services, Some(&actor(Role::Hr, 1)), &query, Lang::En).await.unwrap();
            page.svg.unwrap().len()
        })
        .await;
        median(&format!("teams of the {what}"), async || {
            teams(&services, unit, "", Look::All).await.cards.len()
        })
        .await;
        median(&format!("teams of the {what} worth a look"), async || {
            teams(&services, unit, "", Look::Concern).await.found as usize
        })
        .await;
    }
    median("search", async || teams(&services, root, "team 7", Look::All).await.found as usize).await;
    let statements = heard.lock().unwrap().clone();
    assert_eq!(scans(&services, &statements).await, Vec::<String>::new());
}

/// Does something seven times and tells how long it took; with what it gave, so that it is not nothing.
async fn median(what: &str, act: impl AsyncFn() -> usize) {
    let mut times = Vec::new();
    let mut given = 0;
    for _ in 0..7 {
        let started = Instant::now();
        given = act().await;
        times.push(started.elapsed());
    }
    times.sort();
    println!("{what}: {:.1?} (median of 7, gives {given})", times[3]);
}
