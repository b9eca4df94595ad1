//! `trivsel review-pack`: the numbers of a quarter's review, from a file.

use std::path::PathBuf;

use clap::Args;
use domain::Lang;
use report::review::{file, numbers, pack};

use super::{Failure, Outcome, say, spc::parse_lang};

pub(super) const EXAMPLES: &str = "\
Examples:
  trivsel review-pack quarter.json
  trivsel review-pack quarter.json --lang nb
  trivsel review-pack quarter.json --json > numbers.json

The file holds two quarters of one organisation: rounds, units with where they stood, rows of the ledger, contacts
and complaints of each round, and how cases went; its schema is trivsel-review-input/1. Out comes what the review
of the later quarter prints: values, changes, half-widths and what is said of them, rates with their intervals and
control limits, promises, causes, the factors of section 4-3 and what is hidden. Exit code 2: the file cannot be
read; the line says what is wrong and where.";

#[derive(Args)]
pub(super) struct ReviewPackArgs {
    /// JSON file with the quarter
    file: PathBuf,
    /// Print every number, as JSON
    #[arg(long)]
    json: bool,
    /// Language of the sentences: en or nb
    #[arg(long, default_value = "en", value_parser = parse_lang)]
    lang: Lang,
}

pub(super) fn run(args: &ReviewPackArgs) -> Outcome {
    let name = args.file.display().to_string();
    let refuse = |line: String| Failure { line, code: 2 };
    let text = std::fs::read_to_string(&args.file)
        .map_err(|error| refuse(format!("{name} cannot be read: {error}")))?;
    let input = file::read(&text).map_err(|error| refuse(format!("{name}: {error}")))?;
    let pack = pack(&input);
    if args.json {
        say(&serde_json::to_string_pretty(&numbers(&pack))?);
    } else {
        report::review::lines(&pack, args.lang).iter().for_each(say);
    }
    Ok(())
}
