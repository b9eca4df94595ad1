//! `trivsel case-audit`: whether what is derived from complaints and their cases is right.

use service::{Services, complaints::audit};

use super::{Failure, Outcome, say};

pub(super) const EXAMPLES: &str =
    "Makes anew, from what happened, where every case stands, its promises in working time, and the sums of \
complaints and contacts, and compares. Changes nothing.

Example:
  trivsel case-audit
    412 cases and 38,116 sums are as they should be
Sums above a unit that was moved or merged are left out: they hold what was counted before and after.
Exit code 2 and the first differences, a line each, when something differs.";

pub(super) async fn run(services: &Services) -> Outcome {
    let audit = audit::run(&services.for_jobs()).await?;
    if audit.wrong > 0 {
        for line in &audit.differences {
            say(line);
        }
        return Err(Failure { line: format!("{} of what is derived differs", audit.wrong), code: 2 });
    }
    say(&format!("{} cases and {} sums are as they should be", audit.cases, audit.sums));
    if audit.moved > 0 {
        say(&format!("left out: the sums of {} units above something that was moved or merged", audit.moved));
    }
    Ok(())
}
