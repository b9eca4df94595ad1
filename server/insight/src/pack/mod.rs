//! The pack of a quarter: made from ledger and roll-up, never from a ballot.
//!
//! * `load`: two quarters as the database holds them; `cases`: how cases went in them; `tried`: actions;
//! * [`pages`]: the pack as documents; [`versions`]: what was approved;
//! * [`documents`]: files of it, each taking-out a row of the log; [`papers`]: those that are set; [`bundle`]: those of
//!   all units in one file; [`check`]: whether a file is one of those.

pub mod bundle;
mod cases;
pub mod check;
pub mod documents;
mod load;
pub mod pages;
pub mod papers;
mod tried;
pub mod versions;

use chrono::NaiveDate;
use domain::{Period, Problem, Resolution, insight::pack::Pack};
use sea_orm::ConnectionTrait;

use base::{Result, db};
use organisation::Organisation;

pub use pages::{dialogue_page, organisation_page, unit_page};
pub use report::review::SCHEMA_FILE;
pub use versions::{approve, approve_page};

/// The pack of a quarter as the database is now.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn draft(
    db: &impl ConnectionTrait,
    organisation: &Organisation,
    quarter: Period,
) -> Result<Pack> {
    let input = load::input(db, organisation, quarter).await?;
    Ok(report::review::pack(&input))
}

/// A quarter by its name, such as `2026Q4`.
///
/// # Errors
/// `NotFound` for any other text.
pub(crate) fn quarter(text: &str) -> Result<Period> {
    let period = Period::parse(text).ok().filter(|period| period.resolution() == Resolution::Quarter);
    // One address a quarter: other ways to write it are no address of it.
    Ok(period.filter(|period| period.to_string() == text).ok_or(Problem::NotFound)?)
}

/// Quarters with a released round, newest first.
pub(crate) async fn quarters(db: &impl ConnectionTrait) -> Result<Vec<Period>> {
    let sql = "SELECT starts_on FROM round WHERE state = 'released' ORDER BY starts_on DESC";
    let starts: Vec<NaiveDate> = db::column(db, sql, []).await?;
    let mut quarters: Vec<Period> =
        starts.into_iter().map(|start| Period::containing(start, Resolution::Quarter)).collect();
    quarters.dedup();
    Ok(quarters)
}

/// Which version of a quarter is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// The newest that was approved; without one the draft.
    #[default]
    Newest,
    /// The figures as they are now.
    Draft,
    /// A version by its number.
    Version(i64),
}

impl Which {
    /// Reads the word of an address.
    ///
    /// # Errors
    /// `NotFound` for anything but nothing, `draft` and a number.
    pub fn from_name(name: Option<&str>) -> std::result::Result<Self, Problem> {
        match name {
            None => Ok(Self::Newest),
            Some("draft") => Ok(Self::Draft),
            Some(number) => number.parse().map(Self::Version).map_err(|_| Problem::NotFound),
        }
    }
}

/// A pack with what is known of its approval.
pub(crate) struct Shown {
    pub(crate) pack: Pack,
    /// Hash of its model.
    pub(crate) hash: String,
    /// Version and day of the approval; none of a draft.
    pub(crate) approved: Option<(i64, NaiveDate)>,
    /// All versions of the quarter, newest first.
    versions: Vec<versions::Version>,
}

/// The version of a quarter that is asked for. `may_draft`: whether what nobody approved may be shown.
///
/// # Errors
/// `NotFound` for a version that there is not, and for a draft that may not be shown, alike.
pub(crate) async fn shown(
    db: &impl ConnectionTrait,
    organisation: &Organisation,
    quarter: Period,
    which: Which,
    may_draft: bool,
) -> Result<Shown> {
    let known = versions::versions(db, quarter).await?;
    let approved = match which {
        Which::Draft => None,
        Which::Newest => known.first(),
        Which::Version(number) => {
            Some(known.iter().find(|own| own.version == number).ok_or(Problem::NotFound)?)
        }
    };
    if let Some(own) = approved {
        let pack = versions::frozen(db, quarter, own.version).await?;
        let (hash, approved) = (own.model_hash.clone(), Some((own.version, own.approved_on)));
        return Ok(Shown { pack, hash, approved, versions: known });
    }
    if !may_draft {
        return Err(Problem::NotFound.into());
    }
    let pack = draft(db, organisation, quarter).await?;
    let (_, hash) = versions::written(&pack)?;
    Ok(Shown { pack, hash, approved: None, versions: known })
}
