//! `trivsel backup` and `trivsel restore`: a copy taken while ballots are cast, and put back.

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
};

use service::{
    db::{Db, Missing},
    release, rounds,
};

use crate::{
    common::{number, run, votes},
    kill::post,
    running::{prepare, start, trivsel, write_site},
};

/// Runs the program on a database; whether it ended well, and what it said.
fn told(file: &Path, arguments: &[&str]) -> (bool, String) {
    let output = trivsel()
        .args(arguments)
        .args(["--database", &format!("sqlite://{}", file.display())])
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Moves a database away, with what lies beside it.
fn move_away(file: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let path = PathBuf::from(format!("{}{ending}", file.display()));
        if path.exists() {
            std::fs::rename(&path, format!("{}.old", path.display())).unwrap();
        }
    }
}

async fn open(file: &Path) -> service::Services {
    let db = Db::open(&format!("sqlite://{}", file.display()), Missing::Refuse).await.unwrap();
    service::Services::new(db, std::sync::Arc::new(service::clock::SystemClock))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_taken_while_ballots_are_cast_holds_every_one_acknowledged_before_it() {
    const PEOPLE: usize = 60;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.db");
    write_site(folder.path());
    let (services, tokens) = prepare(&file, PEOPLE).await;
    drop(services);
    let (mut child, address) = start(&file, folder.path());
    let (acknowledged, is_copied) = (AtomicUsize::new(0), AtomicBool::new(false));
    let copy = folder.path().join("copies/shop.db");
    let mut before = 0;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for (person, token) in tokens.iter().enumerate() {
                assert!(post(&address, token, person));
                acknowledged.fetch_add(1, Ordering::SeqCst);
            }
        });
        while acknowledged.load(Ordering::SeqCst) < PEOPLE / 3 {
            std::thread::yield_now();
        }
        before = acknowledged.load(Ordering::SeqCst);
        let (is_fine, said) = told(&file, &["backup", text(&copy)]);
        is_copied.store(true, Ordering::SeqCst);
        assert!(is_fine && said.contains("the keys are not in it"), "{said}");
    });
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(is_copied.load(Ordering::SeqCst) && before >= PEOPLE / 3);
    let (is_fine, said) = told(&file, &["backup", text(&copy)]);
    assert!(!is_fine && said.contains("is there already"), "{said}");

    // In the middle of a round, where the keys are still there: what the copy holds is counted.
    let (is_fine, said) = told(&file, &["restore", text(&copy), "--verify"]);
    assert!(is_fine && said.contains("wait for their release: 1"), "{said}");
    move_away(&file);
    let (is_fine, said) = told(&file, &["restore", text(&copy)]);
    assert!(is_fine && said.contains("restored to"), "{said}");
    let services = open(&file).await;
    let held = votes(&services).await;
    assert!(
        held >= i64::try_from(before).unwrap() && held <= i64::try_from(PEOPLE).unwrap(),
        "{held} of {before}"
    );
    rounds::close(&services, Some(2)).await.unwrap();
    release::release_now(&services).await.unwrap();
    assert_eq!(number(&services, "SELECT COUNT(*) FROM round WHERE state = 'released'").await, 1);
    drop(services);

    // The same copy after the release: its key is gone, and nobody is told anything else.
    move_away(&file);
    assert!(told(&file, &["restore", text(&copy)]).0);
    let services = open(&file).await;
    assert_eq!(service::ballots::keys::lost(&services).await.unwrap(), [2]);
    rounds::close(&services, Some(2)).await.unwrap();
    release::release_now(&services).await.unwrap_err();
}

#[tokio::test(flavor = "multi_thread")]
async fn no_wrapped_key_is_in_the_bytes_of_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.db");
    let (services, _) = prepare(&file, 3).await;
    run(
        &services,
        "INSERT INTO wrapped_key (name, wrapped) VALUES ('round-9-abc', x'C0FFEE00C0FFEE00C0FFEE00C0FFEE00')",
    )
    .await;
    let key = [0xC0, 0xFF, 0xEE, 0x00].repeat(4);
    assert!(services.db.scrub(&[]).await.unwrap());
    assert!(testing::holds(&std::fs::read(&file).unwrap(), &key), "the finder is blind");
    let copy = folder.path().join("copy.db");
    let (is_fine, said) = told(&file, &["backup", text(&copy)]);
    assert!(is_fine, "{said}");
    let bytes = std::fs::read(&copy).unwrap();
    assert!(!testing::holds(&bytes, &key) && !testing::holds(&bytes, b"round-9-abc"));
    assert!(!folder.path().join("copy.db-wal").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_is_damaged_or_no_copy_is_refused_and_nothing_is_put_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.db");
    let (services, _) = prepare(&file, 3).await;
    let copy = folder.path().join("copy.db");
    assert!(told(&file, &["backup", text(&copy)]).0);
    drop(services);
    let whole = std::fs::read(&copy).unwrap();
    let target = folder.path().join("new/shop.db");
    let torn = whole[..whole.len() / 2].to_vec();
    let mut spoilt = whole.clone();
    let half = spoilt.len() / 2;
    spoilt[half..half + 4096].fill(0xAA);
    for (name, bytes) in [("torn", torn), ("spoilt", spoilt), ("no copy", b"Dear Sir or Madam".to_vec())] {
        let file = folder.path().join("other.db");
        std::fs::write(&file, bytes).unwrap();
        for arguments in [&["restore", text(&file), "--verify"][..], &["restore", text(&file)]] {
            let (is_fine, said) = told(&target, arguments);
            assert!(!is_fine && said.lines().count() == 1, "{name}: {said}");
            assert!(!target.exists(), "{name}");
        }
    }
    assert!(told(&target, &["restore", text(&copy)]).0);
    assert!(target.exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_of_the_database_before_is_not_taken_for_that_of_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.db");
    let (services, _) = prepare(&file, 3).await;
    let copy = folder.path().join("copy.db");
    assert!(told(&file, &["backup", text(&copy)]).0);
    drop(services);
    std::fs::rename(&file, folder.path().join("old.db")).unwrap();
    for ending in ["-wal", "-shm", "-journal"] {
        let log = folder.path().join(format!("shop.db{ending}"));
        std::fs::write(&log, b"of another").unwrap();
        let (is_fine, said) = told(&file, &["restore", text(&copy)]);
        assert!(!is_fine && said.contains(&format!("shop.db{ending}")), "{said}");
        assert!(!file.exists());
        std::fs::remove_file(&log).unwrap();
    }
    assert!(told(&file, &["restore", text(&copy)]).0);
    assert_eq!(votes(&open(&file).await).await, 0);
}
