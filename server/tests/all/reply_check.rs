//! `trivsel reply-check` as a user meets it.

use std::process::{Command, Output};

fn reply_check(file: impl AsRef<[u8]>, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("letters.jsonl"), file).unwrap();
    Command::new(env!("CARGO_BIN_EXE_trivsel"))
        .current_dir(folder.path())
        .args(["reply-check", "letters.jsonl"])
        .args(arguments)
        .output()
        .unwrap()
}

const LETTERS: &str = r#"{"id": "a", "lang": "en", "text": "Sorry, we mixed up two orders. Yours comes tomorrow."}

{"id": "b", "lang": "nb", "text": "Beklager at du føler det slik. Vi tar kontakt snarest.", "trap": "passed over"}
"#;

#[test]
fn the_example_of_the_help_comes_out_as_the_help_says() {
    let output = reply_check(LETTERS, &[]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let help = Command::new(env!("CARGO_BIN_EXE_trivsel")).args(["reply-check", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    assert_eq!(text.lines().count(), 7, "{text}");
    for line in text.lines() {
        assert!(help.contains(&format!("    {line}\n")), "{line}");
    }
    for line in LETTERS.lines().filter(|line| !line.contains("trap")) {
        assert!(help.contains(line), "{line}");
    }
}

#[test]
fn json_is_one_object_a_line_with_the_words_that_decided() {
    let output = reply_check(LETTERS, &["--json"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(
        lines,
        [
            r#"{"id":"a","sorry":true,"hollow":false,"owns":true,"excuse":false,"step":"dated","thanks":false,"why":{"sorry":"Sorry","hollow":"","owns":"we mixed up","excuse":"","step":"tomorrow","thanks":""}}"#,
            r#"{"id":"b","sorry":false,"hollow":true,"owns":false,"excuse":false,"step":"undated","thanks":false,"why":{"sorry":"","hollow":"Beklager at du føler","owns":"","excuse":"","step":"Vi tar kontakt","thanks":""}}"#,
        ]
    );
}

#[test]
fn ids_that_are_numbers_stay_numbers_and_a_byte_order_mark_is_passed_over() {
    let output = reply_check("\u{feff}{\"id\": 7, \"lang\": \"nn\", \"text\": \"\"}", &["--json"]);
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().starts_with(r#"{"id":7,"sorry":false"#));
}

#[test]
fn what_is_no_letter_is_one_line_and_exit_code_2_and_nothing_is_half_answered() {
    let good = r#"{"id": "a", "lang": "en", "text": "Sorry."}"#;
    for (second, part) in [
        ("{", "line 2"),
        (r#"{"id": "b", "lang": "en"}"#, "text"),
        (r#"{"id": "b", "lang": "sv", "text": "Tyvärr."}"#, "\"sv\"; letters are read in en and nb"),
        (r#"{"lang": "en", "text": "Sorry."}"#, "id"),
        (r#"{"id": "b", "lang": "en", "text": 5}"#, "line 2"),
    ] {
        let output = reply_check(format!("{good}\n{second}\n"), &["--json"]);
        let line = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert_eq!(line.lines().count(), 1, "{line}");
        assert!(line.contains(part) && line.contains("letters.jsonl, line 2"), "{line}");
        assert!(output.stdout.is_empty());
    }
    for file in [&b""[..], b"\n \n", b"{\"id\": \"\xff\"}"] {
        let output = reply_check(file, &[]);
        let line = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), line.lines().count()), (Some(2), 1), "{line}");
    }
}
