//! What workbook and CSV files hold, and what they must not hold.

use std::collections::BTreeMap;

use domain::Lang;
use report::review::{pack, tables::Edition};

use super::tables::{Held, LANGS, SHEETS, csv_files, edition, entries, input, of_both, text_of, xlsx};

#[test]
fn the_same_pack_gives_the_same_bytes_after_shuffling() {
    let (first, mut shuffled) = (pack(&input()), input());
    shuffled.ledger.reverse();
    shuffled.volume.reverse();
    let second = pack(&shuffled);
    let files = LANGS.map(|lang| (csv_files(&first, &edition(), lang), xlsx(&first, &edition(), lang)));
    for (lang, (csv, workbook)) in LANGS.into_iter().zip(files) {
        assert!(csv == csv_files(&second, &edition(), lang));
        assert!(workbook == xlsx(&second, &edition(), lang));
    }
    // Nothing in them tells when: every entry has the first day that the format knows.
    for bytes in [csv_files(&first, &edition(), Lang::En), xlsx(&first, &edition(), Lang::En)] {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        for place in 0..zip.len() {
            assert_eq!(zip.by_index(place).unwrap().last_modified().unwrap().year(), 1980);
        }
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
