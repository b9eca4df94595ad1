//! Numbers reckoned apart, read back from workbook and CSV files in both languages.

use std::collections::BTreeMap;

use domain::Lang;
use report::review::pack;
use serde_json::Value;

use super::tables::{Held, LANGS, Table, Tables, input, of_both};

const EXPECTED: &str = include_str!("../data/expected.json");
const UNPRINTED: [&str; 6] = ["q", "centre", "sigma_z", "mean", "mean_lower", "mean_upper"];

/// What was reckoned apart beside what was read back.
struct Check<'a> {
    tables: &'a Tables,
    compared: usize,
    wrong: Vec<String>,
}

impl Check<'_> {
    fn row(&self, table: &str, keys: &[(&str, Held)]) -> BTreeMap<String, Held> {
        let Table { rows, .. } = &self.tables[table];
        let found: Vec<_> =
            rows.iter().filter(|row| keys.iter().all(|(id, value)| row[*id] == *value)).collect();
        assert_eq!(found.len(), 1, "{table} {keys:?}");
        found[0].clone()
    }

    fn cell(&mut self, place: &str, row: &BTreeMap<String, Held>, column: &str, expected: &Value) {
        let expected = match expected {
            Value::Null => Held::Nothing,
            Value::Number(number) => Held::Number(number.as_f64().unwrap()),
            Value::String(text) => Held::Text(text.clone()),
            other => panic!("{other}"),
        };
        self.compared += 1;
        let is_same = match (&row[column], &expected) {
            // What is not printed was reckoned to twelve digits.
            (Held::Number(found), Held::Number(expected)) if UNPRINTED.contains(&column) => {
                (found - expected).abs() <= 1e-9 * expected.abs()
            }
            (found, expected) => found == expected,
        };
        if !is_same {
            self.wrong.push(format!("{place} {column}: {expected:?} is {:?}", row[column]));
        }
    }

    /// A verdict by the word that the table of words has for it.
    fn verdict(&mut self, place: &str, row: &BTreeMap<String, Held>, column: &str, name: &Value) {
        let words = &self.tables["words"].rows;
        let own = Held::Text(name.as_str().unwrap().to_owned());
        let line = words.iter().find(|row| row["table"] == Held::Nothing && row["name"] == own).unwrap();
        let Held::Text(line) = &line["column_title"] else { panic!("{line:?}") };
        let word = line.split_once(": ").unwrap().1.to_owned();
        self.cell(place, row, column, &Value::String(word));
    }
}

fn text(of: &Value) -> Held {
    Held::Text(of.as_str().unwrap().to_owned())
}

fn number(of: &Value) -> Held {
    Held::Number(of.as_f64().unwrap())
}

fn list(of: &Value) -> std::slice::Iter<'_, Value> {
    of.as_array().unwrap().iter()
}

fn fields(of: &Value) -> serde_json::map::Iter<'_> {
    of.as_object().unwrap().iter()
}

fn units(check: &mut Check<'_>, expected: &Value) {
    for unit in list(&expected["units"]) {
        let key = [("unit_number", text(&unit["unit"])), ("series", number(&unit["series"]))];
        let at = format!("{}/{}", unit["unit"], unit["series"]);
        let overview = check.row("overview", &key);
        for (name, figure) in fields(&unit["measures"]) {
            let [unit_key, series_key] = key.clone();
            let row = check.row("quarter", &[unit_key, series_key, ("measure", Held::Text(name.clone()))]);
            let place = format!("{at} {name}");
            let columns = ["value", "previous", "change", "half_width", "q", "rounds_shown", "rounds_of"];
            for column in columns.into_iter().chain(["windows", "shown", "hidden", "void"]) {
                check.cell(&place, &row, column, &figure[column]);
            }
            check.verdict(&place, &row, "verdict", &figure["verdict"]);
            if let "strain" | "satisfaction" = name.as_str() {
                check.cell(&place, &overview, name, &figure["value"]);
                for column in ["previous", "change", "half_width"] {
                    check.cell(&place, &overview, &format!("{name}_{column}"), &figure[column]);
                }
            }
        }
    }
    for (key, drivers) in fields(&expected["drivers"]) {
        let (unit, series) = key.split_once('/').unwrap();
        for driver in list(drivers) {
            let keys = [
                ("unit_number", Held::Text(unit.to_owned())),
                ("series", Held::Number(series.parse().unwrap())),
                ("measure", text(&driver["measure"])),
            ];
            let row = check.row("quarter", &keys);
            check.cell(key, &row, "organisation_value", &driver["organisation"]);
            check.cell(key, &row, "gap", &driver["gap"]);
        }
    }
}

fn rates(check: &mut Check<'_>, expected: &Value, lang: Lang) {
    for (unit, own) in fields(&expected["complaints"]) {
        let unit_key = ("unit_number", Held::Text(unit.clone()));
        let case = |key: &str| {
            [
                unit_key.clone(),
                ("subject", Held::Text("contacts".to_owned())),
                ("key", Held::Text(key.to_owned())),
            ]
        };
        let row = check.row("cases", &case("quarter"));
        check.cell(unit, &row, "n", &own["complaints"]);
        check.cell(unit, &row, "of", &own["contacts"]);
        let row = check.row("cases", &case("previous"));
        check.cell(unit, &row, "n", &own["previous_complaints"]);
        check.cell(unit, &row, "of", &own["previous_contacts"]);
        // The series that runs at the quarter's end has the rate.
        let rows = check.tables["overview"].rows.iter().filter(|row| row["unit_number"] == unit_key.1);
        let row = rows
            .max_by(|a, b| format!("{:?}", a["series"]).cmp(&format!("{:?}", b["series"])))
            .unwrap()
            .clone();
        let percents = [
            ("rate_change", "percent"),
            ("rate_change_lower", "percent_lower"),
            ("rate_change_upper", "percent_upper"),
        ];
        for (column, name) in percents {
            check.cell(unit, &row, column, own.get(name).unwrap_or(&Value::Null));
        }
        check.verdict(unit, &row, "rate_verdict", &own["verdict"]);
        let printed = own.get(if lang == Lang::Nb { "rate_printed_nb" } else { "rate_printed_en" });
        if let Some(printed) = printed.and_then(Value::as_str) {
            let printed: f64 = printed.replace(',', ".").parse().unwrap();
            check.cell(unit, &row, "rate", &printed.into());
        }
        for point in own.get("points").map(list).into_iter().flatten() {
            let row = check.row("complaints", &[unit_key.clone(), ("round", number(&point["round"]))]);
            check.cell(unit, &row, "contacts", &point["contacts"]);
            check.cell(unit, &row, "complaints", &point["complaints"]);
            let printed = &point[if lang == Lang::Nb { "printed_nb" } else { "printed_en" }];
            let printed = printed.as_str().map(|text| text.replace(',', ".").parse::<f64>().unwrap());
            check.cell(unit, &row, "rate", &printed.into());
            assert_eq!(row["signal"] == Held::Nothing, point["signal"].is_null());
            let stretch = list(&own["segments"]).find(|part| {
                (part["first_round"].as_i64()..=part["last_round"].as_i64())
                    .contains(&point["round"].as_i64())
            });
            check.cell(unit, &row, "centre", &stretch.unwrap()["centre_per_1000"]);
            check.cell(unit, &row, "sigma_z", &stretch.unwrap()["sigma_z"]);
        }
    }
}

fn cases(check: &mut Check<'_>, expected: &Value) {
    for (unit, own) in fields(&expected["cases"]) {
        let keys = |subject: &str, key: &str| {
            [
                ("unit_number", Held::Text(unit.clone())),
                ("subject", Held::Text(subject.to_owned())),
                ("key", Held::Text(key.to_owned())),
            ]
        };
        for (name, clock) in fields(&own["clocks"]) {
            let row = check.row("cases", &keys("promise", name));
            for (column, field) in [
                ("n", "kept"),
                ("of", "ended"),
                ("share", "printed"),
                ("median_minutes", "median_minutes"),
                ("p90_minutes", "p90_minutes"),
            ] {
                check.cell(unit, &row, column, &clock[field]);
            }
        }
        for cause in list(&own["pareto"]) {
            let row = check.row("cases", &keys("cause", cause["cause"].as_str().unwrap()));
            for (column, field) in
                [("n", "issues"), ("share", "share_percent"), ("cumulative", "cumulative_percent")]
            {
                check.cell(unit, &row, column, &cause[field]);
            }
        }
        for (subject, field) in [("outcome", "outcomes"), ("open", "open_at_quarter_end")] {
            for (key, count) in fields(&own[field]) {
                let row = check.row("cases", &keys(subject, key));
                check.cell(unit, &row, "n", count);
            }
        }
        if !own["closure_survey"].is_null() {
            let row = check.row("cases", &keys("survey", "content"));
            for (column, field) in
                [("of", "n"), ("mean", "mean"), ("mean_lower", "mean_lower"), ("mean_upper", "mean_upper")]
            {
                check.cell(unit, &row, column, &own["closure_survey"][field]);
            }
        }
    }
}

fn matrix_and_hidden(check: &mut Check<'_>, expected: &Value) {
    for (letter, rows) in fields(&expected["matrix_4_3"]) {
        for own in list(rows) {
            let keys = [("factor", Held::Text(letter.clone())), ("measure", text(&own["measure"]))];
            let row = check.row("act_4_3", &keys);
            let numbers =
                ["value", "previous", "change", "half_width", "teams_shown", "teams_of", "worst_value"];
            for column in numbers {
                check.cell(letter, &row, column, &own[column]);
            }
            check.verdict(letter, &row, "verdict", &own["verdict"]);
        }
    }
    for own in list(&expected["hidden"]) {
        let keys = [("unit_number", text(&own["unit"])), ("series", number(&own["series"]))];
        let row = check.row("hidden", &keys);
        let numbers = ["cells", "shown", "hidden", "void", "satisfaction_windows", "satisfaction_hidden"];
        for column in numbers {
            check.cell("hidden", &row, column, &own[column]);
        }
        for column in ["void_rounds", "rounds_in_no_window"] {
            let days: Vec<&str> = list(&own[column]).map(|day| day.as_str().unwrap()).collect();
            let days = if days.is_empty() { Value::Null } else { Value::String(days.join(" ")) };
            check.cell("hidden", &row, column, &days);
        }
    }
}

fn check(tables: &Tables, expected: &Value, lang: Lang) -> (usize, Vec<String>) {
    let mut check = Check { tables, compared: 0, wrong: Vec::new() };
    units(&mut check, expected);
    rates(&mut check, expected, lang);
    cases(&mut check, expected);
    matrix_and_hidden(&mut check, expected);
    (check.compared, check.wrong)
}

#[test]
fn every_number_of_a_quarter_is_read_back_from_workbook_and_csv_in_both_languages() {
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    let pack = pack(&input());
    for lang in LANGS {
        for (form, tables) in of_both(&pack, lang) {
            let (compared, wrong) = check(&tables, &expected, lang);
            assert!(wrong.is_empty(), "{form} {lang:?}: {} of {compared}\n{}", wrong.len(), wrong.join("\n"));
            assert!(compared > 1_000, "{compared}");
        }
    }
}

#[test]
fn a_figure_that_is_another_is_noticed_in_either_file() {
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    let mut pack = pack(&input());
    let strain = pack.units[0].measures.get_mut("strain").unwrap();
    strain.value = strain.value.map(|value| value + 1);
    for (form, tables) in of_both(&pack, Lang::Nb) {
        assert_eq!(check(&tables, &expected, Lang::Nb).1.len(), 2, "{form}: in overview and quarter");
    }
}
