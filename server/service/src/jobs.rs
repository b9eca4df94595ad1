//! What happens by itself while the server runs: rounds open, close and are released, confirmed
//! imports are written, the link is kept up to date. Every step is safe to repeat and to run on
//! several instances at once; what it did is in the database, so a restart loses nothing.

use crate::{Result, Services, imports, link, organisation, release, rounds};

/// Does everything that is due now.
///
/// # Errors
/// When the database refuses; the next call takes up where this one stopped.
pub async fn run_due(services: &Services) -> Result<()> {
    let today = organisation::find(&services.db.reader).await?.local_day(services.now());
    rounds::close_due(services, today).await?;
    rounds::open_due(services, today).await?;
    release::release_due(services).await?;
    imports::uploads::run_queued(services).await?;
    link::refresh(services).await?;
    Ok(())
}
