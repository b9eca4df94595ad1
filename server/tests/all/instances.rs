//! Three instances on one PostgreSQL behind a proxy that hands every connection to another one: what a person does
//! with one of them holds for all, and what is done once is done by one.
//!
//! What was tried, by test: sessions, ballots and wrong passwords of people who meet another instance each time;
//! names that change; a form that arrives at all of them at once; one instance killed under load and back again; a
//! release that is due for all at the same moment. The keys of ballots stand in the database, under a secret.

use std::{
    collections::BTreeSet,
    io::copy,
    net::{Shutdown, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::Child,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use base::keys::{Keys, Wrapped};
use service::{
    Services,
    db::{Db, Missing},
};

use crate::{
    common::{number, run},
    kill,
    running::{get_page, post_form, prepare_on, start_on, trivsel, write_site},
};

const SECRET: &str = "0b6b1f0e8c4f4c0f9f6a2f1d7f1b3c5d";
/// Hands that press "send" at the same time.
const HANDS: usize = 6;

/// What all instances share, and each one that runs.
struct Instances {
    services: Services,
    /// A session of each person.
    tokens: Arc<Vec<String>>,
    url: String,
    folder: tempfile::TempDir,
    running: Vec<(Child, String)>,
}

impl Instances {
    /// So many of them, on people in a round that began so many days ago.
    async fn start(many: usize, people: usize, days_ago: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_site(folder.path());
        std::fs::write(secret_file(folder.path()), SECRET).unwrap();
        let url = testing::empty_postgres().await;
        let keys = Wrapped::new(Db::open(&url, Missing::Create).await.unwrap(), SECRET.as_bytes()).unwrap();
        let db = Db::open(&url, Missing::Create).await.unwrap();
        let (services, tokens) = prepare_on(db, Some(Keys::new(keys)), people, days_ago).await;
        let mut all = Self { services, tokens: Arc::new(tokens), url, folder, running: Vec::new() };
        for _ in 0..many {
            let one = all.one();
            all.running.push(one);
        }
        all
    }

    /// One more.
    fn one(&self) -> (Child, String) {
        let mut command = trivsel();
        command.arg("--keys-secret-file").arg(secret_file(self.folder.path()));
        start_on(command, &self.url, self.folder.path())
    }

    fn addresses(&self) -> Vec<String> {
        self.running.iter().map(|(_, address)| address.clone()).collect()
    }
}

impl Drop for Instances {
    fn drop(&mut self) {
        for (child, _) in &mut self.running {
            child.kill().ok();
            child.wait().ok();
        }
    }
}

fn secret_file(folder: &Path) -> PathBuf {
    folder.join("secret")
}

/// Hands every connection to the next instance that takes it.
struct Proxy {
    address: String,
    behind: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    fn before(instances: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let behind = Arc::new(Mutex::new(instances));
        let known = behind.clone();
        thread::spawn(move || {
            for (turn, client) in listener.incoming().enumerate() {
                let (Ok(client), behind) = (client, known.lock().unwrap().clone()) else { continue };
                let next = (0..behind.len()).map(|step| &behind[(turn + step) % behind.len()]);
                let Some(instance) = next.filter_map(|address| TcpStream::connect(address).ok()).next()
                else {
                    continue;
                };
                for (mut from, mut to) in [(&client, &instance), (&instance, &client)]
                    .map(|(from, to)| (from.try_clone().unwrap(), to.try_clone().unwrap()))
                {
                    thread::spawn(move || {
                        copy(&mut from, &mut to).ok();
                        to.shutdown(Shutdown::Write).ok();
                    });
                }
            }
        });
        Self { address, behind }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_may_meet_another_instance_at_every_step() {
    let all = Instances::start(3, 3, 1).await;
    let proxy = Proxy::before(all.addresses());
    for step in 0..6 {
        let page = get_page(&proxy.address, "/check-in", &all.tokens[0]);
        assert!(page.contains("name=\"C1\""), "step {step}: {page}");
    }
    assert!(kill::post(&proxy.address, &all.tokens[0], 0));
    for address in all.addresses() {
        let page = get_page(&address, "/check-in", &all.tokens[0]);
        assert!(!page.contains("name=\"C1\""), "{address} knows that the vote is used");
    }
    // Signed out at one, nobody is let in at the others.
    let addresses = all.addresses();
    let out = post_form(&addresses[1], "/sign-out", &all.tokens[0], "");
    assert!(out.starts_with("HTTP/1.1 303"), "{out}");
    for address in addresses {
        let page = get_page(&address, "/check-in", &all.tokens[0]);
        assert!(page.starts_with("HTTP/1.1 401"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_has_changed_is_the_new_one_everywhere_at_once() {
    let all = Instances::start(3, 1, 1).await;
    for name in ["Disken", "Kassa"] {
        run(&all.services, &format!("UPDATE unit SET name = '{name}' WHERE id = 2")).await;
        for address in all.addresses() {
            let page = get_page(&address, "/check-in", &all.tokens[0]);
            assert!(page.contains(name), "{address} still keeps the old name");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_count_for_all_instances_together() {
    let all = Instances::start(3, 1, 1).await;
    let proxy = Proxy::before(all.addresses());
    let mut answers = Vec::new();
    for _ in 0..12 {
        let answer =
            post_form(&proxy.address, "/sign-in", "", "login=p1%40example.org&password=wrong&next=%2F");
        answers.push(answer["HTTP/1.1 ".len()..][..3].to_owned());
    }
    assert_eq!(answers[..10], ["401"; 10]);
    assert_eq!(answers[10..], ["429"; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_that_arrives_at_all_instances_at_once_counts_once() {
    let all = Instances::start(3, 8, 1).await;
    for person in 0..8 {
        let sent: Vec<_> = all
            .addresses()
            .into_iter()
            .map(|address| {
                let tokens = all.tokens.clone();
                thread::spawn(move || kill::post(&address, &tokens[person], person))
            })
            .collect();
        // Whoever was quickest, each of them says thanks.
        assert!(sent.into_iter().all(|one| one.join().unwrap()));
    }
    assert_eq!(crate::common::votes(&all.services).await, 8);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_while_one_of_three_instances_was_killed_is_counted_once() {
    let people = 400;
    let mut all = Instances::start(3, people, 1).await;
    let proxy = Proxy::before(all.addresses());
    let (next, acknowledged) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(BTreeSet::new())));
    let is_over = Arc::new(AtomicBool::new(false));
    let hands: Vec<_> = (0..HANDS)
        .map(|_| {
            let (tokens, next, acknowledged) = (all.tokens.clone(), next.clone(), acknowledged.clone());
            let (is_over, address) = (is_over.clone(), proxy.address.clone());
            thread::spawn(move || {
                while !is_over.load(Ordering::Relaxed) {
                    let person = next.fetch_add(1, Ordering::Relaxed);
                    let Some(token) = tokens.get(person) else { return };
                    // Who gets no answer tries again, as people do.
                    while !kill::post(&address, token, person) {}
                    acknowledged.lock().unwrap().insert(person);
                }
            })
        })
        .collect();
    let reached = |many: usize| {
        while acknowledged.lock().unwrap().len() < many {
            assert!(hands.iter().any(|hand| !hand.is_finished()), "the others went on");
            thread::sleep(Duration::from_millis(5));
        }
    };
    for (place, many) in [(0, 60), (1, 140), (2, 220)] {
        reached(many);
        all.running[place].0.kill().unwrap();
        all.running[place].0.wait().unwrap();
        // The two that are left carry on.
        reached(many + 40);
        all.running[place] = all.one();
        *proxy.behind.lock().unwrap() = all.addresses();
    }
    reached(300);
    is_over.store(true, Ordering::Relaxed);
    for hand in hands {
        hand.join().unwrap();
    }
    let acknowledged = acknowledged.lock().unwrap().len();
    assert_eq!(crate::common::votes(&all.services).await, i64::try_from(acknowledged).unwrap());
    let boxes = crate::common::opened(&all.services, 1).await;
    assert!(boxes.iter().all(|ballot| ballot.answers.len() == 2), "whole ballots");
    assert_eq!(boxes.len(), acknowledged);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_is_due_for_all_instances_is_released_by_one() {
    let mut all = Instances::start(0, 12, 9).await;
    for person in 0..12 {
        let answers =
            [("C1", person % 3), ("C2", 3)].map(|(item, value)| (item.to_owned(), value.to_string()));
        let form =
            domain::staff::check_in::BallotForm { round: 2, answers: answers.into(), ..Default::default() };
        let actor = crate::common::employee(i64::from(person) + 1);
        service::rounds::cast(&all.services, Some(&actor), &form).await.unwrap();
    }
    let started: Vec<_> = thread::scope(|scope| {
        let starting: Vec<_> = (0..3).map(|_| scope.spawn(|| all.one())).collect();
        starting.into_iter().map(|one| one.join().unwrap()).collect()
    });
    all.running = started;
    let is_over = "SELECT COUNT(*) FROM round WHERE state = 'released' AND NOT EXISTS
                   (SELECT 1 FROM box_key WHERE round_id = round.id)";
    while number(&all.services, is_over).await == 0 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let twice = "SELECT COUNT(*) - COUNT(DISTINCT unit_id || ' ' || measure) FROM released_figure";
    assert_eq!(number(&all.services, twice).await, 0);
    let published =
        "SELECT COUNT(*) FROM released_figure WHERE measure = 'satisfaction' AND state = 'published'";
    assert!(number(&all.services, published).await > 0);
    assert_eq!(number(&all.services, "SELECT COUNT(*) FROM sealed_ballot").await, 0);
}
