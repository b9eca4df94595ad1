//! Files that are taken out.

use std::{hint::black_box, io::Write, time::Instant};

use domain::Lang;
use export::{Book, Cell, Charts, Column, ColumnKind, Field, Notes, Sheet};
use rust_xlsxwriter::Workbook;
use sea_orm::{ConnectionTrait, Statement};
use service::pack::{
    Which,
    pages::Asked,
    papers::{self, Pages, Paper},
};

use super::{Figure, Ground, http::number, in_turns, median, memory};

const TIMES: usize = 5;
const ROWS: u32 = 200_000;
const COLUMNS: u16 = 8;

/// Counts bytes and keeps none.
#[derive(Default)]
struct Counted(usize);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

pub(crate) async fn history(ground: &Ground) {
    let sql = "SELECT unit.external_id, resolution, CAST(period_start AS TEXT) AS day, SUM(complaints), SUM(contacts) FROM (
                   SELECT unit_id, resolution, period_start, complaints, contacts FROM history
                   UNION ALL SELECT unit_id, 'day', day, 0, contacts FROM contact_day
                   UNION ALL SELECT unit_id, 'day', happened_on, 1, 0 FROM complaint WHERE counts
               ) AS records JOIN unit ON unit.id = unit_id GROUP BY external_id, period_start, resolution";
    let (mut figure, mut floor, mut grown) = (Vec::new(), Vec::new(), 0.0_f64);
    for _ in 0..TIMES {
        // The most memory from here on.
        std::fs::write("/proc/self/clear_refs", "5").unwrap_or_default();
        let (before, start, mut out) = (memory("self", "VmRSS"), Instant::now(), Counted::default());
        service::rollup::write_history(&ground.plain, &mut out).await.unwrap();
        figure.push(start.elapsed());
        grown = grown.max(memory("self", "VmHWM") - before);
        let (start, mut bare) = (Instant::now(), Counted::default());
        let statement = Statement::from_string(ground.plain.get_database_backend(), sql);
        for row in ground.plain.query_all_raw(statement).await.unwrap() {
            let (unit, day): (String, String) = (row.try_get_by(0).unwrap(), row.try_get_by(2).unwrap());
            let (complaints, contacts): (i64, i64) = (row.try_get_by(3).unwrap(), row.try_get_by(4).unwrap());
            write!(bare, "\"{unit}\",\"{day}\",{complaints},{contacts}\r\n").unwrap();
        }
        floor.push(start.elapsed());
        assert!(out.0 >= bare.0);
    }
    Figure {
        number: 5,
        what: "all counts as CSV; the floor runs one statement and writes its rows",
        figure: median(figure),
        floor: Some(median(floor)),
        unit: "ms",
        asked: "≤ 1.7",
    }
    .print();
    Figure {
        number: 5,
        what: "the same: memory on top",
        figure: grown,
        floor: None,
        unit: "MiB",
        asked: "≤ 32 MiB",
    }
    .print();
}

fn value(row: u32, column: u16) -> f64 {
    f64::from(row % 1000) + f64::from(column) / 8.0
}

pub(crate) fn workbook() {
    let ours = || {
        let fields = (0..COLUMNS).map(|n| Field {
            id: "n",
            column: Column::new(format!("Column {n}"), ColumnKind::Number),
            width: 12,
        });
        let rows = (0..ROWS).map(|row| (0..COLUMNS).map(|n| Cell::Number(value(row, n))).collect());
        let sheet = Sheet {
            id: "rows",
            name: "Rows".to_owned(),
            file: "rows".to_owned(),
            about: String::new(),
            fields: fields.collect(),
            frozen: 0,
            names: Vec::new(),
            rows: Box::new(rows),
        };
        let book = Book {
            title: "Rows".to_owned(),
            lang: "en",
            dated: "2026-12-02".to_owned(),
            header: String::new(),
            footer: String::new(),
            notes: Notes { name: "Notes".to_owned(), lines: Vec::new() },
            sheets: vec![sheet],
            charts: Charts::default(),
        };
        black_box(export::workbook(book).unwrap());
    };
    let least = || {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for row in 0..ROWS {
            for column in 0..COLUMNS {
                sheet.write_number(row, column, value(row, column)).unwrap();
            }
        }
        black_box(workbook.save_to_buffer().unwrap());
    };
    let (figure, floor) = in_turns(3, ours, least);
    Figure {
        number: 6,
        what: "a workbook of 200,000 × 8 numbers; the floor is the same library's bare loop",
        figure,
        floor: Some(floor),
        unit: "ms",
        asked: "≤ 1.25",
    }
    .print();
}

/// A document of the draft of the newest quarter, before it is set.
async fn paper(ground: &Ground, hr: &service::Actor, quarter: &str) -> Paper {
    let asked = Asked { which: Which::Draft, lang: Lang::En, site: "http://127.0.0.1:3000" };
    papers::organisation(&ground.services, Some(hr), quarter, asked).await.unwrap()
}

fn set(paper: &Paper) -> usize {
    let about = pack::About {
        lang: paper.lang,
        dated: paper.dated,
        id: &paper.id,
        model: &paper.model,
        model_hash: &paper.model_hash,
    };
    match &paper.pages {
        Pages::Organisation(page) => pack::organisation(page, &about).unwrap().len(),
        Pages::Unit(page) => pack::unit(page, &about).unwrap().len(),
    }
}

pub(crate) async fn review(ground: &Ground) {
    let hr = ground.actor("hr").await;
    let newest =
        "SELECT CAST(strftime('%Y%m', MAX(starts_on)) AS INTEGER) FROM round WHERE state = 'released'";
    let month = number(&ground.plain, newest).await;
    let quarter = format!("{}Q{}", month / 100, (month % 100 - 1) / 3 + 1);
    // Loaded and set once, so that neither turn finds the typefaces cold.
    let kept = paper(ground, &hr, &quarter).await;
    black_box(set(&kept));
    let (mut figure, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        let start = Instant::now();
        let made = paper(ground, &hr, &quarter).await;
        black_box(set(&made));
        figure.push(start.elapsed());
        let start = Instant::now();
        black_box(set(&kept));
        floor.push(start.elapsed());
    }
    Figure {
        number: 7,
        what: "the organisation's review as PDF; the floor sets the same pages, already loaded",
        figure: median(figure),
        floor: Some(median(floor)),
        unit: "ms",
        asked: "≤ 1.5, ≤ 300 ms",
    }
    .print();
}
