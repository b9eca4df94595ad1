//! A server killed while ballots are cast: what was acknowledged is counted, once.
//!
//! `TRIVSEL_KILLS=200 cargo test -p server kill -- --nocapture` kills it so many times and prints the counts; without
//! it, a few times.

use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use crate::{
    common::number,
    running::{post_form, prepare, start, write_site},
};

/// People who answer for each time the server is killed.
const PEOPLE_A_KILL: usize = 60;
/// Hands that press "send" at the same time.
const HANDS: usize = 8;

/// Posts a ballot; whether the server acknowledged it.
pub(crate) fn post(address: &str, token: &str, person: usize) -> bool {
    let body = format!("round=2&key=k{person}&C1={}&C2=3", person % 3);
    let answer = post_form(address, "/check-in", token, &body);
    answer.starts_with("HTTP/1.1 303") && answer.contains("/check-in/receipt")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_before_the_server_was_killed_is_counted_once() {
    let kills: usize = std::env::var("TRIVSEL_KILLS").map_or(3, |kills| kills.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kill.db");
    write_site(folder.path());
    let (services, tokens) = prepare(&file, kills * PEOPLE_A_KILL).await;
    let tokens = Arc::new(tokens);
    let next = Arc::new(AtomicUsize::new(0));
    let acknowledged = Arc::new(Mutex::new(BTreeSet::new()));
    for kill in 0..kills {
        let (mut child, address) = start(&file, folder.path());
        let is_over = Arc::new(AtomicBool::new(false));
        let hands: Vec<_> = (0..HANDS)
            .map(|_| {
                let (tokens, next, acknowledged) = (tokens.clone(), next.clone(), acknowledged.clone());
                let (is_over, address) = (is_over.clone(), address.clone());
                std::thread::spawn(move || {
                    while !is_over.load(Ordering::Relaxed) {
                        let person = next.fetch_add(1, Ordering::Relaxed);
                        let Some(token) = tokens.get(person) else { return };
                        // No answer: the server is dead, and the others wait for the next one.
                        if !post(&address, token, person) {
                            return;
                        }
                        acknowledged.lock().unwrap().insert(person);
                    }
                })
            })
            .collect();
        // On a busy machine the first answer takes longer than all that follow.
        let before = acknowledged.lock().unwrap().len();
        for _ in 0..1000 {
            if acknowledged.lock().unwrap().len() > before || hands.iter().all(|hand| hand.is_finished()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        // Another moment each time.
        std::thread::sleep(Duration::from_millis(40 + (kill as u64 * 37) % 160));
        child.kill().unwrap();
        child.wait().unwrap();
        is_over.store(true, Ordering::Relaxed);
        for hand in hands {
            hand.join().unwrap();
        }
    }
    let acknowledged = acknowledged.lock().unwrap().clone();
    let used = crate::common::votes(&services).await;
    let tried = next.load(Ordering::Relaxed).min(tokens.len());
    eprintln!("{kills} kills: {tried} ballots sent, {} acknowledged, {used} counted", acknowledged.len());
    assert!(!acknowledged.is_empty());
    assert!(used >= i64::try_from(acknowledged.len()).unwrap());
    for person in &acknowledged {
        let actor = crate::common::employee(i64::try_from(person + 1).unwrap());
        let page = service::rounds::check_in_page(&services, Some(&actor)).await.unwrap();
        assert!(page.is_answered, "person {person} was told that the vote counts");
    }
    // Whatever was written was written whole: a vote and its box with both answers.
    let boxes = crate::common::opened(&services, 1).await;
    assert!(boxes.iter().all(|ballot| ballot.answers.len() == 2));
    assert_eq!(i64::try_from(boxes.len()).unwrap(), used);
    let whole = "SELECT CASE WHEN (SELECT group_concat(integrity_check) FROM pragma_integrity_check) = 'ok' THEN 1 END";
    assert_eq!(number(&services, whole).await, 1);
}
