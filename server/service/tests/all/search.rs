//! Looking for words with the letters that Norwegian has.

use domain::{
    Role,
    customers::inbox::{CaseFilter, Show},
    people::register::PersonFilter,
};
use service::{Services, complaints, people};

use crate::common::{actor, on_both, run};

async fn cases(services: &Services, search: &str) -> usize {
    let filter = CaseFilter { show: Show::All, search: search.to_owned(), ..CaseFilter::default() };
    complaints::list(services, Some(&actor(Role::Service, 1)), &filter).await.unwrap().rows.len()
}

async fn persons(services: &Services, search: &str) -> usize {
    let filter = PersonFilter { search: search.to_owned(), ..PersonFilter::default() };
    people::list::list(services, Some(&actor(Role::Admin, 1)), &filter).await.unwrap().rows.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn capitals_beyond_ascii_were_other_letters() {
    on_both(async |services| {
        run(
            &services,
            "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage)
             VALUES ('K-900', 3, 'waiting', 'phone', 'normal', 'Øreringen ble borte på Ås, ÆRLIG talt: 100 % [sic]',
                 '2026-11-02', '2026-11-02 12:00:00+00:00', 'received')",
        )
        .await;
        complaints::upkeep::index(&services).await.unwrap();
        run(&services, "UPDATE person SET name = 'Bjørn Nygård' WHERE id = 4").await;
        for search in ["øreringen", "ØRERINGEN", "ærlig", "på ås", "PÅ ÅS", "k-900", "10%", "100 %", "[SIC]", ""] {
            assert_eq!(cases(&services, search).await, 1, "{search}");
        }
        for search in ["oreringen", "aerlig", "10%5", "*", "?re x", "ringen", "[a-z]"] {
            assert_eq!(cases(&services, search).await, 0, "{search}");
        }
        for search in ["BJØRN", "bjørn", "NYGÅRD", "gård"] {
            assert_eq!(persons(&services, search).await, 1, "{search}");
        }
        assert_eq!(persons(&services, "bjorn").await, 0);
    })
    .await;
}
