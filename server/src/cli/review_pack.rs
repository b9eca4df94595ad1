//! `trivsel review-pack`: the numbers of a quarter's review, from a file.

use std::{io::Cursor, path::PathBuf};

use clap::Args;
use domain::{Lang, insight::pack::Pack};
use pack::About;
use report::review::{
    file, numbers, of_unit, pack,
    pages::{self, Stamp},
    tables::{Edition, Form, book, dialect},
};
use service::pack::check::FileHash;

use super::{Failure, Outcome, say, spc::parse_lang};

pub(super) const EXAMPLES: &str = "\
Examples:
  trivsel review-pack quarter.json
  trivsel review-pack quarter.json --lang nb
  trivsel review-pack quarter.json --json > numbers.json
  trivsel review-pack quarter.json --model > 2026Q3.json
  trivsel review-pack quarter.json --lang nb --xlsx 2026Q3.xlsx --csv-zip 2026Q3.zip
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
    /// Print the model itself, as it is taken out as JSON
    #[arg(long, conflicts_with = "json")]
    model: bool,
    /// Write the workbook to this file
    #[arg(long, value_name = "FILE")]
    xlsx: Option<PathBuf>,
    /// Write the CSV files, in one archive, to this file
    #[arg(long, value_name = "FILE")]
    csv_zip: Option<PathBuf>,
    /// Write the pack as a document to this PDF file
    #[arg(long, value_name = "FILE")]
    pdf: Option<PathBuf>,
    /// The unit that the document is of; the whole organisation without one
    #[arg(long, value_name = "ID", requires = "pdf")]
    unit: Option<String>,
    /// Language of the sentences and of what is written: en or nb
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
    let edition = Edition::default();
    let write = |path: &PathBuf, bytes: &[u8]| {
        let name = path.display();
        std::fs::write(path, bytes)
            .map_err(|error| Failure { line: format!("{name} cannot be written: {error}"), code: 2 })
    };
    if let Some(path) = &args.xlsx {
        write(path, &export::workbook(book(&pack, &edition, Form::Workbook, args.lang))?)?;
    }
    if let Some(path) = &args.csv_zip {
        let book = book(&pack, &edition, Form::Archive, args.lang);
        write(path, export::archive(book, dialect(args.lang), Cursor::new(Vec::new()))?.get_ref())?;
    }
    if let Some(path) = &args.pdf {
        write(path, &document(&pack, args)?)?;
    }
    if args.json {
        say(&serde_json::to_string_pretty(&numbers(&pack))?);
    } else if args.model {
        say(&serde_json::to_string(&pack)?);
    } else if args.xlsx.is_none() && args.csv_zip.is_none() && args.pdf.is_none() {
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
