//! What a complaint costs beside its row.

use std::time::Instant;

use base::db::execute;
use domain::customers::complaint::ComplaintForm;
use service::complaints;

use super::{Figure, Ground, http::number, median};

const TIMES: usize = 200;

pub(crate) async fn complaints(ground: &Ground) {
    let desk = ground.actor("service").await;
    let unit = number(&ground.plain, "SELECT id FROM unit WHERE external_id = 'S1-T1'").await;
    let writer = ground.services.db.writer();
    let (mut figure, mut floor) = (Vec::new(), Vec::new());
    for n in 0..TIMES {
        let form = ComplaintForm {
            token: format!("bench-{n}"),
            what: "Waited for twenty minutes at the till".to_owned(),
            category: "waiting".to_owned(),
            channel: "phone".to_owned(),
            severity: "normal".to_owned(),
            unit: unit.to_string(),
            ..ComplaintForm::default()
        };
        let start = Instant::now();
        complaints::log(&ground.services, Some(&desk), &form).await.unwrap();
        figure.push(start.elapsed());
        let start = Instant::now();
        let sql = "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage)
                   VALUES ($1, $2, 'waiting', 'phone', 'normal', 'Waited for twenty minutes at the till', '2026-01-01',
                           '2026-01-01 00:00:00+00:00', 'received')";
        execute(writer, sql, [format!("B-{n}").into(), unit.into()]).await.unwrap();
        floor.push(start.elapsed());
    }
    Figure {
        number: 4,
        what: "a complaint with its clocks, events and sums; the floor is its row alone",
        figure: median(figure),
        floor: Some(median(floor)),
        unit: "ms",
        asked: "≤ 1.5 for the sums",
    }
    .print();
}
