//! Notes on the time axis: events, campaigns and competitors, kept by those who know what happened.
//!
//! A note stands on the charts of its unit and of every unit below it.

use chrono::NaiveDate;
use domain::{
    Field, Lang, Problem, Right, UnitId, Why,
    audit::Event,
    format,
    insight::notes::{
        AxisEntry, Comparison, Note, NoteAct, NoteForm, NoteKind, NotePage, NoteRow, NotesPage, Topic, days,
    },
    text::{t, tv},
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use base::{
    Actor, Base, Error, Result,
    access::authorize_any,
    audit::{self, Entry},
    authorize,
    db::{self, execute, join_ids},
};
use organisation::{Tree, within};

/// Notes on one page: nobody scrolls further.
const MOST_LISTED: usize = 200;
/// Flags on one chart: more would hide what they explain.
pub(crate) const MOST_FLAGS: usize = 24;
/// The word in the audit log for a new note.
const ADDED: &str = "add";

pub(crate) const COLUMNS: &str =
    "id, unit_id, kind, starts_on, ends_on, label, detail, topic, ours, theirs, is_baseline";

/// The actions of which one lets somebody read notes.
pub(crate) const READ: [Right; 2] = [Right::ViewFigures, Right::ManageNotes];

/// A note in the words of the database.
#[derive(FromQueryResult)]
pub(crate) struct Annotation {
    id: i64,
    unit_id: UnitId,
    kind: String,
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
    label: String,
    detail: String,
    topic: Option<String>,
    ours: String,
    theirs: String,
    is_baseline: bool,
}

/// A note with its number and its unit.
pub(crate) struct Stored {
    pub(crate) id: i64,
    pub(crate) unit: UnitId,
    pub(crate) note: Note,
}

impl Stored {
    pub(crate) fn of(row: Annotation) -> Result<Self> {
        let comparison = match row.topic {
            None => None,
            Some(topic) => Some(Comparison {
                topic: Topic::from_name(&topic).ok_or_else(|| Error::stored("annotation.topic", &topic))?,
                ours: row.ours,
                theirs: row.theirs,
            }),
        };
        let kind =
            NoteKind::from_name(&row.kind).ok_or_else(|| Error::stored("annotation.kind", &row.kind))?;
        Ok(Self {
            id: row.id,
            unit: row.unit_id,
            note: Note {
                kind,
                starts_on: row.starts_on,
                ends_on: row.ends_on,
                label: row.label,
                detail: row.detail,
                comparison,
                is_baseline: row.is_baseline,
            },
        })
    }

    pub(crate) async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Self> {
        let sql = format!("SELECT {COLUMNS} FROM annotation WHERE id = $1");
        Self::of(db::one(db, &sql, [id.into()]).await?.ok_or(Problem::NotFound)?)
    }
}

/// What the columns of a note hold, in the order `kind` to `is_baseline`.
fn values(note: &Note) -> [Value; 9] {
    let sides = note.comparison.as_ref();
    [
        note.kind.name().into(),
        note.starts_on.into(),
        note.ends_on.into(),
        note.label.as_str().into(),
        note.detail.as_str().into(),
        sides.map(|sides| sides.topic.name()).into(),
        sides.map_or("", |sides| sides.ours.as_str()).into(),
        sides.map_or("", |sides| sides.theirs.as_str()).into(),
        note.is_baseline.into(),
    ]
}

/// The notes of a unit and of those above it; without a unit, of the topmost one the person may see.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn page(base: &Base, actor: Option<&Actor>, unit: Option<UnitId>) -> Result<NotesPage> {
    let actor = authorize_any(actor, &READ)?;
    let tops: Vec<UnitId> = READ.iter().flat_map(|action| actor.units_for(*action)).collect();
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let unit = match unit {
        Some(unit) => unit,
        None => tree.below(&tops).first().map(|unit| unit.id).ok_or(Problem::NotFound)?,
    };
    let place = tree.place(&tops, unit).ok_or(Problem::NotFound)?;
    let keeps = actor.units_for(Right::ManageNotes);
    let sql = format!(
        "SELECT {COLUMNS} FROM annotation WHERE unit_id IN ({}) ORDER BY starts_on DESC, id DESC LIMIT {}",
        join_ids(&tree.ancestors(unit)),
        MOST_LISTED + 1
    );
    let mut rows = Vec::new();
    for annotation in db::all(&db, &sql, []).await? {
        let stored = Stored::of(annotation)?;
        rows.push(NoteRow {
            id: stored.id,
            unit: tree.item(stored.unit).ok_or(Problem::NotFound)?,
            may_change: within(&tree, &keeps, stored.unit).is_ok(),
            note: stored.note,
        });
    }
    let is_cut = rows.len() > MOST_LISTED;
    rows.truncate(MOST_LISTED);
    let may_add = within(&tree, &keeps, unit).is_ok();
    Ok(NotesPage { place, rows, is_cut, may_add })
}

/// The form for a new note of a unit.
///
/// # Errors
/// As [`page`].
pub async fn new_page(base: &Base, actor: Option<&Actor>, unit: UnitId) -> Result<NotePage> {
    let (_, tops) = authorize(actor, Right::ManageNotes)?;
    let tree = organisation::tree(base, &base.db.reader).await?;
    within(&tree, &tops, unit)?;
    let unit = tree.item(unit).ok_or(Problem::NotFound)?;
    Ok(NotePage { unit, note: None, today: organisation::today(base).await? })
}

/// A note and what is to be done to it.
///
/// # Errors
/// `NotFound` for an unknown note or deed, and for a note of a unit that is not the person's, alike.
pub async fn act_page(base: &Base, actor: Option<&Actor>, id: i64, act: &str) -> Result<NotePage> {
    let (_, tops) = authorize(actor, Right::ManageNotes)?;
    NoteAct::from_name(act).ok_or(Problem::NotFound)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let stored = Stored::find(&db, id).await?;
    within(&tree, &tops, stored.unit)?;
    let unit = tree.item(stored.unit).ok_or(Problem::NotFound)?;
    Ok(NotePage { unit, note: Some(stored.note), today: organisation::today(base).await? })
}

/// Writes a note; gives its number and its unit.
///
/// # Errors
/// `Invalid` names every refused field; `NotFound` for a unit that is not the person's.
pub async fn add(base: &Base, actor: Option<&Actor>, form: &NoteForm) -> Result<(i64, UnitId)> {
    let (actor, tops) = authorize(actor, Right::ManageNotes)?;
    let unit = form.unit.parse().map_err(|_| Problem::invalid(Field::Unit, Why::NotAChoice))?;
    let transaction = base.db.begin().await?;
    within(&Tree::load(&transaction).await?, &tops, unit)?;
    let note = form.parse(organisation::find(&transaction).await?.local_day(base.now()))?;
    let id = insert(&transaction, unit, &note).await?;
    record(base, &transaction, actor, unit, ADDED, &note).await?;
    transaction.commit().await?;
    Ok((id, unit))
}

/// Changes or removes a note; gives its unit.
///
/// # Errors
/// As [`add`] and [`act_page`].
pub async fn act(
    base: &Base,
    actor: Option<&Actor>,
    id: i64,
    act: NoteAct,
    form: &NoteForm,
) -> Result<UnitId> {
    let (actor, tops) = authorize(actor, Right::ManageNotes)?;
    let transaction = base.db.begin().await?;
    let stored = Stored::find(&transaction, id).await?;
    within(&Tree::load(&transaction).await?, &tops, stored.unit)?;
    let note = match act {
        NoteAct::Change => {
            let note = form.parse(organisation::find(&transaction).await?.local_day(base.now()))?;
            let sql =
                "UPDATE annotation SET kind = $1, starts_on = $2, ends_on = $3, label = $4, detail = $5,
                topic = $6, ours = $7, theirs = $8, is_baseline = $9 WHERE id = $10";
            execute(&transaction, sql, values(&note).into_iter().chain([id.into()])).await?;
            note
        }
        NoteAct::Remove => {
            execute(&transaction, "DELETE FROM annotation WHERE id = $1", [id.into()]).await?;
            stored.note
        }
    };
    record(base, &transaction, actor, stored.unit, act.name(), &note).await?;
    transaction.commit().await?;
    Ok(stored.unit)
}

/// Writes a note to the database; gives its number.
pub async fn insert(db: &impl ConnectionTrait, unit: UnitId, note: &Note) -> Result<i64> {
    let sql = "INSERT INTO annotation
        (unit_id, kind, starts_on, ends_on, label, detail, topic, ours, theirs, is_baseline)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id";
    let values: Vec<Value> = std::iter::once(unit.into()).chain(values(note)).collect();
    let id = db::value(db, sql, values).await?;
    id.ok_or_else(|| Error::Internal("a note was not written".to_owned()))
}

pub(crate) async fn record(
    base: &Base,
    db: &impl ConnectionTrait,
    actor: &Actor,
    unit: UnitId,
    deed: &str,
    note: &Note,
) -> Result<()> {
    let detail = format!("{deed} {} {}", note.starts_on, note.label);
    let entry =
        Entry { unit: Some(unit), detail: &detail, ..Entry::new(Event::NoteChanged, Some(actor.account)) };
    audit::record(db, base.now(), &entry).await
}

/// Something on a time axis: when, and in the reader's words what.
pub(crate) struct OnAxis {
    pub(crate) starts_on: NaiveDate,
    pub(crate) ends_on: Option<NaiveDate>,
    pub(crate) is_baseline: bool,
    pub(crate) entry: AxisEntry,
}

/// The start of an agreed action.
#[derive(FromQueryResult)]
struct ActionStart {
    id: i64,
    what: String,
    starts_on: NaiveDate,
}

/// What charts of a unit show above their time axis between two days, oldest first: notes of the unit and of
/// those above it, and the starts of actions that were agreed for the unit itself. At most [`MOST_FLAGS`] of
/// each, the newest.
pub(crate) async fn on_axis(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    (from, to): (NaiveDate, NaiveDate),
    lang: Lang,
) -> Result<Vec<OnAxis>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM annotation WHERE unit_id IN ({})
           AND starts_on <= $2 AND (starts_on >= $1 OR ends_on >= $1)
         ORDER BY starts_on DESC, id DESC LIMIT {MOST_FLAGS}",
        join_ids(&tree.ancestors(unit))
    );
    let mut found = Vec::new();
    for annotation in db::all(db, &sql, [from.into(), to.into()]).await? {
        found.push(of_note(tree, unit, Stored::of(annotation)?, lang));
    }
    let sql = format!(
        "SELECT id, what, starts_on FROM agreed_action WHERE unit_id = $1 AND starts_on BETWEEN $2 AND $3
         ORDER BY starts_on DESC, id DESC LIMIT {MOST_FLAGS}"
    );
    let starts: Vec<ActionStart> = db::all(db, &sql, [unit.into(), from.into(), to.into()]).await?;
    for ActionStart { id, what, starts_on } in starts {
        let entry = AxisEntry {
            kind: t(lang, "note-kind-action"),
            days: format::short_date(lang, starts_on),
            label: what,
            detail: String::new(),
            unit: None,
            href: format!("/actions/{id}"),
        };
        found.push(OnAxis { starts_on, ends_on: None, is_baseline: false, entry });
    }
    found.sort_by_key(|entry| entry.starts_on);
    Ok(found)
}

fn of_note(tree: &Tree, unit: UnitId, Stored { id, unit: owner, note }: Stored, lang: Lang) -> OnAxis {
    let mut detail = Vec::new();
    if let Some(sides) = &note.comparison {
        let values = [
            ("topic", t(lang, sides.topic.text_id()).into()),
            ("ours", sides.ours.as_str().into()),
            ("theirs", sides.theirs.as_str().into()),
        ];
        detail.push(tv(lang, "note-sides", &values));
    }
    detail.extend((!note.detail.is_empty()).then(|| note.detail.clone()));
    detail.extend(note.is_baseline.then(|| t(lang, "note-baseline")));
    OnAxis {
        starts_on: note.starts_on,
        ends_on: note.ends_on,
        is_baseline: note.is_baseline,
        entry: AxisEntry {
            kind: t(lang, note.kind.text_id()),
            days: days(lang, note.starts_on, note.ends_on),
            label: note.label,
            detail: detail.join(" "),
            unit: (owner != unit).then(|| tree.get(owner).map(|unit| unit.name.clone())).flatten(),
            href: format!("/trends/notes?unit={unit}#note-{id}"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_word_in_a_note_is_an_error_that_names_its_place() {
        let read = |kind: &str, topic: Option<&str>| {
            let note = Annotation {
                id: 1,
                unit_id: UnitId::new(3),
                kind: kind.to_owned(),
                starts_on: NaiveDate::MIN,
                ends_on: None,
                label: String::new(),
                detail: String::new(),
                topic: topic.map(str::to_owned),
                ours: String::new(),
                theirs: String::new(),
                is_baseline: false,
            };
            Stored::of(note).map(|_| ()).map_err(|error| error.to_string())
        };
        let unknown = |column: &str, word: &str| {
            Err(format!("annotation.{column} holds {word:?}, which this version does not know"))
        };
        assert_eq!(read("competitor", Some("price")), Ok(()));
        assert_eq!(read("rumour", None), unknown("kind", "rumour"));
        assert_eq!(read("competitor", Some("mood")), unknown("topic", "mood"));
    }
}
