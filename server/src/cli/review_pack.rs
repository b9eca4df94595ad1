//! `trivsel review-pack`: the numbers of a quarter's review, from a file.

use std::path::PathBuf;

use clap::Args;
use domain::{Lang, insight::pack::Pack};
use pack::About;
use report::review::{
    file, numbers, of_unit, pack,
    pages::{self, Stamp},
};
use service::pack::check::FileHash;

use super::{Failure, Outcome, say, spc::parse_lang};

pub(super) const EXAMPLES: &str = "\
Examples:
  trivsel review-pack quarter.json
  trivsel review-pack quarter.json --lang nb
  trivsel review-pack quarter.json --json > numbers.json
  trivsel review-pack quarter.json --lang nb --pdf pack.pdf
  trivsel review-pack quarter.json --pdf shop.pdf --unit shop-1

The file holds two quarters of one organisation: rounds, units with where they stood, rows of the ledger, contacts
and complaints of each round, and how cases went; its schema is trivsel-review-input/1. Out comes what the review
of the later quarter prints: values, changes, half-widths and what is said of them, rates with their intervals and
control limits, promises, causes, the factors of section 4-3 and what is hidden. With --pdf the same as a document,
a draft: of the whole organisation, or of the unit whose id in the file is given. Exit code 2: the file cannot be
read; the line says what is wrong and where.";

#[derive(Args)]
pub(super) struct ReviewPackArgs {
    /// JSON file with the quarter
    file: PathBuf,
    /// Print every number, as JSON
    #[arg(long)]
    json: bool,
    /// Write the pack as a document to this PDF file
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    pdf: Option<PathBuf>,
    /// The unit that the document is of; the whole organisation without one
    #[arg(long, value_name = "ID", requires = "pdf")]
    unit: Option<String>,
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
    if let Some(file) = &args.pdf {
        let bytes = document(&pack, args)?;
        std::fs::write(file, bytes)
            .map_err(|error| refuse(format!("{} cannot be written: {error}", file.display())))?;
    } else if args.json {
        say(&serde_json::to_string_pretty(&numbers(&pack))?);
    } else {
        report::review::lines(&pack, args.lang).iter().for_each(say);
    }
    Ok(())
}

/// The pack as a document that nobody has approved.
fn document(pack: &Pack, args: &ReviewPackArgs) -> Result<Vec<u8>, Failure> {
    let refuse = |line: String| Failure { line, code: 2 };
    let whole = serde_json::to_string(pack)?;
    let mut hash = FileHash::default();
    hash.add(whole.as_bytes());
    let model_hash = hash.hex();
    let stamp = Stamp::default();
    let about = |model| -> Result<About<'_>, Failure> {
        Ok(About {
            lang: args.lang,
            dated: pack.dated.parse()?,
            id: &model_hash,
            model,
            model_hash: &model_hash,
        })
    };
    let made = match &args.unit {
        None => {
            let page = pages::organisation(pack, &stamp, args.lang)?;
            let page = page.ok_or_else(|| refuse("there is no unit".to_owned()))?;
            pack::organisation(&page, &about(&whole)?)?
        }
        Some(unit) => {
            let page = pages::unit(pack, unit, &stamp, args.lang)?;
            let page = page.ok_or_else(|| refuse(format!("there is no unit {unit}")))?;
            pack::unit(&page, &about(&serde_json::to_string(&of_unit(pack, unit))?)?)?
        }
    };
    Ok(made)
}
