//! Marks of many units that are listed together.

use crate::{
    common::{actor, on_sqlite, run},
    map_and_teams::{grow, teams},
};
use domain::{
    Role,
    insight::{signal::SignalState, teams::Look, today::TodayQuery},
};
use service::overview::signals;

#[tokio::test(flavor = "multi_thread")]
async fn a_mark_that_chance_makes_among_so_many_is_on_its_own_chart_and_in_no_list() {
    let (services, _folder) = on_sqlite().await;
    run(&services, "DELETE FROM roll").await;
    run(&services, "DELETE FROM round").await;
    // 24 teams whose figures go up and down; one of them carries a mark that is rare alone and common in a list.
    grow(&services, 4, 6, 40).await;
    signals::refresh(&services).await.unwrap();
    let mark = |chance: f64, others: f64| {
        let since = "latest, state = 'concern'";
        [
            "UPDATE unit_signal SET state = 'none', since = NULL".to_owned(),
            format!("UPDATE unit_signal SET chance = {others}"),
            format!(
                "UPDATE unit_signal SET since = {since}, chance = {chance} WHERE measure = 'strain' AND unit_id IN
                 (SELECT MIN(unit_id) FROM unit_signal WHERE measure = 'strain' AND latest IS NOT NULL
                      AND unit_id NOT IN (SELECT parent_id FROM unit WHERE parent_id IS NOT NULL))"
            ),
        ]
    };
    for (chance, others, is_listed) in [(0.03, 0.9, false), (0.002, 0.9, true), (0.03, 0.04, true)] {
        for statement in mark(chance, others) {
            run(&services, &statement).await;
        }
        let page = teams(&services, 1, "", Look::All).await;
        assert_eq!(page.concern > 0, is_listed, "{chance} among {others}");
        let cards = page.cards.iter().flat_map(|card| &card.measures);
        let marked: Vec<_> = cards.filter(|measure| !measure.mark.is_empty()).collect();
        let [measure] = marked.as_slice() else { panic!("{marked:?}") };
        assert_eq!(measure.state == SignalState::Concern, is_listed);
        assert_eq!(measure.mark.contains("chance alone"), !is_listed, "{}", measure.mark);
        let query = TodayQuery::default();
        let today = service::today::page(&services, Some(&actor(Role::Manager, 1)), &query).await.unwrap();
        assert_eq!(today.matters.open.len(), usize::from(is_listed));
    }
}
