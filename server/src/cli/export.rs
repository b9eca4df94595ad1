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
    let Some(path) = &args.out else {
        return write(services, args.what, BufWriter::new(std::io::stdout())).await;
    };
    let failed = |error: std::io::Error| format!("{} cannot be written: {error}", path.display());
    let mut file = BufWriter::new(private::create(path).map_err(failed)?);
    write(services, args.what, &mut file).await?;
    file.flush().map_err(failed)?;
    Ok(())
}

async fn write(services: &Services, what: What, out: impl Write) -> Outcome {
    let db = &services.for_jobs().db.reader;
    let kind = match what {
        What::History => return Ok(rollup::write_history(db, out).await?),
        What::Units => ImportKind::Units,
        What::People => ImportKind::People,
    };
    ::export::csv(&structure::table(db, kind).await?, out)?;
    Ok(())
}
