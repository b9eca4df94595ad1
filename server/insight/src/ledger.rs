//! Words of the ledger, read in one place. One that this version does not know is an error: a default would hide
//! a figure that may be shown, or show one that may not.

use std::collections::HashMap;

use domain::{
    Lang, UnitId,
    insight::figures::{CellState, Measure},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use base::{Error, Result, db};

/// Reads the state of a figure.
///
/// # Errors
/// For a word that this version does not know.
pub(crate) fn state(word: &str) -> Result<CellState> {
    CellState::from_name(word).ok_or_else(|| Error::stored("released_figure.state", word))
}

/// Reads the measure of a figure.
///
/// # Errors
/// For a word that this version does not know.
pub(crate) fn measure(word: &str) -> Result<Measure> {
    Measure::from_name(word).ok_or_else(|| Error::stored("released_figure.measure", word))
}

/// The measures that the ledger has for a unit, in their order.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn measures(db: &impl ConnectionTrait, unit: UnitId) -> Result<Vec<Measure>> {
    let sql = "SELECT DISTINCT measure FROM released_figure WHERE unit_id = $1";
    let words: Vec<String> = db::column(db, sql, [unit.into()]).await?;
    let mut measures = words.iter().map(|word| measure(word)).collect::<Result<Vec<_>>>()?;
    measures.sort_unstable();
    Ok(measures)
}

/// A statement of the organisation's own, as it is worded.
#[derive(FromQueryResult)]
pub(crate) struct OwnStatement {
    id: i64,
    /// In English.
    pub(crate) en: String,
    /// In Bokmål.
    pub(crate) nb: String,
}

/// The organisation's own statements, by their numbers.
#[derive(Default)]
pub(crate) struct OwnStatements(HashMap<i64, OwnStatement>);

impl OwnStatements {
    /// Reads all.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn load(db: &impl ConnectionTrait) -> Result<Self> {
        let statements: Vec<OwnStatement> = db::all(db, "SELECT id, en, nb FROM own_item", []).await?;
        Ok(Self(statements.into_iter().map(|statement| (statement.id, statement)).collect()))
    }

    /// The statement with this number.
    pub(crate) fn get(&self, number: i64) -> Option<&OwnStatement> {
        self.0.get(&number)
    }

    /// How it is worded in a language; empty without one.
    pub(crate) fn wording(&self, number: i64, lang: Lang) -> String {
        let of = |statement: &OwnStatement| match lang {
            Lang::En => statement.en.clone(),
            Lang::Nb => statement.nb.clone(),
        };
        self.get(number).map(of).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_state_or_measure_is_an_error_that_names_its_place() {
        let text = |error: Error| error.to_string();
        assert_eq!(
            state("shown").map_err(text),
            Err("released_figure.state holds \"shown\", which this version does not know".to_owned())
        );
        assert_eq!(
            measure("own_x").map_err(text),
            Err("released_figure.measure holds \"own_x\", which this version does not know".to_owned())
        );
        for known in CellState::ALL {
            assert_eq!(state(known.name()).map_err(text), Ok(known));
        }
        for known in Measure::all() {
            assert_eq!(measure(&known.name()).map_err(text), Ok(known));
        }
    }
}
