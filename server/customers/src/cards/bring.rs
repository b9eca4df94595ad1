//! A customer adds a picture or document to the own case.

use domain::{
    Problem,
    customers::card::{OwnAct, OwnCase, OwnForm},
};

use super::{FILES_BY_ADDRESS, own};
use crate::files;
use base::{Base, Result, buckets};

/// Adds a file to the case that reference and secret open. `address` is the network address that it came from; nothing of
/// it is kept.
///
/// # Errors
/// As [`own::open`]; `ChangedMeanwhile` for a case that takes none; `TooManyCards` when the address has used up its share;
/// `Invalid` for what is no picture or document, is broken, too large or one too many.
pub async fn bring(base: &Base, form: &OwnForm, content: Vec<u8>, address: &str) -> Result<OwnCase> {
    let case = own::open(base, form).await?;
    if !case.acts.contains(&OwnAct::File) {
        return Err(Problem::ChangedMeanwhile.into());
    }
    buckets::take(base, &FILES_BY_ADDRESS, address)?;
    files::bring(base, &case.reference, content).await?;
    own::open(base, form).await
}
