//! What the database holds, table by table, as people may know it.

use serde::{Deserialize, Serialize};

use super::Lowering;

/// What the database holds, table by table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredPage {
    /// Groups, in the order of the page.
    pub groups: Vec<StoredGroup>,
    /// Rules that were lowered lately or will be.
    pub lowering: Option<Lowering>,
    /// Whether somebody is signed in.
    pub is_signed_in: bool,
}

/// Tables that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredGroup {
    /// What they are about: `you`, `answers`, `customers` or `running`.
    pub name: String,
    /// Tables.
    pub tables: Vec<StoredTable>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredTable {
    /// Its name in the database.
    pub name: String,
    /// How many rows it holds.
    pub rows: Rows,
}

/// A number of rows, as exact as it may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    /// This many.
    Exactly(i64),
    /// At least this many, and fewer than [`Rows::STEP`] more.
    AtLeast(i64),
    /// Fewer than [`Rows::FEW`].
    Few,
}

impl Rows {
    /// What rounded numbers are a multiple of.
    pub const STEP: i64 = 10;
    /// Below this nothing more is told.
    pub const FEW: i64 = 50;

    /// Rounded down, and hidden when small: two readings tell how many people answered in between only to
    /// within a step.
    pub const fn rounded(rows: i64) -> Self {
        if rows < Self::FEW { Self::Few } else { Self::AtLeast(rows - rows % Self::STEP) }
    }
}
