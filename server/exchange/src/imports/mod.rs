//! Imports from files: read, check, then write all or nothing.
//!
//! [`file`] finds out what a file is, [`reader`] turns its rows into typed rows or row problems; [`check`] reads a whole file without
//! writing; [`write`] writes what was checked, by way of [`staging`]; [`uploads`] is the same job for a browser,
//! [`reading`] keeps it off the threads that answer requests, and [`queue`] runs what was confirmed, each import by
//! whoever has its [`claim`]. Complaints, contacts and history are records that are added;
//! [`structure`] compares units and people with what there is and changes the difference.

mod check;
mod claim;
mod file;
mod queue;
mod reader;
pub(crate) mod reading;
mod staging;
pub mod structure;
mod template;
pub mod undo;
pub mod uploads;
mod write;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    AccountId, Period, UnitId,
    customers::complaint::{Category, Channel, Severity},
    exchange::import::{ImportKind, Mapping},
};
use sea_orm::ConnectionTrait;

pub use check::dry_run;
pub use file::{SurveyedFile, begin};
pub use tables::{Bytes, Source};
pub use template::template;
pub use write::import;

use base::Result;
use organisation::Tree;

/// What an import is made against.
pub struct Target<'a> {
    /// Kind of rows.
    pub kind: ImportKind,
    /// Which column feeds which field.
    pub mapping: Mapping,
    /// The tree of units.
    pub tree: Tree,
    /// Topmost units the sender may import for.
    pub tops: Vec<UnitId>,
    /// Today, where the organisation is.
    pub today: NaiveDate,
    /// The sender's account; none for the command line.
    pub sender: Option<AccountId>,
    /// The file, looked through.
    pub file: SurveyedFile<'a>,
}

impl<'a> Target<'a> {
    /// Everything an administrator may import: the whole organisation.
    ///
    /// # Errors
    /// When the tree cannot be read.
    pub async fn everywhere(
        db: &impl ConnectionTrait,
        kind: ImportKind,
        mapping: Mapping,
        today: NaiveDate,
        file: &'a dyn Source,
    ) -> Result<Self> {
        let file = SurveyedFile::of(file, kind, &mapping, organisation::find(db).await?.timezone);
        let tree = Tree::load(db).await?;
        let tops = tree.root().into_iter().collect();
        Ok(Self { kind, mapping, tree, tops, today, sender: None, file })
    }
}

/// A row that can be written.
enum Row {
    Complaint {
        unit: UnitRef,
        day: NaiveDate,
        what: String,
        category: Category,
        channel: Channel,
        severity: Severity,
        reference: Option<String>,
    },
    Contacts {
        unit: UnitRef,
        day: NaiveDate,
        contacts: i64,
    },
    Visit {
        unit: UnitRef,
        day: NaiveDate,
        member: String,
    },
    History {
        unit: UnitRef,
        period: Period,
        complaints: i64,
        contacts: i64,
    },
}

/// A unit that exists, or one that the import will make, by its place in [`NewUnits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum UnitRef {
    Known(UnitId),
    New(usize),
}

/// Units that a file names and the organisation does not have yet.
#[derive(Default)]
struct NewUnits {
    places: HashMap<String, usize>,
    names: Vec<String>,
}

impl NewUnits {
    fn place(&mut self, name: &str) -> usize {
        let next = self.names.len();
        // However it is spelled, it is one unit.
        let place = *self.places.entry(tables::folded(name)).or_insert(next);
        if place == next {
            self.names.push(name.to_owned());
        }
        place
    }
}
