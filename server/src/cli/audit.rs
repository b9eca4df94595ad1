//! `trivsel audit`.

use clap::Subcommand;
use service::{Services, audit};

use super::{Failure, Outcome, say};

#[derive(Subcommand)]
pub(super) enum AuditCommand {
    /// Check that no row of the audit log was changed, put in or taken out
    ///
    /// Each row carries the hash of the one before. Prints the number of rows and the newest hash: write
    /// it down elsewhere, and give it next time with --head to see that nothing was cut off at the end.
    /// Exit code 2 and the number of the first row that does not fit, if there is one.
    Verify {
        /// ROWS:HASH as an earlier check printed it
        #[arg(long, value_name = "ROWS:HASH")]
        head: Option<String>,
    },
}

pub(super) async fn run(services: &Services, command: &AuditCommand) -> Outcome {
    let AuditCommand::Verify { head } = command;
    let broken = |line: String| Err(Failure { line, code: 2 });
    let expected = match head {
        Some(head) => Some(parse_head(head).ok_or("--head is ROWS:HASH as an earlier check printed it")?),
        None => None,
    };
    match audit::verify(services, expected.as_ref().map(|(rows, _)| *rows)).await? {
        audit::Verdict::Broken { row } => broken(format!(
            "the audit log is broken at row {row}: it, or the one before it, was changed or taken out"
        )),
        audit::Verdict::Whole { rows, head, earlier } => {
            if let Some((at, hash)) = expected
                && earlier.as_deref() != Some(hash.as_str())
            {
                return broken(format!(
                    "the audit log is not the one of that check: its row {at} is {}",
                    if earlier.is_some() { "another" } else { "gone" }
                ));
            }
            say(&format!("the audit log is whole: {rows} rows"));
            say(&format!("{rows}:{head}"));
            Ok(())
        }
    }
}

fn parse_head(text: &str) -> Option<(u64, String)> {
    let (rows, hash) = text.trim().split_once(':')?;
    let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    Some((rows.parse().ok()?, is_hash.then(|| hash.to_lowercase())?))
}
