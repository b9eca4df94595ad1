//! `trivsel import`.

use std::{
    cell::Cell,
    io::{IsTerminal, Write},
    path::PathBuf,
    time::Instant,
};

use super::{Outcome, given::Given, say};
use clap::{Args, ValueEnum};
use domain::{
    Lang,
    exchange::import::{
        DateOrder, DecimalMark, Diff, DryRun, FileProblem, ImportField, ImportKind, Mapping, Reading,
        RowProblem, Separator, TotalRows,
    },
    text::{t, tv},
};
use service::{
    Services,
    imports::{Source as _, Target, begin, dry_run, import},
};

pub(super) const EXAMPLES: &str = "\
Examples:
  trivsel import history counts.csv --dry-run
  trivsel import history care.csv --map contacts=beds --create-units
  trivsel import contacts visits.csv --map unit=store,date=day,contacts=visitors
  trivsel import complaints desk.csv --map category=,channel=
  trivsel import units units.csv
  trivsel import people people.csv --complete --dry-run

Fields: units      number, name, kind [parent]
        people     number, name, unit [email roles from]
        complaints unit, date, what [category channel severity reference]
        contacts   unit, date, contacts
        history    unit, period, complaints, contacts
        visits     unit, date, member
Dates are 2026-11-17; periods also 2026-W47, 2026-11 and 2026Q4. Other ways, such as 17.11.2026, 202611 or
1.234, are read when the whole column leaves no doubt; rows that add up the others are left out. Times that say
how far from UTC they are fall on the organisation's own days. What was understood is said first, and what leaves
a doubt is refused. A workbook (.xlsx) is read as well.
Nothing is written unless every row can be.

Units and people are compared with what there is, by number: what is new is added, what differs is
changed, and the same file again changes nothing. With --complete, who or what is not in the file has
left or is closed. kind: organisation, region, site or team; parent: number of the unit above, empty for
what hangs directly below the organisation. An empty email or roles cell leaves things as they are, a dash
takes them away; a dash as unit means that the person belongs to no unit. roles: manager and service are
held in the person's own unit, hr, staff_representative and admin in the whole organisation; manager:S1
names another unit. from: first day of a new place, today when empty; it may lie ahead.";

#[derive(Args)]
pub(super) struct ImportArgs {
    /// What the file holds
    #[arg(value_enum)]
    kind: Kind,
    /// CSV file or workbook (.xlsx) with a head row; - is standard input
    file: PathBuf,
    /// Which column feeds which field, as field=column; columns with a usual name are found, and `field=` leaves one
    /// out
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<String>,
    /// Character between the cells, where the file leaves it open: comma, semicolon, tab or bar
    #[arg(long, value_parser = |name: &str| Separator::from_name(name).ok_or("comma, semicolon, tab or bar"))]
    separator: Option<Separator>,
    /// Mark before the decimals, where 1.234 or 1,234 may be two numbers: point or comma
    #[arg(long, value_parser = |name: &str| DecimalMark::from_name(name).ok_or("point or comma"))]
    decimal: Option<DecimalMark>,
    /// How dates are written, where 03/04/2026 may be two: dmy, mdy, ymd, yyyymm or yyyyww
    #[arg(long, value_parser = |name: &str| DateOrder::from_name(name).ok_or("dmy, mdy, ymd, yyyymm or yyyyww"))]
    dates: Option<DateOrder>,
    /// What becomes of rows that are called sums and add up nothing: leave-out or keep
    #[arg(long, value_parser = |name: &str| TotalRows::from_name(name).ok_or("leave-out or keep"))]
    totals: Option<TotalRows>,
    /// What stands for a missing figure, such as .. or : (empty cells and NA always do); may be given several times
    #[arg(long, value_name = "MARK", allow_hyphen_values = true)]
    missing: Vec<String>,
    /// Sheet of a workbook [default: the first that is not hidden]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Make units that do not exist yet, as teams below the root
    #[arg(long)]
    create_units: bool,
    /// The file is the complete list: who is not in it has left, what is not in it is closed
    #[arg(long)]
    complete: bool,
    /// Go on although more than one in ten would leave or be closed
    #[arg(long)]
    sure: bool,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
    /// Language of messages: en or nb
    #[arg(long, default_value = "en", value_parser = |tag: &str| Lang::from_tag(tag).ok_or("en or nb"))]
    lang: Lang,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// Units of the organisation
    Units,
    /// People: where they belong and what they may do
    People,
    /// Single complaints
    Complaints,
    /// Contacts per unit and day
    Contacts,
    /// Complaints and contacts per unit and day, week, month or quarter
    History,
    /// Visits of members, by their numbers
    Visits,
}

pub(super) async fn run(services: &Services, args: &ImportArgs) -> Outcome {
    let kind = match args.kind {
        Kind::Units => ImportKind::Units,
        Kind::People => ImportKind::People,
        Kind::Complaints => ImportKind::Complaints,
        Kind::Contacts => ImportKind::Contacts,
        Kind::History => ImportKind::History,
        Kind::Visits => ImportKind::Visits,
    };
    let file =
        Given::new(&args.file).map_err(|error| format!("{} cannot be read: {error}", args.file.display()))?;
    file.open().map_err(|error| format!("{} cannot be read: {error}", args.file.display()))?;
    let reading = Reading {
        separator: args.separator,
        decimal: args.decimal,
        dates: args.dates,
        totals: args.totals,
        missing: args.missing.join(" "),
        sheet: args.sheet.clone(),
    };
    let beginning = begin(&file, &reading).map_err(|problem| file_problem(args.lang, &problem))?;
    let mapping = mapping(kind, &beginning.heads, reading, args)?;
    let today = service::organisation::today(services).await?;
    let mut target = Target::everywhere(&services.db.reader, kind, mapping, today, &file).await?;
    for line in target.file.sentences(args.lang) {
        say(&line);
    }
    let start = Instant::now();
    if kind.is_organisation() {
        refuse_drastic(args, &dry_run(&services.db.reader, &target).await?)?;
    }
    let report = if args.dry_run {
        dry_run(&services.db.reader, &target).await?
    } else {
        let progress = Progress::new();
        import(services, &mut target, |rows| progress.show(rows)).await?
    };
    tell(args, &report, start)
}

/// A file that would make many leave may be the wrong one, or half of the right one.
fn refuse_drastic(args: &ImportArgs, report: &DryRun) -> Outcome {
    let Some(diff) = report.diff.as_ref().filter(|diff| diff.is_drastic()) else { return Ok(()) };
    if args.sure || args.dry_run {
        return Ok(());
    }
    tell_changes(args.lang, diff);
    Err(format!(
        "{} of {} are not in the file and would be gone; repeat with --sure if that is meant",
        diff.gone, diff.of
    )
    .into())
}

fn tell_changes(lang: Lang, diff: &Diff) {
    for line in &diff.changes {
        say(&line.text(lang));
    }
    let more = diff.total().saturating_sub(diff.changes.len() as u64);
    if more > 0 {
        say(&tv(lang, "diff-more", &[("more", more.into())]));
    }
    for (kind, count) in &diff.counts {
        say(&format!("{}: {count}", t(lang, kind.text_id())));
    }
    say(&format!("{}: {}", t(lang, "diff-unchanged"), diff.unchanged));
}

fn mapping(
    kind: ImportKind,
    heads: &[String],
    reading: Reading,
    args: &ImportArgs,
) -> Result<Mapping, String> {
    let mut mapping = Mapping {
        reading,
        creates_units: args.create_units,
        is_complete: args.complete,
        ..Mapping::propose(kind, heads)
    };
    for pair in args.map.iter().flat_map(|pairs| pairs_of(pairs)) {
        let (field, column) =
            pair.split_once('=').ok_or_else(|| format!("--map wants field=column, not {pair:?}"))?;
        let known: Vec<ImportField> = kind.fields().iter().map(|(field, _)| *field).collect();
        let field = known.iter().copied().find(|f| f.name() == field.trim()).ok_or_else(|| {
            let names: Vec<_> = known.iter().map(|f| f.name()).collect();
            format!("{field:?} is no field of {}; the fields are {}", kind.name(), names.join(", "))
        })?;
        let column = column.trim().to_owned();
        mapping.columns.retain(|(f, c)| *f != field && *c != column);
        // `--map category=` leaves the field out, whatever column proposed itself.
        if !column.is_empty() {
            mapping.columns.push((field, column));
        }
    }
    Ok(mapping)
}

/// `unit=store,date=day` in its pairs. A piece without an equals sign belongs to the head before it, which has a comma.
fn pairs_of(text: &str) -> Vec<String> {
    let mut pairs: Vec<String> = Vec::new();
    for piece in text.split(',') {
        match pairs.last_mut() {
            Some(last) if !piece.contains('=') => {
                last.push(',');
                last.push_str(piece);
            }
            _ => pairs.push(piece.to_owned()),
        }
    }
    pairs
}

/// Rows written so far, on one line of a terminal; silent elsewhere.
struct Progress {
    last: Cell<Option<Instant>>,
}

impl Progress {
    fn new() -> Self {
        Self { last: Cell::new(std::io::stderr().is_terminal().then(Instant::now)) }
    }

    fn show(&self, rows: u64) {
        if self.last.get().is_some_and(|last| last.elapsed().as_millis() > 200) {
            let _ = write!(std::io::stderr(), "\r{rows} rows");
            self.last.set(Some(Instant::now()));
        }
    }
}

fn tell(args: &ImportArgs, report: &DryRun, start: Instant) -> Outcome {
    if let Some(problem) = &report.file_problem {
        return Err(file_problem(args.lang, problem).into());
    }
    for problem in &report.problems {
        say(&row_problem(args.lang, problem));
    }
    if report.problem_count > 0 {
        let values = [("problems", report.problem_count.into()), ("rows", report.rows.into())];
        return Err(tv(args.lang, "imports-problems", &values).into());
    }
    if let Some(diff) = &report.diff {
        tell_changes(args.lang, diff);
        say(&format!(
            "{} {} rows in {:.1} s",
            if args.dry_run { "checked" } else { "imported" },
            report.rows,
            start.elapsed().as_secs_f64(),
        ));
        return Ok(());
    }
    let (first, last) = report.span.clone().unwrap_or_default();
    say(&format!(
        "{} {} rows in {:.1} s: {} units ({} new), {} complaints, {} contacts, {first} to {last}",
        if args.dry_run { "checked" } else { "imported" },
        report.rows,
        start.elapsed().as_secs_f64(),
        report.units,
        report.new_units,
        report.complaints,
        report.contacts,
    ));
    Ok(())
}

fn row_problem(lang: Lang, problem: &RowProblem) -> String {
    let first_row = problem.why.first_row().unwrap_or_default();
    let values = [("row", problem.row.to_string().into()), ("column", problem.column.as_str().into())];
    let at = match problem.row {
        0 => t(lang, "imports-not-in-file"),
        _ => tv(lang, "imports-at-row", &values),
    };
    let values = [("cell", problem.cell.as_str().into()), ("row", first_row.into())];
    let reason = tv(lang, problem.why.text_id(), &values);
    format!("{at}: {reason} {}", t(lang, &format!("{}-remedy", problem.why.text_id())))
}

fn file_problem(lang: Lang, problem: &FileProblem) -> String {
    let flag = match problem {
        FileProblem::MissingColumn { field } => format!(" (--map {}=COLUMN)", field.name()),
        FileProblem::TotalUnclear { .. } => " (--totals)".to_owned(),
        FileProblem::SeparatorUnclear => " (--separator)".to_owned(),
        FileProblem::NumberUnclear { .. } => " (--decimal)".to_owned(),
        FileProblem::DateUnclear { .. } | FileProblem::WeekOrMonth { .. } => " (--dates)".to_owned(),
        _ => String::new(),
    };
    format!("{}{flag}", problem.words(lang).join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_with_a_comma_is_one_head() {
        assert_eq!(pairs_of("unit=store,date=day"), ["unit=store", "date=day"]);
        assert_eq!(
            pairs_of("unit=Butikk, navn,contacts=Alle, antall"),
            ["unit=Butikk, navn", "contacts=Alle, antall"]
        );
        assert_eq!(pairs_of("category="), ["category="]);
        assert_eq!(pairs_of("unit"), ["unit"]);
    }
}
