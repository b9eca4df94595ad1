//! What happens by itself while the server runs: rounds open, close and are released, confirmed
//! imports are written, people are asked to answer and reminded of reviews, mail is sent, marks, drivers and link are
//! kept up to date. Every step is safe to repeat and to run on several instances at once; what it did is in the
//! database, so a restart loses nothing.

use crate::{Result, Services, actions, imports, link, mail, organisation, overview, release, rounds};

/// Does everything that is due now. A step that fails is logged and tried again next time; it does
/// not keep the others from running.
///
/// # Errors
/// When not even the organisation can be read.
pub async fn run_due(services: &Services) -> Result<()> {
    let today = organisation::find(&services.db.reader).await?.local_day(services.now());
    note("closing rounds", rounds::close_due(services, today).await);
    note("opening rounds", rounds::open_due(services, today).await);
    note("releasing rounds", release::release_due(services).await);
    note("writing imports", imports::uploads::run_queued(services).await);
    note("calling for answers", rounds::reminders::run_due(services).await);
    note("reminding of reviews", actions::reminders::run_due(services).await);
    note("sending mail", mail::send_due(services).await);
    note("reckoning the signals of units", overview::signals::refresh(services).await);
    note("computing the link", link::refresh(services).await);
    note("weighing the drivers", overview::drivers::refresh(services).await);
    Ok(())
}

fn note<T>(step: &str, outcome: Result<T>) {
    if let Err(error) = outcome {
        tracing::error!(step, %error, "a job failed; it is tried again");
    }
}
