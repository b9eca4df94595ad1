//! A file of complaints.

use std::{fmt::Write, time::Instant};

use base::db::{execute, placeholders};
use domain::exchange::import::{ImportKind, Mapping};
use service::{
    Services,
    clock::SystemClock,
    db::{Db, Missing},
    imports::{Bytes, Target, begin, import},
};

use super::{Figure, Ground, http::number, memory};

/// Rows in a statement of the floor.
const AT_ONCE: usize = 500;

pub(crate) async fn complaints(ground: &Ground) {
    let rows = ground.size.rows();
    let teams = number(&ground.plain, "SELECT COUNT(*) FROM unit WHERE kind = 'team'").await.unsigned_abs();
    let mut file = String::from("unit,date,what,category,channel,severity,reference\n");
    let first = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    for n in 0..rows {
        let (site, team, day) = (1 + n % teams / 4, 1 + n % teams % 4, first + chrono::Days::new(n % 700));
        writeln!(file, "S{site}-T{team},{day},Waited for the till {n},waiting,phone,normal,R{n}").unwrap();
    }
    let source = Bytes(file.as_bytes());
    let services: &Services = &ground.services.for_jobs();
    let today = service::organisation::today(services).await.unwrap();
    let kind = ImportKind::Complaints;
    let heads = begin(&source, &Mapping::default().reading).unwrap().heads;
    let mapping = Mapping::propose(kind, &heads);
    std::fs::write("/proc/self/clear_refs", "5").unwrap_or_default();
    let (before, start) = (memory("self", "VmRSS"), Instant::now());
    let mut target = Target::everywhere(&services.db.reader, kind, mapping, today, &source).await.unwrap();
    let report = import(services, &mut target, |_| {}).await.unwrap();
    let figure = start.elapsed().as_secs_f64();
    let grown = memory("self", "VmHWM") - before;
    assert!(report.is_clean(), "{report:?}");
    let floor = bulk(ground, rows).await;
    Figure {
        number: 10,
        what: "an import of complaints; the floor inserts the same rows in bulk, unread",
        figure,
        floor: Some(floor),
        unit: "s",
        asked: "≤ 2",
    }
    .print();
    Figure {
        number: 10,
        what: "the same: memory on top of the file",
        figure: grown,
        floor: None,
        unit: "MiB",
        asked: "≤ 64 MiB",
    }
    .print();
}

/// The same rows into a table with the same indexes, in one transaction; seconds.
async fn bulk(ground: &Ground, rows: u64) -> f64 {
    let url = format!("sqlite://{}", ground.folder.path().join("bulk.db").display());
    let db = Db::open(&url, Missing::Create).await.unwrap();
    migrations::migrate(db.for_migrations()).await.unwrap();
    let services = Services::new(db, std::sync::Arc::new(SystemClock));
    service::set_up(services.db.writer(), "Bench", false).await.unwrap();
    let start = Instant::now();
    let transaction = services.db.begin().await.unwrap();
    let numbers: Vec<u64> = (0..rows).collect();
    for some in numbers.chunks(AT_ONCE) {
        let sql = format!(
            "INSERT INTO complaint (reference, external_id, unit_id, category, channel, severity, what, happened_on,
                 received_at, stage) VALUES {}",
            placeholders(some.len(), 10)
        );
        let values = some.iter().flat_map(|n| {
            [
                format!("B{n}").into(),
                format!("R{n}").into(),
                1_i64.into(),
                "waiting".into(),
                "phone".into(),
                "normal".into(),
                format!("Waited for the till {n}").into(),
                "2024-01-01".into(),
                "2024-01-01 00:00:00+00:00".into(),
                "closed".into(),
            ]
        });
        execute(&transaction, &sql, values.collect::<Vec<sea_orm::Value>>()).await.unwrap();
    }
    transaction.commit().await.unwrap();
    start.elapsed().as_secs_f64()
}
