//! Workbooks, read back by another library.

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, ExcelDateTimeType, Reader, Xlsx};
use export::{
    Book, Cell, Charts, Column, ColumnKind, ExportError, Field, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Notes,
    Sheet, Table, workbook,
};

const HOSTILE: [&str; 14] = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\n=1",
    "＝1+1",
    "=HYPERLINK(\"http://example.invalid\",\"x\")",
    "=cmd|' /C calc'!A0",
    "https://example.invalid",
    "mailto:a@example.invalid",
    "</t></si><script>&amp;",
    "{=1}",
    "2026-03-09",
];

fn table(name: &str, rows: Vec<Vec<Cell>>) -> Table {
    let columns = vec![Column::new("Team", ColumnKind::Text), Column::new("Score", ColumnKind::Number)];
    Table { name: name.to_owned(), columns, rows }
}

/// A book of these tables, and of nothing else.
fn book(tables: Vec<Table>) -> Book<'static> {
    let sheet = |(table, id): (Table, &'static str)| Sheet {
        id,
        name: table.name,
        file: id.to_owned(),
        about: String::new(),
        fields: table.columns.into_iter().map(|column| Field { id, column, width: 12 }).collect(),
        frozen: 1,
        names: Vec::new(),
        rows: Box::new(table.rows.into_iter()),
    };
    Book {
        title: "=A book".to_owned(),
        lang: "en",
        dated: "2026-03-09".to_owned(),
        header: String::new(),
        footer: "Fish & chips".to_owned(),
        notes: Notes { name: "Notes".to_owned(), lines: vec![("About".to_owned(), "=1+1".to_owned())] },
        sheets: tables.into_iter().zip(["one", "two", "three"]).map(sheet).collect(),
        charts: Charts::default(),
    }
}

fn xlsx(tables: &[Table]) -> Result<Vec<u8>, ExportError> {
    workbook(book(tables.to_vec()))
}

fn hostile_table() -> Table {
    table("Hostile", HOSTILE.iter().map(|&text| vec![text.into(), Cell::Integer(1)]).collect())
}

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// The cells of a sheet, the head included.
fn cells(workbook: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> Vec<Vec<Data>> {
    workbook.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

/// 9 March 2026 as workbooks count days.
fn ninth_of_march() -> Data {
    Data::DateTime(ExcelDateTime::new(46090.0, ExcelDateTimeType::DateTime, false))
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

#[test]
fn words_numbers_dates_and_gaps_come_back_as_what_they_were() {
    let rows = vec![
        vec!["Kjøtt & ost".into(), Cell::Number(61.5)],
        vec!["123".into(), Cell::Integer(-7)],
        vec![Cell::Date("2026-03-09".to_owned()), Cell::Date("1899-12-31 or so".to_owned())],
        vec!["end".into(), Cell::Number(-0.0)],
    ];
    let mut workbook = open(xlsx(&[table("Scores", rows)]).unwrap());
    assert_eq!(
        cells(&mut workbook, "Scores"),
        [
            [text("Team"), text("Score")],
            [text("Kjøtt & ost"), Data::Float(61.5)],
            [text("123"), Data::Float(-7.0)],
            [ninth_of_march(), text("1899-12-31 or so")],
            [text("end"), Data::Float(0.0)],
        ]
    );
}

#[test]
fn hostile_text_is_stored_as_it_is_and_no_formula_comes_of_it() {
    let mut workbook = open(xlsx(&[hostile_table()]).unwrap());
    let read: Vec<Data> =
        cells(&mut workbook, "Hostile").into_iter().skip(1).map(|row| row[0].clone()).collect();
    assert_eq!(read, HOSTILE.map(text));
    assert!(workbook.worksheet_formula("Hostile").unwrap().used_cells().next().is_none());
}

#[test]
fn a_hostile_title_is_text_too() {
    let head = Table {
        name: "=1".to_owned(),
        columns: vec![Column::new("=1+1", ColumnKind::Text), Column::new("@x", ColumnKind::Integer)],
        rows: vec![],
    };
    let mut workbook = open(xlsx(&[head]).unwrap());
    assert_eq!(workbook.sheet_names(), ["Notes", "=1"]);
    assert_eq!(cells(&mut workbook, "=1"), [[text("=1+1"), text("@x")]]);
    assert_eq!(cells(&mut workbook, "Notes")[2], [text("About"), text("=1+1")]);
    for sheet in ["Notes", "=1"] {
        assert!(workbook.worksheet_formula(sheet).unwrap().used_cells().next().is_none());
    }
}

#[test]
fn control_characters_do_not_break_the_file() {
    let rows = vec![vec!["bell \u{7} null \0 end".into(), Cell::Empty], vec!["next".into(), Cell::Empty]];
    let mut workbook = open(xlsx(&[table("Control", rows)]).unwrap());
    assert_eq!(cells(&mut workbook, "Control")[2][0], text("next"));
}

#[test]
fn the_same_tables_give_the_same_bytes_later_too() {
    let tables = [hostile_table(), table("Second", vec![vec!["a".into(), Cell::Number(0.1)]])];
    let first = xlsx(&tables).unwrap();
    // The finest time in a ZIP file or in document properties is a second, in ZIP two.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert!(first == xlsx(&tables).unwrap(), "two files of the same tables differ");
}

#[test]
fn other_data_give_other_bytes() {
    let one = table("A", vec![vec!["a".into(), Cell::Integer(1)]]);
    let two = table("A", vec![vec!["a".into(), Cell::Integer(2)]]);
    assert_ne!(xlsx(&[one]).unwrap(), xlsx(&[two]).unwrap());
}

#[test]
fn several_tables_become_sheets_with_names_of_their_own() {
    let tables = ["Uke 1/2", "uke 1/2", ""].map(|name| table(name, vec![]));
    assert_eq!(open(xlsx(&tables).unwrap()).sheet_names(), ["Notes", "Uke 1 2", "uke 1 2 (2)", "Sheet"]);
}

#[test]
fn whole_numbers_keep_all_their_digits() {
    let exact = 1_i64 << 53;
    let rows = [exact, -exact, exact + 1, i64::MIN].map(|number| vec![Cell::Integer(number), Cell::Empty]);
    let mut workbook = open(xlsx(&[table("Digits", rows.to_vec())]).unwrap());
    let read: Vec<Data> =
        cells(&mut workbook, "Digits").into_iter().skip(1).map(|row| row[0].clone()).collect();
    assert_eq!(
        read,
        [
            Data::Float(9_007_199_254_740_992.0),
            Data::Float(-9_007_199_254_740_992.0),
            text("9007199254740993"),
            text("-9223372036854775808"),
        ]
    );
}

#[test]
fn numbers_that_are_none_are_refused_with_their_place() {
    for wrong in [f64::NAN, f64::INFINITY] {
        let rows = vec![vec!["a".into(), Cell::Number(1.0)], vec!["b".into(), Cell::Number(wrong)]];
        let error = xlsx(&[table("A", rows)]).unwrap_err();
        assert!(matches!(error, ExportError::NotANumber { row: 2, column: 2 }), "{error}");
    }
}

#[test]
fn ragged_rows_are_refused() {
    let error = xlsx(&[table("A", vec![vec![Cell::Empty]])]).unwrap_err();
    assert!(matches!(error, ExportError::RaggedRow { row: 1, cells: 1, columns: 2 }), "{error}");
}

#[test]
fn the_limits_of_a_sheet_are_errors_and_not_cuts() {
    let one_column = |rows: usize| {
        let columns = vec![Column::new("A", ColumnKind::Text)];
        let mut book = book(vec![Table { name: "A".to_owned(), columns, rows: vec![] }]);
        book.sheets[0].rows = Box::new(std::iter::repeat_n(vec![Cell::Empty], rows));
        workbook(book)
    };
    let error = one_column(MAX_ROWS).unwrap_err();
    assert!(matches!(error, ExportError::TooManyRows { rows } if rows == MAX_ROWS + 1), "{error}");
    assert!(one_column(MAX_ROWS - 1).is_ok());

    let wide = |columns: usize| Table {
        name: "A".to_owned(),
        columns: vec![Column::new("", ColumnKind::Text); columns],
        rows: vec![],
    };
    let error = xlsx(&[wide(MAX_COLUMNS + 1)]).unwrap_err();
    assert!(
        matches!(error, ExportError::TooManyColumns { columns } if columns == MAX_COLUMNS + 1),
        "{error}"
    );
    assert!(xlsx(&[wide(MAX_COLUMNS)]).is_ok());
}

#[test]
fn a_text_too_long_for_a_cell_is_refused_with_its_place() {
    let fits = table("A", vec![vec!["a".repeat(MAX_TEXT).into(), Cell::Empty]]);
    assert!(xlsx(&[fits]).is_ok());
    let too_long = table("A", vec![vec![Cell::Empty, "a".repeat(MAX_TEXT + 1).into()]]);
    let error = xlsx(&[too_long]).unwrap_err();
    assert!(matches!(error, ExportError::TextTooLong { row: 1, column: 2 }), "{error}");
}

#[test]
fn whole_percent_and_rounded_numbers_come_back_as_they_were_printed() {
    let columns = vec![
        Column::new("Share", ColumnKind::Percent),
        Column::new("Rate", ColumnKind::Number),
        Column::new("Change", ColumnKind::Change),
    ];
    let rows = vec![
        vec![Cell::Percent(-7), Cell::Decimal { digits: 230, scale: 1 }, Cell::Integer(-4)],
        vec![Cell::Percent(100), Cell::Decimal { digits: -5, scale: 2 }, Cell::Empty],
    ];
    let mut workbook = open(xlsx(&[Table { name: "A".to_owned(), columns, rows }]).unwrap());
    let read = cells(&mut workbook, "A");
    assert_eq!(read[1], [Data::Float(-0.07), Data::Float(23.0), Data::Float(-4.0)]);
    assert_eq!(read[2], [Data::Float(1.0), Data::Float(-0.05), Data::Empty]);
}

#[test]
fn errors_say_where_to_look() {
    let told = [
        ExportError::RaggedRow { row: 4, cells: 1, columns: 2 },
        ExportError::NotANumber { row: 3, column: 2 },
        ExportError::TooManyRows { rows: 2_000_000 },
        ExportError::TextTooLong { row: 0, column: 9 },
    ]
    .map(|error| error.to_string());
    assert_eq!(
        told,
        [
            "row 4 has 1 cells for 2 columns",
            "the number in row 3, column 2 is not finite",
            "2000000 rows, a sheet holds 1048576",
            "the text in row 0, column 9 is longer than 32767 characters",
        ]
    );
}
