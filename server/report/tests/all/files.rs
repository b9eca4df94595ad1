//! Numbers reckoned apart, read back from workbook and CSV files in both languages; and what such files must not hold.

use std::collections::BTreeMap;

use domain::{Lang, insight::pack::Pack};
use report::review::{Input, file, pack, tables::Edition};
use serde_json::Value;

use super::tables::{
    Held, SHEETS, Table, Tables, csv_files, edition, entries, from_csv, from_xlsx, text_of, xlsx,
};

const QUARTER: &str = include_str!("../data/quarter.json");
const EXPECTED: &str = include_str!("../data/expected.json");
const LANGS: [Lang; 2] = [Lang::Nb, Lang::En];
const PERCENT: [&str; 8] = [
    "response",
    "rate_change",
    "rate_change_lower",
    "rate_change_upper",
    "share",
    "share_lower",
    "share_upper",
    "cumulative",
];

const UNPRINTED: [&str; 6] = ["q", "centre", "sigma_z", "mean", "mean_lower", "mean_upper"];

fn input() -> Input {
    file::read(QUARTER).unwrap()
}

fn of_both(pack: &Pack, lang: Lang) -> [(&'static str, Tables); 2] {
    let csv = from_csv(&csv_files(pack, &edition(), lang));
    let workbook = from_xlsx(&xlsx(pack, &edition(), lang), &csv, &PERCENT);
    [("csv", csv), ("xlsx", workbook)]
}

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

#[test]
fn the_same_pack_gives_the_same_bytes_after_shuffling_and_later() {
    let (first, mut shuffled) = (pack(&input()), input());
    shuffled.ledger.reverse();
    shuffled.volume.reverse();
    let second = pack(&shuffled);
    let files = LANGS.map(|lang| (csv_files(&first, &edition(), lang), xlsx(&first, &edition(), lang)));
    // The finest time in a ZIP file or in document properties is a second, in ZIP two.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    for (lang, (csv, workbook)) in LANGS.into_iter().zip(files) {
        assert!(csv == csv_files(&second, &edition(), lang));
        assert!(workbook == xlsx(&second, &edition(), lang));
    }
    let mut zip =
        zip::ZipArchive::new(std::io::Cursor::new(csv_files(&first, &edition(), Lang::En))).unwrap();
    for place in 0..zip.len() {
        assert_eq!(zip.by_index(place).unwrap().last_modified().unwrap().year(), 1980);
    }
}

#[test]
fn files_of_a_language_are_named_in_it_and_written_as_it_writes_numbers() {
    let pack = pack(&input());
    let names = |lang| -> Vec<String> {
        entries(&csv_files(&pack, &edition(), lang)).into_iter().map(|(name, _)| name).collect()
    };
    let nb = "README.txt oversikt.csv kvartal.csv runder.csv klager.csv saker.csv tiltak.csv 4-3.csv skjult.csv \
        ordliste.csv csvw-metadata.json";
    assert_eq!(names(Lang::Nb).join(" "), nb);
    let en = "README.txt overview.csv quarter.csv rounds.csv complaints.csv cases.csv actions.csv 4-3.csv hidden.csv \
        words.csv csvw-metadata.json";
    assert_eq!(names(Lang::En).join(" "), en);
    let (nb, en) = (csv_files(&pack, &edition(), Lang::Nb), csv_files(&pack, &edition(), Lang::En));
    let (nb, en) = (text_of(&nb, "klager.csv"), text_of(&en, "complaints.csv"));
    assert!(
        nb.starts_with("\u{feff}\"Enhetsnummer\";\"Enhet\";")
            && en.starts_with("\u{feff}\"Unit number\",\"Unit\",")
    );
    // Decimals as they were rounded, also where they are nothing.
    let rate = pack.complaints["H"].points[0].printed.unwrap();
    let (whole, tenth) = (rate.digits / 10, rate.digits % 10);
    assert!(nb.contains(&format!(";{whole},{tenth};")) && en.contains(&format!(",{whole}.{tenth},")));
}

#[test]
fn a_hidden_figure_is_an_empty_cell_with_its_state_and_no_word_says_why() {
    let pack = pack(&input());
    for lang in LANGS {
        for (form, tables) in of_both(&pack, lang) {
            let hidden = |row: &&BTreeMap<String, Held>| row["state"] == Held::Text("hidden".to_owned());
            let mut seen = 0;
            for row in tables["rounds"].rows.iter().filter(hidden) {
                seen += 1;
                for column in ["value", "lower", "upper", "answered"] {
                    assert_eq!(row[column], Held::Nothing, "{form}");
                }
            }
            assert!(seen > 0);
            let quarter = tables["quarter"].rows.iter().filter(hidden);
            assert!(quarter.clone().count() > 0 && quarter.clone().all(|row| row["value"] == Held::Nothing));
        }
        for bytes in [csv_files(&pack, &edition(), lang), xlsx(&pack, &edition(), lang)] {
            for (name, content) in entries(&bytes) {
                let content = String::from_utf8(content).unwrap();
                let mut words = content.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_');
                assert!(!words.any(|own| ["below_k", "complement", "held"].contains(&own)), "{name}");
                assert!(!name.ends_with(".csv") || !content.contains('\u{2212}'), "{name}");
            }
        }
    }
}

#[test]
fn a_workbook_has_tables_names_charts_and_pages_and_nothing_that_runs() {
    let pack = pack(&input());
    for lang in LANGS {
        let parts = entries(&xlsx(&pack, &edition(), lang));
        let of = |name: &str| -> String {
            let found = parts.iter().filter(|(own, _)| own.contains(name));
            found
                .map(|(_, content)| String::from_utf8_lossy(content).into_owned())
                .collect::<Vec<_>>()
                .join("\n")
        };
        let (sheets, book) = (of("worksheets/sheet"), of("xl/workbook.xml"));
        assert_eq!(parts.iter().filter(|(name, _)| name.contains("tables/table")).count(), SHEETS.len());
        assert_eq!(of("tables/table").matches("<autoFilter").count(), SHEETS.len());
        for name in ["q_value", "r_value", "c_rate", "Title_overview", "Title_act_4_3"] {
            assert!(book.contains(&format!("name=\"{name}\"")), "{name}: {book}");
        }
        assert_eq!(sheets.matches("paperSize=\"9\"").count(), SHEETS.len() + 2);
        assert_eq!(sheets.matches("orientation=\"landscape\"").count(), SHEETS.len() + 2);
        assert_eq!(sheets.matches("G-7K2M-4XQD&amp;R&amp;P / &amp;N").count(), SHEETS.len() + 2);
        assert_eq!(sheets.matches("state=\"frozen\"").count(), SHEETS.len());
        let (charts, drawings) = (of("charts/chart"), of("drawings/drawing"));
        // The whole and its two sites, staff and complaints of each.
        assert_eq!(parts.iter().filter(|(name, _)| name.contains("charts/chart")).count(), 6);
        assert_eq!(charts.matches("<c:dispBlanksAs val=\"gap\"/>").count(), 6);
        assert_eq!(drawings.matches(" descr=\"").count(), 6);
        let properties = of("docProps/core.xml");
        assert!(
            properties.contains("2031-07-14T00:00:00Z") && properties.contains("<dc:title>"),
            "{properties}"
        );
        for wrong in [
            "<f>",
            "hyperlink",
            "vbaProject",
            "hidden=\"1\"",
            "colorScale",
            "state=\"hidden\"",
            "http://schemas.microsoft.com/office/2006/relationships/vba",
        ] {
            assert!(!sheets.contains(wrong) && !book.contains(wrong), "{wrong}");
        }
    }
}

#[test]
fn a_draft_says_so_on_every_page_of_the_workbook_and_carries_the_day_of_its_newest_release() {
    let pack = pack(&input());
    let draft = Edition { id: "G-7K2M-4XQD".to_owned(), ..Edition::default() };
    let parts = entries(&xlsx(&pack, &draft, Lang::Nb));
    let sheets = parts.iter().filter(|(name, _)| name.contains("worksheets/sheet"));
    for (name, sheet) in sheets {
        assert!(String::from_utf8_lossy(sheet).contains("&amp;RKladd"), "{name}");
    }
    let core = parts.iter().find(|(name, _)| name.contains("core.xml")).unwrap();
    assert!(String::from_utf8_lossy(&core.1).contains(&format!("{}T00:00:00Z", pack.dated)));
    assert!(text_of(&csv_files(&pack, &draft, Lang::Nb), "README.txt").contains("Kladd"));
}

#[test]
fn days_are_days_and_units_stand_in_the_order_of_the_tree() {
    let pack = pack(&input());
    let [(_, csv), (_, workbook)] = of_both(&pack, Lang::Nb);
    for tables in [&csv, &workbook] {
        let days: Vec<_> = tables["rounds"].rows.iter().map(|row| row["first_day"].clone()).collect();
        assert!(days.iter().all(|day| matches!(day, Held::Day(day) if day.len() == 10)), "{days:?}");
        let units: Vec<_> = tables["overview"].rows.iter().map(|row| row["unit_number"].clone()).collect();
        let expected: Vec<_> = pack.units.iter().map(|row| Held::Text(row.unit.clone())).collect();
        assert_eq!(units, expected);
    }
    for id in SHEETS {
        assert_eq!(csv[id].rows, workbook[id].rows, "{id}: the same in both");
    }
}

/// Rows of the list of bad input.
mod edge_cases {
    use super::*;

    fn both_langs(pack: &Pack) {
        for lang in LANGS {
            of_both(pack, lang);
        }
    }

    #[test]
    fn no_released_round() {
        let mut input = input();
        input.ledger.clear();
        input.volume.clear();
        input.rounds.clear();
        let pack = pack(&input);
        let [(_, csv), (_, workbook)] = of_both(&pack, Lang::En);
        assert!(csv["rounds"].rows.is_empty() && workbook["rounds"].rows.is_empty());
    }

    #[test]
    fn only_one_unit() {
        let mut input = input();
        input.units.truncate(1);
        input.ledger.retain(|row| row.unit == 0);
        input.volume.clear();
        input.clocks.clear();
        input.counted.clear();
        both_langs(&pack(&input));
    }

    #[test]
    fn void_round() {
        let pack = pack(&input());
        let void: Vec<_> = pack.calendar.iter().filter(|round| round.is_void && round.is_now).collect();
        let [_, (_, workbook)] = of_both(&pack, Lang::Nb);
        for round in void {
            let row = workbook["rounds"].rows.iter().find(|row| {
                row["unit_number"] == Held::Text("H".to_owned())
                    && row["measure"] == Held::Text("strain".to_owned())
                    && row["first_round"] == Held::Number(round.n as f64)
            });
            let row = row.unwrap();
            assert_eq!((&row["value"], &row["state"]), (&Held::Nothing, &Held::Text("void".to_owned())));
        }
    }

    #[test]
    fn unit_moved_in_the_quarter() {
        let mut input = input();
        let last_before =
            input.rounds.iter().filter(|round| !round.is_now).map(|round| round.n).max().unwrap();
        for unit in input.units.iter_mut().filter(|unit| unit.series.len() > 1) {
            unit.series[0].to = last_before + 3;
            unit.series[1].from = last_before + 4;
        }
        let pack = pack(&input);
        for (form, tables) in of_both(&pack, Lang::En) {
            let rows: Vec<_> = tables["overview"]
                .rows
                .iter()
                .filter(|row| row["unit_number"] == Held::Text("S2".to_owned()))
                .collect();
            assert_eq!(rows.len(), 2, "{form}");
            assert_eq!(rows[0]["rate_verdict"], Held::Nothing, "its complaints stand once");
        }
    }

    #[test]
    fn no_contacts() {
        let mut input = input();
        for row in &mut input.volume {
            row.contacts = 0;
        }
        let [(_, csv), _] = of_both(&pack(&input), Lang::En);
        assert!(csv["complaints"].rows.iter().all(|row| row["rate"] == Held::Nothing));
        assert!(csv["complaints"].rows.iter().any(|row| row["complaints"] != Held::Number(0.0)));
    }

    #[test]
    fn letters_of_any_script_emoji_and_long_names_are_kept() {
        let long = format!("{} {}", "ord ".repeat(8), "a".repeat(60));
        for name in ["Čáhcesuolu ŧŋžđ Ελλάδα Кафе Trà sữa 🙂 \u{e000}", "مقهى الميناء", &long]
        {
            let mut input = input();
            input.units[0].name = name.to_owned();
            let pack = pack(&input);
            for (form, tables) in of_both(&pack, Lang::Nb) {
                assert_eq!(tables["overview"].rows[0]["unit"], Held::Text(name.to_owned()), "{form}");
            }
        }
    }

    #[test]
    fn decomposed_letters_are_composed_in_tables_and_kept_in_the_model() {
        let mut input = input();
        input.units[0].name = "A\u{30a}s".to_owned();
        let pack = pack(&input);
        assert_eq!(pack.units[0].name, "A\u{30a}s");
        for (form, tables) in of_both(&pack, Lang::Nb) {
            assert_eq!(tables["overview"].rows[0]["unit"], Held::Text("Ås".to_owned()), "{form}");
        }
    }

    #[test]
    fn a_formula_as_a_name_is_text_everywhere() {
        let mut input = input();
        input.units[0].name = "=SUM(1)".to_owned();
        let pack = pack(&input);
        for (form, tables) in of_both(&pack, Lang::Nb) {
            assert_eq!(tables["overview"].rows[0]["unit"], Held::Text("=SUM(1)".to_owned()), "{form}");
        }
        assert!(text_of(&csv_files(&pack, &edition(), Lang::Nb), "oversikt.csv").contains("\"'=SUM(1)\""));
    }
}
