//! Opening, renaming, moving, closing and merging units. Each change is dated, keeps what was before,
//! and stands in the audit log; figures that were released stay on the units of their round.
//!
//! What was counted on a round's first day stays as it was: a change that would alter the tree or a
//! roster of that day is refused.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    AccountId, Field, Problem, UnitId, Why, audit::Event, field::free_text, organisation::unit::UnitKind,
};
use sea_orm::{ConnectionTrait, DbErr, SqlErr};

use super::Tree;
use base::{
    Error, Result, audit,
    db::{execute, exists, value},
};

/// Longest name of a unit or person, in characters.
pub const LONGEST_NAME: usize = 120;
/// Longest external number, in characters.
pub const LONGEST_NUMBER: usize = 60;

/// Who changes something, and when.
#[derive(Clone, Copy, Debug)]
pub struct By {
    /// Account; none for the command line.
    pub account: Option<AccountId>,
    /// The instant.
    pub now: DateTime<Utc>,
    /// The day, where the organisation is.
    pub today: NaiveDate,
}

/// A unit to open.
#[derive(Clone, Debug)]
pub struct NewUnit {
    /// Stable external number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: UnitKind,
    /// Unit it hangs below.
    pub parent: UnitId,
}

/// The first day on which a change of tree or roster can take effect: the day after the first day of the
/// newest round that has begun. None before the first round: everything can still be set up.
///
/// # Errors
/// When the database refuses.
pub async fn earliest_day(db: &impl ConnectionTrait) -> Result<Option<NaiveDate>> {
    let day: Option<Option<NaiveDate>> =
        value(db, "SELECT MAX(starts_on) AS day FROM round WHERE state <> 'planned'", []).await?;
    Ok(day.flatten().and_then(|day| day.checked_add_days(Days::new(1))))
}

/// The day from which a change holds when nobody says otherwise: today; on a round's own first day, which
/// has counted already, tomorrow.
///
/// # Errors
/// When the database refuses.
pub async fn usual_day(db: &impl ConnectionTrait, today: NaiveDate) -> Result<NaiveDate> {
    Ok(earliest_day(db).await?.map_or(today, |earliest| earliest.max(today)))
}

/// Refuses a day on which nothing can change any more, that lies ahead, or that lies before the unit's
/// last change: what a unit was is kept in the order in which it changed.
async fn check_day(db: &impl ConnectionTrait, by: &By, unit: UnitId, on: NaiveDate) -> Result<()> {
    let earliest = earliest_day(db).await?;
    let refuse = |why| Err(Problem::invalid(Field::FromOn, why).into());
    if on > earliest.map_or(by.today, |earliest| earliest.max(by.today)) {
        return refuse(Why::InFuture);
    }
    if earliest.is_some_and(|earliest| on < earliest) {
        return refuse(Why::RoundBegun);
    }
    let last: Option<Option<NaiveDate>> =
        value(db, "SELECT MAX(on_day) AS day FROM unit_change WHERE unit_id = $1", [unit.into()]).await?;
    if last.flatten().is_some_and(|last| on < last) { refuse(Why::BeforeLastChange) } else { Ok(()) }
}

fn text(field: Field, text: &str, longest: usize) -> Result<String> {
    free_text(text, longest)
        .and_then(|text| if text.contains(['\n', '\t']) { Err(Why::Unprintable) } else { Ok(text) })
        .map_err(|why| Problem::invalid(field, why).into())
}

/// Opens a unit.
///
/// # Errors
/// `Invalid` when the number is taken or the kind does not fit below the parent.
pub async fn open(db: &impl ConnectionTrait, by: &By, unit: &NewUnit) -> Result<UnitId> {
    let number = text(Field::Number, &unit.number, LONGEST_NUMBER)?;
    let name = text(Field::Name, &unit.name, LONGEST_NAME)?;
    let tree = Tree::load(db).await?;
    if tree.by_external().contains_key(number.as_str()) {
        return Err(Problem::invalid(Field::Number, Why::Taken).into());
    }
    check_place(&tree, unit.kind, unit.parent)?;
    open_checked(db, by, &NewUnit { number, name, ..unit.clone() }).await
}

/// Opens a unit that was checked together with others.
///
/// # Errors
/// When the database refuses.
pub async fn open_checked(db: &impl ConnectionTrait, by: &By, unit: &NewUnit) -> Result<UnitId> {
    let id: Option<UnitId> = value(
        db,
        "INSERT INTO unit (external_id, parent_id, kind, name, opened_on) VALUES ($1, $2, $3, $4, $5) RETURNING id",
        [
            unit.number.clone().into(),
            unit.parent.into(),
            unit.kind.name().into(),
            unit.name.clone().into(),
            by.today.into(),
        ],
    )
    .await?;
    let id = id.ok_or_else(|| Error::Internal("a unit just written is gone".to_owned()))?;
    let change = Change { unit: id, kind: ChangeKind::Opened, old_name: None, old_parent: None, into: None };
    note(db, by, by.today, &change, &unit.name).await?;
    Ok(id)
}

fn check_place(tree: &Tree, kind: UnitKind, parent: UnitId) -> Result<()> {
    let above = tree.item(parent).filter(|above| above.closed_on.is_none());
    let above = above.ok_or(Problem::invalid(Field::Parent, Why::NotAChoice))?;
    if kind.fits_below(above.kind) {
        Ok(())
    } else {
        Err(Problem::invalid(Field::Kind, Why::NotAChoice).into())
    }
}

/// Gives a unit another name.
///
/// # Errors
/// `Invalid`, `NotFound`.
pub async fn rename(
    db: &impl ConnectionTrait,
    by: &By,
    unit: UnitId,
    name: &str,
    on: NaiveDate,
) -> Result<()> {
    check_day(db, by, unit, on).await?;
    let name = text(Field::Name, name, LONGEST_NAME)?;
    let tree = Tree::load(db).await?;
    let old = tree.get(unit).ok_or(Problem::NotFound)?;
    if old.name == name {
        return Ok(());
    }
    execute(db, "UPDATE unit SET name = $1 WHERE id = $2", [name.clone().into(), unit.into()]).await?;
    if old.parent_id.is_none() {
        // The organisation and the root of its tree are called the same.
        execute(db, "UPDATE organisation SET name = $1", [name.clone().into()]).await?;
    }
    let change = Change {
        unit,
        kind: ChangeKind::Renamed,
        old_name: Some(old.name.clone()),
        old_parent: None,
        into: None,
    };
    note(db, by, on, &change, &format!("{} → {name}", old.name)).await
}

/// Hangs a unit, with everything below it, under another one.
///
/// # Errors
/// `Invalid` when it would hang below itself, or its kind does not fit there; `NotFound`.
pub async fn relocate(
    db: &impl ConnectionTrait,
    by: &By,
    unit: UnitId,
    parent: UnitId,
    on: NaiveDate,
) -> Result<()> {
    check_day(db, by, unit, on).await?;
    let tree = Tree::load(db).await?;
    let moved = tree.item(unit).filter(|moved| moved.closed_on.is_none()).ok_or(Problem::NotFound)?;
    if moved.parent.is_none() || tree.is_within(parent, unit) {
        return Err(Problem::invalid(Field::Parent, Why::WouldLoop).into());
    }
    check_place(&tree, moved.kind, parent)?;
    if moved.parent == Some(parent) {
        return Ok(());
    }
    execute(db, "UPDATE unit SET parent_id = $1 WHERE id = $2", [parent.into(), unit.into()]).await?;
    let name =
        |id: Option<UnitId>| id.and_then(|id| tree.get(id)).map(|u| u.name.clone()).unwrap_or_default();
    let change =
        Change { unit, kind: ChangeKind::Moved, old_name: None, old_parent: moved.parent, into: None };
    note(db, by, on, &change, &format!("{} → {}", name(moved.parent), name(Some(parent)))).await
}

/// Closes a unit. Its figures and cases stay.
///
/// # Errors
/// `Invalid` while open units or people belong to it; `NotFound`.
pub async fn close(db: &impl ConnectionTrait, by: &By, unit: UnitId, on: NaiveDate) -> Result<()> {
    check_day(db, by, unit, on).await?;
    let tree = Tree::load(db).await?;
    let closed = tree.item(unit).filter(|unit| unit.closed_on.is_none()).ok_or(Problem::NotFound)?;
    let has_people = exists(
        db,
        "SELECT 1 AS one FROM roster WHERE unit_id = $1 AND (to_on IS NULL OR to_on >= $2) LIMIT 1",
        [unit.into(), on.into()],
    )
    .await?;
    let has_open_units = tree.open_below(&[unit]).len() > 1;
    if closed.parent.is_none() || has_people || has_open_units {
        return Err(Problem::invalid(Field::Unit, Why::NotClosable).into());
    }
    execute(db, "UPDATE unit SET closed_on = $1 WHERE id = $2", [on.into(), unit.into()]).await?;
    let change = Change { unit, kind: ChangeKind::Closed, old_name: None, old_parent: None, into: None };
    note(db, by, on, &change, &closed.name).await
}

/// What a unit has of its own from the day it is opened: nothing that anybody counts or reads.
const OF_ITSELF: [&str; 5] = ["unit_change", "voice_path", "link_verdict", "driver_result", "link_result"];

/// Removes a unit that was opened by mistake, as if it had never been. That it was stays in the audit log.
///
/// # Errors
/// `Invalid` when anything belongs to it that is kept: units below, people who are or were there, figures, complaints,
/// contacts, actions, hours; `NotFound`.
pub async fn remove(db: &impl ConnectionTrait, by: &By, unit: UnitId) -> Result<()> {
    let tree = Tree::load(db).await?;
    let removed = tree.item(unit).filter(|unit| unit.parent.is_some()).ok_or(Problem::NotFound)?;
    for table in OF_ITSELF {
        execute(db, &format!("DELETE FROM {table} WHERE unit_id = $1"), [unit.into()]).await?;
    }
    // Whatever else speaks of it keeps it from being deleted.
    removed_or_kept(execute(db, "DELETE FROM unit WHERE id = $1", [unit.into()]).await, Field::Unit)?;
    super::bump_data_version(db).await?;
    let number = tree.get(unit).map(|unit| unit.external_id.as_str()).unwrap_or_default();
    let detail = format!("{} · {number}", removed.name);
    let entry = audit::Entry { detail: &detail, ..audit::Entry::new(Event::UnitRemoved, by.account) };
    audit::record(db, by.now, &entry).await
}

/// Lets a removal through, unless something in the database speaks of what was to be removed.
///
/// # Errors
/// `Invalid` for this field.
pub fn removed_or_kept<T>(removed: std::result::Result<T, DbErr>, field: Field) -> Result<()> {
    match removed {
        Ok(_) => Ok(()),
        Err(error) if is_spoken_of(&error) => Err(Problem::invalid(field, Why::NotRemovable).into()),
        Err(error) => Err(error.into()),
    }
}

fn is_spoken_of(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_)))
}

/// Merges a unit into another of its kind: people and units below move there, then it is closed. What
/// was counted and logged before stays with the closed unit.
///
/// # Errors
/// `Invalid` when the other is of another kind, closed or below it; `NotFound`.
pub async fn merge(
    db: &impl ConnectionTrait,
    by: &By,
    unit: UnitId,
    into: UnitId,
    on: NaiveDate,
) -> Result<()> {
    check_day(db, by, unit, on).await?;
    let tree = Tree::load(db).await?;
    let gone = tree.item(unit).filter(|unit| unit.closed_on.is_none()).ok_or(Problem::NotFound)?;
    let kept = tree.item(into).filter(|unit| unit.closed_on.is_none());
    let fits = kept.as_ref().is_some_and(|kept| kept.kind == gone.kind && !tree.is_within(into, unit));
    if !fits {
        return Err(Problem::invalid(Field::Into, Why::NotAChoice).into());
    }
    for child in tree.children(unit).to_vec() {
        if tree.item(child).is_some_and(|child| child.closed_on.is_none()) {
            relocate(db, by, child, into, on).await?;
        }
    }
    crate::roster::move_all(db, unit, into, on).await?;
    execute(db, "UPDATE unit SET closed_on = $1 WHERE id = $2", [on.into(), unit.into()]).await?;
    let kept = kept.map(|kept| kept.name).unwrap_or_default();
    let change =
        Change { unit, kind: ChangeKind::Merged, old_name: None, old_parent: None, into: Some(into) };
    note(db, by, on, &change, &format!("{} → {kept}", gone.name)).await
}

/// What is done to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangeKind {
    /// It is there from then on.
    Opened,
    /// It has another name.
    Renamed,
    /// It hangs elsewhere.
    Moved,
    /// It is no longer there.
    Closed,
    /// It went into another.
    Merged,
}

impl ChangeKind {
    const ALL: [Self; 5] = [Self::Opened, Self::Renamed, Self::Moved, Self::Closed, Self::Merged];

    /// The word in the database.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::Closed => "closed",
            Self::Merged => "merged",
        }
    }

    /// Reads the word in the database.
    pub(crate) fn read(word: &str) -> Result<Self> {
        let kind = Self::ALL.into_iter().find(|kind| kind.name() == word);
        kind.ok_or_else(|| Error::stored("unit_change.change", word))
    }

    const fn event(self) -> Event {
        match self {
            Self::Opened => Event::UnitOpened,
            Self::Renamed => Event::UnitRenamed,
            Self::Moved => Event::UnitMoved,
            Self::Closed => Event::UnitClosed,
            Self::Merged => Event::UnitMerged,
        }
    }
}

/// The name that a renaming has kept.
pub(crate) fn name_before(stored: Option<String>) -> Result<String> {
    stored.ok_or_else(|| Error::Internal("unit_change.old_name is empty for a unit renamed".to_owned()))
}

struct Change {
    unit: UnitId,
    kind: ChangeKind,
    old_name: Option<String>,
    old_parent: Option<UnitId>,
    into: Option<UnitId>,
}

async fn note(
    db: &impl ConnectionTrait,
    by: &By,
    on: NaiveDate,
    change: &Change,
    detail: &str,
) -> Result<()> {
    execute(
        db,
        "INSERT INTO unit_change (unit_id, on_day, change, old_name, old_parent_id, into_id, account_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            change.unit.into(),
            on.into(),
            change.kind.name().into(),
            change.old_name.clone().into(),
            change.old_parent.into(),
            change.into.into(),
            by.account.into(),
        ],
    )
    .await?;
    super::bump_data_version(db).await?;
    let event = change.kind.event();
    let detail = format!("{detail} · {on}");
    let entry =
        audit::Entry { unit: Some(change.unit), detail: &detail, ..audit::Entry::new(event, by.account) };
    audit::record(db, by.now, &entry).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_that_is_not_known_is_an_error_and_does_not_pass_for_a_closing() {
        let error = ChangeKind::read("split").unwrap_err();
        assert_eq!(error.to_string(), "unit_change.change holds \"split\", which this version does not know");
        assert!(ChangeKind::ALL.iter().all(|kind| ChangeKind::read(kind.name()).unwrap() == *kind));
    }

    #[test]
    fn a_renaming_that_has_lost_the_name_before_is_an_error_and_does_not_take_the_name_away() {
        assert!(name_before(None).is_err());
    }
}
