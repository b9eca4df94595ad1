//! Encodings, separators, line ends, quotes and sizes: what a file can be made of.

use std::io::Read;

use crate::common::*;
use tables::{Bytes, Encoding, Kind, Limits, LineEnd, Source, Table, encode};

const COLUMNS: [(&str, Kind); 3] = [("enhet", Kind::Name), ("y", VALUE), ("n", Kind::Count)];

#[test]
fn the_same_table_in_every_encoding_and_line_end_is_the_same_table() {
    let text = "enhet;y;n\n\"Ås; \"\"sentrum\"\"\";1,5;10\nØst-Ærø;2;20\n";
    for (place, bytes) in every_way(text).into_iter().enumerate() {
        let (table, found) = read(&bytes, ask(&COLUMNS)).unwrap();
        assert_eq!(found, [["2", "Ås; \"sentrum\"", "1.5", "10"], ["3", "Øst-Ærø", "2", "20"]]);
        assert_eq!(table.understood().encoding, Some(ENCODINGS[place / 3]));
        assert_eq!(table.understood().line_ends, Some([LineEnd::Lf, LineEnd::CrLf, LineEnd::Cr][place % 3]));
        assert_eq!(table.understood().separator.unwrap().character, ';');
    }
}

#[test]
fn bytes_of_no_encoding_and_of_two_are_refused_with_their_row() {
    let wrong = |row: &[u8]| [b"enhet;y;n\nA;1;2\n".as_slice(), row, b";1;2\n"].concat();
    assert!(refused(&wrong(b"\x81"), ask(&COLUMNS)).contains("row 3: has characters that neither"));
    let mixed =
        [encode("enhet;y;n\nÅs;1;2\n", Encoding::Utf8), encode("Øst;1;2\n", Encoding::Windows1252)].concat();
    assert!(refused(&mixed, ask(&COLUMNS)).contains("row 3: is not UTF-8, and row 2 is"));
    assert!(refused(&wrong(b"a\0b"), ask(&COLUMNS)).contains("row 3: is not text"));
    let half = encode("enhet;y;n\nÅs;1;2\n", Encoding::Utf16Le);
    assert!(refused(&half[..half.len() - 1], ask(&COLUMNS)).contains("has characters that neither"));
    let unmarked = &encode("enhet;y;n\nÅs;1;2\n", Encoding::Utf16Le)[2..];
    assert!(refused(unmarked, ask(&COLUMNS)).contains("is not text"));
}

#[test]
fn one_byte_of_windows_1252_at_the_end_of_a_long_file_is_seen() {
    let mut text = String::from("enhet;y;n\n");
    for row in 0..50_000 {
        text.push_str(&format!("Shop {};{row};20\n", row % 9));
    }
    let mut bytes = text.into_bytes();
    bytes.extend_from_slice(b"\xd8st;1;2");
    let (table, found) = read(&bytes, ask(&COLUMNS)).unwrap();
    assert_eq!(table.understood().encoding, Some(Encoding::Windows1252));
    assert_eq!(found[50_000], ["50002", "Øst", "1", "2"]);
}

#[test]
fn a_character_cut_by_a_buffer_is_whole() {
    for shift in 0..2 {
        for encoding in ENCODINGS {
            let text = format!("enhet;y;n\n{}{};1;2\n", "x".repeat(shift), "øå".repeat(34_000));
            let found = rows(&encode(&text, encoding), ask(&COLUMNS));
            assert_eq!(found[0][1].chars().count(), shift + 68_000);
        }
    }
}

#[test]
fn a_separator_that_two_could_be_is_asked_for() {
    let text = "enhet;y,n\nA;1,5\nB;2,7\n";
    let line = refused(text.as_bytes(), tables::Request::default());
    assert!(line.contains("comma and semicolon part the rows alike"), "{line}");
    let request = tables::Request { separator: Some(b';'), ..ask(&[("enhet", Kind::Name)]) };
    assert_eq!(rows(text.as_bytes(), request).len(), 2);
    // The columns asked for tell.
    assert_eq!(column(text.as_bytes(), ask(&[("enhet", Kind::Name), ("y,n", VALUE)]), 1), ["1.5", "2.7"]);
    for (name, byte) in [("tab", b'\t'), (";", b';'), ("Semikolon", b';'), ("|", b'|')] {
        assert_eq!(tables::parse_separator(name), Ok(byte));
    }
    assert!(tables::parse_separator("ab").is_err() && tables::parse_separator("x").is_err());
}

#[test]
fn decimal_commas_do_not_part_cells_of_a_file_with_semicolons() {
    let text = "enhet;y;n\nA;1,5;2,5\nB;2,7;3,5\nC;2,7;3,5\n";
    for bytes in every_way(text) {
        assert_eq!(column(&bytes, ask(&COLUMNS), 2), ["2.5", "3.5", "3.5"]);
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_swallows_no_rows() {
    for text in ["enhet;y;n\nA;1;2\n\"B;3;4\nC;5;6\n", "enhet;y;n\nA;1;2\n\"B;3;4", "enhet;y;n\nA;1;\""] {
        for bytes in every_way(text) {
            let line = refused(&bytes, ask(&COLUMNS));
            assert!(line.contains("quotation mark that begins a cell is never closed"), "{line}");
        }
    }
    let inside = "enhet;y;n\n5\" rør;1;2\nB \"x\";3;4\n";
    assert_eq!(column(inside.as_bytes(), ask(&COLUMNS), 0), ["5\" rør", "B \"x\""]);
}

#[test]
fn a_column_of_one_name_with_another_is_refused_only_when_it_is_asked_for() {
    let text = "enhet,y,n,x,X \nA,1,2,3,4\n";
    assert_eq!(rows(text.as_bytes(), ask(&COLUMNS)).len(), 1);
    assert_eq!(column(text.as_bytes(), ask(&[("x", VALUE)]), 0), ["3"]);
    let text = "enhet,y,n,x,x\nA,1,2,3,4\n";
    assert!(refused(text.as_bytes(), ask(&[("x", VALUE)])).contains("row 1: column \"x\" occurs twice"));
    let text = " ENHET ,Y,N\nA,1,2\n";
    assert_eq!(rows(text.as_bytes(), ask(&COLUMNS)).len(), 1);
    assert!(
        refused(text.as_bytes(), ask(&[("z", VALUE)]))
            .contains("there is no column \"z\"; the columns are ENHET, Y, N")
    );
}

#[test]
fn rows_of_another_width_are_named() {
    for (text, expected) in [
        ("enhet,y,n\nA,1,2\nB,1\nC,1,2\n", "row 3: has 2 cells where the head has 3"),
        ("enhet,y,n\nA,1,2,3\n", "row 2: has 4 cells where the head has 3"),
    ] {
        for bytes in every_way(text) {
            assert!(refused(&bytes, ask(&COLUMNS)).contains(expected));
        }
    }
    assert_eq!(rows(b"enhet,y,n,,\nA,1,2,,\n,,,,\n,,,,\n", ask(&COLUMNS)).len(), 1);
}

#[test]
fn files_without_a_table_are_refused() {
    for (bytes, expected) in [
        (&b""[..], "the file is empty"),
        (b"\n\n\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"enhet,y,n\n", "there are no rows below the head"),
        (b"enhet,y,n\n,,\n", "there are no rows below the head"),
        (b"sep=;\n", "the file is empty"),
    ] {
        let line = refused(bytes, ask(&COLUMNS));
        assert!(line.contains(expected), "{line}");
    }
}

/// A file of any size that takes no room: a beginning, then the same portion again and again, then an end.
struct Endless {
    start: &'static [u8],
    portion: Vec<u8>,
    times: u64,
    end: &'static [u8],
}

impl Source for Endless {
    fn open(&self) -> std::io::Result<Box<dyn Read + Send + '_>> {
        let middle = (0..self.times).map(|_| self.portion.as_slice());
        Ok(Box::new(self.start.chain(Portions { portions: Box::new(middle), now: &[] }).chain(self.end)))
    }
}

struct Portions<'a> {
    portions: Box<dyn Iterator<Item = &'a [u8]> + Send + 'a>,
    now: &'a [u8],
}

impl Read for Portions<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.now.is_empty() {
            self.now = self.portions.next().unwrap_or_default();
        }
        self.now.read(buffer)
    }
}

#[test]
fn a_gigabyte_of_one_line_is_refused_after_its_first_megabyte() {
    for (start, portion, times) in [
        (&b"enhet,y,n\n"[..], &b"x"[..], 1 << 15),
        (b"", b"x,", 1 << 14),
        (b"", b",", 1 << 15),
        // An open quotation mark makes one row of many lines.
        (b"enhet,y,n\n\"", b"a\n", 1 << 6),
    ] {
        let portion = portion.repeat(1 << 15);
        let source = Endless { start, portion, times, end: b"" };
        let problem = Table::survey(&source, ask(&COLUMNS)).unwrap_err();
        let line = line(&problem);
        assert!(line.contains("is longer than 1 MB") || line.contains("columns"), "{line}");
    }
}

#[test]
fn the_bad_row_at_the_end_of_many_is_told_with_its_row() {
    let source = Endless {
        start: b"enhet;y;n\n",
        portion: b"Shop 1;1,5;20\n".repeat(1000),
        times: 60,
        end: b"Shop 2;none of these;20\n",
    };
    let problem = Table::survey(&source, ask(&COLUMNS)).unwrap_err();
    assert_eq!(line(&problem), "file, row 60002, column \"y\": \"none of these\" is not a number");
    let limits = Limits { rows: 1000, ..Limits::default() };
    let problem = Table::survey(&source, tables::Request { limits, ..ask(&COLUMNS) }).unwrap_err();
    assert!(line(&problem).contains("row 1002: is one too many"));
}

#[test]
fn too_many_columns_and_too_long_heads_are_refused_at_once() {
    let wide: Vec<String> = (0..100_000).map(|column| format!("c{column}")).collect();
    let text = format!("{}\n{}\n", wide.join(","), "1,".repeat(99_999));
    let line = refused(text.as_bytes(), ask(&[("c1", VALUE)]));
    assert!(line.contains("has more than 200 columns"), "{line}");
    let text = format!("enhet,y,{}\nA,1,2\n", "n".repeat(300));
    let line = refused(text.as_bytes(), ask(&[("y", VALUE)]));
    assert!(line.contains("is no head: it has more than 200 characters") && line.len() < 200, "{line}");
}

#[test]
fn what_was_understood_can_be_shown_and_sent() {
    let text = "Klager 2025\nenhet;y;n\nA;1,5;1 234\nB;2;7\n";
    let table = Table::survey(&Bytes(text.as_bytes()), ask(&COLUMNS)).unwrap();
    let json = serde_json::to_value(table.understood()).unwrap();
    assert_eq!(json["encoding"], "utf8");
    assert_eq!(json["separator"]["character"], ";");
    assert_eq!(json["columns"][1]["number"]["decimal"], "comma");
    assert_eq!(json["columns"][2]["number"]["group"], "space");
    assert_eq!(json["first_rows"][0][0], "A");
    assert_eq!((&json["head_row"], &json["titles"][0][1]), (&2.into(), &"Klager 2025".into()));
}

#[test]
fn a_figure_without_a_name_is_no_remark() {
    for text in ["enhet;y;n\nA;1;2\nB;3;4\n;5;\n", "enhet;y;n\nA;1;2\nB;3;4\n;;1 234\n"] {
        assert!(
            refused(text.as_bytes(), ask(&COLUMNS)).contains("row 4, column \"enhet\": \"\" names no unit")
        );
    }
    let text = "enhet;y;n\nA;1;2\n\nKilde: egen oppfinnelse\nTall per 1.1.2026\n";
    for bytes in every_way(text) {
        assert_eq!(rows(&bytes, ask(&COLUMNS)).len(), 1);
        assert!(said(&bytes, ask(&COLUMNS)).contains("row 4: \"Kilde: egen oppfinnelse\" is a line of text"));
    }
}

#[test]
fn the_head_is_found_without_knowing_its_columns() {
    for (name, head, row) in [
        ("complaints_by_site.csv", "Year", 4),
        ("desk-csat.csv", "Agent Name", 1),
        ("head-with-commas.csv", "Butikk, navn", 1),
        ("sep-line.csv", "unit", 2),
        ("tills-no.csv", "Butikknr", 1),
        ("tills-de.csv", "Filiale", 1),
        ("workbook.xlsx", "unit", 1),
    ] {
        let request = tables::Request { row_by_row: true, ..ask(&[]) };
        let bytes = data(name);
        let table =
            Table::survey(&Bytes(&bytes), request).unwrap_or_else(|problem| panic!("{}", line(&problem)));
        let understood = table.understood();
        assert_eq!((understood.heads[0].as_str(), understood.head_row), (head, row), "{name}");
        assert!(!understood.first_rows.is_empty());
    }
}
