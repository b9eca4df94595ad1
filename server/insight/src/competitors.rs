//! Ours beside theirs: comparisons with competitors by topic over time, campaigns, and whether a comparison still holds.
//!
//! A comparison is a note on the time axis; it stands on the charts too.

use chrono::NaiveDate;
use domain::{
    Problem, Right, UnitId,
    insight::{
        competitors::{ComparedRow, CompetitorsPage, StillSoForm, is_to_confirm},
        notes::{NoteKind, NoteRow, Topic},
    },
};
use sea_orm::FromQueryResult;

use crate::notes::{self, Annotation, COLUMNS, READ, Stored};
use base::{
    Actor, Base, Result,
    access::authorize_any,
    authorize,
    db::{all, execute, join_ids},
};
use organisation::{Tree, within};

/// Comparisons and campaigns on one page.
const MOST: usize = 300;

#[derive(FromQueryResult)]
struct Confirmed {
    id: i64,
    confirmed_on: NaiveDate,
}

/// Comparisons of a unit and of those above it; without a unit, of the topmost one the person may see.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn page(base: &Base, actor: Option<&Actor>, unit: Option<UnitId>) -> Result<CompetitorsPage> {
    let actor = authorize_any(actor, &READ)?;
    let tops: Vec<UnitId> = READ.iter().flat_map(|right| actor.units_for(*right)).collect();
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let unit = match unit {
        Some(unit) => unit,
        None => tree.below(&tops).first().map(|unit| unit.id).ok_or(Problem::NotFound)?,
    };
    let place = tree.place(&tops, unit).ok_or(Problem::NotFound)?;
    let keeps = actor.units_for(Right::ManageNotes);
    let today = organisation::find(&db).await?.local_day(base.now());
    let of = join_ids(&tree.ancestors(unit));
    let sql = format!(
        "SELECT {COLUMNS} FROM annotation WHERE unit_id IN ({of}) AND kind IN ('competitor', 'campaign')
         ORDER BY starts_on DESC, id DESC LIMIT {MOST}"
    );
    let notes: Vec<Annotation> = all(&db, &sql, []).await?;
    let sql = format!(
        "SELECT id, confirmed_on FROM annotation WHERE unit_id IN ({of}) AND confirmed_on IS NOT NULL AND kind = 'competitor'"
    );
    let confirmed: Vec<Confirmed> = all(&db, &sql, []).await?;
    let mut compared: Vec<(Topic, ComparedRow)> = Vec::new();
    let mut campaigns = Vec::new();
    for note in notes {
        let Stored { id, unit, note } = Stored::of(note)?;
        let unit = tree.item(unit).ok_or(Problem::NotFound)?;
        let may_change = within(&tree, &keeps, unit.id).is_ok();
        let confirmed_on = confirmed.iter().find(|row| row.id == id).map(|row| row.confirmed_on);
        match note.comparison.clone() {
            Some(sides) => compared.push((
                sides.topic,
                ComparedRow {
                    id,
                    unit,
                    is_to_confirm: is_to_confirm(note.starts_on, note.ends_on, confirmed_on, today),
                    label: note.label,
                    starts_on: note.starts_on,
                    ends_on: note.ends_on,
                    ours: sides.ours,
                    theirs: sides.theirs,
                    confirmed_on,
                    may_change,
                },
            )),
            None => campaigns.push(NoteRow { id, note, unit, may_change }),
        }
    }
    let to_confirm = compared.iter().filter(|(_, row)| row.is_to_confirm).count();
    let of_topic = |topic: Topic| -> Vec<ComparedRow> {
        compared.iter().filter(|(of, _)| *of == topic).map(|(_, row)| row.clone()).collect()
    };
    let topics = Topic::ALL.iter().map(|topic| (*topic, of_topic(*topic)));
    Ok(CompetitorsPage {
        place,
        topics: topics.filter(|(_, rows)| !rows.is_empty()).collect(),
        campaigns,
        to_confirm,
        may_add: within(&tree, &keeps, unit).is_ok(),
        today,
    })
}

/// Says that a comparison is still so, or is so no longer; gives its unit.
///
/// # Errors
/// `NotFound` for a note that is no comparison or not the person's, and for a word that is neither; `ChangedMeanwhile` for a
/// comparison that is over.
pub async fn say(base: &Base, actor: Option<&Actor>, form: &StillSoForm) -> Result<UnitId> {
    let (actor, tops) = authorize(actor, Right::ManageNotes)?;
    let id: i64 = form.note_id.parse().map_err(|_| Problem::NotFound)?;
    let transaction = base.db.begin().await?;
    let today = organisation::find(&transaction).await?.local_day(base.now());
    let mut stored = Stored::find(&transaction, id).await?;
    within(&Tree::load(&transaction).await?, &tops, stored.unit)?;
    if stored.note.kind != NoteKind::Competitor {
        return Err(Problem::NotFound.into());
    }
    if stored.note.ends_on.is_some_and(|last| last <= today) {
        return Err(Problem::ChangedMeanwhile.into());
    }
    let sql = match form.act.as_str() {
        "still" => "UPDATE annotation SET confirmed_on = $2 WHERE id = $1",
        "ended" => "UPDATE annotation SET ends_on = $2 WHERE id = $1",
        _ => return Err(Problem::NotFound.into()),
    };
    // What has not begun ends on its first day at the earliest.
    let day = today.max(stored.note.starts_on);
    execute(&transaction, sql, [id.into(), day.into()]).await?;
    if form.act == "ended" {
        stored.note.ends_on = Some(day);
    }
    notes::record(base, &transaction, actor, stored.unit, &form.act, &stored.note).await?;
    transaction.commit().await?;
    Ok(stored.unit)
}
