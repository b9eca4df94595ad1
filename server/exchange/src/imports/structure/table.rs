//! Units and people as tables with the columns that an import reads: taken out, changed in a spreadsheet
//! and brought in again.

use domain::{
    UnitId,
    exchange::import::{ImportField, ImportKind},
};
use export::{Cell, Column, ColumnKind, Table};
use sea_orm::ConnectionTrait;

use super::{now::People, roles};
use base::{Error, Result};
use organisation::Tree;

fn head(kind: ImportKind) -> Vec<Column> {
    kind.fields().iter().map(|(field, _)| Column::new(field.name(), column_kind(*field))).collect()
}

const fn column_kind(field: ImportField) -> ColumnKind {
    match field {
        ImportField::From => ColumnKind::Date,
        _ => ColumnKind::Text,
    }
}

/// Open units, or people who have not left, as an import reads them.
///
/// # Errors
/// When the database refuses.
pub async fn table(db: &impl ConnectionTrait, kind: ImportKind) -> Result<Table> {
    let tree = Tree::load(db).await?;
    let root = tree.root().unwrap_or(UnitId::new(0));
    let rows = match kind {
        ImportKind::Units => units(&tree, root),
        ImportKind::People => people(&tree, &People::load(db, root).await?),
        _ => return Err(Error::Internal(format!("{} are no part of the organisation", kind.name()))),
    };
    Ok(Table { name: kind.name().to_owned(), columns: head(kind), rows })
}

fn units(tree: &Tree, root: UnitId) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for item in tree.open_below(&[root]) {
        let number = tree.get(item.id).map(|unit| unit.external_id.clone()).unwrap_or_default();
        let parent = item.parent.and_then(|parent| tree.get(parent)).map(|unit| unit.external_id.clone());
        let parent = parent.map_or(Cell::Empty, Cell::Text);
        rows.push(vec![
            Cell::Text(number),
            Cell::Text(item.name),
            Cell::Text(item.kind.name().into()),
            parent,
        ]);
    }
    rows
}

fn people(tree: &Tree, people: &People) -> Vec<Vec<Cell>> {
    let number_of = |unit: UnitId| tree.get(unit).map(|unit| unit.external_id.clone()).unwrap_or_default();
    let mut rows = Vec::with_capacity(people.by_number.len());
    for (number, person) in people.by_number.iter().filter(|(_, person)| !person.has_left) {
        // A place that ends, and none after it: from then on they belong nowhere.
        let (unit, from) = match person.places.last() {
            Some(place) if place.to.is_none() => (number_of(place.unit), Some(place.from)),
            Some(place) => ("-".to_owned(), place.to.and_then(|to| to.succ_opt())),
            None => ("-".to_owned(), None),
        };
        let roles: Vec<String> =
            person.roles.iter().map(|(role, unit)| roles::written(*role, &number_of(*unit))).collect();
        rows.push(vec![
            Cell::Text(number.clone()),
            Cell::Text(person.name.clone()),
            person.email.clone().map_or(Cell::Empty, Cell::Text),
            Cell::Text(unit),
            if roles.is_empty() { Cell::Empty } else { Cell::Text(roles.join(" ")) },
            from.map_or(Cell::Empty, |from| Cell::Date(from.to_string())),
        ]);
    }
    rows
}
