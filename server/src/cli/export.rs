//! `trivsel export`.

use std::{
    io::{BufWriter, Write},
    path::PathBuf,
};

use clap::{Args, ValueEnum};
use domain::exchange::import::ImportKind;
use service::{Services, imports::structure, rollup};

use super::Outcome;
use service::private;

pub(super) const EXAMPLES: &str = "\
Examples:
  trivsel export history > history.csv
  trivsel export history --out history.csv
  trivsel export people --out people.csv

history: complaints and contacts of every unit and period, as they were recorded, in the columns that
`trivsel import history` reads. units, people: open units, or people who have not left, in the columns
that `trivsel import units` and `trivsel import people` read: take out, change, bring in. Text that a spreadsheet would take for a formula begins with a quote. Released staff figures leave by the review page, where each export is logged.";

#[derive(Args)]
pub(super) struct ExportArgs {
    /// What to take out
    #[arg(value_enum)]
    what: What,
    /// File to write; standard output when left out
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// Complaints and contacts per unit and period
    History,
    /// Units as an import reads them
    Units,
    /// People as an import reads them
    People,
}

pub(super) async fn run(services: &Services, args: &ExportArgs) -> Outcome {
    let table = match args.what {
        What::History => rollup::table(&services.db.reader).await?,
        What::Units => structure::table(&services.db.reader, ImportKind::Units).await?,
        What::People => structure::table(&services.db.reader, ImportKind::People).await?,
    };
    match &args.out {
        Some(path) => {
            let failed = |error: std::io::Error| format!("{} cannot be written: {error}", path.display());
            let mut file = BufWriter::new(private::create(path).map_err(failed)?);
            ::export::csv(&table, &mut file)?;
            file.flush().map_err(failed)?;
        }
        None => ::export::csv(&table, std::io::stdout().lock())?,
    }
    Ok(())
}
