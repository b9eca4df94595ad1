//! What happened around the demo's shops: two notes and a competitor.

use chrono::{Days, NaiveDate};
use domain::{
    Lang, Period, Resolution,
    insight::notes::{Comparison, Note, NoteKind, Topic},
    text::t,
};
use sea_orm::ConnectionTrait;

use crate::{Result, notes::insert, organisation::Tree};

/// Writes them, counted back from today so that they stand on the charts of the last year.
pub(super) async fn write(
    db: &impl ConnectionTrait,
    tree: &Tree,
    today: NaiveDate,
    lang: Lang,
) -> Result<()> {
    let monday = |weeks: u64| Period::containing(today - Days::new(7 * weeks), Resolution::Week).start();
    let note = |kind, starts_on, label: &str, detail: &str| Note {
        kind,
        starts_on,
        ends_on: None,
        label: t(lang, label),
        detail: t(lang, detail),
        comparison: None,
        is_baseline: false,
    };
    let campaign = Note {
        ends_on: Some(monday(37) + Days::new(20)),
        ..note(NoteKind::Campaign, monday(37), "demo-note-campaign", "demo-note-campaign-detail")
    };
    let rota = note(NoteKind::Event, monday(24), "demo-note-rota", "demo-note-rota-detail");
    let competitor = Note {
        comparison: Some(Comparison {
            topic: Topic::Hours,
            ours: t(lang, "demo-note-competitor-ours"),
            theirs: t(lang, "demo-note-competitor-theirs"),
        }),
        ..note(NoteKind::Competitor, monday(12), "demo-note-competitor", "demo-note-competitor-detail")
    };
    let units = tree.by_external();
    for (unit, note) in [("S1", campaign), ("S1", rota), ("R1", competitor)] {
        if let Some(unit) = units.get(unit) {
            insert(db, *unit, &note).await?;
        }
    }
    Ok(())
}
