//! `trivsel doctor` on what is broken in many ways, and `/metrics`.

use std::{net::TcpListener, path::Path};

use domain::{Role, customers::complaint::ComplaintForm};
use service::{Services, db::value};

use crate::{
    common::run,
    running::{get_page, prepare, prepare_since, start_by, trivsel, write_site},
};

/// What the doctor says of a database, with further arguments, and its exit code.
fn doctor(file: &Path, site: &Path, further: &[&str]) -> (String, i32) {
    doctor_on("127.0.0.1:0", file, site, further)
}

/// The same of a server that listens elsewhere.
fn doctor_on(listen: &str, file: &Path, site: &Path, further: &[&str]) -> (String, i32) {
    let output = trivsel()
        .arg("doctor")
        .args(["--database", &format!("sqlite://{}", file.display())])
        .args(["--site", &site.display().to_string(), "--listen", listen])
        .args(further)
        .output()
        .unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

/// The line about something.
fn line<'a>(said: &'a str, about: &str) -> &'a str {
    said.lines()
        .find(|line| line.split_whitespace().nth(1) == Some(about))
        .unwrap_or_else(|| panic!("{about}: {said}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sound_set_up_is_said_to_be_sound_and_nothing_of_it_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.db");
    let (services, _) = prepare(&file, 3).await;
    write_site(folder.path());
    let before: Option<i64> = value(&services.db.reader, "SELECT COUNT(*) FROM audit", []).await.unwrap();
    let (said, code) = doctor(&file, folder.path(), &[]);
    assert_eq!(code, 0, "{said}");
    assert!(said.lines().all(|line| line.starts_with("ok ")), "{said}");
    for about in [
        "settings", "site", "address", "mail", "database", "disk", "schema", "storing", "keys", "clock",
        "due",
    ] {
        line(&said, about);
    }
    let after: Option<i64> = value(&services.db.reader, "SELECT COUNT(*) FROM audit", []).await.unwrap();
    assert_eq!(before, after);
}

/// Spoils a sound set-up, and asks the doctor.
async fn spoilt(further: &[&str], spoil: impl AsyncFnOnce(&Services, &Path)) -> (String, i32) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.db");
    let (services, _) = prepare(&file, 3).await;
    write_site(folder.path());
    spoil(&services, folder.path()).await;
    drop(services);
    doctor(&file, folder.path(), further)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_site_or_one_without_its_names_is_broken() {
    let (said, code) =
        spoilt(&[], async |_, folder| std::fs::remove_file(folder.join("hash.txt")).unwrap()).await;
    assert!(code == 2 && line(&said, "site").starts_with("BROKEN"), "{said}");
    let (said, code) =
        spoilt(&[], async |_, folder| std::fs::write(folder.join("hash.txt"), "js: 1\n").unwrap()).await;
    assert!(code == 2 && line(&said, "site").contains("lacks names"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_missing_damaged_or_newer_is_broken() {
    let folder = tempfile::tempdir().unwrap();
    let (said, code) = doctor(&folder.path().join("none.db"), folder.path(), &[]);
    assert!(code == 2 && line(&said, "database").starts_with("BROKEN"), "{said}");
    assert!(!folder.path().join("none.db").exists(), "looking makes nothing");
    let file = folder.path().join("noise.db");
    std::fs::write(&file, vec![7; 8192]).unwrap();
    let (said, code) = doctor(&file, folder.path(), &[]);
    assert!(code == 2 && line(&said, "database").starts_with("BROKEN"), "{said}");
    let (said, code) = spoilt(&[], async |services, _| {
        run(services, "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)").await;
    })
    .await;
    assert!(code == 2 && line(&said, "schema").contains("newer version"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn lost_keys_a_clock_that_leapt_and_late_work_are_named() {
    let (said, code) =
        spoilt(&[], async |_, folder| std::fs::remove_dir_all(folder.join("keys")).unwrap()).await;
    assert!(code == 2 && line(&said, "keys").contains("round 2"), "{said}");
    let (said, code) = spoilt(&[], async |services, _| {
        run(services, "UPDATE job_run SET held_since = '2026-11-01 00:00:00+00:00'").await;
    })
    .await;
    assert!(code == 2 && line(&said, "clock").contains("round resume"), "{said}");
    let (said, code) = spoilt(&[], async |services, _| {
        run(services, "UPDATE job_run SET last_at = '2099-01-01 00:00:00+00:00'").await;
    })
    .await;
    assert!(code == 2 && line(&said, "clock").contains("set the clock right"), "{said}");
    let (said, code) = spoilt(&[], async |services, _| {
        run(
            services,
            "INSERT INTO mail (kind, state, attempts, due_at, created_at)
            VALUES ('invitation', 'queued', 0, '2026-01-01 00:00:00+00:00', '2026-01-01 00:00:00+00:00')",
        )
        .await;
    })
    .await;
    assert!(code == 0 && line(&said, "due").starts_with("look    due       1 letters wait"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_nobody_closed_is_late() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.db");
    drop(prepare_since(&file, 3, 20).await);
    write_site(folder.path());
    let (said, code) = doctor(&file, folder.path(), &[]);
    assert!(code == 0 && line(&said, "due").contains("1 rounds are late"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_does_not_answer_and_a_wrong_setting_are_broken() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (said, code) = spoilt(&["--mail", &format!("smtp://{free}")], async |_, _| ()).await;
    assert!(code == 2 && line(&said, "mail").contains("letters cannot leave"), "{said}");
    let (said, code) = spoilt(&["--mail", "pigeon"], async |_, _| ()).await;
    assert!(code == 2 && line(&said, "settings").contains("mail must be"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_written_and_an_address_that_is_not_ours_are_broken() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.db");
    drop(prepare(&file, 3).await);
    let (said, code) =
        doctor_on("192.0.2.1:3000", &file, folder.path(), &["--public-url", "https://a.example"]);
    assert!(code == 2 && line(&said, "address").contains("--listen"), "{said}");
    assert!(line(&said, "settings").starts_with("look"), "{said}");
    let (said, code) = spoilt(&[], async |services, _| {
        run(services, "CREATE TRIGGER stop BEFORE UPDATE ON job_run BEGIN SELECT RAISE(ABORT, 'full'); END")
            .await;
    })
    .await;
    assert!(code == 2 && line(&said, "storing").contains("nothing can be stored"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_for_prometheus_name_addresses_by_their_pattern_and_no_check_in() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.db");
    let (services, _) = prepare(&file, 3).await;
    drop(services);
    write_site(folder.path());
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let mut command = trivsel();
    command.args(["--metrics", &free]);
    let (mut program, address) = start_by(command, &file, folder.path());
    for path in ["/sign-in", "/units/17", "/check-in", "/card/ABCDEF", "/nowhere-at-all"] {
        get_page(&address, path, "x");
    }
    let numbers = get_page(&free, "/metrics", "x");
    for part in [
        "trivsel_requests_total{route=\"/sign-in\",status=\"2xx\"} 1",
        "route=\"/units/{id}\"",
        "trivsel_ready 1",
        "trivsel_late_rounds 0",
        "trivsel_memory_bytes ",
        "trivsel_database_bytes ",
        "# EOF",
    ] {
        assert!(numbers.contains(part), "{part}: {numbers}");
    }
    for part in ["check-in", "/card", "nowhere", "/units/17"] {
        assert!(!numbers.contains(part), "{part}: {numbers}");
    }
    assert_eq!(numbers.matches("# EOF").count(), 1);
    let elsewhere = get_page(&address, "/metrics", "x");
    assert!(!elsewhere.starts_with("HTTP/1.1 200"), "not on the address for everybody: {elsewhere}");
    program.kill().unwrap();
    program.wait().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_of_forms_was_called_a_leftover_to_be_destroyed() {
    let (said, code) = spoilt(&[], async |services, _| {
        for name in ["formkey", "factors", "mention-1"] {
            services.keys.lasting(name).await.unwrap();
        }
    })
    .await;
    assert_eq!(code, 0, "{said}");
    assert!(line(&said, "old").starts_with("ok "), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sum_that_does_not_follow_from_its_complaints_ends_the_case_audit_with_two() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.db");
    let (services, _) = prepare(&file, 1).await;
    let form = ComplaintForm {
        what: "Waited for twenty minutes".to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        severity: "normal".to_owned(),
        unit: "2".to_owned(),
        ..ComplaintForm::default()
    };
    let desk = testing::actor(Role::Service, 2);
    service::complaints::log(&services, Some(&desk), &form).await.unwrap();
    let audit = || {
        let output = trivsel()
            .args(["--database", &format!("sqlite://{}", file.display()), "case-audit"])
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap()).concat();
        (said, output.status.code())
    };
    let (said, code) = audit();
    assert!(code == Some(0) && said.starts_with("1 case"), "{said}");
    run(&services, "UPDATE voice_rollup SET complaints = 9 WHERE unit_id = 2 AND resolution = 'day'").await;
    let (said, code) = audit();
    assert!(code == Some(2) && said.contains("unit 2") && said.contains('9'), "{said}");
}
