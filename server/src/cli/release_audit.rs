//! `trivsel release-audit`: which units of anybody's organisation the release rules would show.

use std::path::PathBuf;

use clap::Args;
use disclosure::{
    Threshold,
    audit::{AuditRequest, audit},
};

use super::{Failure, Outcome, say};

pub(super) const EXAMPLES: &str = r#"The file:
  {"k": 5, "units": [
    {"id": "shop",    "parent": null,   "direct": {"roster": 2, "answered": 1}},
    {"id": "counter", "parent": "shop", "direct": {"roster": 8, "answered": 6}},
    {"id": "kitchen", "parent": "shop", "direct": {"roster": 6, "answered": 3}}]}

Example:
  trivsel release-audit shop.json
    released with k = 5, 3 units
      shop     published
      counter  complement
      kitchen  below_k
The counter has enough answers, but of the shop less the counter only four people answered.

`direct` are the people of a unit who belong to none below it; whoever manages a unit is one of the unit
above. Two more numbers can stand there, and are 0 otherwise:
  fresh    answers that are in the figure but do not carry it: of people who are new in the unit, or whose
           sign-in was opened or reset by a printed code this quarter
  by_code  people who answer with a printed code, whether they did or not; wherever there are some, k + 3 are needed
Ids are numbers or texts. States: published; below_k, too few answers that carry a figure; complement,
enough answers, but together with other figures they would expose a smaller group; no_data, nobody answered.
Of several units one of which has to be hidden, it is the one with the smallest roster, then the lowest id.
Exit code 2: the file cannot be read, contradicts itself, or asks for a k below 3."#;

#[derive(Args)]
pub(super) struct ReleaseAuditArgs {
    /// JSON file with the organisation and its answers
    file: PathBuf,
    /// Fewest people that may be shown; goes before the file's own k, which is 5 unless it says otherwise
    #[arg(long)]
    k: Option<u32>,
    /// Print JSON: {"units":[{"id":…,"state":…},…]}
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &ReleaseAuditArgs) -> Outcome {
    let name = args.file.display();
    let refuse = |line: String| Failure { line, code: 2 };
    let text = std::fs::read_to_string(&args.file)
        .map_err(|error| refuse(format!("{name} cannot be read: {error}")))?;
    // serde names the line and column.
    let request: AuditRequest =
        serde_json::from_str(&text).map_err(|error| refuse(format!("{name}: {error}")))?;
    let report = audit(&request, args.k).map_err(|error| refuse(format!("{name}: {error}")))?;
    if args.json {
        say(&serde_json::to_string(&report)?);
        return Ok(());
    }
    let k = args.k.or(request.k).unwrap_or_else(|| Threshold::DEFAULT.get());
    let units = report.units.len();
    say(&format!("released with k = {k}, {units} unit{}", if units == 1 { "" } else { "s" }));
    let longest = report.units.iter().map(|unit| id(&unit.id).chars().count()).max().unwrap_or(0);
    for unit in &report.units {
        say(&format!("  {:longest$}  {}", id(&unit.id), unit.state));
    }
    Ok(())
}

/// An id without the quotes around a text.
fn id(id: &disclosure::audit::AuditId) -> String {
    match id {
        disclosure::audit::AuditId::Number(number) => number.to_string(),
        disclosure::audit::AuditId::Text(text) => text.clone(),
    }
}
