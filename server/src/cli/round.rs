//! `trivsel round`.

use chrono::NaiveDate;
use clap::Subcommand;
use domain::{Lang, Problem, staff::rounds::RoundForm, text::t};
use service::{
    Services,
    ballots::keys,
    link, release,
    rounds::{self, NewRound},
};

use super::{Outcome, say};

#[derive(Subcommand)]
pub(super) enum RoundCommand {
    /// List the newest rounds with their states
    List {
        /// How many
        #[arg(long, default_value_t = 10)]
        last: usize,
    },
    /// Plan a round; it opens by itself on its first day
    ///
    /// A round needs a purpose that staff can read, the day it was discussed with their
    /// representatives, and a day on which the purpose is looked at again.
    Plan {
        /// First day, such as 2026-11-23
        #[arg(long, value_name = "DATE")]
        starts: NaiveDate,
        /// Weeks: 1, 2 or 4
        #[arg(long, default_value_t = 1)]
        weeks: u32,
        /// Why the questions are asked
        #[arg(long)]
        purpose: String,
        /// Day of the discussion with the staff's representatives
        #[arg(long, value_name = "DATE")]
        discussed: NaiveDate,
        /// Day on which the purpose is looked at again
        #[arg(long, value_name = "DATE")]
        review: NaiveDate,
    },
    /// Declare a round void: it does not count, and its answers are deleted
    ///
    /// Figures that were released from it stay in the ledger and are shown no more. This cannot be undone.
    Void {
        /// Number of the round
        #[arg(long)]
        number: i64,
        /// Why; employees read it beside the charts
        #[arg(long)]
        reason: String,
    },
    /// Open planned rounds whose first day has come
    Open,
    /// Say that the key of a round that is over is destroyed, wherever it was
    ///
    /// For a key that is not where this program looks: it may lie in the folder of another instance. Destroy it there
    /// first.
    ForgetKey {
        /// Number of the round
        #[arg(long)]
        number: i64,
    },
    /// Say that the date is right: rounds open, close and are released by themselves again
    ///
    /// When the clock is more than two days past the last time that the server looked, it holds back
    /// whatever follows the calendar, because a release cannot be taken back.
    Resume,
    /// Close a round and release what is due
    ///
    /// Without --number, closes every round that has ended; with it, that round at once, even
    /// before its last day. Then releases each closed round whose grace time is over. While the
    /// server runs it does both by itself.
    Close {
        /// Number of a round to close now
        #[arg(long)]
        number: Option<i64>,
        /// Release without waiting for the grace time
        #[arg(long)]
        no_grace: bool,
    },
}

pub(super) async fn run(services: &Services, command: &RoundCommand) -> Outcome {
    match command {
        RoundCommand::List { last } => {
            for round in rounds::list(services).await?.into_iter().take(*last) {
                let more = match (round.void_reason, round.released_on) {
                    (Some(reason), _) => format!(": {reason}"),
                    (None, Some(day)) => format!(" on {day}"),
                    (None, None) => String::new(),
                };
                say(&format!(
                    "{:>5}  {} to {}  {}{more}",
                    round.number, round.starts_on, round.ends_on, round.state
                ));
            }
            Ok(())
        }
        RoundCommand::Plan { starts, weeks, purpose, discussed, review } => {
            let new = NewRound {
                starts_on: *starts,
                weeks: *weeks,
                purpose: purpose.clone(),
                discussed_on: *discussed,
                review_on: *review,
            };
            let round = rounds::plan(services, &new).await.map_err(refused)?;
            say(&format!("round {} is planned: {} to {}", round.number, round.starts_on, round.ends_on));
            open(services).await
        }
        RoundCommand::Void { number, reason } => {
            let form = RoundForm { reason: reason.clone(), sure: "yes".to_owned(), ..RoundForm::default() };
            let reason = form.void_reason().map_err(|problem| refused(problem.into()))?;
            rounds::void(services, *number, &reason).await.map_err(|error| match error {
                service::Error::Problem(_) => format!(
                    "round {number} is not open, closed or released; `trivsel round list` shows the rounds"
                ),
                error => error.to_string(),
            })?;
            say(&format!("round {number} is void"));
            link::refresh(services).await?;
            Ok(())
        }
        RoundCommand::Open => open(services).await,
        RoundCommand::ForgetKey { number } => {
            keys::forget(services, *number).await.map_err(|error| match error {
                service::Error::Problem(_) => {
                    format!("no key of round {number} is waited for; `trivsel doctor` names those that are")
                }
                error => error.to_string(),
            })?;
            say(&format!("the key of round {number} is gone"));
            Ok(())
        }
        RoundCommand::Resume => {
            service::organisation::leap::resume_unasked(services).await?;
            say(&"rounds go on by themselves");
            Ok(())
        }
        RoundCommand::Close { number, no_grace } => close(services, *number, *no_grace).await,
    }
}

/// What a refusal means on the command line: each field with its reason, as a form would say it.
fn refused(error: service::Error) -> String {
    let service::Error::Problem(Problem::Invalid(fields)) = error else { return error.to_string() };
    let line = |field: &domain::FieldProblem| {
        let name = t(Lang::En, &format!("field-{}", field.field.name().replace('_', "-")));
        format!("{name}: {}", t(Lang::En, field.why.text_id()))
    };
    fields.iter().map(line).collect::<Vec<_>>().join(" ")
}

async fn open(services: &Services) -> Outcome {
    let opened = rounds::open_due(services, service::organisation::today(services).await?).await?;
    say(&format!("{opened} rounds opened"));
    Ok(())
}

async fn close(services: &Services, number: Option<i64>, no_grace: bool) -> Outcome {
    match number {
        Some(number) => {
            let round = rounds::close(services, Some(number)).await.map_err(|error| match error {
                service::Error::Problem(_) => {
                    format!("round {number} is not open; `trivsel round list` shows the rounds")
                }
                error => error.to_string(),
            })?;
            say(&format!("round {} is closed", round.number));
        }
        None => {
            let closed = rounds::close_due(services, service::organisation::today(services).await?).await?;
            say(&format!("{closed} rounds closed"));
        }
    }
    let released =
        if no_grace { release::release_now(services).await? } else { release::release_due(services).await? };
    for number in &released {
        say(&format!("round {number} is released"));
    }
    for round in rounds::list(services).await?.iter().filter(|round| round.state == "closed") {
        say(&format!("round {} waits for its grace time; --no-grace releases it now", round.number));
    }
    if !released.is_empty() {
        link::refresh(services).await?;
    }
    Ok(())
}
