//! A server killed while ballots are cast: what was acknowledged is counted, once. And one killed while it releases a
//! round: all of it has happened, or nothing.
//!
//! `TRIVSEL_KILLS=200 cargo test -p server kill -- --nocapture` kills it so many times and prints the counts; without
//! it, a few times.

use std::{
    collections::BTreeSet,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use domain::staff::check_in::BallotForm;
use service::db::{Db, Missing};

use crate::{
    common::number,
    running::{post_form, prepare, prepare_since, start, start_by, trivsel, write_site},
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

/// People of whom everybody has answered a round that is due for its release.
const RELEASED: usize = 40;

/// What stands in a database of [`RELEASED`] people and one round.
struct Release(Db);

impl Release {
    async fn of(file: &Path) -> Self {
        Self(Db::open(&format!("sqlite://{}", file.display()), Missing::Refuse).await.unwrap())
    }

    async fn count(&self, sql: &str) -> i64 {
        base::db::value(&self.0.reader, sql, []).await.unwrap().unwrap()
    }

    async fn is_released(&self) -> bool {
        self.count("SELECT COUNT(*) FROM round WHERE state = 'released'").await == 1
    }

    /// Whether nothing of the round is left but its figures.
    async fn is_over(&self) -> bool {
        self.is_released().await && self.count("SELECT COUNT(*) FROM box_key WHERE round_id = 1").await == 0
    }

    /// Every figure that was written.
    async fn figures(&self) -> Vec<String> {
        let sql = "SELECT unit_id || ' ' || measure || ' ' || state || ' ' || COALESCE(value, '') || ' ' || input_digest
                   FROM released_figure ORDER BY unit_id, measure";
        base::db::column(&self.0.reader, sql, []).await.unwrap()
    }

    /// Waits until the server has done all that belongs to the release.
    async fn end(&self) {
        for _ in 0..3000 {
            if self.is_over().await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the round was not released");
    }
}

/// A database with its keys, copied as a whole.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Keys of the round that is released, which is the first.
fn keys_of_round(folder: &Path) -> usize {
    let names = std::fs::read_dir(folder.join("keys")).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().starts_with("round-1-")).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_killed_in_the_middle_of_a_release_has_done_all_of_it_or_nothing() {
    let kills: u32 = std::env::var("TRIVSEL_KILLS").map_or(5, |kills| kills.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    std::fs::create_dir(&site).unwrap();
    write_site(&site);
    let cast = folder.path().join("cast");
    std::fs::create_dir(&cast).unwrap();
    {
        let (services, _) = prepare_since(&cast.join("kill.db"), RELEASED, 9).await;
        for person in 0..RELEASED {
            let answers =
                [("C1", person % 3), ("C2", 3)].map(|(item, value)| (item.to_owned(), value.to_string()));
            let form = BallotForm { round: 2, answers: answers.into(), ..BallotForm::default() };
            let actor = crate::common::employee(i64::try_from(person + 1).unwrap());
            service::rounds::cast(&services, Some(&actor), &form).await.unwrap();
        }
    }
    // Undisturbed: what the release writes, and how long it takes from the moment the server listens.
    let whole = folder.path().join("whole");
    copy(&cast, &whole);
    let release = Release::of(&whole.join("kill.db")).await;
    let (mut child, _) = start_by(trivsel(), &whole.join("kill.db"), &site);
    let since = Instant::now();
    release.end().await;
    let takes = since.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    let figures = release.figures().await;
    assert!(figures.iter().any(|figure| figure.contains("satisfaction published")), "{figures:?}");
    let (mut nothing, mut all) = (0, 0);
    for kill in 0..kills {
        let one = folder.path().join(format!("kill-{kill}"));
        copy(&cast, &one);
        let file = one.join("kill.db");
        let (mut child, _) = start_by(trivsel(), &file, &site);
        // Another moment each time, from the first statements to after the end.
        std::thread::sleep(takes.mul_f64(1.2 * f64::from(kill) / f64::from(kills)));
        child.kill().unwrap();
        child.wait().unwrap();
        let release = Release::of(&file).await;
        if release.is_released().await {
            all += 1;
            assert_eq!(release.figures().await, figures);
            assert_eq!(release.count("SELECT COUNT(*) FROM sealed_ballot").await, 0);
        } else {
            nothing += 1;
            assert_eq!(release.figures().await, [""; 0]);
            let boxes = release.count("SELECT COUNT(*) FROM sealed_ballot").await;
            assert_eq!(
                (usize::try_from(boxes).unwrap(), keys_of_round(&one)),
                (RELEASED, 1),
                "all can be opened"
            );
        }
        let (mut child, _) = start_by(trivsel(), &file, &site);
        release.end().await;
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(release.figures().await, figures, "kill {kill}");
        assert_eq!(keys_of_round(&one), 0, "nobody can open what is left anywhere");
        let is_whole = "SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'";
        assert_eq!(release.count(is_whole).await, 1);
        std::fs::remove_dir_all(&one).unwrap();
    }
    eprintln!(
        "{kills} kills around a release: {nothing} before it was written, {all} after; each was then the same"
    );
}
