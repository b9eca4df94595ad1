//! Workbooks as spreadsheet programs and others write them.

use std::io::Write;

use crate::common::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use tables::{Kind, Limits, Request};
use zip::write::SimpleFileOptions;

const FUNNEL: [(&str, Kind); 3] = [("enhet", Kind::Name), ("klager", VALUE), ("kontakter", Kind::Count)];

fn workbook(write: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    write(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

fn table(sheet: &mut Worksheet, first: u32, units: &[(&str, f64, f64)]) {
    for (column, head) in ["enhet", "klager", "kontakter"].into_iter().enumerate() {
        sheet.write(first, column as u16, head).unwrap();
    }
    for (row, (unit, complaints, contacts)) in units.iter().enumerate() {
        let row = first + 1 + row as u32;
        sheet.write(row, 0, *unit).unwrap();
        sheet.write(row, 1, *complaints).unwrap();
        sheet.write(row, 2, *contacts).unwrap();
    }
}

#[test]
fn numbers_of_a_workbook_have_one_reading_whatever_they_look_like() {
    let bytes = workbook(|book| table(book.add_worksheet(), 0, &[("Ås", 1.234, 1234.0), ("Øst", 0.5, 12.0)]));
    let found = rows(&bytes, ask(&FUNNEL));
    assert_eq!(found, [["2", "Ås", "1.234", "1234"], ["3", "Øst", "0.5", "12"]]);
    let mixed = workbook(|book| {
        let sheet = book.add_worksheet();
        table(sheet, 0, &[("Ås", 1.0, 2000.5), ("Øst", 2.0, 3.0)]);
        sheet.write(2, 2, "1\u{a0}234,5").unwrap();
    });
    assert_eq!(column(&mixed, ask(&FUNNEL), 2), ["2000.5", "1234.5"]);
}

#[test]
fn dates_of_a_workbook_are_dates_and_first_days_are_months() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        let format = Format::new().set_num_format("dd.mm.yyyy");
        for (column, head) in ["month", "y"].into_iter().enumerate() {
            sheet.write(0, column as u16, head).unwrap();
        }
        for month in 1..=9_u8 {
            let date = ExcelDateTime::from_ymd(2025, 10 - month, 1).unwrap();
            sheet.write_with_format(u32::from(month), 0, &date, &format).unwrap();
            sheet.write(u32::from(month), 1, month).unwrap();
        }
    });
    let months = column(&bytes, ask(&[("month", LABEL), ("y", VALUE)]), 0);
    assert_eq!((months[0].as_str(), months[8].as_str()), ("2025-09", "2025-01"));
}

#[test]
fn a_formula_gives_its_value_and_one_without_a_value_is_told() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        table(sheet, 0, &[("Ås", 1.0, 2.0), ("Øst", 2.0, 3.0)]);
        sheet.write(1, 1, Formula::new("=3+4").set_result("7")).unwrap();
    });
    assert_eq!(column(&bytes, ask(&FUNNEL), 1), ["7", "2"]);
    let sheet = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>enhet</t></is></c>\
                 <c r=\"B1\" t=\"inlineStr\"><is><t>klager</t></is></c></row>\
                 <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A</t></is></c><c r=\"B2\"><f>SUM(B3:B9)</f></c></row>";
    let line = refused(&by_hand(sheet, &[]), ask(&FUNNEL[..2]));
    assert!(line.contains("row 2, column \"klager\": \"=SUM(B3:B9)\" is a formula whose value"), "{line}");
}

#[test]
fn an_error_of_the_spreadsheet_is_no_number() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        table(sheet, 0, &[("Ås", 1.0, 2.0), ("Øst", 2.0, 3.0)]);
        sheet.write(1, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    });
    assert!(
        refused(&bytes, ask(&FUNNEL))
            .contains("row 2, column \"klager\": \"#DIV/0!\" is an error of the spreadsheet")
    );
}

#[test]
fn the_first_visible_sheet_is_read_and_the_others_are_said() {
    let bytes = workbook(|book| {
        let hidden = book.add_worksheet().set_name("Gammelt").unwrap();
        table(hidden, 0, &[("X", 1.0, 2.0)]);
        hidden.set_hidden(true);
        let shown = book.add_worksheet().set_name("Klager").unwrap();
        table(shown, 0, &[("Ås", 1.0, 2.0)]);
        shown.set_active(true);
        table(book.add_worksheet().set_name("Fjor").unwrap(), 0, &[("Y", 3.0, 4.0)]);
    });
    assert_eq!(column(&bytes, ask(&FUNNEL), 0), ["Ås"]);
    let text = said(&bytes, ask(&FUNNEL));
    assert!(
        text.contains("sheet \"Klager\"; not read: \"Fjor\"; hidden and not read: \"Gammelt\""),
        "{text}"
    );
    let choose = |name: &str| Request { sheet: Some(name.to_owned()), ..ask(&FUNNEL) };
    assert_eq!(column(&bytes, choose("fjor"), 0), ["Y"]);
    assert!(refused(&bytes, choose("2023")).contains("there is no such sheet; the sheets are Klager, Fjor"));
    assert!(refused(b"enhet,klager,kontakter\nA,1,2\n", choose("Fjor")).contains("this is no workbook"));
}

#[test]
fn titles_and_merged_heads_of_a_workbook_are_seen() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "Klager og kontakter").unwrap();
        table(sheet, 3, &[("Ås", 1.0, 2.0)]);
    });
    assert_eq!(rows(&bytes, ask(&FUNNEL)), [["5", "Ås", "1", "2"]]);
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        let plain = Format::new();
        sheet.merge_range(0, 0, 1, 0, "enhet", &plain).unwrap();
        sheet.merge_range(0, 1, 0, 2, "2024", &plain).unwrap();
        sheet.merge_range(0, 3, 0, 4, "2025", &plain).unwrap();
        for column in [1, 3] {
            sheet.write(1, column, "klager").unwrap();
            sheet.write(1, column + 1, "kontakter").unwrap();
        }
        for (column, value) in [1.0, 10.0, 2.0, 20.0].into_iter().enumerate() {
            sheet.write(2, column as u16 + 1, value).unwrap();
        }
        sheet.write(2, 0, "Ås").unwrap();
    });
    let wanted = [("enhet", Kind::Name), ("2025 klager", VALUE), ("2025 kontakter", Kind::Count)];
    assert_eq!(rows(&bytes, ask(&wanted)), [["3", "Ås", "2", "20"]]);
    assert!(said(&bytes, ask(&wanted)).contains("merged cells"));
    assert!(refused(&bytes, ask(&[("klager", VALUE)])).contains("column \"klager\" occurs twice"));
}

#[test]
fn cells_merged_over_several_rows_name_their_unit_in_each() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        table(sheet, 0, &[("Ås", 1.0, 2.0), ("", 3.0, 4.0), ("Øst", 5.0, 6.0)]);
        sheet.merge_range(1, 0, 2, 0, "Ås", &Format::new()).unwrap();
    });
    assert_eq!(column(&bytes, ask(&FUNNEL), 0), ["Ås", "Ås", "Øst"]);
}

#[test]
fn other_workbooks_macros_and_broken_ones_are_refused() {
    assert!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ask(&FUNNEL)).contains("old workbook"));
    assert!(refused(&by_hand("", &[("xl/vbaProject.bin", b"x")]), ask(&FUNNEL)).contains("macros"));
    assert!(refused(&by_hand("", &[("content.xml", b"x")]), ask(&FUNNEL)).contains("no .xlsx"));
    assert!(refused(&by_hand("", &[("xl/workbook.bin", b"x")]), ask(&FUNNEL)).contains("no .xlsx"));
    assert!(refused(b"PK\x03\x04nothing", ask(&FUNNEL)).contains("broken"));
    assert!(refused(&by_hand("<row r=\"1\"><c r=\"A1\"><v>1</v>", &[]), ask(&FUNNEL)).contains("broken"));
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_read() {
    let limits = Limits { unpacked_bytes: 4 << 20, ..Limits::default() };
    let zeros = vec![b' '; 8 << 20];
    let bomb = by_hand("", &[("xl/media/a.bin", &zeros)]);
    assert!(bomb.len() < 100_000);
    let line = refused(&bomb, Request { limits, ..ask(&FUNNEL) });
    assert!(line.contains("more than 4 MB when unpacked"), "{line}");
    let limits = Limits { workbook_bytes: 1000, ..Limits::default() };
    let large = workbook(|book| table(book.add_worksheet(), 0, &[("Ås", 1.0, 2.0)]));
    assert!(refused(&large, Request { limits, ..ask(&FUNNEL) }).contains("when unpacked"));
    // One long text, pointed at from many cells, is large in memory only.
    let limits = Limits { cells: 100, ..Limits::default() };
    let cells: String =
        (1..=200).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>")).collect();
    assert!(refused(&by_hand(&cells, &[]), Request { limits, ..ask(&FUNNEL) }).contains("when unpacked"));
}

#[test]
fn a_cell_far_to_the_right_took_hundreds_of_empty_ones_with_it_in_every_row() {
    let row = |row: u32| format!("<row r=\"{row}\"><c r=\"ZX{row}\"><v>1</v></c></row>");
    let head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>enhet</t></is></c></row>";
    let far = |rows: u32| format!("{head}{}", (2..rows).map(row).collect::<String>());
    // 20 bytes a row are enough, where 700 empty cells were 17 kB.
    let limits = Limits { kept_bytes: 20 * 1000, ..Limits::default() };
    let request = Request { limits, ..ask(&FUNNEL[..1]) };
    assert!(
        refused(&by_hand(&far(1000), &[]), request).contains("row 2: has 700 cells where the head has 1")
    );
    let wide = format!("{head}<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>");
    assert!(refused(&by_hand(&wide, &[]), ask(&FUNNEL[..1])).contains("row 2: has more than 200 columns"));
    let limits = Limits { kept_bytes: 5000, ..Limits::default() };
    let many: String =
        (1..1000).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>")).collect();
    assert!(refused(&by_hand(&many, &[]), Request { limits, ..ask(&FUNNEL[..1]) }).contains("when unpacked"));
}

#[test]
fn millions_of_shared_texts_in_a_small_file_took_all_memory() {
    let texts = |head: &str, text: &str, often: usize| {
        by_hand(
            "",
            &[("xl/sharedStrings.xml", format!("<sst {head}>{}</sst>", text.repeat(often)).as_bytes())],
        )
    };
    let many = texts("", "<si><t>a</t></si>", 1_000_000);
    assert!(many.len() < 1 << 20);
    assert!(refused(&many, ask(&FUNNEL)).contains("more than 64 MB when unpacked"));
    // Places are made room for by what the file says of itself, which is not believed either.
    let said = texts("uniqueCount=\"99999999999\"", "", 1);
    assert!(refused(&said, ask(&FUNNEL)).contains("more than 64 MB when unpacked"));
    let long = texts("", &format!("<si><t>{}</t></si>", "a".repeat(2 << 20)), 1);
    assert!(refused(&long, ask(&FUNNEL)).contains("when unpacked"));
    let runs =
        texts("", &format!("<si>{}</si>", "<r><t>aaaaaaaaaaaaaaaaaaaaaaaaaaa</t></r>".repeat(40_000)), 1);
    assert!(refused(&runs, ask(&FUNNEL)).contains("when unpacked"));
    let styles = format!(
        "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"{}\"/></numFmts><cellXfs>{}</cellXfs></styleSheet>",
        "0".repeat(10_000),
        "<xf numFmtId=\"200\"/>".repeat(10_000)
    );
    let styles = by_hand("", &[("xl/styles.xml", styles.as_bytes())]);
    assert!(refused(&styles, ask(&FUNNEL)).contains("when unpacked"));
    let formula = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>enhet</t></is></c></row>\
        <row r=\"2\"><c r=\"A2\"><f t=\"shared\" ref=\"A2:A9\" si=\"99999999999\">1</f><v>1</v></c></row>";
    assert_eq!(column(&by_hand(formula, &[]), ask(&FUNNEL[..1]), 0), ["1"]);
}

#[test]
fn more_units_than_anybody_has_are_refused_before_they_fill_the_memory() {
    let text: String = (0..300_000).map(|unit| format!("{unit:x},1,2\n")).collect();
    let text = format!("enhet,klager,kontakter\n{text}");
    assert!(refused(text.as_bytes(), ask(&FUNNEL)).contains("row 200002: names more units than"));
    let request = Request { totals: tables::Totals::Keep, ..ask(&FUNNEL) };
    assert!(refused(text.as_bytes(), request).contains("row 200002: names more units than"));
}

/// Three rows whose figures are `<f>1+2</f>` and the value given, in a file that is computed when opened.
fn computed_later(values: [&str; 3]) -> Vec<u8> {
    let row = |(place, value): (usize, &&str)| {
        let row = place + 2;
        format!(
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>U{row}</t></is></c><c r=\"B{row}\"><f>1+2</f>{value}</c></row>"
        )
    };
    let head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>enhet</t></is></c>\
                <c r=\"B1\" t=\"inlineStr\"><is><t>klager</t></is></c></row>";
    let rows: String = values.iter().enumerate().map(row).collect();
    by_hand(
        &format!("{head}{rows}"),
        &[("xl/later.xml", b"<x><calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/></x>")],
    )
}

#[test]
fn zeros_of_a_program_that_never_computes_were_taken_for_figures() {
    let line = refused(&computed_later(["<v>0</v>"; 3]), ask(&FUNNEL[..2]));
    assert!(line.contains("row 2, column \"klager\": \"=1+2\" is a formula whose value"), "{line}");
    assert_eq!(column(&computed_later(["<v>3</v>"; 3]), ask(&FUNNEL[..2]), 1), ["3", "3", "3"]);
}

#[test]
fn a_formula_without_its_value_was_the_name_of_a_unit() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>enhet</t></is></c></row>\
                <row r=\"2\"><c r=\"A2\"><f>Ark2!A2</f></c></row>";
    for kind in [Kind::Name, LABEL] {
        let line = refused(&by_hand(rows, &[]), ask(&[("enhet", kind)]));
        assert!(line.contains("row 2, column \"enhet\": \"=Ark2!A2\" is a formula whose value"), "{line}");
    }
}

#[test]
fn an_empty_text_that_a_formula_gave_was_called_a_value_the_file_lacks() {
    let found = column(&computed_later(["<v>3</v>", "<v></v>", "<v>4</v>"]), ask(&FUNNEL[..2]), 1);
    assert_eq!(found, ["3", "–", "4"]);
    // Where no formula has one, nothing was computed.
    for values in [["<v></v>"; 3], ["<v/>"; 3], ["<v>1</v>", "", "<v>2</v>"]] {
        assert!(refused(&computed_later(values), ask(&FUNNEL[..2])).contains("is a formula whose value"));
    }
}

#[test]
fn rows_that_a_filter_hides_were_read_without_a_word() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        table(sheet, 0, &[("Ås", 1.0, 2.0), ("Øst", 2.0, 3.0), ("Ær", 2.0, 3.0)]);
        sheet.set_row_hidden(2).unwrap();
        sheet.set_row_hidden(3).unwrap();
    });
    assert_eq!(column(&bytes, ask(&FUNNEL), 0), ["Ås", "Øst", "Ær"]);
    let text = said(&bytes, ask(&FUNNEL));
    assert!(text.contains("rows that the sheet does not show, by a filter or by hand: 2;"), "{text}");
    assert!(!said(&data("workbook.xlsx"), ask(&[])).contains("does not show"));
}

#[test]
fn macros_outside_their_usual_part_were_not_seen() {
    for part in
        ["xl/macrosheets/sheet1.xml", "xl/macros/other.bin", "XL\\VBAProject.bin", "vbaProjectSignature.bin"]
    {
        assert!(refused(&by_hand("", &[(part, b"x")]), ask(&FUNNEL)).contains("macros"), "{part}");
    }
    let mut bytes = by_hand("", &[]);
    let kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    let types = format!("<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}\"/></Types>");
    let mut zip = zip::ZipWriter::new_append(std::io::Cursor::new(&mut bytes)).unwrap();
    zip.start_file("[content_types].xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(types.as_bytes()).unwrap();
    zip.finish().unwrap();
    assert!(refused(&bytes, ask(&FUNNEL)).contains("macros"));
}

/// A workbook with one sheet of the rows given, and other parts.
fn by_hand(rows: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let to = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{relations}\"><Relationship Id=\"r1\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned();
    let own = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", to("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", to("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let own = own.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (name, bytes) in own.chain(parts.iter().copied()) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
