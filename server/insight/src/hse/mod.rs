//! Documentation of the psychosocial working environment: read, written, shared, approved.
//!
//! * `store`: versions, which nobody changes; [`pages`]: the document and its forms; [`steps`]: what changes it.

mod changes;
pub mod pages;
pub mod steps;
mod store;

use domain::{Period, Right, UnitId};

use crate::pack::{self, quarter};
use base::{Actor, Base, Result};
use organisation::within;

/// Whose document: a unit's, of a quarter.
#[derive(Clone, Copy, Debug)]
struct Place {
    unit: UnitId,
    quarter: Period,
}

impl Place {
    /// Reads an address.
    fn of(name: &str, unit: UnitId) -> Result<Self> {
        Ok(Self { unit, quarter: quarter(name)? })
    }

    /// Where the document is.
    fn address(self) -> String {
        format!("/review/{}/unit/{}/4-3", self.quarter, self.unit)
    }
}

/// Whether a person may do something at a unit.
async fn may(base: &Base, actor: &Actor, right: Right, unit: UnitId) -> Result<bool> {
    let tree = organisation::tree(base, &base.db.reader).await?;
    Ok(within(&tree, &actor.units_for(right), unit).is_ok())
}
