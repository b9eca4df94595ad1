//! Keys that are lost, stores that refuse, boxes that do not open, and what becomes of older databases.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use crate::common::{
    actor, cast_in, employee, number, on_both, on_postgres, on_sqlite, run, votes, without_windows,
};
use base::keys::{KeyStore, Keys, Secret, Wrapped};
use domain::{
    Problem, Role,
    staff::{check_in::BallotForm, rounds::RoundAct},
};
use service::{
    Error, Result, Services, ballots, jobs, release,
    rounds::{self, calendar, round_acts},
};

fn ballot(round: i64, key: &str) -> BallotForm {
    let answers = [("C2".to_owned(), "4".to_owned())].into();
    BallotForm { round, key: key.to_owned(), comment: String::new(), answers }
}

async fn cast(services: &Services, person: i64, key: &str) -> Option<Problem> {
    let cast = rounds::cast(services, Some(&employee(person)), &ballot(2, key)).await;
    cast.err().map(Error::into_problem)
}

async fn state(services: &Services, round: i64) -> String {
    let sql = "SELECT state FROM round WHERE id = $1";
    base::db::value(services.db.writer(), sql, [round.into()]).await.unwrap().unwrap()
}

async fn lost(services: &Services) -> Vec<i64> {
    let hr = actor(Role::Hr, 1);
    calendar::calendar(services, Some(&hr)).await.unwrap().keys_lost
}

/// Rounds that are over and have keys, and whether they are here.
async fn left(services: &Services) -> Vec<(i64, bool)> {
    let hr = actor(Role::Hr, 1);
    calendar::calendar(services, Some(&hr)).await.unwrap().keys_left
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_key_refuses_ballots_and_the_release_and_leads_to_a_void_round() {
    let (services, folder) = on_sqlite().await;
    assert_eq!(cast(&services, 1, "a").await, None);
    assert_eq!(lost(&services).await, [0_i64; 0]);
    let keys = folder.path().join("keys");
    let aside = folder.path().join("aside");
    // A file that is no key any more, then a folder that is not there.
    let marks = std::fs::read_dir(&keys).unwrap().map(|entry| entry.unwrap().path());
    let marks = marks.into_iter().find(|path| path.to_string_lossy().contains("quarter-")).unwrap();
    let whole = std::fs::read(&marks).unwrap();
    std::fs::write(&marks, b"torn").unwrap();
    assert_eq!(cast(&services, 2, "b").await, Some(Problem::KeysMissing));
    std::fs::write(&marks, whole).unwrap();
    std::fs::rename(&keys, &aside).unwrap();
    assert_eq!(
        cast(&services, 2, "b").await,
        Some(Problem::KeysMissing),
        "nothing is sealed to a key that nobody has"
    );
    // Round 1, which waits for its release, needs the quarter's key too.
    assert_eq!(lost(&services).await, [1, 2]);
    let page = calendar::page(&services, Some(&actor(Role::Hr, 1)), 2).await.unwrap();
    assert!(page.is_key_lost, "the round's own page said that it takes answers");
    rounds::close(&services, Some(2)).await.unwrap();
    release::release_now(&services).await.unwrap_err();
    assert_eq!(
        (state(&services, 2).await.as_str(), votes(&services).await),
        ("closed", 1),
        "nothing is guessed"
    );
    // Put back, it opens.
    std::fs::rename(&aside, &keys).unwrap();
    assert_eq!(lost(&services).await, [0_i64; 0]);
    std::fs::rename(&keys, &aside).unwrap();
    rounds::void(&services, 2, "The keys are lost").await.unwrap();
    assert_eq!((lost(&services).await, votes(&services).await), (vec![], 0));
    assert_eq!(number(&services, "SELECT COUNT(*) FROM box_key").await, 0);
    run(&services, "UPDATE round SET state = 'open', void_reason = NULL WHERE id = 2").await;
    crate::common::write_rolls(&services).await;
    assert_eq!(cast(&services, 1, "c").await, None, "what follows has new keys");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_of_keys_that_cannot_be_written_stores_no_ballot() {
    let (services, folder) = on_sqlite().await;
    std::fs::write(folder.path().join("keys"), "a file stands in the way").unwrap();
    assert_eq!(cast(&services, 1, "a").await, Some(Problem::KeysMissing));
    assert!(rounds::open_due(&services, "2026-11-21".parse().unwrap()).await.is_err());
    assert_eq!((votes(&services).await, number(&services, "SELECT COUNT(*) FROM box_key").await), (0, 0));
    std::fs::remove_file(folder.path().join("keys")).unwrap();
    assert_eq!(cast(&services, 1, "a").await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_box_that_does_not_open_is_counted_as_such_and_told_to_hr() {
    on_both(async |services| {
        without_windows(&services).await;
        for person in 10..=15 {
            assert_eq!(cast(&services, person, "a").await, None);
        }
        let (first, last) = ("(SELECT id FROM sealed_ballot ORDER BY id LIMIT 1)", "(SELECT id FROM sealed_ballot ORDER BY id DESC LIMIT 1)");
        run(&services, &format!("UPDATE sealed_ballot SET box = (SELECT box FROM sealed_ballot WHERE id = {last}) WHERE id = {first}")).await;
        let torn = match services.db.folder() {
            Some(_) => "CAST(substr(box, 1, 100) AS BLOB)",
            None => "substring(box from 1 for 100)",
        };
        run(&services, &format!("UPDATE sealed_ballot SET box = {torn} WHERE id = {last}")).await;
        rounds::close(&services, Some(2)).await.unwrap();
        release::release_now(&services).await.unwrap();
        let page = calendar::page(&services, Some(&actor(Role::Hr, 1)), 2).await.unwrap();
        assert_eq!(page.unopened, 1);
        assert_eq!(state(&services, 2).await, "released");
    })
    .await;
}

/// A store that does not destroy keys while it is broken.
struct Stubborn(Keys, Arc<AtomicBool>);

#[async_trait::async_trait]
impl KeyStore for Stubborn {
    async fn put(&self, name: &str, key: &Secret) -> Result<()> {
        self.0.put(name, key).await
    }

    async fn get(&self, name: &str) -> Result<Option<Secret>> {
        self.0.get(name).await
    }

    async fn destroy(&self, name: &str) -> Result<()> {
        match self.1.load(Ordering::Relaxed) {
            true => Err(Error::Keys("killed between the ledger and the key".to_owned())),
            false => self.0.destroy(name).await,
        }
    }

    async fn names(&self) -> Result<Vec<String>> {
        self.0.names().await
    }

    fn place(&self) -> String {
        "a test".to_owned()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_destroyed_after_the_ledger_is_written_and_if_not_then_by_the_next_jobs() {
    on_both(async |services| {
        let is_broken = Arc::new(AtomicBool::new(true));
        let services = services.with_keys(Keys::new(Stubborn(Keys::in_memory(), is_broken.clone())));
        assert_eq!(cast(&services, 1, "a").await, None);
        let name: String =
            base::db::value(services.db.writer(), "SELECT name FROM box_key WHERE round_id = 2", [])
                .await
                .unwrap()
                .unwrap();
        rounds::close(&services, Some(2)).await.unwrap();
        assert!(release::release_now(&services).await.is_err());
        assert_eq!((state(&services, 2).await.as_str(), votes(&services).await), ("released", 0));
        assert_eq!(left(&services).await, [(2, true)], "and until then HR reads that it is not");
        let figures = number(&services, "SELECT COUNT(*) FROM released_figure").await;
        assert!(figures > 0 && services.keys.get(&name).await.unwrap().is_some());
        is_broken.store(false, Ordering::Relaxed);
        jobs::run_due(&services).await.unwrap();
        assert!(services.keys.get(&name).await.unwrap().is_none());
        assert_eq!(number(&services, "SELECT COUNT(*) FROM box_key WHERE round_id = 2").await, 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM released_figure").await, figures);
        assert_eq!(left(&services).await, []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_in_the_folder_of_another_instance_is_not_taken_for_destroyed() {
    let services = on_postgres().await;
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let [first, second] =
        [0, 1].map(|at: usize| services.with_keys(Keys::in_folder(folders[at].path().join("keys"))));
    assert_eq!(cast(&first, 10, "a").await, None);
    rounds::close(&first, Some(2)).await.unwrap();
    run(&services, "UPDATE round SET state = 'released' WHERE id IN (1, 2)").await;
    let kept = || Keys::in_folder(folders[0].path().join("keys"));
    let before = kept().names().await.unwrap();
    ballots::keys::tidy(&second, None).await.unwrap();
    assert_eq!(kept().names().await.unwrap(), before);
    assert_eq!(left(&second).await, [(2, false)]);
    assert_eq!(ballots::keys::unknown(&first).await.unwrap(), [""; 0]);
    ballots::keys::tidy(&first, None).await.unwrap();
    assert_eq!(left(&second).await, []);
    assert!(kept().names().await.unwrap().iter().all(|name| name.starts_with("quarter-")));

    // A folder that is gone for good: somebody has to say so, and of this round alone.
    run(&services, "UPDATE round SET state = 'open' WHERE id = 2").await;
    assert_eq!(cast(&first, 12, "b").await, None);
    run(&services, "UPDATE round SET state = 'released' WHERE id = 2").await;
    assert!(ballots::keys::forget(&second, 1).await.is_err());
    ballots::keys::forget(&second, 2).await.unwrap();
    assert_eq!(left(&second).await, []);
    let orphans = ballots::keys::unknown(&first).await.unwrap();
    assert!(matches!(orphans.as_slice(), [name] if name.starts_with("round-2-")), "{orphans:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_void_round_leaves_neither_ballots_nor_key() {
    on_both(async |services| {
        assert_eq!(cast(&services, 1, "a").await, None);
        let name: String =
            base::db::value(services.db.writer(), "SELECT name FROM box_key WHERE round_id = 2", [])
                .await
                .unwrap()
                .unwrap();
        let mut hr = actor(Role::Hr, 1);
        hr.session = Some(base::access::Session {
            token_hash: vec![1],
            proof: domain::access::Proof::Fresh,
            is_for_answers: false,
        });
        let form = domain::staff::rounds::RoundForm {
            reason: "Codes were copied".to_owned(),
            sure: "yes".to_owned(),
            ..Default::default()
        };
        round_acts::act(&services, Some(&hr), 2, RoundAct::Void, &form).await.unwrap();
        assert_eq!(votes(&services).await, 0);
        assert!(services.keys.get(&name).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn instances_that_share_wrapped_keys_take_ballots_side_by_side_and_any_of_them_releases() {
    for services in [on_sqlite().await.0, on_postgres().await] {
        let secret = b"0123456789abcdef0123456789abcdef";
        let wrapped = |secret: &[u8]| Keys::new(Wrapped::new(services.db.clone(), secret).unwrap());
        let [first, second] = [0, 1].map(|_| services.with_keys(wrapped(secret)));
        let casts: Vec<_> = (1..=15)
            .map(|person| {
                let services = if person % 2 == 0 { first.clone() } else { second.clone() };
                tokio::spawn(async move { cast(&services, person, "a").await })
            })
            .collect();
        for cast in casts {
            assert_eq!(cast.await.unwrap(), None);
        }
        assert_eq!((votes(&first).await, cast_in(&second, 2, 6).await), (15, 6));
        assert_eq!(cast(&second, 2, "b").await, Some(Problem::AlreadyAnswered), "the other instance knows");
        let stranger = services.with_keys(wrapped(&[7; 32]));
        assert_eq!(cast(&stranger, 16, "a").await, Some(Problem::KeysMissing));
        assert_eq!(lost(&stranger).await, [1, 2]);
        assert!(Wrapped::new(services.db.clone(), b"guessable").is_err());
        rounds::close(&first, Some(2)).await.unwrap();
        release::release_now(&second).await.unwrap();
        assert_eq!(number(&first, "SELECT COUNT(*) FROM wrapped_key WHERE name LIKE 'round-%'").await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_older_version_kept_in_the_clear_is_sealed_counted_once_and_gone() {
    on_both(async |services| {
        without_windows(&services).await;
        // Four of team C had answered the open round: one too few. One more answers now.
        run(&services, "INSERT INTO participation (round_id, person_id) VALUES (2, 10), (2, 11), (2, 12), (2, 13)").await;
        run(&services, "INSERT INTO turnout (round_id, unit_id, count) VALUES (2, 6, 4)").await;
        run(&services, "INSERT INTO tally (round_id, unit_id, item, value, count) VALUES (2, 6, 'C2', 4, 4)").await;
        ballots::carry::take_over(&services).await.unwrap();
        for table in ["participation", "turnout", "tally", "ballot_comment"] {
            assert_eq!(number(&services, &format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table}");
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM used_vote").await, 4);
        assert_eq!(cast(&services, 10, "again").await, Some(Problem::AlreadyAnswered), "no second vote");
        assert_eq!(cast(&services, 15, "a").await, None);
        ballots::carry::take_over(&services).await.unwrap();
        rounds::close(&services, Some(2)).await.unwrap();
        release::release_now(&services).await.unwrap();
        let shown = "SELECT COUNT(*) FROM released_figure WHERE round_id = 2 AND unit_id = 1 AND measure = 'satisfaction' AND state = 'published'";
        assert_eq!(number(&services, shown).await, 1, "four and one are five");
        assert_eq!(number(&services, "SELECT COUNT(*) FROM carried_counts").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_over_twice_is_marked_once_and_released_rounds_keep_only_what_windows_need() {
    on_both(async |services| {
        run(&services, "DELETE FROM quarter_window").await;
        run(
            &services,
            "INSERT INTO quarter_window (quarter, unit_id, rounds) SELECT '2026-10-01', id, 4 FROM unit",
        )
        .await;
        run(&services, "UPDATE round SET state = 'released', released_on = '2026-11-16' WHERE id = 1").await;
        let older = async || {
            for round in [1, 2] {
                let used = "INSERT INTO participation (round_id, person_id) VALUES";
                run(&services, &format!("{used} ({round}, 10), ({round}, 11)")).await;
                run(
                    &services,
                    &format!("INSERT INTO turnout (round_id, unit_id, count) VALUES ({round}, 6, 2)"),
                )
                .await;
            }
        };
        older().await;
        run(
            &services,
            "INSERT INTO kiosk_code (round_id, unit_id, code_hash, is_used) VALUES (2, 3, 'abc', TRUE)",
        )
        .await;
        ballots::carry::take_over(&services).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM used_vote WHERE round_id = 2").await, 3);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM used_vote WHERE round_id = 1").await, 0);
        assert!(number(&services, "SELECT COUNT(*) FROM kept_counts WHERE round_id = 1").await > 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM kiosk_code WHERE is_used").await, 0);
        // An instance of that version still ran beside this one.
        older().await;
        ballots::carry::take_over(&services).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM used_vote WHERE round_id = 2").await, 3);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM participation").await, 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM scrub_due").await, 1);
        ballots::keys::tidy(&services, None).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM scrub_due").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_a_quarter_is_over_nothing_is_left_of_it_but_figures_and_comments() {
    on_both(async |services| {
        run(
            &services,
            "INSERT INTO quarter_window (quarter, unit_id, rounds) SELECT '2026-10-01', id, 4 FROM unit",
        )
        .await;
        assert_eq!(cast(&services, 10, "a").await, None);
        rounds::close(&services, Some(2)).await.unwrap();
        release::release_now(&services).await.unwrap();
        let kept = "SELECT COUNT(*) FROM kept_counts";
        let key = "SELECT COUNT(*) FROM box_key WHERE quarter IS NOT NULL";
        assert_eq!((number(&services, kept).await, number(&services, key).await), (2, 1), "a window is open");
        ballots::keys::tidy(&services, Some("2027-04-10".parse().unwrap())).await.unwrap();
        assert_eq!(number(&services, kept).await, 2, "the next quarter's first round may still come");
        // A clock that may not be trusted ends nothing.
        ballots::keys::tidy(&services, None).await.unwrap();
        assert_eq!(number(&services, key).await, 1);
        ballots::keys::tidy(&services, Some("2027-04-11".parse().unwrap())).await.unwrap();
        assert_eq!((number(&services, kept).await, number(&services, key).await), (0, 0));
    })
    .await;
}
