//! The program while it is killed, and while its disk is full.

use domain::AccountId;
use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use service::sign_in;

use crate::{
    common::{number, run},
    running::{post_form, prepare, start_by, write_site},
};

fn migrate(file: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_trivsel"))
        .args([
            "--database",
            &format!("sqlite://{}", file.display()),
            "migrate",
            "--organisation",
            "Fjordkjeden",
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// `TRIVSEL_MIGRATIONS=400 cargo test -p server --test all faults -- --nocapture` kills so many.
#[test]
fn a_migration_that_was_killed_goes_on_the_next_time() {
    let times: u64 = std::env::var("TRIVSEL_MIGRATIONS").map_or(40, |times| times.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let began = std::time::Instant::now();
    assert!(migrate(&folder.path().join("whole.db")).wait().unwrap().success());
    let whole = u64::try_from(began.elapsed().as_micros()).unwrap();
    let (mut went_on, mut cut) = (0, 0);
    for n in 0..times {
        let file = folder.path().join(format!("{n}.db"));
        let mut first = migrate(&file);
        // Another moment each time, from before the file is made to after the last statement.
        std::thread::sleep(Duration::from_micros(n * whole / times));
        let _ = first.kill();
        cut += u64::from(!first.wait().unwrap().success() && file.exists());
        let second = migrate(&file).wait_with_output().unwrap();
        went_on += u64::from(second.status.success());
        assert!(second.status.success(), "{n}: {}", String::from_utf8_lossy(&second.stderr));
    }
    eprintln!("{went_on} of {times} killed migrations went on; {cut} were killed with a file begun");
    assert!(cut > 0, "none was killed in the middle");
    let both = (migrate(&folder.path().join("two.db")), migrate(&folder.path().join("two.db")));
    for child in [both.0, both.1] {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "two at once: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// A disk that can be made full and be given space again.
enum Disk {
    /// A small file system of its own, where this user may mount one.
    Small(PathBuf),
    /// A limit on the size of a file that the process may write.
    Limited(u32),
}

impl Disk {
    fn fill(&self) {
        match self {
            Self::Small(folder) => {
                let _ = std::fs::write(folder.join("filler"), vec![1; 64 * 1024 * 1024]);
            }
            // Less than the log has: nothing more can be written to it.
            Self::Limited(process) => limit(*process, "4096"),
        }
    }

    fn free(&self) {
        match self {
            Self::Small(folder) => std::fs::remove_file(folder.join("filler")).unwrap(),
            Self::Limited(process) => limit(*process, "unlimited"),
        }
    }
}

fn limit(process: u32, bytes: &str) {
    let status = Command::new("prlimit")
        .args(["--pid", &process.to_string(), &format!("--fsize={bytes}:unlimited")])
        .status()
        .unwrap();
    assert!(status.success());
}

/// A mounted file system, taken away at the end.
struct Mount(PathBuf);

impl Mount {
    fn make(folder: &Path) -> Option<Self> {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=24m", "tmpfs"]).arg(folder).stderr(Stdio::null());
        mount.status().is_ok_and(|status| status.success()).then(|| Self(folder.to_owned()))
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

/// Ballots and complaints before, while and after the disk is full, on one server that is never restarted.
/// Gives how many of each were acknowledged and how many are stored.
async fn through_a_full_disk(folder: &Path, is_mounted: bool) -> [(i64, i64); 2] {
    const EACH: usize = 30;
    let file = folder.join("full.db");
    write_site(folder);
    let (services, tokens) = prepare(&file, 3 * EACH).await;
    let made = sign_in::create_account(
        &services.people,
        "desk",
        "Desk",
        domain::Role::Service,
        "ROOT",
        "regn over fjellet",
    );
    made.await.unwrap();
    let desk = number(&services, "SELECT id FROM account WHERE login = 'desk'").await;
    let desk =
        sign_in::begin_session(&services, AccountId::new(desk), "test").await.unwrap().as_str().to_owned();
    // A log that has been emptied needs space for every write.
    run(&services, "PRAGMA wal_checkpoint(TRUNCATE)").await;
    // A process that goes over a limit is ended, unless it does not listen to that.
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_trivsel")]);
    let (mut child, address) = start_by(shell, &file, folder);
    let disk = if is_mounted { Disk::Small(folder.to_owned()) } else { Disk::Limited(child.id()) };
    let (mut ballots, mut cases) = (0, 0);
    for (n, token) in tokens.iter().enumerate() {
        if n == EACH {
            disk.fill();
        }
        if n == 2 * EACH {
            disk.free();
        }
        let long = "Lang%20vakt.%20".repeat(60);
        let ballot = format!("round=2&key=k{n}&C1=1&C2=3&comment={long}");
        ballots += i64::from(post_form(&address, "/check-in", token, &ballot).starts_with("HTTP/1.1 303"));
        let case = format!("what=Nr%20{n}%20{long}&category=waiting&channel=phone&unit=2");
        let answer = post_form(&address, "/complaints/new", &desk, &case);
        cases += i64::from(answer.starts_with("HTTP/1.1 303"));
        if (EACH..2 * EACH).contains(&n) && !answer.starts_with("HTTP/1.1 303") {
            assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
            assert!(answer.contains("Lang vakt."), "the form is lost: {answer}");
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    [
        (ballots, number(&services, "SELECT COUNT(*) FROM used_vote").await),
        (cases, number(&services, "SELECT COUNT(*) FROM complaint").await),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_full_disk_what_is_acknowledged_is_stored_without_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let limited = folder.path().join("limited");
    let small = folder.path().join("small");
    for folder in [&limited, &small] {
        std::fs::create_dir(folder).unwrap();
    }
    let mount = Mount::make(&small);
    let mut kinds = vec![(limited, false)];
    kinds.extend(mount.is_some().then_some((small, true)));
    for (folder, is_mounted) in kinds {
        let outcome = through_a_full_disk(&folder, is_mounted).await;
        eprintln!(
            "small file system: {is_mounted}; (acknowledged, stored) of ballots and complaints: {outcome:?}"
        );
        for (acknowledged, stored) in outcome {
            assert_eq!(acknowledged, stored, "small file system: {is_mounted}");
            assert!(acknowledged >= 60, "it recovers by itself: {acknowledged}");
            assert!(acknowledged < 90, "the disk was never full");
        }
    }
}
