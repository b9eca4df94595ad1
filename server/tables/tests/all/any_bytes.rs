//! Whatever is sent: no panic, and no row that the first reading did not see.

use crate::common::*;
use proptest::prelude::*;
use tables::{Bytes, Encoding, Kind, Request, Table, encode};

fn request() -> Request {
    ask(&[("u", Kind::Name), ("t", LABEL), ("y", VALUE), ("n", Kind::Whole)])
}

/// Reads all there is, and gives the number of rows.
fn count(bytes: &[u8], request: Request) -> Option<u64> {
    let source = Bytes(bytes);
    let table = Table::survey(&source, request).ok()?;
    let mut rows = table.rows(&source).ok()?;
    let mut found = 0;
    while let Ok(Some(_)) = rows.next_row() {
        found += 1;
    }
    for lang in [domain::Lang::En, domain::Lang::Nb] {
        assert!(table.understood().sentences(lang).iter().all(|line| !line.contains('\n')));
    }
    Some(found)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        count(&bytes, request());
        count(&[b"u;t;y;n\n".as_slice(), &bytes].concat(), request());
        count(&[b"PK\x03\x04".as_slice(), &bytes].concat(), request());
    }

    #[test]
    fn no_cells_panic_and_both_readings_agree(
        cells in proptest::collection::vec("[-0-9.,:/ 'TZWQMKU+eAN\"\u{a0}æ]{0,12}", 4..60),
        row_by_row: bool,
    ) {
        let mut text = String::from("u;t;y;n\n");
        for row in cells.chunks_exact(4) {
            text.push_str(&row.join(";"));
            text.push('\n');
        }
        let source = Bytes(text.as_bytes());
        if let Ok(table) = Table::survey(&source, Request { row_by_row, ..request() }) {
            let mut rows = table.rows(&source).unwrap();
            loop {
                match rows.next_row() {
                    Ok(Some(row)) => prop_assert_eq!(row.values.len(), 4),
                    Ok(None) => break,
                    // Whole numbers from 0 are looked at in the second reading.
                    Err(problem) => prop_assert!(problem.is_of_row()),
                }
            }
        }
    }

    #[test]
    fn a_number_reads_the_same_however_it_is_written(
        values in proptest::collection::vec(0_u32..9_999_999, 3..20),
        mark in 0_usize..3,
        encoding in 0_usize..4,
    ) {
        let (group, decimal) = [('.', ','), (' ', ','), ('\'', '.')][mark];
        let mut text = String::from("u;t;y;n\n");
        for (row, value) in values.iter().enumerate() {
            let digits = value.to_string();
            let mut whole = String::new();
            for (place, digit) in digits.chars().enumerate() {
                if place > 0 && (digits.len() - place) % 3 == 0 {
                    whole.push(group);
                }
                whole.push(digit);
            }
            text.push_str(&format!("Ås {row};{};{whole}{decimal}5;{whole}\n", row + 1));
        }
        let encoding = [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252][encoding];
        let mut request = request();
        request.totals = tables::Totals::Keep;
        let found = rows(&encode(&text, encoding), request);
        prop_assert_eq!(found.len(), values.len());
        for (row, value) in found.iter().zip(&values) {
            prop_assert_eq!(row[3].parse::<f64>().unwrap(), f64::from(*value) + 0.5);
            prop_assert_eq!(row[4].parse::<f64>().unwrap(), f64::from(*value));
        }
    }
}
