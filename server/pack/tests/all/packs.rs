//! The packs of an invented quarter, in both languages.

use std::{collections::BTreeSet, sync::OnceLock};

use domain::{
    Lang,
    insight::{
        pack::{Action, Pack},
        pack_pages::{OrganisationPack, UnitPack},
    },
};
use lopdf::{Dictionary, Document, Object};
use pack::About;
use report::review::{
    file, of_unit,
    pages::{self, Stamp},
};
use serde_json::Value;

const QUARTER: &str = include_str!("../../../report/tests/data/quarter.json");
const LANGS: [Lang; 2] = [Lang::Nb, Lang::En];

fn model() -> Pack {
    report::review::pack(&file::read(QUARTER).unwrap())
}

fn stamp() -> Stamp {
    Stamp { approved: Some((2, "2026-10-14".to_owned())), id: Some("G-7K2M-4XQD".to_owned()) }
}

fn about(lang: Lang, model: &str) -> About<'_> {
    About { lang, dated: "2026-10-14".parse().unwrap(), id: "G-7K2M-4XQD", model, model_hash: "0123abcd" }
}

fn organisation_page(pack: &Pack, lang: Lang) -> OrganisationPack {
    let page = pages::organisation(pack, &stamp(), lang).unwrap().unwrap();
    OrganisationPack { differences: Some(vec!["Kassa: 31, 57".to_owned()]), ..page }
}

fn organisation(pack: &Pack, lang: Lang) -> Vec<u8> {
    let model = serde_json::to_string(pack).unwrap();
    pack::organisation(&organisation_page(pack, lang), &about(lang, &model)).unwrap()
}

/// The file of the quarter as it is: set once for all tests, since unoptimised that takes seconds.
fn standard(lang: Lang) -> &'static [u8] {
    static SET: [OnceLock<Vec<u8>>; 2] = [OnceLock::new(), OnceLock::new()];
    SET[usize::from(lang == Lang::En)].get_or_init(|| organisation(&model(), lang))
}

fn unit_page(pack: &Pack, unit: &str, lang: Lang) -> UnitPack {
    pages::unit(pack, unit, &stamp(), lang).unwrap().unwrap()
}

fn unit(pack: &Pack, unit: &str, lang: Lang) -> Vec<u8> {
    let model = serde_json::to_string(&of_unit(pack, unit)).unwrap();
    pack::unit(&unit_page(pack, unit, lang), &about(lang, &model)).unwrap()
}

/// The text of a file without its spaces: where a line ends is not a matter of what it says.
fn text(bytes: &[u8]) -> String {
    packed(&pdf_extract::extract_text_from_mem(bytes).unwrap())
}

fn packed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && !"\u{200b}\u{2068}\u{2069}".contains(*sign)).collect()
}

/// Every word with a digit in the pages; figures aside, whose numbers are drawn.
fn numbers(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if !text.starts_with("<svg") && !text.starts_with('/') => {
            let has_digit = |word: &&str| word.chars().any(|sign| sign.is_ascii_digit());
            into.extend(text.split([' ', '\n']).filter(has_digit).map(packed));
        }
        Value::Array(all) => all.iter().for_each(|own| numbers(own, into)),
        Value::Object(all) => {
            let shown = all.iter().filter(|(key, _)| !["id", "quarter", "quarters"].contains(&key.as_str()));
            shown.for_each(|(_, own)| numbers(own, into));
        }
        _ => {}
    }
}

fn missing(page: &impl serde::Serialize, bytes: &[u8]) -> Vec<String> {
    let mut all = BTreeSet::new();
    numbers(&serde_json::to_value(page).unwrap(), &mut all);
    assert!(all.len() > 20, "{all:?}");
    let said = text(bytes);
    all.into_iter().filter(|number| !said.contains(number.as_str())).collect()
}

#[test]
fn every_number_of_the_pages_is_printed_in_both_languages() {
    let pack = model();
    for lang in LANGS {
        let none: Vec<String> = Vec::new();
        assert_eq!(missing(&organisation_page(&pack, lang), standard(lang)), none, "{lang:?}");
        for row in &pack.units {
            let page = unit_page(&pack, &row.unit, lang);
            if page.has_figures {
                assert_eq!(missing(&page, &unit(&pack, &row.unit, lang)), none, "{lang:?} {}", row.name);
            }
        }
    }
}

#[test]
fn a_number_that_is_not_printed_is_missed() {
    let pack = model();
    let mut page = organisation_page(&pack, Lang::Nb);
    page.keys[0].value = "98765".to_owned();
    assert_eq!(missing(&page, standard(Lang::Nb)), ["98765"]);
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let pack = model();
    assert_eq!(organisation(&pack, Lang::Nb), standard(Lang::Nb));
    assert_ne!(standard(Lang::Nb), standard(Lang::En));
    let unit_of = |lang| unit(&pack, &pack.units[1].unit, lang);
    assert_eq!(unit_of(Lang::En), unit_of(Lang::En));
}

/// What an entry of a dictionary leads to.
fn found<'a>(pdf: &'a Document, own: &'a Dictionary, key: &[u8]) -> &'a Object {
    let object = own.get(key).unwrap();
    pdf.dereference(object).unwrap().1
}

/// Content and relationship of the one attachment.
fn attachment(bytes: &[u8]) -> (Vec<u8>, String) {
    let pdf = Document::load_mem(bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    let [file] = found(&pdf, catalog, b"AF").as_array().unwrap().as_slice() else { panic!("one file") };
    let file = pdf.dereference(file).unwrap().1.as_dict().unwrap();
    let stream = found(&pdf, found(&pdf, file, b"EF").as_dict().unwrap(), b"F").as_stream().unwrap();
    let relationship = found(&pdf, file, b"AFRelationship").as_name().unwrap();
    let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    (content, String::from_utf8(relationship.to_vec()).unwrap())
}

#[test]
fn the_model_goes_with_the_file_and_a_units_holds_no_figure_of_others() {
    let pack = model();
    let (whole, relationship) = attachment(standard(Lang::Nb));
    assert_eq!(relationship, "Source");
    assert_eq!(serde_json::from_slice::<Pack>(&whole).unwrap(), pack);
    let child = pack.units.iter().find(|row| row.parent.is_some()).unwrap();
    let (part, _) = attachment(&unit(&pack, &child.unit, Lang::Nb));
    let part: Pack = serde_json::from_slice(&part).unwrap();
    let below: BTreeSet<&str> = pack
        .units
        .iter()
        .filter(|row| row.unit == child.unit || row.parent.as_ref() == Some(&child.unit))
        .map(|row| row.unit.as_str())
        .collect();
    assert!(!part.units.is_empty() && part.units.len() < pack.units.len());
    assert!(part.units.iter().all(|row| below.contains(row.unit.as_str())));
    assert!(part.complaints.keys().chain(part.cases.keys()).all(|unit| below.contains(unit.as_str())));
    assert!(part.matrix_4_3.is_empty());
    assert!(part.cells.iter().all(|cell| below.contains(part.places[cell.place as usize].unit.as_str())));
    // What its pages print comes from it alone.
    for lang in LANGS {
        let from_part = pages::unit(&part, &child.unit, &stamp(), lang).unwrap().unwrap();
        let from_whole = unit_page(&pack, &child.unit, lang);
        assert_eq!(from_part.tables, from_whole.tables);
        assert_eq!(from_part.below, from_whole.below);
        assert_eq!(from_part.customers, from_whole.customers);
        assert_eq!(from_part.tried, from_whole.tried);
    }
}

#[test]
fn a_file_says_what_it_is_and_a_draft_says_so_everywhere() {
    let pack = model();
    let json = serde_json::to_string(&pack).unwrap();
    for (lang, word) in [(Lang::Nb, "Kladd"), (Lang::En, "Draft")] {
        let draft = pages::organisation(&pack, &Stamp::default(), lang).unwrap().unwrap();
        let bytes = pack::organisation(&draft, &about(lang, &json)).unwrap();
        assert!(text(&bytes).contains(word), "{lang:?}");
        let pdf = Document::load_mem(&bytes).unwrap();
        let info = pdf.dereference(pdf.trailer.get(b"Info").unwrap()).unwrap().1.as_dict().unwrap();
        let title = lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap();
        assert!(title.contains(word) && title.contains("2031"), "{title}");
        let tag = found(&pdf, pdf.catalog().unwrap(), b"Lang");
        let tag = lopdf::decode_text_string(tag).unwrap();
        assert!(tag.starts_with(lang.tag()), "{tag}");
        assert!(!text(standard(lang)).contains(word));
    }
}

#[test]
fn signs_that_no_typeface_has_other_directions_and_long_names_are_set() {
    let mut pack = model();
    let names = [
        "Čáhcesuolu ŋđŧšž",
        "مقهى الميناء",
        "Kaffebar 🙂 中文",
        "Χανιά Київ Hà Nội",
        "q\u{33f}\u{301} \u{e000} \u{200d}",
        "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamten",
        "En butikk med et navn som går over flere linjer fordi noen ville ha med alt som hører til i det",
    ];
    for (row, name) in pack.units.iter_mut().zip(names.into_iter().cycle()) {
        row.name = name.to_owned();
    }
    for (place, name) in pack.places.iter_mut().zip(names.into_iter().cycle()) {
        place.name = name.to_owned();
    }
    pack.actions.extend(names.into_iter().zip(1..).map(|(name, id)| Action {
        id,
        unit: pack.units[0].unit.clone(),
        tried: format!("#eval(\"1+1\") *{name}* = $x$ <a> @b {}", "lang ".repeat(60)),
        driver: Some("strain".to_owned()),
        factor: Some("c".to_owned()),
        role: "manager".to_owned(),
        from: "2031-02-03".to_owned(),
        review_on: "2031-03-03".to_owned(),
        state: "open".to_owned(),
    }));
    for lang in LANGS {
        let said = text(&organisation(&pack, lang));
        assert!(said.contains("Čáhcesuoluŋđŧšž"), "{lang:?}");
        assert!(said.contains("Kaffebar\u{fffd}\u{fffd}\u{fffd}"), "{lang:?}");
        assert!(said.contains("ΧανιάКиївHàNội"), "{lang:?}");
        assert!(
            said.contains("#eval(\"1+1\")"),
            "a text is never a program: what somebody wrote stays what it is"
        );
    }
    for (row, lang) in pack.units.iter().zip(LANGS.into_iter().cycle()).take(names.len()) {
        assert!(!text(&unit(&pack, &row.unit, lang)).is_empty(), "{}", row.name);
    }
}
