//! Files to start from, for every kind of import and both languages: the columns and two made-up rows.

use domain::{Lang, exchange::import::ImportKind};
use export::{Cell, Column, ColumnKind, Table};

use base::{Actor, Error, Result, access::authorize};

/// A file to start from, as an import of this kind reads it.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub fn template(actor: Option<&Actor>, kind: ImportKind, lang: Lang) -> Result<Vec<u8>> {
    authorize(actor, kind.right())?;
    let said = match lang {
        Lang::En => ["Waited forty minutes for a table", "The bill was wrong"],
        Lang::Nb => ["Ventet førti minutter på et bord", "Regningen var feil"],
    };
    let rows: &[&[&str]] = match kind {
        ImportKind::Complaints => &[
            &["S1-T1", "2026-11-02", said[0], "waiting", "phone", "normal", "2026-1001"],
            &["S1-T2", "2026-11-03", said[1], "", "", "", ""],
        ],
        ImportKind::Contacts => &[&["S1-T1", "2026-11-02", "214"], &["S1-T2", "2026-11-03", "96"]],
        ImportKind::History => &[&["S1-T1", "2025Q4", "31", "8400"], &["S1-T1", "2026Q1", "29", "8150"]],
        ImportKind::Visits => &[&["S1-T1", "2026-11-02", "M-1001"], &["S1-T2", "2026-11-03", "M-1002"]],
        ImportKind::Units => &[&["S1", "Sentrum", "site", ""], &["S1-T1", "Sentrum kasse", "team", "S1"]],
        ImportKind::People => &[
            &["1001", "Kari Lie", "kari.lie@example.org", "S1", "manager", ""],
            &["1002", "Ola Moen", "", "S1-T1", "", ""],
        ],
    };
    let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).to_owned()) };
    let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let heads = kind.fields().iter().map(|(field, _)| Column::new(field.head(lang), ColumnKind::Text));
    let mut bytes = export::BYTE_ORDER_MARK.to_vec();
    let table = Table { name: kind.name().to_owned(), columns: heads.collect(), rows };
    export::csv(&table, &mut bytes).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(bytes)
}
