//! Orders per shop and day of three countries, each with bad rows among the good ones.

use tables::{Dates, Decimal, Encoding, Kind, Order, Totals};

use crate::common::*;

#[test]
fn tills_of_three_countries_are_read_once_their_bad_rows_are_gone() {
    let wanted = [("Butikknr", Kind::Name), ("Dato", DAY), ("Antall bonger", Kind::Number { adds_up: true })];
    let norwegian = data("tills-no.csv");
    // 31 February, then a total that leaves out what is wrong.
    assert!(
        refused(&norwegian, ask(&wanted)).contains("row 12, column \"Dato\": \"31.02.2026\" is no period")
    );
    let without: Vec<u8> = lines(&norwegian, |line| !line.contains("31.02") && !line.contains("Totalt"));
    let (table, found) = read(&without, ask(&wanted)).unwrap();
    assert_eq!(table.understood().encoding, Some(Encoding::Windows1252));
    assert_eq!(found[0][1..], ["101", "2026-02-02", "1234"]);
    assert_eq!(found[1][3], "1187");
    assert_eq!(found[7][3], "655.5");
    let american = data("tills-us.csv");
    let wanted = [("Store", Kind::Name), ("Date", DAY), ("Transactions", VALUE)];
    let line = refused(&american, ask(&wanted));
    assert!(line.contains("\"12,34\"") || line.contains("\"13/02/2026\"") || line.contains("Date"), "{line}");
    let german = data("tills-de.csv");
    let wanted = [("Filiale", Kind::Name), ("Datum", DAY), ("Anzahl Bons", VALUE), ("Umsatz", VALUE)];
    assert!(refused(&german, ask(&wanted)).contains("row 9, column \"Anzahl Bons\": \"geschlossen\""));
    let mut request = ask(&wanted);
    request.decimal = Some(Decimal::Comma);
    let open: Vec<u8> = lines(&german, |line| !line.contains("geschlossen") && !line.contains("Summe"));
    assert!(
        refused(&open, request)
            .contains("row 5, column \"Anzahl Bons\": \"1.2345\" is not a number with a decimal comma")
    );
}

fn lines(bytes: &[u8], keep: impl Fn(&str) -> bool) -> Vec<u8> {
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let kept: Vec<&str> = text.split("\r\n").filter(|line| keep(line)).collect();
    kept.join("\r\n").chars().map(|c| c as u32 as u8).collect()
}

/// Rows that are read and lines about those that are not.
fn row_by_row(bytes: &[u8], mut request: tables::Request) -> (Vec<(u64, f64)>, Vec<String>) {
    request.row_by_row = true;
    let source = tables::Bytes(bytes);
    let table =
        tables::Table::survey(&source, request).unwrap_or_else(|problem| panic!("{}", line(&problem)));
    let (mut taken, mut refused) = (Vec::new(), Vec::new());
    let mut rows = table.rows(&source).unwrap();
    loop {
        match rows.next_row() {
            Ok(Some(row)) => taken.push((row.row, row.values[2].number().unwrap_or(f64::NAN))),
            Ok(None) => return (taken, refused),
            Err(problem) => {
                assert!(problem.is_of_row());
                refused.push(line(&problem));
            }
        }
    }
}

#[test]
fn a_bad_cell_of_an_import_refuses_its_row_and_no_other() {
    let wanted = |unit, day, count| {
        let mut request = ask(&[(unit, Kind::Name), (day, DAY), (count, Kind::Whole)]);
        request.totals = Totals::LeaveOut;
        request
    };
    let (taken, refused) = row_by_row(&data("tills-no.csv"), wanted("Butikknr", "Dato", "Antall bonger"));
    assert_eq!(taken[..3], [(2, 1234.0), (3, 1187.0), (4, 0.0)]);
    let rows: Vec<&str> = refused.iter().map(|line| &line[6..line.find(", column").unwrap()]).collect();
    assert_eq!(rows, ["row 8", "row 9", "row 12"], "{refused:?}");
    let (taken, refused) = row_by_row(&data("tills-de.csv"), wanted("Filiale", "Datum", "Anzahl Bons"));
    assert_eq!(taken[..2], [(2, 1234.0), (3, 987.0)]);
    assert_eq!(refused.len(), 2, "{refused:?}");
    assert!(refused[0].contains("row 5") && refused[1].contains("row 9"));
    let mut american = wanted("Store", "Date", "Transactions");
    american.dates = Some(Dates::Order(Order::Mdy));
    let (taken, refused) = row_by_row(&data("tills-us.csv"), american);
    assert_eq!(taken[..2], [(2, 1234.0), (3, 1100.0)]);
    assert_eq!(refused.len(), 3, "{refused:?}");
    let narrow = "Store,Date,Transactions\nA,2026-01-02,1\nB,2026-01-02\nC,2026-01-02,3\n";
    let (taken, refused) = row_by_row(narrow.as_bytes(), wanted("Store", "Date", "Transactions"));
    assert_eq!((taken.len(), refused.len()), (2, 1));
}
