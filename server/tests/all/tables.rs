//! `trivsel link`, `trivsel spc` and `trivsel funnel` as a user meets them: output, files and exit codes.

use std::{
    fmt::Write as _,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

fn trivsel(folder: &Path, arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trivsel"))
        .current_dir(folder)
        .args(arguments.split_whitespace())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Exit code and the one line on standard error.
fn refused(output: &Output) -> (Option<i32>, String) {
    let line = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(output.stdout.is_empty());
    (output.status.code(), line)
}

fn folder(files: &[(&str, String)]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let path = folder.path().to_owned();
    (folder, path)
}

/// Twelve teams over 80 periods, named by `name`; events follow strain a little.
fn panel(name: impl Fn(u32) -> String) -> String {
    let mut text = String::from("team,when,complaints,contacts,strain\n");
    for team in 0..12_u32 {
        for period in 0..80_u32 {
            let strain = (team * 31 + period * 47 + period * period * 3) % 61 + 20;
            let complaints = 4 + strain / 12 + (team * 7 + period * 13) % 5;
            let contacts = 300 + (team * 17 + period * 5) % 90;
            writeln!(text, "T{team},{},{complaints},{contacts},{strain}", name(period)).unwrap();
        }
    }
    text
}

const LINK: &str = "link panel.csv --unit team --period when --count complaints --exposure contacts \
                    --predictor strain --lags none";

#[test]
fn periods_of_any_length_give_the_same_answer() {
    let answer = |name: &dyn Fn(u32) -> String| {
        let (_folder, path) = folder(&[("panel.csv", panel(name))]);
        serde_json::from_str::<Value>(&said(&trivsel(&path, &format!("{LINK} --json")))).unwrap()
    };
    let weeks = answer(&|period| format!("{}-W{:02}", 2025 + period / 52, period % 52 + 1));
    let months = answer(&|period| format!("{}-{:02}", 2000 + period / 12, period % 12 + 1));
    let quarters = answer(&|period| format!("{}Q{}", 1990 + period / 4, period % 4 + 1));
    let years = answer(&|period| (1920 + period).to_string());
    assert_eq!(weeks["model"]["n"], 960);
    for other in [months, quarters, years] {
        assert_eq!(other["terms"], weeks["terms"]);
        assert_eq!(other["sentence"], weeks["sentence"]);
    }
    assert!(weeks["sentence"]["nb"].as_str().unwrap().contains("strain"));
}

#[test]
fn a_report_is_one_file_that_fetches_nothing() {
    let (_folder, path) = folder(&[("panel.csv", panel(|period| period.to_string()))]);
    for lang in ["en", "nb"] {
        let text = said(&trivsel(&path, &format!("{LINK} --lang {lang} --html report.html")));
        assert!(text.contains("strain"), "{text}");
        let html = std::fs::read_to_string(path.join("report.html")).unwrap();
        assert!(html.starts_with("<!doctype html>") && html.contains(&format!("<html lang=\"{lang}\">")));
        assert!(html.matches("<svg").count() >= 3 && html.matches("<table>").count() >= 4);
        assert!(!html.contains("http://") && !html.contains("https://") && !html.contains("<script"));
    }
}

#[test]
fn the_seed_decides_what_is_drawn_and_nothing_else_does() {
    let (_folder, path) = folder(&[("panel.csv", panel(|period| period.to_string()))]);
    let json = |seed: u32| said(&trivsel(&path, &format!("{LINK} --seed {seed} --json")));
    assert_eq!(json(1), json(1));
}

#[test]
fn contradictions_end_with_two_and_name_their_place() {
    let files = [
        ("panel.csv", panel(|period| period.to_string())),
        ("double.csv", "team,when,complaints,contacts,strain\na,1,2,9,4\na,1,2,9,4\n".to_owned()),
        ("words.csv", "team,when,complaints,contacts,strain\na,1,two,9,4\n".to_owned()),
        ("mixed.csv", "team,when,complaints,contacts,strain\na,2026-W01,2,9,4\na,2026-02,2,9,4\n".to_owned()),
        ("series.csv", "when,y,n\n1,3,10\n2,,10\n3,12,10\n".to_owned()),
    ];
    let (_folder, path) = folder(&files);
    let other = |file: &str| LINK.replace("panel.csv", file);
    for (arguments, wanted) in [
        (other("none.csv"), "none.csv cannot be read"),
        (other("double.csv"), "double.csv, row 3, column \"when\""),
        (other("words.csv"), "words.csv, row 2, column \"complaints\": \"two\" is not a number"),
        (other("mixed.csv"), "mixed.csv, row 3, column \"when\""),
        (format!("{LINK} --predictor nothing"), "there is no column \"nothing\""),
        (LINK.replace("--lags none", "--lags 4-1"), "lags 4 to 1"),
        (LINK.replace("--lags none", "--lags 1-2 --min-present 3"), "3 of 2 lags"),
        ("spc series.csv --chart p --value y --exposure n".to_owned(), "series.csv, row 4, column \"y\": 12"),
        ("spc series.csv --chart xmr --value y --exposure n".to_owned(), "leave --exposure out"),
        ("spc series.csv --chart u --value when --exposure why".to_owned(), "there is no column \"why\""),
        ("funnel series.csv --unit where --value y --exposure n".to_owned(), "there is no column \"where\""),
    ] {
        let (code, line) = refused(&trivsel(&path, &arguments));
        assert_eq!(code, Some(2), "{arguments}");
        assert!(line.contains(wanted), "{line}");
    }
}

#[test]
fn a_chart_has_the_documented_names_and_a_gap_for_an_empty_cell() {
    let mut text = String::from("when,y,n\n");
    for week in 1..=30 {
        let y =
            if week == 7 { String::new() } else { (if week == 20 { 60 } else { 10 + week % 4 }).to_string() };
        writeln!(text, "{week},{y},400").unwrap();
    }
    let (_folder, path) = folder(&[("series.csv", text)]);
    let command = "spc series.csv --chart laney --value y --exposure n";
    let chart: Value = serde_json::from_str(&said(&trivsel(&path, &format!("{command} --json")))).unwrap();
    assert_eq!(chart["chart"], "laney");
    assert!(chart["center"].is_f64() && chart["sigma_z"].is_f64());
    let points = chart["points"].as_array().unwrap();
    assert_eq!(points.len(), 30);
    assert!(points[6]["value"].is_null());
    assert_eq!(points[19]["signal"], "outside_high");
    for name in ["index", "value", "lower", "upper", "near_lower", "near_upper", "signal"] {
        assert!(points[0].get(name).is_some(), "{name}");
    }
    let text = said(&trivsel(&path, &format!("{command} --period when --svg chart.svg --html chart.html")));
    assert!(text.contains("20: 0.1500 is above the upper limit"), "{text}");
    assert!(std::fs::read_to_string(path.join("chart.svg")).unwrap().starts_with("<?xml"));
    assert!(std::fs::read_to_string(path.join("chart.html")).unwrap().contains("<figure>"));
}

#[test]
fn a_funnel_adds_up_the_periods_asked_for_and_ranks_nobody() {
    let mut text = String::from("home,when,y,beds\n");
    for home in 0..20_u32 {
        for quarter in ["2014Q1", "2014Q2", "2015Q1"] {
            let y = if home == 11 && quarter < "2015" { 40 } else { 2 + home % 3 };
            writeln!(text, "H{home},{quarter},{y},{}", 60 + home).unwrap();
        }
    }
    let (_folder, path) = folder(&[("homes.csv", text)]);
    let command = "funnel homes.csv --unit home --value y --exposure beds --period when --to 2014Q4";
    let funnel: Value = serde_json::from_str(&said(&trivsel(&path, &format!("{command} --json")))).unwrap();
    let units = funnel["units"].as_array().unwrap();
    assert_eq!((units.len(), &units[11]["signal"]), (20, &Value::from("outside_high")));
    assert_eq!(units[0]["exposure"], 120.0);
    let text = said(&trivsel(
        &path,
        &format!("{command} --per 1000 --worse up --svg funnel.svg --html funnel.html --lang nb"),
    ));
    assert!(text.contains("1 enhet skiller seg"), "{text}");
    assert!(std::fs::read_to_string(path.join("funnel.svg")).unwrap().starts_with("<?xml"));
    let html = std::fs::read_to_string(path.join("funnel.html")).unwrap();
    assert!(html.contains("H11: ") && html.contains("over den øvre grensen"));
}

const CLINICS: [(u32, u32); 14] = [
    (55, 60),
    (71, 80),
    (72, 100),
    (105, 120),
    (81, 90),
    (66, 70),
    (97, 110),
    (134, 150),
    (88, 95),
    (76, 85),
    (113, 130),
    (70, 75),
    (89, 100),
    (127, 140),
];

#[test]
fn shares_were_judged_differently_when_the_other_side_was_counted() {
    let mut text = String::from("clinic,contented,not_contented,asked\n");
    for (clinic, (contented, asked)) in CLINICS.iter().enumerate() {
        writeln!(text, "C{clinic},{contented},{},{asked}", asked - contented).unwrap();
    }
    let (_folder, path) = folder(&[("clinics.csv", text)]);
    for (value, signal) in [("contented", "outside_low"), ("not_contented", "outside_high")] {
        let command = format!("funnel clinics.csv --unit clinic --value {value} --exposure asked --json");
        let funnel: Value = serde_json::from_str(&said(&trivsel(&path, &command))).unwrap();
        assert_eq!(funnel["shares"], true);
        for (place, unit) in funnel["units"].as_array().unwrap().iter().enumerate() {
            let wanted = if place == 2 { Value::from(signal) } else { Value::Null };
            assert_eq!(unit["signal"], wanted, "{value} of {place}");
            assert!(unit["upper"].as_f64().unwrap() <= 1.0 && unit["interval"].is_array());
        }
    }
}

#[test]
fn four_units_were_an_empty_frame_without_names_or_ranges() {
    let text = "shop,y,n\nNord,10,2000\nSør,8,1800\nØst,12,2200\nVest,7,1500\n".to_owned();
    let (_folder, path) = folder(&[("shops.csv", text)]);
    let command = "funnel shops.csv --unit shop --value y --exposure n --per 1000 --html few.html";
    let text = said(&trivsel(&path, command));
    let places: Vec<usize> = ["Øst: 5.45", "Nord: 5.00", "Vest: 4.67", "Sør: 4.44"]
        .map(|name| text.find(name).unwrap_or_else(|| panic!("{name} in {text}")))
        .to_vec();
    assert!(places.is_sorted() && text.contains("95\u{a0}% range"), "{text}");
    let html = std::fs::read_to_string(path.join("few.html")).unwrap();
    assert!(html.contains("<figure>") && html.contains("Sør"));
}

#[test]
fn fewer_than_one_event_a_period_were_drawn_as_a_floor_with_bumps() {
    let mut text = String::from("week,falls,days\n");
    for week in 0..60_u32 {
        writeln!(text, "{},{},{}", week + 1, u32::from(week % 3 == 1), 100 + week % 5).unwrap();
    }
    let (_folder, path) = folder(&[("falls.csv", text)]);
    let command = "spc falls.csv --value falls --exposure days --period week --worse up";
    let chart: Value = serde_json::from_str(&said(&trivsel(&path, &format!("{command} --json")))).unwrap();
    assert_eq!(chart["chart"], "t");
    assert!(chart["rate"]["interval"].is_array() && chart["false_alarms"].is_f64());
    assert!(chart["points"].as_array().unwrap().len() >= 20);
    let by_week = said(&trivsel(&path, &format!("{command} --chart u --lang nb")));
    assert!(by_week.contains("--chart t") && by_week.contains("likevel gi et signal"), "{by_week}");
    let many = said(&trivsel(&path, "spc falls.csv --value days --chart t --json"));
    assert!(many.contains("\"chart\": \"t\""));
    let (code, line) = refused(&trivsel(&path, "spc falls.csv --value days --exposure days --chart g"));
    assert!(code == Some(2) && line.contains("too many to draw what lies between"), "{line}");
}

#[test]
fn limits_were_called_widened_when_they_had_been_narrowed() {
    let counts = [37, 36, 35, 23, 28, 24, 29, 27, 26, 32, 34, 32, 31, 34];
    let mut text = String::from("month,complaints,contacts\n");
    for (place, count) in counts.iter().enumerate() {
        writeln!(text, "{},{count},1000", place + 1).unwrap();
    }
    let (_folder, path) = folder(&[("months.csv", text)]);
    let said = said(&trivsel(&path, "spc months.csv --chart laney --value complaints --exposure contacts"));
    assert!(said.contains("14 points say little about that") && !said.contains("as far out"), "{said}");
    assert!(said.contains("No signals"), "{said}");
}

fn json(path: &Path, arguments: &str) -> Value {
    serde_json::from_str(&said(&trivsel(path, &format!("{arguments} --json")))).unwrap()
}

#[test]
fn months_in_six_digits_were_89_periods_apart_at_new_year() {
    let month = |period: u32| (2018 + period / 12, period % 12 + 1);
    let digits = panel(|period| format!("{}{:02}", month(period).0, month(period).1));
    let first_days = panel(|period| format!("01.{:02}.{}", month(period).1, month(period).0));
    let plain = panel(|period| format!("{}-{:02}", month(period).0, month(period).1));
    let (_folder, path) = folder(&[("digits.csv", digits), ("days.csv", first_days), ("panel.csv", plain)]);
    let lagged = LINK.replace("--lags none", "");
    let plain = json(&path, &lagged);
    assert_eq!(plain["model"]["periods"], 78, "two earlier months have to be there");
    for file in ["digits.csv", "days.csv"] {
        assert_eq!(json(&path, &lagged.replace("panel.csv", file))["terms"], plain["terms"], "{file}");
    }
}

#[test]
fn one_predictor_that_follows_from_unit_and_period_was_called_several_that_move_together() {
    let mut text = String::from("shop,t,n,x,y\n");
    for shop in 0..10_u32 {
        for t in 0..20_u32 {
            let y = 3 + (shop * 7 + t * 5) % 6;
            writeln!(text, "S{shop},{t},100,{},{y}", shop * 4 + t * t).unwrap();
        }
    }
    let (_folder, path) = folder(&[("panel.csv", text)]);
    let command = "link panel.csv --unit shop --period t --count y --exposure n --predictor x --lags none";
    for (lang, wanted) in [
        ("en", "No answer: x follows from the unit and the period"),
        ("nb", "Ikke noe svar: x følger av enheten og perioden"),
    ] {
        let text = said(&trivsel(&path, &format!("{command} --lang {lang}")));
        assert!(text.starts_with(wanted), "{text}");
    }
    assert_eq!(json(&path, command)["headline"]["verdict"], "not_enough");
}

/// The panel with the site of each team, and an action of the first team from week 50 on that changes nothing.
fn acting() -> String {
    let text = panel(|period| period.to_string());
    let mut lines = text.lines();
    let mut acting = format!("{},site,acted\n", lines.next().unwrap());
    for line in lines {
        let mut cells = line.split(',');
        let (team, period) = (cells.next().unwrap(), cells.next().unwrap().parse::<u32>().unwrap());
        let site = team.trim_start_matches('T').parse::<u32>().unwrap() / 2;
        writeln!(acting, "{line},Site {site},{}", u8::from(team == "T0" && period >= 50)).unwrap();
    }
    acting
}

#[test]
fn the_headline_says_what_it_holds_fixed_and_never_contradicts_the_sentence() {
    let (_folder, path) = folder(&[("panel.csv", acting())]);
    let plain = json(&path, LINK);
    let by_site = json(&path, &format!("{LINK} --cluster site"));
    assert_eq!(plain["headline"]["clusters"], 12);
    assert_eq!(by_site["headline"]["clusters"], 6, "six sites are enough to build variances on");
    assert_eq!(by_site["terms"], plain["terms"], "the simplest comparison stays as it is");
    for found in [&plain, &by_site] {
        let headline = &found["headline"];
        assert_eq!(headline["predictors"].as_array().unwrap().len(), 1);
        let model = headline["model"].as_array().unwrap();
        assert!(model.contains(&Value::from("unit_levels")), "{model:?}");
        for number in ["estimate", "se", "rate_ratio", "p", "p_holm"] {
            assert!(headline[number].is_f64(), "{number}: {headline}");
        }
        let (sentence, verdict) = (found["sentence"]["en"].as_str().unwrap(), headline["verdict"].as_str());
        let opening = match verdict.unwrap() {
            "finding" => "Where strain was",
            "early_signal" => "This is an early signal",
            "direction_unclear" => "Direction unclear",
            "none_found" => "No clear link found",
            _ => "Not enough for an answer",
        };
        assert!(sentence.starts_with(opening), "{verdict:?}: {sentence}");
    }
    let two_sites = acting().replacen("Site 0", "Site 9", 1);
    std::fs::write(path.join("panel.csv"), two_sites).unwrap();
    let (code, line) = refused(&trivsel(&path, &format!("{LINK} --cluster site")));
    assert!(code == Some(2) && line.contains("a unit has one cluster"), "{line}");
}

#[test]
fn an_action_is_held_against_the_units_that_did_not_act() {
    let (_folder, path) = folder(&[("panel.csv", acting())]);
    let found = json(&path, &format!("{LINK} --action acted"));
    let actions = found["actions"].as_array().unwrap();
    assert_eq!((actions.len(), &actions[0]["unit"]), (1, &Value::from("T0")));
    assert_eq!(actions[0]["comparison"], "sister_units");
    assert_eq!(actions[0]["changed"], false, "{actions:?}");
    assert!(actions[0]["sisters"].as_array().unwrap().iter().all(|sister| sister["unit"] != "T0"));
}

#[test]
fn what_came_through_a_pipe_was_called_an_empty_file() {
    let (_folder, path) = folder(&[("panel.csv", panel(|period| (period + 1).to_string()))]);
    let from_disk = said(&trivsel(&path, LINK));
    for file in ["-", "/dev/stdin"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trivsel"));
        command.current_dir(&path).args(LINK.replace("panel.csv", file).split_whitespace());
        command.stdin(std::fs::File::open(path.join("panel.csv")).unwrap());
        assert_eq!(said(&command.output().unwrap()), from_disk, "{file} from a file");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let text = std::fs::read(path.join("panel.csv")).unwrap();
        child.stdin.take().unwrap().write_all(&text).unwrap();
        assert_eq!(said(&child.wait_with_output().unwrap()), from_disk, "{file} through a pipe");
    }
}

#[test]
fn a_missing_count_was_told_as_if_it_were_a_contradiction() {
    let text = "team,when,complaints,contacts,strain\nA,1,3,100,40\nA,2,NA,100,42\n".to_owned();
    let (_folder, path) = folder(&[("panel.csv", text)]);
    let (code, line) = refused(&trivsel(&path, LINK));
    assert_eq!(code, Some(2));
    assert!(line.contains("row 3") && line.contains("leave the row out"), "{line}");
}
