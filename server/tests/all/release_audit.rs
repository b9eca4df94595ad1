//! `trivsel release-audit` as a user meets it.

use std::process::{Command, Output};

fn audit(file: &str, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("shop.json"), file).unwrap();
    Command::new(env!("CARGO_BIN_EXE_trivsel"))
        .current_dir(folder.path())
        .args(["release-audit", "shop.json"])
        .args(arguments)
        .output()
        .unwrap()
}

const SHOP: &str = r#"{"k": 5, "units": [
    {"id": "shop",    "parent": null,   "direct": {"roster": 2, "answered": 1}},
    {"id": "counter", "parent": "shop", "direct": {"roster": 8, "answered": 6}},
    {"id": "kitchen", "parent": "shop", "direct": {"roster": 6, "answered": 3}}]}"#;

#[test]
fn the_example_of_the_help_comes_out_as_the_help_says() {
    let output = audit(SHOP, &[]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        text,
        "released with k = 5, 3 units\n  shop     published\n  counter  complement\n  kitchen  below_k\n"
    );
    let help =
        Command::new(env!("CARGO_BIN_EXE_trivsel")).args(["release-audit", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for line in text.lines().map(str::trim) {
        assert!(help.contains(line), "{line}");
    }
}

#[test]
fn json_keeps_ids_and_order_and_the_threshold_of_the_command_line_goes_first() {
    let output = audit(SHOP, &["--json", "--k", "3"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        text.trim(),
        r#"{"units":[{"id":"shop","state":"published"},{"id":"counter","state":"published"},{"id":"kitchen","state":"complement"}]}"#
    );
}

#[test]
fn answers_of_newcomers_do_not_carry_a_figure_and_printed_codes_need_three_more() {
    let states = |direct: &str| {
        let file = format!(r#"{{"units":[{{"id":1,"parent":null,"direct":{direct}}}]}}"#);
        String::from_utf8(audit(&file, &["--json"]).stdout).unwrap()
    };
    for (direct, state) in [
        (r#"{"roster":9,"answered":7,"fresh":2}"#, "published"),
        (r#"{"roster":9,"answered":7,"fresh":3}"#, "below_k"),
        (r#"{"roster":9,"answered":7,"by_code":7}"#, "below_k"),
        (r#"{"roster":9,"answered":8,"by_code":8}"#, "published"),
        (r#"{"roster":9,"answered":8,"by_code":8,"fresh":1}"#, "below_k"),
    ] {
        assert!(states(direct).contains(&format!("\"{state}\"")), "{direct}: {}", states(direct));
    }
}

#[test]
fn what_cannot_be_read_or_contradicts_itself_is_one_line_and_exit_code_2() {
    for (file, arguments, part) in [
        ("{", &[][..], "line 1"),
        (r#"{"units":[{"id":1,"parent":2,"direct":{"roster":1,"answered":1}}]}"#, &[], "not in the list"),
        (r#"{"units":[{"id":1,"parent":null,"direct":{"roster":1,"answered":2}}]}"#, &[], "unit 1"),
        (r#"{"units":[{"id":1,"parent":null,"direct":{"roster":-1,"answered":0}}]}"#, &[], "-1"),
        (r#"{"units":[{"id":1,"parent":null,"direct":{"roster":1,"answered":1,"frehs":1}}]}"#, &[], "frehs"),
        (
            r#"{"units":[{"id":1,"parent":null,"direct":{"roster":3,"answered":1,"by_code":4}}]}"#,
            &[],
            "by_code",
        ),
        (r#"{"units":[{"id":1,"parent":null,"direct":{"roster":3,"answered":1,"fresh":4}}]}"#, &[], "fresh"),
        (r#"{"k":2,"units":[]}"#, &[], "lowest is 3"),
        (SHOP, &["--k", "2"], "lowest is 3"),
    ] {
        let output = audit(file, arguments);
        let line = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert_eq!(line.lines().count(), 1, "{line}");
        assert!(line.contains(part) && line.contains("shop.json"), "{line}");
        assert!(output.stdout.is_empty());
    }
}
