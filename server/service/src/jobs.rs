//! What happens by itself while the server runs: rounds open, close and are released, confirmed
//! imports are written, people are asked to answer and reminded of reviews, mail is sent, marks, drivers and link are
//! kept up to date. Every step is safe to repeat and to run on several instances at once; what it did is in the
//! database, so a restart loses nothing.
//!
//! What follows the calendar is held back when the clock seems to have leapt: a round that is released cannot
//! be taken back.

use base::Result;
use organisation::leap::may_follow_calendar;
use staff::{
    ballots::{carry, keys},
    rounds::{self, reminders},
};

use crate::{
    Services, actions, cards, complaints, follow_ups, imports, letters::Letters, link, mail, matters,
    members, mentions, overview, release, surveys,
};

/// Does everything that is due now. A step that fails is logged and tried again next time; it does
/// not keep the others from running.
///
/// # Errors
/// When not even the organisation can be read.
pub async fn run_due(services: &Services) -> Result<()> {
    let services = &services.for_jobs();
    let today = organisation::today(services).await?;
    let may_follow = may_follow_calendar(services).await?;
    note("sealing what stands in the clear", carry::take_over(services).await);
    note("sealing second factors", people::sign_in::seal_stored(services).await);
    if may_follow {
        note("closing rounds", rounds::close_due(services, today).await);
        note("opening rounds", rounds::open_due(services, today).await);
        note("releasing rounds", release::release_due(services).await);
        note("calling for answers", reminders::run_due(services).await);
        note("reminding of reviews", actions::reminders::run_due(services).await);
        note("writing to managers", matters::weekly::run_due(services).await);
    }
    note("destroying keys", keys::tidy(services, may_follow.then_some(today)).await);
    note("writing imports", imports::uploads::run_queued(&services.exchange).await);
    note("forgetting how to undo imports", imports::undo::forget(services).await);
    note("finding words of cases", complaints::upkeep::index(services).await);
    note("reckoning promises to customers", complaints::upkeep::reckon(services).await);
    note("deciding what was held back", cards::hold::carry_out(services).await);
    note("forgetting envelopes", cards::paper::forget(services).await);
    note("forgetting texts of cards", cards::hold::forget(services).await);
    note("forgetting surveys", surveys::forget(services).await);
    note("noticing what is due", complaints::upkeep::notice(services).await);
    if may_follow {
        note("writing to those who look after cases", complaints::digest::run_due(services).await);
        note("forgetting customers", complaints::retention::forget(services).await);
        note("letting go of follow-ups", follow_ups::expire(services).await);
        note("folding visits", members::fold(services).await);
        note("forgetting visits", members::forget(services).await);
        note("forgetting who was named", mentions::upkeep::forget(services).await);
    }
    note("forgetting wrong attempts", base::limits::forget_attempts(services).await);
    note("sending mail", send_letters(services).await);
    note("asking customers of closed cases", surveys::send_due(services).await);
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

/// Sends the letters that are due.
///
/// # Errors
/// When the database refuses.
pub async fn send_letters(services: &Services) -> Result<()> {
    mail::send_due(services, &Letters).await
}
