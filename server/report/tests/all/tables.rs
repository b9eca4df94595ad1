//! Workbook and CSV files, read back by other libraries into the same tables.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use calamine::{Data, Reader, Xlsx};
use domain::{Lang, insight::pack::Pack};
use export::{archive, workbook};
use report::review::{
    Input, file,
    tables::{Edition, Form, book, dialect},
};
use serde_json::Value;

/// The shared quarter.
pub(crate) const QUARTER: &str = include_str!("../data/quarter.json");
pub(crate) const LANGS: [Lang; 2] = [Lang::Nb, Lang::En];
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

/// A value as read back.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Held {
    /// An empty cell.
    Nothing,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(String),
}

/// A table by the stable names of its columns.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) titles: Vec<String>,
    pub(crate) rows: Vec<BTreeMap<String, Held>>,
}

pub(crate) type Tables = BTreeMap<String, Table>;

pub(crate) fn input() -> Input {
    file::read(QUARTER).unwrap()
}

/// The tables of both files.
pub(crate) fn of_both(pack: &Pack, lang: Lang) -> [(&'static str, Tables); 2] {
    let csv = from_csv(&csv_files(pack, &edition(), lang));
    let workbook = from_xlsx(&xlsx(pack, &edition(), lang), &csv, &PERCENT);
    [("csv", csv), ("xlsx", workbook)]
}

pub(crate) fn edition() -> Edition {
    Edition {
        version: Some(2),
        approved_on: Some("2031-07-14".to_owned()),
        id: "G-7K2M-4XQD".to_owned(),
        look_up: "trivsel.example/e".to_owned(),
    }
}

pub(crate) fn csv_files(pack: &Pack, edition: &Edition, lang: Lang) -> Vec<u8> {
    let book = book(pack, edition, Form::Archive, lang);
    archive(book, dialect(lang), Cursor::new(Vec::new())).unwrap().into_inner()
}

pub(crate) fn xlsx(pack: &Pack, edition: &Edition, lang: Lang) -> Vec<u8> {
    workbook(book(pack, edition, Form::Workbook, lang)).unwrap()
}

/// Every file of an archive by name, in order.
pub(crate) fn entries(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|place| {
            let mut entry = zip.by_index(place).unwrap();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            (entry.name().unwrap().into_owned(), content)
        })
        .collect()
}

pub(crate) fn text_of(bytes: &[u8], name: &str) -> String {
    let (_, content) = entries(bytes).into_iter().find(|(own, _)| own == name).unwrap();
    String::from_utf8(content).unwrap()
}

/// Tables of CSV files, read by what their metadata say alone.
pub(crate) fn from_csv(bytes: &[u8]) -> Tables {
    let metadata: Value = serde_json::from_str(&text_of(bytes, "csvw-metadata.json")).unwrap();
    let delimiter = metadata["dialect"]["delimiter"].as_str().unwrap().as_bytes()[0];
    let mut tables = Tables::new();
    for (place, table) in metadata["tables"].as_array().unwrap().iter().enumerate() {
        let content = text_of(bytes, table["url"].as_str().unwrap());
        let content = content.strip_prefix('\u{feff}').unwrap();
        assert!(content.ends_with("\r\n") && !content.replace("\r\n", "").contains('\n'));
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(content.as_bytes());
        let titles: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let columns = table["tableSchema"]["columns"].as_array().unwrap();
        assert!(
            columns.iter().map(|own| own["titles"].as_str().unwrap()).eq(titles.iter().map(String::as_str))
        );
        let rows = reader.records().map(|record| {
            let record = record.unwrap();
            let of = |(column, written): (&Value, &str)| {
                (column["name"].as_str().unwrap().to_owned(), value(column, written))
            };
            columns.iter().zip(record.iter()).map(of).collect()
        });
        tables.insert(SHEETS[place].to_owned(), Table { rows: rows.collect(), titles });
    }
    tables
}

fn value(column: &Value, written: &str) -> Held {
    let datatype = &column["datatype"];
    if written.is_empty() {
        return Held::Nothing;
    }
    match datatype["base"].as_str().or(datatype.as_str()).unwrap() {
        "string" => Held::Text(export::unguarded(written).to_owned()),
        "date" => Held::Day(written.to_owned()),
        "integer" => Held::Number(written.parse::<i64>().unwrap() as f64),
        _ => {
            let decimal = datatype["format"]["decimalChar"].as_str().unwrap();
            assert!(decimal == "." || !written.contains('.'), "{written}");
            Held::Number(written.replace(decimal, ".").parse().unwrap())
        }
    }
}

/// Tables in their order.
pub(crate) const SHEETS: [&str; 9] =
    ["overview", "quarter", "rounds", "complaints", "cases", "actions", "act_4_3", "hidden", "words"];

/// Tables of a workbook. What columns are called is taken from CSV files of the same language.
pub(crate) fn from_xlsx(bytes: &[u8], like: &Tables, percent: &[&str]) -> Tables {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let names: Vec<String> =
        book.sheet_names().into_iter().filter(|name| !NOT_TABLES.contains(&name.as_str())).collect();
    assert_eq!(names.len(), SHEETS.len(), "{names:?}");
    let ids = ids_of(like);
    let mut tables = Tables::new();
    for (name, id) in names.iter().zip(SHEETS) {
        let range = book.worksheet_range(name).unwrap();
        assert!(book.worksheet_formula(name).unwrap().used_cells().next().is_none());
        let mut rows = range.rows();
        let titles: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(titles, like[id].titles, "{name}");
        let read = rows.map(|row| {
            let of = |(column, cell): (&String, &Data)| {
                let value = match cell {
                    Data::Empty => Held::Nothing,
                    Data::Float(number) if percent.contains(&column.as_str()) => {
                        Held::Number((number * 100.0).round())
                    }
                    Data::Float(number) => Held::Number(*number),
                    Data::DateTime(day) => Held::Day(day.as_datetime().unwrap().date().to_string()),
                    Data::String(text) => Held::Text(text.clone()),
                    other => panic!("{other:?}"),
                };
                (column.clone(), value)
            };
            ids[id].iter().zip(row).map(of).collect()
        });
        let rows = read.filter(|row: &BTreeMap<_, _>| row.values().any(|cell| *cell != Held::Nothing));
        tables.insert(id.to_owned(), Table { rows: rows.collect(), titles });
    }
    tables
}

const NOT_TABLES: [&str; 4] = ["Read me", "Les meg", "Charts", "Diagrammer"];

/// Stable names of columns, in order: the words say them.
fn ids_of(like: &Tables) -> BTreeMap<String, Vec<String>> {
    let words = &like["words"];
    let mut ids: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut names: Vec<String> = Vec::new();
    for row in &words.rows {
        let (Held::Text(table), Held::Text(name)) = (&row["table"], &row["name"]) else { continue };
        if !names.contains(table) {
            names.push(table.clone());
        }
        ids.entry(SHEETS[names.len() - 1].to_owned()).or_default().push(name.clone());
    }
    let own = ["table", "column_title", "name", "means", "form"];
    ids.insert("words".to_owned(), own.map(str::to_owned).into());
    ids
}
