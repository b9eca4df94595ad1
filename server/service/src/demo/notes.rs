//! What happened around the demo's shops: two notes and a competitor.

use chrono::{Days, NaiveDate};
use domain::{
    Period, Resolution,
    insight::notes::{Comparison, Note, NoteKind, Topic},
};
use sea_orm::ConnectionTrait;

use crate::{Result, notes::insert, organisation::Tree};

/// Writes them, counted back from today so that they stand on the charts of the last year.
pub(super) async fn write(db: &impl ConnectionTrait, tree: &Tree, today: NaiveDate) -> Result<()> {
    let monday = |weeks: u64| Period::containing(today - Days::new(7 * weeks), Resolution::Week).start();
    let note = |kind, starts_on, label: &str, detail: &str| Note {
        kind,
        starts_on,
        ends_on: None,
        label: label.to_owned(),
        detail: detail.to_owned(),
        comparison: None,
        is_baseline: false,
    };
    let campaign = Note {
        ends_on: Some(monday(37) + Days::new(20)),
        ..note(
            NoteKind::Campaign,
            monday(37),
            "Members’ weeks",
            "A fifth off for members. Leaflets to 9,000 homes.",
        )
    };
    let rota = note(NoteKind::Event, monday(24), "New rota", "Rotas come four weeks ahead instead of two.");
    let competitor = Note {
        comparison: Some(Comparison {
            topic: Topic::Hours,
            ours: "Closed on Sundays.".to_owned(),
            theirs: "Open from 10 to 18 on Sundays.".to_owned(),
        }),
        ..note(
            NoteKind::Competitor,
            monday(12),
            "Torgboden opens on Sundays",
            "All three of their shops in the region.",
        )
    };
    let units = tree.by_external();
    for (unit, note) in [("S1", campaign), ("S1", rota), ("R1", competitor)] {
        if let Some(unit) = units.get(unit) {
            insert(db, *unit, &note).await?;
        }
    }
    Ok(())
}
