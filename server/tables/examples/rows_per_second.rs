//! Rows a second: this reader's two readings beside a plain one, which keeps every row and reads its numbers.
//! `cargo run --release -p tables --example rows_per_second [ROWS]`
#![allow(clippy::print_stdout, reason = "it prints figures")]

use std::{fmt::Write as _, time::Instant};

use tables::{Bytes, Column, Kind, Request, Table, Value};

fn main() {
    let rows: u32 = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(1_000_000);
    let mut text = String::from("team,week,complaints,contacts,strain\n");
    for row in 0..rows {
        let (team, week) = (row % 500, row / 500 % 52 + 1);
        let _ = writeln!(text, "Team {team},2025-W{week:02},{},{},{}.5", row % 17, 300 + row % 90, row % 60);
    }
    let rate = |name: &str, start: Instant, sum: f64| {
        let seconds = start.elapsed().as_secs_f64();
        println!("{name:>10}: {:.0} rows/s, {seconds:.2} s, sum {sum}", f64::from(rows) / seconds);
    };
    let start = Instant::now();
    let sum = plain(text.as_bytes());
    rate("plain", start, sum);
    let start = Instant::now();
    match tables(text.as_bytes()) {
        Ok(sum) => rate("tables", start, sum),
        Err(problem) => println!("{}", problem.line("it", domain::Lang::En)),
    }
}

/// Every row kept, then its numbers and periods read.
fn plain(bytes: &[u8]) -> f64 {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
    let records: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
    let number = |record: &csv::StringRecord, place: usize| -> f64 {
        record.get(place).and_then(|cell| cell.parse().ok()).unwrap_or_default()
    };
    let mut sum = 0.0;
    for record in &records {
        let period = record.get(1).and_then(|cell| domain::Period::parse(cell).ok());
        sum +=
            f64::from(u8::from(period.is_some())) + number(record, 2) + number(record, 3) + number(record, 4);
    }
    sum
}

fn tables(bytes: &[u8]) -> Result<f64, tables::Problem> {
    let column = |name: &str, kind: Kind| Column { name: name.to_owned(), kind };
    let request = Request {
        columns: vec![
            column("team", Kind::Name),
            column("week", Kind::Period { may_be_names: false, keeps_days: false }),
            column("complaints", Kind::Count),
            column("contacts", Kind::Count),
            column("strain", Kind::Number { adds_up: false }),
        ],
        ..Request::default()
    };
    let source = Bytes(bytes);
    let table = Table::survey(&source, request)?;
    let mut rows = table.rows(&source)?;
    let mut sum = 0.0;
    while let Some(row) = rows.next_row()? {
        for value in row.values {
            sum += match value {
                Value::Number(number) => *number,
                Value::Period(_) => 1.0,
                _ => 0.0,
            };
        }
    }
    Ok(sum)
}
