//! What the tests of whole files share.

use tables::{Bytes, Column, Encoding, Kind, Problem, Request, Table, Value, encode};

pub(crate) const ENCODINGS: [Encoding; 5] =
    [Encoding::Utf8, Encoding::Utf8Mark, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252];
pub(crate) const LINE_ENDS: [&str; 3] = ["\n", "\r\n", "\r"];

pub(crate) const PERIOD: Kind = Kind::Period { may_be_names: false, keeps_days: false };
pub(crate) const LABEL: Kind = Kind::Period { may_be_names: true, keeps_days: false };
pub(crate) const DAY: Kind = Kind::Period { may_be_names: false, keeps_days: true };
pub(crate) const VALUE: Kind = Kind::Number { adds_up: true };
pub(crate) const MEAN: Kind = Kind::Number { adds_up: false };

pub(crate) fn data(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

pub(crate) fn ask(columns: &[(&str, Kind)]) -> Request {
    let columns = columns.iter().map(|(name, kind)| Column { name: (*name).to_owned(), kind: *kind });
    Request { columns: columns.collect(), ..Request::default() }
}

/// Everything a file says: the row, then each value as text.
pub(crate) fn read(bytes: &[u8], request: Request) -> Result<(Table, Vec<Vec<String>>), Problem> {
    let source = Bytes(bytes);
    let table = Table::survey(&source, request)?;
    let mut found = Vec::new();
    let mut rows = table.rows(&source)?;
    while let Some(row) = rows.next_row()? {
        let (number, values, texts) = (row.row, row.values.to_vec(), row.record.clone());
        let mut cells = vec![number.to_string()];
        for (column, value) in values.into_iter().enumerate() {
            cells.push(match value {
                Value::Missing => "–".to_owned(),
                Value::Number(number) => number.to_string(),
                Value::Period(number) => rows.period_name(column, number),
                Value::Name(place) => rows.names(column)[place as usize].clone(),
                Value::Text => table.cell(&texts, column).to_owned(),
            });
        }
        found.push(cells);
    }
    drop(rows);
    Ok((table, found))
}

pub(crate) fn rows(bytes: &[u8], request: Request) -> Vec<Vec<String>> {
    read(bytes, request).unwrap_or_else(|problem| panic!("{}", line(&problem))).1
}

/// One column of a file that is read.
pub(crate) fn column(bytes: &[u8], request: Request, place: usize) -> Vec<String> {
    rows(bytes, request).into_iter().map(|mut row| row.swap_remove(place + 1)).collect()
}

pub(crate) fn line(problem: &Problem) -> String {
    problem.line("file", domain::Lang::En)
}

/// The line that a file is refused with.
pub(crate) fn refused(bytes: &[u8], request: Request) -> String {
    match read(bytes, request) {
        Err(problem) => {
            let (en, nb) = (line(&problem), problem.line("file", domain::Lang::Nb));
            assert!(!en.contains('\n') && !nb.contains('\n') && en != nb, "{en} {nb}");
            en
        }
        Ok((_, rows)) => panic!("was read: {rows:?}"),
    }
}

pub(crate) fn said(bytes: &[u8], request: Request) -> String {
    let table = read(bytes, request).unwrap_or_else(|problem| panic!("{}", line(&problem))).0;
    assert!(!table.understood().sentences(domain::Lang::Nb).is_empty());
    table.understood().sentences(domain::Lang::En).join("\n")
}

/// A text in every encoding and with every kind of line end.
pub(crate) fn every_way(text: &str) -> Vec<Vec<u8>> {
    ENCODINGS
        .into_iter()
        .flat_map(|encoding| LINE_ENDS.map(|end| encode(&text.replace('\n', end), encoding)))
        .collect()
}

pub(crate) fn numbers(column: &[String]) -> Vec<f64> {
    column.iter().map(|text| text.parse().unwrap_or(f64::NAN)).collect()
}
