//! A file of anybody: survey and rows, as command line and imports read it. Whatever it is, it is read or refused with a
//! place, and read the same way twice.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tables::{Bytes, Column, Kind, Request, Table};

fuzz_target!(|bytes: &[u8]| {
    let source = Bytes(bytes);
    let Ok(beginning) = Table::begin(&source, &Request::default()) else { return };
    let kinds = [
        Kind::Name,
        Kind::Period { may_be_names: false, keeps_days: false },
        Kind::Count,
        Kind::Count,
        Kind::Number { adds_up: false },
    ];
    let columns = beginning.heads.iter().zip(kinds).map(|(name, kind)| Column { name: name.clone(), kind });
    let request = Request { columns: columns.collect(), ..Request::default() };
    let Ok(table) = Table::survey(&source, request) else { return };
    let count = || {
        let mut rows = table.rows(&source).ok()?;
        let mut read = 0_u64;
        while rows.next_row().ok()?.is_some() {
            read += 1;
        }
        Some(read)
    };
    let rows = count();
    assert!(rows.is_some(), "a file that was surveyed is refused when it is read");
    assert_eq!(rows, count());
});
